#!/usr/bin/env python3
"""Five readers draw the files for the screen and for print without a warning, and draw the same."""
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from compiled import CompiledTest  # noqa: E402
from program import BUILD, PROJECT, main  # noqa: E402

try:
    import numpy  # noqa: F401
    import pikepdf

    from drawing import commands, distances, draw, matched, trimmed
    MISSING = None
except ImportError as fault:
    MISSING = str(fault)

REPORTS = [PROJECT / "content/aigc-talent-2023", PROJECT / "tests/kinds"]
PAGE_OF_TEXT = {"aigc-talent-2023": 6, "kinds": 3}
# Debian builds mutool without color management; it warns of every file.
NOT_ABOUT_THE_FILE = "warning: ICC support is not available\n"
# The most that a page may be off on the average, and one square of 8 pt, of 255. Measured with poppler 22.12, MuPDF
# 1.21, Ghostscript 10.0, PDFium of pypdfium2 5.15 and pdf.js 5.6: 1.2 and 24 for the screen; 4.1 and 28 for print,
# where MuPDF, which has no ICC, differs.
TOLERANCE = {"screen": (2.5, 32), "print": (6, 38)}


@unittest.skipIf(MISSING, MISSING)
class Agreement(CompiledTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        subprocess.run([PROJECT / "scripts/readers", BUILD / "readers"], timeout=400)
        found = commands(BUILD / "readers")
        absent = [f"{name}: {reason}" for name, reason in found.items() if isinstance(reason, str)]
        if absent:
            # The tolerance is that of five; readers_test.py has three of them read it.
            raise unittest.SkipTest("; ".join(absent))
        cls.readers = found
        cls.files, cls.drawn, cls.complaints = {}, {}, []
        for report in REPORTS:
            for profile in TOLERANCE:
                cls.files[report.name, profile] = cls.compiled(report, profile)
        with ThreadPoolExecutor(2) as pool:
            jobs = {(key, name): pool.submit(cls.drawn_by, name, file)
                    for key, file in cls.files.items() for name in cls.readers}
            for (key, name), job in jobs.items():
                try:
                    cls.drawn.setdefault(key, {})[name] = job.result()
                except AssertionError as complaint:
                    cls.complaints.append(str(complaint))

    @classmethod
    def drawn_by(cls, name, file):
        with tempfile.TemporaryDirectory(dir=cls.folder) as place:
            return draw(cls.readers[name], file, Path(place) / "pages", NOT_ABOUT_THE_FILE)

    def test_readers_have_nothing_to_say(self):
        self.assertEqual(self.complaints, [])

    def apart(self, key, replaced=None):
        """What exceeds the tolerance; `replaced` has other pages for the reader that it names."""
        drawn = trimmed({**self.drawn[key], **(replaced or {})})
        if key[1] == "print":
            drawn = matched(drawn, "ghostscript")
        mean, largest = TOLERANCE[key[1]]
        return [f"{name}, page {page}: {a:.1f} on the average, at most {b:.0f}" for name, page, a, b in distances(drawn)
                if a > mean or b > largest]

    def test_readers_draw_the_same(self):
        for key in self.files:
            with self.subTest(key):
                self.assertEqual(len({len(pages) for pages in self.drawn[key].values()}), 1)
                self.assertEqual(self.apart(key), [])

    def assert_noticed(self, key, page, edit):
        """A file in which `edit` changed the instructions of a page stands out, and in that page alone."""
        file = self.folder / f"{self.id()}-{key[1]}.pdf"
        with pikepdf.open(self.files[key]) as pdf:
            content = pdf.pages[page - 1].obj.Contents
            content.write(pikepdf.unparse_content_stream(edit(pikepdf.parse_content_stream(content))))
            pdf.save(file)
        # Drawn by one of the readers; the others have the true file.
        found = self.apart(key, {"poppler": self.drawn_by("poppler", file)})
        self.assertTrue(found, "nothing stands out")
        self.assertEqual([line for line in found if not line.startswith(f"poppler, page {page}:")], [])

    def test_a_missing_line_is_noticed(self):
        for key in self.files:
            with self.subTest(key):
                self.assert_noticed(key, PAGE_OF_TEXT[key[0]], without_longest_line)

    def test_a_wrong_color_is_noticed(self):
        for profile in TOLERANCE:
            with self.subTest(profile):
                self.assert_noticed(("kinds", profile), 7, with_other_color)


def without_longest_line(instructions):
    """What shows most characters at once is left out."""
    shown = [i for i in instructions if str(i.operator) == "Tj"]
    longest = max(shown, key=lambda i: len(bytes(i.operands[0])))
    return [i for i in instructions if i is not longest]


def with_other_color(instructions):
    """The first color that fills and is not grey is turned round: blue becomes orange."""
    changed = list(instructions)
    for at, instruction in enumerate(changed):
        values = [float(value) for value in instruction.operands] if str(instruction.operator) in ("rg", "k") else []
        if values and max(values[:3]) - min(values[:3]) > 0.3:
            turned = [*values[2::-1], *values[3:]]
            changed[at] = pikepdf.ContentStreamInstruction(turned, instruction.operator)
            return changed
    raise AssertionError("no color on the page")


if __name__ == "__main__":
    main(whole=True)
