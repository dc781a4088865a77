"""Fonts: in the file, whole enough for what is shown in them, and described as they are."""
from functools import lru_cache
from io import BytesIO

from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name, Stream

from document import family, text
from rule import rule

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
# What may be embedded for which subtype of font (PDF Reference 1.6, table 5.22).
FITTING = {"/Type1": {"/FontFile", "/Type1C", "/OpenType"}, "/MMType1": {"/FontFile", "/Type1C"},
           "/TrueType": {"/FontFile2", "/OpenType"}, "/CIDFontType0": {"/CIDFontType0C", "/OpenType"},
           "/CIDFontType2": {"/FontFile2", "/OpenType"}}
IDENTITY = ("/Identity-H", "/Identity-V")
WIDTH_TOLERANCE = 1  # thousandths of an em


class Program:
    """An embedded font program: which glyphs it has for CIDs, and how wide they are in thousandths of an em."""

    def __init__(self, data, is_truetype):
        self.widths = {}
        if is_truetype:
            font = TTFont(BytesIO(data), lazy=True)
            unit = 1000 / font["head"].unitsPerEm
            advances, order = font["hmtx"].metrics, font.getGlyphOrder()
            self.widths = {gid: advances[name][0] * unit for gid, name in enumerate(order)}
            return
        fonts = CFFFontSet()
        fonts.decompile(BytesIO(data), None)
        top = fonts[0]
        unit = 1000 * top.rawDict.get("FontMatrix", [0.001])[0]
        keyed = hasattr(top, "ROS")
        for gid, name in enumerate(top.charset):
            string, selector = top.CharStrings.getItemAndSelector(name)
            private = top.FDArray[selector].Private if keyed else top.Private
            extractor = T2WidthExtractor(getattr(private, "Subrs", []), top.GlobalSubrs, private.nominalWidthX,
                                         private.defaultWidthX)
            string.decompile()
            extractor.execute(string)
            # CIDs are the charset's where the program has CIDs, and the glyphs' order where it has names (5.6.3).
            self.widths[int(name[3:]) if keyed and name != ".notdef" else gid] = extractor.width * unit


@lru_cache(maxsize=256)
def program_of(data, is_truetype):
    try:
        return Program(data, is_truetype)
    except Exception as fault:  # whatever fontTools meets in a broken font
        return str(fault)


def described(font):
    """The font that has the descriptor: itself or its descendant."""
    return font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font


def descriptor(font):
    return described(font).get("/FontDescriptor", Dictionary())


def programs(font):
    return [(key, descriptor(font)[key]) for key in PROGRAMS if key in descriptor(font)]


def shown(document):
    """(where, font, codes) of the fonts of visible text, except Type 3."""
    for key, codes in document.codes.items():
        where, font = document.fonts[key]
        if font.get("/Subtype") != "/Type3":
            yield f"{where} {text(font.get('/BaseFont', Name.Nameless))}", font, codes


def readable(document):
    """(where, font, Program, CIDs shown) of composite fonts whose codes are CIDs."""
    for where, font, codes in shown(document):
        if font.get("/Subtype") != "/Type0" or font.get("/Encoding") not in IDENTITY or not programs(font):
            continue
        key, stream = programs(font)[0]
        if key == "/FontFile3" and stream.get("/Subtype") == "/OpenType":
            continue
        program = program_of(stream.read_bytes(), key == "/FontFile2")
        cids = {int.from_bytes(code[at:at + 2], "big") for code in codes for at in range(0, len(code), 2)}
        yield where, font, program, cids


def glyph_of(font, cid):
    """5.6.3: CIDToGIDMap maps CIDs to the glyphs of a TrueType program."""
    mapped = described(font).get("/CIDToGIDMap")
    if isinstance(mapped, Stream):
        data = mapped.read_bytes()
        return int.from_bytes(data[2 * cid:2 * cid + 2], "big") if 2 * cid + 2 <= len(data) else 0
    return cid


def stated_widths(font):
    """W unfolded: {CID: width} (PDF Reference 1.6, 5.6.3)."""
    numbers, found, at = list(described(font).get("/W", [])), {}, 0
    while at + 1 < len(numbers):
        if hasattr(numbers[at + 1], "__len__"):
            found.update({int(numbers[at]) + i: float(width) for i, width in enumerate(numbers[at + 1])})
            at += 2
        else:
            found.update({cid: float(numbers[at + 2]) for cid in range(int(numbers[at]), int(numbers[at + 1]) + 1)})
            at += 3
    return found


@rule("6.5/embedded")
def embedded(document):
    """Every font of visible text is embedded."""
    for where, font, _ in shown(document):
        if not programs(font):
            yield where, "a font that is not in the file"


@rule("6.5/program-kind")
def program_kind(document):
    """One font program, of a kind that fits the font (PDF Reference 1.6, table 5.22)."""
    for where, font, _ in shown(document):
        found = [str(stream.get("/Subtype")) if key == "/FontFile3" else key for key, stream in programs(font)]
        if len(found) > 1 or found and found[0] not in FITTING.get(str(described(font).get("/Subtype")), set()):
            yield where, f"{', '.join(found)} in {described(font).get('/Subtype')}"


@rule("6.5/program")
def program(document):
    """The font program can be read."""
    for where, _, found, _ in readable(document):
        if isinstance(found, str):
            yield where, f"a broken font program: {found}"


@rule("6.5/character-collection")
def character_collection(document):
    """The CIDFont has a CIDSystemInfo, that of its CMap unless that is Identity (PDF Reference 1.6, 5.6.2)."""
    for where, font, _ in shown(document):
        if font.get("/Subtype") != "/Type0":
            continue
        info, encoding = described(font).get("/CIDSystemInfo"), font.get("/Encoding")
        if info is None or not {"/Registry", "/Ordering", "/Supplement"} <= set(info.keys()):
            yield where, "no CIDSystemInfo"
        elif isinstance(encoding, Stream):
            its = encoding.get("/CIDSystemInfo", Dictionary())
            if any(str(its.get(key)) != str(info[key]) for key in ("/Registry", "/Ordering")):
                yield where, "a CMap of another character collection"


@rule("6.5/cmap")
def cmap(document):
    """The encoding of a composite font is Identity or a CMap in the file."""
    for where, font, _ in shown(document):
        if font.get("/Subtype") == "/Type0" and not isinstance(font.get("/Encoding"), Stream) and \
                font.get("/Encoding") not in IDENTITY:
            yield where, f"encoding {font.get('/Encoding')}"


@rule("6.5/cid-to-gid")
def cid_to_gid(document):
    """An embedded TrueType CIDFont maps CIDs to glyphs: by Identity or a stream (PDF Reference 1.6, table 5.14)."""
    for where, font, _ in shown(document):
        mapped = described(font).get("/CIDToGIDMap")
        if described(font).get("/Subtype") == "/CIDFontType2" and mapped != Name.Identity and \
                not isinstance(mapped, Stream):
            yield where, "no CIDToGIDMap"


@rule("6.5/glyphs")
def glyphs(document):
    """The font program has a glyph for all that is shown in it."""
    for where, font, found, cids in readable(document):
        missing = [] if isinstance(found, str) else sorted(c for c in cids if glyph_of(font, c) not in found.widths)
        if missing:
            yield where, f"no glyphs for the CIDs {missing[:8]}"


@rule("6.5/undefined-glyph")
def undefined_glyph(document):
    """The glyph for missing characters is not shown."""
    for where, font, _, cids in readable(document):
        if any(glyph_of(font, cid) == 0 for cid in cids):
            yield where, "the undefined glyph"


@rule("6.5/widths")
def widths(document):
    """Widths in the dictionary are those of the program (PDF Reference 1.6, 5.6.3)."""
    for where, font, found, cids in readable(document):
        if isinstance(found, str):
            continue
        stated, usual = stated_widths(font), float(described(font).get("/DW", 1000))
        for cid in sorted(cids):
            said, is_ = stated.get(cid, usual), found.widths.get(glyph_of(font, cid))
            if is_ is not None and abs(said - is_) > WIDTH_TOLERANCE:
                yield where, f"CID {cid} is {is_:.0f} wide, not {said:.0f}"


@rule("6.6/font-names")
def font_names(document):
    """Names of fonts are UTF-8."""
    for where, font in document.fonts.values():
        for name in (font.get("/BaseFont"), descriptor(font).get("/FontName")) if "/Subtype" in font else ():
            if name is not None and not utf8(name):
                yield where, f"the font name {bytes(name)!r}"


@rule("6.6/colorant-names")
def colorant_names(document):
    """Names of colorants are UTF-8."""
    for where, space, _ in document.spaces:
        for name in {"/Separation": lambda: [space[1]], "/DeviceN": lambda: list(space[1])}.get(family(space), list)():
            if not utf8(name):
                yield where, f"the colorant {bytes(name)!r}"


def utf8(name):
    try:
        bytes(name).decode("utf-8")
        return True
    except UnicodeDecodeError:
        return False
