/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `curve`, `compare`, `ask` and `paid`: what is answered by running the engine again. */

#include "mp-cli.h"

#include "mp-answer-write.h"
#include "mp-words-compare.h"

#include <glib/gi18n.h>

/* More points than a picture or a person can use. */
#define MAX_POINTS 100000

/* What every command of this file takes. */
typedef struct {
  const char *path;
  char *scenario, *month_text, *format, *output;
  MpCase *kase;
  MpParameters *figures;
  guint index;
} Question;

static void
question_clear (Question *self)
{
  g_free (self->scenario);
  g_free (self->month_text);
  g_free (self->format);
  g_free (self->output);
  mp_case_free (self->kase);
  mp_parameters_free (self->figures);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
check_format (Question *self, const char *command, const char *usual, MpExit *status)
{
  if (self->format == NULL)
    self->format = g_strdup (usual);
  if (g_str_equal (self->format, "json") || g_str_equal (self->format, "csv") || g_str_equal (self->format, "table"))
    return TRUE;
  mp_cli_message (_("milepost-cli %s: a format is json, csv or table, got \"%s\""), command, self->format);
  *status = MP_EXIT_USAGE;
  return FALSE;
}

/* Reads case, scenario and figures. FALSE: said, status in *status. */
static gboolean
read_case (Question *self, const char *path, MpExit *status)
{
  self->path = path;
  return mp_cli_read_case (path, self->scenario, &self->kase, &self->index, &self->figures, status);
}

/* An amount of an option; NULL leaves what stands there. */
static gboolean
read_amount (const char *command, const char *option, const char *text, MpMoney least, MpMoney *amount, MpExit *status)
{
  if (text == NULL)
    return TRUE;
  if (mp_money_parse (text, amount) && *amount >= least && *amount <= MP_MONEY_MAX)
    return TRUE;
  mp_cli_message (_("milepost-cli %s: %s is dollars like 25 or 12.50, got \"%s\""), command, option, text);
  *status = MP_EXIT_USAGE;
  return FALSE;
}

MpExit
mp_cli_curve (gint argc, char **argv)
{
  g_auto (Question) question = { 0 };
  g_autofree char *to_text = NULL, *step_text = NULL;
  g_autoptr (MpCurve) curve = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  MpMoney to = mp_dollars (4000), step = mp_dollars (25);
  MpExit status = MP_EXIT_DONE;
  const char *name;
  MpMonth month;
  const GOptionEntry entries[] = {
    { "month", 'm', 0, G_OPTION_ARG_STRING, &question.month_text, N_("the month, YYYY-MM"), N_("MONTH") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &question.scenario, N_("this scenario rather than the first"), N_("NAME") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_("the largest pay, 4000 when not given"), N_("DOLLARS") },
    { "step", 0, 0, G_OPTION_ARG_STRING, &step_text, N_("from one pay to the next, 25 when not given"), N_("DOLLARS") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &question.format, N_("json (default), csv or table"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &question.output, N_("write to a file"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!mp_cli_options (&argc, &argv, entries, _("CASE"), 1, &status) ||
      !check_format (&question, "curve", "json", &status) ||
      !read_amount ("curve", "--to", to_text, 0, &to, &status) ||
      !read_amount ("curve", "--step", step_text, 1, &step, &status))
    return status;
  if (to / step >= MAX_POINTS)
    {
      mp_cli_message (_("milepost-cli curve: that is more than %d points: take a larger --step or a smaller --to"), MAX_POINTS);
      return MP_EXIT_USAGE;
    }
  if (!read_case (&question, argv[1], &status))
    return status;
  if (!mp_cli_find_month (question.kase, question.month_text, &month))
    return MP_EXIT_USAGE;
  curve = mp_curve_new (question.kase, question.index, question.figures, month, &error);
  if (curve == NULL)
    {
      mp_cli_message ("%s: /scenarios/%u: %s", question.path, question.index, error->message);
      return MP_EXIT_DATA;
    }
  name = question.kase->scenarios[question.index].name;
  if (g_str_equal (question.format, "csv"))
    mp_curve_to_csv (text, curve, to, step);
  else if (g_str_equal (question.format, "table"))
    mp_curve_to_table (text, curve, name, to, step);
  else
    {
      mp_curve_to_json (text, curve, name, to, step);
      g_string_append_c (text, '\n');
    }
  return mp_cli_write (question.output, text->str, text->len);
}

/* One line a criterion, one column a plan: plans are few and their criteria many. */
static void
append_comparison (GString *out, const MpProjection *const *plans, const MpPlanSummary *summaries, guint n, guint baseline)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%u  %s\n", i + 1, plans[i]->scenario->name);
  g_string_append_c (out, '\n');
  for (MpCompareColumn column = 0; column < MP_N_COMPARE; column++)
    {
      g_autofree char *heading = mp_words_compare_column (column, plans[0]->n_months, baseline);

      g_string_append_printf (out, "%s%*s", heading, (gint) MAX (1, 28 - g_utf8_strlen (heading, -1)), "");
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *cell = mp_words_compare_cell (&summaries[i], column, i == baseline);

          g_string_append_printf (out, "%*s%s", (gint) MAX (1, 24 - g_utf8_strlen (cell, -1)), "", cell);
        }
      g_string_append_c (out, '\n');
    }
  g_string_append (out, _("\nBefore taxes. An estimate from the facts of this case: only Social Security decides.\n"));
}

MpExit
mp_cli_compare (gint argc, char **argv)
{
  g_auto (Question) question = { 0 };
  g_autoptr (GPtrArray) projections = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);
  g_autofree MpPlanSummary *summaries = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const MpProjection *const *plans;
  MpExit status = MP_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "baseline", 'b', 0, G_OPTION_ARG_STRING, &question.scenario, N_("compare with this scenario rather than the first"), N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &question.format, N_("json (default), csv or table"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &question.output, N_("write to a file"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!mp_cli_options (&argc, &argv, entries, _("CASE"), 1, &status) ||
      !check_format (&question, "compare", "json", &status) || !read_case (&question, argv[1], &status))
    return status;
  for (guint i = 0; i < question.kase->n_scenarios; i++)
    {
      MpProjection *projection = mp_cli_run (question.path, question.kase, i, question.figures, MP_PROJECT_DEFAULT);

      if (projection == NULL)
        return MP_EXIT_DATA;
      g_ptr_array_add (projections, projection);
    }
  plans = (const MpProjection *const *) projections->pdata;
  summaries = g_new (MpPlanSummary, projections->len);
  mp_compare (plans, projections->len, question.index, summaries);
  if (g_str_equal (question.format, "csv"))
    mp_comparison_to_csv (text, plans, summaries, projections->len);
  else if (g_str_equal (question.format, "table"))
    append_comparison (text, plans, summaries, projections->len, question.index);
  else
    {
      mp_comparison_to_json (text, plans, summaries, projections->len, question.index);
      g_string_append_c (text, '\n');
    }
  return mp_cli_write (question.output, text->str, text->len);
}

/* What the command takes, with the questions it knows. */
static char *
ask_usage (void)
{
  g_autoptr (GString) text = g_string_new (_("CASE QUESTION"));

  g_string_append_printf (text, "\n\n%s\n", _("Questions:"));
  for (MpQuestion question = 0; question < MP_N_QUESTIONS; question++)
    g_string_append_printf (text, "  %-12s %s\n", mp_question_name (question), _(mp_question_text (question)));
  g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An option that the question has no use for would be passed over in silence. */
static gboolean
check_options (MpQuestion question, const char *wage, const char *pay, const char *amount)
{
  const char *option = NULL;

  if (wage != NULL && !mp_question_takes_wage (question))
    option = "--wage";
  else if (pay != NULL && !mp_question_takes_pay (question))
    option = "--pay";
  else if (amount != NULL && !mp_question_takes_amount (question))
    option = "--amount";
  if (option != NULL)
    mp_cli_message (_("milepost-cli ask: %s does not go with the question %s"), option, mp_question_name (question));
  return option == NULL;
}

static void
append_answer (GString *out, const MpAnswer *answer, const char *scenario)
{
  g_autofree char *month = mp_month_to_display (answer->month, TRUE);

  g_string_append_printf (out, "%s: %s\n%s\n\n", scenario, month, _(mp_question_text (answer->question)));
  for (guint i = 0; i < answer->lines->len; i++)
    {
      const MpAnswerLine *line = &g_array_index (answer->lines, MpAnswerLine, i);
      g_autofree char *sentence = mp_message_format (&line->message, TRUE), *rule = mp_words_rule (line->rule);

      g_string_append_printf (out, "%s%s\n    %s\n", i == 0 && answer->estimated != 0 ? "≈ " : "", sentence, rule);
    }
  for (guint i = 0; i < answer->steps->len; i++)
    {
      const MpAnswerStep *step = &g_array_index (answer->steps, MpAnswerStep, i);
      g_autofree char *sentence = mp_words_answer_step (step), *rule = mp_words_rule (step->rule);

      g_string_append_printf (out, "  %s\n      %s\n", sentence, rule);
    }
  g_string_append (out, _("\nBefore taxes. An estimate from the facts of this case: only Social Security decides.\n"));
}

MpExit
mp_cli_ask (gint argc, char **argv)
{
  g_auto (Question) question = { 0 };
  g_autofree char *usage = ask_usage (), *wage = NULL, *pay = NULL, *amount = NULL;
  g_autoptr (MpAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  MpAskOptions options = MP_ASK_OPTIONS_NONE;
  MpExit status = MP_EXIT_DONE;
  MpQuestion asked;
  const char *name;
  const GOptionEntry entries[] = {
    { "month", 'm', 0, G_OPTION_ARG_STRING, &question.month_text, N_("the month; the first one with work when not given"), N_("MONTH") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &question.scenario, N_("this scenario rather than the first"), N_("NAME") },
    { "wage", 0, 0, G_OPTION_ARG_STRING, &wage, N_("pay an hour, for an answer in hours"), N_("DOLLARS") },
    { "pay", 0, 0, G_OPTION_ARG_STRING, &pay, N_("steady pay from the month on in place of the plan's work"), N_("DOLLARS") },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &amount, N_("by how much working is to beat not working"), N_("DOLLARS") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &question.format, N_("text (default) or json"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &question.output, N_("write to a file"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!mp_cli_options (&argc, &argv, entries, usage, 2, &status))
    return status;
  if (!mp_question_parse (argv[2], &asked))
    {
      mp_cli_message (_("milepost-cli ask: there is no question \"%s\" (try --help)"), argv[2]);
      return MP_EXIT_USAGE;
    }
  if (question.format != NULL && !g_str_equal (question.format, "text") && !g_str_equal (question.format, "json"))
    {
      mp_cli_message (_("milepost-cli ask: a format is text or json, got \"%s\""), question.format);
      return MP_EXIT_USAGE;
    }
  if (!check_options (asked, wage, pay, amount))
    return MP_EXIT_USAGE;
  if (!read_amount ("ask", "--wage", wage, 1, &options.wage, &status) ||
      !read_amount ("ask", "--pay", pay, 0, &options.pay, &status) ||
      !read_amount ("ask", "--amount", amount, 0, &options.amount, &status) || !read_case (&question, argv[1], &status))
    return status;
  if (question.month_text != NULL && !mp_cli_find_month (question.kase, question.month_text, &options.month))
    return MP_EXIT_USAGE;
  answer = mp_ask (question.kase, question.index, question.figures, asked, &options, &error);
  if (answer == NULL)
    {
      mp_cli_message ("%s: /scenarios/%u: %s", question.path, question.index, error->message);
      return MP_EXIT_DATA;
    }
  name = question.kase->scenarios[question.index].name;
  if (g_strcmp0 (question.format, "json") == 0)
    {
      mp_answer_to_json (text, answer, name);
      g_string_append_c (text, '\n');
    }
  else
    append_answer (text, answer, name);
  return mp_cli_write (question.output, text->str, text->len);
}

static void
append_paid (GString *out, const MpPaidReview *review, const char *scenario)
{
  g_autofree char *sum = mp_words_paid_sum (review);

  g_string_append_printf (out, "%s\n", scenario);
  if (review->months->len == 0)
    g_string_append_printf (out, "%s\n", _("The case does not say what was paid."));
  for (guint i = 0; i < review->months->len; i++)
    {
      g_autofree char *sentence = mp_words_paid_month (&g_array_index (review->months, MpPaidMonth, i));

      g_string_append_printf (out, "%s\n", sentence);
    }
  if (*sum != '\0')
    g_string_append_printf (out, "\n%s\n", sum);
}

MpExit
mp_cli_paid (gint argc, char **argv)
{
  g_auto (Question) question = { 0 };
  g_autoptr (MpProjection) projection = NULL, without = NULL;
  g_autoptr (MpPaidReview) review = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  MpExit status = MP_EXIT_DONE;
  const char *name;
  const GOptionEntry entries[] = {
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &question.scenario, N_("this scenario rather than the first"), N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &question.format, N_("table (default), json or csv"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &question.output, N_("write to a file"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!mp_cli_options (&argc, &argv, entries, _("CASE"), 1, &status) ||
      !check_format (&question, "paid", "table", &status) || !read_case (&question, argv[1], &status))
    return status;
  projection = mp_cli_run (question.path, question.kase, question.index, question.figures, MP_PROJECT_DEFAULT);
  without = projection != NULL ? mp_cli_run (question.path, question.kase, question.index, question.figures, MP_PROJECT_WITHOUT_WORK) : NULL;
  if (without == NULL)
    return MP_EXIT_DATA;
  review = mp_paid_review (projection, without);
  name = question.kase->scenarios[question.index].name;
  if (g_str_equal (question.format, "csv"))
    mp_paid_review_to_csv (text, review);
  else if (g_str_equal (question.format, "table"))
    append_paid (text, review, name);
  else
    {
      mp_paid_review_to_json (text, review, name);
      g_string_append_c (text, '\n');
    }
  return mp_cli_write (question.output, text->str, text->len);
}
