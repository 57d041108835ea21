/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-facts-page.h"

#include "mp-fact-entry.h"

#include <glib/gi18n-lib.h>

struct _MpFactsPage {
  MpPage parent_instance;
  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (MpFactsPage, mp_facts_page, MP_TYPE_PAGE)

typedef struct {
  const char *pointer;
  const char *title;
} Row;

static void
add_facts (MpFactsPage *self, const char *title, const Row *rows, guint n)
{
  GtkWidget *group = adw_preferences_group_new ();
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  MpEditFact fact;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n; i++)
    if (mp_edit_look (mp_case_model_get_case (model), rows[i].pointer, &fact))
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), mp_fact_row_new (model, rows[i].pointer, _(rows[i].title), NULL, NULL));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

static void
mp_facts_page_constructed (GObject *object)
{
  static const Row person[] = {
    { "/beneficiary/name", N_("Name") }, { "/beneficiary/birth_date", N_("Birth date") }, { "/beneficiary/state", N_("State") },
    { "/beneficiary/blind", N_("Blind") }, { "/projection/start", N_("First month shown") }, { "/projection/months", N_("Months shown") },
  };
  static const Row ssdi[] = {
    { "/ssdi/entitled_from", N_("SSDI entitled from") }, { "/ssdi/amounts/0/from", N_("Amount from") },
    { "/ssdi/amounts/0/monthly", N_("SSDI amount a month") },
  };
  static const Row ssi[] = { { "/ssi/eligible_from", N_("SSI eligible from") } };
  MpFactsPage *self = MP_FACTS_PAGE (object);

  G_OBJECT_CLASS (mp_facts_page_parent_class)->constructed (object);
  add_facts (self, _("Person"), person, G_N_ELEMENTS (person));
  add_facts (self, _("SSDI"), ssdi, G_N_ELEMENTS (ssdi));
  add_facts (self, _("SSI"), ssi, G_N_ELEMENTS (ssi));
}

static void
mp_facts_page_class_init (MpFactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mp_facts_page_constructed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/facts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpFactsPage, page);
}

static void
mp_facts_page_init (MpFactsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
