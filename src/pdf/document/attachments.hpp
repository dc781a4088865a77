// Associated files (ISO 19005-3, 6.8; ISO 32000-2, 14.13).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "page/paged_document.hpp"
#include "pdf/object/object_writer.hpp"

namespace banxin::pdf {

/// File specifications by name.
using AttachmentRefs = std::map<std::string, Ref, std::less<>>;

/// Writes each file with its specification, as data related to the document. `date` is ISO 8601, or empty.
AttachmentRefs write_attachments(const std::vector<page::Attachment>& files, const std::string& date,
                                 ObjectWriter& writer);

/// Entries of the catalog: /AF and the name tree of embedded files; empty if there are none.
std::string attachment_entries(const AttachmentRefs& files);

}  // namespace banxin::pdf
