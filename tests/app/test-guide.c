/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-guide.h"

#include "mp-i18n.h"

#include <string.h>

static void
check_page (const char *page, const char *file, const char *title)
{
  g_autofree char *path = mp_guide_find (page), *name = NULL, *text = NULL;

  g_assert_nonnull (path);
  name = g_path_get_basename (path);
  g_assert_cmpstr (name, ==, file);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, title));
}

/* Each page of the window, by the name that its action has */
static void
test_pages (void)
{
  check_page (NULL, "add-person.html", "<h1>Add a person</h1>");
  check_page ("facts", "facts.html", "<h1>Type the BPQY</h1>");
  check_page ("work", "work.html", "<h1>Describe the work in one line</h1>");
  check_page ("projection", "picture.html", "<h1>Read the picture</h1>");
  check_page ("milestones", "milestones.html", "<h1>Milestones and presenting</h1>");
  check_page ("compare", "compare.html", "<h1>Compare plans</h1>");
  check_page ("report", "report.html", "<h1>Report and hand-out</h1>");
}

/* In a language that the help does not speak it is English. */
static void
test_languages (void)
{
  g_autoptr (MpCatalogue) spanish = mp_catalogue_new_plain ("es"), french = mp_catalogue_new_plain ("fr");
  const MpCatalogue *before = mp_i18n_use (spanish);
  g_autofree char *path = mp_guide_find ("facts");

  if (strstr (path, "/es/") == NULL)
    g_test_skip ("po4a was missing, so the help is in English alone");
  else
    check_page ("facts", "facts.html", "<h1>Escribir el BPQY</h1>");
  (void) mp_i18n_use (french);
  check_page ("facts", "facts.html", "<h1>Type the BPQY</h1>");
  (void) mp_i18n_use (before);
}

static void
test_missing (void)
{
  g_assert_null (mp_guide_find ("no-such-page"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/guide/pages", test_pages);
  g_test_add_func ("/app/guide/languages", test_languages);
  g_test_add_func ("/app/guide/missing", test_missing);
  return g_test_run ();
}
