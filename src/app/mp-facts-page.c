/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-facts-page.h"

#include "mp-field.h"

#include <glib/gi18n-lib.h>

struct _MpFactsPage {
  MpPage parent_instance;
  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (MpFactsPage, mp_facts_page, MP_TYPE_PAGE)

static void
add_facts (MpFactsPage *self, const char *title, const MpField *fields, guint n)
{
  GtkWidget *group = mp_field_group_new (title, fields, n, mp_page_get_model (MP_PAGE (self)), 0);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

static void
mp_facts_page_constructed (GObject *object)
{
  MpFactsPage *self = MP_FACTS_PAGE (object);

  G_OBJECT_CLASS (mp_facts_page_parent_class)->constructed (object);
  add_facts (self, _("Person"), mp_person_fields, mp_n_person_fields);
  add_facts (self, _("SSDI"), mp_ssdi_fields, mp_n_ssdi_fields);
  add_facts (self, _("SSI"), mp_ssi_fields, mp_n_ssi_fields);
}

static void
mp_facts_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MP_TYPE_FACTS_PAGE);
  G_OBJECT_CLASS (mp_facts_page_parent_class)->dispose (object);
}

static void
mp_facts_page_class_init (MpFactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mp_facts_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mp_facts_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/facts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpFactsPage, page);
}

static void
mp_facts_page_init (MpFactsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
