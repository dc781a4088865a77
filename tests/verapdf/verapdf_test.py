#!/usr/bin/env python3
"""veraPDF finds no failed rule of PDF/A-2a, with data PDF/A-3a, and PDF/UA-1 in files of the screen profile.

veraPDF comes from Maven Central into the build folder and Maven's own cache. Where Java, Maven or the network is missing
the test is skipped.
"""
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from compiled import CompiledTest  # noqa: E402
from program import BUILD, PROJECT, SMALLEST, main  # noqa: E402

HERE = Path(__file__).resolve().parent
REPORTS = [SMALLEST, PROJECT / "tests/kinds",
           *sorted(path.parent for path in (PROJECT / "content").glob("*/report.yaml"))]


def validator():
    """The class path of veraPDF and our class, or a reason why there is none."""
    for program in ("java", "javac", "mvn"):
        if not shutil.which(program):
            return None, f"{program} is not installed"
    folder = BUILD / "verapdf"
    folder.mkdir(parents=True, exist_ok=True)
    listing = folder / "classpath.txt"
    if not listing.exists():
        done = subprocess.run(["mvn", "-q", "-B", "-f", HERE / "pom.xml", "dependency:build-classpath",
                               f"-Dmdep.outputFile={listing}"], capture_output=True, text=True, timeout=400)
        if done.returncode != 0:
            return None, "Maven cannot fetch veraPDF: " + (done.stdout.strip().splitlines() or ["no output"])[0]
    path = listing.read_text().strip()
    done = subprocess.run(["javac", "-cp", path, "-d", folder, HERE / "Validate.java"], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return f"{folder}:{path}", ""


CLASSES, REASON = validator()


@unittest.skipIf(CLASSES is None, REASON)
class Conformance(CompiledTest):
    def findings(self, flavours, files):
        done = subprocess.run(["java", "-cp", CLASSES, "Validate", flavours, *files], capture_output=True, text=True,
                              timeout=500)
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        return done.stdout.splitlines()

    def test_screen(self):
        files = [self.compiled(report, "screen") for report in REPORTS]
        expected = [f"{file} {flavour} ok" for file in files for flavour in ("2a", "ua1")]
        self.assertEqual(self.findings("2a,ua1", files), expected)

    def test_with_attached_data(self):
        report = self.folder / "attached"
        report.mkdir()
        (report / "cities.csv").write_text("城市,占比\n北京,33.3%\n上海,20%\n", encoding="utf-8")
        (report / "report.yaml").write_text("title: 附数据\ndate: 2023-03\nattach_data: true\n"
                                            "data: { cities: cities.csv }\nbody:\n"
                                            "  - heading: 城市\n"
                                            "  - chart: { kind: bars, title: 占比, alt: 各城市, data: cities }\n",
                                            encoding="utf-8")
        file = self.compiled(report, "screen")
        self.assertEqual(self.findings("3a,ua1", [file]), [f"{file} 3a ok", f"{file} ua1 ok"])
        with pikepdf.open(file) as pdf:
            self.assertEqual(pdf.attachments["cities.csv"].get_file().read_bytes().decode(),
                             "城市,占比\r\n北京,33.3%\r\n上海,20%\r\n")
            figures = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
            self.assertEqual([str(o.AF[0].UF) for o in figures], ["cities.csv"])
            self.assertEqual([str(f.UF) for f in pdf.Root.AF], ["cities.csv"])

    def test_that_it_would_notice(self):
        # A print file has no tags and no identification of PDF/A.
        found = self.findings("2a", [self.compiled(SMALLEST, "print")])
        self.assertTrue(any(" 2a 6.7.3." in line or " 2a 6.6.4" in line for line in found), found)


if __name__ == "__main__":
    main()
