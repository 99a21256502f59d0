#include <QtTest>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "aerie/v1/training.grpc.pb.h"
#include "core/base/files.h"
#include "core/net/channel.h"
#include "tests/services/ctl/ctl_program.h"
#include "tests/status_checks.h"

using namespace aerie;
using aerie::test::CtlRun;
using nlohmann::json;

#define CTL_VERIFY(run, expected)                                                 \
  do {                                                                            \
    const CtlRun ctl_run_ = (run);                                                \
    QVERIFY2(ctl_run_.code == (expected),                                         \
             fmt::format("exit {}: {}", ctl_run_.code, ctl_run_.output).c_str()); \
  } while (false)
#define CTL_SAYS(run, text) QVERIFY2((run).contains(text), (run).output.c_str())

namespace {

constexpr int kPatience = 60'000;

std::vector<json> lines(const std::string& text) {
  std::vector<json> all;
  for (const QString& line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts)) {
    const json parsed = json::parse(line.toStdString(), nullptr, false);
    if (parsed.is_object()) all.push_back(parsed);
  }
  return all;
}

}  // namespace

// A user's way through `aeriectl train` with a real daemon. Each function has its own daemon and state.
class TstTrainingJourney : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    folder_.emplace(*TempDir::create("aerie-tj"));
    startDaemon();
  }
  void cleanup() {
    // Tasks outlive their daemon: none may outlive the test.
    if (daemon_ > 0) {
      for (const json& job : lines(train({"list", "--state", "running", "-o", "json"}).output))
        train({"cancel", job["id"], "--wait", "--timeout", "30"});
    }
    stopDaemon(SIGTERM);
    folder_.reset();
  }

  void aJobRunsItsTasksAndSaysSo() {
    job("greet",
        "  each: {zone: [ATL, BOS, DEN], month: 1..2}\n"
        "  command: [sh, -c, \"echo hello $1 in $2; echo done > $3/model.txt\", sh, \"{zone}\", \"{month}\", "
        "\"{output_dir}\"]\n"
        "  outputs: [model.txt]\n");
    const CtlRun run = train({"submit", "greet.yaml", "--wait"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "6: 6 succeeded, 0 failed, 0 cancelled, 0 running, 0 pending");
    const std::string id = jobs()[0]["id"];
    const std::vector<json> all = lines(train({"show", id, "--tasks", "-o", "json"}).output);
    QCOMPARE(all.size(), std::size_t{7});
    QCOMPARE(train({"logs", id, "--task", all[1]["id"]}).output, std::string("hello ATL in 1\n"));
    CTL_SAYS(train({"cluster", "list"}), "greet");
    // The next plan knows how long they took.
    const CtlRun plan = train({"plan", "greet.yaml"});
    CTL_VERIFY(plan, 0);
    CTL_SAYS(plan, "6 of 6 tasks have run before");
  }

  void zoneNamesAreArgumentsAndNothingElse() {
    write("zones.csv",
          "zone\n\"$(touch owned)\"\n\"`touch owned`; touch owned\"\n\"--zone\"\n\"a && b | c > owned\"\n"
          "\"../../owned\"\n\"{output_dir}\"\n\"it's \"\"quoted\"\"\"\nZürich ✈\n");
    job("hostile", "  each: {zone: zones.csv}\n  command: [printf, \"%s\\\\n\", \"{zone}\"]\n");
    CTL_VERIFY(train({"submit", "hostile.yaml", "--wait"}), 0);
    const std::string id = jobs()[0]["id"];
    std::set<std::string> said;
    for (const json& task : lines(train({"show", id, "--tasks", "-o", "json"}).output)) {
      if (!task.contains("values")) continue;
      const std::string zone = task["values"]["zone"];
      QCOMPARE(train({"logs", id, "--task=" + task["id"].get<std::string>()}).output, zone + "\n");
      said.insert(zone);
    }
    QCOMPARE(said.size(), std::size_t{8});
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_->path()))
      QVERIFY2(entry.path().filename() != "owned", entry.path().c_str());
  }

  // Past aeriectl, which would refuse them itself.
  void theDaemonRefusesHostileJobFiles_data() {
    QTest::addColumn<QString>("tasks");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("message");
    QTest::newRow("an unknown placeholder") << "{command: [t, \"{zon}\"]}"
                                            << ""
                                            << "{zon} is not known";
    QTest::newRow("an output that leads out") << "{command: [t], outputs: [../../x]}"
                                              << ""
                                              << "leaves the job's directory";
    QTest::newRow("an output by a zone's name")
        << "{each: {z: [\"../../x\", y]}, command: [t], outputs: [\"{z}\"]}"
        << ""
        << "../../x";
    QTest::newRow("too many tasks") << "{each: {a: 1..99999, b: 1..99999}, command: [t]}"
                                    << ""
                                    << "more than 100000 tasks";
    QTest::newRow("a shell line") << "{command: \"t; rm -rf /\"}"
                                  << ""
                                  << "no shell splits it";
    QTest::newRow("a list that did not come") << "{each: {z: z.csv}, command: [t]}"
                                              << ""
                                              << "z.csv";
    QTest::newRow("a file that leads out") << "{each: {z: z.csv}, command: [t]}"
                                           << "../z.csv"
                                           << "../z.csv";
    QTest::newRow("an absolute file") << "{each: {z: z.csv}, command: [t]}"
                                      << "/tmp/z.csv"
                                      << "/tmp/z.csv";
  }
  void theDaemonRefusesHostileJobFiles() {
    QFETCH(QString, tasks);
    QFETCH(QString, file);
    QFETCH(QString, message);
    v1::SubmitTrainingRequest request;
    request.set_job_file("application: hostile\ntasks: " + tasks.toStdString() + "\n");
    request.set_job_file_name("hostile.yaml");
    request.set_request_id("r");
    if (!file.isEmpty()) {
      request.add_files()->set_path(file.toStdString());
      request.mutable_files(0)->set_content("z\na\n");
    }
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    v1::SubmitTrainingResponse response;
    const auto channel = net::connect(address());
    AERIE_VERIFY_OK(channel);
    const grpc::Status status = v1::TrainingService::NewStub(*channel)->Submit(&context, request, &response);
    QVERIFY2(status.error_code() == grpc::StatusCode::INVALID_ARGUMENT, status.error_message().c_str());
    QVERIFY2(status.error_message().find(message.toStdString()) != std::string::npos,
             status.error_message().c_str());
    QVERIFY(jobs().empty());
  }

  void theSameRequestMakesOneJob() {
    job("once", "  command: [\"true\"]\n");
    CTL_VERIFY(train({"submit", "once.yaml", "--request-id", "nightly", "--wait"}), 0);
    const CtlRun again = train({"submit", "once.yaml", "--request-id", "nightly", "--wait"});
    CTL_VERIFY(again, 0);
    CTL_SAYS(again, "accepted before");
    restartDaemon(SIGKILL);
    CTL_VERIFY(train({"submit", "once.yaml", "--request-id", "nightly", "--wait"}), 0);
    QCOMPARE(jobs().size(), std::size_t{1});
  }

  void whatFailedIsToldAndRunsAgain() {
    job("flaky",
        "  each: {zone: [ATL, BOS]}\n  command: [sh, -c, \"echo for $1 >&2; test $1 = ATL || test -e $2\", "
        "sh, "
        "\"{zone}\", " +
            path("repaired") + "]\n",
        "limits: {retries: 1, backoff: 100ms}\n");
    const CtlRun run = train({"submit", "flaky.yaml", "--request-id", "f", "--wait"});
    CTL_VERIFY(run, 1);
    const std::string id = jobs()[0]["id"];
    const CtlRun shown = train({"show", id});
    CTL_SAYS(shown, "BOS   failed  2");
    CTL_SAYS(shown, "exited with 1");
    CTL_SAYS(train({"logs", id, "--task", "BOS", "--attempt", "1"}), "for BOS");
    write("repaired", "");
    CTL_VERIFY(train({"submit", "flaky.yaml", "--request-id", "f", "--resume", "--wait"}), 0);
    CTL_SAYS(train({"show", id}), "2: 2 succeeded");
    CTL_VERIFY(train({"retry", id}), 4);  // there is nothing to do again
  }

  void aTaskThatTakesTooLongIsEnded() {
    job("slow", "  command: [sleep, \"1000\"]\n", "limits: {timeout: 1s, retries: 0}\n");
    CTL_VERIFY(train({"submit", "slow.yaml", "--wait"}), 1);
    CTL_SAYS(train({"show", jobs()[0]["id"], "--tasks"}), "timed out");
  }

  void aKilledTaskIsTriedAgain() {
    job("killed",
        "  command: [sh, -c, \"if ! test -e $1; then touch $1; kill -9 $$; fi\", sh, " + path("flag") + "]\n",
        "limits: {retries: 1, backoff: 100ms}\n");
    CTL_VERIFY(train({"submit", "killed.yaml", "--wait"}), 0);
    CTL_SAYS(train({"show", jobs()[0]["id"], "--tasks"}), "succeeded  2");
  }

  void whatCancelledTasksStartedEndsWithThem() {
    // It ignores SIGTERM, and so does what it started.
    job("stubborn",
        "  command: [sh, -c, \"trap '' TERM; sleep 1000 & echo $! > $1/child; echo $$ > $1/parent; wait\", "
        "sh, " +
            folder_->path().string() + "]\n");
    CTL_VERIFY(train({"submit", "stubborn.yaml"}), 0);
    const std::string id = jobs()[0]["id"];
    QTRY_VERIFY_WITH_TIMEOUT(number("child") > 0 && number("parent") > 0, kPatience);
    const CtlRun cancelled = train({"cancel", id, "--wait"});
    CTL_VERIFY(cancelled, 8);
    for (const char* file : {"child", "parent"})
      QTRY_VERIFY_WITH_TIMEOUT(!processStartTicks(static_cast<pid_t>(number(file))).ok(), kPatience);
    CTL_VERIFY(train({"cancel", id}), 0);  // it is what it shall be
  }

  void aMemoryEaterMeetsItsLimitAndGetsMoreWhenAsked() {
    const std::string command = "  command: [python3, -c, \"b = bytearray(150 << 20); print(len(b))\"]\n";
    job("hungry", command, "resources: {memory: 48MiB}\nlimits: {retries: 0}\n");
    CTL_VERIFY(train({"submit", "hungry.yaml", "--wait"}), 1);
    const std::vector<json> clusters = lines(train({"cluster", "list", "-o", "json"}).output);
    QCOMPARE(clusters.size(), std::size_t{1});
    if (clusters[0]["limits"].get<std::string>().find("cgroup") == std::string::npos)
      QSKIP("without control groups nobody counts what the kernel killed");
    CTL_SAYS(train({"show", jobs()[0]["id"], "--tasks"}), "out of memory");
    job("hungry", command,
        "resources: {memory: 48MiB}\nlimits: {retries: 1, backoff: 100ms, memory_growth: 8}\n");
    CTL_VERIFY(train({"submit", "hungry.yaml", "--wait"}), 0);
  }

  void theDeathOfTheDaemonLosesNothing_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("kill -9") << SIGKILL;
    QTest::newRow("stopped in order") << SIGTERM;
  }
  void theDeathOfTheDaemonLosesNothing() {
    QFETCH(int, signal);
    job("durable",
        "  each: {n: 1..8}\n  command: [sh, -c, \"sleep 0.7; echo $1 >> $2; echo ok > $3/model.txt\", sh, "
        "\"{n}\", " +
            path("runs") + ", \"{output_dir}\"]\n  outputs: [model.txt]\n");
    CTL_VERIFY(train({"submit", "durable.yaml"}), 0);
    const std::string id = jobs()[0]["id"];
    ChildOptions child;
    child.arguments = {test::ctlPath(), "train", "wait", id, "--training", address()};
    child.output = folder_->path() / "wait.log";
    const auto waiting = spawnChild(child);
    AERIE_VERIFY_OK(waiting);
    // One that never reached the daemon would rightly give up at once.
    QTRY_VERIFY_WITH_TIMEOUT(!readFile(child.output).value_or("").empty(), kPatience);
    for (const std::size_t ran : {std::size_t{1}, std::size_t{4}}) {
      QTRY_VERIFY_WITH_TIMEOUT(ranTimes() >= ran, kPatience);
      restartDaemon(signal);
    }
    std::optional<ExitState> state;
    QVERIFY(QTest::qWaitFor([&] { return (state = pollChild(*waiting)).has_value(); }, kPatience));
    QVERIFY2(state->clean(), readFile(child.output).value_or("").c_str());
    std::set<std::string> all;
    for (const QString& line :
         QString::fromStdString(*readFile(path("runs"))).split('\n', Qt::SkipEmptyParts))
      all.insert(line.toStdString());
    QCOMPARE(all.size(), std::size_t{8});
    const json last = lines(train({"show", id, "-o", "json"}).output)[0];
    QCOMPARE(last["tasks"]["succeeded"], json(8));
    QCOMPARE(last["state"], json("TRAINING_JOB_STATE_DONE"));
  }

  void theWorkingDirectoryComesAlong() {
    write("src/train.sh", "cat data/zones.txt; ls\n");
    write("src/data/zones.txt", "ATL\n");
    write("src/big.parquet", std::string(1 << 20, 'x'));
    job("packed", "  command: [sh, train.sh]\n",
        "environment: {working_dir: src, exclude: [\"*.parquet\"], variables: {A: b}}\n");
    const CtlRun run = train({"submit", "packed.yaml", "--wait"});
    CTL_VERIFY(run, 0);
    CTL_SAYS(run, "working directory: 2 files");
    const CtlRun log = train({"logs", jobs()[0]["id"], "--task", "all"});
    CTL_SAYS(log, "ATL\n");
    QVERIFY2(!log.contains("parquet"), log.output.c_str());
  }

  void clustersWithWorkAreNotDeletedByAccident() {
    job("busy", "  command: [sleep, \"1000\"]\n");
    CTL_VERIFY(train({"submit", "busy.yaml"}), 0);
    const std::string name = lines(train({"cluster", "list", "-o", "json"}).output)[0]["name"];
    CTL_VERIFY(train({"cluster", "delete", name}), 4);
    CTL_VERIFY(train({"cluster", "delete", name, "--cancel-jobs", "--wait"}), 0);
    CTL_SAYS(train({"cluster", "list"}), "no clusters");
    CTL_VERIFY(train({"wait", jobs()[0]["id"]}), 8);
    CTL_VERIFY(train({"cluster", "show", name}), 0);  // its history stays
  }

  void waitingHasALimit() {
    job("long", "  command: [sleep, \"1000\"]\n");
    CTL_VERIFY(train({"submit", "long.yaml", "--wait", "--timeout", "1"}), 9);
    CTL_VERIFY(train({"cancel", jobs()[0]["id"], "--wait"}), 8);
    CTL_VERIFY(train({"wait", "999999"}), 3);
  }

  void everyChangeIsSeen() {
    job("seen", "  each: {n: 1..4}\n  command: [sh, -c, \"until [ -e $1 ]; do sleep 0.1; done\", sh, " +
                    path("go") + "]\n");
    CTL_VERIFY(train({"submit", "seen.yaml"}), 0);
    const std::string id = jobs()[0]["id"];
    ChildOptions child;
    child.arguments = {test::ctlPath(), "train", "watch", id, "-o", "json", "--training", address()};
    child.output = folder_->path() / "watch.log";
    const auto watching = spawnChild(child);
    AERIE_VERIFY_OK(watching);
    QTRY_VERIFY_WITH_TIMEOUT(!readFile(child.output).value_or("").empty(), kPatience);
    write("go", "");
    std::optional<ExitState> state;
    QVERIFY(QTest::qWaitFor([&] { return (state = pollChild(*watching)).has_value(); }, kPatience));
    const std::string seen = readFile(child.output).value_or("");
    QVERIFY2(state->clean(), seen.c_str());
    std::set<std::string> succeeded;
    for (const json& line : lines(seen)) {
      if (line.contains("task") && line["task"]["state"] == "TRAINING_TASK_STATE_SUCCEEDED")
        succeeded.insert(line["task"]["id"]);
    }
    QVERIFY2(succeeded.size() == 4, seen.c_str());
  }

 private:
  std::string path(const std::string& name) const { return (folder_->path() / name).string(); }
  std::string address() const { return "unix:" + path("t.sock"); }
  void write(const std::string& name, const std::string& text) const {
    AERIE_VERIFY_OK(writeFileAtomic(folder_->path() / name, text));
  }
  // <name>.yaml with these lines below "tasks:".
  void job(const std::string& name, const std::string& tasks, const std::string& more = "") const {
    write(name + ".yaml", "application: " + name + "\ntasks:\n" + tasks + more);
  }
  CtlRun train(std::vector<std::string> words) const {
    words.insert(words.begin(), "train");
    words.insert(words.end(), {"--training", address()});
    return test::ctl(std::move(words), folder_->path().string());
  }
  std::vector<json> jobs() const { return lines(train({"list", "-o", "json"}).output); }
  long number(const std::string& file) const {
    const auto text = readFile(path(file));
    return text.ok() && text->find('\n') != std::string::npos ? std::stol(*text) : 0;
  }
  std::size_t ranTimes() const {
    const std::string text = readFile(path("runs")).value_or("");
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }

  void startDaemon() {
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-training",
                       "--state-dir",
                       path("state"),
                       "--listen",
                       address(),
                       "--metrics-listen",
                       "127.0.0.1:0",
                       "--address-file",
                       path("address"),
                       "--cpus",
                       "2"};
    child.output = folder_->path() / "daemon.log";
    std::filesystem::remove(path("address"));
    const auto pid = spawnChild(child);
    AERIE_VERIFY_OK(pid);
    daemon_ = *pid;
    QTRY_VERIFY2_WITH_TIMEOUT(std::filesystem::exists(path("address")),
                              readFile(child.output).value_or("").c_str(), kPatience);
  }
  void stopDaemon(int signal) {
    if (daemon_ <= 0) return;
    static_cast<void>(::kill(daemon_, signal));  // it alone: its tasks have their own process groups
    QTRY_VERIFY_WITH_TIMEOUT(pollChild(daemon_).has_value(), kPatience);
    daemon_ = 0;
  }
  void restartDaemon(int signal) {
    stopDaemon(signal);
    startDaemon();
  }
  std::optional<TempDir> folder_;
  pid_t daemon_ = 0;
};

QTEST_GUILESS_MAIN(TstTrainingJourney)
#include "tst_training_journey.moc"
