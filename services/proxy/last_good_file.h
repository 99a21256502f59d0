// The last good config on disk, with which a proxy starts when the control plane is away.
// Format: one line "aerie-proxy-config 1 <sha256 of the rest> <bytes of the rest>\n", then a serialised
// ProxyConfigSnapshot.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <string>

#include "aerie/v1/config.pb.h"

namespace aerie::proxy {

absl::Status saveLastGood(const std::filesystem::path& path, const v1::ProxyConfigSnapshot& snapshot);
// NotFound when there is no file; DataLoss names the file, what is wrong with it and that it may be deleted.
absl::StatusOr<v1::ProxyConfigSnapshot> loadLastGood(const std::filesystem::path& path);

// A snapshot from YAML documents (routing, worker and experiment, separated by "---"), for tests and benches
// that run without a control plane. Experiments of the file are taken as running. NotFound, or
// InvalidArgument naming line and field.
absl::StatusOr<v1::ProxyConfigSnapshot> readConfigFile(const std::filesystem::path& path);

}  // namespace aerie::proxy
