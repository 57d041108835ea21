/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The main window: the people, and the pages of one of them. */

#pragma once

#include "mp-case-model.h"
#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_WINDOW (mp_window_get_type ())
G_DECLARE_FINAL_TYPE (MpWindow, mp_window, MP, WINDOW, AdwApplicationWindow)

GtkWidget          *mp_window_new            (AdwApplication *application, MpStore *store, const MpParameters *parameters);
MpCaseModel        *mp_window_get_model      (MpWindow *self);
const MpParameters *mp_window_get_parameters (MpWindow *self);
void                mp_window_set_parameters (MpWindow *self, const MpParameters *parameters);
const char         *mp_window_get_page       (MpWindow *self);
gboolean            mp_window_is_locked      (MpWindow *self);
void                mp_window_open_file      (MpWindow *self, GFile *file);
void                mp_window_open_files     (MpWindow *self, GFile **files, int n_files);
void                mp_window_open_person    (MpWindow *self, const char *person_id);
void                mp_window_show_page      (MpWindow *self, const char *page, MpMonth month);
void                mp_window_show_why       (MpWindow *self);
void                mp_window_restore        (MpWindow *self);
void                mp_window_show_bar       (MpWindow *self, const char *text);

G_END_DECLS
