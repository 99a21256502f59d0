#include "app/presenters/routing_presenter.h"

#include <QRegularExpression>
#include <algorithm>
#include <set>
#include <utility>

#include "app/presenters/engine.h"
#include "app/presenters/errors.h"
#include "app/presenters/key_inspector.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::presenters {
namespace {
constexpr int kValidateDelayMs = 150;  // of rest before the control plane is asked
constexpr int kTraceDelayMs = 100;
}  // namespace

RoutingPresenter::RoutingPresenter(rpc::RoutingApi& routing, rpc::ExperimentApi& experiments,
                                   models::World& world, QObject* parent)
    : QObject(parent),
      routingApi_(routing),
      world_(world),
      staged_(routing, experiments, world),
      history_(models::newRoutingHistoryTable(this)),
      traces_(models::newKeyTraceTable(this)) {
  validateTimer_.setSingleShot(true);
  traceTimer_.setSingleShot(true);
  connect(&validateTimer_, &QTimer::timeout, this, &RoutingPresenter::validate);
  connect(&traceTimer_, &QTimer::timeout, this, &RoutingPresenter::traceKeys);
  connect(&world_, &models::World::routingsChanged, this, &RoutingPresenter::refresh);
  connect(&world_, &models::World::statusChanged, this, &RoutingPresenter::flowChanged);
  connect(&world_, &models::World::deploymentsChanged, this, &RoutingPresenter::flowChanged);
  connect(&world_, &models::World::deploymentsChanged, this, &RoutingPresenter::revalidateWhenNamesChange);
  connect(&world_, &models::World::routingsChanged, this, &RoutingPresenter::revalidateWhenNamesChange);
  connect(&staged_, &StagedChanges::changed, this, &RoutingPresenter::stagedChanged);
  connect(&staged_, &StagedChanges::succeeded, this, &RoutingPresenter::succeeded);
  connect(&staged_, &StagedChanges::failed, this, &RoutingPresenter::failed);
  refresh();
}

QStringList RoutingPresenter::useCases() const {
  QStringList out;
  for (const rpc::Routing& r : world_.routings()) out.append(r.useCase);
  out.sort();
  return out;
}

void RoutingPresenter::refresh() {
  const QStringList known = useCases();
  if (!pending_.isEmpty() && known.contains(pending_)) {
    selectUseCase(std::exchange(pending_, {}));
    return;  // it refreshed
  }
  if (!known.contains(useCase_)) {
    useCase_ = known.value(0);
    history_->apply({});
    historyRevision_ = 0;
  }
  if (!experiments().contains(experiment_)) experiment_ = experiments().value(0);
  if (const rpc::Routing* r = routing(); r && r->revision != historyRevision_) loadHistory();
  Q_EMIT useCasesChanged();
  Q_EMIT flowChanged();
  stagedChanged();
}

void RoutingPresenter::stagedChanged() {
  const std::optional<rpc::Routing> now =
      staged_.hasRouting(useCase_) ? staged_.routing(useCase_) : std::optional<rpc::Routing>();
  if (now != validated_) {
    ++validateNumber_;
    validateTicket_.cancel();
    validated_ = now;
    validating_ = now.has_value();
    if (now) {
      validateTimer_.start(kValidateDelayMs);
    } else {
      validateTimer_.stop();
      problems_.clear();
    }
    Q_EMIT problemsChanged();
  }
  if (!inspected_.isEmpty()) traceTimer_.start(kTraceDelayMs);
  Q_EMIT draftChanged();
}

void RoutingPresenter::selectUseCase(const QString& useCase) {
  if (useCase == useCase_ || !useCases().contains(useCase)) return;
  useCase_ = useCase;
  experiment_ = experiments().value(0);
  history_->apply({});
  historyRevision_ = 0;
  refresh();
}

QStringList RoutingPresenter::experiments() const {
  QStringList out;
  if (const rpc::Routing* r = routing()) {
    for (const rpc::ExperimentRoute& e : r->experiments) {
      if (world_.experiment(e.name)) out.append(e.name);
    }
  }
  return out;
}

void RoutingPresenter::selectExperiment(const QString& name) {
  if (name == experiment_ || !experiments().contains(name)) return;
  experiment_ = name;
  Q_EMIT draftChanged();
}

FlowPath RoutingPresenter::pathOf(const QList<models::FlowRate>& flows, const QString& experiment,
                                  const QString& arm, const QString& endpoint) const {
  const rpc::Deployment* d = world_.deployment(endpoint);
  FlowPath path{experiment, arm, endpoint, d ? d->servingVersion : QString(), world_.seriesOf(endpoint), 0,
                0,          {},  {}};
  for (const models::FlowRate& f : flows) {
    if (f.experiment != experiment || f.arm != arm || f.endpoint != endpoint) continue;
    path.itemsPerSecond += f.itemsPerSecond;
    path.failedPerSecond += f.failedPerSecond;
  }
  return path;
}

std::vector<FlowPath> RoutingPresenter::paths() const {
  std::vector<FlowPath> out;
  const rpc::Routing* r = routing();
  if (!r) return out;
  const QList<models::FlowRate> flows = world_.flow().flows(useCase_);
  for (const rpc::ExperimentRoute& route : r->experiments) {
    const rpc::Experiment* e = world_.experiment(route.name);
    double total = 0;
    const std::size_t first = out.size();
    for (const rpc::ArmRoute& a : route.arms) {
      out.push_back(pathOf(flows, route.name, a.arm, a.endpoint));
      total += out.back().itemsPerSecond;
      if (!e) continue;
      for (const rpc::Arm& arm : e->arms) {
        if (arm.name == a.arm) out.back().intended = arm.weight;
      }
    }
    for (std::size_t i = first; i < out.size() && total > 0; ++i)
      out[i].actual = out[i].itemsPerSecond / total;
  }
  out.push_back(pathOf(flows, {}, {}, r->defaultEndpoint));
  // Ways that the config does not name, such as an arm's items that fell back to the default endpoint.
  for (const models::FlowRate& f : flows) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const FlowPath& p) {
      return p.experiment == f.experiment && p.arm == f.arm && p.endpoint == f.endpoint;
    });
    if (!known && f.itemsPerSecond > 0) out.push_back(pathOf(flows, f.experiment, f.arm, f.endpoint));
  }
  return out;
}

QString RoutingPresenter::configSentence() const {
  const rpc::Routing* r = routing();
  if (!r) return {};
  int proxies = 0;
  for (const rpc::ProxyStatus& p : world_.status().proxies) {
    if (!p.refusedReason.isEmpty())
      return tr("Proxy %1 refused the newest config: %2").arg(p.id, p.refusedReason);
    ++proxies;
  }
  const QString config = tr("Config #%1").arg(r->revision);
  if (proxies == 0) return tr("%1; no proxy is connected").arg(config);
  //: %1 is "Config #14"
  return tr("%1 runs on %n proxy instance(s)", nullptr, proxies).arg(config);
}

models::Tone RoutingPresenter::configTone() const {
  for (const rpc::ProxyStatus& p : world_.status().proxies) {
    if (!p.refusedReason.isEmpty()) return models::Tone::Danger;
  }
  return world_.status().proxies.isEmpty() ? models::Tone::Warning : models::Tone::Ok;
}

QStringList RoutingPresenter::armNames() const {
  QStringList out;
  if (const rpc::Experiment* e = experiment()) {
    for (const rpc::Arm& a : e->arms) out.append(a.name);
  }
  return out;
}

QString RoutingPresenter::endpointOf(const QString& arm) const {
  if (const rpc::Routing* r = routing()) {
    for (const rpc::ExperimentRoute& e : r->experiments) {
      for (const rpc::ArmRoute& a : e.arms) {
        if (e.name == experiment_ && a.arm == arm) return a.endpoint;
      }
    }
  }
  return {};
}

std::vector<int> RoutingPresenter::armSeries() const {
  std::vector<int> out;
  const QStringList arms = armNames();
  for (const QString& arm : arms) out.push_back(world_.seriesOf(endpointOf(arm)));
  if (std::set<int>(out.begin(), out.end()).size() != out.size()) {
    out.clear();
    for (const QString& arm : arms) out.push_back(world_.seriesOf(experiment_ + QLatin1Char('/') + arm));
  }
  return out;
}

std::vector<int> RoutingPresenter::appliedWeights() const {
  const rpc::Experiment* e = experiment();
  return e ? weightPoints(*e) : std::vector<int>();
}

void RoutingPresenter::setDraft(const std::vector<int>& weights) {
  staged_.stageSplit(experiment_, weights, draftCoverage());
}

void RoutingPresenter::setDraftCoverage(int basisPoints) {
  staged_.stageSplit(experiment_, draft(), basisPoints);
}

// ---- the config

QStringList RoutingPresenter::endpoints() const {
  QStringList out;
  for (const rpc::Deployment& d : world_.deployments()) {
    if (!d.deleting) out.append(d.spec.endpoint);
  }
  if (!std::is_sorted(out.begin(), out.end())) out.sort();
  return out;
}

QStringList RoutingPresenter::knownExperiments() const {
  QStringList out;
  for (const rpc::Experiment& e : world_.experiments()) out.append(e.name);
  out.sort();
  return out;
}

rpc::ExperimentRoute RoutingPresenter::routeFor(const QString& experiment) const {
  const std::optional<rpc::Routing> r = staged_.routing(useCase_);
  rpc::ExperimentRoute out{experiment, {}, {}};
  if (!r) return out;
  if (!r->experiments.isEmpty()) out.splittingKey = r->experiments.front().splittingKey;
  if (const rpc::Experiment* e = world_.experiment(experiment)) {
    for (const rpc::Arm& a : e->arms) out.arms.append({a.name, r->defaultEndpoint});
  }
  return out;
}

std::pair<QString, QString> fieldOf(const QString& message) {
  static const QRegularExpression path(
      QStringLiteral("(?:^|: )((?:default_worker_endpoint|on_worker_failure|model_use_case|"
                     "(?:experiments|shadows)(?:\\[\\d+\\])?(?:\\.[a-z_]+(?:\\[\\d+\\])?)*)): (.*)$"),
      QRegularExpression::DotMatchesEverythingOption);
  const QRegularExpressionMatch match = path.match(message);
  if (!match.hasMatch()) return {QString(), message};
  return {match.captured(1), match.captured(2)};
}

// An endpoint that was deployed meanwhile mends a config that named it too early.
void RoutingPresenter::revalidateWhenNamesChange() {
  if (validated_ && endpoints() + knownExperiments() != validatedNames_ && !validateTimer_.isActive()) {
    validateTimer_.start(kValidateDelayMs);
  }
}

void RoutingPresenter::validate() {
  if (!validated_) return;
  validatedNames_ = endpoints() + knownExperiments();
  const quint64 number = ++validateNumber_;
  validateTicket_ = routingApi_.apply(
      *validated_, 0, true, this, [this, number](const absl::StatusOr<rpc::Routing>& answer) {
        if (number != validateNumber_) return;
        validating_ = false;
        problems_.clear();
        if (!answer.ok() && !absl::IsCancelled(answer.status())) {
          const auto [field, text] = fieldOf(QString::fromStdString(messageOf(answer.status())));
          // Only what the config is wrong about is a problem of a field.
          problems_.insert(field, field.isEmpty() ? detailOf(answer.status()) : text);
        }
        Q_EMIT problemsChanged();
        Q_EMIT draftChanged();
      });
}

QString RoutingPresenter::problemOfNew(const QString& useCase, const QString& endpoint) const {
  if (endpoints().isEmpty()) return tr("There is no endpoint yet: deploy a model first.");
  if (useCase.isEmpty()) return tr("Give the use case a name.");
  if (!validateName("use case", useCase.toStdString()).ok()) {
    return tr(
        "Use up to 128 letters without accents, digits, \"_\", \"-\" and \".\", first a letter or digit.");
  }
  if (world_.routing(useCase)) return tr("\"%1\" is routed already; change its config instead.").arg(useCase);
  return endpoints().contains(endpoint) ? QString()
                                        : tr("\"%1\" is no endpoint that is deployed.").arg(endpoint);
}

void RoutingPresenter::create(const QString& useCase, const QString& endpoint) {
  if (!problemOfNew(useCase, endpoint).isEmpty()) return;
  rpc::Routing routing;
  routing.useCase = useCase;
  routing.defaultEndpoint = endpoint;
  routing.onWorkerFailure = QStringLiteral("default_endpoint");
  routingApi_.apply(routing, 0, false, this, [this, useCase](const absl::StatusOr<rpc::Routing>& answer) {
    if (answer.ok()) {
      pending_ = useCase;
      refresh();
      Q_EMIT succeeded(tr("%1 is routed to %2.").arg(useCase, answer->defaultEndpoint));
    } else if (!absl::IsCancelled(answer.status())) {
      Q_EMIT failed(tr("\"%1\" was not routed.").arg(useCase), detailOf(answer.status()));
    }
  });
}

void RoutingPresenter::loadHistory() {
  historyTicket_.cancel();
  const QString asked = useCase_;
  historyRevision_ = routing()->revision;
  historyTicket_ =
      routingApi_.history(useCase_, this, [this, asked](const absl::StatusOr<QList<rpc::Routing>>& answer) {
        if (asked != useCase_ || absl::IsCancelled(answer.status())) return;
        historyProblem_ = answer.ok() ? QString() : detailOf(answer.status());
        if (answer.ok()) {
          history_->apply({answer->begin(), answer->end()});
        } else {
          historyRevision_ = 0;  // asked again with the next change
        }
        Q_EMIT historyChanged();
      });
}

bool RoutingPresenter::revertTo(const QString& historyKey) {
  const rpc::Routing* old = history_->find(historyKey);
  const rpc::Routing* now = routing();
  if (!old || !now) return false;
  rpc::Routing wanted = *now;
  wanted.defaultEndpoint = old->defaultEndpoint;
  wanted.experiments = old->experiments;
  wanted.shadows = old->shadows;
  wanted.onWorkerFailure = old->onWorkerFailure;
  wanted.comment = tr("Back to revision %1").arg(old->revision);
  if (diffOf(*now, wanted).isEmpty()) return false;
  staged_.endGesture();
  staged_.stageRouting(wanted);
  staged_.endGesture();
  return true;
}

// ---- where keys go

QString RoutingPresenter::inspectorHint() const {
  const rpc::Routing* r = routing();
  QStringList columns;
  for (int i = 0; r && i < r->experiments.size(); ++i) {
    if (!columns.contains(r->experiments[i].splittingKey)) columns.append(r->experiments[i].splittingKey);
  }
  if (columns.isEmpty()) return tr("This use case has no experiment");
  return tr("One %1 per line").arg(columns.join(QLatin1String(", ")));
}

void RoutingPresenter::inspect(const QString& text) {
  if (text == inspected_) return;
  inspected_ = text;
  traceTimer_.start(kTraceDelayMs);
}

void RoutingPresenter::traceKeys() {
  const rpc::Routing* r = routing();
  std::vector<models::KeyTrace> rows;
  inspectorProblem_.clear();
  if (r) {
    const KeyInspector now(*r, world_.experiments());
    inspectorProblem_ = now.problem();
    std::optional<KeyInspector> after;
    if (staged_.count() > 0) {
      QList<rpc::Experiment> experiments = world_.experiments();
      for (rpc::Experiment& e : experiments) {
        e = changed(e, staged_.weights(e.name), staged_.coverage(e.name));
      }
      after.emplace(*staged_.routing(useCase_), experiments);
      if (!after->problem().isEmpty()) after.reset();  // the editor says what is wrong with it
    }
    const QStringList keys = KeyInspector::keysOf(inspected_);
    for (int i = 0; i < keys.size() && now.problem().isEmpty(); ++i) {
      rows.push_back(now.trace(i + 1, keys[i]));
      if (!after) continue;
      const models::KeyTrace then = after->trace(i + 1, keys[i]);
      models::KeyTrace& row = rows.back();
      row.armAfter = then.arm;
      row.endpointAfter = then.endpoint;
      row.moves = row.arm != then.arm || row.endpoint != then.endpoint;
    }
    const auto lines = inspected_.split(QLatin1Char('\n'), Qt::SkipEmptyParts).size();
    if (inspectorProblem_.isEmpty() && lines > KeyInspector::kMaxKeys) {
      inspectorProblem_ = tr("Only the first %Ln key(s) are shown.", nullptr, KeyInspector::kMaxKeys);
    }
  }
  traces_->apply(std::move(rows));
  Q_EMIT tracesChanged();
}

QString RoutingPresenter::tracesAsCsv() const { return toCsv(traces_->rows()); }

}  // namespace aerie::presenters
