/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-settings.h"

#define SCHEMA "io.github.milepost.Milepost"

/* Of a program that is not installed, a test or a bench: its build folder has the compiled schema. */
static GSettingsSchema *
find_beside_program (void)
{
  static const char *const places[] = { "../../data", "../data" };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *data = g_build_filename (folder, places[i], NULL);
      g_autoptr (GSettingsSchemaSource) source =
        g_settings_schema_source_new_from_directory (data, g_settings_schema_source_get_default (), TRUE, NULL);
      GSettingsSchema *schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, FALSE) : NULL;

      if (schema != NULL)
        return schema;
    }
  return NULL;
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

/**
 * mp_settings_use_language:
 *
 * Takes the language of the preferences rather than that of the desktop, for everything that the program says from here
 * on. To be called before mp_i18n_start() and before there is a second thread.
 */
void
mp_settings_use_language (void)
{
  g_autofree char *language = g_settings_get_string (mp_settings_get (), "language");

  if (*language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
}
