// A zoned model in one file, so that thousands of parts are one file of a bundle:
//   8 bytes "AERIEZM1", 4 bytes length of the index (little endian), the index (zone_index.h), the models.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "core/zones/zone_index.h"

namespace aerie::zones {

inline constexpr std::string_view kMagic = "AERIEZM1";
inline constexpr std::string_view kFileName = "zones.azm";
inline constexpr std::size_t kMaxIndexBytes = 128U << 20;

// True when the bytes begin as a zoned model does.
bool isZoneFile(std::string_view begin);

// The index at the beginning of a file of `size` bytes, of which `begin` are the first ones (all of the
// index).
struct ZoneHead {
  ZoneIndex index;
  std::uint64_t models_at = 0;  // offset of the models in the file
};
absl::StatusOr<ZoneHead> parseZoneHead(std::string_view begin, std::uint64_t size, const std::string& source);

// An open file. Reads of models may be made from one thread at a time.
class ZoneFile final {
 public:
  // NotFound, or InvalidArgument: not such a file, or a damaged one.
  static absl::StatusOr<ZoneFile> open(const std::filesystem::path& path);
  ZoneFile(ZoneFile&& other) noexcept;
  ZoneFile& operator=(ZoneFile&&) = delete;
  ~ZoneFile();

  const ZoneIndex& index() const { return head_.index; }
  absl::StatusOr<std::string> model(std::size_t part) const;

 private:
  ZoneFile(int fd, std::filesystem::path path) : fd_(fd), path_(std::move(path)) {}
  int fd_ = -1;
  std::filesystem::path path_;
  ZoneHead head_;
};

// Writes the file (atomically). Offsets and sizes of the index are filled; model(i) gives the bytes of part
// i, and is called once for each, in order. Errors of model() are passed on.
absl::Status writeZoneFile(const std::filesystem::path& path, ZoneIndex index,
                           const std::vector<std::uint64_t>& sizes,
                           const std::function<absl::StatusOr<std::string>(std::size_t part)>& model);

}  // namespace aerie::zones
