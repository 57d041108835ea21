/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every page and dialog in one look: GTK warns of nothing, no text is cut off, none lies beyond the edge of its
 * window, and in the dark nothing is white. With MP_PICTURES, a folder, each is also written there as a picture, so that
 * a person can look at it.
 *
 * usage: test-looks LOOK [WIDTHxHEIGHT [SCENES]], a look of the table below; scenes as in "facts,work" */

#include "mp-application.h"
#include "mp-case-page.h"
#include "mp-catalogue.h"
#include "mp-conflict.h"
#include "mp-edit.h"
#include "mp-figures-window.h"
#include "mp-help.h"
#include "mp-history-window.h"
#include "mp-keys.h"
#include "mp-new-figures.h"
#include "mp-new-person.h"
#include "mp-paste-dialog.h"
#include "mp-passphrase.h"
#include "mp-plan-edit.h"
#include "mp-preferences.h"
#include "mp-presentation.h"
#include "mp-page.h"
#include "mp-source-button.h"
#include "mp-settings.h"
#include "mp-window.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *name;
  int width, height;
  int zoom;
  const char *scheme;   /* of the settings */
  gboolean contrast;
  const char *language;
  gboolean rtl;
} Look;

static const Look looks[] = {
  { "light", 1280, 820, 100, "light", FALSE, "en", FALSE },
  { "dark", 1280, 820, 100, "dark", FALSE, "en", FALSE },
  { "narrow", 360, 720, 100, "light", FALSE, "en", FALSE },
  { "narrow-dark", 360, 720, 100, "dark", FALSE, "en", FALSE },
  { "narrow-es", 360, 720, 100, "light", FALSE, "es", FALSE },
  { "contrast", 1280, 820, 100, "light", TRUE, "en", FALSE },
  { "contrast-dark", 1280, 820, 100, "dark", TRUE, "en", FALSE },
  { "small", 1280, 820, 80, "light", FALSE, "en", FALSE },
  { "large", 1280, 820, 150, "light", FALSE, "en", FALSE },
  { "huge", 1280, 820, 250, "light", FALSE, "en", FALSE },
  { "narrow-large", 360, 720, 200, "light", FALSE, "en", FALSE },
  { "folded", 1000, 700, 100, "light", FALSE, "en", FALSE },
  { "laptop", 1366, 768, 100, "light", FALSE, "en", FALSE },
  { "wide", 2560, 1400, 100, "light", FALSE, "en", FALSE },
  { "flat", 1280, 540, 100, "light", FALSE, "en", FALSE },
  { "es", 1280, 820, 100, "light", FALSE, "es", FALSE },
  { "es-large", 1280, 820, 150, "light", FALSE, "es", FALSE },
  { "rtl", 1280, 820, 100, "light", FALSE, "en", TRUE },
  { "rtl-narrow", 360, 720, 100, "light", FALSE, "en", TRUE },
};

static Look look;
static MpApplication *application;
static MpParameters *figures;
static MpStore *store;
static MpWindow *window; /* the main one */
static GString *faults;

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n = data;

  return ++*n < 4 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until the widget has been drawn a few times and nothing waits. */
static void
settle (GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + (g_getenv ("MP_TEST_SLOW") != NULL ? 600 : 20) * G_USEC_PER_SEC; /* in valgrind */
  guint n = 0;

  while (!gtk_widget_get_mapped (widget) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);
  while (n < 4 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < 300 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

/* As long as whoever types rests before an answer is looked for. */
static void
rest (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

/* A picture that has not heard of the dark is a white field. The pages of a report are paper. */
static void
check_dark (cairo_surface_t *surface, const char *name)
{
  const int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  guint white = 0;

  if (!g_str_equal (look.scheme, "dark") || g_str_equal (name, "report"))
    return;
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      gconstpointer line = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
      const guint32 *row = line;

      for (int x = 0; x < width; x++)
        white += (row[x] & 0xf0f0f0) == 0xf0f0f0;
    }
  if (white > (guint) (width * height) / 8)
    g_string_append_printf (faults, "%s-%s: white in the dark: %u of 100\n", look.name, name, 100 * white / (guint) (width * height));
}

static void
write_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("MP_PICTURES");
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autofree char *file = g_strdup_printf ("%s-%s.png", look.name, name);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
  GskRenderNode *node;
  cairo_surface_t *surface;
  cairo_t *cr;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  check_dark (surface, name);
  if (folder != NULL)
    {
      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
    }
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
}

static void
fault (const char *where, GtkWidget *label, const char *what)
{
  g_string_append_printf (faults, "%s-%s: %s: “%s”\n", look.name, where, what, gtk_label_get_text (GTK_LABEL (label)));
}

static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scrolled != NULL)
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scrolled), &policy, NULL);
  return policy != GTK_POLICY_NEVER;
}

/* Dots may stand for a name that somebody typed, on a button whose list has it whole, where a tooltip says all, in the title
 * of a window and in an empty entry; never for our own words on a page, or for an amount. */
static gboolean
may_have_dots (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);

  return gtk_widget_get_tooltip_text (widget) != NULL || gtk_widget_has_css_class (widget, "title")
         || g_str_equal (gtk_widget_get_css_name (widget), "placeholder") || gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL || gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW) != NULL;
}

/* A figure without words: in a label that runs from right to left its sign would stand behind it. */
static gboolean
is_figure (const char *text)
{
  gboolean digit = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return FALSE;
      digit = digit || g_ascii_isdigit (*text);
    }
  return digit;
}

static void
check_label (GtkWidget *label, GtkWidget *top, const char *where)
{
  int width = gtk_widget_get_width (label), height = gtk_widget_get_height (label), text_width, text_height;
  graphene_rect_t bounds;

  if (width < 1 || height < 1)
    return;
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &text_width, &text_height);
  if (text_width > width + 1 || text_height > height + 1)
    fault (where, label, "cut off");
  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))) && !may_have_dots (GTK_LABEL (label)))
    fault (where, label, "ends in dots");
  if (is_figure (gtk_label_get_text (GTK_LABEL (label))) && strpbrk (gtk_label_get_text (GTK_LABEL (label)), "$%") != NULL
      && gtk_widget_get_direction (label) != GTK_TEXT_DIR_LTR)
    fault (where, label, "from right to left");
  if (!scrolls_sideways (label) && gtk_widget_compute_bounds (label, top, &bounds)
      && (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (top) + 1))
    fault (where, label, "beyond the edge");
}

static void
check_labels (GtkWidget *widget, GtkWidget *top, const char *where)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_label (widget, top, where);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      check_labels (child, top, where);
}

static void
shoot (GtkWidget *top, const char *name)
{
  settle (top);
  if (top == GTK_WIDGET (window))
    g_assert_cmpint (gtk_widget_get_width (top), <=, look.width); /* as narrow as it was when it was closed */
  check_labels (top, top, name);
  write_picture (top, name);
}

static GtkWidget *
find_type (GtkWidget *widget, const char *type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name (type)) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (GtkWidget *widget, const char *type, guint n)
{
  return find_type (widget, type, &n);
}

/* A part of a template. */
static GtkWidget *
part (const char *type, const char *name)
{
  GtkWidget *whole = find (GTK_WIDGET (window), type, 0);

  return GTK_WIDGET (gtk_widget_get_template_child (whole, G_OBJECT_TYPE (whole), name));
}

/* What a button or a drop-down opens; no wider than the screen it may have. */
static void
shoot_popover (GtkWidget *popover, const char *name)
{
  int width;

  g_assert_true (GTK_IS_POPOVER (popover));
  gtk_widget_grab_focus (gtk_widget_get_parent (popover)); /* scrolled to where it can be seen */
  settle (GTK_WIDGET (window));
  gtk_popover_popup (GTK_POPOVER (popover));
  settle (popover);
  width = gtk_widget_get_width (gtk_widget_get_parent (gtk_popover_get_child (GTK_POPOVER (popover)))); /* without its shadow */
  if (width > look.width)
    g_string_append_printf (faults, "%s-%s: wider than the window: %d\n", look.name, name, width);
  shoot (popover, name);
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle (GTK_WIDGET (window));
}

/* The popover that is open under a widget. */
static GtkWidget *
popped_up (GtkWidget *under)
{
  GtkWidget *popover;

  for (guint n = 0; (popover = find (under, "GtkPopover", n)) != NULL && !gtk_widget_get_visible (popover); n++)
    ;
  return popover;
}

static void
shoot_menu (GtkWidget *button, const char *name)
{
  shoot_popover (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), name);
}

static void
shoot_choices (GtkWidget *drop_down, const char *name)
{
  shoot_popover (find (drop_down, "GtkPopover", 0), name);
}

static void
open_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    open_all (child);
}

/* The dialog that was opened last. */
static GtkWidget *
dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (one->data != (gpointer) window && gtk_widget_get_visible (one->data))
      return one->data;
  return NULL;
}

static void
shoot_dialog (const char *name)
{
  GtkWidget *top = dialog ();

  g_assert_nonnull (top);
  if (look.width < 400)
    {
      gtk_window_set_default_size (GTK_WINDOW (top), look.width, look.height - 40);
      for (guint i = 0; i < 100 && gtk_widget_get_width (top) > look.width; i++)
        rest (20);
    }
  shoot (top, name);
  gtk_window_destroy (GTK_WINDOW (top));
}

static char *
sample_text (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".milepost", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data/samples", file, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static char *
add_sample (const char *name)
{
  g_autofree char *text = sample_text (name);
  char *id = mp_store_save (store, NULL, NULL, text, NULL);

  g_assert_nonnull (id);
  return id;
}

static void
show_people (void)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  settle (GTK_WIDGET (window));
}

static void
act (const char *action, const char *target)
{
  GtkWidget *from = gtk_window_get_focus (GTK_WINDOW (window));

  if (from == NULL || !gtk_widget_activate_action_variant (from, action, target != NULL ? g_variant_new_string (target) : NULL))
    g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), action, target != NULL ? g_variant_new_string (target) : NULL));
}

static void
page (const char *name, MpMonth month)
{
  mp_window_show_page (window, name, month);
  settle (GTK_WIDGET (window));
}

/* Some in the bin, one in the archive, and one of a long name */
static void
add_people (void)
{
  static const char *const samples[] = { "jo-ssi-student", "sam-ssdi-blind", "dana-ssdi", "kim-partnership-plus", "lee-ssi", "rosa-ssi-couple" };

  for (guint i = 0; i < 4 * G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *id = add_sample (samples[i % G_N_ELEMENTS (samples)]), *name = g_strdup_printf ("Client %u", i);

      if (i == 7)
        g_assert_true (mp_store_rename (store, id, "Maria Magdalena Hernández-Rodríguez of the river", NULL));
      else if (i >= G_N_ELEMENTS (samples))
        g_assert_true (mp_store_rename (store, id, name, NULL));
      if (i % 8 == 6)
        g_assert_true (mp_store_delete (store, id, NULL));
      else if (i == 20)
        g_assert_true (mp_store_archive (store, id, NULL));
    }
}

static void
see_people (void)
{
  g_autofree char *id = NULL;
  GtkWidget *search = find (GTK_WIDGET (window), "GtkSearchEntry", 0);

  shoot (GTK_WIDGET (window), "people-none");
  id = add_sample ("alex-both-benefits");
  mp_window_open_person (window, id);
  show_people ();
  shoot (GTK_WIDGET (window), "people-one");
  add_people ();
  mp_window_open_person (window, id);
  show_people ();
  shoot (GTK_WIDGET (window), "people-many");
  shoot_menu (part ("MpPeoplePage", "menu_button"), "people-menu");
  shoot_menu (part ("MpPeoplePage", "sort_button"), "people-sort");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (part ("MpPeoplePage", "archive_button")), TRUE);
  rest (300);
  shoot (GTK_WIDGET (window), "people-archive");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (part ("MpPeoplePage", "archive_button")), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (search), "xyzzy");
  rest (300);
  shoot (GTK_WIDGET (window), "people-no-match");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  rest (300);
  act ("win.add-person", NULL);
  shoot_dialog ("new-person");
  act ("win.rollup", NULL);
  rest (300);
  shoot_dialog ("rollup");
}

static void
see_conflict (const char *id)
{
  g_autofree char *text = sample_text ("alex-both-benefits"), *other = NULL;
  g_auto (GStrv) parts = g_strsplit (text, "640.00", -1);

  other = g_strjoinv ("655.00", parts);
  mp_conflict_ask (GTK_WINDOW (window), store, id, other, NULL);
  shoot_dialog ("conflict");
}

static void
see_history (void)
{
  const MpFactChange change = { "/ssdi/amounts/0/monthly", "655.00" };

  g_assert_true (mp_case_model_change (mp_window_get_model (window), &change, 1, "Amount", NULL));
  act ("win.history", NULL);
  shoot_dialog ("history");
}

static void
see_passphrase (void)
{
  gtk_window_present (GTK_WINDOW (mp_passphrase_new (GTK_WINDOW (window), store, MP_SEAL_SET)));
  shoot_dialog ("passphrase-set");
  gtk_window_present (GTK_WINDOW (mp_passphrase_new (GTK_WINDOW (window), store, MP_SEAL_CHANGE)));
  shoot_dialog ("passphrase-change");
}

static void
see_figures (void)
{
  GtkWidget *browser = mp_figures_window_new (GTK_WINDOW (window), figures, mp_window_get_model (window));

  gtk_window_present (GTK_WINDOW (browser));
  mp_figures_window_show (MP_FIGURES_WINDOW (browser), "sga.non_blind");
  shoot_dialog ("figures");
  gtk_window_present (GTK_WINDOW (mp_new_figures_new (GTK_WINDOW (window))));
  shoot_dialog ("figures-new");
}

static void
see_preferences (void)
{
  static const char *const pages[] = { "general", "show", "readings", "privacy", "figures" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("preferences-", pages[i], NULL);
      GtkWidget *top = mp_preferences_new (GTK_WINDOW (window), store, mp_window_get_model (window));

      gtk_window_present (GTK_WINDOW (top));
      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (top), ADW_PREFERENCES_PAGE (find (top, "AdwPreferencesPage", i)));
      shoot_dialog (name);
    }
}

static void
see_help (void)
{
  gtk_window_present (GTK_WINDOW (mp_keys_new_window (GTK_WINDOW (window))));
  shoot_dialog ("shortcuts");
  gtk_window_present (GTK_WINDOW (mp_help_new (GTK_WINDOW (window), "projection", NULL, NULL, figures)));
  shoot_dialog ("help");
  gtk_window_present (GTK_WINDOW (mp_help_new (GTK_WINDOW (window), "facts", "/ssdi/history/twp_months", NULL, figures)));
  shoot_dialog ("help-fact");
  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  shoot_dialog ("about");
}

static void
see_dialogs (void)
{
  g_autofree char *id = add_sample ("alex-both-benefits");

  mp_window_open_person (window, id);
  settle (GTK_WIDGET (window));
  see_conflict (id);
  see_history ();
  see_passphrase ();
  see_figures ();
  see_preferences ();
  see_help ();
  mp_paste_dialog_show (GTK_WINDOW (window), mp_window_get_model (window));
  shoot_dialog ("paste");
  act ("win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (find (dialog (), "GtkSearchEntry", 0)), "trial");
  rest (300);
  shoot_dialog ("search");
  show_people ();
}

/* Changed since the report, a question, a text that is not understood, and where a fact comes from */
static void
see_changed_facts (void)
{
  const MpFactChange facts[] = {
    { "/ssdi/amounts/0/monthly", "655.00" }, { "/paid/-", NULL }, { "/paid/0/month", "2026-02" }, { "/paid/0/program", "ssdi" },
    { "/paid/0/amount", "700.00" }, { "/bpqy/withheld_monthly", "25.00" },
  };
  GtkWidget *entry = find (GTK_WIDGET (window), "GtkEntry", 5), *source = find (GTK_WIDGET (window), "MpSourceButton", 3);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.report-made", NULL);
  g_assert_true (mp_case_model_change (mp_window_get_model (window), facts, G_N_ELEMENTS (facts), "Facts", NULL));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "13/45");
  shoot (GTK_WIDGET (window), "facts-changed");
  mp_source_button_popup (MP_SOURCE_BUTTON (source));
  settle (GTK_WIDGET (window));
  shoot (find (source, "GtkPopover", 0), "facts-source");
  gtk_popover_popdown (GTK_POPOVER (find (source, "GtkPopover", 0)));
}

static void
see_facts (void)
{
  static const char *const samples[] = { "alex-both-benefits", "rosa-ssi-couple", "kim-partnership-plus" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *id = add_sample (samples[i]), *name = g_strdup_printf ("facts-%u", i + 1), *open = g_strconcat (name, "-open", NULL);

      mp_window_open_person (window, id);
      page ("facts", MP_MONTH_NONE);
      shoot (GTK_WIDGET (window), name);
      open_all (GTK_WIDGET (window));
      shoot (GTK_WIDGET (window), open);
      if (i == 0)
        see_changed_facts ();
      show_people ();
    }
}

/* Where a file of pay stubs may be dropped. */
static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventController *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (one) && gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (one)), G_TYPE_FILE))
        return one;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_drop_target (child);
  return found;
}

static void
see_pay_stubs (void)
{
  g_autofree char *folder = g_dir_make_tmp ("milepost-XXXXXX", NULL), *path = g_build_filename (folder, "stubs.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (path, "pay day,gross\n2026-02-06,310.00\n2026-02-20,325.50\n2026-03-06,298.00\n"
                                      "2030-01-04,400.00\n", -1, NULL));
  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  g_signal_emit_by_name (find_drop_target (find (GTK_WIDGET (window), "MpWorkPage", 0)), "drop", &value, 0.0, 0.0, &taken);
  g_assert_true (taken);
  g_value_unset (&value);
  shoot_dialog ("work-pay-stubs");
  g_unlink (path);
  g_rmdir (folder);
}

static void
see_work (void)
{
  static const char *const samples[] = { "alex-both-benefits", "dana-ssdi", "kim-partnership-plus" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *id = add_sample (samples[i]), *name = g_strdup_printf ("work-%u", i + 1);

      mp_window_open_person (window, id);
      page ("work", MP_MONTH_NONE);
      if (i == 0)
        gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (window), "GtkEntry", 0)), "20 h at $15 from June 2029 to Feb 2030");
      shoot (GTK_WIDGET (window), name);
      open_all (GTK_WIDGET (window));
      if (i == 0)
        {
          shoot (GTK_WIDGET (window), "work-open");
          see_pay_stubs ();
        }
      show_people ();
    }
}

static void
span (MpCaseView *view, guint months, const char *name)
{
  mp_case_view_set_span (view, months);
  shoot (GTK_WIDGET (window), name);
}

static void
see_try_out (MpCaseModel *model)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *tried = mp_case_model_begin_edit (model);

  tried->scenarios[0].work[2].hours_per_week = 3300;
  g_assert_true (mp_case_model_try (model, tried, problems));
  rest (400); /* the reasons wait until a slider rests */
  shoot (GTK_WIDGET (window), "projection-try");
  mp_case_model_drop (model);
}

/* Each question as it is answered for the case shown. */
static void
see_questions (GtkWidget *button, const char *name)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkDropDown *question = GTK_DROP_DOWN (find (popover, "GtkDropDown", 0));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (question));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *of = g_strdup_printf ("%s-question-%u", name, i + 1);

      gtk_drop_down_set_selected (question, i);
      shoot_popover (popover, of);
    }
  shoot_choices (GTK_WIDGET (question), "questions");
}

static void
see_popovers (void)
{
  GtkWidget *page = find (GTK_WIDGET (window), "MpProjectionPage", 0);

  shoot_menu (part ("MpCasePage", "menu_button"), "case-menu");
  shoot_choices (part ("MpProjectionPage", "span"), "span-choices");
  if (look.width >= 600)
    see_questions (find (part ("MpProjectionPage", "tools"), "GtkMenuButton", 0), "projection");
  g_assert_true (gtk_widget_activate_action (page, "projection.note", NULL));
  shoot_popover (popped_up (page), "month-note");
  g_assert_true (gtk_widget_activate_action (page, "projection.set-month-pay", NULL));
  shoot_popover (popped_up (page), "month-pay");
}

/* What a new user is told once, over the page. */
static void
see_hints (void)
{
  g_autofree char *id = add_sample ("alex-both-benefits");

  g_settings_set_uint (mp_settings_get (), "hints-seen", 0);
  mp_window_open_person (window, id);
  page ("projection", mp_month (2027, 6));
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *bubble = popped_up (find (GTK_WIDGET (window), "MpProjectionPage", 0));
      g_autofree char *name = g_strdup_printf ("hint-%u", i + 1);

      g_assert_nonnull (bubble);
      shoot (bubble, name);
      g_signal_emit_by_name (find (bubble, "GtkButton", 0), "clicked");
      settle (GTK_WIDGET (window));
    }
  show_people ();
}

static void
see_projection_of (const char *sample, const char *name)
{
  g_autofree char *id = add_sample (sample);

  mp_window_open_person (window, id);
  page ("projection", mp_month (2026, 9));
  shoot (GTK_WIDGET (window), name);
  show_people ();
}

static void
see_projection (void)
{
  g_autofree char *id = add_sample ("alex-both-benefits");
  const MpFactChange notes[] = {
    { "/pinned/-", NULL }, { "/pinned/0/month", "2026-03" }, { "/pinned/0/text", "Night shift" },
    { "/pinned/-", NULL }, { "/pinned/1/month", "2027-06" }, { "/pinned/1/text", "Ask about the van" },
    { "/paid/-", NULL }, { "/paid/0/month", "2026-03" }, { "/paid/0/program", "ssdi" }, { "/paid/0/amount", "700.00" },
  };
  MpCaseModel *model;
  MpCaseView *view;

  mp_window_open_person (window, id);
  page ("projection", mp_month (2027, 6));
  model = mp_window_get_model (window);
  view = mp_case_page_get_view (MP_CASE_PAGE (find (GTK_WIDGET (window), "MpCasePage", 0)));
  shoot (GTK_WIDGET (window), "projection");
  mp_case_view_set_panel (view, !mp_case_view_get_panel (view));
  shoot (GTK_WIDGET (window), mp_case_view_get_panel (view) ? "projection-panel" : "projection-no-panel");
  mp_case_view_set_panel (view, !mp_case_view_get_panel (view));
  g_settings_set_string (mp_settings_get (), "patterns", "on");
  shoot (GTK_WIDGET (window), "projection-patterns");
  g_settings_reset (mp_settings_get (), "patterns");
  see_popovers ();
  mp_case_model_change (model, notes, G_N_ELEMENTS (notes), "Notes", NULL);
  mp_case_view_set_cursor (view, mp_month (2026, 3));
  span (view, 12, "projection-12");
  span (view, 24, "projection-24");
  mp_case_view_set_cursor (view, mp_month (2026, 1));
  span (view, 60, "projection-60");
  span (view, 120, "projection-120");
  mp_case_view_set_span (view, 36);
  mp_case_view_set_cursor (view, mp_month (2028, 12));
  see_try_out (model);
  mp_page_take_focus (MP_PAGE (find (GTK_WIDGET (window), "MpProjectionPage", 0)));
  act ("projection.table", NULL);
  shoot (GTK_WIDGET (window), "projection-table");
  act ("projection.table", NULL);
  act ("projection.en", NULL);
  shoot (GTK_WIDGET (window), "projection-en");
  act ("projection.en", NULL);
  show_people ();
  see_projection_of ("kim-partnership-plus", "projection-kim");
  see_projection_of ("jo-ssi-student", "projection-jo");
  see_hints ();
}

/* For a room with a projector, not for a telephone */
static void
see_presentation (MpCaseView *view)
{
  GtkWidget *show = mp_presentation_new (GTK_WINDOW (window), mp_window_get_model (window), view, FALSE);

  gtk_window_set_default_size (GTK_WINDOW (show), look.width, look.height);
  gtk_window_present (GTK_WINDOW (show));
  settle (show);
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("presentation-%u", i);

      shoot (show, name);
      gtk_widget_activate_action (show, "present.next", NULL);
    }
  gtk_widget_activate_action (show, "present.picture", NULL);
  gtk_widget_activate_action (show, "present.more-hours", NULL);
  shoot (show, "presentation-picture");
  gtk_window_destroy (GTK_WINDOW (show));
}

static void
see_milestones (void)
{
  g_autofree char *id = add_sample ("alex-both-benefits");

  mp_window_open_person (window, id);
  page ("milestones", mp_month (2026, 8));
  shoot (GTK_WIDGET (window), "milestones");
  open_all (GTK_WIDGET (window));
  shoot (GTK_WIDGET (window), "milestones-open");
  if (look.width >= 600)
    see_presentation (mp_case_page_get_view (MP_CASE_PAGE (find (GTK_WIDGET (window), "MpCasePage", 0))));
  show_people ();
}

static void
see_compare (void)
{
  g_autofree char *id = add_sample ("alex-both-benefits"), *jo = add_sample ("jo-ssi-student");
  MpCaseModel *model;

  mp_window_open_person (window, jo);
  model = mp_window_get_model (window);
  if (mp_case_model_get_case (model)->n_scenarios > 1)
    {
      MpCase *one = mp_case_model_begin_edit (model);

      while (one->n_scenarios > 1)
        g_assert_true (mp_edit_remove (one, "/scenarios/1"));
      g_assert_true (mp_case_model_commit (model, one, "One plan", NULL));
    }
  page ("compare", MP_MONTH_NONE);
  shoot (GTK_WIDGET (window), "compare-one");
  show_people ();
  mp_window_open_person (window, id);
  page ("compare", mp_month (2027, 6));
  shoot (GTK_WIDGET (window), "compare");
  if (look.width < 600) /* where Projection has no room for them */
    see_questions (find (part ("MpComparePage", "buttons"), "GtkMenuButton", 0), "compare");
  model = mp_window_get_model (window);
  for (MpPlanKind kind = MP_PLAN_MORE_HOURS; mp_case_model_get_case (model)->n_scenarios < 4; kind++)
    g_assert_true (mp_plan_add (model, kind, NULL));
  shoot (GTK_WIDGET (window), "compare-four");
  shoot_menu (part ("MpComparePage", "add_button"), "compare-add");
  shoot_choices (part ("MpComparePage", "phases"), "compare-phases");
  shoot_menu (find (part ("MpComparePage", "plans_bin"), "GtkMenuButton", 1), "compare-plan-menu");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (part ("MpComparePage", "tables_button")), TRUE);
  shoot (GTK_WIDGET (window), "compare-tables");
  show_people ();
}

static void
see_report (void)
{
  g_autofree char *id = add_sample ("alex-both-benefits");

  mp_window_open_person (window, id);
  page ("report", MP_MONTH_NONE);
  rest (1000); /* a thread draws the pages */
  shoot (GTK_WIDGET (window), "report");
  show_people ();
}

static void
see_lock (void)
{
  g_autofree char *id = add_sample ("alex-both-benefits");

  mp_window_open_person (window, id);
  settle (GTK_WIDGET (window));
  act ("win.lock", NULL);
  shoot (GTK_WIDGET (window), "lock");
  g_signal_emit_by_name (find (find (find (GTK_WIDGET (window), "MpLockPage", 0), "AdwStatusPage", 0), "GtkButton", 0), "clicked");
  show_people ();
}

/* The key that is shown once, and what then opens the caseload. Nothing is as before after this. */
static void
see_seal (void)
{
  GtkWidget *top = mp_passphrase_new (GTK_WINDOW (window), store, MP_SEAL_SET), *entry;
  g_autofree char *before = g_strdup (gtk_window_get_title (GTK_WINDOW (top)));

  gtk_window_present (GTK_WINDOW (top));
  for (guint i = 0; i < 2; i++)
    gtk_editable_set_text (GTK_EDITABLE (find (top, "AdwPasswordEntryRow", i)), "correct horse battery");
  g_signal_emit_by_name (find (top, "AdwPasswordEntryRow", 1), "entry-activated");
  for (guint i = 0; i < 600 && g_str_equal (gtk_window_get_title (GTK_WINDOW (top)), before); i++)
    rest (100);
  shoot_dialog ("recovery-key");
  act ("win.lock", NULL);
  shoot (GTK_WIDGET (window), "lock-sealed");
  entry = find (find (GTK_WIDGET (window), "MpLockPage", 0), "GtkPasswordEntry", 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "another one");
  g_signal_emit_by_name (entry, "activate");
  for (guint i = 0; i < 600 && *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0'; i++)
    rest (100);
  shoot (GTK_WIDGET (window), "lock-wrong");
}

static const struct { const char *name; void (*see) (void); } scenes[] = {
  { "people", see_people }, { "dialogs", see_dialogs }, { "facts", see_facts }, { "work", see_work }, { "projection", see_projection },
  { "milestones", see_milestones }, { "compare", see_compare }, { "report", see_report }, { "lock", see_lock },
  { "seal", see_seal },
};

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (home, "people.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, >, 1);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].name, argv[1]))
      look = looks[i];
  g_assert_nonnull (look.name);
  if (argc > 2)
    g_assert_cmpint (sscanf (argv[2], "%dx%d", &look.width, &look.height), ==, 2);
  faults = g_string_new (NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("LANGUAGE", look.language, TRUE);
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", look.contrast ? "1" : "0", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  mp_i18n_start ("/nowhere"); /* the build folder's own */
  adw_init ();
  gtk_widget_set_default_direction (look.rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_settings_set_string (mp_settings_get (), "color-scheme", look.scheme);
  g_settings_set_int (mp_settings_get (), "zoom", look.zoom);
  g_settings_set_uint (mp_settings_get (), "hints-seen", 3);
  g_settings_set_int (mp_settings_get (), "window-width", look.width);
  g_settings_set_int (mp_settings_get (), "window-height", look.height);
  figures = mp_parameters_new (NULL);
  application = mp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  store = mp_store_open (path, &error);
  g_assert_no_error (error);
  mp_store_set_parameters (store, figures);
  window = MP_WINDOW (mp_window_new (ADW_APPLICATION (application), store, figures));
  gtk_window_present (GTK_WINDOW (window));
  settle (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (argc < 4 || strstr (argv[3], scenes[i].name) != NULL)
      scenes[i].see ();
  g_printerr ("%s", faults->str);
  return faults->len > 0;
}
