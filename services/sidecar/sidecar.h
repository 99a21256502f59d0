// The sidecar as a whole: loads a model, serves it until a stop signal, drains.
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <string>

#include "services/common/program.h"
#include "services/common/settings.h"

namespace aerie::sidecar {

struct SidecarOptions {
  services::CommonOptions common;
  std::string model_file;
  std::string model_name;
  std::string model_version;
  std::string output_names = "prediction";  // separated by commas
  bool exit_with_parent = false;
  std::int64_t drain_ms = 5'000;
};
void addSettings(services::Settings& settings, SidecarOptions& options);

// Blocks until SIGTERM, SIGINT or the end of the parent. The stop signals must be blocked
// (services::runProgram does).
absl::Status runSidecar(const SidecarOptions& options);

}  // namespace aerie::sidecar
