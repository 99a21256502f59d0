#include "app/rpc/grpc_simulation.h"

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

// Hands on states; one that the GUI thread has not taken yet is replaced by its successor.
struct StateInbox {
  std::mutex mutex;
  std::optional<SimulationState> waiting;
};

class StateReader final : public grpc::ClientReadReactor<v1::SimulationState> {
 public:
  StateReader(const CallHome& home, QObject* context, std::function<void(const SimulationState&)> deliver,
              Answer<Done> ended)
      : gui_(home.gui),
        book_(home.book),
        guard_(context),
        deliver_(std::move(deliver)),
        ended_(std::move(ended)),
        call_(newContext(std::chrono::milliseconds(0))) {
    request_.set_max_updates_per_second(kUpdatesPerSecond);
    book_->add(call_);
  }
  Ticket begin(v1::SimulationService::Stub& stub) {
    const Ticket ticket = ticketOf(call_);
    stub.async()->Watch(call_.get(), &request_, this);
    StartRead(&message_);
    StartCall();
    return ticket;
  }

 private:
  void OnReadDone(bool ok) override {
    if (!ok) return;
    bool first = false;
    {
      const std::lock_guard lock(inbox_->mutex);
      first = !inbox_->waiting;
      inbox_->waiting = fromProto(message_);
    }
    if (first) {
      post(gui_, guard_, [inbox = inbox_, deliver = deliver_] {
        std::optional<SimulationState> taken;
        {
          const std::lock_guard lock(inbox->mutex);
          taken.swap(inbox->waiting);
        }
        if (taken) deliver(*taken);
      });
    }
    StartRead(&message_);
  }
  void OnDone(const grpc::Status& status) override {
    absl::StatusOr<Done> value =
        status.ok() ? absl::StatusOr<Done>(Done()) : absl::StatusOr<Done>(net::fromGrpc(status));
    book_->release(std::move(call_));
    post(gui_, guard_, [a = ended_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  QPointer<QObject> guard_;
  std::function<void(const SimulationState&)> deliver_;
  Answer<Done> ended_;
  std::shared_ptr<grpc::ClientContext> call_;
  std::shared_ptr<StateInbox> inbox_ = std::make_shared<StateInbox>();
  v1::SimulationWatchRequest request_;
  v1::SimulationState message_;
};

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
  auto* reader = new StateReader(home_, context, std::move(state), std::move(ended));
  return reader->begin(*stub_);
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
