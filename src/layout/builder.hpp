// Builds elements from the model's blocks, and the semantic nodes of their content.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "layout/flow.hpp"
#include "layout/numbering.hpp"
#include "layout/paragraph_element.hpp"
#include "layout/runs.hpp"
#include "layout/setting.hpp"
#include "semantics/references.hpp"
#include "semantics/tree.hpp"

namespace banxin::layout {

/// The targets of contents lists in a section.
struct SectionMark {
  const model::Section* section = nullptr;
  std::uint32_t anchor = 0;
  struct Headline {
    std::string title;
    std::uint32_t anchor;
    int level;
    Span span;
    bool always_listed;  ///< listed at every depth
  };
  std::vector<Headline> headlines;
};

/// Builds a document's elements. Semantic nodes, anchors, links and outline entries are added to `target`.
class Builder {
 public:
  struct Target {
    semantics::Tree tree;
    semantics::References references;
    std::vector<std::shared_ptr<const image::Image>> images;  ///< by ImageId
  };
  Builder(const Setting& setting, Target& target, Diagnostics& diagnostics);

  /// The position of blocks in the document.
  struct Place {
    graphics::NodeId parent;
    Axes axes;
    Length measure;  ///< for breaking paragraphs in advance, in parallel
    Length note_measure;
    int base_level = 0;                     ///< added to the level of headings
    std::string_view text_style = "body";   ///< of paragraphs without a style
    bool in_row = false;                    ///< pages must not end here
    std::size_t section = 0;                ///< index of the section
    std::optional<Language> language = {};  ///< if not the report's
  };

  /// Creates the anchors of all sections and headings, which contents lists need before any body is built, and finds
  /// the largest value of each scale that charts share.
  void collect_sections(const model::Document& document);
  [[nodiscard]] const SectionMark& mark(std::size_t section) const { return sections_[section]; }
  Elements build(const std::vector<model::Block>& blocks, const Place& place);
  /// Shapes and breaks all paragraphs built so far, on `threads` threads; the result does not depend on their number.
  void prepare(unsigned threads);
  /// Resolves links to ids; reports unknown ids.
  void resolve_links();
  [[nodiscard]] bool refers_to_pages() const { return !page_references_.empty(); }
  /// Writes the page numbers into the references to pages; returns whether a text changed. Reports pages without a
  /// number (B607) with `report`. After `resolve_links`.
  bool set_pages(const PageNumbers& pages, bool report);

 private:
  class TableMaker;
  using ElementPtr = std::unique_ptr<Element>;
  std::uint32_t new_anchor();
  void name_element(const Spanned<std::string>& id, Element& element);
  void name_anchor(const Spanned<std::string>& id, std::uint32_t anchor);
  void share_scales(const model::Document& document);
  void collect_headings(const std::vector<model::Block>& blocks, int base_level, SectionMark& mark);
  /// Builds one block; its language applies to all elements and nodes built from it.
  void build_into(const model::Block& block, const Place& place, Elements& elements);
  void add_block(const model::Block& block, const Place& place, Elements& elements);
  ElementPtr build_block(const model::Block& block, const Place& place);
  ElementPtr build_heading(const model::Block&, const model::Heading&, const Place&);
  ElementPtr build_text(const model::Block&, const model::Text&, const Place&);
  ElementPtr build_quote(const model::Block&, const model::Quote&, const Place&);
  ElementPtr build_note(const model::Block&, const model::Note&, const Place&);
  ElementPtr build_chart(const model::Block&, const model::ChartBlock&, const Place&);
  ElementPtr build_row(const model::Block&, const model::Row&, const Place&);
  ElementPtr build_box(const model::Block&, const model::Box&, const Place&);
  ElementPtr build_table(const model::Block&, const model::Table&, const Place&);
  ElementPtr build_image(const model::Block&, const model::Image&, const Place&);
  ElementPtr build_listing(const model::Block&, const model::Listing&, const Place&);
  ElementPtr build_contents(const model::Block&, const model::Contents&, const Place&);
  void build_list(const model::List& list, const model::Block& block, const Place& place, Elements& out);

  const style::BlockStyle& style_of(const model::Block& block, std::string_view usual);
  /// The style with the faces and rules of the place's language.
  const style::BlockStyle& in_language(const style::BlockStyle& style, const Place& place);
  std::unique_ptr<ParagraphElement> paragraph(const model::InlineText& text, const style::BlockStyle& style,
                                              graphics::NodeId node, const Place& place);
  std::unique_ptr<ParagraphElement> plain_paragraph(std::string text, const style::BlockStyle& style,
                                                    graphics::NodeId content, const Place& place, Span span);
  /// Puts a paragraph in a box if its style has a background, padding or rule.
  ElementPtr decorated(std::unique_ptr<ParagraphElement> paragraph, const style::BlockStyle& style, const Place& place);
  [[nodiscard]] Place inside(const style::BlockStyle& style, const Flow::Columns& columns, Place place) const;
  graphics::ImageId image_id(const std::shared_ptr<const image::Image>& image);
  RunSinks::Abbreviation expand(std::string_view text);
  /// The text of a reference and its link, and a place in `page_references_` if it is a page number.
  std::pair<std::string, std::uint32_t> refer(const model::Reference& reference, bool linked, const Place& place);
  /// The anchor of a figure or table in a list of them; created when first needed.
  std::uint32_t listed_anchor(const model::Block& block);
  void find_page_references(ParagraphElement& paragraph, std::size_t first);
  [[nodiscard]] Language language_at(const Place& place) const;
  /// The caption of a numbered block, with its number before it.
  [[nodiscard]] model::InlineText numbered(const model::Block& block, model::InlineText caption,
                                           const Place& place) const;
  std::uint32_t link_to(const std::string& target, const std::string& description, Span span);

  const Setting& setting_;
  Target& target_;
  Diagnostics& diagnostics_;
  Numbering numbering_;
  std::vector<SectionMark> sections_;
  std::map<const model::Block*, std::uint32_t> heading_anchors_;
  std::map<const model::Block*, std::uint32_t> listed_anchors_;  ///< of numbered figures and tables
  std::set<std::uint32_t> headings_built_;
  std::map<std::string, std::uint32_t> ids_;
  struct PendingLink {
    std::uint32_t link;
    Spanned<std::string> id;
  };
  std::vector<PendingLink> pending_links_;
  /// A run whose text is a page number with the words around it.
  struct PageReference {
    Spanned<std::string> id;
    std::string before, after;
    ParagraphElement* paragraph = nullptr;
    std::size_t run = 0;
    std::optional<std::uint32_t> anchor = {};
  };
  std::vector<PageReference> page_references_;
  struct Job {
    ParagraphElement* paragraph;
    Length measure;
  };
  std::vector<Job> jobs_;
  std::map<std::string, double> shared_scales_;
  std::map<std::pair<const style::BlockStyle*, Language>, style::BlockStyle> foreign_;  ///< styles in other languages
  std::deque<style::BlockStyle> variants_;  ///< styles of table columns: a named style with another alignment
  std::uint32_t notes_called_ = 0;
  std::set<std::string, std::less<>> expanded_;  ///< abbreviations already used
};

}  // namespace banxin::layout
