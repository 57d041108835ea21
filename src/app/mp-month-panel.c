/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-month-panel.h"

#include "mp-a11y.h"
#include "mp-compare.h"
#include "mp-glossary.h"
#include "mp-guide.h"
#include "mp-origin.h"
#include "mp-widgets.h"
#include "mp-words-compare.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The rows above the reasons, in the order of the page. */
typedef enum {
  AMOUNT_PAY, AMOUNT_SSDI, AMOUNT_SSI, AMOUNT_SHARE, AMOUNT_EXPENSES, AMOUNT_NET, AMOUNT_CHANGE, AMOUNT_WORKING, AMOUNT_EN, N_AMOUNTS
} Amount;

typedef enum { CARD_SSDI, CARD_SSI, CARD_EN, CARD_HEALTH, CARD_CASH, N_CARDS } Card;

/* Text wraps here, which keeps the panel about 320 px wide at 100 %. */
#define PANEL_CHARS 34
/* And never in a narrower column, or GTK would try one letter a line at each change of a long text. */
#define LEAST_CHARS 10

typedef struct { GtkWidget *row, *name, *value; } AmountRow;
typedef struct { GtkWidget *row, *amount, *text; } CardRow;

struct _MpMonthPanel {
  AdwBin parent_instance;
  GtkWidget *previous_button, *next_button, *month_label, *sentence, *amounts, *pills, *cards;
  AmountRow amount_rows[N_AMOUNTS];
  CardRow card_rows[N_CARDS];
  GtkWidget *pill_labels[3];
  const MpParameters *parameters; /* (nullable) */
  const MpProjection *projection; /* the last one shown */
  guint row;
  guint reasons_later;
  gint64 asked;                   /* when reasons were last wanted */
};

/* Reasons are long texts: setting them costs more than a frame has. */
#define REST_MS 250
#define STALE_OPACITY 0.35

G_DEFINE_FINAL_TYPE (MpMonthPanel, mp_month_panel, ADW_TYPE_BIN)

static const struct { const char *title, *swatch; MpColumn column; } amount_info[N_AMOUNTS] = {
  [AMOUNT_PAY] = { N_("Pay"), "swatch-pay", MP_COLUMN_PAY },
  [AMOUNT_SSDI] = { N_("SSDI"), "swatch-ssdi", MP_COLUMN_SSDI },
  [AMOUNT_SSI] = { N_("SSI"), "swatch-ssi", MP_COLUMN_SSI },
  [AMOUNT_SHARE] = { N_("From the EN’s share"), "swatch-en", MP_COLUMN_SHARE },
  [AMOUNT_EXPENSES] = { N_("Work costs"), NULL, MP_COLUMN_EXPENSES },
  [AMOUNT_NET] = { N_("Cash in hand"), "swatch-net", MP_COLUMN_NET },
  [AMOUNT_CHANGE] = { N_("From the month before"), NULL, MP_COLUMN_NET },
  [AMOUNT_WORKING] = { N_("Against not working"), NULL, MP_COLUMN_NET },
  [AMOUNT_EN] = { N_("To the EN"), "swatch-en", MP_COLUMN_EN },
};

static const char *const card_titles[N_CARDS] = { N_("SSDI"), N_("SSI"), N_("To the EN"), N_("Health"), N_("Cash in hand") };

/* "+$997.50", "≈ +$997.50" */
static void
set_amount (MpMonthPanel *self, Amount which, MpMoney amount, gboolean estimated)
{
  const AmountRow *row = &self->amount_rows[which];
  gboolean difference = which == AMOUNT_CHANGE || which == AMOUNT_WORKING;
  g_autofree char *plain = mp_words_money (amount, estimated);
  g_autofree char *text = difference ? mp_words_signed (amount, estimated) : g_strdup (plain);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", _(amount_info[which].title), plain);

  gtk_label_set_text (GTK_LABEL (row->value), text);
  mp_a11y_name (row->value, sentence);
  if (!difference)
    return;
  gtk_widget_remove_css_class (row->value, "better");
  gtk_widget_remove_css_class (row->value, "worse");
  if (amount != 0)
    gtk_widget_add_css_class (row->value, amount > 0 ? "better" : "worse");
}

static void
show_amount (MpMonthPanel *self, Amount which, gboolean visible)
{
  gtk_widget_set_visible (self->amount_rows[which].row, visible);
}

static gboolean
estimated (const MpProjection *projection, guint i, Amount which)
{
  return mp_words_is_estimated (projection, mp_projection_month (projection, i), amount_info[which].column);
}

static void
update_amounts (MpMonthPanel *self, const MpProjection *projection, const MpProjection *without, guint i)
{
  const MpMonthRow *row = mp_projection_month (projection, i);
  MpDifference more;

  set_amount (self, AMOUNT_PAY, row->cash.earnings, FALSE);
  set_amount (self, AMOUNT_SSDI, row->ssdi.payment, estimated (projection, i, AMOUNT_SSDI));
  set_amount (self, AMOUNT_SSI, row->ssi.payment, estimated (projection, i, AMOUNT_SSI));
  set_amount (self, AMOUNT_SHARE, row->cash.share, estimated (projection, i, AMOUNT_SHARE));
  set_amount (self, AMOUNT_EXPENSES, -row->cash.expenses, FALSE);
  set_amount (self, AMOUNT_NET, row->cash.net, estimated (projection, i, AMOUNT_NET));
  set_amount (self, AMOUNT_EN, row->ticket.total, estimated (projection, i, AMOUNT_EN));
  show_amount (self, AMOUNT_SHARE, row->cash.share != 0);
  show_amount (self, AMOUNT_EXPENSES, row->cash.expenses != 0);
  show_amount (self, AMOUNT_CHANGE, mp_projection_change (projection, i, &more));
  if (gtk_widget_get_visible (self->amount_rows[AMOUNT_CHANGE].row))
    set_amount (self, AMOUNT_CHANGE, more.net, estimated (projection, i, AMOUNT_NET) || estimated (projection, i - 1, AMOUNT_NET));
  show_amount (self, AMOUNT_WORKING, mp_projection_adds (projection, without, i, &more));
  if (gtk_widget_get_visible (self->amount_rows[AMOUNT_WORKING].row))
    set_amount (self, AMOUNT_WORKING, more.net, estimated (projection, i, AMOUNT_NET) || estimated (without, i, AMOUNT_NET));
}

/* A range shows what its months come to together. */
static void
update_range (MpMonthPanel *self, const MpProjection *projection, guint first, guint last)
{
  MpTotals totals;
  gboolean about[N_AMOUNTS] = { FALSE };

  mp_projection_sum (projection, first, last, &totals);
  for (guint i = first; i <= last; i++)
    for (guint which = 0; which < N_AMOUNTS; which++)
      about[which] |= estimated (projection, i, (Amount) which);
  set_amount (self, AMOUNT_PAY, totals.earnings, FALSE);
  set_amount (self, AMOUNT_SSDI, totals.ssdi, about[AMOUNT_SSDI]);
  set_amount (self, AMOUNT_SSI, totals.ssi, about[AMOUNT_SSI]);
  set_amount (self, AMOUNT_SHARE, totals.share, about[AMOUNT_SHARE]);
  set_amount (self, AMOUNT_EXPENSES, -totals.expenses, FALSE);
  set_amount (self, AMOUNT_NET, totals.net, about[AMOUNT_NET]);
  set_amount (self, AMOUNT_EN, totals.en, about[AMOUNT_EN]);
  show_amount (self, AMOUNT_SHARE, totals.share != 0);
  show_amount (self, AMOUNT_EXPENSES, totals.expenses != 0);
  show_amount (self, AMOUNT_CHANGE, FALSE);
  show_amount (self, AMOUNT_WORKING, FALSE);
}

static Card
card_of (MpProgram program)
{
  return program == MP_PROGRAM_SSI ? CARD_SSI : program == MP_PROGRAM_TICKET ? CARD_EN : CARD_SSDI;
}

static void
append_rule (GString *text, const char *id)
{
  g_autofree char *source = mp_words_rule (id);
  g_autofree char *escaped = g_markup_escape_text (source, -1);

  g_string_append_printf (text, "\n<span size=\"smaller\" alpha=\"70%%\">%s</span>", escaped);
}

/* A term that was entered or published is a link to where it stands. Terms are looked for one behind the other. */
static char *
link_terms (const MpProjection *projection, const MpTraceEntry *entry, const char *escaped)
{
  GString *text = g_string_new (escaped);
  gsize from = 0;

  for (guint i = 0; i < entry->message.n_values; i++)
    {
      g_autofree char *shown = mp_value_to_display (&entry->message.values[i], TRUE), *term = g_markup_escape_text (shown, -1), *link = NULL;
      const char *at = *term != '\0' ? strstr (text->str + from, term) : NULL;
      MpOrigin origin;
      gsize place;

      if (at == NULL || g_ascii_isdigit (at[strlen (term)]) || !mp_trace_origin (projection, entry, &entry->message.values[i], &origin))
        continue;
      place = (gsize) (at - text->str);
      link = g_strdup_printf ("<a href=\"%s%s\">%s</a>", origin.series != NULL ? "figure:" : "fact:",
                              origin.series != NULL ? origin.series : origin.pointer, term);
      g_string_erase (text, (gssize) place, (gssize) strlen (term));
      g_string_insert (text, (gssize) place, link);
      from = place + strlen (link);
    }
  return g_string_free (text, FALSE);
}

static gboolean
link_cb (GtkLabel *label, const char *uri)
{
  if (g_str_has_prefix (uri, "figure:"))
    gtk_widget_activate_action (GTK_WIDGET (label), "app.figure", "s", uri + strlen ("figure:"));
  else
    gtk_widget_activate_action (GTK_WIDGET (label), "win.show-fact", "s", uri + strlen ("fact:"));
  return TRUE;
}

/* Sentences that one rule gave stand together, with the rule under the last of them. */
static void
write_reasons (const MpProjection *projection, MpMonth month, GString *texts[N_CARDS])
{
  const char *last_rule[N_CARDS] = { NULL };

  for (guint i = 0; i < projection->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, i);
      Card card = card_of (entry->program);
      g_autofree char *text = NULL, *escaped = NULL, *linked = NULL;

      if (entry->month != month)
        continue;
      if (last_rule[card] != NULL && g_strcmp0 (last_rule[card], entry->rule) != 0)
        {
          append_rule (texts[card], last_rule[card]);
          g_string_append (texts[card], "\n<span size=\"3072\"> </span>");
        }
      text = mp_message_format (&entry->message, TRUE);
      escaped = g_markup_escape_text (text, -1);
      linked = link_terms (projection, entry, escaped);
      g_string_append_printf (texts[card], "%s%s", texts[card]->len > 0 ? "\n" : "", linked);
      last_rule[card] = entry->rule;
    }
  for (guint card = 0; card < N_CARDS; card++)
    if (last_rule[card] != NULL)
      append_rule (texts[card], last_rule[card]);
}

static void
append_term (GString *text, const char *sign, MpMoney amount, const char *what)
{
  g_autofree char *money = mp_money_to_display (amount);

  g_string_append_printf (text, "%s%s %s", sign, money, what);
}

/* The sum of the month as it is spoken: every term is a figure of the engine. */
static void
write_cash (const MpMonthRow *row, GString *text)
{
  g_autofree char *net = mp_money_to_display (row->cash.net);

  append_term (text, "", row->cash.earnings, _("pay"));
  append_term (text, " + ", row->ssdi.payment, _("SSDI"));
  append_term (text, " + ", row->ssi.payment, _("SSI"));
  if (row->cash.share != 0)
    append_term (text, " + ", row->cash.share, _("from the EN"));
  if (row->cash.expenses != 0)
    append_term (text, " − ", row->cash.expenses, _("work costs"));
  g_string_append_printf (text, " = %s\n", net);
  g_string_append (text, _("Before taxes."));
}

/* What the EN has to send, and what it keeps. */
static void
write_en (MpMonthPanel *self, const MpProjection *projection, MpMonth month, GString *text)
{
  g_autoptr (GArray) evidence = NULL;
  g_autofree char *words = NULL, *escaped = NULL;

  if (projection->kase == NULL || self->parameters == NULL || mp_projection_month (projection, (guint) (month - projection->start))->ticket.n_payments == 0)
    return;
  evidence = mp_ticket_evidence (projection->kase, projection, self->parameters);
  words = mp_words_en_month (projection->kase, projection, evidence, month);
  escaped = g_markup_escape_text (words, -1);
  g_string_append (text, escaped);
}

static void
set_card (MpMonthPanel *self, Card card, const char *amount, const char *markup)
{
  const CardRow *row = &self->card_rows[card];

  gtk_label_set_text (GTK_LABEL (row->amount), amount);
  gtk_label_set_markup (GTK_LABEL (row->text), markup);
  gtk_widget_set_visible (row->row, markup[0] != '\0');
}

static void
update_cards (MpMonthPanel *self, const MpProjection *projection, guint i)
{
  const MpMonthRow *row = mp_projection_month (projection, i);
  g_autofree char *ssdi = mp_words_money (row->ssdi.payment, estimated (projection, i, AMOUNT_SSDI));
  g_autofree char *ssi = mp_words_money (row->ssi.payment, estimated (projection, i, AMOUNT_SSI));
  g_autofree char *en = mp_words_money (row->ticket.total, estimated (projection, i, AMOUNT_EN));
  g_autofree char *net = mp_words_money (row->cash.net, estimated (projection, i, AMOUNT_NET));
  g_autofree char *health = mp_words_lane (projection, i, 3);
  GString *texts[N_CARDS];

  for (guint card = 0; card < N_CARDS; card++)
    texts[card] = g_string_new (NULL);
  write_en (self, projection, row->month, texts[CARD_EN]);
  write_reasons (projection, row->month, texts);
  g_string_append (texts[CARD_HEALTH], health);
  write_cash (row, texts[CARD_CASH]);
  set_card (self, CARD_SSDI, ssdi, texts[CARD_SSDI]->str);
  set_card (self, CARD_SSI, ssi, texts[CARD_SSI]->str);
  set_card (self, CARD_EN, en, texts[CARD_EN]->str);
  set_card (self, CARD_HEALTH, mp_words_health (mp_words_month_health (row)), texts[CARD_HEALTH]->str);
  set_card (self, CARD_CASH, net, texts[CARD_CASH]->str);
  for (guint card = 0; card < N_CARDS; card++)
    g_string_free (texts[card], TRUE);
}

static gboolean
reasons_cb (gpointer data)
{
  MpMonthPanel *self = data;

  self->reasons_later = 0;
  gtk_widget_set_opacity (self->cards, 1);
  if (self->projection != NULL && self->row < self->projection->n_months)
    update_cards (self, self->projection, self->row);
  return G_SOURCE_REMOVE;
}

/* At once when somebody goes to a month; but while a slider moves, when it has come to rest. Until then the reasons, which
 * are those of before, are dim. */
static void
want_reasons (MpMonthPanel *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean moving = now - self->asked < REST_MS * G_TIME_SPAN_MILLISECOND;

  self->asked = now;
  g_clear_handle_id (&self->reasons_later, g_source_remove);
  if (moving)
    {
      self->reasons_later = g_timeout_add (REST_MS, reasons_cb, self);
      gtk_widget_set_opacity (self->cards, STALE_OPACITY);
    }
  else
    reasons_cb (self);
}

/* What Social Security really paid for the month, where it is something else. */
static void
append_paid (GString *text, const MpProjection *projection, const MpProjection *without, MpMonth month)
{
  const MpCase *kase = projection->kase;
  g_autoptr (MpPaidReview) review = kase != NULL && kase->n_paid > 0 ? mp_paid_review (projection, without) : NULL;

  for (guint i = 0; review != NULL && i < review->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (review->months, MpPaidMonth, i);
      g_autofree char *sentence = NULL;

      if (paid->month != month || paid->difference == 0)
        continue;
      sentence = mp_words_paid_month (paid);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
    }
}

/* What the month brings, from its events; a month without any says nothing. The first outcome says no more than its start. */
static void
update_sentence (MpMonthPanel *self, const MpProjection *projection, const MpProjection *without, MpMonth month)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *notes = NULL;
  guint n = 0;

  for (guint i = 0; i < projection->events->len && n < 3; i++)
    {
      const MpEvent *event = &g_array_index (projection->events, MpEvent, i);
      g_autofree char *sentence = NULL;

      if (event->month != month || event->code == MP_EVENT_TWP_MONTH || event->code == MP_EVENT_THRESHOLD_1619B
          || (event->code == MP_EVENT_OUTCOME && i > 0 && g_array_index (projection->events, MpEvent, i - 1).code == MP_EVENT_OUTCOME_START))
        continue;
      sentence = mp_message_format (&event->message, TRUE);
      g_string_append_printf (text, "%s%s", n > 0 ? " " : "", sentence);
      n++;
    }
  append_paid (text, projection, without, month);
  notes = mp_words_notes (projection->kase, month);
  g_string_append_printf (text, "%s%s", text->len > 0 && *notes != '\0' ? " " : "", notes);
  gtk_label_set_text (GTK_LABEL (self->sentence), text->str);
  gtk_widget_set_visible (self->sentence, text->len > 0);
}

static void
set_pill (MpMonthPanel *self, guint i, const char *title, const char *status, gboolean visible)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", title, status);

  gtk_label_set_text (GTK_LABEL (self->pill_labels[i]), text);
  gtk_widget_set_visible (gtk_widget_get_parent (self->pill_labels[i]), visible);
}

static void
update_pills (MpMonthPanel *self, const MpProjection *projection, const MpMonthRow *row)
{
  set_pill (self, 0, _("SSDI"), mp_words_ssdi_status (row->ssdi.status), row->ssdi.status != MP_SSDI_NOT_ENTITLED);
  set_pill (self, 1, _("SSI"), mp_words_ssi_status (row->ssi.status), row->ssi.status != MP_SSI_NOT_ELIGIBLE);
  set_pill (self, 2, _("Ticket"), mp_words_stage (mp_words_month_stage (projection, row)), row->ticket.status != MP_TICKET_NONE);
}

/**
 * mp_month_panel_set_parameters:
 * @self: a panel
 * @parameters: the figures that the projections rest on; they must live until others are given
 */
void
mp_month_panel_set_parameters (MpMonthPanel *self, const MpParameters *parameters)
{
  self->parameters = parameters;
}

/**
 * mp_month_panel_show:
 * @self: a panel
 * @projection: (nullable): the plan; it must live until the next call
 * @without: (nullable): the same months without working
 * @first: number of the first reported month
 * @last: of the last; more than @first shows what the months come to together
 */
void
mp_month_panel_show (MpMonthPanel *self, const MpProjection *projection, const MpProjection *without, guint first, guint last)
{
  const MpMonthRow *row;
  g_autofree char *title = NULL;

  self->projection = projection;
  gtk_widget_set_visible (gtk_widget_get_parent (self->amounts), projection != NULL && projection->n_months > 0);
  if (projection == NULL || projection->n_months == 0)
    return;
  last = MIN (last, projection->n_months - 1);
  first = MIN (first, last);
  row = mp_projection_month (projection, last);
  title = first < last ? mp_words_period (mp_projection_month (projection, first)->month, row->month) : mp_month_to_display (row->month, TRUE);
  gtk_label_set_text (GTK_LABEL (self->month_label), title);
  gtk_widget_set_visible (self->cards, first == last);
  gtk_widget_set_visible (self->pills, first == last);
  if (first < last)
    {
      gtk_widget_set_visible (self->sentence, FALSE);
      update_range (self, projection, first, last);
      return;
    }
  update_sentence (self, projection, without, row->month);
  update_amounts (self, projection, without, first);
  update_pills (self, projection, row);
  self->row = first;
  want_reasons (self);
}

/**
 * mp_month_panel_to_text:
 * @self: a panel
 *
 * Returns: (transfer full): what it says, with the rules, to be pasted into a letter
 */
char *
mp_month_panel_to_text (MpMonthPanel *self)
{
  GString *text = g_string_new (gtk_label_get_text (GTK_LABEL (self->month_label)));

  if (self->reasons_later != 0)
    {
      g_clear_handle_id (&self->reasons_later, g_source_remove);
      reasons_cb (self);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < N_AMOUNTS; i++)
    if (gtk_widget_get_visible (self->amount_rows[i].row))
      g_string_append_printf (text, "%s\t%s\n", _(amount_info[i].title), gtk_label_get_text (GTK_LABEL (self->amount_rows[i].value)));
  for (guint i = 0; i < N_CARDS && gtk_widget_get_visible (self->cards); i++)
    if (gtk_widget_get_visible (self->card_rows[i].row))
      g_string_append_printf (text, "\n%s\t%s\n%s\n", _(card_titles[i]), gtk_label_get_text (GTK_LABEL (self->card_rows[i].amount)),
                              gtk_label_get_text (GTK_LABEL (self->card_rows[i].text)));
  return g_string_free (text, FALSE);
}

/**
 * mp_month_panel_focus_why:
 * @self: a panel
 *
 * Opens the first reason and moves the focus to it.
 */
void
mp_month_panel_focus_why (MpMonthPanel *self)
{
  for (guint i = 0; i < N_CARDS; i++)
    if (gtk_widget_get_visible (self->card_rows[i].row))
      {
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->card_rows[i].row), TRUE);
        gtk_widget_child_focus (self->card_rows[i].row, GTK_DIR_TAB_FORWARD);
        return;
      }
}

static void
add_amount_row (MpMonthPanel *self, Amount which)
{
  AmountRow *row = &self->amount_rows[which];
  GtkWidget *swatch = adw_bin_new ();
  const char *css = which == AMOUNT_NET ? "net-amount" : which == AMOUNT_CHANGE || which == AMOUNT_WORKING ? "caption" : NULL;

  row->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  row->name = mp_label_new (_(amount_info[which].title), css);
  row->value = mp_label_new (NULL, css);
  gtk_widget_set_direction (row->value, GTK_TEXT_DIR_LTR); /* a sign stays before its amount */
  gtk_widget_add_css_class (swatch, "swatch");
  if (amount_info[which].swatch != NULL)
    gtk_widget_add_css_class (swatch, amount_info[which].swatch);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (row->name, TRUE);
  gtk_label_set_wrap (GTK_LABEL (row->value), FALSE);
  gtk_widget_add_css_class (row->value, "numeric");
  gtk_box_append (GTK_BOX (row->row), swatch);
  gtk_box_append (GTK_BOX (row->row), row->name);
  gtk_box_append (GTK_BOX (row->row), row->value);
  gtk_box_append (GTK_BOX (self->amounts), row->row);
}

static void
add_card (MpMonthPanel *self, Card which)
{
  CardRow *card = &self->card_rows[which];
  GtkWidget *inner = gtk_list_box_row_new ();

  card->row = adw_expander_row_new ();
  card->amount = gtk_label_new (NULL);
  gtk_widget_set_direction (card->amount, GTK_TEXT_DIR_LTR);
  card->text = mp_label_new (NULL, NULL);
  gtk_label_set_width_chars (GTK_LABEL (card->text), LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (card->text), PANEL_CHARS);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card->row), _(card_titles[which]));
  gtk_widget_add_css_class (card->amount, "numeric");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (card->row), card->amount);
  gtk_label_set_selectable (GTK_LABEL (card->text), TRUE);
  gtk_widget_add_css_class (card->text, "reasons");
  g_signal_connect (card->text, "activate-link", G_CALLBACK (link_cb), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_widget_set_focusable (inner, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), card->text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (card->row), inner);
  mp_a11y_name (card->text, _(card_titles[which]));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (card->row), which != CARD_HEALTH && which != CARD_CASH);
  gtk_list_box_append (GTK_LIST_BOX (self->cards), card->row);
}

/* The word of the glossary for what a pill says of a month; NULL: it has none. */
static const char *
term_of (const MpProjection *projection, const MpMonthRow *row, guint pill)
{
  static const char *const ssdi[MP_N_SSDI_STATUS] = {
    [MP_SSDI_TRIAL_WORK] = "TWP", [MP_SSDI_CESSATION] = "cessation", [MP_SSDI_GRACE] = "grace period", [MP_SSDI_EPE_PAID] = "EPE",
    [MP_SSDI_SUSPENDED] = "EPE", [MP_SSDI_TERMINATED] = "termination", [MP_SSDI_EXR_PROVISIONAL] = "EXR", [MP_SSDI_EXR_PAID] = "EXR",
    [MP_SSDI_EXR_UNPAID] = "EXR",
  };
  static const char *const ssi[MP_N_SSI_STATUS] = {
    [MP_SSI_1619B] = "1619(b)", [MP_SSI_SUSPENDED] = "suspension", [MP_SSI_EXR_PROVISIONAL] = "EXR",
  };
  const MpStage stage = mp_words_month_stage (projection, row);

  if (pill == 0)
    return ssdi[row->ssdi.status] != NULL ? ssdi[row->ssdi.status] : "SSDI";
  if (pill == 1)
    return ssi[row->ssi.status] != NULL ? ssi[row->ssi.status] : "SSI";
  return stage == MP_STAGE_OUTCOME ? "outcome month" : stage == MP_STAGE_PHASE1 || stage == MP_STAGE_PHASE2 ? "milestone" : "Ticket to Work";
}

static gboolean
pill_tooltip_cb (GtkWidget *pill, int x, int y, gboolean keyboard, GtkTooltip *tooltip, MpMonthPanel *self)
{
  const MpMonthRow *row = self->projection != NULL && self->row < self->projection->n_months ? mp_projection_month (self->projection, self->row) : NULL;
  const MpGlossaryWord *word = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (self->pill_labels); i++)
    if (gtk_widget_get_parent (self->pill_labels[i]) == pill)
      word = mp_glossary_find (term_of (self->projection, row, i));
  if (word == NULL || self->parameters == NULL)
    return FALSE;
  sentence = mp_glossary_sentence (word, self->parameters, row->month);
  gtk_tooltip_set_text (tooltip, sentence);
  return TRUE;
}

static void
add_pill (MpMonthPanel *self, guint i)
{
  static const char *const css[] = { "pill-ssdi", "pill-ssi", "pill-ticket" };
  GtkWidget *child = gtk_flow_box_child_new ();

  self->pill_labels[i] = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->pill_labels[i]), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->pill_labels[i]), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (self->pill_labels[i]), 0);
  gtk_widget_add_css_class (self->pill_labels[i], "status-pill");
  gtk_widget_add_css_class (self->pill_labels[i], css[i]);
  gtk_widget_set_halign (self->pill_labels[i], GTK_ALIGN_START);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_has_tooltip (child, TRUE);
  g_signal_connect (child, "query-tooltip", G_CALLBACK (pill_tooltip_cb), self);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), self->pill_labels[i]);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->pills), child, -1);
}

/* The model makes new figures while the page is not seen. */
static void
mp_month_panel_unmap (GtkWidget *widget)
{
  MpMonthPanel *self = MP_MONTH_PANEL (widget);

  g_clear_handle_id (&self->reasons_later, g_source_remove);
  self->projection = NULL;
  GTK_WIDGET_CLASS (mp_month_panel_parent_class)->unmap (widget);
}

static void
mp_month_panel_dispose (GObject *object)
{
  g_clear_handle_id (&MP_MONTH_PANEL (object)->reasons_later, g_source_remove);
  G_OBJECT_CLASS (mp_month_panel_parent_class)->dispose (object);
}

static void
mp_month_panel_class_init (MpMonthPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_month_panel_dispose;
  widget_class->unmap = mp_month_panel_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/month-panel.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpMonthPanel, name)
  BIND (previous_button); BIND (next_button); BIND (month_label); BIND (sentence); BIND (amounts); BIND (pills); BIND (cards);
#undef BIND
}

static void
mp_month_panel_init (MpMonthPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), PANEL_CHARS);
  mp_a11y_name (self->previous_button, _("Previous month"));
  mp_a11y_name (self->next_button, _("Next month"));
  mp_a11y_name (self->cards, _("Why these numbers"));
  for (guint i = 0; i < N_AMOUNTS; i++)
    add_amount_row (self, (Amount) i);
  for (guint i = 0; i < N_CARDS; i++)
    add_card (self, (Card) i);
  for (guint i = 0; i < G_N_ELEMENTS (self->pill_labels); i++)
    add_pill (self, i);
  mp_guide_set_topic (GTK_WIDGET (self), "why");
}
