/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-differences-view.h"

#include "mp-a11y.h"
#include "mp-history.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 100

struct _MpDifferencesView {
  AdwBin parent_instance;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (MpDifferencesView, mp_differences_view, ADW_TYPE_BIN)

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = mp_label_new (text, css_class);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_pair (const char *left, const char *right, const char *css_class)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (GTK_BOX (pair), new_text (left, css_class));
  gtk_box_append (GTK_BOX (pair), new_text (right, css_class));
  return pair;
}

static GtkWidget *
new_row (const MpCaseDifference *difference)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "mp-difference");
  gtk_box_append (GTK_BOX (row), new_text (difference->place, "caption"));
  gtk_box_append (GTK_BOX (row), new_pair (difference->before != NULL ? difference->before : _("nothing"),
                                           difference->after != NULL ? difference->after : _("nothing"), NULL));
  gtk_widget_set_focusable (row, TRUE);
  mp_a11y_name (row, difference->words);
  return row;
}

/**
 * mp_differences_view_message:
 * @self: a view
 * @text: what is to be said instead
 */
void
mp_differences_view_message (MpDifferencesView *self, const char *text)
{
  mp_box_clear (GTK_BOX (self->box));
  gtk_box_append (GTK_BOX (self->box), new_text (text, "dim-label"));
}

/**
 * mp_differences_view_show:
 * @self: a view
 * @left_title: what the left one is, such as "Yours"
 * @left: a case file
 * @right_title: what the right one is
 * @right: another one
 *
 * Shows what differs between two case files, one entry under the other.
 */
void
mp_differences_view_show (MpDifferencesView *self, const char *left_title, GBytes *left, const char *right_title, GBytes *right)
{
  g_autoptr (GPtrArray) found = mp_differences (g_bytes_get_data (left, NULL), g_bytes_get_size (left),
                                                g_bytes_get_data (right, NULL), g_bytes_get_size (right));
  GtkWidget *heads = new_pair (left_title, right_title, "heading");

  if (found == NULL || found->len == 0)
    {
      mp_differences_view_message (self, found != NULL ? _("Both say the same.") : _("One of the two cannot be read."));
      return;
    }
  mp_box_clear (GTK_BOX (self->box));
  gtk_widget_add_css_class (heads, "mp-difference");
  gtk_box_append (GTK_BOX (self->box), heads);
  for (guint i = 0; i < MIN (found->len, MOST_ROWS); i++)
    gtk_box_append (GTK_BOX (self->box), new_row (g_ptr_array_index (found, i)));
  if (found->len > MOST_ROWS)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", found->len - MOST_ROWS),
                                               found->len - MOST_ROWS);
      gtk_box_append (GTK_BOX (self->box), new_text (more, "dim-label"));
    }
}

static void
mp_differences_view_class_init (MpDifferencesViewClass *klass)
{
}

static void
mp_differences_view_init (MpDifferencesView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
mp_differences_view_new (void)
{
  return g_object_new (MP_TYPE_DIFFERENCES_VIEW, NULL);
}
