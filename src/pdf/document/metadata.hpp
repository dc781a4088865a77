// Title, author and conformance: the XMP packet (ISO 16684-1) and the information dictionary (ISO 32000-1, 14.3), with
// the same content.
#pragma once

#include <string>
#include <string_view>

#include "page/paged_document.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// The entries of the information dictionary.
std::string information_entries(const page::Metadata& metadata, const profile::Profile& profile);

/// The XMP packet, UTF-8.
/// `id` identifies the content, in hexadecimal digits; used if the profile requires ids.
std::string xmp_packet(const page::Metadata& metadata, const profile::Profile& profile, std::string_view id);

/// "D:20230301" from "2023-03-01", at any precision that ISO 8601 and 7.9.4 share; empty if it is not a date.
std::string pdf_date(std::string_view iso);

}  // namespace banxin::pdf
