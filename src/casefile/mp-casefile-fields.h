/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keys of the case file as tables, read by the reader and the writer alike. */

#pragma once

#include "mp-case.h"

G_BEGIN_DECLS

/** MpFieldKind: How a key's value stands in the file and in the struct. */
typedef enum {
  MP_FIELD_FORMAT,        /* the constant "milepost-case" */
  MP_FIELD_VERSION,       /* the constant 1 */
  MP_FIELD_STRING,        /* char *, NULL when not given */
  MP_FIELD_STATE,         /* char[3] */
  MP_FIELD_BOOL,          /* gboolean */
  MP_FIELD_MONEY,         /* MpMoney, `unset` when not given */
  MP_FIELD_MONTH,         /* MpMonth, NONE when not given */
  MP_FIELD_MONTH_END,     /* MpMonth, OPEN when not given */
  MP_FIELD_DATE,          /* MpDate */
  MP_FIELD_INTEGER,       /* gint */
  MP_FIELD_PERCENT,       /* gint, basis points */
  MP_FIELD_HOURS,         /* MpHours */
  MP_FIELD_WEEK_HOURS,    /* gint64, hundredths of an hour */
  MP_FIELD_ENUM,          /* an enum whose values are the numbers of `names` */
  MP_FIELD_CODE,          /* MpTicketCode */
  MP_FIELD_PREMIUM,       /* MpMoney: "standard" is NONE */
  MP_FIELD_OBJECT,        /* a struct with the fields of `spec` */
  MP_FIELD_LIST,          /* an array of them, its number at `extra` */
  MP_FIELD_MONTHS,        /* MpMonth array, its number at `extra` */
  MP_FIELD_WORK_MONTHS,   /* object of months: MpWorkMonthFact array, its number at `extra` */
  MP_FIELD_SUPPLEMENT,    /* "none", "table" or a list */
  MP_FIELD_READINGS,      /* object of readings */
  MP_FIELD_SOURCES,       /* object of JSON pointers: MpSource array, its number at `extra` */
} MpFieldKind;

typedef enum {
  MP_FIELD_REQUIRED = 1 << 0,
  MP_FIELD_HAS_EXTRA = 1 << 1,   /* of a scalar or an object: the gboolean at `extra` says that it was given */
  MP_FIELD_DEFAULT_TRUE = 1 << 2,
  MP_FIELD_ALWAYS = 1 << 3,      /* written even when it is the default */
} MpFieldFlags;

typedef struct _MpSpec MpSpec;

typedef struct {
  const char *key;
  MpFieldKind kind;
  gsize offset;
  MpFieldFlags flags;
  gsize extra;
  const MpSpec *spec;
  const char *const *names; /* NULL-terminated; of an enum, "" for a value that has no name */
  gint64 least, most;       /* of an integer */
  MpMoney unset;            /* of money: what stands for a key not given */
} MpField;

struct _MpSpec {
  const MpField *fields;
  guint n_fields;
  gsize size;
  void (*init) (gpointer object);
};

G_GNUC_INTERNAL extern const MpSpec _mp_case_spec;
G_GNUC_INTERNAL extern const MpSpec _mp_supplement_spec;
G_GNUC_INTERNAL extern const MpSpec _mp_work_month_spec;
G_GNUC_INTERNAL extern const MpSpec _mp_source_spec;

G_END_DECLS
