#include "sim/live/live_simulation.h"

#include "aerie/v1/monitoring.grpc.pb.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/net/channel.h"
#include "sim/live/traffic_shape.h"

namespace aerie::sim {
namespace {

constexpr std::chrono::milliseconds kTick{200};
constexpr int kTicksBetweenReports = 10;
constexpr std::chrono::seconds kReportDeadline{2};

FlightSourceOptions sourceOf(const Scenario& scenario, const LiveSimulation::Options& options) {
  FlightSourceOptions result;
  result.use_case = options.use_case;
  result.begin = options.traffic_begin;
  result.end = options.traffic_end;
  result.min_items = scenario.min_items;
  result.max_items = scenario.max_items;
  result.seed = scenario.seed;
  return result;
}

LiveTraffic::Options trafficOf(const Scenario& scenario, const LiveSimulation::Options& options) {
  LiveTraffic::Options result;
  result.flights = sourceOf(scenario, options);
  result.deadline = std::chrono::milliseconds(scenario.deadline_ms);
  return result;
}

}  // namespace

LiveSimulation::LiveSimulation(Stack& stack, const Scenario& scenario, const Flights& flights,
                               const LateRates& stored, const Clock& clock, Options options)
    : clock_(clock),
      scenario_(scenario),
      options_(std::move(options)),
      control_address_(stack.controlAddress()),
      proxy_address_(stack.proxyAddress()),
      world_(clock, flights[options_.traffic_begin].minute, flights[options_.traffic_end - 1].minute + 1,
             options_.speed),
      labels_(flights, {options_.use_case, scenario.experiment, "probability", scenario.label_delay_minutes}),
      traffic_(stack.proxyChannel(), flights, trafficOf(scenario, options_), clock, world_, labels_),
      good_(std::make_unique<FlightSource>(flights, sourceOf(scenario, options_))),
      started_ms_(unixMillis(clock.wallNow())),
      rate_(scenario.requests_per_second),
      running_since_(clock.monoNow()) {
  FaultTargets targets{stack, stored, options_.victim_endpoint, [this] { return good_->next().message; },
                       [this] { return traffic_.counts(); }};
  faults_ = std::make_unique<FaultSwitches>(std::move(targets), clock, [this] { wakeAll(); });
  control_ = net::connect(control_address_).value_or(nullptr);
  if (options_.start_traffic) {
    v1::SetTrafficRequest start;
    start.set_running(true);
    setTraffic(start).IgnoreError();
  }
  loop_ = std::thread([this] { loop(); });
}

LiveSimulation::~LiveSimulation() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_loop_.notify_all();
  }
  loop_.join();
  changes_.drain();
  reporter_.drain();
  traffic_.stop();
  faults_->clear();
}

double LiveSimulation::secondsRunning() const {
  return std::chrono::duration<double>(clock_.monoNow() - running_since_).count();
}

absl::Status LiveSimulation::setTraffic(const v1::SetTrafficRequest& request) {
  if (request.has_rate() && !(request.rate() >= kMinRate && request.rate() <= kMaxRate))
    return invalidArgument("rate {} must be from {} to {} requests per second", request.rate(), kMinRate,
                           kMaxRate);
  if (request.has_speed() && !(request.speed() >= kMinSpeed && request.speed() <= kMaxSpeed))
    return invalidArgument("speed {} must be from {} to {}", request.speed(), kMinSpeed, kMaxSpeed);
  if (request.has_scenario() && findTrafficShape(request.scenario()) == nullptr)
    return notFound("there is no scenario '{}'; ListScenarios names them", request.scenario());
  if (request.has_speed()) world_.setSpeed(request.speed());
  double rate = 0;
  {
    const std::lock_guard lock(mutex_);
    if (request.has_rate()) rate_ = request.rate();
    if (request.has_scenario()) {
      shape_ = request.scenario();
      running_since_ = clock_.monoNow();
    }
    if (request.has_running() && request.running() && !traffic_.running()) running_since_ = clock_.monoNow();
    rate = rate_ * rateFactor(shape_, world_.minute(), secondsRunning());
    rate_now_ = rate;
  }
  if (request.has_running()) {
    world_.setRunning(request.running());
    if (request.running()) {
      traffic_.start(rate);
    } else {
      traffic_.stop();
    }
  }
  if (traffic_.running()) traffic_.setRate(rate);
  wakeAll();
  return absl::OkStatus();
}

absl::Status LiveSimulation::setFault(const v1::SetFaultRequest& request) {
  return faults_->set(request.name(), request.on() || !faults_->isSwitch(request.name()));
}

v1::ListScenariosResponse LiveSimulation::scenarios() {
  v1::ListScenariosResponse result;
  for (const TrafficShape& shape : trafficShapes()) {
    v1::SimulationScenario* scenario = result.add_scenarios();
    scenario->set_name(std::string(shape.name));
    scenario->set_title(std::string(shape.title));
    scenario->set_description(std::string(shape.description));
  }
  return result;
}

v1::SimulationState LiveSimulation::state() const {
  v1::SimulationState state;
  {
    const std::lock_guard lock(mutex_);
    state.set_rate(rate_);
    state.set_rate_now(rate_now_);
    state.set_scenario(shape_);
  }
  state.set_running(traffic_.running());
  state.set_speed(world_.speed());
  state.set_world_time(worldTimeText(world_.minute()));
  const TrafficCounts counts = traffic_.counts();
  state.set_sent(counts.answered);
  state.set_failed(counts.failed);
  state.set_items(counts.items);
  state.set_failed_items(counts.failed_items);
  state.set_labels_joined(labels_.joined());
  state.set_labels_waiting(labels_.waiting());
  const TrafficRates rates = traffic_.rates();
  state.set_sent_per_second(rates.sent);
  state.set_failed_per_second(rates.failed);
  state.set_p50_ms(traffic_.quantileMs(0.5));
  state.set_p99_ms(traffic_.quantileMs(0.99));
  for (v1::SimulationFault& fault : faults_->states()) *state.add_faults() = std::move(fault);
  for (const LabelledArm& arm : labels_.arms()) {
    v1::SimulationArm* out = state.add_arms();
    out->set_name(arm.name);
    out->set_labels(arm.labels);
    const double n = std::max<double>(1, static_cast<double>(arm.labels));
    out->set_late_share(arm.late / n);
    out->set_log_loss(arm.log_loss / n);
  }
  state.set_control_address(control_address_);
  state.set_proxy_address(proxy_address_);
  state.set_last_failure(traffic_.lastFailure());
  state.set_started_unix_ms(started_ms_);
  return state;
}

void LiveSimulation::loop() {
  for (int count = 1;; ++count) {
    {
      std::unique_lock lock(mutex_);
      if (wake_loop_.wait_for(lock, kTick, [this] { return stopping_; })) return;
    }
    tick();
    if (count % kTicksBetweenReports == 0) (void)reporter_.submit([this] { report(); });
  }
}

void LiveSimulation::tick() {
  traffic_.sample();
  labels_.join(world_.minute(), world_.lap());
  std::string shape;
  double seconds = 0, rate = 0;
  {
    const std::lock_guard lock(mutex_);
    shape = shape_;
    seconds = secondsRunning();
    rate = rate_now_ = rate_ * rateFactor(shape_, world_.minute(), seconds);
  }
  // The generator belongs to the thread of changes, and so does the stack.
  (void)changes_.submit([this, rate, shape, seconds] {
    traffic_.setRate(rate);
    strikeAsPlanned(traffic_.running() ? shape : std::string(), seconds);
  });
  wakeAll();
}

void LiveSimulation::strikeAsPlanned(const std::string& shape, double seconds) {
  const std::string wanted(plannedFault(shape, seconds).value_or(""));
  if (wanted == planned_) return;
  if (!planned_.empty() && faults_->isSwitch(planned_)) faults_->set(planned_, false).IgnoreError();
  planned_ = wanted;
  if (!planned_.empty() && faults_->known(planned_)) faults_->set(planned_, true).IgnoreError();
}

// Outcomes that could not be delivered are kept and sent again under the same id, so that none counts twice.
void LiveSimulation::report() {
  if (control_ == nullptr) return;
  if (unsent_.empty()) {
    unsent_ = labels_.takeOutcomes();
    if (unsent_.empty()) return;
    batch_id_ = randomId();
  }
  v1::RecordOutcomesRequest request;
  for (const v1::Outcome& outcome : unsent_) *request.add_outcomes() = outcome;
  request.set_request_id(batch_id_);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kReportDeadline);
  v1::RecordOutcomesResponse response;
  const grpc::Status status =
      v1::MonitoringService::NewStub(control_)->RecordOutcomes(&context, request, &response);
  // A refusal will not become an acceptance; only an unreachable control plane is asked again.
  if (status.ok() || (status.error_code() != grpc::StatusCode::UNAVAILABLE &&
                      status.error_code() != grpc::StatusCode::DEADLINE_EXCEEDED)) {
    unsent_.clear();
  }
}

int LiveSimulation::subscribe(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wakes_.emplace(next_wake_, std::move(wake));
  return next_wake_++;
}

void LiveSimulation::unsubscribe(int id) {
  const std::lock_guard lock(mutex_);
  wakes_.erase(id);
}

void LiveSimulation::wakeAll() {
  std::vector<std::function<void()>> wakes;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, wake] : wakes_) wakes.push_back(wake);
  }
  for (const auto& wake : wakes) wake();
}

}  // namespace aerie::sim
