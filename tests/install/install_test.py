#!/usr/bin/env python3
"""Installs into an empty prefix and uses what is there: the program, and the library through find_package and through
pkg-config, shared and static. Of the source tree, only the report is needed."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import BUILD, CLEAN, PROJECT, SMALLEST, banxin, main  # noqa: E402

CONSUMER = Path(__file__).resolve().parent / "consumer"
CXX = os.environ.get("CXX", "c++")


def run(*command, environment=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env={**CLEAN, **(environment or {})})
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.prefix = cls.folder / "prefix"
        run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        cls.libraries = next(cls.prefix.rglob("libbanxin.a")).parent
        cls.expected = cls.folder / "expected.pdf"
        done = banxin("compile", SMALLEST, "-o", cls.expected)
        assert done.returncode == 0, done.stderr

    def setUp(self):
        self.output = self.folder / f"{self.id()}.pdf"

    def assert_same_pdf(self):
        self.assertEqual(self.output.read_bytes(), self.expected.read_bytes())

    def assert_consumes(self, program, environment=None):
        said = run(program, SMALLEST, self.output, environment=environment)
        version = re.search(r"project\(banxin VERSION ([\d.]+)", (PROJECT / "CMakeLists.txt").read_text()).group(1)
        self.assertEqual(said.splitlines(), [f"banxin {version}, pages: 1", "the folder `/nowhere` has no layouts/"])
        self.assert_same_pdf()

    def test_the_installed_program_finds_its_resources(self):
        run(self.prefix / "bin/banxin", "compile", SMALLEST, "-o", self.output)
        self.assert_same_pdf()

    def test_the_prefix_may_move(self):
        moved = self.folder / "moved"
        shutil.copytree(self.prefix, moved, symlinks=True)
        run(moved / "bin/banxin", "compile", SMALLEST, "-o", self.output)
        self.assert_same_pdf()

    def test_what_is_installed(self):
        files = {str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*") if not path.is_dir()}
        for wanted in ("bin/banxin", "include/banxin/banxin.hpp", "share/banxin/fonts/fonts.yaml",
                       "share/banxin/layouts/plain/layout.yaml", "share/doc/banxin/LICENSE"):
            self.assertIn(wanted, files)
        self.assertEqual([name for name in files if name.startswith("include/")], ["include/banxin/banxin.hpp"])

    def test_find_package(self):
        for kind in ("shared", "static"):
            with self.subTest(kind):
                build = self.folder / f"cmake-{kind}"
                run("cmake", "-S", CONSUMER, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.prefix}", f"-DKIND={kind}")
                run("cmake", "--build", build)
                self.assert_consumes(build / "consumer")

    def test_find_package_names_an_unknown_component(self):
        done = subprocess.run(["cmake", "-S", CONSUMER, "-B", self.folder / "cmake-none", f"-DCMAKE_PREFIX_PATH={self.prefix}",
                               "-DKIND=plastic"], capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("banxin has the components shared and static, not plastic", re.sub(r"\s+", " ", done.stderr))

    def test_pkg_config(self):
        settings = {"PKG_CONFIG_PATH": str(self.libraries / "pkgconfig")}
        home = {"BANXIN_HOME": run("pkg-config", "--define-prefix", "--variable=datadir", "banxin", environment=settings).strip()}
        for kind in ("shared", "static"):
            with self.subTest(kind):
                flags = run("pkg-config", "--define-prefix", "--cflags", "--libs", *(["--static"] if kind == "static" else []),
                            "banxin", environment=settings).split()
                if kind == "static":
                    flags = [str(self.libraries / "libbanxin.a") if flag == "-lbanxin" else flag for flag in flags]
                program = self.folder / f"pkg-config-{kind}"
                run(CXX, "-std=c++20", CONSUMER / "main.cpp", "-o", program, *flags)
                self.assert_consumes(program, {**home, "LD_LIBRARY_PATH": str(self.libraries)})

    def test_the_shared_library_shows_its_own_interface_only(self):
        library = self.libraries / "libbanxin.so"
        dynamic = run("readelf", "-d", library)
        self.assertRegex(dynamic, r"SONAME.*\[libbanxin\.so\.0\.1\]")
        symbols = run("nm", "-DC", "--defined-only", library).splitlines()
        names = [line.split(" ", 2)[2] for line in symbols]
        self.assertTrue(any(name.startswith("banxin::api::compile(") for name in names))
        # Of the project's own names, only the interface; templates of the standard library are always shown.
        own = [name for name in names if "banxin::" in name and not name.startswith("std::")]
        self.assertEqual([name for name in own if "banxin::api::" not in name], [])


if __name__ == "__main__":
    main()
