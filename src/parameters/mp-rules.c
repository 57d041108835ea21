/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-rules.h"

#include "mp-csv.h"
#include "mp-parameters-private.h"

typedef struct {
  MpCsv *table; /* the rules point into it */
  MpRule *rules;
  GHashTable *by_id;
} Catalogue;

/* It is part of the program, so damage to it is a mistake of the build, not of somebody's data. */
static gpointer
load (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = _mp_bundled_table ("rules.csv", NULL, &error);
  Catalogue *self = g_new0 (Catalogue, 1);
  gint id, program, title, citation;

  if (bytes != NULL)
    self->table = mp_csv_parse ("rules.csv", bytes, &error);
  if (self->table == NULL)
    g_error ("The rule catalogue cannot be read: %s", error->message);
  id = mp_csv_column (self->table, "id");
  program = mp_csv_column (self->table, "program");
  title = mp_csv_column (self->table, "title");
  citation = mp_csv_column (self->table, "citation");
  self->rules = g_new (MpRule, self->table->n_rows);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->table->n_rows; i++)
    {
      self->rules[i] = (MpRule) { mp_csv_cell (self->table, i, id), mp_csv_cell (self->table, i, program),
                                  mp_csv_cell (self->table, i, title), mp_csv_cell (self->table, i, citation) };
      g_hash_table_insert (self->by_id, (gpointer) self->rules[i].id, &self->rules[i]);
    }
  return self;
}

static const Catalogue *
catalogue (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * mp_rule_find:
 * @id: a rule's id, such as "DI-44" or "SSI-01"
 *
 * Returns: (transfer none) (nullable): the rule
 */
const MpRule *
mp_rule_find (const char *id)
{
  return g_hash_table_lookup (catalogue ()->by_id, id);
}

/**
 * mp_rules_all:
 * @n_rules: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_rules): the rules, by program and number
 */
const MpRule *
mp_rules_all (guint *n_rules)
{
  *n_rules = catalogue ()->table->n_rows;
  return catalogue ()->rules;
}
