#!/usr/bin/env python3
"""Where the PDF goes: whole or not at all, and an older one survives every failure."""
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import CLEAN, PROGRAM, SMALLEST, ProgramTest, banxin, main  # noqa: E402

NOBODY = 65534


class Output(ProgramTest):
    def setUp(self):
        super().setUp()
        self.report = self.folder / "my report"
        self.write("my report/report.yaml", (SMALLEST / "report.yaml").read_text(encoding="utf-8"))
        self.work = self.folder / "work"
        self.work.mkdir()

    def names(self, folder=None):
        return sorted(path.name for path in (folder or self.work).iterdir())

    def break_report(self):
        with (self.report / "report.yaml").open("a", encoding="utf-8") as file:
            file.write("titel: x\n")

    def assert_pdf(self, path):
        data = path.read_bytes()
        self.assertTrue(data.startswith(b"%PDF-1.7"))
        self.assertTrue(data.rstrip().endswith(b"%%EOF"))

    def test_the_name_comes_from_the_folder(self):
        for path in (self.report, f"{self.report}/", self.report / "report.yaml", "../my report"):
            with self.subTest(path):
                self.assert_run(banxin("compile", path, cwd=self.work), 0)
                self.assertEqual(self.names(), ["my report.pdf"])
                self.assert_pdf(self.work / "my report.pdf")
                (self.work / "my report.pdf").unlink()

    def test_the_name_comes_from_the_file(self):
        (self.report / "report.yaml").rename(self.report / "kurz.yaml")
        self.assert_run(banxin("compile", self.report / "kurz.yaml", cwd=self.work), 0)
        self.assertEqual(self.names(), ["kurz.pdf"])

    def test_the_current_folder_is_a_report(self):
        self.assert_run(banxin("compile", ".", cwd=self.report), 0)
        self.assertEqual(self.names(self.report), ["my report.pdf", "report.yaml"])

    def test_standard_output(self):
        done = banxin("compile", self.report, "-o", "-", cwd=self.work)
        self.assert_run(done, 0)
        self.assertEqual(self.names(), [])
        self.assert_run(banxin("compile", self.report, "-o", "x.pdf", cwd=self.work), 0)
        self.assertEqual(done.stdout, (self.work / "x.pdf").read_bytes())

    def test_devices_are_written_to(self):
        self.assertTrue(banxin("compile", self.report, "-o", "/dev/stdout").stdout.startswith(b"%PDF"))
        self.assert_run(banxin("compile", self.report, "-o", "/dev/null"), 0)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_a_full_disk(self):
        for name in ("/dev/full", "-"):
            with self.subTest(name), open("/dev/full", "wb") as full:
                done = banxin("compile", self.report, "-o", name, stdout=full)
                said = "standard output" if name == "-" else f"`{name}`"
                self.assert_run(done, 3, f"banxin: cannot write {said}: No space left on device\n")

    def test_dump_into_a_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = banxin("dump", self.report, "--stage", "pages", stdout=full)
        self.assert_run(done, 3, "banxin: cannot write standard output: No space left on device\n")

    def test_a_disk_that_fills_up_half_way(self):
        target = self.work / "x.pdf"
        target.write_bytes(b"older")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

        done = banxin("compile", self.report, "-o", target, preexec_fn=limit)
        self.assert_run(done, 3, f"banxin: cannot write `{target}`: File too large\n")
        self.assertEqual((target.read_bytes(), self.names()), (b"older", ["x.pdf"]))

    def test_linearized_on_request(self):
        for profile in ("screen", "print"):
            files = [self.work / f"{profile}-{i}.pdf" for i in range(3)]
            for file, words in zip(files, ([], ["--linearize"], ["--linearize", "--threads", "1"])):
                self.assertEqual(banxin("compile", self.report, "-o", file, "--profile", profile, *words).returncode, 0)
            plain, first, again = (file.read_bytes() for file in files)
            self.assertNotIn(b"/Linearized", plain[:1024])
            self.assertIn(b"/Linearized", first[:1024])
            self.assertEqual(first, again)
            if shutil.which("qpdf"):
                said = subprocess.run(["qpdf", "--check-linearization", files[1]], capture_output=True, text=True)
                self.assertEqual((said.returncode, said.stderr), (0, ""))
                self.assertIn("no linearization errors", said.stdout)

    def test_wrong_content_leaves_the_older_file(self):
        target = self.work / "x.pdf"
        target.write_bytes(b"older")
        self.break_report()
        done = banxin("compile", self.report, "-o", target, "--deps", self.work / "x.d")
        self.assertEqual(done.returncode, 1)
        self.assertEqual((target.read_bytes(), self.names()), (b"older", ["x.pdf"]))

    def test_no_such_folder(self):
        target = self.work / "gone/x.pdf"
        done = banxin("compile", self.report, "-o", target)
        self.assert_run(done, 3, f"banxin: cannot write `{target}`: there is no folder `{target.parent}`\n")

    def test_the_output_is_a_folder(self):
        done = banxin("compile", self.report, "-o", self.work)
        self.assert_run(done, 3, f"banxin: cannot write `{self.work}`: it is a folder\n")

    def as_nobody(self, *arguments, **options):
        """Root may write anywhere, so the test of permissions runs as another user."""
        if os.geteuid() != 0:
            return banxin(*arguments, **options)
        if not os.access(PROGRAM, os.X_OK) or not self.reachable(Path(PROGRAM)):
            self.skipTest("the build folder is not readable for others")
        return banxin(*arguments, user=NOBODY, group=NOBODY, extra_groups=[], **options)

    @staticmethod
    def reachable(path):
        return all(parent.stat().st_mode & stat.S_IXOTH for parent in path.resolve().parents)

    def test_a_folder_without_permission(self):
        target = self.work / "x.pdf"
        target.write_bytes(b"older")
        self.work.chmod(0o555)
        done = self.as_nobody("compile", self.report, "-o", target)
        self.work.chmod(0o755)
        self.assert_run(done, 3, f"banxin: cannot write `{target}`: Permission denied\n")
        self.assertEqual((target.read_bytes(), self.names()), (b"older", ["x.pdf"]))

    def test_a_report_without_permission(self):
        self.report.chmod(0o700)
        if os.geteuid() != 0:
            self.report.chmod(0o000)
        done = self.as_nobody("compile", self.report, "-o", self.work / "x.pdf")
        self.report.chmod(0o755)
        self.assertEqual(done.returncode, 3)
        self.assertIn("Permission denied", done.stderr)

    def test_the_mode_is_the_umasks(self):
        for mask, mode in ((0o022, 0o644), (0o077, 0o600), (0o002, 0o664)):
            with self.subTest(oct(mask)):
                target = self.work / "x.pdf"
                self.assert_run(banxin("compile", self.report, "-o", target, umask=mask), 0)
                self.assertEqual(stat.S_IMODE(target.stat().st_mode), mode)

    def test_a_link_stays_a_link(self):
        (self.work / "real").mkdir()
        (self.work / "x.pdf").symlink_to("real/y.pdf")
        for _ in range(2):  # first the target is missing, then it is replaced
            self.assert_run(banxin("compile", self.report, "-o", self.work / "x.pdf"), 0)
            self.assertTrue((self.work / "x.pdf").is_symlink())
            self.assert_pdf(self.work / "real/y.pdf")
            self.assertEqual(self.names(self.work / "real"), ["y.pdf"])

    def test_a_long_name(self):
        target = self.work / ("长" * 83 + ".pdf")  # 253 bytes; 255 is the most that a name may have
        self.assert_run(banxin("compile", self.report, "-o", target), 0)
        self.assert_pdf(target)

    def test_readers_never_see_half_a_file(self):
        """Two programs write the same file while a third reads it."""
        target = self.work / "x.pdf"
        self.assert_run(banxin("compile", self.report, "-o", target), 0)
        whole = target.read_bytes()
        running = [subprocess.Popen([PROGRAM, "compile", self.report, "-o", target], env=CLEAN) for _ in range(4)]
        while any(process.poll() is None for process in running):
            self.assertEqual(target.read_bytes(), whole)
        self.assertEqual([process.returncode for process in running], [0] * 4)
        self.assertEqual(self.names(), ["x.pdf"])

    def test_nothing_that_the_report_reads_is_written_over(self):
        report = self.report / "report.yaml"
        before = report.read_bytes()
        for options in (["-o", report], ["-o", "x.pdf", "--deps", report]):
            with self.subTest(options):
                done = banxin("compile", self.report, *options, cwd=self.work)
                self.assertEqual(done.returncode, 2)
                self.assertIn("a file that the report reads", done.stderr)
                self.assertEqual(report.read_bytes(), before)
                self.assertEqual(self.names(), [])

    def test_one_output_is_not_written_over_by_the_other(self):
        done = banxin("compile", self.report, "-o", "x.pdf", "--deps", "./x.pdf", cwd=self.work)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(self.names(), [])

    def test_a_missing_character_spoils_only_what_is_printed(self):
        self.write("my report/report.yaml", "title: 甲\nbody: [text: \"无\\uE000字\"]\n")
        done = banxin("compile", self.report, "--profile", "print", "-o", "x.pdf", cwd=self.work)
        self.assertEqual(done.returncode, 1)
        self.assertIn("error: no font has the character", done.stderr)
        self.assertEqual(self.names(), [])
        done = banxin("compile", self.report, "-o", "x.pdf", cwd=self.work)
        self.assertEqual(done.returncode, 0)
        self.assertIn("warning: no font has the character", done.stderr)
        self.assertEqual(self.names(), ["x.pdf"])

    def test_a_reader_that_went_away(self):
        process = subprocess.Popen([PROGRAM, "compile", self.report, "-o", "-"], env=CLEAN, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, restore_signals=True)
        process.stdout.close()
        process.stderr.read()
        process.stderr.close()
        # As every program in a pipe: ended by the signal, silently.
        self.assertEqual(process.wait(60), -signal.SIGPIPE)


if __name__ == "__main__":
    main()
