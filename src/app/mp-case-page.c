/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case-page.h"

#include "mp-a11y.h"
#include "mp-adaptive.h"
#include "mp-compare-page.h"
#include "mp-facts-page.h"
#include "mp-milestones-page.h"
#include "mp-projection-page.h"
#include "mp-report-page.h"
#include "mp-widgets.h"
#include "mp-work-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MpCasePage {
  AdwBin parent_instance;
  MpCaseModel *model;
  MpCaseView *view;
  GtkWidget *adaptive, *header, *back_button, *undo_button, *redo_button, *name_box, *name_label, *status_label, *title, *menu_button;
  GtkWidget *search_button, *switcher, *switcher_bar, *stack;
  GMenu *narrow_section;
  guint reveal_source;
  gboolean narrow;
};

typedef struct {
  const char *name;
  const char *title;
  const char *short_title;
  const char *icon;
  GType (*type) (void);
} PageInfo;

G_DEFINE_FINAL_TYPE (MpCasePage, mp_case_page, ADW_TYPE_BIN)

static const PageInfo pages[] = {
  { "facts", N_("Facts"), N_("Facts"), "avatar-default-symbolic", mp_facts_page_get_type },
  { "work", N_("Work"), N_("Work"), "x-office-calendar-symbolic", mp_work_page_get_type },
  { "projection", N_("Projection"), N_("Money"), "network-cellular-signal-excellent-symbolic", mp_projection_page_get_type },
  { "milestones", N_("Milestones"), N_("Steps"), "starred-symbolic", mp_milestones_page_get_type },
  { "compare", N_("Compare"), N_("Compare"), "view-dual-symbolic", mp_compare_page_get_type },
  { "report", N_("Report"), N_("Report"), "x-office-document-symbolic", mp_report_page_get_type },
};

/* Where the names of the pages have gone below, the middle says the page; and where there is no room
 * beside it for the person, the person, with the page under it. */
static void
update_title (MpCasePage *self)
{
  const char *page = adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack));
  const char *name = gtk_label_get_text (GTK_LABEL (self->name_label)), *status = gtk_label_get_text (GTK_LABEL (self->status_label));
  g_autofree char *under = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      page = _(pages[i].title);
  /* Translators: the page shown and when the case was saved: "Projection · Saved 10:42" */
  under = *status != '\0' ? g_strdup_printf (_("%1$s · %2$s"), page, status) : g_strdup (page);
  adw_view_switcher_title_set_title (ADW_VIEW_SWITCHER_TITLE (self->title), self->narrow ? name : page);
  adw_view_switcher_title_set_subtitle (ADW_VIEW_SWITCHER_TITLE (self->title), self->narrow ? under : NULL);
}

static void
projected_cb (MpCaseModel *model, MpCasePage *self)
{
  const char *name = mp_case_model_get_case (model)->beneficiary.name;

  gtk_label_set_text (GTK_LABEL (self->name_label), name != NULL ? name : _("No name"));
  gtk_widget_set_tooltip_text (self->name_box, name);
  update_title (self);
}

/* Less wide than this at 100 % text, the header has room for the way back, the person, the menu and the end of the window. */
#define NARROW 600

static void
resized_cb (MpAdaptive *adaptive, int width, int height, MpCasePage *self)
{
  gboolean narrow = width < NARROW * mp_text_scale (GTK_WIDGET (self));

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  gtk_widget_set_visible (self->undo_button, !narrow);
  gtk_widget_set_visible (self->redo_button, !narrow);
  gtk_widget_set_visible (self->name_box, !narrow);
  gtk_widget_set_visible (self->search_button, !narrow);
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (self->header), narrow ? ":close" : NULL);
  g_menu_remove_all (self->narrow_section);
  if (narrow)
    {
      g_menu_append (self->narrow_section, _("Undo"), "win.undo");
      g_menu_append (self->narrow_section, _("Redo"), "win.redo");
      g_menu_append (self->narrow_section, _("Search"), "win.search");
    }
  update_title (self);
}

static gboolean
reveal_switcher_cb (gpointer data)
{
  MpCasePage *self = data;

  self->reveal_source = 0;
  mp_reveal (self->switcher_bar, adw_view_switcher_title_get_title_visible (ADW_VIEW_SWITCHER_TITLE (self->title)));
  return G_SOURCE_REMOVE;
}

/* The title learns that there is too little room while the window is laid out: the bar below comes after that, for
 * without animations it would be given no room at all. */
static void
title_squeezed_cb (MpCasePage *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, reveal_switcher_cb, self, NULL);
}

/* Undo and redo say what they do: "Undo: Hours per week: 30 → 35" */
static void
name_steps (MpCasePage *self)
{
  g_autofree char *undo = NULL, *redo = NULL, *undo_text = NULL, *redo_text = NULL;

  g_object_get (self->model, "undo-label", &undo, "redo-label", &redo, NULL);
  /* Translators: %s is what was changed: "Undo: Hours per week: 30 → 35" */
  undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
}

/* A page is built when it is first shown. */
static void
page_shown_cb (AdwViewStack *stack, GParamSpec *pspec, MpCasePage *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (stack);
  const char *name = adw_view_stack_get_visible_child_name (stack);

  if (bin == NULL || adw_bin_get_child (ADW_BIN (bin)) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      adw_bin_set_child (ADW_BIN (bin), g_object_new (pages[i].type (), "model", self->model, "view", self->view, NULL));
}

static void
button_toggled_cb (GtkToggleButton *button, MpCasePage *self)
{
  if (gtk_toggle_button_get_active (button))
    mp_case_page_show (self, g_object_get_data (G_OBJECT (button), "mp-page"));
}

/* For a narrow window: six short names fit 360 px, which AdwViewSwitcherBar's do not. */
static GtkWidget *
add_button (MpCasePage *self, const PageInfo *page, GtkWidget *first)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_(page->short_title));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first != NULL ? GTK_TOGGLE_BUTTON (first) : NULL);
  g_object_set_data (G_OBJECT (button), "mp-page", (gpointer) page->name);
  g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), self);
  mp_a11y_name (button, _(page->title));
  gtk_box_append (GTK_BOX (self->switcher), button);
  return button;
}

static void
select_button_cb (AdwViewStack *stack, GParamSpec *pspec, MpCasePage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (stack);

  for (GtkWidget *button = gtk_widget_get_first_child (self->switcher); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "mp-page"), name) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  update_title (self);
}

static void
fill_stack (MpCasePage *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *button = add_button (self, &pages[i], first);

      first = first != NULL ? first : button;
      adw_view_stack_add_titled_with_icon (ADW_VIEW_STACK (self->stack), adw_bin_new (), pages[i].name,
                                           _(pages[i].title), pages[i].icon);
    }
  /* Not before: a switcher makes all its buttons anew for each page that comes. */
  adw_view_switcher_title_set_stack (ADW_VIEW_SWITCHER_TITLE (self->title), ADW_VIEW_STACK (self->stack));
}

static gboolean
take_focus_cb (gpointer data)
{
  MpCasePage *self = data;
  GtkWidget *focus = gtk_widget_get_root (data) != NULL ? gtk_root_get_focus (gtk_widget_get_root (data)) : NULL;

  if (gtk_widget_get_mapped (data) && (focus == NULL || !gtk_widget_is_ancestor (focus, self->stack)))
    gtk_widget_child_focus (adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack)), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* A case that is opened has the keyboard in its page, not in the header. */
static void
mp_case_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mp_case_page_parent_class)->map (widget);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_focus_cb, g_object_ref (widget), g_object_unref);
}

static void
mp_case_page_dispose (GObject *object)
{
  MpCasePage *self = MP_CASE_PAGE (object);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_object (&self->view);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (mp_case_page_parent_class)->dispose (object);
}

static void
mp_case_page_class_init (MpCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_case_page_dispose;
  g_type_ensure (MP_TYPE_ADAPTIVE);
  widget_class->map = mp_case_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/case-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpCasePage, name)
  BIND (adaptive); BIND (header); BIND (back_button); BIND (undo_button); BIND (redo_button); BIND (name_box); BIND (name_label);
  BIND (status_label); BIND (title); BIND (menu_button); BIND (narrow_section); BIND (switcher); BIND (switcher_bar); BIND (stack); BIND (search_button);
#undef BIND
}

static void
mp_case_page_init (MpCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mp_a11y_name (self->back_button, _("Back to people"));
  mp_a11y_name (self->undo_button, _("Undo"));
  mp_a11y_name (self->redo_button, _("Redo"));
  mp_a11y_name (self->menu_button, _("Menu"));
  mp_a11y_name (self->search_button, _("Search"));
  g_signal_connect (self->adaptive, "resized", G_CALLBACK (resized_cb), self);
  g_signal_connect_swapped (self->title, "notify::title-visible", G_CALLBACK (title_squeezed_cb), self);
  title_squeezed_cb (self);
}

/**
 * mp_case_page_new:
 * @model: the person's case
 *
 * Returns: (transfer floating): the pages of the case, at the projection
 */
GtkWidget *
mp_case_page_new (MpCaseModel *model)
{
  MpCasePage *self = g_object_new (MP_TYPE_CASE_PAGE, NULL);

  self->model = g_object_ref (model);
  self->view = mp_case_view_new (model);
  fill_stack (self);
  g_signal_connect_object (model, "notify", G_CALLBACK (name_steps), self, G_CONNECT_SWAPPED);
  name_steps (self);
  g_signal_connect_object (model, "projected", G_CALLBACK (projected_cb), self, 0);
  g_signal_connect (self->stack, "notify::visible-child", G_CALLBACK (page_shown_cb), self);
  g_signal_connect (self->stack, "notify::visible-child", G_CALLBACK (select_button_cb), self);
  projected_cb (model, self);
  mp_case_page_show (self, "projection");
  return GTK_WIDGET (self);
}

/**
 * mp_case_page_get_shown:
 * @self: the pages
 *
 * Returns: the name of the page that is shown, as mp_case_page_show() takes it
 */
const char *
mp_case_page_get_shown (MpCasePage *self)
{
  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack));
}

/**
 * mp_case_page_set_status:
 * @self: the pages
 * @text: "Saved 10:42"
 */
void
mp_case_page_set_status (MpCasePage *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->status_label), text);
  gtk_widget_set_visible (self->status_label, *text != '\0');
  update_title (self);
}

/**
 * mp_case_page_get_view:
 * @self: the pages
 *
 * Returns: (transfer none): what the pages look at
 */
MpCaseView *
mp_case_page_get_view (MpCasePage *self)
{
  return self->view;
}

static GtkWidget *
shown_page (MpCasePage *self)
{
  return adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack))));
}

/**
 * mp_case_page_show:
 * @self: the pages
 * @name: "facts", "work", "projection", "milestones", "compare" or "report"
 */
void
mp_case_page_show (MpCasePage *self, const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), name);
  /* The keys of a page work at once. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    mp_page_take_focus (MP_PAGE (shown_page (self)));
}

/**
 * mp_case_page_show_fact:
 * @self: the pages
 * @pointer: a fact, "/scenarios/0/work/1"
 *
 * Goes to the page where the fact is entered, and gives it the focus.
 */
void
mp_case_page_show_fact (MpCasePage *self, const char *pointer)
{
  const gboolean of_plan = g_str_has_prefix (pointer, "/scenarios/");
  const char *page = of_plan ? "work" : "facts", *action = of_plan ? "work.show-fact" : "facts.show-fact";

  if (of_plan)
    mp_case_model_set_scenario (self->model, (guint) g_ascii_strtoull (pointer + strlen ("/scenarios/"), NULL, 10));
  mp_case_page_show (self, page);
  gtk_widget_activate_action (shown_page (self), action, "s", pointer);
}

/**
 * mp_case_page_present:
 * @self: the pages
 *
 * Shows the milestones full screen.
 */
void
mp_case_page_present (MpCasePage *self)
{
  mp_case_page_show (self, "milestones");
  gtk_widget_activate_action (shown_page (self), "milestones.present", NULL);
}

/**
 * mp_case_page_show_why:
 * @self: the pages
 *
 * Shows why the figures of the month are what they are.
 */
void
mp_case_page_show_why (MpCasePage *self)
{
  mp_case_page_show (self, "projection");
  gtk_widget_activate_action (shown_page (self), "projection.why", NULL);
}

/**
 * mp_case_page_save_picture:
 * @self: the pages
 *
 * Asks for a file that the picture goes to.
 */
void
mp_case_page_save_picture (MpCasePage *self)
{
  mp_case_page_show (self, "projection");
  gtk_widget_activate_action (shown_page (self), "projection.save-picture", NULL);
}

/**
 * mp_case_page_report:
 * @self: the pages
 * @action: "report.save", "report.print" or "report.hand-out"
 *
 * Shows the report and does that with it.
 */
void
mp_case_page_report (MpCasePage *self, const char *action)
{
  mp_case_page_show (self, "report");
  gtk_widget_activate_action (shown_page (self), action, NULL);
}

/**
 * mp_case_page_add_job:
 * @self: the pages
 *
 * Adds a job to the plan shown, from the first month of the projection, with no pay yet.
 */
void
mp_case_page_add_job (MpCasePage *self)
{
  g_autofree char *place = g_strdup_printf ("/scenarios/%u/work/-", mp_case_model_get_scenario (self->model));
  MpFactChange change = { place, NULL };

  mp_case_model_change (self->model, &change, 1, _("Add a job"), NULL);
}

static gboolean
has_plan (const MpCase *kase, const char *name)
{
  for (guint i = 0; i < kase->n_scenarios; i++)
    if (g_strcmp0 (kase->scenarios[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * mp_case_page_add_plan:
 * @self: the pages
 * @copy: start from the plan shown, rather than from no work
 *
 * Adds a plan and shows it.
 */
void
mp_case_page_add_plan (MpCasePage *self, gboolean copy)
{
  GtkWidget *projection = adw_bin_get_child (ADW_BIN (adw_view_stack_get_child_by_name (ADW_VIEW_STACK (self->stack), "projection")));
  g_autofree char *name = NULL;
  MpCase *edited;
  guint n;

  /* A try-out is kept beside the plan it started from. */
  if (copy && projection != NULL && mp_case_model_is_trying (self->model))
    {
      gtk_widget_activate_action (projection, "projection.keep-as-plan", NULL);
      return;
    }
  edited = mp_case_model_begin_edit (self->model);
  n = edited->n_scenarios;
  for (guint i = n + 1; name == NULL || has_plan (edited, name); i++)
    {
      g_free (name);
      name = g_strdup_printf (_("Plan %u"), i);
    }
  if (copy && n > 0)
    mp_case_copy_scenario (edited, mp_case_model_get_scenario (self->model), name);
  else
    mp_case_add_scenario (edited, name);
  if (mp_case_model_commit (self->model, edited, _("Add a plan"), NULL))
    mp_case_model_set_scenario (self->model, n);
}
