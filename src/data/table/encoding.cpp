#include "data/table/encoding.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <memory>
#include <string>

#include "source/yaml_view.hpp"

namespace banxin::data {

namespace {

std::optional<std::size_t> first_bad_byte(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = source::character_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

/// Empty if the bytes are not in this encoding.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding, &error), &ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::u16string wide(bytes.size() + 1, u'\0');
  const std::int32_t length = ucnv_toUChars(from.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                                            bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) return std::nullopt;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &error), &ucnv_close);
  std::string text(static_cast<std::size_t>(length) * 3 + 1, '\0');
  const std::int32_t size =
      ucnv_fromUChars(to.get(), text.data(), static_cast<std::int32_t>(text.size()), wide.data(), length, &error);
  if (U_FAILURE(error)) return std::nullopt;
  text.resize(static_cast<std::size_t>(size));
  return text;
}

}  // namespace

std::optional<FileId> as_utf8(source::SourceFiles& files, FileId id, Diagnostics& diagnostics) {
  const source::SourceFile& file = files.file(id);
  const std::string_view text = file.text();
  for (const auto& [mark, encoding] :
       {std::pair<std::string_view, const char*>{"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}) {
    if (!text.starts_with(mark)) continue;
    if (auto utf8 = converted(text.substr(2), encoding)) return files.add(file.path(), std::move(*utf8));
  }
  const auto bad = first_bad_byte(text, file.text_begin());
  if (!bad) return id;
  if (auto utf8 = converted(text, "GB18030")) return files.add(file.path(), std::move(*utf8));
  const auto place = static_cast<std::uint32_t>(*bad);
  diagnostics.report(MessageId::file_not_utf8, {id, place, place + 1},
                     {fmt::format("{:02X}", static_cast<unsigned char>(text[*bad]))}, "save the table as “CSV UTF-8”");
  return std::nullopt;
}

}  // namespace banxin::data
