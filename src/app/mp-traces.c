/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-traces.h"

#include "mp-seal.h"

#include <glib/gstdio.h>

static gboolean is_sealed; /* the caseload that the program looks at */

static char *
drag_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "milepost", "dragged", NULL);
}

/**
 * mp_traces_drag_file:
 * @name: what it is called: a person's name
 * @suffix: with its point: ".milepost"
 * @document: what is in it
 *
 * Writes a case or a picture into a file of its own, for another program to take. mp_traces_remove() removes it. Of a sealed
 * caseload nothing is written in the clear unasked.
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
mp_traces_drag_file (const char *name, const char *suffix, GBytes *document)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\:", '_');
  g_autofree char *file_name = g_strconcat (plain, suffix, NULL);
  g_autofree char *folder = drag_folder ();
  g_autofree char *path = g_build_filename (folder, file_name, NULL);

  if (is_sealed || g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (path, g_bytes_get_data (document, NULL), (gssize) g_bytes_get_size (document),
                                    G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return NULL;
  return g_file_new_for_path (path);
}

/**
 * mp_traces_remove:
 *
 * Removes the files that were dragged out. Whoever took one has a copy of their own.
 */
void
mp_traces_remove (void)
{
  g_autofree char *path = drag_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_unlink (file);
    }
  g_rmdir (path);
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, g_get_application_name ()) || g_str_has_suffix (gtk_recent_info_get_uri (info), ".milepost");
}

/* The name of a file is often that of a person. */
static void
forget_recent_files (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *one = items; one != NULL; one = one->next)
    if (is_ours (one->data))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (one->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
sealed_cb (MpStore *store)
{
  mp_traces_remove ();
  is_sealed = mp_store_get_sealed (store);
  if (is_sealed)
    forget_recent_files ();
}

/**
 * mp_traces_watch:
 * @store: the people
 *
 * Removes what a program that was killed left, and, when the caseload is sealed, its names elsewhere.
 */
void
mp_traces_watch (MpStore *store)
{
  g_signal_connect (store, "notify::sealed", G_CALLBACK (sealed_cb), NULL);
  sealed_cb (store);
}
