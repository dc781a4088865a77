#include "image/cairo_script.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <variant>
#include <vector>

#include "image/gradient_rings.hpp"

namespace banxin::image {

namespace {

using graphics::Path;

/// Leaves the reading; becomes the drawing's fault.
struct Stop : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Layer {
  graphics::DisplayList items;
};

struct Solid {
  Rgb rgb;
  double opacity = 1;
};
struct Gradient {
  bool radial = false;
  std::vector<double> geometry;  ///< x y x y, or x y r x y r
  std::vector<graphics::GradientStop> stops;
};
struct Pattern {
  std::variant<Solid, Gradient, std::shared_ptr<Layer>> source;
  Matrix matrix;  ///< from the surface to the pattern
};

/// What a cairo_t holds.
struct Context {
  std::shared_ptr<Layer> layer;
  graphics::DisplayList* target;  ///< the layer's items, or those of the innermost clip
  Pattern source;
  Matrix matrix;
  Path path;
  Point current;
  bool even_odd = false;
  double line_width = 2, dash_offset = 0;
  std::vector<double> dashes;
  graphics::LineCap cap = graphics::LineCap::butt;
  graphics::LineJoin join = graphics::LineJoin::miter;
};

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
  Interpreter(std::string_view script, double unit, Path whole, std::size_t most_marks)
      : rest_(script), unit_(unit), whole_(std::move(whole)), marks_left_(most_marks) {}

  graphics::DisplayList run() {
    for (std::string_view token = next(); !token.empty(); token = next()) read(token);
    if (!first_) throw Stop("nothing can be read from it");
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
      while (!std::holds_alternative<Mark>(top())) stack_.pop_back();  // only sizes, which are known
    } else if (first == '<') {
      throw Stop("it holds a picture or an effect that only pixels can show");
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
    throw Stop("it paints by “" + std::string(what.substr(0, 40)) + "”, which is not known here");
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
      const std::ptrdiff_t turn = ((by % count) + count) % count;  // upwards
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
      // A gradient without spread is cut off beyond its ends; no SVG asks for that.
      if (how != "//EXTEND_PAD" && how != "//EXTEND_NONE") throw Stop("it repeats a pattern or a gradient");
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
      if (constant() != "//OVER") throw Stop("it blends colors in a way that is not known here");
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

  /// On the display list's axes.
  [[nodiscard]] Point at(double x, double y) const { return {Length::pt(x * unit_), Length::pt(y * unit_)}; }

  bool on_path(std::string_view word) {
    if (word != "n" && word != "m" && word != "l" && word != "c" && word != "h" && word != "rectangle") return false;
    const auto v = numbers(word == "m" || word == "l" ? 2 : word == "c" ? 6 : word == "rectangle" ? 4 : 0);
    Context& on = context();
    const auto placed = [&](double x, double y) {
      const auto [px, py] = on.matrix.apply(x, y);
      return at(px, py);
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

  /// The path without the move that cairo leaves behind a closed one.
  static Path finished(Path path) {
    while (!path.verbs.empty() && path.verbs.back() == Path::Verb::move) {
      path.verbs.pop_back();
      path.points.pop_back();
    }
    return path;
  }

  void add(Context& on, std::variant<graphics::Shape, std::shared_ptr<graphics::Group>> what) {
    if (marks_left_-- == 0) throw Stop("it paints more marks than may be read");
    std::visit(
        [&](auto&& one) {
          on.target->push_back({std::forward<decltype(one)>(one), graphics::artifact, {}});
        },
        std::move(what));
  }

  std::shared_ptr<graphics::Group> layer_group(const std::shared_ptr<Layer>& layer, const Matrix& matrix,
                                               double opacity) {
    const auto inverse = matrix.inverse();
    if (!inverse) unknown("a flat pattern");
    auto group = std::make_shared<graphics::Group>();
    group->items = layer->items;
    group->transform = inverse->affine(unit_);
    group->opacity = opacity;
    return group;
  }

  /// Fills `path` with the context's source, `opacity` thinned.
  void fill(Context& on, Path path, bool even_odd, double opacity) {
    if (path.points.size() < 3) return;  // a line has no inside, but PDF would paint one pixel of it
    const Pattern& source = on.source;
    if (const auto* layer = std::get_if<std::shared_ptr<Layer>>(&source.source)) {
      auto inner = layer_group(*layer, source.matrix, opacity);
      if (path.verbs == whole_.verbs && path.points == whole_.points) {
        add(on, std::move(inner));
        return;
      }
      auto outer = std::make_shared<graphics::Group>();
      outer->clip = clip_path(std::move(path), even_odd);
      outer->items.push_back({std::move(inner), graphics::artifact, {}});
      add(on, std::move(outer));
      return;
    }
    if (const auto* gradient = std::get_if<Gradient>(&source.source); gradient && gradient->radial) {
      if (gradient->stops.empty()) return;
      auto group = std::make_shared<graphics::Group>();
      group->clip = clip_path(path, even_odd);
      group->items = rings(gradient->geometry, gradient->stops, source.matrix, path.bounds(), unit_);
      group->opacity = opacity;
      if (group->items.empty()) throw Stop("it has a radial gradient that is flat, or whose focus lies outside of it");
      add(on, std::move(group));
      return;
    }
    if (auto paint = paint_of(source, opacity)) {
      graphics::Shape shape;
      shape.path = std::move(path);
      shape.fill = std::move(*paint);
      shape.even_odd = even_odd;
      add(on, std::move(shape));
    }
  }

  static Path clip_path(Path path, bool even_odd) {
    // Groups are clipped by what winds; a single outline is the same by either rule unless it crosses itself.
    if (even_odd && std::count(path.verbs.begin(), path.verbs.end(), Path::Verb::move) > 1) {
      throw Stop("it clips with holes (clip-rule: evenodd)");
    }
    return path;
  }

  [[nodiscard]] std::optional<graphics::Paint> paint_of(const Pattern& pattern, double opacity) const {
    if (const auto* solid = std::get_if<Solid>(&pattern.source)) {
      return graphics::Paint{Color{solid->rgb, {}, {}}, solid->opacity * opacity, false};
    }
    const auto* gradient = std::get_if<Gradient>(&pattern.source);
    if (!gradient || gradient->radial) throw Stop("it strokes with a radial gradient or a pattern");
    if (gradient->stops.empty()) return std::nullopt;
    const auto axis = linear_axis(gradient->geometry, pattern.matrix, unit_);
    if (!axis) return graphics::Paint{gradient->stops.back().color, gradient->stops.back().opacity * opacity, false};
    return graphics::Paint{graphics::LinearGradient{axis->first, axis->second, gradient->stops}, opacity, false};
  }

  void stroke(Context& on) {
    Path path = finished(on.path);
    if (path.empty()) return;
    auto paint = paint_of(on.source, 1);
    if (!paint) return;
    graphics::Shape shape;
    const double scale = on.matrix.scale();
    const bool even = on.matrix.keeps_shape();
    const double pen = unit_ * (even ? scale : 1);
    graphics::Stroke stroke;
    stroke.width = Length::pt(on.line_width * pen);
    stroke.cap = on.cap;
    stroke.join = on.join;
    for (const double dash : on.dashes) stroke.dashes.push_back(Length::pt(dash * pen));
    stroke.dash_offset = Length::pt(on.dash_offset * pen);
    stroke.paint = std::move(*paint);
    if (even) {
      shape.path = std::move(path);
      shape.stroke = std::move(stroke);
      add(on, std::move(shape));
      return;
    }
    // A pen that is no circle: the path is set on the axes on which the pen is one.
    const auto inverse = on.matrix.inverse();
    if (!inverse) return;
    if (!std::holds_alternative<Color>(stroke.paint.source)) throw Stop("it strokes with a gradient and a slanted pen");
    for (Point& point : path.points) {
      const auto [x, y] = inverse->apply(point.x.to_pt() / unit_, point.y.to_pt() / unit_);
      point = at(x, y);
    }
    shape.path = std::move(path);
    shape.stroke = std::move(stroke);
    auto group = std::make_shared<graphics::Group>();
    group->transform = on.matrix.affine(unit_);
    group->items.push_back({std::move(shape), graphics::artifact, {}});
    add(on, std::move(group));
  }

  bool on_paint(std::string_view word) {
    if (word == "fill+" || word == "fill") {
      Context& on = context();
      fill(on, finished(on.path), on.even_odd, 1);
    } else if (word == "stroke+" || word == "stroke") {
      stroke(context());
    } else if (word == "paint") {
      fill(context(), whole_, false, 1);
    } else if (word == "mask") {
      const Pattern mask = take<Pattern>();
      const auto* solid = std::get_if<Solid>(&mask.source);
      if (!solid) throw Stop("it uses a mask");
      fill(context(), whole_, false, solid->opacity);
    } else if (word == "clip+" || word == "clip") {
      Context& on = context();
      auto group = std::make_shared<graphics::Group>();
      group->clip = clip_path(finished(on.path), on.even_odd);
      graphics::DisplayList* inside = &group->items;
      add(on, std::move(group));
      on.target = inside;
    } else if (word == "reset-clip") {
      Context& on = context();
      on.target = &on.layer->items;
    } else {
      return false;
    }
    return true;
  }

  std::string_view rest_;
  double unit_;  ///< points in a unit of the script
  Path whole_;
  std::size_t marks_left_;
  std::vector<Value> stack_;
  std::map<std::string, Value, std::less<>> named_;
  std::shared_ptr<Layer> first_;
};

}  // namespace

ScriptDrawing read_cairo_script(std::string_view script, Size size, double width, const Matrix& placed,
                                std::size_t most_marks) {
  ScriptDrawing drawing;
  const auto group = std::make_shared<graphics::Group>();
  group->clip = Path().rect({Length{}, Length{}, size.width, size.height});
  try {
    const double unit = size.width.to_pt() / width;
    const auto upright = std::make_shared<graphics::Group>();
    upright->items = Interpreter(script, unit, *group->clip, most_marks).run();
    upright->transform = placed.inverse().value_or(Matrix{}).affine(unit);
    group->items.push_back({upright, graphics::artifact, {}});
  } catch (const Stop& stop) {
    drawing.fault = stop.what();
    return drawing;
  }
  drawing.items.push_back({group, graphics::artifact, {}});
  return drawing;
}

}  // namespace banxin::image
