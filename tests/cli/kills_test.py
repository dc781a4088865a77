#!/usr/bin/env python3
"""Killed at any time, the program leaves the old file or the new one, whole, and nothing else. Writers of one output leave
one whole file."""
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import CLEAN, PROGRAM, SMALLEST, ProgramTest, banxin, main  # noqa: E402

KILLS = 500


class Kills(ProgramTest):
    def test_kills_leave_nothing(self):
        out = self.folder / "out.pdf"
        begin = time.monotonic()
        self.assert_run(banxin("compile", SMALLEST, "-o", out), 0)
        duration = time.monotonic() - begin
        whole = out.read_bytes()
        old = b"%PDF an older file"
        random.seed(20230328)
        finished = 0
        for i in range(KILLS):
            if i % 2:
                out.write_bytes(old)
            else:
                out.unlink(missing_ok=True)
            process = subprocess.Popen([PROGRAM, "compile", str(SMALLEST), "-o", str(out)], env=CLEAN,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Half of the kills come near the end, where the file is written.
            time.sleep(duration * (random.uniform(0, 1.1) if i % 4 < 2 else random.uniform(0.8, 1.1)))
            process.send_signal(signal.SIGKILL)
            process.wait()
            names = [path.name for path in self.folder.iterdir()]
            self.assertLessEqual(set(names), {"out.pdf"})
            if out.exists():
                content = out.read_bytes()
                self.assertIn(content, (whole, old))
                finished += content == whole
        self.assertGreater(finished, 0)
        self.assertLess(finished, KILLS)

    def test_writers_of_one_output_leave_one_whole_file(self):
        out = self.folder / "out.pdf"
        self.assert_run(banxin("compile", SMALLEST, "-o", out), 0)
        whole = out.read_bytes()
        with ThreadPoolExecutor(8) as pool:
            for done in pool.map(lambda _: banxin("compile", SMALLEST, "-o", out), range(24)):
                self.assert_run(done, 0)
        self.assertEqual(out.read_bytes(), whole)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["out.pdf"])


if __name__ == "__main__":
    main()
