#include "data/table/zip.hpp"

#include <zip.h>

namespace banxin::data {

Zip::Zip(std::string_view bytes, std::size_t limit) : left_(limit) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return;
  archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive_ == nullptr) zip_source_free(source);
  zip_error_fini(&error);
}

Zip::~Zip() {
  if (archive_ != nullptr) zip_discard(archive_);
}

std::optional<std::string> Zip::part(const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_, name.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return std::nullopt;
  if (stat.size > left_) {
    too_large_ = true;
    return std::nullopt;
  }
  zip_file_t* file = zip_fopen(archive_, name.c_str(), 0);
  if (file == nullptr) return std::nullopt;
  // No more is read than the directory states, whatever the part unpacks to.
  std::string text(stat.size, '\0');
  std::size_t got = 0;
  while (got < text.size()) {
    const zip_int64_t piece = zip_fread(file, text.data() + got, text.size() - got);
    if (piece <= 0) break;
    got += static_cast<std::size_t>(piece);
  }
  zip_fclose(file);
  if (got != text.size()) return std::nullopt;
  left_ -= got;
  return text;
}

}  // namespace banxin::data
