// Workers of this machine, called without HTTP/2 (core/local_call). See worker_client.h.
#pragma once

#include <atomic>

#include "core/local_call/async_client.h"
#include "core/local_call/socket.h"
#include "services/proxy/worker_client.h"

namespace aerie::proxy {

// A worker that offers no local calls (an older one, one that asks for tokens) is called by `remote`, and
// asked again a second later.
class LocalWorkerClient final : public WorkerClient {
 public:
  // `path`: the socket of local calls. The loop outlives every call.
  LocalWorkerClient(std::string path, const local_call::AsyncLoop& loop, std::unique_ptr<WorkerClient> remote)
      : client_(std::move(path), loop), remote_(std::move(remote)) {}
  std::shared_ptr<WorkerCall> predict(std::shared_ptr<const v1::WorkerRequest> request, MonoTime deadline,
                                      std::function<void(WorkerAnswer)> done) override;

 private:
  local_call::AsyncClient client_;
  // Until when the other way is taken without asking: nobody listened a moment ago.
  std::atomic<MonoTime> remote_until_{MonoTime::min()};
  const std::unique_ptr<WorkerClient> remote_;
};

}  // namespace aerie::proxy
