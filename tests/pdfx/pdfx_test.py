#!/usr/bin/env python3
"""The print profiles write PDF/X-4, by the checker in this folder; and each of its rules finds its fault."""
import json
import shutil
import sys
import unittest
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from compiled import CompiledTest  # noqa: E402
from program import PROJECT, banxin, main  # noqa: E402

try:
    import fontTools  # noqa: F401
    import pikepdf  # noqa: F401
    MISSING = None
except ImportError as fault:
    MISSING = str(fault)
else:
    from check import RULES, check
    from document import Document, family
    from faults import FAULTS

PROFILES = ("print", "print-marks")
REPORTS = [*sorted(path.parent for path in (PROJECT / "content").glob("*/report.yaml")),
           *(PROJECT / "content/typography-specimen" / name for name in ("zh-hant.yaml", "ja.yaml", "ko.yaml")),
           *(PROJECT / "tests" / name for name in ("golden/blocks", "golden/charts", "kinds"))]
SOURCE = PROJECT / "tests/golden/blocks"  # the file that the faults are injected into
# Rules that also apply to the screen profile.
ALL_PROFILES = ("6.1/syntax", "6.1/operator", "6.1/image", "6.4.3/icc", "6.4.3/indexed", "6.4.3/known", "6.4.3/shading",
                "6.5/", "6.6/", "6.8/", "6.11/information-texts", "6.11/information-dates", "6.23/", "6.25/")


@unittest.skipIf(MISSING, MISSING)
class Conformance(CompiledTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.files = {(report, profile): cls.compiled(report, profile).read_bytes()
                     for report in REPORTS for profile in PROFILES}

    def test_print_files_break_no_rule(self):
        for (report, profile), data in self.files.items():
            with self.subTest(report=report.name, profile=profile):
                self.assertEqual([str(finding) for finding in check(data)], [])

    def test_another_press_breaks_no_rule(self):
        # Its profile is FOGRA39 under another id; pictures become inks of it.
        press = bytearray((PROJECT / "src/pdf/color/icc/fogra39.icc").read_bytes())
        press[84:100] = bytes(range(16))
        report = self.folder / "another-press"
        shutil.copytree(PROJECT / "tests/kinds", report)
        (report / "layouts/kinds/press.icc").write_bytes(press)
        with (report / "layouts/kinds/layout.yaml").open("a", encoding="utf-8") as layout:
            layout.write("print: { output_profile: press.icc, condition: FOGRA51, convert_pictures: true }\n")
        data = self.compiled(report, "print").read_bytes()
        self.assertEqual([str(finding) for finding in check(data)], [])
        document = Document(data)
        self.assertEqual(document.root.OutputIntents[0].DestOutputProfile.read_bytes(), bytes(press))
        self.assertEqual([where for where, space, _ in document.spaces if family(space) == "/ICCBased"], [])

    def test_screen_files_break_no_rule_of_pdf_as_such(self):
        for report in REPORTS:
            with self.subTest(report=report.name):
                found = check(self.compiled(report, "screen").read_bytes())
                self.assertEqual([str(finding) for finding in found if finding.rule.startswith(ALL_PROFILES)], [])

    def test_boxes_are_those_of_the_layout(self):
        for (report, profile), data in self.files.items():
            done = banxin("dump", report, "--stage", "pages")
            pages = json.loads(done.stdout)["pages"]
            pdf = pikepdf.open(BytesIO(data))
            written = [page.obj for page in pdf.pages]
            self.assertEqual(len(written), len(pages))
            for page, laid_out in zip(written, pages):
                with self.subTest(report=report.name, profile=profile, page=laid_out["page"]):
                    (width, height), bleed = laid_out["trim"], laid_out.get("bleed", 0)
                    media, trim, bled = ([float(number) for number in page[key]]
                                         for key in ("/MediaBox", "/TrimBox", "/BleedBox"))
                    margin = trim[0]
                    self.assertTrue(abs(margin - bleed) < 0.01 if profile == "print" else margin > bleed + 14, margin)
                    expected = [margin, margin, margin + width, margin + height]
                    whole = [0, 0, width + 2 * margin, height + 2 * margin]
                    outer = [*(x - bleed for x in expected[:2]), *(x + bleed for x in expected[2:])]
                    for found, wanted in ((trim, expected), (media, whole), (bled, outer)):
                        for one, other in zip(found, wanted):
                            self.assertAlmostEqual(one, other, delta=0.01)


@unittest.skipIf(MISSING, MISSING)
class Checker(CompiledTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.good = cls.compiled(SOURCE, "print-marks").read_bytes()

    def test_each_rule_is_seen_to_fail(self):
        self.assertEqual(set(RULES) - {fault.rule for fault in FAULTS}, set())
        self.assertEqual(len({fault.name for fault in FAULTS}), len(FAULTS))

    def test_a_file_only_saved_again_breaks_no_rule(self):
        unharmed = type(FAULTS[0])("", "", lambda pdf: None, (), False, None, ())
        self.assertEqual([str(finding) for finding in check(unharmed.broken(self.good))], [])

    def test_faults_are_found_and_nothing_else(self):
        for fault in FAULTS:
            with self.subTest(fault.name):
                found = check(fault.broken(self.good))
                self.assertEqual({finding.rule for finding in found}, {fault.rule, *fault.also},
                                 [str(finding) for finding in found])


if __name__ == "__main__":
    main()
