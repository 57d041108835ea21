/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-page.h"

#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

typedef struct {
  MpCaseModel *model;
  MpCaseView *view;
  gboolean model_stale, view_stale; /* changed while nobody saw the page */
} MpPagePrivate;

enum { PROP_0, PROP_MODEL, PROP_VIEW, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MpPage, mp_page, ADW_TYPE_BIN)

static MpPagePrivate *
priv (MpPage *self)
{
  return mp_page_get_instance_private (self);
}

static void
bring_up_to_date (MpPage *self)
{
  MpPagePrivate *page = priv (self);
  MpPageClass *klass = MP_PAGE_GET_CLASS (self);
  gboolean model_stale = page->model_stale;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !(page->model_stale || page->view_stale))
    return;
  page->model_stale = page->view_stale = FALSE;
  if (model_stale && klass->model_changed != NULL)
    klass->model_changed (self);
  if (klass->view_changed != NULL)
    klass->view_changed (self);
}

static void
projected_cb (MpPage *self)
{
  priv (self)->model_stale = TRUE;
  bring_up_to_date (self);
}

static void
view_changed_cb (MpPage *self)
{
  priv (self)->view_stale = TRUE;
  bring_up_to_date (self);
}

static gboolean
take_focus_cb (gpointer data)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (data)))
    mp_page_take_focus (data);
  return G_SOURCE_REMOVE;
}

/* The keyboard is where it is of use at once; the stack of pages, which moves the focus too, goes first. */
static void
mp_page_map (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (mp_page_parent_class)->map (widget);
  bring_up_to_date (MP_PAGE (widget));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, take_focus_cb, g_object_ref (widget), g_object_unref);
}

static void
mp_page_constructed (GObject *object)
{
  MpPagePrivate *page = priv (MP_PAGE (object));

  G_OBJECT_CLASS (mp_page_parent_class)->constructed (object);
  page->model_stale = page->view_stale = TRUE;
  g_signal_connect_object (page->model, "projected", G_CALLBACK (projected_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->view, "notify", G_CALLBACK (view_changed_cb), object, G_CONNECT_SWAPPED);
}

static void
mp_page_dispose (GObject *object)
{
  MpPagePrivate *page = priv (MP_PAGE (object));

  g_clear_object (&page->view);
  g_clear_object (&page->model);
  G_OBJECT_CLASS (mp_page_parent_class)->dispose (object);
}

static void
mp_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpPagePrivate *page = priv (MP_PAGE (object));

  switch (id)
    {
    case PROP_MODEL: g_value_set_object (value, page->model); break;
    case PROP_VIEW: g_value_set_object (value, page->view); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mp_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpPagePrivate *page = priv (MP_PAGE (object));

  switch (id)
    {
    case PROP_MODEL: page->model = g_value_dup_object (value); break;
    case PROP_VIEW: page->view = g_value_dup_object (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mp_page_class_init (MpPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = mp_page_constructed;
  object_class->dispose = mp_page_dispose;
  object_class->get_property = mp_page_get_property;
  object_class->set_property = mp_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = mp_page_map;
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, MP_TYPE_CASE_MODEL, flags);
  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, MP_TYPE_CASE_VIEW, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mp_page_init (MpPage *self)
{
}

MpCaseModel *
mp_page_get_model (MpPage *self)
{
  return priv (self)->model;
}

MpCaseView *
mp_page_get_view (MpPage *self)
{
  return priv (self)->view;
}

/**
 * mp_page_take_focus:
 * @self: a page that is shown
 *
 * Gives the focus to what the keyboard is for on this page, or to the first thing that takes it.
 */
void
mp_page_take_focus (MpPage *self)
{
  if (MP_PAGE_GET_CLASS (self)->take_focus != NULL)
    MP_PAGE_GET_CLASS (self)->take_focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * mp_page_focus_on:
 * @part: a part of a page
 *
 * Gives it the focus, at the place where the keyboard enters it, unless the focus is in it already.
 */
void
mp_page_focus_on (GtkWidget *part)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (part));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, part))
    gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

/**
 * mp_page_offer_undo:
 * @self: a page
 * @text: what was just done: "“20 hours” is taken out."
 *
 * Says it, with a button that takes it back for as long as it is the last thing that was done.
 */
void
mp_page_offer_undo (MpPage *self, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, MP_OFFER_SECONDS);
  g_signal_connect_object (priv (self)->model, "projected", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * mp_page_get_projection:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the figures of the plan shown, valid until the next change
 */
const MpProjection *
mp_page_get_projection (MpPage *self)
{
  return mp_case_model_get_projection (priv (self)->model, mp_case_model_get_scenario (priv (self)->model));
}

/**
 * mp_page_get_without_work:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the same months as if the person did not work
 */
const MpProjection *
mp_page_get_without_work (MpPage *self)
{
  return mp_case_model_get_without_work (priv (self)->model, mp_case_model_get_scenario (priv (self)->model));
}
