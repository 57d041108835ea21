/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `milepost-cli db`: looking after the caseload. */

#include "mp-cli-db.h"

#include "mp-backup.h"
#include "mp-move.h"
#include "mp-rescue.h"
#include "mp-seal.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum { NEED_NOTHING, NEED_FILE, NEED_OPEN } Need; /* OPEN: unlocked, too */

typedef struct {
  const char *name;
  const char *arguments;
  Need need;
  gboolean makes;    /* a caseload that is not there is made */
  gint least, most;
  MpExit (*run) (MpDb *self, gint argc, char **argv);
} Command;

/* What the contract's exit status of an error is. */
static MpExit
status_of (const GError *error)
{
  if (error == NULL)
    return MP_EXIT_DONE;
  if (error->domain != MP_STORE_ERROR)
    return MP_EXIT_SYSTEM;
  switch ((MpStoreError) error->code)
    {
    case MP_STORE_ERROR_NOT_FOUND:
      return MP_EXIT_USAGE;
    case MP_STORE_ERROR_READ_ONLY:
    case MP_STORE_ERROR_FULL:
    case MP_STORE_ERROR_BUSY:
    case MP_STORE_ERROR_FAILED:
      return MP_EXIT_SYSTEM;
    case MP_STORE_ERROR_NOT_STORE:
    case MP_STORE_ERROR_DAMAGED:
    case MP_STORE_ERROR_NEWER:
    case MP_STORE_ERROR_INVALID:
    case MP_STORE_ERROR_CONFLICT:
    case MP_STORE_ERROR_LOCKED:
    case MP_STORE_ERROR_PASSPHRASE:
    default:
      return MP_EXIT_DATA;
    }
}

MpExit
mp_db_fail (const GError *error)
{
  mp_cli_message ("milepost-cli db: %s", error->message);
  return status_of (error);
}

static MpExit
say (const char *format, ...) G_GNUC_PRINTF (1, 2);

static MpExit
say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return mp_cli_write (NULL, text, strlen (text));
}

static MpExit
back_up (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (self->output == NULL)
    path = mp_store_back_up_today (self->store, &error);
  else if (mp_store_back_up (self->store, self->output, &error))
    path = g_strdup (self->output);
  if (path == NULL)
    return mp_db_fail (error);
  return say (_("Written and read back: %s\n"), path);
}

static MpExit
show_restore (MpStore *store, MpStore *copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mp_store_preview_restore (store, copy, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (lines == NULL)
    return mp_db_fail (error);
  for (guint i = 0; i < lines->len; i++)
    {
      static const char *const words[] = {
        [MP_RESTORE_SAME] = N_("the same"), [MP_RESTORE_COMES_BACK] = N_("comes back"),
        [MP_RESTORE_GOES] = N_("goes"), [MP_RESTORE_CHANGES] = N_("changes"),
      };
      const MpRestoreLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (out, "%s\t%s\t%s\n", _(words[line->kind]), line->entry->name, line->entry->person_id);
    }
  return mp_cli_write (NULL, out->str, out->len);
}

static gboolean
unlock (MpDb *self, MpStore *store, MpExit *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *question = g_strdup_printf (_("Passphrase of %s: "), mp_store_get_path (store));
  char *secret;
  gboolean done;

  if (!mp_store_get_locked (store))
    return TRUE;
  secret = mp_db_read_secret (self, question);
  if (secret == NULL)
    {
      *status = MP_EXIT_USAGE;
      return FALSE;
    }
  done = mp_store_unlock (store, secret, &error);
  /* A recovery key is another kind of text, and is taken in the same place. */
  if (!done && mp_store_unlock_recovery (store, secret, NULL))
    done = TRUE;
  mp_db_free_secret (secret);
  if (!done)
    *status = mp_db_fail (error);
  return done;
}

static MpExit
restore (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) copy = mp_store_open_copy (argv[0], &error);
  MpExit status = MP_EXIT_DONE;

  if (copy == NULL)
    return mp_db_fail (error);
  if (!self->yes && !mp_store_get_read_only (self->store))
    {
      /* To show names, both must be unlocked; the key of one often fits the other. */
      if (!unlock (self, self->store, &status))
        return status;
      status = show_restore (self->store, copy);
      if (status == MP_EXIT_DONE)
        mp_cli_message (_("milepost-cli db: nothing is changed yet; add --yes to restore"));
      return status;
    }
  if (!mp_store_restore (self->store, copy, &error))
    return mp_db_fail (error);
  return say (_("Restored. What was there before is in the folder “backups”.\n"));
}

static MpExit
export (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (self->output == NULL)
    {
      mp_cli_message (_("milepost-cli db export: say where to write with --output FILE.jsonl, FILE.zip or FILE.milepost"));
      return MP_EXIT_USAGE;
    }
  if (!mp_store_export (self->store, argc > 0 ? (const char *const *) argv : NULL, self->output, &error))
    return mp_db_fail (error);
  return mp_store_get_sealed (self->store) ? say (_("Written: %s. It is not sealed: whoever has the file can read it.\n"), self->output)
                                           : say (_("Written: %s\n"), self->output);
}

static MpExit
import (MpDb *self, gint argc, char **argv)
{
  static const char *const words[] = {
    [MP_IMPORT_ADDED] = N_("added"), [MP_IMPORT_UPDATED] = N_("updated"), [MP_IMPORT_ALREADY] = N_("here already"),
    [MP_IMPORT_COPIED] = N_("put beside the one here"), [MP_IMPORT_REFUSED] = N_("refused"),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mp_store_import (self->store, argv[0], self->preview, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  MpExit status, written;

  if (lines == NULL)
    return mp_db_fail (error);
  status = MP_EXIT_DONE;
  for (guint i = 0; i < lines->len; i++)
    {
      const MpImportLine *line = g_ptr_array_index (lines, i);

      if (line->kind == MP_IMPORT_REFUSED)
        {
          mp_cli_message ("%s: %s: %s", argv[0], line->place, line->message);
          status = MP_EXIT_DATA;
        }
      else
        g_string_append_printf (out, "%s\t%s\t%s\n", _(words[line->kind]), line->name, line->person_id);
    }
  written = mp_cli_write (NULL, out->str, out->len);
  return written != MP_EXIT_DONE ? written : status;
}

/* The same text twice, unless it comes from a program. */
static char *
read_new_secret (MpDb *self, MpExit *status)
{
  char *secret = mp_db_read_secret (self, _("New passphrase: "));
  char *again;
  gboolean same;

  *status = MP_EXIT_USAGE;
  if (secret == NULL || self->passphrase_fd >= 0)
    return secret;
  again = mp_db_read_secret (self, _("Once more: "));
  same = g_strcmp0 (secret, again) == 0;
  mp_db_free_secret (again);
  if (same)
    return secret;
  mp_db_free_secret (secret);
  mp_cli_message (_("milepost-cli db: the two passphrases differ; nothing is changed"));
  return NULL;
}

static MpExit
seal (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  MpExit status;
  char *secret = read_new_secret (self, &status), *recovery_key;

  if (secret == NULL)
    return status;
  recovery_key = mp_store_seal (self->store, secret, &error);
  mp_db_free_secret (secret);
  if (recovery_key == NULL)
    return mp_db_fail (error);
  status = say (_("The caseload is sealed. Recovery key:\n\n    %s\n\nPrint it and keep it away from this machine: without it and without"
                  " the passphrase nobody can read the cases again.\n"), recovery_key);
  mp_db_free_secret (recovery_key);
  return status;
}

static MpExit
renew_recovery_key (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  char *recovery_key = mp_store_renew_recovery_key (self->store, &error);
  MpExit status;

  if (recovery_key == NULL)
    return mp_db_fail (error);
  status = say (_("New recovery key:\n\n    %s\n\nPrint it and keep it away from this machine. The old one opens nothing any more, except"
                  " backups made before.\n"), recovery_key);
  mp_db_free_secret (recovery_key);
  return status;
}

static MpExit
change_passphrase (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  MpExit status;
  char *secret = read_new_secret (self, &status);
  gboolean done;

  if (secret == NULL)
    return status;
  done = mp_store_change_passphrase (self->store, secret, &error);
  mp_db_free_secret (secret);
  return done ? say (_("The passphrase is changed. The recovery key is the same as before.\n")) : mp_db_fail (error);
}

static MpExit
unseal (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!mp_store_unseal (self->store, &error))
    return mp_db_fail (error);
  return say (_("The passphrase is taken off: the file can be read by whoever has it.\n"));
}

static MpExit
rescue (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  MpExit status = MP_EXIT_DONE;
  guint kinds[3] = { 0 };

  if (self->output == NULL)
    {
      mp_cli_message (_("milepost-cli db rescue: say where to write with --output FILE.db"));
      return MP_EXIT_USAGE;
    }
  if (mp_store_rescue (self->database, self->output, &error) < 0)
    return mp_db_fail (error);
  self->store = mp_store_open (self->output, &error);
  if (self->store == NULL)
    return mp_db_fail (error);
  if (!unlock (self, self->store, &status))
    return status;
  lines = mp_store_check_cases (self->store, TRUE, &error);
  if (lines == NULL)
    return mp_db_fail (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MpHealthLine *line = g_ptr_array_index (lines, i);

      kinds[line->health]++;
      if (line->health == MP_CASE_LOST)
        mp_cli_message (_("milepost-cli db: lost: %s (%s)"), line->name, line->person_id);
    }
  status = say (_("Rescued into %s: %u whole, %u in an earlier state, %u lost\n"), self->output,
                kinds[MP_CASE_WHOLE], kinds[MP_CASE_EARLIER], kinds[MP_CASE_LOST]);
  return status != MP_EXIT_DONE ? status : kinds[MP_CASE_LOST] > 0 ? MP_EXIT_DATA : MP_EXIT_DONE;
}

static const Command commands[] = {
  { "list", N_("[WORDS] [--archive] [--bin] [--json] [--backups]"), NEED_OPEN, FALSE, 0, 1, mp_db_list },
  { "check", "", NEED_OPEN, FALSE, 0, 0, mp_db_check },
  { "backup", N_("[--output FILE]"), NEED_FILE, FALSE, 0, 0, back_up },
  { "restore", N_("BACKUP [--yes]"), NEED_FILE, TRUE, 1, 1, restore },
  { "export", N_("--output FILE [PERSON…]"), NEED_OPEN, FALSE, 0, -1, export },
  { "import", N_("FILE [--preview]"), NEED_OPEN, TRUE, 1, 1, import },
  { "history", N_("PERSON [--from STATE --to STATE]"), NEED_OPEN, FALSE, 1, 1, mp_db_history },
  { "seal", "", NEED_OPEN, FALSE, 0, 0, seal },
  { "passphrase", "", NEED_OPEN, FALSE, 0, 0, change_passphrase },
  { "recovery-key", "", NEED_OPEN, FALSE, 0, 0, renew_recovery_key },
  { "unseal", "", NEED_OPEN, FALSE, 0, 0, unseal },
  { "rescue", N_("--output FILE"), NEED_NOTHING, FALSE, 0, 0, rescue },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/* An empty text has a translation of its own in gettext. */
static const char *
arguments_of (const Command *command)
{
  return *command->arguments != '\0' ? _(command->arguments) : "";
}

static char *
usage_text (void)
{
  GString *text = g_string_new (_("COMMAND\n\nCommands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %s %s", commands[i].name, arguments_of (&commands[i]));
  return g_string_free (text, FALSE);
}

/* Opens the caseload as far as a command needs it. FALSE: said. */
static gboolean
open_for (MpDb *self, const Command *command, MpExit *status)
{
  g_autoptr (GError) error = NULL;

  if (!command->makes && !g_file_test (self->database, G_FILE_TEST_EXISTS))
    {
      mp_cli_message (_("milepost-cli db: there is no caseload “%s”"), self->database);
      *status = MP_EXIT_SYSTEM;
      return FALSE;
    }
  if (command->need == NEED_NOTHING)
    return TRUE;
  self->store = mp_store_open (self->database, &error);
  if (self->store == NULL)
    {
      *status = mp_db_fail (error);
      return FALSE;
    }
  if (mp_store_get_notice (self->store) != NULL)
    mp_cli_message ("milepost-cli db: %s", mp_store_get_notice (self->store));
  return command->need != NEED_OPEN || unlock (self, self->store, status);
}

MpExit
mp_cli_db (gint argc, char **argv)
{
  MpDb db = { .passphrase_fd = -1 };
  const GOptionEntry entries[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, &db.database, N_("this caseload rather than your own"), N_("FILE") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &db.passphrase_fd, N_("read passphrases from this file descriptor, one a line"), N_("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &db.output, N_("the file to write"), N_("FILE") },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &db.archive, N_("list the archive"), NULL },
    { "bin", 0, 0, G_OPTION_ARG_NONE, &db.bin, N_("list the bin"), NULL },
    { "backups", 0, 0, G_OPTION_ARG_NONE, &db.backups, N_("list the backups"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &db.json, N_("a JSON object a line"), NULL },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &db.preview, N_("only say what would be done"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &db.yes, N_("restore without asking"), NULL },
    { "from", 0, 0, G_OPTION_ARG_INT, &db.from, N_("what changed since this state"), N_("STATE") },
    { "to", 0, 0, G_OPTION_ARG_INT, &db.to, N_("up to this one"), N_("STATE") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *usage = usage_text ();
  const Command *command = NULL;
  MpExit status = MP_EXIT_USAGE;

  if (mp_cli_parse (&argc, &argv, entries, usage, 0, -1, &status))
    {
      command = find_command (argc > 1 ? argv[1] : NULL);
      if (command == NULL)
        mp_cli_message (_("milepost-cli db: say what to do: list, check, backup, restore, export, import, history, seal, passphrase,"
                          " recovery-key, unseal or rescue (try --help)"));
      else if (argc - 2 < command->least || (command->most >= 0 && argc - 2 > command->most))
        {
          mp_cli_message (_("milepost-cli db: usage: milepost-cli db %s %s"), command->name, arguments_of (command));
          command = NULL;
        }
      if (command == NULL)
        status = MP_EXIT_USAGE;
    }
  if (command != NULL)
    {
      if (db.database == NULL)
        db.database = mp_store_default_path ();
      if (open_for (&db, command, &status))
        status = command->run (&db, argc - 2, argv + 2);
    }
  g_clear_object (&db.store);
  g_free (db.database);
  g_free (db.output);
  return status;
}
