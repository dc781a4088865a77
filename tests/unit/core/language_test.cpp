#include "core/language.hpp"

#include <catch2/catch.hpp>

using namespace banxin;

TEST_CASE("a language and its shortest tag") {
  CHECK(language_from_tag("zh-Hans") == Language::zh_hans);
  CHECK(language_from_tag("zh-hant") == Language::zh_hant);
  CHECK_FALSE(language_from_tag("zh"));
  CHECK(tag(Language::ja) == "ja");
}

TEST_CASE("every tag of a supported language selects it, in any case") {
  for (const char* tag : {"zh", "zh-CN", "zh-SG", "zh-MY", "ZH-cn", "zh-Hans", "zh-hans-TW", "zh-Hani", "cmn",
                          "zh-cmn-Hans-CN", "zh-Hans-CN-x-house", "zh-CN-u-nu-hanidec", "zh-156"}) {
    CAPTURE(tag);
    CHECK(is_well_formed_tag(tag));
    CHECK(language_of_tag(tag) == Language::zh_hans);
  }
  for (const char* tag :
       {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-HK", "zh-hant-cn", "yue", "zh-yue", "zh-yue-HK", "zh-tw"}) {
    CAPTURE(tag);
    CHECK(is_well_formed_tag(tag));
    CHECK(language_of_tag(tag) == Language::zh_hant);
  }
  for (const char* tag : {"ja", "ja-JP", "JA-jp", "ja-Jpan-JP", "ja-Kana"}) CHECK(language_of_tag(tag) == Language::ja);
  for (const char* tag : {"ko", "ko-KR", "ko-Kore-KP"}) CHECK(language_of_tag(tag) == Language::ko);
  for (const char* tag : {"en", "en-GB", "en-US", "en-GB-oxendict", "en-Latn", "en-001"}) {
    CAPTURE(tag);
    CHECK(is_well_formed_tag(tag));
    CHECK(language_of_tag(tag) == Language::en);
  }
}

TEST_CASE("other languages, and scripts that a language is not set in, select nothing") {
  for (const char* tag :
       {"fr", "fr-FR", "de-CH-1996", "zh-Latn-pinyin", "ja-Latn", "ko-Hant", "en-Dsrt", "x-house", "chinese"}) {
    CAPTURE(tag);
    CHECK(is_well_formed_tag(tag));
    CHECK_FALSE(language_of_tag(tag));
  }
}

TEST_CASE("what does not follow the grammar of language tags is no tag") {
  for (const char* tag : {"", "-", "z", "zh_CN", "zh-", "-CN", "zh--CN", "zh-CN-", "zh-C", "zh-Hans-Hant", "zh-CN-TW",
                          "zh-CN-u", "zh-x", "en-a-b", "zhongwenyu", "zh-中国", "zh CN", "1h", "zh-123456789"}) {
    CAPTURE(tag);
    CHECK_FALSE(is_well_formed_tag(tag));
  }
}

TEST_CASE("the tag that was meant") {
  CHECK(suggested_tag("zh_CN") == "zh-CN");
  CHECK(suggested_tag("zh_CN.UTF-8") == "zh-CN");
  CHECK(suggested_tag("ZH_hant_hk") == "zh-Hant-HK");
  CHECK(suggested_tag("cn") == "zh-CN");
  CHECK(suggested_tag("jp") == "ja");
  CHECK(suggested_tag("jp-JP") == "ja-JP");
  CHECK(suggested_tag("Chinese") == "zh-Hans");
  CHECK(suggested_tag("fr-FR").empty());
  CHECK(suggested_tag("").empty());
}
