/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-bpqy-text.h"

#include "mp-edit.h"
#include "mp-ssn.h"
#include "mp-typed.h"

#include <string.h>

#define LIMIT (256 * 1024)
#define MAX_VALUES 12

typedef enum { NOBODY, SSDI, SSI, EITHER } Program; /* EITHER: the fact is the same in both columns */

typedef struct {
  MpBpqy *bpqy;
  Program section;        /* what the last heading spoke of */
  Program columns[2];     /* when the text stands in two columns */
  const struct Label *waiting; /* a label whose value is on the next line */
  char *waiting_line;
} Reader;

typedef gboolean (*Take) (Reader *self, const char *pointer, char **values, guint n, const char *line);

typedef struct Label {
  const char *words;      /* in small letters */
  Program program;
  Take take;
  const char *pointer;
} Label;

static void
fact_free (gpointer data)
{
  MpBpqyFact *fact = data;

  g_free (fact->pointer);
  g_free (fact->text);
  g_free (fact->line);
  g_free (fact);
}

/**
 * mp_bpqy_free:
 * @self: (nullable): a read BPQY
 */
void
mp_bpqy_free (MpBpqy *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->unused);
  g_free (self);
}

static gboolean
found (Reader *self, const char *pointer, char *text, const char *line)
{
  MpBpqyFact *fact = g_new (MpBpqyFact, 1);

  *fact = (MpBpqyFact) { g_strdup (pointer), text, g_strdup (line) };
  g_ptr_array_add (self->bpqy->facts, fact);
  return TRUE;
}

static gboolean
read_month (const char *value, MpMonth *month)
{
  MpDate date;

  if (mp_date_parse_typed (value, 2069, &date) && date.month >= MP_MONTH_FIRST)
    {
      *month = date.month;
      return TRUE;
    }
  return mp_month_parse_typed (value, month);
}

static gboolean
take_month (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  MpMonth month;
  char text[MP_MONTH_TEXT_SIZE];

  return n == 1 && read_month (values[0], &month) && found (self, pointer, g_strdup (mp_month_to_text (month, text)), line);
}

static gboolean
take_date (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  MpDate date;

  return n == 1 && mp_date_parse_typed (values[0], 2069, &date) && found (self, pointer, mp_date_to_string (date), line);
}

static gboolean
take_bpqy_date (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  MpDate date;

  if (n != 1 || self->bpqy->dated.month != MP_MONTH_NONE || !mp_date_parse_typed (values[0], 2069, &date) || date.month < MP_MONTH_FIRST)
    return FALSE;
  self->bpqy->dated = date;
  return found (self, pointer, mp_date_to_string (date), line);
}

static gboolean
take_money (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  MpMoney amount;

  return n == 1 && mp_money_parse_typed (values[0], &amount) && found (self, pointer, mp_money_to_string (amount), line);
}

/* -1: neither */
static gint
yes_or_no (const char *value)
{
  static const char *const no[] = { "no", "n", "none", "n/a", "self", "not applicable" };

  if (g_ascii_strcasecmp (value, "yes") == 0 || g_ascii_strcasecmp (value, "y") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_ascii_strcasecmp (value, no[i]) == 0)
      return FALSE;
  return -1;
}

static gboolean
take_bool (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  gint yes = n == 1 ? yes_or_no (values[0]) : -1;

  return yes >= 0 && found (self, pointer, g_strdup (yes ? "true" : "false"), line);
}

static gboolean
take_state (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  return n == 1 && strlen (values[0]) == 2 && g_ascii_isalpha (values[0][0]) && g_ascii_isalpha (values[0][1]) &&
         found (self, pointer, g_ascii_strup (values[0], 2), line);
}

static gboolean
take_basis (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  g_autofree char *low = n == 1 ? g_ascii_strdown (values[0], -1) : NULL;

  if (low == NULL)
    return FALSE;
  if (strstr (low, "child") != NULL)
    return found (self, pointer, g_strdup ("childhood"), line);
  if (strstr (low, "widow") != NULL)
    return found (self, pointer, g_strdup ("widow"), line);
  return (strstr (low, "worker") != NULL || strstr (low, "disability insurance") != NULL) && found (self, pointer, g_strdup ("worker"), line);
}

/* The full amount is that of the month of the BPQY on. */
static gboolean
take_amount (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  char text[MP_MONTH_TEXT_SIZE];
  MpMoney amount;

  if (self->bpqy->dated.month == MP_MONTH_NONE || n != 1 || !mp_money_parse_typed (values[0], &amount))
    return FALSE;
  found (self, "/ssdi/amounts/0/from", g_strdup (mp_month_to_text (self->bpqy->dated.month, text)), line);
  return take_money (self, pointer, values, n, line);
}

static gboolean
take_premium_payer (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  g_autofree char *low = n == 1 ? g_ascii_strdown (values[0], -1) : NULL;

  if (low == NULL)
    return FALSE;
  if (strstr (low, "state") != NULL || g_str_equal (low, "yes"))
    return found (self, pointer, g_strdup ("state"), line);
  return (strstr (low, "beneficiary") != NULL || strstr (low, "self") != NULL || g_str_equal (low, "no")) &&
         found (self, pointer, g_strdup ("beneficiary"), line);
}

/* Months, or the word that there are none. What the history covers ends before the month of the BPQY. */
static gboolean
take_trial_months (Reader *self, const char *pointer, char **values, guint n, const char *line)
{
  g_autoptr (GString) months = g_string_new (NULL);
  char text[MP_MONTH_TEXT_SIZE];
  MpMonth latest = MP_MONTH_NONE, month;
  gboolean none = n == 1 && (yes_or_no (values[0]) == FALSE || g_str_equal (values[0], "0"));

  for (guint i = 0; i < n && !none; i++)
    {
      if (!read_month (values[i], &month))
        return FALSE;
      latest = MAX (latest, month);
      g_string_append_printf (months, "%s%s", months->len > 0 ? " " : "", mp_month_to_text (month, text));
    }
  if (self->bpqy->dated.month != MP_MONTH_NONE)
    latest = MAX (latest, self->bpqy->dated.month - 1);
  if (n == 0 || latest == MP_MONTH_NONE)
    return FALSE;
  found (self, "/ssdi/history/through", g_strdup (mp_month_to_text (latest, text)), line);
  return none || found (self, pointer, g_strdup (months->str), line);
}

/* The longest words first where one label begins another. */
static const Label labels[] = {
  { "bpqy date", EITHER, take_bpqy_date, "/bpqy/dated" },
  { "date of bpqy", EITHER, take_bpqy_date, "/bpqy/dated" },
  { "bpqy dated", EITHER, take_bpqy_date, "/bpqy/dated" },
  { "date of request", EITHER, take_bpqy_date, "/bpqy/dated" },
  { "date of birth", EITHER, take_date, "/beneficiary/birth_date" },
  { "date", EITHER, take_bpqy_date, "/bpqy/dated" },
  { "state of residence", EITHER, take_state, "/beneficiary/state" },
  { "state", EITHER, take_state, "/beneficiary/state" },
  { "statutorily blind", EITHER, take_bool, "/beneficiary/blind" },
  { "statutory blindness", EITHER, take_bool, "/beneficiary/blind" },
  { "blind", EITHER, take_bool, "/beneficiary/blind" },
  { "type of benefit", SSDI, take_basis, "/ssdi/basis" },
  { "type of ssdi benefit", SSDI, take_basis, "/ssdi/basis" },
  { "type of ssdi", SSDI, take_basis, "/ssdi/basis" },
  { "date of entitlement", SSDI, take_month, "/ssdi/entitled_from" },
  { "entitlement date", SSDI, take_month, "/ssdi/entitled_from" },
  { "date of eligibility", SSI, take_month, "/ssi/eligible_from" },
  { "date of entitlement", SSI, take_month, "/ssi/eligible_from" },
  { "entitlement date", SSI, take_month, "/ssi/eligible_from" },
  { "date of application", SSDI, take_month, "/ssdi/filed" },
  { "application date", SSDI, take_month, "/ssdi/filed" },
  { "full amount", SSDI, take_amount, "/ssdi/amounts/0/monthly" },
  { "full monthly amount", SSDI, take_amount, "/ssdi/amounts/0/monthly" },
  { "gross amount", SSDI, take_amount, "/ssdi/amounts/0/monthly" },
  { "total overpayment balance", EITHER, take_money, "/bpqy/overpayment_balance" },
  { "overpayment balance", EITHER, take_money, "/bpqy/overpayment_balance" },
  { "monthly amount withheld", EITHER, take_money, "/bpqy/withheld_monthly" },
  { "amount withheld", EITHER, take_money, "/bpqy/withheld_monthly" },
  { "next medical review", EITHER, take_month, "/bpqy/next_medical_review" },
  { "next medical re-exam", EITHER, take_month, "/bpqy/next_medical_review" },
  { "medical re-exam date", EITHER, take_month, "/bpqy/next_medical_review" },
  { "representative payee", EITHER, take_bool, "/bpqy/payee" },
  { "medicare part a", EITHER, take_month, "/ssdi/medicare/part_a_from" },
  { "part a start", EITHER, take_month, "/ssdi/medicare/part_a_from" },
  { "medicare part b premium", EITHER, take_money, "/ssdi/medicare/part_b/premium" },
  { "part b premium paid by", EITHER, take_premium_payer, "/ssdi/medicare/part_b/paid_by" },
  { "part b premium", EITHER, take_money, "/ssdi/medicare/part_b/premium" },
  { "state buy-in", EITHER, take_premium_payer, "/ssdi/medicare/part_b/paid_by" },
  { "medicare part b", EITHER, take_month, "/ssdi/medicare/part_b/from" },
  { "part b start", EITHER, take_month, "/ssdi/medicare/part_b/from" },
  { "trial work months used", EITHER, take_trial_months, "/ssdi/history/twp_months" },
  { "trial work period months", EITHER, take_trial_months, "/ssdi/history/twp_months" },
  { "trial work months", EITHER, take_trial_months, "/ssdi/history/twp_months" },
  { "months of cessation", EITHER, take_month, "/ssdi/history/cessation" },
  { "month of cessation", EITHER, take_month, "/ssdi/history/cessation" },
  { "cessation month", EITHER, take_month, "/ssdi/history/cessation" },
  { "cessation date", EITHER, take_month, "/ssdi/history/cessation" },
  { "date ticket issued", EITHER, take_date, "/ticket/issued" },
  { "ticket issued", EITHER, take_date, "/ticket/issued" },
};

/* The program that a text speaks of by its name. */
static Program
program_named (const char *low)
{
  gboolean ssdi = strstr (low, "ssdi") != NULL || strstr (low, "social security disability") != NULL || strstr (low, "title ii") != NULL;
  const char *p = low;
  gboolean ssi = strstr (low, "supplemental security") != NULL || strstr (low, "title xvi") != NULL;

  while (!ssi && (p = strstr (p, "ssi")) != NULL)
    {
      ssi = (p == low || !g_ascii_isalpha (p[-1])) && !g_ascii_isalpha (p[3]);
      p += 3;
    }
  return ssdi && ssi ? EITHER : ssdi ? SSDI : ssi ? SSI : NOBODY;
}

/* A label ends where its words do, apart from what says "date" or names the program: "SSI: …". */
static gboolean
is_label (const char *low, const char *words)
{
  const char *at = strstr (low, words);
  const char *end;

  if (at == NULL || (at > low && g_ascii_isalpha (at[-1])))
    return FALSE;
  /* before it only the name of a program */
  for (const char *p = low; p < at;)
    {
      gsize n = strcspn (p, " ");

      if (strncmp (p, "ssdi", n) != 0 && strncmp (p, "ssi", n) != 0 && strncmp (p, "the", n) != 0 && strncmp (p, "current", n) != 0)
        return FALSE;
      p += n + strspn (p + n, " ");
    }
  end = at + strlen (words);
  while (*end != '\0')
    {
      static const char *const fill[] = { "date", "start", "started", "from", "(ssdi)", "(ssi)", "used", "amount", "monthly", "dates" };
      gsize n;
      gboolean known = FALSE;

      end += strspn (end, " ");
      n = strcspn (end, " ");
      for (guint i = 0; i < G_N_ELEMENTS (fill) && n > 0; i++)
        known = known || (strlen (fill[i]) == n && strncmp (end, fill[i], n) == 0);
      if (n > 0 && !known)
        return FALSE;
      end += n;
    }
  return TRUE;
}

static const Label *
find_label (const char *low, Program program)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if ((labels[i].program == EITHER || labels[i].program == program) && is_label (low, labels[i].words))
      return &labels[i];
  return NULL;
}

/* Columns are set apart by a tab or by two spaces. */
static guint
cut_values (char *text, char *values[MAX_VALUES])
{
  guint n = 0;

  while (*text != '\0' && n < MAX_VALUES)
    {
      gsize length = 0, gap;

      text += strspn (text, " \t");
      while (text[length] != '\0' && text[length] != '\t' && !(text[length] == ' ' && text[length + 1] == ' '))
        length++;
      gap = strspn (text + length, " \t");
      if (length > 0)
        values[n++] = text;
      if (text[length] != '\0')
        {
          text[length] = '\0';
          text += length + gap;
        }
      else
        break;
    }
  for (guint i = 0; i < n; i++)
    g_strstrip (values[i]);
  return n;
}

/* "06/2024, 07/2024": the parts of one value. */
static guint
cut_list (char **values, guint n, char *parts[MAX_VALUES])
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    for (char *save = NULL, *part = strtok_r (values[i], ",;", &save); part != NULL && count < MAX_VALUES; part = strtok_r (NULL, ",;", &save))
      parts[count++] = g_strstrip (part);
  return count;
}

static gboolean
take_values (Reader *self, const Label *label, char **values, guint n, const char *line)
{
  char *parts[MAX_VALUES];

  if (label->take == take_trial_months)
    {
      n = cut_list (values, n, parts);
      values = parts;
    }
  return label->take (self, label->pointer, values, n, line);
}

/* A label with its values: one, or one for each column. */
static gboolean
read_labelled (Reader *self, const char *label_text, char **values, guint n, const char *line)
{
  g_autofree char *low = g_utf8_strdown (label_text, -1);
  Program named = program_named (low);
  const Label *label;
  gboolean taken = FALSE;

  if (named == NOBODY && self->columns[0] != NOBODY && n == 2)
    {
      for (guint i = 0; i < 2; i++)
        {
          label = find_label (low, self->columns[i]);
          if (label != NULL && label->program != EITHER)
            taken |= take_values (self, label, values + i, 1, line);
        }
      if (taken)
        return TRUE;
    }
  label = find_label (low, named == SSDI || named == SSI ? named : self->section);
  if (label == NULL)
    return FALSE;
  if (n == 0)
    {
      self->waiting = label;
      g_free (self->waiting_line);
      self->waiting_line = g_strdup (line);
      return TRUE;
    }
  return take_values (self, label, values, n, line);
}

/* "CASH", "Supplemental Security Income (SSI)": sets what the lines below it speak of. */
static gboolean
read_heading (Reader *self, const char *line)
{
  g_autofree char *low = g_utf8_strdown (line, -1);
  Program named = program_named (low);
  const char *ssdi = strstr (low, "ssdi"), *ssi;

  if (named == NOBODY || strpbrk (low, "0123456789$") != NULL)
    return FALSE;
  self->section = named == EITHER ? NOBODY : named;
  self->columns[0] = self->columns[1] = NOBODY;
  if (named == EITHER)
    {
      if (ssdi == NULL)
        ssdi = strstr (low, "social security disability");
      ssi = strstr (low, "supplemental security");
      if (ssi == NULL)
        for (ssi = strstr (low, "ssi"); ssi != NULL && g_ascii_isalpha (ssi[3]); ssi = strstr (ssi + 1, "ssi"))
          ;
      self->columns[0] = ssdi != NULL && (ssi == NULL || ssdi < ssi) ? SSDI : SSI;
      self->columns[1] = self->columns[0] == SSDI ? SSI : SSDI;
    }
  return TRUE;
}

static gboolean
read_line (Reader *self, const char *line)
{
  g_autofree char *copy = g_strdup (line);
  char *colon = strchr (copy, ':'), *values[MAX_VALUES];
  guint n;
  const Label *waiting = self->waiting;

  self->waiting = NULL;
  if (colon != NULL)
    {
      *colon = '\0';
      n = cut_values (colon + 1, values);
      if (read_labelled (self, g_strstrip (copy), values, n, line))
        return TRUE;
      return n == 0 && read_heading (self, copy);
    }
  n = cut_values (copy, values);
  if (n > 1 && read_labelled (self, values[0], values + 1, n - 1, line))
    return TRUE;
  if (waiting != NULL && n >= 1)
    {
      g_autofree char *both = g_strconcat (self->waiting_line, " ", line, NULL);
      if (take_values (self, waiting, values, n, both))
        return TRUE;
    }
  return (n == 1 && read_labelled (self, values[0], NULL, 0, line)) || read_heading (self, line);
}

/**
 * mp_bpqy_read:
 * @text: the text of a BPQY
 *
 * Finds the facts that it surely knows: lines of a label and its value, one program after the other
 * or side by side in two columns. A line of which any part is doubtful is not used. A Social Security
 * number is passed over and kept nowhere.
 *
 * Returns: (transfer full): what was found, and the lines that were not used
 */
MpBpqy *
mp_bpqy_read (const char *text)
{
  MpBpqy *bpqy = g_new0 (MpBpqy, 1);
  Reader self = { .bpqy = bpqy };
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), LIMIT));
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);

  bpqy->dated = MP_DATE_NONE;
  bpqy->facts = g_ptr_array_new_with_free_func (fact_free);
  bpqy->unused = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      /* such a line is not even shown */
      if (*line == '\0' || mp_ssn_find (line, NULL, NULL))
        continue;
      if (!read_line (&self, line))
        g_ptr_array_add (bpqy->unused, g_strdup (line));
    }
  g_free (self.waiting_line);
  return bpqy;
}

/* The list entry that a fact is for must be there. */
static void
add_amount (MpCase *kase)
{
  if (!kase->ssdi.present)
    (void) mp_edit_set (kase, "/ssdi/basis", "worker");
  if (kase->ssdi.n_amounts == 0)
    mp_edit_add (kase, "/ssdi/amounts");
}

/**
 * mp_bpqy_apply:
 * @self: what was found in a BPQY
 * @kase: a case
 *
 * Puts the facts into the case, each with the BPQY and its date as its source.
 *
 * Returns: how many were taken
 */
guint
mp_bpqy_apply (const MpBpqy *self, MpCase *kase)
{
  guint n = 0;

  for (guint i = 0; i < self->facts->len; i++)
    {
      const MpBpqyFact *fact = self->facts->pdata[i];
      MpSource source = { fact->pointer, MP_SOURCE_BPQY, self->dated, MP_CHECKED_YES, NULL, NULL };

      if (g_str_has_prefix (fact->pointer, "/ssdi/"))
        add_amount (kase);
      if (!mp_edit_set (kase, fact->pointer, fact->text))
        continue;
      n++;
      if (!g_str_has_prefix (fact->pointer, "/bpqy/"))
        mp_edit_set_source (kase, &source);
    }
  return n;
}
