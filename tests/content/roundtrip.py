#!/usr/bin/env python3
"""Compiles the publication and reads it back with two independent readers.

Every paragraph of tests/source must come out of the PDF verbatim and in reading order, on the page of the folio
plan, and two runs must give the same bytes. A line break of the print leaves nothing between Han characters and
is the space between Latin words; any other difference is an error.
"""

import re
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, banxin, main  # noqa: E402
from reading import Reader, pages_by_mupdf, pages_by_poppler, read  # noqa: E402

REPORT = PROJECT / "content/aigc-talent-2023"
SOURCE = PROJECT / "tests/source/2023-aigc-talent-report.txt"

# Folio: the content of the page, and whether it shows a number or a product that the publication did not publish.
PLAN = {
    1: ("前言", False),
    2: ("目录", False),
    3: ("从ChatGPT到AIGC", False),
    4: ("ChatGPT现象级出圈，AIGC关注度爆发性增长", True),
    5: ("AI技术跃迁发展，AIGC领域成资本“新宠”", False),
    6: ("AIGC应用图谱", True),
    7: ("AIGC人才画像", False),
    8: ("AIGC人才主要分布行业TOP10", True),
    9: ("AIGC人才主要分布城市TOP10", True),
    10: ("互联网行业人才年龄分布情况", True),
    11: ("AIGC招聘观察", False),
    12: ("近四年1-2月AIGC相关岗位同比增长趋势", False),
    13: ("AIGC新发岗位分布行业TOP5", True),
    14: ("AIGC领域热投岗位TOP10", True),
    15: ("AIGC相关岗位薪资待遇水平", True),
    16: ("AIGC相关人才学历背景", True),
    17: ("AIGC相关人才工作经验分布", True),
    18: ("AIGC发展洞察", False),
    19: ("度小满CTO许冬亮：人才和创新机制是成功的关键", False),
}
OPENERS = {3, 7, 11, 18}
UNNUMBERED_BEFORE = 1  # the cover
PAGES = UNNUMBERED_BEFORE + len(PLAN) + 1  # and the back cover
IN_CONTENTS = re.compile(r"\d\d \D|PAGE \d")


def page(reader, folio):
    return reader.pages[folio - 1 + UNNUMBERED_BEFORE]


class Roundtrip(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.pdf = Path(cls.folder.name) / "report.pdf"
        cls.compiled = banxin("compile", REPORT, "-o", cls.pdf)
        if cls.compiled.returncode != 0:
            raise AssertionError(cls.compiled.stderr)
        cls.readers = [
            Reader("pdftotext", pages_by_poppler(cls.pdf), in_columns=True),
            Reader("pdftotext -raw", pages_by_poppler(cls.pdf, "-raw")),
            Reader("mutool", pages_by_mupdf(cls.pdf), gaps_are_spaces=True),
        ]
        cls.paragraphs = SOURCE.read_text(encoding="utf-8").splitlines()

    def test_compiles_without_a_diagnostic(self):
        self.assertEqual(self.compiled.stderr, "")

    def test_number_of_pages(self):
        information = read("pdfinfo", self.pdf)
        self.assertEqual(re.search(r"^Pages:\s+(\d+)", information, re.M).group(1), str(PAGES))
        for reader in self.readers:
            self.assertEqual(len(reader.pages), PAGES, reader.name)

    def test_every_paragraph_verbatim_and_in_order(self):
        for reader in self.readers:
            with self.subTest(reader=reader.name):
                text = re.sub(r" +\n", "\n", "\n\n".join(reader.pages))
                place, lost = 0, []
                for paragraph in self.paragraphs:
                    if reader.in_columns and IN_CONTENTS.match(paragraph):
                        continue  # it takes the contents for a table and reads it column by column
                    found = reader.search(paragraph, text, place)
                    if found:
                        place = found.end()
                    else:
                        elsewhere = "out of order" if reader.search(paragraph, text) else "not found"
                        lost.append(f"{elsewhere}: {paragraph}")
                self.assertEqual(lost, [])

    def test_characters_are_those_of_the_source(self):
        for reader in self.readers:
            for number, text in enumerate(reader.pages, 1):
                wrong = sorted({
                    f"U+{ord(c):04X} {unicodedata.name(c, '')}" for c in text
                    if 0x2E80 <= ord(c) <= 0x2FDF          # radicals that only look like the characters
                    or 0xF900 <= ord(c) <= 0xFAFF          # compatibility ideographs
                    or 0xE000 <= ord(c) <= 0xF8FF          # private use
                    or c in "\u2010\u2011\u2012\u2212\u00a0\u00ad\u200b\ufffd"})
                self.assertEqual(wrong, [], f"{reader.name}, page {number}")

    def test_no_space_between_han_in_running_text(self):
        for reader in self.readers:
            for folio in (1, 4, 5, 8, 12, 19):
                body = "\n".join(line for line in page(reader, folio).splitlines() if len(line) > 20 and line[0] != "*")
                self.assertEqual(re.findall(r"[一-鿿，。、]+[ \u3000]+[一-鿿，。、]+", body), [], f"{reader.name}, folio {folio}")

    def test_pages_follow_the_plan(self):
        for reader in self.readers:
            with self.subTest(reader=reader.name):
                for folio, (words, _) in PLAN.items():
                    self.assertTrue(reader.search(words, page(reader, folio)), f"folio {folio}: {words}")
                self.assertIn("2023", reader.pages[0])
                self.assertIn("脉脉高聘", reader.pages[-1])

    def test_folios_are_printed(self):
        for reader in self.readers:
            printed = [re.findall(r"—\s?(\d+)\s?—", text) for text in reader.pages]
            self.assertEqual((printed[0], printed[-1]), ([], []))
            for folio in PLAN:
                expected = [[], [str(folio)]] if folio in OPENERS else [[str(folio)]]
                self.assertIn(printed[folio - 1 + UNNUMBERED_BEFORE], expected, f"{reader.name}, folio {folio}")

    def test_page_labels_are_the_folios(self):
        labels = read("mutool", "show", self.pdf, "trailer/Root/PageLabels")
        self.assertIn("/Nums", labels)

    def test_contents_give_the_computed_pages(self):
        for reader in self.readers:
            numbers = re.findall(r"P\s?A\s?G\s?E\s*(\d+)", page(reader, 2))
            self.assertEqual(numbers, ["3", "7", "11", "18"], reader.name)

    def test_reconstructions_are_called_so(self):
        for reader in self.readers:
            for folio, (words, reconstructed) in PLAN.items():
                self.assertEqual("示意" in page(reader, folio), reconstructed, f"{reader.name}, folio {folio}, {words}")

    def test_same_input_gives_the_same_bytes(self):
        again = Path(self.folder.name) / "again.pdf"
        elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "zh_CN.UTF-8"}
        banxin("compile", REPORT, "-o", again, environment=elsewhere)
        self.assertEqual(self.pdf.read_bytes(), again.read_bytes())


if __name__ == "__main__":
    main()
