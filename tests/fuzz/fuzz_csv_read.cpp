// CSV from anywhere: never crashes, what is accepted is written and read back equal, and blocks give the same
// rows.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "core/base/status.h"
#include "core/frame/csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  using namespace aerie::frame;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  CsvOptions options;
  options.infer_rows = 8;
  options.max_rows = 1'000;
  const auto frame = readCsvText(text, options);
  if (!frame.ok()) return messageOf(frame.status()).empty() ? std::abort(), 0 : 0;
  for (const Column& column : frame->columns()) options.types[column.name()] = column.type();
  const auto again = readCsvText(writeCsv(*frame), options);
  AERIE_CHECK(again.ok() && *again == *frame);
  std::istringstream in{std::string(text)};
  std::size_t rows = 0;
  AERIE_CHECK(readCsvBlocks(in, "fuzz.csv", options, 3, [&](const DataFrame& block) {
                rows += block.rows();
                return absl::OkStatus();
              }).ok());
  AERIE_CHECK(rows == frame->rows());
  return 0;
}
