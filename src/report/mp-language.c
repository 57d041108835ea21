/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-language.h"

#include <gio/gio.h>

#include "mp-language-resources.h"

const char *const mp_languages[] = { "en", "es", NULL };

static MpCatalogue *
load (const char *language)
{
  g_autofree char *path = g_strdup_printf ("/io/github/milepost/Milepost/languages/%s.mo", language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) mo = NULL;
  MpCatalogue *catalogue;

  if (g_str_equal (language, "en"))
    return mp_catalogue_new_plain (language);
  mo = g_resource_lookup_data (mp_languages_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  catalogue = mo != NULL ? mp_catalogue_new (mo, language) : NULL;
  if (catalogue == NULL) /* damage here is a mistake of the build, not of somebody's data */
    g_error ("the texts of language %s are damaged: %s", language, error != NULL ? error->message : path);
  return catalogue;
}

static gpointer
load_all (gpointer unused)
{
  MpCatalogue **all = g_new0 (MpCatalogue *, G_N_ELEMENTS (mp_languages));

  for (guint i = 0; mp_languages[i] != NULL; i++)
    all[i] = load (mp_languages[i]);
  return all;
}

/**
 * mp_language_find:
 * @language: (nullable): "en", "es" or %NULL
 *
 * Returns: (transfer none) (nullable): what mp_i18n_use() takes
 */
const MpCatalogue *
mp_language_find (const char *language)
{
  static GOnce once = G_ONCE_INIT;
  MpCatalogue **all = g_once (&once, load_all, NULL);

  for (guint i = 0; language != NULL && mp_languages[i] != NULL; i++)
    if (g_str_equal (mp_languages[i], language))
      return all[i];
  return NULL;
}
