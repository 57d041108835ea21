/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON to MpCase, by tables of keys. Every problem is placed by JSON pointer, and reading goes on,
 * so that a file's errors are told all at once. */

#include "mp-casefile.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

typedef struct {
  GPtrArray *problems;
  MpCase *kase;
  GString *pointer;
} Reader;

typedef enum {
  FIELD_STRING,
  FIELD_BOOL,
  FIELD_MONEY,
  FIELD_MONTH,
  FIELD_DATE,
  FIELD_PERCENT,    /* gint, basis points */
  FIELD_HUNDREDTHS, /* gint64 */
  FIELD_HOURS,      /* MpHours */
  FIELD_INTEGER,    /* gint */
  FIELD_ENUM,       /* 4 bytes, the number of the name */
  FIELD_OTHER,      /* by its function */
} FieldType;

typedef struct _Field Field;
struct _Field {
  const char *key;
  FieldType type;
  gboolean required;
  gsize offset;
  const char *const *names;
  void (*read) (Reader *reader, json_t *json, gpointer target);
  gsize given;  /* offset + 1 of a gboolean that says that the key was there; 0: none */
};

G_STATIC_ASSERT (sizeof (MpBasis) == sizeof (gint));

#define AT(type, member) G_STRUCT_OFFSET (type, member)

static void
problem (Reader *reader, const char *message)
{
  mp_problems_add (reader->problems, reader->pointer->str, "%s", message);
}

/* Adds a step to the pointer; pop () takes the length that it returns. */
static gsize
push (Reader *reader, const char *key)
{
  gsize length = reader->pointer->len;

  g_string_append_c (reader->pointer, '/');
  for (const char *p = key; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (reader->pointer, "~0");
      else if (*p == '/')
        g_string_append (reader->pointer, "~1");
      else
        g_string_append_c (reader->pointer, *p);
    }
  return length;
}

static gsize
push_index (Reader *reader, gsize index)
{
  gsize length = reader->pointer->len;

  g_string_append_printf (reader->pointer, "/%" G_GSIZE_FORMAT, index);
  return length;
}

static void
pop (Reader *reader, gsize length)
{
  g_string_truncate (reader->pointer, length);
}

/* What was found, short enough for a message. */
static char *
found (json_t *json)
{
  char *text = json_dumps (json, JSON_COMPACT | JSON_ENCODE_ANY);

  if (text != NULL && g_utf8_strlen (text, -1) > 60)
    {
      char *cut = g_utf8_substring (text, 0, 57);
      g_free (text);
      text = g_strconcat (cut, "…", NULL);
      g_free (cut);
    }
  return text;
}

static void
wrong (Reader *reader, json_t *json, const char *what)
{
  g_autofree char *text = found (json);

  mp_problems_add (reader->problems, reader->pointer->str, _("%s, got %s"), what, text != NULL ? text : "?");
}

/* An exact decimal with at most two places: a string, an integer, or a real that is a whole number
 * of hundredths. */
static gboolean
read_decimal (json_t *json, gint64 *hundredths)
{
  if (json_is_string (json))
    return strlen (json_string_value (json)) == json_string_length (json) && mp_money_parse (json_string_value (json), hundredths);
  if (json_is_integer (json))
    {
      json_int_t value = json_integer_value (json);

      if (value > G_GINT64_CONSTANT (1000000000000) || value < -G_GINT64_CONSTANT (1000000000000))
        return FALSE;
      *hundredths = value * 100;
      return TRUE;
    }
  return json_is_real (json) && mp_money_from_real (json_real_value (json), hundredths);
}

static gboolean
read_money (Reader *reader, json_t *json, MpMoney *amount)
{
  if (!read_decimal (json, amount))
    wrong (reader, json, _("an amount is dollars with at most two decimals, like \"1234.56\""));
  else if (*amount < 0)
    wrong (reader, json, _("an amount may not be negative"));
  else if (*amount > MP_MONEY_MAX)
    wrong (reader, json, _("an amount is at most 10,000,000.00 a month"));
  else
    return TRUE;
  *amount = 0;
  return FALSE;
}

static void
read_number (Reader *reader, json_t *json, const Field *field, gpointer target)
{
  gint64 hundredths;

  if (!read_decimal (json, &hundredths))
    wrong (reader, json, _("a number has at most two decimals, like \"12.50\""));
  else if (hundredths < 0)
    wrong (reader, json, _("a number may not be negative"));
  else if (field->type == FIELD_PERCENT && hundredths > 10000)
    wrong (reader, json, _("a percentage is at most 100"));
  else if (field->type != FIELD_PERCENT && hundredths > 100000)
    wrong (reader, json, _("hours are at most 1000"));
  else if (field->type == FIELD_PERCENT)
    *(gint *) target = (gint) hundredths;
  else
    *(gint64 *) target = field->type == FIELD_HOURS ? hundredths * (MP_HOURS_UNIT / 100) : hundredths;
}

static void
read_enum (Reader *reader, json_t *json, const char *const *names, gint *target)
{
  g_autofree char *list = NULL, *message = NULL;

  if (json_is_string (json))
    for (gint i = 0; names[i] != NULL; i++)
      if (g_str_equal (names[i], json_string_value (json)))
        {
          *target = i;
          return;
        }
  list = g_strjoinv (", ", (char **) names);
  message = g_strdup_printf (_("must be one of %s"), list);
  wrong (reader, json, message);
}

static void
read_value (Reader *reader, json_t *json, const Field *field, gpointer base)
{
  gpointer target = G_STRUCT_MEMBER_P (base, field->offset);

  switch (field->type)
    {
    case FIELD_STRING:
      if (json_is_string (json))
        *(char **) target = mp_arena_strdup (reader->kase->arena, json_string_value (json));
      else
        wrong (reader, json, _("must be a text in quotes"));
      break;
    case FIELD_BOOL:
      if (json_is_boolean (json))
        *(gboolean *) target = json_is_true (json);
      else
        wrong (reader, json, _("must be true or false"));
      break;
    case FIELD_MONEY:
      read_money (reader, json, target);
      break;
    case FIELD_MONTH:
      if (!json_is_string (json) || !mp_month_parse (json_string_value (json), target))
        wrong (reader, json, _("a month is YYYY-MM, from 1950-01 to 2150-12"));
      break;
    case FIELD_DATE:
      {
        MpDate date;
        if (json_is_string (json) && mp_date_parse (json_string_value (json), &date))
          *(MpDate *) target = date;
        else
          wrong (reader, json, _("a date is YYYY-MM-DD and a day of the calendar"));
        break;
      }
    case FIELD_PERCENT:
    case FIELD_HUNDREDTHS:
    case FIELD_HOURS:
      read_number (reader, json, field, target);
      break;
    case FIELD_INTEGER:
      if (json_is_integer (json) && ABS (json_integer_value (json)) < 100000)
        *(gint *) target = (gint) json_integer_value (json);
      else
        wrong (reader, json, _("must be a whole number"));
      break;
    case FIELD_ENUM:
      read_enum (reader, json, field->names, target);
      break;
    case FIELD_OTHER:
    default:
      field->read (reader, json, target);
      break;
    }
}

static const Field *
find_field (const Field *fields, const char *key)
{
  for (; fields->key != NULL; fields++)
    if (g_str_equal (fields->key, key))
      return fields;
  return NULL;
}

static void
unknown_key (Reader *reader, const Field *fields)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const Field *field = fields; field->key != NULL; field++)
    g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", field->key);
  mp_problems_add (reader->problems, reader->pointer->str, _("no such key; the keys here are %s"), known->str);
}

static void
read_object (Reader *reader, json_t *json, const Field *fields, gpointer target)
{
  const char *key;
  json_t *value;

  if (!json_is_object (json))
    {
      wrong (reader, json, _("must be an object, {…}"));
      return;
    }
  json_object_foreach (json, key, value)
    {
      const Field *field = find_field (fields, key);
      gsize length = push (reader, key);

      if (field == NULL)
        unknown_key (reader, fields);
      else if (json_is_null (value) && field->required)
        wrong (reader, value, _("is required"));
      else if (!json_is_null (value))
        {
          read_value (reader, value, field, target);
          if (field->given > 0)
            G_STRUCT_MEMBER (gboolean, target, field->given - 1) = TRUE;
        }
      pop (reader, length);
    }
  for (const Field *field = fields; field->key != NULL; field++)
    if (field->required && json_object_get (json, field->key) == NULL)
      {
        gsize length = push (reader, field->key);
        problem (reader, _("is required and missing"));
        pop (reader, length);
      }
}

static gboolean
is_array (Reader *reader, json_t *json)
{
  if (json_is_array (json))
    return TRUE;
  wrong (reader, json, _("must be a list, […]"));
  return FALSE;
}

/* A list of objects: Type name##_fields fills each element, which begins as init. The array is at
 * the target, and its count right behind it, in the engine's structs. */
#define LIST_READER(name, Type, fields, ...)                                        \
  static void                                                                       \
  name (Reader *reader, json_t *json, gpointer target)                              \
  {                                                                                 \
    Type **array = target;                                                          \
    guint *count = (guint *) (array + 1);                                           \
    size_t i;                                                                       \
    json_t *value;                                                                  \
                                                                                    \
    if (!is_array (reader, json))                                                   \
      return;                                                                       \
    json_array_foreach (json, i, value)                                             \
      {                                                                             \
        Type *element = mp_arena_append (reader->kase->arena, *array, *count);      \
        gsize length = push_index (reader, i);                                      \
        *element = (Type) { __VA_ARGS__ };                                          \
        read_object (reader, value, fields, element);                               \
        pop (reader, length);                                                       \
      }                                                                             \
  }

#define OPEN_PERIOD { MP_MONTH_NONE, MP_MONTH_OPEN }
#define PERIOD_FIELDS(Type, member) \
  { "from", FIELD_MONTH, TRUE, AT (Type, member.from) }, { "to", FIELD_MONTH, FALSE, AT (Type, member.to) }

static const Field period_fields[] = {
  { "from", FIELD_MONTH, TRUE, AT (MpPeriod, from) },
  { "to", FIELD_MONTH, FALSE, AT (MpPeriod, to) },
  { NULL }
};
LIST_READER (read_periods, MpPeriod, period_fields, MP_MONTH_NONE, MP_MONTH_OPEN)

#define AMOUNT_FIELDS(name, key) \
  static const Field name[] = { PERIOD_FIELDS (MpAmount, when), { key, FIELD_MONEY, TRUE, AT (MpAmount, monthly) }, { NULL } };
AMOUNT_FIELDS (amount_fields, "monthly")
AMOUNT_FIELDS (in_kind_fields, "value")
AMOUNT_FIELDS (resource_fields, "countable")
LIST_READER (read_amounts, MpAmount, amount_fields, OPEN_PERIOD)
LIST_READER (read_in_kind, MpAmount, in_kind_fields, OPEN_PERIOD)
LIST_READER (read_resources, MpAmount, resource_fields, OPEN_PERIOD)

static void
read_state (Reader *reader, json_t *json, gpointer target)
{
  const char *text = json_string_value (json);

  if (text != NULL && strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]))
    memcpy (target, text, 3);
  else
    wrong (reader, json, _("a state is its two capital letters, like \"WI\""));
}

static const Field beneficiary_fields[] = {
  { "name", FIELD_STRING, FALSE, AT (MpBeneficiaryFacts, name) },
  { "birth_date", FIELD_DATE, TRUE, AT (MpBeneficiaryFacts, birth_date) },
  { "state", FIELD_OTHER, FALSE, AT (MpBeneficiaryFacts, state), NULL, read_state },
  { "blind", FIELD_BOOL, FALSE, AT (MpBeneficiaryFacts, blind) },
  { "student", FIELD_OTHER, FALSE, AT (MpBeneficiaryFacts, student), NULL, read_periods },
  { NULL }
};

static void
read_months (Reader *reader, json_t *json, gpointer target)
{
  MpMonth **array = target;
  guint *count = (guint *) (array + 1);
  static const Field month = { "", FIELD_MONTH };
  size_t i;
  json_t *value;

  if (!is_array (reader, json))
    return;
  json_array_foreach (json, i, value)
    {
      gsize length = push_index (reader, i);
      read_value (reader, value, &month, mp_arena_append (reader->kase->arena, *array, *count));
      pop (reader, length);
    }
}

/* A section of the case, and the flag that says that it is there. */
#define SECTION_READER(name, Type, fields)                         \
  static void                                                      \
  name (Reader *reader, json_t *json, gpointer target)             \
  {                                                                \
    ((Type *) target)->present = TRUE;                             \
    read_object (reader, json, fields, target);                    \
  }

static const char *const bases[] = { "worker", "childhood", "widow", NULL };
static const char *const payers[] = { "beneficiary", "state", NULL };

static void
read_premium (Reader *reader, json_t *json, gpointer target)
{
  if (json_is_string (json) && g_str_equal (json_string_value (json), "standard"))
    *(MpMoney *) target = MP_MONEY_NONE;
  else
    read_money (reader, json, target);
}

typedef typeof (((MpMedicareFacts *) 0)->part_b) PartB;
static const Field part_b_fields[] = {
  { "enrolled", FIELD_BOOL, FALSE, AT (PartB, enrolled) },
  { "from", FIELD_MONTH, FALSE, AT (PartB, from) },
  { "premium", FIELD_OTHER, FALSE, AT (PartB, premium), NULL, read_premium },
  { "paid_by", FIELD_ENUM, FALSE, AT (PartB, paid_by_state), payers },
  { NULL }
};

static void
read_part_b (Reader *reader, json_t *json, gpointer target)
{
  PartB *part_b = target;

  part_b->present = part_b->enrolled = TRUE;
  read_object (reader, json, part_b_fields, part_b);
}

static const Field medicare_fields[] = {
  { "part_a_from", FIELD_MONTH, FALSE, AT (MpMedicareFacts, part_a_from) },
  { "part_b", FIELD_OTHER, FALSE, AT (MpMedicareFacts, part_b), NULL, read_part_b },
  { NULL }
};
SECTION_READER (read_medicare, MpMedicareFacts, medicare_fields)

typedef typeof (((MpSsdiFacts *) 0)->history) SsdiHistory;
static const Field ssdi_history_fields[] = {
  { "through", FIELD_MONTH, TRUE, AT (SsdiHistory, through) },
  { "twp_months", FIELD_OTHER, FALSE, AT (SsdiHistory, twp_months), NULL, read_months },
  { "cessation", FIELD_MONTH, FALSE, AT (SsdiHistory, cessation) },
  { NULL }
};
SECTION_READER (read_ssdi_history, SsdiHistory, ssdi_history_fields)

static const Field ssdi_fields[] = {
  { "basis", FIELD_ENUM, FALSE, AT (MpSsdiFacts, basis), bases },
  { "entitled_from", FIELD_MONTH, TRUE, AT (MpSsdiFacts, entitled_from) },
  { "filed", FIELD_MONTH, FALSE, AT (MpSsdiFacts, filed) },
  { "amounts", FIELD_OTHER, TRUE, AT (MpSsdiFacts, amounts), NULL, read_amounts },
  { "auxiliary", FIELD_OTHER, FALSE, AT (MpSsdiFacts, auxiliary), NULL, read_amounts },
  { "medicare", FIELD_OTHER, FALSE, AT (MpSsdiFacts, medicare), NULL, read_medicare },
  { "history", FIELD_OTHER, FALSE, AT (MpSsdiFacts, history), NULL, read_ssdi_history },
  { NULL }
};
SECTION_READER (read_ssdi, MpSsdiFacts, ssdi_fields)

static const char *const arrangements[] = { "own_household", "household_of_another", "medicaid_institution", NULL };
static const Field living_fields[] = {
  PERIOD_FIELDS (MpLivingPeriod, when),
  { "arrangement", FIELD_ENUM, FALSE, AT (MpLivingPeriod, arrangement), arrangements },
  { NULL }
};
LIST_READER (read_living, MpLivingPeriod, living_fields, OPEN_PERIOD)

static const char *const unearned_kinds[] = { "other", "needs_based", "tanf", "infrequent", "va_aid", NULL };
static const Field unearned_fields[] = {
  PERIOD_FIELDS (MpUnearned, when),
  { "monthly", FIELD_MONEY, TRUE, AT (MpUnearned, monthly) },
  { "kind", FIELD_ENUM, FALSE, AT (MpUnearned, kind), unearned_kinds },
  { NULL }
};
LIST_READER (read_unearned, MpUnearned, unearned_fields, OPEN_PERIOD)

static const char *const incentive_kinds[] = { "irwe", "bwe", "pass", NULL };
static const char *const pass_from[] = { "either", "earned", "unearned", NULL };
static const Field incentive_fields[] = {
  { "kind", FIELD_ENUM, TRUE, AT (MpIncentive, kind), incentive_kinds },
  { "name", FIELD_STRING, FALSE, AT (MpIncentive, name) },
  PERIOD_FIELDS (MpIncentive, when),
  { "monthly", FIELD_MONEY, TRUE, AT (MpIncentive, monthly) },
  { "applies_to", FIELD_ENUM, FALSE, AT (MpIncentive, applies_to), pass_from, NULL, AT (MpIncentive, applies_to_given) + 1 },
  { NULL }
};
LIST_READER (read_incentives, MpIncentive, incentive_fields, .when = OPEN_PERIOD)

static const char *const spouse_ends[] = { "", "separation", "death", NULL };

static void
read_ended_by (Reader *reader, json_t *json, gpointer target)
{
  gint number = 0;

  read_enum (reader, json, spouse_ends + 1, &number);
  *(MpSpouseEnd *) target = (MpSpouseEnd) (number + 1);
}

typedef typeof (((MpSsiFacts *) 0)->spouse) Spouse;
static const Field spouse_fields[] = {
  PERIOD_FIELDS (Spouse, when),
  { "ended_by", FIELD_OTHER, FALSE, AT (Spouse, ended_by), NULL, read_ended_by },
  { "birth_date", FIELD_DATE, FALSE, AT (Spouse, birth_date) },
  { "eligible", FIELD_BOOL, FALSE, AT (Spouse, eligible) },
  { "blind", FIELD_BOOL, FALSE, AT (Spouse, blind) },
  { "work_incentives", FIELD_OTHER, FALSE, AT (Spouse, work_incentives), NULL, read_incentives },
  { "earned", FIELD_OTHER, FALSE, AT (Spouse, earned), NULL, read_amounts },
  { "unearned", FIELD_OTHER, FALSE, AT (Spouse, unearned), NULL, read_amounts },
  { "public_assistance", FIELD_BOOL, FALSE, AT (Spouse, public_assistance) },
  { NULL }
};
SECTION_READER (read_spouse, Spouse, spouse_fields)

static const Field child_fields[] = {
  { "birth_date", FIELD_DATE, TRUE, AT (MpChild, birth_date) },
  { "unearned", FIELD_OTHER, FALSE, AT (MpChild, unearned), NULL, read_amounts },
  { NULL }
};
LIST_READER (read_children, MpChild, child_fields, .birth_date = { MP_MONTH_NONE, 0 })

static void
read_supplement (Reader *reader, json_t *json, gpointer target)
{
  MpSsiFacts *ssi = target;

  if (json_is_string (json) && g_str_equal (json_string_value (json), "none"))
    ssi->supplement = MP_SUPPLEMENT_NONE;
  else if (json_is_string (json) && g_str_equal (json_string_value (json), "table"))
    ssi->supplement = MP_SUPPLEMENT_TABLE;
  else if (json_is_array (json))
    {
      ssi->supplement = MP_SUPPLEMENT_LIST;
      read_amounts (reader, json, &ssi->supplements);
    }
  else
    wrong (reader, json, _("must be \"none\", \"table\" or a list of amounts"));
}

typedef typeof (((MpSsiFacts *) 0)->medicaid) Medicaid;
static const Field medicaid_fields[] = {
  { "needs", FIELD_BOOL, FALSE, AT (Medicaid, needs) },
  { "expenses_yearly", FIELD_MONEY, FALSE, AT (Medicaid, expenses_yearly) },
  { "individual_threshold", FIELD_MONEY, FALSE, AT (Medicaid, individual_threshold) },
  { NULL }
};
SECTION_READER (read_medicaid, Medicaid, medicaid_fields)

static const char *const ssi_statuses[] = {
  "not_eligible", "payable", "unpaid", "1619b", "suspended", "terminated", "exr_provisional", NULL
};
typedef typeof (((MpSsiFacts *) 0)->history) SsiHistory;
static const Field ssi_history_fields[] = {
  { "through", FIELD_MONTH, TRUE, AT (SsiHistory, through) },
  { "status", FIELD_ENUM, TRUE, AT (SsiHistory, status), ssi_statuses },
  { "since", FIELD_MONTH, TRUE, AT (SsiHistory, since) },
  { NULL }
};
SECTION_READER (read_ssi_history, SsiHistory, ssi_history_fields)

static const Field ssi_fields[] = {
  { "eligible_from", FIELD_MONTH, TRUE, AT (MpSsiFacts, eligible_from) },
  { "living", FIELD_OTHER, FALSE, AT (MpSsiFacts, living), NULL, read_living },
  { "in_kind", FIELD_OTHER, FALSE, AT (MpSsiFacts, in_kind), NULL, read_in_kind },
  { "unearned", FIELD_OTHER, FALSE, AT (MpSsiFacts, unearned), NULL, read_unearned },
  { "resources", FIELD_OTHER, FALSE, AT (MpSsiFacts, resources), NULL, read_resources },
  { "spouse", FIELD_OTHER, FALSE, AT (MpSsiFacts, spouse), NULL, read_spouse },
  { "children", FIELD_OTHER, FALSE, AT (MpSsiFacts, children), NULL, read_children },
  { "state_supplement", FIELD_OTHER, FALSE, 0, NULL, read_supplement },
  { "medicaid", FIELD_OTHER, FALSE, AT (MpSsiFacts, medicaid), NULL, read_medicaid },
  { "history", FIELD_OTHER, FALSE, AT (MpSsiFacts, history), NULL, read_ssi_history },
  { NULL }
};
SECTION_READER (read_ssi, MpSsiFacts, ssi_fields)

static void
read_code (Reader *reader, json_t *json, gpointer target)
{
  if (!json_is_string (json) || !mp_ticket_code_parse (json_string_value (json), target))
    wrong (reader, json, _("must be the code of a Ticket payment, like P1M1, P2M3, OUT12 or RECON"));
}

static const Field rate_fields[] = {
  { "year", FIELD_INTEGER, TRUE, AT (MpTicketRates, year) },
  { "phase1", FIELD_MONEY, FALSE, AT (MpTicketRates, phase1) },
  { "phase2_t2", FIELD_MONEY, FALSE, AT (MpTicketRates, phase2_t2) },
  { "phase2_t16", FIELD_MONEY, FALSE, AT (MpTicketRates, phase2_t16) },
  { "outcome_t2", FIELD_MONEY, FALSE, AT (MpTicketRates, outcome_t2) },
  { "outcome_t16", FIELD_MONEY, FALSE, AT (MpTicketRates, outcome_t16) },
  { "outcome_only_t2", FIELD_MONEY, FALSE, AT (MpTicketRates, outcome_only_t2) },
  { "outcome_only_t16", FIELD_MONEY, FALSE, AT (MpTicketRates, outcome_only_t16) },
  { "pcb_t2", FIELD_MONEY, FALSE, AT (MpTicketRates, pcb_t2) },
  { "pcb_t16", FIELD_MONEY, FALSE, AT (MpTicketRates, pcb_t16) },
  { NULL }
};
LIST_READER (read_rates, MpTicketRates, rate_fields, 0, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE,
             MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE)

static const Field prior_fields[] = {
  { "month", FIELD_MONTH, TRUE, AT (MpPriorPayment, month) },
  { "code", FIELD_OTHER, TRUE, AT (MpPriorPayment, code), NULL, read_code },
  { "amount", FIELD_MONEY, TRUE, AT (MpPriorPayment, amount) },
  { "provider", FIELD_STRING, FALSE, AT (MpPriorPayment, provider) },
  { NULL }
};
LIST_READER (read_prior_payments, MpPriorPayment, prior_fields, MP_MONTH_NONE)

static const char *const ticket_ends[] = { "medical", "death", "other_benefit", "denied", "new_ticket", NULL };
typedef typeof (((MpTicketFacts *) 0)->terminates) Terminates;
static const Field terminates_fields[] = {
  { "month", FIELD_MONTH, TRUE, AT (Terminates, month) },
  { "reason", FIELD_ENUM, TRUE, AT (Terminates, reason), ticket_ends },
  { NULL }
};
SECTION_READER (read_terminates, Terminates, terminates_fields)

static const char *const rate_policies[] = { "carry_forward", "published_only", NULL };
static const Field ticket_fields[] = {
  { "issued", FIELD_DATE, FALSE, AT (MpTicketFacts, issued) },
  { "rates", FIELD_OTHER, FALSE, AT (MpTicketFacts, rates), NULL, read_rates },
  { "rate_policy", FIELD_ENUM, FALSE, AT (MpTicketFacts, rate_policy), rate_policies },
  { "prior_payments", FIELD_OTHER, FALSE, AT (MpTicketFacts, prior_payments), NULL, read_prior_payments },
  { "terminates", FIELD_OTHER, FALSE, AT (MpTicketFacts, terminates), NULL, read_terminates },
  { NULL }
};
SECTION_READER (read_ticket, MpTicketFacts, ticket_fields)

typedef typeof (((MpCase *) 0)->assumptions) Assumptions;

static void
read_readings (Reader *reader, json_t *json, gpointer target)
{
  Assumptions *assumptions = target;
  const char *key;
  json_t *value;

  if (!json_is_object (json))
    {
      wrong (reader, json, _("must be an object, {…}"));
      return;
    }
  json_object_foreach (json, key, value)
    {
      gint id = mp_reading_find (key), choice = 0;
      gsize length = push (reader, key);

      if (id < 0)
        problem (reader, _("no rule page has such a reading; see doc/case-file.md"));
      else
        {
          read_enum (reader, value, mp_reading_names (id), &choice);
          assumptions->readings[id] = (guint8) choice;
          assumptions->reading_given[id] = TRUE;
        }
      pop (reader, length);
    }
}

static const Field assumption_fields[] = {
  { "cola_percent", FIELD_PERCENT, FALSE, AT (Assumptions, cola_percent), NULL, NULL, AT (Assumptions, cola_given) + 1 },
  { "readings", FIELD_OTHER, FALSE, 0, NULL, read_readings },
  { NULL }
};
SECTION_READER (read_assumptions, Assumptions, assumption_fields)

static const char *const benefit_programs[] = { "ssdi", "ssi", NULL };
static const Field paid_fields[] = {
  { "month", FIELD_MONTH, TRUE, AT (MpPaid, month) },
  { "program", FIELD_ENUM, TRUE, AT (MpPaid, program), benefit_programs },
  { "amount", FIELD_MONEY, TRUE, AT (MpPaid, amount) },
  { NULL }
};
LIST_READER (read_paid, MpPaid, paid_fields, MP_MONTH_NONE)

static const char *const source_kinds[] = { "", "bpqy", "ssa_letter", "document", "person", "judgement", NULL };
static const char *const checked_words[] = { "", "yes", "no", "not_needed", NULL };

static void
read_by (Reader *reader, json_t *json, gpointer target)
{
  gint number = 0;

  read_enum (reader, json, source_kinds + 1, &number);
  *(MpSourceKind *) target = (MpSourceKind) (number + 1);
}

static void
read_checked (Reader *reader, json_t *json, gpointer target)
{
  gint number = 0;

  read_enum (reader, json, checked_words + 1, &number);
  *(MpChecked *) target = (MpChecked) (number + 1);
}

static const Field source_fields[] = {
  { "by", FIELD_OTHER, FALSE, AT (MpSource, by), NULL, read_by },
  { "on", FIELD_DATE, FALSE, AT (MpSource, on) },
  { "checked", FIELD_OTHER, FALSE, AT (MpSource, checked), NULL, read_checked },
  { "ask", FIELD_STRING, FALSE, AT (MpSource, ask) },
  { "note", FIELD_STRING, FALSE, AT (MpSource, note) },
  { NULL }
};

static void
read_sources (Reader *reader, json_t *json, gpointer target)
{
  MpCase *kase = target;
  const char *key;
  json_t *value;

  if (!json_is_object (json))
    {
      wrong (reader, json, _("must be an object, {…}"));
      return;
    }
  json_object_foreach (json, key, value)
    {
      MpSource *source = mp_arena_append (kase->arena, kase->sources, kase->n_sources);
      gsize length = push (reader, key);

      source->pointer = mp_arena_strdup (kase->arena, key);
      source->on = MP_DATE_NONE;
      if (key[0] != '/')
        problem (reader, _("the name of a source is a JSON pointer into the case, like /ssdi/amounts/0"));
      read_object (reader, value, source_fields, source);
      pop (reader, length);
    }
}

typedef typeof (((MpCase *) 0)->bpqy) Bpqy;
static const Field bpqy_fields[] = {
  { "dated", FIELD_DATE, FALSE, AT (Bpqy, dated) },
  { "overpayment_balance", FIELD_MONEY, FALSE, AT (Bpqy, overpayment_balance) },
  { "withheld_monthly", FIELD_MONEY, FALSE, AT (Bpqy, withheld_monthly) },
  { "next_medical_review", FIELD_MONTH, FALSE, AT (Bpqy, next_medical_review) },
  { "payee", FIELD_BOOL, FALSE, AT (Bpqy, payee), NULL, NULL, AT (Bpqy, payee_given) + 1 },
  { NULL }
};
SECTION_READER (read_bpqy, Bpqy, bpqy_fields)

static const Field action_fields[] = {
  { "step", FIELD_STRING, TRUE, AT (MpAction, step) },
  { "who", FIELD_STRING, FALSE, AT (MpAction, who) },
  { "due", FIELD_DATE, FALSE, AT (MpAction, due) },
  { "done", FIELD_DATE, FALSE, AT (MpAction, done) },
  { NULL }
};
LIST_READER (read_actions, MpAction, action_fields, NULL, NULL, { MP_MONTH_NONE, 0 }, { MP_MONTH_NONE, 0 })

typedef typeof (((MpCase *) 0)->projection) Projection;
static const Field projection_fields[] = {
  { "start", FIELD_MONTH, TRUE, AT (Projection, start) },
  { "months", FIELD_INTEGER, TRUE, AT (Projection, months) },
  { NULL }
};

static void
read_projection (Reader *reader, json_t *json, gpointer target)
{
  read_object (reader, json, projection_fields, target);
}

static const char *const pay_every[] = { "", "week", "two_weeks", "half_month", "month", NULL };

static void
read_every (Reader *reader, json_t *json, gpointer target)
{
  gint number = 0;

  read_enum (reader, json, pay_every + 1, &number);
  *(MpPayEvery *) target = (MpPayEvery) (number + 1);
}

typedef typeof (((MpWork *) 0)->pay) Pay;
static const Field pay_fields[] = {
  { "every", FIELD_OTHER, TRUE, AT (Pay, every), NULL, read_every },
  { "first", FIELD_DATE, TRUE, AT (Pay, first) },
  { NULL }
};

static void
read_pay (Reader *reader, json_t *json, gpointer target)
{
  read_object (reader, json, pay_fields, target);
}

static const Field work_month_fields[] = {
  { "earned", FIELD_MONEY, FALSE, AT (MpWorkMonthFact, earned) },
  { "paid", FIELD_MONEY, FALSE, AT (MpWorkMonthFact, paid) },
  { "hours", FIELD_HOURS, FALSE, AT (MpWorkMonthFact, hours) },
  { NULL }
};

static gint
compare_work_months (gconstpointer a, gconstpointer b)
{
  return ((const MpWorkMonthFact *) a)->month - ((const MpWorkMonthFact *) b)->month;
}

static void
read_work_months (Reader *reader, json_t *json, gpointer target)
{
  MpWork *work = target;
  const char *key;
  json_t *value;

  if (!json_is_object (json))
    {
      wrong (reader, json, _("must be an object of months, like {\"2026-05\": {…}}"));
      return;
    }
  json_object_foreach (json, key, value)
    {
      MpWorkMonthFact *fact = mp_arena_append (reader->kase->arena, work->months, work->n_months);
      gsize length = push (reader, key);

      *fact = (MpWorkMonthFact) { MP_MONTH_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_HOURS_NONE };
      if (!mp_month_parse (key, &fact->month))
        problem (reader, _("a month is YYYY-MM, from 1950-01 to 2150-12"));
      read_object (reader, value, work_month_fields, fact);
      pop (reader, length);
    }
  if (work->n_months > 1)
    qsort (work->months, work->n_months, sizeof *work->months, compare_work_months);
}

static const char *const work_kinds[] = { "wages", "self_employment", NULL };
static const Field work_fields[] = {
  { "name", FIELD_STRING, FALSE, AT (MpWork, name) },
  { "kind", FIELD_ENUM, FALSE, AT (MpWork, kind), work_kinds },
  PERIOD_FIELDS (MpWork, when),
  { "monthly", FIELD_MONEY, FALSE, AT (MpWork, monthly) },
  { "hourly", FIELD_MONEY, FALSE, AT (MpWork, hourly) },
  { "hours_per_week", FIELD_HUNDREDTHS, FALSE, AT (MpWork, hours_per_week) },
  { "hours", FIELD_HOURS, FALSE, AT (MpWork, hours) },
  { "subsidy", FIELD_MONEY, FALSE, AT (MpWork, subsidy) },
  { "pay", FIELD_OTHER, FALSE, AT (MpWork, pay), NULL, read_pay },
  { "average", FIELD_BOOL, FALSE, AT (MpWork, average) },
  { "infrequent", FIELD_BOOL, FALSE, AT (MpWork, infrequent) },
  { "months", FIELD_OTHER, FALSE, 0, NULL, read_work_months },
  { "unsuccessful_attempt", FIELD_BOOL, FALSE, AT (MpWork, unsuccessful_attempt) },
  { NULL }
};
LIST_READER (read_work, MpWork, work_fields, .when = OPEN_PERIOD, .monthly = MP_MONEY_NONE, .hourly = MP_MONEY_NONE,
             .hours_per_week = MP_MONEY_NONE, .hours = MP_HOURS_NONE, .pay = { MP_PAY_NONE, { MP_MONTH_NONE, 0 } })

static const Field exr_fields[] = {
  { "program", FIELD_ENUM, TRUE, AT (MpReinstatement, program), benefit_programs },
  { "requested", FIELD_MONTH, TRUE, AT (MpReinstatement, requested) },
  { "decided", FIELD_MONTH, FALSE, AT (MpReinstatement, decided) },
  { "approved", FIELD_BOOL, FALSE, AT (MpReinstatement, approved), NULL, NULL, AT (MpReinstatement, approved_given) + 1 },
  { "disabled_from", FIELD_MONTH, FALSE, AT (MpReinstatement, disabled_from) },
  { NULL }
};
LIST_READER (read_reinstatements, MpReinstatement, exr_fields, .requested = MP_MONTH_NONE, .decided = MP_MONTH_NONE,
             .disabled_from = MP_MONTH_NONE)

static const char *const roles[] = { "en", "vr_cost_reimbursement", "vr_en", NULL };
static const char *const systems[] = { "outcome_milestone", "outcome_only", NULL };
static const Field assignment_fields[] = {
  { "provider", FIELD_STRING, TRUE, AT (MpAssignment, provider) },
  { "role", FIELD_ENUM, FALSE, AT (MpAssignment, role), roles },
  { "from", FIELD_DATE, TRUE, AT (MpAssignment, from) },
  { "to", FIELD_DATE, FALSE, AT (MpAssignment, to) },
  { "payment_system", FIELD_ENUM, FALSE, AT (MpAssignment, payment_system), systems },
  { "successful", FIELD_BOOL, FALSE, AT (MpAssignment, successful) },
  { "received", FIELD_DATE, FALSE, AT (MpAssignment, received) },
  { NULL }
};
LIST_READER (read_assignments, MpAssignment, assignment_fields, .from = { MP_MONTH_NONE, 0 }, .to = { MP_MONTH_NONE, 0 },
             .received = { MP_MONTH_NONE, 0 })

static const Field split_fields[] = {
  { "provider", FIELD_STRING, TRUE, AT (MpSplit, provider) },
  { "percent", FIELD_PERCENT, TRUE, AT (MpSplit, percent) },
  { NULL }
};
LIST_READER (read_split, MpSplit, split_fields, NULL)

static const Field claim_fields[] = {
  { "code", FIELD_OTHER, TRUE, AT (MpClaim, code), NULL, read_code },
  { "split", FIELD_OTHER, TRUE, AT (MpClaim, split), NULL, read_split },
  { NULL }
};
LIST_READER (read_claims, MpClaim, claim_fields, { 0, 0 })

static const Field education_fields[] = {
  { "period", FIELD_INTEGER, TRUE, AT (MpEducation, period) },
  { "percent", FIELD_PERCENT, TRUE, AT (MpEducation, percent) },
  { NULL }
};
LIST_READER (read_education, MpEducation, education_fields, 0)

static const char *const share_of[] = { "outcome", "all", NULL };
typedef typeof (((MpScenarioTicket *) 0)->share) Share;
static const Field share_fields[] = {
  { "percent", FIELD_PERCENT, TRUE, AT (Share, percent) },
  { "of", FIELD_ENUM, FALSE, AT (Share, of), share_of },
  { NULL }
};
SECTION_READER (read_share, Share, share_fields)

static const Field scenario_ticket_fields[] = {
  { "assignments", FIELD_OTHER, FALSE, AT (MpScenarioTicket, assignments), NULL, read_assignments },
  { "claims", FIELD_OTHER, FALSE, AT (MpScenarioTicket, claims), NULL, read_claims },
  { "inactive", FIELD_OTHER, FALSE, AT (MpScenarioTicket, inactive), NULL, read_periods },
  { "education", FIELD_OTHER, FALSE, AT (MpScenarioTicket, education), NULL, read_education },
  { "services_completed", FIELD_MONTH, FALSE, AT (MpScenarioTicket, services_completed) },
  { "share", FIELD_OTHER, FALSE, AT (MpScenarioTicket, share), NULL, read_share },
  { "stipend", FIELD_MONEY, FALSE, AT (MpScenarioTicket, stipend) },
  { NULL }
};
SECTION_READER (read_scenario_ticket, MpScenarioTicket, scenario_ticket_fields)

static const Field scenario_fields[] = {
  { "name", FIELD_STRING, TRUE, AT (MpScenario, name) },
  { "work", FIELD_OTHER, FALSE, AT (MpScenario, work), NULL, read_work },
  { "work_incentives", FIELD_OTHER, FALSE, AT (MpScenario, work_incentives), NULL, read_incentives },
  { "expedited_reinstatement", FIELD_OTHER, FALSE, AT (MpScenario, expedited_reinstatement), NULL, read_reinstatements },
  { "ticket", FIELD_OTHER, FALSE, AT (MpScenario, ticket), NULL, read_scenario_ticket },
  { NULL }
};
LIST_READER (read_scenarios, MpScenario, scenario_fields, .ticket = { .services_completed = MP_MONTH_NONE })

static void
read_beneficiary (Reader *reader, json_t *json, gpointer target)
{
  read_object (reader, json, beneficiary_fields, target);
}

static void
read_format (Reader *reader, json_t *json, gpointer target)
{
  if (!json_is_string (json) || !g_str_equal (json_string_value (json), "milepost-case"))
    wrong (reader, json, _("a case file has the format \"milepost-case\""));
}

static void
read_version (Reader *reader, json_t *json, gpointer target)
{
  if (!json_is_integer (json) || json_integer_value (json) < 1)
    wrong (reader, json, _("the version of the case file must be 1"));
  else if (json_integer_value (json) > 1)
    wrong (reader, json, _("this case file was written by a newer Milepost; this one reads version 1"));
}

static const Field case_fields[] = {
  { "format", FIELD_OTHER, TRUE, 0, NULL, read_format },
  { "version", FIELD_OTHER, TRUE, 0, NULL, read_version },
  { "id", FIELD_STRING, FALSE, AT (MpCase, id) },
  { "title", FIELD_STRING, FALSE, AT (MpCase, title) },
  { "notes", FIELD_STRING, FALSE, AT (MpCase, notes) },
  { "beneficiary", FIELD_OTHER, TRUE, AT (MpCase, beneficiary), NULL, read_beneficiary },
  { "ssdi", FIELD_OTHER, FALSE, AT (MpCase, ssdi), NULL, read_ssdi },
  { "ssi", FIELD_OTHER, FALSE, AT (MpCase, ssi), NULL, read_ssi },
  { "ticket", FIELD_OTHER, FALSE, AT (MpCase, ticket), NULL, read_ticket },
  { "assumptions", FIELD_OTHER, FALSE, AT (MpCase, assumptions), NULL, read_assumptions },
  { "paid", FIELD_OTHER, FALSE, AT (MpCase, paid), NULL, read_paid },
  { "sources", FIELD_OTHER, FALSE, 0, NULL, read_sources },
  { "bpqy", FIELD_OTHER, FALSE, AT (MpCase, bpqy), NULL, read_bpqy },
  { "actions", FIELD_OTHER, FALSE, AT (MpCase, actions), NULL, read_actions },
  { "projection", FIELD_OTHER, TRUE, AT (MpCase, projection), NULL, read_projection },
  { "scenarios", FIELD_OTHER, TRUE, AT (MpCase, scenarios), NULL, read_scenarios },
  { NULL }
};

/**
 * mp_case_read_into:
 * @kase: a new or reset case
 * @data: JSON, @length bytes of UTF-8
 * @length: bytes
 * @problems: (element-type MpProblem): gets everything that is wrong
 *
 * Reads and checks a case file.
 *
 * Returns: whether nothing is wrong; else @kase must not be used
 */
gboolean
mp_case_read_into (MpCase *kase, const char *data, gsize length, GPtrArray *problems)
{
  Reader reader = { problems, kase, NULL };
  json_error_t error;
  json_t *json = json_loadb (data, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);

  if (json == NULL)
    {
      mp_problems_add (problems, "", _("not a JSON document: %s, line %d, column %d"), error.text, error.line, error.column);
      return FALSE;
    }
  reader.pointer = g_string_new (NULL);
  read_object (&reader, json, case_fields, kase);
  g_string_free (reader.pointer, TRUE);
  json_decref (json);
  if (problems->len == 0)
    mp_case_validate (kase, problems);
  return problems->len == 0;
}

/**
 * mp_case_read:
 * @data: JSON, @length bytes of UTF-8
 * @length: bytes
 * @problems: (element-type MpProblem): gets everything that is wrong
 *
 * Returns: (transfer full) (nullable): the case, or NULL when something is wrong
 */
MpCase *
mp_case_read (const char *data, gsize length, GPtrArray *problems)
{
  g_autoptr (MpCase) kase = mp_case_new ();

  return mp_case_read_into (kase, data, length, problems) ? g_steal_pointer (&kase) : NULL;
}

/**
 * mp_case_load:
 * @path: a file
 * @problems: (element-type MpProblem): gets everything that is wrong with its content
 * @error: where to put an error of the file itself
 *
 * Reads a case file from a folder.
 *
 * Returns: (transfer full) (nullable): the case; NULL with @error set when the file could not be
 *   read, NULL without @error when there are @problems
 */
MpCase *
mp_case_load (const char *path, GPtrArray *problems, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  return mp_case_read (data, length, problems);
}
