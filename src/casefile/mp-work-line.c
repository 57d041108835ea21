/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-work-line.h"

#include "mp-message.h"
#include "mp-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
#define HOURLY_LIMIT mp_dollars (200) /* more than this is no pay of an hour unless the line says so */

typedef struct {
  const char *p;
  MpCase *kase;
  const MpWork *before;   /* the latest step of the plan; NULL: none */
  MpMonth base;           /* "now" */
  MpWork *work;
  MpMoney pay;            /* an amount of which nothing says what it is for; MP_MONEY_NONE */
  const char *pay_text;
  gboolean pay_expected;  /* after "at" */
  gboolean to_given;
  char **problem;
} Line;

static gboolean
is_letter (const char *p)
{
  return g_unichar_isalpha (g_utf8_get_char (p));
}

static void
skip_space (Line *self)
{
  self->p += strspn (self->p, " \t,;");
}

/* The next word up to a space or comma, shortened: what a complaint shows. */
static char *
next_words (const char *p)
{
  gsize n = strcspn (p, " \t,;");
  g_autofree char *word = NULL;

  if (g_ascii_isalpha (*p) && g_ascii_isdigit (p[n + strspn (p + n, " \t,;")]))
    n += strspn (p + n, " \t,;") + strcspn (p + n + strspn (p + n, " \t,;"), " \t,;");
  word = g_strndup (p, n);
  return g_utf8_strlen (word, -1) > 40 ? g_utf8_substring (word, 0, 40) : g_steal_pointer (&word);
}

static gboolean
fail (Line *self, char *problem)
{
  g_free (*self->problem);
  *self->problem = problem;
  return FALSE;
}

static gboolean
not_understood (Line *self, const char *p)
{
  g_autofree char *words = next_words (p);

  if (*words == '\0')
    return fail (self, g_strdup (_("Something is missing at the end.")));
  /* Translators: %s is what somebody typed */
  return fail (self, g_strdup_printf (_("Did not understand “%s”."), words));
}

/* Takes one of the phrases when it stands here and a word ends with it; a space in it stands for any number. */
static gboolean
eat (Line *self, const char *const *phrases)
{
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *p = self->p, *q = phrases[i];

      for (; *q != '\0'; q++)
        if (*q == ' ' && (*p == ' ' || *p == '\t'))
          p += strspn (p, " \t");
        else if (g_ascii_tolower (*p) == *q)
          p++;
        else
          break;
      if (*q != '\0' || (g_ascii_isalpha (phrases[i][0]) && is_letter (p)))
        continue;
      self->p = p;
      skip_space (self);
      return TRUE;
    }
  return FALSE;
}

/* The first month of that name, from a month on. */
static MpMonth
first_named (gint of_year, MpMonth from)
{
  MpMonth month = mp_month (mp_month_year (from), of_year);

  return month < from ? month + 12 : month;
}

/* A token such as 3/26, 2026-03 or, after a word that asks for a month, 0326. */
static gboolean
eat_month_number (Line *self, MpMonth *month, gboolean expected)
{
  gsize n = strcspn (self->p, " \t,;"), slash = strcspn (self->p, "/"), dash = strcspn (self->p, "-");
  char token[16];

  if (slash < dash && dash < n)
    n = dash; /* 6/26-2/27 */
  if (n == 0 || n >= sizeof token || !g_ascii_isdigit (*self->p))
    return FALSE;
  memcpy (token, self->p, n);
  token[n] = '\0';
  while (n > 0 && token[n - 1] == '.')
    token[--n] = '\0';
  if ((!expected && strpbrk (token, "/-") == NULL) || !mp_month_parse_typed (token, month))
    return FALSE;
  self->p += n;
  self->p += strspn (self->p, ".");
  skip_space (self);
  return TRUE;
}

/* "June 2026", "jun. 26", and, after a word that asks for a month, "June" alone. */
static gboolean
eat_month_name (Line *self, MpMonth earliest, gboolean expected, MpMonth *month)
{
  const char *start = self->p;
  gsize n = 0, year;
  gint of_year;
  char text[24];

  while (g_ascii_isalpha (start[n]))
    n++;
  of_year = is_letter (start + n) ? 0 : mp_month_name_parse (start, n);
  if (of_year == 0)
    return FALSE;
  self->p += n;
  self->p += strspn (self->p, ".");
  skip_space (self);
  (void) (eat (self, WORDS ("of", "de", "del")));
  self->p += *self->p == '\'';
  year = strspn (self->p, "0123456789");
  /* a number after it is its year, unless it is the hours or the pay: "from June 20 hours" */
  if (year == 4 || (year == 2 && strchr (" \t,;.", self->p[year]) != NULL))
    {
      const char *number = self->p;
      Line ahead = *self;

      ahead.p += year;
      skip_space (&ahead);
      g_snprintf (text, sizeof text, "%d/%.*s", of_year, (int) year, number);
      if (!(year == 2 && expected && eat (&ahead, WORDS ("h", "hr", "hrs", "hour", "hours", "hora", "horas"))) && mp_month_parse_typed (text, month))
        {
          self->p = number + year;
          skip_space (self);
          return TRUE;
        }
    }
  if (expected)
    {
      *month = first_named (of_year, earliest);
      return TRUE;
    }
  self->p = start;
  return FALSE;
}

static gboolean
eat_month (Line *self, MpMonth earliest, gboolean expected, MpMonth *month)
{
  if (expected && eat (self, WORDS ("now", "today", "this month", "ahora", "hoy", "este mes")))
    *month = self->base;
  else if (expected && eat (self, WORDS ("next month", "el mes que viene", "el próximo mes")))
    *month = self->base + 1;
  else if (expected && eat (self, WORDS ("next year", "el próximo año")))
    *month = first_named (1, self->base + 1);
  else if (expected && eat (self, WORDS ("next", "this coming", "próximo", "el próximo")))
    return eat_month_name (self, self->base + 1, TRUE, month);
  else
    return eat_month_number (self, month, expected) || eat_month_name (self, earliest, expected, month);
  return *month <= MP_MONTH_LAST;
}

static gboolean
eat_to (Line *self, const char *joint)
{
  const char *start = *joint == '-' ? joint : self->p;
  MpMonth earliest = self->work->when.from != MP_MONTH_NONE ? self->work->when.from : self->base;

  self->to_given = TRUE;
  self->work->when.to = MP_MONTH_OPEN;
  if (eat (self, WORDS ("done", "further notice", "further", "open", "whenever", "the end", "end", "nuevo aviso", "el final")))
    return TRUE;
  if (!eat_month (self, earliest, TRUE, &self->work->when.to))
    return not_understood (self, start);
  return TRUE;
}

/* A number, with $ and commas. */
static gboolean
eat_amount (Line *self, MpMoney *amount, gboolean *dollars)
{
  gsize n;
  char text[MP_MONEY_TEXT_SIZE];

  *dollars = *self->p == '$';
  n = strspn (self->p, "$");
  while (g_ascii_isdigit (self->p[n]) || ((self->p[n] == '.' || self->p[n] == ',') && g_ascii_isdigit (self->p[n + 1])))
    n++;
  if (n >= sizeof text)
    return FALSE;
  memcpy (text, self->p, n);
  text[n] = '\0';
  if (!mp_money_parse_typed (text, amount))
    return FALSE;
  self->p += n;
  skip_space (self);
  return TRUE;
}

static gboolean
set_hours (Line *self, gint64 hours, const char *start)
{
  if (self->work->hours_per_week != MP_MONEY_NONE)
    return not_understood (self, start);
  if (hours > 168 * 100)
    return fail (self, g_strdup (_("A week has at most 168 hours.")));
  self->work->hours_per_week = hours;
  (void) (eat (self, WORDS ("a week", "per week", "each week", "/week", "/wk", "weekly", "a la semana", "por semana", "semanales")));
  if (eat (self, WORDS ("a month", "per month", "/month", "monthly", "al mes")))
    return fail (self, g_strdup (_("Hours are those of a week, like “20 hours”.")));
  return TRUE;
}

/* A month of pay that is said for another time, as a fraction. */
static const struct { const char *const *words; gint times, of; } pay_units[] = {
  { WORDS ("a month", "per month", "each month", "/month", "/mo", "monthly", "al mes", "por mes", "mensuales", "mensual"), 1, 1 },
  { WORDS ("every two weeks", "every 2 weeks", "every other week", "biweekly", "cada dos semanas"), 26, 12 },
  { WORDS ("twice a month", "semimonthly", "dos veces al mes"), 2, 1 },
  { WORDS ("a week", "per week", "each week", "/week", "/wk", "weekly", "a la semana", "por semana", "semanales"), 13, 3 },
  { WORDS ("a year", "per year", "/year", "/yr", "yearly", "al año"), 1, 12 },
};

/* What the amount is paid for. */
static gboolean
set_pay (Line *self, MpMoney amount, const char *start)
{
  MpMoney *pay = NULL;

  if (self->work->hourly != MP_MONEY_NONE || self->work->monthly != MP_MONEY_NONE || self->pay != MP_MONEY_NONE)
    return not_understood (self, start);
  if (eat (self, WORDS ("an hour", "per hour", "each hour", "/hour", "/hr", "/h", "hourly", "por hora", "la hora")))
    self->work->hourly = amount;
  for (guint i = 0; i < G_N_ELEMENTS (pay_units) && self->work->hourly == MP_MONEY_NONE && pay == NULL; i++)
    if (eat (self, pay_units[i].words))
      {
        pay = &self->work->monthly;
        *pay = mp_divide_half_up (amount * pay_units[i].times, pay_units[i].of);
      }
  if (self->work->hourly == MP_MONEY_NONE && pay == NULL)
    {
      self->pay = amount;
      self->pay_text = start;
    }
  return TRUE;
}

static gboolean
eat_number (Line *self)
{
  const char *start = self->p;
  MpMoney amount;
  gboolean dollars, expected = self->pay_expected;

  self->pay_expected = FALSE;
  if (!eat_amount (self, &amount, &dollars))
    return not_understood (self, start);
  if (!dollars && eat (self, WORDS ("hours", "hour", "hrs", "hr", "h", "horas", "hora")))
    return set_hours (self, amount, start);
  if (dollars || expected)
    {
      if (self->p[0] == 'd' || self->p[0] == 'D')
        (void) (eat (self, WORDS ("dollars", "dollar", "dólares")));
      return set_pay (self, amount, start);
    }
  if (eat (self, WORDS ("dollars", "dólares")))
    return set_pay (self, amount, start);
  /* "20 at 15" */
  if (strncmp (self->p, "@", 1) == 0 || g_ascii_strncasecmp (self->p, "at ", 3) == 0)
    return set_hours (self, amount, start);
  return not_understood (self, start);
}

/* The name of the job stands before everything else, or after "as". */
static gboolean
eat_name (Line *self)
{
  const char *start = self->p, *end = start;
  g_autofree char *name = NULL;

  if (self->work->name != NULL)
    return not_understood (self, start);
  while (*self->p != '\0' && !g_ascii_isdigit (*self->p) && *self->p != '$' && *self->p != ',' && *self->p != ';' && *self->p != '@')
    {
      Line ahead = *self;
      MpMonth month;
      const char *word = self->p;

      if (eat (&ahead, WORDS ("at", "from", "starting", "since", "until", "till", "through", "desde", "hasta")) ||
          eat_month_name (&ahead, self->base, FALSE, &month))
        break;
      while (*self->p != '\0' && strchr (" \t,;", *self->p) == NULL)
        self->p = g_utf8_next_char (self->p);
      if (self->p == word)
        break;
      end = self->p;
      self->p += strspn (self->p, " \t");
    }
  if (end == start)
    return not_understood (self, start);
  name = g_strndup (start, (gsize) (end - start));
  while (*name != '\0' && strchr (":.", name[strlen (name) - 1]) != NULL)
    name[strlen (name) - 1] = '\0';
  if (*name == '\0')
    return not_understood (self, start);
  self->work->name = mp_arena_strdup (self->kase->arena, name);
  skip_space (self);
  return TRUE;
}

static gboolean
eat_part (Line *self, gboolean first)
{
  const char *start = self->p;
  Line ahead = *self;
  MpMonth month;

  /* "a $15", and no month */
  if (eat (&ahead, WORDS ("a")) && *ahead.p == '$')
    {
      self->p = ahead.p;
      self->pay_expected = TRUE;
      return TRUE;
    }
  if (eat (self, WORDS ("at", "@", "for", "por", "a razón de", "earning", "paying")))
    {
      self->pay_expected = TRUE;
      return TRUE;
    }
  if (eat (self, WORDS ("and on", "ongoing", "onwards", "and so on", "en adelante")))
    {
      self->to_given = TRUE;
      return TRUE;
    }
  if (eat (self, WORDS ("from", "starting in", "starting", "beginning in", "beginning", "since", "start", "desde", "de")))
    return self->work->when.from == MP_MONTH_NONE && eat_month (self, self->base, TRUE, &self->work->when.from) ? TRUE : not_understood (self, *self->p != '\0' ? self->p : start);
  if (eat (self, WORDS ("until", "till", "to", "through", "thru", "ending", "hasta", "a", "-", "–", "—")))
    return self->to_given ? not_understood (self, start) : eat_to (self, start);
  if (eat (self, WORDS ("in", "en")))
    {
      if (self->work->when.from != MP_MONTH_NONE || !eat_month (self, self->base, TRUE, &self->work->when.from))
        return not_understood (self, *self->p != '\0' ? self->p : start);
      return TRUE;
    }
  if (eat (self, WORDS ("self-employed", "self employed", "self-employment", "own business", "por cuenta propia")))
    {
      self->work->kind = MP_WORK_SELF_EMPLOYMENT;
      return TRUE;
    }
  if (eat (self, WORDS ("as a", "as an", "as", "como", "job")))
    return eat_name (self);
  if (self->work->when.from == MP_MONTH_NONE && eat_month (self, self->base, FALSE, &month))
    {
      self->work->when.from = month;
      return TRUE;
    }
  if (g_ascii_isdigit (*self->p) || *self->p == '$')
    return eat_number (self);
  if (first)
    return eat_name (self);
  return not_understood (self, start);
}

/* Pay that says neither hour nor month is by the hour when there are hours, and it can be. */
static gboolean
finish_pay (Line *self)
{
  MpWork *work = self->work;

  if (self->pay != MP_MONEY_NONE)
    {
      g_autofree char *amount = mp_money_to_display (self->pay);

      if (self->pay > HOURLY_LIMIT || (work->hours_per_week == MP_MONEY_NONE && self->pay >= mp_dollars (100)))
        /* Translators: %s is an amount that somebody typed: "Is $1,800.00 …" */
        return fail (self, g_strdup_printf (_("Is %s by the hour or by the month? Add “a month” or “an hour”."), amount));
      work->hourly = self->pay;
    }
  if (work->hourly == MP_MONEY_NONE && work->monthly == MP_MONEY_NONE)
    {
      if (work->hours_per_week == MP_MONEY_NONE || self->before == NULL || self->before->hourly == MP_MONEY_NONE)
        return fail (self, g_strdup (_("Say the pay too, like “$15 an hour” or “$1,800 a month”.")));
      work->hourly = self->before->hourly; /* the same job with other hours */
    }
  if (work->monthly != MP_MONEY_NONE && work->hours_per_week != MP_MONEY_NONE)
    {
      work->hours = mp_divide_half_up (work->hours_per_week * 13, 3) * (MP_HOURS_UNIT / 100);
      work->hours_per_week = MP_MONEY_NONE;
    }
  if (work->hourly != MP_MONEY_NONE && work->hours_per_week == MP_MONEY_NONE)
    return fail (self, g_strdup (_("Say the hours of a week too, like “20 hours”.")));
  if (work->monthly > MP_MONEY_MAX || (work->hourly != MP_MONEY_NONE && work->hourly > MP_MONEY_MAX / 1000))
    return fail (self, g_strdup (_("The pay is too large.")));
  return TRUE;
}

static const MpWork *
latest_step (const MpScenario *scenario)
{
  const MpWork *latest = NULL;

  for (guint i = 0; i < scenario->n_work; i++)
    if (latest == NULL || scenario->work[i].when.from >= latest->when.from)
      latest = &scenario->work[i];
  return latest;
}

/**
 * mp_work_line_parse:
 * @text: what somebody typed
 * @kase: a case; its memory is used for the name of the job
 * @scenario: number of the plan that the job is for
 * @work: (out caller-allocates): the job
 * @problem: (out) (transfer full): in the user's language, what is not understood or missing
 *
 * Reads a job in English or Spanish words, in any order: its name first or after "as", hours of a
 * week, pay by the hour, week, two weeks, month or year, and months. A month without a year is the
 * next one of that name, counted from the latest step of the plan or the first month of the
 * projection; where no month is said the job begins there. A line without a name, or with hours
 * only, goes on with the latest step. Nothing that is not understood is passed over.
 *
 * Returns: whether the whole line was understood
 */
gboolean
mp_work_line_parse (const char *text, MpCase *kase, guint scenario, MpWork *work, char **problem)
{
  Line self = { .p = text, .kase = kase, .work = work, .pay = MP_MONEY_NONE, .problem = problem };
  gboolean first = TRUE;

  *problem = NULL;
  *work = (MpWork) { .when = { MP_MONTH_NONE, MP_MONTH_OPEN }, .monthly = MP_MONEY_NONE, .hourly = MP_MONEY_NONE,
                     .hours_per_week = MP_MONEY_NONE, .hours = MP_HOURS_NONE, .pay = { MP_PAY_NONE, MP_DATE_NONE } };
  g_return_val_if_fail (scenario < kase->n_scenarios, FALSE);
  if (!g_utf8_validate (text, -1, NULL))
    return fail (&self, g_strdup (_("This is no text.")));
  self.before = latest_step (&kase->scenarios[scenario]);
  self.base = self.before != NULL ? MAX (self.before->when.from, kase->projection.start) : kase->projection.start;
  skip_space (&self);
  if (*self.p == '\0')
    return fail (&self, g_strdup (_("Type what the job pays, like “20 h at $15 from June 2026”.")));
  for (; *self.p != '\0'; first = FALSE)
    {
      if (strspn (self.p, ".") > 0 && strspn (self.p, ". \t") == strlen (self.p))
        break;
      if (!eat_part (&self, first))
        return FALSE;
      skip_space (&self);
    }
  if (self.pay_expected)
    return fail (&self, g_strdup (_("Something is missing at the end.")));
  if (!finish_pay (&self))
    return FALSE;
  if (work->when.from == MP_MONTH_NONE)
    work->when.from = self.base;
  if (work->when.to < work->when.from)
    return fail (&self, g_strdup (_("The job cannot end before it begins.")));
  if (work->name == NULL && self.before != NULL && self.before->name != NULL)
    work->name = mp_arena_strdup (kase->arena, self.before->name);
  return TRUE;
}

/* The step of the same job that goes on into the new one, or -1. */
static gint
step_before (const MpScenario *scenario, const MpWork *work)
{
  gint found = -1;

  for (guint i = 0; i < scenario->n_work; i++)
    {
      const MpWork *other = &scenario->work[i];

      if (g_strcmp0 (other->name, work->name) == 0 && other->when.from < work->when.from && other->when.to >= work->when.from)
        found = (gint) i;
    }
  return found;
}

/**
 * mp_work_line_echo:
 * @kase: a case
 * @scenario: number of the plan that the job is for
 * @work: a job that was read from a line
 *
 * Says what was understood, before it is taken.
 *
 * Returns: (transfer full): one or two sentences in the user's language
 */
char *
mp_work_line_echo (const MpCase *kase, guint scenario, const MpWork *work)
{
  g_autofree char *monthly = mp_money_to_display (mp_work_monthly_pay (work));
  g_autofree char *from = mp_month_to_display (work->when.from, TRUE);
  g_autofree char *to = work->when.to != MP_MONTH_OPEN ? mp_month_to_display (work->when.to, TRUE) : NULL;
  g_autoptr (GString) echo = g_string_new (NULL);
  gint before = step_before (&kase->scenarios[scenario], work);

  g_string_append_printf (echo, "%s: ", work->name != NULL ? work->name : work->kind == MP_WORK_WAGES ? _("Job") : _("Self-employment"));
  if (work->hourly != MP_MONEY_NONE)
    {
      g_autofree char *hourly = mp_money_to_display (work->hourly);
      char hours[MP_MONEY_TEXT_SIZE];
      gsize n = mp_money_to_text (work->hours_per_week, hours);

      while (hours[n - 1] == '0')
        hours[--n] = '\0';
      if (hours[n - 1] == '.')
        hours[--n] = '\0';
      /* Translators: hours of a week, pay of an hour, pay of a month */
      g_string_append_printf (echo, _("%s hours a week at %s an hour, %s a month"), hours, hourly, monthly);
    }
  else
    /* Translators: an amount: "$1,800.00 a month" */
    g_string_append_printf (echo, _("%s a month"), monthly);
  if (to == NULL)
    /* Translators: a month: ", from June 2026 on." */
    g_string_append_printf (echo, _(", from %s on."), from);
  else if (work->when.from == work->when.to)
    /* Translators: a month: ", in June 2026." */
    g_string_append_printf (echo, _(", in %s."), from);
  else
    /* Translators: two months: ", from June 2026 to February 2027." */
    g_string_append_printf (echo, _(", from %s to %s."), from, to);
  if (before >= 0)
    {
      g_autofree char *last = mp_month_to_display (work->when.from - 1, TRUE);
      /* Translators: a month */
      g_string_append_printf (echo, _(" The step before it then ends in %s."), last);
    }
  return g_string_free (g_steal_pointer (&echo), FALSE);
}

/**
 * mp_work_line_add:
 * @kase: a case
 * @scenario: number of the plan
 * @work: a job that was read from a line, with the memory of @kase
 *
 * Adds the job to the plan. A step of the same job that would go on beside it ends in the month
 * before it.
 *
 * Returns: the number of the job
 */
guint
mp_work_line_add (MpCase *kase, guint scenario, const MpWork *work)
{
  MpScenario *plan = &kase->scenarios[scenario];
  gint before = step_before (plan, work);

  if (before >= 0)
    {
      MpWork *step = &plan->work[before];
      guint kept = 0;

      step->when.to = work->when.from - 1;
      while (kept < step->n_months && step->months[kept].month <= step->when.to)
        kept++;
      step->n_months = kept;
    }
  *mp_case_add_work (kase, plan) = *work;
  return plan->n_work - 1;
}
