/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-rules.h"

#include <string.h>

/* The numbers that the rule pages leave out. */
static gboolean
is_gap (const char *prefix, guint number)
{
  static const guint di[] = { 19, 29, 39, 64 };
  static const guint ssi[] = { 8, 9, 10, 29, 36, 37, 38, 39, 47, 48, 49, 56, 57, 58, 59, 66, 67, 68, 69 };
  const guint *gaps = strcmp (prefix, "DI") == 0 ? di : ssi;
  gsize n = strcmp (prefix, "DI") == 0 ? G_N_ELEMENTS (di) : strcmp (prefix, "SSI") == 0 ? G_N_ELEMENTS (ssi) : 0;

  for (gsize i = 0; i < n; i++)
    if (gaps[i] == number)
      return TRUE;
  return FALSE;
}

static guint
check_program (const char *prefix, const char *program, guint last)
{
  guint n = 0;

  for (guint number = 1; number <= last + 1; number++)
    {
      /* The SSI page writes its numbers with two digits. */
      g_autofree char *id = strcmp (prefix, "SSI") == 0 ? g_strdup_printf ("SSI-%02u", number)
                                                        : g_strdup_printf ("%s-%u", prefix, number);
      const MpRule *rule = mp_rule_find (id);

      g_test_message ("%s", id);
      g_assert_cmpint (rule != NULL, ==, number <= last && !is_gap (prefix, number));
      if (rule == NULL)
        continue;
      g_assert_cmpstr (rule->id, ==, id);
      g_assert_cmpstr (rule->program, ==, program);
      n++;
    }
  return n;
}

static void
test_every_rule_once (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n, found;
  const MpRule *rules = mp_rules_all (&n);

  found = check_program ("DI", "ssdi", 79) + check_program ("SSI", "ssi", 75) + check_program ("TTW", "ticket", 119)
          + check_program ("REP", "report", 13);
  /* what the pages leave to us, SSI-M1 and on */
  for (guint i = 0; i < n; i++)
    found += g_strrstr (rules[i].id, "-M") != NULL;
  g_assert_cmpuint (found, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) rules[i].id));
      g_assert_cmpuint (strlen (rules[i].title), >, 0);
      g_assert_cmpuint (strlen (rules[i].citation), >, 0);
    }
}

static void
test_find (void)
{
  g_assert_cmpstr (mp_rule_find ("DI-42")->citation, ==, "20 CFR 404.1592a(a)(2)(i), 404.401a; 42 USC 423(e)(1)");
  g_assert_cmpstr (mp_rule_find ("TTW-36")->citation, ==, "20 CFR 411.525(a)(2)(iii)");
  g_assert_null (mp_rule_find ("DI-0"));
  g_assert_null (mp_rule_find (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/every-rule-once", test_every_rule_once);
  g_test_add_func ("/rules/find", test_find);
  return g_test_run ();
}
