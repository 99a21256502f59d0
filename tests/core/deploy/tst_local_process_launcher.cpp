#include <QtTest>
#include <sched.h>
#include <signal.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/deploy/local_process_launcher.h"

using namespace aerie;
using namespace aerie::deploy;

namespace {

ReplicaSpec specOf(const std::string& id) {
  ReplicaSpec spec;
  spec.replica_id = id;
  return spec;
}

}  // namespace

// Real processes: /bin/sleep, without a shell.
class TstLocalProcessLauncher final : public QObject {
  Q_OBJECT
  std::optional<TempDir> dir_;
  std::vector<std::string> command_;
  std::vector<ProcessHandle> started_;

  std::unique_ptr<LocalProcessLauncher> make() {
    LocalProcessLauncher::Options options;
    options.state_dir = dir_->path();
    options.run_dir = dir_->path() / "run";
    options.command = [this](const ReplicaSpec&) { return command_; };
    options.log_limit = 100;
    return std::move(LocalProcessLauncher::create(options)).value();
  }
  LaunchedReplica startIn(LocalProcessLauncher& launcher, const std::string& id) {
    auto launched = launcher.start(specOf(id));
    if (!launched.ok()) qFatal("%s", messageOf(launched.status()).c_str());
    started_.push_back(launched->process);
    return *launched;
  }

 private Q_SLOTS:
  void init() {
    auto dir = TempDir::create();
    dir_.emplace(std::move(*dir));
    command_ = {"/bin/sleep", "600"};
    started_.clear();
  }
  void cleanup() {
    for (const ProcessHandle& process : started_) {
      if (isRunning(process)) (void)signalChild(static_cast<pid_t>(process.pid), SIGKILL);
      (void)pollChild(static_cast<pid_t>(process.pid));
    }
    dir_.reset();
  }

  void startRunsAndStopEnds() {
    const auto launcher = make();
    const LaunchedReplica replica = startIn(*launcher, "a-0");
    QVERIFY(!launcher->poll("a-0", replica.process).has_value());
    QVERIFY(launcher->usage(replica.process)->memory_bytes > 0);
    QVERIFY(launcher->stop("a-0", replica.process, false).ok());
    QTRY_VERIFY(launcher->poll("a-0", replica.process).has_value());
    QVERIFY(launcher->stop("a-0", replica.process, true).ok());
    QVERIFY(launcher->list()->empty());
  }

  void exitIsToldInWords() {
    const auto launcher = make();
    const LaunchedReplica replica = startIn(*launcher, "a-0");
    QVERIFY(launcher->stop("a-0", replica.process, true).ok());
    std::optional<std::string> text;
    QTRY_VERIFY(text.has_value() || (text = launcher->poll("a-0", replica.process)).has_value());
    QVERIFY2(text->rfind("killed by signal 9", 0) == 0, text->c_str());
  }

  void replicaRunsOnAsManyCpusAsItMay() {
    cpu_set_t before;
    QCOMPARE(::sched_getaffinity(0, sizeof before, &before), 0);
    if (CPU_COUNT(&before) < 2) QSKIP("this machine has one CPU only");
    const auto launcher = make();
    ReplicaSpec spec = specOf("a-0");
    spec.deployment.resources.cpus = 0.5;
    const auto launched = launcher->start(spec);
    QVERIFY(launched.ok());
    started_.push_back(launched->process);
    cpu_set_t child, after;
    QCOMPARE(::sched_getaffinity(static_cast<pid_t>(launched->process.pid), sizeof child, &child), 0);
    QCOMPARE(CPU_COUNT(&child), 1);
    QCOMPARE(::sched_getaffinity(0, sizeof after, &after), 0);
    QVERIFY(CPU_EQUAL(&before, &after));  // the launching thread keeps all of its own
  }

  void replicaOverItsMemoryLimitIsEndedAndSaysSo() {
    ReplicaSpec spec = specOf("a-0");
    spec.deployment.resources.memory_bytes = 4096;  // less than sleep needs
    ProcessHandle process;
    {
      const auto before = make();
      const auto launched = before->start(spec);
      QVERIFY(launched.ok());
      process = launched->process;
      started_.push_back(process);
    }
    const auto launcher = make();  // the limit outlives a restart of the control plane
    std::optional<std::string> text;
    QTRY_VERIFY(text.has_value() || (text = launcher->poll("a-0", process)).has_value());
    QVERIFY2(text->find("its limit is") != std::string::npos, text->c_str());
    QVERIFY(!isRunning(process));
    QVERIFY(!std::filesystem::exists(dir_->path() / "processes" / "a-0.memory"));
  }

  void runningReplicaIsNotStartedTwice() {
    const auto launcher = make();
    const LaunchedReplica first = startIn(*launcher, "a-0");
    const LaunchedReplica second = startIn(*launcher, "a-0");
    QVERIFY(first.process == second.process);
  }

  void nextLauncherFindsWhatRuns() {
    ProcessHandle process;
    {
      const auto before = make();
      process = startIn(*before, "a-0").process;
      startIn(*before, "a-1");
    }
    const auto after = make();
    const auto list = after->list();
    QVERIFY(list.ok());
    QCOMPARE(list->size(), std::size_t(2));
    QVERIFY(!after->poll("a-0", process).has_value());
    QVERIFY(startIn(*after, "a-0").process == process);
  }

  void processIsFoundWithoutItsPidFile() {
    const auto launcher = make();
    const ProcessHandle process = startIn(*launcher, "a-0").process;
    QVERIFY(std::filesystem::remove(dir_->path() / "processes" / "a-0.pid"));
    const auto list = make()->list();
    QVERIFY(list.ok());
    QCOMPARE(list->size(), std::size_t(1));
    QVERIFY(list->front().process == process);
  }

  void anotherDirectorysProcessIsNotOurs() {
    const auto launcher = make();
    startIn(*launcher, "a-0");
    auto other = TempDir::create();
    LocalProcessLauncher::Options options;
    options.state_dir = other->path();
    options.run_dir = other->path() / "run";
    options.command = [this](const ReplicaSpec&) { return command_; };
    const auto stranger = LocalProcessLauncher::create(options);
    QVERIFY(writeFileAtomic(other->path() / "processes" / "a-0.argv", std::string("/bin/sleep\0"
                                                                                  "600\0",
                                                                                  15))
                .ok());
    QVERIFY((*stranger)->list()->empty());
  }

  void reusedPidIsNotSignalled() {
    const auto launcher = make();
    const ProcessHandle process = startIn(*launcher, "a-0").process;
    const ProcessHandle later{process.pid, process.start_ticks + 1};
    QVERIFY(launcher->stop("a-0", later, true).ok());
    QVERIFY(isRunning(process));
    QVERIFY(launcher->poll("a-0", later).has_value());
    QVERIFY(!launcher->poll("a-0", process).has_value());
  }

  void missingProgramIsRefusedByName() {
    const auto launcher = make();
    command_ = {"/nowhere/aerie-worker"};
    const auto launched = launcher->start(specOf("a-0"));
    QVERIFY(absl::IsFailedPrecondition(launched.status()));
    QVERIFY(messageOf(launched.status()).find("/nowhere/aerie-worker") != std::string::npos);
    QVERIFY(launcher->list()->empty());
  }

  void largeLogIsPutAsideAtTheNextStart() {
    const auto launcher = make();
    const auto log = launcher->logOf("a-0");
    QVERIFY(writeFileAtomic(log, std::string(101, 'x')).ok());
    startIn(*launcher, "a-0");
    QCOMPARE(std::filesystem::file_size(log.string() + ".1"), std::uintmax_t(101));
    QCOMPARE(std::filesystem::file_size(log), std::uintmax_t(0));
  }

  void socketPathsStayShort() {
    const auto launcher = make();
    const auto url = launcher->urlOf(std::string(120, 'e') + "-0");
    QVERIFY(url.ok());
    QVERIFY(url->size() < 100 + 5);
    QVERIFY(*url != *launcher->urlOf(std::string(120, 'e') + "-1"));
    LocalProcessLauncher::Options options;
    options.state_dir = dir_->path();
    options.run_dir = dir_->path() / std::string(90, 'd');
    options.command = [this](const ReplicaSpec&) { return command_; };
    QVERIFY(absl::IsFailedPrecondition(LocalProcessLauncher::create(options).status()));
  }
};

QTEST_GUILESS_MAIN(TstLocalProcessLauncher)
#include "tst_local_process_launcher.moc"
