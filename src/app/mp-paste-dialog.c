/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-paste-dialog.h"

#include "mp-a11y.h"
#include "mp-bpqy-text.h"
#include "mp-edit.h"
#include "mp-facts-form.h"
#include "mp-widgets.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  MpCaseModel *model;
  GtkWidget *window, *text, *found, *take;
  MpBpqy *bpqy;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *self = data;

  g_clear_pointer (&self->bpqy, mp_bpqy_free);
  g_object_unref (self->model);
  g_free (self);
}

static void
add_line (Paste *self, const char *title, const char *value, const char *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = g_strdup_printf ("%s: %s", title, value);
  GtkWidget *label = mp_label_new (text, NULL), *small = mp_label_new (line, "caption");

  gtk_widget_add_css_class (small, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), small);
  gtk_box_append (GTK_BOX (self->found), box);
}

static void
show_found (Paste *self)
{
  g_autofree char *take = NULL;
  guint n = self->bpqy->facts->len;

  mp_box_clear (GTK_BOX (self->found));
  for (guint i = 0; i < n; i++)
    {
      const MpBpqyFact *fact = self->bpqy->facts->pdata[i];
      add_line (self, mp_facts_form_title (fact->pointer), fact->text, fact->line);
    }
  if (self->bpqy->unused->len > 0)
    gtk_box_append (GTK_BOX (self->found), mp_label_new (_("Not used:"), "heading"));
  for (guint i = 0; i < self->bpqy->unused->len; i++)
    gtk_box_append (GTK_BOX (self->found), mp_label_new (self->bpqy->unused->pdata[i], "dim-label"));
  /* Translators: %u facts were found in a text */
  take = g_strdup_printf (ngettext ("Take %u fact", "Take %u facts", n), n);
  gtk_button_set_label (GTK_BUTTON (self->take), take);
  mp_a11y_name (self->take, take);
  gtk_widget_set_sensitive (self->take, n > 0);
}

static void
text_changed_cb (GtkTextBuffer *buffer, Paste *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_clear_pointer (&self->bpqy, mp_bpqy_free);
  self->bpqy = mp_bpqy_read (text);
  show_found (self);
}

static void
take_cb (GtkButton *button, Paste *self)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *edited = mp_case_model_begin_edit (self->model);

  mp_bpqy_apply (self->bpqy, edited);
  if (mp_case_model_commit (self->model, edited, _("Paste a BPQY"), problems))
    {
      gtk_window_close (GTK_WINDOW (self->window));
      return;
    }
  if (problems->len > 0)
    {
      const MpProblem *problem = problems->pdata[0];
      g_autofree char *text = g_strdup_printf ("%s: %s", mp_facts_form_title (problem->pointer), problem->message);
      gtk_box_prepend (GTK_BOX (self->found), mp_label_new (text, "error"));
    }
}

static void
clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  GtkTextView *view = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  /* What is on the clipboard is put in when it looks like a BPQY. */
  if (text != NULL && gtk_widget_get_root (GTK_WIDGET (view)) != NULL)
    {
      g_autoptr (MpBpqy) bpqy = mp_bpqy_read (text);
      if (bpqy->facts->len > 1)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
    }
  g_object_unref (view);
}

static GtkWidget *
scrolled (GtkWidget *child, int height)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), child);
  gtk_widget_set_vexpand (window, TRUE);
  return window;
}

/**
 * mp_paste_dialog_show:
 * @parent: the window
 * @model: the case
 *
 * Opens a window to paste the text of a BPQY in. It shows what is understood while the text changes;
 * taking it is one step of undo.
 */
void
mp_paste_dialog_show (GtkWindow *parent, MpCaseModel *model)
{
  Paste *self = g_new0 (Paste, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkTextBuffer *buffer;

  self->model = g_object_ref (model);
  self->bpqy = mp_bpqy_read ("");
  self->window = adw_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_application (GTK_WINDOW (self->window), gtk_window_get_application (parent)); /* for its keys */
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_title (GTK_WINDOW (self->window), _("Paste BPQY text"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 620, 640);
  mp_dialog_fit_text (GTK_WINDOW (self->window));
  self->text = gtk_text_view_new ();
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (self->text), TRUE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_widget_add_css_class (self->text, "card");
  mp_a11y_name (self->text, _("Text of the BPQY"));
  self->found = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->take = gtk_button_new ();
  gtk_widget_add_css_class (self->take, "suggested-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->take);
  gtk_box_append (GTK_BOX (box), mp_label_new (_("Paste the text here. Only what is surely understood is taken; a Social Security number never is."), NULL));
  gtk_box_append (GTK_BOX (box), scrolled (self->text, 200));
  gtk_box_append (GTK_BOX (box), mp_label_new (_("Understood"), "heading"));
  gtk_box_append (GTK_BOX (box), scrolled (self->found, 200));
  gtk_widget_add_css_class (box, "form-card");
  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), box);
  adw_window_set_content (ADW_WINDOW (self->window), content);
  g_object_set_data_full (G_OBJECT (self->window), "mp-paste", self, paste_free);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_signal_connect (buffer, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect (self->take, "clicked", G_CALLBACK (take_cb), self);
  show_found (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->text);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), NULL, clipboard_cb, g_object_ref (self->text));
}
