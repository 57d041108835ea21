/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-hints.h"

#include "mp-a11y.h"
#include "mp-settings.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

#define SEEN "hints-seen" /* how many of them have been dismissed */
#define KEY "mp-hints"

typedef struct {
  GtkWidget *page; /* whose data this is */
  GtkWidget *anchors[MP_N_HINTS];
  GtkWidget *popover, *text, *place, *button;
  gboolean watches; /* whether another window comes before the page's */
  guint idle;
} Hints;

static const char *const texts[MP_N_HINTS] = {
  N_("Left and Right move from month to month, with Ctrl from change to change. W says why a figure is what it is."),
  N_("T changes between picture and table of the same months, E to what the EN is paid. [ and ] show fewer or more months."),
  N_("Move Hours or Pay to try something out. Nothing of it is kept before you press Ctrl+Enter; Esc takes it back."),
};

/**
 * mp_hint_text:
 * @hint: number of a hint, less than %MP_N_HINTS
 *
 * Returns: (transfer none): what it says, in the user's language: the help says it, too
 */
const char *
mp_hint_text (guint hint)
{
  return _(texts[hint]);
}

static guint
next_hint (void)
{
  return g_settings_get_uint (mp_settings_get (), SEEN);
}

static void
hints_free (gpointer data)
{
  Hints *self = data;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

/* The bubble points at the middle of what it is about, and takes no focus from it. */
static void
show (Hints *self)
{
  const guint hint = next_hint ();
  g_autofree char *place = NULL, *name = NULL;
  graphene_rect_t bounds;

  if (hint >= MP_N_HINTS || !gtk_widget_get_mapped (self->page) || !gtk_widget_compute_bounds (self->anchors[hint], self->page, &bounds))
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  /* Translators: which of some hints this is: "1 of 3" */
  place = g_strdup_printf (_("%1$u of %2$u"), hint + 1, MP_N_HINTS);
  name = g_strdup_printf (_("Got it. %s"), _(texts[hint]));
  gtk_label_set_text (GTK_LABEL (self->text), _(texts[hint]));
  gtk_label_set_text (GTK_LABEL (self->place), place);
  mp_a11y_name (self->button, name);
  gtk_popover_set_position (GTK_POPOVER (self->popover), hint == MP_N_HINTS - 1 ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) graphene_rect_get_x (&bounds) + (int) graphene_rect_get_width (&bounds) / 2,
                                                 (int) graphene_rect_get_y (&bounds) + (int) graphene_rect_get_height (&bounds) / 4, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
show_cb (gpointer data)
{
  Hints *self = data;

  self->idle = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* After the page has got its room, so that the bubble knows where to point. */
static void
show_later (Hints *self)
{
  if (self->idle == 0 && next_hint () < MP_N_HINTS)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, show_cb, self, NULL);
}

/* A bubble lies over every window, so it goes while a dialog is used. */
static void
active_cb (GtkWidget *page, GParamSpec *property, GtkWindow *window)
{
  Hints *self = g_object_get_data (G_OBJECT (page), KEY);

  if (gtk_window_is_active (window))
    show_later (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
mapped_cb (Hints *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  if (!self->watches && GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (active_cb), self->page, G_CONNECT_SWAPPED);
  self->watches = TRUE;
  show_later (self);
}

static void
left_cb (Hints *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
dismiss (Hints *self)
{
  g_settings_set_uint (mp_settings_get (), SEEN, MIN (next_hint () + 1, MP_N_HINTS));
  show (self);
}

static GtkWidget *
make_content (Hints *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->text = mp_label_new (NULL, NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (self->text), 34);
  self->place = mp_label_new (NULL, "dim-label");
  gtk_widget_set_hexpand (self->place, TRUE);
  self->button = gtk_button_new_with_label (_("Got it"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (dismiss), self);
  gtk_box_append (GTK_BOX (row), self->place);
  gtk_box_append (GTK_BOX (row), self->button);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), row);
  return box;
}

/**
 * mp_hints_begin:
 * @page: the page, or the box of it that holds the anchors
 * @anchors: what each hint points at
 *
 * Shows the hints that nobody has dismissed yet, one after the other, whenever the page is seen.
 */
void
mp_hints_begin (GtkBox *page, GtkWidget *const anchors[MP_N_HINTS])
{
  Hints *self;

  if (next_hint () >= MP_N_HINTS || g_object_get_data (G_OBJECT (page), KEY) != NULL)
    return;
  self = g_new0 (Hints, 1);
  self->page = GTK_WIDGET (page);
  for (guint i = 0; i < MP_N_HINTS; i++)
    self->anchors[i] = anchors[i];
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->popover), make_content (self));
  gtk_box_append (page, self->popover);
  g_object_set_data_full (G_OBJECT (page), KEY, self, hints_free);
  g_signal_connect_swapped (page, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect_swapped (page, "unmap", G_CALLBACK (left_cb), self);
  if (gtk_widget_get_mapped (self->page))
    mapped_cb (self);
}

/**
 * mp_hints_dismiss:
 * @page: as given to mp_hints_begin()
 *
 * Returns: whether there was a hint to be seen, which now has gone
 */
gboolean
mp_hints_dismiss (GtkBox *page)
{
  Hints *self = g_object_get_data (G_OBJECT (page), KEY);

  if (self == NULL || !gtk_widget_get_visible (self->popover))
    return FALSE;
  dismiss (self);
  return TRUE;
}
