#include "source/yaml_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace banxin::source {

namespace {

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 48;
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

YamlBuilder::YamlBuilder(const SourceFiles& files, FileId id, const YamlView& view, bool whole_view, YamlTree& tree,
                         Diagnostics& diagnostics)
    : limits_(files.limits()),
      file_(files.file(id)),
      id_(id),
      source_(file_.text()),
      view_(view),
      whole_view_(whole_view),
      tree_(tree),
      diagnostics_(diagnostics),
      matcher_(source_, view) {}

void YamlBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ == 1) return;
  const std::uint32_t at = place(mark);
  const Position where = file_.position(at);
  const std::string_view line = file_.line(where.line);
  if (line.starts_with("---")) {
    report(MessageId::yaml_second_document, {id_, at, at + 3}, {},
           "remove the line ---, or move the text after it to another file");
  } else {
    std::uint32_t end = at;
    while (end < source_.size() && source_[end] != '\n' && source_[end] != '\r' && source_[end] != ' ') ++end;
    report(MessageId::yaml_indentation, {id_, at, end}, {}, "indent the line like its neighbors above");
  }
  throw Stop{};
}

void YamlBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  std::uint32_t at = place(mark);
  if (at >= last_end_) at = after_properties(at);
  const std::string_view rest = source_.substr(at);
  std::uint32_t length = 0;
  if (at >= last_end_) {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (rest.starts_with(word)) length = static_cast<std::uint32_t>(word.size());
    }
  }
  YamlTree::Record& record = begin_node(NodeKind::null, length != 0 ? at : after_indicator(), anchor);
  record.end = record.begin + length;
  record.text_begin = record.begin;
  record.text_size = length;
  finish_leaf(record);
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::uint32_t at = place(mark);
  std::uint32_t end = at + 1;
  while (end < source_.size() && std::string_view(" \t\r\n,]}").find(source_[end]) == std::string_view::npos) ++end;
  const Span span{id_, at, end};
  const std::string_view name = source_.substr(at, end - at);
  const std::uint32_t target = anchor < anchors_.size() ? anchors_[anchor] : none;
  if (target == none || tree_.records_[target].next == 0) {
    report(MessageId::yaml_reference_circle, span, {shortened(name)});
    throw Stop{};
  }
  // An alias costs as much as its anchor when the tree is walked.
  const Weight& weight = weights_[anchor];
  total_.nodes += weight.nodes;
  total_.bytes += weight.bytes;
  repeated_.nodes += weight.nodes;
  repeated_.bytes += weight.bytes;
  if (repeated_.nodes > limits_.expanded_nodes || repeated_.bytes > limits_.expanded_bytes) {
    report(MessageId::yaml_expansion, span,
           {repeated_.nodes > limits_.expanded_nodes ? fmt::format("{} values", limits_.expanded_nodes)
                                                     : fmt::format("{} MiB of text", limits_.expanded_bytes >> 20)});
    throw Stop{};
  }
  YamlTree::Record& record = begin_node(NodeKind::null, at, 0);
  record.end = end;
  record.is_alias = true;
  record.text_begin = target;
  finish_leaf(record);
}

void YamlBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  std::uint32_t at = place(mark);
  if (anchor != 0 || (tag != "?" && tag != "!")) at = after_properties(at);
  check_tag(tag, mark);
  check_tabs(at);
  const char first = at < source_.size() ? source_[at] : '\0';
  ScalarStyle style = ScalarStyle::plain;
  if (tag != "?") {
    style = first == '"'    ? ScalarStyle::double_quoted
            : first == '\'' ? ScalarStyle::single_quoted
            : first == '|'  ? ScalarStyle::literal
            : first == '>'  ? ScalarStyle::folded
                            : ScalarStyle::plain;
  }
  YamlTree::Record& record = begin_node(NodeKind::scalar, at, anchor);
  record.style = style;
  const bool matched = matcher_.read(at, style, value);
  const ScalarText& read = matcher_.result();
  if (!matched) {
    // With the whole text in view, use the text of yaml-cpp; its map is then exact only at its beginning.
    if (!whole_view_) throw NotMatched{};
    record.end = std::max(at, last_end_);
    store(record, value);
  } else {
    record.end = read.end;
    if (!read.closed) {
      report(MessageId::yaml_quote_open, {id_, at, at + 1}, {},
             "close it with the same mark, or write the text below `|`");
      throw Stop{};
    }
    if (read.control) {
      report(MessageId::control_character, {id_, *read.control, *read.control + 2}, {"of this escape"});
    }
    const std::size_t start = read.anchors.front().second;
    // Equal offsets do not mean equal bytes: a carriage return is read as a line feed.
    if (read.anchors.size() == 1 && read.folds.empty() && start <= source_.size() &&
        source_.substr(start, read.text.size()) == read.text) {
      record.text_begin = read.anchors.front().second;
      record.text_size = static_cast<std::uint32_t>(read.text.size());
    } else {
      store(record, read.text);
      record.anchors_begin = static_cast<std::uint32_t>(tree_.anchors_.size());
      tree_.anchors_.insert(tree_.anchors_.end(), read.anchors.begin(), read.anchors.end());
      record.anchors_end = static_cast<std::uint32_t>(tree_.anchors_.size());
      record.folds_begin = static_cast<std::uint32_t>(tree_.folds_.size());
      tree_.folds_.insert(tree_.folds_.end(), read.folds.begin(), read.folds.end());
      record.folds_end = static_cast<std::uint32_t>(tree_.folds_.size());
    }
  }
  total_.bytes += record.text_size;
  finish_leaf(record);
}

void YamlBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  open(NodeKind::sequence, mark, tag, anchor, style);
}

void YamlBuilder::OnSequenceEnd() { close(']'); }

void YamlBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  open(NodeKind::mapping, mark, tag, anchor, style);
}

void YamlBuilder::OnMapEnd() {
  check_keys(open_.back().index);
  close('}');
}

std::uint32_t YamlBuilder::place(const YAML::Mark& mark) const {
  return view_.file_offset(static_cast<std::uint32_t>(std::max(mark.pos, 0)));
}

void YamlBuilder::report(MessageId id, Span span, std::initializer_list<std::string_view> args,
                         std::string suggestion) {
  span.end = std::min(span.end, static_cast<std::uint32_t>(source_.size()));
  diagnostics_.report(id, span, args, std::move(suggestion));
}

YamlTree::Record& YamlBuilder::begin_node(NodeKind kind, std::uint32_t at, YAML::anchor_t anchor) {
  if (tree_.records_.size() >= limits_.nodes) {
    report(MessageId::yaml_too_many_nodes, {id_, at, at + 1}, {fmt::format("{}", limits_.nodes)});
    throw Stop{};
  }
  if (!open_.empty()) ++tree_.records_[open_.back().index].children;
  const auto index = static_cast<std::uint32_t>(tree_.records_.size());
  if (anchor != 0) {
    if (anchor >= anchors_.size()) {
      anchors_.resize(anchor + 1, none);
      weights_.resize(anchor + 1);
    }
    anchors_[anchor] = index;
  }
  ++total_.nodes;
  leaf_anchor_ = anchor;
  YamlTree::Record& record = tree_.records_.emplace_back();
  record.kind = kind;
  record.begin = record.end = at;
  return record;
}

void YamlBuilder::finish_leaf(YamlTree::Record& record) {
  record.next = static_cast<std::uint32_t>(tree_.records_.size());
  last_end_ = std::max(last_end_, record.end);
  if (leaf_anchor_ != 0) weights_[leaf_anchor_] = {1, record.text_size};
}

void YamlBuilder::open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) {
  std::uint32_t at = place(mark);
  if (anchor != 0 || tag != "?") at = after_properties(at);
  check_tag(tag, mark);
  check_tabs(at);
  if (open_.size() >= limits_.depth) {
    report(MessageId::yaml_too_deep, {id_, at, at + 1}, {fmt::format("{}", limits_.depth)});
    throw Stop{};
  }
  const Weight before = total_;
  begin_node(kind, at, anchor);
  open_.push_back(
      {static_cast<std::uint32_t>(tree_.records_.size() - 1), anchor, style == YAML::EmitterStyle::Flow, before});
  if (style == YAML::EmitterStyle::Flow) last_end_ = std::max(last_end_, at + 1);
}

void YamlBuilder::close(char bracket) {
  const Open node = open_.back();
  open_.pop_back();
  YamlTree::Record& record = tree_.records_[node.index];
  if (node.flow) {
    const std::uint32_t at = skip_space(last_end_, ",");
    if (at < source_.size() && source_[at] == bracket) last_end_ = at + 1;
  }
  record.end = std::max(record.begin, last_end_);
  record.next = static_cast<std::uint32_t>(tree_.records_.size());
  if (node.anchor != 0) {
    weights_[node.anchor] = {total_.nodes - node.before.nodes, total_.bytes - node.before.bytes};
  }
}

void YamlBuilder::store(YamlTree::Record& record, std::string_view text) {
  record.in_file = false;
  record.text_begin = static_cast<std::uint32_t>(tree_.texts_.size());
  record.text_size = static_cast<std::uint32_t>(text.size());
  tree_.texts_ += text;
}

std::uint32_t YamlBuilder::skip_space(std::uint32_t at, std::string_view also) const {
  while (at < source_.size()) {
    const char c = source_[at];
    if (c == '#' && (at == 0 || source_[at - 1] == ' ' || source_[at - 1] == '\t' || source_[at - 1] == '\n')) {
      while (at < source_.size() && source_[at] != '\n') ++at;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || also.find(c) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::uint32_t YamlBuilder::after_properties(std::uint32_t at) const {
  while (at < source_.size() && (source_[at] == '!' || source_[at] == '&')) {
    while (at < source_.size() && std::string_view(" \t\r\n,]}").find(source_[at]) == std::string_view::npos) ++at;
    at = skip_space(at);
  }
  return at;
}

std::uint32_t YamlBuilder::after_indicator() const {
  const std::uint32_t at = skip_space(last_end_);
  return at < source_.size() && (source_[at] == ':' || source_[at] == '-' || source_[at] == '?') ? at + 1 : last_end_;
}

void YamlBuilder::check_tag(const std::string& tag, const YAML::Mark& mark) {
  if (tag == "?" || tag == "!" || tag.empty()) return;
  const std::uint32_t at = place(mark);
  std::uint32_t begin = static_cast<std::uint32_t>(source_.find('!', at));
  std::uint32_t end = begin;
  while (end < source_.size() && std::string_view(" \t\r\n,]}").find(source_[end]) == std::string_view::npos) ++end;
  report(MessageId::yaml_tag, {id_, begin, end}, {shortened(source_.substr(begin, end - begin))}, "remove it");
}

void YamlBuilder::check_tabs(std::uint32_t at) {
  if (!view_.has_tabs()) return;
  std::uint32_t begin = at;
  while (begin > 0 && source_[begin - 1] != '\n') --begin;
  if (begin == tab_line_) return;
  for (std::uint32_t i = begin; i < at; ++i) {
    if (source_[i] == '\t') {
      tab_line_ = begin;
      report(MessageId::yaml_tab, {id_, i, i + 1}, {}, "indent with spaces");
      return;
    }
    if (source_[i] != ' ' && source_[i] != '-' && source_[i] != '?') return;
  }
}

void YamlBuilder::check_keys(std::uint32_t mapping) {
  struct Key {
    std::string_view text;
    std::uint32_t index;
  };
  std::vector<Key> keys;
  std::uint32_t child = mapping + 1;
  for (std::uint32_t i = 0; i < tree_.records_[mapping].children; i += 2) {
    YamlTree::Record& record = tree_.records_[child];
    const YamlNode key(&tree_, child);
    const bool is_null = key.kind() == NodeKind::null && !record.is_alias;
    if (!key.is_scalar() && !is_null) {
      report(MessageId::yaml_key_not_text, key.span());
      throw Stop{};
    }
    if (is_null) record.kind = NodeKind::scalar;  // as a key, `null` is a word
    keys.push_back({key.text(), child});
    child = tree_.records_[tree_.records_[child].next].next;
  }
  std::ranges::stable_sort(keys, {}, &Key::text);
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].text != keys[i - 1].text) continue;
    std::size_t first = i - 1;
    while (first > 0 && keys[first - 1].text == keys[i].text) --first;
    report(MessageId::yaml_key_twice, YamlNode(&tree_, keys[i].index).span(), {shortened(keys[i].text)},
           "remove one of them");
    report(MessageId::yaml_key_first, YamlNode(&tree_, keys[first].index).span(), {shortened(keys[i].text)});
  }
}

}  // namespace banxin::source
