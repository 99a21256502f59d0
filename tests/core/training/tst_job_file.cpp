// Job files: what is accepted, what is refused and in which words; tasks, their ids and commands.
#include <QtTest>
#include <filesystem>
#include <set>

#include "core/base/files.h"
#include "core/training/job_spec_json.h"
#include "core/training/quantity.h"
#include "tests/core/training/training_samples.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::training;
using namespace aerie::training::test;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) qFatal("the sample has no '%s'", from.c_str());
  return text.replace(at, from.size(), to);
}

std::string withTasks(const std::string& tasks) { return "application: a\ntasks:\n" + tasks; }

}  // namespace

class TstJobFile final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyFieldIsRead() {
    const auto spec = parse(kWholeFile);
    AERIE_VERIFY_OK(spec);
    QCOMPARE(spec->application, std::string("arrival_delay_zones"));
    QCOMPARE(spec->cluster.cpus_per_host, 2);
    QCOMPARE(spec->cluster.memory_per_host, 8LL << 30);
    QCOMPARE(spec->cluster.idle_timeout_ms, 90'000);
    QCOMPARE(spec->cluster.price_per_host_hour, 0.6);
    QCOMPARE(spec->environment.variables.at("OMP_NUM_THREADS"), std::string("1"));
    QCOMPARE(spec->environment.requirements, std::string("requirements.txt"));
    QCOMPARE(spec->tasks.each.size(), std::size_t{3});
    QCOMPARE(spec->tasks.each[0].values, (std::vector<std::string>{"ATL", "ORD"}));
    QCOMPARE(spec->tasks.each[1].values, (std::vector<std::string>{"1", "2", "3"}));
    QCOMPARE(spec->resources, (Resources{500, 512LL << 20}));
    QCOMPARE(spec->limits.timeout_ms, 600'000);
    QCOMPARE(spec->limits.memory_growth, 2.0);
    QCOMPARE(spec->limits.memory_limit, 4LL << 30);
    QCOMPARE(spec->priority, 3);
    QVERIFY(spec->publish.has_value());
  }
  void storedFormIsTheSame() {
    const auto spec = parse(kWholeFile);
    AERIE_VERIFY_OK(spec);
    const auto again = jobSpecFromJson(toJson(*spec));
    AERIE_VERIFY_OK(again);
    QCOMPARE(toJson(*again), toJson(*spec));
    AERIE_VERIFY_FAILS(jobSpecFromJson("{\"application\": 3}"), absl::StatusCode::kDataLoss, "damaged");
  }

  void refusalsNameFieldAndRemedy_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* from, const char* to, const char* message) {
      QTest::newRow(name) << from << to << message;
    };
    row("unknown field", "priority: 3", "prioritty: 3", "did you mean 'priority'?");
    row("unknown engine", "engine: local", "engine: slurm", "cluster.engine (line 2): 'slurm' is not known");
    row("two local hosts", "hosts: 1", "hosts: 2", "the local engine has one host");
    row("no host", "hosts: 1", "hosts: 0", "cluster.hosts (line 2): 0 must be from 1");
    row("ray without cpus", "engine: local, hosts: 1, cpus_per_host: 2", "engine: ray, hosts: 1",
        "engine ray needs the CPUs of each host");
    row("time without unit", "idle_timeout: 90s", "idle_timeout: 90", "'90' is not a time with a unit");
    row("time unit unknown", "timeout: 10m", "timeout: 10 min", "is not a time with a unit");
    row("negative time", "timeout: 10m", "timeout: -10m", "is not a time with a unit");
    row("time too long", "timeout: 10m", "timeout: 900d",
        "limits.timeout (line 13): must be from 1 s to 720 h");
    row("memory without unit", "memory: 512MiB", "memory: 512", "write it as 512MiB");
    row("memory in wrong case", "memory: 512MiB", "memory: 512mib", "write it as 512MiB");
    row("memory beyond the host", "memory: 512MiB", "memory: 9GiB", "9 GiB fit no host of 8 GiB");
    row("cpus beyond the host", "cpus: 0.5", "cpus: 3", "3 CPUs fit no host of 2 CPUs");
    row("no cpu", "cpus: 0.5", "cpus: 0", "must be a number of CPUs from 0.1 to 1024");
    row("growth without memory", "resources: {cpus: 0.5, memory: 512MiB}", "resources: {cpus: 0.5}",
        "needs resources.memory to grow from");
    row("too many retries", "retries: 3", "retries: 101",
        "limits.retries (line 13): 101 must be from 0 to 100");
    row("order unknown", "longest_first", "shortest_first", "use one of: as_listed, longest_first");
    row("priority too high", "priority: 3", "priority: 11", "11 must be from -10 to 10");
    row("publish unknown", "when: all_succeeded", "when: always", "use one of: all_succeeded, any_succeeded");
    row("application is a path", "application: arrival_delay_zones", "application: ../x", "application");
    row("requirements outside", "requirements: requirements.txt", "requirements: ../r.txt",
        "'../r.txt' leaves the job's directory");
    row("requirements absolute", "requirements: requirements.txt", "requirements: /etc/passwd",
        "must be relative to the job file");
    row("working dir outside", "working_dir: .", "working_dir: a/../..", "leaves the job's directory");
    row("reserved variable", "OMP_NUM_THREADS", "LD_PRELOAD", "is set by Aerie or the system");
    row("variable name", "OMP_NUM_THREADS", "\"A B\"", "is no name of a variable");
    row("list file missing", "zones.csv", "zoness.csv", "file zoness.csv is not there");
    row("list file outside", "zones.csv", "../zones.csv", "leaves the job's directory");
    row("range backwards", "1..3", "3..1", "must go from a lower to a higher number");
    row("range too long", "1..3", "1..200000", "at most 100000 are allowed");
    row("too many tasks", "1..3", "1..90000", "makes more than 100000 tasks");
    row("value twice", "[departure, arrival]", "[arrival, arrival]", "holds 'arrival' twice; keep one");
    row("value empty", "[departure, arrival]", "[\"\", arrival]", "holds an empty value");
    row("value with line break", "[departure, arrival]", "[\"a\\nb\", arrival]", "control character");
    row("value with zero byte", "[departure, arrival]", "[\"a\\0b\", arrival]", "control character");
    row("list empty", "[departure, arrival]", "[]", "is empty; give a CSV file");
    row("placeholder unknown", "\"{kind}\"", "\"{knd}\"",
        "placeholder {knd} is not known; did you mean {kind}?");
    row("placeholder open", "\"{kind}\"", "\"{kind\"", "without its '}'");
    row("placeholder closed", "\"{kind}\"", "\"kind}\"", "without its '{'");
    row("placeholder is the program", "[aerie-train-xgboost,", "[\"{zone}\",",
        "the program itself must not hold");
    row("built-in name taken", "kind: [departure", "task: [departure", "is filled in by Aerie");
    row("output outside", "model-{zone}.ubj", "../model.ubj",
        "tasks.outputs (line 11): '../model.ubj' leaves");
    row("output is a directory", "model-{zone}.ubj", "models/", "names a directory");
    row("output by job directory", "model-{zone}.ubj", "{output_dir}/m",
        "placeholder {output_dir} is not known");
  }
  void refusalsNameFieldAndRemedy() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, message);
    const auto spec = parse(replaced(kWholeFile, from.toStdString(), to.toStdString()));
    AERIE_VERIFY_FAILS(spec, absl::StatusCode::kInvalidArgument, "job.yaml");
    AERIE_VERIFY_FAILS(spec, absl::StatusCode::kInvalidArgument, message.toStdString());
  }

  void listFilesAreCheckedRowByRow_data() {
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("message");
    QTest::newRow("other column") << "airport\nATL\n"
                                  << "has no column 'zone', only: airport";
    QTest::newRow("no rows") << "zone\n"
                             << "has no rows";
    QTest::newRow("gap") << "zone,x\nATL,1\n,2\n"
                         << "has no 'zone' in data row 2";
    QTest::newRow("twice") << "zone\nATL\nATL\n"
                           << "holds 'ATL' twice";
    QTest::newRow("not UTF-8") << QString() << "UTF-8";
    QTest::newRow("path in an output name") << "zone\n../../etc\n"
                                            << "'../../etc' cannot be part of a file name";
    QTest::newRow("dots as an output name") << "zone\n..\n"
                                            << "cannot be part of a file name";
  }
  void listFilesAreCheckedRowByRow() {
    QFETCH(QString, csv);
    QFETCH(QString, message);
    const std::string text = csv.isEmpty() ? std::string("zone\n\xff\xfe\n") : csv.toStdString();
    AERIE_VERIFY_FAILS(parse(kWholeFile, text), absl::StatusCode::kInvalidArgument, message.toStdString());
  }

  void oneShellLineIsRefused() {
    AERIE_VERIFY_FAILS(parse(withTasks("  command: \"rm -rf /\"\n")), absl::StatusCode::kInvalidArgument,
                       "no shell splits it");
  }
  void jobWithoutListsIsOneTask() {
    const auto spec = parse(withTasks("  command: [train]\n"));
    AERIE_VERIFY_OK(spec);
    const auto tasks = expandTasks(*spec);
    AERIE_VERIFY_OK(tasks);
    QCOMPARE(tasks->size(), std::size_t{1});
    QCOMPARE(tasks->front().id, std::string("all"));
  }

  void shellCharactersAreData_data() {
    QTest::addColumn<QString>("zone");
    for (const char* zone : {"$(reboot)", "`id`", "; rm -rf /", "a b", "'", "\"", "{output_dir}", "-rf", "*",
                             "&& x", "../../etc/passwd", "Zürich"})
      QTest::newRow(zone) << zone;
  }
  void shellCharactersAreData() {
    QFETCH(QString, zone);
    JobSpec spec;
    spec.application = "a";
    spec.tasks.each = {{"zone", {zone.toStdString()}, "list"}};
    spec.tasks.command = {"train", "--zone={zone}", "{{literal}}"};
    const auto tasks = expandTasks(spec);
    AERIE_VERIFY_OK(tasks);
    const TaskCommand command = commandOf(spec, tasks->front(), "7", "/out");
    QCOMPARE(command.arguments,
             (std::vector<std::string>{"train", "--zone=" + zone.toStdString(), "{literal}"}));
    const std::string id = tasks->front().id;
    QVERIFY2(id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.~") ==
                 std::string::npos,
             id.c_str());
    QVERIFY(id.size() <= 64 && id != "." && id != ".." && id[0] != '-');
  }

  void tasksAreTheCrossProductLastListFastest() {
    const auto spec = parse(kWholeFile);
    AERIE_VERIFY_OK(spec);
    const auto tasks = expandTasks(*spec);
    AERIE_VERIFY_OK(tasks);
    QCOMPARE(tasks->size(), std::size_t{12});
    QCOMPARE(tasks->at(0).id, std::string("ATL.1.departure"));
    QCOMPARE(tasks->at(1).id, std::string("ATL.1.arrival"));
    QCOMPARE(tasks->at(11).id, std::string("ORD.3.arrival"));
    const TaskCommand command = commandOf(*spec, tasks->at(1), "7", "/out/x");
    QCOMPARE(command.arguments.back(), std::string("/out/x"));
    QCOMPARE(command.outputs, (std::vector<std::string>{"model-ATL.ubj"}));
  }
  void idsDependOnValuesAlone() {
    const std::vector<Dimension> each{{"zone", {}, ""}, {"month", {}, ""}};
    QCOMPARE(taskId(each, {"ATL", "7"}), std::string("ATL.7"));
    // Values that would read the same stay apart.
    std::set<std::string> ids;
    for (const auto& values : std::vector<std::vector<std::string>>{{"a.b", "c"},
                                                                    {"a", "b.c"},
                                                                    {"a_b", "c"},
                                                                    {"a/b", "c"},
                                                                    {"a b", "c"},
                                                                    {std::string(200, 'x'), "1"},
                                                                    {std::string(201, 'x'), "1"}})
      QVERIFY(ids.insert(taskId(each, values)).second);
    QCOMPARE(taskId(each, {"a b", "c"}), taskId(each, {"a b", "c"}));
  }
  void aHundredThousandTasksAreExpanded() {
    JobSpec spec = numbered(100'000);
    const auto tasks = expandTasks(spec);
    AERIE_VERIFY_OK(tasks);
    QCOMPARE(tasks->size(), std::size_t{100'000});
    spec.tasks.each.push_back({"two", {"a", "b"}, "list"});
    AERIE_VERIFY_FAILS(expandTasks(spec), absl::StatusCode::kInvalidArgument, "more than 100000 tasks");
  }

  void linksOutOfTheDirectoryAreRefused() {
    const auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    const auto outside = TempDir::create();
    AERIE_VERIFY_OK(outside);
    AERIE_VERIFY_OK(writeFileAtomic(outside->path() / "zones.csv", "zone\nATL\n"));
    AERIE_VERIFY_OK(writeFileAtomic(dir->path() / "in.csv", "zone\nATL\n"));
    std::filesystem::create_symlink(outside->path() / "zones.csv", dir->path() / "out.csv");
    const ReadFile read = readFilesOf(dir->path().string());
    AERIE_VERIFY_OK(read("in.csv"));
    AERIE_VERIFY_FAILS(read("out.csv"), absl::StatusCode::kInvalidArgument, "leads out of");
  }

  void quantitiesReadBack_data() {
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64{56'000} << "56 s";
    QTest::newRow("minutes") << qint64{200'000} << "3 min 20 s";
    QTest::newRow("hours") << qint64{3'900'000} << "1 h 05 min";
    QTest::newRow("milliseconds") << qint64{250} << "250 ms";
  }
  void quantitiesReadBack() {
    QFETCH(qint64, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(durationText(value)), text);
  }
};

QTEST_APPLESS_MAIN(TstJobFile)
#include "tst_job_file.moc"
