"""Tests that compile reports: one temporary folder per class, in which a report is compiled once for each profile."""
import tempfile
import unittest
from pathlib import Path

from program import banxin


class CompiledTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls._compiled = {}

    @classmethod
    def compiled(cls, report, profile="screen"):
        """The path of the PDF; a report that does not compile fails the test."""
        key = (Path(report), profile)
        if key not in cls._compiled:
            file = cls.folder / f"{len(cls._compiled)}-{key[0].stem}-{profile}.pdf"
            done = banxin("compile", report, "--profile", profile, "-o", file)
            if done.returncode != 0:
                raise AssertionError(f"{report} does not compile:\n{done.stderr}")
            cls._compiled[key] = file
        return cls._compiled[key]
