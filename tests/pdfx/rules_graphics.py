"""Graphics states, halftones, transparency, rendering intents."""
from pikepdf import Array, Dictionary, Stream

from document import family, values
from rule import rule

# PDF Reference 1.6, tables 7.2 and 7.3.
BLEND_MODES = {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge",
               "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color",
               "/Luminosity"}
RENDERING_INTENTS = {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"}


def graphics_states(document):
    """All dictionaries that are or may be graphics states, used or not."""
    yield from document.graphics_states
    for where, thing in document.objects():
        if thing.get("/Type") == "/ExtGState":
            yield where, thing


def halftones(document):
    for where, thing in document.objects():
        if "/HalftoneType" in thing:
            yield where, thing


@rule("6.13/transfer")
def transfer(document):
    """No graphics state has a transfer function: no TR, and TR2 only Default."""
    for where, state in graphics_states(document):
        if "/TR" in state or state.get("/TR2", "/Default") != "/Default":
            yield where, "a transfer function"


@rule("6.13/halftone-type")
def halftone_type(document):
    """A halftone is of type 1 or 5."""
    for where, halftone in halftones(document):
        if halftone.HalftoneType not in (1, 5):
            yield where, f"a halftone of type {halftone.HalftoneType}"


@rule("6.13/halftone-name")
def halftone_name(document):
    """A halftone has no HalftoneName, which a device could replace by its own halftone."""
    for where, halftone in halftones(document):
        if "/HalftoneName" in halftone:
            yield where, "HalftoneName"


@rule("6.13/halftone-transfer")
def halftone_transfer(document):
    """A halftone has no transfer function but Identity."""
    for where, halftone in halftones(document):
        if halftone.get("/TransferFunction", "/Identity") != "/Identity":
            yield where, "a transfer function in a halftone"


@rule("6.13/halftone-phase")
def halftone_phase(document):
    """No graphics state moves the halftone: no HTP."""
    for where, state in graphics_states(document):
        if "/HTP" in state:
            yield where, "HTP"


@rule("6.20/blend-mode")
def blend_mode(document):
    """Blend modes are those of the PDF Reference 1.6."""
    for where, state in graphics_states(document):
        value = state.get("/BM", "/Normal")
        for name in value if isinstance(value, Array) else [value]:
            if str(name) not in BLEND_MODES:
                yield where, f"blend mode {name}"


@rule("6.20/blending-space")
def blending_space(document):
    """Groups blend in a device or CIE-based space that has an inverse (PDF Reference 1.6, 7.2.3)."""
    for where, thing in document.objects():
        if thing.get("/S") == "/Transparency" and "/CS" in thing:
            if family(thing.CS) not in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/CalGray", "/CalRGB", "/ICCBased"):
                yield where, f"a group that blends in {family(thing.CS)}"


@rule("6.20/page-group")
def page_group(document):
    """A page with transparency has a blending space: its Group has a CS."""
    for where, page in document.pages:
        if transparent(page.get("/Resources"), set()) and "/CS" not in page.get("/Group", Dictionary()):
            yield where, "transparency without a blending space"


@rule("6.20/soft-mask-image")
def soft_mask_image(document):
    """The soft mask of an image is a gray image without masks (PDF Reference 1.6, table 7.10)."""
    for where, image, _ in document.images:
        mask = image.get("/SMask")
        if mask is not None and (mask.get("/ColorSpace") != "/DeviceGray" or "/Mask" in mask or "/SMask" in mask):
            yield where, "a soft mask that is not a plain grey image"


@rule("6.23/rendering-intent")
def rendering_intent(document):
    """Rendering intents are the four of the PDF Reference 1.6, 4.5.4: in content, graphics states and images."""
    said = list(document.rendering_intents)
    said += [(where, str(state.RI)) for where, state in graphics_states(document) if "/RI" in state]
    said += [(where, str(image.Intent)) for where, image, _ in document.images if "/Intent" in image]
    for where, name in said:
        if name not in RENDERING_INTENTS:
            yield where, f"rendering intent {name}"


def transparent(resources, seen):
    """Does anything in the resources need blending?"""
    if resources is None:
        return False
    for state in values(resources.get("/ExtGState", Dictionary())):
        if float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1:
            return True
        if state.get("/BM", "/Normal") not in ("/Normal", "/Compatible") or isinstance(state.get("/SMask"), Dictionary):
            return True
    for thing in [*values(resources.get("/XObject", Dictionary())), *values(resources.get("/Pattern", Dictionary()))]:
        if not isinstance(thing, Stream) or thing.objgen in seen:
            continue
        seen.add(thing.objgen)
        if "/SMask" in thing or transparent(thing.get("/Resources"), seen):
            return True
    return False
