// Schemas as tables. One table of keys drives the reader, the JSON Schema and the documentation.
//
// A type reads a YAML value and describes it; an object is a table of keys bound to members of a struct:
//
//   struct Rule { Measure width; std::optional<Spanned<std::string>> color; std::vector<double> dash; Span span; };
//
//   const Object<Rule>& rule_table() {
//     static const Object<Rule> table =
//         Object<Rule>("rule", "a rule", "A line next to or below something.")
//             .key("width", &Rule::width, measure(), "Thickness.", required())
//             .key("color", &Rule::color, text("a color of the palette"), "Its color.", by_default("text"))
//             .key("dash", &Rule::dash, list<double>(number(0, 100)), "Lengths of dash and gap in points.");
//     return table;
//   }
//
//   Rule rule;
//   Reader reader(files, diagnostics, folder);
//   rule_table().read(reader, tree.root(), "rule", rule);   // false if an error was reported
//
// A member may be T, std::optional<T>, Spanned<T> or std::optional<Spanned<T>> of the type's T; a member `span` of the
// struct, if there is one, receives the object's span. Further:
//   a key that holds another object:   .key("rule", &Box::rule, object(rule_table), "…")          (the name of the
//   table's function) a list of objects:                 .key("rules", &Box::rules, list<Rule>(object(rule_table)),
//   "…") a mapping from names to objects:   .key("rules", &Layout::rules, map_of<Rule>(object(rule_table)), "…")
//                                      fills std::map<std::string, Rule>
//   a fixed set of words as an enum:   choice<Side>({{"left", Side::left, "…"}, {"right", Side::right, "…"}})
//   a fixed set of words as text:      word({"left", "right"})
//   a value that is converted first:   .key("padding", measure(), [](Box& box, Measure value, Span) { … }, "…")
//   two forms of one value:            either<T>(a, b); the first whose `fits` returns true reads it
//   relations between keys:            .check([](Reader& reader, source::YamlNode node, Box& box) { … })
// Tables refer to each other through functions, so they may be recursive. Errors are reported as diagnostics, and
// reading continues. `name` is the key of the value, for messages.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/span.hpp"
#include "model/shape.hpp"
#include "source/source_files.hpp"
#include "source/yaml_tree.hpp"

namespace banxin::model {

/// The context of reading: files, diagnostics, folder.
class Reader {
 public:
  /// Names of files in content are relative to `folder`.
  Reader(source::SourceFiles& files, Diagnostics& diagnostics, std::string folder)
      : files_(&files), diagnostics_(&diagnostics), folder_(std::move(folder)) {}
  [[nodiscard]] source::SourceFiles& files() { return *files_; }
  [[nodiscard]] Diagnostics& diagnostics() { return *diagnostics_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }

  void report(MessageId id, Span span, std::initializer_list<std::string_view> args = {}, std::string suggestion = {}) {
    diagnostics_->report(id, span, args, std::move(suggestion));
    failed_ = failed_ || message(id).severity == Severity::error;
  }
  /// “`name` must be `expected`, but this is …”
  void wrong_type(source::YamlNode node, std::string_view name, std::string_view expected, std::string suggestion = {});
  /// Reports a key that is not in `keys`; `owner` is a phrase such as "a chart". Returns the key that was probably
  /// meant, if any.
  std::string_view unknown_key(source::YamlNode key, std::string_view owner, const std::vector<std::string_view>& keys);
  /// Reports a word that is not in `words`.
  void unknown_word(source::YamlNode node, std::string_view name, const std::vector<std::string_view>& words);
  void missing_key(source::YamlNode node, std::string_view owner, std::string_view key);
  /// Reports a full-width colon in `text`, the text of `node`: it was probably meant as a key and its value.
  bool report_fullwidth_colon(source::YamlNode node, std::string_view text);
  /// Reports a missing space after the colon of one of `keys`.
  bool report_colon_space(source::YamlNode node, const std::vector<std::string_view>& keys);
  /// Whether an error was reported through this reader.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  source::SourceFiles* files_;
  Diagnostics* diagnostics_;
  std::string folder_;
  bool failed_ = false;
};

/// How a YAML value becomes a T. `read` returns false after it reported an error.
template <class T>
struct Type {
  using Read = std::function<bool(Reader&, source::YamlNode, std::string_view name, T&)>;
  using Fits = std::function<bool(source::YamlNode)>;
  ShapePtr shape;
  Read read;
  Fits fits = {};              ///< whether the value has this form; used by `either`
  bool accepts_empty = false;  ///< whether `key:` without a value is accepted
  bool partial = false;  ///< a value with errors is kept without its invalid parts, so that later checks report more
};

/// Any scalar, independent of the type that YAML would give it. `words` describes it: "text", "the name of a style".
Type<std::string> text(std::string words = "text");
/// Text with a pattern (ECMA 262) for JSON Schema; the reader does not check it.
Type<std::string> text_like(std::string words, std::string pattern);
/// One of these words.
Type<std::string> word(std::vector<std::string> words);
Type<double> number();
Type<double> number(double minimum, double maximum);
Type<int> integer(int minimum, int maximum);
Type<bool> boolean();

namespace detail {

template <class M, class V>
void assign(M& member, V&& value, Span span) {
  using T = std::remove_cvref_t<V>;
  if constexpr (std::is_same_v<M, Spanned<T>> || std::is_same_v<M, std::optional<Spanned<T>>>) {
    member = Spanned<T>{std::forward<V>(value), span};
  } else {
    static_assert(std::is_assignable_v<M&, V&&>, "the member's type does not fit the key's type");
    member = std::forward<V>(value);
  }
}

template <class T>
concept HasSpan = requires(T value) {
  value.span = Span{};
};

bool is_list(Reader& reader, source::YamlNode node, std::string_view name, const Shape& shape);
bool is_mapping(Reader& reader, source::YamlNode node, std::string_view name, const Shape& shape);
/// Reports an empty value unless the type accepts it.
bool has_value(Reader& reader, source::YamlNode key, source::YamlNode value, bool accepts_empty);
/// Whether the node is a scalar, or a null that is written as a word.
bool is_text(source::YamlNode node);
/// "a, b, c".
std::string listed(const std::vector<std::string_view>& words);
ShapePtr list_shape(ShapePtr element);
ShapePtr map_shape(ShapePtr value);
ShapePtr choice_shape(std::vector<Shape::Choice> choices);
ShapePtr either_shape(ShapePtr a, ShapePtr b);
std::vector<std::string_view> names(const Shape& shape);

}  // namespace detail

/// One of a fixed set of words for the values of an enum.
template <class E>
struct Word {
  std::string name;
  E value;
  std::string doc;
};

template <class E>
Type<E> choice(std::vector<Word<E>> words) {
  std::vector<Shape::Choice> choices;
  for (const Word<E>& w : words) choices.push_back({w.name, w.doc});
  ShapePtr shape = detail::choice_shape(std::move(choices));
  return {shape,
          [words = std::move(words), shape](Reader& reader, source::YamlNode node, std::string_view name, E& out) {
            if (!node.is_scalar()) {
              reader.wrong_type(node, name, shape->words);
              return false;
            }
            for (const Word<E>& w : words) {
              if (w.name == node.text()) {
                out = w.value;
                return true;
              }
            }
            reader.unknown_word(node, name, detail::names(*shape));
            return false;
          }};
}

/// A list with elements M, Spanned<M> … as for members. Elements with errors are left out.
template <class M, class T>
Type<std::vector<M>> list(Type<T> element) {
  ShapePtr shape = detail::list_shape(element.shape);
  return {shape,
          [element = std::move(element), shape](Reader& reader, source::YamlNode node, std::string_view name,
                                                std::vector<M>& out) {
            if (!detail::is_list(reader, node, name, *shape)) return false;
            bool good = true;
            node.each_item([&](source::YamlNode item) {
              T value{};
              if (!detail::has_value(reader, item, item, element.accepts_empty)) {
                good = false;
                return;
              }
              const bool item_good = element.read(reader, item, name, value);
              if (item_good || element.partial) detail::assign(out.emplace_back(), std::move(value), item.span());
              good = good && item_good;
            });
            return good;
          },
          [](source::YamlNode node) { return node.is_sequence(); }, false, true};
}

/// A mapping with arbitrary keys.
template <class M, class T>
Type<std::map<std::string, M>> map_of(Type<T> type) {
  ShapePtr shape = detail::map_shape(type.shape);
  return {shape,
          [type = std::move(type), shape](Reader& reader, source::YamlNode node, std::string_view name,
                                          std::map<std::string, M>& out) {
            if (!detail::is_mapping(reader, node, name, *shape)) return false;
            bool good = true;
            node.each_entry([&](source::YamlNode key, source::YamlNode entry) {
              T value{};
              if (!detail::has_value(reader, key, entry, type.accepts_empty)) {
                good = false;
                return;
              }
              const bool entry_good = type.read(reader, entry, key.text(), value);
              if (entry_good || type.partial)
                detail::assign(out[std::string(key.text())], std::move(value), entry.span());
              good = good && entry_good;
            });
            return good;
          },
          [](source::YamlNode node) { return node.is_mapping(); }, false, true};
}

/// `a` if its `fits` returns true (a list for lists, a mapping for objects), else `b`.
template <class T>
Type<T> either(Type<T> a, Type<T> b) {
  ShapePtr shape = detail::either_shape(a.shape, b.shape);
  auto fits_a = a.fits, fits_b = b.fits;
  const bool partial = a.partial || b.partial;
  return {shape,
          [a = std::move(a), b = std::move(b)](Reader& reader, source::YamlNode node, std::string_view name, T& out) {
            return a.fits && a.fits(node) ? a.read(reader, node, name, out) : b.read(reader, node, name, out);
          },
          [fits_a, fits_b](source::YamlNode node) { return (fits_a && fits_a(node)) || (fits_b && fits_b(node)); },
          false, partial};
}

/// A type read through another: `turn(Reader&, source::YamlNode, T&&, U&)` converts the value, or reports an error and
/// returns false.
template <class U, class T, class Turn>
Type<U> through(Type<T> type, Turn turn) {
  return {type.shape,
          [read = std::move(type.read), partial = type.partial, turn = std::move(turn)](
              Reader& reader, source::YamlNode node, std::string_view name, U& out) {
            T value{};
            const bool good = read(reader, node, name, value);
            return (good || partial) && turn(reader, node, std::move(value), out) && good;
          },
          std::move(type.fits), type.accepts_empty, type.partial};
}

struct KeyOptions {
  bool required = false;
  std::string default_text;  ///< as it is written in YAML; for the documentation
};
inline KeyOptions required() { return {true, {}}; }
inline KeyOptions by_default(std::string text) { return {false, std::move(text)}; }

/// A mapping with a fixed set of keys.
template <class T>
class Object {
 public:
  /// `name` is its definition's name in the JSON Schema, `phrase` how messages call it ("a chart").
  Object(std::string name, std::string phrase, std::string doc) {
    shape_.name = std::move(name);
    shape_.phrase = std::move(phrase);
    shape_.doc = std::move(doc);
  }

  template <class M, class V>
  Object& key(std::string name, M T::*member, Type<V> type, std::string doc, KeyOptions options = {}) & {
    return key(
        std::move(name), std::move(type),
        [member](T& object, V value, Span span) { detail::assign(object.*member, std::move(value), span); },
        std::move(doc), std::move(options));
  }
  template <class V, class Set>
  Object& key(std::string name, Type<V> type, Set set, std::string doc, KeyOptions options = {}) & {
    shape_.keys.push_back({name, std::move(doc), type.shape, options.required, std::move(options.default_text)});
    read_.push_back([type = std::move(type), set = std::move(set)](Reader& reader, source::YamlNode key,
                                                                   source::YamlNode node, T& object) {
      V value{};
      if (!detail::has_value(reader, key, node, type.accepts_empty)) return false;
      const bool good = type.read(reader, node, key.text(), value);
      if (good || type.partial) set(object, std::move(value), node.span());
      return good;
    });
    return *this;
  }
  /// Called after the keys were read, even if some had errors.
  Object& check(std::function<void(Reader&, source::YamlNode, T&)> relation) & {
    checks_.push_back(std::move(relation));
    return *this;
  }
  // Returned by value: `t = std::move(t).key(…)` must not move a table onto itself.
  template <class... Arguments>
  Object key(Arguments&&... arguments) && {
    return std::move(this->key(std::forward<Arguments>(arguments)...));
  }
  Object check(std::function<void(Reader&, source::YamlNode, T&)> relation) && {
    return std::move(this->check(std::move(relation)));
  }

  bool read(Reader& reader, source::YamlNode node, std::string_view name, T& out) const {
    if (!node.is_mapping()) {
      reader.wrong_type(node, name, shape_.expected());
      return false;
    }
    if constexpr (detail::HasSpan<T>) out.span = node.span();
    bool good = true;
    std::vector<bool> seen(read_.size());
    node.each_entry([&](source::YamlNode key, source::YamlNode value) {
      const std::size_t index = shape_.find(key.text());
      if (index == ObjectShape::none) {
        // A misspelled key is not reported as missing too.
        const std::size_t meant = shape_.find(reader.unknown_key(key, shape_.phrase, shape_.names()));
        if (meant != ObjectShape::none) seen[meant] = true;
        good = false;
      } else {
        seen[index] = true;
        good = read_[index](reader, key, value, out) && good;
      }
    });
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (seen[i] || !shape_.keys[i].required) continue;
      reader.missing_key(node, shape_.phrase, shape_.keys[i].name);
      good = false;
    }
    for (const auto& check : checks_) check(reader, node, out);
    return good;
  }
  [[nodiscard]] const ObjectShape& shape() const { return shape_; }

 private:
  ObjectShape shape_;
  std::vector<std::function<bool(Reader&, source::YamlNode key, source::YamlNode, T&)>> read_;
  std::vector<std::function<void(Reader&, source::YamlNode, T&)>> checks_;
};

/// A mapping with several kinds; one of its keys names the kind.
template <class T>
class Variants {
 public:
  Variants(std::string name, std::string phrase, std::string doc) {
    shape_.name = std::move(name);
    shape_.phrase = std::move(phrase);
    shape_.doc = std::move(doc);
  }
  /// The first key of the alternative names the kind.
  Variants&& kind(Object<T> alternative) && {
    alternatives_.push_back(std::make_unique<Object<T>>(std::move(alternative)));
    shape_.alternatives.push_back(&alternatives_.back()->shape());
    return std::move(*this);
  }
  bool read(Reader& reader, source::YamlNode node, std::string_view name, T& out) const {
    const std::size_t index = shape_.choose(reader, node, name);
    return index < alternatives_.size() && alternatives_[index]->read(reader, node, name, out);
  }
  [[nodiscard]] const VariantsShape& shape() const { return shape_; }

 private:
  VariantsShape shape_;
  std::vector<std::unique_ptr<Object<T>>> alternatives_;
};

template <class T>
Type<T> object(const Object<T>& (*table)()) {
  auto shape = std::make_shared<Shape>();
  shape->kind = Shape::Kind::object;
  shape->object = [table]() -> const ObjectShape& { return table().shape(); };
  return {shape,
          [table](Reader& reader, source::YamlNode node, std::string_view name, T& out) {
            return table().read(reader, node, name, out);
          },
          [](source::YamlNode node) { return node.is_mapping(); }, false, true};
}

template <class T>
Type<T> variants(const Variants<T>& (*table)()) {
  auto shape = std::make_shared<Shape>();
  shape->kind = Shape::Kind::variants;
  shape->variants = [table]() -> const VariantsShape& { return table().shape(); };
  return {shape,
          [table](Reader& reader, source::YamlNode node, std::string_view name, T& out) {
            return table().read(reader, node, name, out);
          },
          [](source::YamlNode node) { return node.is_mapping(); }, false, true};
}

}  // namespace banxin::model
