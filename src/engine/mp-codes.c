/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-projection.h"

#define NAME(id, name) name,

/**
 * mp_event_name:
 * @code: a code
 *
 * Returns: its name in the projection; the codes of the contract are in doc/case-file.md
 */
const char *
mp_event_name (MpEventCode code)
{
  static const char *const names[] = { MP_EVENT_CODES (NAME) };

  return names[code];
}

/**
 * mp_warning_name:
 * @code: a code
 *
 * Returns: its name in the projection; the codes of the contract are in doc/case-file.md
 */
const char *
mp_warning_name (MpWarningCode code)
{
  static const char *const names[] = { MP_WARNING_CODES (NAME) };

  return names[code];
}

/**
 * mp_ssdi_status_name:
 * @status: a status
 *
 * Returns: its name in the projection, "trial_work"
 */
const char *
mp_ssdi_status_name (MpSsdiStatus status)
{
  static const char *const names[MP_N_SSDI_STATUS] = {
    "not_entitled", "entitled", "trial_work", "epe_paid", "cessation", "grace", "suspended",
    "post_epe_paid", "terminated", "exr_provisional", "exr_paid", "exr_unpaid", "retirement",
  };

  return names[status];
}

/**
 * mp_ssi_status_name:
 * @status: a status
 *
 * Returns: its name in the projection, "1619b"
 */
const char *
mp_ssi_status_name (MpSsiStatus status)
{
  static const char *const names[MP_N_SSI_STATUS] = {
    "not_eligible", "payable", "unpaid", "1619b", "suspended", "terminated", "exr_provisional",
  };

  return names[status];
}

/**
 * mp_ticket_status_name:
 * @status: a status
 *
 * Returns: its name in the projection, "assigned"
 */
const char *
mp_ticket_status_name (MpTicketStatus status)
{
  static const char *const names[MP_N_TICKET_STATUS] = {
    "none", "unassigned", "assigned", "in_use_svr", "terminated",
  };

  return names[status];
}

const char *
mp_blocked_name (MpBlocked blocked)
{
  static const char *const names[] = {
    NULL, "no_assignment", "assignment_month", "removed_by_work", "removed_by_vr", "services",
    "outcome_period", "benefit_paid", "cap", "terminated", "rate_unknown",
  };

  return names[blocked];
}

const char *
mp_estimated_name (guint bit)
{
  static const char *const names[MP_N_ESTIMATED] = {
    "fbr", "sga", "twp", "seie", "cola", "part_b", "ticket_rate", "threshold_1619b", "state_supplement",
  };

  return names[bit];
}

static const struct {
  const char *prefix;
  guint8 most; /* 0: stands alone */
} ticket_codes[] = {
  [MP_TICKET_CODE_P1M] = { "P1M", 4 },
  [MP_TICKET_CODE_P2M] = { "P2M", 18 },
  [MP_TICKET_CODE_OUT] = { "OUT", 60 },
  [MP_TICKET_CODE_RECON] = { "RECON", 0 },
  [MP_TICKET_CODE_OLDM] = { "OLDM", 4 },
  [MP_TICKET_CODE_OLDOUT] = { "OLDOUT", 60 },
};

/**
 * mp_ticket_code_parse:
 * @text: a text
 * @code: (out): the code read
 *
 * Reads the code of a Ticket payment: P1M1–P1M4, P2M1–P2M18, OUT1–OUT60, RECON, OLDM1–OLDM4,
 * OLDOUT1–OLDOUT60.
 *
 * Returns: whether @text is one of them
 */
gboolean
mp_ticket_code_parse (const char *text, MpTicketCode *code)
{
  for (guint kind = MP_TICKET_CODE_P1M; kind < G_N_ELEMENTS (ticket_codes); kind++)
    {
      const char *rest;
      guint number = 0;

      if (!g_str_has_prefix (text, ticket_codes[kind].prefix))
        continue;
      rest = text + strlen (ticket_codes[kind].prefix);
      if (*rest == '0')
        continue;
      for (; g_ascii_isdigit (*rest) && number < 100; rest++)
        number = number * 10 + (guint) (*rest - '0');
      if (*rest != '\0' || number > ticket_codes[kind].most || (number == 0) != (ticket_codes[kind].most == 0))
        continue;
      *code = (MpTicketCode) { (guint8) kind, (guint8) number };
      return TRUE;
    }
  return FALSE;
}

/**
 * mp_ticket_code_to_text:
 * @code: a code; its kind is not MP_TICKET_CODE_NONE
 * @text: (out caller-allocates): room for the text
 *
 * Returns: (transfer none): @text
 */
const char *
mp_ticket_code_to_text (MpTicketCode code, char text[MP_TICKET_CODE_TEXT_SIZE])
{
  gsize length = g_strlcpy (text, ticket_codes[code.kind].prefix, MP_TICKET_CODE_TEXT_SIZE);

  if (code.number >= 10)
    text[length++] = (char) ('0' + code.number / 10);
  if (code.number > 0)
    text[length++] = (char) ('0' + code.number % 10);
  text[length] = '\0';
  return text;
}
