/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is printed or saved for the person. */

#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

#define MP_TYPE_REPORT_PAGE (mp_report_page_get_type ())
G_DECLARE_FINAL_TYPE (MpReportPage, mp_report_page, MP, REPORT_PAGE, MpPage)

gboolean mp_report_page_write_pdf (MpReportPage *self, const char *path, GError **error);

G_END_DECLS
