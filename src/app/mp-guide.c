/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-guide.h"

#include "mp-i18n.h"

/* From the program's folder: where it is installed, and in a build folder. */
static const char *const folders[] = { "../share/milepost/help", "../../doc" };

/**
 * mp_guide_find:
 * @page: (nullable): a page of the window, or %NULL for the people
 *
 * Returns: (transfer full) (nullable): the file of the help page for it, in the user's language when the help speaks it;
 *   %NULL when the help is not there
 */
char *
mp_guide_find (const char *page)
{
  const char *topic = page == NULL ? "add-person" : g_str_equal (page, "projection") ? "picture" : page;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *name = g_strconcat (topic, ".html", NULL);

  for (guint i = 0; folder != NULL && i < 2 * G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *joined = g_build_filename (folder, folders[i / 2], i % 2 == 0 ? mp_i18n_language () : ".", name, NULL);

      if (g_file_test (joined, G_FILE_TEST_IS_REGULAR))
        return g_canonicalize_filename (joined, NULL);
    }
  return NULL;
}

static const char topic_key[] = "mp-guide-topic";

/**
 * mp_guide_set_topic:
 * @widget: a part of a window
 * @page: (transfer none): static: the help page for what is in it
 *
 * Says which page F1 opens while the focus is in @widget.
 */
void
mp_guide_set_topic (GtkWidget *widget, const char *page)
{
  g_object_set_data (G_OBJECT (widget), topic_key, (gpointer) page);
}

/**
 * mp_guide_topic:
 * @widget: (nullable): what has the focus, or a window where nothing has
 *
 * Returns: (transfer none) (nullable): the help page of the innermost part that has one of its own
 */
const char *
mp_guide_topic (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *page = g_object_get_data (G_OBJECT (widget), topic_key);

      if (page != NULL)
        return page;
    }
  return NULL;
}
