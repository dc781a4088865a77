#!/usr/bin/env python3
"""Writes a report of Chinese prose: by default a million characters, about 1,000 pages.

usage: prose.py FOLDER [CHARACTERS]

The text has no meaning, but the shape of prose: sentences of 8 to 40 characters drawn by frequency from common ones,
with commas, quotation marks, book titles, numbers and Latin words; paragraphs of 80 to 400 characters; a heading for
every dozen paragraphs; a strong phrase here and there. The same seed gives the same text on every machine.
"""
import random
import sys
from pathlib import Path

# Frequent characters, and a tail of rare ones that makes the font subset as large as that of a real book.
COMMON = ("的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天"
          "分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二"
          "等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反")
TAIL = [chr(code) for code in range(0x4E00, 0x9FA0, 9)]  # about 2,330 more
WORDS = ["AIGC", "ChatGPT", "GPT-4", "CTO", "API", "TOP10", "Transformer", "open source", "PDF", "2023", "34.5%", "281.88%"]
# A trade book's page, so that a thousand characters fill one.
PAGE = "page: { width: 170mm, height: 240mm, margin: 20mm }\nstyles: { body: { size: 10.5pt, leading: 17pt } }"
SEED = 20230301


class Prose:
    def __init__(self):
        self.random = random.Random(SEED)
        self.pool = list(COMMON) * 50 + TAIL

    def run(self, count):
        return "".join(self.random.choices(self.pool, k=count))

    def clause(self):
        choice = self.random.random()
        if choice < 0.06:
            return self.run(self.random.randint(3, 9)) + self.random.choice(WORDS) + self.run(self.random.randint(2, 8))
        if choice < 0.09:
            return "“" + self.run(self.random.randint(2, 10)) + "”" + self.run(self.random.randint(2, 8))
        if choice < 0.11:
            return "《" + self.run(self.random.randint(2, 8)) + "》" + self.run(self.random.randint(2, 8))
        if choice < 0.12:
            return "**" + self.run(self.random.randint(2, 6)) + "**" + self.run(self.random.randint(2, 8))
        if choice < 0.13:
            return self.run(self.random.randint(3, 9)) + "——" + self.run(self.random.randint(3, 9))
        return self.run(self.random.randint(4, 16))

    def sentence(self):
        clauses = [self.clause() for _ in range(self.random.choice((1, 2, 2, 3, 3, 4)))]
        return self.random.choice(("，", "，", "，", "；", "、")).join(clauses) + self.random.choice("。。。。。。？！")

    def paragraph(self):
        wanted = self.random.randint(80, 400)
        text = ""
        while len(text) < wanted:
            text += self.sentence()
        return text


def write(folder, characters):
    prose = Prose()
    lines = ["title: 一百万字", "lang: zh-Hans", "layout: plain", PAGE, "body:"]
    written = paragraphs = 0
    while written < characters:
        if paragraphs % 12 == 0:
            heading = prose.run(prose.random.randint(6, 16))
            lines.append("  - heading: " + heading)
            written += len(heading)
        text = prose.paragraph()
        # In single quotes nothing but the quote itself means anything to YAML.
        lines.append("  - text: '" + text + "'")
        written += len(text)
        paragraphs += 1
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return written


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    count = write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1_000_000)
    print(f"{count} characters")
