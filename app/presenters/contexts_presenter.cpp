#include "app/presenters/contexts_presenter.h"

#include <QElapsedTimer>
#include <utility>

#include "app/models/text.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using State = rpc::SimulationHost::State;

ContextsPresenter::ContextsPresenter(models::ProfileStore& store, rpc::SimulationHost& simulation,
                                     Probe probe, QObject* parent)
    : QObject(parent), store_(store), simulation_(simulation), probe_(std::move(probe)) {
  connect(&simulation_, &rpc::SimulationHost::stateChanged, this, &ContextsPresenter::simulationMoved);
  connect(&simulation_, &rpc::SimulationHost::progressed, this, &ContextsPresenter::simulationChanged);
}

void ContextsPresenter::setActive(const rpc::Profile& profile) {
  active_ = profile;
  Q_EMIT activeChanged();
}

void ContextsPresenter::choose(const QString& id) {
  const rpc::Profile* profile = store_.find(id);
  if (!profile) return;
  store_.choose(id);
  if (profile->simulation) {
    startSimulation();
    return;
  }
  openWhenRunning_ = false;
  Q_EMIT openWanted(*profile);
}

void ContextsPresenter::startSimulation() {
  store_.choose(models::ProfileStore::simulationId());
  openWhenRunning_ = true;
  if (simulation_.state() == State::Running) {
    simulationMoved();
  } else {
    simulation_.start();
  }
}

void ContextsPresenter::simulationMoved() {
  if (simulation_.state() == State::Running && openWhenRunning_) {
    openWhenRunning_ = false;
    rpc::Profile profile = *store_.find(models::ProfileStore::simulationId());
    profile.address = simulation_.addresses().control;
    Q_EMIT openWanted(profile);
  }
  Q_EMIT simulationChanged();
}

QString ContextsPresenter::simulationWord() const {
  switch (simulation_.state()) {
    case State::Absent: return tr("Not running");
    case State::Starting: return tr("Starting");
    case State::Running: return tr("Running");
    case State::Stopping: return tr("Stopping");
    case State::Failed: return tr("Did not start");
  }
  return {};
}

models::Tone ContextsPresenter::simulationTone() const {
  switch (simulation_.state()) {
    case State::Absent: return models::Tone::Muted;
    case State::Starting:
    case State::Stopping: return models::Tone::Info;
    case State::Running: return models::Tone::Ok;
    case State::Failed: return models::Tone::Danger;
  }
  return models::Tone::Muted;
}

void ContextsPresenter::test(const rpc::Profile& profile) {
  cancelTest();
  if (const QString problem = rpc::problemOf(profile); !problem.isEmpty()) {
    testState_ = TestState::Failed;
    testText_ = problem;
    Q_EMIT testChanged();
    return;
  }
  testState_ = TestState::Running;
  testText_ = tr("Asking %1...").arg(profile.address);
  Q_EMIT testChanged();
  QElapsedTimer clock;
  clock.start();
  testTicket_ =
      probe_(profile, this,
             [this, clock, number = testNumber_,
              address = profile.address](const absl::StatusOr<rpc::SystemStatus>& status) {
               if (number != testNumber_) return;
               testState_ = status.ok() ? TestState::Passed : TestState::Failed;
               testText_ = status.ok()
                               ? tr("Aerie %1, environment %2, answered in %3")
                                     .arg(status->version, status->environment,
                                          models::millisText(static_cast<double>(clock.nsecsElapsed()) / 1e6))
                               : tr("%1 did not answer. %2").arg(address, detailOf(status.status()));
               Q_EMIT testChanged();
             });
}

void ContextsPresenter::cancelTest() {
  ++testNumber_;
  testTicket_.cancel();
  testState_ = TestState::None;
  testText_.clear();
  Q_EMIT testChanged();
}

}  // namespace aerie::presenters
