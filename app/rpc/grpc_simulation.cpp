#include "app/rpc/grpc_simulation.h"

#include "app/rpc/batch_reader.h"
#include "core/base/status.h"
#include "core/net/channel.h"

namespace aerie::rpc {
namespace {

constexpr std::chrono::milliseconds kFaultDeadline{
    60'000};  // a killed control plane takes its time to come back
constexpr std::uint32_t kUpdatesPerSecond = 5;

QString text(const std::string& s) { return QString::fromStdString(s); }

SimulationFault fromProto(const v1::SimulationFault& f) {
  return {text(f.name()), text(f.title()),       text(f.description()), f.kind() == "once",  f.on(),
          f.busy(),       text(f.last_effect()), text(f.look_at()),     f.changed_unix_ms(), f.strikes()};
}

SimulationState fromProto(const v1::SimulationState& s) {
  SimulationState out;
  out.running = s.running();
  out.rate = s.rate();
  out.rateNow = s.rate_now();
  out.speed = s.speed();
  out.scenario = text(s.scenario());
  out.worldTime = text(s.world_time());
  out.sent = s.sent();
  out.failed = s.failed();
  out.items = s.items();
  out.failedItems = s.failed_items();
  out.labelsJoined = s.labels_joined();
  out.labelsWaiting = s.labels_waiting();
  out.sentPerSecond = s.sent_per_second();
  out.failedPerSecond = s.failed_per_second();
  out.p50Ms = s.p50_ms();
  out.p99Ms = s.p99_ms();
  for (const auto& fault : s.faults()) out.faults.append(fromProto(fault));
  for (const auto& arm : s.arms())
    out.arms.append({text(arm.name()), arm.labels(), arm.late_share(), arm.log_loss()});
  out.controlAddress = text(s.control_address());
  out.proxyAddress = text(s.proxy_address());
  out.lastFailure = text(s.last_failure());
  out.startedMs = s.started_unix_ms();
  return out;
}

}  // namespace

void GrpcSimulationApi::connectTo(const std::string& address) {
  stub_.reset();
  if (home_.channel) retired_.push_back(std::move(home_.channel));
  std::erase_if(retired_, [](const auto& channel) { return channel.use_count() == 1; });
  if (address.empty()) return;
  const auto channel = net::connect(address);
  if (!channel.ok()) return;  // a socket path that cannot be one: calls answer that nothing is connected
  home_.channel = *channel;
  stub_ = v1::SimulationService::NewStub(home_.channel);
}

template <class T>
Ticket GrpcSimulationApi::refuse(QObject* context, Answer<T> answer) const {
  post(home_.gui, QPointer<QObject>(context), [answer = std::move(answer)] {
    answer(unavailable("no local simulation is connected; start it first"));
  });
  return {};
}

Ticket GrpcSimulationApi::getState(QObject* context, Answer<SimulationState> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  return unary<v1::SimulationState, SimulationState>(
      home_, context, v1::SimulationStateRequest(),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->GetState(ctx, req, resp, done); },
      [](const v1::SimulationState& s) { return fromProto(s); }, std::move(answer));
}

Ticket GrpcSimulationApi::watchState(QObject* context, std::function<void(const SimulationState&)> state,
                                     Answer<Done> ended) {
  if (!stub_) return refuse(context, std::move(ended));
  v1::SimulationWatchRequest request;
  request.set_max_updates_per_second(kUpdatesPerSecond);
  return readInBatches<v1::SimulationState, SimulationState>(
      home_, context, request,
      [this](auto* ctx, auto* req, auto* reactor) { stub_->async()->Watch(ctx, req, reactor); },
      [](const v1::SimulationState& s) { return fromProto(s); },
      [](std::optional<SimulationState>& waiting, SimulationState next) { waiting = std::move(next); },
      std::move(state), std::move(ended));
}

Ticket GrpcSimulationApi::listScenarios(QObject* context, Answer<QList<SimulationScenario>> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  return unary<v1::ListScenariosResponse, QList<SimulationScenario>>(
      home_, context, v1::ListScenariosRequest(),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->ListScenarios(ctx, req, resp, done);
      },
      [](const v1::ListScenariosResponse& list) {
        QList<SimulationScenario> out;
        for (const auto& s : list.scenarios())
          out.append({text(s.name()), text(s.title()), text(s.description())});
        return out;
      },
      std::move(answer));
}

Ticket GrpcSimulationApi::setTraffic(const TrafficChange& change, QObject* context,
                                     Answer<SimulationState> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  v1::SetTrafficRequest request;
  if (change.running) request.set_running(*change.running);
  if (change.rate) request.set_rate(*change.rate);
  if (change.speed) request.set_speed(*change.speed);
  if (change.scenario) request.set_scenario(change.scenario->toStdString());
  return unary<v1::SimulationState, SimulationState>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->SetTraffic(ctx, req, resp, done);
      },
      [](const v1::SimulationState& s) { return fromProto(s); }, std::move(answer));
}

Ticket GrpcSimulationApi::setFault(const QString& name, bool on, QObject* context,
                                   Answer<SimulationState> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  v1::SetFaultRequest request;
  request.set_name(name.toStdString());
  request.set_on(on);
  return unary<v1::SimulationState, SimulationState>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->SetFault(ctx, req, resp, done); },
      [](const v1::SimulationState& s) { return fromProto(s); }, std::move(answer), kFaultDeadline);
}

}  // namespace aerie::rpc
