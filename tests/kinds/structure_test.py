#!/usr/bin/env python3
"""Each kind of block for assistive technology: the structure of the screen PDF of the report in this folder."""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / "support"))
from compiled import CompiledTest  # noqa: E402
from program import main  # noqa: E402
from structure import Document, StructureChecks  # noqa: E402


class Structure(StructureChecks, CompiledTest):
    ASIDE = ("Note", "RT")  # notes are at the foot of the page; ruby is painted after its line

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.document = Document(cls.compiled(HERE))
        cls.root = cls.document.root

    def all(self, kind):
        found = list(self.root.all(kind))
        self.assertTrue(found, kind)
        return found

    def test_lists_have_labels_bodies_and_a_numbering(self):
        numberings = set()
        for element in self.all("L"):
            self.assertEqual({item.kind for item in element.kids}, {"LI"})
            for item in element.kids:
                self.assertEqual([part.kind for part in item.kids], ["Lbl", "LBody"])
            label = element.kids[0].kids[0].text()
            numbering = element.attributes["/ListNumbering"]
            self.assertEqual(numbering, "/Disc" if label == "•" else "/Decimal", label)
            numberings.add(numbering)
        self.assertEqual(numberings, {"/Disc", "/Decimal"})

    def test_tables_have_headers_with_scope_and_captions_before_them(self):
        feet = 0
        for table in self.all("Table"):
            kids = table.kids
            if kids[-1].kind == "TFoot":
                feet += 1
                kids = kids[:-1]
            self.assertIn([kid.kind for kid in kids], (["THead", "TBody"], ["Caption", "THead", "TBody"]))
            head, body = kids[-2:]
            self.assertEqual({cell.attributes["/Scope"] for cell in head.all("TH")}, {"/Column"})
            self.assertLessEqual({cell.attributes["/Scope"] for cell in body.all("TH")}, {"/Row"})
        self.assertEqual(feet, 1)
        self.assertIn("Caption", [table.kids[0].kind for table in self.all("Table")])

    def test_notes_are_referenced(self):
        self.assertIn("1", [reference.text() for reference in self.all("Reference")])

    def test_figures_have_alternative_text_and_bounds(self):
        for figure in self.all("Figure"):
            self.assertTrue(figure.alternative)
            self.assertEqual(len(figure.attributes["/BBox"]), 4)

    def test_links_have_annotations_with_contents(self):
        for link in self.all("Link"):
            objects = [self.document.value(kid) for kid in self.document.value(link.entries["/K"]) if not isinstance(kid, int)]
            annotations = [self.document.value(kid["/Obj"]) for kid in objects if kid.get("/Type") == "/OBJR"]
            self.assertTrue(annotations, link.text())
            for annotation in annotations:
                self.assertTrue(self.document.string(annotation["/Contents"]))

    def test_text_in_another_language_is_marked(self):
        languages = {self.document.string(element.entries["/Lang"]): element.text() for element in self.root.all()
                     if "/Lang" in element.entries}
        self.assertLessEqual({"en", "ja", "ko", "zh-Hant"}, set(languages))
        self.assertRegex(languages["ja"], re.compile("日本語|かな|文"))

    def test_abbreviations_are_expanded_once(self):
        expanded = [(element.text(), self.document.string(element.entries["/E"])) for element in self.root.all()
                    if "/E" in element.entries]
        self.assertEqual(expanded, [("PNG", "Portable Network Graphics")])

    def test_ruby_is_base_and_reading(self):
        for ruby in self.all("Ruby"):
            self.assertEqual([kid.kind for kid in ruby.kids], ["RB", "RT"])


if __name__ == "__main__":
    main()
