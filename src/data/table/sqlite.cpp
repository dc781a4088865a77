#include "data/table/sqlite.hpp"

#include <mutex>
#include <new>

namespace banxin::data {

namespace {

constexpr const char* fixed_clock = "banxin-fixed-clock";

/// The default file system with a clock that does not run, so that a query has the same result every day.
void register_clock() {
  static std::once_flag once;
  static sqlite3_vfs system;
  std::call_once(once, [] {
    system = *sqlite3_vfs_find(nullptr);
    system.zName = fixed_clock;
    system.pNext = nullptr;
    system.xCurrentTime = [](sqlite3_vfs*, double* julian_day) {
      *julian_day = 2440587.5;
      return SQLITE_OK;
    };
    system.xCurrentTimeInt64 = [](sqlite3_vfs*, sqlite3_int64* milliseconds) {
      *milliseconds = 210866760000000;
      return SQLITE_OK;
    };
    sqlite3_vfs_register(&system, 0);
  });
}

}  // namespace

Database open_database() {
  register_clock();
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, fixed_clock);
  Database result(database);
  if (code != SQLITE_OK) throw std::bad_alloc();
  return result;
}

Statement prepare(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  return Statement(statement);
}

std::string quoted_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace banxin::data
