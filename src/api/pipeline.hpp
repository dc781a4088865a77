// One run of the stages, in their order, for as far as a command asks.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "api/banxin.hpp"
#include "core/diagnostic.hpp"
#include "font/library.hpp"
#include "image/store.hpp"
#include "page/paged_document.hpp"
#include "profile/profile.hpp"
#include "source/source_files.hpp"
#include "style/styled_document.hpp"

namespace banxin::api {

class Pipeline {
 public:
  /// Throws Failure without resources, std::invalid_argument for an unknown profile or a wrong time.
  explicit Pipeline(const Options& options);

  /// Each stage runs the stages before it, at most once, and gives nothing if one of them reported an error.
  const style::StyledDocument* styled();
  const page::PagedDocument* paged();
  /// To be called before `paged`: what was done to each line is kept.
  void explain_lines() { explain_lines_ = true; }
  /// Uses the pages up.
  std::string pdf();
  /// How many pages the file of `pdf` has.
  [[nodiscard]] std::size_t pages() const { return pages_; }

  /// Opened with the report's folder first, if there is a report.
  const font::Library& fonts();
  [[nodiscard]] const source::SourceFiles& files() const { return files_; }
  /// Moves what every command gives back into `result`.
  void finish(Result& result);

 private:
  using Clock = std::chrono::steady_clock;
  /// Reads the report, its data and its layout, if there is a report; once.
  void join();
  /// Says that a stage begins; its time is counted to the next call, or to `finish`.
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
  std::string folder_;  ///< the report's
  std::string date_;    ///< of builds that can be repeated; empty: none
  std::shared_ptr<const font::Library> fonts_;
  std::optional<style::StyledDocument> styled_;
  profile::PrintCondition condition_;
  image::Store images_;
  std::optional<page::PagedDocument> paged_;
  std::set<graphics::FaceId> faces_;  ///< that the pages use
  std::size_t pages_ = 0;
  bool joined_ = false, explain_lines_ = false;
  std::vector<Timing> timings_;
  std::string stage_;
  Clock::time_point since_;
};

}  // namespace banxin::api
