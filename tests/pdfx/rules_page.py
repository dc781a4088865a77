"""Pages: their boxes, what is pinned to them, and what a reader would do with them."""
from pikepdf import Array, Dictionary

from document import inherited
from rule import rule

TOLERANCE = 0.001  # points: boxes are written to three places
BOXES = ("/TrimBox", "/ArtBox", "/BleedBox", "/CropBox")
ACTION_KEYS = ("/A", "/AA", "/PA")
AREAS = ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip")


def box(value):
    """(left, bottom, right, top), or None."""
    try:
        left, bottom, right, top = (float(number) for number in value)
    except (TypeError, ValueError):
        return None
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def box_of(page, key):
    """Only MediaBox and CropBox are inherited (PDF Reference 1.6, table 3.27)."""
    return box(inherited(page, key) if key in ("/MediaBox", "/CropBox") else page.get(key))


def within(inner, outer):
    return (inner[0] >= outer[0] - TOLERANCE and inner[1] >= outer[1] - TOLERANCE and
            inner[2] <= outer[2] + TOLERANCE and inner[3] <= outer[3] + TOLERANCE)


def apart(one, other):
    return (one[2] <= other[0] + TOLERANCE or one[0] >= other[2] - TOLERANCE or
            one[3] <= other[1] + TOLERANCE or one[1] >= other[3] - TOLERANCE)


def finished(page):
    return box_of(page, "/TrimBox") or box_of(page, "/ArtBox")


def nested(document, inner, outer):
    for where, page in document.pages:
        one, other = box_of(page, inner), box_of(page, outer)
        if one and other and not within(one, other):
            yield where, f"{inner[1:]} {one} leaves {outer[1:]} {other}"


@rule("6.12/media-box")
def media_box(document):
    """Every page has a MediaBox, its own or inherited, with an area."""
    for where, page in document.pages:
        found = box_of(page, "/MediaBox")
        if not found or found[0] == found[2] or found[1] == found[3]:
            yield where, f"MediaBox {found}"


@rule("6.12/trim-or-art")
def trim_or_art(document):
    """Every page has a TrimBox or an ArtBox and not both."""
    for where, page in document.pages:
        if ("/TrimBox" in page) == ("/ArtBox" in page):
            yield where, "TrimBox and ArtBox" if "/TrimBox" in page else "neither TrimBox nor ArtBox"


@rule("6.12/box-form")
def box_form(document):
    """A box is four numbers and has an area."""
    for where, page in document.pages:
        for key in BOXES:
            value = inherited(page, key) if key == "/CropBox" else page.get(key)
            found = box(value)
            if value is not None and (not found or found[0] == found[2] or found[1] == found[3]):
                yield where, f"{key[1:]} {value!r}"


@rule("6.12/within-media")
def within_media(document):
    """TrimBox or ArtBox, BleedBox and CropBox are within the MediaBox."""
    for key in BOXES:
        yield from nested(document, key, "/MediaBox")


@rule("6.12/within-bleed")
def within_bleed(document):
    """TrimBox or ArtBox are within the BleedBox."""
    for key in ("/TrimBox", "/ArtBox"):
        yield from nested(document, key, "/BleedBox")


@rule("6.12/within-crop")
def within_crop(document):
    """TrimBox or ArtBox and BleedBox are within the CropBox, if there is one."""
    for key in ("/TrimBox", "/ArtBox", "/BleedBox"):
        yield from nested(document, key, "/CropBox")


@rule("6.12/separated")
def separated(document):
    """Pages are composite: none is one plate of a page that was separated before (PDF Reference 1.6, 10.10.3)."""
    for where, page in document.pages:
        if "/SeparationInfo" in page:
            yield where, "SeparationInfo"


@rule("6.17/annotation")
def annotation_place(document):
    """An annotation other than printer's marks and trap networks is outside the BleedBox, or the TrimBox or ArtBox if
    there is none."""
    for where, page, annotation in document.annotations():
        if annotation.get("/Subtype") in ("/PrinterMark", "/TrapNet"):
            continue
        place, kept = box(annotation.get("/Rect")), box_of(page, "/BleedBox") or finished(page)
        if not place or kept and not apart(place, kept):
            yield where, f"{annotation.get('/Subtype')} annotation on what is printed"


@rule("6.17/printer-mark")
def printer_mark(document):
    """A printer's mark is outside the TrimBox or ArtBox."""
    for where, page, annotation in document.annotations():
        place, kept = box(annotation.get("/Rect")), finished(page)
        if annotation.get("/Subtype") == "/PrinterMark" and not (place and kept and apart(place, kept)):
            yield where, "a printer's mark on the finished page"


@rule("6.18/action")
def action(document):
    """No action: not of an annotation, a field, a page or the document."""
    for where, thing in document.objects():
        for key in ACTION_KEYS:
            if isinstance(thing.get(key), Dictionary) and ("/S" in thing[key] or key == "/AA"):
                yield where, f"{key[1:]}"
    opening = document.root.get("/OpenAction")
    if opening is not None and not isinstance(opening, Array):
        yield "catalogue", "OpenAction"


@rule("6.18/javascript")
def javascript(document):
    """No JavaScript, by name or in an action."""
    if "/JavaScript" in document.root.get("/Names", Dictionary()):
        yield "catalogue", "JavaScript by name"
    for where, thing in document.objects():
        if thing.get("/S") == "/JavaScript" or "/JS" in thing:
            yield where, "JavaScript"


@rule("6.21/viewer-areas")
def viewer_areas(document):
    """Viewer preferences show, clip and print the MediaBox or the BleedBox (PDF Reference 1.6, table 8.1)."""
    preferences = document.root.get("/ViewerPreferences", Dictionary())
    for key in AREAS:
        if preferences.get(key, "/MediaBox") not in ("/MediaBox", "/BleedBox"):
            yield "viewer preferences", f"{key[1:]} {preferences[key]}"


@rule("6.22/alternate-presentations")
def alternate_presentations(document):
    """No alternate presentations, and no steps of them (PDF Reference 1.6, 9.4)."""
    if "/AlternatePresentations" in document.root.get("/Names", Dictionary()):
        yield "catalogue", "AlternatePresentations"
    for where, page in document.pages:
        if "/PresSteps" in page:
            yield where, "PresSteps"


def configurations(document):
    properties = document.root.get("/OCProperties")
    if properties is not None:
        if "/D" in properties:
            yield "default configuration", properties.D
        for number, configuration in enumerate(properties.get("/Configs", []), 1):
            yield f"configuration {number}", configuration


@rule("6.24/configuration")
def configuration_names(document):
    """Optional content has a default configuration; each configuration has its own Name."""
    if "/OCProperties" in document.root and "/D" not in document.root.OCProperties:
        yield "catalogue", "OCProperties without D"
    seen = set()
    for where, configuration in configurations(document):
        name = str(configuration.get("/Name", ""))
        if not name or name in seen:
            yield where, f"Name “{name}”"
        seen.add(name)


@rule("6.24/automatic")
def automatic(document):
    """No configuration switches layers by itself: no AS (PDF Reference 1.6, 4.10.3)."""
    for where, configuration in configurations(document):
        if "/AS" in configuration:
            yield where, "AS"


@rule("6.26/xfa")
def xfa(document):
    """No form of XML (PDF Reference 1.6, 8.6.7)."""
    if "/XFA" in document.root.get("/AcroForm", Dictionary()):
        yield "catalogue", "XFA"
