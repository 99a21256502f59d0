// TFRecord: TensorFlow's container of byte records. Each record is
//   length (u64, little-endian), masked CRC-32C of the length's 8 bytes, data, masked CRC-32C of the data.
// Segments of the feature log hold such a stream compressed with zstd: `zstd -d` gives a plain TFRecord file.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace aerie::telemetry {

// Appends one framed record to `out`.
void appendTfRecord(std::string_view data, std::string* out);

// Fills the span from the front; returns the bytes read, fewer than asked for only at the end of the data.
using ByteSource = std::function<absl::StatusOr<std::size_t>(std::span<char>)>;
// Reads from memory that the caller keeps alive.
ByteSource memorySource(std::string_view bytes);
// NotFound when there is no such file. Suffix ".zst": decompressed on the fly (any number of zstd frames;
// DataLoss for a cut or damaged one).
absl::StatusOr<ByteSource> fileSource(const std::filesystem::path& path);

// Not thread-safe. After an error, next() keeps returning it.
class TfRecordReader final {
 public:
  static constexpr std::size_t kDefaultLimit = 64ULL << 20;
  // `name` is used in messages; records over `limit` bytes are refused.
  TfRecordReader(ByteSource source, std::string name, std::size_t limit = kDefaultLimit);

  // The next record, or nullopt at a clean end. DataLoss names the offset (in the uncompressed stream) of the
  // record that is truncated, too long or does not match its sums.
  absl::StatusOr<std::optional<std::string>> next();
  // Where the next record begins.
  std::uint64_t offset() const { return offset_; }

 private:
  absl::StatusOr<std::optional<std::string>> read();

  ByteSource source_;
  std::string name_;
  std::size_t limit_;
  std::uint64_t offset_ = 0;
  absl::Status failed_;
};

// Length in bytes of the whole zstd frames at the front of `bytes`: what a crash left readable of a segment.
std::size_t wholeZstdFrames(std::string_view bytes);

}  // namespace aerie::telemetry
