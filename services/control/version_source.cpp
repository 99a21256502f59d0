#include "services/control/version_source.h"

#include "core/base/status.h"

namespace aerie::control {

absl::StatusOr<std::string> RegistryVersions::resolve(const std::string& model,
                                                      const std::string& version_or_stage) const {
  AERIE_ASSIGN_OR_RETURN(const registry::ModelVersion version, registry_.get(model, version_or_stage));
  return version.version;
}

absl::StatusOr<std::filesystem::path> RegistryVersions::bundle(const std::string& model,
                                                               const std::string& version) const {
  AERIE_ASSIGN_OR_RETURN(const registry::Download download, registry_.openForDownload(model, version));
  return download.archive;
}

}  // namespace aerie::control
