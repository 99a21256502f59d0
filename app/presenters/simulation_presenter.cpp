#include "app/presenters/simulation_presenter.h"

#include <QDateTime>
#include <algorithm>
#include <iterator>

#include "app/models/when.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {
namespace {

constexpr int kRetryMs = 1'000;

// The simulation speaks English, as its log does; what the desktop knows it says in its own language.
struct Words {
  const char* name;
  const char* title;
  const char* description;
};
constexpr const char* kContext = "aerie::presenters::SimulationPresenter";
constexpr Words kFaults[] = {
    {"kill_worker", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Kill a worker"),
     QT_TRANSLATE_NOOP(
         "aerie::presenters::SimulationPresenter",
         "One worker of the candidate is killed. Its neighbour takes the load until a new one serves.")},
    {"restart_proxy", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Restart the proxy"),
     QT_TRANSLATE_NOOP(
         "aerie::presenters::SimulationPresenter",
         "It stops and starts again. Requests in between fail; it serves from its last good config.")},
    {"pause_sidecar", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Pause a model server"),
     QT_TRANSLATE_NOOP(
         "aerie::presenters::SimulationPresenter",
         "One of the candidate's stands still. Its worker leaves the rotation; calls go elsewhere.")},
    {"slow_sidecar", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Slow a model server"),
     QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter",
                       "One of the candidate's gets a third of its time. Latency rises; nothing fails.")},
    {"stop_control_plane",
     QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Cut the control plane"),
     QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter",
                       "It is killed. Traffic goes on; this window is not connected until it is back.")},
    {"feature_store_down", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Feature store down"),
     QT_TRANSLATE_NOOP(
         "aerie::presenters::SimulationPresenter",
         "Reads of stored features fail. Workers use what they remember for a minute, then defaults.")},
    {"feature_drift", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Feature drift"),
     QT_TRANSLATE_NOOP(
         "aerie::presenters::SimulationPresenter",
         "Stored late rates are turned around. Version 2 uses them and gets worse within a minute.")},
    {"malformed_requests", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Malformed requests"),
     QT_TRANSLATE_NOOP(
         "aerie::presenters::SimulationPresenter",
         "Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.")},
};
constexpr Words kScenarios[] = {
    {"steady", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Steady"),
     QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "The same rate all the time.")},
    {"daily", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Day and night"),
     QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter",
                       "The rate follows the hour of the world: busy by day, a fifth of it by night.")},
    {"bursts", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "Bursts"),
     QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter",
                       "Four times the rate for ten seconds of every minute.")},
    {"bad_day", QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter", "A bad day"),
     QT_TRANSLATE_NOOP("aerie::presenters::SimulationPresenter",
                       "A steady rate, and one fault after another strikes by itself.")},
};

template <std::size_t N>
QString inOurWords(const Words (&table)[N], const QString& name, const char* Words::*part,
                   const QString& theirs) {
  const auto it = std::find_if(std::begin(table), std::end(table),
                               [&](const Words& w) { return name == QLatin1String(w.name); });
  return it == std::end(table) ? theirs : QCoreApplication::translate(kContext, (*it).*part);
}

}  // namespace

QString SimulationPresenter::titleOf(const rpc::SimulationFault& fault) {
  return inOurWords(kFaults, fault.name, &Words::title, fault.title);
}
QString SimulationPresenter::descriptionOf(const rpc::SimulationFault& fault) {
  return inOurWords(kFaults, fault.name, &Words::description, fault.description);
}
QString SimulationPresenter::titleOf(const rpc::SimulationScenario& scenario) {
  return inOurWords(kScenarios, scenario.name, &Words::title, scenario.title);
}
QString SimulationPresenter::descriptionOf(const rpc::SimulationScenario& scenario) {
  return inOurWords(kScenarios, scenario.name, &Words::description, scenario.description);
}

SimulationPresenter::SimulationPresenter(rpc::SimulationApi& api, ContextsPresenter* contexts,
                                         QObject* parent)
    : QObject(parent), api_(api), contexts_(contexts) {
  retry_.setSingleShot(true);
  retry_.setInterval(kRetryMs);
  connect(&retry_, &QTimer::timeout, this, &SimulationPresenter::open);
  if (!contexts_) return;
  connect(contexts_, &ContextsPresenter::simulationChanged, this, &SimulationPresenter::contextMoved);
  connect(contexts_, &ContextsPresenter::activeChanged, this, &SimulationPresenter::contextMoved);
}

bool SimulationPresenter::reachable() const {
  if (!contexts_) return true;
  const rpc::SimulationHost& host = contexts_->simulation();
  return host.state() == rpc::SimulationHost::State::Running &&
         (contexts_->active().simulation || contexts_->active().address == host.addresses().control);
}

SimulationPresenter::Situation SimulationPresenter::situation() const {
  if (!reachable()) {
    using State = rpc::SimulationHost::State;
    switch (contexts_->simulation().state()) {
      case State::Starting: return Situation::Starting;
      case State::Failed: return Situation::Failed;
      case State::Running: return Situation::Elsewhere;
      case State::Absent:
      case State::Stopping: break;
    }
    const rpc::Profile& active = contexts_->active();
    return active.simulation || active.address.isEmpty() ? Situation::Absent : Situation::Outside;
  }
  if (lost_) return Situation::Lost;
  return seen_ ? Situation::Live : Situation::Loading;
}

QString SimulationPresenter::progress() const {
  const QStringList steps = contexts_ ? contexts_->simulation().progress() : QStringList();
  return steps.isEmpty() ? QString() : steps.back();
}

QString SimulationPresenter::problem() const {
  if (lost_) return reason_;
  return contexts_ ? contexts_->simulation().problem() : QString();
}

QString SimulationPresenter::otherContext() const {
  if (!contexts_) return {};
  const rpc::Profile& active = contexts_->active();
  return active.name.isEmpty() ? active.address : active.name;
}

QString SimulationPresenter::worldTimeText() const {
  const QDateTime time = QDateTime::fromString(state_.worldTime, Qt::ISODate);
  if (!time.isValid()) return {};
  // Hours and minutes: at this speed seconds would only flicker.
  return tr("%1, %2", "date, time").arg(models::longDateText(time.date()), models::clockText(time.time()));
}

void SimulationPresenter::setWatching(bool watching) {
  watching_ = watching;
  if (watching_) {
    open();
  } else {
    close();
  }
}

void SimulationPresenter::contextMoved() {
  if (!reachable()) {
    close();
    seen_ = false;
    lost_ = false;
    scenarios_.clear();
  } else if (watching_) {
    open();
  }
  Q_EMIT situationChanged();
}

void SimulationPresenter::open() {
  if (open_ || !watching_ || !reachable()) return;
  open_ = true;
  const quint64 attempt = ++attempt_;
  watch_ = api_.watchState(
      this,
      [this, attempt](const rpc::SimulationState& state) {
        if (attempt == attempt_) take(state);
      },
      [this, attempt](const absl::StatusOr<rpc::Done>& ended) {
        if (attempt != attempt_) return;
        open_ = false;
        lost_ = true;
        reason_ = ended.ok() ? tr("The simulation closed the connection.") : detailOf(ended.status());
        retry_.start();
        Q_EMIT situationChanged();
      });
  if (!scenarios_.isEmpty()) return;
  api_.listScenarios(this, [this](const absl::StatusOr<QList<rpc::SimulationScenario>>& answer) {
    if (!answer.ok()) return;  // the watch says what is wrong, and asks again
    scenarios_ = *answer;
    Q_EMIT situationChanged();
  });
}

void SimulationPresenter::close() {
  ++attempt_;
  open_ = false;
  watch_.cancel();
  retry_.stop();
}

void SimulationPresenter::take(const rpc::SimulationState& state) {
  const bool was = seen_ && !lost_;
  state_ = state;
  seen_ = true;
  lost_ = false;
  if (!was) Q_EMIT situationChanged();
  Q_EMIT stateChanged();
}

void SimulationPresenter::startSimulation() {
  if (contexts_) contexts_->startSimulation();
}

void SimulationPresenter::showSimulation() {
  if (!contexts_) return;
  for (const rpc::Profile& profile : contexts_->store().profiles()) {
    if (profile.simulation) {
      contexts_->choose(profile.id);
      return;
    }
  }
}

void SimulationPresenter::change(const rpc::TrafficChange& change, const QString& headline) {
  ++changes_;
  Q_EMIT stateChanged();
  api_.setTraffic(change, this, [this, headline](const absl::StatusOr<rpc::SimulationState>& answer) {
    --changes_;
    if (answer.ok()) {
      take(*answer);
      return;
    }
    Q_EMIT stateChanged();
    if (!absl::IsCancelled(answer.status())) Q_EMIT failed(headline, detailOf(answer.status()));
  });
}

void SimulationPresenter::setRunning(bool running) {
  rpc::TrafficChange c;
  c.running = running;
  change(c, running ? tr("Traffic was not started.") : tr("Traffic was not stopped."));
}

void SimulationPresenter::setRate(double requestsPerSecond) {
  rpc::TrafficChange c;
  c.rate = requestsPerSecond;
  change(c, tr("The rate was not changed."));
}

void SimulationPresenter::setSpeed(double speed) {
  rpc::TrafficChange c;
  c.speed = speed;
  change(c, tr("The speed was not changed."));
}

void SimulationPresenter::setScenario(const QString& name) {
  rpc::TrafficChange c;
  c.scenario = name;
  change(c, tr("The scenario was not changed."));
}

void SimulationPresenter::setFault(const QString& name, bool on) {
  const auto it = std::find_if(state_.faults.begin(), state_.faults.end(),
                               [&](const rpc::SimulationFault& f) { return f.name == name; });
  if (it == state_.faults.end() || it->busy) return;
  it->busy = true;  // at once, so that a second click finds it switched off
  const QString title = titleOf(*it);
  Q_EMIT stateChanged();
  api_.setFault(name, on, this, [this, name, title, on](const absl::StatusOr<rpc::SimulationState>& answer) {
    if (answer.ok()) {
      take(*answer);
      return;
    }
    for (rpc::SimulationFault& fault : state_.faults) {
      if (fault.name == name) fault.busy = false;
    }
    Q_EMIT stateChanged();
    if (absl::IsCancelled(answer.status())) return;
    Q_EMIT failed(on ? tr("\"%1\" did not strike.").arg(title) : tr("\"%1\" was not undone.").arg(title),
                  detailOf(answer.status()));
  });
}

}  // namespace aerie::presenters
