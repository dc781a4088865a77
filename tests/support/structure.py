"""Reads the logical structure of a PDF independently of the writer: qpdf gives the objects as JSON, and the content
streams are read here (ISO 32000-1, 14.6 to 14.8 and 9.10.3)."""
import base64
import json
import re
import subprocess
from dataclasses import dataclass, field

TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s()<>\[\]{}/%]*|\[|\]|[^\s()<>\[\]{}/%]+", re.S)
ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)", re.S)
CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def string_bytes(token):
    if token[:1] == b"<":
        return bytes.fromhex(token[1:-1].decode())

    def plain(match):
        what = match.group(1)
        if what[:1] in b"01234567":
            return bytes([int(what, 8) & 255])
        return b"" if what.endswith(b"\n") else CONTROL.get(what, what)

    return ESCAPE.sub(plain, token[1:-1])


def text_string(data):
    return data[2:].decode("utf-16-be") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


def to_unicode(stream):
    """{code: text} of a ToUnicode CMap."""
    table = {}
    text = lambda digits: bytes.fromhex(digits).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", stream, re.S):
        for code, target in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            table[int(code, 16)] = text(target)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", stream, re.S):
        for low, high, target in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for step, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                first = text(target)
                table[code] = first[:-1] + chr(ord(first[-1]) + step)
    return table


@dataclass
class Element:
    kind: str
    entries: dict
    kids: list = field(default_factory=list)  # of Element and (page, mcid)
    document: object = None

    @property
    def actual(self):
        return self.document.string(self.entries.get("/ActualText"))

    @property
    def alternative(self):
        return self.document.string(self.entries.get("/Alt"))

    @property
    def attributes(self):
        return self.document.value(self.entries.get("/A")) or {}

    def text(self):
        """What is read aloud: the actual text, or that of the kids."""
        if self.actual is not None:
            return self.actual
        return "".join(kid.text() if isinstance(kid, Element) else self.document.marks[kid[0]][kid[1]]
                       for kid in self.kids)

    def marks(self):
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            else:
                yield kid

    def all(self, kind=None):
        """Itself and everything below it, in reading order."""
        if kind in (None, self.kind):
            yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all(kind)


class Document:
    def __init__(self, file):
        done = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                               "--decode-level=generalized", str(file)], capture_output=True, check=True)
        self.objects = json.loads(done.stdout)["qpdf"][1]
        self.catalog = self.value(self.value("trailer")["/Root"])
        self.pages = list(self._pages(self.catalog["/Pages"]))
        self.fonts = {}
        self.marks = [self._marks(page) for page in self.pages]  # of each page {mcid: text}, in painting order
        numbers = {page: number for number, page in enumerate(self.pages)}
        (root,) = self.value(self.value(self.catalog["/StructTreeRoot"])["/K"])
        self.root = self._element(root, None, numbers)

    def value(self, what):
        """An object: the dictionary of a stream, anything else as it is; references are followed."""
        while isinstance(what, str) and (what == "trailer" or re.fullmatch(r"\d+ \d+ R", what)):
            holder = self.objects["trailer" if what == "trailer" else "obj:" + what]
            what = holder["stream"]["dict"] if "stream" in holder else holder["value"]
        return what

    def stream(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def string(self, what):
        what = self.value(what)
        if what is None:
            return None
        return what[2:] if what.startswith("u:") else text_string(bytes.fromhex(what[2:]))

    def _pages(self, reference):
        node = self.value(reference)
        if node["/Type"] == "/Page":
            yield reference
            return
        for kid in self.value(node["/Kids"]):
            yield from self._pages(kid)

    def _unicode(self, reference):
        if reference not in self.fonts:
            self.fonts[reference] = to_unicode(self.stream(self.value(reference)["/ToUnicode"]).decode("latin-1"))
        return self.fonts[reference]

    def _marks(self, page):
        entries = self.value(page)
        contents = self.value(entries["/Contents"])
        streams = contents if isinstance(contents, list) else [entries["/Contents"]]
        fonts = self.value(self.value(entries["/Resources"]).get("/Font", {}))
        found, operands, open_marks, table = {}, [], [], {}

        def say(text):
            owner = next((i for i in reversed(range(len(open_marks))) if "mcid" in open_marks[i]), None)
            if owner is None:
                return
            # The actual text of several marks is for readers of the page; within one it replaces all that is
            # shown there, and is read where the first of it is.
            spoken = [mark for mark in open_marks[owner:] if "actual" in mark]
            if spoken:
                text, spoken[0]["actual"] = spoken[0]["actual"], ""
            found[open_marks[owner]["mcid"]] += text

        for token in TOKEN.findall(b"\n".join(map(self.stream, streams))):
            if token in (b"BDC", b"BMC"):
                mark = {}
                if token == b"BDC":
                    for key, entry in zip(operands, operands[1:]):
                        if key == b"/MCID":
                            mark["mcid"] = int(entry)
                            found[mark["mcid"]] = ""
                        if key == b"/ActualText":
                            mark["actual"] = text_string(string_bytes(entry))
                open_marks.append(mark)
            elif token == b"EMC":
                open_marks.pop()
            elif token == b"Tf":
                table = self._unicode(fonts[operands[-2].decode()])
            elif token in (b"Tj", b"TJ"):
                codes = b"".join(string_bytes(part) for part in operands if part[:1] in b"(<" and part != b"<<")
                say("".join(table[codes[i] << 8 | codes[i + 1]] for i in range(0, len(codes), 2)))
            if token[:1].isalpha() or token in (b"'", b'"'):
                operands = []
            else:
                operands.append(token)
        return found

    def _element(self, reference, page, numbers):
        entries = self.value(reference)
        page = numbers.get(entries.get("/Pg"), page)
        element = Element(entries["/S"][1:], entries, document=self)
        kids = self.value(entries.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                element.kids.append((page, kid))
                continue
            known = self.value(kid)
            if known.get("/Type") == "/MCR":
                element.kids.append((numbers.get(known.get("/Pg"), page), known["/MCID"]))
            elif known.get("/Type") != "/OBJR":
                element.kids.append(self._element(kid, page, numbers))
        return element


class StructureChecks:
    """Checks of every tagged file, for a TestCase with `document` and `root`; elements of ASIDE may be painted elsewhere
    than they are read."""
    ASIDE = ("Note",)

    def test_every_mark_belongs_to_one_element(self):
        painted = [(page, mcid) for page, marks in enumerate(self.document.marks) for mcid in marks]
        read = sorted(self.root.marks())
        self.assertEqual(read, sorted(painted))
        self.assertEqual(len(read), len(set(read)))

    def test_reading_order_is_painting_order(self):
        aside = {mark for kind in self.ASIDE for element in self.root.all(kind) for mark in element.marks()}
        read = [mark for mark in self.root.marks() if mark not in aside]
        self.assertTrue(read)
        self.assertEqual(read, sorted(read))

    def test_notes_have_unique_ids(self):
        names = [self.document.string(note.entries["/ID"]) for note in self.root.all("Note")]
        self.assertTrue(names)
        self.assertEqual(len(names), len(set(names)))
