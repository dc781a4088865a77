#!/usr/bin/env python3
"""Print files: the layout's printing condition, dates, the slug."""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, SMALLEST, ProgramTest, banxin, main  # noqa: E402

FOGRA39 = PROJECT / "src/pdf/color/icc/fogra39.icc"


class Print(ProgramTest):
    def setUp(self):
        super().setUp()
        self.icc = FOGRA39.read_bytes()
        text = (SMALLEST / "report.yaml").read_text(encoding="utf-8")
        self.write("report.yaml", text.replace("layout: plain", "layout: own"))
        self.layout = (PROJECT / "layouts/plain/layout.yaml").read_text(encoding="utf-8")

    def set_press(self, *keys, **files):
        self.write("layouts/own/layout.yaml", self.layout + "print:\n" + "".join(f"  {key}\n" for key in keys))
        for name, data in files.items():
            (self.folder / f"layouts/own/{name}.icc").write_bytes(data)

    def compile(self, profile="print", **options):
        done = banxin("compile", "report.yaml", "-o", "out.pdf", "--profile", profile, cwd=self.folder, **options)
        return done, (self.folder / "out.pdf")

    def plain(self, pdf):
        return subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], capture_output=True,
                              check=True).stdout

    def test_the_layout_names_its_press(self):
        other = self.icc[:100] + b"\0" * 16 + self.icc[116:]  # the same, but for its id
        self.set_press("output_profile: press.icc", "condition: FOGRA51", press=other)
        done, pdf = self.compile()
        self.assertEqual(done.returncode, 0, done.stderr)
        text = self.plain(pdf)
        self.assertIn(other, text)
        self.assertRegex(text, rb"/OutputConditionIdentifier \(FOGRA51\)")
        self.assertRegex(text, rb"/RegistryName \(http://www.color.org\)")
        self.set_press("output_profile: press.icc", press=other)
        text = self.plain(self.compile()[1])
        self.assertRegex(text, rb"/OutputConditionIdentifier \(Custom\)")
        self.assertNotIn(b"/RegistryName", text)

    def test_the_intent_changes_what_is_converted(self):
        numbers = {}
        self.layout = self.layout.replace('strong: { rgb: "#1F3F8F", cmyk: [95, 80, 10, 0] }',
                                          'strong: { rgb: "#1F3F8F" }')
        for intent in ("relative", "perceptual", "absolute"):
            self.set_press(f"intent: {intent}")
            text = self.plain(self.compile()[1])
            numbers[intent] = re.findall(rb"([\d.]+ [\d.]+ [\d.]+ [\d.]+) k\b", text)
        self.assertNotEqual(numbers["relative"], numbers["absolute"])

    def test_a_profile_that_is_none_is_refused_where_it_is_named(self):
        patched = lambda at, data: self.icc[:at] + data + self.icc[at + len(data):]
        cases = {
            "scanner": (patched(12, b"scnr"), "it is of the class “scnr”, not an output profile (“prtr”)"),
            "rgb": (patched(16, b"RGB "), "it is made for RGB, not for CMYK"),
            "new": (patched(8, b"\x05"), "it is of ICC version 5, not 2 or 4"),
            "short": (self.icc[:-1], f"it is cut short, to {len(self.icc) - 1} of {len(self.icc)} bytes"),
            "text": (b"hello\n" * 50, "it is no ICC profile"),
        }
        for name, (data, reason) in cases.items():
            for profile in ("print", "screen"):
                with self.subTest(name, profile=profile):
                    self.set_press(f"output_profile: {name}.icc", **{name: data})
                    done, _ = self.compile(profile)
                    self.assertEqual(done.returncode, 1)
                    self.assertRegex(done.stderr, r"layout\.yaml:\d+:19: error: ")
                    self.assertIn(f"`{name}.icc` cannot be the output profile: {reason} [B320]", done.stderr)

    def test_a_profile_that_is_missing(self):
        self.set_press("output_profile: pres.icc", press=self.icc)
        done, _ = self.compile()
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"layout\.yaml:\d+:19: error: cannot find the file `pres\.icc` \[B101\]")
        self.assertIn("press.icc", done.stderr)
        self.set_press("output_profile: ../../report.yaml")
        done, _ = self.compile()
        self.assertIn("[B103]", done.stderr)

    def test_the_ink_limit_is_the_layouts(self):
        self.layout = self.layout.replace("cmyk: [0, 0, 0, 100]", "cmyk: [60, 40, 40, 100]")
        self.set_press("ink_limit: 230")
        done, _ = self.compile()
        self.assertEqual(done.returncode, 1)
        self.assertIn("the ink coverage is 240 % on page 1, but the limit is 230 % [B810]", done.stderr)
        self.set_press("ink_limit: 250")
        self.assertEqual(self.compile()[0].returncode, 0)

    def test_dates(self):
        self.set_press("intent: relative")
        done, pdf = self.compile()
        self.assertIn("hint: a print file must have a date", done.stderr)
        self.assertIn("report.yaml:1:", done.stderr)
        text = self.plain(pdf)
        for entry in (b"<xmp:CreateDate>1970-01-01T00:00:00Z<", b"<xmp:ModifyDate>1970-01-01T00:00:00Z<",
                      b"<xmp:MetadataDate>1970-01-01T00:00:00Z<", b"(D:19700101000000Z)"):
            self.assertIn(entry, text)
        done, pdf = self.compile(environment={"SOURCE_DATE_EPOCH": "1700000000"})
        self.assertNotIn("B824", done.stderr)
        self.assertIn(b"<xmp:CreateDate>2023-11-14T22:13:20Z<", pdf.read_bytes())

    def test_the_slug_stands_outside_of_the_bleed(self):
        self.layout = self.layout.replace("bleed: 0mm", "bleed: 3mm")
        self.set_press("intent: relative")
        done, pdf = self.compile("print-marks", environment={"SOURCE_DATE_EPOCH": "1700000000"})
        self.assertEqual(done.returncode, 0, done.stderr)
        boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
        words = {word: float(low) for low, word in re.findall(r'yMax="([\d.]+)">([^<]+)</word>', boxes)}
        for word in ("最小的报告", "2023-11-14", "1/1", "print-marks", "FOGRA39", "Cyan", "Magenta", "Yellow", "Black"):
            self.assertLess(words[word], 10 / 25.4 * 72, word)  # the marks take 10 mm, then comes the bleed
        done, pdf = self.compile("print")
        self.assertNotIn("FOGRA39", subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
