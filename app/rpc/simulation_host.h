// The local simulation as a child process of the desktop: `aerie-sim up` in a state directory of its own.
//
// One simulation for each state directory: the program itself holds a lock there, and start() adopts what
// already runs instead of starting a second one. A simulation that this object started is stopped by its
// destructor unless keepOnExit(true) was called; an adopted one is stopped only by stop(). GUI thread only;
// nothing here blocks but the destructor, at most ten seconds.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <memory>

class QProcess;

namespace aerie::rpc {

class SimulationHost final : public QObject {
  Q_OBJECT
 public:
  enum class State { Absent, Starting, Running, Stopping, Failed };
  Q_ENUM(State)

  struct Options {
    QString program;             // aerie-sim; empty = beside this executable
    QString stateDirectory;      // empty = defaultStateDirectory()
    QStringList arguments;       // behind "up --state-dir DIR"; empty = a moderate rate
    int lookMs = 1'000;          // between looks at a simulation that was adopted
    int stopTimeoutMs = 25'000;  // SIGTERM, then SIGKILL
  };
  struct Addresses {
    QString control;  // 127.0.0.1:41234
    QString proxy;
    QString simulation;  // unix:/.../sim.sock
    bool operator==(const Addresses&) const = default;
  };

  explicit SimulationHost(Options options, QObject* parent = nullptr);
  ~SimulationHost() override;

  // ${AERIE_HOME:-${XDG_DATA_HOME:-~/.local/share}/aerie}/simulation
  static QString defaultStateDirectory();

  // Adopts a simulation that runs in the state directory. True when there is one; the state is Running then.
  bool adopt();
  // Absent or Failed only; else nothing happens. Adopts what runs there already.
  void start();
  // Starting or Running only: asks it to end, also an adopted one.
  void stop();
  void keepOnExit(bool keep) { keep_ = keep; }

  State state() const { return state_; }
  // Valid while Running.
  const Addresses& addresses() const { return addresses_; }
  // Steps of the start so far, the newest last; kept until the next start.
  const QStringList& progress() const { return progress_; }
  // Failed only: what happened, with the end of its log.
  const QString& problem() const { return problem_; }
  // It was started by this object, not adopted.
  bool startedHere() const { return child_ != nullptr; }
  const QString& stateDirectory() const { return options_.stateDirectory; }
  // Milliseconds from start() until Running; 0 before.
  qint64 startTookMs() const { return startTookMs_; }

 Q_SIGNALS:
  void stateChanged();
  void progressed(const QString& step);

 private:
  struct Record;
  bool readRecord(Record* record) const;
  void readOutput();
  void childEnded();
  void look();
  void fail(const QString& problem);
  void set(State state);
  QString endOfLog() const;

  const Options options_;
  State state_ = State::Absent;
  Addresses addresses_;
  QStringList progress_;
  QString problem_;
  QString log_;  // the end of what the child wrote
  std::unique_ptr<QProcess> child_;
  qint64 pid_ = 0;
  bool keep_ = false;
  qint64 startedAtMs_ = 0;
  qint64 startTookMs_ = 0;
  QTimer look_;
  QTimer kill_;
};

}  // namespace aerie::rpc
