#!/usr/bin/env python3
"""The other reports under content/: they compile without a word, and what their editor wrote can be read in print."""
import re
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, banxin, main  # noqa: E402
from reading import Reader, pages_by_mupdf, pages_by_poppler, read  # noqa: E402

CONTENT = PROJECT / "content"
REPORTS = ["starter", "typography-specimen", "typography-specimen/zh-hant.yaml", "typography-specimen/ja.yaml",
           "typography-specimen/ko.yaml", "vertical-sample"]
# One with the largest number, one with a falling number, one with the smallest.
REGIONS = ["广东", "黑龙江", "西藏"]
# Text on one line of a file, without marks.
PLAIN = re.compile(r"""^\s*- (?:text|heading): (?:"([^"*\[\]{}\\|\n]+)"|([^|>"*\[\]{}\\\n]+))$""", re.M)

RIGHT_TO_LEFT = re.compile("[\u0590-\u06ff]")


def written(report):
    """The plain texts of a report's files, in no order."""
    path = CONTENT / report
    files = [path] if path.is_file() else [file for file in path.glob("*.yaml") if not is_report(file, path)]
    return [(file.name, quoted or bare) for file in sorted(files)
            for quoted, bare in PLAIN.findall(file.read_text(encoding="utf-8"))]


def is_report(file, folder):
    return file.name != "report.yaml" and "\nlang:" in file.read_text(encoding="utf-8")


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.made = {}
        for report in REPORTS:
            pdf = Path(folder.name) / (report.replace("/", "-") + ".pdf")
            cls.made[report] = (pdf, banxin("compile", CONTENT / report, "-o", pdf))

    def test_they_compile_without_a_diagnostic(self):
        for report, (_, done) in self.made.items():
            with self.subTest(report=report):
                self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_the_regional_report_compiles_for_every_kind_of_region(self):
        for region in REGIONS:
            for profile in ("screen", "print"):
                with self.subTest(region=region, profile=profile), tempfile.TemporaryDirectory() as folder:
                    pdf = Path(folder) / "a.pdf"
                    done = banxin("compile", CONTENT / "regional-sample", "-o", pdf, "--profile", profile,
                                  "--set", f"region={region}", "--deny", "warnings")
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    pages = pages_by_poppler(pdf, "-raw")
                    self.assertEqual(len(pages), 4)
                    self.assertIn(f"{region}人口简报", pages[0].replace(" ", ""))

    def test_the_regional_report_states_what_its_data_say(self):
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder) / "a.pdf"
            banxin("compile", CONTENT / "regional-sample", "-o", pdf, "--set", "region=黑龙江")
            text = "".join(pages_by_poppler(pdf, "-raw")).replace(" ", "").replace("\n", "")
        for words in ("人口减少646万", "第20", "−16.9%", "比全国慢22.6个百分点", "名次比2010年下降了5位", "东北地区3个省"):
            self.assertIn(words, text)

    def test_readers_open_them_without_complaint(self):
        for report, (pdf, _) in self.made.items():
            with self.subTest(report=report):
                self.assertTrue(all(text.strip() for text in pages_by_mupdf(pdf)))

    def test_plain_texts_come_out_verbatim(self):
        for report, (pdf, _) in self.made.items():
            reader = Reader("pdftotext -raw", pages_by_poppler(pdf, "-raw"))
            text = re.sub(r" +\n", "\n", "\n\n".join(reader.pages)).replace("\u3000", " ")
            for name, paragraph in written(report):
                if RIGHT_TO_LEFT.search(paragraph):
                    continue  # readers add characters that mark its direction
                with self.subTest(report=report, file=name, text=paragraph):
                    self.assertTrue(reader.search(paragraph.replace("\u3000", " "), text))

    def test_right_to_left_words_come_out_in_reading_order(self):
        pdf, _ = self.made["typography-specimen"]
        self.assertIn("שלום", read("pdftotext", pdf, "-"))

    def test_every_character_of_the_vertical_text_is_there(self):
        pdf, _ = self.made["vertical-sample"]
        printed = re.sub(r"\s", "", read("pdftotext", "-raw", pdf, "-"))
        for file in ("tale.yaml", "afterword.yaml"):
            body = (CONTENT / "vertical-sample" / file).read_text(encoding="utf-8").split("body:", 1)[1]
            han = re.sub(r"\|[ㄅ-ㄯˊˇˋ˙ ]+\]\]", "", body)
            missing = sorted({c for c in han if "\u4e00" <= c <= "\u9fff" or c in "，。、；：！？「」『』（《〈"} - set(printed))
            self.assertEqual(missing, [], file)
            for character in "「」『』。，、":
                self.assertGreaterEqual(printed.count(character), han.count(character), character)


if __name__ == "__main__":
    main()
