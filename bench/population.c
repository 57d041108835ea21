/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes a population: valid and varied cases of made-up people, one compact case file a line.
 *
 * usage: population [--seed N] [--first N] [--count N] [--months N]
 *
 * A person depends on the seed and on his or her number alone, so that parts of one population can
 * be made on different machines and one part can be made again. --first is the number of the first
 * person, from 1. Without --months the projections are 12 to 120 months long.
 */

#include "mp-month.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  GString *out;
  guint64 state;
  gint months;            /* of the projection; 0: varied */
  /* what later keys of the person go by */
  MpMonth start;
  gboolean ssdi, ssi, blind;
} Person;

/* The generator known as splitmix64: small, and good enough to vary cases. */
static guint64
next_random (Person *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static gint
between (Person *self, gint least, gint most)
{
  return least + (gint) (next_random (self) % (guint64) (most - least + 1));
}

static gboolean
chance (Person *self, gint percent)
{
  return between (self, 1, 100) <= percent;
}

#define PICK(self, ...) pick ((self), (const char *const[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })))

static const char *
pick (Person *self, const char *const *names, gsize n)
{
  return names[between (self, 0, (gint) n - 1)];
}

G_GNUC_PRINTF (2, 3) static void
put (Person *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->out, format, args);
  va_end (args);
}

static void
put_month (Person *self, const char *key, MpMonth month)
{
  char text[MP_MONTH_TEXT_SIZE];

  put (self, "\"%s\":\"%s\"", key, mp_month_to_text (month, text));
}

static void
put_date (Person *self, const char *key, MpMonth month, gint day)
{
  char text[MP_MONTH_TEXT_SIZE];

  put (self, "\"%s\":\"%s-%02d\"", key, mp_month_to_text (month, text), day);
}

/* Dollars, now and then with cents. One draw an expression, here and below: compilers order
 * arguments as they like. */
static void
put_money (Person *self, const char *key, gint least, gint most)
{
  gint dollars = between (self, least, most), cents = chance (self, 20) ? between (self, 1, 99) : 0;

  put (self, "\"%s\":\"%d.%02d\"", key, dollars, cents);
}

/* A period that begins about the start of the projection, mostly without end. */
static void
put_period (Person *self, MpMonth earliest, MpMonth latest, gint open_percent)
{
  MpMonth from = between (self, earliest, latest);

  put_month (self, "from", from);
  if (chance (self, open_percent))
    return;
  put (self, ",");
  put_month (self, "to", from + between (self, 0, 30));
}

static void
put_beneficiary (Person *self)
{
  static const char *const states[] = { "WI", "CA", "NY", "TX", "MA", "FL", "NJ", "PA", "VT", "NV", "MI", "IA", "OH", "HI", "DE" };
  const gboolean young = chance (self, 25);
  MpMonth birth = young ? between (self, mp_month (2003, 1), mp_month (2008, 6)) : between (self, mp_month (1961, 1), mp_month (2002, 12));

  put (self, "\"beneficiary\":{\"name\":\"%s\",", PICK (self, "Alex", "Dana", "Jo", "Kim", "Lee", "Rosa", "Sam"));
  put_date (self, "birth_date", birth, between (self, 1, 28));
  put (self, ",\"state\":\"%s\",\"blind\":%s", pick (self, states, G_N_ELEMENTS (states)), self->blind ? "true" : "false");
  if (young && chance (self, 60))
    {
      put (self, ",\"student\":[{");
      put_period (self, self->start - 12, self->start + 6, 50);
      put (self, "}]");
    }
  put (self, "}");
}

static void
put_ssdi_history (Person *self, MpMonth entitled)
{
  MpMonth through = self->start - 1;
  gint n = between (self, 0, 9);
  MpMonth month = MAX (entitled, through - between (self, 12, 58));

  put (self, ",\"history\":{");
  put_month (self, "through", through);
  put (self, ",\"twp_months\":[");
  for (gint i = 0; i < n && month <= through; i++, month += between (self, 1, 5))
    {
      char text[MP_MONTH_TEXT_SIZE];
      put (self, "%s\"%s\"", i > 0 ? "," : "", mp_month_to_text (month, text));
    }
  put (self, "]");
  if (n == 9 && month < through && chance (self, 50))
    {
      put (self, ",");
      put_month (self, "cessation", between (self, month, through));
    }
  put (self, "}");
}

static void
put_ssdi (Person *self)
{
  MpMonth entitled = self->start - between (self, 0, 90);

  put (self, ",\"ssdi\":{\"basis\":\"%s\",", PICK (self, "worker", "worker", "worker", "worker", "childhood", "widow"));
  put_month (self, "entitled_from", entitled);
  put (self, ",\"amounts\":[{");
  put_month (self, "from", chance (self, 80) ? entitled : self->start - 1);
  put (self, ",");
  put_money (self, "monthly", self->ssi ? 150 : 600, self->ssi ? 1100 : 2900);
  put (self, "}]");
  if (chance (self, 12))
    {
      put (self, ",\"auxiliary\":[{");
      put_month (self, "from", entitled);
      put (self, ",");
      put_money (self, "monthly", 100, 900);
      put (self, "}]");
    }
  if (chance (self, 60))
    {
      put (self, ",\"medicare\":{\"part_b\":{\"premium\":\"%s\",", PICK (self, "standard", "standard", "175.50"));
      put (self, "\"paid_by\":\"%s\"}}", PICK (self, "beneficiary", "beneficiary", "state"));
    }
  if (chance (self, 30))
    put_ssdi_history (self, entitled);
  put (self, "}");
}

static void
put_spouse (Person *self, MpMonth eligible)
{
  const gboolean both = chance (self, 40);

  put (self, ",\"spouse\":{");
  put_month (self, "from", chance (self, 70) ? eligible : self->start + between (self, 0, 12));
  if (chance (self, 20))
    {
      put (self, ",");
      put_month (self, "to", self->start + between (self, 13, 40));
      put (self, ",\"ended_by\":\"%s\"", PICK (self, "separation", "death"));
    }
  put (self, ",\"eligible\":%s", both ? "true" : "false");
  if (chance (self, 65))
    {
      put (self, ",\"earned\":[{");
      put_period (self, self->start - 3, self->start + 10, 70);
      put (self, ",");
      put_money (self, "monthly", 200, both ? 1200 : 3000);
      put (self, "}]");
    }
  if (chance (self, 35))
    {
      put (self, ",\"unearned\":[{");
      put_period (self, self->start - 3, self->start + 10, 70);
      put (self, ",");
      put_money (self, "monthly", 50, 800);
      put (self, "}]");
    }
  put (self, "}");
}

static void
put_children (Person *self)
{
  gint n = between (self, 1, 3);

  put (self, ",\"children\":[");
  for (gint i = 0; i < n; i++)
    {
      put (self, "%s{", i > 0 ? "," : "");
      put_date (self, "birth_date", between (self, mp_month (2006, 1), mp_month (2025, 1)), between (self, 1, 28));
      if (chance (self, 25))
        {
          put (self, ",\"unearned\":[{");
          put_month (self, "from", self->start - 2);
          put (self, ",");
          put_money (self, "monthly", 20, 500);
          put (self, "}]");
        }
      put (self, "}");
    }
  put (self, "]");
}

static void
put_supplement (Person *self, MpMonth eligible)
{
  if (chance (self, 50))
    {
      put (self, ",\"state_supplement\":\"table\"");
      return;
    }
  put (self, ",\"state_supplement\":[{");
  put_month (self, "from", eligible);
  put (self, ",");
  put_money (self, "monthly", 10, 220);
  put (self, "}]");
}

static void
put_ssi (Person *self)
{
  MpMonth eligible = self->start - between (self, 0, 60);

  put (self, ",\"ssi\":{");
  put_month (self, "eligible_from", eligible);
  if (chance (self, 20))
    {
      put (self, ",\"living\":[{");
      put_month (self, "from", eligible);
      put (self, ",\"arrangement\":\"%s\"}", PICK (self, "own_household", "household_of_another", "household_of_another"));
      if (chance (self, 50))
        {
          put (self, ",{");
          put_month (self, "from", self->start + between (self, 3, 30));
          put (self, ",\"arrangement\":\"%s\"}", PICK (self, "own_household", "medicaid_institution"));
        }
      put (self, "]");
    }
  if (chance (self, 15))
    {
      put (self, ",\"in_kind\":[{");
      put_period (self, self->start - 6, self->start + 20, 50);
      put (self, ",");
      put_money (self, "value", 50, 500);
      put (self, "}]");
    }
  if (chance (self, 30))
    {
      put (self, ",\"unearned\":[{");
      put_period (self, self->start - 6, self->start + 20, 50);
      put (self, ",");
      put_money (self, "monthly", 10, 400);
      put (self, ",\"kind\":\"%s\"}]", PICK (self, "other", "other", "needs_based", "tanf", "infrequent", "va_aid"));
    }
  if (chance (self, 20))
    {
      put (self, ",\"resources\":[{");
      put_month (self, "from", self->start + between (self, 0, 20));
      put (self, ",");
      put_money (self, "countable", 100, 2600);
      put (self, "}]");
    }
  if (chance (self, 25))
    {
      put_spouse (self, eligible);
      if (chance (self, 50))
        put_children (self);
    }
  if (chance (self, 35))
    put_supplement (self, eligible);
  if (chance (self, 10))
    put (self, ",\"medicaid\":{\"needs\":%s}", PICK (self, "true", "true", "false"));
  if (eligible < self->start && chance (self, 25))
    {
      put (self, ",\"history\":{");
      put_month (self, "through", self->start - 1);
      put (self, ",");
      put_month (self, "since", eligible);
      put (self, ",\"status\":\"%s\"}", PICK (self, "payable", "payable", "unpaid", "1619b", "suspended"));
    }
  put (self, "}");
}

static void
put_pay_days (Person *self, MpMonth from)
{
  put (self, ",\"pay\":{\"every\":\"%s\",", PICK (self, "week", "two_weeks", "half_month", "month"));
  put_date (self, "first", from, between (self, 1, 15));
  put (self, "}");
}

static void
put_work (Person *self, gint number)
{
  MpMonth from = self->start + between (self, -24, 24), last = MP_MONTH_OPEN;
  const gboolean own_business = chance (self, 10);

  put (self, "{\"name\":\"%s %d\",\"kind\":\"%s\",", PICK (self, "Store", "Library", "Kitchen", "Office"), number,
       own_business ? "self_employment" : "wages");
  put_month (self, "from", from);
  if (chance (self, 35))
    {
      last = from + between (self, 0, 30);
      put (self, ",");
      put_month (self, "to", last);
    }
  put (self, ",");
  if (chance (self, 35) && !own_business)
    {
      put_money (self, "hourly", 9, 28);
      put (self, ",\"hours_per_week\":\"%d\"", between (self, 4, 40));
    }
  else
    put_money (self, "monthly", 60, 3900);
  if (own_business)
    put (self, ",\"hours\":\"%d\"", between (self, 10, 140));
  if (chance (self, 10))
    {
      put (self, ",");
      put_money (self, "subsidy", 20, 500);
    }
  if (chance (self, 25))
    put_pay_days (self, from);
  if (chance (self, 10))
    put (self, ",\"%s\":true", PICK (self, "average", "infrequent", "unsuccessful_attempt"));
  if (chance (self, 15))
    {
      MpMonth month = from + between (self, 0, 6);
      char text[MP_MONTH_TEXT_SIZE];

      month = MIN (month, last);
      put (self, ",\"months\":{\"%s\":{", mp_month_to_text (month, text));
      put_money (self, "earned", 0, 2600);
      put (self, "}}");
    }
  put (self, "}");
}

static void
put_incentives (Person *self)
{
  gint n = between (self, 1, 2);

  put (self, ",\"work_incentives\":[");
  for (gint i = 0; i < n; i++)
    {
      const char *kind = self->blind ? PICK (self, "irwe", "bwe") : PICK (self, "irwe", "irwe", "irwe", "pass");

      put (self, "%s{\"kind\":\"%s\",\"name\":\"Cost %d\",", i > 0 ? "," : "", kind, i + 1);
      put_period (self, self->start - 6, self->start + 20, 60);
      put (self, ",");
      put_money (self, "monthly", 20, 450);
      put (self, "}");
    }
  put (self, "]");
}

static void
put_assignments (Person *self)
{
  MpMonth from = self->start + between (self, -12, 18);

  put (self, ",\"ticket\":{\"assignments\":[");
  if (chance (self, 20))
    {
      put (self, "{\"provider\":\"State VR\",\"role\":\"vr_cost_reimbursement\",");
      put_date (self, "from", from - 14, between (self, 1, 28));
      put (self, ",");
      put_date (self, "to", from - 2, between (self, 1, 28));
      put (self, ",\"successful\":%s},", PICK (self, "true", "false"));
    }
  put (self, "{\"provider\":\"Peers Together\",\"role\":\"%s\",", PICK (self, "en", "en", "en", "vr_en"));
  put_date (self, "from", from, between (self, 1, 28));
  if (chance (self, 15))
    {
      put (self, ",");
      put_date (self, "to", from + between (self, 3, 30), between (self, 1, 28));
    }
  put (self, ",\"payment_system\":\"%s\"}]", PICK (self, "outcome_milestone", "outcome_milestone", "outcome_milestone", "outcome_only"));
  if (chance (self, 20))
    {
      put (self, ",\"inactive\":[{");
      put_month (self, "from", from + 6);
      put (self, ",");
      put_month (self, "to", from + between (self, 6, 12));
      put (self, "}]");
    }
  if (chance (self, 20))
    {
      put (self, ",\"share\":{\"percent\":\"%d\",", between (self, 5, 60));
      put (self, "\"of\":\"%s\"}", PICK (self, "outcome", "all"));
    }
  put (self, "}");
}

static void
put_request (Person *self)
{
  MpMonth requested = self->start + between (self, 6, 60);

  put (self, ",\"expedited_reinstatement\":[{\"program\":\"%s\",", self->ssdi ? "ssdi" : "ssi");
  put_month (self, "requested", requested);
  if (chance (self, 70))
    {
      put (self, ",");
      put_month (self, "decided", requested + between (self, 0, 9));
      put (self, ",\"approved\":%s", PICK (self, "true", "true", "false"));
    }
  put (self, "}]");
}

static void
put_scenario (Person *self, gint number)
{
  gint n_work = number == 0 && chance (self, 50) ? 0 : between (self, 1, 3);

  put (self, "%s{\"name\":\"Plan %d\",\"work\":[", number > 0 ? "," : "", number + 1);
  for (gint i = 0; i < n_work; i++)
    {
      if (i > 0)
        put (self, ",");
      put_work (self, i + 1);
    }
  put (self, "]");
  if (chance (self, 40))
    put_incentives (self);
  if (chance (self, 15))
    put_request (self);
  if (chance (self, 55))
    put_assignments (self);
  put (self, "}");
}

static void
put_readings (Person *self)
{
  static const char *const readings[] = {
    "\"ssdi/D-02\":\"judgement\"", "\"ssdi/D-06\":\"poms\"", "\"ssdi/D-14\":\"same_month\"", "\"ssi/3\":\"two_months_before\"",
    "\"ssi/4\":\"not_eligible\"", "\"ssi/6\":\"ordinary\"", "\"ssi/8\":\"calendar_year\"", "\"ssi/16\":\"month_for\"",
    "\"ssi/20\":\"current_month\"", "\"ticket/S-01\":\"full_twl\"", "\"ticket/S-04\":\"ge\"", "\"ticket/S-08\":\"last_provider\"",
    "\"ticket/S-11\":\"same_month\"", "\"ticket/S-12\":\"provider\"",
  };

  put (self, ",\"assumptions\":{\"cola_percent\":\"%d.5\",", between (self, 0, 3));
  put (self, "\"readings\":{%s}}", pick (self, readings, G_N_ELEMENTS (readings)));
}

static void
put_person (Person *self, guint64 seed, guint64 number)
{
  gint kind, n_scenarios;

  self->state = seed;
  self->state = next_random (self) ^ (number * G_GUINT64_CONSTANT (0xd1342543de82ef95));
  kind = between (self, 1, 10);
  self->ssdi = kind <= 7;
  self->ssi = kind >= 5;
  self->blind = chance (self, 8);
  self->start = between (self, mp_month (2024, 6), mp_month (2027, 6));
  n_scenarios = between (self, 1, 3);

  put (self, "{\"format\":\"milepost-case\",\"version\":1,\"title\":\"Person %" G_GUINT64_FORMAT "\",", number);
  put_beneficiary (self);
  if (self->ssdi)
    put_ssdi (self);
  if (self->ssi)
    put_ssi (self);
  if (chance (self, 25))
    put_readings (self);
  put (self, ",\"projection\":{");
  put_month (self, "start", self->start);
  put (self, ",\"months\":%d},\"scenarios\":[", self->months > 0 ? self->months : 12 * between (self, 1, 10));
  for (gint i = 0; i < n_scenarios; i++)
    put_scenario (self, i);
  put (self, "]}\n");
}

gint
main (gint argc, char **argv)
{
  gint64 seed = 1, first = 1, count = 1000;
  gint months = 0;
  const GOptionEntry entries[] = {
    { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, "which population (1)", "N" },
    { "first", 'f', 0, G_OPTION_ARG_INT64, &first, "number of the first person (1)", "N" },
    { "count", 'n', 0, G_OPTION_ARG_INT64, &count, "how many people (1000)", "N" },
    { "months", 'm', 0, G_OPTION_ARG_INT, &months, "length of every projection, 1 to 600 (varied)", "N" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- make cases of made-up people, one a line");
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_sized_new (1 << 17);
  Person person = { .out = out };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc > 1 || first < 1 || count < 0 || months < 0 || months > 600)
    {
      fprintf (stderr, "population: %s\n", error != NULL ? error->message : "an argument is wrong (try --help)");
      return 2;
    }
  person.months = months;
  for (gint64 i = 0; i < count; i++)
    {
      put_person (&person, (guint64) seed, (guint64) (first + i));
      if (out->len < 1 << 16 && i < count - 1)
        continue;
      if (fwrite (out->str, 1, out->len, stdout) != out->len)
        break;
      g_string_truncate (out, 0);
    }
  if (out->len > 0 || fflush (stdout) != 0)
    {
      fprintf (stderr, "population: could not write: %s\n", strerror (errno));
      return 3;
    }
  return 0;
}
