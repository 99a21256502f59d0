#include "tests/bench/app/fleet.h"

#include <algorithm>
#include <chrono>

#include "app/rpc/convert.h"

namespace aerie::bench {
namespace {

using namespace std::chrono;

constexpr milliseconds kMessage{50};  // more often than the desktop shows them
constexpr int kReplicas = 2;
constexpr double kItemsPerSecond = 12'000;
constexpr std::int64_t kStart = 1'779'000'000'000;
const char* const kSteps[] = {"start", "load", "self-test", "warm-up", "flip", "drain"};

std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

v1::Deployment deployment(const std::string& endpoint) {
  v1::Deployment d;
  v1::DeploymentSpec& spec = *d.mutable_spec();
  spec.set_endpoint(endpoint);
  spec.set_model("arrival_delay");
  spec.set_stage("production");
  spec.set_replicas(kReplicas);
  spec.set_target("local");
  d.set_generation(3);
  d.set_observed_generation(3);
  d.set_serving_version("1");
  d.set_target_version("1");
  d.set_created_unix_ms(kStart);
  d.add_version_history("1");
  for (int i = 0; i < kReplicas; ++i) {
    v1::ReplicaState& replica = *d.add_replicas();
    replica.set_id(endpoint + "-" + std::to_string(i));
    replica.set_version("1");
    replica.set_url("unix:run/" + replica.id() + ".sock");
    replica.set_phase("ready");
    replica.set_pid(4'000 + i);
    replica.set_started_unix_ms(kStart);
    replica.set_memory_bytes(88'000'000);
    replica.set_cpu_percent(20);
    replica.set_serving(true);
    replica.set_log_path("/var/lib/aerie/logs/" + replica.id() + ".log");
  }
  for (const char* name : kSteps) {
    v1::RolloutStep& step = *d.add_rollout();
    step.set_name(name);
    step.set_state("done");
    step.set_started_unix_ms(kStart);
    step.set_ended_unix_ms(kStart + 40);
  }
  return d;
}

}  // namespace

Fleet::Fleet(Options options) : options_(std::move(options)) {
  if (options_.rest.status) status_ = *options_.rest.status;
  fill();
}

Fleet::~Fleet() { stop(); }

QString Fleet::endpointOf(int place) const {
  // The first two are those that the routing leads to.
  if (place < 2) return QStringLiteral("arrival_delay_v%1").arg(place + 1);
  return QStringLiteral("arrival_delay_zone_%1").arg(place, 5, 10, QLatin1Char('0'));
}

void Fleet::fill() {
  auto* list = wire_.mutable_deployments();
  for (int i = 0; i < options_.deployments; ++i)
    *list->add_deployments() = deployment(endpointOf(i).toStdString());
}

// A version that nobody had before, other readings, and now and then a replica that is not ready.
void Fleet::change(std::int64_t number) {
  auto& list = *wire_.mutable_deployments()->mutable_deployments();
  const std::uint64_t random = mix(static_cast<std::uint64_t>(number));
  v1::Deployment& d = list[static_cast<int>(random % static_cast<std::uint64_t>(list.size()))];
  const std::string version = std::to_string(number);
  d.set_serving_version(version);
  d.set_target_version(version);
  for (v1::ReplicaState& replica : *d.mutable_replicas()) {
    replica.set_version(version);
    replica.set_memory_bytes(80'000'000 + random % 20'000'000);
    replica.set_cpu_percent(static_cast<double>(random % 1'000) / 10);
  }
  d.mutable_replicas(0)->set_phase(random % 7 == 0 ? "warm-up" : "ready");
}

void Fleet::start(std::int64_t most) {
  stop();
  running_ = true;
  thread_ = std::thread([this, most] { run(most); });
}

void Fleet::stop() {
  running_ = false;
  if (thread_.joinable()) thread_.join();
}

void Fleet::run(std::int64_t most) {
  const auto began = steady_clock::now();
  const std::int64_t before = changes_.load();
  for (auto next = began; running_; next += kMessage) {
    std::this_thread::sleep_until(next);
    const double seconds = duration<double>(steady_clock::now() - began).count();
    std::int64_t due = before + static_cast<std::int64_t>(seconds * options_.changes_per_second);
    if (most >= 0) due = std::min(due, before + most);
    while (changes_.load() < due) change(++changes_);
    // The counters of the proxies go on as well, never evenly: the flow is drawn from them, when it changes.
    const double wave =
        0.9 + 0.2 * static_cast<double>(mix(static_cast<std::uint64_t>(status_.nowMs)) % 100) / 100;
    status_.nowMs += kMessage.count();
    for (rpc::ProxyStatus& proxy : status_.proxies) {
      const double items = kItemsPerSecond * duration<double>(kMessage).count();
      for (rpc::EndpointTraffic& t : proxy.traffic) t.itemsOk += static_cast<quint64>(items / 3 * wave);
      for (rpc::UseCaseTraffic& u : proxy.useCases) {
        u.items += static_cast<quint64>(items);
        u.requests += static_cast<quint64>(items / 50);
      }
    }
    send(false);
    if (most >= 0 && due == before + most) running_ = false;
  }
  send(false);
}

void Fleet::send(bool complete) {
  rpc::WorldUpdate update = complete ? options_.rest : rpc::WorldUpdate();
  update.complete = complete;
  update.deployments = *reader_.read(wire_).deployments;
  update.status = status_;
  update.revision = static_cast<quint64>(++messages_);
  bool first = false;
  {
    const std::lock_guard lock(inbox_->mutex);
    first = !inbox_->waiting;
    if (first) {
      inbox_->waiting = std::move(update);
    } else {
      inbox_->waiting->merge(std::move(update));
    }
  }
  if (!first) return;
  QMetaObject::invokeMethod(
      &gui_,
      [this, inbox = inbox_] {
        std::optional<rpc::WorldUpdate> taken;
        {
          const std::lock_guard lock(inbox->mutex);
          taken.swap(inbox->waiting);
        }
        if (taken && guard_) update_(*taken);
      },
      Qt::QueuedConnection);
}

std::vector<QString> Fleet::versions() const {
  std::vector<QString> out;
  for (const v1::Deployment& d : wire_.deployments().deployments())
    out.push_back(rpc::toQString(d.serving_version()));
  return out;
}

rpc::Ticket Fleet::getStatus(QObject* context, rpc::Answer<rpc::SystemStatus> answer) {
  QMetaObject::invokeMethod(
      &gui_,
      [guard = QPointer<QObject>(context), answer, status = *options_.rest.status] {
        if (guard) answer(status);
      },
      Qt::QueuedConnection);
  return {};
}

rpc::Ticket Fleet::watch(QObject* context, std::function<void(const rpc::WorldUpdate&)> update,
                         rpc::Answer<rpc::Done>) {
  guard_ = context;
  update_ = std::move(update);
  send(true);
  return rpc::Ticket([this] { guard_ = nullptr; });
}

}  // namespace aerie::bench
