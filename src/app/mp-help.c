/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-help.h"

#include "mp-a11y.h"
#include "mp-glossary.h"
#include "mp-hints.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *page; /* NULL: the people */
  const char *title;
  const char *text;
} Topic;

static const Topic topics[] = {
  { NULL, N_("People"), N_("Everybody you work with. Type to search names, plans and notes; Enter opens. F2 renames, Delete puts into the archive, and Undo brings back. Drop a .milepost file here to look at it.") },
  { "facts", N_("Facts"), N_("What the person gets now, in the order of the BPQY. What you type counts at once; what is not understood is marked and leaves the last valid figures in force. Nothing is assumed that is not on this page or in the report’s list of assumptions.") },
  { "work", N_("Work"), N_("Plans: jobs with pay, hours and months, work costs, and who holds the Ticket. A plan can be copied and changed; every change can be undone.") },
  { "projection", N_("Projection"), N_("The plan month by month. Left and Right move by a month. The panel says why each figure is what it is, with the rule and where it is written. F9 hides it.") },
  { "milestones", N_("Milestones"), N_("The steps for which Social Security pays the EN, what each needs, and what the person has so far.") },
  { "compare", N_("Compare"), N_("Up to four plans beside each other. No plan is called best: a loss is shown beside what is kept.") },
  { "report", N_("Report"), N_("The plan on paper, for the person: it lists the facts and how sure they are, the figures and the rules.") },
};

/* The word behind a fact: the first part of a pointer that fits. */
static const struct { const char *part, *term; } facts[] = {
  { "/history/twp_months", "TWP" }, { "/history/cessation", "cessation" }, { "/ssdi/medicare/part_b", "Part B" }, { "/ssdi/medicare", "extended Medicare" },
  { "/ssi/unearned", "countable income" }, { "/ssi/in_kind", "in-kind support" }, { "/ssi/living", "in-kind support" }, { "/ssi/spouse", "deeming" },
  { "/ssi/children", "deeming" }, { "/ssi/medicaid", "1619(b)" }, { "/beneficiary/student", "SEIE" }, { "/bpqy/overpayment", "overpayment" },
  { "/bpqy", "BPQY" }, { "/paid", "overpayment" }, { "/assumptions/cola", "COLA" }, { "/subsidy", "subsidy" }, { "/unsuccessful_attempt", "UWA" },
  { "/work_incentives", "IRWE" }, { "/expedited_reinstatement", "EXR" }, { "/ticket/assignments", "EN" }, { "/ticket/share", "EN" },
  { "/ticket/rates", "milestone" }, { "/prior_payments", "milestone" }, { "/services_completed", "IWP" }, { "/ticket/education", "timely progress" },
  { "/ticket", "Ticket to Work" }, { "/hourly", "gross earnings" }, { "/monthly", "gross earnings" }, { "/ssdi", "SSDI" }, { "/ssi", "SSI" },
};

static const MpGlossaryWord *
word_of (const char *pointer)
{
  for (guint i = 0; pointer != NULL && i < G_N_ELEMENTS (facts); i++)
    /* an amount of a benefit is no pay */
    if (strstr (pointer, facts[i].part) != NULL && (!g_str_equal (facts[i].part, "/monthly") || g_str_has_prefix (pointer, "/scenarios/")))
      return mp_glossary_find (facts[i].term);
  return NULL;
}

/**
 * mp_help_has_word:
 * @pointer: (nullable): a fact
 *
 * Returns: whether the glossary has a word for it
 */
gboolean
mp_help_has_word (const char *pointer)
{
  return word_of (pointer) != NULL;
}

/**
 * mp_help_sentence:
 * @pointer: a fact
 * @parameters: the published figures
 *
 * Returns: (transfer full) (nullable): what the word for it means, with the figures of today; %NULL without a word
 */
char *
mp_help_sentence (const char *pointer, const MpParameters *parameters)
{
  const MpGlossaryWord *word = word_of (pointer);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return word != NULL ? mp_glossary_sentence (word, parameters, mp_month (g_date_time_get_year (now), g_date_time_get_month (now))) : NULL;
}

static void
add_text (GtkWidget *box, const char *title, const char *text)
{
  gtk_box_append (GTK_BOX (box), mp_label_new (title, "title-4"));
  gtk_box_append (GTK_BOX (box), mp_label_new (text, NULL));
}

/**
 * mp_help_new:
 * @parent: the window it belongs to
 * @page: (nullable): the page that is shown, or %NULL for the people
 * @pointer: (nullable): the fact that has the focus: its word comes first
 * @guide: (nullable): address of the page of the guide, for a link to it
 * @parameters: the published figures, for the sentence of the word
 *
 * Returns: (transfer none): a window with the help for it, not yet shown
 */
GtkWidget *
mp_help_new (GtkWindow *parent, const char *page, const char *pointer, const char *guide, const MpParameters *parameters)
{
  GtkWidget *window = adw_window_new (), *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *keys = gtk_button_new_with_label (_("Show all keys")), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const MpGlossaryWord *word = word_of (pointer);

  gtk_window_set_title (GTK_WINDOW (window), _("Help"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_application (GTK_WINDOW (window), gtk_window_get_application (parent)); /* for its actions */
  gtk_window_set_default_size (GTK_WINDOW (window), 460, -1);
  mp_dialog_fit_text (GTK_WINDOW (window));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  if (word != NULL)
    {
      g_autofree char *sentence = mp_help_sentence (pointer, parameters);
      g_autofree char *title = mp_glossary_title (word);

      add_text (box, title, sentence);
    }
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (topics[i].page, page) == 0)
      add_text (box, _(topics[i].title), _(topics[i].text));
  for (guint i = 0; g_strcmp0 (page, "projection") == 0 && i < MP_N_HINTS; i++)
    gtk_box_append (GTK_BOX (box), mp_label_new (mp_hint_text (i), NULL));
  add_text (box, _("≈ about"), _("The figure for that year is not published yet, so the last one is used."));
  add_text (box, _("An estimate"), _("Only Social Security decides. If a fact changes, the numbers change."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (keys), "app.shortcuts");
  mp_a11y_name (keys, _("Show all keys"));
  gtk_box_append (GTK_BOX (buttons), keys);
  if (guide != NULL)
    {
      GtkWidget *more = gtk_link_button_new_with_label (guide, _("Read the help page"));

      mp_a11y_name (more, _("Read the help page"));
      gtk_box_append (GTK_BOX (buttons), more);
    }
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), box);
  adw_window_set_content (ADW_WINDOW (window), all);
  return window;
}
