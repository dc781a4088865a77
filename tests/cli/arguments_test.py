#!/usr/bin/env python3
"""Parsing of the command line: messages for wrong calls, help and version."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import SMALLEST, ProgramTest, banxin, main  # noqa: E402

CALLS = [
    (["compil", "x"], "banxin: unknown command `compil`; did you mean `compile`?\nTry “banxin --help”.\n"),
    (["xyzzy"], "banxin: unknown command `xyzzy`\nTry “banxin --help”.\n"),
    (["--verson"], "banxin: unknown option `--verson`; did you mean `--version`?\nTry “banxin --help”.\n"),
    (["compile"], "banxin compile: missing PATH: a report file, or a folder with report.yaml\n"
                  "Try “banxin compile --help”.\n"),
    (["compile", SMALLEST, "--profil", "print"],
     "banxin compile: unknown option `--profil`; did you mean `--profile`?\nTry “banxin compile --help”.\n"),
    (["compile", SMALLEST, "--outptu=x.pdf"],
     "banxin compile: unknown option `--outptu`; did you mean `--output`?\nTry “banxin compile --help”.\n"),
    (["compile", SMALLEST, "-x"], "banxin compile: unknown option `-x`\nTry “banxin compile --help”.\n"),
    (["check", SMALLEST, "-o", "x.pdf"], "banxin check: unknown option `-o`\nTry “banxin check --help”.\n"),
    (["compile", SMALLEST, "other"],
     "banxin compile: unexpected argument `other`: only one PATH is allowed\nTry “banxin compile --help”.\n"),
    (["compile", SMALLEST, "-o"], "banxin compile: --output needs a value\nTry “banxin compile --help”.\n"),
    (["compile", SMALLEST, "-o", ""],
     "banxin compile: --output must be the name of a file\nTry “banxin compile --help”.\n"),
    (["compile", SMALLEST, "--profile", "scren"],
     None),
    (["check", SMALLEST, "--diagnostics", "xml"],
     "banxin check: unknown format of diagnostics `xml`; expected one of text, json.\nTry “banxin check --help”.\n"),
    (["compile", SMALLEST, "--threads", "many"],
     "banxin compile: --threads must be a number from 1 to 256\nTry “banxin compile --help”.\n"),
    (["compile", SMALLEST, "--threads", "0"],
     "banxin compile: --threads must be a number from 1 to 256\nTry “banxin compile --help”.\n"),
    (["compile", SMALLEST, "-o", "-", "--deps", "x.d"],
     "banxin compile: --deps needs --output with the name of a file, which is the target of the rule\n"
     "Try “banxin compile --help”.\n"),
    (["dump", SMALLEST, "--stage", "page"], None),
    (["dump", SMALLEST], None),
    (["compile", "nowhere"], "banxin compile: there is no file or folder `nowhere`\n"),
    (["check", "/"], "banxin check: the folder `/` has no report.yaml\n"),
]


class Arguments(ProgramTest):
    def test_wrong_calls(self):
        for call, error in CALLS:
            with self.subTest(" ".join(map(str, call))):
                done = banxin(*call, cwd=self.folder)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, b"")
                if error is not None:
                    self.assertEqual(done.stderr, error)
                self.assertEqual(list(self.folder.iterdir()), [])

    def test_profiles_are_named(self):
        self.assertRegex(banxin("compile", SMALLEST, "--profile", "scren").stderr,
                         r"^banxin compile: unknown profile `scren`; did you mean `screen`\? Expected one of screen\b.*\.\n"
                         r"Try “banxin compile --help”\.\n$")

    def test_stages_are_named(self):
        self.assertRegex(banxin("dump", SMALLEST, "--stage", "page").stderr,
                         r"^banxin dump: unknown stage `page`; did you mean `pages`\? Expected one of .*\bpages\b")
        self.assertRegex(banxin("dump", SMALLEST).stderr, r"^banxin dump: missing --stage: .*\bpages\b")

    def test_no_words_at_all(self):
        done = banxin()
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn("Usage: banxin", done.stderr)

    def test_help_teaches_by_example(self):
        for call in (["--help"], ["-h"], *([name, "--help"] for name in ("compile", "check", "dump", "fonts"))):
            with self.subTest(call):
                done = banxin(*call)
                self.assert_run(done, 0)
                text = done.stdout.decode("utf-8")
                self.assertIn("Examples:\n  banxin ", text)
                self.assertLessEqual(max(map(len, text.splitlines())), 110)
        self.assertIn("Exit status: 0 success, 1 error in the content, 2 wrong call, 3 failure of the system.",
                      banxin("--help").stdout.decode("utf-8"))

    def test_version_names_the_libraries(self):
        done = banxin("--version")
        self.assert_run(done, 0)
        lines = done.stdout.decode("utf-8").splitlines()
        self.assertRegex(lines[0], r"^banxin \d+\.\d+\.\d+$")
        for library in ("HarfBuzz", "ICU", "libqpdf", "fontconfig", "zlib"):
            self.assertTrue(any(line.startswith(f"  {library} ") for line in lines), library)


if __name__ == "__main__":
    main()
