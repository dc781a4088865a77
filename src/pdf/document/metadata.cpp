#include "pdf/document/metadata.hpp"

#include <algorithm>

#include "pdf/object/syntax.hpp"

namespace banxin::pdf {

namespace {

constexpr std::string_view producer = "Banxin";

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string element(std::string_view name, std::string_view value) {
  const std::string tag(name);
  return "<" + tag + ">" + xml_text(value) + "</" + tag + ">\n";
}

std::string list(std::string_view name, std::string_view kind, const std::vector<std::string>& values) {
  const std::string tag(name), array(kind);
  std::string out = "<" + tag + "><rdf:" + array + ">";
  for (const std::string& value : values) out += "<rdf:li>" + xml_text(value) + "</rdf:li>";
  return out + "</rdf:" + array + "></" + tag + ">\n";
}

using ByLanguage = std::vector<std::pair<std::string, std::string>>;  ///< tag and text

std::string alternatives(std::string_view name, std::string_view value, std::string_view language,
                         const ByLanguage& others = {}) {
  const std::string tag(name);
  const auto item = [](std::string_view of, std::string_view text) {
    return "<rdf:li xml:lang=\"" + xml_text(of) + "\">" + xml_text(text) + "</rdf:li>";
  };
  std::string out = "<" + tag + "><rdf:Alt>" + item("x-default", value) + item(language, value);
  for (const auto& [other, text] : others) {
    if (other != language) out += item(other, text);
  }
  return out + "</rdf:Alt></" + tag + ">\n";
}

// ISO 19005-2, 6.6.2.3.3: the identification schema of PDF/UA is not one of the predefined ones and must be described.
constexpr std::string_view pdfua_schema = R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
)";

}  // namespace

std::string pdf_date(std::string_view iso) {
  // YYYY[-MM[-DD[Thh:mm[:ss](Z|±hh:mm)]]]
  std::string out = "D:";
  const auto take = [&](std::size_t at, std::size_t count) {
    if (iso.size() < at + count || !digits(iso.substr(at, count))) return false;
    out += iso.substr(at, count);
    return true;
  };
  if (!take(0, 4)) return {};
  if (iso.size() == 4) return out;
  if (iso[4] != '-' || !take(5, 2)) return {};
  if (iso.size() == 7) return out;
  if (iso[7] != '-' || !take(8, 2)) return {};
  if (iso.size() == 10) return out;
  if (iso[10] != 'T' || !take(11, 2) || iso.size() < 16 || iso[13] != ':' || !take(14, 2)) return {};
  std::size_t zone = 16;
  if (iso.size() > zone && iso[zone] == ':') {
    if (!take(17, 2)) return {};
    zone = 19;
  }
  const std::string_view rest = iso.substr(zone);
  if (rest == "Z") return out + "Z";
  if (rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':' && digits(rest.substr(1, 2)) &&
      digits(rest.substr(4, 2))) {
    return out + rest[0] + std::string(rest.substr(1, 2)) + "'" + std::string(rest.substr(4, 2)) + "'";
  }
  return {};
}

std::string information_entries(const page::Metadata& metadata, const profile::Profile& profile) {
  std::string out;
  const auto add = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    append_name(out, key);
    append_text(out, value);
  };
  add("Title", metadata.title);
  add("Author", metadata.author);
  add("Subject", metadata.subject);
  add("Keywords", joined(metadata.keywords));
  add("Creator", producer);
  add("Producer", producer);
  const std::string date = pdf_date(metadata.date);
  add("CreationDate", date);
  add("ModDate", date);
  out += profile.information;
  return out;
}

std::string xmp_packet(const page::Metadata& metadata, const profile::Profile& profile, std::string_view id) {
  const std::string& language = metadata.lang.text;
  // The packet's id is the constant that ISO 16684-1, 7.3.2 gives.
  std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
  out +=
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"";
  for (const auto& [prefix, uri] : profile.xmp_namespaces) {
    out.append(" xmlns:").append(prefix).append("=\"").append(uri).append("\"");
  }
  out += ">\n" + element("dc:format", "application/pdf");
  if (!metadata.title.empty()) out += alternatives("dc:title", metadata.title, language, metadata.titles);
  if (!metadata.author.empty()) out += list("dc:creator", "Seq", {metadata.author});
  if (!metadata.subject.empty()) out += alternatives("dc:description", metadata.subject, language);
  if (!metadata.keywords.empty()) out += list("dc:subject", "Bag", metadata.keywords);
  if (!metadata.publisher.empty()) out += list("dc:publisher", "Bag", {metadata.publisher});
  out += list("dc:language", "Bag", {language});
  if (!metadata.keywords.empty()) out += element("pdf:Keywords", joined(metadata.keywords));
  out += element("pdf:Producer", producer) + element("xmp:CreatorTool", producer);
  if (!pdf_date(metadata.date).empty()) {
    out += element("xmp:CreateDate", metadata.date) + element("xmp:ModifyDate", metadata.date) +
           element("xmp:MetadataDate", metadata.date);
  }
  out += profile.xmp_properties;
  if (profile.print) {
    // ISO 15930-7, 6.9: two ids; the same content gives the same instance id.
    out +=
        element("xmpMM:DocumentID", "uuid:" + std::string(id)) + element("xmpMM:InstanceID", "uuid:" + std::string(id));
  }
  if (profile.pdfua) out += pdfua_schema;
  out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
  return out;
}

}  // namespace banxin::pdf
