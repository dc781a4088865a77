#!/usr/bin/env python3
"""The report beside this file has each kind of block, each key of it and each word that the format knows, and compiles.

What the format knows comes from the schema, so that a kind that is added and forgotten here fails."""
import json
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import PROJECT, ProgramTest, banxin, main  # noqa: E402

HERE = Path(__file__).resolve().parent
SCHEMA = json.loads((PROJECT / "schema/section.schema.json").read_text(encoding="utf-8"))


def keys_and_words(node):
    """(key, None) for each key of the mappings in a schema, (key, word) for each fixed word of its value."""
    if isinstance(node, dict):
        for name, value in node.get("properties", {}).items():
            yield name, None
            for word in enumerated(value):
                yield name, word
        for value in node.values():
            yield from keys_and_words(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys_and_words(value)


def enumerated(node):
    """The fixed words of a value, or of the items of a list."""
    return node.get("enum") or (enumerated(node["items"]) if isinstance(node.get("items"), dict) else [])


class Kinds(ProgramTest):
    def test_everything_is_used(self):
        text = re.sub(r"(?m)^\s*#.*$", "", (HERE / "report.yaml").read_text(encoding="utf-8"))
        text += "".join(f"provenance: {line.rsplit(',', 1)[1]}\n"
                        for line in (HERE / "figures.csv").read_text(encoding="utf-8").splitlines()[1:])
        missing = []
        for name, word in dict.fromkeys(keys_and_words(SCHEMA["definitions"])):
            wanted = rf"\b{name}:" if word is None else rf"\b{name}:\s*(\[[^\]]*)?(?<![\w-]){re.escape(str(word))}\b"
            # Defaults need not be written.
            if not re.search(wanted, text) and word not in ("bullet", "foot"):
                missing.append(name if word is None else f"{name}: {word}")
        self.assertEqual(missing, [])

    def test_kinds_are_those_of_the_schema(self):
        kinds = [variant["required"][0] for variant in SCHEMA["definitions"]["block"]["oneOf"]]
        self.assertGreaterEqual(len(kinds), 14)
        text = (HERE / "report.yaml").read_text(encoding="utf-8")
        self.assertEqual([kind for kind in kinds if not re.search(rf"(?m)^ *(- )+{kind}:", text)], [])

    def test_it_compiles_for_every_profile(self):
        for profile in ("screen", "print", "print-marks"):
            done = banxin("compile", HERE, "--profile", profile, "-o", self.folder / f"{profile}.pdf")
            self.assertEqual((done.returncode, "error" in done.stderr), (0, False), done.stderr)


if __name__ == "__main__":
    main()
