// Inside the bundle room: the archive as a stream of entries. zstd is decoded here, tar by libarchive on top
// of it, so that sizes, ratio and the very end of the file are checked while the bytes pass, before anything
// is believed.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/bundle/bundle.h"

namespace aerie::bundle {

// Fills the buffer from the start of the file on; answers the number of bytes, 0 at the end.
using ByteSource = std::function<absl::StatusOr<std::size_t>(char* buffer, std::size_t capacity)>;
// Takes the next bytes of a stream.
using ByteSink = std::function<absl::Status(std::string_view bytes)>;

// Told of one regular file after another: begin, data..., end. Paths were checked.
class EntryConsumer {
 public:
  virtual ~EntryConsumer() = default;
  virtual absl::Status begin(const std::string& path, std::uint64_t size) = 0;
  virtual absl::Status data(std::string_view bytes) = 0;
  virtual absl::Status end() = 0;
};

struct ArchiveTotals {
  std::string digest;  // hex SHA-256 of the archive
  std::uint64_t size_bytes = 0;
};
// Reads an archive whole. `name` begins every message.
absl::StatusOr<ArchiveTotals> readArchive(const ByteSource& source, std::string_view name,
                                          const Limits& limits, EntryConsumer& consumer);
// The same for a tar stream without zstd around it: what the decoder hands to the tar reader.
absl::Status readTar(const ByteSource& source, std::string_view name, const Limits& limits,
                     EntryConsumer& consumer);

// One file of an archive to write: `feed` pushes exactly `size` bytes.
struct OutputFile {
  std::string path;
  std::uint64_t size = 0;
  std::function<absl::Status(const ByteSink&)> feed;
};
// Writes the files in the given order with fixed times, owners and modes.
absl::Status writeArchive(const std::vector<OutputFile>& files, const ByteSink& sink);

// Relative, '/'-separated, each part of [A-Za-z0-9_.-] and neither "." nor "..", at most 200 characters.
absl::Status checkPath(std::string_view path);

}  // namespace aerie::bundle
