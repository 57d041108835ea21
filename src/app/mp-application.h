/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program: its figures and its people, opened once for all windows. */

#pragma once

#include "mp-parameters.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_APPLICATION (mp_application_get_type ())
G_DECLARE_FINAL_TYPE (MpApplication, mp_application, MP, APPLICATION, AdwApplication)

MpApplication *mp_application_new             (void);
void           mp_application_take_parameters (MpApplication *self, MpParameters *parameters);

G_END_DECLS
