#include "core/provenance.hpp"

#include <array>
#include <utility>

namespace banxin {

namespace {

constexpr std::array<std::pair<Provenance, std::string_view>, 3> names{{{Provenance::published, "published"},
                                                                        {Provenance::derived, "derived"},
                                                                        {Provenance::reconstructed, "reconstructed"}}};

}  // namespace

std::string_view name(Provenance provenance) {
  for (const auto& [value, word] : names) {
    if (value == provenance) return word;
  }
  return {};
}

std::optional<Provenance> provenance_from_name(std::string_view name) {
  for (const auto& [value, word] : names) {
    if (word == name) return value;
  }
  return std::nullopt;
}

}  // namespace banxin
