#include "app/what_if/local_what_if.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "core/base/status.h"
#include "sim/cluster/scenario_file.h"
#include "sim/cluster/simulation.h"
#include "sim/cluster/what_if.h"

static void initScenarioResources() { Q_INIT_RESOURCE(scenarios); }

namespace aerie::what_if {

namespace cluster = sim::cluster;
using rpc::WhatIfQuestion;
using rpc::WhatIfRow;
using rpc::WhatIfRun;
using rpc::WhatIfSample;
using rpc::WhatIfScenario;

namespace {

constexpr qint64 kProgressMs = 50;  // people do not read faster
constexpr std::size_t kCurvePoints = 300;

double toMs(cluster::SimTime time) { return static_cast<double>(time) / 1'000; }

WhatIfScenario describe(const cluster::ClusterScenario& s) {
  const cluster::TaskGroup& own = cluster::ownTasks(s);
  WhatIfScenario out;
  out.name = QString::fromStdString(s.name);
  out.description = QString::fromStdString(s.description);
  out.hosts = s.cluster.hosts;
  out.cpusPerHost = s.cluster.cpus_per_host;
  out.cpusPerTask = own.cpus;
  out.order = QString::fromStdString(std::string(cluster::nameOf(own.order)));
  out.pricePerHostHour = s.cluster.price_per_host_hour;
  out.tasks = own.listed.empty() ? own.count : static_cast<qint64>(own.listed.size());
  out.tasksPerHost = s.queue.concurrency_per_host;
  out.runs = s.runs;
  return out;
}

WhatIfRow rowOf(const cluster::RunSummary& s) {
  const cluster::TaskGroup& own = cluster::ownTasks(s.scenario);
  WhatIfRow out;
  out.hosts = s.scenario.cluster.hosts;
  out.cpusPerTask = own.cpus;
  out.order = QString::fromStdString(std::string(cluster::nameOf(own.order)));
  out.pricePerHostHour = s.scenario.cluster.price_per_host_hour;
  out.slotCount = s.slots;
  out.makespanMs = s.makespan.mean * 1'000;
  out.makespanLowMs = s.makespan.low * 1'000;
  out.makespanHighMs = s.makespan.high * 1'000;
  out.firstStartMs = s.wait_to_first.mean * 1'000;
  out.busyShare = s.cpu.mean;
  out.slotShare = s.slots_used.mean;
  out.meanRunning = s.concurrency.mean;
  out.peakRunning = s.peak_concurrency.mean;
  out.coreHours = s.core_hours_paid.mean;
  out.cost = s.cost.mean;
  out.failed = s.failed.mean;
  out.unfinished = s.unfinished.mean;
  out.efficient = s.efficient;
  return out;
}

WhatIfRun runOf(const cluster::RunSummary& summary, const cluster::ClusterResult& result) {
  WhatIfRun out;
  out.scenario = describe(summary.scenario);
  out.summary = rowOf(summary);
  out.submittedMs = toMs(cluster::ownTasks(summary.scenario).submit_at);
  for (const cluster::UtilisationSample& s : result.series) {
    out.stepMs = std::max(out.stepMs, toMs(s.end - s.begin));
    out.samples.append({toMs(s.begin), s.cores_ready, s.cores_busy, s.own_running, s.queued});
  }
  return out;
}

// Values of one axis, each once, in the order that a table reads best.
template <class Out, class In>
std::vector<Out> axisOf(const QList<In>& values) {
  std::vector<Out> out(values.begin(), values.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

absl::StatusOr<cluster::WhatIf> gridOf(const WhatIfQuestion& question) {
  cluster::WhatIf out;
  for (const int hosts : question.hosts) {
    if (hosts < 1 || hosts > WhatIfQuestion::kMostHosts)
      return invalidArgument("{} hosts: choose from 1 to {}", hosts, WhatIfQuestion::kMostHosts);
  }
  out.hosts = axisOf<int>(question.hosts);
  out.cpus_per_task = axisOf<double>(question.cpusPerTask);
  out.prices = axisOf<double>(question.prices);
  for (const QString& name : question.orders) {
    AERIE_ASSIGN_OR_RETURN(const cluster::Order order, cluster::parseOrder(name.toStdString()));
    out.orders.push_back(order);
  }
  std::size_t rows = 1;
  for (const std::size_t axis :
       {out.hosts.size(), out.cpus_per_task.size(), out.orders.size(), out.prices.size()}) {
    rows = std::min<std::size_t>(rows * std::max<std::size_t>(axis, 1), 1'000'000'000);
  }
  if (rows > static_cast<std::size_t>(WhatIfQuestion::kMostRows)) {
    return invalidArgument(
        "{} combinations are too many for a table; leave values out until there are {} or fewer", rows,
        WhatIfQuestion::kMostRows);
  }
  if (question.runs < 0 || question.runs > WhatIfQuestion::kMostRuns)
    return invalidArgument("{} runs: choose from 1 to {}", question.runs, WhatIfQuestion::kMostRuns);
  return out;
}

// Tells of the progress now and then, in the GUI thread, while `context` lives.
cluster::Progress tellerOf(std::shared_ptr<std::atomic<bool>> stop,
                           std::shared_ptr<std::atomic<bool>> stopAll, QPointer<QObject> guard,
                           rpc::Progress progress) {
  auto since = std::make_shared<QElapsedTimer>();
  return [=](std::size_t done, std::size_t total) {
    if (stop->load() || stopAll->load()) return false;
    if (progress && (!since->isValid() || since->elapsed() >= kProgressMs)) {
      since->start();
      QMetaObject::invokeMethod(
          QCoreApplication::instance(),
          [=] {
            if (guard) progress(static_cast<qint64>(done), static_cast<qint64>(total));
          },
          Qt::QueuedConnection);
    }
    return true;
  };
}

template <class T>
void deliver(QPointer<QObject> guard, rpc::Answer<T> answer, absl::StatusOr<T> result) {
  auto kept = std::make_shared<const absl::StatusOr<T>>(std::move(result));
  QMetaObject::invokeMethod(
      QCoreApplication::instance(),
      [guard, answer = std::move(answer), kept] {
        if (guard) answer(*kept);
      },
      Qt::QueuedConnection);
}

}  // namespace

struct LocalWhatIf::Library {
  std::map<QString, cluster::ClusterScenario> scenarios;

  absl::StatusOr<cluster::ClusterScenario> find(const QString& name) const {
    const auto it = scenarios.find(name);
    if (it != scenarios.end()) return it->second;
    return notFound("there is no cluster scenario \"{}\"", name.toStdString());
  }

  absl::StatusOr<QList<WhatIfRow>> explore(const WhatIfQuestion& question,
                                           const cluster::Progress& progress) const {
    AERIE_ASSIGN_OR_RETURN(cluster::ClusterScenario base, find(question.scenario));
    AERIE_ASSIGN_OR_RETURN(const cluster::WhatIf grid, gridOf(question));
    if (question.runs > 0) base.runs = question.runs;
    AERIE_ASSIGN_OR_RETURN(const std::vector<cluster::RunSummary> rows,
                           cluster::explore(base, grid, progress));
    QList<WhatIfRow> out;
    for (const cluster::RunSummary& row : rows) out.append(rowOf(row));
    return out;
  }

  absl::StatusOr<QList<WhatIfRun>> replay(const QStringList& names, const cluster::Progress& progress) const {
    QList<WhatIfRun> out;
    std::size_t total = 0;
    for (const QString& name : names) {
      AERIE_ASSIGN_OR_RETURN(const cluster::ClusterScenario scenario, find(name));
      total += static_cast<std::size_t>(scenario.runs);
    }
    std::size_t before = 0;
    for (const QString& name : names) {
      AERIE_ASSIGN_OR_RETURN(const cluster::ClusterScenario scenario, find(name));
      const auto step = [&](std::size_t done, std::size_t) { return progress(before + done, total); };
      AERIE_ASSIGN_OR_RETURN(const cluster::RunSummary summary, cluster::summarize(scenario, step));
      before += static_cast<std::size_t>(scenario.runs);
      const cluster::Recording recording{
          .series_points = kCurvePoints, .timeline_bars = 0, .host_series = false};
      AERIE_ASSIGN_OR_RETURN(const cluster::ClusterResult result,
                             cluster::simulate(scenario, nullptr, recording));
      out.append(runOf(summary, result));
    }
    return out;
  }
};

LocalWhatIf::LocalWhatIf() : stopAll_(std::make_shared<std::atomic<bool>>(false)) {
  initScenarioResources();
  auto library = std::make_shared<Library>();
  const QDir folder(QStringLiteral(":/what-if"));
  for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
    QFile file(folder.filePath(name));
    const bool open = file.open(QIODevice::ReadOnly);
    AERIE_CHECK(open);
    const auto scenario = cluster::parseClusterScenario(file.readAll().toStdString(), name.toStdString());
    AERIE_CHECK(scenario.ok());  // they ship with the program, and a test reads each
    library->scenarios.emplace(QString::fromStdString(scenario->name), *scenario);
  }
  library_ = std::move(library);
  pool_.setMaxThreadCount(1);
}

LocalWhatIf::~LocalWhatIf() {
  *stopAll_ = true;
  pool_.clear();
  pool_.waitForDone();
}

QList<WhatIfScenario> LocalWhatIf::scenarios() const {
  QList<WhatIfScenario> out;
  for (const auto& [name, scenario] : library_->scenarios) out.append(describe(scenario));
  return out;
}

rpc::Ticket LocalWhatIf::explore(const WhatIfQuestion& question, QObject* context, rpc::Progress progress,
                                 rpc::Answer<QList<WhatIfRow>> answer) {
  auto stop = std::make_shared<std::atomic<bool>>(false);
  const QPointer<QObject> guard(context);
  pool_.start([=, library = library_, teller = tellerOf(stop, stopAll_, guard, std::move(progress))] {
    deliver(guard, answer, library->explore(question, teller));
  });
  return rpc::Ticket([stop] { *stop = true; });
}

rpc::Ticket LocalWhatIf::replay(const QStringList& scenarios, QObject* context, rpc::Progress progress,
                                rpc::Answer<QList<WhatIfRun>> answer) {
  auto stop = std::make_shared<std::atomic<bool>>(false);
  const QPointer<QObject> guard(context);
  pool_.start([=, library = library_, teller = tellerOf(stop, stopAll_, guard, std::move(progress))] {
    deliver(guard, answer, library->replay(scenarios, teller));
  });
  return rpc::Ticket([stop] { *stop = true; });
}

}  // namespace aerie::what_if
