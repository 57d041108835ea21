/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The earnings curve as JSON, CSV and a table for people. */

#include "mp-answer-write.h"

#include "mp-projection-write.h"

#include "mp-i18n.h"

typedef void (*PointFunc) (GString *out, const MpCurvePoint *point, const char *mark);

static guint32
append_json_points (GString *out, MpCurve *curve, MpMoney to, MpMoney step)
{
  char earned[MP_MONEY_TEXT_SIZE], ssdi[MP_MONEY_TEXT_SIZE], ssi[MP_MONEY_TEXT_SIZE], en[MP_MONEY_TEXT_SIZE], net[MP_MONEY_TEXT_SIZE];
  guint32 estimated = 0;
  MpCurvePoint point;

  for (MpMoney pay = 0; pay <= to; pay += step)
    {
      mp_curve_at (curve, pay, MP_CURVE_AS_IT_STANDS, &point);
      estimated |= point.estimated;
      mp_money_to_text (point.earned, earned);
      mp_money_to_text (point.ssdi, ssdi);
      mp_money_to_text (point.ssi, ssi);
      mp_money_to_text (point.en, en);
      mp_money_to_text (point.net, net);
      g_string_append_printf (out, "%s{\"earned\":\"%s\",\"ssdi\":\"%s\",\"ssi\":\"%s\",\"en\":\"%s\",\"net\":\"%s\"}",
                              pay > 0 ? "," : "", earned, ssdi, ssi, en, net);
    }
  return estimated;
}

/**
 * mp_curve_to_json:
 * @out: where to
 * @curve: a curve
 * @scenario: name of its scenario
 * @to: the largest pay, cents
 * @step: cents from one pay to the next, above 0
 *
 * Appends the document `milepost-curve` of doc/case-file.md.
 */
void
mp_curve_to_json (GString *out, MpCurve *curve, const char *scenario, MpMoney to, MpMoney step)
{
  char month[MP_MONTH_TEXT_SIZE];
  guint32 estimated;
  const char *comma = "";

  g_string_append (out, "{\"format\":\"milepost-curve\",\"version\":1,\"scenario\":");
  mp_json_append_string (out, scenario);
  g_string_append_printf (out, ",\"month\":\"%s\",\"points\":[", mp_month_to_text (mp_curve_month (curve), month));
  estimated = append_json_points (out, curve, to, step);
  g_string_append (out, "],\"marks\":[");
  for (guint i = 0; i < MP_N_CURVE_MARKS; i++)
    {
      char text[MP_MONEY_TEXT_SIZE];

      if (mp_curve_mark (curve, i) == MP_MONEY_NONE)
        continue;
      mp_money_to_text (mp_curve_mark (curve, i), text);
      g_string_append_printf (out, "%s{\"code\":\"%s\",\"earned\":\"%s\"}", comma, mp_curve_mark_name (i), text);
      comma = ",";
    }
  g_string_append (out, "],\"estimated\":[");
  mp_flags_append_names (out, estimated, mp_estimated_name, "\"", ',');
  g_string_append (out, "]}");
}

/* All points in order of pay, those of the marks among them. */
static void
each_point (GString *out, MpCurve *curve, MpMoney to, MpMoney step, PointFunc append)
{
  MpMoney before = -1;

  for (MpMoney pay = 0; pay <= to; pay += step)
    {
      const char *here = NULL;
      MpCurvePoint point;

      for (guint i = 0; i < MP_N_CURVE_MARKS; i++)
        {
          MpMoney mark = mp_curve_mark (curve, i);

          if (mark == pay)
            here = mp_curve_mark_name (i);
          if (mark == MP_MONEY_NONE || mark <= before || mark >= pay)
            continue;
          mp_curve_at (curve, mark, MP_CURVE_AS_IT_STANDS, &point);
          append (out, &point, mp_curve_mark_name (i));
        }
      mp_curve_at (curve, pay, MP_CURVE_AS_IT_STANDS, &point);
      append (out, &point, here);
      before = pay;
    }
}

static void
append_csv (GString *out, const MpCurvePoint *point, const char *mark)
{
  const MpMoney amounts[] = { point->earned, point->ssdi, point->ssi, point->en, point->net };
  char text[MP_MONEY_TEXT_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      mp_money_to_text (amounts[i], text);
      g_string_append_printf (out, "%s,", text);
    }
  g_string_append_printf (out, "%s\n", mark != NULL ? mark : "");
}

/**
 * mp_curve_to_csv:
 * @out: where to
 * @curve: a curve
 * @to: the largest pay, cents
 * @step: cents from one pay to the next, above 0
 *
 * Appends one row a point, those of the marks up to @to among them.
 */
void
mp_curve_to_csv (GString *out, MpCurve *curve, MpMoney to, MpMoney step)
{
  g_string_append (out, "earned,ssdi,ssi,en,net,mark\n");
  each_point (out, curve, to, step, append_csv);
}

static const char *
mark_label (const char *mark)
{
  if (g_strcmp0 (mark, "twp") == 0)
    return _("trial work figure");
  if (g_strcmp0 (mark, "sga") == 0)
    return _("SGA limit");
  return mark != NULL ? _("break-even") : NULL;
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append_printf (out, "%*s%s", (gint) MAX (1, 14 - g_utf8_strlen (text, -1)), "", text);
}

static void
append_table_row (GString *out, const MpCurvePoint *point, const char *mark)
{
  const MpMoney amounts[] = { point->earned, point->ssdi, point->ssi, point->en, point->net };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *shown = mp_money_to_display (amounts[i]);

      append_cell (out, shown);
    }
  if (point->estimated != 0)
    g_string_append (out, " ≈");
  if (mark != NULL)
    g_string_append_printf (out, "  %s", mark_label (mark));
  g_string_append_c (out, '\n');
}

/**
 * mp_curve_to_table:
 * @out: where to
 * @curve: a curve
 * @scenario: name of its scenario
 * @to: the largest pay, cents
 * @step: cents from one pay to the next, above 0
 *
 * Appends a table for people, in the user's language.
 */
void
mp_curve_to_table (GString *out, MpCurve *curve, const char *scenario, MpMoney to, MpMoney step)
{
  g_autofree char *month = mp_month_to_display (mp_curve_month (curve), TRUE);

  g_string_append_printf (out, "%s: %s\n", scenario, month);
  append_cell (out, _("Pay"));
  append_cell (out, _("SSDI"));
  append_cell (out, _("SSI"));
  append_cell (out, _("To the EN"));
  append_cell (out, _("Cash"));
  g_string_append_c (out, '\n');
  each_point (out, curve, to, step, append_table_row);
  g_string_append (out, _("\nThe state as it stands before the month; pay held steady, so that SSI has followed it. Before taxes.\n"));
}
