#!/usr/bin/env python3
"""The publication for assistive technology: the structure of the screen PDF, read back and compared with the
source and with the charts' numbers in the content files."""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from compiled import CompiledTest  # noqa: E402
from program import PROJECT, banxin, main  # noqa: E402
from reading import read  # noqa: E402
from structure import Document, Element, StructureChecks  # noqa: E402

REPORT = PROJECT / "content/aigc-talent-2023"
SOURCE = PROJECT / "tests/source/2023-aigc-talent-report.txt"


def numbers_of_the_content():
    """[(label, value)] of the charts, as the tables have them."""
    listed = json.loads(banxin("provenance", REPORT, "--format", "json").stdout)
    return [(re.fullmatch(r"\w+\[(.*)\]", one["expression"]).group(1), number(one["text"]))
            for one in listed if one["use"] == "chart"]


def number(cell):
    """The number at the start of a cell, or None."""
    match = re.match(r"[-+\u2212]?[\d,]*\d(?:\.\d+)?", cell)
    return float(match.group().replace(",", "").replace("\u2212", "-")) if match else None


def squeezed(text):
    return re.sub(r"\s+", "", text)


class Structure(StructureChecks, CompiledTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pdf = cls.compiled(REPORT)
        cls.document = Document(cls.pdf)
        cls.root = cls.document.root

    def test_every_paragraph_of_the_source_in_order(self):
        text, place, lost = squeezed(self.root.text()), 0, []
        for paragraph in map(squeezed, SOURCE.read_text(encoding="utf-8").splitlines()):
            found = text.find(paragraph, place)
            if found < 0:
                lost.append(paragraph)
            else:
                place = found + len(paragraph)
        self.assertEqual(lost, [])

    def test_a_chart_is_a_sentence_and_a_table(self):
        charts = 0
        for parent in self.root.all():
            for figure, table in zip(parent.kids, parent.kids[1:]):
                if not (isinstance(figure, Element) and figure.kind == "Figure" and isinstance(table, Element)):
                    continue
                charts += 1
                self.assertTrue(figure.alternative)
                self.assertEqual(len(figure.attributes["/BBox"]), 4)
                self.assertEqual(table.kind, "Table", figure.alternative)
                self.assertEqual([kid.kind for kid in table.kids], ["THead", "TBody"])
                head, body = table.kids
                self.assertEqual({cell.attributes["/Scope"] for cell in head.all("TH")}, {"/Column"})
                self.assertEqual({cell.attributes["/Scope"] for cell in body.all("TH")}, {"/Row"})
                width = len(head.kids[0].kids)
                reach = 0  # of the header of several rows
                for row in body.kids:
                    self.assertEqual(len(row.kids), width - (reach > 0), [cell.text() for cell in row.kids])
                    reach = max(reach - 1, 0)
                    if row.kids[0].kind == "TH":
                        reach = row.kids[0].attributes.get("/RowSpan", 1) - 1
                # Every cell with text has content on the page.
                self.assertEqual([cell.text() for kind in ("TH", "TD") for cell in table.all(kind)
                                  if cell.text() and not list(cell.marks())], [])
        self.assertEqual(charts, 11)

    def test_the_tables_hold_the_numbers_of_the_content(self):
        read_back = set()
        for table in self.root.all("Table"):
            for row in table.all("TR"):
                read_back |= {(row.kids[0].text(), number(cell.text())) for cell in row.kids[1:]}
        expected = numbers_of_the_content()
        self.assertGreater(len(expected), 80)
        self.assertEqual([(label, value) for label, value in expected if (label, value) not in read_back], [])

    def test_headings_skip_no_level(self):
        levels = [int(element.kind[1]) for element in self.root.all() if re.fullmatch(r"H[1-6]", element.kind)]
        self.assertEqual(levels[0], 1)
        for before, level in zip(levels, levels[1:]):
            self.assertLessEqual(level, before + 1)

    def test_entries_of_the_contents_are_links(self):
        (contents,) = self.root.all("TOC")
        self.assertEqual({entry.kind for entry in contents.kids}, {"TOCI"})
        for entry in contents.kids:
            (link,) = entry.all("Link")
            kids = self.document.value(link.entries["/K"])
            objects = [self.document.value(kid) for kid in kids if isinstance(kid, (dict, str))]
            self.assertIn("/OBJR", [kid.get("/Type") for kid in objects if isinstance(kid, dict)])

    def test_poppler_reads_the_same(self):
        shown = squeezed("".join(re.findall(r'^ +"(.*)"$', read("pdfinfo", "-struct-text", self.pdf), re.M)))
        for paragraph in SOURCE.read_text(encoding="utf-8").splitlines():
            self.assertIn(squeezed(paragraph), shown)


if __name__ == "__main__":
    main()
