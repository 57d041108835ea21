/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mp-casefile-fields.h"
#include "mp-edit.h"

G_BEGIN_DECLS

#define MP_EDIT_PART_SIZE 128

/* Where a pointer leads: a field of an object, or an entry of a list. */
typedef struct {
  const MpField *field;         /* NULL: an entry */
  guint8 *object;               /* the struct with the field, or the entry; NULL: an entry or a month that differs, not there yet */
  const MpSpec *spec;           /* of the object */
  const MpField *parent;        /* the key whose object holds the field; NULL: an entry or the case */
  guint8 *parent_object;        /* that has this key */
  const MpField *list;          /* of the innermost list */
  guint8 *list_object;
  guint index;
  MpWork *work;                 /* of a month that differs */
  MpMonth month;
  gint reading;                 /* -1: none */
  struct { const MpField *field; guint8 *object; } absent[4]; /* objects on the way that are not given */
  guint n_absent;
} MpEditPlace;

G_GNUC_INTERNAL MpEditKind _mp_edit_field_kind  (const MpField *field);
G_GNUC_INTERNAL gboolean  _mp_edit_next_part    (const char **pointer, char part[MP_EDIT_PART_SIZE]);
G_GNUC_INTERNAL const MpField *_mp_edit_find_field (const MpSpec *spec, const char *key);
G_GNUC_INTERNAL gboolean  _mp_edit_find         (MpCase *kase, const char *pointer, MpEditPlace *place);
G_GNUC_INTERNAL gpointer *_mp_edit_list         (MpCase *kase, const MpField *field, guint8 *object, const MpSpec **spec, guint **n);
G_GNUC_INTERNAL void      _mp_edit_make_present (MpCase *kase, MpEditPlace *place);
G_GNUC_INTERNAL void      _mp_edit_note_pay_day (MpCase *kase, const char *pointer, gboolean made);
G_GNUC_INTERNAL void      _mp_edit_settle       (MpCase *kase, const char *pointer, const MpEditPlace *place);

G_END_DECLS
