// The schema of `data:`.
#pragma once

#include "model/data_source.hpp"
#include "model/schema.hpp"

namespace banxin::model {

/// A file's name, or a mapping with `file`, `rows` or `query`.
Type<DataSource> data_source();
/// A row of a table in the report.
Type<DataRow> data_row();
/// text, number, percent, date or boolean.
Type<table::Type> column_type();

}  // namespace banxin::model
