/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-problem.h"

static void
problem_free (gpointer data)
{
  MpProblem *problem = data;

  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem);
}

/**
 * mp_problems_new:
 *
 * Returns: (transfer full) (element-type MpProblem): an empty list of problems
 */
GPtrArray *
mp_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

/**
 * mp_problems_add:
 * @problems: (element-type MpProblem): a list
 * @pointer: JSON pointer of the place
 * @format: what is wrong, as for printf()
 * @...: its arguments
 *
 * Adds a problem.
 */
void
mp_problems_add (GPtrArray *problems, const char *pointer, const char *format, ...)
{
  MpProblem *problem = g_new (MpProblem, 1);
  va_list args;

  problem->pointer = g_strdup (pointer);
  va_start (args, format);
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (problems, problem);
}

/**
 * mp_pointer_append_part:
 * @pointer: a JSON pointer up to the slash before the part
 * @part: a key, as it stands in the document
 *
 * Adds a part to a JSON pointer, "~" and "/" in it written "~0" and "~1" (RFC 6901).
 */
void
mp_pointer_append_part (GString *pointer, const char *part)
{
  for (; *part != '\0'; part++)
    if (*part == '~')
      g_string_append (pointer, "~0");
    else if (*part == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *part);
}
