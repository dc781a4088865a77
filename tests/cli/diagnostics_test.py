#!/usr/bin/env python3
"""Diagnostics of wrong content as text and JSON; colors, progress, timings."""
import fcntl
import json
import os
import pty
import re
import subprocess
import sys
import termios
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import CLEAN, PROGRAM, PROJECT, SMALLEST, ProgramTest, banxin, main  # noqa: E402

ESCAPE = "\033["


class Diagnostics(ProgramTest):
    def setUp(self):
        super().setUp()
        text = (SMALLEST / "report.yaml").read_text(encoding="utf-8")
        self.write("report.yaml", text.replace("leading:", "leeding:") + "  - txet: 甲\n")

    def check(self, *arguments, **options):
        return banxin("check", "report.yaml", *arguments, cwd=self.folder, **options)

    def test_every_error_in_one_run_with_its_place(self):
        done = self.check()
        self.assertEqual(done.returncode, 1)
        places = re.findall(r"^report\.yaml:(\d+):(\d+): error: .+ \[B\d{3}\]$", done.stderr, re.M)
        self.assertEqual(places, [("5", "31"), ("12", "5")])
        self.assertIn("leading", done.stderr)
        self.assertIn("text", done.stderr)
        self.assertTrue(done.stderr.endswith("\n2 errors\n"), done.stderr)

    def test_the_caret_stands_under_the_word(self):
        lines = self.check().stderr.splitlines()
        at = next(i for i, line in enumerate(lines) if "leeding" in line and "error" not in line)
        self.assertEqual(lines[at + 1].index("^"), lines[at].index("leeding"))
        self.assertEqual(lines[at + 1].strip(), "^" * len("leeding"))

    def test_json_has_an_object_on_each_line(self):
        done = self.check("--diagnostics", "json")
        self.assertEqual(done.returncode, 1)
        found = [json.loads(line) for line in done.stderr.splitlines()]
        self.assertEqual([(d["file"], d["line"], d["column"], d["end_line"], d["end_column"]) for d in found],
                         [("report.yaml", 5, 31, 5, 38), ("report.yaml", 12, 5, 12, 9)])
        for diagnostic in found:
            self.assertEqual(list(diagnostic), ["code", "severity", "file", "line", "column", "end_line", "end_column",
                                                "message", "suggestion"])
            self.assertRegex(diagnostic["code"], r"^B\d{3}$")
            self.assertEqual(diagnostic["severity"], "error")

    def test_json_of_a_wrong_call_and_of_a_machine_that_fails(self):
        cases = {
            ("--profil", "screen"): (2, "B901", "banxin check: unknown option `--profil`; did you mean `--profile`?", "Try “banxin check --help”."),
            ("--profile", "paper"): (2, "B901", None, None),
        }
        for words, (status, code, message, suggestion) in cases.items():
            for asked in (("--diagnostics", "json"), ("--diagnostics=json",)):
                done = banxin("check", SMALLEST, *words, *asked)
                self.assertEqual(done.returncode, status)
                found = json.loads(done.stderr)
                self.assertEqual((found["code"], found["severity"], found["file"]), (code, "error", ""))
                if message:
                    self.assertEqual((found["message"], found["suggestion"]), (message, suggestion))
        done = banxin("compile", SMALLEST, "-o", self.folder / "gone/x.pdf", "--diagnostics", "json")
        self.assertEqual(done.returncode, 3)
        found = json.loads(done.stderr)
        self.assertEqual(found["code"], "B902")
        self.assertIn("there is no folder", found["message"])

    def test_a_time_that_is_none(self):
        for time, words in (("soon", "must be a number of seconds"), ("-1", "must be between 0"),
                            ("253402300800", "the end of 9999")):
            done = banxin("compile", SMALLEST, "-o", self.folder / "x.pdf", environment={"SOURCE_DATE_EPOCH": time})
            self.assertEqual(done.returncode, 2)
            self.assertIn(words, done.stderr)
        self.assertFalse((self.folder / "x.pdf").exists())
        done = banxin("compile", SMALLEST, "-o", self.folder / "x.pdf", environment={"SOURCE_DATE_EPOCH": "253402300799"})
        self.assert_run(done, 0)
        self.assertIn(b"9999-12-31T23:59:59Z", (self.folder / "x.pdf").read_bytes())

    def test_a_picture_that_is_not_there_is_missed_once(self):
        self.write("report.yaml", (SMALLEST / "report.yaml").read_text(encoding="utf-8") +
                   "  - image: gone.png\n    alt: 没有\n")
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("B101"), 1)

    def test_nothing_is_said_of_a_right_report(self):
        done = banxin("check", SMALLEST)
        self.assert_run(done, 0)
        self.assertEqual(done.stdout, b"")

    def test_colors(self):
        for environment, colored in (({}, False), ({"CLICOLOR_FORCE": "1"}, True), ({"CLICOLOR_FORCE": "0"}, False),
                                      ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
                                      ({"CLICOLOR_FORCE": "1", "NO_COLOR": ""}, True)):
            with self.subTest(environment):
                self.assertEqual(ESCAPE in self.check(environment=environment).stderr, colored)

    def on_terminal(self, *arguments, **environment):
        try:
            main_end, other_end = pty.openpty()
        except OSError as error:
            self.skipTest(f"no terminal to be had: {error}")
        fcntl.ioctl(other_end, termios.TIOCSWINSZ, b"\x18\x00\x50\x00\x00\x00\x00\x00")
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=self.folder, env={**CLEAN, **environment},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=other_end)
        os.close(other_end)
        said = b""
        while True:
            try:
                part = os.read(main_end, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
        os.close(main_end)
        process.stdout.read()
        process.stdout.close()
        process.wait(60)
        return said.decode("utf-8")

    def test_colors_on_a_terminal(self):
        for environment, colored in (({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False),
                                      ({"TERM": "xterm", "NO_COLOR": "1"}, False)):
            with self.subTest(environment):
                self.assertEqual(ESCAPE + "1;31m" in self.on_terminal("check", ".", **environment), colored)

    def test_progress_on_a_terminal_only(self):
        said = self.on_terminal("compile", SMALLEST, "-o", "x.pdf", TERM="xterm")
        self.assertIn("\r\033[K", said)
        self.assertRegex(said, r"x\.pdf: 1 page, \d+ KiB, [\d.]+ ms\s*$")
        self.assertEqual(self.on_terminal("compile", SMALLEST, "-o", "x.pdf", TERM="dumb"), "")
        self.assert_run(banxin("compile", SMALLEST, "-o", "x.pdf", cwd=self.folder, environment={"TERM": "xterm"}), 0)

    def test_timings(self):
        done = banxin("compile", SMALLEST, "-o", "x.pdf", "--timings", cwd=self.folder)
        self.assertEqual(done.returncode, 0)
        rows = [re.fullmatch(r"(\S+) +(\d+\.\d) ms", line) for line in done.stderr.splitlines()]
        self.assertTrue(all(rows), done.stderr)
        names = [row.group(1) for row in rows]
        self.assertEqual(names[-2:], ["file", "total"])
        self.assertLessEqual(sum(float(row.group(2)) for row in rows[:-1]), float(rows[-1].group(2)) + 1)

    def test_threads_and_repetition_change_no_byte(self):
        report = PROJECT / "content/aigc-talent-2023"
        made = [banxin("compile", report, "-o", "-", *options).stdout
                for options in ([], [], ["--threads", "1"], ["--threads", "8"])]
        self.assertTrue(made[0].startswith(b"%PDF"))
        self.assertEqual(made, [made[0]] * 4)

    def test_faults_of_all_stages_in_one_run(self):
        self.write("report.yaml", """title: 甲
sections:
  - body:
      - headng: 一
      - text: 二
        style: nosuch
      - chart: { kind: bars, data_file: no.csv }
      - text: "缺字：\\U000F0000"
      - text: 见[三](#headng)
""")
        done = banxin("check", self.folder / "report.yaml", "--diagnostics", "json")
        codes = sorted(json.loads(line)["code"] for line in done.stderr.splitlines())
        self.assertEqual((done.returncode, codes), (1, ["B101", "B210", "B301", "B401"]))


if __name__ == "__main__":
    main()
