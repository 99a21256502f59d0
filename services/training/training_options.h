// Settings of aerie-training.
#pragma once

#include <string>

#include "core/training_run/coordinator.h"
#include "services/common/program.h"

namespace aerie::training_service {

struct TrainingOptions {
  services::CommonOptions common;  // listen: one address, or several separated by commas
  std::string state_dir;
  std::string instance;     // "" = made of state_dir
  std::string limits;       // "" = the best that works
  std::string control;      // "" = nothing can be published
  std::string signing_key;  // "" = STATE-DIR/signing.pem
  std::string code;         // revision of the training code, for lineage
  bool stop_tasks = false;
  std::string ray_address, ray_token_file, ray_ca, ray_home;
  std::string kubeconfig, kube_context, kube_image, kube_token_secret;
  double simulation_speed = 60;
  std::int64_t keep_jobs = 200, keep_days = 90, keep_outputs = 20;
  std::int64_t working_dir_mib = 500, working_dir_files = 20'000;
  std::int64_t cpus = 0, memory_mib = 0;  // of this machine for tasks; 0 = all it has
  TrainingOptions();
};

void addTrainingSettings(services::Settings& settings, TrainingOptions& options);
// Fills what depends on state_dir; InvalidArgument when something needed is missing or wrong.
absl::Status completeOptions(TrainingOptions& options);
// Without engines, publisher and clock.
absl::StatusOr<training::CoordinatorOptions> coordinatorOptions(const TrainingOptions& options);

}  // namespace aerie::training_service
