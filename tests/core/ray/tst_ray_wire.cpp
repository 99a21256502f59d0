#include <QtTest>
#include <filesystem>

#include "core/base/files.h"
#include "core/ray/package.h"
#include "core/ray/wire.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

ray::Version version(int major, int minor) {
  return {"4", fmt::format("{}.{}.0", major, minor), "", major, minor};
}

ray::JobSpec spec() {
  ray::JobSpec out;
  out.submission_id = "zones-1";
  out.command = {"python", "aerie_driver.py", "plan.json"};
  return out;
}

}  // namespace

class TstRayWire : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void argumentsMeetRaysShellQuoted() {
    QCOMPARE(*ray::shellQuoted({"a b", "it's", "$(id);`id`", ""}),
             std::string("'a b' 'it'\\''s' '$(id);`id`' ''"));
    AERIE_VERIFY_FAILS(ray::shellQuoted({std::string("a\0b", 3)}), absl::StatusCode::kInvalidArgument, "NUL");
  }

  void aSubmissionHasNoFieldThatIsNotAskedFor() {
    QCOMPARE(
        *ray::submitBody(spec(), version(2, 55)),
        std::string(R"({"entrypoint":"'python' 'aerie_driver.py' 'plan.json'","submission_id":"zones-1"})"));
    ray::JobSpec full = spec();
    full.working_dir = "gcs://_ray_pkg_1.zip";
    full.variables = {{"A", "1"}};
    full.pip = {"numpy==1.0"};
    full.metadata = {{"job", "7"}};
    full.cpus = 0.5;
    full.memory = 1 << 20;
    const std::string body = *ray::submitBody(full, version(2, 8));
    for (const char* part :
         {R"("runtime_env":{"env_vars":{"A":"1"},"pip":["numpy==1.0"],"working_dir":"gcs://_ray_pkg_1.zip"})",
          R"("entrypoint_num_cpus":0.5)", R"("entrypoint_memory":1048576)", R"("metadata":{"job":"7"})"})
      QVERIFY2(body.find(part) != std::string::npos, body.c_str());
    AERIE_VERIFY_FAILS(ray::submitBody(full, version(2, 7)), absl::StatusCode::kFailedPrecondition,
                       "2.8 or newer");
    AERIE_VERIFY_FAILS(ray::submitBody(full, version(2, 1)), absl::StatusCode::kFailedPrecondition,
                       "2.2 or newer");
  }

  void wrongSubmissionsAreRefused() {
    ray::JobSpec wrong = spec();
    wrong.working_dir = "/home/me/app";
    AERIE_VERIFY_FAILS(ray::submitBody(wrong, version(2, 55)), absl::StatusCode::kInvalidArgument,
                       "upload it first");
    wrong = spec();
    wrong.command.clear();
    AERIE_VERIFY_FAILS(ray::submitBody(wrong, version(2, 55)), absl::StatusCode::kInvalidArgument,
                       "no command");
    wrong = spec();
    wrong.submission_id = "../x";
    AERIE_VERIFY_FAILS(ray::submitBody(wrong, version(2, 55)), absl::StatusCode::kInvalidArgument,
                       "submission id");
  }

  void answersAreRead() {
    const auto v = ray::parseVersion(R"({"version":"4","ray_version":"2.55.1","session_name":"s"})");
    AERIE_VERIFY_OK(v);
    QVERIFY(v->atLeast(2, 55) && !v->atLeast(2, 56) && v->atLeast(1, 99));
    const auto job =
        ray::parseJob(R"({"type":"SUBMISSION","job_id":null,"submission_id":"a","status":"FAILED",
        "message":"exit 1","start_time":1795309976996,"end_time":null,"driver_exit_code":1,"metadata":{"k":"v"}})");
    AERIE_VERIFY_OK(job);
    QVERIFY(job->status == ray::JobStatus::kFailed && job->exit_code == 1 && job->end_ms == 0);
    QCOMPARE(job->start_ms, std::int64_t{1795309976996});
    QVERIFY(ray::parseJob(R"({"status":"SOMETHING_NEW"})")->status == ray::JobStatus::kUnknown);
    const auto nodes =
        ray::parseNodes(R"({"result":true,"msg":"","data":{"summary":[{"hostname":"vm","ip":"10.0.0.1",
        "cpu":12.5,"cpus":[8,4],"mem":[100,60,40.0,40],"loadAvg":[[1.5,1,1],[0.7,0.5,0.5]],"raylet":{"nodeId":"n1","state":"ALIVE",
        "isHeadNode":true,"nodeName":"big","resourcesTotal":{"CPU":16.0,"memory":7.0}}},{"now":1}],
        "nodeLogicalResources":{"n1":"0B/1GiB memory\n3.5/16.0 CPU"}}})");
    AERIE_VERIFY_OK(nodes);
    QCOMPARE(nodes->size(), std::size_t{1});
    const ray::Node& node = nodes->front();
    QVERIFY(node.head && node.slots == 16 && node.slots_used == 3.5 && node.cpu_percent == 12.5 &&
            node.load1 == 1.5);
    QVERIFY(node.memory_total == 100 && node.memory_used == 40 && node.memory_slots == 7);
    QVERIFY(node.name == "big" && node.cores == 8);
    const auto tasks =
        ray::parseTasks(R"({"result":true,"data":{"result":{"total":5,"result":[{"task_id":"t","name":"z",
        "state":"RUNNING","attempt_number":1,"required_resources":{"CPU":1.0},"start_time_ms":10,"end_time_ms":null}]}}})");
    AERIE_VERIFY_OK(tasks);
    QVERIFY(tasks->total == 5 && tasks->tasks.at(0).cpus == 1 && tasks->tasks.at(0).start_ms == 10);
  }

  void hostileAnswersAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html>login</html>");
    QTest::newRow("half") << QByteArray(R"({"result":true,"data":{"summary":[)");
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("other types") << QByteArray(
        R"({"version":1,"ray_version":2,"status":[],"result":"yes","logs":{}})");
    QTest::newRow("a version in words") << QByteArray(R"({"ray_version":"nightly"})");
    QTest::newRow("a version cut off") << QByteArray(R"({"ray_version":"2."})");
    QTest::newRow("inner types") << QByteArray(
        R"({"result":true,"data":{"summary":{},"result":{"result":7}}})");
    QTest::newRow("a list of numbers") << QByteArray("[1,2]");
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("bad UTF-8") << QByteArray("{\"logs\":\"\xff\"}");
  }
  void hostileAnswersAreRefused() {
    QFETCH(QByteArray, json);
    const std::string text = json.toStdString();
    QVERIFY(absl::IsFailedPrecondition(ray::parseVersion(text).status()));
    QVERIFY(absl::IsFailedPrecondition(ray::parseJob(text).status()));
    QVERIFY(absl::IsFailedPrecondition(ray::parseJobs(text).status()));
    QVERIFY(absl::IsFailedPrecondition(ray::parseNodes(text).status()));
    QVERIFY(absl::IsFailedPrecondition(ray::parseTasks(text).status()));
    QVERIFY(absl::IsFailedPrecondition(ray::parseFlag(text, "stopped").status()));
    QVERIFY(absl::IsFailedPrecondition(ray::parseLogs(text).status()));
  }

  void anEnvelopeThatSaysNoIsUnavailable() {
    AERIE_VERIFY_FAILS(ray::parseTasks(R"({"result":false,"msg":"GCS is down"})"),
                       absl::StatusCode::kUnavailable, "GCS is down");
  }

  void aPackageHoldsWhatTheJobNeeds() {
    const auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    const std::filesystem::path root = dir->path();
    for (const char* name : {"train.py", "lib/a.py", ".git/objects/x", "lib/__pycache__/a.pyc",
                             "venv/bin/python", "data/big.csv", "old.log"})
      AERIE_VERIFY_OK(writeFileAtomic(root / name, std::string("content of ") + name));
    std::filesystem::create_symlink("/etc/passwd", root / "link");
    ray::PackageOptions options;
    options.excludes = {"*.log", "data/*.csv"};
    options.extra = {{"aerie_plan.json", "{}"}};
    const auto plan = ray::planPackage(root, options);
    AERIE_VERIFY_OK(plan);
    std::vector<std::string> names;
    for (const ray::PackagedFile& file : plan->files) names.push_back(file.path);
    std::sort(names.begin(), names.end());
    QCOMPARE(names, (std::vector<std::string>{"aerie_plan.json", "lib/a.py", "train.py"}));
    QCOMPARE(plan->skipped_links, std::vector<std::string>{"link"});
    const auto package = ray::makePackage(root, options);
    AERIE_VERIFY_OK(package);
    QVERIFY(package->zip.starts_with("PK"));
    QVERIFY(package->uri().starts_with("gcs://_ray_pkg_") && package->name.size() == 29);
    QCOMPARE(ray::makePackage(root, options)->name, package->name);
    AERIE_VERIFY_OK(writeFileAtomic(root / "train.py", "other"));
    QVERIFY(ray::makePackage(root, options)->name != package->name);
  }

  void aPackageThatIsTooLargeNamesTheLargest() {
    const auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    AERIE_VERIFY_OK(writeFileAtomic(dir->path() / "big.bin", std::string(100'000, 'x')));
    AERIE_VERIFY_OK(writeFileAtomic(dir->path() / "small", "x"));
    ray::PackageOptions options;
    options.max_content = 1000;
    AERIE_VERIFY_FAILS(ray::planPackage(dir->path(), options), absl::StatusCode::kResourceExhausted,
                       "big.bin");
    options = {};
    options.max_upload = 50;
    AERIE_VERIFY_FAILS(ray::makePackage(dir->path(), options), absl::StatusCode::kResourceExhausted,
                       "big.bin");
    options = {};
    options.max_files = 1;
    AERIE_VERIFY_FAILS(ray::planPackage(dir->path(), options), absl::StatusCode::kResourceExhausted,
                       "more than 1");
    AERIE_VERIFY_FAILS(ray::planPackage("/no/such/place", {}), absl::StatusCode::kNotFound, "/no/such/place");
  }
};

QTEST_GUILESS_MAIN(TstRayWire)
#include "tst_ray_wire.moc"
