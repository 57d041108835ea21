/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h> /* before the macros of the next */

#include "mp-i18n.h"

#include <locale.h>
#include <string.h>

/* The system's gettext finds a language only by the locale of the whole process, and only if that locale was
 * generated. So a catalogue is read here: a table of sorted originals, one of translations, both of (length, offset). */

#define MAGIC 0x950412deu
#define HEADER_SIZE 28
#define TWO_FORMS "plural=(n != 1)"

struct _MpCatalogue {
  GBytes *bytes;
  const guint8 *data;
  guint32 size, n, originals, translations;
  char *language;
};

static guint32
number_at (const MpCatalogue *self, guint32 offset)
{
  guint32 number;

  memcpy (&number, self->data + offset, sizeof number);
  return GUINT32_FROM_LE (number);
}

/* Text i of a table; its length holds the plural form, too. */
static const char *
text_at (const MpCatalogue *self, guint32 table, guint32 i, guint32 *length)
{
  *length = number_at (self, table + i * 8);
  return (const char *) self->data + number_at (self, table + i * 8 + 4);
}

static gboolean
table_is_sound (const MpCatalogue *self, guint32 table)
{
  if (table > self->size || (self->size - table) / 8 < self->n)
    return FALSE;
  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 length = number_at (self, table + i * 8), offset = number_at (self, table + i * 8 + 4);

      if (offset >= self->size || length >= self->size - offset || self->data[offset + length] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* The translation, with its length, or NULL. */
static const char *
find (const MpCatalogue *self, const char *text, guint32 *length)
{
  guint32 low = 0, high = self->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      gint order = strcmp (text, text_at (self, self->originals, middle, length));

      if (order == 0)
        {
          const char *found = text_at (self, self->translations, middle, length);
          return *length > 0 ? found : NULL;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/**
 * mp_catalogue_new:
 * @mo: what msgfmt made of a translation; little-endian, as msgfmt writes
 * @language: its language, such as "es"
 *
 * Reads a catalogue. Languages with two forms, one and other, are understood.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL when @mo is damaged or has other plural forms
 */
MpCatalogue *
mp_catalogue_new (GBytes *mo, const char *language)
{
  g_autoptr (MpCatalogue) self = g_new0 (MpCatalogue, 1);
  gsize size;
  guint32 length;
  const char *header;

  self->bytes = g_bytes_ref (mo);
  self->data = g_bytes_get_data (mo, &size);
  self->language = g_strdup (language);
  if (size < HEADER_SIZE || size > G_MAXINT32 || number_at (self, 0) != MAGIC)
    return NULL;
  self->size = (guint32) size;
  self->n = number_at (self, 8);
  self->originals = number_at (self, 12);
  self->translations = number_at (self, 16);
  if (!table_is_sound (self, self->originals) || !table_is_sound (self, self->translations))
    return NULL;
  header = find (self, "", &length);
  if (header == NULL || strstr (header, TWO_FORMS) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mp_catalogue_new_plain:
 * @language: a language code, "en"
 *
 * Returns: (transfer full): a catalogue without translations: each text is as it is written in the program
 */
MpCatalogue *
mp_catalogue_new_plain (const char *language)
{
  MpCatalogue *self = g_new0 (MpCatalogue, 1);

  self->language = g_strdup (language);
  return self;
}

/**
 * mp_catalogue_free:
 * @self: (nullable): a catalogue that no thread uses any more
 */
void
mp_catalogue_free (MpCatalogue *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->language);
  g_free (self);
}

/* A program that runs from the build folder finds what was built beside it. */
static char *
built_locale_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *mark = folder != NULL ? g_build_filename (folder, "..", "..", "build.ninja", NULL) : NULL;

  return mark != NULL && g_file_test (mark, G_FILE_TEST_IS_REGULAR) ? g_build_filename (folder, "..", "..", "po", NULL) : NULL;
}

/**
 * mp_i18n_start:
 * @locale_folder: where the translations are installed
 *
 * Takes the language of the session. To be called once, before anything else.
 */
void
mp_i18n_start (const char *locale_folder)
{
  g_autofree char *built = built_locale_folder ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, built != NULL ? built : locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE); /* ngettext () asks for no domain */
}

static _Thread_local const MpCatalogue *used;

/**
 * mp_i18n_use:
 * @catalogue: (nullable): must live as long as it is used; %NULL for the language of the session
 *
 * Chooses the language of this thread's text.
 *
 * Returns: (transfer none) (nullable): the catalogue used before
 */
const MpCatalogue *
mp_i18n_use (const MpCatalogue *catalogue)
{
  const MpCatalogue *before = used;

  used = catalogue;
  return before;
}

/**
 * mp_i18n_used:
 *
 * Returns: (nullable): what mp_i18n_use() set for this thread; %NULL is the language of the session
 */
const MpCatalogue *
mp_i18n_used (void)
{
  return used;
}

/**
 * mp_i18n_language:
 *
 * Returns: the language of this thread's text, two letters. In a session it is what the text says of itself, so that a
 *   language without a translation is English
 */
const char *
mp_i18n_language (void)
{
  if (used != NULL)
    return used->language;
  /* Translators: two letters of your language, "es" for Spanish. Not shown. */
  return C_("language code", "en");
}

/**
 * mp_gettext:
 * @text: a text of the program
 *
 * Returns: the text in the language of this thread, see mp_i18n_use()
 */
const char *
mp_gettext (const char *text)
{
  guint32 length;
  const char *found;

  if (used == NULL)
    return g_dgettext (GETTEXT_PACKAGE, text);
  found = find (used, text, &length);
  return found != NULL ? found : text;
}

/**
 * mp_pgettext:
 * @context_and_text: context and text with "\004" between them, as C_() makes it
 * @text_offset: where the text begins in it
 *
 * Returns: the text in the language of this thread
 */
const char *
mp_pgettext (const char *context_and_text, gsize text_offset)
{
  guint32 length;
  const char *found;

  if (used == NULL)
    return g_dpgettext (GETTEXT_PACKAGE, context_and_text, text_offset);
  found = find (used, context_and_text, &length);
  return found != NULL ? found : context_and_text + text_offset;
}

/* For a text that NC_() marked. */
const char *
mp_pgettext2 (const char *context, const char *text)
{
  g_autofree char *key = NULL;
  guint32 length;
  const char *found;

  if (used == NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
  key = g_strconcat (context, "\004", text, NULL);
  found = find (used, key, &length);
  return found != NULL ? found : text;
}

/**
 * mp_ngettext:
 * @singular: the text for one
 * @plural: the text for any other number
 * @n: the number
 *
 * Returns: the text in the language of this thread; a catalogue of mp_i18n_use() has two forms, one for 1 and
 *   one for any other number
 */
const char *
mp_ngettext (const char *singular, const char *plural, gulong n)
{
  guint32 length;
  const char *found;

  if (used == NULL)
    return g_dngettext (GETTEXT_PACKAGE, singular, plural, n);
  found = find (used, singular, &length);
  if (found == NULL)
    return n == 1 ? singular : plural;
  return n == 1 || strlen (found) >= length ? found : found + strlen (found) + 1;
}
