#include "page/paginator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "layout/foot.hpp"
#include "page/section_flow.hpp"

namespace banxin::page {

namespace {

using layout::Break;
using layout::CalledNotes;
using layout::Constraints;
using layout::Foot;
using layout::Piece;

/// The largest share of a page for notes continued from the page before.
constexpr double max_share_for_notes = 2.0 / 3;
constexpr int max_rounds = 5;  ///< of laying out the contents until the page numbers settle

bool has_contents(const std::vector<model::Block>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const model::Block& block) {
    if (const auto* box = std::get_if<model::Box>(&block.kind)) return has_contents(box->body);
    if (const auto* row = std::get_if<model::Row>(&block.kind)) return has_contents(row->cells);
    if (const auto* list = std::get_if<model::List>(&block.kind)) {
      return std::any_of(list->items.begin(), list->items.end(), [](const auto& item) { return has_contents(item); });
    }
    return std::holds_alternative<model::Contents>(block.kind) || std::holds_alternative<model::Listing>(block.kind);
  });
}

/// One pass over all sections. A dry pass paints nothing and only finds the page of each anchor.
class Pass {
 public:
  Pass(const layout::Setting& setting, const layout::PageNumbers& known, bool dry, PagedDocument& out,
       Diagnostics& diagnostics)
      : setting_(setting),
        known_(known),
        dry_(dry),
        out_(out),
        diagnostics_(diagnostics),
        painter_(setting, diagnostics) {
    numbers_.resize(out.anchors.size());
  }

  void section(const SectionFlow& flow, std::size_t chapters) {
    const model::Section& section = *flow.section;
    if (section.first_folio) next_folio_ = *section.first_folio;
    first_page_ = true;
    chapters_ = chapters;
    if (!section.opener.value.empty()) {
      if (const auto* opener = find_master(setting_.styled, section.opener, diagnostics_)) new_page(flow, *opener);
    }
    const style::Master* master = find_master(setting_.styled, section.master, diagnostics_);
    if (!master) return;
    if (!flow.body || flow.body->children().empty()) {
      if (first_page_) new_page(flow, *master);
      return;
    }
    std::optional<Break> at = Break{};
    const std::size_t end = flow.body->children().size();
    while (at && (at->position < end || at->inner)) {
      // A page break at the start of a page only selects its master.
      if (const std::string* next = at->inner ? nullptr : flow.body->children()[at->position]->next_master()) {
        master = master_after(*next, *master, flow.body->children()[at->position]->span);
        at = Break{at->position + 1, nullptr};
        continue;
      }
      const std::string* next = nullptr;
      at = fill_page(flow, *master, *at, next);
      if (next && at) {  // the page break is in the child that continues, or just before it
        const std::size_t turned = at->inner ? at->position : at->position - 1;
        const style::Master* after_break = master_after(*next, *master, flow.body->children()[turned]->span);
        // A continued note needs the measure in which it was broken.
        if (foot_measure(flow, *after_break) != foot_measure(flow, *master)) finish_notes(flow, *master);
        master = after_break;
      }
    }
    finish_notes(flow, *master);
  }

  [[nodiscard]] const layout::PageNumbers& numbers() const { return numbers_; }

 private:
  [[nodiscard]] Length foot_measure(const SectionFlow& flow, const style::Master& master) const {
    return flow.body->axes().measure_of(frame_of(master, setting_.styled, right_hand_).box.size());
  }

  /// The master of a page break; the current one if it names none or an unknown one.
  const style::Master* master_after(const std::string& name, const style::Master& present, Span span) {
    if (name.empty()) return &present;
    const style::Master* found = find_master(setting_.styled, {name, span}, diagnostics_);
    return found ? found : &present;
  }

  bool new_page(const SectionFlow& flow, const style::Master& master) {
    const model::Section& section = *flow.section;
    const auto& sheet = setting_.styled.sheet;
    Page page;
    page.trim = sheet.trim;
    page.bleed = sheet.bleed;
    page.numbered = section.numbered;
    page.master = master.name;
    if (section.numbered) {
      page.folio = next_folio_++;
      page.label = std::to_string(page.folio);
    }
    right_hand_ = section.numbered ? page.folio % 2 == 1 : pages_ % 2 == 0;
    ++pages_;
    if (first_page_) set_anchor(flow.anchor, page.label, {});
    if (!dry_) {
      const PageSite site{right_hand_, first_page_, flow.chapter, chapters_};
      painter_.paint(master, site, {setting_.styled.document, section, page.label}, flow.part_nodes, page);
    }
    label_ = page.label;
    out_.pages.push_back(std::move(page));
    first_page_ = false;
    return right_hand_;
  }

  /// Fills one page from `at`. Returns where the next one starts; `next_master` is set by a page break.
  std::optional<Break> fill_page(const SectionFlow& flow, const style::Master& master, const Break& at,
                                 const std::string*& next_master) {
    const bool right_hand = new_page(flow, master);
    const Frame frame = frame_of(master, setting_.styled, right_hand);
    const layout::Axes& axes = flow.body->axes();
    Constraints constraints;
    constraints.measure = axes.measure_of(frame.box.size());
    constraints.depth = axes.depth_of(frame.box.size());
    constraints.note_measure = constraints.measure;
    constraints.at_top = true;
    constraints.dry = dry_;
    constraints.last = !dry_;
    constraints.pages = &known_;
    constraints.fill = constraints.depth;
    // Notes continued from the page before come first.
    const Foot foot(setting_.styles(), axes);
    CalledNotes notes = std::exchange(carried_, {});
    const Length over = std::min(foot.depth(notes, constraints.note_measure), constraints.depth * max_share_for_notes);
    Constraints body = constraints;
    body.depth = constraints.depth - over;
    body.fill = body.depth;
    body.foot = &foot;
    body.called = &notes;
    Piece piece = flow.body->place_columns(body, at, frame.columns, diagnostics_);
    report_overflows(piece);
    notes.insert(notes.end(), piece.notes.begin(), piece.notes.end());
    const Point start = axes.start_of(frame.box);
    const std::optional<Break> rest = piece.rest;
    next_master = piece.next_master;
    Constraints left = constraints;
    left.depth = constraints.depth - piece.depth;
    left.at_top = false;
    add_to_page(std::move(piece), start);
    Piece at_foot = foot.place(notes, left, carried_, diagnostics_);
    const Length depth = at_foot.depth;
    add_to_page(std::move(at_foot), start + axes.offset({}, constraints.depth - depth));
    return rest;
  }

  /// Adds pages for notes that are left at the end of the text.
  void finish_notes(const SectionFlow& flow, const style::Master& master) {
    const layout::Axes& axes = flow.body->axes();
    const Foot foot(setting_.styles(), axes);
    while (!carried_.empty()) {
      const Frame frame = frame_of(master, setting_.styled, new_page(flow, master));
      Constraints constraints;
      constraints.measure = constraints.note_measure = axes.measure_of(frame.box.size());
      constraints.depth = axes.depth_of(frame.box.size());
      constraints.at_top = true;
      constraints.dry = dry_;
      constraints.last = !dry_;
      const CalledNotes notes = std::exchange(carried_, {});
      Piece piece = foot.place(notes, constraints, carried_, diagnostics_);
      const Length depth = piece.depth;
      add_to_page(std::move(piece), axes.start_of(frame.box) + axes.offset({}, constraints.depth - depth));
    }
  }

  void report_overflows(const Piece& piece) {
    if (dry_) return;
    for (const layout::Overflow& one : piece.overflows) {
      diagnostics_.report(MessageId::block_too_tall, one.span,
                          {fmt::format("{:.1f}", one.depth.to_mm()), fmt::format("{:.1f}", one.available.to_mm())});
    }
  }

  /// Moves a placed piece onto the current page.
  void add_to_page(Piece&& piece, Point origin) {
    const auto index = static_cast<std::uint32_t>(out_.pages.size() - 1);
    Page& page = out_.pages.back();
    for (const auto& anchor : piece.anchors) set_anchor(anchor.anchor, label_, anchor.at + origin);
    if (dry_) return;
    for (const auto& link : piece.links) {
      Rect box = link.box;
      box.x += origin.x;
      box.y += origin.y;
      page.links.push_back({link.link - 1, box, 0});
    }
    for (const auto& [node, box] : piece.figures) {
      out_.tree[node].page = index;
      out_.tree[node].box = {box.x + origin.x, box.y + origin.y, box.width, box.height};
    }
    std::move(piece.lines.begin(), piece.lines.end(), std::back_inserter(page.lines));
    graphics::append(page.items, std::move(piece.items), origin);
  }

  void set_anchor(std::uint32_t anchor, const std::string& label, Point at) {
    numbers_[anchor] = label;
    out_.anchors[anchor] = {static_cast<std::uint32_t>(pages_ - 1), at};
  }

  const layout::Setting& setting_;
  const layout::PageNumbers& known_;
  bool dry_;
  PagedDocument& out_;
  Diagnostics& diagnostics_;
  MasterPainter painter_;
  layout::PageNumbers numbers_;
  CalledNotes carried_;  ///< notes that continue at the foot of the next page
  std::size_t pages_ = 0, chapters_ = 0;
  int next_folio_ = 1;
  bool first_page_ = true, right_hand_ = true;
  std::string label_;
};

Metadata metadata_of(const model::Document& document) {
  Metadata metadata;
  metadata.title = document.title.value;
  metadata.author = document.author.value;
  metadata.subject = document.subject.value;
  metadata.publisher = document.publisher.value;
  metadata.date = document.date.value;
  for (const auto& keyword : document.keywords) metadata.keywords.push_back(keyword.value);
  metadata.lang = document.lang;
  for (const auto& title : document.titles) metadata.titles.emplace_back(title.lang.text, title.text.value);
  return metadata;
}

/// Sets the structure element of each link area.
void join_links(PagedDocument& document) {
  std::vector<graphics::NodeId> nodes(document.links.size());
  for (graphics::NodeId id = 1; id < document.tree.size(); ++id) {
    const auto& node = document.tree[id];
    if (node.role == semantics::Role::link && node.link > 0) nodes[node.link - 1] = id;
  }
  for (Page& page : document.pages) {
    for (LinkArea& area : page.links) area.node = nodes[area.link];
  }
}

}  // namespace

PagedDocument paginate(const style::StyledDocument& styled, const font::Library& fonts, const Options& options,
                       Diagnostics& diagnostics, Timings* timings) {
  using Clock = std::chrono::steady_clock;
  const auto started = Clock::now();
  const layout::Setting setting{styled, fonts, options.images, options.explain};
  layout::Builder::Target target;
  layout::Builder builder(setting, target, diagnostics);
  builder.collect_sections(styled.document);
  std::vector<SectionFlow> flows;
  std::size_t chapters = 0;
  bool numbers_needed = false;
  for (std::size_t i = 0; i < styled.document.sections.size(); ++i) {
    const model::Section& section = styled.document.sections[i];
    const std::size_t chapter = section.in_contents ? ++chapters : 0;
    flows.push_back(build_section(i, chapter, builder, target, setting, diagnostics));
    numbers_needed |= has_contents(section.body);
  }
  builder.resolve_links();
  numbers_needed |= builder.refers_to_pages();
  PagedDocument document;
  document.metadata = metadata_of(styled.document);
  builder.prepare(options.threads);
  const auto set = Clock::now();

  document.tree = std::move(target.tree);
  document.anchors = std::move(target.references.anchors);
  document.links = std::move(target.references.links);
  document.outline = std::move(target.references.outline);
  document.images = std::move(target.images);

  layout::PageNumbers known(document.anchors.size());
  auto run = [&](bool dry, Diagnostics& found) {
    document.pages.clear();
    Pass pass(setting, known, dry, document, found);
    for (const SectionFlow& flow : flows) pass.section(flow, chapters);
    return pass.numbers();
  };
  const auto refer_to_pages = [&](bool report) {
    if (!builder.set_pages(known, report)) return;
    for (const SectionFlow& flow : flows) {
      if (flow.body) flow.body->forget_measures();
    }
  };
  bool settled = !numbers_needed;
  for (int round = 0; round < max_rounds && !settled; ++round) {
    Diagnostics ignored;  // the final pass reports them again
    layout::PageNumbers found = run(true, ignored);
    settled = found == known;
    known = std::move(found);
    refer_to_pages(settled);
  }
  run(false, diagnostics);
  if (!settled) {
    diagnostics.report(MessageId::page_numbers_oscillate, styled.document.title.span, {styled.document.title.value});
  }
  join_links(document);
  if (timings) {
    timings->set = std::chrono::duration<double, std::milli>(set - started).count();
    timings->paginate = std::chrono::duration<double, std::milli>(Clock::now() - set).count();
  }
  return document;
}

}  // namespace banxin::page
