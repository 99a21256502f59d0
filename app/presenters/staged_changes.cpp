#include "app/presenters/staged_changes.h"

#include <algorithm>
#include <utility>

#include "app/models/split.h"
#include "app/models/text.h"
#include "app/presenters/engine.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {
namespace {

constexpr std::size_t kMaxUndo = 100;

QString share(int basisPoints) {
  return models::percentText(static_cast<double>(basisPoints) / models::kWhole);
}

}  // namespace

StagedChanges::StagedChanges(rpc::RoutingApi& routing, rpc::ExperimentApi& experiments, models::World& world,
                             QObject* parent)
    : QObject(parent), routingApi_(routing), experimentApi_(experiments), world_(world) {
  connect(&world_, &models::World::routingsChanged, this, [this] {
    prune();
    Q_EMIT changed();
  });
}

// ---- what is staged

bool StagedChanges::splitSame(const QString& name, const Split& split) const {
  const rpc::Experiment* e = world_.experiment(name);
  return e && split.weights == weightPoints(*e) && split.coverage == coveragePoints(*e);
}

bool StagedChanges::routingSame(const rpc::Routing& wanted) const {
  const rpc::Routing* r = world_.routing(wanted.useCase);
  return r && r->defaultEndpoint == wanted.defaultEndpoint && r->experiments == wanted.experiments &&
         r->shadows == wanted.shadows && r->onWorkerFailure == wanted.onWorkerFailure;
}

// Drops what became true, what cannot be done any more, and what has landed.
void StagedChanges::prune() {
  for (auto it = state_.splits.begin(); it != state_.splits.end();) {
    const rpc::Experiment* e = world_.experiment(it.key());
    const bool gone = !e || e->state == QLatin1String("stopped") ||
                      static_cast<std::size_t>(e->arms.size()) != it->weights.size();
    const bool landed = it->landed != 0 && e && e->revision >= it->landed;
    it = gone || landed || splitSame(it.key(), *it) ? state_.splits.erase(it) : ++it;
  }
  for (auto it = state_.routings.begin(); it != state_.routings.end();) {
    const rpc::Routing* r = world_.routing(it.key());
    const bool landed = it->landed != 0 && r && r->revision >= it->landed;
    it = !r || landed || routingSame(it->wanted) ? state_.routings.erase(it) : ++it;
  }
}

int StagedChanges::count() const {
  const auto open = [](const auto& map) {
    return std::count_if(map.begin(), map.end(), [](const auto& draft) { return draft.landed == 0; });
  };
  return static_cast<int>(open(state_.splits) + open(state_.routings));
}

bool StagedChanges::outdated() const {
  const QList<StagedChange> all = changes();
  return std::any_of(all.begin(), all.end(), [](const StagedChange& c) { return c.outdated; });
}

QList<StagedChange> StagedChanges::changes() const {
  QList<StagedChange> out;
  for (auto it = state_.routings.begin(); it != state_.routings.end(); ++it) {
    const rpc::Routing* now = world_.routing(it.key());
    if (!now || it->landed != 0) continue;
    out.append({QLatin1String("routing/") + it.key(), tr("Routing of %1").arg(it.key()),
                diffOf(*now, it->wanted), std::nullopt, 0, routingOutdated(it.key())});
  }
  for (auto it = state_.splits.begin(); it != state_.splits.end(); ++it) {
    const rpc::Experiment* now = world_.experiment(it.key());
    if (!now || it->landed != 0) continue;
    StagedChange change{QLatin1String("split/") + it.key(),
                        tr("Split of %1").arg(it.key()),
                        {},
                        std::nullopt,
                        0,
                        splitOutdated(it.key())};
    const std::vector<int> before = weightPoints(*now);
    for (std::size_t i = 0; i < before.size() && i < it->weights.size(); ++i) {
      if (before[i] == it->weights[i]) continue;
      change.lines.append(
          {now->arms[static_cast<qsizetype>(i)].name, share(before[i]), share(it->weights[i])});
    }
    if (coveragePoints(*now) != it->coverage) {
      change.lines.append({tr("coverage"), share(coveragePoints(*now)), share(it->coverage)});
    }
    const BucketPreview moves = previewOf(*now, it->weights, it->coverage);
    change.affected = moves.affected();
    change.joined = moves.joined;
    out.append(change);
  }
  return out;
}

bool StagedChanges::hasSplit(const QString& experiment) const {
  const auto it = state_.splits.find(experiment);
  return it != state_.splits.end() && it->landed == 0;
}

std::vector<int> StagedChanges::weights(const QString& experiment) const {
  if (const auto it = state_.splits.find(experiment); it != state_.splits.end()) return it->weights;
  const rpc::Experiment* e = world_.experiment(experiment);
  return e ? weightPoints(*e) : std::vector<int>();
}

int StagedChanges::coverage(const QString& experiment) const {
  if (const auto it = state_.splits.find(experiment); it != state_.splits.end()) return it->coverage;
  const rpc::Experiment* e = world_.experiment(experiment);
  return e ? coveragePoints(*e) : 0;
}

bool StagedChanges::splitOutdated(const QString& experiment) const {
  const rpc::Experiment* e = world_.experiment(experiment);
  const auto it = state_.splits.find(experiment);
  return e && it != state_.splits.end() && it->landed == 0 && it->revision != e->revision;
}

BucketPreview StagedChanges::preview(const QString& experiment) const {
  const rpc::Experiment* e = world_.experiment(experiment);
  return e ? previewOf(*e, weights(experiment), coverage(experiment)) : BucketPreview();
}

bool StagedChanges::hasRouting(const QString& useCase) const {
  const auto it = state_.routings.find(useCase);
  return it != state_.routings.end() && it->landed == 0;
}

std::optional<rpc::Routing> StagedChanges::routing(const QString& useCase) const {
  if (const auto it = state_.routings.find(useCase); it != state_.routings.end()) return it->wanted;
  const rpc::Routing* r = world_.routing(useCase);
  return r ? std::optional<rpc::Routing>(*r) : std::nullopt;
}

bool StagedChanges::routingOutdated(const QString& useCase) const {
  const rpc::Routing* r = world_.routing(useCase);
  const auto it = state_.routings.find(useCase);
  return r && it != state_.routings.end() && it->landed == 0 && it->wanted.revision != r->revision;
}

// ---- editing

void StagedChanges::edit(const QString& gesture, State next) {
  if (applying_ || next == state_) return;
  if (gesture.isEmpty() || gesture != gesture_) {
    undo_.push_back(state_);
    if (undo_.size() > kMaxUndo) undo_.erase(undo_.begin());
  }
  gesture_ = gesture;
  redo_.clear();
  state_ = std::move(next);
  Q_EMIT changed();
}

void StagedChanges::stageSplit(const QString& experiment, const std::vector<int>& weights, int coverage) {
  const rpc::Experiment* e = world_.experiment(experiment);
  if (!e || e->state == QLatin1String("stopped") ||
      weights.size() != static_cast<std::size_t>(e->arms.size())) {
    return;
  }
  State next = state_;
  const auto old = next.splits.find(experiment);
  const bool open = old != next.splits.end() && old->landed == 0;
  const Split split{weights, std::clamp(coverage, 0, models::kWhole), open ? old->revision : e->revision, 0};
  if (splitSame(experiment, split)) {
    next.splits.remove(experiment);
  } else {
    next.splits.insert(experiment, split);
  }
  edit(QLatin1String("split/") + experiment, std::move(next));
}

void StagedChanges::stageRouting(const rpc::Routing& wanted) {
  const rpc::Routing* now = world_.routing(wanted.useCase);
  if (!now) return;
  State next = state_;
  const auto old = next.routings.find(wanted.useCase);
  const bool open = old != next.routings.end() && old->landed == 0;
  RoutingDraft draft{wanted, 0};
  draft.wanted.revision = open ? old->wanted.revision : now->revision;
  if (routingSame(wanted)) {
    next.routings.remove(wanted.useCase);
  } else {
    next.routings.insert(wanted.useCase, draft);
  }
  edit(QLatin1String("routing/") + wanted.useCase, std::move(next));
}

void StagedChanges::undo() {
  if (!canUndo()) return;
  endGesture();
  redo_.push_back(state_);
  if (!undo_.empty()) {
    state_ = std::move(undo_.back());
    undo_.pop_back();
  } else {
    const State back = std::exchange(wayBack_, {});
    for (auto it = back.splits.begin(); it != back.splits.end(); ++it) state_.splits.insert(it.key(), *it);
    for (auto it = back.routings.begin(); it != back.routings.end(); ++it) {
      state_.routings.insert(it.key(), *it);
    }
    restage();
    return;
  }
  prune();
  Q_EMIT changed();
}

void StagedChanges::redo() {
  if (!canRedo()) return;
  endGesture();
  undo_.push_back(state_);
  state_ = std::move(redo_.back());
  redo_.pop_back();
  prune();
  Q_EMIT changed();
}

void StagedChanges::discard(const QString& id) {
  State next = state_;
  const QString name = id.section(QLatin1Char('/'), 1);
  if (id.startsWith(QLatin1String("routing/"))) {
    next.routings.remove(name);
  } else {
    next.splits.remove(name);
  }
  edit({}, std::move(next));
}

void StagedChanges::discardAll() { edit({}, {}); }

void StagedChanges::restage() {
  for (auto it = state_.splits.begin(); it != state_.splits.end(); ++it) {
    if (const rpc::Experiment* e = world_.experiment(it.key())) it->revision = e->revision;
  }
  for (auto it = state_.routings.begin(); it != state_.routings.end(); ++it) {
    if (const rpc::Routing* r = world_.routing(it.key())) it->wanted.revision = r->revision;
  }
  prune();
  Q_EMIT changed();
}

// ---- applying

void StagedChanges::apply() {
  if (applying_ || count() == 0) return;
  applying_ = true;
  applied_ = 0;
  moved_ = 0;
  wayBack_ = {};
  endGesture();
  unchecked_.clear();
  if (count() > 1) {
    for (const StagedChange& change : changes()) unchecked_.append(change.id);
  }
  Q_EMIT changed();
  checkNext();
}

// One change alone is refused or taken as a whole; of several, none is sent before all are found good.
void StagedChanges::checkNext() {
  if (unchecked_.isEmpty()) return applyNext();
  const QString id = unchecked_.takeFirst();
  const QString name = id.section(QLatin1Char('/'), 1);
  if (id.startsWith(QLatin1String("routing/"))) {
    const rpc::Routing wanted = state_.routings[name].wanted;
    routingApi_.apply(wanted, wanted.revision, true, this,
                      [this, name](const absl::StatusOr<rpc::Routing>& answer) {
                        if (took(answer.status(), tr("Routing of %1").arg(name), false)) checkNext();
                      });
    return;
  }
  rpc::WeightsChange change = changeOf(name, state_.splits[name]);
  change.dryRun = true;
  experimentApi_.setWeights(change, this, [this, name](const absl::StatusOr<rpc::WeightsOutcome>& answer) {
    if (took(answer.status(), tr("Split of %1").arg(name), false)) checkNext();
  });
}

void StagedChanges::applyNext() {
  for (auto it = state_.routings.begin(); it != state_.routings.end(); ++it) {
    if (it->landed == 0) return applyRouting(it->wanted);
  }
  for (auto it = state_.splits.begin(); it != state_.splits.end(); ++it) {
    if (it->landed == 0) return applySplit(it.key(), *it);
  }
  finish();
}

void StagedChanges::applyRouting(const rpc::Routing& wanted) {
  const rpc::Routing* now = world_.routing(wanted.useCase);
  const std::optional<rpc::Routing> before = now ? std::optional(*now) : std::nullopt;
  routingApi_.apply(wanted, wanted.revision, false, this,
                    [this, wanted, before](const absl::StatusOr<rpc::Routing>& answer) {
                      lastTitle_ = tr("Routing of %1").arg(wanted.useCase);
                      if (!took(answer.status(), lastTitle_)) return;
                      if (before) wayBack_.routings.insert(wanted.useCase, {*before, 0});
                      state_.routings[wanted.useCase].landed = answer->revision;
                      applyNext();
                    });
}

StagedChanges::Split StagedChanges::running(const rpc::Experiment& e) const {
  return {weightPoints(e), coveragePoints(e), e.revision, 0};
}

rpc::WeightsChange StagedChanges::changeOf(const QString& name, const Split& split) const {
  rpc::WeightsChange change;
  change.experiment = name;
  change.expectedRevision = split.revision;
  const rpc::Experiment* e = world_.experiment(name);
  if (!e) return change;
  const Split before = running(*e);
  const std::vector<double> weights = weightsOf(*e, split.weights);
  // Parts that stay are not sent, so that they keep all their digits.
  for (std::size_t i = 0; i < weights.size() && split.weights != before.weights; ++i)
    change.weights.insert(e->arms[static_cast<qsizetype>(i)].name, weights[i]);
  if (split.coverage != before.coverage) change.coverage = coverageOf(*e, split.coverage);
  return change;
}

void StagedChanges::applySplit(const QString& name, const Split& split) {
  const rpc::Experiment* e = world_.experiment(name);
  const Split before = e ? running(*e) : Split{split.weights, split.coverage, 0, 0};
  experimentApi_.setWeights(changeOf(name, split), this,
                            [this, name, before](const absl::StatusOr<rpc::WeightsOutcome>& answer) {
                              lastTitle_ = tr("Split of %1").arg(name);
                              if (!took(answer.status(), lastTitle_)) return;
                              wayBack_.splits.insert(name, before);
                              moved_ += answer->bucketsMoved;
                              state_.splits[name].landed = answer->experiment.revision;
                              applyNext();
                            });
}

bool StagedChanges::took(const absl::Status& status, const QString& subject, bool change) {
  if (status.ok()) {
    if (change) ++applied_;
    return true;
  }
  applying_ = false;
  if (!absl::IsCancelled(status)) {
    const QString done =
        !change         ? tr("Nothing was applied.") + QLatin1Char('\n')
        : applied_ == 0 ? QString()
                        : tr("%n change(s) before it were applied.", nullptr, applied_) + QLatin1Char('\n');
    Q_EMIT failed(tr("%1 was not changed; it stays staged.").arg(subject), done + detailOf(status));
  }
  // Undo steps know states that are no longer true.
  undo_.clear();
  redo_.clear();
  prune();
  Q_EMIT changed();
  return false;
}

void StagedChanges::finish() {
  applying_ = false;
  undo_.clear();
  redo_.clear();
  prune();
  const QString moved = moved_ > 0
                            ? QLatin1Char(' ') + tr("%Ln bucket(s) moved.", nullptr, static_cast<int>(moved_))
                            : QString();
  Q_EMIT succeeded((applied_ == 1 ? tr("%1 is applied.").arg(lastTitle_)
                                  : tr("%n change(s) are applied.", nullptr, applied_)) +
                   moved);
  Q_EMIT changed();
}

// ---- differences of routing

QList<DiffLine> diffOf(const rpc::Routing& before, const rpc::Routing& after) {
  const auto tr = [](const char* text) { return StagedChanges::tr(text); };
  QList<DiffLine> out;
  const auto add = [&](const QString& what, const QString& a, const QString& b) {
    if (a != b) out.append({what, a, b});
  };
  add(tr("default endpoint"), before.defaultEndpoint, after.defaultEndpoint);
  add(tr("on worker failure"), before.onWorkerFailure, after.onWorkerFailure);
  using Values = QMap<QString, QString>;
  const auto experimentsOf = [&](const rpc::Routing& r) {
    Values out_;
    for (const rpc::ExperimentRoute& e : r.experiments) {
      out_.insert(tr("%1, splitting key").arg(e.name), e.splittingKey);
      for (const rpc::ArmRoute& a : e.arms) {
        out_.insert(tr("%1, arm %2").arg(e.name, a.arm), a.endpoint);
      }
    }
    for (const rpc::ShadowRoute& s : r.shadows) {
      out_.insert(tr("shadow %1").arg(s.endpoint), tr("sample %1").arg(models::percentText(s.sample)));
    }
    return out_;
  };
  const Values a = experimentsOf(before);
  const Values b = experimentsOf(after);
  for (auto it = a.begin(); it != a.end(); ++it) add(it.key(), *it, b.value(it.key()));
  for (auto it = b.begin(); it != b.end(); ++it) {
    if (!a.contains(it.key())) add(it.key(), {}, *it);
  }
  const auto order = [](const rpc::Routing& r) {
    QStringList names;
    for (const rpc::ExperimentRoute& e : r.experiments) names.append(e.name);
    return names;
  };
  QStringList first = order(before);
  QStringList second = order(after);
  const QString orderBefore = first.join(QLatin1String(", "));
  const QString orderAfter = second.join(QLatin1String(", "));
  first.sort();
  second.sort();
  if (first == second) add(tr("order of experiments"), orderBefore, orderAfter);
  return out;
}

}  // namespace aerie::presenters
