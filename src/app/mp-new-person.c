/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-new-person.h"

#include "mp-a11y.h"
#include "mp-edit.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

#define MONTHS 36 /* of a new projection */

struct _MpNewPerson {
  AdwWindow parent_instance;
  GtkWidget *cancel_button, *add_button, *name, *birth, *state, *benefits, *birth_row, *state_row;
};

enum { ADDED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpNewPerson, mp_new_person, ADW_TYPE_WINDOW)

/* A case of what was entered; what is wrong stands under its row. */
static MpCase *
make_case (MpNewPerson *self, const char **birth_problem, const char **state_problem)
{
  g_autoptr (MpCase) kase = mp_case_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  const char *birth = gtk_editable_get_text (GTK_EDITABLE (self->birth));
  const char *state = gtk_editable_get_text (GTK_EDITABLE (self->state));

  kase->projection.start = mp_month (g_date_time_get_year (now), 1);
  kase->projection.months = MONTHS;
  mp_case_add_scenario (kase, _("Plan 1"));
  *birth_problem = *state_problem = NULL;
  if (!mp_edit_set (kase, "/beneficiary/birth_date", birth))
    {
      *birth_problem = mp_edit_hint (MP_EDIT_DATE);
      return NULL;
    }
  if (!mp_edit_set (kase, "/beneficiary/state", state) || !mp_edit_set (kase, "/beneficiary/name", name))
    {
      *state_problem = mp_edit_hint (MP_EDIT_STATE);
      return NULL;
    }
  mp_case_validate (kase, problems);
  if (problems->len == 0)
    return g_steal_pointer (&kase);
  *state_problem = mp_edit_hint (MP_EDIT_STATE);
  return NULL;
}

static void
show_problem (GtkWidget *row, GtkWidget *entry, const char *problem, gboolean started)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), started ? problem : NULL);
  if (problem != NULL && started)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

static void
changed_cb (MpNewPerson *self)
{
  const char *birth, *state;
  g_autoptr (MpCase) kase = make_case (self, &birth, &state);

  show_problem (self->birth_row, self->birth, birth, *gtk_editable_get_text (GTK_EDITABLE (self->birth)) != '\0');
  show_problem (self->state_row, self->state, state, *gtk_editable_get_text (GTK_EDITABLE (self->state)) != '\0');
  gtk_widget_set_sensitive (self->add_button, kase != NULL);
}

static void
added_cb (MpNewPerson *self)
{
  g_signal_emit (self, signals[ADDED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
mp_new_person_class_init (MpNewPersonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/new-person.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpNewPerson, name)
  BIND (cancel_button); BIND (add_button); BIND (name); BIND (birth); BIND (state); BIND (benefits); BIND (birth_row); BIND (state_row);
#undef BIND
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * MpNewPerson::added:
   *
   * What was asked is answered: mp_new_person_make_case() has the case.
   */
  signals[ADDED] = g_signal_new ("added", MP_TYPE_NEW_PERSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_new_person_init (MpNewPerson *self)
{
  GtkWidget *entries[3];

  gtk_widget_init_template (GTK_WIDGET (self));
  mp_dialog_fit_text (GTK_WINDOW (self));
  entries[0] = self->name;
  entries[1] = self->birth;
  entries[2] = self->state;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_signal_connect_swapped (entries[i], "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (added_cb), self);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (gtk_window_destroy), self);
  mp_a11y_name (self->name, _("Name or label"));
  mp_a11y_name (self->birth, _("Birth date"));
  mp_a11y_name (self->state, _("State"));
  mp_a11y_name (self->benefits, _("Benefits"));
  mp_a11y_name (self->add_button, _("Add"));
  mp_a11y_name (self->cancel_button, _("Cancel"));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->add_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->name); /* not the button before it */
  changed_cb (self);
}

/**
 * mp_new_person_new:
 * @parent: the window that asks
 *
 * Returns: (transfer none): the sheet, not yet shown
 */
GtkWidget *
mp_new_person_new (GtkWindow *parent)
{
  return g_object_new (MP_TYPE_NEW_PERSON, "transient-for", parent, NULL);
}

/**
 * mp_new_person_make_case:
 * @self: the sheet
 *
 * Returns: (transfer full) (nullable): a valid case of a projection that begins this January
 */
MpCase *
mp_new_person_make_case (MpNewPerson *self)
{
  const char *birth, *state;

  return make_case (self, &birth, &state);
}

MpBenefits
mp_new_person_get_benefits (MpNewPerson *self)
{
  return (MpBenefits) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->benefits));
}
