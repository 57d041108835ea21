/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-arena.h"

#include <string.h>

#define CHUNK_SIZE ((gsize) 8192)

typedef struct _Chunk Chunk;
struct _Chunk {
  Chunk *next;
  gsize size;
  _Alignas (16) guint8 data[];
};

struct _MpArena {
  Chunk *chunks; /* the first is the one in use */
  gsize used;
};

/**
 * mp_arena_new:
 *
 * Returns: (transfer full): an empty arena, which allocates nothing until it is used; free with mp_arena_free()
 */
MpArena *
mp_arena_new (void)
{
  return g_new0 (MpArena, 1);
}

static void
free_chunks (Chunk *chunk)
{
  while (chunk != NULL)
    {
      Chunk *next = chunk->next;
      g_free (chunk);
      chunk = next;
    }
}

/**
 * mp_arena_free:
 * @self: (nullable): an arena
 *
 * Frees the arena with all that was allocated in it.
 */
void
mp_arena_free (MpArena *self)
{
  if (self == NULL)
    return;
  free_chunks (self->chunks);
  g_free (self);
}

/**
 * mp_arena_reset:
 * @self: an arena
 *
 * Gives up everything allocated, but keeps one block for what comes next.
 */
void
mp_arena_reset (MpArena *self)
{
  if (self->chunks == NULL)
    return;
  free_chunks (self->chunks->next);
  self->chunks->next = NULL;
  self->used = 0;
}

/**
 * mp_arena_alloc:
 * @self: an arena
 * @size: how many bytes
 *
 * Returns: (transfer none): zeroed memory that lives as long as the arena
 */
gpointer
mp_arena_alloc (MpArena *self, gsize size)
{
  gpointer memory;

  size = (size + 15) & ~(gsize) 15;
  if (self->chunks == NULL || self->chunks->size - self->used < size)
    {
      gsize room = MAX (size, CHUNK_SIZE);
      Chunk *chunk = g_malloc (sizeof (Chunk) + room);
      chunk->next = self->chunks;
      chunk->size = room;
      self->chunks = chunk;
      self->used = 0;
    }
  memory = self->chunks->data + self->used;
  self->used += size;
  return memset (memory, 0, size);
}

/**
 * mp_arena_strdup:
 * @self: an arena
 * @text: (nullable): a text
 *
 * Returns: (nullable): a copy of @text that lives as long as the arena, or %NULL for %NULL
 */
char *
mp_arena_strdup (MpArena *self, const char *text)
{
  gsize size;

  if (text == NULL)
    return NULL;
  size = strlen (text) + 1;
  return memcpy (mp_arena_alloc (self, size), text, size);
}

/* An array holds 4, 8, 16 … elements, so that their number alone tells when it is full. */
static gsize
capacity (gsize n)
{
  gsize room = 4;

  while (room < n)
    room *= 2;
  return room;
}

/**
 * mp_arena_grow:
 * @self: an arena
 * @array: (nullable): the elements so far, from this function or mp_arena_copy_array()
 * @n: how many there are
 * @element_size: bytes of one
 *
 * Makes room for one more element. Use mp_arena_append().
 *
 * Returns: (transfer none): the array, moved if it was full, its element @n zeroed
 */
gpointer
mp_arena_grow (MpArena *self, gpointer array, gsize n, gsize element_size)
{
  guint8 *grown = array;

  if (n == 0 || capacity (n) == n)
    {
      grown = mp_arena_alloc (self, capacity (n + 1) * element_size);
      if (n > 0)
        memcpy (grown, array, n * element_size);
    }
  memset (grown + n * element_size, 0, element_size);
  return grown;
}

/**
 * mp_arena_copy_array:
 * @self: an arena
 * @array: (nullable): elements
 * @n: how many there are
 * @element_size: bytes of one
 *
 * Returns: (transfer none) (nullable): a copy that mp_arena_grow() can enlarge
 */
gpointer
mp_arena_copy_array (MpArena *self, gconstpointer array, gsize n, gsize element_size)
{
  gpointer copy;

  if (n == 0)
    return NULL;
  copy = mp_arena_alloc (self, capacity (n) * element_size);
  return memcpy (copy, array, n * element_size);
}
