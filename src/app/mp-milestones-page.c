/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-milestones-page.h"

#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpMilestonesPage {
  MpPage parent_instance;
  GtkWidget *group;
  GPtrArray *rows; /* the group owns them */
};

G_DEFINE_FINAL_TYPE (MpMilestonesPage, mp_milestones_page, MP_TYPE_PAGE)

static void
add_payment (MpMilestonesPage *self, MpMonth month, const MpTicketPayment *payment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = mp_words_ticket_code (payment->code);
  g_autofree char *when = mp_month_to_display (month, TRUE);
  g_autofree char *amount = NULL;
  GtkWidget *label;

  if (payment->amount == MP_MONEY_NONE)
    amount = g_strdup (_("no rate is known"));
  else
    amount = mp_words_money (payment->amount, payment->estimated);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  label = gtk_label_new (amount);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

static void
mp_milestones_page_model_changed (MpPage *page)
{
  MpMilestonesPage *self = MP_MILESTONES_PAGE (page);
  const MpProjection *projection = mp_page_get_projection (page);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; projection != NULL && i < projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (projection, i);

      for (guint j = 0; j < row->ticket.n_payments; j++)
        add_payment (self, row->month, mp_projection_payments (projection, row) + j);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         self->rows->len > 0 ? NULL : _("Nothing is paid to an EN in these months."));
}

static void
mp_milestones_page_finalize (GObject *object)
{
  g_ptr_array_unref (MP_MILESTONES_PAGE (object)->rows);
  G_OBJECT_CLASS (mp_milestones_page_parent_class)->finalize (object);
}

static void
mp_milestones_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MP_TYPE_MILESTONES_PAGE);
  G_OBJECT_CLASS (mp_milestones_page_parent_class)->dispose (object);
}

static void
mp_milestones_page_class_init (MpMilestonesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_milestones_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_milestones_page_finalize;
  MP_PAGE_CLASS (klass)->model_changed = mp_milestones_page_model_changed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/milestones-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpMilestonesPage, group);
}

static void
mp_milestones_page_init (MpMilestonesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}
