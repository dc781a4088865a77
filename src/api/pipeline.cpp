#include "api/pipeline.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <set>
#include <thread>

#include "api/described.hpp"
#include "api/resources.hpp"
#include "data/bind.hpp"
#include "data/table/to_csv.hpp"
#include "model/read_document.hpp"
#include "page/paginator.hpp"
#include "pdf/color/icc_profile.hpp"
#include "pdf/color/output_condition.hpp"
#include "pdf/writer.hpp"
#include "profile/preflight.hpp"
#include "profile/profile.hpp"
#include "profile/slug.hpp"
#include "style/layout_file.hpp"

namespace banxin::api {

namespace {

profile::Profile profile_for(const Options& options) {
  const profile::Profile* found = profile::find_profile(options.profile);
  if (found == nullptr) throw std::invalid_argument("unknown profile `" + options.profile + "`");
  profile::Profile profile = *found;
  profile.linearize |= options.linearize;
  return profile;
}

/// The date of reproducible builds, as ISO 8601; empty if none is set.
std::string epoch_date(const Options& options) {
  std::optional<std::int64_t> seconds = options.epoch;
  if (const char* word = std::getenv("SOURCE_DATE_EPOCH"); !seconds && word != nullptr && *word != '\0') {
    const std::string_view text = word;
    std::int64_t value = 0;
    const auto [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || rest != text.data() + text.size()) {
      throw std::invalid_argument("SOURCE_DATE_EPOCH must be a number of seconds, but it is “" + std::string(text) +
                                  "”");
    }
    seconds = value;
  }
  constexpr std::int64_t last = 253402300799;  // of the year 9999: PDF dates have four digits for the year
  if (seconds && (*seconds < 0 || *seconds > last)) {
    throw std::invalid_argument(fmt::format(
        "the time must be between 0 (the start of 1970) and {1} (the end of 9999), but it is {0}", *seconds, last));
  }
  return seconds ? fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(*seconds))) : "";
}

unsigned thread_count(const Options& options) {
  return options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

/// Reports the unknown font families of styles, which can be checked only now that the fonts are known.
void check_families(const std::map<std::string, model::StyleValues>& styles, const font::Library& library,
                    Diagnostics& diagnostics) {
  const std::vector<std::string_view> names = library.families();
  for (const auto& [name, values] : styles) {
    if (!values.font || library.has_family(values.font->value)) continue;
    diagnostics.report(MessageId::font_family_unknown, values.font->span, {values.font->value},
                       did_you_mean(values.font->value, names, "families are"));
  }
}

/// A missing glyph is an error in print, where it cannot be corrected afterwards.
bool misses_glyphs(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                     [](const banxin::Diagnostic& one) { return one.id == MessageId::glyph_missing; });
}

bool denies(const Options& options, std::string_view word) {
  return std::find(options.deny.begin(), options.deny.end(), word) != options.deny.end();
}

Policy policy_of(const Options& options) {
  Policy policy{denies(options, "warnings"), options.deny, options.allow};
  if (denies(options, "reconstructed")) policy.denied.emplace_back(message(MessageId::number_reconstructed).code);
  return policy;
}

/// Without those that a block left out by an earlier error may have caused.
Diagnostics independent(const Diagnostics& found) {
  Diagnostics result;
  for (const banxin::Diagnostic& one : found.all()) {
    if (one.id != MessageId::anchor_unknown && one.id != MessageId::chart_empty) result.add(one);
  }
  return result;
}

void add_faces(const graphics::DisplayList& items, std::set<graphics::FaceId>& faces) {
  for (const graphics::Item& item : items) {
    if (const auto* run = std::get_if<graphics::GlyphRun>(&item.what)) {
      faces.insert(run->face);
    } else if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what)) {
      add_faces((*group)->items, faces);
    }
  }
}

}  // namespace

Pipeline::Pipeline(const Options& options)
    : options_(options),
      profile_(profile_for(options)),
      resources_(find_resources(options.resources)),
      date_(epoch_date(options)) {
  diagnostics_.set_policy(policy_of(options));
}

void Pipeline::begin(std::string_view stage) {
  end();
  stage_ = stage;
  if (options_.progress) options_.progress(stage);
  since_ = Clock::now();
}

void Pipeline::end() {
  if (stage_.empty()) return;
  timings_.push_back({stage_, std::chrono::duration<double, std::milli>(Clock::now() - since_).count()});
  stage_.clear();
}

void Pipeline::join() {
  if (options_.path.empty() || std::exchange(joined_, true)) return;
  begin("read");
  std::optional<model::Document> document = model::read_document(files_, options_.path, diagnostics_);
  if (!document) return;
  folder_ = document->folder;
  begin("data");
  set_parameters(*document);
  data::BoundDocument bound = data::bind(std::move(*document), files_, diagnostics_, denies(options_, "reconstructed"));
  document = std::move(bound.document);
  numbers_ = std::move(bound.numbers);
  tables_ = std::move(bound.tables);
  attach_data_ = document->attach_data && !tables_.empty() && !profile_.print;
  if (attach_data_) profile_.xmp_properties = profile::screen_with_files().xmp_properties;
  begin("images");
  images_ = image::load(*document, files_, thread_count(options_), diagnostics_);
  begin("style");
  const std::vector<std::string> folders = {folder_ + "/layouts", resources_ + "/layouts"};
  std::optional<style::LayoutSpec> layout = style::read_layout(files_, folders, document->layout, diagnostics_);
  if (layout) read_print_condition(*layout);
  // Even after errors in the report, so that those of the layout are reported in the same run.
  if (!layout) return;
  Diagnostics found;  // its own errors decide whether the document has styles
  styled_ = style::apply(std::move(*document), std::move(*layout), found);
  diagnostics_.append(std::move(found));
}

void Pipeline::attach_tables() {
  for (const auto& [name, table] : tables_) {
    paged_->attachments.push_back({name + ".csv", table->origin.source, "text/csv", data::to_csv(*table)});
  }
}

void Pipeline::set_parameters(model::Document& document) {
  for (const auto& [name, value] : options_.parameters) {
    const auto found = document.params.find(name);
    if (found != document.params.end()) {
      found->second.set = value;
      continue;
    }
    std::vector<std::string_view> names;
    for (const auto& [known, parameter] : document.params) names.push_back(known);
    diagnostics_.report(MessageId::parameter_unknown, document.title.span, {name},
                        names.empty() ? "declare it under `params`" : did_you_mean(name, names, "parameters are"));
  }
}

static_assert(static_cast<int>(profile::Intent::absolute) == static_cast<int>(style::Print::Intent::absolute));

/// For every profile, so that errors of the layout are always reported.
void Pipeline::read_print_condition(const style::LayoutSpec& layout) {
  const style::Print& print = layout.print;
  condition_.intent = static_cast<profile::Intent>(print.intent);
  condition_.black_point_compensation = print.black_point_compensation;
  condition_.convert_pictures = print.convert_pictures;
  if (print.ink_limit) condition_.total_ink = *print.ink_limit / 100;
  condition_.identifier = "FOGRA39";
  condition_.description = "Offset, coated";
  profile_.condition = &condition_;
  const Spanned<std::string>& name = print.output_profile;
  if (name.value.empty()) return;
  const auto path = files_.locate(layout.folder, name, diagnostics_);
  const auto file = path ? files_.open(*path, name.span, diagnostics_) : std::nullopt;
  if (!file) return;
  const std::string_view bytes = files_.file(*file).text();
  if (const std::string fault = pdf::output_profile_fault(bytes); !fault.empty()) {
    diagnostics_.report(MessageId::output_profile_unfit, name.span, {name.value, fault},
                        "use an ICC output profile for CMYK, or none for FOGRA39");
    return;
  }
  condition_.icc = bytes;
  condition_.identifier = print.condition.value;
  condition_.description = pdf::profile_description(bytes);
}

const font::Library& Pipeline::fonts() {
  if (fonts_) return *fonts_;
  font::Options options;
  options.catalogue = resources_ + "/fonts/fonts.yaml";
  join();
  if (!folder_.empty()) options.folders = {folder_, folder_ + "/fonts"};
  options.folders.push_back(resources_ + "/fonts");
  options.system_fonts = styled_ && styled_->layout.system_fonts;
  begin("fonts");
  fonts_ = font::Library::open(options, files_, diagnostics_);
  return *fonts_;
}

const style::StyledDocument* Pipeline::styled() {
  join();
  return styled_ && !diagnostics_.has_errors() ? &*styled_ : nullptr;
}

const page::PagedDocument* Pipeline::paged() {
  join();
  if (styled_ && !paged_) {
    const style::StyledDocument* const document = &*styled_;
    const font::Library& library = fonts();
    const std::size_t families = diagnostics_.all().size();
    check_families(document->layout.styles, library, diagnostics_);
    check_families(document->document.styles, library, diagnostics_);
    if (diagnostics_.all().size() > families) return nullptr;
    begin("layout");
    page::Timings spent;
    // Also after errors: what is good is set, so that the faults of setting it are known in the same run.
    const bool incomplete = diagnostics_.has_errors();
    Diagnostics found;
    paged_ =
        page::paginate(*document, library, {thread_count(options_), std::move(images_), explain_lines_}, found, &spent);
    diagnostics_.append(incomplete ? independent(found) : std::move(found));
    end();
    timings_.pop_back();
    timings_.push_back({"set", spent.set});
    timings_.push_back({"paginate", spent.paginate});
    if (paged_->metadata.date.empty()) paged_->metadata.date = date_;
    if (attach_data_) attach_tables();
    library.report_substitutions(diagnostics_);
    if (profile_.print && !incomplete) {
      begin("preflight");
      date_print_file();
      profile::add_slugs(*paged_, profile_, library, document->styles->get("body").text);
      profile::PrintLimits limits;
      limits.total_ink = condition_.total_ink;
      const auto inks = pdf::make_ink_converter(condition_);
      profile::preflight(*paged_, profile_, diagnostics_, limits, [&](const Rgb& rgb) { return inks->inks(rgb); });
    }
    for (const page::Page& page : paged_->pages) {
      add_faces(page.items, faces_);
      add_faces(page.slug, faces_);
    }
  }
  return paged_ && !diagnostics_.has_errors() ? &*paged_ : nullptr;
}

/// ISO 15930-7, 6.11 requires dates. Without one, the start of 1970 is used: arbitrary, but always the same.
void Pipeline::date_print_file() {
  if (!paged_->metadata.date.empty()) return;
  paged_->metadata.date = "1970-01-01T00:00:00Z";
  diagnostics_.report(MessageId::print_date_unknown, styled_->document.title.span, {paged_->metadata.date},
                      "write `date: 2023-03-28` in the report, or set SOURCE_DATE_EPOCH");
}

std::string Pipeline::pdf() {
  const page::PagedDocument* document = paged();
  if (document == nullptr || (profile_.print && misses_glyphs(diagnostics_))) return {};
  begin("pdf");
  pdf::Timings spent;
  const std::size_t pages = document->pages.size();
  std::string bytes = pdf::write(std::move(*paged_), *fonts_, profile_, diagnostics_, &spent);
  end();
  timings_.pop_back();
  timings_.insert(timings_.end(), {{"content", spent.content},
                                   {"embed", spent.fonts},
                                   {"objects", spent.objects},
                                   {"save", spent.save},
                                   {"finish", spent.finish}});
  if (diagnostics_.has_errors()) return {};
  pages_ = pages;
  return bytes;
}

std::vector<std::string> Pipeline::dependencies() const {
  std::set<std::string> paths;
  for (std::string& path : files_.dependencies()) paths.insert(std::move(path));
  for (const graphics::FaceId face : faces_) paths.insert(fonts_->face(face).path());
  return {paths.begin(), paths.end()};
}

void Pipeline::finish(Result& result) {
  end();
  result.diagnostics = described(diagnostics_, files_, profile_.print);
  result.dependencies = dependencies();
  result.timings = std::move(timings_);
}

}  // namespace banxin::api
