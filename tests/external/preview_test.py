#!/usr/bin/env python3
"""banxin preview: PNG and SVG pictures against poppler's rendering of the PDF (pdftocairo, which does not move glyphs to pixels).

Tolerance, at 96 pixels per inch, in levels of 255 for each channel: on average at most MEAN of a page, and of the pixels of the
page averaged 3 by 3 at most SHARE differ by more than 48. Antialiasing differs at each edge; a glyph that is missing, moved or
painted in another color is a larger difference."""
import io
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, ProgramTest, banxin, main  # noqa: E402

import numpy  # noqa: E402
from PIL import Image  # noqa: E402

DPI, MEAN, SHARE = 96, 4, 0.002
REPORTS = {"kinds": PROJECT / "tests/kinds", "publication": PROJECT / "content/aigc-talent-2023"}


def pixels(picture):
    return numpy.asarray(picture.convert("RGB"), dtype=float)


def softened(values):
    """Each pixel with the mean of the nine around it."""
    wide = numpy.pad(values, ((1, 1), (1, 1), (0, 0)), mode="edge")
    height, width = values.shape[:2]
    return sum(wide[y:y + height, x:x + width] for y in range(3) for x in range(3)) / 9


class Preview(ProgramTest):
    def poppler(self, report):
        done = banxin("compile", report, "-o", self.folder / "report.pdf")
        self.assertEqual(done.returncode, 0, done.stderr)
        subprocess.run(["pdftocairo", "-png", "-r", str(DPI), self.folder / "report.pdf", self.folder / "poppler"], check=True)
        return sorted(self.folder.glob("poppler-*.png"))

    def assert_alike(self, ours, theirs, what):
        a, b = pixels(ours), pixels(theirs)
        self.assertTrue(all(abs(m - n) <= 1 for m, n in zip(a.shape, b.shape)), f"{what}: {a.shape}, {b.shape}")
        height, width = (min(m, n) for m, n in zip(a.shape[:2], b.shape[:2]))
        a, b = a[:height, :width], b[:height, :width]
        mean = abs(a - b).mean()
        share = (abs(softened(a) - softened(b)).max(axis=2) > 48).mean()
        self.assertLessEqual((mean > MEAN, share > SHARE), (False, False), f"{what}: mean {mean:.2f}, share {share:.4f}")

    def compare(self, name, form, open_picture):
        report = REPORTS[name]
        done = banxin("preview", report, "-o", self.folder / "out", "--format", form, "--dpi", DPI)
        self.assertEqual(done.returncode, 0, done.stderr)
        for number, theirs in enumerate(self.poppler(report), 1):
            ours = open_picture(self.folder / f"out/page-{number}.{form}")
            self.assert_alike(ours, Image.open(theirs), f"{name}, page {number}, {form}")

    def test_png(self):
        for name in REPORTS:
            with self.subTest(name):
                self.compare(name, "png", Image.open)

    def test_svg(self):
        if not shutil.which("rsvg-convert"):
            self.skipTest("rsvg-convert is not installed")

        def drawn(path):
            done = subprocess.run(["rsvg-convert", "--unlimited", "--dpi-x", str(DPI), "--dpi-y", str(DPI), "-b", "white", path],
                                  check=True, stdout=subprocess.PIPE)
            return Image.open(io.BytesIO(done.stdout))
        for name in REPORTS:
            with self.subTest(name):
                self.compare(name, "svg", drawn)


if __name__ == "__main__":
    main()
