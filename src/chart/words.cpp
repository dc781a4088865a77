#include "chart/words.hpp"

#include <cctype>

namespace banxin::chart {

const Words& words(Language language) {
  static const Words simplified{"项目", "类别", "产品",       "说明", "推算", "示意",
                                "（",   "）",   "{0}倍于{1}", "年",   "月",   "；"};
  static const Words traditional{"項目", "類別", "產品",       "說明", "推算", "示意",
                                 "（",   "）",   "{0}倍於{1}", "年",   "月",   "；"};
  static const Words japanese{"項目", "分類", "製品",       "備考", "推計", "参考値",
                              "（",   "）",   "{1}の{0}倍", "年",   "月",   "；"};
  static const Words korean{"항목", "분류", "제품", "비고", "추산", "예시", "(", ")", "{1}의 {0}배", "년", "월", "; "};
  static const Words english{"Item", "Group", "Product",       "Note", "derived", "illustrative",
                             " (",   ")",     "{0} times {1}", "",     "",        "; "};
  switch (language) {
    case Language::zh_hant: return traditional;
    case Language::ja: return japanese;
    case Language::ko: return korean;
    case Language::en: return english;
    case Language::zh_hans: break;
  }
  return simplified;
}

bool read_month(const std::string& label, Month& month) {
  const auto digit = [&](std::size_t at) {
    return at < label.size() && std::isdigit(static_cast<unsigned char>(label[at]));
  };
  if (label.size() < 6 || label.size() > 7 || label[4] != '-') return false;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (i != 4 && !digit(i)) return false;
  }
  month.year = std::stoi(label.substr(0, 4));
  month.month = std::stoi(label.substr(5));
  return month.month >= 1 && month.month <= 12;
}

}  // namespace banxin::chart
