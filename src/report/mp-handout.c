/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hand-outs: one page for a person, two for a group, big type. */

#include "mp-glossary.h"
#include "mp-report-private.h"

#define BRIEF_TABLE 205.0       /* the ladder's table and the line below it, in usual print */

static void
whom_to_call (MpReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "<b>%s:</b> ", _("Who to call"));
  if (self->options->contact != NULL)
    g_string_append_printf (text, "%s. ", self->options->contact);
  g_string_append (text, _("Social Security: 1-800-772-1213. Ticket to Work helpline: 1-866-968-7842, choosework.ssa.gov"));
  mp_pages_paragraph (self->pages, text->str);
}

/* What is true for everybody on this path, with no amount of a person. */
static GPtrArray *
general_sentences (const MpReport *self)
{
  GPtrArray *items = mp_report_items ();

  if (self->kase->ssdi.present)
    {
      mp_report_add (items, g_strdup (_("Nine months of <b>trial work</b>: the full SSDI check, whatever the pay.")));
      mp_report_add (items, g_strdup (_("Then a <b>safety net of 36 months</b>: the check comes back in any month at or under the limit.")));
    }
  if (self->kase->ssi.present)
    mp_report_add (items, g_strdup (_("SSI counts <b>about half of the pay</b>, two months later. Working pays more than SSI goes down.")));
  mp_report_add (items, g_strdup (_("<b>Medicare and Medicaid can go on</b> after the checks stop.")));
  mp_report_add (items, g_strdup (_("Report pay: SSI <b>by the 10th of the next month</b>, SSDI <b>right away</b>.")));
  return items;
}

static void
big_list (MpReport *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    mp_pages_large (self->pages, items->pdata[i]);
  g_ptr_array_unref (items);
}

void
mp_report_handout (MpReport *self)
{
  const char *name = mp_report_name (self);
  gboolean hide = self->options->hide_amounts;
  /* Translators: a name */
  g_autofree char *title = name != NULL ? g_strdup_printf (_("%s: your path to work"), name) : g_strdup (_("Your path to work"));
  g_autoptr (GPtrArray) items = hide ? general_sentences (self) : mp_report_sentences (self);

  if (self->options->prepared_by != NULL)
    mp_pages_note (self->pages, self->options->prepared_by);
  mp_pages_title (self->pages, title);
  g_ptr_array_add (items, NULL);
  mp_pages_callout (self->pages, _("In short"), (char *const *) items->pdata);
  mp_pages_space (self->pages, 6);
  mp_report_ladder (self, hide, NULL, MAX (mp_pages_left (self->pages) - BRIEF_TABLE, 240));
  whom_to_call (self);
}

void
mp_report_group (MpReport *self)
{
  static const char *const terms[] = { "TWP", "EPE", "1619(b)", "IRWE", "EN", "milestone", "outcome month", "timely progress" };
  guint n;
  const MpGlossaryWord *words = mp_glossary (&n);

  mp_pages_title (self->pages, _("The path to work"));
  mp_pages_large (self->pages, _("No one has to do this to keep benefits. Ticket to Work is free and a choice."));
  mp_report_ladder (self, TRUE, _("A worker"), 0);
  mp_pages_break (self->pages);
  mp_pages_heading (self->pages, _("What everybody should know"));
  big_list (self, general_sentences (self));
  mp_pages_heading (self->pages, _("Words"));
  for (guint k = 0; k < G_N_ELEMENTS (terms); k++)
    for (guint i = 0; i < n; i++)
      if (g_str_equal (words[i].term, terms[k]))
        {
          g_autofree char *sentence = mp_glossary_sentence (&words[i], self->parameters, self->projection->start);
          g_autofree char *text = g_strdup_printf ("<b>%s.</b> %s", _(words[i].label), sentence);

          if (self->compact)
            mp_pages_paragraph (self->pages, text);
          else
            mp_pages_large (self->pages, text);
        }
  whom_to_call (self);
}
