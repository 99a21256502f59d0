// Files: whole-file reads and atomic writes, and temporary directories that clean up after themselves.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace aerie {

// Default bound of readFile: configs and keys, not data sets.
inline constexpr std::uintmax_t kMaxSmallFile = 256ULL << 20;

// NotFound, or FailedPrecondition for a directory or a file over `limit` bytes.
absl::StatusOr<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit = kMaxSmallFile);

// Writes beside the target, syncs, renames over it: a reader sees the old or the new file whole, also after a
// crash. Makes missing parent directories. `mode` are the permission bits.
absl::Status writeFileAtomic(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

// mkdir -p with a Status. `mode` applies to the last component when it is made.
absl::Status makeDirectories(const std::filesystem::path& path, unsigned mode = 0755);

// A fresh directory under $TMPDIR, removed with everything in it by the destructor.
class TempDir final {
 public:
  static absl::StatusOr<TempDir> create(std::string_view prefix = "aerie");
  TempDir(TempDir&& other) noexcept;
  TempDir& operator=(TempDir&&) = delete;
  ~TempDir();
  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TempDir(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace aerie
