// A real Ray head on free ports, where packaging/bootstrap --ray has installed one.
#include <QtTest>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/ray/client.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;

namespace {

std::filesystem::path rayHome() {
  if (qEnvironmentVariableIsSet("AERIE_RAY")) return qEnvironmentVariable("AERIE_RAY").toStdString();
  const QString data = qEnvironmentVariable("XDG_DATA_HOME", qEnvironmentVariable("HOME") + "/.local/share");
  return std::filesystem::path(data.toStdString()) / "aerie/ray";
}

// Ports that are free now. All are held until all are chosen, so that they differ.
std::vector<int> freePorts(std::size_t count) {
  std::vector<int> ports;
  std::vector<int> held;
  for (std::size_t i = 0; i < count; ++i) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    socklen_t size = sizeof(address);
    ::bind(fd, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    ports.push_back(ntohs(address.sin_port));
    held.push_back(fd);
  }
  for (const int fd : held) ::close(fd);
  return ports;
}

}  // namespace

class TstRayReal : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    const std::filesystem::path home = rayHome();
    if (!std::filesystem::exists(home / "bin/ray"))
      QSKIP(("Ray is not installed in " + home.string() + "; packaging/bootstrap --ray does that").c_str());
    auto dir = TempDir::create("ar");  // short: Ray makes unix sockets below it
    AERIE_VERIFY_OK(dir);
    dir_ = std::make_unique<TempDir>(*std::move(dir));
    const std::vector<int> ports = freePorts(6);
    url_ = fmt::format("http://127.0.0.1:{}", ports[1]);
    ChildOptions options;
    options.arguments = {(home / "bin/ray").string(),
                         "start",
                         "--head",
                         "--block",
                         "--disable-usage-stats",
                         "--num-cpus=2",
                         "--node-ip-address=127.0.0.1",
                         "--object-store-memory=80000000",
                         "--dashboard-host=127.0.0.1",
                         fmt::format("--port={}", ports[0]),
                         fmt::format("--dashboard-port={}", ports[1]),
                         fmt::format("--dashboard-agent-listen-port={}", ports[2]),
                         fmt::format("--dashboard-agent-grpc-port={}", ports[3]),
                         fmt::format("--metrics-export-port={}", ports[4]),
                         fmt::format("--ray-client-server-port={}", ports[5]),
                         "--temp-dir=" + (dir_->path() / "r").string()};
    options.environment = {
        {"PATH", (home / "bin").string() + ":" + qEnvironmentVariable("PATH").toStdString()},
        {"RAY_USAGE_STATS_ENABLED", "0"},
        {"RAY_GRAFANA_HOST", "DISABLED"},
        {"RAY_enable_worker_prestart", "0"}};
    options.output = dir_->path() / "head.log";
    const auto pid = spawnChild(options);
    AERIE_VERIFY_OK(pid);
    head_ = *pid;
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 120'000);
  }

  void cleanupTestCase() {
    if (head_ <= 0) return;
    (void)signalChild(head_, SIGTERM);
    (void)QTest::qWaitFor([this] { return pollChild(head_).has_value(); }, 20'000);
    (void)signalChild(head_, SIGKILL);
  }

  void tasksRunOnARealClusterAndReportBack() {
    const auto driver = readFile(std::filesystem::path(AERIE_SOURCE_DIR) / "resources/ray/aerie_driver.py");
    AERIE_VERIFY_OK(driver);
    ray::PackageOptions options;
    options.extra = {
        {"aerie_driver.py", *driver},
        {"aerie_plan.json", R"json({"max_in_flight": 2, "retries": 1, "backoff_seconds": 0.1, "tasks": [
                        {"id": "JFK; $(id)", "command": ["sh", "-c", "echo of $ZONE; echo hi > $0/model", "{output_dir}"],
                         "variables": {"ZONE": "JFK"}, "cpus": 1},
                        {"id": "LAX", "command": ["sh", "-c", "exit 3"], "cpus": 0.5}]})json"}};
    const auto package = ray::makePackage({}, options);
    AERIE_VERIFY_OK(package);
    ray::JobSpec spec;
    spec.submission_id = "aerie-test-1";
    spec.command = {"python", "aerie_driver.py", "aerie_plan.json"};
    const auto uri = client_->upload(*package);
    AERIE_VERIFY_OK(uri);
    spec.working_dir = *uri;
    AERIE_VERIFY_OK(client_->submit(spec));
    AERIE_VERIFY_OK(client_->submit(spec));  // again: the same job
    QStringList lines;
    AERIE_VERIFY_OK(client_->tail(spec.submission_id, [&](std::string_view line) {
      lines << QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
      return true;
    }));
    const QString all = lines.join('\n');
    for (const char* part :
         {R"("of JFK\n")", R"("event":"artifact")", R"("state":"retrying")", R"("exited with 3")"})
      QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + "\n" + all));
    QVERIFY2(all.contains(R"("succeeded":1,"failed":1,"cancelled":0)"), qPrintable(all));
    absl::StatusOr<ray::Job> job = client_->job(spec.submission_id);
    QTRY_VERIFY_WITH_TIMEOUT((job = client_->job(spec.submission_id)).ok() && ray::isTerminal(job->status),
                             30'000);
    QVERIFY(job->status == ray::JobStatus::kFailed && job->exit_code == 1);
    absl::StatusOr<ray::TaskPage> tasks = client_->tasks(job->job_id, "");
    QTRY_VERIFY_WITH_TIMEOUT((tasks = client_->tasks(job->job_id, "")).ok() && tasks->tasks.size() == 3,
                             30'000);
    for (const ray::Task& task : tasks->tasks) QCOMPARE(task.state, std::string("FINISHED"));
    AERIE_VERIFY_OK(client_->logs(spec.submission_id));
    AERIE_VERIFY_OK(client_->remove(spec.submission_id));
    QVERIFY(absl::IsNotFound(client_->job(spec.submission_id).status()));
  }

  void aRunningJobStops() {
    ray::JobSpec spec;
    spec.submission_id = "aerie-test-2";
    spec.command = {"sleep", "600"};
    AERIE_VERIFY_OK(client_->submit(spec));
    absl::StatusOr<ray::Job> job = client_->job(spec.submission_id);
    QTRY_VERIFY_WITH_TIMEOUT(
        (job = client_->job(spec.submission_id)).ok() && job->status == ray::JobStatus::kRunning, 60'000);
    QCOMPARE(*client_->stop(spec.submission_id), true);
    QTRY_VERIFY_WITH_TIMEOUT(
        (job = client_->job(spec.submission_id)).ok() && job->status == ray::JobStatus::kStopped, 60'000);
    AERIE_VERIFY_OK(client_->jobs());
  }

  void nodesSayWhatTheyHave() {
    absl::StatusOr<std::vector<ray::Node>> nodes = client_->nodes();
    QTRY_VERIFY_WITH_TIMEOUT((nodes = client_->nodes()).ok() && nodes->size() == 1, 30'000);
    QVERIFY(nodes->front().head && nodes->front().slots == 2 && nodes->front().memory_total > 0);
  }

 private:
  bool ready() {
    auto client = ray::RayClient::connect(url_, {});
    if (!client.ok()) return false;
    client_ = *std::move(client);
    const auto nodes = client_->nodes();
    return nodes.ok() && !nodes->empty();
  }

  std::unique_ptr<TempDir> dir_;
  std::string url_;
  pid_t head_ = 0;
  std::unique_ptr<ray::RayClient> client_;
};

QTEST_GUILESS_MAIN(TstRayReal)
#include "tst_ray_real.moc"
