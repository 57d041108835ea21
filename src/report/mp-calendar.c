/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-calendar.h"

#include <libical/ical.h>

#include "mp-duties.h"
#include "mp-i18n.h"
#include "mp-language.h"
#include "mp-report.h"
#include "mp-rules.h"
#include "mp-words.h"

typedef struct {
  icalcomponent *calendar;
  const MpCase *kase;
  const MpProjection *projection;
  const MpCalendarOptions *options;
  guint n;
} Calendar;

/* The sentence; hidden amounts become "…". */
static char *
sentence (const Calendar *self, const MpMessage *message)
{
  MpMessage shown = *message;

  for (guint i = 0; self->options->hide_amounts && i < shown.n_values; i++)
    if (shown.values[i].kind == MP_VALUE_MONEY)
      shown.values[i] = MP_TEXT_VALUE (shown.values[i].name, "…");
  return mp_message_format (&shown, TRUE);
}

static struct icaltimetype
day (MpDate date)
{
  struct icaltimetype time = icaltime_null_date ();

  time.year = mp_month_year (date.month);
  time.month = mp_month_of_year (date.month);
  time.day = date.day;
  return time;
}

static void
add_alarm (icalcomponent *event, const char *text)
{
  struct icaltriggertype trigger = { .time = icaltime_null_time (), .duration = icaldurationtype_from_int (-3 * 24 * 60 * 60) };
  icalcomponent *alarm = icalcomponent_new_valarm ();

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (text));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_component (event, alarm);
}

/* rule: (nullable): its citation is the description. */
static void
add_day (Calendar *self, MpDate date, const char *kind, const char *text, const char *rule, gboolean alarm)
{
  const MpRule *found = rule != NULL ? mp_rule_find (rule) : NULL;
  g_autofree char *uid = NULL;
  icalcomponent *event = icalcomponent_new_vevent ();
  struct icaltimetype stamp = self->options->created != NULL ? icaltime_from_string (self->options->created) : day ((MpDate) { self->projection->start, 1 });

  if (self->options->created == NULL) /* a stamp has a time */
    {
      stamp.is_date = stamp.hour = stamp.minute = stamp.second = 0;
      stamp = icaltime_set_timezone (&stamp, icaltimezone_get_utc_timezone ());
    }
  uid = g_strdup_printf ("%s-%s-%u@milepost", self->kase->id != NULL ? self->kase->id : "case", kind, self->n++);
  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (event, icalproperty_new_dtstart (day (date)));
  icalcomponent_add_property (event, icalproperty_new_summary (text));
  if (found != NULL)
    icalcomponent_add_property (event, icalproperty_new_description (found->citation));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  if (alarm)
    add_alarm (event, text);
  icalcomponent_add_component (self->calendar, event);
}

static void
add_reports (Calendar *self)
{
  g_autoptr (GArray) dates = mp_report_dates (self->kase, self->projection);

  for (guint i = 0; i < dates->len; i++)
    {
      const MpReportDate *date = &g_array_index (dates, MpReportDate, i);
      g_autofree char *text = sentence (self, &date->text);

      add_day (self, date->due, "report", text, date->rule, date->kind == MP_DUE_TENTH);
    }
}

/* What happens month by month would fill a calendar; what changes belongs in it. */
static gboolean
is_shown (MpEventCode code)
{
  return code != MP_EVENT_TWP_MONTH && code != MP_EVENT_THRESHOLD_1619B && code != MP_EVENT_SSI_BREAK_EVEN;
}

static void
add_events (Calendar *self)
{
  for (guint i = 0; i < self->projection->events->len; i++)
    {
      const MpEvent *event = &g_array_index (self->projection->events, MpEvent, i);
      g_autofree char *text = NULL, *summary = NULL;

      if (!is_shown (event->code))
        continue;
      text = sentence (self, &event->message);
      summary = g_strdup_printf ("%s: %s", mp_words_event (event->code), text);
      add_day (self, (MpDate) { event->month, 1 }, mp_event_name (event->code), summary, NULL, FALSE);
    }
}

static void
add_steps (Calendar *self)
{
  const MpCase *kase = self->kase;

  for (guint i = 0; i < kase->n_actions; i++)
    if (kase->actions[i].step != NULL && kase->actions[i].due.month != MP_MONTH_NONE && kase->actions[i].done.month == MP_MONTH_NONE)
      add_day (self, kase->actions[i].due, "step", kase->actions[i].step, NULL, TRUE);
  if (kase->bpqy.present && kase->bpqy.next_medical_review != MP_MONTH_NONE)
    add_day (self, (MpDate) { kase->bpqy.next_medical_review, 1 }, "review", _("A medical review may come in this month."), NULL, FALSE);
}

/**
 * mp_calendar_render:
 * @kase: a case without problems
 * @projection: of one of its plans
 * @options: (nullable): %NULL for the session's language, with amounts
 * @error: return location, %MP_REPORT_ERROR_CALENDAR
 *
 * Makes an iCalendar document (RFC 5545) of reports that are due, with a reminder three days before, of milestones and
 * other events, and of next steps. No name of a person is in it, unless a next step has one.
 *
 * Returns: (transfer full) (nullable): the document
 */
char *
mp_calendar_render (const MpCase *kase, const MpProjection *projection, const MpCalendarOptions *options, GError **error)
{
  static const MpCalendarOptions plain;
  Calendar self = { icalcomponent_new_vcalendar (), kase, projection, options != NULL ? options : &plain, 0 };
  const MpCatalogue *before = mp_i18n_used ();
  char *made, *document = NULL;

  if (self.options->language != NULL)
    mp_i18n_use (mp_language_find (self.options->language));
  icalcomponent_add_property (self.calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self.calendar, icalproperty_new_prodid (g_str_equal (mp_i18n_language (), "es") ? "-//Milepost//Milepost//ES" : "-//Milepost//Milepost//EN"));
  icalcomponent_add_property (self.calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  add_reports (&self);
  add_events (&self);
  add_steps (&self);
  mp_i18n_use (before);
  made = icalcomponent_as_ical_string_r (self.calendar);
  if (made != NULL)
    document = g_strdup (made);
  else
    g_set_error_literal (error, MP_REPORT_ERROR, MP_REPORT_ERROR_CALENDAR, _("The calendar cannot be made: there is not enough memory."));
  free (made);
  icalcomponent_free (self.calendar);
  return document;
}
