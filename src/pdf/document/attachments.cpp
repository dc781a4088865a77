#include "pdf/document/attachments.hpp"

#include "pdf/document/metadata.hpp"
#include "pdf/object/deflate.hpp"

namespace banxin::pdf {

AttachmentRefs write_attachments(const std::vector<page::Attachment>& files, const std::string& date,
                                 ObjectWriter& writer) {
  AttachmentRefs refs;
  Deflater deflate;
  for (const page::Attachment& file : files) {
    const Ref stream = writer.allocate(), specification = writer.allocate();
    std::string entries = "/Type/EmbeddedFile/Subtype";
    append_name(entries, file.media_type);
    entries += "/Params<</Size " + std::to_string(file.bytes.size());
    if (const std::string modified = pdf_date(date); !modified.empty()) {
      entries += "/ModDate";
      append_bytes(entries, modified);
    }
    entries += ">>/Filter/FlateDecode";
    writer.stream(stream, std::move(entries), deflate(file.bytes));
    std::string described = "/Type/Filespec/F" + text_string(file.name) + "/UF" + text_string(file.name) +
                            "/AFRelationship/Data/EF<</F " + text(stream) + "/UF " + text(stream) + ">>";
    if (!file.description.empty()) described += "/Desc" + text_string(file.description);
    writer.dictionary(specification, std::move(described));
    refs.emplace(file.name, specification);
  }
  return refs;
}

std::string attachment_entries(const AttachmentRefs& files) {
  if (files.empty()) return {};
  std::string associated, names;
  for (const auto& [name, ref] : files) {
    associated += (associated.empty() ? "" : " ") + text(ref);
    names += text_string(name) + text(ref) + " ";
  }
  names.pop_back();
  return "/AF[" + associated + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>";
}

}  // namespace banxin::pdf
