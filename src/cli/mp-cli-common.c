/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

void
mp_cli_message (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", text);
}

gboolean
mp_cli_parse (gint *argc, char ***argv, const GOptionEntry *entries, const char *usage, gint least, gint most, MpExit *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Say what the command takes"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *old_name = g_strdup (g_get_prgname ());
  g_autofree char *name = g_strconcat ("milepost-cli ", (*argv)[0], NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_set_prgname (name);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      mp_cli_message (_("%s: %s (try --help)"), name, error->message);
      *status = MP_EXIT_USAGE;
      g_set_prgname (old_name);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
      g_set_prgname (old_name);
      *status = mp_cli_write (NULL, text, strlen (text));
      return FALSE;
    }
  g_set_prgname (old_name);
  if (*argc - 1 < least || (most >= 0 && *argc - 1 > most))
    {
      if (*argc - 1 >= least)
        mp_cli_message (_("%s: one thing too many, \"%s\" (try --help)"), name, (*argv)[most + 1]);
      else if (*argc > 1)
        mp_cli_message (_("%s: something is missing after \"%s\" (try --help)"), name, (*argv)[*argc - 1]);
      else
        mp_cli_message (_("%s: the name of a file is missing (try --help)"), name);
      *status = MP_EXIT_USAGE;
      return FALSE;
    }
  return TRUE;
}

gboolean
mp_cli_options (gint *argc, char ***argv, const GOptionEntry *entries, const char *usage, gint n_files, MpExit *status)
{
  return mp_cli_parse (argc, argv, entries, usage, n_files < 0 ? 1 : n_files, n_files, status);
}

void
mp_cli_long_line (GPtrArray *problems)
{
  mp_problems_add (problems, "", _("a case may have at most %d bytes on its line"), (gint) MP_CLI_LINE_MAX);
}

void
mp_cli_say_problems (const char *path, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MpProblem *problem = g_ptr_array_index (problems, i);

      if (problem->pointer[0] != '\0')
        mp_cli_message ("%s: %s: %s", path, problem->pointer, problem->message);
      else
        mp_cli_message ("%s: %s", path, problem->message);
    }
}

MpCase *
mp_cli_load (const char *path, MpExit *status)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpCase *kase = mp_case_load (path, problems, &error);

  if (error != NULL)
    {
      mp_cli_message ("milepost-cli: %s", error->message);
      *status = MP_EXIT_SYSTEM;
    }
  else if (kase == NULL)
    {
      mp_cli_say_problems (path, problems);
      *status = MP_EXIT_DATA;
    }
  return kase;
}

/* What reading a file gave besides NULL: what is wrong with its content, or that it cannot be read. */
static MpExit
say_refused (const char *path, const GPtrArray *problems, const GError *error)
{
  mp_cli_say_problems (path, problems);
  if (error == NULL)
    return MP_EXIT_DATA;
  mp_cli_message ("milepost-cli: %s", error->message);
  return MP_EXIT_SYSTEM;
}

MpOverlay *
mp_cli_load_overlay (const char *path, MpExit *status)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpOverlay *overlay = mp_overlay_load (path, problems, &error);

  if (overlay == NULL)
    *status = say_refused (path, problems, error);
  return overlay;
}

MpParameters *
mp_cli_keep_overlay (const MpOverlay *overlay, const char *path, MpExit *status)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpParameters *figures = mp_overlay_keep (overlay, problems, &error);

  if (figures == NULL)
    *status = say_refused (path, problems, error);
  return figures;
}

MpParameters *
mp_cli_figures (MpExit *status)
{
  g_autofree char *path = mp_overlay_default_path ();
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpParameters *figures = mp_parameters_new_for_user (problems, &error);

  if (figures == NULL)
    *status = say_refused (path, problems, error);
  return figures;
}

gboolean
mp_cli_find_scenario (const MpCase *kase, const char *name, guint *index)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *index = 0;
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      if (g_str_equal (kase->scenarios[i].name, name))
        {
          *index = i;
          return TRUE;
        }
      g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", kase->scenarios[i].name);
    }
  mp_cli_message (_("milepost-cli: no scenario is named \"%s\"; there are %s"), name, names->str);
  return FALSE;
}

gboolean
mp_cli_read_case (const char *path, const char *scenario, MpCase **kase, guint *index, MpParameters **figures, MpExit *status)
{
  *kase = mp_cli_load (path, status);
  if (*kase == NULL)
    return FALSE;
  if (!mp_cli_find_scenario (*kase, scenario, index))
    {
      *status = MP_EXIT_USAGE;
      return FALSE;
    }
  *figures = mp_cli_figures (status);
  return *figures != NULL;
}

gboolean
mp_cli_find_month (const MpCase *kase, const char *text, MpMonth *month)
{
  char first[MP_MONTH_TEXT_SIZE], last[MP_MONTH_TEXT_SIZE];

  if (text == NULL)
    {
      mp_cli_message (_("milepost-cli: say which month with --month YYYY-MM, from %s to %s"), mp_month_to_text (kase->projection.start, first),
                      mp_month_to_text (kase->projection.start + kase->projection.months - 1, last));
      return FALSE;
    }
  if (!mp_month_parse (text, month))
    {
      mp_cli_message (_("milepost-cli: a month is YYYY-MM, got \"%s\""), text);
      return FALSE;
    }
  if (*month >= kase->projection.start && *month < kase->projection.start + kase->projection.months)
    return TRUE;
  mp_cli_message (_("milepost-cli: %s is not in the projection, which runs from %s to %s"), text,
                  mp_month_to_text (kase->projection.start, first),
                  mp_month_to_text (kase->projection.start + kase->projection.months - 1, last));
  return FALSE;
}

MpProjection *
mp_cli_run (const char *path, const MpCase *kase, guint scenario, const MpParameters *figures, MpProjectFlags flags)
{
  g_autoptr (MpProjection) projection = mp_projection_new ();
  g_autoptr (GError) error = NULL;

  if (mp_project (projection, kase, scenario, figures, flags, &error))
    return g_steal_pointer (&projection);
  mp_cli_message ("%s: /scenarios/%u: %s", path, scenario, error->message);
  return NULL;
}

/* Writes all of it, or says why not: a closed pipe and a full disk are errors like any other. */
static gboolean
write_all (gint fd, const char *name, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          mp_cli_message (_("milepost-cli: could not write to %s: %s"), name, g_strerror (errno));
          return FALSE;
        }
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

gboolean
mp_cli_write_stdout (const char *data, gsize length)
{
  return write_all (STDOUT_FILENO, _("standard output"), data, length);
}

MpExit
mp_cli_write (const char *output, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  if (output == NULL || g_str_equal (output, "-"))
    return mp_cli_write_stdout (data, length) ? MP_EXIT_DONE : MP_EXIT_SYSTEM;
  /* A device or a pipe is written to; only a file is replaced. */
  if (g_stat (output, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode))
    {
      gint fd = g_open (output, O_WRONLY | O_CLOEXEC, 0);
      gboolean written;

      if (fd < 0)
        {
          mp_cli_message (_("milepost-cli: could not write to %s: %s"), output, g_strerror (errno));
          return MP_EXIT_SYSTEM;
        }
      written = write_all (fd, output, data, length);
      if (!g_close (fd, written ? &error : NULL) && written)
        {
          mp_cli_message (_("milepost-cli: could not write to %s: %s"), output, error->message);
          written = FALSE;
        }
      return written ? MP_EXIT_DONE : MP_EXIT_SYSTEM;
    }
  if (g_file_set_contents_full (output, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0644, &error))
    return MP_EXIT_DONE;
  if (g_file_test (output, G_FILE_TEST_IS_REGULAR))
    /* Translators: a file, then why */
    mp_cli_message (_("milepost-cli: could not write %1$s, which is as it was: %2$s"), output, error->message);
  else
    mp_cli_message (_("milepost-cli: could not write %s: %s"), output, error->message);
  return MP_EXIT_SYSTEM;
}
