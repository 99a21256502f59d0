#include "app/presenters/experiments_presenter.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "app/models/split.h"
#include "app/models/text.h"
#include "app/presenters/engine.h"
#include "app/presenters/errors.h"
#include "core/assignment/layer.h"
#include "core/base/ids.h"

namespace aerie::presenters {
namespace {
constexpr int kResultsMs = 2'000;
constexpr double kRatioSuspect = 0.01;
constexpr double kRatioBroken = 0.001;  // below it the results are not to be trusted
}  // namespace

ExperimentsPresenter::ExperimentsPresenter(rpc::ExperimentApi& api, StagedChanges& staged,
                                           models::World& world, QObject* parent)
    : QObject(parent), api_(api), staged_(staged), world_(world), table_(models::newExperimentTable(this)) {
  resultsTimer_.setInterval(kResultsMs);
  connect(&resultsTimer_, &QTimer::timeout, this, &ExperimentsPresenter::loadResults);
  connect(&world_, &models::World::routingsChanged, this, &ExperimentsPresenter::refresh);
  connect(&staged_, &StagedChanges::changed, this, &ExperimentsPresenter::stagedChanged);
  refresh();
}

void ExperimentsPresenter::refresh() {
  std::vector<models::ExperimentRow> rows;
  for (const rpc::Experiment& e : world_.experiments()) rows.push_back({e, useCasesOf(e.name)});
  table_->apply(std::move(rows));
  if (!pending_.isEmpty() && world_.experiment(pending_)) select(std::exchange(pending_, {}));
  if (!experiment()) {
    // First what runs, then what is newest: that is what one comes for.
    const rpc::Experiment* best = nullptr;
    for (const rpc::Experiment& e : world_.experiments()) {
      const bool running = e.state == QLatin1String("running");
      const bool bestRuns = best && best->state == QLatin1String("running");
      if (!best || (running && !bestRuns) || (running == bestRuns && e.changedMs > best->changedMs))
        best = &e;
    }
    select(best ? best->name : QString());
  }
  Q_EMIT listChanged();
  Q_EMIT selectionChanged();
}

QStringList ExperimentsPresenter::useCasesOf(const QString& experiment) const {
  QStringList out;
  for (const rpc::Routing& r : world_.routings()) {
    for (const rpc::ExperimentRoute& e : r.experiments) {
      if (e.name == experiment) out.append(r.useCase);
    }
  }
  out.sort();
  return out;
}

void ExperimentsPresenter::select(const QString& name) {
  if (name == selected_) return;
  selected_ = name;
  results_.reset();
  resultsProblem_.clear();
  ++resultsNumber_;
  resultsTicket_.cancel();
  if (active_) loadResults();
  Q_EMIT selectionChanged();
  Q_EMIT resultsChanged();
}

void ExperimentsPresenter::setActive(bool active) {
  if (active == active_) return;
  active_ = active;
  if (active) {
    resultsTimer_.start();
    loadResults();
  } else {
    resultsTimer_.stop();
    resultsTicket_.cancel();
    ++resultsNumber_;
  }
}

void ExperimentsPresenter::loadResults() {
  if (!experiment()) return;
  const quint64 number = ++resultsNumber_;
  resultsTicket_.cancel();
  resultsTicket_ =
      api_.results(selected_, this, [this, number](const absl::StatusOr<rpc::ExperimentResults>& answer) {
        if (number != resultsNumber_ || absl::IsCancelled(answer.status())) return;
        // What was known stays on the screen; the problem is said beside it.
        resultsProblem_ = answer.ok() ? QString() : detailOf(answer.status());
        if (answer.ok()) results_ = *answer;
        Q_EMIT resultsChanged();
      });
}

// ---- creating

QStringList ExperimentsPresenter::layers() const {
  QStringList out;
  for (const rpc::Experiment& e : world_.experiments()) {
    if (!out.contains(e.layer)) out.append(e.layer);
  }
  out.sort();
  return out;
}

double ExperimentsPresenter::freeShare(const QString& layer) const {
  std::vector<assignment::BucketRange> taken;
  for (const rpc::Experiment& e : world_.experiments()) {
    if (e.layer != layer) continue;
    const assignment::Experiment engine = toEngine(e);
    if (!assignment::holdsLayerSpace(engine)) continue;
    taken.insert(taken.end(), engine.layer_ranges.begin(), engine.layer_ranges.end());
  }
  const assignment::Ranges free = assignment::complement(assignment::normalized(std::move(taken)));
  return static_cast<double>(assignment::bucketCount(free)) / assignment::kBuckets;
}

QMap<QString, QString> ExperimentsPresenter::problemsOf(const rpc::ExperimentDraft& draft) const {
  QMap<QString, QString> out;
  const auto add = [&](const char* field, const QString& text) {
    if (!out.contains(QString::fromLatin1(field))) out.insert(QString::fromLatin1(field), text);
  };
  const auto valid = [](const QString& name) { return validateName("name", name.toStdString()).ok(); };
  if (draft.name.isEmpty()) {
    add("name", tr("Give the experiment a name."));
  } else if (!valid(draft.name)) {
    add("name", tr("Use up to 128 letters without accents, digits, \"_\", \"-\" and \".\", first a letter or "
                   "digit."));
  } else if (world_.experiment(draft.name)) {
    add("name", tr("This name is taken. Names are not used again, so that history stays readable."));
  }
  const QString layer = draft.layer.isEmpty() ? draft.name : draft.layer;
  const double free = freeShare(layer);
  if (draft.layerShare <= 0 || draft.layerShare > 1) {
    add("share", tr("Take more than 0 % and at most 100 % of the layer."));
  } else if (draft.layerShare > free + 0.5 / models::kWhole) {
    add("share", tr("Only %1 of this layer is free. Take less, stop another experiment or use another layer.")
                     .arg(models::percentText(free)));
  }
  if (draft.coverage < 0 || draft.coverage > 1) add("coverage", tr("Coverage is between 0 and 100 %."));
  if (draft.arms.size() < 2) add("arms", tr("An experiment compares at least two arms."));
  if (draft.arms.size() > assignment::kMaxArms) {
    add("arms", tr("At most %n arm(s).", nullptr, assignment::kMaxArms));
  }
  QStringList seen;
  double sum = 0;
  for (const auto& [arm, weight] : draft.arms) {
    if (!valid(arm)) {
      add("arms",
          arm.isEmpty()
              ? tr("Name every arm.")
              : tr("\"%1\" is no name for an arm: use letters without accents, digits and \"_\".").arg(arm));
    }
    if (seen.contains(arm)) add("arms", tr("Two arms are called \"%1\".").arg(arm));
    seen.append(arm);
    sum += weight;
  }
  if (std::abs(sum - 1) > assignment::kWeightTolerance) {
    add("arms", tr("The weights add up to %1, not to 100 %.").arg(models::percentText(sum)));
  }
  return out;
}

void ExperimentsPresenter::create(const rpc::ExperimentDraft& draft) {
  busy_ = true;
  change(api_.create(draft, this, [this, name = draft.name](const absl::StatusOr<rpc::Experiment>& answer) {
    busy_ = false;
    if (answer.ok()) {
      pending_ = name;
      refresh();
      Q_EMIT created(name);
      Q_EMIT succeeded(answer->state == QLatin1String("running") ? tr("%1 is created and runs.").arg(name)
                                                                 : tr("%1 is created as a draft.").arg(name));
    } else if (!absl::IsCancelled(answer.status())) {
      Q_EMIT failed(tr("\"%1\" was not created.").arg(name), detailOf(answer.status()));
    }
    Q_EMIT selectionChanged();
  }));
  Q_EMIT selectionChanged();
}

// ---- its life

QString ExperimentsPresenter::whyNotStart() const {
  const rpc::Experiment* e = experiment();
  if (!e) return tr("Choose an experiment");
  if (busy_) return tr("A change is under way");
  if (e->state == QLatin1String("running")) return tr("It runs already");
  if (e->state == QLatin1String("stopped"))
    return tr("Stopped experiments do not start again; create a new one");
  return {};
}

QString ExperimentsPresenter::whyNotStop() const {
  const rpc::Experiment* e = experiment();
  if (!e) return tr("Choose an experiment");
  if (busy_) return tr("A change is under way");
  return e->state == QLatin1String("stopped") ? tr("It is stopped already") : QString();
}

QString ExperimentsPresenter::whyNotEdit() const {
  const rpc::Experiment* e = experiment();
  if (!e) return tr("Choose an experiment");
  if (staged_.applying()) return tr("A change is under way");
  return e->state == QLatin1String("stopped") ? tr("A stopped experiment cannot be changed") : QString();
}

QString ExperimentsPresenter::trafficText() const {
  double rate = 0;
  for (const QString& useCase : useCasesOf(selected_)) {
    for (const models::FlowRate& f : world_.flow().flows(useCase)) {
      if (f.experiment == selected_) rate += f.itemsPerSecond;
    }
  }
  //: %1 is a number such as "5.6k"
  return tr("%1 items/s").arg(models::countText(rate));
}

QStringList ExperimentsPresenter::defaultEndpoints() const {
  QStringList out;
  for (const QString& useCase : useCasesOf(selected_)) {
    if (const rpc::Routing* r = world_.routing(useCase); r && !out.contains(r->defaultEndpoint)) {
      out.append(r->defaultEndpoint);
    }
  }
  return out;
}

QString ExperimentsPresenter::startEffect() const {
  const rpc::Experiment* e = experiment();
  if (!e) return {};
  const QStringList useCases = useCasesOf(selected_);
  if (useCases.isEmpty()) {
    return tr("No routing config names this experiment yet, so no traffic changes until one does.");
  }
  return tr("%1 of the keys of %2 that go to %3 now are split between %4 within a second.")
      .arg(models::percentText(
               e->coverage * (e->layerRanges.isEmpty()
                                  ? 1.0
                                  : static_cast<double>(assignment::bucketCount(toEngine(*e).layer_ranges)) /
                                        assignment::kBuckets)),
           useCases.join(QLatin1String(", ")), defaultEndpoints().join(QLatin1String(", ")), [e] {
             QStringList arms;
             for (const rpc::Arm& a : e->arms) arms.append(a.name);
             return arms.join(QLatin1String(", "));
           }());
}

QString ExperimentsPresenter::stopEffect() const {
  const rpc::Experiment* e = experiment();
  if (!e) return {};
  const QString forGood =
      tr("It does not start again, and its share of layer %1 becomes free.").arg(e->layer);
  const QStringList defaults = defaultEndpoints();
  if (e->state != QLatin1String("running") || defaults.isEmpty()) {
    return tr("No traffic goes through it now.") + QLatin1Char(' ') + forGood;
  }
  return tr("About %1 that its arms share now go to %2 within a second.")
             .arg(trafficText(), defaults.join(QLatin1String(", "))) +
         QLatin1Char(' ') + forGood;
}

void ExperimentsPresenter::start() {
  if (!whyNotStart().isEmpty()) return;
  busy_ = true;
  change(api_.start(selected_, this, [this, name = selected_](const absl::StatusOr<rpc::Experiment>& answer) {
    busy_ = false;
    if (answer.ok()) {
      Q_EMIT succeeded(tr("%1 runs.").arg(name));
    } else if (!absl::IsCancelled(answer.status())) {
      Q_EMIT failed(tr("\"%1\" was not started.").arg(name), detailOf(answer.status()));
    }
    Q_EMIT selectionChanged();
  }));
  Q_EMIT selectionChanged();
}

void ExperimentsPresenter::stop() {
  if (!whyNotStop().isEmpty()) return;
  busy_ = true;
  change(api_.stop(selected_, this, [this, name = selected_](const absl::StatusOr<rpc::Experiment>& answer) {
    busy_ = false;
    if (answer.ok()) {
      Q_EMIT succeeded(tr("%1 is stopped.").arg(name));
    } else if (!absl::IsCancelled(answer.status())) {
      Q_EMIT failed(tr("\"%1\" was not stopped.").arg(name), detailOf(answer.status()));
    }
    Q_EMIT selectionChanged();
  }));
  Q_EMIT selectionChanged();
}

// ---- ramp

void ExperimentsPresenter::stageCoverage(int basisPoints) { stage(weights(), basisPoints); }

void ExperimentsPresenter::stage(const std::vector<int>& weights, int coverage) {
  staged_.endGesture();
  staged_.stageSplit(selected_, weights, coverage);
  staged_.endGesture();
}

int ExperimentsPresenter::nextStep() const {
  const auto* const it =
      std::find_if(std::begin(kRampSteps), std::end(kRampSteps), [this](int s) { return s > coverage(); });
  return it == std::end(kRampSteps) ? 0 : *it;
}

QString ExperimentsPresenter::endpointOf(const QString& arm) const {
  for (const rpc::Routing& r : world_.routings()) {
    for (const rpc::ExperimentRoute& e : r.experiments) {
      for (const rpc::ArmRoute& a : e.arms) {
        if (e.name == selected_ && a.arm == arm) return a.endpoint;
      }
    }
  }
  return {};
}

std::vector<int> ExperimentsPresenter::armSeries() const {
  std::vector<int> out;
  const rpc::Experiment* e = experiment();
  if (!e) return out;
  bool known = true;
  for (const rpc::Arm& a : e->arms) {
    const QString endpoint = endpointOf(a.name);
    known = known && !endpoint.isEmpty();
    out.push_back(endpoint.isEmpty() ? -1 : world_.seriesOf(endpoint));
  }
  if (!known || std::set<int>(out.begin(), out.end()).size() != out.size()) {
    out.clear();
    for (const rpc::Arm& a : e->arms) out.push_back(world_.seriesOf(selected_ + QLatin1Char('/') + a.name));
  }
  return out;
}

// ---- results

QStringList ExperimentsPresenter::metrics() const {
  QStringList out;
  if (!results_) return out;
  for (const rpc::ArmResult& arm : results_->arms) {
    for (const rpc::OutcomeResult& o : arm.outcomes) {
      if (!out.contains(o.metric)) out.append(o.metric);
    }
  }
  return out;
}

QString ExperimentsPresenter::metric() const {
  const QStringList known = metrics();
  return known.contains(metric_) ? metric_ : known.value(0);
}

void ExperimentsPresenter::selectMetric(const QString& metric) {
  metric_ = metric;
  Q_EMIT resultsChanged();
}

std::vector<ArmOutcome> ExperimentsPresenter::arms() const {
  std::vector<ArmOutcome> out;
  const rpc::Experiment* e = experiment();
  if (!e) return out;
  const std::vector<int> series = armSeries();
  const QString shown = metric();
  for (qsizetype i = 0; i < e->arms.size(); ++i) {
    ArmOutcome row;
    row.arm = e->arms[i].name;
    row.endpoint = endpointOf(row.arm);
    row.series = series[static_cast<std::size_t>(i)];
    row.intended = e->arms[i].weight;
    for (qsizetype k = 0; results_ && k < results_->arms.size(); ++k) {
      const rpc::ArmResult& r = results_->arms[k];
      if (r.arm != row.arm) continue;
      row.items = r.items;
      if (r.items > 0) row.actual = r.share;
      row.errors = r.errors;
      row.errorShare = r.errorShare;
      row.p50Ms = r.p50Ms;
      row.p99Ms = r.p99Ms;
      for (const rpc::OutcomeResult& o : r.outcomes) {
        if (o.metric != shown) continue;
        row.metric = o.metric;
        row.outcomes = o.count;
        row.mean = o.mean;
        row.difference = o.difference;
        row.interval = o.differenceInterval;
        row.pValue = o.pValue;
      }
    }
    out.push_back(row);
  }
  return out;
}

QList<rpc::EffectPoint> ExperimentsPresenter::effects(const QString& arm) const {
  QList<rpc::EffectPoint> out;
  if (!results_) return out;
  const QString shown = metric();
  for (const rpc::EffectPoint& e : results_->effects) {
    if (e.arm == arm && e.metric == shown) out.append(e);
  }
  return out;
}

models::Tone ExperimentsPresenter::ratioTone() const {
  if (!results_ || results_->ratioKeys == 0) return models::Tone::Muted;
  if (results_->ratioPValue < kRatioBroken) return models::Tone::Danger;
  return results_->ratioPValue < kRatioSuspect ? models::Tone::Warning : models::Tone::Ok;
}

QString ExperimentsPresenter::ratioWord() const {
  switch (ratioTone()) {
    case models::Tone::Ok: return tr("Split as intended");
    case models::Tone::Warning: return tr("Split is suspect");
    case models::Tone::Danger: return tr("Split is not as intended");
    default: return tr("Too few keys to check the split");
  }
}

QString ExperimentsPresenter::ratioNumbers() const {
  if (!results_ || results_->ratioKeys == 0) return {};
  const QLocale locale;
  const double p = results_->ratioPValue;
  return tr("chi-squared %1, p %2, %3 keys")
      .arg(locale.toString(results_->ratioChiSquared, 'f', 2),
           p < kRatioBroken ? tr("below %1").arg(locale.toString(kRatioBroken, 'f', 3))
                            : locale.toString(p, 'f', 3),
           models::countText(static_cast<double>(results_->ratioKeys)));
}

}  // namespace aerie::presenters
