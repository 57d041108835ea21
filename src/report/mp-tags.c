/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What cairo leaves out of its tags: language, the texts of figures, the scope of headers, artifacts. */

#include "mp-pages.h"

#include "mp-i18n.h"
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  qpdf_data q;
  GPtrArray *alternatives;
  guint n_figures;
} Tags;

static gboolean
is_element (Tags *self, qpdf_oh object, const char *name)
{
  qpdf_oh s;
  gboolean is;

  if (!qpdf_oh_is_dictionary (self->q, object) || !qpdf_oh_has_key (self->q, object, "/S"))
    return FALSE;
  s = qpdf_oh_get_key (self->q, object, "/S");
  is = g_str_equal (qpdf_oh_get_name (self->q, s), name);
  qpdf_oh_release (self->q, s);
  return is;
}

static void
put (Tags *self, qpdf_oh object, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (self->q, object, key, value);
  qpdf_oh_release (self->q, value);
}

/* Rows of a table know the scope of their headers: columns in the first row, the row in the others. */
static void
visit (Tags *self, qpdf_oh element, gboolean first_row)
{
  qpdf_oh kids = qpdf_oh_get_key (self->q, element, "/K");
  gboolean table = is_element (self, element, "/Table");
  guint n_rows = 0;

  if (is_element (self, element, "/Figure") && self->n_figures < self->alternatives->len)
    put (self, element, "/Alt", qpdf_oh_new_unicode_string (self->q, self->alternatives->pdata[self->n_figures++]));
  else if (is_element (self, element, "/TH"))
    put (self, element, "/A", qpdf_oh_parse (self->q, first_row ? "<< /O /Table /Scope /Column >>" : "<< /O /Table /Scope /Row >>"));
  if (qpdf_oh_is_array (self->q, kids))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->q, kids); i++)
      {
        qpdf_oh kid = qpdf_oh_get_array_item (self->q, kids, i);
        if (is_element (self, kid, "/NonStruct"))
          qpdf_oh_erase_item (self->q, kids, i--);
        else if (qpdf_oh_is_dictionary (self->q, kid) && qpdf_oh_has_key (self->q, kid, "/S"))
          visit (self, kid, table ? n_rows++ == 0 : first_row);
        qpdf_oh_release (self->q, kid);
      }
  else if (qpdf_oh_is_dictionary (self->q, kids) && qpdf_oh_has_key (self->q, kids, "/S"))
    visit (self, kids, first_row);
  qpdf_oh_release (self->q, kids);
}

/* Marked content of an artifact has no element: its place in the parent tree is null. */
static void
clear_parents (Tags *self, qpdf_oh tree_root)
{
  qpdf_oh tree = qpdf_oh_get_key (self->q, tree_root, "/ParentTree");
  qpdf_oh nums = qpdf_oh_get_key (self->q, tree, "/Nums");

  if (qpdf_oh_is_array (self->q, nums))
    for (int i = 1; i < qpdf_oh_get_array_n_items (self->q, nums); i += 2)
      {
        qpdf_oh list = qpdf_oh_get_array_item (self->q, nums, i);
        for (int k = 0; qpdf_oh_is_array (self->q, list) && k < qpdf_oh_get_array_n_items (self->q, list); k++)
          {
            qpdf_oh item = qpdf_oh_get_array_item (self->q, list, k);
            if (is_element (self, item, "/NonStruct"))
              {
                qpdf_oh none = qpdf_oh_new_null (self->q);
                qpdf_oh_set_array_item (self->q, list, k, none);
                qpdf_oh_release (self->q, none);
              }
            qpdf_oh_release (self->q, item);
          }
        qpdf_oh_release (self->q, list);
      }
  qpdf_oh_release (self->q, nums);
  qpdf_oh_release (self->q, tree);
}

static gboolean
mark_artifacts (Tags *self, qpdf_oh page)
{
  static const char open[] = "/NonStruct << /MCID ", close[] = " >> BDC";
  unsigned char *data = NULL;
  gsize length = 0;
  GString *out;
  qpdf_oh stream, none;

  if (qpdf_oh_get_page_content_data (self->q, page, &data, &length) & QPDF_ERRORS)
    return FALSE;
  out = g_string_sized_new (length);
  for (gsize i = 0; i < length;)
    {
      gsize at = i + strlen (open), n = at;
      gboolean found = n < length && memcmp (data + i, open, strlen (open)) == 0;

      while (found && n < length && g_ascii_isdigit (data[n]))
        n++;
      if (found && n > at && n + strlen (close) <= length && memcmp (data + n, close, strlen (close)) == 0)
        {
          g_string_append (out, "/Artifact BMC");
          i = n + strlen (close);
        }
      else
        g_string_append_c (out, (char) data[i++]);
    }
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
  clear_parents (self, tree);
  visit (self, tree, FALSE);
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
  Tags self = { qpdf_init (), alternatives, 0 };
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
