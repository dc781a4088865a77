#!/usr/bin/env python3
"""The commands and files in the documentation do what it shows.

A fenced block with a file name after its language (`yaml sales/report.yaml`) is that file. A `console` block has commands after
"$ " and what they print, errors included; a line "…" means any lines. The blocks of a page are run in their order, in an
empty folder that has the project's content/ in it.
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import CLEAN, PROGRAM, PROJECT, main  # noqa: E402

FENCE = re.compile(r"^```([a-z]+)(?: ([^\n`]+))?\n(.*?)^```$", re.M | re.S)
PAGES = sorted(page for page in [PROJECT / "README.md", *PROJECT.glob("docs/**/*.md")]
               if "```console" in page.read_text(encoding="utf-8"))


def commands(block):
    """Each command of a console block with the lines that it prints."""
    result = []
    for line in block.splitlines():
        if line.startswith("$ "):
            result.append((line[2:], []))
        else:
            result[-1][1].append(line)
    return result


def pattern(lines):
    """A regular expression for what is printed, in which "…" alone is any lines."""
    return "".join("(?:.*\\n)*?" if line == "…" else re.escape(line) + "\\n" for line in lines)


class Docs(unittest.TestCase):
    maxDiff = None

    def test_some_page_has_commands(self):
        self.assertIn(PROJECT / "docs/data.md", PAGES)

    def test_files_and_commands(self):
        for page in PAGES:
            with self.subTest(page=page.name), tempfile.TemporaryDirectory() as folder:
                self.run_page(page.read_text(encoding="utf-8"), Path(folder))

    def run_page(self, text, folder):
        (folder / "content").symlink_to(PROJECT / "content")
        (folder / "bin").mkdir()
        (folder / "bin/banxin").symlink_to(PROGRAM)
        environment = {**CLEAN, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
        for language, name, block in FENCE.findall(text):
            if name:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(block, encoding="utf-8")
            if language != "console":
                continue
            for command, expected in commands(block):
                done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
                printed = "".join(line + "\n" for line in done.stdout.splitlines() if line.strip())
                if not re.fullmatch(pattern(expected), printed):
                    self.assertEqual(printed, "\n".join(expected) + "\n", command)


if __name__ == "__main__":
    main()
