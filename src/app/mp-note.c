/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-note.h"

#include "mp-a11y.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

#define KEY "mp-note"

typedef struct {
  MpCaseModel *model;
  MpMonth month; /* MP_MONTH_NONE: of no month */
  char *about;   /* (nullable): pointer of a plan */
  GtkWidget *title, *entry, *client, *popover;
} Note;

static void
note_free (gpointer data)
{
  Note *self = data;

  g_object_unref (self->model);
  g_free (self->about);
  g_free (self);
}

static gint
find (MpCaseModel *model, MpMonth month, const char *about)
{
  const MpCase *kase = mp_case_model_get_case (model);

  for (guint i = 0; i < kase->n_pinned; i++)
    if (kase->pinned[i].month == month && g_strcmp0 (kase->pinned[i].about, about) == 0)
      return (gint) i;
  return -1;
}

/* A note that is emptied goes. */
static void
take (Note *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint i = find (self->model, self->month, self->about), n = i >= 0 ? i : (gint) mp_case_model_get_case (self->model)->n_pinned;
  g_autofree char *place = g_strdup_printf ("/pinned/%d", n), *where = g_strdup_printf ("/pinned/%d/month", n);
  g_autofree char *about = g_strdup_printf ("/pinned/%d/about", n), *what = g_strdup_printf ("/pinned/%d/text", n);
  g_autofree char *printed = g_strdup_printf ("/pinned/%d/client", n);
  char month[MP_MONTH_TEXT_SIZE];
  const MpFactChange gone = { place, NULL };
  const MpFactChange changes[] = {
    { "/pinned/-", NULL }, { where, self->month != MP_MONTH_NONE ? mp_month_to_text (self->month, month) : "" },
    { about, self->about != NULL ? self->about : "" }, { what, text },
    { printed, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->client)) ? "true" : "false" },
  };

  if (*text != '\0')
    mp_case_model_change (self->model, changes + (i >= 0), G_N_ELEMENTS (changes) - (i >= 0), _("Pin a note"), NULL);
  else if (i >= 0)
    mp_case_model_change (self->model, &gone, 1, _("Take out a note"), NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * mp_note_new:
 * @model: the case
 *
 * Returns: (transfer floating): a popover for one note: put it into a box, and mp_note_popup() shows it
 */
GtkWidget *
mp_note_new (MpCaseModel *model)
{
  Note *self = g_new0 (Note, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *keep = gtk_button_new_with_label (_("Keep the note"));

  self->model = g_object_ref (model);
  self->popover = gtk_popover_new ();
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
  self->title = mp_label_new (NULL, NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), 32);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 30);
  self->client = gtk_check_button_new_with_label (_("Print for the client"));
  mp_a11y_name (self->client, _("Print for the client"));
  mp_a11y_check (GTK_CHECK_BUTTON (self->client));
  mp_a11y_name (keep, _("Keep the note"));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take), self);
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (take), self);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->client);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_object_set_data_full (G_OBJECT (self->popover), KEY, self, note_free);
  return self->popover;
}

/**
 * mp_note_popup:
 * @note: what mp_note_new() made
 * @at: what it points at, in the same box
 * @month: the month it is on, or %MP_MONTH_NONE
 * @about: (nullable): JSON pointer of the plan it is on
 * @title: what it is on, in words: "Note on June 2027"
 *
 * Lets somebody write, change or empty the note.
 */
void
mp_note_popup (GtkWidget *note, GtkWidget *at, MpMonth month, const char *about, const char *title)
{
  Note *self = g_object_get_data (G_OBJECT (note), KEY);
  const char *text = mp_note_get_text (self->model, month, about);
  const gint i = find (self->model, month, about);
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (at, gtk_widget_get_parent (note), &place))
    gtk_popover_set_pointing_to (GTK_POPOVER (note), &(GdkRectangle) { (int) place.origin.x, (int) place.origin.y,
                                                                        (int) place.size.width, (int) place.size.height });
  g_free (self->about);
  self->about = g_strdup (about);
  self->month = month;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  mp_a11y_name (self->entry, title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->client), i >= 0 && mp_case_model_get_case (self->model)->pinned[i].client);
  gtk_popover_popup (GTK_POPOVER (note));
  gtk_widget_grab_focus (self->entry);
}

/**
 * mp_note_get_text:
 * @model: a case
 * @month: a month, or %MP_MONTH_NONE
 * @about: (nullable): JSON pointer of a plan
 *
 * Returns: (transfer none) (nullable): the note on it
 */
const char *
mp_note_get_text (MpCaseModel *model, MpMonth month, const char *about)
{
  const gint i = find (model, month, about);

  return i >= 0 ? mp_case_model_get_case (model)->pinned[i].text : NULL;
}
