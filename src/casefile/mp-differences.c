/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What changed between two states of a case: by JSON pointer, and in words. */

#include "mp-differences.h"

#include "mp-casefile.h"
#include "mp-i18n.h"
#include "mp-message.h"

#include <jansson.h>
#include <string.h>

#define LONGEST_TEXT 60 /* letters of a value in a sentence */

/* Keys of the case file in the words of the window. Others are shown as they are. */
static const struct { const char *key, *words; } labels[] = {
  { "name", N_("name") }, { "title", N_("title") }, { "notes", N_("notes") }, { "birth_date", N_("birth date") },
  { "state", N_("state") }, { "blind", N_("blind") }, { "student", N_("at school") }, { "ssdi", N_("SSDI") }, { "ssi", N_("SSI") },
  { "beneficiary", N_("person") }, { "entitled_from", N_("entitled from") }, { "eligible_from", N_("eligible from") },
  { "amounts", N_("full amounts") }, { "monthly", N_("amount a month") }, { "hourly", N_("pay an hour") },
  { "hours_per_week", N_("hours a week") }, { "hours", N_("hours a month") }, { "from", N_("from") }, { "to", N_("to") },
  { "medicare", N_("Medicare") }, { "part_b", N_("Part B") }, { "premium", N_("premium") }, { "paid_by", N_("paid by") },
  { "history", N_("history") }, { "through", N_("known through") }, { "twp_months", N_("trial work months") },
  { "cessation", N_("first month over the limit") }, { "living", N_("living arrangement") }, { "arrangement", N_("arrangement") },
  { "in_kind", N_("free rent or shelter") }, { "unearned", N_("other income") }, { "resources", N_("resources") },
  { "countable", N_("countable amount") }, { "spouse", N_("spouse") }, { "children", N_("children") },
  { "state_supplement", N_("state supplement") }, { "medicaid", N_("Medicaid") }, { "ticket", N_("Ticket") },
  { "issued", N_("issued") }, { "rates", N_("rates") }, { "prior_payments", N_("earlier payments") }, { "requests", N_("requests for payment") },
  { "assumptions", N_("assumptions") }, { "cola_percent", N_("yearly raise") }, { "readings", N_("readings") },
  { "paid", N_("paid") }, { "sources", N_("where facts come from") }, { "actions", N_("next steps") }, { "pinned", N_("pinned notes") },
  { "projection", N_("projection") }, { "start", N_("start") }, { "months", N_("months") }, { "scenarios", N_("plans") },
  { "work", N_("jobs") }, { "earned", N_("pay") }, { "subsidy", N_("extra support on the job") }, { "pay", N_("pay days") },
  { "work_incentives", N_("work incentives") }, { "kind", N_("kind") }, { "expedited_reinstatement", N_("fast return") },
  { "requested", N_("requested") }, { "decided", N_("decided") }, { "approved", N_("approved") },
  { "assignments", N_("assignments") }, { "provider", N_("provider") }, { "claims", N_("claims") },
  { "services_completed", N_("services completed") }, { "share", N_("share") }, { "percent", N_("percent") },
  { "stipend", N_("stipend") }, { "unsuccessful_attempt", N_("short try at work") }, { "average", N_("averaged by SSA") },
};

static const char *
label_of (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].key, key))
      return _(labels[i].words);
  return key;
}

typedef struct {
  GPtrArray *found;
  GString *pointer;
  GString *place; /* in words */
} Walk;

static void
difference_free (gpointer data)
{
  MpCaseDifference *self = data;

  g_free (self->pointer);
  g_free (self->place);
  g_free (self->before);
  g_free (self->after);
  g_free (self->words);
  g_free (self);
}

static char *
describe_text (const char *text)
{
  MpMonth month;
  MpMoney money;

  if (strlen (text) == 7 && mp_month_parse (text, &month))
    return mp_month_to_display (month, TRUE);
  if (strlen (text) > 3 && text[strlen (text) - 3] == '.' && mp_money_parse (text, &money))
    return mp_money_to_display (money);
  if (*text != '\0' && strspn (text, "0123456789.-") == strlen (text)) /* hours, a percentage, a day */
    return g_strdup (text);
  if (g_utf8_strlen (text, -1) > LONGEST_TEXT)
    {
      g_autofree char *start = g_utf8_substring (text, 0, LONGEST_TEXT);
      return g_strdup_printf ("“%s…”", start);
    }
  return g_strdup_printf ("“%s”", text);
}

/* What a person would call it: its name, or the months it holds for. */
static char *
describe_object (const json_t *value)
{
  static const char *const keys[] = { "name", "provider", "step", "code", "monthly", "from", "month", "requested" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = json_string_value (json_object_get (value, keys[i]));
      if (text != NULL)
        return describe_text (text);
    }
  return g_strdup (_("entered"));
}

static char *
describe (const json_t *value)
{
  switch (json_typeof (value))
    {
    case JSON_STRING:
      return describe_text (json_string_value (value));
    case JSON_INTEGER:
      return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
    case JSON_TRUE:
      return g_strdup (_("yes"));
    case JSON_FALSE:
      return g_strdup (_("no"));
    case JSON_NULL:
      return g_strdup (_("open"));
    case JSON_OBJECT:
      return describe_object (value);
    case JSON_ARRAY:
      return g_strdup_printf (ngettext ("%u entry", "%u entries", json_array_size (value)),
                              (guint) json_array_size (value));
    case JSON_REAL:
    default:
      {
        char *dumped = json_dumps (value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION (15));
        char *text = g_strdup (dumped);
        free (dumped);
        return text;
      }
    }
}

static void
report (Walk *walk, const json_t *before, const json_t *after)
{
  MpCaseDifference *difference = g_new0 (MpCaseDifference, 1);

  difference->pointer = g_strdup (walk->pointer->str);
  difference->place = g_strdup (walk->place->str);
  difference->before = before != NULL ? describe (before) : NULL;
  difference->after = after != NULL ? describe (after) : NULL;
  if (difference->before == NULL)
    /* Translators: %1$s is a place in the case, such as "SSDI, full amounts", %2$s what was entered */
    difference->words = g_strdup_printf (_("%1$s: added %2$s"), walk->place->str, difference->after);
  else if (difference->after == NULL)
    /* Translators: %1$s is a place in the case, %2$s what was taken away */
    difference->words = g_strdup_printf (_("%1$s: removed %2$s"), walk->place->str, difference->before);
  else
    /* Translators: %1$s is a place in the case, %2$s what stood there before, %3$s what stands there now */
    difference->words = g_strdup_printf (_("%1$s: %2$s → %3$s"), walk->place->str, difference->before, difference->after);
  g_ptr_array_add (walk->found, difference);
}

static void compare (Walk *walk, const json_t *before, const json_t *after);

/* Goes one step down and back. */
static void
compare_at (Walk *walk, const char *step, const char *words, const json_t *before, const json_t *after)
{
  gsize pointer = walk->pointer->len, place = walk->place->len;

  g_string_append_c (walk->pointer, '/');
  mp_pointer_append_part (walk->pointer, step);
  if (*words != '\0')
    g_string_append_printf (walk->place, "%s%s", place > 0 ? ", " : "", words);
  compare (walk, before, after);
  g_string_truncate (walk->pointer, pointer);
  g_string_truncate (walk->place, place);
}

static void
compare_objects (Walk *walk, json_t *before, json_t *after)
{
  const char *key;
  json_t *value;

  json_object_foreach (before, key, value)
    if (json_object_get (after, key) == NULL)
      compare_at (walk, key, label_of (key), value, NULL);
  json_object_foreach (after, key, value)
    compare_at (walk, key, label_of (key), json_object_get (before, key), value);
}

/* Entries alike at the start and at the end are the same ones; those between are matched in order. */
static void
compare_arrays (Walk *walk, const json_t *before, const json_t *after)
{
  gsize n_before = json_array_size (before), n_after = json_array_size (after), first = 0, same = 0, longest;

  while (first < n_before && first < n_after && json_equal (json_array_get (before, first), json_array_get (after, first)))
    first++;
  while (same < n_before - first && same < n_after - first
         && json_equal (json_array_get (before, n_before - 1 - same), json_array_get (after, n_after - 1 - same)))
    same++;
  longest = MAX (n_before, n_after) - same;
  for (gsize i = first; i < longest; i++)
    {
      const json_t *old = i < n_before - same ? json_array_get (before, i) : NULL;
      const json_t *new = i < n_after - same ? json_array_get (after, i) : NULL;
      g_autofree char *step = g_strdup_printf ("%" G_GSIZE_FORMAT, i);
      g_autofree char *name = old != NULL && new != NULL && json_is_object (old) ? describe_object (old) : g_strdup ("");

      compare_at (walk, step, name, old, new);
    }
}

static void
compare (Walk *walk, const json_t *before, const json_t *after)
{
  if (before != NULL && after != NULL && json_equal (before, after))
    return;
  if (json_is_object (before) && json_is_object (after))
    compare_objects (walk, (json_t *) before, (json_t *) after);
  else if (json_is_array (before) && json_is_array (after))
    compare_arrays (walk, before, after);
  else
    report (walk, before, after);
}

/* A case as Milepost itself writes it: what is left out and what is said to be as it is by default are the same. */
static json_t *
read_case (const char *data, gsize length)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (data, length, problems);
  g_autofree char *text = kase != NULL && problems->len == 0 ? mp_case_write (kase) : NULL;

  return text != NULL ? json_loads (text, 0, NULL) : NULL;
}

/**
 * mp_differences:
 * @before: (array length=before_length): a case file
 * @before_length: its bytes
 * @after: (array length=after_length): another one
 * @after_length: its bytes
 *
 * Says what changed from one state of a case to another, or what differs between two copies.
 *
 * Returns: (transfer full) (nullable) (element-type MpCaseDifference): each difference, in the order of
 *   the document; %NULL when one of them is not JSON
 */
GPtrArray *
mp_differences (const char *before, gsize before_length, const char *after, gsize after_length)
{
  json_t *old = read_case (before, before_length);
  json_t *new = old != NULL ? read_case (after, after_length) : NULL;
  Walk walk = { NULL, g_string_new (NULL), g_string_new (NULL) };

  /* One that an earlier Milepost kept, or that somebody wrote by hand: as it stands. */
  if (new == NULL)
    {
      json_decref (old);
      old = json_loadb (before, before_length, JSON_REJECT_DUPLICATES, NULL);
      new = json_loadb (after, after_length, JSON_REJECT_DUPLICATES, NULL);
    }
  if (old != NULL && new != NULL)
    {
      walk.found = g_ptr_array_new_with_free_func (difference_free);
      compare (&walk, old, new);
    }
  json_decref (old);
  json_decref (new);
  g_string_free (walk.pointer, TRUE);
  g_string_free (walk.place, TRUE);
  return walk.found;
}
