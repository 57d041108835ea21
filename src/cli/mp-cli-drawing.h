/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A plan of a case and where to write what is made of it. */

#pragma once

#include "mp-cli.h"

G_BEGIN_DECLS

typedef struct {
  const char *path;
  char *output;
  char *scenario;
  MpCase *kase;
  MpParameters *figures;
  guint index;
} MpDrawing;

#define MP_DRAWING_ENTRIES(self) \
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &(self)->output, N_("the file to write"), N_("FILE") }, \
  { "scenario", 's', 0, G_OPTION_ARG_STRING, &(self)->scenario, N_("this scenario rather than the first"), N_("NAME") }

void     mp_drawing_clear (MpDrawing *self);
/* Reads options, case and figures. FALSE: said, status in *status. */
gboolean mp_drawing_read  (MpDrawing *self, const GOptionEntry *entries, gboolean needs_output, gint argc, char **argv, MpExit *status);
/* The number of a word in a NULL-terminated list, `otherwise` for NULL, or -1: said. */
gint     mp_cli_choose    (const char *command, const char *option, const char *word, const char *const *words, gint otherwise);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpDrawing, mp_drawing_clear)

G_END_DECLS
