// Collaborators of the proxy that tests drive by hand, and the model that they all serve.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "aerie/v1/config.pb.h"
#include "core/base/mutex.h"
#include "core/frame/data_frame.h"
#include "core/frame/wire.h"
#include "services/proxy/timers.h"
#include "services/proxy/worker_client.h"

namespace aerie::proxy::testing {

// The model: y = 3 x + 7 q + s, with x of the item, q of its query and s shared; `id` and `name` come back as
// they were sent. A wrong merge, a wrong query or a lost shared feature shows in y, id or name.
inline double model(double x, double q, double s) { return 3 * x + 7 * q + s; }

inline v1::PredictResponse modelAnswer(const v1::WorkerRequest& request, const std::string& version) {
  const auto read = [](const v1::DataFrame& message) {
    return frame::fromWire(v1::DataFrame(message)).value();
  };
  const frame::DataFrame items = read(request.feature_data_frame());
  const frame::DataFrame queries = read(request.query_data_frame());
  const frame::DataFrame shared = read(request.shared_features());
  const frame::Column* index = items.find("query_index");
  const frame::Column* q = queries.find("q");
  const frame::Column* s = shared.find("s");
  std::vector<double> y;
  std::vector<std::int64_t> ids;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < items.rows(); ++i) {
    const std::size_t query = index != nullptr ? static_cast<std::size_t>(index->int64s()[i]) : 0;
    y.push_back(model(items.find("x")->numberAt(i), q != nullptr ? q->numberAt(query) : 0,
                      s != nullptr ? s->numberAt(0) : 0));
    ids.push_back(items.find("id")->int64s()[i]);
    names.push_back(items.find("key")->textAt(i));
  }
  v1::PredictResponse response;
  response.set_request_id(request.request_id());
  const frame::DataFrame outputs =
      frame::DataFrame::create({frame::Column::ofDoubles("y", y), frame::Column::ofInt64s("id", ids),
                                frame::Column::ofStrings("name", names)})
          .value();
  frame::toWire(outputs, response.mutable_outputs());
  v1::ServedBy* served = response.add_served_by();
  served->set_model("model");
  served->set_version(version);
  return response;
}

// A request of `items` rows with ids 0..n-1, keys "key-<i>", x = i; with queries q = 100 k and items spread
// over them.
inline std::shared_ptr<v1::ProxyRequest> modelRequest(std::size_t items, std::size_t queries = 0,
                                                      bool shared = false) {
  std::vector<double> x;
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> index;
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < items; ++i) {
    x.push_back(static_cast<double>(i));
    ids.push_back(static_cast<std::int64_t>(i));
    keys.push_back("key-" + std::to_string(i));
    index.push_back(queries == 0 ? 0 : static_cast<std::int64_t>((i * 7) % queries));
  }
  auto request = std::make_shared<v1::ProxyRequest>();
  request->set_model_use_case_name("delay");
  frame::DataFrame frame =
      frame::DataFrame::create({frame::Column::ofDoubles("x", x), frame::Column::ofInt64s("id", ids),
                                frame::Column::ofStrings("key", keys)})
          .value();
  if (queries > 0) (void)frame.add(frame::Column::ofInt64s("query_index", index));
  frame::toWire(frame, request->mutable_feature_data_frame());
  if (queries > 0) {
    std::vector<double> q;
    for (std::size_t k = 0; k < queries; ++k) q.push_back(100.0 * static_cast<double>(k));
    frame::toWire(frame::DataFrame::create({frame::Column::ofDoubles("q", q)}).value(),
                  request->mutable_query_data_frame());
  }
  if (shared) {
    frame::toWire(frame::DataFrame::create({frame::Column::ofDoubles("s", {0.5})}).value(),
                  request->mutable_shared_features());
  }
  return request;
}

// Empty when every row of the answer is the model's answer for its own item; else what is wrong first. Items
// with a status other than OK are skipped.
inline std::string wrongRow(const v1::PredictResponse& response, std::size_t items, std::size_t queries = 0,
                            bool shared = false) {
  const auto outputs = frame::fromWire(v1::DataFrame(response.outputs()));
  if (!outputs.ok()) return "outputs can't be read";
  if (outputs->rows() != items) return "rows: " + std::to_string(outputs->rows());
  for (std::size_t i = 0; i < items; ++i) {
    if (!response.item_status().empty() && response.item_status(static_cast<int>(i)) != 0) continue;
    if (outputs->find("y") == nullptr || outputs->find("y")->isNull(i))
      return "no y in row " + std::to_string(i);
    const double q = queries == 0 ? 0 : 100.0 * static_cast<double>((i * 7) % queries);
    if (outputs->find("y")->numberAt(i) != model(static_cast<double>(i), q, shared ? 0.5 : 0))
      return "y of row " + std::to_string(i);
    if (outputs->find("id")->int64s()[i] != static_cast<std::int64_t>(i))
      return "id of row " + std::to_string(i);
    if (outputs->find("name")->textAt(i) != "key-" + std::to_string(i))
      return "name of row " + std::to_string(i);
  }
  return {};
}

class ManualTimers final : public Timers {
 public:
  struct Entry final : Timer {
    void cancel() override { cancelled = true; }
    Duration delay{0};
    std::function<void()> function;
    bool cancelled = false;
  };
  std::shared_ptr<Timer> after(Duration delay, std::function<void()> function) override {
    auto entry = std::make_shared<Entry>();
    entry->delay = delay;
    entry->function = std::move(function);
    entries.push_back(entry);
    return entry;
  }
  // Runs those that were not cancelled.
  void fire() {
    const auto due = std::move(entries);
    entries.clear();
    for (const auto& entry : due) {
      if (!entry->cancelled) entry->function();
    }
  }
  std::vector<std::shared_ptr<Entry>> entries;
};

// What one fake replica does with a call: answers at once from `behave`, or keeps the call for the test to
// answer.
class FakeWorker final {
 public:
  struct Pending final : WorkerCall {
    void cancel() override { cancelled = true; }
    void answer(WorkerAnswer with) {
      const auto finished = std::move(done);
      finished(std::move(with));
    }
    std::shared_ptr<const v1::WorkerRequest> request;
    MonoTime deadline;
    std::function<void(WorkerAnswer)> done;
    bool cancelled = false;
  };
  using Behaviour = std::function<WorkerAnswer(const v1::WorkerRequest&)>;
  static Behaviour serves(std::string version = "1") {
    return [version](const v1::WorkerRequest& request) {
      return WorkerAnswer{absl::OkStatus(), modelAnswer(request, version)};
    };
  }
  static Behaviour fails(absl::Status status) {
    return [status](const v1::WorkerRequest&) { return WorkerAnswer{status, {}}; };
  }

  Behaviour behave;                             // empty = calls wait in `calls`
  std::vector<std::shared_ptr<Pending>> calls;  // all that came, also the answered ones
};

class FakeWorkerClient final : public WorkerClient {
 public:
  explicit FakeWorkerClient(std::shared_ptr<FakeWorker> worker) : worker_(std::move(worker)) {}
  std::shared_ptr<WorkerCall> predict(std::shared_ptr<const v1::WorkerRequest> request, MonoTime deadline,
                                      std::function<void(WorkerAnswer)> done) override {
    auto call = std::make_shared<FakeWorker::Pending>();
    call->request = request;
    call->deadline = deadline;
    call->done = std::move(done);
    worker_->calls.push_back(call);
    if (worker_->behave) call->answer(worker_->behave(*request));
    return call;
  }

 private:
  const std::shared_ptr<FakeWorker> worker_;
};

// One fake worker per URL, made when a config first names it.
class FakeFleet final {
 public:
  FakeWorker& operator[](const std::string& url) {
    std::shared_ptr<FakeWorker>& worker = workers_[url];
    if (worker == nullptr) {
      worker = std::make_shared<FakeWorker>();
      worker->behave = FakeWorker::serves();
    }
    return *worker;
  }
  WorkerClientFactory factory() {
    return [this](const std::string& url) -> absl::StatusOr<std::unique_ptr<WorkerClient>> {
      (void)(*this)[url];
      return std::make_unique<FakeWorkerClient>(workers_[url]);
    };
  }

 private:
  std::map<std::string, std::shared_ptr<FakeWorker>> workers_;
};

// Use case "delay": experiment "v1_vs_v2" on column "key" between endpoints v1 and v2 (half each), default
// v1.
struct SnapshotOptions {
  std::uint32_t batch_size = 128;
  std::uint32_t timeout_ms = 1'000;
  std::uint32_t hedge_after_ms = 0;
  std::uint32_t max_in_flight = 64;
  std::string on_worker_failure = "default_endpoint";
  std::string shadow;  // endpoint with sample 1
  bool experiment = true;
  std::map<std::string, std::vector<std::string>> urls;  // of endpoints that are not at "unix:/<endpoint>"
};

inline v1::ProxyConfigSnapshot snapshot(const SnapshotOptions& options = {}, std::uint64_t revision = 1) {
  v1::ProxyConfigSnapshot result;
  result.set_revision(revision);
  result.set_environment("test");
  for (const char* name : {"v1", "v2", "v3"}) {
    v1::WorkerConfig* worker = result.add_workers();
    worker->set_worker_endpoint(name);
    worker->set_environment("test");
    const auto urls = options.urls.find(name);
    if (urls == options.urls.end()) {
      worker->add_urls(std::string("unix:/") + name);
    } else {
      for (const std::string& url : urls->second) worker->add_urls(url);
    }
    worker->set_batch_size(options.batch_size);
    worker->set_timeout_ms(options.timeout_ms);
    worker->set_hedge_after_ms(options.hedge_after_ms);
    worker->set_max_in_flight(options.max_in_flight);
  }
  v1::RoutingConfig* routing = result.add_routings();
  routing->set_model_use_case("delay");
  routing->set_default_worker_endpoint("v1");
  routing->set_on_worker_failure(options.on_worker_failure);
  if (!options.shadow.empty()) {
    v1::ShadowRoute* shadow = routing->add_shadows();
    shadow->set_worker_endpoint(options.shadow);
    shadow->set_sample(1);
  }
  if (!options.experiment) return result;
  v1::ExperimentRoute* route = routing->add_experiments();
  route->set_name("v1_vs_v2");
  route->set_experiment_traffic_splitting_key("key");
  v1::Experiment* experiment = result.add_experiments();
  experiment->set_name("v1_vs_v2");
  experiment->set_layer("delay");
  experiment->set_coverage(1);
  experiment->set_seed("v1_vs_v2");
  experiment->set_state(v1::Experiment::RUNNING);
  experiment->set_hash_version(2);
  const std::pair<const char*, const char*> arms[] = {{"control", "v1"}, {"treatment", "v2"}};
  for (const auto& [arm, endpoint] : arms) {
    v1::ArmRoute* arm_route = route->add_arms();
    arm_route->set_arm(arm);
    arm_route->set_worker_endpoint(endpoint);
    v1::Arm* engine_arm = experiment->add_arms();
    engine_arm->set_name(arm);
    engine_arm->set_weight(0.5);
  }
  return result;
}

}  // namespace aerie::proxy::testing
