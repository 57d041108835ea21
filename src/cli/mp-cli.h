/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the commands of milepost-cli share: exit statuses, messages, reading and writing. */

#pragma once

#include "mp-casefile.h"
#include "mp-overlay.h"
#include "mp-projection.h"

G_BEGIN_DECLS

/** MpExit: Exit statuses of the contract. */
typedef enum {
  MP_EXIT_DONE = 0,
  MP_EXIT_DATA = 1,    /* the data were refused, or a file is not what it says */
  MP_EXIT_USAGE = 2,   /* the command line was wrong */
  MP_EXIT_SYSTEM = 3,  /* a file, pipe, disk or memory failed */
} MpExit;

/** MpCommand: One command; argv[0] is its name. */
typedef struct {
  const char *name;
  const char *arguments;
  const char *summary;
  MpExit (*run) (gint argc, char **argv);
} MpCommand;

MpExit mp_cli_project    (gint argc, char **argv);
MpExit mp_cli_check      (gint argc, char **argv);
MpExit mp_cli_explain    (gint argc, char **argv);
MpExit mp_cli_parameters (gint argc, char **argv);
MpExit mp_cli_chart      (gint argc, char **argv);
MpExit mp_cli_report     (gint argc, char **argv);
MpExit mp_cli_curve      (gint argc, char **argv);
MpExit mp_cli_ask        (gint argc, char **argv);
MpExit mp_cli_paid       (gint argc, char **argv);
MpExit mp_cli_compare    (gint argc, char **argv);
MpExit mp_cli_caseload   (gint argc, char **argv);
MpExit mp_cli_db         (gint argc, char **argv);
MpExit mp_cli_stream     (gboolean summary, gboolean explain, guint jobs);

void mp_cli_json_arena_use   (void);
void mp_cli_json_arena_reset (void);
void mp_cli_json_arena_free  (void);
MpExit mp_cli_export     (gint argc, char **argv);
MpExit mp_cli_calendar   (gint argc, char **argv);

#define MP_CLI_LINE_MAX ((gsize) 1024 * 1024)
/** MpCliLineFunc: Gets a line that is not blank, without its end, and its number from 1; text is NULL when it is
 *  longer than MP_CLI_LINE_MAX. FALSE: no more, it was said why. */
typedef gboolean (*MpCliLineFunc) (gpointer data, const char *text, gsize length, guint64 line);
/** MpCliPauseFunc: Called before each wait for more, and at the end. */
typedef gboolean (*MpCliPauseFunc) (gpointer data);
MpExit mp_cli_read_lines (gint fd, const char *name, MpCliLineFunc take, MpCliPauseFunc pause, gpointer data);
/* Adds what is wrong with a line that is too long. */
void   mp_cli_long_line (GPtrArray *problems);

void     mp_cli_message (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Reads the options of a command; what is left of argv must be n_files file names, one or more when n_files is -1. FALSE: said, status in *status. */
gboolean mp_cli_options (gint *argc, char ***argv, const GOptionEntry *entries, const char *usage, gint n_files, MpExit *status);
/* The same for a command that takes from `least` to `most` names; most < 0: any number. */
gboolean mp_cli_parse (gint *argc, char ***argv, const GOptionEntry *entries, const char *usage, gint least, gint most,
                       MpExit *status);
/* Reads a case file; errors are said on standard error. */
MpCase  *mp_cli_load (const char *path, MpExit *status);
void     mp_cli_say_problems (const char *path, const GPtrArray *problems);
/* The published figures, with those of the user's file laid over them when there is one. */
MpParameters *mp_cli_figures       (MpExit *status);
MpOverlay    *mp_cli_load_overlay  (const char *path, MpExit *status);
/* Keeps figures entered by hand when they fit the published ones. */
MpParameters *mp_cli_keep_overlay  (const MpOverlay *overlay, const char *path, MpExit *status);
/* The number of a scenario by its name; NULL is the first. Said when there is none. */
gboolean mp_cli_find_scenario (const MpCase *kase, const char *name, guint *index);
/* Case, scenario and figures of a command about one case. FALSE: said, status in *status; what was read is the caller's. */
gboolean mp_cli_read_case (const char *path, const char *scenario, MpCase **kase, guint *index, MpParameters **figures, MpExit *status);
gboolean mp_cli_find_month (const MpCase *kase, const char *text, MpMonth *month);
/* Projects; an error is said with the file's name. */
MpProjection *mp_cli_run (const char *path, const MpCase *kase, guint scenario, const MpParameters *figures, MpProjectFlags flags);
/* Standard output, or the whole file at once so that no half-written file stands under its name. */
MpExit   mp_cli_write (const char *output, const char *data, gsize length);
gboolean mp_cli_write_stdout (const char *data, gsize length);

G_END_DECLS
