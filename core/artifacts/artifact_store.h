// Where the bytes of bundles are kept: content-addressed by SHA-256, immutable, put whole or not at all.
//
// Threads: a store may be used from any number of threads; a writer belongs to one thread at a time.
// Errors: InvalidArgument = a digest that is not 64 lower-case hex digits, or content that is not what was
// announced; NotFound names the digest; ResourceExhausted = full disk; DataLoss = a stored object no longer
// has its digest.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::artifacts {

// What the sender announced. Absent parts are not checked.
struct Expectation {
  std::string digest;                 // lower-case hex; "" = unknown
  std::optional<std::uint64_t> size;  // known: appending more is refused at once
};

struct StoredObject {
  std::string digest;
  std::uint64_t size = 0;
  bool created = false;  // false: the store had it already
};

// An object on its way into the store. Dropped without commit() it leaves nothing behind.
class ArtifactWriter {
 public:
  virtual ~ArtifactWriter() = default;
  virtual absl::Status append(std::string_view bytes) = 0;
  // Ends the content: checks size and digest and makes the bytes durable. They can be read at the answered
  // path until commit() or destruction, so that their meaning can be checked before the object becomes
  // visible.
  virtual absl::StatusOr<std::filesystem::path> seal() = 0;
  // Makes the object visible, atomically. Seals when seal() was not called.
  virtual absl::StatusOr<StoredObject> commit() = 0;
  virtual std::uint64_t bytesWritten() const = 0;
};

class ArtifactStore {
 public:
  virtual ~ArtifactStore() = default;
  virtual absl::StatusOr<std::unique_ptr<ArtifactWriter>> beginPut(const Expectation& expected) = 0;
  // Copies the file into the store. Putting content that is there already is a success.
  virtual absl::StatusOr<StoredObject> putFile(const std::filesystem::path& source,
                                               const Expectation& expected = {}) = 0;
  // A local file with the object's content, valid while the object is not removed. Must not be written to.
  virtual absl::StatusOr<std::filesystem::path> path(std::string_view digest) const = 0;
  virtual absl::StatusOr<bool> contains(std::string_view digest) const = 0;
  // Reads the object and compares its digest.
  virtual absl::Status verify(std::string_view digest) const = 0;
  virtual absl::Status remove(std::string_view digest) = 0;
  // Sorted by digest.
  virtual absl::StatusOr<std::vector<StoredObject>> list() const = 0;
};

}  // namespace aerie::artifacts
