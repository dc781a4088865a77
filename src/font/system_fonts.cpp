#include "font/system_fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

namespace banxin::font {
namespace {

std::string text_of(FcPattern* pattern, const char* key, int index = 0) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, key, index, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

int number_of(FcPattern* pattern, const char* key, int otherwise) {
  int value = otherwise;
  FcPatternGetInteger(pattern, key, 0, &value);
  return value;
}

bool flag_of(FcPattern* pattern, const char* key) {
  FcBool value = FcFalse;
  FcPatternGetBool(pattern, key, 0, &value);
  return value == FcTrue;
}

/// Empty for what cannot be embedded: bitmaps, Type 1, color glyphs, instances of variable fonts.
std::optional<SystemFace> describe(FcPattern* pattern) {
  const std::string format = text_of(pattern, FC_FONTFORMAT);
  if (!flag_of(pattern, FC_SCALABLE) || flag_of(pattern, FC_COLOR) || (format != "TrueType" && format != "CFF")) {
    return std::nullopt;
  }
  const int index = number_of(pattern, FC_INDEX, 0);
  if ((index >> 16) != 0) return std::nullopt;
  SystemFace face;
  face.path = text_of(pattern, FC_FILE);
  face.family = text_of(pattern, FC_FAMILY);
  for (int i = 1;; ++i) {
    std::string alias = text_of(pattern, FC_FAMILY, i);
    if (alias.empty()) break;
    face.aliases.push_back(std::move(alias));
  }
  face.index = static_cast<unsigned>(index);
  face.weight = FcWeightToOpenType(number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR));
  face.italic = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
  return face;
}

const char* fontconfig_language(Language language) {
  switch (language) {
    case Language::zh_hans: return "zh-cn";
    case Language::zh_hant: return "zh-tw";
    case Language::ja: return "ja";
    case Language::ko: return "ko";
    case Language::en: break;
  }
  return "en";
}

}  // namespace

struct SystemFonts::Configuration {
  FcConfig* config = FcInitLoadConfigAndFonts();
  ~Configuration() {
    if (config != nullptr) FcConfigDestroy(config);
  }
};

SystemFonts::SystemFonts() : configuration_(std::make_unique<Configuration>()) {
  if (configuration_->config == nullptr) return;
  const FcFontSet* fonts = FcConfigGetFonts(configuration_->config, FcSetSystem);
  for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
    if (auto face = describe(fonts->fonts[i])) faces_.push_back(std::move(*face));
  }
  const auto key = [](const SystemFace& face) { return std::tie(face.path, face.index); };
  std::sort(faces_.begin(), faces_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  faces_.erase(
      std::unique(faces_.begin(), faces_.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
      faces_.end());
}

SystemFonts::~SystemFonts() = default;

std::vector<std::size_t> SystemFonts::preferred(Language language, int weight, bool italic, std::size_t limit) const {
  std::vector<std::size_t> result;
  if (configuration_->config == nullptr) return result;
  FcPattern* wish = FcPatternCreate();
  FcPatternAddString(wish, FC_LANG, reinterpret_cast<const FcChar8*>(fontconfig_language(language)));
  FcPatternAddInteger(wish, FC_WEIGHT, FcWeightFromOpenType(weight));
  FcPatternAddInteger(wish, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcConfigSubstitute(configuration_->config, wish, FcMatchPattern);
  FcDefaultSubstitute(wish);
  FcResult outcome = FcResultMatch;
  FcFontSet* sorted = FcFontSort(configuration_->config, wish, FcTrue, nullptr, &outcome);
  for (int i = 0; sorted != nullptr && i < sorted->nfont && result.size() < limit; ++i) {
    const auto candidate = describe(sorted->fonts[i]);
    if (!candidate) continue;
    const auto found = std::find_if(faces_.begin(), faces_.end(), [&](const SystemFace& face) {
      return face.index == candidate->index && face.path == candidate->path;
    });
    if (found != faces_.end()) result.push_back(static_cast<std::size_t>(found - faces_.begin()));
  }
  if (sorted != nullptr) FcFontSetDestroy(sorted);
  FcPatternDestroy(wish);
  return result;
}

}  // namespace banxin::font
