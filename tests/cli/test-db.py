#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`milepost-cli db`: looking after a caseload from the command line."""

import json
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import unittest
import uuid
import warnings
import zipfile
from pathlib import Path

CLI = sys.argv.pop(1)
ROOT = Path(os.environ["MP_SOURCE_ROOT"])
ALEX = ROOT / "data/samples/alex-both-benefits.milepost"
JO = ROOT / "data/samples/jo-ssi-student.milepost"
PASSPHRASE = "correct horse battery staple"


class Caseload(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="milepost-db-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.database = self.folder / "caseload" / "milepost.db"

    def db(self, *args, secrets=None, database=None):
        """Runs a command; secrets go through a pipe, one a line."""
        command = [CLI, "db", *map(str, args), "--database", str(database or self.database)]
        if secrets is None:
            return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, start_new_session=True)
        read, write = os.pipe()
        os.write(write, "".join(line + "\n" for line in secrets).encode())
        os.close(write)
        try:
            return subprocess.run(command + ["--passphrase-fd", str(read)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  timeout=60, pass_fds=[read], start_new_session=True)
        finally:
            os.close(read)

    def done(self, *args, **kwargs):
        answer = self.db(*args, **kwargs)
        self.assertEqual((answer.returncode, answer.stderr), (0, ""), args)
        return answer.stdout

    def refused(self, status, words, *args, **kwargs):
        answer = self.db(*args, **kwargs)
        self.assertEqual(answer.returncode, status, (args, answer.stderr))
        self.assertIn(words, answer.stderr)
        return answer

    def people(self, *args, **kwargs):
        return [json.loads(line) for line in self.done("list", "--json", *args, **kwargs).splitlines()]


class Plain(Caseload):
    def test_import_list_check(self):
        self.done("import", ALEX)
        self.done("import", JO)
        people = self.people()
        self.assertEqual([(p["name"], p["state"], p["benefits"]) for p in people], [("Alex", "WI", "SSDI+SSI"), ("Jo", "OH", "SSI")])
        self.assertEqual(people[0]["id"], json.loads(ALEX.read_text())["id"])
        self.assertIn("here already", self.done("import", ALEX))
        self.assertEqual(len(self.people()), 2)
        self.assertEqual([p["name"] for p in self.people("alex")], ["Alex"])
        self.assertEqual(self.done("check"), "2 people, nothing wrong\n")
        self.assertEqual(self.database.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.database.parent.stat().st_mode & 0o777, 0o700)

    def test_export_and_history(self):
        self.done("import", ALEX)
        alex = self.people()[0]["id"]
        exported = self.folder / "alex.milepost"
        self.done("export", alex, "--output", exported)
        self.assertEqual(json.loads(exported.read_text()), json.loads(ALEX.read_text()))
        self.assertEqual(exported.stat().st_mode & 0o777, 0o600)
        for name in ("all.jsonl", "all.zip"):
            self.done("export", "--output", self.folder / name)
            other = self.folder / (name + ".db")
            self.assertIn("added", self.done("import", self.folder / name, database=other))
            self.assertEqual(len(self.people(database=other)), 1)
        self.assertEqual(len(self.done("history", alex).splitlines()), 1)
        self.refused(2, "no longer", "history", "nobody")
        self.refused(2, "no longer", "export", "nobody", "--output", self.folder / "x.jsonl")
        self.refused(2, "--output", "export")

    def test_two_copies_stand_side_by_side(self):
        self.done("import", ALEX)
        case = json.loads(ALEX.read_text())
        case["title"] = "Changed by somebody else"
        changed = self.folder / "changed.milepost"
        changed.write_text(json.dumps(case))
        self.assertIn("put beside", self.done("import", "--preview", changed))
        self.assertEqual(len(self.people()), 1)
        self.assertIn("put beside", self.done("import", changed))
        people = self.people()
        self.assertEqual(sorted(p["title"] for p in people), sorted(["Changed by somebody else", json.loads(ALEX.read_text())["title"]]))
        self.assertEqual({p["copy_of"] for p in people}, {None, case["id"]})

    def test_bad_imports(self):
        bad = ROOT / "tests/casefile/data/bad-unknown-key.milepost"
        answer = self.refused(1, str(bad), "import", bad)
        self.assertIn("/", answer.stderr.split(":", 2)[2])
        self.refused(1, "neither a case file nor an export", "import", ROOT / "README.md")
        self.refused(3, "nowhere", "import", "/nowhere.jsonl")

    def make_zip(self, name, *files):
        """A zip with these files, (name, content) each; those of one name too."""
        path = self.folder / name
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            warnings.simplefilter("ignore")
            for file_name, content in files:
                archive.writestr(file_name, content)
        return path

    def patch_zip(self, path, offset, value):
        """Changes a number of four bytes in what the directory of a zip says of its first file."""
        content = bytearray(path.read_bytes())
        place = content.index(b"PK\x01\x02")
        content[place + offset : place + offset + 4] = struct.pack("<I", value)
        path.write_bytes(content)
        return path

    def test_hostile_archives(self):
        alex = ALEX.read_text()
        index = json.dumps({"format": "milepost-export", "version": 1})
        person = {"format": "milepost-person", "version": 1, "id": str(uuid.uuid4())}
        # Names that lead out of a folder are names: nothing is written under them.
        path = self.make_zip("out.zip", ("../../../evil.milepost", alex), ("/etc/evil.milepost", JO.read_text()),
                             ("..\\evil.milepost", "not JSON"))
        answer = self.refused(1, "..\\evil.milepost", "import", path)
        self.assertEqual(answer.stdout.count("added"), 2)
        self.assertEqual({p.name for p in self.folder.rglob("*") if p.is_file()} - {"milepost.db-wal", "milepost.db-shm"},
                         {"out.zip", "milepost.db"})
        before = self.people()
        # Two files of one name: which of them is meant?
        twice = [("index.jsonl", index + "\n" + json.dumps(person))] + 2 * [(f"cases/{person['id']}.milepost", alex)]
        self.refused(1, "the same name", "import", self.make_zip("twice.zip", *twice))
        # A few bytes that unpack to too many: of one case, of all together, and more than the zip says.
        bomb = self.make_zip("bomb.zip", ("case.milepost", b" " * (65 << 20)))
        self.assertLess(bomb.stat().st_size, 100_000)
        self.refused(1, "at most 64 MiB", "import", bomb)
        many = self.make_zip("many.zip", ("case.milepost", alex), ("other.milepost", alex))
        self.refused(1, "more than an export", "import", self.patch_zip(many, 24, 0x7FFFFFFF))
        liar = self.make_zip("liar.zip", ("case.milepost", b" " * (65 << 20)))
        self.refused(1, "damaged", "import", self.patch_zip(liar, 24, 100))
        # Sealed with a password
        self.refused(1, "damaged or encrypted", "import", self.patch_zip(self.make_zip("sealed.zip", ("case.milepost", alex)), 8, 0x80001))
        # The index names a file that is not there.
        self.refused(1, "has no file", "import", self.make_zip("missing.zip", ("index.jsonl", index + "\n" + json.dumps(person))))
        # Neither ends nor files
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        for endless in ("/dev/zero", fifo, self.folder):
            self.refused(1, "is no file", "import", endless)
        deep = self.folder / "deep.jsonl"
        deep.write_text(index + "\n" + "[" * 200_000 + "\n" + '{"a":' * 200_000)
        self.refused(1, "line 2", "import", deep)
        self.assertEqual(self.people(), before)

    def test_backup_and_restore(self):
        self.done("import", ALEX)
        today = self.done("backup").split(": ", 1)[1].strip()
        copy = self.folder / "copy.db"
        self.done("backup", "--output", copy)
        self.refused(3, str(copy), "backup", "--output", copy)
        self.done("import", JO)
        preview = self.refused(0, "--yes", "restore", today)
        self.assertEqual([line.split("\t")[:2] for line in preview.stdout.splitlines()], [["the same", "Alex"], ["goes", "Jo"]])
        self.assertEqual(len(self.people()), 2)
        self.done("restore", today, "--yes")
        self.assertEqual([p["name"] for p in self.people()], ["Alex"])
        self.assertEqual(len(self.done("list", "--backups").splitlines()), 2)
        self.refused(1, "not a Milepost database", "restore", ROOT / "README.md")
        self.refused(3, "/nowhere.db", "restore", "/nowhere.db")

    def test_usage(self):
        self.refused(2, "say what to do")
        self.refused(2, "say what to do", "vacuum")
        self.refused(2, "usage: milepost-cli db restore", "restore")
        self.refused(2, "usage: milepost-cli db check", "check", "more")
        self.refused(3, "there is no caseload", "list")
        self.assertFalse(self.database.exists())
        self.assertIn("rescue", self.done("--help"))

    def test_somebody_else_writes(self):
        self.done("import", ALEX)
        writer = sqlite3.connect(self.database, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        answer = self.refused(3, "is writing", "import", JO)
        self.assertIn(str(os.getpid()), answer.stderr)
        self.assertEqual(len(self.people()), 1)  # reading goes on
        writer.execute("ROLLBACK")
        self.done("import", JO)
        writer.close()

    def test_newer_is_only_read(self):
        self.done("import", ALEX)
        newer = sqlite3.connect(self.database)
        newer.execute("PRAGMA user_version = 9")
        newer.close()
        answer = self.refused(0, "newer Milepost", "list")
        self.assertIn("Alex", answer.stdout)
        self.refused(1, "newer Milepost", "import", JO)

    def test_rescue(self):
        template = json.loads(ALEX.read_text())
        lines = [json.dumps({"format": "milepost-export", "version": 1})]
        for i in range(60):
            case = dict(template, beneficiary=dict(template["beneficiary"], name=f"Person {i}"))
            lines.append(json.dumps({"format": "milepost-person", "version": 1, "id": str(uuid.uuid4()), "case": case}))
        export = self.folder / "many.jsonl"
        export.write_text("\n".join(lines))
        self.done("import", export)
        content = bytearray(self.database.read_bytes())
        for page in range(20, len(content) // 4096, 9):
            content[page * 4096 : (page + 1) * 4096] = os.urandom(4096)
        self.database.write_bytes(content)
        self.refused(1, "is damaged", "check")
        rescued = self.folder / "rescued.db"
        answer = self.db("rescue", "--output", rescued)
        self.assertIn("Rescued into", answer.stdout)
        whole = len([p for p in self.people(database=rescued)])
        self.assertGreater(whole, 20)
        self.assertLess(whole, 60)
        self.assertIn("nothing wrong", self.done("check", database=rescued))


class Sealed(Caseload):
    def seal(self):
        answer = self.done("seal", secrets=[PASSPHRASE])
        return next(line.strip() for line in answer.splitlines() if line.count("-") == 8)

    def test_passphrase(self):
        self.done("import", ALEX)
        recovery = self.seal()
        self.assertIn("passphrase is needed", self.refused(2, "", "list").stderr)
        self.refused(1, "passphrase is wrong", "list", secrets=["correct horse battery stable"])
        self.assertEqual(len(self.people(secrets=[PASSPHRASE])), 1)
        self.assertEqual(len(self.people(secrets=[recovery.lower()])), 1)
        self.done("passphrase", secrets=[PASSPHRASE, "another one altogether"])
        self.refused(1, "passphrase is wrong", "list", secrets=[PASSPHRASE])
        self.assertEqual(len(self.people(secrets=["another one altogether"])), 1)
        self.done("import", JO, secrets=["another one altogether"])
        self.assertEqual(self.done("check", secrets=["another one altogether"]), "2 people, nothing wrong\n")
        self.done("unseal", secrets=["another one altogether"])
        self.assertEqual(len(self.people()), 2)

    def test_recovery_key(self):
        self.done("import", ALEX)
        self.assertIn("no passphrase yet", self.refused(3, "", "recovery-key").stderr)
        first = self.seal()
        answer = self.done("recovery-key", secrets=[PASSPHRASE])
        second = next(line.strip() for line in answer.splitlines() if line.count("-") == 8)
        self.refused(1, "passphrase is wrong", "list", secrets=[first])
        self.assertEqual(len(self.people(secrets=[second])), 1)
        # Who has forgotten the passphrase gets on with the recovery key alone.
        self.done("passphrase", secrets=[second, "another one altogether"])
        self.assertEqual(len(self.people(secrets=["another one altogether"])), 1)
        self.assertEqual(len(self.people(secrets=[second])), 1)

    def test_short(self):
        self.done("import", ALEX)
        self.refused(1, "at least 8 letters", "seal", secrets=["short"])

    def test_nothing_can_be_read(self):
        """Neither names nor amounts in any file that was written for a sealed caseload."""
        case = json.loads(ALEX.read_text())
        case["beneficiary"]["name"] = "Quixotequixote"
        case["notes"] = "Dulcineadulcinea"
        case["ssdi"]["amounts"][0]["monthly"] = "7654.32"
        mine = self.folder / "mine.milepost"
        mine.write_text(json.dumps(case))
        self.done("import", mine)
        self.done("backup")
        self.seal()
        self.done("import", JO, secrets=[PASSPHRASE])
        self.done("backup", secrets=[PASSPHRASE])
        self.done("list", secrets=[PASSPHRASE])
        mine.unlink()
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        self.assertGreaterEqual(len(files), 2)
        for path in files:
            found = subprocess.run(["strings", "-a", "-n", "4", path], capture_output=True, text=True, check=True).stdout
            content = path.read_bytes()
            for secret in ("Quixotequixote", "quixotequixote", "Dulcineadulcinea", "7654.32", "Store clerk", "case-file", "milepost-case",
                           PASSPHRASE):
                self.assertNotIn(secret, found, path)
                self.assertNotIn(secret.encode(), content, path)
                self.assertNotIn(secret.encode("utf-16-le"), content, path)


if __name__ == "__main__":
    unittest.main(verbosity=1)
