#include "app/presenters/what_if_presenter.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "app/models/elapsed.h"
#include "app/models/text.h"
#include "app/presenters/errors.h"
#include "app/presenters/what_if_charts.h"

namespace aerie::presenters {

using models::RunCurve;
using rpc::WhatIfQuestion;
using rpc::WhatIfRow;
using rpc::WhatIfRun;
using rpc::WhatIfScenario;

namespace {

constexpr int kRuns = 5;
const QString kBefore = QStringLiteral("shared_queue");
const QString kAfter = QStringLiteral("right_sized");

QString joined(const QList<double>& values) {
  QStringList out;
  for (const double value : values) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    out.append(locale.toString(value, 'g', 6));
  }
  return out.join(QLatin1Char(' '));
}

// Values with spaces or semicolons between them, and commas where those are no decimal points.
std::optional<QList<double>> numbersOf(const QString& text) {
  const QLocale locale;
  QString plain = text;
  plain.replace(QLatin1Char(';'), QLatin1Char(' '));
  if (locale.decimalPoint() != QLatin1String(",")) plain.replace(QLatin1Char(','), QLatin1Char(' '));
  QList<double> out;
  for (const QString& word : plain.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    bool fine = false;
    double value = locale.toDouble(word, &fine);
    if (!fine) value = QLocale::c().toDouble(word, &fine);
    if (!fine || !std::isfinite(value)) return std::nullopt;
    out.append(value);
  }
  return out;
}

RunCurve curveOf(const WhatIfRun& run, const QString& title) {
  RunCurve out;
  out.title = title;
  out.startMs = std::llround(run.submittedMs);
  out.load.stepMs = std::max<qint64>(1, std::llround(run.stepMs));
  for (const rpc::WhatIfSample& s : run.samples)
    out.load.samples.append({std::llround(s.atMs), s.capacity, s.busy, s.busy, s.running, s.queued});
  out.makespanMs = run.summary.makespanMs;
  out.busyShare = run.summary.busyShare;
  out.meanRunning = run.summary.meanRunning;
  out.peakRunning = run.summary.peakRunning;
  out.coreHours = run.summary.coreHours;
  out.cost = run.summary.cost;
  out.tasks = run.scenario.tasks;
  out.failed = std::llround(run.summary.failed);
  return out;
}

}  // namespace

WhatIfPresenter::WhatIfPresenter(rpc::ClusterWhatIfApi& api, QObject* parent)
    : QObject(parent), api_(api), scenarios_(api.scenarios()), table_(models::newWhatIfTable(this)) {
  fillForm();
}

QList<WhatIfPresenter::Preset> WhatIfPresenter::presets() const {
  QList<Preset> out{{kBeforeAfter, tr("Before and after"),
                     tr("One shared queue with a task on each host, against a cluster made for the job, with "
                        "slots of the CPUs that a task needs: 1,500 tasks on the same ten hosts.")}};
  for (const WhatIfScenario& s : scenarios_) {
    Preset preset{s.name, s.name, s.description};
    if (s.name == kAfter) {
      preset.title = tr("Right-sized cluster");
      preset.description = tr("A cluster for this job alone, 2 CPUs for each task, the longest tasks first.");
    } else if (s.name == kBefore) {
      preset.title = tr("Shared queue");
      preset.description =
          tr("One shared queue, one task at a time on each host, behind a backlog of other applications.");
    } else if (s.name == QLatin1String("idle_day")) {
      preset.title = tr("A quiet day");
      preset.description = tr("A quiet day of the shared queue, whose hosts are paid around the clock.");
    } else if (s.name == QLatin1String("hard_day")) {
      preset.title = tr("A bad day");
      preset.description = tr(
          "Right-sized, with slow starts, lost hosts, failing attempts and tasks that outgrow their memory.");
    }
    // What a cluster can be made to is asked most.
    out.insert(s.name == kAfter ? 1 : out.size(), preset);
  }
  return out;
}

const WhatIfScenario* WhatIfPresenter::scenario() const {
  const auto it = std::find_if(scenarios_.begin(), scenarios_.end(),
                               [this](const WhatIfScenario& s) { return s.name == preset_; });
  return it == scenarios_.end() ? nullptr : &*it;
}

bool WhatIfPresenter::cpusMatter() const { return scenario() && scenario()->tasksPerHost == 0; }

void WhatIfPresenter::choose(const QString& preset) {
  if (preset == preset_) return;
  preset_ = preset;
  fillForm();
  run();
}

void WhatIfPresenter::fillForm() {
  if (const WhatIfScenario* s = scenario()) {
    const double hosts = s->hosts;
    form_.hosts = joined({std::max(1.0, std::floor(hosts / 2)), hosts, std::round(hosts * 1.5), hosts * 2});
    const double cpus = s->cpusPerTask;
    form_.cpus = cpusMatter() ? joined({std::max(0.5, cpus / 2), cpus, cpus * 2}) : QString();
    form_.prices = joined({s->pricePerHostHour});
    form_.orders = QStringList{QStringLiteral("as_listed"), QStringLiteral("longest_first")};
    form_.runs = std::min(kRuns, s->runs);
  }
  read();
  Q_EMIT formChanged();
}

void WhatIfPresenter::setForm(const Form& form) {
  if (form == form_) return;
  form_ = form;
  read();
  Q_EMIT formChanged();
}

QString WhatIfPresenter::problemOf(Field field) const { return problems_.value(static_cast<int>(field)); }

void WhatIfPresenter::read() {
  problems_.clear();
  question_.reset();
  if (comparing()) return;
  const auto refuse = [this](Field field, const QString& text) {
    problems_.insert(static_cast<int>(field), text);
  };
  const auto numbers = [&](Field field, const QString& text, double least, double most, bool whole) {
    const auto values = numbersOf(text);
    const bool fine =
        values && !values->isEmpty() && std::all_of(values->begin(), values->end(), [&](double v) {
          return v >= least && v <= most && (!whole || std::floor(v) == v);
        });
    const QLocale locale;
    if (!fine) {
      refuse(field, (whole ? tr("Whole numbers from %1 to %2 with spaces between them.")
                           : tr("Numbers from %1 to %2 with spaces between them."))
                        .arg(locale.toString(least), locale.toString(most)));
    }
    return fine ? *values : QList<double>();
  };
  WhatIfQuestion question;
  question.scenario = preset_;
  for (const double hosts : numbers(Field::Hosts, form_.hosts, 1, WhatIfQuestion::kMostHosts, true))
    question.hosts.append(static_cast<int>(hosts));
  const double largest = scenario() ? scenario()->cpusPerHost : 1;
  if (cpusMatter()) question.cpusPerTask = numbers(Field::Cpus, form_.cpus, 0.1, largest, false);
  question.prices = numbers(Field::Prices, form_.prices, 0, 1'000'000, false);
  question.orders = form_.orders;
  question.runs = form_.runs;
  if (form_.orders.isEmpty()) refuse(Field::Orders, tr("Choose at least one order."));
  if (problems_.isEmpty()) question_ = question;
}

rpc::Progress WhatIfPresenter::onProgress() {
  return [this, attempt = attempt_](qint64 done, qint64 total) {
    if (attempt != attempt_ || total <= 0) return;
    progress_ = static_cast<double>(done) / static_cast<double>(total);
    Q_EMIT progressed();
  };
}

void WhatIfPresenter::shown() {
  if (!answered_ && !busy_) run();
}

void WhatIfPresenter::run() {
  if (!comparing() && !question_) return;
  ticket_.cancel();
  ++attempt_;
  begin();
  const auto answered = [this, attempt = attempt_, asked = asked()](const auto& result) {
    if (attempt != attempt_) return;
    if (result.ok()) {
      answered_ = asked;
      take(*result);
    }
    end(result.status());
  };
  ticket_ = comparing() ? api_.replay({kBefore, kAfter}, this, onProgress(), answered)
                        : api_.explore(*question_, this, onProgress(), answered);
}

void WhatIfPresenter::begin() {
  progress_ = 0;
  if (busy_) return;
  busy_ = true;
  Q_EMIT busyChanged();
}

void WhatIfPresenter::end(const absl::Status& status) {
  busy_ = false;
  Q_EMIT busyChanged();
  if (status.ok()) {
    Q_EMIT resultChanged();
  } else if (!absl::IsCancelled(status)) {
    Q_EMIT failed(tr("The clusters were not calculated."), detailOf(status));
  }
}

void WhatIfPresenter::cancel() { ticket_.cancel(); }

void WhatIfPresenter::take(const QList<WhatIfRow>& rows) {
  table_->apply({rows.begin(), rows.end()});
  charts_ = chartsOf(rows);
  sentence_.clear();
  if (rows.isEmpty()) return;
  const auto fastest = std::min_element(rows.begin(), rows.end(), [](const WhatIfRow& a, const WhatIfRow& b) {
    return a.makespanMs < b.makespanMs;
  });
  const auto cheapest = std::min_element(
      rows.begin(), rows.end(), [](const WhatIfRow& a, const WhatIfRow& b) { return a.cost < b.cost; });
  const QLocale locale;
  const auto words = [&](const WhatIfRow& row) {
    //: a cluster: hosts, CPUs per task, order of the tasks
    return tr("%n host(s), %1 for each task, %2", nullptr, row.hosts)
        .arg(models::cpusText(row.cpusPerTask), models::wordOfOrder(row.order).toLower());
  };
  sentence_ = tr("Fastest: %1 in %2. Cheapest: %3 for %4.")
                  .arg(words(*fastest), models::lengthOfTimeText(fastest->makespanMs), words(*cheapest),
                       locale.toString(cheapest->cost, 'f', 2));
}

void WhatIfPresenter::take(const QList<WhatIfRun>& runs) {
  if (runs.size() != 2) return;
  before_ = curveOf(runs[0], tr("Before: shared queue"));
  after_ = curveOf(runs[1], tr("After: right-sized"));
  sentence_ =
      tr("The same tasks on the same hosts take %1 instead of %2, at %3 of the CPUs instead of %4.")
          .arg(models::lengthOfTimeText(after_->makespanMs), models::lengthOfTimeText(before_->makespanMs),
               models::percentText(after_->busyShare), models::percentText(before_->busyShare));
}

}  // namespace aerie::presenters
