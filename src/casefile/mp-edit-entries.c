/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Entries that come and go, and what one fact brings with it for another. */

#include "mp-edit-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static gboolean add_entry (MpCase *kase, const MpField *field, guint8 *object);

/* The first month from the projection's start on in which the list says nothing yet. */
static MpMonth
free_month (MpCase *kase, const MpPeriod *self, const guint8 *list, guint n, gsize size)
{
  MpMonth month = kase->projection.start != MP_MONTH_NONE ? kase->projection.start : MP_MONTH_FIRST;

  for (guint i = 0; i < n; i++)
    {
      const MpPeriod *other = (const MpPeriod *) (gconstpointer) (list + size * i);

      if (other == self || (other->from != month && !(other->to != MP_MONTH_OPEN && mp_period_contains (other, month))))
        continue;
      month = other->to != MP_MONTH_OPEN ? other->to + 1 : month + 1;
      i = (guint) -1;
    }
  return MIN (month, MP_MONTH_LAST);
}

/* A number that no other entry has: the year of rates, the number of a progress period. */
static gint
free_number (MpCase *kase, const MpField *field, const guint8 *list, guint n, gsize size)
{
  gint number = field->least > 1 ? mp_month_year (kase->projection.start) : (gint) field->least;

  for (guint i = 0; i + 1 < n; i++)
    if (*(const gint *) (gconstpointer) (list + size * i + field->offset) == number)
      {
        number++;
        i = (guint) -1;
      }
  return number;
}

/* A payment of which the list does not say yet how it is shared. */
static MpTicketCode
free_code (const MpField *field, const guint8 *list, guint n, gsize size)
{
  MpTicketCode code = { MP_TICKET_CODE_P1M, 1 };

  for (guint i = 0; i + 1 < n; i++)
    {
      const MpTicketCode *other = (const MpTicketCode *) (gconstpointer) (list + size * i + field->offset);

      if (other->kind != code.kind || other->number != code.number)
        continue;
      if (code.kind == MP_TICKET_CODE_P1M && code.number == 4)
        code = (MpTicketCode) { MP_TICKET_CODE_P2M, 0 };
      else if (code.kind == MP_TICKET_CODE_P2M && code.number == 18)
        code = (MpTicketCode) { MP_TICKET_CODE_OUT, 0 };
      code.number++;
      i = (guint) -1;
    }
  return code;
}

/* What an object cannot be without, as far as nobody has said it: to be seen and changed in the form. */
static void
fill_required (MpCase *kase, const MpSpec *spec, guint8 *object, const guint8 *list, guint n)
{
  MpMonth start = kase->projection.start;

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const MpField *field = &spec->fields[i];
      gpointer at = object + field->offset;

      if ((field->flags & MP_FIELD_REQUIRED) == 0)
        continue;
      if (field->kind == MP_FIELD_MONTH && *(MpMonth *) at < MP_MONTH_FIRST)
        *(MpMonth *) at = g_str_equal (field->key, "through") ? start - 1 : start; /* a history ends before the projection */
      else if (field->kind == MP_FIELD_MONEY && *(MpMoney *) at == MP_MONEY_NONE)
        *(MpMoney *) at = 0;
      else if (field->kind == MP_FIELD_DATE && ((MpDate *) at)->month <= 0)
        *(MpDate *) at = (MpDate) { start, 1 };
      else if (field->kind == MP_FIELD_STRING && *(char **) at == NULL)
        *(char **) at = mp_arena_strdup (kase->arena, g_str_equal (field->key, "provider") ? _("Employment network") : _("New entry"));
      else if (field->kind == MP_FIELD_INTEGER && *(gint *) at == 0)
        *(gint *) at = free_number (kase, field, list, n, spec->size);
      else if (field->kind == MP_FIELD_CODE && ((MpTicketCode *) at)->kind == MP_TICKET_CODE_NONE)
        *(MpTicketCode *) at = free_code (field, list, n, spec->size);
      else if (field->kind == MP_FIELD_ENUM && *(guint *) at == 0 && (field->names[0][0] == '\0' || g_str_equal (field->key, "status")))
        *(guint *) at = 1; /* somebody with SSI is mostly paid */
      else if (field->kind == MP_FIELD_LIST && *(guint *) (gpointer) (object + field->extra) == 0)
        add_entry (kase, field, object);
    }
}

static gboolean
begins_with_period (const MpSpec *spec)
{
  const MpField *first = &spec->fields[0];

  return first->kind == MP_FIELD_MONTH && g_str_equal (first->key, "from") && first->offset == 0;
}

static gboolean
add_entry (MpCase *kase, const MpField *field, guint8 *object)
{
  const MpSpec *spec;
  guint *n;
  gpointer *list = _mp_edit_list (kase, field, object, &spec, &n);
  guint8 *entry;

  *list = mp_arena_grow (kase->arena, *list, *n, spec->size);
  entry = (guint8 *) *list + spec->size * (*n)++;
  memset (entry, 0, spec->size);
  if (spec->init != NULL)
    spec->init (entry);
  if (begins_with_period (spec))
    ((MpPeriod *) (gpointer) entry)->from = free_month (kase, (MpPeriod *) (gpointer) entry, *list, *n, spec->size);
  fill_required (kase, spec, entry, *list, *n);
  if (g_str_equal (field->key, "split") && *n == 1)
    ((MpSplit *) (gpointer) entry)->percent = 100 * 100;
  return TRUE;
}

/* Makes the objects around a place that are not given, the entry, and a month that differs. */
void
_mp_edit_make_present (MpCase *kase, MpEditPlace *place)
{
  for (guint i = 0; i < place->n_absent; i++)
    {
      const MpField *field = place->absent[i].field;
      guint8 *object = place->absent[i].object;

      if ((field->flags & MP_FIELD_HAS_EXTRA) != 0)
        *(gboolean *) (gpointer) (object + field->extra) = TRUE;
      if (field->spec->init != NULL)
        field->spec->init (object + field->offset);
      fill_required (kase, field->spec, object + field->offset, NULL, 0);
    }
  place->n_absent = 0;
  if (place->work == NULL && place->object == NULL)
    {
      const MpSpec *spec;
      guint *n;
      gpointer *list = _mp_edit_list (kase, place->list, place->list_object, &spec, &n);

      /* an object that was just made may have come with it */
      if (place->index == *n)
        add_entry (kase, place->list, place->list_object);
      if (place->list->kind == MP_FIELD_SUPPLEMENT)
        kase->ssi.supplement = MP_SUPPLEMENT_LIST;
      place->object = (guint8 *) *list + spec->size * place->index;
    }
  if (place->work != NULL && place->object == NULL)
    {
      MpWork *work = place->work;
      guint i = work->n_months;

      mp_arena_append (kase->arena, work->months, work->n_months);
      for (; i > 0 && work->months[i - 1].month > place->month; i--)
        work->months[i] = work->months[i - 1];
      work->months[i] = (MpWorkMonthFact) { place->month, MP_MONEY_NONE, MP_MONEY_NONE, MP_HOURS_NONE };
      place->object = (guint8 *) &work->months[i];
      place->index = i;
    }
}

/* Hours of a month to two decimals, as the file has them. */
static MpHours
month_hours (gint64 hours_per_week)
{
  return mp_divide_half_up (hours_per_week * 13, 3) * (MP_HOURS_UNIT / 100);
}

/* Pay is by the hour or by the month, and pay by the hour has hours. */
static void
settle_work (MpWork *work, const char *key)
{
  if (g_str_equal (key, "monthly") && work->monthly != MP_MONEY_NONE)
    {
      if (work->hours_per_week != MP_MONEY_NONE && work->hours == MP_HOURS_NONE)
        work->hours = month_hours (work->hours_per_week);
      work->hourly = work->hours_per_week = MP_MONEY_NONE;
    }
  else if (g_str_equal (key, "hourly") && work->hourly != MP_MONEY_NONE)
    {
      work->monthly = MP_MONEY_NONE;
      if (work->hours_per_week == MP_MONEY_NONE)
        work->hours_per_week = work->hours == MP_HOURS_NONE ? 0 : mp_divide_half_up (work->hours, 13);
      work->hours = MP_HOURS_NONE;
    }
  else if (g_str_equal (key, "hourly"))
    work->hours_per_week = MP_MONEY_NONE;
  else if (g_str_equal (key, "hours_per_week") && work->hourly == MP_MONEY_NONE)
    {
      work->hours = work->hours_per_week == MP_MONEY_NONE ? MP_HOURS_NONE : month_hours (work->hours_per_week);
      work->hours_per_week = MP_MONEY_NONE;
    }
  else if (g_str_equal (key, "hours_per_week") && work->hours_per_week == MP_MONEY_NONE)
    work->hours_per_week = 0;
}

static void
settle_reinstatement (MpReinstatement *request, const char *key)
{
  if (g_str_equal (key, "decided"))
    {
      if (request->decided == MP_MONTH_NONE)
        request->approved = FALSE;
      else if (!request->approved_given)
        request->approved = TRUE;
      request->approved_given = request->decided != MP_MONTH_NONE;
    }
  else if (g_str_equal (key, "approved"))
    {
      if (!request->approved_given)
        request->decided = MP_MONTH_NONE;
      else if (request->decided == MP_MONTH_NONE)
        request->decided = request->requested;
    }
  else if (g_str_equal (key, "program") && request->program != MP_PROGRAM_SSDI)
    request->disabled_from = MP_MONTH_NONE;
}

/* The last of the other parts takes what is left. */
static void
settle_split (MpCase *kase, const MpEditPlace *place)
{
  const MpSpec *spec;
  guint *n;
  MpSplit *list = *_mp_edit_list (kase, place->list, place->list_object, &spec, &n);
  guint other = place->index + 1 == *n ? *n - 2 : *n - 1;
  gint sum = 0;

  if (*n < 2)
    return;
  for (guint i = 0; i < *n; i++)
    if (i != other)
      sum += list[i].percent;
  list[other].percent = MAX (0, 100 * 100 - sum);
}

void
_mp_edit_settle (MpCase *kase, const char *pointer, const MpEditPlace *place)
{
  const char *key = place->field->key;
  const char *list = place->list != NULL ? place->list->key : "";

  if (place->work != NULL)
    {
      const MpWorkMonthFact *fact = &place->work->months[place->index];

      if (fact->earned == MP_MONEY_NONE && fact->paid == MP_MONEY_NONE && fact->hours == MP_HOURS_NONE)
        {
          memmove (place->work->months + place->index, place->work->months + place->index + 1,
                   (place->work->n_months - place->index - 1) * sizeof *fact);
          place->work->n_months--;
        }
    }
  else if (g_str_equal (list, "work"))
    settle_work ((MpWork *) (gpointer) place->object, key);
  else if (g_str_equal (list, "expedited_reinstatement"))
    settle_reinstatement ((MpReinstatement *) (gpointer) place->object, key);
  else if (g_str_equal (list, "work_incentives") && g_str_equal (key, "kind"))
    {
      MpIncentive *incentive = (MpIncentive *) (gpointer) place->object;

      incentive->applies_to_given = incentive->applies_to_given && incentive->kind == MP_INCENTIVE_PASS;
    }
  else if (g_str_equal (list, "assignments") && g_str_equal (key, "role"))
    {
      MpAssignment *assignment = (MpAssignment *) (gpointer) place->object;

      assignment->successful = assignment->successful && assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT;
      assignment->reimbursed = assignment->reimbursed && assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT;
    }
  else if (g_str_equal (list, "split") && g_str_equal (key, "percent"))
    settle_split (kase, place);
  else if (g_str_equal (pointer, "/ssi/spouse/to") && kase->ssi.spouse.when.to == MP_MONTH_OPEN)
    kase->ssi.spouse.ended_by = MP_SPOUSE_PRESENT;
}

/**
 * mp_edit_add:
 * @kase: a case
 * @list: the pointer of a list
 *
 * Adds an entry at the end of a list, with what an entry requires: it begins in the first free month
 * of the projection and its amounts are zero.
 *
 * Returns: the number of the entry, or -1 when there is no such list
 */
gint
mp_edit_add (MpCase *kase, const char *list)
{
  MpEditPlace place;
  const MpSpec *spec;
  guint *n, before;

  if (!_mp_edit_find (kase, list, &place) || place.field == NULL ||
      (place.field->kind != MP_FIELD_LIST && place.field->kind != MP_FIELD_SUPPLEMENT))
    return -1;
  _mp_edit_list (kase, place.field, place.object, &spec, &n);
  before = *n;
  _mp_edit_make_present (kase, &place);
  if (place.field->kind == MP_FIELD_SUPPLEMENT)
    kase->ssi.supplement = MP_SUPPLEMENT_LIST;
  /* an object that was just made may have come with its first entry */
  if (*n == before)
    add_entry (kase, place.field, place.object);
  return (gint) *n - 1;
}

/* FALSE: what the pointer is of has gone from the list. What is of a later entry follows it. */
static gboolean
shift_pointer (MpCase *kase, char **pointer, const char *list, guint index)
{
  gsize length = strlen (list);
  g_autofree char *moved = NULL;
  guint64 n;
  char *end;

  if (*pointer == NULL || strncmp (*pointer, list, length) != 0 || (*pointer)[length] != '/' || !g_ascii_isdigit ((*pointer)[length + 1]))
    return TRUE;
  n = g_ascii_strtoull (*pointer + length + 1, &end, 10);
  if (n > index)
    {
      moved = g_strdup_printf ("%s/%" G_GUINT64_FORMAT "%s", list, n - 1, end);
      *pointer = mp_arena_strdup (kase->arena, moved);
    }
  return n != index;
}

/* Sources and notes of what is gone go; those of later entries follow them. */
static void
shift_sources (MpCase *kase, const char *list, guint index)
{
  guint kept = 0;

  for (guint i = 0; i < kase->n_sources; i++)
    if (shift_pointer (kase, &kase->sources[i].pointer, list, index))
      kase->sources[kept++] = kase->sources[i];
  kase->n_sources = kept;
  kept = 0;
  for (guint i = 0; i < kase->n_pinned; i++)
    if (shift_pointer (kase, &kase->pinned[i].about, list, index))
      kase->pinned[kept++] = kase->pinned[i];
  kase->n_pinned = kept;
}

static void
drop_sources (MpCase *kase, const char *pointer)
{
  gsize length = strlen (pointer);
  guint kept = 0;

  for (guint i = 0; i < kase->n_sources; i++)
    if (strncmp (kase->sources[i].pointer, pointer, length) != 0 ||
        (kase->sources[i].pointer[length] != '\0' && kase->sources[i].pointer[length] != '/'))
      kase->sources[kept++] = kase->sources[i];
  kase->n_sources = kept;
}

static gboolean
remove_entry (MpCase *kase, const char *pointer, const MpEditPlace *place)
{
  g_autofree char *list_pointer = g_strndup (pointer, (gsize) (strrchr (pointer, '/') - pointer));
  const MpSpec *spec;
  guint *n;
  guint8 *list;

  if (place->work != NULL)
    {
      if (place->object == NULL)
        return FALSE;
      memmove (place->object, place->object + sizeof (MpWorkMonthFact), (place->work->n_months - place->index - 1) * sizeof (MpWorkMonthFact));
      place->work->n_months--;
      drop_sources (kase, pointer);
      return TRUE;
    }
  list = *_mp_edit_list (kase, place->list, place->list_object, &spec, &n);
  if (place->object == NULL)
    return FALSE;
  memmove (list + spec->size * place->index, list + spec->size * (place->index + 1), spec->size * (*n - place->index - 1));
  (*n)--;
  if (place->list->kind == MP_FIELD_SUPPLEMENT && *n == 0)
    kase->ssi.supplement = MP_SUPPLEMENT_NONE;
  shift_sources (kase, list_pointer, place->index);
  return TRUE;
}

/**
 * mp_edit_remove:
 * @kase: a case
 * @pointer: the pointer of an entry of a list, of a month that differs or of an object that may be left out
 *
 * Takes something out of a case, and the sources of it. Sources of later entries of the list follow
 * their entries.
 *
 * Returns: whether there was something that may be left out
 */
gboolean
mp_edit_remove (MpCase *kase, const char *pointer)
{
  MpEditPlace place;
  const MpField *field;

  if (!_mp_edit_find (kase, pointer, &place) || place.n_absent > 0 || place.reading >= 0)
    return FALSE;
  field = place.field;
  if (field == NULL)
    return remove_entry (kase, pointer, &place);
  if (field->kind != MP_FIELD_OBJECT || (field->flags & MP_FIELD_REQUIRED) != 0)
    return FALSE;
  if ((field->flags & MP_FIELD_HAS_EXTRA) != 0)
    *(gboolean *) (gpointer) (place.object + field->extra) = FALSE;
  else
    {
      g_autofree char *every = g_strconcat (pointer, "/", field->spec->fields[0].key, NULL);
      MpEditFact fact;

      if (!mp_edit_look (kase, every, &fact) || !fact.given || !mp_edit_set (kase, every, ""))
        return FALSE;
    }
  drop_sources (kase, pointer);
  return TRUE;
}

/**
 * mp_edit_get_source:
 * @kase: a case
 * @pointer: the pointer of a fact
 *
 * Returns: (transfer none) (nullable): where the fact comes from: its own source, or that of the
 *   nearest object or list around it
 */
const MpSource *
mp_edit_get_source (const MpCase *kase, const char *pointer)
{
  const MpSource *found = NULL;
  gsize longest = 0;

  for (guint i = 0; i < kase->n_sources; i++)
    {
      const MpSource *source = &kase->sources[i];
      gsize length = strlen (source->pointer);

      if (length > longest && strncmp (pointer, source->pointer, length) == 0 && (pointer[length] == '\0' || pointer[length] == '/'))
        {
          found = source;
          longest = length;
        }
    }
  return found;
}

static char *
copy_text (MpCase *kase, const char *text)
{
  return text == NULL || *text == '\0' ? NULL : mp_arena_strdup (kase->arena, text);
}

/**
 * mp_edit_set_source:
 * @kase: a case
 * @source: where the fact at its pointer comes from; of unknown kind to say nothing more about it
 */
void
mp_edit_set_source (MpCase *kase, const MpSource *source)
{
  MpSource *own = NULL;

  for (guint i = 0; i < kase->n_sources && own == NULL; i++)
    if (g_str_equal (kase->sources[i].pointer, source->pointer))
      own = &kase->sources[i];
  if (own == NULL)
    {
      own = mp_arena_append (kase->arena, kase->sources, kase->n_sources);
      own->pointer = mp_arena_strdup (kase->arena, source->pointer);
    }
  own->by = source->by;
  own->on = source->on;
  own->checked = source->checked;
  own->ask = copy_text (kase, source->ask);
  own->note = copy_text (kase, source->note);
  own->client = source->client && own->note != NULL;
  if (own->by == MP_SOURCE_UNKNOWN && own->on.month == MP_MONTH_NONE && own->checked == MP_CHECKED_UNKNOWN && own->ask == NULL && own->note == NULL)
    {
      memmove (own, own + 1, (gsize) (kase->sources + kase->n_sources - own - 1) * sizeof *own);
      kase->n_sources--;
    }
}

/* The entry of a job when @pointer is one of its pay days, which are two facts: "/scenarios/0/work/0" of ".../pay/first". */
static char *
job_of_pay_day (const char *pointer)
{
  static const char *const ends[] = { "/pay/every", "/pay/first" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (pointer, ends[i]))
      return g_strndup (pointer, strlen (pointer) - strlen (ends[i]));
  return NULL;
}

/* One of the two was said and the other put in with it: that it is to be asked for stands at the job until it is said, too. It decides
 * which months have one check more. */
void
_mp_edit_note_pay_day (MpCase *kase, const char *pointer, gboolean made)
{
  g_autofree char *entry = job_of_pay_day (pointer);
  const char *ask = _("a pay stub: how often pay comes, and on which day");
  const MpSource *source = entry != NULL ? mp_edit_get_source (kase, entry) : NULL;
  MpSource note = { .pointer = entry, .on = MP_DATE_NONE };

  if (entry == NULL || (source != NULL && (made || g_strcmp0 (source->ask, ask) != 0 || source->by != MP_SOURCE_UNKNOWN)))
    return;
  if (made)
    {
      note.checked = MP_CHECKED_NO;
      note.ask = (char *) ask;
    }
  if (made || source != NULL)
    mp_edit_set_source (kase, &note);
}
