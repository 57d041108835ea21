/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-application.h"
#include "mp-catalogue.h"
#include "mp-settings.h"

int
main (int argc, char *argv[])
{
  g_autoptr (MpApplication) application = NULL;

  mp_settings_use_language ();
  mp_i18n_start (MP_LOCALEDIR);
  application = mp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
