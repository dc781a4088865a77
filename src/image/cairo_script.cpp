#include "image/cairo_script.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <variant>
#include <vector>

#include "image/cairo_painter.hpp"

namespace banxin::image {

namespace {

using graphics::Path;

struct Name {
  std::string text;  ///< with one slash, or of a constant two
};
struct Surface {
  std::shared_ptr<Layer> layer;
};
struct Mark {};
using Array = std::vector<double>;
using Value = std::variant<double, Name, Mark, Array, Surface, std::shared_ptr<Context>, Pattern>;

class Interpreter {
 public:
  Interpreter(std::string_view script, double unit, Path whole, std::size_t max_items)
      : rest_(script), painter_(unit, std::move(whole), max_items) {}

  graphics::DisplayList run() {
    for (std::string_view token = next(); !token.empty(); token = next()) read(token);
    if (!first_) throw ScriptError("it is empty");
    return std::move(first_->items);
  }

 private:
  std::string_view next() {
    while (true) {
      const std::size_t begin = rest_.find_first_not_of(" \t\r\n");
      if (begin == std::string_view::npos) return {};
      rest_.remove_prefix(begin);
      if (rest_[0] != '%') break;
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
    }
    std::size_t end = std::string_view("[]").find(rest_[0]) != std::string_view::npos
                          ? 1
                          : std::min(rest_.find_first_of(" \t\r\n[]", 1), rest_.size());
    const std::string_view token = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return token;
  }

  void read(std::string_view token) {
    const char first = token[0];
    if (first == '/') {
      stack_.emplace_back(Name{std::string(token)});
    } else if (token == "[" || token == "<<") {
      stack_.emplace_back(Mark{});
    } else if (token == "]") {
      Array array;
      for (; !std::holds_alternative<Mark>(top()); stack_.pop_back()) array.push_back(number_at_top());
      std::reverse(array.begin(), array.end());
      stack_.back() = std::move(array);
    } else if (token == ">>") {
      while (!std::holds_alternative<Mark>(top())) stack_.pop_back();  // a dictionary of sizes, not needed
    } else if (first == '<') {
      throw ScriptError("it holds a picture or an effect that only pixels can show");
    } else if ((first >= '0' && first <= '9') || first == '-' || first == '.') {
      double value = 0;
      const auto [end, fault] = std::from_chars(token.data(), token.data() + token.size(), value);
      if (fault != std::errc{} || end != token.data() + token.size() || !std::isfinite(value)) unknown(token);
      stack_.emplace_back(value);
    } else if (const auto named = named_.find(token); named != named_.end()) {
      stack_.push_back(named->second);
    } else if (!on_stack(token) && !on_pattern(token) && !on_path(token) && !on_state(token) && !on_paint(token)) {
      unknown(token);
    }
    if (stack_.size() > 1000) unknown("the stack");
  }

  [[noreturn]] static void unknown(std::string_view what) {
    throw ScriptError("it uses the operator “" + std::string(what.substr(0, 40)) + "”, which is not supported");
  }

  Value& top() {
    if (stack_.empty()) unknown("an empty stack");
    return stack_.back();
  }
  template <class T>
  T take() {
    if (!std::holds_alternative<T>(top())) unknown("a value of the wrong kind");
    T value = std::move(std::get<T>(stack_.back()));
    stack_.pop_back();
    return value;
  }
  double number_at_top() {
    if (!std::holds_alternative<double>(top())) unknown("a value of the wrong kind");
    return std::get<double>(stack_.back());
  }
  /// The last `count` numbers, in their order.
  std::vector<double> numbers(std::size_t count) {
    std::vector<double> out(count);
    for (std::size_t i = count; i-- > 0;) out[i] = take<double>();
    return out;
  }
  std::string constant() { return take<Name>().text; }
  Context& context() {
    if (!std::holds_alternative<std::shared_ptr<Context>>(top())) unknown("an operator without a context");
    return *std::get<std::shared_ptr<Context>>(stack_.back());
  }

  bool on_stack(std::string_view word) {
    if (word == "pop") {
      (void)top();
      stack_.pop_back();
    } else if (word == "dup") {
      stack_.push_back(Value(top()));
    } else if (word == "exch") {
      if (stack_.size() < 2) unknown(word);
      std::swap(stack_[stack_.size() - 1], stack_[stack_.size() - 2]);
    } else if (word == "index") {
      const auto depth = static_cast<std::size_t>(std::clamp(take<double>(), 0.0, 1000.0));
      if (depth >= stack_.size()) unknown(word);
      stack_.push_back(Value(stack_[stack_.size() - 1 - depth]));
    } else if (word == "roll") {
      const auto by = static_cast<std::ptrdiff_t>(std::clamp(take<double>(), -1000.0, 1000.0));
      const auto count = static_cast<std::ptrdiff_t>(std::clamp(take<double>(), 0.0, 1000.0));
      if (count == 0 || count > static_cast<std::ptrdiff_t>(stack_.size())) unknown(word);
      const std::ptrdiff_t turn = ((by % count) + count) % count;  // toward the top
      std::rotate(stack_.end() - count, stack_.end() - turn, stack_.end());
    } else if (word == "def") {
      Value value = std::move(top());
      stack_.pop_back();
      named_.insert_or_assign(constant().substr(1), std::move(value));
    } else if (word == "undef") {
      named_.erase(constant().substr(1));
    } else if (word == "surface" || word == "similar") {
      if (word == "surface") {
        (void)take<Mark>();
      } else {
        (void)constant();
        (void)numbers(2);
        (void)top();
        stack_.pop_back();
      }
      stack_.emplace_back(Surface{std::make_shared<Layer>()});
      if (!first_) first_ = std::get<Surface>(top()).layer;
    } else if (word == "context") {
      auto made = std::make_shared<Context>();
      made->layer = take<Surface>().layer;
      made->target = &made->layer->items;
      stack_.emplace_back(std::move(made));
    } else {
      return false;
    }
    return true;
  }

  bool on_pattern(std::string_view word) {
    const auto solid = [&](Solid value) { stack_.emplace_back(Pattern{value, {}}); };
    if (word == "g") {
      const double grey = take<double>();
      solid({{grey, grey, grey}, 1});
    } else if (word == "ga") {
      const auto v = numbers(2);
      solid({{v[0], v[0], v[0]}, v[1]});
    } else if (word == "rgb") {
      const auto v = numbers(3);
      solid({{v[0], v[1], v[2]}, 1});
    } else if (word == "rgba") {
      const auto v = numbers(4);
      solid({{v[0], v[1], v[2]}, v[3]});
    } else if (word == "a") {
      solid({{0, 0, 0}, take<double>()});
    } else if (word == "linear" || word == "radial") {
      const bool radial = word == "radial";
      stack_.emplace_back(Pattern{Gradient{radial, numbers(radial ? 6 : 4), {}}, {}});
    } else if (word == "add-color-stop") {
      const auto v = numbers(5);
      auto* pattern = std::get_if<Pattern>(&top());
      auto* gradient = pattern ? std::get_if<Gradient>(&pattern->source) : nullptr;
      if (!gradient) unknown(word);
      gradient->stops.push_back({v[0], Color{{v[1], v[2], v[3]}, {}, {}}, v[4]});
    } else if (word == "pattern") {
      std::shared_ptr<Layer> layer;
      if (auto* surface = std::get_if<Surface>(&top())) {
        layer = surface->layer;
      } else {
        layer = context().layer;
      }
      stack_.back() = Pattern{std::move(layer), {}};
    } else if (word == "set-extend") {
      const std::string how = constant();
      // Without extension a gradient would end at its stops; SVG has no such gradient.
      if (how != "//EXTEND_PAD" && how != "//EXTEND_NONE") throw ScriptError("it repeats a pattern or a gradient");
    } else if (word == "set-filter") {
      (void)constant();
    } else if (word == "set-source") {
      Pattern pattern = take<Pattern>();
      context().source = std::move(pattern);
    } else {
      return false;
    }
    return true;
  }

  bool on_state(std::string_view word) {
    if (word == "identity") {
      stack_.emplace_back(Array{1, 0, 0, 1, 0, 0});
    } else if (word == "set-matrix") {
      const Array v = take<Array>();
      if (v.size() != 6) unknown(word);
      const Matrix matrix{v[0], v[1], v[2], v[3], v[4], v[5]};
      if (auto* pattern = std::get_if<Pattern>(&top())) {
        pattern->matrix = matrix;
      } else {
        context().matrix = matrix;
      }
    } else if (word == "scale") {
      const auto v = numbers(2);
      Matrix& matrix = context().matrix;
      matrix = {matrix.a * v[0], matrix.b * v[0], matrix.c * v[1], matrix.d * v[1], matrix.e, matrix.f};
    } else if (word == "set-operator") {
      if (constant() != "//OVER") throw ScriptError("it uses a blend mode that is not supported");
    } else if (word == "set-fill-rule") {
      const bool even_odd = constant() == "//EVEN_ODD";
      context().even_odd = even_odd;
    } else if (word == "set-line-width") {
      const double width = take<double>();
      context().line_width = width;
    } else if (word == "set-dash") {
      const double offset = take<double>();
      Array dashes = take<Array>();
      context().dashes = std::move(dashes);
      context().dash_offset = offset;
    } else if (word == "set-line-cap") {
      const std::string cap = constant();
      context().cap = cap == "//LINE_CAP_ROUND"    ? graphics::LineCap::round
                      : cap == "//LINE_CAP_SQUARE" ? graphics::LineCap::square
                                                   : graphics::LineCap::butt;
    } else if (word == "set-line-join") {
      const std::string join = constant();
      context().join = join == "//LINE_JOIN_ROUND"   ? graphics::LineJoin::round
                       : join == "//LINE_JOIN_BEVEL" ? graphics::LineJoin::bevel
                                                     : graphics::LineJoin::miter;
    } else if (word == "set-antialias") {
      (void)constant();
    } else if (word == "set-miter-limit" || word == "set-tolerance") {
      (void)take<double>();
    } else {
      return false;
    }
    return true;
  }

  bool on_path(std::string_view word) {
    if (word != "n" && word != "m" && word != "l" && word != "c" && word != "h" && word != "rectangle") return false;
    const auto v = numbers(word == "m" || word == "l" ? 2 : word == "c" ? 6 : word == "rectangle" ? 4 : 0);
    Context& on = context();
    const auto placed = [&](double x, double y) {
      const auto [px, py] = on.matrix.apply(x, y);
      return painter_.at(px, py);
    };
    if (word == "n") on.path = {};
    if (word == "m") on.path.move_to(placed(v[0], v[1]));
    if (word == "l") on.path.line_to(placed(v[0], v[1]));
    if (word == "c") on.path.cubic_to(placed(v[0], v[1]), placed(v[2], v[3]), placed(v[4], v[5]));
    if (word == "h") on.path.close();
    if (word == "rectangle") {
      on.path.move_to(placed(v[0], v[1])).line_to(placed(v[0] + v[2], v[1]));
      on.path.line_to(placed(v[0] + v[2], v[1] + v[3])).line_to(placed(v[0], v[1] + v[3])).close();
    }
    return true;
  }

  bool on_paint(std::string_view word) {
    if (word == "fill+" || word == "fill") {
      painter_.fill(context());
    } else if (word == "stroke+" || word == "stroke") {
      painter_.stroke(context());
    } else if (word == "paint") {
      painter_.paint(context(), 1);
    } else if (word == "mask") {
      const Pattern mask = take<Pattern>();
      const auto* solid = std::get_if<Solid>(&mask.source);
      if (!solid) throw ScriptError("it uses a mask");
      painter_.paint(context(), solid->opacity);
    } else if (word == "clip+" || word == "clip") {
      painter_.clip(context());
    } else if (word == "reset-clip") {
      Context& on = context();
      on.target = &on.layer->items;
    } else {
      return false;
    }
    return true;
  }

  std::string_view rest_;
  CairoPainter painter_;
  std::vector<Value> stack_;
  std::map<std::string, Value, std::less<>> named_;
  std::shared_ptr<Layer> first_;
};

}  // namespace

ScriptDrawing read_cairo_script(std::string_view script, Size size, double width, const Matrix& placed,
                                std::size_t max_items) {
  ScriptDrawing drawing;
  const auto group = std::make_shared<graphics::Group>();
  group->clip = Path().rect({Length{}, Length{}, size.width, size.height});
  try {
    const double unit = size.width.to_pt() / width;
    const auto straightened = std::make_shared<graphics::Group>();
    straightened->items = Interpreter(script, unit, *group->clip, max_items).run();
    straightened->transform = placed.inverse().value_or(Matrix{}).affine(unit);
    group->items.push_back({straightened, graphics::artifact, {}});
  } catch (const ScriptError& error) {
    drawing.fault = error.what();
    return drawing;
  }
  drawing.items.push_back({group, graphics::artifact, {}});
  return drawing;
}

}  // namespace banxin::image
