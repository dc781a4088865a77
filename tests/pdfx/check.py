#!/usr/bin/env python3
"""usage: check.py FILE…   checks PDFs against PDF/X-4 (ISO 15930-7:2010); README.md lists what it does not check"""
import sys
from pathlib import Path

import rules_color  # noqa: F401  (each of these registers its rules)
import rules_file  # noqa: F401
import rules_font  # noqa: F401
import rules_graphics  # noqa: F401
import rules_identity  # noqa: F401
import rules_page  # noqa: F401
from document import Document
from rule import RULES, findings


def check(data):
    """The findings in the bytes of a PDF."""
    return findings(Document(data))


def main(paths):
    found = 0
    for path in paths:
        for finding in check(Path(path).read_bytes()):
            print(f"{path}: {finding}")
            found += 1
    print(f"{len(RULES)} rules, {len(paths)} files, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
