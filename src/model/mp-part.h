/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A part of the case as an object: its properties are the keys that the case file has there. */

#pragma once

#include "mp-edit.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MpCaseModel MpCaseModel;

#define MP_TYPE_PART (mp_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpPart, mp_part, MP, PART, GObject)

/**
 * MpPartClass:
 * @changed: the case has changed at @places, JSON pointers; chain up
 */
struct _MpPartClass {
  GObjectClass parent_class;
  void (*changed) (MpPart *self, GPtrArray *places);
  /*< private >*/
  GArray *keys; /* MpEditKey */
};

#define MP_TYPE_PART_LIST (mp_part_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpPartList, mp_part_list, MP, PART_LIST, GObject)

struct _MpPartListClass {
  GObjectClass parent_class;
  GType (*item_type) (void);
};

MpCaseModel *mp_part_get_model   (MpPart *self);
const char  *mp_part_get_pointer (MpPart *self);
gboolean     mp_part_get_present (MpPart *self);
char        *mp_part_get_text    (MpPart *self, const char *key);
gboolean     mp_part_set_text    (MpPart *self, const char *key, const char *text, const char *title,
                                         GPtrArray *problems);

const char  *mp_part_list_get_pointer   (MpPartList *self);
MpPart      *mp_part_list_append        (MpPartList *self, const char *label);
gboolean     mp_part_list_remove        (MpPartList *self, guint position, const char *label, GPtrArray *problems);

G_END_DECLS
