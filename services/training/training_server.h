// aerie-training as one object: state, coordinator, engines, services, metrics; put together and taken apart
// in order.
#pragma once

#include <absl/status/statusor.h>
#include <memory>
#include <string>

#include "services/training/training_options.h"

namespace aerie::training_service {

class TrainingServer final {
 public:
  // Serves when it returns. FailedPrecondition for an address or a state directory in use, InvalidArgument
  // for wrong options.
  static absl::StatusOr<std::unique_ptr<TrainingServer>> start(TrainingOptions options);
  ~TrainingServer();  // shutdown()

  const std::string& address() const;
  std::string metricsAddress() const;
  // Stops accepting, ends streams. Tasks of this machine go on, unless they are to be stopped. Idempotent.
  void shutdown();

 private:
  struct Parts;
  explicit TrainingServer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// Body of the program: starts, writes the address file, waits for a stop signal, shuts down.
absl::Status runTraining(const TrainingOptions& options);

}  // namespace aerie::training_service
