#include "layout/numbering.hpp"

#include <algorithm>
#include <array>

#include "layout/numerals.hpp"
#include "style/default_terms.hpp"

namespace banxin::layout {

namespace {

using Kind = NumberedTarget::Kind;

bool on(const std::optional<model::NumberPattern>& pattern) { return pattern && !pattern->off; }

void replace(std::string& text, std::string_view field, const std::string& value) {
  if (const auto at = text.find(field); at != std::string::npos) text.replace(at, field.size(), value);
}

bool is_list_of_contents(const model::Block& block) {
  return std::holds_alternative<model::Contents>(block.kind) || std::holds_alternative<model::Listing>(block.kind);
}

/// Chinese chapters are counted in characters.
std::string chapter_number(int number, Language language) {
  const bool han = language == Language::zh_hans || language == Language::zh_hant;
  return han ? han_numeral(number) : std::to_string(number);
}

}  // namespace

/// Counts in the order of the document.
class Numbering::Walk {
 public:
  Walk(Numbering& out, const model::Document& document) : out_(out) {
    listed_ = std::ranges::any_of(document.sections, [](const model::Section& one) { return one.in_contents; });
  }

  void section(const model::Section& section) {
    // Where some sections are chapters, the others are front and back matter.
    headings_ = on(out_.rules_.headings) && section.numbered && (!listed_ || section.in_contents);
    base_ = section.in_contents ? 1 : 0;
    if (section.in_contents && section.numbered) count(1);
    NumberedTarget target;
    target.kind = Kind::heading;
    target.title = section.title.value;
    target.span = section.span;
    if (headings_ && section.in_contents) target.number = {levels_[0]};
    add(&section, std::move(target), section.id);
    blocks(section.body);
  }

 private:
  /// Advances the counter of a level and starts those below it again.
  void count(int level) {
    const auto index = static_cast<std::size_t>(std::clamp(level, 1, 6) - 1);
    ++levels_[index];
    std::fill(levels_.begin() + static_cast<std::ptrdiff_t>(index) + 1, levels_.end(), 0);
    if (index == 0) ++chapter_;
    if (index != 0) return;
    if (by_chapter(Kind::figure)) figures_ = 0;
    if (by_chapter(Kind::table)) tables_ = 0;
  }

  [[nodiscard]] bool by_chapter(Kind kind) const {
    const auto& pattern = out_.pattern(kind);
    return on(pattern) && pattern->by_chapter();
  }

  void add(const void* key, NumberedTarget target, const Spanned<std::string>& id) {
    if (!id.value.empty()) out_.ids_.emplace(id.value, key);
    out_.targets_.insert_or_assign(key, std::move(target));
  }

  void heading(const model::Block& block, const model::Heading& heading, bool leads_contents) {
    NumberedTarget target;
    target.kind = Kind::heading;
    target.title = heading.text.plain();
    target.span = block.span;
    const bool counted = heading.numbered && !leads_contents && (!listed_ || base_ == 1);
    if (counted) {
      const int level = std::min(base_ + heading.level, 6);
      count(level);
      if (headings_) target.number.assign(levels_.begin(), levels_.begin() + level);
    }
    add(&block, std::move(target), block.id);
  }

  void counted(const model::Block& block, Kind kind, std::string title,
               std::initializer_list<Spanned<std::string>> ids) {
    NumberedTarget target;
    target.kind = kind;
    target.title = std::move(title);
    target.span = block.span;
    const bool named = std::ranges::any_of(ids, [](const auto& id) { return !id.value.empty(); });
    if (target.title.empty() && !named) return;
    if (on(out_.pattern(kind))) {
      target.number = {chapter_, ++(kind == Kind::figure ? figures_ : tables_)};
      out_.order_.push_back(&block);
    }
    for (const auto& id : ids) add(&block, target, id);
  }

  void blocks(const std::vector<model::Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const model::Block& block = blocks[i];
      if (const auto* one = std::get_if<model::Heading>(&block.kind)) {
        heading(block, *one, i + 1 < blocks.size() && is_list_of_contents(blocks[i + 1]));
      } else if (const auto* chart = std::get_if<model::ChartBlock>(&block.kind)) {
        counted(block, Kind::figure, chart->chart.title.plain(), {block.id, chart->chart.id});
      } else if (const auto* image = std::get_if<model::Image>(&block.kind)) {
        counted(block, Kind::figure, image->caption.plain(), {block.id});
      } else if (const auto* table = std::get_if<model::Table>(&block.kind)) {
        counted(block, Kind::table, table->caption.plain(), {block.id, table->id});
      } else {
        if (const auto* box = std::get_if<model::Box>(&block.kind)) this->blocks(box->body);
        if (const auto* row = std::get_if<model::Row>(&block.kind)) this->blocks(row->cells);
        if (const auto* list = std::get_if<model::List>(&block.kind)) {
          for (const auto& item : list->items) this->blocks(item);
        }
        NumberedTarget target;
        target.span = block.span;
        if (!block.id.value.empty()) add(&block, std::move(target), block.id);
      }
    }
  }

  Numbering& out_;
  bool listed_ = false, headings_ = false;
  int base_ = 0;
  std::array<int, 6> levels_{};
  int chapter_ = 0, figures_ = 0, tables_ = 0;
};

Numbering::Numbering(const style::StyledDocument& styled) : styled_(styled), rules_(styled.document.numbering) {
  rules_.complete(styled.layout.numbering);
  Walk walk(*this, styled.document);
  for (const model::Section& section : styled.document.sections) walk.section(section);
}

const std::optional<model::NumberPattern>& Numbering::pattern(Kind kind) const {
  return kind == Kind::figure ? rules_.figures : kind == Kind::table ? rules_.tables : rules_.headings;
}

const NumberedTarget* Numbering::of(const model::Block& block) const {
  const auto found = targets_.find(&block);
  return found == targets_.end() ? nullptr : &found->second;
}

const NumberedTarget* Numbering::of(const model::Section& section) const {
  const auto found = targets_.find(&section);
  return found == targets_.end() ? nullptr : &found->second;
}

const NumberedTarget* Numbering::find(const std::string& id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? nullptr : &targets_.at(found->second);
}

std::vector<std::string> Numbering::ids() const {
  std::vector<std::string> result;
  for (const auto& [id, unused] : ids_) result.push_back(id);
  return result;
}

std::vector<const model::Block*> Numbering::all(Kind kind) const {
  std::vector<const model::Block*> result;
  for (const model::Block* block : order_) {
    if (of(*block)->kind == kind) result.push_back(block);
  }
  return result;
}

/// The layout's word, which is in the report's language, or the usual one of another language.
std::string Numbering::term(std::string_view key, Language language) const {
  const bool own = language == styled_.document.lang.language;
  const auto found = styled_.layout.terms.find(std::string(key));
  return own && found != styled_.layout.terms.end() ? found->second.value : style::default_term(key, language);
}

std::string Numbering::between(std::string_view word, std::string number, Language language) const {
  return term(std::string(word) + "-before", language) + number + term(std::string(word) + "-after", language);
}

std::string Numbering::label(const NumberedTarget& target, Language language) const {
  if (target.number.empty()) return {};
  const auto& rule = pattern(target.kind);
  std::string number = rule ? rule->text.value : std::string("{n}");
  const bool words = rule && rule->has_words();
  if (target.kind == Kind::heading) {
    if (target.number.size() > 1) return between("section", prefix(target, language), language);
    replace(number, "{n}",
            words && rule->text.value.find("第") == std::string::npos ? std::to_string(target.number[0])
                                                                      : chapter_number(target.number[0], language));
    return words ? number : between("chapter", number, language);
  }
  replace(number, "{chapter}", std::to_string(target.number[0]));
  replace(number, "{n}", std::to_string(target.number[1]));
  if (words) return number;
  return between(target.kind == Kind::figure ? "figure" : "table", number, language);
}

std::string Numbering::prefix(const NumberedTarget& target, Language language) const {
  if (target.number.empty()) return {};
  if (target.kind != Kind::heading) return label(target, language) + term("caption-gap", language);
  if (target.number.size() == 1) {
    const bool plain = language == Language::en && !pattern(target.kind)->has_words();
    return plain ? std::to_string(target.number[0]) : label(target, language);
  }
  std::string number;
  for (const int one : target.number) number += (number.empty() ? "" : ".") + std::to_string(one);
  return number;
}

std::pair<std::string, std::string> Numbering::page_words(Language language) const {
  return {term("page-number-before", language), term("page-number-after", language)};
}

}  // namespace banxin::layout
