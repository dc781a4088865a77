#include "unit/chart/samples.hpp"

#include <algorithm>
#include <memory>

namespace banxin::chart::samples {

namespace {

Color rgb(int hex) { return {{(hex >> 16) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0}, {}, {}}; }

model::LandscapeGroup group(const std::string& name, const std::string& icon,
                            const std::vector<std::pair<std::string, std::string>>& items) {
  model::LandscapeGroup result;
  result.name.value = name;
  result.icon = icon;
  for (const auto& [name_of_item, note] : items) {
    model::LandscapeItem item;
    item.name.value = name_of_item;
    item.note = note;
    result.items.push_back(std::move(item));
  }
  return result;
}

}  // namespace

model::Series series(const std::string& name, const Values& values) {
  model::Series result;
  result.name.value = name;
  for (const auto& [label, value] : values) {
    model::Datum datum;
    datum.label.value = label;
    datum.value.value = value;
    result.data.push_back(std::move(datum));
  }
  return result;
}

model::Chart chart(const std::string& kind, std::vector<model::Series> series) {
  model::Chart result;
  result.kind.value = kind;
  result.id.value = kind + "-sample";
  result.series = std::move(series);
  return result;
}

void highlight(model::Chart& chart, const std::string& label) { chart.highlight.emplace_back().value = label; }

void event(model::Chart& chart, const std::string& at, const std::string& label) {
  model::Event event;
  event.at.value = at;
  event.label.value = label;
  chart.events.push_back(std::move(event));
}

model::Chart industries() {
  auto result = chart("bars", {series("", {{"纯互联网", 28.4},
                                           {"电商零售", 10.2},
                                           {"企业数字化服务", 8.9},
                                           {"人工智能", 6.45},
                                           {"新金融科技", 6.1},
                                           {"文化传媒", 5.6},
                                           {"游戏", 5.2},
                                           {"智能硬件", 4.7},
                                           {"新能源汽车", 4.1},
                                           {"IT服务", 3.8}})});
  highlight(result, "人工智能");
  return result;
}

model::Chart cities() {
  auto result = chart("bars", {series("", {{"北京", 33.3},
                                           {"上海", 16.2},
                                           {"深圳", 11.6},
                                           {"杭州", 9.4},
                                           {"广州", 5.2},
                                           {"成都", 3.4},
                                           {"南京", 2.6},
                                           {"武汉", 2.4},
                                           {"苏州", 1.9},
                                           {"西安", 1.7}})});
  highlight(result, "北京");
  event(result, "上海..深圳", "上海、深圳合计 27.8%");
  return result;
}

model::Chart pay() {
  auto result = chart("bars", {series("", {{"图像识别", 108},
                                           {"算法研究员", 104},
                                           {"深度学习", 100},
                                           {"自然语言处理", 97},
                                           {"语音识别", 95},
                                           {"AIGC产品经理", 90}})});
  highlight(result, "AIGC产品经理");
  event(result, "100", "100万元");
  return result;
}

model::Chart growth() {
  auto result =
      chart("growth",
            {series("", {{"2020年1-2月", 0}, {"2021年1-2月", 281.88}, {"2022年1-2月", 76.74}, {"2023年1-2月", 31.3}})});
  result.series[0].data[1].note = "DALL·E面世";
  result.series[0].data[2].note = "DALL-E 2、Stable Diffusion推出";
  result.series[0].data[3].note = "ChatGPT横空出世";
  highlight(result, "2021年1-2月");
  return result;
}

model::Chart heat() {
  auto result = chart("line", {series("热度指数", {{"2022-02", 120},
                                                   {"2022-03", 150},
                                                   {"2022-04", 180},
                                                   {"2022-05", 760},
                                                   {"2022-06", 310},
                                                   {"2022-07", 280},
                                                   {"2022-08", 820},
                                                   {"2022-09", 360},
                                                   {"2022-10", 340},
                                                   {"2022-11", 380},
                                                   {"2022-12", 900},
                                                   {"2023-01", 1900},
                                                   {"2023-02", 3900}})});
  event(result, "2022-05", "DALL-E 2");
  event(result, "2022-08", "Stable Diffusion");
  event(result, "2023-02", "ChatGPT");
  return result;
}

model::Chart ages() {
  auto result = chart(
      "facing",
      {series("AIGC人才年龄分布情况", {{"35岁以上", 34.5}, {"30-35岁", 34.8}, {"25-30岁", 24.6}, {"25岁以下", 6.1}}),
       series("互联网行业人才年龄分布情况",
              {{"35岁以上", 28.5}, {"30-35岁", 33.2}, {"25-30岁", 29.4}, {"25岁以下", 8.9}})});
  result.unit = "%";
  result.unit_on_values = true;
  highlight(result, "35岁以上");
  event(result, "35岁以上", "高出6个百分点");
  event(result, "35岁以上..30-35岁", "近七成");
  return result;
}

model::Chart education() {
  auto result = chart("doughnut", {series("", {{"博士", 6.3}, {"硕士", 41.2}, {"本科", 48.1}, {"大专及以下", 4.4}})});
  result.unit = "%";
  result.unit_on_values = true;
  highlight(result, "硕士");
  event(result, "博士..硕士", "硕士及以上");
  return result;
}

model::Chart experience() {
  auto result =
      chart("share",
            {series("", {{"10年以上", 18.4}, {"5-10年", 31.0}, {"3-5年", 29.2}, {"1-3年", 16.3}, {"1年以下", 5.1}})});
  result.unit = "%";
  result.unit_on_values = true;
  event(result, "10年以上..5-10年", "5年以上");
  event(result, "10年以上..3-5年", "3年以上");
  return result;
}

model::Chart jobs() {
  auto result = chart("ranking", {series("热招岗位TOP10", {{"算法工程师", 14.2},
                                                           {"自然语言处理", 9.8},
                                                           {"图像识别", 7.7},
                                                           {"深度学习", 6.9},
                                                           {"算法研究员", 6.1},
                                                           {"AI产品经理", 5.2},
                                                           {"后端开发", 4.8},
                                                           {"数据挖掘", 4.1},
                                                           {"语音识别", 3.6},
                                                           {"推荐算法", 3.3}}),
                                  series("热投岗位TOP10", {{"AI产品经理", 13.1},
                                                           {"产品运营", 9.4},
                                                           {"算法工程师", 8.8},
                                                           {"内容运营", 7.2},
                                                           {"产品经理", 6.6},
                                                           {"用户运营", 5.1},
                                                           {"数据分析师", 4.4},
                                                           {"自然语言处理", 3.9},
                                                           {"后端开发", 3.5},
                                                           {"商务拓展", 2.8}})});
  highlight(result, "AI产品经理");
  return result;
}

model::Chart products() {
  auto result = chart("landscape", {});
  result.groups.push_back(
      group("对话与文本", "chat",
            {{"ChatGPT", "OpenAI"}, {"文心一言", "百度"}, {"ChatJD", "京东"}, {"Bard", "谷歌"}, {"New Bing", "微软"}}));
  result.groups.push_back(
      group("图像生成", "image", {{"DALL-E 2", "OpenAI"}, {"Stable Diffusion", "Stability AI"}, {"Midjourney", ""}}));
  result.groups.push_back(group(
      "办公", "",
      {{"Microsoft 365 Copilot", "微软"}, {"Google Workspace", "谷歌"}, {"Perplexity", ""}, {"钉钉", "阿里巴巴"}}));
  return result;
}

std::vector<std::pair<std::string, model::Chart>> all() {
  std::vector<std::pair<std::string, model::Chart>> result{{"industries", industries()},
                                                           {"cities", cities()},
                                                           {"pay", pay()},
                                                           {"growth", growth()},
                                                           {"heat", heat()},
                                                           {"ages", ages()},
                                                           {"education", education()},
                                                           {"experience", experience()},
                                                           {"jobs", jobs()},
                                                           {"products", products()}};
  auto columns = chart(
      "columns",
      {series("",
              {{"互联网", 33.6}, {"企业数字化服务", 13.1}, {"人工智能", 11.2}, {"新金融科技", 10.1}, {"游戏", 8.9}})});
  event(columns, "互联网..人工智能", "约3倍");
  result.push_back({"columns", columns});
  result.push_back(
      {"columns below zero",
       chart("columns", {series("", {{"一季度", 12.5}, {"二季度", -8}, {"三季度", 3}, {"四季度", -1.5}})})});
  result.push_back({"two lines", chart("line", {series("岗位", {{"2019", 12}, {"2021", 33}, {"2023", 72}}),
                                                series("投递", {{"2019", 10}, {"2021", 30}, {"2023", 69}})})});
  result.push_back(
      {"several shares", chart("share", {series("AIGC", {{"博士", 6.3}, {"硕士", 41.2}, {"本科", 52.5}}),
                                         series("互联网", {{"博士", 1.3}, {"硕士", 25}, {"本科", 73.7}})})});
  result.push_back(
      {"many thin slices",
       chart("doughnut",
             {series("", {{"甲", 60}, {"乙", 30}, {"丙", 2}, {"丁", 2}, {"戊", 2}, {"己", 2}, {"庚", 2}})})});
  result.push_back(
      {"long names",
       chart("bars",
             {series("", {{"电子、通信与半导体及其上下游制造业", 12}, {"人力资源服务", 9}, {"生活服务", 7}})})});
  result.push_back({"one bar", chart("bars", {series("", {{"全部", 100}})})});
  result.push_back({"all zero", chart("bars", {series("", {{"甲", 0}, {"乙", 0}})})});
  return result;
}

const font::Library& fonts() {
  static const std::shared_ptr<const font::Library> library = [] {
    Diagnostics diagnostics;
    font::Options options;
    options.catalogue = BANXIN_PROJECT "/fonts/fonts.yaml";
    return font::Library::open(options, diagnostics);
  }();
  return *library;
}

Theme theme() {
  Theme theme;
  theme.primary = rgb(0x1F4FFF);
  theme.secondary = rgb(0x9DB7FF);
  theme.muted = rgb(0xA9B1C3);
  theme.highlight = rgb(0xFF6B35);
  theme.accent = rgb(0x19C8D8);
  theme.ink = rgb(0x101B36);
  theme.grey = rgb(0x5B657D);
  theme.rule = rgb(0xE9ECF3);
  theme.ground = rgb(0xFFFFFF);
  theme.panel = rgb(0xF4F6FB);
  const auto style = [](int weight, double size, const Color& color) {
    text::TextStyle result;
    result.font.weight = weight;
    result.size = Length::pt(size);
    result.color = color;
    return result;
  };
  theme.category = style(400, 9, theme.ink);
  theme.value = style(500, 9.5, theme.ink);
  theme.strong = style(700, 9.5, theme.ink);
  theme.headline = style(700, 20, theme.ink);
  theme.small = style(400, 7.5, theme.grey);
  theme.hairline = Length::pt(0.35);
  theme.line = Length::pt(2);
  theme.radius = Length::pt(1.5);
  return theme;
}

Drawing draw(const model::Chart& chart, double width, double height, Diagnostics& diagnostics) {
  const Theme look = theme();
  const Context context{look, fonts(), Language::zh_hans, diagnostics};
  return find_kind(*chart.kind)->draw(chart, {Length::pt(width), Length::pt(height)}, context);
}

std::vector<Lettering> lettering(const graphics::DisplayList& items) {
  std::vector<Lettering> result;
  for (const graphics::Item& item : items) {
    const auto* run = std::get_if<graphics::GlyphRun>(&item.what);
    if (!run || run->glyphs.empty()) continue;
    const font::Face& face = fonts().face(run->face);
    const auto advance = [&](const graphics::Glyph& glyph) { return face.advance(glyph.id, run->size).to_pt(); };
    const double size = run->size.to_pt(), x = run->origin.x.to_pt(), y = run->origin.y.to_pt();
    const double left = x + Length::units(run->glyphs.front().x).to_pt();
    const double right = x + Length::units(run->glyphs.back().x).to_pt() + advance(run->glyphs.back());
    result.push_back({run->text, {left, y - 0.72 * size, right - left, 0.72 * size}, size});
  }
  return result;
}

std::vector<Box> filled(const graphics::DisplayList& items, const Color& color) {
  std::vector<Box> result;
  for (const graphics::Item& item : items) {
    const auto* shape = std::get_if<graphics::Shape>(&item.what);
    if (!shape || !shape->fill) continue;
    const auto* solid = std::get_if<Color>(&shape->fill->source);
    if (!solid || !(*solid == color)) continue;
    const Rect bounds = shape->path.bounds();
    result.push_back({bounds.x.to_pt(), bounds.y.to_pt(), bounds.width.to_pt(), bounds.height.to_pt()});
  }
  return result;
}

}  // namespace banxin::chart::samples
