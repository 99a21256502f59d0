#include "core/storage/connection.h"

namespace aerie::storage {

Statement::Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* statement, std::string sql,
                     bool cached)
    : connection_(std::move(connection)), statement_(statement), sql_(std::move(sql)), cached_(cached) {}

Statement::Statement(Statement&& other) noexcept
    : connection_(std::move(other.connection_)),
      statement_(std::exchange(other.statement_, nullptr)),
      sql_(std::move(other.sql_)),
      cached_(other.cached_),
      binding_(std::move(other.binding_)) {}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  // A second statement of the same text may have been in use meanwhile and be back already.
  if (!cached_ || !connection_->idle.try_emplace(sql_, statement_).second) sqlite3_finalize(statement_);
  connection_->mutex.unlock();
}

void Statement::noteBinding(int code) {
  if (code != SQLITE_OK && binding_.ok())
    binding_ = connection_->error(code, "binding a value of '" + sql_ + "'");
}

Statement& Statement::bind(int index, std::int64_t value) {
  noteBinding(sqlite3_bind_int64(statement_, index, value));
  return *this;
}

Statement& Statement::bind(int index, double value) {
  noteBinding(sqlite3_bind_double(statement_, index, value));
  return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
  // A null pointer would bind NULL where "" is meant.
  const char* data = text.data() == nullptr ? "" : text.data();
  noteBinding(sqlite3_bind_text64(statement_, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bindBlob(int index, std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  noteBinding(sqlite3_bind_blob64(statement_, index, data, bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bindNull(int index) {
  noteBinding(sqlite3_bind_null(statement_, index));
  return *this;
}

absl::StatusOr<bool> Statement::step() {
  if (!binding_.ok()) return binding_;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const absl::Status status = connection_->error(code, "running '" + sql_ + "'");
  sqlite3_reset(statement_);
  return status;
}

absl::Status Statement::run() {
  while (true) {
    const auto row = step();
    if (!row.ok()) return row.status();
    if (!*row) return absl::OkStatus();
  }
}

void Statement::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  binding_ = absl::OkStatus();
}

bool Statement::isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t Statement::int64(int column) const { return sqlite3_column_int64(statement_, column); }

double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

int Statement::columns() const { return sqlite3_column_count(statement_); }

std::string_view Statement::columnName(int column) const {
  const char* name = sqlite3_column_name(statement_, column);
  return name == nullptr ? std::string_view() : std::string_view(name);
}

}  // namespace aerie::storage
