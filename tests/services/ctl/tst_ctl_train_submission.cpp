#include <QtTest>

#include "core/base/files.h"
#include "core/training/job_file.h"
#include "services/ctl/train_submission.h"
#include "tests/status_checks.h"

using namespace aerie;
using ctl::prepareSubmission;
using ctl::withSettings;

namespace {

constexpr char kHere[] = "127.0.0.1:7720";
constexpr char kJob[] = R"(application: zones
environment:
  variables: {OMP_NUM_THREADS: "1", EMPTY: "null"}
  python: {requirements: lock/requirements.txt}
tasks:
  each: {zone: zones.csv, month: 1..12}
  command: [train, --zone, "{zone}", --month, "{month}"]
limits: {retries: 2}
publish: {model: zones}
)";

const training::ReadFile kNoFiles = [](const std::string& path) -> absl::StatusOr<std::string> {
  return path == "zones.csv" ? absl::StatusOr<std::string>("zone\nATL\n") : notFound("{}", path);
};

}  // namespace

class TstCtlTrainSubmission : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    folder_.emplace(*TempDir::create());
    write("job.yaml", kJob);
    write("zones.csv", "zone,flights\nATL,100\n\"a; rm -rf ~ $(id) `x`\",5\n");
    write("lock/requirements.txt", "xgboost==1.7.4\n");
  }
  void cleanup() { folder_.reset(); }

  void whatTheJobFileNamesTravels() {
    const auto made = prepareSubmission(path("job.yaml"), {}, kHere);
    AERIE_VERIFY_OK(made);
    QCOMPARE(made->request.job_file(), std::string(kJob));
    QCOMPARE(made->request.job_file_name(), std::string("job.yaml"));
    QCOMPARE(made->request.files_size(), 2);
    QCOMPARE(made->request.files(0).path(), std::string("lock/requirements.txt"));
    QCOMPARE(made->request.files(0).content(), std::string("xgboost==1.7.4\n"));
    QCOMPARE(made->request.files(1).path(), std::string("zones.csv"));
    QVERIFY(made->request.files(1).content().find("$(id) `x`") != std::string::npos);
    QVERIFY(made->request.working_dir_path().empty() && !made->working_dir);
  }

  void aWorkingDirectoryStaysWhereTheDaemonIs() {
    write("src/train.py", "print(1)");
    write("src/data.parquet", "x");
    write("job.yaml",
          "application: a\nenvironment: {working_dir: src, exclude: [\"*.parquet\"]}\n"
          "tasks: {command: [python3, train.py]}\n");
    const auto made = prepareSubmission(path("job.yaml"), {}, kHere);
    AERIE_VERIFY_OK(made);
    QCOMPARE(made->request.working_dir_path(), std::filesystem::canonical(folder_->path() / "src").string());
    QCOMPARE(made->working_dir->files.size(), std::size_t{1});
    QVERIFY(!made->upload);
    const auto far = prepareSubmission(path("job.yaml"), {}, "train.example.org:7720");
    AERIE_VERIFY_OK(far);
    QVERIFY(far->upload && far->request.working_dir_path().empty());
  }

  void howLargeAWorkingDirectoryMayBeIsForTheDaemonToSay() {
    write("src/data.bin", "x");
    std::filesystem::resize_file(path("src/data.bin"), 600U << 20);  // takes no room
    write("job.yaml", "application: a\nenvironment: {working_dir: src}\ntasks: {command: [t]}\n");
    const auto made = prepareSubmission(path("job.yaml"), {}, kHere);
    AERIE_VERIFY_OK(made);
    QCOMPARE(made->working_dir->total_bytes, std::uint64_t{600U << 20});
  }

  void mistakesNameFileLineAndRemedy_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* tasks, const char* message) {
      QTest::newRow(name) << QString("application: a\ntasks:\n  %1\n").arg(tasks) << message;
    };
    row("unknown placeholder", "{each: {zone: zones.csv}, command: [t, \"{zon}\"]}", "did you mean {zone}?");
    row("one text instead of arguments", "{command: \"train --all\"}", "no shell splits it");
    row("a program from a list", "{each: {zone: zones.csv}, command: [\"{zone}\"]}",
        "lists are data, not programs");
    row("an output that leads out", "{each: {zone: [\"../x\"]}, command: [t], outputs: [\"{zone}\"]}",
        "../x");
    row("an absolute output", "{command: [t], outputs: [/etc/passwd]}", "must be relative");
    row("a list above the job file", "{each: {zone: ../zones.csv}, command: [t]}",
        "leaves the job's directory");
    row("a list that is not there", "{each: {zone: none.csv}, command: [t]}", "none.csv");
    row("a list without the column", "{each: {town: zones.csv}, command: [t]}", "has no column 'town'");
    row("too many tasks", "{each: {a: 1..1000, b: 1..1000}, command: [t]}", "makes more than 100000 tasks");
    row("an unknown field", "{command: [t], comand: [t]}", "comand");
  }
  void mistakesNameFileLineAndRemedy() {
    QFETCH(QString, yaml);
    QFETCH(QString, message);
    write("job.yaml", yaml.toStdString());
    const auto made = prepareSubmission(path("job.yaml"), {}, kHere);
    QCOMPARE(made.status().code(), absl::StatusCode::kInvalidArgument);
    const std::string text = messageOf(made.status());
    QVERIFY2(text.find(message.toStdString()) != std::string::npos, text.c_str());
    QVERIFY2(text.find("job.yaml: tasks") != std::string::npos, text.c_str());
  }

  void aMissingWorkingDirectoryIsTheCallersMistake() {
    write("job.yaml", "application: a\nenvironment: {working_dir: none}\ntasks: {command: [t]}\n");
    AERIE_VERIFY_FAILS(prepareSubmission(path("job.yaml"), {}, kHere), absl::StatusCode::kInvalidArgument,
                       "environment.working_dir: ");
    write("job.yaml", "application: a\nenvironment: {working_dir: ../..}\ntasks: {command: [t]}\n");
    AERIE_VERIFY_FAILS(prepareSubmission(path("job.yaml"), {}, kHere), absl::StatusCode::kInvalidArgument,
                       "leaves the job's directory");
  }

  void aLockFileThatIsNotThereIsNamed() {
    std::filesystem::remove(folder_->path() / "lock/requirements.txt");
    AERIE_VERIFY_FAILS(prepareSubmission(path("job.yaml"), {}, kHere), absl::StatusCode::kInvalidArgument,
                       "environment.python.requirements");
  }

  void linksThatLeadOutAreNotPacked() {
    std::filesystem::remove(folder_->path() / "zones.csv");
    std::filesystem::create_symlink("/etc/passwd", folder_->path() / "zones.csv");
    AERIE_VERIFY_FAILS(prepareSubmission(path("job.yaml"), {}, kHere), absl::StatusCode::kInvalidArgument,
                       "leads out of");
  }

  void filesOver32MiBAreRefused() {
    write("lock/requirements.txt", std::string(20U << 20, '#'));
    std::string list = "zone,note\n";
    for (int row = 0; row < 20; ++row) list += fmt::format("Z{},{}\n", row, std::string(1'000'000, 'x'));
    write("zones.csv", list);
    AERIE_VERIFY_FAILS(prepareSubmission(path("job.yaml"), {}, kHere), absl::StatusCode::kInvalidArgument,
                       "at most 32 MiB");
  }

  void settingsReplaceFields() {
    const auto changed = withSettings(
        kJob, {"limits.retries=5", "tasks.each.month=[3, 4]", "publish=", "cluster.engine=simulated",
               "cluster.cpus_per_host=4", "limits.timeout=10m", "environment.variables.NOTE='a: b=c'",
               "environment.python=", "nothing.of.this="});
    AERIE_VERIFY_OK(changed);
    const auto spec = training::parseJobFile(*changed, "job.yaml", kNoFiles);
    AERIE_VERIFY_OK(spec);
    QCOMPARE(spec->limits.retries, 5);
    QCOMPARE(spec->limits.timeout_ms, std::int64_t{600'000});
    QCOMPARE(spec->tasks.each[1].values.size(), std::size_t{2});
    QVERIFY(!spec->publish && spec->environment.requirements.empty());
    QCOMPARE(spec->cluster.engine, training::Engine::kSimulated);
    QCOMPARE(spec->environment.variables.at("NOTE"), std::string("a: b=c"));
    // What was quoted is still text.
    QCOMPARE(spec->environment.variables.at("EMPTY"), std::string("null"));
    QCOMPARE(spec->environment.variables.at("OMP_NUM_THREADS"), std::string("1"));
    QCOMPARE(spec->tasks.command.size(), std::size_t{5});
  }

  void wrongSettingsAreNamed_data() {
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("message");
    QTest::newRow("no value") << "limits.retries"
                              << "must be FIELD=VALUE";
    QTest::newRow("no field") << "=3"
                              << "must be FIELD=VALUE";
    QTest::newRow("an empty part") << "limits..retries=3"
                                   << "has an empty part";
    QTest::newRow("below a value") << "application.name=x"
                                   << "application is not a map";
    QTest::newRow("no YAML") << "limits.retries=[1"
                             << "--set 'limits.retries=[1'";
    QTest::newRow("an unknown field") << "limits.retris=3"
                                      << "(with --set limits.retris=3)";
    QTest::newRow("a wrong value") << "limits.retries=many"
                                   << "(with --set limits.retries=many)";
  }
  void wrongSettingsAreNamed() {
    QFETCH(QString, setting);
    QFETCH(QString, message);
    const auto made = prepareSubmission(path("job.yaml"), {setting.toStdString()}, kHere);
    AERIE_VERIFY_FAILS(made, absl::StatusCode::kInvalidArgument, message.toStdString());
  }

 private:
  std::string path(const std::string& name) const { return (folder_->path() / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    AERIE_VERIFY_OK(writeFileAtomic(folder_->path() / name, text));
  }
  std::optional<TempDir> folder_;
};

QTEST_GUILESS_MAIN(TstCtlTrainSubmission)
#include "tst_ctl_train_submission.moc"
