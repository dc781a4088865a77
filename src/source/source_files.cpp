#include "source/source_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace banxin::source {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  if (std::string_view(text_).starts_with(byte_order_mark)) {
    text_begin_ = static_cast<std::uint32_t>(byte_order_mark.size());
  }
  lines_.push_back(text_begin_);
  const char* const begin = text_.data();
  const char* const end = begin + text_.size();
  for (const char* p = begin; p < end; ++p) {
    p = static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end - p)));
    if (p == nullptr) break;
    lines_.push_back(static_cast<std::uint32_t>(p + 1 - begin));
  }
}

Position SourceFile::position(std::uint32_t offset) const {
  offset = std::clamp(offset, text_begin_, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto index = static_cast<std::uint32_t>(after - lines_.begin());
  std::uint32_t column = 1;
  for (std::uint32_t i = *(after - 1); i < offset; ++i) {
    if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++column;
  }
  return {index, column};
}

std::uint32_t SourceFile::line_begin(std::uint32_t line) const {
  if (line == 0 || line > lines_.size()) return static_cast<std::uint32_t>(text_.size());
  return lines_[line - 1];
}

std::string_view SourceFile::line(std::uint32_t line) const {
  const std::uint32_t begin = line_begin(line);
  const std::uint32_t end = line_begin(line + 1);
  std::string_view result = std::string_view(text_).substr(begin, end - begin);
  if (result.ends_with('\n')) result.remove_suffix(1);
  if (result.ends_with('\r')) result.remove_suffix(1);
  return result;
}

SourceFiles::SourceFiles(std::shared_ptr<const FileSystem> system, Limits limits)
    : system_(std::move(system)), limits_(limits) {}

void SourceFiles::allow(std::string_view folder) {
  if (auto canonical = system_->canonical(std::string(folder))) roots_.push_back(std::move(*canonical));
}

bool SourceFiles::allowed(const std::string& canonical) const {
  return std::ranges::any_of(roots_, [&](const std::string& root) { return is_inside(canonical, root); });
}

void SourceFiles::report_missing(const std::string& shown, const std::string& path, Span asked,
                                 Diagnostics& diagnostics) const {
  const std::string folder = folder_of(path);
  std::string suggestion;
  if (!system_->is_folder(folder)) {
    suggestion = fmt::format("there is no folder `{}`", folder);
  } else {
    const std::vector<std::string> names = system_->list(folder);
    const std::string name = path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    const std::string_view near = nearest(name, {names.begin(), names.end()});
    if (!near.empty()) suggestion = fmt::format("did you mean `{}`?", near);
  }
  diagnostics.report(MessageId::file_missing, asked, {shown}, std::move(suggestion));
}

std::optional<std::string> SourceFiles::locate(std::string_view folder, const Spanned<std::string>& written,
                                               Diagnostics& diagnostics) const {
  const std::string inside = normal(written.value);
  // Before looking at the disk: a path out of the project is refused whether or not the file exists.
  if (inside.starts_with('/') || inside == ".." || inside.starts_with("../")) {
    diagnostics.report(MessageId::file_outside, written.span, {written.value},
                       "use the path of a file in the report's folder");
    return std::nullopt;
  }
  std::string path = joined(folder, inside);
  const auto canonical = system_->canonical(path);
  if (!canonical) {
    report_missing(written.value, path, written.span, diagnostics);
    return std::nullopt;
  }
  if (!allowed(*canonical)) {
    diagnostics.report(MessageId::file_outside, written.span, {written.value},
                       "the path contains a symbolic link out of the project; copy the file into it");
    return std::nullopt;
  }
  return path;
}

std::optional<FileId> SourceFiles::open(const std::string& path, Span asked, Diagnostics& diagnostics) {
  const auto canonical = system_->canonical(path);
  if (!canonical) {
    report_missing(path, path, asked, diagnostics);
    return std::nullopt;
  }
  if (!allowed(*canonical)) {
    diagnostics.report(MessageId::file_outside, asked, {path});
    return std::nullopt;
  }
  if (const auto known = by_canonical_.find(*canonical); known != by_canonical_.end()) return known->second;
  ReadResult result = system_->read(*canonical, limits_.file_size);
  if (!result.bytes) {
    switch (result.fault) {
      case ReadFault::missing: report_missing(path, path, asked, diagnostics); break;
      case ReadFault::too_large:
        diagnostics.report(MessageId::file_too_large, asked, {path, fmt::format("{} MiB", limits_.file_size >> 20)});
        break;
      case ReadFault::folder: diagnostics.report(MessageId::file_unreadable, asked, {path, "it is a folder"}); break;
      case ReadFault::not_a_file:
        diagnostics.report(MessageId::file_unreadable, asked, {path, "it is not a regular file"});
        break;
      case ReadFault::denied: diagnostics.report(MessageId::file_unreadable, asked, {path, "permission denied"}); break;
      case ReadFault::failed: diagnostics.report(MessageId::file_unreadable, asked, {path, "reading failed"}); break;
    }
    return std::nullopt;
  }
  std::string shown = normal(path);
  const std::string current = system_->current_folder();
  if (shown.starts_with('/') && shown != current && is_inside(shown, current)) {
    shown.erase(0, current == "/" ? 1 : current.size() + 1);
  }
  const FileId id = add(std::move(shown), std::move(*result.bytes));
  by_canonical_.emplace(*canonical, id);
  return id;
}

FileId SourceFiles::add(std::string path, std::string text) {
  files_.emplace_back(std::move(path), std::move(text));
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceFiles::text(Span span) const {
  if (!span.known()) return {};
  const std::string_view whole = file(span.file).text();
  const std::size_t begin = std::min<std::size_t>(span.begin, whole.size());
  return whole.substr(begin, std::min<std::size_t>(std::max(span.end, span.begin), whole.size()) - begin);
}

std::vector<std::string> SourceFiles::dependencies() const {
  std::vector<std::string> result;
  for (const SourceFile& file : files_) result.push_back(file.path());
  return result;
}

}  // namespace banxin::source
