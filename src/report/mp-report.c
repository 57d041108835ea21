/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-report.h"

#include "mp-language.h"
#include "mp-report-private.h"

G_DEFINE_QUARK (mp-report-error-quark, mp_report_error)

static const struct { const char *key, *title; void (*draw) (MpReport *self); } sections[MP_N_SECTIONS] = {
  [MP_SECTION_SHORT] = { "short", N_("In short"), mp_report_short },
  [MP_SECTION_SINCE] = { "since", N_("What changed since the last report"), mp_report_since },
  [MP_SECTION_NOW] = { "now", N_("What you get now, and how we know"), mp_report_now },
  [MP_SECTION_PLAN] = { "plan", N_("Your work plan"), mp_report_plan },
  [MP_SECTION_MONTHS] = { "months", N_("Month by month"), mp_report_months },
  [MP_SECTION_SSDI] = { "ssdi", N_("SSDI"), mp_report_ssdi },
  [MP_SECTION_SSI] = { "ssi", N_("SSI"), mp_report_ssi },
  [MP_SECTION_HEALTH] = { "health", N_("Health coverage"), mp_report_health },
  [MP_SECTION_TICKET] = { "ticket", N_("Ticket to Work"), mp_report_ticket },
  [MP_SECTION_COMPARE] = { "compare", N_("Other plans"), mp_report_compare },
  [MP_SECTION_PLANS] = { "plans", N_("The other plans, month by month"), mp_report_plans },
  [MP_SECTION_INCENTIVES] = { "incentives", N_("Work incentives"), mp_report_incentives },
  [MP_SECTION_DUTIES] = { "reporting", N_("What to report, to whom, when"), mp_report_duties },
  [MP_SECTION_NETS] = { "nets", N_("If work stops or pay falls"), mp_report_nets },
  [MP_SECTION_CHECK] = { "check", N_("Still to check"), mp_report_check },
  [MP_SECTION_ASSUMPTIONS] = { "assumptions", N_("What we assumed, and where it is written"), mp_report_assumptions },
  [MP_SECTION_WORK_PLAN] = { "work-plan", N_("Your work plan with the EN"), mp_report_work_plan },
  [MP_SECTION_GLOSSARY] = { "glossary", N_("Words used here"), mp_report_glossary },
  [MP_SECTION_SIGN] = { "signatures", N_("Who made this, and signatures"), mp_report_sign },
  [MP_SECTION_APPENDIX] = { "appendix", N_("Appendix: month by month"), mp_report_appendix },
};

const char *
mp_section_key (MpSection section)
{
  return sections[section].key;
}

const char *
mp_section_title (MpSection section)
{
  return _(sections[section].title);
}

gboolean
mp_section_find (const char *key, MpSection *section)
{
  for (MpSection i = 0; i < MP_N_SECTIONS; i++)
    if (g_str_equal (sections[i].key, key))
      {
        *section = i;
        return TRUE;
      }
  return FALSE;
}

const char *
mp_report_kind_key (MpReportKind kind)
{
  static const char *const keys[MP_N_REPORT_KINDS] = { "report", "handout", "group", "en" };

  return keys[kind];
}

void
mp_report_heading (MpReport *self, const char *text)
{
  /* Translators: number and title of a section */
  g_autofree char *numbered = g_strdup_printf (_("%1$u. %2$s"), ++self->number, text);

  mp_pages_heading (self->pages, numbered);
}

char *
mp_report_money (MpMoney amount)
{
  return amount == MP_MONEY_NONE ? g_strdup ("–") : mp_money_to_display (amount);
}

char *
mp_report_about (MpMoney amount, gboolean estimated)
{
  g_autofree char *text = mp_report_money (amount);

  return estimated && amount != MP_MONEY_NONE ? g_strconcat ("≈\302\240", text, NULL) : g_steal_pointer (&text);
}

char *
mp_report_period (MpMonth from, MpMonth to)
{
  g_autofree char *first = mp_words_short_month (from);
  g_autofree char *last = NULL;

  if (from == to)
    return g_steal_pointer (&first);
  if (to == MP_MONTH_OPEN)
    return g_strdup_printf (_("%s and on"), first);
  last = mp_words_short_month (to);
  return g_strdup_printf (_("%1$s to %2$s"), first, last);
}

char *
mp_report_month (MpMonth month)
{
  return month == MP_MONTH_NONE ? g_strdup ("–") : mp_month_to_display (month, TRUE);
}

char *
mp_report_date (MpDate date)
{
  return mp_value_to_display (&MP_DATE_VALUE ("date", date), TRUE);
}

const char *
mp_report_cite (MpReport *self, const char *rule)
{
  const MpRule *found = mp_rule_find (rule);

  if (found == NULL)
    return "";
  g_hash_table_add (self->rules, (gpointer) found->id);
  return found->citation;
}

gboolean
mp_report_is_estimated (const MpProjection *projection)
{
  for (guint i = 0; i < projection->n_months; i++)
    if (mp_projection_month (projection, i)->estimated != 0)
      return TRUE;
  return FALSE;
}

const char *
mp_report_name (const MpReport *self)
{
  return self->options->without_name ? NULL : self->kase->beneficiary.name;
}

void
mp_report_chart_style (const MpReport *self, MpChartStyle *style)
{
  *style = MP_CHART_STYLE_DEFAULT;
  style->palette = self->options->grey ? MP_CHART_PRINT : self->options->high_contrast ? MP_CHART_CONTRAST_LIGHT : MP_CHART_LIGHT;
  style->patterns = !self->options->without_patterns;
  style->vector = style->numbered_pins = TRUE;
  style->background = FALSE;
  style->text_scale = self->options->large_print ? 1.25 : 0.75;
}

const MpEvent *
mp_report_event (const MpProjection *projection, MpEventCode code)
{
  for (guint i = 0; i < projection->events->len; i++)
    if (g_array_index (projection->events, MpEvent, i).code == code)
      return &g_array_index (projection->events, MpEvent, i);
  return NULL;
}

GPtrArray *
mp_report_items (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

void
mp_report_add (GPtrArray *items, char *text)
{
  g_ptr_array_add (items, text);
}

void
mp_report_list (MpReport *self, GPtrArray *items)
{
  g_ptr_array_add (items, NULL);
  mp_pages_list (self->pages, "•", (char *const *) items->pdata);
  g_ptr_array_unref (items);
}

static void
draw_sections (MpReport *self)
{
  guint chosen = self->options->sections != 0 ? self->options->sections : ~0u;

  for (MpSection section = 0; section < MP_N_SECTIONS; section++)
    if (chosen & (1u << section))
      {
        if (section > MP_SECTION_SHORT && self->number == 0 && (chosen & (1u << MP_SECTION_SHORT)))
          mp_pages_break (self->pages); /* the summary has a page of its own */
        sections[section].draw (self);
      }
}

static const char *
title_of (MpReportKind kind)
{
  static const char *const titles[MP_N_REPORT_KINDS] = {
    N_("Benefits Summary and Analysis"), N_("Your path to work"), N_("The path to work"), N_("What the EN is paid"),
  };

  return _(titles[kind]);
}

static MpPages *
lay_out (MpReport *self, MpPagesTarget target, guint n_pages, const MpPages *like)
{
  const char *day = self->options->prepared_on;
  g_autofree char *foot = g_strdup_printf ("%s%s%s %s", day != NULL ? day : "", day != NULL ? " · " : "",
                                           _("This is an estimate from the facts listed here. Only Social Security decides. "
                                             "If a fact changes, the numbers change. Not legal or tax advice. Figures"),
                                           MP_PARAMETERS_VERSION);

  self->pages = mp_pages_new (self->options, target, title_of (self->options->kind), foot, n_pages, self->compact, like);
  self->number = 0;
  g_hash_table_remove_all (self->rules);
  switch (self->options->kind)
    {
    case MP_REPORT_HANDOUT:
      mp_report_handout (self);
      break;
    case MP_REPORT_GROUP:
      mp_report_group (self);
      break;
    case MP_REPORT_EN:
      mp_report_en_sheet (self);
      break;
    case MP_REPORT_BENEFITS:
    case MP_N_REPORT_KINDS:
    default:
      draw_sections (self);
    }
  return g_steal_pointer (&self->pages);
}

static void
plan_clear (gpointer data)
{
  MpReportPlan *plan = data;

  mp_projection_free (plan->projection);
  mp_projection_free (plan->without);
}

/* A plan that cannot be projected is left out; the others are compared. */
static void
add_plan (MpReport *self, guint index)
{
  MpReportPlan plan = { index, mp_projection_new (), mp_projection_new () };

  if (mp_project (plan.projection, self->kase, index, self->parameters, MP_PROJECT_DEFAULT, NULL)
      && mp_project (plan.without, self->kase, index, self->parameters, MP_PROJECT_WITHOUT_WORK, NULL))
    g_array_append_val (self->others, plan);
  else
    plan_clear (&plan);
}

static void
choose_others (MpReport *self)
{
  const MpReportOptions *options = self->options;

  for (guint i = 0; options->kind == MP_REPORT_BENEFITS && i < self->kase->n_scenarios; i++)
    {
      gboolean chosen = options->plans == NULL;

      for (guint k = 0; k < options->n_plans; k++)
        chosen = chosen || options->plans[k] == i;
      if (chosen && i != self->index)
        add_plan (self, i);
    }
}

static gboolean
prepare (MpReport *self, GError **error)
{
  if (self->index >= self->kase->n_scenarios)
    {
      g_set_error_literal (error, MP_REPORT_ERROR, MP_REPORT_ERROR_NO_SCENARIO, _("The case has no such plan."));
      return FALSE;
    }
  self->scenario = &self->kase->scenarios[self->index];
  choose_others (self);
  return mp_project (self->projection, self->kase, self->index, self->parameters, MP_PROJECT_EXPLAIN, error)
         && mp_project (self->without, self->kase, self->index, self->parameters, MP_PROJECT_WITHOUT_WORK, error);
}

typedef gpointer (*Finish) (MpPages *pages, GError **error);

static gpointer
finish_pdf (MpPages *pages, GError **error)
{
  return mp_pages_finish (pages, error);
}

static gpointer
finish_pages (MpPages *pages, GError **error)
{
  return mp_pages_finish_recording (pages, error);
}

/* A hand-out has one page, for a group two; in large print it may have more. */
static gboolean
is_too_long (const MpReportOptions *options, guint n_pages)
{
  return (options->kind == MP_REPORT_HANDOUT && n_pages > 1) || (options->kind == MP_REPORT_GROUP && n_pages > 2);
}

static gpointer
make (const MpCase *kase, guint scenario, const MpParameters *parameters, const MpReportOptions *options,
      MpPagesTarget target, Finish finish, GError **error)
{
  static const MpReportOptions plain;
  g_autoptr (MpProjection) projection = mp_projection_new ();
  g_autoptr (MpProjection) without = mp_projection_new ();
  g_autoptr (GHashTable) rules = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MpChart) chart = mp_chart_new ();
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (MpReportPlan));
  MpReport self = { .kase = kase, .index = scenario, .parameters = parameters, .options = options != NULL ? options : &plain,
                    .projection = projection, .without = without, .rules = rules, .chart = chart, .others = others };
  MpChartStyle style;
  const MpCatalogue *before = mp_i18n_used ();
  const gboolean expert = mp_words_set_expert (FALSE); /* it is written to the person */
  gpointer result = NULL;

  g_array_set_clear_func (others, plan_clear);
  if (self.options->language != NULL)
    mp_i18n_use (mp_language_find (self.options->language));
  mp_report_chart_style (&self, &style);
  mp_chart_set_style (chart, &style);
  if (prepare (&self, error))
    {
      /* Twice: the foot says how many pages there are. */
      g_autoptr (MpPages) counted = lay_out (&self, MP_PAGES_MEASURE, 0, NULL);
      g_autoptr (MpPages) pages = NULL;

      if (is_too_long (self.options, mp_pages_count (counted)))
        {
          self.compact = TRUE;
          mp_pages_free (counted);
          counted = lay_out (&self, MP_PAGES_MEASURE, 0, NULL);
        }
      pages = lay_out (&self, target, mp_pages_count (counted), counted);
      result = finish (pages, error);
    }
  mp_i18n_use (before);
  mp_words_set_expert (expert);
  return result;
}

/**
 * mp_report_render:
 * @kase: a case without problems
 * @scenario: number of the plan
 * @parameters: the published figures
 * @options: (nullable): %NULL for the whole report, Letter size and no dates
 * @error: return location
 *
 * Projects a plan and lays out its report. Amounts are those of mp_project(); nothing is computed here. May run in any
 * thread; the language is that of the call alone.
 *
 * Returns: (transfer full) (nullable): a PDF file, or %NULL with an error of mp_project() or %MP_REPORT_ERROR
 */
GBytes *
mp_report_render (const MpCase *kase, guint scenario, const MpParameters *parameters, const MpReportOptions *options, GError **error)
{
  return make (kase, scenario, parameters, options, MP_PAGES_PDF, finish_pdf, error);
}

/**
 * mp_report_pages:
 * @kase: a case without problems
 * @scenario: number of the plan
 * @parameters: the published figures
 * @options: (nullable): as of mp_report_render()
 * @error: return location
 *
 * The same pages as recordings, for thumbnails and the printer: cairo_set_source_surface() and paint. Their sizes are
 * those of cairo_recording_surface_get_extents(), in points.
 *
 * Returns: (transfer full) (element-type cairo_surface_t) (nullable): the pages
 */
GPtrArray *
mp_report_pages (const MpCase *kase, guint scenario, const MpParameters *parameters, const MpReportOptions *options, GError **error)
{
  return make (kase, scenario, parameters, options, MP_PAGES_RECORD, finish_pages, error);
}

/**
 * mp_report_write:
 * @kase: a case without problems
 * @scenario: number of the plan
 * @parameters: the published figures
 * @options: (nullable): as of mp_report_render()
 * @path: the file
 * @error: return location
 *
 * Writes the report of mp_report_render(), whole or not at all.
 *
 * Returns: %FALSE with an error, also of %G_FILE_ERROR
 */
gboolean
mp_report_write (const MpCase *kase, guint scenario, const MpParameters *parameters, const MpReportOptions *options, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = mp_report_render (kase, scenario, parameters, options, error);
  gconstpointer data;
  gsize length;

  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &length);
  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}
