/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What cairo leaves out of its tags: language, the texts of figures, the scope of headers, artifacts. */

#include "mp-pages.h"

#include "mp-i18n.h"
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* The names that matter here; the elements of LEAF hold text, never other elements. */
typedef enum { NONE, LEAF, CONTAINER, TABLE, HEADER, FIGURE, ARTIFACT } Kind;

typedef struct {
  qpdf_data q;
  GPtrArray *alternatives;
  guint n_figures;
  qpdf_oh column, row;          /* attributes of headers, shared by all of them */
  GHashTable *artifacts;        /* numbers of the objects that are elements no more */
} Tags;

/* NONE: a number of marked content, or a reference to one. */
static Kind
kind_of (Tags *self, qpdf_oh object)
{
  static const struct { const char *name; Kind kind; } names[] = {
    { "/TD", LEAF }, { "/TH", HEADER }, { "/TR", CONTAINER }, { "/NonStruct", ARTIFACT }, { "/Table", TABLE }, { "/Figure", FIGURE },
    { "/Document", CONTAINER }, { "/L", CONTAINER }, { "/LI", CONTAINER },
  };
  Kind kind = LEAF;
  qpdf_oh s;

  if (qpdf_oh_get_type_code (self->q, object) != ot_dictionary)
    return NONE;
  s = qpdf_oh_get_key (self->q, object, "/S");
  if (qpdf_oh_get_type_code (self->q, s) != ot_name)
    kind = NONE;
  else
    {
      const char *name = qpdf_oh_get_name (self->q, s);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_str_equal (name, names[i].name))
          {
            kind = names[i].kind;
            break;
          }
    }
  qpdf_oh_release (self->q, s);
  return kind;
}

static void
put (Tags *self, qpdf_oh object, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (self->q, object, key, value);
  qpdf_oh_release (self->q, value);
}

static void visit (Tags *self, qpdf_oh element, Kind kind, gboolean first_row);

/* Rows of a table know the scope of their headers: columns in the first row, the row in the others. */
static void
complete_element (Tags *self, qpdf_oh element, Kind kind, gboolean first_row)
{
  if (kind == FIGURE && self->n_figures < self->alternatives->len)
    put (self, element, "/Alt", qpdf_oh_new_unicode_string (self->q, self->alternatives->pdata[self->n_figures++]));
  else if (kind == HEADER)
    qpdf_oh_replace_key (self->q, element, "/A", first_row ? self->column : self->row);
  else if (kind == CONTAINER || kind == TABLE)
    visit (self, element, kind, first_row);
}

static void
visit (Tags *self, qpdf_oh element, Kind kind, gboolean first_row)
{
  qpdf_oh kids = qpdf_oh_get_key (self->q, element, "/K");
  int n = qpdf_oh_is_array (self->q, kids) ? qpdf_oh_get_array_n_items (self->q, kids) : 0;
  guint n_rows = 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->q, kids, i);
      Kind is = kind_of (self, kid);

      if (is == ARTIFACT)
        {
          g_hash_table_add (self->artifacts, GINT_TO_POINTER (qpdf_oh_get_object_id (self->q, kid)));
          qpdf_oh_erase_item (self->q, kids, i--);
          n--;
        }
      else if (is != NONE)
        complete_element (self, kid, is, kind == TABLE ? n_rows++ == 0 : first_row);
      qpdf_oh_release (self->q, kid);
    }
  if (n == 0 && !qpdf_oh_is_array (self->q, kids)) /* a single one */
    complete_element (self, kids, kind_of (self, kids), first_row);
  qpdf_oh_release (self->q, kids);
}

/* Marked content of an artifact has no element: its place in the parent tree is null. */
static void
clear_parents (Tags *self, qpdf_oh tree_root)
{
  qpdf_oh tree = qpdf_oh_get_key (self->q, tree_root, "/ParentTree");
  qpdf_oh nums = qpdf_oh_get_key (self->q, tree, "/Nums");
  qpdf_oh none = qpdf_oh_new_null (self->q);
  int n = qpdf_oh_is_array (self->q, nums) ? qpdf_oh_get_array_n_items (self->q, nums) : 0;

  for (int i = 1; i < n; i += 2)
    {
      qpdf_oh list = qpdf_oh_get_array_item (self->q, nums, i);
      int n_items = qpdf_oh_is_array (self->q, list) ? qpdf_oh_get_array_n_items (self->q, list) : 0;

      for (int k = 0; k < n_items; k++)
        {
          qpdf_oh item = qpdf_oh_get_array_item (self->q, list, k);

          if (g_hash_table_contains (self->artifacts, GINT_TO_POINTER (qpdf_oh_get_object_id (self->q, item))))
            qpdf_oh_set_array_item (self->q, list, k, none);
          qpdf_oh_release (self->q, item);
        }
      qpdf_oh_release (self->q, list);
    }
  qpdf_oh_release (self->q, none);
  qpdf_oh_release (self->q, nums);
  qpdf_oh_release (self->q, tree);
}

/* The same content with artifacts where the NonStruct elements were. */
static GString *
with_artifacts (const char *data, gsize length)
{
  static const char open[] = "/NonStruct << /MCID ", close[] = " >> BDC";
  GString *out = g_string_sized_new (length);
  const char *from = data, *at = data, *end = data + length;

  while ((at = memchr (at, '/', (gsize) (end - at))) != NULL)
    {
      const char *name = at++, *after = name + strlen (open);

      if (after > end || memcmp (name, open, strlen (open)) != 0)
        continue;
      while (after < end && g_ascii_isdigit (*after))
        after++;
      if (end - after < (gssize) strlen (close) || memcmp (after, close, strlen (close)) != 0)
        continue;
      g_string_append_len (out, from, name - from);
      g_string_append (out, "/Artifact BMC");
      from = at = after + strlen (close);
    }
  return g_string_append_len (out, from, end - from);
}

static gboolean
mark_artifacts (Tags *self, qpdf_oh page)
{
  unsigned char *data = NULL;
  gsize length = 0;
  GString *out;
  qpdf_oh stream, none;

  if (qpdf_oh_get_page_content_data (self->q, page, &data, &length) & QPDF_ERRORS)
    return FALSE;
  out = with_artifacts ((const char *) data, length);
  free (data);
  stream = qpdf_oh_new_stream (self->q);
  none = qpdf_oh_new_null (self->q);
  qpdf_oh_replace_stream_data (self->q, stream, (const unsigned char *) out->str, out->len, none, none);
  put (self, page, "/Contents", stream);
  put (self, page, "/Tabs", qpdf_oh_new_name (self->q, "/S"));
  qpdf_oh_release (self->q, none);
  g_string_free (out, TRUE);
  return TRUE;
}

static gboolean
complete (Tags *self, const char *language)
{
  qpdf_oh root = qpdf_get_root (self->q);
  qpdf_oh tree = qpdf_oh_get_key (self->q, root, "/StructTreeRoot");
  int n = qpdf_get_num_pages (self->q);

  if (!qpdf_oh_is_dictionary (self->q, tree) || n < 1)
    return FALSE;
  put (self, root, "/Lang", qpdf_oh_new_unicode_string (self->q, language));
  put (self, root, "/ViewerPreferences", qpdf_oh_parse (self->q, "<< /DisplayDocTitle true >>"));
  self->column = qpdf_oh_parse (self->q, "<< /O /Table /Scope /Column >>");
  self->row = qpdf_oh_parse (self->q, "<< /O /Table /Scope /Row >>");
  visit (self, tree, CONTAINER, FALSE);
  clear_parents (self, tree);
  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->q, (gsize) i);
      if (!mark_artifacts (self, page))
        return FALSE;
      qpdf_oh_release (self->q, page);
    }
  qpdf_oh_release (self->q, tree);
  qpdf_oh_release (self->q, root);
  return self->n_figures == self->alternatives->len && !qpdf_has_error (self->q);
}

/**
 * mp_tags_complete:
 * @pdf: a tagged PDF by cairo
 * @language: BCP 47
 * @alternatives: (element-type utf8): a text for each figure, in order
 * @error: return location
 *
 * Completes the tags: language, alternative texts, scope of table headers; what is tagged NonStruct
 * becomes an artifact.
 *
 * Returns: (transfer full) (nullable): the completed file, or %NULL with %MP_REPORT_ERROR_TAGS
 */
GBytes *
mp_tags_complete (GBytes *pdf, const char *language, GPtrArray *alternatives, GError **error)
{
  g_autoptr (GHashTable) artifacts = g_hash_table_new (NULL, NULL);
  Tags self = { .q = qpdf_init (), .alternatives = alternatives, .artifacts = artifacts };
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  GBytes *done = NULL;

  qpdf_silence_errors (self.q);
  qpdf_set_suppress_warnings (self.q, QPDF_TRUE);
  if (!(qpdf_read_memory (self.q, "report", data, length, NULL) & QPDF_ERRORS)
      && complete (&self, language)
      && !(qpdf_init_write_memory (self.q) & QPDF_ERRORS))
    {
      qpdf_set_minimum_pdf_version (self.q, "1.7");
      qpdf_set_deterministic_ID (self.q, QPDF_TRUE);
      qpdf_set_object_stream_mode (self.q, qpdf_o_generate);
      if (!(qpdf_write (self.q) & QPDF_ERRORS))
        done = g_bytes_new (qpdf_get_buffer (self.q), qpdf_get_buffer_length (self.q));
    }
  if (done == NULL)
    {
      qpdf_error problem = qpdf_has_error (self.q) ? qpdf_get_error (self.q) : NULL;
      g_set_error (error, MP_REPORT_ERROR, MP_REPORT_ERROR_TAGS, _("The tags of the report cannot be completed: %s."),
                   problem != NULL ? qpdf_get_error_full_text (self.q, problem) : "structure");
    }
  qpdf_cleanup (&self.q);
  return done;
}
