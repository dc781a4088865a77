// JSON Schema and documentation from the tables' shapes.
#include <fmt/format.h>

#include <set>

#include "model/shape.hpp"

namespace banxin::model {

namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + '"';
}

/// Objects and variants in the order of their first use.
class Collector {
 public:
  struct Definition {
    const ObjectShape* object = nullptr;
    const VariantsShape* variants = nullptr;
    [[nodiscard]] const std::string& name() const { return object != nullptr ? object->name : variants->name; }
  };
  void walk(const ObjectShape& shape) {
    for (const KeyShape& key : shape.keys) walk(*key.shape);
  }
  void walk(const Shape& shape) {
    if (shape.kind == Shape::Kind::object) {
      const ObjectShape& object = shape.object();
      if (!known_.insert(object.name).second) return;
      definitions.push_back({&object, nullptr});
      walk(object);
    } else if (shape.kind == Shape::Kind::variants) {
      const VariantsShape& variants = shape.variants();
      if (!known_.insert(variants.name).second) return;
      definitions.push_back({nullptr, &variants});
      for (const ObjectShape* alternative : variants.alternatives) walk(*alternative);
    } else {
      for (const ShapePtr& part : shape.parts) walk(*part);
    }
  }
  std::vector<Definition> definitions;

 private:
  std::set<std::string> known_;
};

std::string type_of(const Shape& shape, const std::string& indent);

std::string object_of(const ObjectShape& shape, const std::string& indent, std::string_view more = {}) {
  const std::string inner = indent + "  ";
  std::string result = "{\n";
  result += fmt::format("{}\"description\": {},\n", inner, quoted(shape.doc));
  result += fmt::format("{}\"type\": \"object\",\n{}\"additionalProperties\": false,\n", inner, inner);
  std::string required;
  for (const KeyShape& key : shape.keys) {
    if (key.required) required += (required.empty() ? "" : ", ") + quoted(key.name);
  }
  if (!required.empty()) result += fmt::format("{}\"required\": [{}],\n", inner, required);
  result += fmt::format("{}\"properties\": {{\n", inner);
  for (std::size_t i = 0; i < shape.keys.size(); ++i) {
    const KeyShape& key = shape.keys[i];
    std::string doc = key.doc;
    if (!key.default_text.empty()) doc += fmt::format(" Default: {}.", key.default_text);
    result += fmt::format("{}  {}: {{ \"description\": {}, {} }}{}\n", inner, quoted(key.name), quoted(doc),
                          type_of(*key.shape, inner + "  "), i + 1 < shape.keys.size() ? "," : "");
  }
  return result + inner + "}" + std::string(more) + "\n" + indent + "}";
}

/// The members of a schema object for a type, without braces.
std::string type_of(const Shape& shape, const std::string& indent) {
  switch (shape.kind) {
    case Shape::Kind::text:
      // Text may be written so that YAML reads a number or a boolean.
      if (!shape.pattern.empty())
        return fmt::format("\"type\": [\"string\", \"number\"], \"pattern\": {}", quoted(shape.pattern));
      return "\"type\": [\"string\", \"number\", \"boolean\"]";
    case Shape::Kind::number:
    case Shape::Kind::integer: {
      std::string result = shape.kind == Shape::Kind::number ? "\"type\": \"number\"" : "\"type\": \"integer\"";
      if (shape.bounded) result += fmt::format(", \"minimum\": {}, \"maximum\": {}", shape.minimum, shape.maximum);
      return result;
    }
    case Shape::Kind::boolean: return "\"type\": \"boolean\"";
    case Shape::Kind::choice: {
      std::string names;
      for (const Shape::Choice& choice : shape.choices) names += (names.empty() ? "" : ", ") + quoted(choice.name);
      return fmt::format("\"enum\": [{}]", names);
    }
    case Shape::Kind::list:
      return fmt::format("\"type\": \"array\", \"items\": {{ {} }}", type_of(*shape.parts[0], indent));
    case Shape::Kind::map:
      return fmt::format("\"type\": \"object\", \"additionalProperties\": {{ {} }}", type_of(*shape.parts[0], indent));
    case Shape::Kind::object:
      return fmt::format("\"allOf\": [{{ \"$ref\": \"#/definitions/{}\" }}]", shape.object().name);
    case Shape::Kind::variants:
      return fmt::format("\"allOf\": [{{ \"$ref\": \"#/definitions/{}\" }}]", shape.variants().name);
    case Shape::Kind::either:
      return fmt::format("\"anyOf\": [{{ {} }}, {{ {} }}]", type_of(*shape.parts[0], indent),
                         type_of(*shape.parts[1], indent));
  }
  return {};
}

std::string variants_of(const VariantsShape& shape, const std::string& indent) {
  const std::string inner = indent + "  ";
  std::string result = "{\n";
  result += fmt::format("{}\"description\": {},\n{}\"oneOf\": [\n", inner, quoted(shape.doc), inner);
  for (std::size_t i = 0; i < shape.alternatives.size(); ++i) {
    result += inner + "  " + object_of(*shape.alternatives[i], inner + "  ");
    result += i + 1 < shape.alternatives.size() ? ",\n" : "\n";
  }
  return result + inner + "]\n" + indent + "}";
}

std::string reference_type(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::choice: {
      std::string result;
      for (const Shape::Choice& choice : shape.choices) {
        result += fmt::format("{}`{}`{}", result.empty() ? "" : ", ", choice.name,
                              choice.doc.empty() ? "" : " (" + choice.doc + ")");
      }
      return result;
    }
    case Shape::Kind::number:
    case Shape::Kind::integer:
      return shape.bounded ? fmt::format("{}, {} to {}", shape.words, shape.minimum, shape.maximum) : shape.words;
    case Shape::Kind::list: return "list: " + reference_type(*shape.parts[0]);
    case Shape::Kind::map: return "mapping, each value " + reference_type(*shape.parts[0]);
    case Shape::Kind::object: return fmt::format("[{}](#{})", shape.object().phrase, shape.object().name);
    case Shape::Kind::variants: return fmt::format("[{}](#{})", shape.variants().phrase, shape.variants().name);
    case Shape::Kind::either: return reference_type(*shape.parts[0]) + ", or " + reference_type(*shape.parts[1]);
    default: return shape.words;
  }
}

std::string table_of(const ObjectShape& shape) {
  std::string result = "| key | value | meaning |\n| --- | --- | --- |\n";
  for (const KeyShape& key : shape.keys) {
    std::string doc = key.doc;
    if (key.required) doc += " Required.";
    if (!key.default_text.empty()) doc += fmt::format(" Default: `{}`.", key.default_text);
    std::string type = reference_type(*key.shape);
    result += fmt::format("| `{}` | {} | {} |\n", key.name, type, doc);
  }
  return result;
}

}  // namespace

std::string json_schema_of(const ObjectShape& root, std::string_view id, std::string_view title) {
  Collector collector;
  collector.walk(root);
  std::string definitions = ",\n  \"definitions\": {\n";
  for (std::size_t i = 0; i < collector.definitions.size(); ++i) {
    const Collector::Definition& one = collector.definitions[i];
    definitions +=
        fmt::format("    {}: {}{}\n", quoted(one.name()),
                    one.object != nullptr ? object_of(*one.object, "    ") : variants_of(*one.variants, "    "),
                    i + 1 < collector.definitions.size() ? "," : "");
  }
  definitions += "  }";
  std::string result = object_of(root, "", definitions);
  const std::string head =
      fmt::format("{{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"$id\": {},\n  \"title\": {},\n",
                  quoted(id), quoted(title));
  return head + result.substr(2) + "\n";
}

std::string reference_of(const ObjectShape& root) {
  Collector collector;
  collector.walk(root);
  std::string result = fmt::format("## {}\n\n{}\n\n{}", root.name, root.doc, table_of(root));
  for (const Collector::Definition& one : collector.definitions) {
    if (one.object != nullptr) {
      result += fmt::format("\n## {}\n\n{}\n\n{}", one.name(), one.object->doc, table_of(*one.object));
      continue;
    }
    result += fmt::format("\n## {}\n\n{} One of the following keys names its kind.\n", one.name(), one.variants->doc);
    for (const ObjectShape* alternative : one.variants->alternatives) {
      result +=
          fmt::format("\n### {}\n\n{}\n\n{}", alternative->keys.front().name, alternative->doc, table_of(*alternative));
    }
  }
  return result;
}

}  // namespace banxin::model
