// Reading a bundle must survive any bytes, as an archive and as the tar inside one (which random bytes would
// never reach through zstd), and must never hand on a path that leaves the bundle or more bytes than the
// limits allow.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/bundle/bundle_reader.h"

namespace {

using namespace aerie;

// Passes everything on to the real reader and checks what it is told.
class Guard final : public bundle::EntryConsumer {
 public:
  Guard(bundle::EntryConsumer& next, const bundle::Limits& limits) : next_(next), limits_(limits) {}
  absl::Status begin(const std::string& path, std::uint64_t size) override {
    if (path.front() == '/' || ("/" + path + "/").find("/../") != std::string::npos) std::abort();
    declared_ = size;
    seen_ = 0;
    return next_.begin(path, size);
  }
  absl::Status data(std::string_view bytes) override {
    seen_ += bytes.size();
    total_ += bytes.size();
    if (seen_ > declared_ || total_ > limits_.total_bytes) std::abort();
    return next_.data(bytes);
  }
  absl::Status end() override {
    if (seen_ != declared_) std::abort();
    return next_.end();
  }

 private:
  bundle::EntryConsumer& next_;
  const bundle::Limits& limits_;
  std::uint64_t declared_ = 0;
  std::uint64_t seen_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  bundle::Limits limits;
  limits.total_bytes = 1 << 20;
  limits.file_bytes = 1 << 20;
  limits.metadata_bytes = 1 << 16;
  limits.files = 20;
  (void)bundle::inspectBytes(bytes, "fuzz", limits);

  bundle::BundleReader reader("fuzz", nullptr, limits, {});
  Guard guard(reader, limits);
  const bundle::ByteSource tar = [rest = bytes](char* buffer,
                                                std::size_t capacity) mutable -> absl::StatusOr<std::size_t> {
    const std::size_t n = rest.copy(buffer, capacity);
    rest.remove_prefix(n);
    return n;
  };
  if (bundle::readTar(tar, "fuzz", limits, guard).ok()) (void)reader.finish({});
  return 0;
}
