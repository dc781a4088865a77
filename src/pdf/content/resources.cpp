#include "pdf/content/resources.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

// Delimiters of unresolved references; they do not occur in our dictionaries.
constexpr char resource_mark = '\x01', font_mark = '\x02';

struct KindText {
  std::string_view category, prefix;
};

KindText kind_text(ResourceKind kind) {
  switch (kind) {
    case ResourceKind::graphics_state: return {"/ExtGState", "G"};
    case ResourceKind::color_space: return {"/ColorSpace", "C"};
    case ResourceKind::pattern: return {"/Pattern", "P"};
    case ResourceKind::shading: return {"/Shading", "S"};
    case ResourceKind::form: return {"/XObject", "X"};
    case ResourceKind::image: return {"/XObject", "I"};
  }
  return {};
}

std::string resource_name(ResourceKind kind, std::size_t index) {
  std::string name(kind_text(kind).prefix);
  append_integer(name, static_cast<std::int64_t>(index));
  return name;
}

std::string name_of(FontKey font) {
  std::string name = font.vertical ? "V" : "F";
  append_integer(name, font.face);
  return name;
}

}  // namespace

std::string resource_reference(std::size_t index) { return resource_mark + std::to_string(index) + resource_mark; }

std::size_t ResourceList::add(Resource resource) {
  const auto [at, added] = index_.try_emplace(std::move(resource), all_.size());
  if (added) all_.push_back(at->first);
  return at->second;
}

std::string ResourceList::reference(Resource resource) { return resource_reference(add(std::move(resource))); }

std::string ResourceList::name(Resource resource) {
  const ResourceKind kind = resource.kind;
  const std::size_t index = add(std::move(resource));
  if (!scopes_.empty()) {
    auto& used = scopes_.back().resources;
    if (std::find(used.begin(), used.end(), index) == used.end()) used.push_back(index);
  }
  return resource_name(kind, index);
}

std::string ResourceList::font_name(FontKey font) {
  auto& used = scopes_.back().fonts;
  if (std::find(used.begin(), used.end(), font) == used.end()) used.push_back(font);
  return name_of(font);
}

ResourceList::Scope ResourceList::leave() {
  Scope scope = std::move(scopes_.back());
  scopes_.pop_back();
  std::sort(scope.resources.begin(), scope.resources.end());
  std::sort(scope.fonts.begin(), scope.fonts.end());
  return scope;
}

std::string resource_entries(const ResourceList::Scope& scope, const std::vector<Resource>& all) {
  constexpr std::array kinds{ResourceKind::graphics_state, ResourceKind::color_space, ResourceKind::pattern,
                             ResourceKind::shading,        ResourceKind::form,        ResourceKind::image};
  std::string out;
  std::string_view open;  // the category; forms and images share one
  for (const ResourceKind kind : kinds) {
    for (const std::size_t index : scope.resources) {
      if (all[index].kind != kind) continue;
      if (open != kind_text(kind).category) {
        if (!open.empty()) out += ">>";
        open = kind_text(kind).category;
        out.append(open).append("<<");
      }
      out.append("/").append(resource_name(kind, index)).append(" ");
      // A color space is a short array and is written inline.
      out += kind == ResourceKind::color_space ? all[index].entries : resource_reference(index);
    }
  }
  if (!open.empty()) out += ">>";
  if (!scope.fonts.empty()) {
    out += "/Font<<";
    for (const FontKey font : scope.fonts) {
      out.append("/").append(name_of(font)).push_back(' ');
      out.push_back(font_mark);
      append_integer(out, font.face * 2 + (font.vertical ? 1 : 0));
      out.push_back(font_mark);
    }
    out += ">>";
  }
  return out;
}

std::vector<Ref> ResourceStore::add(const std::vector<Resource>& resources) {
  std::vector<Ref> refs;
  for (const Resource& resource : resources) {
    if (resource.kind == ResourceKind::color_space) {
      refs.emplace_back();
      continue;
    }
    if (resource.kind == ResourceKind::image) {
      refs.push_back(images_.at(std::stoul(resource.entries)));
      continue;
    }
    Resource resolved = resource;
    resolved.entries = resolve(resource.entries, refs);
    const auto [at, added] = made_.try_emplace(std::move(resolved));
    if (added) {
      at->second = writer_.allocate();
      if (at->first.is_stream) {
        writer_.stream(at->second, at->first.entries + "/Filter/FlateDecode", deflate_(at->first.data));
      } else {
        writer_.dictionary(at->second, at->first.entries);
      }
    }
    refs.push_back(at->second);
  }
  return refs;
}

std::string ResourceStore::resolve(std::string_view entries, const std::vector<Ref>& page) const {
  std::string out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const char mark = entries[i];
    if (mark != resource_mark && mark != font_mark) {
      out.push_back(mark);
      continue;
    }
    const std::size_t end = entries.find(mark, i + 1);
    unsigned value = 0;
    std::from_chars(entries.data() + i + 1, entries.data() + end, value);
    append_ref(out, mark == resource_mark ? page[value]
                                          : fonts_.at({static_cast<graphics::FaceId>(value / 2), value % 2 == 1}));
    i = end;
  }
  return out;
}

}  // namespace banxin::pdf
