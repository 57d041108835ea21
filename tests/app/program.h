/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program with a caseload of its own, for tests of whole windows. */

#pragma once

#include "mp-application.h"
#include "mp-store.h"

#include <adwaita.h>

static MpApplication *application;
static MpParameters *figures;
static MpStore *store;

static inline void
begin_program (int *argc, char ***argv)
{
  g_autofree char *home = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (home, "people.db", NULL);
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  figures = mp_parameters_new (NULL);
  application = mp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  store = mp_store_open (path, &error);
  g_assert_no_error (error);
}

static inline int
run_program_tests (void)
{
  const int result = g_test_run ();

  g_object_unref (store);
  g_object_unref (application);
  mp_parameters_free (figures);
  return result;
}
