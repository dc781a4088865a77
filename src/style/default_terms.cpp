#include "style/default_terms.hpp"

#include <array>

namespace banxin::style {

namespace {

struct Term {
  std::string_view key;
  std::array<std::string_view, 5> words;  ///< in the order of Language
};

// zh_hans, zh_hant, ja, ko, en
constexpr std::array terms{
    Term{"figure-before", {"图", "圖", "図", "그림 ", "Figure "}},
    Term{"figure-after", {"", "", "", "", ""}},
    Term{"table-before", {"表", "表", "表", "표 ", "Table "}},
    Term{"table-after", {"", "", "", "", ""}},
    Term{"chapter-before", {"第", "第", "第", "제", "Chapter "}},
    Term{"chapter-after", {"章", "章", "章", "장", ""}},
    Term{"section-before", {"第", "第", "第", "제", "Section "}},
    Term{"section-after", {"节", "節", "節", "절", ""}},
    Term{"page-number-before", {"第", "第", "", "", "page "}},
    Term{"page-number-after", {"页", "頁", "ページ", "쪽", ""}},
    Term{"caption-gap", {"　", "　", "　", "  ", ". "}},
};

}  // namespace

std::string default_term(std::string_view key, Language language) {
  for (const Term& term : terms) {
    if (term.key == key) return std::string(term.words[static_cast<std::size_t>(language)]);
  }
  return {};
}

}  // namespace banxin::style
