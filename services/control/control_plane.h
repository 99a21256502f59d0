// The control plane as one object: opens the state directory, takes over what runs, serves until it is
// stopped.
#pragma once

#include <memory>

#include "services/common/metrics_server.h"
#include "services/common/rpc_server.h"
#include "services/control/control_options.h"

namespace aerie::deploy {
class Launcher;
class ReplicaProbe;
}  // namespace aerie::deploy

namespace aerie::control {

// What tests replace; both or none.
struct Seams {
  deploy::Launcher* launcher = nullptr;
  deploy::ReplicaProbe* probe = nullptr;
};

class ControlPlane final {
 public:
  // Refused, with a remedy: state directory in use, newer schema, broken audit log, address in use.
  static absl::StatusOr<std::unique_ptr<ControlPlane>> start(ControlOptions options, Seams seams = {});
  // Stops serving, drains, closes the database. Workers keep running unless options.stop_workers.
  ~ControlPlane();

  const std::string& address() const;
  std::string metricsAddress() const;  // empty without /metrics

 private:
  struct Parts;
  explicit ControlPlane(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// The body of the program: start, write the address file, wait for SIGTERM, stop.
absl::Status runControl(const ControlOptions& options);

}  // namespace aerie::control
