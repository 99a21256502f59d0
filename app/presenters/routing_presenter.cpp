#include "app/presenters/routing_presenter.h"

#include <algorithm>
#include <cmath>

#include "app/models/split.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {
namespace {
constexpr int kPreviewDelayMs = 150;  // of rest before the control plane is asked
}

RoutingPresenter::RoutingPresenter(rpc::RoutingApi& routing, rpc::ExperimentApi& experiments,
                                   models::World& world, QObject* parent)
    : QObject(parent),
      routingApi_(routing),
      experimentApi_(experiments),
      world_(world),
      history_(models::newRoutingHistoryTable(this)) {
  previewTimer_.setSingleShot(true);
  connect(&previewTimer_, &QTimer::timeout, this, &RoutingPresenter::preview);
  connect(&world_, &models::World::routingsChanged, this, &RoutingPresenter::refresh);
  connect(&world_, &models::World::statusChanged, this, &RoutingPresenter::flowChanged);
  connect(&world_, &models::World::deploymentsChanged, this, &RoutingPresenter::flowChanged);
  refresh();
}

QStringList RoutingPresenter::useCases() const {
  QStringList out;
  for (const rpc::Routing& r : world_.routings()) out.append(r.useCase);
  out.sort();
  return out;
}

void RoutingPresenter::refresh() {
  Q_EMIT useCasesChanged();
  if (useCase_.isEmpty() && !world_.routings().isEmpty()) {
    selectUseCase(useCases().front());
    return;
  }
  if (!experiments().contains(experiment_)) {
    experiment_ = experiments().value(0);
    resetDraft();
  } else if (!dirty() ||
             (experiment() && draft_.size() != static_cast<std::size_t>(experiment()->arms.size()))) {
    resetDraft();
  }
  if (const rpc::Routing* r = routing(); r && r->revision != historyRevision_) loadHistory();
  Q_EMIT draftChanged();
  Q_EMIT flowChanged();
}

void RoutingPresenter::selectUseCase(const QString& useCase) {
  if (useCase == useCase_ || useCase.isEmpty()) return;
  useCase_ = useCase;
  experiment_ = experiments().value(0);
  resetDraft();
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
  resetDraft();
  Q_EMIT draftChanged();
}

std::vector<FlowPath> RoutingPresenter::paths() const {
  std::vector<FlowPath> out;
  const rpc::Routing* r = routing();
  if (!r) return out;
  const auto versionOf = [this](const QString& endpoint) {
    const rpc::Deployment* d = world_.deployment(endpoint);
    return d ? d->servingVersion : QString();
  };
  const auto flows = world_.flow().flows(useCase_);
  const auto add = [&](const QString& experiment, const QString& arm, const QString& endpoint) -> FlowPath& {
    FlowPath path{experiment, arm, endpoint, versionOf(endpoint), world_.seriesOf(endpoint), 0, 0, {}, {}};
    for (const models::FlowRate& f : flows) {
      if (f.experiment != experiment || f.arm != arm || f.endpoint != endpoint) continue;
      path.itemsPerSecond += f.itemsPerSecond;
      path.failedPerSecond += f.failedPerSecond;
    }
    out.push_back(path);
    return out.back();
  };
  for (const rpc::ExperimentRoute& route : r->experiments) {
    const rpc::Experiment* e = world_.experiment(route.name);
    double total = 0;
    const std::size_t first = out.size();
    for (const rpc::ArmRoute& a : route.arms) {
      FlowPath& path = add(route.name, a.arm, a.endpoint);
      total += path.itemsPerSecond;
      if (!e) continue;
      for (const rpc::Arm& arm : e->arms) {
        if (arm.name == a.arm) path.intended = arm.weight;
      }
    }
    for (std::size_t i = first; i < out.size() && total > 0; ++i)
      out[i].actual = out[i].itemsPerSecond / total;
  }
  add({}, {}, r->defaultEndpoint);
  // Ways that the config does not name, such as an arm's items that fell back to the default endpoint.
  for (const models::FlowRate& f : flows) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const FlowPath& p) {
      return p.experiment == f.experiment && p.arm == f.arm && p.endpoint == f.endpoint;
    });
    if (!known && f.itemsPerSecond > 0) add(f.experiment, f.arm, f.endpoint);
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

std::vector<int> RoutingPresenter::appliedWeights() const {
  std::vector<double> weights;
  if (const rpc::Experiment* e = experiment()) {
    for (const rpc::Arm& a : e->arms) weights.push_back(a.weight);
  }
  return weights.empty() ? std::vector<int>() : models::toBasisPoints(weights);
}

bool RoutingPresenter::dirty() const {
  const rpc::Experiment* e = experiment();
  if (!e || draft_.empty()) return false;
  // Against what the draft began from while nobody else changed it, else simply "there is a draft".
  return outdated() || draft_ != appliedWeights() ||
         draftCoverage_ != static_cast<int>(std::lround(e->coverage * models::kWhole));
}

bool RoutingPresenter::outdated() const {
  const rpc::Experiment* e = experiment();
  return e && draftRevision_ != 0 && e->revision != draftRevision_ && draftTouched_;
}

void RoutingPresenter::resetDraft() {
  const rpc::Experiment* e = experiment();
  draft_ = appliedWeights();
  draftCoverage_ = e ? static_cast<int>(std::lround(e->coverage * models::kWhole)) : 0;
  draftRevision_ = e ? e->revision : 0;
  draftTouched_ = false;
  previewTimer_.stop();
  previewTicket_.cancel();
  ++previewNumber_;
  bucketsMoved_.reset();
  Q_EMIT previewChanged();
}

void RoutingPresenter::setDraft(const std::vector<int>& weights) {
  if (weights == draft_ || weights.size() != draft_.size()) return;
  draft_ = weights;
  draftTouched_ = true;
  schedulePreview();
}

void RoutingPresenter::setDraftCoverage(int basisPoints) {
  basisPoints = std::clamp(basisPoints, 0, models::kWhole);
  if (basisPoints == draftCoverage_) return;
  draftCoverage_ = basisPoints;
  draftTouched_ = true;
  schedulePreview();
}

void RoutingPresenter::discard() {
  resetDraft();
  Q_EMIT draftChanged();
}

void RoutingPresenter::schedulePreview() {
  bucketsMoved_.reset();
  ++previewNumber_;
  previewTicket_.cancel();
  if (dirty()) previewTimer_.start(kPreviewDelayMs);
  Q_EMIT draftChanged();
  Q_EMIT previewChanged();
}

rpc::WeightsChange RoutingPresenter::change(bool dryRun) const {
  rpc::WeightsChange out;
  out.experiment = experiment_;
  const QStringList arms = armNames();
  for (qsizetype i = 0; i < arms.size(); ++i) {
    out.weights.insert(arms[i], static_cast<double>(draft_[static_cast<std::size_t>(i)]) / models::kWhole);
  }
  out.coverage = static_cast<double>(draftCoverage_) / models::kWhole;
  out.expectedRevision = draftRevision_;
  out.dryRun = dryRun;
  return out;
}

void RoutingPresenter::preview() {
  const quint64 number = ++previewNumber_;
  previewTicket_ = experimentApi_.setWeights(change(true), this,
                                             [this, number](const absl::StatusOr<rpc::WeightsOutcome>& a) {
                                               // A preview that fails is no news: applying says why.
                                               if (number != previewNumber_ || !a.ok()) return;
                                               bucketsMoved_ = a->bucketsMoved;
                                               Q_EMIT previewChanged();
                                             });
}

void RoutingPresenter::apply() {
  if (applying_ || !dirty()) return;
  applying_ = true;
  Q_EMIT draftChanged();
  const QString name = experiment_;
  experimentApi_.setWeights(
      change(false), this, [this, name](const absl::StatusOr<rpc::WeightsOutcome>& answer) {
        applying_ = false;
        if (answer.ok()) {
          draftTouched_ = false;
          draftRevision_ = answer->experiment.revision;
          bucketsMoved_.reset();
          Q_EMIT succeeded(tr("The split of %1 is applied; %n bucket(s) moved.", nullptr,
                              static_cast<int>(answer->bucketsMoved))
                               .arg(name));
        } else if (!absl::IsCancelled(answer.status())) {
          Q_EMIT failed(tr("The split of \"%1\" was not changed.").arg(name), detailOf(answer.status()));
        }
        Q_EMIT draftChanged();
        Q_EMIT previewChanged();
      });
}

void RoutingPresenter::loadHistory() {
  historyTicket_.cancel();
  const QString asked = useCase_;
  historyRevision_ = routing()->revision;
  historyTicket_ =
      routingApi_.history(useCase_, this, [this, asked](const absl::StatusOr<QList<rpc::Routing>>& answer) {
        if (asked != useCase_ || absl::IsCancelled(answer.status())) return;
        if (!answer.ok()) {
          historyRevision_ = 0;  // asked again with the next change
          return;
        }
        history_->apply({answer->begin(), answer->end()});
      });
}

}  // namespace aerie::presenters
