/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Linked with the whole of one layer and with what that layer may use, and nothing else: a layer
 * that reaches for SQLite, GTK or a higher layer does not link. */

int
main (void)
{
  return 0;
}
