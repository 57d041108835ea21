/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the tables of data/parameters and writes _mp_bundled_figures as C. usage: mp-write-figures FILE */

#include "mp-figures.h"

#include <stdlib.h>

static void
write_figure (GString *out, const MpFigureRow *row)
{
  g_autofree char *citation = g_strescape (row->citation != NULL ? row->citation : "", NULL);
  g_autofree char *verified = g_strescape (row->verified != NULL ? row->verified : "", NULL);

  if (row->citation == NULL)
    g_string_append (out, "{ 0 }");
  else
    g_string_append_printf (out, "{ %" G_GINT64_FORMAT ", %d, \"%s\", \"%s\" }", row->value, row->from, citation, verified);
}

static void
write_series (GString *out, const MpFigures *figures)
{
  g_string_append (out, "static const MpSeriesRow series[] = {\n");
  for (guint i = 0; i < figures->n_series; i++)
    {
      g_string_append_printf (out, "  { %d, ", figures->series[i].series);
      write_figure (out, &figures->series[i].figure);
      g_string_append_printf (out, ", %d },\n", figures->series[i].to);
    }
  g_string_append (out, "};\n\n");
}

static void
write_thresholds (GString *out, const MpFigures *figures)
{
  g_string_append (out, "static const MpThresholdRow thresholds[] = {\n");
  for (guint i = 0; i < figures->n_thresholds; i++)
    {
      g_string_append_printf (out, "  { %u, ", figures->thresholds[i].slot);
      write_figure (out, &figures->thresholds[i].figure);
      g_string_append (out, ", ");
      write_figure (out, &figures->thresholds[i].medicaid);
      g_string_append (out, " },\n");
    }
  g_string_append (out, "};\n\n");
}

static void
write_supplements (GString *out, const MpFigures *figures)
{
  g_string_append (out, "static const MpSupplementRow supplements[] = {\n");
  for (guint i = 0; i < figures->n_supplements; i++)
    {
      const MpSupplementRow *row = &figures->supplements[i];

      g_string_append_printf (out, "  { %u, %d, %d, ", row->slot, row->to, row->last_year);
      write_figure (out, &row->figure);
      g_string_append (out, " },\n");
    }
  g_string_append (out, "};\n\n");
}

static void
write_retirement (GString *out, const char *name, const MpRetirementAge *ages, guint n)
{
  g_string_append_printf (out, "static const MpRetirementAge %s[] = {\n", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "  { %d, %d },\n", ages[i].first_year, ages[i].months);
  g_string_append (out, "};\n\n");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpTables) tables = _mp_tables_load (_mp_bundled_table, NULL, &error);
  g_autoptr (MpFigures) figures = tables != NULL ? _mp_figures_read (tables, &error) : NULL;
  g_autoptr (MpRowList) rows = figures != NULL ? _mp_row_list_new (g_steal_pointer (&tables), NULL, 0) : NULL;
  g_autoptr (GString) out = g_string_new ("/* Written by mp-write-figures from data/parameters. */\n\n#include \"mp-figures.h\"\n\n");

  /* The program lists them when somebody asks: that must not fail then. */
  if (rows == NULL || !_mp_row_list_fill (rows, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  write_series (out, figures);
  write_thresholds (out, figures);
  write_supplements (out, figures);
  write_retirement (out, "ages", figures->retirement[0], figures->n_retirement[0]);
  write_retirement (out, "widows", figures->retirement[1], figures->n_retirement[1]);
  g_string_append (out, "const MpFigures _mp_bundled_figures = {\n"
                   "  .series = series, .thresholds = thresholds, .supplements = supplements, .retirement = { ages, widows },\n"
                   "  .n_series = G_N_ELEMENTS (series), .n_thresholds = G_N_ELEMENTS (thresholds),\n"
                   "  .n_supplements = G_N_ELEMENTS (supplements), .n_retirement = { G_N_ELEMENTS (ages), G_N_ELEMENTS (widows) },\n"
                   "};\n");
  if (argc == 2 && g_file_set_contents (argv[1], out->str, -1, &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error != NULL ? error->message : "usage: mp-write-figures FILE");
  return EXIT_FAILURE;
}
