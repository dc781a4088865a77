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
using layout::Foot;
using layout::Offer;
using layout::Piece;

/// What notes of the page before may take of a page that has a text of its own.
constexpr double most_of_page = 2.0 / 3;
constexpr int most_rounds = 5;  ///< of setting the contents until their numbers settle

bool has_contents(const std::vector<model::Block>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const model::Block& block) {
    if (const auto* box = std::get_if<model::Box>(&block.kind)) return has_contents(box->body);
    if (const auto* row = std::get_if<model::Row>(&block.kind)) return has_contents(row->cells);
    if (const auto* list = std::get_if<model::List>(&block.kind)) {
      return std::any_of(list->items.begin(), list->items.end(), [](const auto& item) { return has_contents(item); });
    }
    return std::holds_alternative<model::Contents>(block.kind);
  });
}

/// One run over all sections. A dry run paints nothing and only finds out which page each anchor falls on.
class Run {
 public:
  Run(const layout::Setting& setting, const layout::PageNumbers& known, bool dry, PagedDocument& out,
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
      // A page break that stands at the very start of a page only chooses its master.
      if (const std::string* next = at->inner ? nullptr : flow.body->children()[at->position]->next_master()) {
        master = turn_to(*next, *master, flow.body->children()[at->position]->span);
        at = Break{at->position + 1, nullptr};
        continue;
      }
      const std::string* next = nullptr;
      at = fill_page(flow, *master, *at, next);
      if (next && at) {  // the break stands inside the child that goes on, or just before
        const std::size_t turned = at->inner ? at->position : at->position - 1;
        const style::Master* turned_to = turn_to(*next, *master, flow.body->children()[turned]->span);
        // A note goes on in lines of the measure that it began in.
        if (foot_measure(flow, *turned_to) != foot_measure(flow, *master)) finish_notes(flow, *master);
        master = turned_to;
      }
    }
    finish_notes(flow, *master);
  }

  [[nodiscard]] const layout::PageNumbers& numbers() const { return numbers_; }

 private:
  [[nodiscard]] Length foot_measure(const SectionFlow& flow, const style::Master& master) const {
    return flow.body->axes().measure_of(frame_of(master, setting_.styled, right_hand_).box.size());
  }

  /// The master that a page break names; the present one if it names none, or none that exists.
  const style::Master* turn_to(const std::string& name, const style::Master& present, Span span) {
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
    if (first_page_) reach(flow.anchor, page.label, {});
    if (!dry_) {
      const PageSite site{right_hand_, first_page_, flow.chapter, chapters_};
      painter_.paint(master, site, {setting_.styled.document, section, page.label}, flow.part_nodes, page);
    }
    label_ = page.label;
    out_.pages.push_back(std::move(page));
    first_page_ = false;
    return right_hand_;
  }

  /// Fills one page from `at`; returns where the next one goes on, and the master that a page break asks for.
  std::optional<Break> fill_page(const SectionFlow& flow, const style::Master& master, const Break& at,
                                 const std::string*& next_master) {
    const bool right_hand = new_page(flow, master);
    const Frame frame = frame_of(master, setting_.styled, right_hand);
    const layout::Axes& axes = flow.body->axes();
    Offer offer;
    offer.measure = axes.measure_of(frame.box.size());
    offer.depth = axes.depth_of(frame.box.size());
    offer.note_measure = offer.measure;
    offer.at_top = true;
    offer.dry = dry_;
    offer.last = !dry_;
    offer.pages = &known_;
    offer.fill = offer.depth;
    // What the page before left of its notes stands here first.
    const Foot foot(setting_.styles(), axes);
    CalledNotes notes = std::exchange(carried_, {});
    const Length over = std::min(foot.depth(notes, offer.note_measure), offer.depth * most_of_page);
    Offer body = offer;
    body.depth = offer.depth - over;
    body.fill = body.depth;
    body.foot = &foot;
    body.called = &notes;
    Piece piece = flow.body->place_columns(body, at, frame.columns, diagnostics_);
    warn_of(piece);
    notes.insert(notes.end(), piece.notes.begin(), piece.notes.end());
    const Point start = axes.start_of(frame.box);
    const std::optional<Break> rest = piece.rest;
    next_master = piece.next_master;
    Offer left = offer;
    left.depth = offer.depth - piece.depth;
    left.at_top = false;
    settle(std::move(piece), start);
    Piece at_foot = foot.place(notes, left, carried_, diagnostics_);
    const Length depth = at_foot.depth;
    settle(std::move(at_foot), start + axes.offset({}, offer.depth - depth));
    return rest;
  }

  /// Pages for what is left of the notes when their text is at its end.
  void finish_notes(const SectionFlow& flow, const style::Master& master) {
    const layout::Axes& axes = flow.body->axes();
    const Foot foot(setting_.styles(), axes);
    while (!carried_.empty()) {
      const Frame frame = frame_of(master, setting_.styled, new_page(flow, master));
      Offer offer;
      offer.measure = offer.note_measure = axes.measure_of(frame.box.size());
      offer.depth = axes.depth_of(frame.box.size());
      offer.at_top = true;
      offer.dry = dry_;
      offer.last = !dry_;
      const CalledNotes notes = std::exchange(carried_, {});
      Piece piece = foot.place(notes, offer, carried_, diagnostics_);
      const Length depth = piece.depth;
      settle(std::move(piece), axes.start_of(frame.box) + axes.offset({}, offer.depth - depth));
    }
  }

  void warn_of(const Piece& piece) {
    if (dry_) return;
    for (const layout::Overflow& one : piece.overflows) {
      diagnostics_.report(MessageId::block_too_tall, one.span,
                          {fmt::format("{:.1f}", one.depth.to_mm()), fmt::format("{:.1f}", one.room.to_mm())});
    }
  }

  /// Moves a placed piece onto the current page.
  void settle(Piece&& piece, Point origin) {
    const auto index = static_cast<std::uint32_t>(out_.pages.size() - 1);
    Page& page = out_.pages.back();
    for (const auto& anchor : piece.anchors) reach(anchor.anchor, label_, anchor.at + origin);
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

  void reach(std::uint32_t anchor, const std::string& label, Point at) {
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
  CalledNotes carried_;  ///< notes that go on at the foot of the next page
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

/// A link's rectangles belong to its structure element.
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
  builder.announce(styled.document);
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
  PagedDocument document;
  document.metadata = metadata_of(styled.document);
  if (diagnostics.has_errors()) return document;
  builder.prepare(options.threads);
  const auto set = Clock::now();

  document.tree = std::move(target.tree);
  document.anchors = std::move(target.references.anchors);
  document.links = std::move(target.references.links);
  document.outline = std::move(target.references.outline);
  document.images = std::move(target.images);

  layout::PageNumbers known(document.anchors.size());
  auto run = [&](bool dry, Diagnostics& heard) {
    document.pages.clear();
    Run pass(setting, known, dry, document, heard);
    for (const SectionFlow& flow : flows) pass.section(flow, chapters);
    return pass.numbers();
  };
  bool settled = !numbers_needed;
  for (int round = 0; round < most_rounds && !settled; ++round) {
    Diagnostics unheard;  // whatever is wrong is found again by the run that paints
    layout::PageNumbers found = run(true, unheard);
    settled = found == known;
    known = std::move(found);
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
