#!/usr/bin/env python3
"""--deps: make and ninja both read the rule, whatever the files are called."""
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import CLEAN, PROGRAM, SMALLEST, ProgramTest, banxin, main  # noqa: E402

REPORT = """title: x
lang: zh-Hans
layout: plain
sections:
  - {}
"""
CHAPTER = "body:\n  - text: 一\n"
AWKWARD = "第 1 章 #a $b.yaml"


class Dependencies(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("report.yaml", REPORT.format('"' + AWKWARD + '"'))
        self.write(AWKWARD, CHAPTER)

    def test_the_rule(self):
        self.assert_run(banxin("compile", "report.yaml", "-o", "x y.pdf", "--deps", "x.d", cwd=self.folder), 0)
        rule = (self.folder / "x.d").read_text(encoding="utf-8")
        self.assertTrue(rule.startswith("x\\ y.pdf: \\\n"), rule)
        self.assertIn("report.yaml", rule)
        self.assertIn("第\\ 1\\ 章\\ \\#a\\ $$b.yaml", rule)
        self.assertIn("layouts/plain", rule)
        self.assertIn("fonts.yaml", rule)

    def test_no_pdf_without_its_rule(self):
        self.assert_run(banxin("compile", "report.yaml", "-o", "x.pdf", "--deps", "nowhere/x.d", cwd=self.folder), 3,
                        error="banxin: cannot write `nowhere/x.d`: there is no folder `nowhere`\n")
        self.assertFalse((self.folder / "x.pdf").exists())

    @unittest.skipUnless(shutil.which("make"), "make is not installed")
    def test_make(self):
        self.write("Makefile", f"x.pdf:\n\t{PROGRAM} compile report.yaml -o x.pdf --deps x.d\n-include x.d\n")
        self.assert_rebuilds(["make"])

    @unittest.skipUnless(shutil.which("ninja"), "ninja is not installed")
    def test_ninja(self):
        self.write("build.ninja", f"rule banxin\n  command = {PROGRAM} compile report.yaml -o $out --deps $out.d\n"
                                  "  depfile = $out.d\nbuild x.pdf: banxin report.yaml\n")
        self.assert_rebuilds(["ninja"])

    def assert_rebuilds(self, command):
        def build():
            done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, env=CLEAN)
            return done.returncode, "banxin compile" in done.stdout or "[1/1]" in done.stdout, done.stdout + done.stderr

        def touch(name):
            path = self.folder / name
            later = (self.folder / "x.pdf").stat().st_mtime_ns + 2_000_000_000
            os.utime(path, ns=(later, later))

        self.assertEqual(build()[:2], (0, True))
        status, built, said = build()
        self.assertEqual((status, built), (0, False), said)
        touch(AWKWARD)
        status, built, said = build()
        self.assertEqual((status, built), (0, True), said)
        # A chapter that the report no longer names may go.
        (self.folder / AWKWARD).unlink()
        self.write("report.yaml", REPORT.format("b.yaml"))
        self.write("b.yaml", CHAPTER)
        touch("report.yaml")
        status, built, said = build()
        self.assertEqual((status, built), (0, True), said)


if __name__ == "__main__":
    main()
