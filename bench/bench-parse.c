/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a stream costs at the very least: reads lines and parses each with jansson, no more. */

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

int
main (void)
{
  char *line = NULL;
  size_t room = 0;
  ssize_t length;

  while ((length = getline (&line, &room, stdin)) > 0)
    {
      json_t *root = json_loadb (line, (size_t) length, JSON_REJECT_DUPLICATES, NULL);

      if (root == NULL)
        return EXIT_FAILURE;
      json_decref (root);
    }
  free (line);
  return EXIT_SUCCESS;
}
