"""The metadata of a file: identifiers, document information, XMP, trapping."""
import re
import xml.etree.ElementTree as xml

from document import filters
from rule import rule

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SPACES = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
          "pdf": "http://ns.adobe.com/pdf/1.3/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
          "pdfxid": "http://www.npes.org/pdfx/ns/id/"}
TEXTS = {"/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description", "/Keywords": "pdf:Keywords",
         "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer"}
DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}
XMP_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
PDF_DATE = re.compile(r"D:(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d))?)?)?)?)?(Z|[+-]\d\d'\d\d'?)?")


def packet(document):
    """The root element of the XMP packet, or None."""
    if not hasattr(document, "xmp"):
        try:
            document.xmp = xml.fromstring(document.root.Metadata.read_bytes())
        except (AttributeError, xml.ParseError):
            document.xmp = None
    return document.xmp


def property_of(document, name):
    """The value of an XMP property as text: of an array its first item, of alternatives the default; None if absent."""
    prefix, local = name.split(":")
    tag = f"{{{SPACES[prefix]}}}{local}"
    root = packet(document)
    if root is None:
        return None
    for description in root.iter(f"{RDF}Description"):
        if tag in description.attrib:
            return description.attrib[tag]
        for element in description.findall(tag):
            items = element.findall(f".//{RDF}li")
            items.sort(key=lambda item: item.get(LANGUAGE) != "x-default")
            return (items[0].text if items else element.text) or ""
    return None


def same_date(information, metadata):
    """Do both name the same time to the precision that both give? None if one of them is no date."""
    one, other = PDF_DATE.fullmatch(information), XMP_DATE.fullmatch(metadata)
    if not one or not other:
        return None
    zones = [(match[7] or "").replace("'", "").replace(":", "") for match in (one, other)]
    return one.groups()[:6] == other.groups()[:6] and zones[0] == zones[1]


@rule("6.9/trapped")
def trapped(document):
    """Trapped in the document information is the name True or False: Unknown tells the printer nothing."""
    value = document.information.get("/Trapped")
    if value not in ("/True", "/False"):
        yield "document information", f"Trapped is {value}"


@rule("6.9/trapped-in-metadata")
def trapped_in_metadata(document):
    """pdf:Trapped in the metadata is the same as in the document information."""
    value = document.information.get("/Trapped", "")
    if property_of(document, "pdf:Trapped") != str(value)[1:]:
        yield "metadata", f"pdf:Trapped is {property_of(document, 'pdf:Trapped')}"


@rule("6.9/trap-network")
def trap_network(document):
    """A page with a trap network makes Trapped True; no font of the network is made up (PDF Reference 1.6, 10.10.5)."""
    for where, _, annotation in document.annotations():
        if annotation.get("/Subtype") == "/TrapNet":
            if document.information.get("/Trapped") != "/True":
                yield where, "a trap network, but Trapped is not True"
            if len(annotation.get("/FontFauxing", [])):
                yield where, "a trap network with substituted fonts"


@rule("6.10/file-identifier")
def file_identifier(document):
    """The trailer's ID is two byte strings (PDF Reference 1.6, 10.3)."""
    value = document.trailer.get("/ID", [])
    if len(value) != 2 or not all(bytes(part) for part in value):
        yield "trailer", "no ID of two strings"


@rule("6.10/document-id")
def document_id(document):
    """xmpMM:DocumentID names the document."""
    if not property_of(document, "xmpMM:DocumentID"):
        yield "metadata", "no xmpMM:DocumentID"


@rule("6.10/version-id")
def version_id(document):
    """xmpMM:VersionID names the version."""
    if not property_of(document, "xmpMM:VersionID"):
        yield "metadata", "no xmpMM:VersionID"


@rule("6.10/rendition-class")
def rendition_class(document):
    """xmpMM:RenditionClass names the rendition."""
    if not property_of(document, "xmpMM:RenditionClass"):
        yield "metadata", "no xmpMM:RenditionClass"


@rule("6.11/metadata")
def metadata(document):
    """The catalogue has a Metadata stream of type Metadata, subtype XML, that no filter hides."""
    stream = document.root.get("/Metadata")
    if stream is None:
        yield "catalogue", "no Metadata"
    elif stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield "catalogue", "Metadata of the wrong type"
    elif filters(stream):
        yield "catalogue", "compressed Metadata"


@rule("6.11/metadata-form")
def metadata_form(document):
    """The metadata is well-formed RDF in an XMP packet (ISO 16684-1, 7)."""
    root = packet(document)
    if root is None or root.find(f".//{RDF}Description") is None:
        yield "metadata", "no RDF"
    elif b"<?xpacket begin=" not in document.root.Metadata.read_bytes()[:60]:
        yield "metadata", "no packet header"


@rule("6.11/version")
def version(document):
    """pdfxid:GTS_PDFXVersion is PDF/X-4."""
    found = property_of(document, "pdfxid:GTS_PDFXVersion")
    if found != "PDF/X-4":
        yield "metadata", f"pdfxid:GTS_PDFXVersion is {found}"


@rule("6.11/title")
def title(document):
    """dc:title is there and not empty."""
    if not (property_of(document, "dc:title") or "").strip():
        yield "metadata", "no dc:title"


@rule("6.11/creation-date")
def creation_date(document):
    """xmp:CreateDate is a date."""
    yield from date(document, "xmp:CreateDate")


@rule("6.11/modification-date")
def modification_date(document):
    """xmp:ModifyDate is a date."""
    yield from date(document, "xmp:ModifyDate")


@rule("6.11/metadata-date")
def metadata_date(document):
    """xmp:MetadataDate is a date."""
    yield from date(document, "xmp:MetadataDate")


def date(document, name):
    if not XMP_DATE.fullmatch(property_of(document, name) or ""):
        yield "metadata", f"{name} is {property_of(document, name)}"


@rule("6.11/information-version")
def information_version(document):
    """GTS_PDFXVersion, where the document information has it, is that of the metadata."""
    value = document.information.get("/GTS_PDFXVersion")
    if value is not None and str(value) != property_of(document, "pdfxid:GTS_PDFXVersion"):
        yield "document information", f"GTS_PDFXVersion is {value}"


@rule("6.11/information-texts")
def information_texts(document):
    """Title, author, subject, keywords, creator and producer are the same in both places, where both have them."""
    for key, name in TEXTS.items():
        if key in document.information:
            said, meant = str(document.information[key]), property_of(document, name)
            if said != meant:
                yield "document information", f"{key} is {said}, {name} is {meant}"


@rule("6.11/information-dates")
def information_dates(document):
    """The dates are the same in both places, where both have them."""
    for key, name in DATES.items():
        if key in document.information:
            said, meant = str(document.information[key]), property_of(document, name) or ""
            if not same_date(said, meant):
                yield "document information", f"{key} is {said}, {name} is {meant}"
