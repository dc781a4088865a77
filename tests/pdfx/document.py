"""A PDF as the rules see it: every object with its place, every content stream executed, every color space met."""
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from content import Content


class Document:
    def __init__(self, data):
        self.data = data
        self.pdf = pikepdf.open(BytesIO(data))
        self.root, self.trailer = self.pdf.Root, self.pdf.trailer
        self.pages = [(f"page {number}", page.obj) for number, page in enumerate(self.pdf.pages, 1)]
        self.inline_images = []     # (where, PdfInlineImage, resources)
        self.operators = {}         # name: where first met
        self.nesting = []           # (where, what) of q and Q
        self.misplaced = []         # (where, what) of text objects and marked content
        self.rendering_intents = []  # (where, name)
        self.shadings = []          # (where, shading, resources)
        self.spaces = []            # (where, color space, resources), bases and alternates after what has them
        self.overprinted = []       # (where, color space) painted with overprint in mode 1
        self.graphics_states = []   # (where, dictionary)
        self.images = []            # (where, stream, resources)
        self.fonts = {}             # key: (where, font)
        self.codes = {}             # key of a font: the strings shown visibly in it
        self.long_operands = []     # (where, what)
        self._colors, self._visited = set(), set()
        for where, page in self.pages:
            self._walk_page(where, page)

    @property
    def information(self):
        return self.trailer.get("/Info", Dictionary())

    def objects(self):
        """(where, dictionary or stream) for each one of the file, direct ones within indirect ones too."""
        if not hasattr(self, "_objects"):
            self._objects = [item for thing in [*self.pdf.objects, self.trailer]
                             for item in inside(f"object {thing.objgen[0]}" if thing.is_indirect else "trailer", thing)]
        return self._objects

    def streams(self):
        return [(where, thing) for where, thing in self.objects() if isinstance(thing, Stream)]

    def annotations(self):
        for where, page in self.pages:
            for annotation in page.get("/Annots", ()):
                yield where, page, annotation

    # What executing content reports.

    def operand(self, where, operand):
        if isinstance(operand, pikepdf.String) and len(bytes(operand)) > 32767:
            self.long_operands.append((where, f"a string of {len(bytes(operand))} bytes"))
        elif isinstance(operand, int) and not -2**31 <= operand < 2**31:
            self.long_operands.append((where, f"the integer {operand}"))

    def color(self, where, space, resources):
        key = (where, key_of(space))
        if key in self._colors:
            return
        self._colors.add(key)
        self.spaces.append((where, space, resources))
        for part in parts_of(space):
            self.color(f"{where}, within {family(space)}", part, resources)

    def painted(self, where, space, overprint, mode):
        if overprint and mode == 1:
            self.overprinted.append((where, space))

    def shown(self, where, state, operands):
        font = state.font
        if not isinstance(font, Dictionary):
            return
        key = key_of(font)
        self.fonts.setdefault(key, (where, font))
        if state.mode == 3:
            return
        texts = operands[0] if isinstance(operands[0], Array) else operands[-1:]
        self.codes.setdefault(key, set()).update(bytes(text) for text in texts if isinstance(text, pikepdf.String))

    # The walk: pages, and what their resources lead to.

    def _walk_page(self, where, page):
        resources = inherited(page, "/Resources")
        self._group(where, page, resources)
        if "/Contents" in page:
            Content(where, pikepdf.Page(page), resources).execute(self)
        self._walk_resources(where, resources)
        for annotation in page.get("/Annots", ()):
            for stream in appearances(annotation.get("/AP")):
                self._walk_stream(f"{where}, annotation", stream, resources)

    def _walk_stream(self, where, stream, outer):
        if stream.objgen in self._visited:
            return
        self._visited.add(stream.objgen)
        resources = stream.get("/Resources", outer)
        self._group(where, stream, resources)
        Content(where, stream, resources).execute(self)
        self._walk_resources(where, resources)

    def _group(self, where, owner, resources):
        group = owner.get("/Group")
        if group is not None and "/CS" in group:
            self.color(f"{where}, group", group.CS, resources)

    def _walk_resources(self, where, resources):
        if resources is None or resources.is_indirect and resources.objgen in self._visited:
            return
        if resources.is_indirect:
            self._visited.add(resources.objgen)
        for name, space in resources.get("/ColorSpace", Dictionary()).items():
            self.color(f"{where} {name}", space, resources)
        for name, shading in resources.get("/Shading", Dictionary()).items():
            self._shading(f"{where} {name}", shading, resources)
        for name, pattern in resources.get("/Pattern", Dictionary()).items():
            if "/Shading" in pattern:
                self._shading(f"{where} {name}", pattern.Shading, resources)
                if "/ExtGState" in pattern:
                    self._graphics_state(f"{where} {name}", pattern.ExtGState, resources)
            elif isinstance(pattern, Stream):
                self._walk_stream(f"{where} {name}", pattern, resources)
        for name, state in resources.get("/ExtGState", Dictionary()).items():
            self._graphics_state(f"{where} {name}", state, resources)
        for name, thing in resources.get("/XObject", Dictionary()).items():
            if thing.get("/Subtype") == "/Form":
                self._walk_stream(f"{where} {name}", thing, resources)
            elif thing.get("/Subtype") == "/Image":
                self._image(f"{where} {name}", thing, resources)
        for name, font in resources.get("/Font", Dictionary()).items():
            for procedure in values(font.get("/CharProcs", Dictionary())):
                self._walk_stream(f"{where} {name}", procedure, font.get("/Resources", resources))

    def _shading(self, where, shading, resources):
        self.shadings.append((where, shading, resources))
        if "/ColorSpace" in shading:
            self.color(where, shading.ColorSpace, resources)

    def _graphics_state(self, where, state, resources):
        self.graphics_states.append((where, state))
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary) and "/G" in mask:
            self._walk_stream(f"{where} mask", mask.G, resources)

    def _image(self, where, image, resources):
        self.images.append((where, image, resources))
        if "/ColorSpace" in image:
            self.color(where, image.ColorSpace, resources)


def inside(where, thing):
    """Dictionaries and streams that `thing` holds without a reference, itself first."""
    if isinstance(thing, (Dictionary, Stream)):
        yield where, thing
        for value in values(thing):
            if isinstance(value, (Dictionary, Array)) and not value.is_indirect:
                yield from inside(where, value)
    elif isinstance(thing, Array):
        for value in thing:
            if isinstance(value, (Dictionary, Array)) and not value.is_indirect:
                yield from inside(where, value)


def inherited(page, key):
    """3.6.2: Resources, MediaBox, CropBox and Rotate come from above where a page has none."""
    node = page
    while node is not None:
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def appearances(thing):
    if isinstance(thing, Stream):
        yield thing
    elif isinstance(thing, Dictionary):
        for value in values(thing):
            yield from appearances(value)


def values(thing):
    """The entries of a dictionary."""
    return [value for _, value in thing.items()]


def key_of(thing):
    """The same for the same thing: its number, or what it looks like."""
    return thing.objgen if thing.is_indirect else thing.unparse()


def text(name):
    """A name as text, which its bytes need not be."""
    return bytes(name).decode("utf-8", "surrogateescape")


def family(space):
    return str(space[0]) if isinstance(space, Array) and len(space) else str(space)


def parts_of(space):
    """Color spaces that a color space is defined by (4.5.4, 4.5.5); not the Alternate of an ICC profile, which readers
    that support ICC ignore."""
    if not isinstance(space, Array) or len(space) < 2:
        return []
    kind = str(space[0])
    if kind in ("/Indexed", "/Pattern"):
        return [space[1]]
    if kind == "/Separation":
        return [space[2]]
    if kind == "/DeviceN":
        colorants = space[4].get("/Colorants", Dictionary()) if len(space) > 4 else Dictionary()
        return [space[2], *values(colorants)]
    return []


def components(space):
    """How many numbers a color of the space has, or None where that is not known."""
    kind = family(space)
    if kind in ("/DeviceGray", "/CalGray", "/Indexed", "/Separation"):
        return 1
    if kind in ("/DeviceRGB", "/CalRGB", "/Lab"):
        return 3
    if kind == "/DeviceCMYK":
        return 4
    if kind == "/ICCBased":
        return int(space[1].get("/N", 0))
    if kind == "/DeviceN":
        return len(space[1])
    return None


def filters(stream):
    """The names of a stream's filters in order."""
    named = stream.get("/Filter", Array())
    return [str(named)] if isinstance(named, Name) else [str(name) for name in named]
