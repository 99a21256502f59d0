#include "services/control/worker_probe.h"

#include "core/net/channel.h"
#include "services/control/to_proto.h"

namespace aerie::control {
namespace {
constexpr auto kRound = std::chrono::milliseconds(100);
constexpr auto kReadyInterval = std::chrono::seconds(1);
constexpr auto kDeadline = std::chrono::seconds(2);
}  // namespace

struct WorkerProbe::Target {
  std::string endpoint;
  std::unique_ptr<v1::Worker::Stub> stub;
  std::optional<deploy::ProbeResult> latest;
  bool asking = false;
  MonoTime next{};
};

struct WorkerProbe::Shared {
  explicit Shared(const Clock& c) : clock(c) {}
  const Clock& clock;
  std::function<void(const std::string&)> changed;
  Mutex mutex;
  CondVar idle;
  int in_flight = 0;
  bool closed = false;
  std::map<std::string, std::shared_ptr<Target>> targets;
};

WorkerProbe::WorkerProbe(const Clock& clock, Ticker& ticker, std::function<void(const std::string&)> changed)
    : shared_(std::make_shared<Shared>(clock)) {
  shared_->changed = std::move(changed);
  ticker.every(kRound, [this] { round(); });
}

// The owner stops the ticker first. Waiting for the calls (their deadline bounds it) keeps `changed` valid
// for them.
WorkerProbe::~WorkerProbe() {
  std::unique_lock<Mutex> lock(shared_->mutex);
  shared_->closed = true;
  shared_->targets.clear();
  shared_->idle.wait(lock, [this] { return shared_->in_flight == 0; });
}

void WorkerProbe::watch(const std::string& endpoint, const std::string& replica_id, const std::string& url) {
  const auto channel = net::connect(url);
  if (!channel.ok()) return;
  auto target = std::make_shared<Target>();
  target->endpoint = endpoint;
  target->stub = v1::Worker::NewStub(*channel);
  MutexLock lock(shared_->mutex);
  shared_->targets[replica_id] = std::move(target);
}

void WorkerProbe::forget(const std::string& replica_id) {
  MutexLock lock(shared_->mutex);
  shared_->targets.erase(replica_id);
}

std::optional<deploy::ProbeResult> WorkerProbe::latest(const std::string& replica_id) const {
  MutexLock lock(shared_->mutex);
  const auto it = shared_->targets.find(replica_id);
  return it == shared_->targets.end() ? std::nullopt : it->second->latest;
}

void WorkerProbe::round() {
  std::vector<std::pair<std::string, std::shared_ptr<Target>>> due;
  {
    MutexLock lock(shared_->mutex);
    if (shared_->closed) return;
    const MonoTime now = shared_->clock.monoNow();
    for (const auto& [id, target] : shared_->targets) {
      if (target->asking || now < target->next) continue;
      target->asking = true;
      ++shared_->in_flight;
      due.emplace_back(id, target);
    }
  }
  for (const auto& [id, target] : due) ask(shared_, id, target);
}

void WorkerProbe::ask(const std::shared_ptr<Shared>& shared, const std::string& id,
                      const std::shared_ptr<Target>& target) {
  struct Call {
    grpc::ClientContext context;
    v1::WorkerStatusRequest request;
    v1::WorkerStatus response;
  };
  auto call = std::make_shared<Call>();
  call->context.set_deadline(std::chrono::system_clock::now() + kDeadline);
  target->stub->async()->GetWorkerStatus(
      &call->context, &call->request, &call->response, [shared, id, target, call](grpc::Status status) {
        bool changed = false;
        {
          MutexLock lock(shared->mutex);
          target->asking = false;
          const auto current = shared->targets.find(id);
          if (status.ok() && current != shared->targets.end() && current->second == target) {
            deploy::ProbeResult result{phaseOf(call->response.phase()), call->response.message(),
                                       call->response.version(), unixMillis(shared->clock.wallNow())};
            changed = !target->latest || target->latest->phase != result.phase;
            target->latest = std::move(result);
          }
          const bool ready = target->latest && target->latest->phase == deploy::ReplicaPhase::kReady;
          target->next = shared->clock.monoNow() + (ready ? Duration(kReadyInterval) : Duration(kRound));
        }
        if (changed && shared->changed) shared->changed(target->endpoint);
        MutexLock lock(shared->mutex);
        --shared->in_flight;
        shared->idle.notify_all();
      });
}

}  // namespace aerie::control
