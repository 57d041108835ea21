/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Memory that is freed all at once: a case and everything it points to. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MpArena MpArena;

MpArena *mp_arena_new (void);
void     mp_arena_free (MpArena *self);
void     mp_arena_reset (MpArena *self);
gpointer mp_arena_alloc (MpArena *self, gsize size);
char    *mp_arena_strdup (MpArena *self, const char *text);
gpointer mp_arena_grow (MpArena *self, gpointer array, gsize n, gsize element_size);
gpointer mp_arena_copy_array (MpArena *self, gconstpointer array, gsize n, gsize element_size);

/**
 * mp_arena_append:
 * @arena: an arena
 * @array: a pointer to the first element, replaced when the array grows
 * @n: the number of elements, raised by one
 *
 * Adds a zeroed element to an array in the arena.
 *
 * Returns: the new element
 */
#define mp_arena_append(arena, array, n) \
  ((array) = mp_arena_grow ((arena), (array), (n), sizeof *(array)), &(array)[(n)++])

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpArena, mp_arena_free)

G_END_DECLS
