// The watch stream's messages as updates. The control plane sends the list of deployments as a whole whenever
// one of them changed; a reader gives on those that did not as copies of what it gave before, which share
// their texts and lists: who compares them with what he has looks at pointers, not at letters. One per
// stream; one thread at a time.
#pragma once

#include <string>
#include <unordered_map>

#include "aerie/v1/control.pb.h"
#include "app/rpc/types.h"

namespace aerie::rpc {

class WorldReader final {
 public:
  WorldUpdate read(const v1::WorldUpdate& message);

 private:
  struct Known {
    std::string bytes;  // as it came: to compare them is far cheaper than to translate the message
    Deployment deployment;
    quint64 seen = 0;  // in which message last
  };
  QList<Deployment> deployments(const v1::ListDeploymentsResponse& message);

  std::unordered_map<std::string, Known> known_;  // by endpoint
  quint64 messages_ = 0;
  std::string bytes_;
};

}  // namespace aerie::rpc
