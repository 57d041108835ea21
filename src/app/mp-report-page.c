/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-report-page.h"

#include "mp-a11y.h"

#include <glib/gi18n-lib.h>

struct _MpReportPage {
  MpPage parent_instance;
  GtkWidget *pdf_button;
};

G_DEFINE_FINAL_TYPE (MpReportPage, mp_report_page, MP_TYPE_PAGE)

static void
mp_report_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MP_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (mp_report_page_parent_class)->dispose (object);
}

static void
mp_report_page_class_init (MpReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_report_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpReportPage, pdf_button);
}

static void
mp_report_page_init (MpReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mp_a11y_name (self->pdf_button, _("Save PDF"));
}
