// CSV (RFC 4180) with a header row, to and from frames. Types are given, or inferred: int64, double, bool,
// string.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <istream>
#include <map>
#include <string>

#include "core/frame/data_frame.h"

namespace aerie::frame {

struct CsvOptions {
  std::map<std::string, DataType>
      types;  // columns not named here are inferred from the first `infer_rows` rows
  std::size_t infer_rows = 1'000;
  std::size_t max_rows = 50'000'000;
  char separator = ',';
};

// Empty cells are null. InvalidArgument names line and column. `source` is used in messages.
absl::StatusOr<DataFrame> readCsv(std::istream& in, std::string_view source, const CsvOptions& options = {});
absl::StatusOr<DataFrame> readCsvText(std::string_view text, const CsvOptions& options = {});

// Reads block by block for data that should not be held at once: `consume` gets frames of at most
// `block_rows` rows.
absl::Status readCsvBlocks(std::istream& in, std::string_view source, const CsvOptions& options,
                           std::size_t block_rows,
                           const std::function<absl::Status(const DataFrame&)>& consume);
std::string writeCsv(const DataFrame& frame);

}  // namespace aerie::frame
