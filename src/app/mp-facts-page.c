/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-facts-page.h"

#include "mp-a11y.h"
#include "mp-facts-form.h"
#include "mp-pair.h"
#include "mp-paste-dialog.h"
#include "mp-questions.h"
#include "mp-small-picture.h"
#include "mp-widgets.h"
#include "mp-words-compare.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

#define PICTURE_MONTHS 24

struct _MpFactsPage {
  MpPage parent_instance;
  GtkWidget *paste_button, *questions_label, *picture_button, *form_bin, *sentence, *picture_bin, *paid, *problem;
  GtkWidget *questions_title, *questions;
  GtkWidget *form, *picture;
};

G_DEFINE_FINAL_TYPE (MpFactsPage, mp_facts_page, MP_TYPE_PAGE)

static void
question_cb (GtkButton *button, MpFactsPage *self)
{
  if (!mp_form_show (MP_FORM (self->form), g_object_get_data (G_OBJECT (button), "mp-pointer")))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "work");
}

static void
show_questions (MpFactsPage *self)
{
  g_autoptr (GPtrArray) questions = mp_problems_new ();
  g_autofree char *count = NULL;

  mp_case_questions (mp_case_model_get_case (mp_page_get_model (MP_PAGE (self))), mp_page_get_projection (MP_PAGE (self)), questions);
  mp_box_clear (GTK_BOX (self->questions));
  for (guint i = 0; i < questions->len; i++)
    {
      const MpProblem *question = questions->pdata[i];
      GtkWidget *button = gtk_button_new (), *label = mp_label_new (question->message, NULL);

      gtk_button_set_child (GTK_BUTTON (button), label);
      mp_a11y_name (button, question->message);
      g_object_set_data_full (G_OBJECT (button), "mp-pointer", g_strdup (question->pointer), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (question_cb), self);
      gtk_box_append (GTK_BOX (self->questions), button);
    }
  gtk_widget_set_visible (self->questions_title, questions->len > 0);
  /* Translators: %u facts seldom go together */
  count = questions->len > 0 ? g_strdup_printf (ngettext ("%u question", "%u questions", questions->len), questions->len) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->questions_label), count);
}

/* The last valid picture stays, and the line under it says which text is not in it. */
static void
show_problem (MpFactsPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  gboolean pending = mp_case_model_has_pending (model, "");

  gtk_label_set_text (GTK_LABEL (self->problem), pending ? _("Something typed is not understood yet. The picture shows the facts before it.") : "");
  gtk_widget_set_visible (self->problem, pending);
  gtk_widget_set_opacity (self->picture, pending ? 0.6 : 1);
}

/* Of a person who was added with one benefit the other is not asked, until there is something of it. */
static void
show_sections (MpFactsPage *self)
{
  static const char *const of_ssdi[] = { "/ssdi", "/ssdi/history" }, *const of_ssi[] = { "/ssi", "/ssi/history", "/ssi/spouse" };
  const MpCase *kase = mp_case_model_get_case (mp_page_get_model (MP_PAGE (self)));
  MpCaseView *view = mp_page_get_view (MP_PAGE (self));
  gboolean ssdi = kase->ssdi.present || mp_case_view_expects_ssdi (view) || !mp_case_view_expects_ssi (view);
  gboolean ssi = kase->ssi.present || mp_case_view_expects_ssi (view) || !mp_case_view_expects_ssdi (view);

  for (guint i = 0; i < G_N_ELEMENTS (of_ssdi); i++)
    mp_form_set_section_visible (MP_FORM (self->form), of_ssdi[i], ssdi);
  for (guint i = 0; i < G_N_ELEMENTS (of_ssi); i++)
    mp_form_set_section_visible (MP_FORM (self->form), of_ssi[i], ssi);
}

/* Where SSA paid something else: each month with the usual reason, and what they come to. */
static void
show_paid (MpFactsPage *self)
{
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  g_autoptr (MpPaidReview) review = projection != NULL && projection->kase->n_paid > 0
                                    ? mp_paid_review (projection, mp_page_get_without_work (MP_PAGE (self))) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sum = review != NULL ? mp_words_paid_sum (review) : g_strdup ("");

  for (guint i = 0; review != NULL && i < review->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (review->months, MpPaidMonth, i);
      g_autofree char *sentence = mp_words_paid_month (paid);

      if (paid->difference != 0)
        g_string_append_printf (text, "%s\n\n", sentence);
    }
  g_string_append (text, sum);
  gtk_label_set_text (GTK_LABEL (self->paid), text->str);
  gtk_widget_set_visible (self->paid, *sum != '\0');
}

static void
mp_facts_page_model_changed (MpPage *page)
{
  MpFactsPage *self = MP_FACTS_PAGE (page);
  const MpProjection *without = mp_page_get_without_work (page);
  g_autofree char *sentence = without != NULL ? mp_words_lead (without, NULL) : NULL;

  mp_small_picture_set_projection (MP_SMALL_PICTURE (self->picture), without);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence != NULL ? sentence : mp_case_model_get_error (mp_page_get_model (page)));
  show_questions (self);
  show_paid (self);
  show_problem (self);
}

static void
mp_facts_page_view_changed (MpPage *page)
{
  show_sections (MP_FACTS_PAGE (page));
  mp_form_mark_changes (MP_FORM (MP_FACTS_PAGE (page)->form), mp_case_view_get_reported (mp_page_get_view (page)));
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_paste_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), mp_page_get_model (MP_PAGE (widget)));
}

/* After the page has taken the focus that it takes when it is shown. */
static gboolean
show_fact_idle_cb (gpointer data)
{
  GtkWidget *page = data;
  const char *pointer = g_object_get_data (G_OBJECT (page), "mp-wanted");

  if (pointer != NULL && gtk_widget_get_mapped (page))
    mp_form_show (MP_FORM (MP_FACTS_PAGE (page)->form), pointer);
  g_object_set_data (G_OBJECT (page), "mp-wanted", NULL);
  return G_SOURCE_REMOVE;
}

static void
show_fact_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_object_set_data_full (G_OBJECT (widget), "mp-wanted", g_variant_dup_string (parameter, NULL), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_fact_idle_cb, g_object_ref (widget), g_object_unref);
}

static void
source_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_form_show_source (MP_FORM (MP_FACTS_PAGE (widget)->form));
}

static void
mp_facts_page_take_focus (MpPage *page)
{
  mp_form_show (MP_FORM (MP_FACTS_PAGE (page)->form), "/bpqy/dated");
}

static void
mp_facts_page_constructed (GObject *object)
{
  MpFactsPage *self = MP_FACTS_PAGE (object);
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  GtkWidget *flap = adw_bin_get_child (ADW_BIN (self));

  G_OBJECT_CLASS (mp_facts_page_parent_class)->constructed (object);
  self->form = mp_facts_form_new (model);
  adw_bin_set_child (ADW_BIN (self->form_bin), self->form);
  self->picture = mp_small_picture_new (PICTURE_MONTHS);
  adw_bin_set_child (ADW_BIN (self->picture_bin), self->picture);
  g_object_bind_property (flap, "folded", self->picture_button, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (flap, "reveal-flap", self->picture_button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (model, "notify::pending", G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
}

static void
mp_facts_page_class_init (MpFactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mp_facts_page_constructed;
  MP_PAGE_CLASS (klass)->model_changed = mp_facts_page_model_changed;
  MP_PAGE_CLASS (klass)->view_changed = mp_facts_page_view_changed;
  MP_PAGE_CLASS (klass)->take_focus = mp_facts_page_take_focus;
  g_type_ensure (MP_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/facts-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpFactsPage, name)
  BIND (paste_button); BIND (questions_label); BIND (picture_button); BIND (form_bin); BIND (sentence);
  BIND (picture_bin); BIND (paid); BIND (problem); BIND (questions_title); BIND (questions);
#undef BIND
  gtk_widget_class_install_action (widget_class, "facts.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "facts.show-fact", "s", show_fact_cb);
  gtk_widget_class_install_action (widget_class, "facts.source", NULL, source_cb);
}

static void
mp_facts_page_init (MpFactsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the entry that has the focus: to GTK the same key means emoji. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_period, GDK_CONTROL_MASK), gtk_named_action_new ("facts.source")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  mp_a11y_name (self->paste_button, _("Paste BPQY text…"));
  mp_a11y_name (self->picture_button, _("Picture"));
}
