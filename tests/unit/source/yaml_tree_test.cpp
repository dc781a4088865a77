#include "source/yaml_tree.hpp"

#include <yaml-cpp/yaml.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace banxin;
using namespace banxin::source;

namespace {

struct Read {
  SourceFiles files;
  FileId id;
  Diagnostics diagnostics;
  std::optional<YamlTree> tree;
  explicit Read(std::string text, Limits limits = {}) : files(std::make_shared<MemoryFiles>(), limits) {
    id = files.add("a.yaml", std::move(text));
    tree = YamlTree::read(files, id, diagnostics);
  }
  [[nodiscard]] YamlNode at(std::string_view key) const { return tree->root().find(key); }
  [[nodiscard]] std::string_view written(Span span) const { return files.text(span); }
  /// The file's bytes of [begin, end) of a scalar's text.
  [[nodiscard]] std::string_view behind(YamlNode node, std::string_view what) const {
    const auto begin = static_cast<std::uint32_t>(node.text().find(what));
    return written(node.map().at(begin, begin + static_cast<std::uint32_t>(what.size())));
  }
  [[nodiscard]] std::vector<MessageId> ids() const {
    std::vector<MessageId> result;
    for (const Diagnostic& one : diagnostics.all()) result.push_back(one.id);
    return result;
  }
};

using Ids = std::vector<MessageId>;

/// What yaml-cpp's own loader makes of a text, and what the tree makes of it, in the same words.
void describe(const YAML::Node& node, std::string& out) {
  switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null: out += "~"; break;
    case YAML::NodeType::Scalar: out.append("'").append(node.Scalar()).append("'"); break;
    case YAML::NodeType::Sequence:
      out += "[";
      for (const YAML::Node& item : node) describe(item, out), out += ",";
      out += "]";
      break;
    case YAML::NodeType::Map:
      out += "{";
      for (const auto& entry : node) describe(entry.first, out), out += ":", describe(entry.second, out), out += ",";
      out += "}";
      break;
  }
}
void describe(YamlNode node, std::string& out) {
  switch (node.kind()) {
    case NodeKind::null: out += "~"; break;
    case NodeKind::scalar: out.append("'").append(node.text()).append("'"); break;
    case NodeKind::sequence:
      out += "[";
      node.each_item([&](YamlNode item) { describe(item, out), out += ","; });
      out += "]";
      break;
    case NodeKind::mapping:
      out += "{";
      node.each_entry(
          [&](YamlNode key, YamlNode value) { describe(key, out), out += ":", describe(value, out), out += ","; });
      out += "}";
      break;
  }
}
template <class Node>
std::string described(Node node) {
  std::string out;
  describe(node, out);
  return out;
}

/// Every scalar's text must be found in the file, character by character, through its map.
void check_maps(const Read& read, YamlNode node) {
  if (node.is_sequence()) node.each_item([&](YamlNode item) { check_maps(read, item); });
  if (node.is_mapping()) {
    node.each_entry([&](YamlNode key, YamlNode value) { check_maps(read, key), check_maps(read, value); });
  }
  if (!node.is_scalar()) return;
  const std::string_view text = node.text();
  const SourceMap map = node.map();
  for (std::uint32_t i = 0; i < text.size();) {
    std::uint32_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const Span place = map.at(i, end);
    const std::string_view character = text.substr(i, end - i);
    const std::string_view there = read.written(place);
    if (character != " " && character != "\n" && there.substr(0, 1) != "\\") {
      INFO("text " << text);
      CHECK(there == character);
    }
    if (!read.written(node.span()).starts_with('*')) CHECK(place.begin >= node.span().begin);  // else a reference
    i = end;
  }
}

}  // namespace

TEST_CASE("every value knows its bytes") {
  const Read read(
      "\xEF\xBB\xBF# c\r\n标题: 甲乙 # c\r\nlist:\r\n- a\r\n- { x: \"丙\" , y: 'it''s' }\r\nempty:\r\nn: ~\r\n");
  REQUIRE(read.tree);
  CHECK(read.diagnostics.all().empty());
  CHECK(read.written(read.at("标题").span()) == "甲乙");
  const YamlNode list = read.at("list");
  CHECK(list.size() == 2);
  CHECK(read.written(list.span()) == "- a\r\n- { x: \"丙\" , y: 'it''s' }");
  std::vector<YamlNode> items;
  list.each_item([&](YamlNode item) { items.push_back(item); });
  CHECK(read.written(items[0].span()) == "a");
  CHECK(read.written(items[1].span()) == "{ x: \"丙\" , y: 'it''s' }");
  CHECK(read.written(items[1].find("x").span()) == "\"丙\"");
  CHECK(read.behind(items[1].find("x"), "丙") == "丙");
  CHECK(items[1].find("y").text() == "it's");
  CHECK(read.behind(items[1].find("y"), "s") == "s");
  CHECK(read.at("empty").kind() == NodeKind::null);
  CHECK(read.files.file(read.id).position(read.at("empty").span().begin) == Position{6, 7});
  CHECK(read.at("n").text() == "~");
  CHECK_FALSE(read.at("nothing"));
}

TEST_CASE("what YAML would take for a truth value, a number or nothing is text") {
  const Read read("a: no\nb: on\nc: 2022-02\nd: null\ne: 0x10\nf: 1_000\n");
  for (const auto& [key, text] :
       {std::pair{"a", "no"}, {"b", "on"}, {"c", "2022-02"}, {"d", "null"}, {"e", "0x10"}, {"f", "1_000"}}) {
    CHECK(read.at(key).text() == text);
  }
}

TEST_CASE("a literal block maps each character to its place") {
  const Read read("a: |\n    第一行文字\n\n    第二行\n      缺字龘\nb: c\n");
  const YamlNode a = read.at("a");
  CHECK(a.style() == ScalarStyle::literal);
  CHECK(a.text() == "第一行文字\n\n第二行\n  缺字龘\n");
  CHECK(read.behind(a, "龘") == "龘");
  const Span place =
      a.map().at(static_cast<std::uint32_t>(a.text().find("龘")), static_cast<std::uint32_t>(a.text().find("龘") + 3));
  CHECK(read.files.file(read.id).position(place.begin) == Position{5, 9});
  CHECK(read.written(a.span()).ends_with("缺字龘"));
}

TEST_CASE("folded lines remember where a line break became a space") {
  const Read plain("a: 甲\n  乙 丙\n\n  丁\n");
  CHECK(plain.at("a").text() == "甲 乙 丙\n丁");
  CHECK(plain.at("a").folds() == std::vector<std::uint32_t>{3});
  CHECK(plain.behind(plain.at("a"), "丁") == "丁");
  const Read folded("a: >\n  甲\n  乙\n\n  丙\n    丁\n  戊\n");
  CHECK(folded.at("a").text() == "甲 乙\n丙\n  丁\n戊\n");
  CHECK(folded.at("a").folds() == std::vector<std::uint32_t>{3});
  CHECK(folded.behind(folded.at("a"), "丁") == "丁");
  const Read quoted("a: \"甲\n  乙\\\n  丙\"\n");
  CHECK(quoted.at("a").text() == "甲 乙丙");
  CHECK(quoted.behind(quoted.at("a"), "丙") == "丙");
}

TEST_CASE("escapes map to themselves, and what follows them to its own place") {
  const Read read(R"(a: "\u4e2d文\t\L\N字\"x")");
  const YamlNode a = read.at("a");
  CHECK(a.text() == "中文\t\u2028\u0085字\"x");
  CHECK(read.behind(a, "字") == "字");
  CHECK(read.behind(a, "x") == "x");
  CHECK(read.behind(a, "中").starts_with("\\u4"));
}

TEST_CASE("the tree says what yaml-cpp's own loader says") {
  const std::vector<std::string> texts = {
      "a: 甲乙丙\nb: [甲乙, '丙丁', \"戊己\\u5e9a\"]\nc: {甲乙: 丙丁, x: }\n",
      "- |\n  甲乙\n\n   丙丁\n  戊\n- |-\n  甲乙\n- |+\n  甲乙\n\n- >-\n  甲乙\n  丙丁\n\n\n  戊己\n",
      "a: |2\n    甲乙\n  丙丁\nb: >1\n 甲乙\n 丙\n",
      "a: 甲乙 # 注释\nb: '甲乙 # 不是'\n? 键甲\n: 值甲\n",
      "&甲乙 a: &丙丁 [1, 2]\nb: *丙丁\nc: &x 甲乙\nd: *x\n",
      "a: \"甲乙  \n\n  丙丁 \n 戊\"\nb: '甲乙\n\n\n  丙''丁'\nc: 甲乙\n   丙丁\n\n   戊\n",
      "a: |\r\n  甲乙\r\n  丙丁\r\nb: 甲乙\r\n  丙丁\r\n",
      "a: >\n\n  甲乙\n  丙丁\n   深\n  浅\n\n   深\n\n  尾\n\n\n",
      "a: |\r\n  甲乙\r\n",
      "a: |\n  甲乙",
      "k甲乙: |+\n\n",
      "k甲乙: >+\n\n\nb: |+\n\n",
      "a: |\n\n\n  甲乙\n\nb: \"\"\nc: ''\nd: |\ne: x\n",
      "a: 甲乙\xC2\xA0丙丁\nb: é\nc: 甲é乙\nd: é甲\n",
      "{a: [甲乙, 丙丁,], b: {c: 甲乙}, d}\n",
      "'甲乙': \"丙丁\"\n\"戊己\": 庚辛\n",
      "a: \"甲乙\\\n   丙丁\\\n\n   戊己\"\n",
      "a: |\n  **甲乙**丙丁\n  &amp 甲乙 !注意甲乙\nb: '*甲乙*丙丁'\n",
      "a: |\n  甲乙 \n   \n  丙丁\t\n",
  };
  for (const std::string& text : texts) {
    INFO(text);
    const Read read(text);
    REQUIRE(read.tree);
    CHECK(read.diagnostics.all().empty());
    CHECK(described(read.tree->root()) == described(YAML::Load(text)));
    check_maps(read, read.tree->root());
  }
}

TEST_CASE("every content file and layout of the project reads as yaml-cpp's own loader reads it") {
  namespace fs = std::filesystem;
  int count = 0;
  for (const char* folder : {"content", "layouts", "fonts"}) {
    const fs::path root = fs::path(BANXIN_PROJECT) / folder;
    if (!fs::exists(root)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.path().extension() != ".yaml") continue;
      std::ifstream in(entry.path());
      std::stringstream text;
      text << in.rdbuf();
      INFO(entry.path().string());
      const Read read(text.str());
      REQUIRE(read.tree);
      CHECK(described(read.tree->root()) == described(YAML::Load(text.str())));
      check_maps(read, read.tree->root());
      ++count;
    }
  }
  CHECK(count > 0);
}

TEST_CASE("a key given twice is an error that points at both") {
  const Read read("a: 1\nb: 2\na: 3\n");
  REQUIRE(read.ids() == Ids{MessageId::yaml_key_twice, MessageId::yaml_key_first});
  CHECK(read.files.file(read.id).position(read.diagnostics.all()[0].span.begin) == Position{3, 1});
  CHECK(read.files.file(read.id).position(read.diagnostics.all()[1].span.begin) == Position{1, 1});
  CHECK(read.tree);
}

TEST_CASE("nesting, number of values and file contents have limits") {
  Limits limits;
  limits.depth = 4;
  limits.nodes = 20;
  CHECK(Read("[[[[1]]]]", limits).ids().empty());
  CHECK(Read("[[[[[1]]]]]", limits).ids() == Ids{MessageId::yaml_too_deep});
  CHECK(Read(std::string(100'000, '['), limits).ids() == Ids{MessageId::yaml_too_deep});
  std::string many = "[";
  for (int i = 0; i < 20; ++i) many += "1,";
  CHECK(Read(many + "]", limits).ids() == Ids{MessageId::yaml_too_many_nodes});
}

TEST_CASE("references that multiply are stopped before anyone walks them") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'i'; ++c) {
    bomb.append(1, c).append(": &").append(1, c).append(" [");
    for (int i = 0; i < 9; ++i) bomb.append("*").append(1, static_cast<char>(c - 1)).append(",");
    bomb += "]\n";
  }
  const Read read(bomb);
  CHECK(read.ids() == Ids{MessageId::yaml_expansion});
  CHECK_FALSE(read.tree);
  Limits limits;
  limits.expanded_bytes = 1000;
  CHECK(Read("a: &a " + std::string(600, 'x') + "\nb: [*a]\n", limits).ids().empty());
  CHECK(Read("a: &a " + std::string(600, 'x') + "\nb: [*a, *a]\n", limits).ids() == Ids{MessageId::yaml_expansion});
  CHECK(Read("a: &a [*a]\n").ids() == Ids{MessageId::yaml_reference_circle});
}

TEST_CASE("bytes that are no text are refused with their place") {
  CHECK(Read("a: \xB1\xB1\xBE\xA9\n").ids() == Ids{MessageId::file_not_utf8});
  CHECK(Read("a: \xED\xA0\x80\n").ids() == Ids{MessageId::file_not_utf8});
  CHECK(Read("a: \xF4\x90\x80\x80\n").ids() == Ids{MessageId::file_not_utf8});
  CHECK(Read("a: \xC0\xAF\n").ids() == Ids{MessageId::file_not_utf8});
  CHECK(Read(std::string("a: \x04\nb: c\n")).ids() == Ids{MessageId::control_character});
  CHECK(Read(std::string("a: x\0y\n", 7)).ids() == Ids{MessageId::control_character});
  CHECK(Read("a: \"\\0\"\n").ids() == Ids{MessageId::control_character});
  CHECK(Read("").ids() == Ids{MessageId::content_empty});
  CHECK(Read("# 只有注释\n").ids() == Ids{MessageId::content_empty});
}

TEST_CASE("a file cut anywhere never does more than report") {
  const std::string whole =
      "\xEF\xBB\xBFtitle: \"标\\u9898\\\n  题\"\nlist: &l\n- |\n   甲乙\n\n   丙\n- 'it''s\n  丁'\n- {a: [甲, *l], b: "
      "!t x}\n- >+\n  戊\n  己\n? k\n: v\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const Read read(whole.substr(0, size));
    for (const Diagnostic& one : read.diagnostics.all()) {
      REQUIRE(one.span.known());
      CHECK(one.span.end <= size);
      CHECK(one.span.begin <= one.span.end);
    }
  }
}

TEST_CASE("a file with one byte changed never does more than report") {
  const std::string whole = "title: 标题\nbody:\n  - text: |\n      甲乙\n      丙\n  - {a: [甲, 'b'], c: \"d\\n\"}\n";
  const std::string_view replacements = "\t:-[]{}\"'|>*&!#%@`,? \n\xE4";
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char c : replacements) {
      std::string text = whole;
      text[at] = c;
      const Read read(text);
      if (read.tree) (void)described(read.tree->root());
    }
  }
  SUCCEED();
}
