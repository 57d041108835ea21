/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case-view.h"

#include "mp-settings.h"
#include "mp-words.h"

#include <string.h>

struct _MpCaseView {
  GObject parent_instance;
  MpCaseModel *model;
  MpMonth cursor;
  guint span;
  guint n_compared; /* 0: nobody has chosen yet */
  guint compared[MP_CASE_VIEW_MAX_COMPARED];
  gboolean panel;
  gboolean expects_ssdi, expects_ssi;
  MpCase *reported; /* (nullable) */
};

enum { PROP_0, PROP_CURSOR, PROP_SPAN, PROP_COMPARED, PROP_PANEL, PROP_EXPECTED, PROP_REPORTED, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MpCaseView, mp_case_view, G_TYPE_OBJECT)

static const MpProjection *
shown (MpCaseView *self)
{
  return mp_case_model_get_projection (self->model, mp_case_model_get_scenario (self->model));
}

/* Plans that are gone leave, and the cursor stays inside the reported months. */
static void
projected_cb (MpCaseModel *model, MpCaseView *self)
{
  guint plans[MP_CASE_VIEW_MAX_COMPARED];
  guint n = 0;

  for (guint i = 0; i < self->n_compared; i++)
    if (self->compared[i] < mp_case_model_get_case (model)->n_scenarios)
      plans[n++] = self->compared[i];
  mp_case_view_set_compared (self, plans, n);
  mp_case_view_set_cursor (self, self->cursor);
}

static void
mp_case_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpCaseView *self = MP_CASE_VIEW (object);

  switch (id)
    {
    case PROP_CURSOR: g_value_set_int (value, self->cursor); break;
    case PROP_SPAN: g_value_set_uint (value, self->span); break;
    case PROP_COMPARED: g_value_set_uint (value, mp_case_view_get_compared (self, NULL)); break;
    case PROP_PANEL: g_value_set_boolean (value, self->panel); break;
    case PROP_EXPECTED: g_value_set_boolean (value, self->expects_ssdi || self->expects_ssi); break;
    case PROP_REPORTED: g_value_set_boolean (value, self->reported != NULL); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mp_case_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpCaseView *self = MP_CASE_VIEW (object);

  switch (id)
    {
    case PROP_CURSOR: mp_case_view_set_cursor (self, g_value_get_int (value)); break;
    case PROP_SPAN: mp_case_view_set_span (self, g_value_get_uint (value)); break;
    case PROP_PANEL: mp_case_view_set_panel (self, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mp_case_view_dispose (GObject *object)
{
  MpCaseView *self = MP_CASE_VIEW (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->reported, mp_case_free);
  G_OBJECT_CLASS (mp_case_view_parent_class)->dispose (object);
}

static void
mp_case_view_class_init (MpCaseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mp_case_view_dispose;
  object_class->get_property = mp_case_view_get_property;
  object_class->set_property = mp_case_view_set_property;
  props[PROP_CURSOR] = g_param_spec_int ("cursor", NULL, NULL, G_MININT, G_MAXINT, MP_MONTH_NONE, both);
  props[PROP_SPAN] = g_param_spec_uint ("span", NULL, NULL, 0, 600, 0, both);
  /* How many plans are compared; notified when any of them changes. */
  props[PROP_COMPARED] = g_param_spec_uint ("compared", NULL, NULL, 0, MP_CASE_VIEW_MAX_COMPARED, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PANEL] = g_param_spec_boolean ("panel", NULL, NULL, TRUE, both);
  props[PROP_EXPECTED] = g_param_spec_boolean ("expected", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Whether there has been a report; notified when there is a newer one. */
  props[PROP_REPORTED] = g_param_spec_boolean ("reported", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mp_case_view_init (MpCaseView *self)
{
  self->cursor = MP_MONTH_NONE;
  self->panel = TRUE;
  self->span = g_settings_get_uint (mp_settings_get (), "span");
}

/**
 * mp_case_view_new:
 * @model: the case that is looked at
 *
 * Returns: (transfer full): a view with the cursor on the month of the first sentence
 */
MpCaseView *
mp_case_view_new (MpCaseModel *model)
{
  MpCaseView *self = g_object_new (MP_TYPE_CASE_VIEW, NULL);
  const MpProjection *projection;

  self->model = g_object_ref (model);
  projection = shown (self);
  mp_case_view_set_cursor (self, projection != NULL ? mp_words_lead_month (projection) : MP_MONTH_NONE);
  g_signal_connect (model, "projected", G_CALLBACK (projected_cb), self);
  return self;
}

/**
 * mp_case_view_get_cursor:
 * @self: a view
 *
 * Returns: the month of the cursor, a reported month; %MP_MONTH_NONE when nothing is projected
 */
MpMonth
mp_case_view_get_cursor (MpCaseView *self)
{
  return self->cursor;
}

/**
 * mp_case_view_set_cursor:
 * @self: a view
 * @month: where to; a month that is not reported is moved to the nearest that is
 */
void
mp_case_view_set_cursor (MpCaseView *self, MpMonth month)
{
  const MpProjection *projection = shown (self);

  if (projection == NULL || projection->n_months == 0)
    return;
  month = CLAMP (month, projection->start, projection->start + (MpMonth) projection->n_months - 1);
  if (month == self->cursor)
    return;
  self->cursor = month;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURSOR]);
}

/**
 * mp_case_view_get_row:
 * @self: a view
 *
 * Returns: the number of the cursor's month among the reported months, as mp_projection_month() takes it
 */
guint
mp_case_view_get_row (MpCaseView *self)
{
  const MpProjection *projection = shown (self);

  return projection != NULL && self->cursor >= projection->start ? (guint) (self->cursor - projection->start) : 0;
}

void
mp_case_view_set_row (MpCaseView *self, guint row)
{
  const MpProjection *projection = shown (self);

  if (projection != NULL)
    mp_case_view_set_cursor (self, projection->start + (MpMonth) MIN (row, 600));
}

/**
 * mp_case_view_get_span:
 * @self: a view
 *
 * Returns: how many months the picture shows; 0: all
 */
guint
mp_case_view_get_span (MpCaseView *self)
{
  return self->span;
}

void
mp_case_view_set_span (MpCaseView *self, guint months)
{
  if (months == self->span)
    return;
  self->span = months;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPAN]);
}

/**
 * mp_case_view_get_compared:
 * @self: a view
 * @plans: (out) (optional): numbers of the plans that are compared, the baseline first
 *
 * Until somebody chooses, these are the first plans of the case.
 *
 * Returns: how many
 */
guint
mp_case_view_get_compared (MpCaseView *self, guint plans[MP_CASE_VIEW_MAX_COMPARED])
{
  guint n = self->n_compared;

  if (n == 0)
    n = MIN (mp_case_model_get_case (self->model)->n_scenarios, MP_CASE_VIEW_MAX_COMPARED);
  for (guint i = 0; plans != NULL && i < n; i++)
    plans[i] = self->n_compared > 0 ? self->compared[i] : i;
  return n;
}

/**
 * mp_case_view_set_compared:
 * @self: a view
 * @plans: (array length=n): numbers of plans, the baseline first
 * @n: how many, at most %MP_CASE_VIEW_MAX_COMPARED; 0 for the first plans of the case
 */
void
mp_case_view_set_compared (MpCaseView *self, const guint *plans, guint n)
{
  n = MIN (n, MP_CASE_VIEW_MAX_COMPARED);
  if (n == self->n_compared && (n == 0 || memcmp (plans, self->compared, n * sizeof *plans) == 0))
    return;
  self->n_compared = n;
  for (guint i = 0; i < n; i++)
    self->compared[i] = plans[i];
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPARED]);
}

/**
 * mp_case_view_get_panel:
 * @self: a view
 *
 * Returns: whether the details of the month stand beside the picture (F9)
 */
gboolean
mp_case_view_get_panel (MpCaseView *self)
{
  return self->panel;
}

void
mp_case_view_set_panel (MpCaseView *self, gboolean shown)
{
  if (shown == self->panel)
    return;
  self->panel = shown;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANEL]);
}

/**
 * mp_case_view_expects_ssdi:
 * @self: a view
 *
 * Returns: whether the person was added as one with SSDI, whose facts are to be asked
 */
gboolean
mp_case_view_expects_ssdi (MpCaseView *self)
{
  return self->expects_ssdi;
}

/**
 * mp_case_view_expects_ssi:
 * @self: a view
 *
 * Returns: whether the person was added as one with SSI, whose facts are to be asked
 */
gboolean
mp_case_view_expects_ssi (MpCaseView *self)
{
  return self->expects_ssi;
}

/**
 * mp_case_view_set_expected:
 * @self: a view
 * @ssdi: whether the person has SSDI
 * @ssi: whether the person has SSI
 *
 * What a new person was said to have. The case says so only when its facts are entered.
 */
void
mp_case_view_set_expected (MpCaseView *self, gboolean ssdi, gboolean ssi)
{
  self->expects_ssdi = ssdi;
  self->expects_ssi = ssi;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPECTED]);
}

/**
 * mp_case_view_get_reported:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the case as it was when the last report was made
 */
const MpCase *
mp_case_view_get_reported (MpCaseView *self)
{
  return self->reported;
}

/**
 * mp_case_view_set_reported:
 * @self: a view
 * @reported: (transfer full) (nullable): the case as it was when the last report was made
 */
void
mp_case_view_set_reported (MpCaseView *self, MpCase *reported)
{
  g_clear_pointer (&self->reported, mp_case_free);
  self->reported = reported;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REPORTED]);
}
