/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-milestones-page.h"

#include "mp-a11y.h"
#include "mp-ladder-view.h"
#include "mp-presentation.h"
#include "mp-rules.h"
#include "mp-tab-stop.h"
#include "mp-ticket-plan.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/**
 * MpMilestonesPage:
 *
 * The ladder, and the same steps as a list that opens: what counts, what is still missing, what the
 * EN sends in, and the rule. In a narrow window the list stands alone.
 */
typedef struct {
  GtkWidget *row, *level, *amount, *text;
} StepRow;

struct _MpMilestonesPage {
  MpPage parent_instance;
  GtkWidget *title, *subtitle, *plans, *names, *ladder, *steps, *nets, *payments;
  StepRow step_rows[MP_LADDER_STEPS];
  GtkWidget *net_rows[MP_LADDER_MAX_NETS + MP_LADDER_MAX_FLAGS];
  GPtrArray *payment_rows; /* the group owns them */
  MpCase *not_kept;        /* (nullable): what a presentation tried, as long as it is offered */
  AdwToast *offer;         /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MpMilestonesPage, mp_milestones_page, MP_TYPE_PAGE)

/* The rule of each step, in the order of the ladder. */
static const char *const step_rules[MP_LADDER_STEPS] = { "TTW-25", "TTW-26", "TTW-27", "TTW-28", "TTW-29", "TTW-47" };

static MpLadder *
ladder_of (MpMilestonesPage *self)
{
  return mp_ladder_view_get_ladder (MP_LADDER_VIEW (self->ladder));
}

static void
update_title (MpMilestonesPage *self)
{
  MpPage *page = MP_PAGE (self);
  const MpCase *kase = mp_case_model_get_case (mp_page_get_model (page));
  g_autofree char *month = mp_month_to_display (mp_case_view_get_cursor (mp_page_get_view (page)), TRUE);
  g_autofree char *title = kase->beneficiary.name != NULL ? g_strdup_printf (_("%s’s steps"), kase->beneficiary.name)
                                                          : g_strdup (_("The steps"));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), month);
}

/* Which months show the earnings of the first payment of a step, and until when it can be asked for. */
static void
append_evidence (GString *text, const GArray *evidence, MpTicketCode first)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const MpTicketEvidence *entry = &g_array_index (evidence, MpTicketEvidence, i);
      g_autofree char *words = NULL;

      if (entry->payment->code.kind != first.kind || (first.kind == MP_TICKET_CODE_P1M && entry->payment->code.number != first.number))
        continue;
      words = mp_words_en_evidence (entry);
      g_string_append_printf (text, "\n%s", words);
      return;
    }
}

static void
append_rule (GString *text, const char *id)
{
  const MpRule *rule = mp_rule_find (id);

  g_string_append_printf (text, "\n%s · %s", id, rule != NULL ? rule->citation : "");
}

static void
update_step (MpMilestonesPage *self, guint i, const GArray *evidence)
{
  const MpLadderStep *step = mp_ladder_step (ladder_of (self), i);
  StepRow *row = &self->step_rows[i];
  g_autofree char *title = g_strdup_printf ("%u. %s %s", i + 1, step->title, step->condition);
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s", step->when, step->detail[0] != '\0' ? " · " : "", step->detail);
  g_autofree char *progress = g_strdup_printf (_("%1$u of %2$u"), step->have, step->need);
  g_autoptr (GString) text = g_string_new (step->spoken);

  append_evidence (text, evidence, step->first);
  append_rule (text, step_rules[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->row), subtitle);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (row->level), MAX (1, step->need));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (row->level), MIN (step->have, MAX (1, step->need)));
  gtk_widget_set_tooltip_text (row->level, progress);
  mp_a11y_name (row->level, progress);
  gtk_label_set_text (GTK_LABEL (row->amount), step->en);
  gtk_label_set_text (GTK_LABEL (row->text), text->str);
}

static void
set_net (GtkWidget *row, const char *text)
{
  gtk_widget_set_visible (row, text != NULL);
  if (text != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
}

static void
update_nets (MpMilestonesPage *self)
{
  for (guint i = 0; i < MP_LADDER_MAX_FLAGS; i++)
    {
      const MpLadderFlag *flag = mp_ladder_flag (ladder_of (self), i);

      set_net (self->net_rows[i], flag != NULL ? flag->text : NULL);
    }
  for (guint i = 0; i < MP_LADDER_MAX_NETS; i++)
    {
      const MpLadderNet *net = mp_ladder_net (ladder_of (self), i);

      set_net (self->net_rows[MP_LADDER_MAX_FLAGS + i], net != NULL ? net->text : NULL);
    }
}

static void
add_payment (MpMilestonesPage *self, MpMonth month, const MpTicketPayment *payment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = mp_words_ticket_title (payment->code), *when = mp_month_to_display (month, TRUE);
  g_autofree char *subtitle = payment->provider != NULL ? g_strdup_printf ("%s · %s", when, payment->provider) : g_strdup (when);
  g_autofree char *amount = payment->amount == MP_MONEY_NONE ? g_strdup (_("no rate is known"))
                                                             : mp_words_money (payment->amount, payment->estimated);
  GtkWidget *label = gtk_label_new (amount);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR); /* a sign stays before its amount */
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->payments), row);
  g_ptr_array_add (self->payment_rows, row);
}

static void
update_payments (MpMilestonesPage *self, const MpProjection *projection)
{
  for (guint i = 0; i < self->payment_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->payments), self->payment_rows->pdata[i]);
  g_ptr_array_set_size (self->payment_rows, 0);
  for (guint i = 0; i < projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (projection, i);

      for (guint j = 0; j < row->ticket.n_payments; j++)
        add_payment (self, row->month, mp_projection_payments (projection, row) + j);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->payments),
                                         self->payment_rows->len > 0 ? NULL : _("Nothing is paid to an EN in these months."));
}

static void
mp_milestones_page_model_changed (MpPage *page)
{
  const MpProjection *projection = mp_page_get_projection (page);

  if (projection != NULL)
    update_payments (MP_MILESTONES_PAGE (page), projection);
}

static void
mp_milestones_page_view_changed (MpPage *page)
{
  MpMilestonesPage *self = MP_MILESTONES_PAGE (page);
  MpCaseModel *model = mp_page_get_model (page);
  const MpProjection *projection = mp_page_get_projection (page);
  MpLadderModel ladder = {
    .kase = mp_case_model_get_case (model), .scenario = mp_case_model_get_scenario (model), .projection = projection,
    .cursor = mp_case_view_get_cursor (mp_page_get_view (page)), .who = mp_case_model_get_case (model)->beneficiary.name,
  };
  g_autoptr (GArray) evidence = NULL;

  update_title (self);
  if (projection == NULL)
    return;
  mp_ladder_view_set_model (MP_LADDER_VIEW (self->ladder), &ladder);
  evidence = mp_ticket_evidence (ladder.kase, projection, mp_case_model_get_parameters (model));
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    update_step (self, i, evidence);
  update_nets (self);
}

static void
mp_milestones_page_take_focus (MpPage *page)
{
  GtkWidget *ladder = MP_MILESTONES_PAGE (page)->ladder;

  mp_page_focus_on (gtk_widget_get_child_visible (ladder) ? ladder : GTK_WIDGET (page));
}

static void
month_moved_cb (MpLadderView *ladder, gint month, MpMilestonesPage *self)
{
  mp_case_view_set_cursor (mp_page_get_view (MP_PAGE (self)), month);
}

static void
end_offer (MpMilestonesPage *self)
{
  g_autoptr (AdwToast) offer = g_steal_pointer (&self->offer);

  if (offer == NULL)
    return;
  g_signal_handlers_disconnect_by_data (offer, self);
  g_signal_handlers_disconnect_by_func (mp_page_get_model (MP_PAGE (self)), end_offer, self);
  adw_toast_dismiss (offer);
  g_clear_pointer (&self->not_kept, mp_case_free);
}

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpMilestonesPage *self = MP_MILESTONES_PAGE (widget);
  MpCase *tried = g_steal_pointer (&self->not_kept);

  end_offer (self);
  if (tried != NULL)
    mp_case_model_commit (mp_page_get_model (MP_PAGE (self)), tried, _("Keep the hours of the presentation"), NULL);
}

static void
keep_clicked_cb (AdwToast *toast, MpMilestonesPage *self)
{
  keep_cb (GTK_WIDGET (self), NULL, NULL);
}

/* What was changed in front of people is dropped, but one press brings it back, until something else is changed. */
static gboolean
presentation_closed_cb (GtkWindow *window, MpMilestonesPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (!mp_case_model_is_trying (model))
    return FALSE;
  end_offer (self);
  self->not_kept = mp_case_model_begin_edit (model);
  mp_case_model_drop (model);
  self->offer = g_object_ref_sink (adw_toast_new (_("Try-out not kept")));
  adw_toast_set_button_label (self->offer, _("Keep"));
  adw_toast_set_timeout (self->offer, MP_OFFER_SECONDS);
  g_signal_connect (self->offer, "button-clicked", G_CALLBACK (keep_clicked_cb), self);
  g_signal_connect_swapped (self->offer, "dismissed", G_CALLBACK (end_offer), self);
  g_signal_connect_object (model, "projected", G_CALLBACK (end_offer), self, G_CONNECT_SWAPPED);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (self->offer));
  return FALSE;
}

static void
present_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpMilestonesPage *self = MP_MILESTONES_PAGE (widget);
  GtkWidget *window = mp_presentation_new (GTK_WINDOW (gtk_widget_get_root (widget)), mp_page_get_model (MP_PAGE (self)),
                                           mp_page_get_view (MP_PAGE (self)), gtk_switch_get_active (GTK_SWITCH (self->names)));

  g_signal_connect_object (window, "close-request", G_CALLBACK (presentation_closed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_step_row (MpMilestonesPage *self, guint i)
{
  StepRow *row = &self->step_rows[i];
  GtkWidget *inner = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  row->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  row->level = gtk_level_bar_new ();
  gtk_level_bar_set_mode (GTK_LEVEL_BAR (row->level), GTK_LEVEL_BAR_MODE_DISCRETE);
  gtk_widget_set_size_request (row->level, 72, -1);
  gtk_widget_add_css_class (row->level, "step-level");
  row->amount = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (row->amount), 1);
  gtk_widget_set_direction (row->amount, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (row->amount, "numeric");
  gtk_box_append (GTK_BOX (box), row->amount);
  gtk_box_append (GTK_BOX (box), row->level);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  row->text = mp_label_new (NULL, "reasons");
  gtk_label_set_selectable (GTK_LABEL (row->text), TRUE);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_widget_set_focusable (inner, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), row->text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->row), inner);
  mp_a11y_name (row->text, _("About this step"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->steps), row->row);
}

static void
mp_milestones_page_constructed (GObject *object)
{
  MpMilestonesPage *self = MP_MILESTONES_PAGE (object);

  G_OBJECT_CLASS (mp_milestones_page_parent_class)->constructed (object);
  mp_plans_bind (GTK_DROP_DOWN (self->plans), mp_page_get_model (MP_PAGE (self)));
  mp_a11y_name (self->names, _("Show names when presenting"));
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    add_step_row (self, i);
  for (guint i = 0; i < G_N_ELEMENTS (self->net_rows); i++)
    {
      self->net_rows[i] = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->net_rows[i]), FALSE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->nets), self->net_rows[i]);
      gtk_widget_set_visible (self->net_rows[i], FALSE);
    }
  g_signal_connect (self->ladder, "month-moved", G_CALLBACK (month_moved_cb), self);
}

static void
mp_milestones_page_dispose (GObject *object)
{
  end_offer (MP_MILESTONES_PAGE (object));
  G_OBJECT_CLASS (mp_milestones_page_parent_class)->dispose (object);
}

static void
mp_milestones_page_finalize (GObject *object)
{
  g_ptr_array_unref (MP_MILESTONES_PAGE (object)->payment_rows);
  G_OBJECT_CLASS (mp_milestones_page_parent_class)->finalize (object);
}

static void
mp_milestones_page_class_init (MpMilestonesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mp_milestones_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mp_milestones_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_milestones_page_finalize;
  MP_PAGE_CLASS (klass)->model_changed = mp_milestones_page_model_changed;
  MP_PAGE_CLASS (klass)->view_changed = mp_milestones_page_view_changed;
  MP_PAGE_CLASS (klass)->take_focus = mp_milestones_page_take_focus;
  g_type_ensure (MP_TYPE_LADDER_VIEW);
  g_type_ensure (MP_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/milestones-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpMilestonesPage, name)
  BIND (title); BIND (subtitle); BIND (plans); BIND (names); BIND (ladder); BIND (steps); BIND (nets); BIND (payments);
#undef BIND
  gtk_widget_class_install_action (widget_class, "milestones.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "milestones.keep", NULL, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "milestones.present", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "milestones.keep", NULL);
}

static void
mp_milestones_page_init (MpMilestonesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->payment_rows = g_ptr_array_new ();
}
