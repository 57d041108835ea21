/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rule catalogue: every rule id with a short title and where the rule is written. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpRule:
 * @id: "DI-44", "SSI-20", "TTW-25"
 * @program: "ssdi", "ssi" or "ticket"
 * @title: a few words
 * @citation: statute, regulation or manual
 */
typedef struct {
  const char *id;
  const char *program;
  const char *title;
  const char *citation;
} MpRule;

const MpRule *mp_rule_find (const char *id); /* NULL when there is none; loads the catalogue once */
const MpRule *mp_rules_all (guint *n_rules);

G_END_DECLS
