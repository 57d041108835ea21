/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-caseload.h"

#include "mp-engine-private.h"

#include <string.h>

/* A provider while cases are added. */
typedef struct {
  MpCaseloadProvider shown;
  guint64 last_case;          /* number of the last case in which it counted a person */
} Provider;

struct _MpCaseload {
  char *only;                 /* NULL: every provider */
  MpMoney cost;
  GHashTable *by_name;        /* name -> Provider */
  GPtrArray *providers;
  Provider *latest;           /* that of the last look-up: mostly the next one's too */
  guint64 cases;
  guint64 people;             /* cases with any provider */
  guint64 last_case;
};

static void
free_provider (gpointer data)
{
  Provider *provider = data;

  g_free (provider->shown.name);
  g_array_unref (provider->shown.months);
  g_free (provider);
}

/**
 * mp_caseload_new:
 * @provider: (nullable): only this provider; NULL for all
 * @cost: what a person costs a provider a month
 *
 * Returns: (transfer full): an empty caseload
 */
MpCaseload *
mp_caseload_new (const char *provider, MpMoney cost)
{
  MpCaseload *self = g_new0 (MpCaseload, 1);

  self->only = g_strdup (provider);
  self->cost = cost;
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->providers = g_ptr_array_new_with_free_func (free_provider);
  return self;
}

/**
 * mp_caseload_free:
 * @self: (nullable): a caseload
 */
void
mp_caseload_free (MpCaseload *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->providers);
  g_free (self->only);
  g_free (self);
}

/* NULL: not asked for. */
static Provider *
find_provider (MpCaseload *self, const char *name)
{
  if (name == NULL || (self->only != NULL && !g_str_equal (self->only, name)))
    return NULL;
  if (self->latest != NULL && g_str_equal (self->latest->shown.name, name))
    return self->latest;
  self->latest = g_hash_table_lookup (self->by_name, name);
  if (self->latest != NULL)
    return self->latest;
  self->latest = g_new0 (Provider, 1);
  self->latest->shown.name = g_strdup (name);
  self->latest->shown.months = g_array_new (FALSE, TRUE, sizeof (MpCaseloadSum));
  g_hash_table_insert (self->by_name, self->latest->shown.name, self->latest);
  g_ptr_array_add (self->providers, self->latest);
  return self->latest;
}

static MpCaseloadSum *
sum_of (Provider *provider, MpMonth month)
{
  MpCaseloadProvider *shown = &provider->shown;

  if (shown->months->len == 0)
    shown->first = month;
  if (month < shown->first)
    {
      const guint more = (guint) (shown->first - month);
      g_autofree MpCaseloadSum *none = g_new0 (MpCaseloadSum, more);

      g_array_prepend_vals (shown->months, none, more);
      shown->first = month;
    }
  if ((guint) (month - shown->first) >= shown->months->len)
    g_array_set_size (shown->months, (guint) (month - shown->first) + 1);
  return &g_array_index (shown->months, MpCaseloadSum, month - shown->first);
}

/* Counts a person in a month, and once in the totals. */
static void
add_person (MpCaseload *self, Provider *provider, MpCaseloadSum *sum)
{
  sum->people++;
  if (self->last_case != self->cases)
    {
      self->last_case = self->cases;
      self->people++;
    }
  if (provider->last_case == self->cases)
    return;
  provider->last_case = self->cases;
  provider->shown.total.people++;
}

/* TTW-23: the payments a percentage is taken of. */
static MpMoney
share_base (const MpProjection *projection, const MpMonthRow *row, const char *provider)
{
  const MpTicketPayment *payments = mp_projection_payments (projection, row);
  MpMoney base = 0;

  for (guint i = 0; i < row->ticket.n_payments; i++)
    if (mp_share_includes (projection->scenario, &payments[i]) && (provider == NULL || g_strcmp0 (payments[i].provider, provider) == 0))
      base += payments[i].amount;
  return base;
}

/* What a provider passes on in a month: its own part of the percentage, the first payment's provider taking what rounding
 * leaves, and the stipend when it holds the ticket. */
static MpMoney
share_of (const MpProjection *projection, const MpMonthRow *row, const char *provider)
{
  const MpTicketPayment *payments = mp_projection_payments (projection, row);
  const MpMoney stipend = mp_stipend (projection->scenario, row), percent = row->cash.share - stipend;
  const gboolean holds = g_strcmp0 (row->ticket.provider, provider) == 0;
  const MpMoney whole = percent > 0 ? share_base (projection, row, NULL) : 0;
  MpMoney share = 0;

  if (whole > 0)
    {
      share = mp_divide_half_up (percent * share_base (projection, row, provider), whole);
      if (g_strcmp0 (payments[0].provider, provider) == 0)
        {
          /* so that the parts add up to what the person gets */
          share = percent;
          for (guint i = 1; i < row->ticket.n_payments; i++)
            {
              gboolean seen = FALSE;

              for (guint j = 0; j < i && !seen; j++)
                seen = g_strcmp0 (payments[j].provider, payments[i].provider) == 0;
              if (!seen)
                share -= mp_divide_half_up (percent * share_base (projection, row, payments[i].provider), whole);
            }
        }
    }
  return share + (holds ? stipend : 0);
}

/* One provider's part of a month of a case. */
static void
add_month (MpCaseload *self, Provider *provider, const MpProjection *projection, const MpMonthRow *row)
{
  const MpTicketPayment *payments = mp_projection_payments (projection, row);
  const char *name = provider->shown.name;
  MpCaseloadSum *sum = sum_of (provider, row->month);

  add_person (self, provider, sum);
  for (guint i = 0; i < row->ticket.n_payments; i++)
    {
      if (g_strcmp0 (payments[i].provider, name) != 0)
        continue;
      sum->payments++;
      sum->estimated |= payments[i].estimated != 0;
      if (payments[i].amount == MP_MONEY_NONE)
        sum->unknown++;
      else
        sum->gross += payments[i].amount;
    }
  if (row->cash.share > 0)
    sum->share += share_of (projection, row, name);
}

static void
add_prior (MpCaseload *self, const MpCase *kase, const MpProjection *projection)
{
  const MpMonth last = projection->start + (MpMonth) projection->n_months - 1;

  for (guint i = 0; i < kase->ticket.n_prior_payments; i++)
    {
      const MpPriorPayment *prior = &kase->ticket.prior_payments[i];
      Provider *provider;

      if (prior->month < projection->start || prior->month > last || prior->amount == MP_MONEY_NONE)
        continue;
      provider = find_provider (self, prior->provider);
      if (provider != NULL)
        sum_of (provider, prior->month)->prior += prior->amount;
    }
}

/**
 * mp_caseload_add:
 * @self: a caseload
 * @kase: a case
 * @projection: the projection of one of its scenarios
 *
 * Adds the reported months of a person. Nothing of @kase is kept.
 */
void
mp_caseload_add (MpCaseload *self, const MpCase *kase, const MpProjection *projection)
{
  self->cases++;
  for (guint i = 0; i < projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (projection, i);
      const MpTicketPayment *payments = mp_projection_payments (projection, row);
      const char *holder = row->ticket.status == MP_TICKET_ASSIGNED ? row->ticket.provider : NULL;
      Provider *provider = find_provider (self, holder);

      if (provider != NULL)
        add_month (self, provider, projection, row);
      for (guint j = 0; j < row->ticket.n_payments; j++)
        {
          gboolean seen = g_strcmp0 (holder, payments[j].provider) == 0;

          for (guint k = 0; k < j && !seen; k++)
            seen = g_strcmp0 (payments[k].provider, payments[j].provider) == 0;
          provider = seen ? NULL : find_provider (self, payments[j].provider);
          if (provider != NULL)
            add_month (self, provider, projection, row);
        }
    }
  add_prior (self, kase, projection);
}

static void
add_sum (MpCaseloadSum *total, const MpCaseloadSum *sum)
{
  total->payments += sum->payments;
  total->unknown += sum->unknown;
  total->gross += sum->gross;
  total->prior += sum->prior;
  total->share += sum->share;
  total->cost += sum->cost;
  total->net += sum->net;
  total->estimated |= sum->estimated;
}

static gint
by_name (gconstpointer a, gconstpointer b)
{
  const Provider *x = *(Provider *const *) a, *y = *(Provider *const *) b;

  return strcmp (x->shown.name, y->shown.name);
}

/**
 * mp_caseload_providers:
 * @self: a caseload
 *
 * Works out what goes over all cases: costs, net and running totals.
 *
 * Returns: (transfer none) (element-type MpCaseloadProvider): by name; valid until the next call of this or mp_caseload_add()
 */
GPtrArray *
mp_caseload_providers (MpCaseload *self)
{
  g_ptr_array_sort (self->providers, by_name);
  for (guint i = 0; i < self->providers->len; i++)
    {
      MpCaseloadProvider *provider = g_ptr_array_index (self->providers, i);
      MpMoney running = 0;

      provider->total = (MpCaseloadSum) { .people = provider->total.people };
      for (guint j = 0; j < provider->months->len; j++)
        {
          MpCaseloadSum *sum = &g_array_index (provider->months, MpCaseloadSum, j);

          sum->cost = self->cost * sum->people;
          sum->net = sum->gross + sum->prior - sum->share - sum->cost;
          sum->running = running += sum->net;
          add_sum (&provider->total, sum);
        }
      provider->total.running = running;
    }
  return self->providers;
}

/**
 * mp_caseload_total:
 * @self: a caseload after mp_caseload_providers()
 *
 * Returns: the sum over all providers; a person with two of them is one person
 */
MpCaseloadSum
mp_caseload_total (const MpCaseload *self)
{
  MpCaseloadSum total = { .people = (guint) self->people };

  for (guint i = 0; i < self->providers->len; i++)
    add_sum (&total, &((const MpCaseloadProvider *) g_ptr_array_index (self->providers, i))->total);
  total.running = total.net;
  return total;
}

/**
 * mp_caseload_cases:
 * @self: a caseload
 *
 * Returns: the number of cases that were added
 */
guint
mp_caseload_cases (const MpCaseload *self)
{
  return (guint) self->cases;
}
