/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Passphrases come from the terminal or from a file descriptor; never from the command line, which
 * every program of the machine can read, nor from the environment. */

#include "mp-cli-db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define MOST_LETTERS 1024

/* One line, byte by byte, so that the next call finds the next one. NULL: the end, or an error. */
static char *
read_line (gint fd)
{
  char *line = g_malloc0 (MOST_LETTERS);
  gsize n = 0;

  for (;;)
    {
      char letter;
      gssize got = read (fd, &letter, 1);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0 && n == 0)
        {
          g_free (line);
          return NULL;
        }
      if (got <= 0 || letter == '\n')
        break;
      if (n < MOST_LETTERS - 1)
        line[n++] = letter;
    }
  if (n > 0 && line[n - 1] == '\r')
    line[n - 1] = '\0';
  return line;
}

static char *
ask_terminal (const char *question)
{
  gint fd = open ("/dev/tty", O_RDWR | O_CLOEXEC);
  struct termios shown, hidden;
  char *line = NULL;

  if (fd < 0)
    return NULL;
  if (tcgetattr (fd, &shown) == 0)
    {
      hidden = shown;
      hidden.c_lflag &= ~(tcflag_t) ECHO;
      if (tcsetattr (fd, TCSAFLUSH, &hidden) == 0 && write (fd, question, strlen (question)) >= 0)
        line = read_line (fd);
      tcsetattr (fd, TCSAFLUSH, &shown);
      if (write (fd, "\n", 1) < 0)
        g_debug ("the terminal is gone");
    }
  close (fd);
  return line;
}

char *
mp_db_read_secret (MpDb *self, const char *question)
{
  char *secret = self->passphrase_fd >= 0 ? read_line (self->passphrase_fd) : ask_terminal (question);

  if (secret == NULL)
    mp_cli_message (_("milepost-cli db: a passphrase is needed; type it on a terminal, or give it with --passphrase-fd N"));
  return secret;
}

void
mp_db_free_secret (char *secret)
{
  if (secret != NULL)
    sodium_memzero (secret, strlen (secret));
  g_free (secret);
}
