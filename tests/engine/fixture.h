/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the fixtures of the engine's tests have in common. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

#define NONE MP_MONTH_NONE
#define OPEN MP_MONTH_OPEN

/* The published figures, read once and kept to the end of the program. */
G_GNUC_UNUSED static MpParameters *
shared_parameters (void)
{
  static MpParameters *parameters;

  if (parameters == NULL)
    {
      g_autoptr (GError) error = NULL;

      parameters = mp_parameters_new (&error);
      g_assert_no_error (error);
    }
  return parameters;
}

/* Adds a table of { name, test } below `path`, each test with its own `Type` from set_up () to tear_down (). */
#define add_tests(path, Type, tests, n) \
  G_STMT_START { \
    for (guint i_ = 0; i_ < (n); i_++) \
      { \
        g_autofree char *path_ = g_strconcat ((path), (tests)[i_].name, NULL); \
        g_test_add (path_, Type, NULL, set_up, (tests)[i_].test, tear_down); \
      } \
  } G_STMT_END

G_END_DECLS
