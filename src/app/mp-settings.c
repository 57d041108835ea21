/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-settings.h"

#define SCHEMA "io.github.milepost.Milepost"

/* Of a program that is not installed: its build folder has the compiled schema. */
static GSettingsSchema *
find_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder != NULL ? g_build_filename (folder, "..", "..", "data", NULL) : NULL;
  g_autoptr (GSettingsSchemaSource) source = NULL;

  if (data != NULL)
    source = g_settings_schema_source_new_from_directory (data, g_settings_schema_source_get_default (), TRUE, NULL);
  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, FALSE) : NULL;
}

/**
 * mp_settings_get:
 *
 * Returns: (transfer none): the settings of the program
 */
GSettings *
mp_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = find_beside_program ();

      if (schema == NULL && source != NULL)
        schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
      if (schema == NULL)
        g_error ("the settings schema %s is not installed: run meson install, or set GSETTINGS_SCHEMA_DIR", SCHEMA);
      settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}
