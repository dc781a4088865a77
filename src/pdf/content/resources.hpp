// Resources of content streams: graphics states, color spaces, patterns, shadings, forms and fonts. Collected per page,
// since pages are built in parallel, then written as objects in page order, equal ones once.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graphics/display_list.hpp"
#include "pdf/object/deflate.hpp"
#include "pdf/object/object_writer.hpp"

namespace banxin::pdf {

/// A face in one writing mode: one Type 0 font.
struct FontKey {
  graphics::FaceId face = 0;
  bool vertical = false;
  auto operator<=>(const FontKey&) const = default;
};

enum class ResourceKind { graphics_state, color_space, pattern, shading, form, image };

/// Bodies refer to other resources of the same page by `resource_reference`; those come first in the list.
struct Resource {
  ResourceKind kind = ResourceKind::graphics_state;
  std::string entries;  ///< of the dictionary; a color space: the whole array; an image: its ImageId
  bool is_stream = false;
  std::string data;  ///< streams: not yet encoded
  auto operator<=>(const Resource&) const = default;
};

/// The resources of one content stream.
class ResourceList {
 public:
  /// Its name in operators: "G0", "S3". Equal resources share a name.
  std::string name(Resource resource);
  std::string font_name(FontKey font);
  /// An unresolved reference for the entries of another resource; adds no name to the stream.
  std::string reference(Resource resource);
  [[nodiscard]] const std::vector<Resource>& all() const { return all_; }
  /// The resources that one stream names.
  struct Scope {
    std::vector<std::size_t> resources;
    std::vector<FontKey> fonts;
  };
  /// Streams nest (forms): a scope holds the names of the stream between `enter` and `leave`.
  void enter() { scopes_.emplace_back(); }
  Scope leave();

 private:
  std::size_t add(Resource resource);
  std::vector<Resource> all_;
  std::map<Resource, std::size_t> index_;
  std::vector<Scope> scopes_;
};

/// An unresolved reference to the `index`-th resource of the page.
std::string resource_reference(std::size_t index);
/// "/ExtGState<</G0 …>>/Font<<…>>…" with unresolved references.
std::string resource_entries(const ResourceList::Scope& scope, const std::vector<Resource>& all);

/// Writes resources as objects and resolves their references.
class ResourceStore {
 public:
  /// `images`: by ImageId.
  ResourceStore(ObjectWriter& writer, const std::map<FontKey, Ref>& fonts, const std::vector<Ref>& images,
                Deflater& deflate)
      : writer_(writer), fonts_(fonts), images_(images), deflate_(deflate) {}
  /// Objects for all of a page's resources; call in page order.
  std::vector<Ref> add(const std::vector<Resource>& resources);
  /// `entries` with its references replaced.
  [[nodiscard]] std::string resolve(std::string_view entries, const std::vector<Ref>& page) const;

 private:
  ObjectWriter& writer_;
  const std::map<FontKey, Ref>& fonts_;
  const std::vector<Ref>& images_;
  Deflater& deflate_;
  std::map<Resource, Ref> made_;
};

}  // namespace banxin::pdf
