/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages in a Spanish session: nothing stands there in English that has a translation. */

#include "mp-catalogue.h"
#include "mp-message.h"
#include "sample.h"

#include <glib/gi18n-lib.h>

static guint
count_english (const char *text)
{
  if (text == NULL || *text == '\0' || g_str_equal (_(text), text))
    return 0;
  if (g_str_equal (text, "English")) /* a language by its own name, in the choice of the report's */
    return 0;
  g_test_message ("“%s” stands for “%s”", text, _(text));
  return 1;
}

/* The texts of all widgets, those that are not shown now, too. */
static guint
look (GtkWidget *widget, guint *n)
{
  guint english = count_english (gtk_widget_get_tooltip_text (widget));

  if (GTK_IS_LABEL (widget))
    {
      english += count_english (gtk_label_get_text (GTK_LABEL (widget)));
      *n += 1;
    }
  if (GTK_IS_TEXT (widget))
    english += count_english (gtk_text_get_placeholder_text (GTK_TEXT (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    english += look (child, n);
  return english;
}

static void
test_pages (void)
{
  static const char *const pages[] = { "facts", "work", "projection", "milestones", "compare", "report" };
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  GtkWidget *page = sample_page (model, 1280, 820);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guint n = 0;

      show_page (page, pages[i]);
      g_test_message ("%s", pages[i]);
      g_assert_cmpuint (look (page, &n), ==, 0);
      g_assert_cmpuint (n, >, 20);
    }
  close_page (page);
}

/* Plural forms and months: what a wrong domain or context leaves in English. */
static void
test_words (void)
{
  g_autofree char *may = mp_month_to_display (mp_month (2026, 5), TRUE);

  g_assert_cmpstr (may, ==, "mayo de 2026");
  g_assert_cmpstr (ngettext ("%u page", "%u pages", 1), ==, "%u página");
  g_assert_cmpstr (ngettext ("%u page", "%u pages", 2), ==, "%u páginas");
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "es", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  mp_i18n_start ("/nowhere"); /* the build folder's own */
  adw_init ();
  g_test_add_func ("/spanish/words", test_words);
  g_test_add_func ("/spanish/pages", test_pages);
  return g_test_run ();
}
