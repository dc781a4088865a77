// The schema of `data:`.
#pragma once

#include "model/data_source.hpp"
#include "model/schema.hpp"

namespace banxin::model {

/// A file's name, or a mapping with `file`, `rows` or `query`.
Type<DataSource> data_source();
/// text, number, percent, date or boolean.
Type<table::Type> column_type();

}  // namespace banxin::model
