// The description of a schema's tables, from which JSON Schema and documentation are made.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::source {
class YamlNode;
}

namespace banxin::model {

class Reader;
struct ObjectShape;
struct VariantsShape;
struct Shape;
using ShapePtr = std::shared_ptr<const Shape>;

struct Shape {
  enum class Kind { text, number, integer, boolean, choice, list, map, object, variants, either };
  struct Choice {
    std::string name, doc;
  };
  Kind kind = Kind::text;
  std::string words;    ///< "a length such as 10pt"
  std::string pattern;  ///< of a text, ECMA 262; may be empty
  double minimum = 0, maximum = 0;
  bool bounded = false;
  std::vector<Choice> choices;
  std::vector<ShapePtr> parts;  ///< element of a list, value of a map, both forms of either
  std::function<const ObjectShape&()> object = {};
  std::function<const VariantsShape&()> variants = {};
};

struct KeyShape {
  std::string name, doc;
  ShapePtr shape;
  bool required = false;
  std::string default_text;
};

struct ObjectShape {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::string name, phrase, doc;
  std::vector<KeyShape> keys;
  [[nodiscard]] std::size_t find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string_view> names() const;
  /// How messages describe the expected value.
  [[nodiscard]] std::string expected() const;
};

struct VariantsShape {
  std::string name, phrase, doc;
  std::vector<const ObjectShape*> alternatives;  ///< the first key of each names the kind
  /// The index of the value's alternative; reports an error and returns their count if there is none or more than one.
  std::size_t choose(Reader& reader, source::YamlNode node, std::string_view name) const;
};

/// JSON Schema (draft 7) of what `root` reads.
std::string json_schema_of(const ObjectShape& root, std::string_view id, std::string_view title);
/// Markdown tables of `root` and of every object it can contain.
std::string reference_of(const ObjectShape& root);
/// How messages and documentation describe a type.
std::string words_of(const Shape& shape);

}  // namespace banxin::model
