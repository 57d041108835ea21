/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A small table of texts with one tab stop, whose rows a screen reader reads as sentences. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TABLE (mp_table_get_type ())
G_DECLARE_FINAL_TYPE (MpTable, mp_table, MP, TABLE, GtkWidget)

/* The text of a cell (transfer full), asked for when it is shown. */
typedef char      *(*MpTableCell) (gpointer data, guint row, guint column);
/* A widget behind the first cell of a row, or before its text. */
typedef GtkWidget *(*MpTableMenu)  (gpointer data, guint row, guint n_rows);

GtkWidget *mp_table_new (MpTableCell cell, MpTableMenu menu, gpointer data, const char *name);
void       mp_table_scroll (MpTable *self);
void       mp_table_set_movable (MpTable *self);
void       mp_table_set_mark (MpTable *self, MpTableMenu mark);
void       mp_table_set_two_lines (MpTable *self, guint columns);
void       mp_table_set_words (MpTable *self, guint columns);
void       mp_table_set (MpTable *self, const char *const *titles, guint n_rows);

G_END_DECLS
