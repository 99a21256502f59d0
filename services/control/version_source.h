// The registry, as deployments see it.
#pragma once

#include "core/deploy/controller.h"
#include "core/registry/registry.h"

namespace aerie::control {

// Thread-safe as the registry is.
class RegistryVersions final : public deploy::VersionSource {
 public:
  explicit RegistryVersions(const registry::Registry& registry) : registry_(registry) {}
  absl::StatusOr<std::string> resolve(const std::string& model,
                                      const std::string& version_or_stage) const override;
  absl::StatusOr<std::filesystem::path> bundle(const std::string& model,
                                               const std::string& version) const override;

 private:
  const registry::Registry& registry_;
};

}  // namespace aerie::control
