"""Color: the output intent and its profile, and every color space of the file."""
from numbers import Number

from pikepdf import Array, Dictionary, Name, Stream

import icc
from document import components, family, text
from rule import rule

DEVICE = {"/DeviceGray": "GRAY", "/DeviceRGB": "RGB", "/DeviceCMYK": "CMYK"}
DEFAULTS = {"/DeviceGray": "/DefaultGray", "/DeviceRGB": "/DefaultRGB", "/DeviceCMYK": "/DefaultCMYK"}
NEWEST = (4, 2)  # ISO 15076-1:2005, which the PDF Reference 1.6 goes up to
SOURCES = {"scnr", "mntr", "prtr", "spac"}  # PDF Reference 1.6, table 4.16
NEEDED_TAGS = {"desc", "cprt", "wtpt", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "gamt"}


def intents(document):
    return [intent for intent in document.root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFX"]


def output_profile(document):
    """The profile of the PDF/X output intent, or None."""
    for intent in intents(document):
        return icc.read(intent.get("/DestOutputProfile"))[0]
    return None


def spaces(document, kind):
    return [(where, space, resources) for where, space, resources in document.spaces if family(space) == kind]


@rule("6.4.1/process-colors")
def process_colors(document):
    """The printing condition has one, three or four colors: grey, RGB or CMYK, and N is their number."""
    for intent in intents(document):
        profile, _ = icc.read(intent.get("/DestOutputProfile"))
        if profile and profile.space not in ("GRAY", "RGB", "CMYK"):
            yield "output intent", f"a profile of {profile.space}"
        elif profile and intent.DestOutputProfile.get("/N") != profile.channels:
            yield "output intent", f"N is {intent.DestOutputProfile.get('/N')} for {profile.space}"


@rule("6.4.2/intent")
def one_intent(document):
    """There is exactly one output intent of subtype GTS_PDFX."""
    if len(intents(document)) != 1:
        yield "catalogue", f"{len(intents(document))} output intents of PDF/X"


@rule("6.4.2/identifier")
def identifier(document):
    """OutputConditionIdentifier names the printing condition."""
    for intent in intents(document):
        if not str(intent.get("/OutputConditionIdentifier", "")):
            yield "output intent", "no OutputConditionIdentifier"


@rule("6.4.2/described")
def described(document):
    """RegistryName is the registry of that name, or Info describes the condition (PDF Reference 1.6, table 10.51)."""
    for intent in intents(document):
        if not str(intent.get("/RegistryName", "")) and not str(intent.get("/Info", "")):
            yield "output intent", "neither RegistryName nor Info"


@rule("6.4.2/profile")
def profile_there(document):
    """DestOutputProfile is in the file and is a whole ICC profile."""
    for intent in intents(document):
        profile, why = icc.read(intent.get("/DestOutputProfile"))
        if not profile:
            yield "output intent", f"DestOutputProfile: {why}"


@rule("6.4.2/no-reference")
def no_reference(document):
    """The profile is not only referred to: that is PDF/X-4p's."""
    for intent in intents(document):
        if "/DestOutputProfileRef" in intent:
            yield "output intent", "DestOutputProfileRef"


@rule("6.4.2/class")
def profile_class(document):
    """The profile is one of an output device: class prtr."""
    profile = output_profile(document)
    if profile and profile.kind != "prtr":
        yield "output intent", f"a profile of class {profile.kind}"


@rule("6.4.2/icc-version")
def profile_version(document):
    """The profile's version is 4.2 at most."""
    profile = output_profile(document)
    if profile and profile.version > NEWEST:
        yield "output intent", f"a profile of version {profile.version}"


@rule("6.4.2/tables")
def tables(document):
    """The profile converts both ways for all intents (ICC.1:2004-10, 8.5.2: LUT-based output profiles)."""
    profile = output_profile(document)
    if profile and profile.space == "CMYK" and profile.connection in ("Lab", "XYZ"):
        for missing in sorted(NEEDED_TAGS - set(profile.tags)):
            yield "output intent", f"a profile without {missing}"
    elif profile and profile.connection not in ("Lab", "XYZ"):
        yield "output intent", f"a profile that connects to {profile.connection}"


@rule("6.4.3/device-color")
def device_color(document):
    """A device color space is that of the output intent, or grey for a CMYK condition, or has a Default space: in
    operators, images, shadings, patterns, groups, and as base or alternate of another space."""
    profile = output_profile(document)
    covered = {"CMYK": {"CMYK", "GRAY"}, "RGB": {"RGB"}, "GRAY": {"GRAY"}}.get(profile.space if profile else "", set())
    for where, space, resources in document.spaces:
        device = DEVICE.get(str(space) if isinstance(space, Name) else "")
        if device and device not in covered:
            group = resources.get("/ColorSpace", Dictionary()) if resources is not None else {}
            if DEFAULTS[str(space)] not in group:
                yield where, f"{space} without a profile"


@rule("6.4.3/default-space")
def default_space(document):
    """DefaultGray, DefaultRGB and DefaultCMYK are CIE-based and have as many components (PDF Reference 1.6, 4.5.4)."""
    seen = set()
    for _, _, resources in document.spaces:
        for device, key in DEFAULTS.items():
            space = resources.get("/ColorSpace", Dictionary()).get(key) if resources is not None else None
            if space is None or space.unparse() in seen:
                continue
            seen.add(space.unparse())
            if (family(space) not in ("/ICCBased", "/CalGray", "/CalRGB") or
                    components(space) != components(Name(device))):
                yield "resources", f"{key[1:]} is {family(space)}"


@rule("6.4.3/known-space")
def known_space(document):
    """Every color space is one of the PDF Reference 1.6, 4.5."""
    known = {*DEVICE, "/CalGray", "/CalRGB", "/Lab", "/ICCBased", "/Indexed", "/Pattern", "/Separation", "/DeviceN"}
    for where, space, _ in document.spaces:
        if family(space) not in known:
            yield where, f"color space {family(space)}"


@rule("6.4.3/icc-based")
def icc_based(document):
    """The profile of an ICCBased space is whole, of a class for sources, has N channels, is of version 4.2 at most."""
    for where, space, _ in spaces(document, "/ICCBased"):
        profile, why = icc.read(space[1])
        if not profile:
            yield where, f"ICCBased: {why}"
        elif profile.kind not in SOURCES:
            yield where, f"ICCBased of class {profile.kind}"
        elif profile.channels != space[1].get("/N"):
            yield where, f"ICCBased of {profile.space} with N {space[1].get('/N')}"
        elif profile.version > NEWEST:
            yield where, f"ICCBased of version {profile.version}"


@rule("6.4.3/overprint-mode")
def overprint_mode(document):
    """Nothing in an ICCBased CMYK space overprints in mode 1: what of it would stay open depends on the profile."""
    for where, space in document.overprinted:
        if family(space) == "/ICCBased" and space[1].get("/N") == 4:
            yield where, "ICCBased CMYK overprints in mode 1"


@rule("6.4.3/spot-color")
def spot_color(document):
    """Separations of one name have one alternate and one tint transform throughout the file; so have those by which a
    DeviceN space describes its colorants."""
    first = {}
    for where, space, _ in spaces(document, "/Separation"):
        name, meaning = text(space[1]), told(space[2]) + told(space[3])
        if first.setdefault(name, meaning) != meaning:
            yield where, f"another {name[1:]}"


@rule("6.4.3/device-n")
def device_n(document):
    """A colorant of DeviceN is a process color, or described, or a Separation of the file; none comes twice."""
    separations = {text(space[1]) for _, space, _ in spaces(document, "/Separation")}
    for where, space, _ in spaces(document, "/DeviceN"):
        names = [text(name) for name in space[1]]
        if len(set(names) - {"/None"}) != len([name for name in names if name != "/None"]):
            yield where, "DeviceN with a colorant twice"
        known = {"/Cyan", "/Magenta", "/Yellow", "/Black", "/None"} | separations
        for name in names:
            if name not in known:
                yield where, f"DeviceN with {name[1:]}, which nothing describes"


@rule("6.4.3/alternate")
def alternate(document):
    """The alternate of Separation and DeviceN is a device or CIE-based space, and the tint transform fits it (PDF
    Reference 1.6, 4.5.5)."""
    for kind in ("/Separation", "/DeviceN"):
        for where, space, _ in spaces(document, kind):
            if family(space[2]) in ("/Separation", "/DeviceN", "/Indexed", "/Pattern"):
                yield where, f"{kind[1:]} with the alternate {family(space[2])}"
            elif outputs(space[3]) not in (None, components(space[2])):
                yield where, f"{kind[1:]} whose tint transform gives {outputs(space[3])} numbers"


@rule("6.4.3/indexed")
def indexed(document):
    """The base of Indexed is not Indexed and not Pattern, and the table is long enough (PDF Reference 1.6, 4.5.5)."""
    for where, space, _ in spaces(document, "/Indexed"):
        if family(space[1]) in ("/Indexed", "/Pattern"):
            yield where, f"Indexed over {family(space[1])}"
            continue
        table = space[3].read_bytes() if isinstance(space[3], Stream) else bytes(space[3])
        if len(table) < (int(space[2]) + 1) * (components(space[1]) or 0):
            yield where, f"Indexed with {len(table)} bytes for {int(space[2]) + 1} colors"


@rule("6.4.3/image-space")
def image_space(document):
    """An image that is no mask has a color space other than Pattern (PDF Reference 1.6, table 4.39)."""
    for where, image, _ in document.images:
        if image.get("/ImageMask", False) or "/JPXDecode" in str(image.get("/Filter", "")):
            continue
        if "/ColorSpace" not in image or family(image.ColorSpace) == "/Pattern":
            yield where, "an image without a color space"


@rule("6.4.3/shading-space")
def shading_space(document):
    """A shading has a color space other than Pattern, and if it has a function other than Indexed (PDF Reference 1.6,
    4.6.3)."""
    for where, shading, _ in document.shadings:
        kind = family(shading.get("/ColorSpace", Name.Pattern)) if isinstance(shading, (Dictionary, Stream)) else ""
        if kind in ("", "/Pattern") or kind == "/Indexed" and "/Function" in shading:
            yield where, f"a shading in {kind or 'no color space'}"


def outputs(function):
    """How many numbers a function gives, or None (PDF Reference 1.6, 3.9)."""
    if "/Range" in function:
        return len(function.Range) // 2
    if "/C1" in function:
        return len(function.C1)
    if function.get("/FunctionType") == 3:
        return outputs(function.Functions[0])
    return 1 if function.get("/FunctionType") == 2 else None


def told(thing):
    """A text that is the same for equal objects, however they are stored."""
    if isinstance(thing, Stream):
        keys = ("/FunctionType", "/Domain", "/Range", "/Size", "/BitsPerSample", "/Encode", "/Decode", "/N")
        return f"{[told(thing[key]) for key in keys if key in thing]}{thing.read_bytes()!r}"
    if isinstance(thing, Dictionary):
        return str(sorted((key, told(value)) for key, value in thing.items()))
    if isinstance(thing, Array):
        return str([told(value) for value in thing])
    return text(thing) if isinstance(thing, Name) else str(float(thing)) if isinstance(thing, Number) else str(thing)
