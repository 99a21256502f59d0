// A worker that does no work: answers one score per item at once. What stands between it and a client is what
// a hop costs.
#pragma once

#include <absl/status/status.h>
#include <filesystem>
#include <string>
#include <vector>

namespace aerie::bench {

// Serves aerie.v1.Worker on every address until SIGTERM; writes the bound addresses, one a line, to
// `address_file`.
absl::Status runEchoServer(const std::vector<std::string>& listen, const std::filesystem::path& address_file);

}  // namespace aerie::bench
