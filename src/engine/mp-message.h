/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A sentence with figures in it, kept apart until somebody reads it, in his or her language. */

#pragma once

#include "mp-money.h"
#include "mp-month.h"

#include <string.h>

G_BEGIN_DECLS

/** MpValueKind: MONEY cents, MONTH a month, NUMBER an integer, HOURS 1/300 hours, PERCENT basis points, TEXT a string,
 * DATE month × 32 + day. */
typedef enum {
  MP_VALUE_MONEY, MP_VALUE_MONTH, MP_VALUE_NUMBER, MP_VALUE_HOURS, MP_VALUE_PERCENT, MP_VALUE_TEXT, MP_VALUE_DATE
} MpValueKind;

/**
 * MpValue:
 * @name: (transfer none): static string; {name} in the sentence stands for the value
 * @kind: what @n is
 * @n: the value
 * @text: (transfer none): with MP_VALUE_TEXT, in the place of @n; lives as long as the case or the figures
 */
typedef struct {
  const char *name;
  MpValueKind kind;
  union {
    gint64 n;
    const char *text;
  };
} MpValue;

#define MP_MONEY_VALUE(name, cents) ((MpValue) { (name), MP_VALUE_MONEY, { .n = (cents) } })
#define MP_MONTH_VALUE(name, month) ((MpValue) { (name), MP_VALUE_MONTH, { .n = (month) } })
#define MP_NUMBER_VALUE(name, number) ((MpValue) { (name), MP_VALUE_NUMBER, { .n = (number) } })
#define MP_HOURS_VALUE(name, hours) ((MpValue) { (name), MP_VALUE_HOURS, { .n = (hours) } })
#define MP_PERCENT_VALUE(name, points) ((MpValue) { (name), MP_VALUE_PERCENT, { .n = (points) } })
#define MP_TEXT_VALUE(name, string) ((MpValue) { (name), MP_VALUE_TEXT, { .text = (string) } })
#define MP_DATE_VALUE(name, date) ((MpValue) { (name), MP_VALUE_DATE, { .n = (gint64) (date).month * 32 + (date).day } })

#define MP_MESSAGE_MAX_VALUES 8

/**
 * MpMessage:
 * @text: (transfer none): static English sentence marked N_(), with {name} for each value
 */
typedef struct {
  const char *text;
  guint n_values;
  MpValue values[MP_MESSAGE_MAX_VALUES];
} MpMessage;

/* mp_message (N_("Pay of {earned} is more than {twp_amount}."), MP_MONEY_VALUE ("earned", e), ...) */
#define mp_message(text, ...) mp_message_make ((text), \
  (const MpValue[]) { __VA_ARGS__ }, sizeof ((MpValue[]) { __VA_ARGS__ }) / sizeof (MpValue))
#define mp_message_plain(text) mp_message_make ((text), NULL, 0)

/* Inline, so that a message is built where it is kept. */
static G_ALWAYS_INLINE inline MpMessage
mp_message_make (const char *text, const MpValue *values, gsize n_values)
{
  MpMessage message;

  g_assert (n_values <= MP_MESSAGE_MAX_VALUES);
  message.text = text;
  message.n_values = (guint) n_values;
  if (n_values > 0)
    memcpy (message.values, values, n_values * sizeof *values);
  return message;
}

/* A sentence for people: "$1,210.00", "June 2027". translated: in the user's language, else English. */
char     *mp_message_format (const MpMessage *self, gboolean translated);
void      mp_message_append (const MpMessage *self, gboolean translated, GString *out);
/* One value in the form of the contract: "1210.00", "2027-06". */
char     *mp_value_to_string (const MpValue *value);
/* One value for people. */
char     *mp_value_to_display (const MpValue *value, gboolean translated);
/* "June 2027" */
const char *mp_month_name     (MpMonth month, gboolean translated);
char     *mp_month_to_display (MpMonth month, gboolean translated);

G_END_DECLS
