/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person as a row of the list of people. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

#define MP_TYPE_PERSON (mp_person_get_type ())
G_DECLARE_FINAL_TYPE (MpPerson, mp_person, MP, PERSON, GObject)

MpPerson           *mp_person_new              (MpStoreEntry *entry, MpMonth today);
const MpStoreEntry *mp_person_get_entry        (MpPerson *self);
const char         *mp_person_get_id           (MpPerson *self);
const char         *mp_person_get_name         (MpPerson *self);
char               *mp_person_dup_detail       (MpPerson *self);
char               *mp_person_dup_change       (MpPerson *self);
MpMonth             mp_person_get_change_month (MpPerson *self);
gboolean            mp_person_matches          (MpPerson *self, const char *folded);
gint                mp_person_compare_names    (MpPerson *self, MpPerson *other);

G_END_DECLS
