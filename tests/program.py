"""How the tests run the program: from the environment that tests/CMakeLists.txt sets."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(os.environ.get("BANXIN_PROJECT", Path(__file__).resolve().parent.parent))
BUILD = Path(os.environ.get("BANXIN_BUILD", PROJECT / "build"))
PROGRAM = os.environ.get("BANXIN", str(BUILD / "banxin"))
SMALLEST = PROJECT / "tests/golden/smallest"
SKIPPED = 77

# The caller's environment does not affect a test.
CLEAN = {key: value for key, value in os.environ.items()
         if key not in ("NO_COLOR", "CLICOLOR_FORCE", "TERM", "BANXIN_HOME", "SOURCE_DATE_EPOCH")}


def banxin(*arguments, environment=None, **options):
    """Runs the program; gives subprocess.CompletedProcess with bytes in stdout and text in stderr."""
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    options.setdefault("timeout", 120)
    done = subprocess.run([PROGRAM, *map(str, arguments)], env={**CLEAN, **(environment or {})},
                          stdin=subprocess.DEVNULL, **options)
    if isinstance(done.stderr, bytes):
        done.stderr = done.stderr.decode("utf-8")
    return done


class ProgramTest(unittest.TestCase):
    """Each test has its own empty folder, `self.folder`."""
    maxDiff = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.folder.chmod(0o755)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def assert_run(self, done, status, error=""):
        self.assertEqual((done.returncode, done.stderr), (status, error))


def main(whole=False):
    """Like unittest.main, but with exit status 77 if every test was skipped, so that ctest reports it; with `whole`, if any
    was."""
    result = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2).result
    for test, reason in result.skipped:
        print(f"skipped: {test.id()}: {reason}")
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.skipped and (whole or result.testsRun == len(result.skipped)) else 0)
