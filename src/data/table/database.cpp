#include "data/table/database.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <new>
#include <utility>

#include "data/table/sqlite.hpp"
#include "data/table/typed.hpp"

namespace banxin::data {

namespace {

std::string column_text(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return text == nullptr ? std::string()
                         : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
}

/// A cell of a result row: its value, and how it reads.
RawCell cell(sqlite3_stmt* statement, int column, Span span, RawTable& table) {
  RawCell out;
  out.span = span;
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: {
      const double number = sqlite3_column_double(statement, column);
      out.value = &table.values.emplace_back(number);
      out.text = table.texts.emplace_back(fmt::format("{:.15g}", number));
      break;
    }
    case SQLITE_NULL: out.value = &table.values.emplace_back(); break;
    default: out.text = table.texts.emplace_back(column_text(statement, column));
  }
  return out;
}

/// Reads the rows of a statement; the code of its last step.
int read_rows(sqlite3_stmt* statement, Span span, std::size_t most, RawTable& table) {
  const int columns = sqlite3_column_count(statement);
  for (int i = 0; i < columns; ++i) {
    RawCell name;
    name.text = table.texts.emplace_back(sqlite3_column_name(statement, i));
    name.span = span;
    table.names.push_back(name);
  }
  int code = SQLITE_ROW;
  std::size_t rows = 0;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    if (rows++ == most) return SQLITE_TOOBIG;
    for (int i = 0; i < columns; ++i) table.cells.push_back(cell(statement, i, span, table));
  }
  return code;
}

std::vector<std::string> tables_of(sqlite3* database) {
  std::vector<std::string> names;
  const Statement statement = prepare(
      database,
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
  while (statement && sqlite3_step(statement.get()) == SQLITE_ROW) names.push_back(column_text(statement.get(), 0));
  return names;
}

}  // namespace

std::optional<RawTable> read_database(const source::SourceFiles& files, FileId id, const model::DataSource& source,
                                      Diagnostics& diagnostics) {
  const std::string_view bytes = files.file(id).text();
  const Span span = source.file->span;
  const Database database = open_database();
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (copy == nullptr && !bytes.empty()) throw std::bad_alloc();
  std::memcpy(copy, bytes.data(), bytes.size());
  sqlite3_deserialize(database.get(), "main", copy, static_cast<sqlite3_int64>(bytes.size()),
                      static_cast<sqlite3_int64>(bytes.size()),
                      SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  const std::vector<std::string> names = tables_of(database.get());
  if (names.empty()) {
    diagnostics.report(MessageId::database_unreadable, span, {source.file->value, sqlite3_errmsg(database.get())});
    return std::nullopt;
  }
  std::string table_name = names.front();
  const std::vector<std::string_view> views(names.begin(), names.end());
  if (source.sheet) {
    table_name = source.sheet->value;
    if (std::find(names.begin(), names.end(), table_name) == names.end()) {
      diagnostics.report(MessageId::sheet_unknown, source.sheet->span, {source.file->value, table_name},
                         did_you_mean(table_name, views, "it has"));
      return std::nullopt;
    }
  } else if (names.size() > 1) {
    diagnostics.report(MessageId::sheet_missing, span, {source.file->value},
                       fmt::format("name one with `sheet`: {}", fmt::join(names, ", ")));
    return std::nullopt;
  }
  RawTable table;
  const Statement statement = prepare(database.get(), "SELECT * FROM " + quoted_name(table_name));
  const int code = statement ? read_rows(statement.get(), span, largest_rows, table) : SQLITE_ERROR;
  if (code == SQLITE_TOOBIG) {
    diagnostics.report(MessageId::data_too_large, span, {"more rows", fmt::format("{}", largest_rows)},
                       "use a query with LIMIT");
    return std::nullopt;
  }
  if (code != SQLITE_DONE) {
    diagnostics.report(MessageId::database_unreadable, span, {source.file->value, sqlite3_errmsg(database.get())});
    return std::nullopt;
  }
  return table;
}

namespace {

/// SQL functions whose results differ from run to run, or that reach outside.
bool refused_function(std::string_view name) {
  for (const std::string_view refused : {"random", "randomblob", "load_extension", "sqlite_version", "sqlite_source_id",
                                         "changes", "total_changes", "last_insert_rowid"}) {
    if (name == refused) return true;
  }
  return false;
}

class Query {
 public:
  Query(const std::string& name, const model::DataSource& source, const TableByName& table,
        const std::vector<std::string_view>& names, const std::vector<expression::Variable>& parameters,
        Diagnostics& diagnostics)
      : name_(name),
        source_(source),
        table_(table),
        names_(names),
        parameters_(parameters),
        diagnostics_(diagnostics),
        database_(open_database()) {}

  std::shared_ptr<const table::Table> run() {
    Statement statement = prepared();
    if (!statement) return nullptr;
    if (!bind(statement.get())) return nullptr;
    sqlite3_progress_handler(
        database_.get(), 1000, [](void* query) { return static_cast<Query*>(query)->too_long(); }, this);
    RawTable raw;
    const int code = read_rows(statement.get(), source_.query->span, largest_rows, raw);
    if (code == SQLITE_INTERRUPT || code == SQLITE_TOOBIG) {
      diagnostics_.report(
          MessageId::query_too_large, source_.query->span,
          {code == SQLITE_TOOBIG ? fmt::format("{} rows", largest_rows) : fmt::format("{} steps", largest_query_steps)},
          "select less, or end a recursion");
      return nullptr;
    }
    if (code != SQLITE_DONE) {
      report_error(-1);
      return nullptr;
    }
    return result(statement.get(), raw);
  }

 private:
  int too_long() {
    steps_ += 1000;
    return steps_ > largest_query_steps ? 1 : 0;
  }

  /// Tables are loaded when SQLite misses them, so that a query pays only for those that it names.
  Statement prepared() {
    const std::string& sql = source_.query->value;
    for (std::size_t tries = 0; tries <= names_.size(); ++tries) {
      allow_reading(true);
      sqlite3_stmt* found = nullptr;
      const char* tail = nullptr;
      const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &found, &tail);
      Statement statement(found);
      if (code == SQLITE_OK && statement) {
        if (!single(tail)) return nullptr;
        return statement;
      }
      const std::string missing = missing_table();
      const int offset = sqlite3_error_offset(database_.get());
      if (missing.empty() || !known(missing)) {
        report_error(offset);
        return nullptr;
      }
      allow_reading(false);
      const auto table = table_(missing);
      if (!table) return nullptr;  // reported where it was read
      load(*table, missing);
    }
    return nullptr;
  }

  [[nodiscard]] bool known(std::string_view table) const {
    return std::find(names_.begin(), names_.end(), table) != names_.end();
  }

  bool single(const char* tail) {
    for (; *tail != '\0'; ++tail) {
      if (std::strchr(" \t\r\n;", *tail) != nullptr) continue;
      report("there is a second statement", static_cast<int>(tail - source_.query->value.data()), "write one SELECT");
      return false;
    }
    return true;
  }

  /// The table of “no such table: x”.
  [[nodiscard]] std::string missing_table() const {
    constexpr std::string_view words = "no such table: ";
    const std::string_view message = sqlite3_errmsg(database_.get());
    return message.starts_with(words) ? std::string(message.substr(words.size())) : std::string();
  }

  void allow_reading(bool only) {
    if (!only) {
      sqlite3_set_authorizer(database_.get(), nullptr, nullptr);
      return;
    }
    sqlite3_set_authorizer(
        database_.get(),
        [](void*, int action, const char*, const char* function, const char*, const char*) {
          if (action == SQLITE_FUNCTION) return refused_function(function) ? SQLITE_DENY : SQLITE_OK;
          const bool reads = action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE;
          return reads ? SQLITE_OK : SQLITE_DENY;
        },
        nullptr);
  }

  void load(const table::Table& table, const std::string& name) {
    std::string columns, marks;
    for (const table::Column& column : table.columns()) {
      const bool number = column.type == table::Type::number || column.type == table::Type::percent;
      columns += (columns.empty() ? "" : ", ") + quoted_name(column.name) + (number ? " REAL" : "");
      marks += marks.empty() ? "?" : ", ?";
    }
    execute("CREATE TABLE " + quoted_name(name) + " (" + columns + ")");
    execute("BEGIN");
    const Statement insert = prepare(database_.get(), "INSERT INTO " + quoted_name(name) + " VALUES (" + marks + ")");
    if (!insert) throw std::bad_alloc();
    for (std::size_t row = 0; row < table.rows(); ++row) {
      for (std::size_t i = 0; i < table.columns().size(); ++i) {
        bind_value(insert.get(), static_cast<int>(i) + 1, table.columns()[i].values[row]);
        reconstructed_ |= table.provenance(row, i) == Provenance::reconstructed;
      }
      if (sqlite3_step(insert.get()) != SQLITE_DONE) throw std::bad_alloc();
      sqlite3_reset(insert.get());
    }
    execute("COMMIT");
    loaded_.emplace(name, &table);
    keep_.push_back(table_(name));
  }

  void execute(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw std::bad_alloc();
  }

  static void bind_value(sqlite3_stmt* statement, int index, const table::Value& value) {
    if (const double* number = std::get_if<double>(&value)) {
      sqlite3_bind_double(statement, index, *number);
    } else if (const bool* flag = std::get_if<bool>(&value)) {
      sqlite3_bind_int(statement, index, *flag ? 1 : 0);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      sqlite3_bind_text(statement, index, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
    } else if (const auto* date = std::get_if<table::Date>(&value)) {
      const std::string iso = date->iso();
      sqlite3_bind_text(statement, index, iso.data(), static_cast<int>(iso.size()), SQLITE_TRANSIENT);
    } else {
      sqlite3_bind_null(statement, index);
    }
  }

  bool bind(sqlite3_stmt* statement) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
      const char* written = sqlite3_bind_parameter_name(statement, i);
      const std::string_view name = written == nullptr ? std::string_view("?") : std::string_view(written).substr(1);
      const auto found = std::find_if(parameters_.begin(), parameters_.end(),
                                      [&](const expression::Variable& one) { return one.name == name; });
      if (found == parameters_.end()) {
        std::vector<std::string_view> names;
        for (const expression::Variable& one : parameters_) names.push_back(one.name);
        const std::size_t at = written == nullptr ? std::string::npos : source_.query->value.find(written);
        report(fmt::format("there is no parameter “{}”", name), at == std::string::npos ? -1 : static_cast<int>(at),
               did_you_mean(name, names, "parameters are"));
        return false;
      }
      bind_value(statement, i, found->value);
    }
    return true;
  }

  void report_error(int offset) {
    const std::string message = sqlite3_errmsg(database_.get());
    std::string help;
    if (const std::string missing = missing_table(); !missing.empty()) {
      help = did_you_mean(missing, names_, "tables are");
      if (offset < 0) offset = static_cast<int>(source_.query->value.find(missing));
    } else if (message.starts_with("no such column: ")) {
      const std::string column = message.substr(std::string_view("no such column: ").size());
      std::vector<std::string_view> columns;
      for (const auto& [name, loaded] : loaded_) {
        for (const table::Column& one : loaded->columns()) columns.push_back(one.name);
      }
      help = did_you_mean(column, columns, "columns are");
      if (offset < 0) offset = static_cast<int>(source_.query->value.find(column));
    } else if (message.starts_with("not authorized")) {
      help = "a query may only read, and must have the same result each time";
    }
    report(message, offset, std::move(help));
  }

  void report(const std::string& message, int offset, std::string help) {
    Span span = source_.query->span;
    if (offset >= 0 && static_cast<std::size_t>(offset) < source_.query->value.size()) {
      const std::string& sql = source_.query->value;
      std::size_t end = static_cast<std::size_t>(offset);
      while (end < sql.size() && std::strchr(" \t\r\n,;()", sql[end]) == nullptr) ++end;
      span = source_.query_map.at(static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(end));
    }
    diagnostics_.report(MessageId::query_wrong, span, {name_, message}, std::move(help));
  }

  std::shared_ptr<const table::Table> result(sqlite3_stmt* statement, RawTable& raw) {
    model::DataSource typing = source_;
    typing.provenance = reconstructed_ ? Provenance::reconstructed : Provenance::derived;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const char* owner = sqlite3_column_table_name(statement, i);
      const char* origin = sqlite3_column_origin_name(statement, i);
      const std::string name = sqlite3_column_name(statement, i);
      if (owner == nullptr || origin == nullptr || typing.columns.contains(name)) continue;
      const auto loaded = loaded_.find(owner);
      if (loaded == loaded_.end()) continue;
      const std::size_t column = loaded->second->column(origin);
      if (column == table::Table::none) continue;
      const table::Column& known = loaded->second->columns()[column];
      typing.columns[name] = {{known.type, known.unit}, source_.query->span};
    }
    auto made = typed(name_, raw, typing, diagnostics_);
    if (!made) return nullptr;
    auto result = std::make_shared<table::Table>(*made);
    result->origin.query = source_.query->value;
    return result;
  }

  const std::string& name_;
  const model::DataSource& source_;
  const TableByName& table_;
  const std::vector<std::string_view>& names_;
  const std::vector<expression::Variable>& parameters_;
  Diagnostics& diagnostics_;
  Database database_;
  std::map<std::string, const table::Table*, std::less<>> loaded_;
  std::vector<std::shared_ptr<const table::Table>> keep_;
  std::size_t steps_ = 0;
  bool reconstructed_ = false;
};

}  // namespace

std::shared_ptr<const table::Table> run_query(const std::string& name, const model::DataSource& source,
                                              const TableByName& table, const std::vector<std::string_view>& names,
                                              const std::vector<expression::Variable>& parameters,
                                              Diagnostics& diagnostics) {
  return Query(name, source, table, names, parameters, diagnostics).run();
}

}  // namespace banxin::data
