/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-question-view.h"

#include "mp-a11y.h"
#include "mp-ask.h"
#include "mp-guide.h"
#include "mp-widgets.h"
#include "mp-words-compare.h"

#include <glib/gi18n-lib.h>

#define WIDTH 31 /* letters: no wider than a narrow window */

/* Amounts that a question may take, each in an entry of its own. */
typedef enum { WAGE, PAY, AMOUNT, N_FIELDS } Field;

static const struct { const char *title; gboolean (*is_taken) (MpQuestion question); } fields[N_FIELDS] = {
  [WAGE] = { N_("Pay per hour"), mp_question_takes_wage },
  [PAY] = { N_("Steady pay a month"), mp_question_takes_pay },
  [AMOUNT] = { N_("More by"), mp_question_takes_amount },
};

struct _MpQuestionView {
  AdwBin parent_instance;
  MpCaseModel *model;
  MpCaseView *view;
  GtkWidget *question, *month, *grid, *label[N_FIELDS], *entry[N_FIELDS], *answers;
};

G_DEFINE_FINAL_TYPE (MpQuestionView, mp_question_view, ADW_TYPE_BIN)

static MpQuestion
asked (MpQuestionView *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->question));
}

/* The amount in an entry; MP_MONEY_NONE when it is empty or not taken. FALSE: it is no amount. */
static gboolean
read_field (MpQuestionView *self, Field field, MpMoney *amount)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry[field])));

  *amount = MP_MONEY_NONE;
  g_strstrip (text);
  if (!fields[field].is_taken (asked (self)) || *text == '\0')
    return TRUE;
  return mp_money_parse (*text == '$' ? text + 1 : text, amount) && *amount >= 0 && *amount <= MP_MONEY_MAX;
}

static void
add_label (MpQuestionView *self, const char *text, const char *css_class)
{
  GtkWidget *label = mp_label_new (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH); /* a scrolled window takes the height of labels at their own width */
  gtk_box_append (GTK_BOX (self->answers), label);
}

static void
show_answer (MpQuestionView *self, const MpAnswer *answer)
{
  for (guint i = 0; i < answer->lines->len; i++)
    {
      const MpAnswerLine *line = &g_array_index (answer->lines, MpAnswerLine, i);
      g_autofree char *sentence = mp_message_format (&line->message, TRUE), *rule = mp_words_rule (line->rule);
      g_autofree char *marked = g_strconcat (i == 0 && answer->estimated != 0 ? "≈ " : "", sentence, NULL);

      add_label (self, marked, i == 0 ? "heading" : NULL);
      /* sentences of one rule stand together over it */
      if (i + 1 == answer->lines->len || !g_str_equal (line->rule, (line + 1)->rule))
        add_label (self, rule, "dim-label");
    }
  for (guint i = 0; i < answer->steps->len; i++)
    {
      const MpAnswerStep *step = &g_array_index (answer->steps, MpAnswerStep, i);
      g_autofree char *sentence = NULL, *rule = NULL;

      /* what is not reached stands in the CLI's list; here it would bury the rest */
      if (step->month == MP_MONTH_NONE && !step->removed)
        continue;
      sentence = mp_words_answer_step (step);
      rule = mp_words_rule (step->rule);
      add_label (self, sentence, NULL);
      gtk_widget_set_tooltip_text (gtk_widget_get_last_child (self->answers), rule);
    }
}

static void
update (MpQuestionView *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  MpAskOptions options = { mp_case_view_get_cursor (self->view), MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE };
  g_autofree char *month = mp_month_to_display (options.month, TRUE);
  g_autoptr (MpAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  MpMoney *amounts[N_FIELDS] = { &options.wage, &options.pay, &options.amount };

  mp_box_clear (GTK_BOX (self->answers));
  gtk_label_set_text (GTK_LABEL (self->month), month);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      gboolean is_amount = read_field (self, i, amounts[i]);

      gtk_widget_set_visible (self->label[i], fields[i].is_taken (asked (self)));
      gtk_widget_set_visible (self->entry[i], fields[i].is_taken (asked (self)));
      if (is_amount)
        {
          gtk_widget_remove_css_class (self->entry[i], "error");
          continue;
        }
      gtk_widget_add_css_class (self->entry[i], "error");
      add_label (self, _("An amount is dollars, like 25 or 12.50."), "error");
      return;
    }
  answer = mp_ask (kase, mp_case_model_get_scenario (self->model), mp_case_model_get_parameters (self->model), asked (self), &options, &error);
  if (answer != NULL)
    show_answer (self, answer);
  else
    add_label (self, error->message, "error");
}

/* Nothing is asked while nobody looks. */
static void
changed_cb (MpQuestionView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
mp_question_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mp_question_view_parent_class)->map (widget);
  update (MP_QUESTION_VIEW (widget));
}

static void
mp_question_view_dispose (GObject *object)
{
  MpQuestionView *self = MP_QUESTION_VIEW (object);

  g_clear_object (&self->model);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (mp_question_view_parent_class)->dispose (object);
}

static void
mp_question_view_class_init (MpQuestionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_question_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = mp_question_view_map;
}

static GtkWidget *
make_question (void)
{
  const char *texts[MP_N_QUESTIONS + 1] = { NULL };
  GtkWidget *question;

  for (MpQuestion i = 0; i < MP_N_QUESTIONS; i++)
    texts[i] = _(mp_question_text (i));
  question = gtk_drop_down_new_from_strings (texts);
  mp_drop_down_wrap (GTK_DROP_DOWN (question), WIDTH - 5);
  mp_a11y_name (question, _("Question"));
  return question;
}

static void
mp_question_view_init (MpQuestionView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scroller = gtk_scrolled_window_new ();

  self->question = make_question ();
  self->month = mp_label_new (NULL, "heading");
  self->grid = gtk_grid_new ();
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->label[i] = mp_label_new (_(fields[i].title), NULL);
      gtk_widget_set_hexpand (self->label[i], TRUE);
      self->entry[i] = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry[i]), 9);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry[i]), 9);
      mp_a11y_name (self->entry[i], _(fields[i].title));
      gtk_grid_attach (GTK_GRID (self->grid), self->label[i], 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), self->entry[i], 1, (int) i, 1, 1);
      g_signal_connect_swapped (self->entry[i], "changed", G_CALLBACK (changed_cb), self);
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry[WAGE]), _("as planned"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry[PAY]), _("as planned"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry[AMOUNT]), "$0.01");
  gtk_box_append (GTK_BOX (box), self->month);
  gtk_box_append (GTK_BOX (box), self->question);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->answers);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_size_request (box, 300, -1);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->question, "notify::selected", G_CALLBACK (changed_cb), self);
  mp_guide_set_topic (GTK_WIDGET (self), "ask");
}

/**
 * mp_question_button_new:
 * @model: a case
 * @view: what is looked at: its cursor is the month of the question
 *
 * Returns: (transfer floating): a button that opens the questions about the plan shown
 */
GtkWidget *
mp_question_button_new (MpCaseModel *model, MpCaseView *view)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  MpQuestionView *self = g_object_new (MP_TYPE_QUESTION_VIEW, NULL);

  self->model = g_object_ref (model);
  self->view = g_object_ref (view);
  g_signal_connect_object (model, "projected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::cursor", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Questions"));
  mp_a11y_name (button, _("Questions"));
  return button;
}
