#!/usr/bin/env python3
"""The texts of the corpus, set by the program at several measures, break into the same lines as heading, quotation,
note, box, table cell and table heading as they do in the body: one engine sets them all. `dump --stage lines` tells."""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, ProgramTest, banxin, main  # noqa: E402

EM = 10  # pt
MARKS = re.compile(r"[*\[\]{}<>^_~`|\\=#]")  # might be inline marks, or escapes of the corpus
NEUTRAL = ("size: 10pt, leading: 18pt, align: justify, balance: false, weight: regular, indent: 0pt, tracking: 0pt, "
           "hyphenate: true, padding: 0pt, rule: none, space_before: 0pt, space_after: 0pt")
STYLES = ("body", "heading-1", "quote", "note", "box", "table-cell", "table-header")

BODY = "- text: {}"
CONTEXTS = {
    "heading": "- heading: {}",
    "quotation": "- quote: {}",
    "box": "- box: [ {{ text: {} }} ]",
    "note": "- note: {}\n    place: here",
    "table cell": "- table: {{ rows: [ [ {} ] ] }}",
    "table heading": "- table: {{ header: [ {} ], rows: [ [ 甲 ] ] }}",
}


def texts():
    """Every text of the corpus that the format would not read a mark in."""
    found = set()
    for path in sorted((PROJECT / "tests/corpus").rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("#", "@")):
                continue
            text = line.split(" ;; ")[0].replace("|", "").strip()
            if text and not MARKS.search(text):
                found.add(text)
    found = sorted(found)  # single cases are short: in a row they make lines of every kind
    return ["".join(found[i:i + 5]) for i in range(0, len(found), 5)]


def report(width, texts, block):
    styles = "\n".join(f"  {name}: {{ {NEUTRAL} }}" for name in STYLES)
    body = "\n".join("  " + block.format(json.dumps(text, ensure_ascii=False)) for text in texts)
    return (f"title: t\nlang: zh-Hans\nlayout: plain\npage: {{ width: {width * EM + 40}pt, height: 3000pt, margin: 20pt }}\n"
            f"styles:\n{styles}\nbody:\n{body}\n")


class EveryContext(ProgramTest):
    def lines_of(self, width, texts, block):
        """The lines of each text, in order."""
        self.write("report.yaml", report(width, texts, block))
        done = banxin("dump", ".", "--stage", "lines", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        blocks, lines = [], []
        for row in done.stdout.decode("utf-8").splitlines():
            if not row.startswith("  "):
                continue
            said, text = row.split(" | ", 1)
            lines.append(text.rstrip())
            if " last" in said:
                blocks.append(lines)
                lines = []
        return blocks


def test_of(block):
    def test(self):
        sentences = texts()
        self.assertGreater(len(sentences), 60)
        for width in (6, 9.5, 14, 22, 40):
            expected = self.lines_of(width, sentences, BODY)
            found = self.lines_of(width, sentences, block)
            if "header" in block:
                found = found[::2]  # every other line is the cell below
            self.assertEqual(len(found), len(sentences))
            for text, lines, got in zip(sentences, expected, found):
                with self.subTest(text=text, width=width):
                    self.assertEqual(got, lines)
    return test


for name, block in CONTEXTS.items():
    setattr(EveryContext, "test_" + name.replace(" ", "_"), test_of(block))

if __name__ == "__main__":
    main()
