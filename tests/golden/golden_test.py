#!/usr/bin/env python3
"""usage: golden_test.py FOLDER

FOLDER holds report.yaml and expected.json: what `banxin dump --stage pages` must print. Where there is a
structure.txt or lines.txt, `--stage structure` or `--stage lines` must print that. A file reference-N.png is a picture of page N, 60 dots per inch,
that the PDF must look like. `scripts/test --update` writes all anew; an empty structure.txt, lines.txt or
reference-N.png requests a new one.
"""
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import picture  # noqa: E402
from program import SKIPPED, banxin  # noqa: E402

DPI = 60
UPDATE = os.environ.get("BANXIN_UPDATE") == "1"
LINES_SHOWN = 80


def compare_dump(folder, stage, expected):
    done = banxin("dump", ".", "--stage", stage, cwd=folder)
    if done.returncode != 0:
        return [f"banxin dump ended with {done.returncode}:\n{done.stderr}"]
    found = done.stdout.decode("utf-8")
    if expected.suffix == ".json":
        json.loads(found)
    if UPDATE:
        expected.write_text(found, encoding="utf-8")
        return []
    if not expected.exists():
        return [f"{expected} is missing; scripts/test --update writes it"]
    wanted = expected.read_text(encoding="utf-8")
    if wanted == found:
        return []
    lines = list(difflib.unified_diff(wanted.splitlines(), found.splitlines(), expected.name, "found", lineterm="", n=2))
    more = [f"… {len(lines) - LINES_SHOWN} lines more"] if len(lines) > LINES_SHOWN else []
    return ["\n".join(lines[:LINES_SHOWN] + more)]


def compare_pictures(folder):
    """(faults, was anything skipped?)"""
    references = sorted(folder.glob("reference-*.png"))
    if not references:
        return [], False
    with tempfile.TemporaryDirectory() as place:
        pdf = Path(place) / "report.pdf"
        done = banxin("compile", ".", "-o", pdf, cwd=folder)
        if done.returncode != 0:
            return [f"banxin compile ended with {done.returncode}:\n{done.stderr}"], False
        faults = []
        for reference in references:
            page = re.fullmatch(r"reference-(\d+)\.png", reference.name).group(1)
            try:
                subprocess.run(["pdftoppm", "-r", str(DPI), "-f", page, "-l", page, "-singlefile", "-png", pdf,
                                Path(place) / "page"], check=True)
            except FileNotFoundError:
                print("skipped: pictures: pdftoppm is not installed (poppler-utils)")
                return faults, True
            found = Path(place) / "page.png"
            if UPDATE:
                reference.write_bytes(found.read_bytes())
            elif fault := picture.difference(picture.read_png(reference), picture.read_png(found)):
                kept = Path(os.environ["BANXIN_BUILD"]) / f"{folder.name}-{found.stem}-{page}.png"
                kept.write_bytes(found.read_bytes())
                faults.append(f"page {page} does not look like {reference.name}: {fault}; found: {kept}")
        return faults, False


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    faults = compare_dump(folder, "pages", folder / "expected.json")
    for stage in ("structure", "lines"):
        if (folder / f"{stage}.txt").exists():
            faults += compare_dump(folder, stage, folder / f"{stage}.txt")
    more, skipped = compare_pictures(folder)
    faults += more
    for fault in faults:
        print(fault)
    if faults:
        print("If this is what you meant: scripts/test --update -R golden, then read the change.")
    sys.exit(1 if faults else SKIPPED if skipped else 0)
