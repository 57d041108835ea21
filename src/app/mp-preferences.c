/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-preferences.h"

#include "mp-a11y.h"
#include "mp-fact-entry.h"
#include "mp-new-figures.h"
#include "mp-privacy-page.h"
#include "mp-reading-words.h"
#include "mp-settings.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

struct _MpPreferences {
  AdwPreferencesWindow parent_instance;
  MpStore *store; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MpPreferences, mp_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static GtkWidget *
add_page (MpPreferences *self, const char *title, const char *icon)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  return page;
}

static GtkWidget *
add_group (GtkWidget *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static void
add_row (GtkWidget *group, const char *title, const char *subtitle, GtkWidget *widget)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  mp_a11y_name (widget, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_entry (GtkWidget *group, const char *key, const char *title, const char *subtitle)
{
  GtkWidget *entry = gtk_entry_new ();

  g_settings_bind (mp_settings_get (), key, entry, "text", G_SETTINGS_BIND_DEFAULT);
  add_row (group, title, subtitle, entry);
}

static void
add_switch (GtkWidget *group, const char *key, const char *title, const char *subtitle)
{
  GtkWidget *widget = gtk_switch_new ();

  g_settings_bind (mp_settings_get (), key, widget, "active", G_SETTINGS_BIND_DEFAULT);
  add_row (group, title, subtitle, widget);
}

/* What a drop-down offers: the value of the setting, and its words. */
typedef struct {
  const char *value;
  const char *words;
} Choice;

static void
chosen_cb (GtkDropDown *widget, GParamSpec *pspec, const char *key)
{
  const Choice *choices = g_object_get_data (G_OBJECT (widget), "mp-choices");
  guint selected = gtk_drop_down_get_selected (widget);
  g_autoptr (GVariant) old = g_settings_get_value (mp_settings_get (), key);

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  if (g_variant_is_of_type (old, G_VARIANT_TYPE_STRING))
    g_settings_set_string (mp_settings_get (), key, choices[selected].value);
  else
    g_settings_set_uint (mp_settings_get (), key, (guint) g_ascii_strtoull (choices[selected].value, NULL, 10));
}

static void
add_choice (GtkWidget *group, const char *key, const char *title, const char *subtitle, const Choice *choices, guint n)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *widget = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GVariant) value = g_settings_get_value (mp_settings_get (), key);
  g_autofree char *text = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (value, NULL)
                                                                              : g_strdup_printf ("%u", g_variant_get_uint32 (value));

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, _(choices[i].words));
  gtk_drop_down_set_model (GTK_DROP_DOWN (widget), G_LIST_MODEL (list));
  for (guint i = 0; i < n; i++)
    if (g_str_equal (choices[i].value, text))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), i);
  g_object_set_data (G_OBJECT (widget), "mp-choices", (gpointer) choices);
  g_signal_connect (widget, "notify::selected", G_CALLBACK (chosen_cb), (gpointer) key);
  add_row (group, title, subtitle, widget);
}

static void
add_general (MpPreferences *self)
{
  static const Choice own[] = { { "", N_("As the desktop") }, { "en", N_("English") }, { "es", N_("Spanish") } };
  static const Choice languages[] = { { "", N_("As the program") }, { "en", N_("English") }, { "es", N_("Spanish") } };
  GtkWidget *page = add_page (self, _("General"), "preferences-system-symbolic");
  GtkWidget *group = add_group (page, _("Program"), NULL);

  add_choice (group, "language", _("Language"), _("From the next start of Milepost"), own, G_N_ELEMENTS (own));
  group = add_group (page, _("Reports"), _("These stand on every report, and nowhere else."));

  add_choice (group, "report-language", _("Language of the report"), NULL, languages, G_N_ELEMENTS (languages));
  add_entry (group, "agency", _("Agency"), NULL);
  add_entry (group, "counselor", _("Counselor"), NULL);
  add_entry (group, "phone", _("Phone"), NULL);
}

static void
add_show (MpPreferences *self)
{
  static const Choice schemes[] = { { "system", N_("As the desktop") }, { "light", N_("Light") }, { "dark", N_("Dark") } };
  static const Choice patterns[] = { { "off", N_("Off") }, { "on", N_("On") }, { "print", N_("When printing") } };
  static const Choice spans[] = {
    { "0", N_("All months") }, { "12", N_("1 year") }, { "24", N_("2 years") }, { "36", N_("3 years") }, { "60", N_("5 years") },
    { "120", N_("10 years") },
  };
  GtkWidget *page = add_page (self, _("Show"), "view-reveal-symbolic");
  GtkWidget *group = add_group (page, _("Window"), _("High contrast follows the desktop. Ctrl + and Ctrl − change the size of the text."));

  add_choice (group, "color-scheme", _("Light or dark"), NULL, schemes, G_N_ELEMENTS (schemes));
  group = add_group (page, _("Pictures"), NULL);
  add_choice (group, "span", _("Months shown at first"), NULL, spans, G_N_ELEMENTS (spans));
  add_choice (group, "patterns", _("Patterns"), _("A pattern for each kind of money, besides its color."), patterns, G_N_ELEMENTS (patterns));
  add_switch (group, "show-en", _("Payments to the EN"), NULL);
  add_switch (group, "expert-words", _("Expert words"), _("The codes of the rules stand behind the plain words."));
}

/* A question and its answers are long: the answer stands under the question. */
static GtkWidget *
tall_row_new (const char *title, const char *subtitle, GtkWidget *widget)
{
  GtkWidget *row = adw_preferences_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *small = mp_label_new (subtitle, "caption");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title); /* what the search looks in */
  gtk_widget_add_css_class (small, "dim-label");
  gtk_widget_set_margin_top (widget, 6);
  gtk_widget_add_css_class (box, "form-card");
  gtk_box_append (GTK_BOX (box), mp_label_new (title, NULL));
  gtk_box_append (GTK_BOX (box), small);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
add_reading (MpCaseModel *model, GtkWidget *group, MpReadingId id)
{
  const MpReadingWords *words = mp_reading_words (id);
  g_autofree char *pointer = NULL, *escaped = NULL, *subtitle = NULL;
  g_auto (GStrv) parts = g_strsplit (mp_reading_key (id), "/", 2);

  if (words == NULL)
    return;
  escaped = g_strjoinv ("~1", parts);
  pointer = g_strconcat ("/assumptions/readings/", escaped, NULL);
  /* Translators: the reading of a rule that Milepost takes by itself, the rule's id, and where it is written */
  subtitle = g_strdup_printf (_("Default: %1$s · %2$s · %3$s"), _(words->choices[0]), words->key, words->citation);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tall_row_new (_(words->question), subtitle, mp_fact_choice_new (model, pointer, _(words->question), words->choices)));
}

static void
add_readings (MpPreferences *self, MpCaseModel *model)
{
  GtkWidget *page = add_page (self, _("Readings"), "accessories-dictionary-symbolic");
  static const char *const programs[] = { "ssdi/", "ssi/", "ticket/" };
  static const char *const titles[] = { N_("SSDI"), N_("SSI"), N_("Ticket to Work") };

  if (model == NULL)
    {
      add_group (page, _("Rules that can be read in two ways"), _("Open a person first: a reading is chosen for a case, and the report names it."));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      GtkWidget *group = add_group (page, _(titles[i]), i == 0 ? _("Rules that can be read in two ways, for the open case. The report names each choice.") : NULL);

      for (guint id = 0; id < MP_N_READINGS; id++)
        if (g_str_has_prefix (mp_reading_key (id), programs[i]))
          add_reading (model, group, id);
    }
}

static void
add_privacy (MpPreferences *self)
{
  GtkWidget *page, *group;

  if (self->store != NULL)
    {
      page = mp_privacy_page_new (self->store);
      adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
    }
  else
    page = add_page (self, _("Privacy"), "security-high-symbolic");
  group = add_group (page, _("Names"), _("Milepost never asks for a Social Security number and sends nothing anywhere."));
  add_switch (group, "hide-names", _("Hide names"), _("In the window’s title, the recent files and presentations."));
}

static void
add_figures (MpPreferences *self, MpCaseModel *model)
{
  GtkWidget *page = add_page (self, _("Figures"), "view-list-symbolic");
  GtkWidget *group = add_group (page, _("Later years"), _("A figure that is not published yet is the last one published, marked ≈."));
  GtkWidget *button = gtk_button_new_with_label (_("Show figures"));

  if (model != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
      mp_fact_row_new (model, "/assumptions/cola_percent", _("Yearly raise to assume, in percent"),
                       _("For the open case. Empty: none."), NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.figures");
  add_row (group, _("Published figures"), _("Each with its year and where it is published."), button);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (mp_new_figures_group_new ()));
  group = add_group (page, _("Employment Network"), NULL);
  add_entry (group, "en-cost", _("Staff cost per person and month, in dollars"), NULL);
}

static void
mp_preferences_dispose (GObject *object)
{
  MpPreferences *self = MP_PREFERENCES (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (mp_preferences_parent_class)->dispose (object);
}

static void
mp_preferences_class_init (MpPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_preferences_dispose;
}

static void
mp_preferences_init (MpPreferences *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 640);
  mp_dialog_fit_text (GTK_WINDOW (self));
}

/**
 * mp_preferences_new:
 * @parent: the window it belongs to
 * @store: (nullable): the people
 * @model: (nullable): the open case
 *
 * Returns: (transfer none): the window, not yet shown
 */
GtkWidget *
mp_preferences_new (GtkWindow *parent, MpStore *store, MpCaseModel *model)
{
  MpPreferences *self = g_object_new (MP_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE,
                                      "destroy-with-parent", TRUE, "application", gtk_window_get_application (parent), NULL);

  self->store = store != NULL ? g_object_ref (store) : NULL;
  add_general (self);
  add_show (self);
  add_readings (self, model);
  add_privacy (self);
  add_figures (self, model);
  mp_a11y_icons (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
