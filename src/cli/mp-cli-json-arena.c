/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Memory of jansson in a stream: taken piece after piece from a block of the thread, given back all at
 * once after each line. jansson's functions are one pair for the process, so the blocks are found by thread. */

#include "mp-cli.h"

#include <jansson.h>

#define BLOCK_BYTES ((gsize) 256 * 1024)
/* What a line may keep for the next one; more goes back to the system. */
#define KEPT_BYTES ((gsize) 1024 * 1024)

typedef struct _Block Block;
struct _Block {
  Block *next;
  gsize size;
  _Alignas (16) guint8 data[];
};

static __thread Block *block;     /* in use; the ones after it are full */
static __thread gsize used;

static Block *
new_block (gsize size)
{
  Block *made = g_malloc (sizeof (Block) + size);

  made->next = block;
  made->size = size;
  used = 0;
  return made;
}

static void *
take (size_t size)
{
  void *memory;

  size = (size + 15) & ~(gsize) 15;
  if (block == NULL || block->size - used < size)
    block = new_block (MAX (size, BLOCK_BYTES));
  memory = block->data + used;
  used += size;
  return memory;
}

static void
keep (void *memory)
{
  /* until mp_cli_json_arena_reset () */
}

/* From now on jansson takes its memory here, in every thread. */
void
mp_cli_json_arena_use (void)
{
  json_set_alloc_funcs (take, keep);
}

static void
free_blocks (Block *first)
{
  while (first != NULL)
    {
      Block *next = first->next;
      g_free (first);
      first = next;
    }
}

/* Gives up what this thread took for a line; nothing of it may be used any more. */
void
mp_cli_json_arena_reset (void)
{
  if (block == NULL)
    return;
  free_blocks (block->next);
  block->next = NULL;
  used = 0;
  if (block->size > KEPT_BYTES)
    mp_cli_json_arena_free ();
}

/* The same, without keeping a block: at the end of a thread. */
void
mp_cli_json_arena_free (void)
{
  free_blocks (block);
  block = NULL;
  used = 0;
}
