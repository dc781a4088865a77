// Builds a YamlTree from yaml-cpp's events.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "source/yaml_scalar.hpp"
#include "source/yaml_tree.hpp"
#include "source/yaml_view.hpp"

namespace banxin::source {

class YamlBuilder : public YAML::EventHandler {
 public:
  /// Thrown after an error is reported: exceptions are the only way to stop yaml-cpp from inside an event.
  struct Stop {};
  /// Thrown if a scalar of a shortened view does not match its place in the file.
  struct NotMatched {};

  YamlBuilder(const SourceFiles& files, FileId id, const YamlView& view, bool whole_view, YamlTree& tree,
              Diagnostics& diagnostics);
  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  static constexpr std::uint32_t none = 0xffffffff;
  struct Weight {
    std::size_t nodes = 0, bytes = 0;
  };
  struct Open {
    std::uint32_t index;
    YAML::anchor_t anchor;
    bool flow;
    Weight before;
  };

  [[nodiscard]] std::uint32_t place(const YAML::Mark& mark) const;
  void report(MessageId id, Span span, std::initializer_list<std::string_view> args = {}, std::string suggestion = {});
  YamlTree::Record& begin_node(NodeKind kind, std::uint32_t at, YAML::anchor_t anchor);
  void finish_leaf(YamlTree::Record& record);
  void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style);
  void close(char bracket);
  void store(YamlTree::Record& record, std::string_view text);
  /// Skips white space, comments and the characters of `also`.
  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at, std::string_view also = {}) const;
  /// yaml-cpp reports the place of the tag or anchor of a value that has one.
  [[nodiscard]] std::uint32_t after_properties(std::uint32_t at) const;
  /// Where a value that is not written would be: after the colon, dash or question mark before it.
  [[nodiscard]] std::uint32_t after_indicator() const;
  void check_tag(const std::string& tag, const YAML::Mark& mark);
  /// YAML allows a tab in places where it silently changes the structure; here it is always an error.
  void check_tabs(std::uint32_t at);
  void check_keys(std::uint32_t mapping);

  const Limits& limits_;
  const SourceFile& file_;
  FileId id_;
  std::string_view source_;
  const YamlView& view_;
  bool whole_view_;
  YamlTree& tree_;
  Diagnostics& diagnostics_;
  ScalarMatcher matcher_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> anchors_;  ///< index of the record of each anchor, by yaml-cpp's number
  std::vector<Weight> weights_;
  Weight total_, repeated_;
  YAML::anchor_t leaf_anchor_ = 0;
  std::uint32_t last_end_ = 0;
  std::uint32_t tab_line_ = none;
  int documents_ = 0;
};

}  // namespace banxin::source
