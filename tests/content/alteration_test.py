#!/usr/bin/env python3
"""No published or derived number of the publication can be wrong on its own: each is altered in turn, by one unit of its last
digit and by a tenth, and the report must not compile any more."""
import re
import shutil
import sys
import unittest
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, ProgramTest, banxin, main  # noqa: E402

PUBLICATION = PROJECT / "content/aigc-talent-2023"
NUMBER = r"(-?\d+(?:\.\d+)?)"


def altered(number):
    """The number with another last digit, and the number and a tenth of it."""
    value = Decimal(number)
    unit = Decimal(1).scaleb(value.as_tuple().exponent)
    yield str(value + unit)
    yield str((value * Decimal("1.1") if value else Decimal(5)).quantize(unit) if value != (value * Decimal("1.1")).quantize(unit)
              else value + unit)


def claimed_numbers(folder):
    """(file, begin, end) of each published or derived number, as it is written."""
    for path in sorted(folder.glob("*.csv")):
        text = path.read_text(encoding="utf-8")
        for row in re.finditer(rf"(?m)^[^,\n]+,{NUMBER}%?(?:,[^,\n]*)?,(?:published|derived)$", text):
            yield path, row.start(1), row.end(1)
    path = folder / "report.yaml"
    text = path.read_text(encoding="utf-8")
    for cell in re.finditer(rf"(?m)^[^#\n]*?value: {NUMBER}%?万?, provenance: (?:published|derived)", text):
        yield path, cell.start(1), cell.end(1)
    for table in re.finditer(r"(?m)^  \w+:\n    provenance: published\n    rows:\n((?:      .*\n)+)", text):
        for cell in re.finditer(rf"(?:增幅|数值): {NUMBER}", table.group(1)):
            yield path, table.start(1) + cell.start(1), table.start(1) + cell.end(1)


class Alteration(ProgramTest):
    def test_each_number(self):
        numbers = list(claimed_numbers(PUBLICATION))
        self.assertGreaterEqual(len(numbers), 13)
        work = self.folder / "report"
        shutil.copytree(PUBLICATION, work)
        self.assert_run(banxin("check", work), 0)
        passed = []
        for path, begin, end in numbers:
            original = path.read_text(encoding="utf-8")
            for number in altered(original[begin:end]):
                (work / path.name).write_text(original[:begin] + number + original[end:], encoding="utf-8")
                done = banxin("check", work)
                if done.returncode != 1:
                    line = original.count("\n", 0, begin) + 1
                    passed.append(f"{path.name}:{line}: {original[begin:end]} as {number}")
            (work / path.name).write_text(original, encoding="utf-8")
        self.assertEqual(passed, [])


if __name__ == "__main__":
    main()
