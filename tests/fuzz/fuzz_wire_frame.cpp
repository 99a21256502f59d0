// Bytes -> message -> frame. Whatever is accepted must survive encoding, slicing, splitting and merging.
#include <cstdint>
#include <cstdlib>

#include "core/frame/wire.h"

using namespace aerie;
using namespace aerie::frame;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  v1::DataFrame message;
  if (!message.ParseFromArray(data, static_cast<int>(size))) return 0;
  absl::StatusOr<DataFrame> frame = fromWire(std::move(message), {.max_rows = 1'000, .max_columns = 50});
  if (!frame.ok()) {
    require(frame.status().code() == absl::StatusCode::kInvalidArgument && !frame.status().message().empty());
    return 0;
  }
  v1::DataFrame encoded;
  toWire(*frame, &encoded);
  require(fromWire(encoded).value() == *frame);
  Part odd;
  Part even;
  for (std::uint32_t row = 0; row < frame->rows(); ++row) (row % 2 == 0 ? even : odd).rows.push_back(row);
  odd.frame = frame->gather(odd.rows);
  even.frame = frame->gather(even.rows);
  const Part parts[] = {odd, even};
  require(scatterMerge(parts, frame->rows()).value() == *frame);
  const DataFrame slice = frame->slice(frame->rows() / 2, frame->rows() - frame->rows() / 2);
  toWire(slice, &encoded);
  require(fromWire(std::move(encoded)).value() == slice);
  for (const Column& column : frame->columns()) {
    for (std::size_t row = 0; row < column.rows(); ++row) (void)column.textAt(row);
  }
  return 0;
}
