#!/usr/bin/env python3
"""Other programs read the files without an error or warning."""
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from compiled import CompiledTest  # noqa: E402
from program import PROJECT, SMALLEST, main  # noqa: E402

# name: report, profile
REPORTS = {
    "smallest": (SMALLEST, "screen"),
    "report": (PROJECT / "content/aigc-talent-2023", "screen"),
    "report-print": (PROJECT / "content/aigc-talent-2023", "print"),
    "kinds": (PROJECT / "tests/kinds", "screen"),
    "kinds-print": (PROJECT / "tests/kinds", "print-marks"),
    "starter": (PROJECT / "content/starter", "screen"),
    "specimen": (PROJECT / "content/typography-specimen", "screen"),
}
MOST_BYTES = {"report": 350_000, "report-print": 1_500_000}
# Debian builds mutool without color management; it warns of every file.
NOT_ABOUT_THE_FILE = "warning: ICC support is not available\n"


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


class Readers(CompiledTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.files = {name: cls.compiled(*key) for name, key in REPORTS.items()}

    def read(self, *command):
        """What the program printed; it must end with 0 and say nothing on standard error."""
        done = subprocess.run([str(part) for part in command], capture_output=True, timeout=300)
        said = done.stderr.decode("utf-8", "replace").replace(NOT_ABOUT_THE_FILE, "")
        self.assertEqual((done.returncode, said), (0, ""), command)
        return done.stdout.decode("utf-8", "replace")

    def test_sizes(self):
        for name, most in MOST_BYTES.items():
            with self.subTest(name):
                self.assertLess(self.files[name].stat().st_size, most)

    @needs("qpdf")
    def test_qpdf_finds_no_fault(self):
        for name, file in self.files.items():
            with self.subTest(name):
                self.assertIn("No syntax or stream encoding errors found", self.read("qpdf", "--check", file))

    @needs("pdftotext")
    def test_poppler_extracts_text(self):
        for name, file in self.files.items():
            with self.subTest(name):
                self.assertTrue(self.read("pdftotext", "-enc", "UTF-8", file, "-").strip())
        text = self.read("pdftotext", "-enc", "UTF-8", self.files["smallest"], "-")
        self.assertIn("两个汉字之间的换行不留空格。", re.sub(r"\s", "", text))
        self.assertIn("第一段文字，可以有强调，也可以有链接。", re.sub(r"\s", "", text))

    @needs("pdfinfo")
    def test_poppler_reads_the_information(self):
        information = self.read("pdfinfo", self.files["smallest"])
        self.assertRegex(information, r"(?m)^Title: +最小的报告$")
        self.assertRegex(information, r"(?m)^Tagged: +yes$")
        self.assertRegex(information, r"(?m)^PDF version: +1\.7$")
        width, height = re.search(r"(?m)^Page size: +([\d.]+) x ([\d.]+) pts", information).groups()
        self.assertAlmostEqual(float(width), 120 / 25.4 * 72, delta=0.01)
        self.assertAlmostEqual(float(height), 160 / 25.4 * 72, delta=0.01)
        for name, file in self.files.items():
            with self.subTest(name):
                self.read("pdfinfo", "-struct", file)

    @needs("pdffonts")
    def test_every_font_is_embedded_cut_and_has_unicode(self):
        for name, file in self.files.items():
            with self.subTest(name):
                rows = self.read("pdffonts", file).splitlines()[2:]
                self.assertTrue(rows)
                for row in rows:
                    self.assertRegex(row, r"^[A-Z]{6}\+.* Identity-[HV] +yes yes yes +\d+ +0$")

    @needs("pdftoppm")
    def test_poppler_draws_every_page(self):
        for name, file in self.files.items():
            with self.subTest(name):
                self.read("pdftoppm", "-r", 30, file, file.with_suffix(""))

    @needs("mutool")
    def test_mupdf_draws_and_extracts(self):
        for name, file in self.files.items():
            with self.subTest(name):
                self.read("mutool", "draw", "-q", "-r", 30, "-o", file.with_suffix(".%d.png"), file)
                self.assertTrue(self.read("mutool", "draw", "-q", "-F", "txt", file).strip())

    @needs("gs")
    def test_ghostscript_draws_every_page(self):
        for name, file in self.files.items():
            with self.subTest(name):
                said = self.read("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING", "-sDEVICE=png16m",
                                 "-r20", f"-sOutputFile={file.with_suffix('.gs%d.png')}", file)
                self.assertEqual(said, "")


if __name__ == "__main__":
    main()
