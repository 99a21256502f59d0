#include "app/rpc/simulation_host.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <signal.h>
#include <vector>

#include "core/base/child_process.h"

namespace aerie::rpc {
namespace {

constexpr int kRate = 40;  // requests per second to begin with: lively, and easy on a small machine
constexpr int kLogChars = 4'000;
constexpr int kShownLogLines = 8;
constexpr int kDestructorWaitMs = 10'000;

SimulationHost::Options completed(SimulationHost::Options options) {
  if (options.program.isEmpty())
    options.program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("aerie-sim"));
  if (options.arguments.isEmpty()) options.arguments = {QStringLiteral("--rate"), QString::number(kRate)};
  if (options.stateDirectory.isEmpty()) options.stateDirectory = SimulationHost::defaultStateDirectory();
  return options;
}

}  // namespace

// What a running simulation writes about itself: simulation.json in the state directory.
struct SimulationHost::Record {
  qint64 pid = 0;
  quint64 startTicks = 0;
  Addresses addresses;
};

QString SimulationHost::defaultStateDirectory() {
  QString home = qEnvironmentVariable("AERIE_HOME");
  if (home.isEmpty()) {
    QString data = qEnvironmentVariable("XDG_DATA_HOME");  // set but empty counts as not set
    if (data.isEmpty()) data = QDir::home().filePath(QStringLiteral(".local/share"));
    home = QDir(data).filePath(QStringLiteral("aerie"));
  }
  return QDir(home).filePath(QStringLiteral("simulation"));
}

SimulationHost::SimulationHost(Options options, QObject* parent)
    : QObject(parent), options_(completed(std::move(options))) {
  connect(&look_, &QTimer::timeout, this, &SimulationHost::look);
  kill_.setSingleShot(true);
  connect(&kill_, &QTimer::timeout, this, [this] {
    if (pid_ > 0) ::kill(static_cast<pid_t>(pid_), SIGKILL);
  });
}

SimulationHost::~SimulationHost() {
  if (!child_) return;
  child_->disconnect(this);
  if (keep_) {
    // The child goes on without us; QProcess would kill it, so it is given away.
    static std::vector<QProcess*>& given = *new std::vector<QProcess*>();
    given.push_back(child_.release());
    return;
  }
  child_->terminate();
  if (!child_->waitForFinished(kDestructorWaitMs)) child_->kill();
  child_->waitForFinished(1'000);
}

bool SimulationHost::readRecord(Record* record) const {
  QFile file(QDir(options_.stateDirectory).filePath(QStringLiteral("simulation.json")));
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
  record->pid = json[QLatin1String("pid")].toInteger();
  record->startTicks = json[QLatin1String("start_ticks")].toString().toULongLong();
  record->addresses = {json[QLatin1String("control")].toString(), json[QLatin1String("proxy")].toString(),
                       json[QLatin1String("simulation")].toString()};
  if (record->pid <= 0 || record->addresses.control.isEmpty()) return false;
  // Pid and start time together name a process: a record that a crash left behind must not adopt a stranger.
  const auto ticks = processStartTicks(static_cast<pid_t>(record->pid));
  return ticks.ok() && *ticks == record->startTicks;
}

bool SimulationHost::adopt() {
  if (state_ == State::Running) return true;
  if (state_ != State::Absent && state_ != State::Failed) return false;
  Record record;
  if (!readRecord(&record)) return false;
  pid_ = record.pid;
  addresses_ = record.addresses;
  problem_.clear();
  look_.start(options_.lookMs);
  set(State::Running);
  return true;
}

void SimulationHost::start() {
  if ((state_ != State::Absent && state_ != State::Failed) || adopt()) return;
  progress_.clear();
  log_.clear();
  problem_.clear();
  addresses_ = {};
  startTookMs_ = 0;
  startedAtMs_ = QDateTime::currentMSecsSinceEpoch();
  if (!QFileInfo(options_.program).isExecutable()) {
    fail(tr("%1 is missing. Install Aerie whole, or build it with packaging/build.").arg(options_.program));
    return;
  }
  if (!QDir().mkpath(options_.stateDirectory)) {
    fail(tr("%1 cannot be made. Check the rights of the folder above it, or set AERIE_HOME.")
             .arg(options_.stateDirectory));
    return;
  }
  child_ = std::make_unique<QProcess>();
  child_->setProcessChannelMode(QProcess::MergedChannels);
  // A group of its own: Ctrl+C in the terminal of the desktop must not reach it twice.
  child_->setChildProcessModifier([] { ::setpgid(0, 0); });
  connect(child_.get(), &QProcess::readyRead, this, &SimulationHost::readOutput);
  connect(child_.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) childEnded();
  });
  connect(child_.get(), &QProcess::finished, this, &SimulationHost::childEnded);
  set(State::Starting);
  child_->start(options_.program,
                QStringList{QStringLiteral("up"), QStringLiteral("--state-dir"), options_.stateDirectory} +
                    options_.arguments);
  pid_ = child_->processId();
}

void SimulationHost::readOutput() {
  log_ = (log_ + QString::fromUtf8(child_->readAll())).right(kLogChars);
  if (state_ != State::Starting) return;
  const qsizetype whole = log_.lastIndexOf(QLatin1Char('\n'));
  if (whole < 0) return;
  const QStringList lines = log_.left(whole).split(QLatin1Char('\n'));
  QStringList steps;
  for (const QString& line : lines) {
    if (line.startsWith(QLatin1String("==> "))) steps.append(line.mid(4));
  }
  const bool ready = lines.contains(QLatin1String("ready"));
  for (qsizetype i = progress_.size(); i < steps.size(); ++i) {
    progress_.append(steps[i]);
    Q_EMIT progressed(steps[i]);
  }
  Record record;
  if (!ready || !readRecord(&record)) return;
  addresses_ = record.addresses;
  startTookMs_ = std::max<qint64>(1, QDateTime::currentMSecsSinceEpoch() - startedAtMs_);
  set(State::Running);
}

QString SimulationHost::endOfLog() const {
  const QStringList lines = log_.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  return lines.mid(std::max<qsizetype>(0, lines.size() - kShownLogLines)).join(QLatin1Char('\n'));
}

void SimulationHost::childEnded() {
  log_ = (log_ + QString::fromUtf8(child_->readAll())).right(kLogChars);
  const QString cause = child_->error() == QProcess::FailedToStart
                            ? tr("%1 could not be started: %2").arg(options_.program, child_->errorString())
                        : child_->exitStatus() == QProcess::CrashExit
                            ? tr("The simulation was ended from outside or crashed.")
                            : tr("The simulation ended with code %1.").arg(child_->exitCode());
  child_.release()->deleteLater();
  pid_ = 0;
  kill_.stop();
  addresses_ = {};
  if (state_ == State::Stopping) {
    set(State::Absent);
    return;
  }
  // Somebody else may have been faster between the look and the start; theirs is as good.
  state_ = State::Failed;
  if (adopt()) return;
  fail(log_.isEmpty() ? cause : cause + QLatin1Char('\n') + endOfLog());
}

void SimulationHost::stop() {
  if (state_ != State::Starting && state_ != State::Running) return;
  set(State::Stopping);
  if (pid_ > 0) ::kill(static_cast<pid_t>(pid_), SIGTERM);
  kill_.start(options_.stopTimeoutMs);
  if (!child_) look_.start(std::min(options_.lookMs, 100));
}

// At an adopted simulation: it is no child, so its end is seen by looking.
void SimulationHost::look() {
  if (child_ != nullptr) {
    look_.stop();
    return;
  }
  if (processStartTicks(static_cast<pid_t>(pid_)).ok()) return;
  look_.stop();
  kill_.stop();
  pid_ = 0;
  addresses_ = {};
  if (state_ == State::Stopping) {
    set(State::Absent);
  } else {
    fail(tr("The simulation that ran here was ended by somebody else."));
  }
}

void SimulationHost::fail(const QString& problem) {
  problem_ = problem;
  set(State::Failed);
}

void SimulationHost::set(State state) {
  state_ = state;
  Q_EMIT stateChanged();
}

}  // namespace aerie::rpc
