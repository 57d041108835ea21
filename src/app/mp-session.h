/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When the person's own session is locked, or the machine goes to sleep. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_TYPE_SESSION (mp_session_get_type ())
G_DECLARE_FINAL_TYPE (MpSession, mp_session, MP, SESSION, GObject)

MpSession *mp_session_new (GDBusConnection *bus);

G_END_DECLS
