/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sheet that asks what a case cannot be without, so that nothing about a person is assumed. */

#pragma once

#include "mp-case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_NEW_PERSON (mp_new_person_get_type ())
G_DECLARE_FINAL_TYPE (MpNewPerson, mp_new_person, MP, NEW_PERSON, AdwWindow)

/** MpBenefits: Which benefits a new person has: their facts are asked first. */
typedef enum { MP_BENEFITS_BOTH, MP_BENEFITS_SSDI, MP_BENEFITS_SSI } MpBenefits;

GtkWidget *mp_new_person_new          (GtkWindow *parent);
MpCase    *mp_new_person_make_case    (MpNewPerson *self);
MpBenefits mp_new_person_get_benefits (MpNewPerson *self);

G_END_DECLS
