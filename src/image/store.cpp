#include "image/store.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include "image/decode.hpp"

namespace banxin::image {

namespace {

void visit_images(const std::vector<model::Block>& blocks, std::vector<const model::Image*>& out) {
  for (const model::Block& block : blocks) {
    if (const auto* image = std::get_if<model::Image>(&block.kind)) out.push_back(image);
    if (const auto* row = std::get_if<model::Row>(&block.kind)) visit_images(row->cells, out);
    if (const auto* box = std::get_if<model::Box>(&block.kind)) visit_images(box->body, out);
    if (const auto* list = std::get_if<model::List>(&block.kind)) {
      for (const auto& item : list->items) visit_images(item, out);
    }
  }
}

struct Job {
  std::string_view bytes;
  const Spanned<std::string>* name;
  std::shared_ptr<const Image> image;
  Diagnostics diagnostics;
};

}  // namespace

Store load(const model::Document& document, source::SourceFiles& files, unsigned threads, Diagnostics& diagnostics) {
  std::vector<const model::Image*> blocks;
  for (const model::Section& section : document.sections) visit_images(section.body, blocks);
  std::vector<Job> jobs;
  std::map<std::string_view, std::size_t> by_bytes;
  std::map<std::string, std::size_t> by_path;
  Store store;
  for (const model::Image* block : blocks) {
    if (block->path.value.empty() || !store.emplace(block->path.value, nullptr).second) continue;
    Diagnostics said_when_read;  // a file that is not there was reported where the block names it
    const auto path = files.locate(document.folder, block->path, said_when_read);
    const auto file = path ? files.open(*path, block->path.span, diagnostics) : std::nullopt;
    if (!file) continue;
    const std::string_view bytes = files.file(*file).text();
    const auto [at, added] = by_bytes.emplace(bytes, jobs.size());
    if (added) jobs.push_back({bytes, &block->path, nullptr, {}});
    by_path.emplace(block->path.value, at->second);
  }
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      if (auto image = decode(jobs[i].bytes, *jobs[i].name, jobs[i].diagnostics)) {
        jobs[i].image = std::make_shared<const Image>(std::move(*image));
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads && i < jobs.size(); ++i) helpers.emplace_back(work);
    work();
  }
  for (Job& job : jobs) diagnostics.append(std::move(job.diagnostics));
  for (const auto& [path, job] : by_path) store[path] = jobs[job].image;
  return store;
}

}  // namespace banxin::image
