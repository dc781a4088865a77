// Owners of SQLite's objects.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

namespace banxin::data {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// An empty database in memory whose clock is at the start of 1970. Throws std::bad_alloc.
Database open_database();
/// Null if the SQL is wrong; `sqlite3_errmsg` and `sqlite3_error_offset` tell why.
Statement prepare(sqlite3* database, const std::string& sql);
/// A name in SQL: "a ""b""".
std::string quoted_name(std::string_view name);

}  // namespace banxin::data
