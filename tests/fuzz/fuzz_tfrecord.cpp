// TFRecord reading must survive any bytes, and a stream of records that it accepts must read back the same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/telemetry/tfrecord.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie::telemetry;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (wholeZstdFrames(bytes) > size) std::abort();
  TfRecordReader reader(memorySource(bytes), "fuzz", 1 << 20);
  std::string again;
  while (true) {
    const auto record = reader.next();
    if (!record.ok() || !*record) break;
    appendTfRecord(**record, &again);
  }
  if (again.size() != reader.offset() || bytes.substr(0, again.size()) != again) std::abort();
  return 0;
}
