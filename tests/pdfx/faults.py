"""One way at least to break each rule. A fault takes a good file, does one thing to it, and is found out by the rule
that it names, and by those in `also` for which the same thing is wrong too."""
import struct
from dataclasses import dataclass
from io import BytesIO
from typing import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

FAULTS = []
FAR = [-300, -300, -200, -200]  # a rectangle beyond every page


@dataclass(frozen=True)
class Fault:
    rule: str
    name: str
    act: Callable
    also: tuple
    on_bytes: bool
    encryption: object
    swap: tuple

    def broken(self, good):
        """The bytes of the good file with this fault."""
        with pikepdf.open(BytesIO(good)) as pdf:
            if not self.on_bytes:
                self.act(pdf)
            out = BytesIO()
            how = ({"encryption": self.encryption} if self.encryption else
                   {"stream_decode_level": pikepdf.StreamDecodeLevel.none})
            pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable,
                     fix_metadata_version=False, **how)
        data = out.getvalue()
        if self.swap:
            data = replaced(data, *self.swap)
        return self.act(data) if self.on_bytes else data


def fault(rule, *also, on_bytes=False, encryption=None, swap=()):
    """Registers a function that breaks a pikepdf.Pdf, or with `on_bytes` the bytes of a file; `swap` replaces bytes of
    the file by as many others, for what libqpdf would not write."""
    def register(act):
        FAULTS.append(Fault(rule, act.__name__, act, also, on_bytes, encryption, swap))
        return act
    return register


# Tools.

def replaced(data, old, new):
    if old not in data:
        raise ValueError(f"nothing says {old!r}")
    return data.replace(old, new)


def draw(pdf, content, category=None, thing=None, name="/X"):
    """Adds content to page 1, and `thing` to its resources."""
    page = pdf.pages[0]
    if category:
        group = page.obj.Resources.get(category, Dictionary())
        group[name] = thing
        page.obj.Resources[category] = group
    page.contents_add(pdf.make_stream(content))


def color(pdf, space, name="/X"):
    draw(pdf, name.encode() + b" cs", "/ColorSpace", space, name)


def state(pdf, **entries):
    draw(pdf, b"/X gs", "/ExtGState", Dictionary(Type=Name.ExtGState, **entries))


def image(pdf, data=b"\x00" * 4, **entries):
    described = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 8, "Width": 2, "Height": 2, **entries}
    draw(pdf, b"/X Do", "/XObject",
         Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image,
                **{key: value for key, value in described.items() if value is not None}))


def form(pdf, content=b"", **entries):
    draw(pdf, b"/X Do", "/XObject", Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9],
                                           Resources=Dictionary(), **entries))


def annotate(pdf, kind, rect, **entries):
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=rect,
                                                                  **entries))])


def say(pdf, old, new):
    """Replaces bytes of the metadata."""
    stream = pdf.Root.Metadata
    stream.write(replaced(stream.read_bytes(), old, new))


def intent(pdf):
    return pdf.Root.OutputIntents[0]


def profile(pdf, at, new):
    """Replaces bytes of the output profile."""
    stream = intent(pdf).DestOutputProfile
    data = bytearray(stream.read_bytes())
    data[at:at + len(new)] = new
    stream.write(bytes(data))


def icc(pdf, space=b"RGB ", kind=b"mntr", version=b"\x02\x10", channels=3):
    """An ICCBased color space whose profile is a header and an empty tag table."""
    data = struct.pack(">I4x2s2x", 132, version) + kind + space + b"XYZ ".ljust(16) + b"acsp" + bytes(92)
    return Array([Name.ICCBased, Stream(pdf, data, N=channels)])


def tint(pdf, c=(0, 0, 0, 1)):
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0] * len(c), C1=list(c))


def font(pdf):
    """A composite font of page 1."""
    return next(thing for _, thing in pdf.pages[0].obj.Resources.Font.items())


def descendant(pdf):
    return font(pdf).DescendantFonts[0]


def named(text):
    """A name of bytes that Python's names cannot hold."""
    return Object.parse(text)


# The file.

@fault("6.1/header", on_bytes=True)
def newer_header(data):
    return replaced(data, b"%PDF-1.6", b"%PDF-1.7")


@fault("6.1/header", on_bytes=True)
def bytes_before_header(data):
    return b"\n" + data


@fault("6.1/catalogue-version")
def newer_catalogue(pdf):
    pdf.Root.Version = Name("/1.7")


@fault("6.1/syntax", on_bytes=True)
def wrong_cross_reference(data):
    at = data.rindex(b"startxref") + 10
    return data[:at] + b"7" + data[at + 1:]


@fault("6.1/operators")
def unknown_operator(pdf):
    draw(pdf, b"1 0 zz")


@fault("6.1/operator-places")
def marks_across_a_text_object(pdf):
    draw(pdf, b"/Span BMC BT EMC ET")


@fault("6.1/operator-places")
def marks_without_an_end(pdf):
    draw(pdf, b"/Span BMC")


@fault("6.1/operator-places")
def a_line_within_a_text_object(pdf):
    draw(pdf, b"BT 0 0 m 9 9 l S ET")


@fault("6.1/image-data")
def image_cut_short(pdf):
    image(pdf, b"\x00" * 3)


@fault("6.7/external-stream")
def data_elsewhere(pdf):
    form(pdf, F=String("other.bin"))


@fault("6.7/file-specification")
def file_elsewhere(pdf):
    pdf.Root.Test = Dictionary(Type=Name.Filespec, F=String("other.pdf"))


@fault("6.7/reference-xobject")
def page_of_another_file(pdf):
    form(pdf, Ref=Dictionary(F=String("other.pdf"), Page=0))


@fault("6.7/opi")
def open_prepress_interface(pdf):
    form(pdf, OPI=Dictionary({"/2.0": Dictionary(Type=Name.OPI)}))


@fault("6.8/lzw")
def lzw_stream(pdf):
    pdf.Root.Test = Stream(pdf, b"\x80\x40\x40", Filter=Name.LZWDecode)


@fault("6.8/lzw")
def lzw_in_content(pdf):
    draw(pdf, b"BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID \x80\x00\x40\x40 EI")


@fault("6.8/filter")
def unknown_filter(pdf):
    pdf.Root.Test = Stream(pdf, b"", Filter=Name.BrotliDecode)


@fault("6.14/postscript")
def postscript_xobject(pdf):
    draw(pdf, b"", "/XObject", Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS))


@fault("6.14/postscript")
def postscript_in_form(pdf):
    form(pdf, Subtype2=Name.PS)


@fault("6.15/encryption", encryption=pikepdf.Encryption(owner="", user="", R=4))
def encrypted(pdf):
    pass


@fault("6.15/crypt", swap=(b"/Crypd", b"/Crypt"))
def crypt_filter(pdf):
    pdf.Root.Test = Stream(pdf, b"", Filter=Name.Crypd)


@fault("6.16/alternates")
def alternate_image(pdf):
    image(pdf, Alternates=[Dictionary(Image=Stream(pdf, b""), DefaultForPrinting=True)])


@fault("6.19/compatibility")
def compatibility_section(pdf):
    draw(pdf, b"BX EX")


@fault("6.25/names")
def long_name(pdf):
    pdf.Root.Test = Name("/" + "n" * 128)


@fault("6.25/operands")
def long_string(pdf):
    draw(pdf, b"/Span <</ActualText (" + b"s" * 40000 + b")>> BDC EMC (" + b"s" * 40000 + b") MP")


@fault("6.25/integers")
def large_integer(pdf):
    pdf.Root.Test = 2**31


@fault("6.25/nesting")
def deep_nesting(pdf):
    draw(pdf, b"q " * 29 + b"Q " * 29)


@fault("6.25/nesting")
def unbalanced_nesting(pdf):
    draw(pdf, b"q")


@fault("6.25/colorants")
def many_colorants(pdf):
    names = Array([Name(f"/Ink{number}") for number in range(33)])
    described = Dictionary(Colorants=Dictionary(
        {f"/Ink{number}": Array([Name.Separation, Name(f"/Ink{number}"), Name.DeviceCMYK, tint(pdf)])
         for number in range(33)}))
    transform = Stream(pdf, b"{" + b"pop " * 33 + b"0 0 0 0}", FunctionType=4, Domain=[0, 1] * 33, Range=[0, 1] * 4)
    color(pdf, Array([Name.DeviceN, names, Name.DeviceCMYK, transform, described]))


@fault("6.27/jpeg2000")
def two_channels_of_jpeg2000(pdf):
    image(pdf, b"\x00\x00\x00\x16ihdr" + struct.pack(">IIHBBBB", 2, 2, 2, 7, 7, 0, 0), Filter=Name.JPXDecode,
          ColorSpace=None)


# Its metadata.

@fault("6.9/trapped", "6.9/trapped-in-metadata")
def trapping_unknown(pdf):
    pdf.trailer.Info.Trapped = Name.Unknown


@fault("6.9/trapped", "6.9/trapped-in-metadata")
def trapping_left_out(pdf):
    del pdf.trailer.Info.Trapped


@fault("6.9/trapped-in-metadata")
def trapping_contradicted(pdf):
    say(pdf, b"<pdf:Trapped>False", b"<pdf:Trapped>True")


@fault("6.9/trap-network")
def network_of_an_untrapped_page(pdf):
    annotate(pdf, "TrapNet", FAR)


@fault("6.9/trap-network", "6.9/trapped-in-metadata")
def substituted_fonts(pdf):
    pdf.trailer.Info.Trapped = Name("/True")
    annotate(pdf, "TrapNet", FAR, FontFauxing=[Dictionary()])


@fault("6.10/file-identifier", on_bytes=True)
def no_identifier(data):
    return replaced(data, b"/ID [", b"/IX [")


@fault("6.10/document-id")
def no_document_id(pdf):
    say(pdf, b"xmpMM:DocumentID>", b"xmpMM:Other>")


@fault("6.10/version-id")
def no_version_id(pdf):
    say(pdf, b"xmpMM:VersionID>", b"xmpMM:Other>")


@fault("6.10/rendition-class")
def no_rendition_class(pdf):
    say(pdf, b"xmpMM:RenditionClass>", b"xmpMM:Other>")


EVERYTHING_IN_METADATA = (
    "6.11/metadata-form", "6.11/version", "6.11/title", "6.11/creation-date", "6.11/modification-date",
    "6.11/metadata-date", "6.10/document-id", "6.10/version-id", "6.10/rendition-class", "6.9/trapped-in-metadata",
    "6.11/information-version", "6.11/information-texts", "6.11/information-dates")


@fault("6.11/metadata", *EVERYTHING_IN_METADATA)
def no_metadata(pdf):
    del pdf.Root.Metadata


@fault("6.11/metadata")
def metadata_of_no_type(pdf):
    del pdf.Root.Metadata.Subtype


@fault("6.11/metadata-form", *EVERYTHING_IN_METADATA)
def broken_metadata(pdf):
    say(pdf, b"</rdf:RDF>", b"")


@fault("6.11/metadata-form")
def no_packet(pdf):
    say(pdf, b"<?xpacket begin=", b"<?other begin=")


@fault("6.11/version", "6.11/information-version")
def other_standard(pdf):
    say(pdf, b"GTS_PDFXVersion>PDF/X-4<", b"GTS_PDFXVersion>PDF/X-3:2003<")


@fault("6.11/title", "6.11/information-texts")
def no_title(pdf):
    say(pdf, b"dc:title>", b"dc:other>")


@fault("6.11/creation-date", "6.11/information-dates")
def no_creation_date(pdf):
    say(pdf, b"xmp:CreateDate>", b"xmp:Other>")


@fault("6.11/modification-date", "6.11/information-dates")
def no_modification_date(pdf):
    say(pdf, b"xmp:ModifyDate>", b"xmp:Other>")


@fault("6.11/metadata-date")
def metadata_date_in_words(pdf):
    say(pdf, b"<xmp:MetadataDate>", b"<xmp:MetadataDate>about ")


@fault("6.11/information-version")
def other_version_in_information(pdf):
    pdf.trailer.Info.GTS_PDFXVersion = String("PDF/X-1a:2003")


def other_text(key):
    def act(pdf):
        pdf.trailer.Info[key] = String("something else")
    act.__name__ = f"other_{key[1:].lower()}"
    return act


def other_date(key):
    def act(pdf):
        pdf.trailer.Info[key] = String("D:19991231")
    act.__name__ = f"other_{key[1:].lower()}"
    return act


for entry in ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer"):
    fault("6.11/information-texts")(other_text(entry))
for entry in ("/CreationDate", "/ModDate"):
    fault("6.11/information-dates")(other_date(entry))


# Pages.

@fault("6.12/media-box", "6.12/box-form")
def flat_media_box(pdf):
    pdf.pages[0].obj.MediaBox = [0, 0, 0, 700]
    for key in ("/TrimBox", "/BleedBox"):
        pdf.pages[0].obj[key] = [0, 0, 0, 700]


@fault("6.12/trim-or-art")
def no_trim_box(pdf):
    del pdf.pages[0].obj.TrimBox


@fault("6.12/trim-or-art")
def trim_box_and_art_box(pdf):
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


@fault("6.12/box-form")
def box_of_three_numbers(pdf):
    pdf.pages[0].obj.BleedBox = [0, 0, 100]


@fault("6.12/within-media")
def bleed_beyond_media(pdf):
    pdf.pages[0].obj.BleedBox = [-1, -1, 2000, 2000]


@fault("6.12/within-media", "6.12/within-bleed")
def trim_beyond_media(pdf):
    pdf.pages[0].obj.TrimBox = [-1, -1, 2000, 2000]


@fault("6.12/within-bleed")
def trim_beyond_bleed(pdf):
    pdf.pages[0].obj.BleedBox = [50, 50, 60, 60]


@fault("6.12/within-crop")
def inherited_crop_box(pdf):
    pdf.Root.Pages.CropBox = Array([50, 50, 60, 60])


@fault("6.12/separated")
def plate_of_a_page(pdf):
    pdf.pages[0].obj.SeparationInfo = Dictionary(Pages=[pdf.pages[0].obj], DeviceColorant=Name.Cyan)


@fault("6.17/annotation")
def link_on_the_page(pdf):
    annotate(pdf, "Link", [100, 100, 120, 120])


@fault("6.17/printer-mark")
def mark_on_the_page(pdf):
    annotate(pdf, "PrinterMark", [100, 100, 120, 120])


@fault("6.18/action")
def action_of_a_link(pdf):
    annotate(pdf, "Link", FAR, A=Dictionary(S=Name.URI, URI=String("https://example.org")))


@fault("6.18/action")
def action_on_opening(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.Named, N=Name.Print)


@fault("6.18/action")
def action_of_a_page(pdf):
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage))


@fault("6.18/javascript")
def javascript_by_name(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[]))


@fault("6.18/javascript", "6.18/action")
def javascript_of_a_link(pdf):
    annotate(pdf, "Link", FAR, A=Dictionary(S=Name.JavaScript, JS=String("0")))


@fault("6.21/viewer-areas")
def printing_the_trim_box(pdf):
    pdf.Root.ViewerPreferences = Dictionary(PrintArea=Name.TrimBox)


@fault("6.22/alternate-presentations")
def slide_show(pdf):
    pdf.Root.Names = Dictionary(AlternatePresentations=Dictionary(Names=[]))


@fault("6.22/alternate-presentations")
def steps_of_a_slide(pdf):
    pdf.pages[0].obj.PresSteps = Dictionary()


def layers(pdf, **configuration):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary(Order=[group], **configuration))


@fault("6.24/configuration")
def nameless_layers(pdf):
    layers(pdf)


@fault("6.24/configuration")
def layers_of_one_name(pdf):
    layers(pdf, Name=String("print"))
    pdf.Root.OCProperties.Configs = Array([Dictionary(Name=String("print"))])


@fault("6.24/automatic")
def automatic_layers(pdf):
    layers(pdf, Name=String("print"), AS=[Dictionary(Event=Name.Print, Category=[Name.Print])])


@fault("6.26/xfa")
def form_of_xml(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=Stream(pdf, b"<xdp/>"))


# Graphics states and transparency.

@fault("6.13/transfer")
def transfer_function(pdf):
    state(pdf, TR=Name.Identity)


@fault("6.13/transfer")
def other_transfer_function(pdf):
    state(pdf, TR2=Name.Identity)


@fault("6.13/halftone-type")
def threshold_halftone(pdf):
    state(pdf, HT=Stream(pdf, b"\x00", Type=Name.Halftone, HalftoneType=6, Width=1, Height=1))


@fault("6.13/halftone-name")
def named_halftone(pdf):
    state(pdf, HT=Dictionary(Type=Name.Halftone, HalftoneType=1, Frequency=150, Angle=45, SpotFunction=Name.Round,
                             HalftoneName=String("own")))


@fault("6.13/halftone-transfer")
def halftone_with_transfer(pdf):
    state(pdf, HT=Dictionary(Type=Name.Halftone, HalftoneType=1, Frequency=150, Angle=45, SpotFunction=Name.Round,
                             TransferFunction=tint(pdf, (1,))))


@fault("6.13/halftone-phase")
def moved_halftone(pdf):
    state(pdf, HTP=[1, 1])


@fault("6.20/blend-mode")
def unknown_blend_mode(pdf):
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    state(pdf, BM=Name.Dissolve)


@fault("6.20/blending-space")
def blending_in_lab(pdf):
    form(pdf, Group=Dictionary(S=Name.Transparency, CS=Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])))


@fault("6.20/page-group")
def blending_in_nothing(pdf):
    if "/Group" in pdf.pages[0].obj:
        del pdf.pages[0].obj.Group
    state(pdf, ca=0.5)


@fault("6.20/page-group")
def masked_image_blending_in_nothing(pdf):
    if "/Group" in pdf.pages[0].obj:
        del pdf.pages[0].obj.Group
    image(pdf, SMask=Stream(pdf, b"\x00", Subtype=Name.Image, ColorSpace=Name.DeviceGray, Width=1, Height=1,
                            BitsPerComponent=8))


@fault("6.20/soft-mask-image")
def colored_soft_mask(pdf):
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    image(pdf, SMask=Stream(pdf, b"\x00" * 4, Subtype=Name.Image, ColorSpace=Name.DeviceCMYK, Width=1, Height=1,
                            BitsPerComponent=8))


@fault("6.23/rendering-intent")
def unknown_intent_in_content(pdf):
    draw(pdf, b"/Pretty ri")


@fault("6.23/rendering-intent")
def unknown_intent_in_a_state(pdf):
    state(pdf, RI=Name.Pretty)


@fault("6.23/rendering-intent")
def unknown_intent_of_an_image(pdf):
    image(pdf, Intent=Name.Pretty)


# Color.

@fault("6.4.1/process-colors", "6.4.3/device-color")
def profile_of_lab(pdf):
    profile(pdf, 16, b"Lab ")


@fault("6.4.1/process-colors")
def wrong_number_of_inks(pdf):
    intent(pdf).DestOutputProfile.N = 3


@fault("6.4.2/intent", "6.4.3/device-color")
def no_intent(pdf):
    del pdf.Root.OutputIntents


@fault("6.4.2/intent")
def two_intents(pdf):
    pdf.Root.OutputIntents.append(intent(pdf))


@fault("6.4.2/identifier")
def no_condition(pdf):
    del intent(pdf).OutputConditionIdentifier


@fault("6.4.2/described")
def condition_of_nobody(pdf):
    del intent(pdf).RegistryName
    del intent(pdf).Info


@fault("6.4.2/profile", "6.4.3/device-color")
def no_profile(pdf):
    del intent(pdf).DestOutputProfile


@fault("6.4.2/profile", "6.4.3/device-color")
def profile_cut_off(pdf):
    stream = intent(pdf).DestOutputProfile
    stream.write(stream.read_bytes()[:-1])


@fault("6.4.2/no-reference")
def profile_elsewhere(pdf):
    intent(pdf).DestOutputProfileRef = Dictionary(ProfileName=String("FOGRA39"))


@fault("6.4.2/class")
def profile_of_a_screen(pdf):
    profile(pdf, 12, b"mntr")


@fault("6.4.2/icc-version")
def profile_of_version_5(pdf):
    profile(pdf, 8, b"\x05")


@fault("6.4.2/tables")
def profile_without_a_table(pdf):
    stream = intent(pdf).DestOutputProfile
    profile(pdf, stream.read_bytes().index(b"B2A0"), b"zzzz")


@fault("6.4.2/tables")
def profile_that_connects_to_nothing(pdf):
    profile(pdf, 20, b"CMYK")


@fault("6.4.3/device-color")
def rgb_operator(pdf):
    draw(pdf, b"1 0 0 rg 0 0 9 9 re f")


@fault("6.4.3/device-color")
def rgb_in_a_form(pdf):
    form(pdf, b"1 0 0 RG 0 0 m 9 9 l S")


@fault("6.4.3/device-color")
def rgb_image(pdf):
    image(pdf, b"\x00" * 12, ColorSpace=Name.DeviceRGB)


@fault("6.4.3/device-color")
def rgb_palette(pdf):
    image(pdf, ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, String("\0\0\0")]))


@fault("6.4.3/device-color")
def rgb_alternate(pdf):
    color(pdf, Array([Name.Separation, Name.Gold, Name.DeviceRGB, tint(pdf, (1, 0, 0))]))


@fault("6.4.3/device-color")
def rgb_shading(pdf):
    draw(pdf, b"/X sh", "/Shading", Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 9],
                                               Function=tint(pdf, (1, 0, 0))))


@fault("6.4.3/device-color")
def rgb_group(pdf):
    form(pdf, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))


@fault("6.4.3/device-color")
def rgb_in_a_pattern(pdf):
    draw(pdf, b"/Pattern cs /X scn 0 0 9 9 re f", "/Pattern",
         Stream(pdf, b"1 0 0 rg 0 0 9 9 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9,
                YStep=9, Resources=Dictionary()))


@fault("6.4.3/device-color")
def rgb_in_a_glyph(pdf):
    draw(pdf, b"", "/Font", Dictionary(Type=Name.Font, Subtype=Name.Type3, Resources=Dictionary(), CharProcs=Dictionary(
        a=Stream(pdf, b"9 0 d0 1 0 0 rg 0 0 9 9 re f"))))


@fault("6.4.3/device-color")
def rgb_in_a_soft_mask(pdf):
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    state(pdf, SMask=Dictionary(S=Name.Luminosity, G=Stream(
        pdf, b"1 0 0 rg 0 0 9 9 re f", Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=Dictionary())))


@fault("6.4.3/device-color")
def rgb_in_an_annotation(pdf):
    annotate(pdf, "PrinterMark", FAR, AP=Dictionary(N=Stream(
        pdf, b"1 0 0 rg 0 0 9 9 re f", Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=Dictionary())))


@fault("6.4.3/default-space")
def default_of_four_channels(pdf):
    draw(pdf, b"", "/ColorSpace", icc(pdf, b"CMYK", b"prtr", channels=4), "/DefaultRGB")


@fault("6.4.3/known-space")
def unknown_space(pdf):
    color(pdf, Array([Name.CalCMYK, Dictionary()]))


@fault("6.4.3/icc-based")
def no_icc_profile(pdf):
    color(pdf, Array([Name.ICCBased, Stream(pdf, b"no profile", N=3)]))


@fault("6.4.3/icc-based")
def icc_profile_of_a_link(pdf):
    color(pdf, icc(pdf, kind=b"link"))


@fault("6.4.3/icc-based")
def icc_profile_of_other_channels(pdf):
    color(pdf, icc(pdf, channels=1))


@fault("6.4.3/icc-based")
def icc_profile_of_version_5(pdf):
    color(pdf, icc(pdf, version=b"\x05\x00"))


@fault("6.4.3/overprint-mode")
def icc_based_cmyk_overprinting(pdf):
    state(pdf, OP=True, OPM=1)
    draw(pdf, b"/X cs 0 0 0 1 scn 0 0 9 9 re f", "/ColorSpace", icc(pdf, b"CMYK", b"prtr", channels=4))


@fault("6.4.3/spot-color")
def one_name_for_two_inks(pdf):
    for n in (0, 1):
        color(pdf, Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint(pdf, (0, 0, n, 0))]), f"/X{n}")


@fault("6.4.3/spot-color")
def other_ink_in_device_n(pdf):
    ink = [Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint(pdf, (0, 0, n, 0))]) for n in (0, 1)]
    transform = Stream(pdf, b"{pop pop 0 0 0 0}", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    color(pdf, ink[0])
    color(pdf, Array([Name.DeviceN, Array([Name.Gold, Name.Black]), Name.DeviceCMYK, transform,
                       Dictionary(Colorants=Dictionary(Gold=ink[1]))]), "/Y")


@fault("6.4.3/device-n")
def undescribed_colorant(pdf):
    transform = Stream(pdf, b"{pop pop 0 0 0 0}", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    color(pdf, Array([Name.DeviceN, Array([Name.Gold, Name.Black]), Name.DeviceCMYK, transform]))


@fault("6.4.3/device-n")
def colorant_twice(pdf):
    transform = Stream(pdf, b"{pop pop 0 0 0 0}", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    color(pdf, Array([Name.DeviceN, Array([Name.Black, Name.Black]), Name.DeviceCMYK, transform]))


@fault("6.4.3/alternate")
def ink_for_an_ink(pdf):
    inner = Array([Name.Separation, Name.Silver, Name.DeviceCMYK, tint(pdf)])
    color(pdf, Array([Name.Separation, Name.Gold, inner, tint(pdf, (1,))]))


@fault("6.4.3/alternate")
def tint_of_three_numbers(pdf):
    color(pdf, Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint(pdf, (1, 0, 0))]))


@fault("6.4.3/indexed")
def short_palette(pdf):
    color(pdf, Array([Name.Indexed, Name.DeviceCMYK, 3, String("\0\0\0\0")]))


@fault("6.4.3/indexed")
def palette_of_a_palette(pdf):
    inner = Array([Name.Indexed, Name.DeviceGray, 0, String("\0")])
    color(pdf, Array([Name.Indexed, inner, 0, String("\0")]))


@fault("6.4.3/image-space", "6.1/image-data")
def image_of_no_space(pdf):
    image(pdf, ColorSpace=None)


@fault("6.4.3/shading-space")
def shading_of_a_palette(pdf):
    draw(pdf, b"/X sh", "/Shading", Dictionary(
        ShadingType=2, ColorSpace=Array([Name.Indexed, Name.DeviceGray, 0, String("\0")]), Coords=[0, 0, 9, 9],
        Function=tint(pdf, (1,))))


# Fonts.

@fault("6.5/embedded")
def font_not_embedded(pdf):
    del descendant(pdf).FontDescriptor.FontFile3


@fault("6.5/embedded")
def font_of_the_reader(pdf):
    draw(pdf, b"BT /X 9 Tf (a) Tj ET", "/Font", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


@fault("6.5/program-kind", "6.5/cid-to-gid")
def cff_as_truetype(pdf):
    descendant(pdf).Subtype = Name.CIDFontType2


@fault("6.5/program-kind", "6.5/program")
def two_programs(pdf):
    descendant(pdf).FontDescriptor.FontFile2 = Stream(pdf, b"")


@fault("6.5/program")
def font_cut_off(pdf):
    stream = descendant(pdf).FontDescriptor.FontFile3
    stream.write(stream.read_bytes()[:60])


@fault("6.5/character-collection")
def no_character_collection(pdf):
    del descendant(pdf).CIDSystemInfo


@fault("6.5/character-collection")
def other_character_collection(pdf):
    font(pdf).Encoding = Stream(pdf, b"", Type=Name.CMap, CMapName=Name.Own, CIDSystemInfo=Dictionary(
        Registry=String("Adobe"), Ordering=String("GB1"), Supplement=0))


@fault("6.5/cmap")
def encoding_of_the_reader(pdf):
    font(pdf).Encoding = Name("/UniGB-UTF16-H")


@fault("6.5/cid-to-gid", "6.5/program-kind")
def truetype_without_a_map(pdf):
    descendant(pdf).Subtype = Name.CIDFontType2
    descendant(pdf).CIDToGIDMap = Name.Other


@fault("6.5/glyphs")
def character_without_a_glyph(pdf):
    name = next(name for name, thing in pdf.pages[0].obj.Resources.Font.items())
    draw(pdf, b"BT " + name.encode() + b" 9 Tf <FFF0> Tj ET")


@fault("6.5/undefined-glyph")
def the_undefined_glyph(pdf):
    name = next(name for name, thing in pdf.pages[0].obj.Resources.Font.items())
    draw(pdf, b"BT " + name.encode() + b" 9 Tf <0000> Tj ET")


@fault("6.5/widths")
def narrower_than_the_glyphs(pdf):
    descendant(pdf).DW = 900


@fault("6.6/font-names")
def font_name_in_latin_1(pdf):
    font(pdf).BaseFont = named(b"/Caf#e9")


@fault("6.6/colorant-names")
def ink_name_in_latin_1(pdf):
    color(pdf, Array([Name.Separation, named(b"/Caf#e9"), Name.DeviceCMYK, tint(pdf)]))
