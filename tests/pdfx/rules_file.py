"""The file as such: version, syntax, encryption, compression, limits, and what would have to come from elsewhere."""
import re
import struct

from pikepdf import Array, Dictionary, Name

from content import OPERATORS
from document import components, family, filters, text, values
from rule import rule

# PDF Reference 1.6, 3.3.
FILTERS = {"/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode",
           "/DCTDecode", "/JPXDecode", "/LZWDecode", "/Crypt"}
ABBREVIATED = {"/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/LZW": "/LZWDecode", "/Fl": "/FlateDecode",
               "/RL": "/RunLengthDecode", "/CCF": "/CCITTFaxDecode", "/DCT": "/DCTDecode"}


def version(text):
    return tuple(int(part) for part in text.split("."))


def filters_of_everything(document):
    for where, stream in document.streams():
        yield from ((where, name) for name in filters(stream))
    for where, image, _ in document.inline_images:
        yield from ((where, ABBREVIATED.get(str(name), str(name))) for name in image.filters)


@rule("6.1/header")
def header(document):
    """The file begins with %PDF-1.n, n at most 6."""
    found = re.match(rb"%PDF-(\d\.\d)[\r\n]", document.data)
    if not found:
        yield "first line", "no header"
    elif version(found[1].decode()) > (1, 6):
        yield "first line", f"version {found[1].decode()}"


@rule("6.1/catalogue-version")
def catalogue_version(document):
    """A Version in the catalogue is 1.6 at most (PDF Reference 1.6, 3.6.1)."""
    if "/Version" in document.root and version(str(document.root.Version)[1:]) > (1, 6):
        yield "catalogue", f"version {document.root.Version}"


@rule("6.1/syntax")
def syntax(document):
    """The file is sound by the PDF Reference 1.6: cross-references, objects and streams read without a repair."""
    for what in document.pdf.get_warnings():
        yield "file", what
    for what in document.pdf.check():
        yield "file", what


@rule("6.1/operators")
def operators(document):
    """Content has only operators of the PDF Reference 1.6, appendix A."""
    for name, where in document.operators.items():
        if name not in OPERATORS:
            yield where, f"operator {name}"


@rule("6.1/operator-places")
def operator_places(document):
    """Text objects and marked content begin and end within each other or apart, and hold only the operators that they
    may (PDF Reference 1.6, figure 4.1 and 10.5.1)."""
    yield from document.misplaced


@rule("6.1/image-data")
def image_data(document):
    """An image has the data that its width, height, depth and color space call for (PDF Reference 1.6, 4.8.4)."""
    for where, image, resources in document.images:
        if {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"} & set(filters(image)):
            continue
        space = image.get("/ColorSpace")
        if isinstance(space, Name) and resources is not None:
            space = resources.get("/ColorSpace", Dictionary()).get(str(space), space)
        per_pixel = 1 if image.get("/ImageMask", False) else components(space)
        depth = 1 if image.get("/ImageMask", False) else int(image.get("/BitsPerComponent", 0))
        needed = (int(image.Width) * (per_pixel or 0) * depth + 7) // 8 * int(image.Height)
        if needed == 0 or len(image.read_bytes()) < needed:
            yield where, f"{len(image.read_bytes())} bytes of image data instead of {needed}"


@rule("6.7/external-stream")
def external_stream(document):
    """The data of a stream is in the file: no F in a stream's dictionary (PDF Reference 1.6, 3.2.7)."""
    for where, stream in document.streams():
        if "/F" in stream:
            yield where, "a stream whose data is in another file"


@rule("6.7/file-specification")
def file_specification(document):
    """A file specification holds its file; nothing refers to a file elsewhere."""
    for where, thing in document.objects():
        if thing.get("/Type") in ("/Filespec", "/F") and "/EF" not in thing:
            yield where, "a file specification without the file"


@rule("6.7/reference-xobject")
def reference_xobject(document):
    """No form refers to a page of another file, which is PDF/X-5 (PDF Reference 1.6, 4.9.3)."""
    for where, stream in document.streams():
        if stream.get("/Subtype") == "/Form" and "/Ref" in stream:
            yield where, "a reference XObject"


@rule("6.7/opi")
def opi(document):
    """No image or form refers to a better one elsewhere (PDF Reference 1.6, 10.10.6)."""
    for where, stream in document.streams():
        if "/OPI" in stream:
            yield where, "an OPI dictionary"


@rule("6.8/lzw")
def lzw(document):
    """LZW compresses nothing, images within content included."""
    for where, name in filters_of_everything(document):
        if name == "/LZWDecode":
            yield where, "LZW compression"


@rule("6.8/filter")
def known_filter(document):
    """All filters are of the PDF Reference 1.6, 3.3."""
    for where, name in filters_of_everything(document):
        if name not in FILTERS:
            yield where, f"filter {name}"


@rule("6.14/postscript")
def postscript(document):
    """No PostScript XObject, and no PostScript within a form (PDF Reference 1.6, 4.7.1)."""
    for where, stream in document.streams():
        if "/PS" in (stream.get("/Subtype"), stream.get("/Subtype2")) or "/PS" in stream:
            yield where, "PostScript"


@rule("6.15/encryption")
def encryption(document):
    """The file is not encrypted."""
    if "/Encrypt" in document.trailer:
        yield "trailer", "an Encrypt dictionary"


@rule("6.15/crypt")
def crypt(document):
    """No stream has a crypt filter (PDF Reference 1.6, 3.3.9)."""
    for where, name in filters_of_everything(document):
        if name == "/Crypt":
            yield where, "a crypt filter"


@rule("6.16/alternates")
def alternates(document):
    """No image has alternates of which a printer could take another one (PDF Reference 1.6, 4.8.4)."""
    for where, stream in document.streams():
        if "/Alternates" in stream:
            yield where, "alternate images"


@rule("6.19/compatibility")
def compatibility(document):
    """No BX or EX: an operator that may be unknown may not print (PDF Reference 1.6, 3.7.1)."""
    for name in ("BX", "EX"):
        if name in document.operators:
            yield document.operators[name], f"operator {name}"


@rule("6.25/names")
def names(document):
    """A name has at most 127 bytes (PDF Reference 1.6, table C.1)."""
    for where, thing in document.objects():
        for key, value in thing.items():
            for name in (key, text(value) if isinstance(value, Name) else ""):
                if len(name.encode("utf-8", "surrogateescape")) > 128:  # and the slash
                    yield where, f"the name {name[:20]}…"


@rule("6.25/operands")
def operands(document):
    """A string in content has at most 32,767 bytes, an integer fits into 32 bits (PDF Reference 1.6, table C.1)."""
    yield from document.long_operands


@rule("6.25/integers")
def integers(document):
    """An integer in an object fits into 32 bits (PDF Reference 1.6, table C.1)."""
    for where, thing in document.objects():
        for value in values(thing):
            for number in value if isinstance(value, Array) and not value.is_indirect else [value]:
                if isinstance(number, int) and not -2**31 <= number < 2**31:
                    yield where, f"the integer {number}"


@rule("6.25/nesting")
def nesting(document):
    """q and Q come in pairs, at most 28 within each other (PDF Reference 1.6, 4.3.1 and table C.1)."""
    yield from document.nesting


@rule("6.25/colorants")
def colorants(document):
    """DeviceN has at most 32 colorants (PDF Reference 1.6, table C.1)."""
    for where, space, _ in document.spaces:
        if family(space) == "/DeviceN" and len(space[1]) > 32:
            yield where, f"DeviceN of {len(space[1])} colorants"


@rule("6.27/jpeg2000")
def jpeg2000(document):
    """JPEG 2000 data have one, three or four color channels, all of one depth of at most 38 bits."""
    for where, stream in document.streams():
        if "/JPXDecode" not in filters(stream):
            continue
        data = stream.read_raw_bytes()
        at = data.find(b"ihdr")
        if at < 0 or len(data) < at + 15:
            yield where, "JPEG 2000 without an image header"
            continue
        channels, depth = struct.unpack(">HB", data[at + 12:at + 15])
        if channels not in (1, 3, 4) or depth == 255 or (depth & 127) + 1 > 38:
            yield where, f"JPEG 2000 of {channels} channels, depth {depth}"
