#include "model/data_source_table.hpp"

#include <utility>

#include "model/value_types.hpp"

namespace banxin::model {

namespace {

const Object<ColumnSpec>& column_table() {
  static const Object<ColumnSpec> table =
      Object<ColumnSpec>("column", "a column", "What the cells of a column are.")
          .key("type", &ColumnSpec::type, column_type(), "The type of its cells.", required())
          .key("unit", &ColumnSpec::unit, text("a unit"), "The unit of its numbers, such as 万元.");
  return table;
}

Type<ColumnSpec> column() {
  return either(object(column_table),
                through<ColumnSpec>(column_type(), [](Reader&, source::YamlNode, table::Type&& type, ColumnSpec& out) {
                  out.type = type;
                  return true;
                }));
}

const Object<DataCell>& cell_table() {
  static const Object<DataCell> table =
      Object<DataCell>("data_cell", "a cell", "A cell with its provenance.")
          .key("value", &DataCell::text, text("a value"), "Its value.", required())
          .key("provenance", &DataCell::provenance, provenance(), "The provenance of this cell alone.");
  return table;
}

Type<DataCell> cell() {
  Type<DataCell> type =
      either(object(cell_table),
             through<DataCell>(text("a value"), [](Reader&, source::YamlNode node, std::string&& value, DataCell& out) {
               out.text = {std::move(value), node.span()};
               return true;
             }));
  type.accepts_empty = true;
  type.read = [read = std::move(type.read)](Reader& reader, source::YamlNode node, std::string_view name,
                                            DataCell& out) {
    if (node.kind() != source::NodeKind::null) return read(reader, node, name, out);
    out.text.span = node.span();
    return true;
  };
  return type;
}

/// `{ 城市: 北京, 占比: 33.3% }` or `[北京, 33.3%]`.
Type<DataRow> row() {
  Type<DataCell> one = cell();
  Type<std::map<std::string, DataCell>> named = map_of<DataCell>(cell());
  Type<std::vector<DataCell>> listed = list<DataCell>(cell());
  ShapePtr shape = detail::either_shape(named.shape, listed.shape);
  return {shape,
          [one = std::move(one), shape](Reader& reader, source::YamlNode node, std::string_view name, DataRow& out) {
            out.span = node.span();
            out.named = node.is_mapping();
            bool good = true;
            const auto add = [&](Spanned<std::string> column, source::YamlNode value) {
              DataCell read;
              good = one.read(reader, value, column.value.empty() ? name : column.value, read) && good;
              out.cells.emplace_back(std::move(column), std::move(read));
            };
            if (node.is_mapping()) {
              node.each_entry([&](source::YamlNode key, source::YamlNode value) {
                add({std::string(key.text()), key.span()}, value);
              });
            } else if (node.is_sequence()) {
              node.each_item([&](source::YamlNode value) { add({}, value); });
            } else {
              reader.wrong_type(node, name, "a row: a mapping from columns to values, or a list");
              return false;
            }
            return good;
          }};
}

const Object<DataSource>& data_source_table() {
  using D = DataSource;
  static const Object<D> table =
      Object<D>("data_source", "a table of data", "Where a table comes from.")
          .key("file", &D::file, text("the name of a data file"),
               "A file of the report's folder: .csv, .tsv, .json, .xlsx, .sqlite or .db.")
          .key("sheet", &D::sheet, text("a name"), "The sheet of a workbook, or the table of a database.")
          .key("key", &D::key, text("the name of a column"), "The column that names rows.", by_default("the first"))
          .key("columns", &D::columns, map_of<Spanned<ColumnSpec>>(column()),
               "Types and units of columns; the type of others follows from their cells.")
          .key("provenance", &D::provenance, provenance(), "The provenance of its numbers.")
          .key("source", &D::source, text(), "Who published them.")
          .key("rows", &D::rows, list<DataRow>(row()), "The rows, in the report itself.")
          .key(
              "query", text("a SELECT statement"),
              [](D& source, std::string value, Span span) {
                source.query = {std::move(value), span};
              },
              "SQL over the other tables; `:name` is a parameter.")
          .check([](Reader& reader, source::YamlNode node, D& source) {
            source.span = node.span();
            std::vector<std::string_view> given;
            for (const std::string_view key : {"file", "rows", "query"}) {
              if (node.find(key)) given.push_back(key);
            }
            if (given.empty()) reader.missing_key(node, "a table of data", "file");
            if (given.size() > 1) {
              reader.report(MessageId::keys_exclude, node.find(given[1]).span(),
                            {"a table of data", given[0], given[1]});
            }
            if (const source::YamlNode query = node.find("query")) source.query_map = query.map();
          });
  return table;
}

}  // namespace

Type<table::Type> column_type() {
  using table::Type;
  return choice<Type>({{"text", Type::text, "words"},
                       {"number", Type::number, "a number"},
                       {"percent", Type::percent, "a share, such as 34.5%"},
                       {"date", Type::date, "a day, month, quarter or year"},
                       {"boolean", Type::boolean, "true or false"}});
}

Type<DataRow> data_row() { return row(); }

Type<DataSource> data_source() {
  return either(object(data_source_table),
                through<DataSource>(text("the name of a data file"),
                                    [](Reader&, source::YamlNode node, std::string&& name, DataSource& out) {
                                      out.file = Spanned<std::string>{std::move(name), node.span()};
                                      out.span = node.span();
                                      return true;
                                    }));
}

}  // namespace banxin::model
