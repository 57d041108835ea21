/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loaded into gtk4-builder-tool, which finds a class by its name only when its library is there, and the parent of a
 * template only when it is registered. */

#include "mp-page.h"

static void __attribute__ ((constructor))
register_parents (void)
{
  g_type_ensure (ADW_TYPE_BIN);
  g_type_ensure (ADW_TYPE_WINDOW);
  g_type_ensure (ADW_TYPE_APPLICATION_WINDOW);
  g_type_ensure (MP_TYPE_PAGE);
}
