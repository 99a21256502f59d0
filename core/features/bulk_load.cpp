#include "core/features/bulk_load.h"

#include <algorithm>
#include <array>
#include <optional>
#include <streambuf>

#include "core/base/status.h"
#include "core/frame/csv.h"

namespace aerie::features {
namespace {

// Passes a stream on and counts what has been read of it.
class CountingBuffer final : public std::streambuf {
 public:
  explicit CountingBuffer(std::istream& source) : source_(source) {}
  std::uint64_t bytes() const { return bytes_; }

 protected:
  int_type underflow() override {
    const std::streamsize count =
        source_.rdbuf()->sgetn(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (count <= 0) return traits_type::eof();
    bytes_ += static_cast<std::uint64_t>(count);
    setg(block_.data(), block_.data(), block_.data() + count);
    return traits_type::to_int_type(block_[0]);
  }

 private:
  std::istream& source_;
  std::array<char, 1 << 16> block_{};
  std::uint64_t bytes_ = 0;
};

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The schema of a new table, from the first block of the file.
absl::StatusOr<TableSchema> schemaOf(const BulkLoadOptions& options, const frame::DataFrame& frame) {
  TableSchema schema{options.table, options.key, {}};
  for (const std::string& part : options.key) {
    const auto column = frame.get(part);
    if (!column.ok()) return invalidArgument("key column: {}", messageOf(column.status()));
  }
  if (!options.columns.empty()) {
    for (const std::string& name : options.columns) {
      AERIE_ASSIGN_OR_RETURN(const frame::Column* column, frame.get(name));
      schema.columns.push_back({name, column->type(), column->dimension()});
    }
    return schema;
  }
  for (const frame::Column& column : frame.columns()) {
    if (!contains(options.key, column.name())) {
      schema.columns.push_back({column.name(), column.type(), column.dimension()});
    }
  }
  return schema;
}

}  // namespace

absl::StatusOr<BulkLoadProgress> bulkLoadCsv(std::istream& in, const std::string& source, FeatureStore& store,
                                             const BulkLoadOptions& options) {
  if (options.key.empty()) return invalidArgument("{}: name at least one key column", source);
  frame::CsvOptions csv;
  csv.types = options.types;
  // A table that is there already decides the types that the caller left open.
  const auto existing = store.schema(options.table);
  if (existing.ok()) {
    for (const TableColumn& column : existing->columns) csv.types.emplace(column.name, column.type);
  } else if (!absl::IsNotFound(existing.status())) {
    return existing.status();
  }
  CountingBuffer buffer(in);
  std::istream counted(&buffer);
  BulkLoadProgress progress;
  std::optional<TableSchema> schema;
  const auto consume = [&](const frame::DataFrame& block) -> absl::Status {
    if (block.rows() == 0) return absl::OkStatus();
    if (!schema.has_value()) {
      AERIE_ASSIGN_OR_RETURN(schema, schemaOf(options, block));
      const bool same_key = !existing.ok() || existing->key == schema->key;
      if (!same_key) {
        return failedPrecondition("feature table '{}' is keyed by {}, not by {}", options.table,
                                  fmt::join(existing->key, ", "), fmt::join(schema->key, ", "));
      }
    }
    AERIE_RETURN_IF_ERROR(store.put(*schema, block));
    progress.rows += block.rows();
    progress.bytes = buffer.bytes();
    if (options.progress && !options.progress(progress)) {
      return absl::CancelledError("stopped; the rows stored so far stay");
    }
    return absl::OkStatus();
  };
  const absl::Status status =
      frame::readCsvBlocks(counted, source, csv, std::max<std::size_t>(1, options.batch_rows), consume);
  AERIE_RETURN_IF_ERROR(withContext(
      status, fmt::format("after {} rows into feature table '{}'", progress.rows, options.table)));
  if (progress.rows == 0) return invalidArgument("{} has no rows, so nothing was stored", source);
  progress.bytes = buffer.bytes();
  return progress;
}

}  // namespace aerie::features
