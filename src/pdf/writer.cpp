#include "pdf/writer.hpp"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "core/language.hpp"
#include "pdf/color/color.hpp"
#include "pdf/color/output_condition.hpp"
#include "pdf/color/output_intent.hpp"
#include "pdf/content/page_content.hpp"
#include "pdf/document/attachments.hpp"
#include "pdf/document/metadata.hpp"
#include "pdf/document/navigation.hpp"
#include "pdf/document/page_boxes.hpp"
#include "pdf/finisher.hpp"
#include "pdf/font/table.hpp"
#include "pdf/font/type0_font.hpp"
#include "pdf/image/image_xobject.hpp"
#include "pdf/object/content_id.hpp"
#include "pdf/object/deflate.hpp"
#include "pdf/object/object_writer.hpp"
#include "pdf/parallel.hpp"
#include "pdf/structure/structure_tree.hpp"

namespace banxin::pdf {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

/// Returns memory that the workers freed, which is in per-thread arenas, to the system for the finisher.
void release_memory() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

// Pages per task, small enough to balance fonts and pages over the threads.
constexpr std::size_t pages_per_task = 16;

// The results of parallel work: encoded pages, fonts and images.
struct Parts {
  std::vector<PageContent> pages;
  std::vector<EncodedFont> fonts;    // in the order of the font table
  std::vector<EncodedImage> images;  // by ImageId
};

class DocumentWriter {
 public:
  DocumentWriter(page::PagedDocument&& document, const font::Library& library, const profile::Profile& profile,
                 Diagnostics& diagnostics)
      : document_(std::move(document)),
        profile_(profile),
        diagnostics_(diagnostics),
        threads_(thread_count()),
        fonts_(document_, library, threads_),
        converter_(profile.print ? make_ink_converter(condition_of(profile)) : nullptr),
        colors_(profile, converter_.get()),
        writer_(make_haru_writer()) {}

  std::string write(Timings& timings) {
    Parts parts = make_parts(timings);
    if (diagnostics_.has_errors()) return {};
    const auto objects = Clock::now();
    write_objects(std::move(parts));
    timings.objects = milliseconds(objects);
    const auto save = Clock::now();
    std::string file = writer_->finish();
    writer_.reset();
    document_ = {};
    release_memory();
    timings.save = milliseconds(save);
    const auto last = Clock::now();
    Finished finished = finish(std::move(file), profile_);
    timings.finish = milliseconds(last);
    if (!finished.error.empty()) diagnostics_.report(MessageId::output_invalid, {}, {finished.error});
    return std::move(finished.bytes);
  }

 private:
  Parts make_parts(Timings& timings) {
    Parts parts;
    parts.pages.resize(document_.pages.size());
    parts.fonts.resize(fonts_.entries().size());
    parts.images.resize(document_.images.size());
    std::vector<const FontEntry*> faces;
    for (const auto& [id, entry] : fonts_.entries()) faces.push_back(&entry);
    std::vector<Diagnostics> font_diagnostics(faces.size());
    const ContentContext context{document_, profile_, fonts_, colors_};
    const std::size_t chunks = (document_.pages.size() + pages_per_task - 1) / pages_per_task;
    std::atomic<std::size_t> next{0};
    std::vector<Timings> spent(threads_);
    // Fonts and images first, since they are the largest tasks. Each worker takes the next task.
    const auto work = [&](std::size_t, std::size_t, unsigned worker) {
      Deflater deflate;
      for (std::size_t task = next++; task < faces.size() + document_.images.size() + chunks; task = next++) {
        const auto start = Clock::now();
        if (task < faces.size()) {
          const FontEntry& entry = *faces[task];
          parts.fonts[task] =
              encode_font(make_font_program(*entry.face, entry.cids, {entry.uses, entry.vertical, entry.span},
                                            font_diagnostics[task]),
                          deflate);
          spent[worker].fonts += milliseconds(start);
          continue;
        }
        if (const std::size_t image = task - faces.size(); image < document_.images.size()) {
          parts.images[image] = encode_image(*document_.images[image], profile_, deflate);
          spent[worker].content += milliseconds(start);
          continue;
        }
        const std::size_t begin = (task - faces.size() - document_.images.size()) * pages_per_task;
        for (std::size_t i = begin; i < std::min(begin + pages_per_task, document_.pages.size()); ++i) {
          parts.pages[i] = build_page_content(document_.pages[i], context);
          parts.pages[i].operators = deflate(parts.pages[i].operators);
          // The items take more memory than the file. (Assigning an empty list would keep the allocation.)
          graphics::DisplayList().swap(document_.pages[i].items);
          graphics::DisplayList().swap(document_.pages[i].slug);
        }
        spent[worker].content += milliseconds(start);
      }
    };
    parallel_ranges(threads_, threads_, work);
    for (Diagnostics& own : font_diagnostics) diagnostics_.append(std::move(own));
    for (const Timings& own : spent) {
      timings.content += own.content;
      timings.fonts += own.fonts;
    }
    return parts;
  }

  void write_objects(Parts parts) {
    ContentId id;
    for (const PageContent& page : parts.pages) id.add(page.operators);
    for (const EncodedImage& image : parts.images) {
      id.add(image.entries);
      id.add(image.data);
      id.add(image.mask);
    }
    for (const page::Attachment& file : document_.attachments) id.add(file.bytes);
    id.add(document_.metadata.title);
    id.add(document_.metadata.date);
    id.add(profile_.name);
    if (profile_.print) id.add(icc_of(condition_of(profile_)));
    id_ = id.text();
    for (std::size_t i = 0; i < document_.pages.size(); ++i) pages_.push_back(writer_->add_page());
    write_fonts(std::move(parts.fonts));
    ImageWriter images(*writer_);
    for (EncodedImage& image : parts.images) image_refs_.push_back(images.write(std::move(image)));
    const std::vector<std::vector<std::string>> links = write_links();
    attachments_ = write_attachments(document_.attachments, document_.metadata.date, *writer_);
    std::string catalog = attachment_entries(attachments_);
    if (profile_.tagged) catalog += write_structure(parts.pages);
    Deflater deflate;
    ResourceStore resources(*writer_, font_refs_, image_refs_, deflate);
    for (std::size_t i = 0; i < document_.pages.size(); ++i) {
      PageContent& content = parts.pages[i];
      const std::vector<Ref> refs = resources.add(content.resources);
      std::string entries = PageBoxes(document_.pages[i], profile_).entries();
      entries += "/Resources<<" + resources.resolve(content.resource_entries, refs) + ">>";
      if (profile_.tagged) entries += "/StructParents " + std::to_string(i) + "/Tabs/S";
      if (content.transparency) {
        entries += std::string("/Group<</Type/Group/S/Transparency/CS") + colors_.process_space() + ">>";
      }
      if (!links[i].empty()) {
        entries += "/Annots[";
        for (const std::string& link : links[i]) entries += link + " ";
        entries.back() = ']';
      }
      writer_->page(pages_[i], std::move(entries), "/Filter/FlateDecode", std::move(content.operators));
    }
    write_catalog(std::move(catalog));
  }

  void write_fonts(std::vector<EncodedFont> fonts) {
    for (const auto& [id, entry] : fonts_.entries()) {
      if (entry.horizontal) font_refs_[{id, false}] = writer_->allocate();
      if (entry.vertical) font_refs_[{id, true}] = writer_->allocate();
    }
    std::size_t index = 0;
    for (const auto& [id, entry] : fonts_.entries()) write_font(std::move(fonts[index++]), id, font_refs_, *writer_);
  }

  // Link annotations of each page, as references; those with an element also go to the structure tree.
  std::vector<std::vector<std::string>> write_links() {
    std::vector<std::vector<std::string>> refs(document_.pages.size());
    if (profile_.print) return refs;
    for (std::uint32_t i = 0; i < document_.pages.size(); ++i) {
      for (const page::LinkArea& area : document_.pages[i].links) {
        if (area.link >= document_.links.size()) continue;
        const Ref ref = writer_->allocate();
        std::string entries = link_entries(area, document_.pages[i], document_, profile_, pages_);
        if (profile_.tagged && element_of(area.node, document_.tree) != graphics::artifact) {
          entries += "/StructParent " + std::to_string(document_.pages.size() + annotations_.size());
          annotations_.push_back({ref, i, area.node});
        }
        writer_->dictionary(ref, std::move(entries));
        refs[i].push_back(text(ref));
      }
    }
    return refs;
  }

  std::string write_structure(std::vector<PageContent>& pages) {
    std::vector<std::vector<graphics::NodeId>> marks;
    for (PageContent& page : pages) marks.push_back(std::move(page.marks));
    Structure structure(document_, profile_, *writer_, pages_, marks, std::move(annotations_), attachments_);
    return "/StructTreeRoot " + text(structure.write()) + "/MarkInfo<</Marked true>>";
  }

  void write_catalog(std::string entries) {
    entries += "/Lang" + text_string(document_.metadata.lang.text);
    entries += "/ViewerPreferences<</DisplayDocTitle true>>";
    if (!profile_.print) {
      const Ref outline = write_outline(document_, profile_, pages_, *writer_);
      if (outline) entries += "/Outlines " + text(outline) + "/PageMode/UseOutlines";
    }
    entries += "/PageLabels<<" + page_label_entries(document_.pages) + ">>";
    entries += "/OutputIntents[" + text(write_output_intent()) + "]";
    const Ref metadata = writer_->allocate();
    writer_->stream(metadata, "/Type/Metadata/Subtype/XML", xmp_packet(document_.metadata, profile_, id_));
    entries += "/Metadata " + text(metadata);
    writer_->catalog(std::move(entries));
    writer_->information(information_entries(document_.metadata, profile_));
  }

  Ref write_output_intent() {
    Deflater deflate;
    const Ref icc = writer_->allocate(), intent = writer_->allocate();
    if (profile_.print) {
      writer_->stream(icc, "/N 4/Filter/FlateDecode", deflate(icc_of(condition_of(profile_))));
    } else {
      writer_->stream(icc, "/N 3/Filter/FlateDecode", deflate(srgb_profile()));
    }
    writer_->dictionary(intent, "/Type/OutputIntent/S/" + std::string(profile_.output_intent_subtype) +
                                    output_condition_entries(profile_) + "/DestOutputProfile " + text(icc));
    return intent;
  }

  page::PagedDocument document_;
  const profile::Profile& profile_;
  Diagnostics& diagnostics_;
  unsigned threads_;
  FontTable fonts_;
  std::unique_ptr<InkConverter> converter_;
  ColorWriter colors_;
  std::unique_ptr<ObjectWriter> writer_;
  std::vector<Ref> pages_;
  std::map<FontKey, Ref> font_refs_;
  std::vector<Ref> image_refs_;
  std::vector<TaggedAnnotation> annotations_;
  AttachmentRefs attachments_;
  std::string id_;
};

}  // namespace

std::string write(page::PagedDocument document, const font::Library& fonts, const profile::Profile& profile,
                  Diagnostics& diagnostics, Timings* timings) {
  Timings own;
  Timings& spent = timings ? *timings : own;
  spent = {};
  if (document.pages.empty()) {
    diagnostics.report(MessageId::output_without_pages, {});
    return {};
  }
  try {
    return DocumentWriter(std::move(document), fonts, profile, diagnostics).write(spent);
  } catch (const std::length_error&) {
    diagnostics.report(MessageId::output_too_large, {});
  } catch (const std::runtime_error& fault) {
    diagnostics.report(MessageId::output_invalid, {}, {fault.what()});
  }
  return {};
}

}  // namespace banxin::pdf
