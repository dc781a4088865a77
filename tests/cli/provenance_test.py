#!/usr/bin/env python3
"""banxin provenance, --set, --deny and --allow."""
import csv
import io
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import ProgramTest, banxin, main  # noqa: E402

REPORT = """title: 城市
params: { city: 北京 }
data:
  cities: { file: cities.csv, source: 统计局, provenance: published }
numbers: bound
body:
  - heading: 各城市
  - text: "{{ city }}占{{ cities[:city].占比 }}，[三分之一]{= cities[北京].占比}；另有8家。"
  - chart: { kind: bars, title: 占比, alt: 各城市的占比, data: cities }
"""
CITIES = "城市,占比,provenance\n北京,33.3%,\n上海,20%,reconstructed\n"


class Provenance(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("report.yaml", REPORT)
        self.write("cities.csv", CITIES)

    def numbers(self, *arguments):
        done = banxin("provenance", self.folder, "--format", "json", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_every_number_with_its_page_and_source(self):
        found = [(n["page"], n["text"], n["use"], n["expression"], n["provenance"], n["source"]) for n in self.numbers()]
        self.assertEqual(found, [
            (1, "8", "unbound", None, None, None),
            (1, "三分之一", "checked", "cities[北京].占比", "published", "统计局"),
            (1, "33.3%", "printed", "cities[:city].占比", "published", "统计局"),
            (1, "33.3%", "chart", "cities[北京]", "published", "统计局"),
            (1, "20%", "chart", "cities[上海]", "reconstructed", "统计局")])

    def test_formats_agree(self):
        done = banxin("provenance", self.folder, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
        self.assertEqual([row["text"] for row in rows], [n["text"] for n in self.numbers()])
        text = banxin("provenance", self.folder).stdout.decode()
        self.assertIn("  33.3%  cities[:city].占比  published, 统计局  ", text)
        self.assertIn("  8  bound to nothing  ", text)

    def test_a_parameter_is_set(self):
        self.assertIn("20%", [n["text"] for n in self.numbers("--set", "city=上海") if n["use"] == "printed"])
        done = banxin("check", self.folder, "--set", "town=上海")
        self.assertEqual(done.returncode, 1)
        self.assertIn("the report has no parameter “town” [B486]", done.stderr)
        self.assertIn("--set must be NAME=VALUE, but is `city`", banxin("check", self.folder, "--set", "city").stderr)

    def test_an_unbound_number_is_a_warning(self):
        done = banxin("check", self.folder)
        self.assertEqual(done.returncode, 0)
        self.assertIn("warning: the number “8” is bound to nothing [B487]", done.stderr)
        self.assertEqual(banxin("check", self.folder, "--deny", "warnings").returncode, 1)
        self.assertEqual(banxin("check", self.folder, "--deny", "B487").returncode, 1)
        self.assert_run(banxin("check", self.folder, "--allow", "B487"), 0)
        self.assert_run(banxin("check", self.folder, "--allow", "B487", "--deny", "warnings"), 0)

    def test_reconstructed_numbers_are_denied(self):
        done = banxin("compile", self.folder, "-o", self.folder / "x.pdf", "--deny", "reconstructed")
        self.assertEqual(done.returncode, 1)
        self.assertIn("error: “20%” is reconstructed [B488]", done.stderr)
        self.assertFalse((self.folder / "x.pdf").exists())


if __name__ == "__main__":
    main()
