#include "tests/app/fakes/fake_simulation.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::testing {

using namespace rpc;

namespace {

SimulationFault fault(const char* name, const char* title, const char* description, bool once,
                      const char* page) {
  SimulationFault f;
  f.name = QString::fromLatin1(name);
  f.title = QString::fromLatin1(title);
  f.description = QString::fromLatin1(description);
  f.once = once;
  f.lookAt = QString::fromLatin1(page);
  return f;
}

}  // namespace

FakeSimulation::FakeSimulation() {
  scenarios = {
      {QStringLiteral("steady"), QStringLiteral("Steady"), QStringLiteral("The same rate all the time.")},
      {QStringLiteral("daily"), QStringLiteral("Day and night"),
       QStringLiteral("The rate follows the hour of the world.")},
      {QStringLiteral("bad_day"), QStringLiteral("A bad day"),
       QStringLiteral("One fault after another strikes by itself.")}};
  state.running = true;
  state.rate = state.rateNow = 40;
  state.speed = 1'440;
  state.scenario = QStringLiteral("steady");
  state.worldTime = QStringLiteral("2001-05-04T13:37");
  state.sent = 48'211;
  state.items = 2'892'660;
  state.failed = 3;
  state.labelsJoined = 12'875;
  state.labelsWaiting = 412;
  state.sentPerSecond = 40.2;
  state.p50Ms = 2.5;
  state.p99Ms = 6.1;
  state.arms = {{QStringLiteral("control"), 6'402, 0.231, 0.512},
                {QStringLiteral("treatment"), 6'473, 0.229, 0.486}};
  state.controlAddress = QStringLiteral("127.0.0.1:7700");
  state.proxyAddress = QStringLiteral("127.0.0.1:7710");
  state.faults = {
      fault("kill_worker", "Kill a worker",
            "One worker of the candidate is killed. Its neighbour takes the load.", true, "deployments"),
      fault("pause_sidecar", "Pause a model server", "One model server stands still.", false, "monitoring"),
      fault("stop_control_plane", "Cut the control plane", "It is killed. Proxies go on with what they know.",
            false, "overview"),
      fault("feature_drift", "Feature drift", "Stored late rates are turned around.", false, "experiments"),
  };
}

void FakeSimulation::post(QObject* context, std::function<void()> f) {
  QMetaObject::invokeMethod(
      &gui_,
      [guard = QPointer<QObject>(context), f = std::move(f)] {
        if (guard) f();
      },
      Qt::QueuedConnection);
}

absl::Status FakeSimulation::takeFailure() {
  if (!reachable) return unavailable("the simulation does not answer");
  const absl::Status failure = failNext;
  failNext = absl::OkStatus();
  return failure;
}

void FakeSimulation::push() {
  for (const auto& w : watches_) {
    QMetaObject::invokeMethod(
        &gui_,
        [w, now = state] {
          if (w->guard) w->state(now);
        },
        Qt::QueuedConnection);
  }
}

void FakeSimulation::release() {
  hold = false;
  const auto held = std::move(held_);
  held_.clear();
  for (const auto& finish : held) finish();
}

void FakeSimulation::dropWatch(const absl::Status& why) {
  const auto watches = std::move(watches_);
  watches_.clear();
  for (const auto& w : watches) post(w->guard, [w, why] { w->ended(why); });
}

Ticket FakeSimulation::getState(QObject* context, Answer<SimulationState> answer) {
  const absl::Status failure = reachable ? absl::OkStatus() : takeFailure();
  post(context, [answer = std::move(answer), failure, now = state] {
    answer(failure.ok() ? absl::StatusOr<SimulationState>(now) : absl::StatusOr<SimulationState>(failure));
  });
  return {};
}

Ticket FakeSimulation::watchState(QObject* context, std::function<void(const SimulationState&)> deliver,
                                  Answer<Done> ended) {
  if (!reachable) {
    post(context, [ended = std::move(ended), failure = takeFailure()] { ended(failure); });
    return {};
  }
  const auto watch = std::make_shared<Watch>(Watch{context, std::move(deliver), std::move(ended)});
  watches_.push_back(watch);
  post(context, [watch, now = state] { watch->state(now); });
  return Ticket([this, weak = std::weak_ptr<Watch>(watch)] {
    const auto alive = weak.lock();
    const auto it = std::find(watches_.begin(), watches_.end(), alive);
    if (!alive || it == watches_.end()) return;
    watches_.erase(it);
    post(alive->guard, [alive] { alive->ended(absl::CancelledError("cancelled")); });
  });
}

Ticket FakeSimulation::listScenarios(QObject* context, Answer<QList<SimulationScenario>> answer) {
  const absl::Status failure = reachable ? absl::OkStatus() : takeFailure();
  post(context, [answer = std::move(answer), failure, list = scenarios] {
    answer(failure.ok() ? absl::StatusOr<QList<SimulationScenario>>(list)
                        : absl::StatusOr<QList<SimulationScenario>>(failure));
  });
  return {};
}

Ticket FakeSimulation::setTraffic(const TrafficChange& change, QObject* context,
                                  Answer<SimulationState> answer) {
  QString call = QStringLiteral("setTraffic");
  if (change.running) call += *change.running ? QStringLiteral(" start") : QStringLiteral(" stop");
  if (change.rate) call += QStringLiteral(" rate %1").arg(*change.rate);
  if (change.speed) call += QStringLiteral(" speed %1").arg(*change.speed);
  if (change.scenario) call += QStringLiteral(" scenario %1").arg(*change.scenario);
  calls.append(call);
  if (const absl::Status failure = takeFailure(); !failure.ok()) {
    post(context, [answer = std::move(answer), failure] { answer(failure); });
    return {};
  }
  if (change.running) state.running = *change.running;
  if (change.rate) state.rate = state.rateNow = *change.rate;
  if (change.speed) state.speed = *change.speed;
  if (change.scenario) state.scenario = *change.scenario;
  post(context, [answer = std::move(answer), now = state] { answer(now); });
  push();
  return {};
}

Ticket FakeSimulation::setFault(const QString& name, bool on, QObject* context,
                                Answer<SimulationState> answer) {
  calls.append(QStringLiteral("setFault %1 %2").arg(name, on ? QStringLiteral("on") : QStringLiteral("off")));
  if (const absl::Status failure = takeFailure(); !failure.ok()) {
    post(context, [answer = std::move(answer), failure] { answer(failure); });
    return {};
  }
  const auto at = std::find_if(state.faults.begin(), state.faults.end(),
                               [&](const SimulationFault& f) { return f.name == name; });
  if (at == state.faults.end()) {
    post(context, [answer = std::move(answer)] { answer(notFound("there is no such fault")); });
    return {};
  }
  at->busy = true;
  push();
  const auto finish = [this, name, on, guard = QPointer<QObject>(context), answer = std::move(answer)] {
    for (SimulationFault& f : state.faults) {
      if (f.name != name) continue;
      f.busy = false;
      f.on = on && !f.once;
      f.strikes += on ? 1 : 0;
      f.lastEffect = on ? QStringLiteral("worker 4711 killed, replaced and serving after 1.2 s")
                        : QStringLiteral("switched off");
      f.changedMs = 1'700'000'000'000;
    }
    post(guard, [answer, now = state] { answer(now); });
    push();
  };
  if (hold) {
    held_.push_back(finish);
  } else {
    finish();
  }
  return {};
}

}  // namespace aerie::testing
