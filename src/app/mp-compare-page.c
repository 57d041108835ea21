/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-compare-page.h"

#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpComparePage {
  MpPage parent_instance;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (MpComparePage, mp_compare_page, MP_TYPE_PAGE)

static void
add_cell (MpComparePage *self, guint column, guint row, const char *text, const char *css_class)
{
  GtkWidget *label = mp_label_new (text, css_class);

  if (column > 0)
    gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), label, (int) column, (int) row, 1, 1);
}

static void
add_plan (MpComparePage *self, guint row, const MpProjection *projection)
{
  const MpTotals *totals = &projection->totals;
  const MpMoney amounts[] = { totals->earnings, totals->ssdi, totals->ssi, totals->net, totals->en };
  static const MpColumn columns[] = { MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSI, MP_COLUMN_NET, MP_COLUMN_EN };

  add_cell (self, 0, row, projection->scenario->name, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      gboolean estimated = FALSE;
      g_autofree char *text = NULL;

      for (guint j = 0; !estimated && j < projection->n_months; j++)
        estimated = mp_words_is_estimated (projection, mp_projection_month (projection, j), columns[i]);
      text = mp_words_money (amounts[i], estimated);
      add_cell (self, i + 1, row, text, NULL);
    }
}

static void
update (MpPage *page)
{
  static const char *const titles[] = {
    N_("Plan"), N_("Pay"), N_("SSDI"), N_("SSI"), N_("Cash in hand"), N_("To the EN"),
  };
  MpComparePage *self = MP_COMPARE_PAGE (page);
  MpCaseModel *model = mp_page_get_model (page);
  guint plans[MP_CASE_VIEW_MAX_COMPARED];
  guint n = mp_case_view_get_compared (mp_page_get_view (page), plans);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_cell (self, i, 0, _(titles[i]), "heading");
  for (guint i = 0; i < n; i++)
    if (mp_case_model_get_projection (model, plans[i]) != NULL)
      add_plan (self, i + 1, mp_case_model_get_projection (model, plans[i]));
}

static void
mp_compare_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MP_TYPE_COMPARE_PAGE);
  G_OBJECT_CLASS (mp_compare_page_parent_class)->dispose (object);
}

static void
mp_compare_page_class_init (MpComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_compare_page_dispose;
  MP_PAGE_CLASS (klass)->view_changed = update;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpComparePage, grid);
}

static void
mp_compare_page_init (MpComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
