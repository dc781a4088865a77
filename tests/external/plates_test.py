#!/usr/bin/env python3
"""Which ink goes where: the print files separated by Ghostscript. Each assertion is also put to a file that is made to
fail it."""
import shutil
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from compiled import CompiledTest  # noqa: E402
from program import PROJECT, main  # noqa: E402

try:
    import numpy
    import pikepdf
    from pikepdf import Name

    from plates import PROCESS, separate
    MISSING = None if shutil.which("gs") else "gs is not installed"
except ImportError as fault:
    MISSING = str(fault)

MOST_INK = 3.0  # PrintLimits::total_ink
MILLIMETRE = 72 / 25.4

PLAIN = """title: 正文
date: 2026-11-23
page: { size: A5, margin: 20mm, bleed: 3mm }
styles:
  panel: { base: body, background: blue, padding: 5mm }
body:
  - heading: 一页正文
  - text: 正文只有黑墨。《桃花源记》说：“晋太元中，武陵人捕鱼为业。缘溪行，忘路之远近。”
  - text: Latin and 1,234.5 are black too, **strong** and *emphasised* alike.
  - page: ""
  - box:
      - text: 压在蓝底上的黑字叠印，底下不留白。
    style: panel
"""


# What a separated file must be. Each gives a sentence if it is not.

def colors_of_text(page):
    """Plain text is on the black plate only."""
    inked = [name for name, plate in page.plates.items() if plate.max() > 0]
    return None if inked == ["Black"] else f"text on {sorted(inked)}"


def holes_under_text(page):
    """Black text overprints: the blue under it is as if there were none."""
    cyan = page.plates["Cyan"]
    covered = cyan > 0
    rows, columns = numpy.flatnonzero(covered.any(1)), numpy.flatnonzero(covered.any(0))
    area = cyan[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
    if not page.plates["Black"][rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1].any():
        return "no text on the blue"
    return None if (area > 0).all() else f"{(area == 0).mean():.2%} of the blue is left open"


def spot_on_its_plate(page):
    """The gold box of tests/kinds is on the gold plate only, at full tint; the band above it at a quarter."""
    if page.spots() != ["Banxin Gold"]:
        return f"spot plates {page.spots()}"
    left, top = page.trim[0] + 20 * MILLIMETRE, page.trim[3] - 80 * MILLIMETRE
    box = [left, top - 8 * MILLIMETRE, left + 20 * MILLIMETRE, top]
    band = [page.bleed[0], page.bleed[3] - 40 * MILLIMETRE, page.bleed[2], page.bleed[3]]
    for place, tint in ((box, 1), (band, 0.25)):
        gold = page.part("Banxin Gold", place)
        if abs(gold - tint).max() > 0.01:
            return f"gold between {gold.min():.2f} and {gold.max():.2f} instead of {tint}"
        others = [name for name in PROCESS if page.part(name, place).any()]
        if others:
            return f"gold on {others} too"
    return None


def ink_outside_the_bleed(page):
    """Nothing prints outside the bleed but marks, which keep 0.8 mm off it."""
    ring = page.outside(page.bleed) & ~page.outside(page.bleed, 0.8 * MILLIMETRE)
    inked = [name for name, plate in page.plates.items() if plate[ring].any()]
    return f"ink on {sorted(inked)} beside the bleed" if inked else None


def registration_on_all_plates(page):
    """The marks left and right of the page are the same on all plates, and there are some."""
    left = [0, page.trim[1], page.bleed[0], page.trim[3]]
    right = [page.bleed[2], page.trim[1], page.media[2], page.trim[3]]
    for side in (left, right):
        marks = [page.part(name, side) for name in sorted(page.plates)]
        if not all(mark.any() for mark in marks):
            return "a plate without registration marks"
        if any((mark != marks[0]).any() for mark in marks):
            return "plates with different registration marks"
    return None


def too_much_ink(page):
    """The inks on a spot add up to the limit at most, marks outside the bleed left out."""
    most = page.total()[page.window(page.bleed)].max()
    return f"{most:.0%} of ink" if most > MOST_INK + 0.01 else None


@unittest.skipIf(MISSING, MISSING)
class Plates(CompiledTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        plain = cls.folder / "plain"
        plain.mkdir()
        (plain / "report.yaml").write_text(PLAIN, encoding="utf-8")
        cls.files = {}
        kinds, publication = PROJECT / "tests/kinds", PROJECT / "content/aigc-talent-2023"
        for report, profile in ((plain, "print"), (kinds, "print"), (kinds, "print-marks"),
                                (publication, "print-marks")):
            cls.files[report.name, profile] = cls.compiled(report, profile)
        cls.separated = {key: separate(file, file.with_suffix("")) for key, file in cls.files.items()}

    def changed(self, key, act, page=1):
        """Page `page` of a file after `act(pdf, page)`, separated."""
        file = self.folder / f"{self.id()}.pdf"
        with pikepdf.open(self.files[key]) as pdf:
            act(pdf, pdf.pages[page - 1])
            pdf.save(file)
        return separate(file, file.with_suffix(""), page, page)[0]

    def drawn(self, key, content, page=1):
        """The same after content was drawn on the page."""
        return self.changed(key, lambda pdf, on: on.contents_add(pdf.make_stream(b"q " + content + b" Q")), page)

    def test_text_is_black_alone(self):
        self.assertIsNone(colors_of_text(self.separated["plain", "print"][0]))

    def test_text_in_four_inks_is_noticed(self):
        def rich(pdf, page):
            content = b"\n".join(stream.read_bytes() for stream in self.streams(page))
            self.assertIn(b"0 0 0 1 k", content)
            page.Contents = pdf.make_stream(content.replace(b"0 0 0 1 k", b"0.6 0.4 0.4 1 k"))
        self.assertIn("Magenta", colors_of_text(self.changed(("plain", "print"), rich)))

    def test_black_text_overprints(self):
        self.assertIsNone(holes_under_text(self.separated["plain", "print"][1]))

    def test_knocked_out_text_is_noticed(self):
        def knock_out(pdf, page):
            for _, state in page.Resources.ExtGState.items():
                state.op = state.OP = False
        self.assertIn("left open", holes_under_text(self.changed(("plain", "print"), knock_out, 2)))

    def test_spot_is_on_its_plate(self):
        for profile in ("print", "print-marks"):
            with self.subTest(profile):
                self.assertIsNone(spot_on_its_plate(self.separated["kinds", profile][0]))

    def test_converted_spot_is_noticed(self):
        def convert(pdf, page):
            for name, space in page.Resources.ColorSpace.items():
                if space[1] == Name("/Banxin Gold"):
                    space[1] = Name.Black
        self.assertIsNotNone(spot_on_its_plate(self.changed(("kinds", "print"), convert)))

    def test_spot_with_black_in_it_is_noticed(self):
        page = self.separated["kinds", "print"][0]
        place = b"%f %f 20 20 re f" % (page.trim[0] + 70, page.trim[3] - 245)
        state = b"/X gs 0 0 0 0.2 k "

        def mix(pdf, on):
            on.Resources.ExtGState["/X"] = pikepdf.Dictionary(op=True, OP=True, OPM=1)
            on.contents_add(pdf.make_stream(b"q " + state + place + b" Q"))
        self.assertIn("Black", spot_on_its_plate(self.changed(("kinds", "print"), mix)))

    def test_nothing_prints_outside_the_bleed(self):
        for key, pages in self.separated.items():
            for number, page in enumerate(pages, 1):
                with self.subTest(key, page=number):
                    self.assertIsNone(ink_outside_the_bleed(page))

    def test_ink_outside_the_bleed_is_noticed(self):
        page = self.separated["kinds", "print-marks"][1]
        for ink in (b"0 0.1 0 0 k", b"0 0 0 1 k"):
            place = b"%f %f 5 5 re f" % (page.bleed[2] - 3, page.bleed[1] + 100)
            self.assertIn("beside", ink_outside_the_bleed(self.drawn(("kinds", "print-marks"), ink + b" " + place, 2)))

    def test_registration_marks_are_on_all_plates(self):
        for key, pages in self.separated.items():
            for number, page in enumerate(pages, 1) if key[1] == "print-marks" else ():
                with self.subTest(key, page=number):
                    self.assertIsNone(registration_on_all_plates(page))

    def test_black_registration_marks_are_noticed(self):
        def blacken(pdf, page):
            for _, space in page.Resources.ColorSpace.items():
                if space[1] == Name.All:
                    space[1] = Name.Black
        self.assertIn("without", registration_on_all_plates(self.changed(("kinds", "print-marks"), blacken)))

    def test_total_ink_is_below_the_limit(self):
        for key, pages in self.separated.items():
            for number, page in enumerate(pages, 1):
                with self.subTest(key, page=number):
                    self.assertIsNone(too_much_ink(page))

    def test_too_much_ink_is_noticed(self):
        page = self.separated["kinds", "print"][1]
        place = b" %f %f 5 5 re f" % (page.trim[0] + 9, page.trim[1] + 9)
        self.assertIn("310%", too_much_ink(self.drawn(("kinds", "print"), b"1 1 0.1 1 k" + place, 2)))

    @staticmethod
    def streams(page):
        contents = page.obj.Contents
        return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


if __name__ == "__main__":
    main()
