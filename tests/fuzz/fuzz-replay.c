/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plays files, and all files of folders, through a fuzz target: the corpus as a normal test. Each is
 * played whole, cut off at several places, and with bytes changed, alike in every run.
 *
 * usage: TARGET FILE-OR-FOLDER... */

#include "fuzz.h"

#include <stdio.h>
#include <string.h>

#define CUTS 8
#define CHANGES 24

static guint n_files, n_plays;

static void
play (const guint8 *data, gsize size)
{
  LLVMFuzzerTestOneInput (data, size);
  n_plays++;
}

static void
play_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (n_files);
  g_autofree char *data = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, &error))
    g_error ("%s", error->message);
  n_files++;
  play ((guint8 *) data, size);
  for (guint i = 0; size > 0 && i < CUTS; i++)
    play ((guint8 *) data, size * i / CUTS);
  for (guint i = 0; size > 0 && i < CHANGES; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, size);

      for (gint n = g_rand_int_range (random, 1, 5); n > 0; n--)
        changed[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int_range (random, 0, 256);
      play (changed, size);
    }
}

static void
play_path (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    {
      play_file (path);
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      play_path (child);
    }
}

int
main (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    play_path (argv[i]);
  printf ("%u files, %u plays\n", n_files, n_plays);
  return n_files > 0 ? 0 : 1;
}
