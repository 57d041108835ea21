/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of the list of people, which stay while other people are shown in them. */

#pragma once

#include "mp-person.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_TYPE_PERSON_ROW (mp_person_row_get_type ())
G_DECLARE_FINAL_TYPE (MpPersonRow, mp_person_row, MP, PERSON_ROW, GObject)

#define MP_TYPE_PEOPLE_ROWS (mp_people_rows_get_type ())
G_DECLARE_FINAL_TYPE (MpPeopleRows, mp_people_rows, MP, PEOPLE_ROWS, GObject)

MpPerson     *mp_person_row_get_person (MpPersonRow *self);
MpPeopleRows *mp_people_rows_new       (void);
void          mp_people_rows_set       (MpPeopleRows *self, GPtrArray *people, gboolean from_top);
guint         mp_people_rows_get_count (MpPeopleRows *self);
gboolean      mp_people_rows_follow    (MpPeopleRows *self);

G_END_DECLS
