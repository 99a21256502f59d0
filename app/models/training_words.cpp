#include "app/models/training_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

#include "app/models/text.h"

namespace aerie::models {

using rpc::ClusterState;
using rpc::JobState;
using rpc::PendingReason;
using rpc::TaskOutcome;
using rpc::TaskState;

static QString tr(const char* text, const char* comment = nullptr, int n = -1) {
  return QCoreApplication::translate("training", text, comment, n);
}

QString wordOf(JobState state) {
  switch (state) {
    case JobState::Submitted: return tr("Starting");
    case JobState::Environment: return tr("Environment");
    case JobState::Running: return tr("Running");
    case JobState::Publishing: return tr("Publishing");
    case JobState::Done: return tr("Done");
    case JobState::Failed: return tr("Failed");
    case JobState::Cancelling: return tr("Cancelling");
    case JobState::Cancelled: return tr("Cancelled");
    case JobState::Unknown: break;
  }
  return tr("Unknown");
}

Tone toneOf(JobState state) {
  switch (state) {
    case JobState::Done: return Tone::Ok;
    case JobState::Failed: return Tone::Danger;
    case JobState::Cancelling: return Tone::Warning;
    case JobState::Cancelled:
    case JobState::Unknown: return Tone::Muted;
    default: return Tone::Info;
  }
}

QString wordOf(TaskState state) {
  switch (state) {
    case TaskState::Pending: return tr("Waiting");
    case TaskState::Running: return tr("Running");
    case TaskState::Succeeded: return tr("Succeeded");
    case TaskState::Failed: return tr("Failed");
    case TaskState::Cancelled: return tr("Cancelled");
    case TaskState::Unknown: break;
  }
  return tr("Unknown");
}

Tone toneOf(TaskState state) {
  switch (state) {
    case TaskState::Running: return Tone::Info;
    case TaskState::Succeeded: return Tone::Ok;
    case TaskState::Failed: return Tone::Danger;
    default: return Tone::Muted;
  }
}

QString wordOf(ClusterState state) {
  switch (state) {
    case ClusterState::Starting: return tr("Starting");
    case ClusterState::Environment: return tr("Environment");
    case ClusterState::Ready: return tr("Ready");
    case ClusterState::Idle: return tr("Idle");
    case ClusterState::Stopping: return tr("Stopping");
    case ClusterState::Gone: return tr("Gone");
    case ClusterState::Failed: return tr("Failed");
    case ClusterState::Unknown: break;
  }
  return tr("Unknown");
}

Tone toneOf(ClusterState state) {
  switch (state) {
    case ClusterState::Starting:
    case ClusterState::Environment:
    case ClusterState::Stopping: return Tone::Info;
    case ClusterState::Ready: return Tone::Ok;
    case ClusterState::Failed: return Tone::Danger;
    default: return Tone::Muted;
  }
}

QString wordOf(TaskOutcome outcome) {
  switch (outcome) {
    case TaskOutcome::Succeeded: return tr("succeeded");
    case TaskOutcome::Failed: return tr("failed");
    case TaskOutcome::TimedOut: return tr("timed out");
    case TaskOutcome::OutOfMemory: return tr("out of memory");
    case TaskOutcome::Lost: return tr("lost");
    case TaskOutcome::Cancelled: return tr("cancelled");
    case TaskOutcome::None: break;
  }
  return {};
}

QString reasonText(PendingReason reason) {
  switch (reason) {
    case PendingReason::Next: return tr("starts now");
    case PendingReason::JobNotReady: return tr("the cluster or its environment is being made");
    case PendingReason::BackOff: return tr("the pause before the next attempt");
    case PendingReason::MaxInFlight: return tr("the job's own limit of tasks at a time is reached");
    case PendingReason::ClusterFull: return tr("the cluster's share of the machine is in use");
    case PendingReason::NoHost: return tr("no host is ready");
    case PendingReason::TooLarge: return tr("too large for every host");
    case PendingReason::NoCpu: return tr("no CPU is free");
    case PendingReason::NoMemory: return tr("no memory is free");
    case PendingReason::HostHeld: return tr("a host is kept free for a larger task");
    case PendingReason::Unknown: break;
  }
  return {};
}

QString pendingText(const rpc::PendingCount& pending) {
  const QString reason = reasonText(pending.reason);
  //: %1 is why they wait: "no CPU is free"
  return tr("%Ln task(s) wait: %1", nullptr, static_cast<int>(pending.tasks))
      .arg(reason.isEmpty() ? pending.text : reason);
}

CellState cellStateOf(const rpc::TrainingTask& task) {
  switch (task.state) {
    case TaskState::Running: return CellState::Running;
    case TaskState::Succeeded: return CellState::Succeeded;
    case TaskState::Failed: return CellState::Failed;
    case TaskState::Cancelled: return CellState::Cancelled;
    default: return task.pendingReason == PendingReason::BackOff ? CellState::BackOff : CellState::Pending;
  }
}

BarOutcome barOutcomeOf(TaskOutcome outcome) {
  switch (outcome) {
    case TaskOutcome::Succeeded: return BarOutcome::Succeeded;
    case TaskOutcome::Failed: return BarOutcome::Failed;
    case TaskOutcome::TimedOut: return BarOutcome::TimedOut;
    case TaskOutcome::OutOfMemory: return BarOutcome::OutOfMemory;
    case TaskOutcome::Lost: return BarOutcome::Lost;
    case TaskOutcome::Cancelled: return BarOutcome::Cancelled;
    case TaskOutcome::None: break;
  }
  return BarOutcome::Running;
}

QString cpusText(quint32 millis) {
  const double cores = millis / 1000.0;
  if (millis % 1000 == 0) return tr("%n CPU(s)", nullptr, static_cast<int>(millis / 1000));
  return tr("%1 CPUs").arg(QLocale().toString(cores, 'f', millis % 100 == 0 ? 1 : 2));
}

// "1.344 MiB", as the daemons write it, in the words of people here.
static QString localised(const QString& quantity) {
  static const QStringList units{QStringLiteral("B"), QStringLiteral("KiB"), QStringLiteral("MiB"),
                                 QStringLiteral("GiB"), QStringLiteral("TiB")};
  const auto unit = units.indexOf(quantity.section(QLatin1Char(' '), 1));
  if (unit < 0) return quantity;
  const double value = quantity.section(QLatin1Char(' '), 0, 0).toDouble();
  return sizeText(static_cast<quint64>(std::llround(std::ldexp(value, static_cast<int>(unit) * 10))));
}

static quint32 millisOf(const QString& cpus) {  // "0.5 CPUs"
  return static_cast<quint32>(std::lround(cpus.section(QLatin1Char(' '), 0, 0).toDouble() * 1'000));
}

QString adviceText(const rpc::TrainingAdvice& advice) {
  static const QString number = QStringLiteral("([0-9.e+-]+)");
  static const QString cpus = QStringLiteral("([0-9.]+ CPUs?)");
  static const QString bytes = QStringLiteral("([0-9.]+ \\w+)");
  static const QRegularExpression lessCpu(
      QStringLiteral("^asks for %1 and uses %2: ask for %2$").arg(cpus, number));
  static const QRegularExpression moreCpu(
      QStringLiteral("^uses all of its %1: a run with more may be faster$").arg(cpus));
  static const QRegularExpression someMemory(
      QStringLiteral("^asks for no memory and uses up to %1: ask for %1$").arg(bytes));
  static const QRegularExpression lessMemory(
      QStringLiteral("^asks for %1 and uses at most %1: ask for %1$").arg(bytes));
  if (const auto m = lessCpu.match(advice.text); m.hasMatch()) {
    return tr("A task asks for %1 and uses %2: ask for %3")
        .arg(cpusText(millisOf(m.captured(1))), QLocale().toString(m.captured(2).toDouble(), 'g', 2),
             cpusText(advice.cpuMillis));
  }
  if (const auto m = moreCpu.match(advice.text); m.hasMatch())
    return tr("A task uses all of its %1: a run with more may be faster")
        .arg(cpusText(millisOf(m.captured(1))));
  if (const auto m = someMemory.match(advice.text); m.hasMatch()) {
    return tr("A task asks for no memory and uses up to %1: ask for %2")
        .arg(localised(m.captured(1)), localised(m.captured(2)));
  }
  if (const auto m = lessMemory.match(advice.text); m.hasMatch()) {
    return tr("A task asks for %1 and uses at most %2: ask for %3")
        .arg(localised(m.captured(1)), localised(m.captured(2)), localised(m.captured(3)));
  }
  return advice.text;
}

QString engineText(const QString& engine) {
  if (engine == QLatin1String("local")) return tr("this machine");
  if (engine == QLatin1String("ray")) return QStringLiteral("Ray");
  if (engine == QLatin1String("kuberay")) return QStringLiteral("KubeRay");
  if (engine == QLatin1String("simulated")) return tr("simulated");
  return engine;
}

QString shortHost(const QString& host, const QString& cluster) {
  const bool named = !cluster.isEmpty() && host.size() > cluster.size() + 1 && host.startsWith(cluster) &&
                     host[cluster.size()] == QLatin1Char('-');
  return named ? host.mid(cluster.size() + 1) : host;
}

QString costText(double cost) {
  return QLocale().toString(cost, 'f', std::abs(cost) >= 1'000 ? 0 : std::abs(cost) >= 0.1 ? 2 : 3);
}

}  // namespace aerie::models
