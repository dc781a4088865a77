#!/usr/bin/env python3
"""scripts/check-includes finds each kind of error in a small tree."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, ProgramTest, main  # noqa: E402

STAGES = """
banxin_stage(core LINKS fmt::fmt)
banxin_stage(model AFTER core)
banxin_stage(text AFTER core LINKS ICU::uc)
banxin_stage(layout AFTER model text)
banxin_stage(pdf AFTER layout EXCEPT model layout LINKS hpdf)
"""


class CheckIncludes(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("CMakeLists.txt", STAGES)
        for name in ("core", "model", "text", "layout", "pdf"):
            self.write(f"src/{name}/own.hpp", "#pragma once\n#include <string>\n")

    def assert_says(self, *faults):
        done = subprocess.run([PROJECT / "scripts/check-includes", self.folder], capture_output=True, text=True)
        self.assertEqual((done.stdout.splitlines(), done.returncode), (list(faults), 1 if faults else 0))

    def test_stages_before_may_be_included_however_far(self):
        self.write("src/layout/page.cpp", '#include "core/own.hpp"\n#include "text/own.hpp"\n#include "layout/own.hpp"\n')
        self.assert_says()

    def test_a_later_stage_may_not(self):
        self.write("src/core/bad.cpp", '#include "core/own.hpp"\n  # include "layout/own.hpp"\n')
        self.assert_says("src/core/bad.cpp:2: stage core must not include layout (CMakeLists.txt)")

    def test_a_stage_beside_may_not(self):
        self.write("src/text/bad.hpp", '#include "model/own.hpp"\n')
        self.assert_says("src/text/bad.hpp:1: stage text must not include model (CMakeLists.txt)")

    def test_a_stage_before_may_be_excepted(self):
        self.write("src/pdf/bad.cpp", '#include "text/own.hpp"\n#include "layout/own.hpp"\n#include "core/own.hpp"\n')
        self.assert_says("src/pdf/bad.cpp:2: stage pdf must not include layout (CMakeLists.txt)")

    def test_the_program_uses_the_public_header_only(self):
        self.write("src/cli/main.cpp", '#include <banxin/banxin.hpp>\n#include "core/own.hpp"\n')
        self.assert_says("src/cli/main.cpp:2: the program may use only <banxin/banxin.hpp>, not “core/own.hpp”")

    def test_no_stage_uses_the_public_header(self):
        self.write("src/model/bad.cpp", "#include <banxin/banxin.hpp>\n")
        self.assert_says("src/model/bad.cpp:1: only the program uses <banxin/banxin.hpp>; stages must not")

    def test_libharu_stays_in_one_file(self):
        self.write("src/text/one.cpp", "#include <hpdf.h>\n#include <hpdf_doc.h>\n")
        self.assert_says()
        self.write("src/text/two.cpp", "#include <hpdf_objects.h>\n")
        self.assert_says("libharu's headers must be in one file, not in src/text/one.cpp, src/text/two.cpp")

    def test_a_folder_without_a_stage(self):
        self.write("src/stray/x.cpp", "int x;\n")
        self.assert_says("src/stray: no banxin_stage(stray …) in CMakeLists.txt")

    def test_a_header_that_is_not_there(self):
        self.write("src/model/bad.cpp", '#include "core/gone.hpp"\n')
        self.assert_says("src/model/bad.cpp:1: “core/gone.hpp” is not a file in src/; include a library's header with <>")


if __name__ == "__main__":
    main()
