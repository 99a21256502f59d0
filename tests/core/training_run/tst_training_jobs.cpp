#include <QProcess>

#include "core/base/child_process.h"
#include "tests/core/training_run/coordinator_fixture.h"

using namespace aerie;
using namespace aerie::training;
using aerie::training::test::CoordinatorFixture;
using aerie::training::test::isAlive;
using aerie::training::test::scriptJob;

namespace {

class ScriptedPublisher final : public Publisher {
 public:
  absl::StatusOr<std::string> publish(const PublishInput& input) override {
    MutexLock lock(mutex);
    inputs.push_back(input);
    if (answers.empty()) return std::string("7");
    auto answer = answers.front();
    answers.erase(answers.begin());
    return answer;
  }
  std::size_t asked() {
    MutexLock lock(mutex);
    return inputs.size();
  }
  Mutex mutex;
  std::vector<PublishInput> inputs;
  std::vector<absl::StatusOr<std::string>> answers;
};

const char* const kPublish = "publish: {model: zones, stage: candidate}\n";

}  // namespace

// Real processes under the best limits that this machine has.
class TstTrainingJobs : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void allTasksRunAndLeaveTheirOutputs() {
    CoordinatorFixture f("run");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(
        "application: numbers\ntasks:\n  each: {n: 1..5}\n  command: [sh, -c, 'echo $0 > "
        "$1/out; echo did $0', \"{n}\", \"{output_dir}\"]\n  outputs: [out]\n");
    AERIE_VERIFY_OK(job);
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{5});
    for (const char* task : {"1", "2", "3", "4", "5"}) {
      QCOMPARE(readFile(f.output(*job, task, "out")).value_or(""), std::string(task) + "\n");
      QCOMPARE(f.log(*job, task), "did " + std::string(task) + "\n");
    }
    const auto bars = f->timeline({*job, "", 0, 0, 100});
    AERIE_VERIFY_OK(bars);
    QCOMPARE(bars->bars.size(), std::size_t{5});
    QVERIFY(std::filesystem::is_empty(f->files(*job).root / "attempts"));
  }

  void theSameRequestIsOneJob() {
    CoordinatorFixture f("twice");
    AERIE_VERIFY_OK(f.start());
    const std::string yaml = scriptJob("[a]", "echo x >> " + f.mark("runs"));
    const auto first = f.submit(yaml, "request-1");
    const auto second = f.submit(yaml, "request-1");
    AERIE_VERIFY_OK(first);
    AERIE_VERIFY_OK(second);
    QCOMPARE(*first, *second);
    AERIE_TRY_STATE(f, *first, "done");
    AERIE_VERIFY_FAILS(f.submit(scriptJob("[b]", "true"), "request-1"), absl::StatusCode::kAlreadyExists,
                       "use a new id");
    QCOMPARE(readFile(f.mark("runs")).value_or(""), std::string("x\n"));
    QVERIFY(std::filesystem::is_empty(f.options.state_dir / "jobs" / ".incoming"));
  }

  void failuresAreRetriedThenTold_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<QString>("message");
    const QString twice = "limits: {retries: 1, backoff: 10ms}\n";
    QTest::newRow("fails for good") << "exit 3" << twice << "failed" << 2 << "exited with 3";
    QTest::newRow("succeeds the second time")
        << "if test ! -e MARK; then touch MARK; exit 3; fi" << twice << "done" << 2 << "";
    QTest::newRow("takes too long") << "sleep 60"
                                    << "limits: {retries: 0, timeout: 1s}\n"
                                    << "failed" << 1 << "timed out";
    QTest::newRow("no such program") << "exec /no/such/program"
                                     << "limits: {retries: 0}\n"
                                     << "failed" << 1 << "exited with 127";
  }
  void failuresAreRetriedThenTold() {
    QFETCH(QString, script);
    QFETCH(QString, more);
    QFETCH(QString, state);
    QFETCH(int, attempts);
    QFETCH(QString, message);
    CoordinatorFixture f("fail");
    AERIE_VERIFY_OK(f.start());
    script.replace("MARK", QString::fromStdString(f.mark("once")));
    const auto job = f.submit(scriptJob("[a]", script.toStdString(), more.toStdString()));
    AERIE_VERIFY_OK(job);
    AERIE_TRY_STATE(f, *job, state.toStdString());
    QCOMPARE(f.task(*job, 0).record.attempt, attempts);
    QVERIFY2(f.task(*job, 0).record.message.find(message.toStdString()) != std::string::npos,
             f.task(*job, 0).record.message.c_str());
  }

  void anOutputThatIsMissingFailsTheTask() {
    CoordinatorFixture f("missing");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(
        "application: numbers\ntasks:\n  command: ['true']\n  outputs: [model.ubj]\nlimits: "
        "{retries: 0}\n");
    AERIE_VERIFY_OK(job);
    AERIE_TRY_STATE(f, *job, "failed");
    QVERIFY2(f.task(*job, 0).record.message.find("'model.ubj' is not there") != std::string::npos,
             f.task(*job, 0).record.message.c_str());
    QVERIFY(!std::filesystem::exists(f.output(*job, "all", "")));
  }

  void whatEatsMemoryGetsMoreTheNextTime() {
    CoordinatorFixture f("memory");
    AERIE_VERIFY_OK(f.start());
    if (f->stats().limits == "affinity and rlimit") QSKIP("this machine cannot tell who ran out of memory");
    const auto job = f.submit(
        "application: eater\ntasks:\n  command: [python3, -c, 'x = bytearray(120 << 20)']\nresources: {cpus: "
        "1, memory: "
        "64MiB}\nlimits: {retries: 3, backoff: 10ms, memory_growth: 4}\n");
    AERIE_VERIFY_OK(job);
    AERIE_TRY_STATE(f, *job, "done");
    const TaskRecord task = f.task(*job, 0).record;
    QCOMPARE(task.attempt, 2);
    QCOMPARE(task.request.memory_bytes, std::int64_t{256} << 20);
    const auto bars = f->timeline({*job, "", 0, 0, 100});
    QCOMPARE(std::string(nameOf(bars->bars.front().bar.outcome)), std::string(nameOf(Outcome::kOutOfMemory)));
  }

  void cancelEndsWhatForksAndIgnoresSignals() {
    CoordinatorFixture f("cancel");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(
        scriptJob("1..9", "trap \"\" TERM; (trap \"\" TERM; while :; do sleep 0.05; done) & echo $! > " +
                              f.path().string() + "/pid.$0; wait; wait"));
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(f.marked("pid.1") && f.marked("pid.2"), kTryMs);
    AERIE_VERIFY_OK(f->cancel(*job, {}, "cancel-1"));
    AERIE_VERIFY_OK(f->cancel(*job, {}, "cancel-1"));  // asked again
    AERIE_TRY_STATE(f, *job, "cancelled");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(f.mark("pid.1")) && !isAlive(f.mark("pid.2")), kTryMs);
    QCOMPARE(f.job(*job).counts.cancelled, std::int64_t{9});
  }

  void singleTasksAreCancelledAndTriedAgain() {
    CoordinatorFixture f("single");
    AERIE_VERIFY_OK(f.start());
    const auto job =
        f.submit(scriptJob("[a, b, c]", "until test -e " + f.mark("go") + "; do sleep 0.02; done"));
    AERIE_VERIFY_OK(job);
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{2}, kTryMs);
    const std::vector<std::string> two{"a", "c"};
    AERIE_VERIFY_OK(f->cancel(*job, two, ""));
    const std::vector<std::string> unknown{"z"};
    AERIE_VERIFY_FAILS(f->cancel(*job, unknown, ""), absl::StatusCode::kNotFound, "no task 'z'");
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.cancelled, std::int64_t{2}, kTryMs);
    f.touch("go");
    AERIE_TRY_STATE(f, *job, "failed");
    AERIE_VERIFY_OK(f->retry(*job, {}, ""));
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{3});
  }

  void whyATaskWaitsIsAlwaysTold() {
    CoordinatorFixture f("pending");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("1..5", "until test -e " + f.mark("go") + "; do sleep 0.02; done"));
    AERIE_VERIFY_OK(job);
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{2}, kTryMs);
    for (std::size_t i = 2; i < 5; ++i) {
      const TaskView task = f.task(*job, i);
      QVERIFY(task.pending.has_value());
      QVERIFY(!task.pending->text.empty());
    }
    const auto view = f->job(*job);
    QCOMPARE(view->pending.size(), std::size_t{1});
    QCOMPARE(view->pending.front().tasks, std::int64_t{3});
    f.touch("go");
    AERIE_TRY_STATE(f, *job, "done");
  }

  void jobsShareTheMachine() {
    CoordinatorFixture f("fair");
    AERIE_VERIFY_OK(f.start());
    const std::string script =
        "echo APP >> " + f.mark("order") + "; until test -e " + f.mark("go.$0") + "; do sleep 0.02; done";
    std::string first = script, second = script;
    first.replace(first.find("APP"), 3, "first");
    second.replace(second.find("APP"), 3, "second");
    const auto a = f.submit(scriptJob("[1, 2, 3, 4]", first, "order: as_listed\n", "first"));
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*a).counts.running, std::int64_t{2}, kTryMs);
    const auto b = f.submit(scriptJob("[1, 2, 3, 4]", second, "order: as_listed\n", "second"));
    f.touch("go.1");  // one slot is free: the job that has none gets it, though the other waits longer
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*b).counts.running, std::int64_t{1}, kTryMs);
    for (const char* n : {"go.2", "go.3", "go.4"}) f.touch(n);
    AERIE_TRY_STATE(f, *a, "done");
    AERIE_TRY_STATE(f, *b, "done");
  }

  void idleClustersAreUsedAgainAndThenGo() {
    const ManualClock clock;
    CoordinatorFixture f("idle");
    ManualClock& time = const_cast<ManualClock&>(clock);
    f.options.clock = &clock;
    f.options.sample_every = std::chrono::milliseconds(20);
    AERIE_VERIFY_OK(f.start());
    const auto first = f.submit(scriptJob("[a]", "true"));
    AERIE_VERIFY_OK(first);
    AERIE_TRY_STATE(f, *first, "done");
    QTRY_COMPARE_WITH_TIMEOUT(f.cluster("numbers-1"), std::string("idle"), kTryMs);
    time.advance(std::chrono::minutes(59));
    const auto second = f.submit(scriptJob("[b]", "true"));
    AERIE_VERIFY_OK(second);
    AERIE_TRY_STATE(f, *second, "done");
    QCOMPARE(f.job(*second).cluster, std::string("numbers-1"));
    time.advance(std::chrono::minutes(59));
    QTRY_COMPARE_WITH_TIMEOUT(f.cluster("numbers-1"), std::string("idle"), kTryMs);
    time.advance(std::chrono::minutes(61));
    QTRY_COMPARE_WITH_TIMEOUT(f.cluster("numbers-1"), std::string("gone"), kTryMs);
    const auto third = f.submit(scriptJob("[c]", "true"));
    AERIE_TRY_STATE(f, *third, "done");
    QCOMPARE(f.job(*third).cluster, std::string("numbers-2"));
    AERIE_VERIFY_OK(f->utilisation({"numbers-1", 0, 0, 100, true}));
  }

  void aClusterThatIsNeededIsNotDeleted() {
    CoordinatorFixture f("delete");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[a]", "sleep 60"));
    AERIE_VERIFY_OK(job);
    AERIE_VERIFY_FAILS(f->deleteCluster("numbers-1", false), absl::StatusCode::kFailedPrecondition,
                       "cancel it first");
    AERIE_VERIFY_FAILS(f->deleteCluster("other", false), absl::StatusCode::kNotFound, "'other'");
    AERIE_VERIFY_OK(f->deleteCluster("numbers-1", true));
    AERIE_TRY_STATE(f, *job, "cancelled");
    QTRY_COMPARE_WITH_TIMEOUT(f.cluster("numbers-1"), std::string("gone"), kTryMs);
  }

  void theWorkingDirectoryIsACopy() {
    CoordinatorFixture f("work");
    AERIE_VERIFY_OK(f.start());
    QVERIFY(writeFileAtomic(f.path() / "mine" / "data.txt", "original").ok());
    QVERIFY(writeFileAtomic(f.path() / "mine" / "skip.parquet", "large").ok());
    SubmitInput input;
    input.job_file =
        "application: numbers\nenvironment: {working_dir: mine, exclude: ['*.parquet'], variables: {A: 'b "
        "c'}}\n"
        "tasks: {command: [sh, -c, 'cat data.txt; ls; echo $A; echo changed > data.txt']}\n";
    input.job_file_name = "job.yaml";
    input.working_directory = f.path() / "mine";
    const auto submitted = f->submit(input);
    AERIE_VERIFY_OK(submitted);
    AERIE_TRY_STATE(f, submitted->job.id, "done");
    QCOMPARE(f.log(submitted->job.id, "all"), std::string("originaldata.txt\nb c\n"));
    QCOMPARE(readFile(f.path() / "mine" / "data.txt").value_or(""), std::string("original"));
  }

  void anEnvironmentThatCannotBeBuiltFailsTheJob() {
    CoordinatorFixture f("python");
    f.options.pip_arguments = {"--no-index"};
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(
        "application: numbers\nenvironment: {python: {requirements: requirements.txt}}\ntasks: "
        "{command: ['true']}\n",
        "", {{"requirements.txt", "no-such-package-anywhere==1.0\n"}});
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(f.state(*job) == "failed", 120'000);
    QVERIFY2(f.job(*job).message.find("Python environment") != std::string::npos,
             f.job(*job).message.c_str());
    QVERIFY(f.log(*job, "").find("no-such-package-anywhere") != std::string::npos);
    QCOMPARE(f.job(*job).counts.cancelled, std::int64_t{1});
  }

  // Without a network: the package is a wheel that is made here.
  void tasksImportWhatTheirLockFileNamesAndTheNextJobFindsItBuilt() {
    CoordinatorFixture f("wheel");
    f.options.pip_arguments = {"--no-index", "--find-links", f.path().string()};
    const char* const make =
        "import importlib.util, sys, zipfile\n"
        "if importlib.util.find_spec('ensurepip') is None: sys.exit(3)\n"
        "info = 'aerie_probe-1.0.dist-info/'\n"
        "with zipfile.ZipFile(sys.argv[1] + '/aerie_probe-1.0-py3-none-any.whl', 'w') as z:\n"
        "  z.writestr('aerie_probe.py', 'answer = 6 * 7\\n')\n"
        "  z.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: aerie-probe\\nVersion: 1.0\\n')\n"
        "  z.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: aerie\\nRoot-Is-Purelib: true\\n'\n"
        "             'Tag: py3-none-any\\n')\n"
        "  z.writestr(info + 'RECORD', 'aerie_probe.py,,\\n' + ''.join(\n"
        "             info + n + ',,\\n' for n in ('METADATA', 'WHEEL', 'RECORD')))\n";
    QProcess python;
    python.start("/usr/bin/python3", {"-c", make, QString::fromStdString(f.path().string())});
    QVERIFY(python.waitForFinished(60'000));
    if (python.exitCode() == 3) QSKIP("the package python3-venv is not installed");
    QCOMPARE(python.exitCode(), 0);
    AERIE_VERIFY_OK(f.start());
    const std::string yaml =
        "application: numbers\nenvironment: {python: {requirements: requirements.txt}}\ntasks: {command: "
        "[python, -c, 'import aerie_probe; print(aerie_probe.answer)']}\n";
    const std::map<std::string, std::string> files{{"requirements.txt", "aerie-probe==1.0\n"}};
    for (const char* words : {" is built", "is ready, as built before"}) {
      const auto job = f.submit(yaml, "", files);
      AERIE_VERIFY_OK(job);
      QTRY_VERIFY_WITH_TIMEOUT(f.job(*job).ended_ms > 0, 100'000);
      QVERIFY2(f.state(*job) == "done", (f.job(*job).message + "\n" + f.log(*job, "")).c_str());
      QCOMPARE(f.log(*job, "all"), std::string("42\n"));
      QVERIFY2(f.log(*job, "").find(words) != std::string::npos, f.log(*job, "").c_str());
    }
  }

  void cancelEndsTheBuildOfItsEnvironment() {
    CoordinatorFixture f("build-cancel");
    f.options.python = f.mark("python");
    QVERIFY(
        writeFileAtomic(f.options.python, "#!/bin/sh\necho $$ > " + f.mark("pid") + "; sleep 600\n").ok());
    std::filesystem::permissions(f.options.python, std::filesystem::perms(0755));
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(
        "application: numbers\nenvironment: {python: {requirements: requirements.txt}}\ntasks: "
        "{command: ['true']}\n",
        "", {{"requirements.txt", "# nothing\n"}});
    AERIE_VERIFY_OK(job);
    QTRY_VERIFY_WITH_TIMEOUT(isAlive(f.mark("pid")), kTryMs);
    AERIE_VERIFY_OK(f->cancel(*job, {}, ""));
    AERIE_TRY_STATE(f, *job, "cancelled");
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(f.mark("pid")), kTryMs);
  }

  void aFullDiskDuringABuildIsWaitedOut() {
    CoordinatorFixture f("build-full");
    f.options.prepare_again = std::chrono::milliseconds(20);
    f.options.python = f.mark("python");
    QVERIFY(writeFileAtomic(
                f.options.python,
                "#!/bin/sh\ntest \"$2\" = pip && exit 0\nif mkdir " + f.mark("once") +
                    " 2>/dev/null; then echo 'OSError: [Errno 28] No space left on device'; exit 1; fi\n"
                    "mkdir -p \"$3/bin\" && ln -s \"$0\" \"$3/bin/python\"\n")
                .ok());
    std::filesystem::permissions(f.options.python, std::filesystem::perms(0755));
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(
        "application: numbers\nenvironment: {python: {requirements: requirements.txt}}\ntasks: "
        "{command: ['true']}\n",
        "", {{"requirements.txt", "# nothing\n"}});
    AERIE_VERIFY_OK(job);
    AERIE_TRY_STATE(f, *job, "done");
    QVERIFY(f.log(*job, "").find("the disk is full") != std::string::npos);
  }

  void resultsArePublishedOnce() {
    CoordinatorFixture f("publish");
    ScriptedPublisher publisher;
    publisher.answers = {unavailable("the control plane can't be reached"), std::string("3")};
    f.options.publisher = &publisher;
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[a, b]", "echo $0 > $1/part", kPublish));
    AERIE_VERIFY_OK(job);
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.job(*job).published_version, std::string("3"));
    QCOMPARE(publisher.asked(), std::size_t{2});
    QCOMPARE(publisher.inputs[0].request_id, publisher.inputs[1].request_id);
    QCOMPARE(publisher.inputs[0].results.size(), std::size_t{2});
    QVERIFY(std::filesystem::exists(publisher.inputs[0].results[0].directory / "part"));
    f.stop();
  }

  void aPublicationThatWasRefusedIsTriedAgainOnRequest() {
    CoordinatorFixture f("refused");
    ScriptedPublisher publisher;
    publisher.answers = {invalidArgument("two parts of one zone")};
    f.options.publisher = &publisher;
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[a]", "true", kPublish));
    AERIE_TRY_STATE(f, *job, "failed");
    QVERIFY(f.job(*job).message.find("two parts of one zone") != std::string::npos);
    AERIE_VERIFY_OK(f->retry(*job, {}, ""));
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{1});
    f.stop();
  }

  void jobsThatCannotWorkAreRefused_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("message");
    QTest::newRow("no control plane")
        << QString::fromStdString(scriptJob("[a]", "true", kPublish)) << "--control";
    QTest::newRow("an engine that is not there")
        << "application: a\ncluster: {engine: ray, hosts: 1, cpus_per_host: 1}\ntasks: {command: ['true']}\n"
        << "does not have";
    QTest::newRow("a file that was not sent")
        << "application: a\ntasks: {each: {z: zones.csv}, command: ['true', '{z}']}\n"
        << "'zones.csv' was not sent";
    QTest::newRow("a directory that was not sent")
        << "application: a\nenvironment: {working_dir: .}\ntasks: {command: ['true']}\n"
        << "no working directory was sent";
    QTest::newRow("not YAML at all") << "{{{"
                                     << "job.yaml";
  }
  void jobsThatCannotWorkAreRefused() {
    QFETCH(QString, yaml);
    QFETCH(QString, message);
    CoordinatorFixture f("refuse");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(yaml.toStdString());
    QVERIFY(!job.ok());
    QVERIFY2(messageOf(job.status()).find(message.toStdString()) != std::string::npos,
             toText(job.status()).c_str());
    QCOMPARE(f->jobs({})->size(), std::size_t{0});
    QVERIFY(std::filesystem::is_empty(f.options.state_dir / "jobs" / ".incoming"));
  }

  void utilisationSaysWhatReallyWorked() {
    CoordinatorFixture f("load");
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(scriptJob("[a, b]", "until test -e " + f.mark("go") + "; do :; done"));
    AERIE_VERIFY_OK(job);
    const auto busy = [&] {
      const auto view = f->utilisation({"numbers-1", 0, 0, 100, true});
      return view.ok() && view->summary.slots_mean > 0 && view->summary.busy_mean > 0 &&
             view->series.size() == 2 && !view->series[1].cores.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(busy(), kTryMs);
    f.touch("go");
    AERIE_TRY_STATE(f, *job, "done");
  }

  void oldJobsAreForgottenWithTheirFiles() {
    CoordinatorFixture f("forget");
    f.options.retention.jobs = 1;
    f.options.housekeeping_every = std::chrono::milliseconds(50);
    AERIE_VERIFY_OK(f.start());
    const auto first = f.submit(scriptJob("[a]", "true"));
    AERIE_TRY_STATE(f, *first, "done");
    const std::filesystem::path files = f->files(*first).root;
    const auto second = f.submit(scriptJob("[b]", "true"));
    AERIE_TRY_STATE(f, *second, "done");
    QTRY_VERIFY_WITH_TIMEOUT(absl::IsNotFound(f->job(*first).status()), kTryMs);
    QTRY_VERIFY_WITH_TIMEOUT(!std::filesystem::exists(files), kTryMs);
    QVERIFY(f->oldestRevision() > 0);
    AERIE_VERIFY_OK(f->job(*second));
  }
};

QTEST_GUILESS_MAIN(TstTrainingJobs)
#include "tst_training_jobs.moc"
