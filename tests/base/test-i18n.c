/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-i18n.h"

#include <string.h>

/* Built as msgfmt builds it: sorted originals, their translations. */
typedef struct { const char *text; gsize size; } Piece;
#define PIECE(s) { s, sizeof (s) - 1 }

static const Piece originals[] = { PIECE (""), PIECE ("%u month\0%u months"), PIECE ("Pay"), PIECE ("SSI"), PIECE ("short month\004May") };
static const Piece translations[] = {
  PIECE ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"),
  PIECE ("%u mes\0%u meses"), PIECE ("Ganancias brutas"), PIECE (""), PIECE ("may."),
};

static void
put (GByteArray *out, guint32 n)
{
  guint32 le = GUINT32_TO_LE (n);

  g_byte_array_append (out, (const guint8 *) &le, sizeof le);
}

static GBytes *
build (void)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const guint32 n = G_N_ELEMENTS (originals);
  guint32 at = 28 + n * 16;

  put (out, 0x950412deu);
  put (out, 0);
  put (out, n);
  put (out, 28);
  put (out, 28 + n * 8);
  put (out, 0);
  put (out, 0);
  for (guint table = 0; table < 2; table++)
    for (guint i = 0; i < n; i++)
      {
        gsize size = table == 0 ? originals[i].size : translations[i].size;
        put (out, (guint32) size);
        put (out, at);
        at += (guint32) size + 1;
      }
  for (guint table = 0; table < 2; table++)
    for (guint i = 0; i < n; i++)
      {
        const Piece *piece = table == 0 ? &originals[i] : &translations[i];
        g_byte_array_append (out, (const guint8 *) piece->text, (guint) piece->size + 1);
      }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static void
test_use (void)
{
  g_autoptr (GBytes) mo = build ();
  g_autoptr (MpCatalogue) spanish = mp_catalogue_new (mo, "es");

  g_assert_nonnull (spanish);
  g_assert_cmpstr (_("Pay"), ==, "Pay");
  g_assert_null (mp_i18n_use (spanish));
  g_assert_cmpstr (mp_i18n_language (), ==, "es");
  g_assert_cmpstr (_("Pay"), ==, "Ganancias brutas");
  g_assert_cmpstr (_("not in it"), ==, "not in it");
  g_assert_cmpstr (_("SSI"), ==, "SSI"); /* left empty by the translator */
  g_assert_cmpstr (C_("short month", "May"), ==, "may.");
  g_assert_cmpstr (C_("other", "May"), ==, "May");
  g_assert_cmpstr (mp_pgettext2 ("short month", "May"), ==, "may.");
  g_assert_cmpstr (mp_pgettext2 ("other", "May"), ==, "May");
  g_assert_cmpstr (ngettext ("%u month", "%u months", 1), ==, "%u mes");
  g_assert_cmpstr (ngettext ("%u month", "%u months", 0), ==, "%u meses");
  g_assert_cmpstr (ngettext ("%u day", "%u days", 1), ==, "%u day");
  g_assert_cmpstr (ngettext ("%u day", "%u days", 2), ==, "%u days");
  g_assert_true (mp_i18n_use (NULL) == spanish);
  g_assert_cmpstr (_("Pay"), ==, "Pay");
  g_assert_cmpstr (mp_i18n_language (), ==, "en");
}

static gpointer
say_pay (gpointer unused)
{
  return g_strdup (_("Pay"));
}

/* A report that is written in the background does not change what the window says. */
static void
test_thread (void)
{
  g_autoptr (GBytes) mo = build ();
  g_autoptr (MpCatalogue) spanish = mp_catalogue_new (mo, "es");
  g_autofree char *said = NULL;

  mp_i18n_use (spanish);
  said = g_thread_join (g_thread_new ("other", say_pay, NULL));
  g_assert_cmpstr (said, ==, "Pay");
  mp_i18n_use (NULL);
}

static void
test_plain (void)
{
  g_autoptr (MpCatalogue) english = mp_catalogue_new_plain ("en");

  mp_i18n_use (english);
  g_assert_cmpstr (_("Pay"), ==, "Pay");
  g_assert_cmpstr (ngettext ("%u month", "%u months", 1), ==, "%u month");
  g_assert_cmpstr (mp_i18n_language (), ==, "en");
  mp_i18n_use (NULL);
}

/* Every shorter file and every changed number is refused or read within its bounds. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) mo = build ();
  gsize size;
  const guint8 *data = g_bytes_get_data (mo, &size);

  for (gsize n = 0; n < size - 1; n++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, n);
      g_assert_null (mp_catalogue_new (part, "es"));
    }
  for (gsize at = 0; at < 28 + G_N_ELEMENTS (originals) * 16; at++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MpCatalogue) catalogue = NULL;

      copy[at] ^= 0x7f;
      bytes = g_bytes_new (copy, size);
      catalogue = mp_catalogue_new (bytes, "es");
      mp_i18n_use (catalogue);
      g_assert_nonnull (_("Pay"));
      g_assert_nonnull (ngettext ("%u month", "%u months", 2));
      mp_i18n_use (NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/i18n/use", test_use);
  g_test_add_func ("/i18n/thread", test_thread);
  g_test_add_func ("/i18n/plain", test_plain);
  g_test_add_func ("/i18n/damaged", test_damaged);
  return g_test_run ();
}
