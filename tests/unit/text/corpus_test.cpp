// Runs the cases of tests/corpus (format: its README.md).
#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "support/utf8.hpp"
#include "text/line_breaking/opportunities.hpp"
#include "text/paragraph.hpp"
#include "unit/text/library.hpp"

using namespace banxin;
using namespace banxin::text;

namespace {

constexpr Length em = Length::pt(10);

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = text.find(by, from)) != text.npos; from = at + by.size()) {
    out.push_back(text.substr(from, at - from));
  }
  out.push_back(text.substr(from));
  return out;
}

std::string trim(std::string s) {
  while (!s.empty() && s.back() == ' ') s.pop_back();
  while (!s.empty() && s.front() == ' ') s.erase(s.begin());
  return s;
}

std::string unescape(const std::string& s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.compare(i, 3, "\\u{") == 0) {
      const std::size_t end = s.find('}', i);
      out += test::utf8(static_cast<char32_t>(std::stoul(s.substr(i + 3, end - i - 3), nullptr, 16)));
      i = end;
    } else if (s.compare(i, 2, "\\n") == 0) {
      out += '\n';
      ++i;
    } else if (s.compare(i, 2, "\\p") == 0) {
      out += '|';
      ++i;
    } else {
      out += s[i];
    }
  }
  return out;
}

struct Settings {
  ParagraphStyle style;
  Length tracking;
  bool split_runs = false;  ///< each case in runs of one character
  bool one_run = false;     ///< never: its glyphs are joined by the font or by 纵中横
};

Settings settings(const std::string& line) {
  Settings out;
  out.style.em = em;
  out.style.last_line_minimum = 2;
  std::istringstream words{line};
  for (std::string word; words >> word;) {
    const auto at = word.find('=');
    const std::string key = word.substr(0, at), value = at == word.npos ? "" : word.substr(at + 1);
    const bool yes = value == "yes";
    if (key == "lang")
      out.style.language = language_from_tag(value).value();
    else if (key == "level") {
      out.style.level = value == "basic"    ? LineBreakLevel::basic
                        : value == "strict" ? LineBreakLevel::strict
                                            : LineBreakLevel::gb;
    } else if (key == "align") {
      out.style.align = value == "start"    ? Align::start
                        : value == "center" ? Align::center
                        : value == "end"    ? Align::end
                                            : Align::justify;
    } else if (key == "mode")
      out.style.mode = value == "vertical" ? WritingMode::vertical : WritingMode::horizontal;
    else if (key == "balance")
      out.style.balance = yes;
    else if (key == "hang")
      out.style.hang_punctuation = yes;
    else if (key == "trim")
      out.style.trim_punctuation = yes;
    else if (key == "hyphenate")
      out.style.hyphenate = yes;
    else if (key == "space")
      out.style.han_latin_space = std::stod(value);
    else if (key == "minimum")
      out.style.last_line_minimum = std::stoi(value);
    else if (key == "indent")
      out.style.indent = em * std::stod(value);
    else if (key == "tracking")
      out.tracking = em * std::stod(value);
    else if (key == "one_run")
      out.one_run = yes;
    else
      FAIL("unknown setting " << word);
  }
  return out;
}

Run run_of(const std::string& text, const Settings& with) {
  Run run;
  run.text = text;
  run.style.size = em;
  run.style.tracking = with.tracking;
  run.style.font.language = with.style.language;
  return run;
}

/// The text as runs: one, or one a character, every other in another color.
std::vector<Run> runs_of(const std::string& text, const Settings& with) {
  if (!with.split_runs || with.one_run) return {run_of(text, with)};
  std::vector<Run> runs;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i++;
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
    runs.push_back(run_of(text.substr(begin, i - begin), with));
    if (runs.size() % 2 == 0) runs.back().style.color.rgb = {1, 0, 0};
  }
  return runs;
}

Paragraph prepare(const std::string& text, const Settings& with) {
  Diagnostics d;
  Paragraph p = Paragraph::prepare(runs_of(text, with), with.style, test::library(), d);
  for (const Diagnostic& one : d.all()) UNSCOPED_INFO(one.text);
  return p;
}

std::string step_name(Adjustment::Step step) {
  static const char* const names[] = {
      "line_end", "western_squeeze", "interpunct",        "bracket", "comma", "han_latin_squeeze",
      "stop",     "western_stretch", "han_latin_stretch", "other"};
  return names[static_cast<int>(step)];
}

std::string amount(double value) {
  std::string s = fmt::format("{:+.2f}", value);
  while (s.back() == '0') s.pop_back();
  if (s.back() == '.') s.pop_back();
  return s;
}

/// The text with `|` at each opportunity.
std::string with_opportunities(const std::string& text, const Settings& with) {
  Characters characters;
  read_characters(text, with.style.language, characters);
  std::vector<Break> after;
  find_opportunities(characters, with.style.language, with.style.level, after);
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const std::string one = text.substr(characters.byte[i], characters.byte[i + 1] - characters.byte[i]);
    out += one == "|" ? "\\p" : one;
    if (after[i] != Break::none && after[i] != Break::costly) out += '|';
  }
  return out;
}

std::string without_bars(const std::string& s) {
  std::string out;
  for (const char c : s) {
    if (c != '|') out += c;
  }
  return out;
}

void check_lines(const std::string& text, const std::string& width, const std::string& expected, const Settings& with) {
  Diagnostics d;
  const Paragraph p = prepare(text, with);
  const std::vector<Line> lines = p.lines(em * std::stod(width), d);
  if (const auto colon = expected.find(':'); colon != expected.npos && colon < 3 && std::isdigit(expected[0]) != 0) {
    const std::size_t index = std::stoul(expected) - 1;
    REQUIRE(index < lines.size());
    std::string got;
    for (const Adjustment& a : lines[index].adjustments) {
      if (!got.empty()) got += ", ";
      got += step_name(a.step) + " " + amount(a.amount / em);
    }
    CHECK(got == trim(expected.substr(colon + 1)));
    return;
  }
  std::string got;
  for (const Line& line : lines) {
    if (!got.empty()) got += " ¦ ";
    std::string one = text.substr(line.begin, line.end - line.begin);
    while (!one.empty() && (one.back() == ' ' || one.back() == '\n')) one.pop_back();
    got += one;
    if (line.hyphenated) got += "‐";
  }
  CHECK(got == unescape(expected));
}

void run_case(const std::string& line, const Settings& with) {
  const std::vector<std::string> fields = split(line, " ;; ");
  if (fields.size() == 1) {
    std::string plain = unescape(without_bars(line));
    std::string want;
    for (const std::string& part : split(line, "|")) {
      if (!want.empty()) want += '|';
      for (const char c : unescape(part)) want += c == '|' ? std::string{"\\p"} : std::string{c};
    }
    CHECK(with_opportunities(plain, with) == want);
  } else if (fields.size() == 2) {
    const Paragraph p = prepare(unescape(fields[0]), with);
    const double want = std::stod(trim(fields[1]).substr(1));
    CHECK(p.natural_width() / em == Approx(want).margin(0.0006));
  } else {
    check_lines(unescape(fields[0]), fields[1], trim(fields[2]), with);
  }
}

}  // namespace

namespace {

/// Runs every case of every file; returns how many there are.
std::size_t run_corpus(bool split_runs) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(BANXIN_PROJECT "/tests/corpus")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(!files.empty());
  std::size_t cases = 0;
  for (const auto& file : files) {
    std::ifstream in(file);
    Settings with = settings("");
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.empty() || line[0] == '#') continue;
      if (line[0] == '@') {
        with = settings(line.substr(1));
        continue;
      }
      INFO(file.filename().string() << ":" << number << ": " << line);
      with.split_runs = split_runs;
      run_case(line, with);
      ++cases;
    }
  }
  return cases;
}

}  // namespace

TEST_CASE("corpus of setting rules") { CHECK(run_corpus(false) > 400); }

// A change of style must not change the rules: the same cases with the color changing at every character.
TEST_CASE("corpus of setting rules, each character in a separate run") { CHECK(run_corpus(true) > 400); }
