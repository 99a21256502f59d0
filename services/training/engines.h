// The engines of this daemon, beside its own.
#pragma once

#include <absl/status/statusor.h>
#include <map>

#include "services/training/training_options.h"

namespace aerie::training_service {

// An error names the setting that cannot be used.
absl::StatusOr<std::map<training::Engine, training::EngineFactory>> engineFactories(
    const TrainingOptions& options);

}  // namespace aerie::training_service
