// The files that a task leaves, as they come back from Ray: verified, and unpacked where nothing can lead
// out.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/engines/driver_events.h"

namespace aerie::engines {

struct ArtifactLimits {
  std::uint64_t archive_bytes = std::uint64_t{256} << 20;
  std::uint64_t content_bytes = std::uint64_t{1} << 30;
  std::size_t files = 10'000;
};

// Unpacks a .tar.gz into `target`, which is replaced: it is there whole or not at all. InvalidArgument for
// paths that lead out, links, devices and doubles; ResourceExhausted over the limits.
absl::Status unpackArtifact(std::string_view archive, const std::filesystem::path& target,
                            const ArtifactLimits& limits = {});

// Gathers the archives of one job. One thread.
class ArtifactInbox final {
 public:
  explicit ArtifactInbox(std::filesystem::path incoming, ArtifactLimits limits = {})
      : incoming_(std::move(incoming)), limits_(limits) {}

  // Parts come in order; part 0 begins anew.
  void add(const DriverEvent& event);
  // Makes `target` from what came for this attempt; empty when nothing did. DataLoss: incomplete, or not what
  // was announced.
  absl::Status deliver(const std::string& task, int attempt, const std::filesystem::path& target);
  void forget(const std::string& task);

 private:
  struct Entry {
    int attempt = 0;
    std::string sha256;
    std::uint64_t bytes = 0;
    bool shared = false;
    std::size_t next_part = 0, parts = 0;
    std::string data;
    bool broken = false;
  };
  absl::StatusOr<std::string> archiveOf(const std::string& task, const Entry& entry) const;

  const std::filesystem::path incoming_;
  const ArtifactLimits limits_;
  std::map<std::string, Entry> entries_;  // by task, its latest attempt
};

}  // namespace aerie::engines
