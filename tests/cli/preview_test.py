#!/usr/bin/env python3
"""banxin preview: files, options, and what is in them."""
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import ProgramTest, banxin, main  # noqa: E402

REPORT = """title: 三页
layout: plain
page: { width: 100mm, height: 140mm, margin: 15mm }
body:
  - heading: 第一
  - text: 人人为我，我为人人。<&>
  - page: ""
  - text: 第二页
  - page: ""
  - text: 第三页
"""
SVG = "{http://www.w3.org/2000/svg}"


class Preview(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("report.yaml", REPORT)
        self.out = self.folder / "out/pictures"

    def preview(self, *arguments):
        return banxin("preview", self.folder, "-o", self.out, *arguments)

    def names(self):
        return sorted(path.name for path in self.out.iterdir())

    def test_png_of_all_pages(self):
        self.assert_run(self.preview(), 0)
        self.assertEqual(self.names(), ["page-1.png", "page-2.png", "page-3.png"])
        size = struct.unpack(">II", (self.out / "page-1.png").read_bytes()[16:24])
        self.assertEqual(size, (567, 794))  # 100 by 140 mm at 144 pixels per inch
        first = (self.out / "page-1.png").read_bytes()
        self.assert_run(self.preview("--threads", "1"), 0)
        self.assertEqual((self.out / "page-1.png").read_bytes(), first)

    def test_chosen_pages_and_resolution(self):
        self.assert_run(self.preview("--pages", "2-3", "--dpi", "72"), 0)
        self.assertEqual(self.names(), ["page-2.png", "page-3.png"])
        self.assertEqual(struct.unpack(">II", (self.out / "page-2.png").read_bytes()[16:24]), (284, 397))

    def test_contact_sheet(self):
        self.assert_run(self.preview("--contact-sheet"), 0)
        self.assertEqual(self.names(), ["contact-sheet.png"])

    def test_svg_defines_each_outline_once_and_has_the_text(self):
        self.assert_run(self.preview("--format", "svg"), 0)
        self.assertEqual(self.names(), ["page-1.svg", "page-2.svg", "page-3.svg"])
        drawing = ElementTree.parse(self.out / "page-1.svg").getroot()
        self.assertEqual(drawing.get("viewBox"), "0 0 283.465 396.85")
        text = "".join(part.text for part in drawing.iter(SVG + "text"))
        self.assertIn("人人为我，我为人人。", text)
        self.assertIn("<&>", text)
        glyphs = [p for p in drawing.find(SVG + "defs") if p.tag == SVG + "path"]
        self.assertEqual(len({p.get("d") for p in glyphs}), len(glyphs))
        used = [u.get("href") for u in drawing.iter(SVG + "use")]
        self.assertEqual({u[1:] for u in used}, {p.get("id") for p in glyphs})
        self.assertEqual(max(used.count(u) for u in used), 4)  # 人
        self.assertEqual(re.findall(r"https?://(?!www\.w3\.org/2000/svg)", (self.out / "page-1.svg").read_text()), [])

    def test_wrong_calls(self):
        for arguments, words in (
                (["--pages", "4"], "--pages must be within the pages of the report, 1 to 3"),
                (["--pages", "3-2"], "--pages must be pages and ranges such as 2-5,8, but is `3-2`"),
                (["--pages", "0"], "--pages must be pages and ranges"),
                (["--format", "pdf"], "unknown format `pdf`"),
                (["--dpi", "5"], "--dpi must be a number from 10 to 2400"),
                (["--contact-sheet", "--format", "svg"], "--contact-sheet is always a PNG picture")):
            done = self.preview(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn(words, done.stderr)
        self.assertFalse(self.out.exists())

    def test_no_picture_after_an_error(self):
        self.write("report.yaml", REPORT.replace("heading:", "heeding:"))
        self.assertEqual(self.preview().returncode, 1)
        self.assertFalse(self.out.exists())


if __name__ == "__main__":
    main()
