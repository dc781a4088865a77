#!/usr/bin/env python3
"""scripts/check-words finds words to avoid in comments, messages and documentation, and accepts only known ones."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, ProgramTest, main  # noqa: E402


class CheckWords(ProgramTest):
    def run_script(self, *options):
        return subprocess.run([PROJECT / "scripts/check-words", *options, self.folder], capture_output=True, text=True)

    def assert_finds(self, *faults):
        done = self.run_script()
        self.assertEqual((done.stdout.splitlines(), done.returncode), (list(faults), 1 if faults else 0), done.stderr)

    def test_comments_of_sources(self):
        self.write("src/a.hpp", "/// What stands here.\nint room;  // The colour behind it.\n")
        self.assert_finds("src/a.hpp:1: “stands”; write: is (at), means, is next to",
                          "src/a.hpp:2: “colour”; write: American spelling",
                          "src/a.hpp:2: “behind it”; write: after")

    def test_messages(self):
        self.write("src/core/messages.def", 'M(a, "“{0}” wants a text")\n')
        self.write("src/b.cpp", 'report("the house is parted"); report("stands"); f(L"x"); /* told */\n')
        self.assert_finds("src/b.cpp:1: “house”; write: the term of the field",
                          "src/b.cpp:1: “parted”; write: broken, split, separated; a break",
                          "src/b.cpp:1: “told”; write: reported, documented, returns",
                          "src/core/messages.def:1: “wants a”; write: expects, must be, needs")

    def test_strings_of_tests_are_no_messages(self):
        self.write("tests/a_test.cpp", 'TEST_CASE("what stands on a page") {}\n')
        self.assert_finds()

    def test_scripts_and_cmake(self):
        self.write("scripts/run", "#!/usr/bin/env bash\n# Goes on overleaf.\necho 'it stands # in the shell: told'\n")
        self.write("CMakeLists.txt", "set(x lies)  # the sources lie here\n")
        self.write("tool.py", '"""Nobody says so."""\nx = "stands"  # whoever\n')
        self.assert_finds("CMakeLists.txt:1: “lie”; write: is",
                          "scripts/run:2: “goes on”; write: on the next page; continues",
                          "scripts/run:2: “overleaf”; write: on the next page; continues",
                          "scripts/run:3: “told”; write: reported, documented, returns",
                          "tool.py:1: “nobody”; write: name the caller, or drop it",
                          "tool.py:1: “says”; write: reported, documented, returns",
                          "tool.py:2: “whoever”; write: name the caller, or drop it")

    def test_documentation_without_code(self):
        self.write("docs/a.md", "# Normalised\n\n`stands` is code.\n\n```yaml\n# stands\n```\n\nIt stands.\n")
        self.assert_finds("docs/a.md:1: “normalised”; write: American spelling",
                          "docs/a.md:9: “stands”; write: is (at), means, is next to")

    def test_plain_words_pass(self):
        self.write("src/a.cpp", "// A standard understands the otherwise precise color of the center. It outlies nothing.\n")
        self.write("docs/a.md", "Exercise: raise the promised noise; analysis of the premises.\n")
        self.assert_finds()

    def test_known_words_pass_until_there_are_more(self):
        self.write("src/a.cpp", "// It stands.\n// It stands again.\n")
        (self.folder / "scripts").mkdir()
        self.assertEqual(self.run_script("--update").returncode, 0)
        self.assert_finds()
        self.write("src/a.cpp", "// It stands.\n// It stands again.\n// And stands.\n")
        self.assert_finds("src/a.cpp:3: “stands”; write: is (at), means, is next to")
        self.assertEqual(len(self.run_script("--all").stdout.splitlines()), 3)


if __name__ == "__main__":
    main()
