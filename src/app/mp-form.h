/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts of the case as a form: sections with what is known of each, rows, and lists that grow. */

#pragma once

#include "mp-case-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_FORM (mp_form_get_type ())
G_DECLARE_FINAL_TYPE (MpForm, mp_form, MP, FORM, GtkWidget)

/**
 * MpFormField:
 * @key: a key of the entries of a list; "pay/first" for one inside an object
 * @title: what it is called
 * @words: (nullable): of a choice, the words for its values, untranslated; with one for "" if it may be left out
 */
typedef struct {
  const char *key;
  const char *title;
  const char *const *words;
} MpFormField;

typedef struct _MpFormList MpFormList;

/**
 * MpFormList:
 * @key: the pointer of the list, or its end when the list is inside the entry of another
 * @title: what it is called
 * @hint: (nullable): the BPQY's words, or what belongs here
 * @add: what the button says that adds an entry: "Add an amount"
 * @fields: (array zero-terminated=1): the facts of an entry
 * @blank: shows an entry to be typed in when there is none
 * @inner: (nullable): a list inside each entry
 * @extra: (nullable): makes what stands under the facts of an entry
 */
struct _MpFormList {
  const char *key;
  const char *title;
  const char *hint;
  const char *add;
  const MpFormField *fields;
  gboolean blank;
  const MpFormList *inner;
  GtkWidget *(*extra) (MpForm *form, const char *entry);
};

GtkWidget   *mp_form_new        (MpCaseModel *model);
void         mp_form_section    (MpForm *self, const char *title, const char *subtitle, const char *object);
void         mp_form_fold_section (MpForm *self, const char *ask);
void         mp_form_set_section_visible (MpForm *self, const char *object, gboolean visible);
void         mp_form_add        (MpForm *self, const char *pointer, const char *title, const char *subtitle, const char *const *words);
void         mp_form_add_list   (MpForm *self, const char *place, const MpFormList *list);
void         mp_form_add_widget (MpForm *self, const char *pointer, const char *title, const char *subtitle, GtkWidget *widget);
GtkWidget   *mp_form_find       (MpForm *self, const char *pointer);
gboolean     mp_form_show       (MpForm *self, const char *pointer);
void         mp_form_show_source (MpForm *self);
void         mp_form_mark_changes (MpForm *self, const MpCase *before);
MpCaseModel *mp_form_get_model  (MpForm *self);

G_END_DECLS
