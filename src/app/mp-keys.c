/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-keys.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *action; /* (nullable): NULL where a page has the key itself */
  const char *keys;   /* separated by spaces */
  const char *title;
} Key;

typedef struct {
  const char *title;
  const Key *keys;
  guint n;
} Group;

static const Key everywhere[] = {
  { "win.add-person", "<Control>n", N_("Add a person") },
  { "win.open", "<Control>o", N_("Open a case file") },
  { "win.search", "<Control>f", N_("Search") },
  { "win.new-window", "<Control><Shift>n", N_("Another window, of the same case") },
  { "win.undo", "<Control>z", N_("Undo") },
  { "win.redo", "<Control><Shift>z", N_("Redo") },
  { "app.preferences", "<Control>comma", N_("Preferences") },
  { "app.shortcuts", "<Control>question", N_("Keys") },
  { "app.help", "F1", N_("Help") },
  { "win.fullscreen", "F11", N_("Full screen") },
  { "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", N_("Larger text") },
  { "win.zoom-out", "<Control>minus <Control>KP_Subtract", N_("Smaller text") },
  { "win.zoom-normal", "<Control>0 <Control>KP_0", N_("Normal text") },
  { "win.lock", "<Control>l", N_("Lock") },
  { "app.quit", "<Control>q", N_("Quit") },
};

static const Key people[] = {
  { NULL, "Return", N_("Open the person") },
  { NULL, "F2", N_("Rename") },
  { NULL, "Delete", N_("Archive") },
};

static const Key kase[] = {
  { "win.back", "<Alt>Left", N_("Back to people") },
  { "win.page::facts", "<Alt>1", N_("Facts") },
  { "win.page::work", "<Alt>2", N_("Work") },
  { "win.page::projection", "<Alt>3", N_("Projection") },
  { "win.page::milestones", "<Alt>4", N_("Milestones") },
  { "win.page::compare", "<Alt>5", N_("Compare") },
  { "win.page::report", "<Alt>6", N_("Report") },
  { "win.next-plan", "<Control>Page_Down", N_("Next plan") },
  { "win.previous-plan", "<Control>Page_Up", N_("Previous plan") },
  { "win.copy-plan", "<Control>d", N_("Copy the plan, or keep a try-out as a plan") },
  { "win.present", "F5", N_("Present the milestones") },
  { "win.save-pdf", "<Control>e", N_("Save PDF") },
  { "win.print", "<Control>p", N_("Print the report") },
  { "app.figures", "<Control>i", N_("Figures") },
};

static const Key form[] = {
  { NULL, "Return", N_("Next fact") },
  { NULL, "<Control>Return", N_("Begin an entry of the next list") },
  { NULL, "Up Down", N_("A month later or earlier; in an empty month the likely one") },
  { NULL, "Page_Up Page_Down", N_("A year later or earlier") },
  { NULL, "<Control>period", N_("Where the fact comes from") },
};

static const Key picture[] = {
  { NULL, "Left Right", N_("Month before or after") },
  { NULL, "<Control>Left <Control>Right", N_("Change before or after") },
  { NULL, "Home End", N_("First or last month") },
  { NULL, "<Shift>Left <Shift>Right", N_("Choose several months") },
  { NULL, "Up Down", N_("Read one lane of the month") },
  { NULL, "n", N_("A note on the month") },
  { NULL, "w Return", N_("Why these numbers") },
  { NULL, "t", N_("Picture or table") },
  { NULL, "e", N_("As the EN sees it") },
  { NULL, "bracketleft bracketright", N_("Fewer or more months") },
  { NULL, "<Control>Return", N_("Keep a try-out") },
  { NULL, "Escape", N_("Drop a try-out") },
  { NULL, "<Control><Shift>c", N_("Copy the picture") },
  { NULL, "<Control><Shift>s", N_("Copy the answer as text") },
  { "win.panel", "F9", N_("Show or hide the month's details") },
};

static const Key ladder[] = {
  { NULL, "Left Right", N_("Step before or after") },
  { NULL, "<Control>Left <Control>Right", N_("The marker a month back or on") },
  { NULL, "<Control><Shift>Left <Control><Shift>Right", N_("The marker a year back or on") },
  { NULL, "<Control>Return", N_("Keep the hours of the presentation") },
};

static const Key compare[] = {
  { NULL, "<Alt>Up <Alt>Down", N_("Move the plan of the row up or down") },
  { NULL, "Return", N_("The picture of the plan") },
  { NULL, "Left Right", N_("A month, or $10 of pay, less or more") },
  { NULL, "bracketleft bracketright", N_("Less or more pay along the curve") },
};

static const Group groups[] = {
  { N_("Everywhere"), everywhere, G_N_ELEMENTS (everywhere) },
  { N_("People"), people, G_N_ELEMENTS (people) },
  { N_("A case"), kase, G_N_ELEMENTS (kase) },
  { N_("Facts and work"), form, G_N_ELEMENTS (form) },
  { N_("The picture"), picture, G_N_ELEMENTS (picture) },
  { N_("Milestones"), ladder, G_N_ELEMENTS (ladder) },
  { N_("Compare"), compare, G_N_ELEMENTS (compare) },
};

/**
 * mp_keys_set:
 * @application: the program
 *
 * Sets the keys of all actions.
 */
void
mp_keys_set (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i].n; j++)
      if (groups[i].keys[j].action != NULL)
        {
          g_auto (GStrv) keys = g_strsplit (groups[i].keys[j].keys, " ", -1);
          gtk_application_set_accels_for_action (application, groups[i].keys[j].action, (const char *const *) keys);
        }
}

/* Of an action the first of its keys is shown; the others are what another keyboard sends for it. */
static void
add_key (GString *xml, const Key *key)
{
  g_autofree char *first = g_strndup (key->keys, key->action != NULL ? strcspn (key->keys, " ") : strlen (key->keys));
  g_autofree char *line = g_markup_printf_escaped (
    "<child><object class=\"GtkShortcutsShortcut\"><property name=\"title\">%s</property>"
    "<property name=\"accelerator\">%s</property></object></child>", _(key->title), first);

  g_string_append (xml, line);
}

/**
 * mp_keys_new_window:
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a window that shows all keys. GTK 4.8 fills it from XML alone.
 */
GtkWidget *
mp_keys_new_window (GtkWindow *parent)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\"><child>"
                                          "<object class=\"GtkShortcutsSection\"><property name=\"section-name\">keys</property><property name=\"max-height\">20</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *head = g_markup_printf_escaped ("<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>",
                                                       _(groups[i].title));
      g_string_append (xml, head);
      for (guint j = 0; j < groups[i].n; j++)
        add_key (xml, &groups[i].keys[j]);
      g_string_append (xml, "</object></child>");
    }
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  return window;
}
