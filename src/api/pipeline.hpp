// Runs the stages in their order, as far as a command needs them.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "api/banxin.hpp"
#include "core/diagnostic.hpp"
#include "data/bind.hpp"
#include "font/library.hpp"
#include "image/store.hpp"
#include "page/paged_document.hpp"
#include "profile/profile.hpp"
#include "source/source_files.hpp"
#include "style/styled_document.hpp"

namespace banxin::api {

class Pipeline {
 public:
  /// Throws Failure without resources, std::invalid_argument for an unknown profile or an invalid time.
  explicit Pipeline(const Options& options);

  /// Runs the stages up to this one, each at most once. Null or empty if one of them reported an error.
  const style::StyledDocument* styled();
  const page::PagedDocument* paged();
  /// Keeps the adjustments of each line. Must be called before `paged`.
  void explain_lines() { explain_lines_ = true; }
  /// Consumes the pages.
  std::string pdf();
  /// Number of pages of the file that `pdf` returned.
  [[nodiscard]] std::size_t pages() const { return pages_; }

  /// Fonts of the report's folder come first, if there is a report.
  const font::Library& fonts();
  [[nodiscard]] const source::SourceFiles& files() const { return files_; }
  /// Of the layout, once it is read.
  [[nodiscard]] const profile::PrintCondition& print_condition() const { return condition_; }
  /// The numbers of the report, once it is read.
  [[nodiscard]] const std::vector<data::BoundNumber>& numbers() const { return numbers_; }
  /// Moves diagnostics, dependencies and timings to `result`.
  void finish(Result& result);

 private:
  using Clock = std::chrono::steady_clock;
  /// Reads the report, its data and its layout, if there is a report; once.
  void join();
  void set_parameters(model::Document& document);
  void attach_tables();
  /// Starts the timing of a stage, which ends with the next call or with `finish`.
  void begin(std::string_view stage);
  void end();
  void date_print_file();
  void read_print_condition(const style::LayoutSpec& layout);
  [[nodiscard]] std::vector<std::string> dependencies() const;

  const Options& options_;
  profile::Profile profile_;
  std::string resources_;
  source::SourceFiles files_;
  Diagnostics diagnostics_;
  std::vector<data::BoundNumber> numbers_;
  data::Tables tables_;
  std::string folder_;  ///< the report's
  std::string date_;    ///< of reproducible builds; empty: none
  std::shared_ptr<const font::Library> fonts_;
  std::optional<style::StyledDocument> styled_;
  profile::PrintCondition condition_;
  image::Store images_;
  std::optional<page::PagedDocument> paged_;
  std::set<graphics::FaceId> faces_;  ///< used by the pages
  std::size_t pages_ = 0;
  bool joined_ = false, attach_data_ = false, explain_lines_ = false;
  std::vector<Timing> timings_;
  std::string stage_;
  Clock::time_point since_;
};

}  // namespace banxin::api
