/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels, table cells and the sentences about a whole plan. */

#include "mp-i18n.h"

#include "mp-words.h"

#include "mp-compare.h"
#include "mp-paid.h"

static const char *const ssdi_words[MP_N_SSDI_STATUS] = {
  [MP_SSDI_NOT_ENTITLED] = N_("No SSDI"),
  [MP_SSDI_ENTITLED] = N_("Full check"),
  [MP_SSDI_TRIAL_WORK] = N_("Trial work"),
  [MP_SSDI_EPE_PAID] = N_("Check, safety net"),
  [MP_SSDI_CESSATION] = N_("First month over the limit, still paid"),
  [MP_SSDI_GRACE] = N_("Grace, still paid"),
  [MP_SSDI_SUSPENDED] = N_("No check now"),
  [MP_SSDI_POST_EPE_PAID] = N_("Check, after the safety net"),
  [MP_SSDI_TERMINATED] = N_("SSDI ended"),
  [MP_SSDI_EXR_PROVISIONAL] = N_("Fast return: checks while you wait"),
  [MP_SSDI_EXR_PAID] = N_("Fast return: check"),
  [MP_SSDI_EXR_UNPAID] = N_("Fast return: no check now"),
  [MP_SSDI_RETIREMENT] = N_("Retirement check"),
};

static const char *const ssi_words[MP_N_SSI_STATUS] = {
  [MP_SSI_NOT_ELIGIBLE] = N_("No SSI"),
  [MP_SSI_PAYABLE] = N_("Check"),
  [MP_SSI_UNPAID] = N_("No check this month"),
  [MP_SSI_1619B] = N_("No check, Medicaid while working"),
  [MP_SSI_SUSPENDED] = N_("No check now"),
  [MP_SSI_TERMINATED] = N_("SSI ended"),
  [MP_SSI_EXR_PROVISIONAL] = N_("Fast return: checks while you wait"),
};

static const char *const stage_words[] = {
  [MP_STAGE_NONE] = N_("No Ticket"),
  [MP_STAGE_UNASSIGNED] = N_("Not assigned"),
  [MP_STAGE_ASSIGNED] = N_("Assigned"),
  [MP_STAGE_PHASE1] = N_("Phase 1 milestones"),
  [MP_STAGE_PHASE2] = N_("Phase 2 milestones"),
  [MP_STAGE_OUTCOME] = N_("Outcome months"),
  [MP_STAGE_VR] = N_("In use with State VR"),
  [MP_STAGE_ENDED] = N_("Ticket ended"),
};

static const char *const health_words[] = {
  N_("No coverage known"), N_("Medicaid"), N_("Medicare"), N_("Medicaid and Medicare"),
};

static const char *const event_words[MP_N_EVENTS] = {
  [MP_EVENT_TWP_START] = N_("Trial work"),
  [MP_EVENT_TWP_MONTH] = N_("Trial work month"),
  [MP_EVENT_TWP_COMPLETE] = N_("Trial work over"),
  [MP_EVENT_EPE_START] = N_("Safety net starts"),
  [MP_EVENT_EPE_END] = N_("Safety net ends"),
  [MP_EVENT_CESSATION] = N_("First month over the limit"),
  [MP_EVENT_GRACE_END] = N_("Grace over"),
  [MP_EVENT_SUSPENSION] = N_("SSDI check stops"),
  [MP_EVENT_REENTITLEMENT] = N_("SSDI check is back"),
  [MP_EVENT_TERMINATION] = N_("SSDI ends"),
  [MP_EVENT_EXR_REQUEST] = N_("Fast return asked for"),
  [MP_EVENT_EXR_PROVISIONAL_END] = N_("Checks while waiting end"),
  [MP_EVENT_IRP_COMPLETE] = N_("24 months paid after the return"),
  [MP_EVENT_MEDICARE_A_END] = N_("Medicare ends"),
  [MP_EVENT_RETIREMENT] = N_("Retirement"),
  [MP_EVENT_SSI_FIRST_EFFECT] = N_("Pay first changes SSI"),
  [MP_EVENT_S1619B_START] = N_("SSI check stops, Medicaid stays"),
  [MP_EVENT_S1619B_END] = N_("1619(b) ends"),
  [MP_EVENT_SSI_SUSPENSION] = N_("SSI check stops"),
  [MP_EVENT_SSI_TERMINATION] = N_("SSI ends"),
  [MP_EVENT_SSI_RESUMES] = N_("SSI check is back"),
  [MP_EVENT_SEIE_EXHAUSTED] = N_("Student exclusion used up"),
  [MP_EVENT_SSI_BREAK_EVEN] = N_("SSI comes to zero"),
  [MP_EVENT_THRESHOLD_1619B] = N_("Yearly 1619(b) limit reached"),
  [MP_EVENT_TICKET_ASSIGNED] = N_("Ticket assigned"),
  [MP_EVENT_PHASE1_REMOVED] = N_("Phase 1 not payable"),
  [MP_EVENT_MILESTONE] = N_("Milestone"),
  [MP_EVENT_OUTCOME_START] = N_("No cash benefits"),
  [MP_EVENT_RECONCILIATION] = N_("Catch-up payment"),
  [MP_EVENT_OUTCOME_COMPLETE] = N_("Outcome payments complete"),
  [MP_EVENT_TICKET_TERMINATED] = N_("Ticket ends"),
  [MP_EVENT_PROGRESS_REVIEW] = N_("Progress review"),
  [MP_EVENT_OUTCOME] = N_("Outcome payment"),
  [MP_EVENT_MILESTONE_UNPAID] = N_("Milestone not paid"),
  [MP_EVENT_OUTCOME_UNPAID] = N_("Outcome not paid"),
};

static const char *const column_words[MP_N_COLUMNS] = {
  N_("Month"), N_("Pay"), N_("SSDI"), N_("SSI"), N_("From EN"), N_("Work costs"), N_("Cash in hand"),
  N_("SSDI status"), N_("SSI status"), N_("Health"), N_("Ticket"), N_("To the EN"), N_("EN total"), N_("What SSA really paid"),
};

/* Of the reader, as the language is. */
static _Thread_local gboolean expert_words;

gboolean
mp_words_set_expert (gboolean expert)
{
  const gboolean before = expert_words;

  expert_words = expert;
  return before;
}

/* code: never translated; NULL: the words have none. */
static const char *
with_code (const char *words, const char *code)
{
  g_autofree char *text = NULL;

  if (!expert_words || code == NULL)
    return words;
  text = g_strdup_printf ("%s (%s)", words, code);
  return g_intern_string (text);
}

const char *
mp_words_ssdi_status (MpSsdiStatus status)
{
  static const char *const codes[MP_N_SSDI_STATUS] = {
    [MP_SSDI_TRIAL_WORK] = "TWP", [MP_SSDI_EPE_PAID] = "EPE", [MP_SSDI_CESSATION] = "SGA cessation", [MP_SSDI_GRACE] = "grace period",
    [MP_SSDI_SUSPENDED] = "EPE suspension", [MP_SSDI_TERMINATED] = "termination", [MP_SSDI_EXR_PROVISIONAL] = "EXR provisional",
    [MP_SSDI_EXR_PAID] = "EXR", [MP_SSDI_EXR_UNPAID] = "EXR",
  };

  return with_code (_(ssdi_words[status]), codes[status]);
}

const char *
mp_words_ssi_status (MpSsiStatus status)
{
  static const char *const codes[MP_N_SSI_STATUS] = {
    [MP_SSI_1619B] = "1619(b)", [MP_SSI_SUSPENDED] = "suspension", [MP_SSI_TERMINATED] = "termination",
    [MP_SSI_EXR_PROVISIONAL] = "EXR provisional",
  };

  return with_code (_(ssi_words[status]), codes[status]);
}

const char *
mp_words_stage (MpStage stage)
{
  static const char *const codes[G_N_ELEMENTS (stage_words)] = {
    [MP_STAGE_PHASE1] = "P1M", [MP_STAGE_PHASE2] = "P2M", [MP_STAGE_OUTCOME] = "OUT", [MP_STAGE_VR] = "SVR",
  };

  return with_code (_(stage_words[stage]), codes[stage]);
}

/**
 * mp_words_health:
 * @health: #MpHealth flags
 *
 * Returns: who covers the person
 */
const char *
mp_words_health (guint health)
{
  return _(health_words[health & 3]);
}

const char *
mp_words_event (MpEventCode code)
{
  return _(event_words[code]);
}

const char *
mp_words_column (MpColumn column)
{
  return _(column_words[column]);
}

/**
 * mp_words_capital:
 * @text: words
 *
 * Returns: (transfer full): the same as they begin a sentence: "a worker is here" becomes "A worker is here"
 */
char *
mp_words_capital (const char *text)
{
  GString *sentence = g_string_new (NULL);

  if (*text != '\0')
    g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (text)));
  return g_string_free (g_string_append (sentence, *text != '\0' ? g_utf8_next_char (text) : ""), FALSE);
}

/**
 * mp_words_ticket_code:
 * @code: of a payment
 *
 * Returns: (transfer full): such as "Phase 1 milestone 3"
 */
char *
mp_words_ticket_code (MpTicketCode code)
{
  switch ((MpTicketCodeKind) code.kind)
    {
    case MP_TICKET_CODE_P1M:
      return g_strdup_printf (_("Phase 1 milestone %d"), code.number);
    case MP_TICKET_CODE_P2M:
      return g_strdup_printf (_("Phase 2 milestone %d"), code.number);
    case MP_TICKET_CODE_OUT:
    case MP_TICKET_CODE_OLDOUT:
      return g_strdup_printf (_("outcome month %d"), code.number);
    case MP_TICKET_CODE_OLDM:
      return g_strdup_printf (_("milestone %d"), code.number);
    case MP_TICKET_CODE_RECON:
      return g_strdup (_("catch-up payment"));
    case MP_TICKET_CODE_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * mp_words_ticket_title:
 * @code: of a payment
 *
 * Returns: (transfer full): the same as it stands in a table: "Outcome month 3"
 */
char *
mp_words_ticket_title (MpTicketCode code)
{
  g_autofree char *words = mp_words_ticket_code (code);

  return mp_words_capital (words);
}

/**
 * mp_words_month_health:
 * @row: a month
 *
 * Returns: #MpHealth flags: Medicaid through SSI or 1619(b), Medicare Part A or Part B
 */
guint
mp_words_month_health (const MpMonthRow *row)
{
  return (row->ssi.medicaid ? MP_HEALTH_MEDICAID : 0)
         | (row->ssdi.medicare_a || row->ssdi.medicare_b ? MP_HEALTH_MEDICARE : 0);
}

static MpStage
stage_of_code (MpTicketCodeKind kind)
{
  switch (kind)
    {
    case MP_TICKET_CODE_P1M:
    case MP_TICKET_CODE_OLDM:
      return MP_STAGE_PHASE1;
    case MP_TICKET_CODE_P2M:
      return MP_STAGE_PHASE2;
    case MP_TICKET_CODE_OUT:
    case MP_TICKET_CODE_OLDOUT:
    case MP_TICKET_CODE_RECON:
      return MP_STAGE_OUTCOME;
    case MP_TICKET_CODE_NONE:
    default:
      return MP_STAGE_ASSIGNED;
    }
}

/* The phase stands from its first payment on: between payments it is that of the last one. */
static MpStage
assigned_stage (const MpProjection *projection, const MpMonthRow *row)
{
  for (const MpMonthRow *r = row; r >= projection->rows && r->ticket.status == MP_TICKET_ASSIGNED; r--)
    {
      if (r->ticket.outcome_month && r == row)
        return MP_STAGE_OUTCOME;
      if (r->ticket.n_payments > 0)
        return stage_of_code (mp_projection_payments (projection, r)->code.kind);
    }
  return MP_STAGE_ASSIGNED;
}

MpStage
mp_words_month_stage (const MpProjection *projection, const MpMonthRow *row)
{
  switch ((MpTicketStatus) row->ticket.status)
    {
    case MP_TICKET_UNASSIGNED:
      return MP_STAGE_UNASSIGNED;
    case MP_TICKET_ASSIGNED:
      return assigned_stage (projection, row);
    case MP_TICKET_IN_USE_SVR:
      return MP_STAGE_VR;
    case MP_TICKET_TERMINATED:
      return MP_STAGE_ENDED;
    case MP_TICKET_NONE:
    case MP_N_TICKET_STATUS:
    default:
      return MP_STAGE_NONE;
    }
}

static const char *const short_months[12] = {
  N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
  N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

/**
 * mp_words_short_month:
 * @month: a month
 *
 * Returns: (transfer full): such as "Jun 2027"
 */
char *
mp_words_short_month (MpMonth month)
{
  /* Translators: a short month name and a year */
  return g_strdup_printf (_("%1$s %2$d"), _(short_months[mp_month_of_year (month) - 1]), mp_month_year (month));
}

/**
 * mp_words_period:
 * @from: its first month
 * @to: its last month
 *
 * Returns: (transfer full): such as "June 2026 to February 2027"
 */
char *
mp_words_period (MpMonth from, MpMonth to)
{
  g_autofree char *first = mp_month_to_display (from, TRUE);
  g_autofree char *last = mp_month_to_display (to, TRUE);

  if (from == to)
    return g_steal_pointer (&first);
  /* Translators: two months */
  return g_strdup_printf (_("%1$s to %2$s"), first, last);
}

char *
mp_words_months (const MpMonth *months, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *month = mp_words_short_month (months[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", month);
    }
  return g_string_free (text, FALSE);
}

char *
mp_words_hours (gint64 hundredths)
{
  const int whole = (int) (hundredths / 100), part = (int) (hundredths % 100);

  if (hundredths == MP_MONEY_NONE)
    return g_strdup ("–");
  if (part == 0)
    return g_strdup_printf ("%d", whole);
  return part % 10 == 0 ? g_strdup_printf ("%d.%d", whole, part / 10) : g_strdup_printf ("%d.%02d", whole, part);
}

#define SSDI_FIGURES (MP_ESTIMATED_COLA | MP_ESTIMATED_PART_B | MP_ESTIMATED_SGA | MP_ESTIMATED_TWP)
#define SSI_FIGURES (SSDI_FIGURES | MP_ESTIMATED_FBR | MP_ESTIMATED_SEIE | MP_ESTIMATED_STATE_SUPPLEMENT)

static guint
figures_of (const MpMonthRow *row, MpColumn column)
{
  guint ssdi = row->ssdi.status != MP_SSDI_NOT_ENTITLED ? SSDI_FIGURES : 0;
  guint ssi = row->ssi.status != MP_SSI_NOT_ELIGIBLE ? SSI_FIGURES : 0;
  guint share = row->cash.share != 0 ? MP_ESTIMATED_TICKET_RATE : 0;

  if (column == MP_COLUMN_SSDI)
    return ssdi;
  if (column == MP_COLUMN_SSI)
    return ssi;
  if (column == MP_COLUMN_SHARE)
    return share;
  return column == MP_COLUMN_NET ? ssdi | ssi | share : 0;
}

/* Whether an amount of the month rests on a figure that was not published for it. */
gboolean
mp_words_is_estimated (const MpProjection *projection, const MpMonthRow *row, MpColumn column)
{
  if (column == MP_COLUMN_EN_TOTAL)
    {
      for (const MpMonthRow *r = projection->rows; r <= row; r++)
        for (guint k = 0; k < r->ticket.n_payments; k++)
          if (mp_projection_payments (projection, r)[k].estimated)
            return TRUE;
      return FALSE;
    }
  if (column == MP_COLUMN_EN)
    return row->ticket.n_payments > 0 && (row->estimated & MP_ESTIMATED_TICKET_RATE) != 0;
  return (row->estimated & figures_of (row, column)) != 0;
}

/* "≈ $997.50", never torn apart at the end of a line, or "$997.50" */
char *
mp_words_money (MpMoney amount, gboolean estimated)
{
  g_autofree char *text = NULL;

  if (amount == MP_MONEY_NONE)
    return g_strdup (_("not known"));
  text = mp_money_to_display (amount);
  return estimated ? g_strconcat ("≈\302\240", text, NULL) : g_steal_pointer (&text);
}

char *
mp_words_signed (MpMoney amount, gboolean estimated)
{
  g_autofree char *text = mp_money_to_display (amount);

  return g_strconcat (estimated ? "≈\302\240" : "", amount > 0 ? "+" : "", text, NULL);
}

static MpMoney
column_amount (const MpMonthRow *row, MpColumn column)
{
  switch (column)
    {
    case MP_COLUMN_PAY:
      return row->cash.earnings;
    case MP_COLUMN_SSDI:
      return row->ssdi.payment;
    case MP_COLUMN_SSI:
      return row->ssi.payment;
    case MP_COLUMN_SHARE:
      return row->cash.share;
    case MP_COLUMN_EXPENSES:
      return row->cash.expenses;
    case MP_COLUMN_NET:
      return row->cash.net;
    case MP_COLUMN_EN:
      return row->ticket.total;
    case MP_COLUMN_EN_TOTAL:
      return row->ticket.cumulative;
    case MP_COLUMN_MONTH:
    case MP_COLUMN_SSDI_STATUS:
    case MP_COLUMN_SSI_STATUS:
    case MP_COLUMN_HEALTH:
    case MP_COLUMN_TICKET:
    case MP_COLUMN_PAID:
    case MP_N_COLUMNS:
    default:
      return MP_MONEY_NONE;
    }
}

/* "SSDI $1,012.00 (+$25.00)": what was paid, and by how much it is something else; "" when nothing is known. */
static char *
paid_cell (const MpProjection *projection, MpMonth month)
{
  g_autoptr (MpPaidReview) review = projection->kase->n_paid > 0 ? mp_paid_review (projection, NULL) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; review != NULL && i < review->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (review->months, MpPaidMonth, i);
      g_autofree char *amount = mp_money_to_display (paid->paid), *difference = mp_words_signed (paid->difference, FALSE);

      if (paid->month != month)
        continue;
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", paid->program == MP_PROGRAM_SSI ? _("SSI") : _("SSDI"), amount);
      if (paid->difference != 0)
        g_string_append_printf (text, " (%s)", difference);
    }
  return g_string_free (text, FALSE);
}

/**
 * mp_words_cell:
 * @projection: a projection
 * @i: reported month number
 * @column: of the table
 *
 * Returns: (transfer full): the text of a table cell; an amount that rests on an unpublished figure has ≈
 */
char *
mp_words_cell (const MpProjection *projection, guint i, MpColumn column)
{
  const MpMonthRow *row = mp_projection_month (projection, i);

  switch (column)
    {
    case MP_COLUMN_MONTH:
      return mp_words_short_month (row->month);
    case MP_COLUMN_SSDI_STATUS:
      return g_strdup (mp_words_ssdi_status (row->ssdi.status));
    case MP_COLUMN_SSI_STATUS:
      return g_strdup (mp_words_ssi_status (row->ssi.status));
    case MP_COLUMN_HEALTH:
      return g_strdup (mp_words_health (mp_words_month_health (row)));
    case MP_COLUMN_TICKET:
      return g_strdup (mp_words_stage (mp_words_month_stage (projection, row)));
    case MP_COLUMN_PAID:
      return paid_cell (projection, row->month);
    case MP_COLUMN_PAY:
    case MP_COLUMN_SSDI:
    case MP_COLUMN_SSI:
    case MP_COLUMN_SHARE:
    case MP_COLUMN_EXPENSES:
    case MP_COLUMN_NET:
    case MP_COLUMN_EN:
    case MP_COLUMN_EN_TOTAL:
    case MP_N_COLUMNS:
    default:
      return mp_words_money (column_amount (row, column), mp_words_is_estimated (projection, row, column));
    }
}

static gboolean
same_standing (const MpProjection *projection, const MpMonthRow *a, const MpMonthRow *b)
{
  gboolean grace = (a->ssdi.status == MP_SSDI_CESSATION || a->ssdi.status == MP_SSDI_GRACE) && b->ssdi.status == MP_SSDI_GRACE;

  return (a->ssdi.status == b->ssdi.status || grace) && a->ssi.status == b->ssi.status
         && mp_words_month_health (a) == mp_words_month_health (b)
         && mp_words_month_stage (projection, a) == mp_words_month_stage (projection, b);
}

/**
 * mp_words_same:
 * @projection: a projection
 * @i: reported month number
 * @j: another
 *
 * Returns: whether the cash columns of both read the same, so that a table may fold them
 */
gboolean
mp_words_same (const MpProjection *projection, guint i, guint j)
{
  const MpMonthRow *a = mp_projection_month (projection, i), *b = mp_projection_month (projection, j);

  for (MpColumn column = MP_COLUMN_PAY; column <= MP_COLUMN_NET; column++)
    if (column_amount (a, column) != column_amount (b, column)
        || mp_words_is_estimated (projection, a, column) != mp_words_is_estimated (projection, b, column))
      return FALSE;
  return TRUE;
}

/**
 * mp_words_is_change:
 * @projection: a projection
 * @i: reported month number
 *
 * Returns: whether cash, a status, coverage or the Ticket's phase differs from the month before
 */
gboolean
mp_words_is_change (const MpProjection *projection, guint i)
{
  const MpMonthRow *a, *b;

  if (i == 0)
    return TRUE;
  a = mp_projection_month (projection, i - 1);
  b = mp_projection_month (projection, i);
  for (MpColumn column = MP_COLUMN_PAY; column <= MP_COLUMN_NET; column++)
    if (column_amount (a, column) != column_amount (b, column))
      return TRUE;
  return !same_standing (projection, a, b);
}

/* The month in which checks stop for the first time in the reported months. */
static guint
first_stop (const MpProjection *projection, gboolean (*is_stopped) (const MpMonthRow *row))
{
  for (guint i = 1; i < projection->n_months; i++)
    if (is_stopped (mp_projection_month (projection, i)) && !is_stopped (mp_projection_month (projection, i - 1)))
      return i;
  return G_MAXUINT;
}

static guint
lead_index (const MpProjection *projection, gboolean *is_ssdi)
{
  guint i = first_stop (projection, mp_month_ssdi_stopped);

  *is_ssdi = i != G_MAXUINT;
  return i != G_MAXUINT ? i : first_stop (projection, mp_month_ssi_stopped);
}

/**
 * mp_words_lead_month:
 * @projection: a projection
 *
 * Returns: the month in which the SSDI check, else the SSI check, first stops, or %MP_MONTH_NONE
 */
MpMonth
mp_words_lead_month (const MpProjection *projection)
{
  gboolean is_ssdi;
  guint i = lead_index (projection, &is_ssdi);

  return i == G_MAXUINT ? MP_MONTH_NONE : mp_projection_month (projection, i)->month;
}

/* What working adds in a month: cash less the cash of the same month without the work. */
static char *
adds (const MpProjection *projection, const MpProjection *without, guint i, gboolean still)
{
  const MpMonthRow *row = mp_projection_month (projection, i);
  gboolean estimated = mp_words_is_estimated (projection, row, MP_COLUMN_NET);
  const MpMonthRow *other;
  MpDifference more;
  g_autofree char *text = NULL;

  if (!mp_projection_adds (projection, without, i, &more))
    {
      text = mp_words_money (row->cash.net, estimated);
      /* Translators: an amount a month */
      return g_strdup_printf (still ? _("Cash in hand is then %s a month.") : _("Cash in hand is %s a month."), text);
    }
  other = mp_projection_month (without, i);
  estimated = estimated || mp_words_is_estimated (without, other, MP_COLUMN_NET);
  text = mp_words_money (ABS (more.net), estimated);
  if (more.net < 0)
    return g_strdup_printf (_("With work there is %s less a month."), text);
  return g_strdup_printf (still ? _("Working still adds %s a month.") : _("Working adds %s a month."), text);
}

/* The last month with pay, or n_months. */
static guint
last_work (const MpProjection *projection)
{
  for (guint i = projection->n_months; i-- > 0;)
    if (mp_projection_month (projection, i)->cash.earnings != 0)
      return i;
  return projection->n_months;
}

static char *
lead_without_stop (const MpProjection *projection, const MpProjection *without)
{
  g_autofree char *rest = NULL;
  guint last = last_work (projection);

  if (last == projection->n_months)
    {
      rest = adds (projection, NULL, projection->n_months - 1, FALSE);
      return g_strconcat (_("No work in this plan."), " ", rest, NULL);
    }
  rest = adds (projection, without, last, FALSE);
  return g_strconcat (_("No check stops in this plan."), " ", rest, NULL);
}

/**
 * mp_words_lead:
 * @projection: a projection
 * @without: (nullable): the same scenario projected with %MP_PROJECT_WITHOUT_WORK
 *
 * The answer in one sentence with a dollar figure. The figure is `cash.net` of the month less
 * `cash.net` of the same month without work; ≈ when it rests on an unpublished figure.
 *
 * Returns: (transfer full): such as "SSDI stops in June 2027. Working still adds $997.50 a month."
 */
char *
mp_words_lead (const MpProjection *projection, const MpProjection *without)
{
  g_autofree char *month = NULL, *stop = NULL, *rest = NULL;
  gboolean is_ssdi;
  guint i;

  if (projection->n_months == 0)
    return g_strdup ("");
  i = lead_index (projection, &is_ssdi);
  if (i == G_MAXUINT)
    return lead_without_stop (projection, without);
  month = mp_month_to_display (mp_projection_month (projection, i)->month, TRUE);
  /* Translators: a month and a year */
  stop = g_strdup_printf (is_ssdi ? _("SSDI stops in %s.") : _("The SSI check stops in %s."), month);
  rest = adds (projection, without, i, TRUE);
  return g_strconcat (stop, " ", rest, NULL);
}

/* "SSI starts again the same month." */
static void
append_ssi (GString *text, const MpProjection *projection, guint stop)
{
  g_autofree char *month = NULL;
  guint i = stop;

  if (!mp_month_ssi_stopped (mp_projection_month (projection, stop - 1)))
    return;
  while (i < projection->n_months && mp_projection_month (projection, i)->ssi.status != MP_SSI_PAYABLE)
    i++;
  if (i == projection->n_months)
    return;
  if (i == stop)
    {
      g_string_append_printf (text, "%s ", _("SSI starts again the same month."));
      return;
    }
  month = mp_month_to_display (mp_projection_month (projection, i)->month, TRUE);
  g_string_append_printf (text, _("SSI starts again in %s."), month);
  g_string_append_c (text, ' ');
}

/* The first month from which a coverage that was there is missing. */
static guint
coverage_ends (const MpProjection *projection, guint flag)
{
  for (guint i = 1; i < projection->n_months; i++)
    if (!(mp_words_month_health (mp_projection_month (projection, i)) & flag)
        && (mp_words_month_health (mp_projection_month (projection, i - 1)) & flag))
      return i;
  return G_MAXUINT;
}

static void
append_coverage (GString *text, const MpProjection *projection)
{
  static const char *const stays[] = {
    NULL, N_("Medicaid stays on every month of this plan."), N_("Medicare stays on every month of this plan."),
    N_("Medicaid and Medicare stay on every month of this plan."),
  };
  guint always = MP_HEALTH_MEDICAID | MP_HEALTH_MEDICARE;

  for (guint i = 0; i < projection->n_months; i++)
    always &= mp_words_month_health (mp_projection_month (projection, i));
  if (always != 0)
    g_string_append_printf (text, "%s ", _(stays[always]));
  for (guint k = 0; k < 2; k++)
    {
      guint i = coverage_ends (projection, 1u << k);
      g_autofree char *month = NULL;

      if (i == G_MAXUINT)
        continue;
      month = mp_month_to_display (mp_projection_month (projection, i)->month, TRUE);
      g_string_append_printf (text, k == 0 ? _("Medicaid through SSI ends in %s.") : _("Medicare ends in %s."), month);
      g_string_append_c (text, ' ');
    }
}

/**
 * mp_words_sub:
 * @projection: a projection
 *
 * Returns: (transfer full): what the lead sentence leaves open: the other check, coverage, taxes
 */
char *
mp_words_sub (const MpProjection *projection)
{
  GString *text = g_string_new (NULL);
  gboolean is_ssdi;
  guint stop = lead_index (projection, &is_ssdi);

  if (stop != G_MAXUINT && is_ssdi)
    append_ssi (text, projection, stop);
  append_coverage (text, projection);
  g_string_append (text, _("Before taxes."));
  return g_string_free (text, FALSE);
}
