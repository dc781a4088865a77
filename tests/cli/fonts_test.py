#!/usr/bin/env python3
"""banxin fonts: every family, language and weight has a face or a reason."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import SMALLEST, ProgramTest, banxin, main  # noqa: E402


class Fonts(ProgramTest):
    def test_the_catalogue(self):
        done = banxin("fonts", cwd=self.folder)
        self.assert_run(done, 0)
        text = done.stdout.decode("utf-8")
        self.assertRegex(text, r"(?m)^sans zh-Hans 400 \S+: /.*NotoSansCJK.*\.ttc")
        self.assertNotIn(": missing", text)

    def test_a_report(self):
        done = banxin("fonts", SMALLEST)
        self.assert_run(done, 0)
        self.assertIn("NotoSansCJK", done.stdout.decode("utf-8"))


if __name__ == "__main__":
    main()
