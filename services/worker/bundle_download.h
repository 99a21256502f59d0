// Fetches a bundle from a registry.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>

#include "core/net/channel.h"

namespace aerie::worker {

struct DownloadOptions {
  std::string registry;  // address
  std::string model;
  std::string version;
  net::ChannelOptions channel;
  std::chrono::milliseconds timeout{600'000};
};

// Streams RegistryService.Download into `target` and checks size and digest against what the registry says;
// nothing is left there after an error. Blocks. DataLoss when the bytes do not match; the registry's own
// error otherwise. `stop` ends it early.
absl::Status downloadBundle(const DownloadOptions& options, const std::filesystem::path& target,
                            const std::atomic<bool>& stop);

}  // namespace aerie::worker
