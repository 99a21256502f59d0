// Asks every replica for its WorkerStatus, again and again, without a thread per replica.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/mutex.h"
#include "core/deploy/controller.h"
#include "services/common/ticker.h"

namespace aerie::control {

using services::Ticker;

// Thread-safe. `changed` is called from gRPC threads with the endpoint when a replica's answer is another
// than before.
class WorkerProbe final : public deploy::ReplicaProbe {
 public:
  WorkerProbe(const Clock& clock, Ticker& ticker, std::function<void(const std::string& endpoint)> changed);
  ~WorkerProbe() override;

  void watch(const std::string& endpoint, const std::string& replica_id, const std::string& url) override;
  void forget(const std::string& replica_id) override;
  std::optional<deploy::ProbeResult> latest(const std::string& replica_id) const override;

 private:
  struct Target;
  struct Shared;
  void round();
  static void ask(const std::shared_ptr<Shared>& shared, const std::string& id,
                  const std::shared_ptr<Target>& target);
  std::shared_ptr<Shared> shared_;  // calls in flight keep it
};

}  // namespace aerie::control
