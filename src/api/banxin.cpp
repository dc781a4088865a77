#include "api/banxin.hpp"

#include <algorithm>

#include "api/described.hpp"
#include "api/dump.hpp"
#include "api/numbers.hpp"
#include "api/pipeline.hpp"
#include "core/diagnostic.hpp"
#include "profile/profile.hpp"

namespace banxin::api {

Failure::Failure(const std::string& what) : std::runtime_error(what) {}
Failure::~Failure() = default;

bool Result::failed() const {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

Compilation compile(const Options& options) {
  Pipeline pipeline(options);
  Compilation result;
  result.pdf = pipeline.pdf();
  result.pages = pipeline.pages();
  pipeline.finish(result);
  return result;
}

Result check(const Options& options) {
  Pipeline pipeline(options);
  pipeline.pdf();  // the writer reports errors too: of fonts, of colors, of the profile
  Result result;
  pipeline.finish(result);
  return result;
}

Dump dump(const Options& options, std::string_view stage) {
  const std::vector<Name>& known = stages();
  if (std::none_of(known.begin(), known.end(), [stage](const Name& name) { return name.name == stage; })) {
    throw std::invalid_argument("unknown stage `" + std::string(stage) + "`");
  }
  Pipeline pipeline(options);
  if (stage == "lines") pipeline.explain_lines();
  Dump result;
  if (const page::PagedDocument* document = pipeline.paged()) {
    result.text = stage == "pages"   ? dump_pages(*document, pipeline.fonts(), pipeline.files())
                  : stage == "lines" ? dump_lines(*document, pipeline.files())
                                     : dump_structure(*document, pipeline.files());
  }
  pipeline.finish(result);
  return result;
}

Numbers provenance(const Options& options) {
  Pipeline pipeline(options);
  Numbers result;
  const page::PagedDocument* document = pipeline.paged();
  result.numbers = located(pipeline.numbers(), document, pipeline.files());
  pipeline.finish(result);
  return result;
}

Fonts fonts(const Options& options) {
  Pipeline pipeline(options);
  if (!options.path.empty()) pipeline.styled();
  Fonts result;
  for (font::Explanation& face : pipeline.fonts().explain()) {
    result.faces.push_back({std::move(face.family), std::move(face.language), std::move(face.weight), face.found,
                            std::move(face.path), face.index, std::move(face.package), std::move(face.reason)});
  }
  pipeline.finish(result);
  return result;
}

Diagnostic call_wrong(const std::string& what) { return described(MessageId::call_wrong, what); }
Diagnostic machine_failed(const std::string& what) { return described(MessageId::machine_failed, what); }

const std::vector<Name>& profiles() {
  static const std::vector<Name> names = [] {
    std::vector<Name> result;
    for (const profile::Profile* entry : profile::all_profiles()) result.push_back({entry->name, entry->description});
    return result;
  }();
  return names;
}

const std::vector<Name>& stages() {
  static const std::vector<Name> names = {
      {"pages", "every item on every page, as JSON"},
      {"lines", "every line of the text, with the adjustments of justification"},
      {"structure", "the structure tree for assistive technology"},
  };
  return names;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  return banxin::nearest(word, candidates);
}

}  // namespace banxin::api
