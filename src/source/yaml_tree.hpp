// A content file as a YAML tree: lists, mappings and texts, each with its span. There is no schema yet and types are
// not guessed: `no`, `on` and `2022-02` are texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/span.hpp"
#include "source/source_files.hpp"

namespace banxin::source {

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };
enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

class YamlNode;

/// The values of one file in reading order. Refers to the file's text: must not outlive its SourceFiles.
class YamlTree {
 public:
  /// Reads an open file. Diagnostics B105–B129; empty if the file cannot be read as YAML.
  static std::optional<YamlTree> read(const SourceFiles& files, FileId id, Diagnostics& diagnostics);
  [[nodiscard]] YamlNode root() const;
  [[nodiscard]] FileId file() const { return file_; }
  [[nodiscard]] std::size_t size() const { return records_.size(); }

 private:
  friend class YamlNode;
  friend class YamlBuilder;
  struct Record {
    NodeKind kind = NodeKind::null;
    ScalarStyle style = ScalarStyle::plain;
    bool in_file = true;               ///< the text is in the file; else in `texts_`
    bool is_alias = false;             ///< an alias; `text_begin` is then the index of its anchor
    std::uint32_t begin = 0, end = 0;  ///< bytes of the file
    std::uint32_t next = 0;            ///< index of the first record after this one's descendants
    std::uint32_t children = 0;        ///< items, or keys and values together
    std::uint32_t text_begin = 0, text_size = 0;
    std::uint32_t anchors_begin = 0, anchors_end = 0;  ///< in `anchors_`; none: the text equals the file's bytes
    std::uint32_t folds_begin = 0, folds_end = 0;      ///< in `folds_`
  };
  FileId file_ = no_file;
  std::string_view source_;
  std::vector<Record> records_;                                   ///< preorder
  std::string texts_;                                             ///< decoded texts that differ from the file's bytes
  std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors_;  ///< text offset, file offset
  std::vector<std::uint32_t> folds_;
};

/// One value; as cheap to copy as a pointer. Aliases (`*name`) are followed.
class YamlNode {
 public:
  YamlNode() = default;
  /// False for the result of `find` if there is no such key.
  explicit operator bool() const { return tree_ != nullptr; }
  [[nodiscard]] NodeKind kind() const { return record().kind; }
  [[nodiscard]] bool is_scalar() const { return kind() == NodeKind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind() == NodeKind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind() == NodeKind::mapping; }
  /// From the first byte of the value (after tag and anchor) to its last; of an alias, the alias itself.
  [[nodiscard]] Span span() const;

  /// Scalars: the text as YAML reads it. A null that is written as a word (`null`, `~`) gives the word.
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] ScalarStyle style() const { return record().style; }
  /// From offsets of the text to the file.
  [[nodiscard]] SourceMap map() const;
  /// Offsets of spaces in the text that were one line break in the file (YAML folds lines with a space, which is wrong
  /// in Chinese prose). Ascending.
  [[nodiscard]] std::vector<std::uint32_t> folds() const;

  /// Items of a sequence, or entries of a mapping.
  [[nodiscard]] std::size_t size() const;
  /// `visit(YamlNode item)` for each item of a sequence.
  template <class Visit>
  void each_item(Visit&& visit) const {
    std::uint32_t child = first();
    for (std::uint32_t i = 0; i < record().children; ++i, child = next(child)) visit(YamlNode(tree_, child));
  }
  /// `visit(YamlNode key, YamlNode value)` for each entry of a mapping, as they are written. Keys are scalars.
  template <class Visit>
  void each_entry(Visit&& visit) const {
    std::uint32_t child = first();
    for (std::uint32_t i = 0; i < record().children; i += 2) {
      const std::uint32_t value = next(child);
      visit(YamlNode(tree_, child), YamlNode(tree_, value));
      child = next(value);
    }
  }
  /// The value of a key of a mapping; converts to false if there is none.
  [[nodiscard]] YamlNode find(std::string_view key) const;

 private:
  friend class YamlTree;
  friend class YamlBuilder;
  YamlNode(const YamlTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  [[nodiscard]] std::uint32_t target() const;
  [[nodiscard]] const YamlTree::Record& record() const { return tree_->records_[target()]; }
  [[nodiscard]] std::uint32_t first() const { return target() + 1; }
  [[nodiscard]] std::uint32_t next(std::uint32_t index) const { return tree_->records_[index].next; }
  const YamlTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

}  // namespace banxin::source
