// What a schema's tables say, without the code that reads: the material of JSON Schema and documentation.
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
  /// How messages call a value of this kind where something else stands.
  [[nodiscard]] std::string wanted() const;
};

struct VariantsShape {
  std::string name, phrase, doc;
  std::vector<const ObjectShape*> alternatives;  ///< the first key of each tells the kind
  /// The alternative that a value is of; reports and gives their count if none or several.
  std::size_t choose(Reader& reader, source::YamlNode node, std::string_view name) const;
};

/// JSON Schema (draft 7) of what `root` reads.
std::string json_schema_of(const ObjectShape& root, std::string_view id, std::string_view title);
/// Markdown tables of `root` and of every object that it can hold.
std::string reference_of(const ObjectShape& root);
/// How messages and documentation call a type.
std::string words_of(const Shape& shape);

}  // namespace banxin::model
