/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For the classes of the parts of a case. */

#pragma once

#include "mp-part.h"

G_BEGIN_DECLS

void _mp_part_class_install (MpPartClass *klass, const char *pointer);
void _mp_part_changed       (MpPart *self, GPtrArray *places);
void _mp_part_list_changed         (MpPartList *self, GPtrArray *places);

G_END_DECLS
