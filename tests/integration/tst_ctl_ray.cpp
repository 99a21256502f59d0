// A real Ray brought up by hand, used by a job, and taken down, where packaging/bootstrap --ray has installed
// one.
#include <QtTest>
#include <csignal>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "core/ray/local_cluster.h"
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

class TstCtlRay : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    const std::filesystem::path home = ray::defaultRayHome();
    if (!std::filesystem::exists(home / "bin/ray"))
      QSKIP(("Ray is not installed in " + home.string() + "; packaging/bootstrap --ray does that").c_str());
    folder_.emplace(*TempDir::create("cr"));
    // Where `up` remembers it unless told otherwise; the daemon finds the token there.
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString(folder_->path().string()));
  }
  void cleanupTestCase() {
    if (!folder_) return;
    if (daemon_ > 0) {
      static_cast<void>(::kill(daemon_, SIGTERM));
      QTRY_VERIFY_WITH_TIMEOUT(pollChild(daemon_).has_value(), 60'000);
    }
    CTL_VERIFY(test::ctl({"train", "cluster", "down"}), 0);
  }

  void upWhereSubmitDown() {
    CTL_VERIFY(test::ctl({"train", "cluster", "where"}), 3);
    CTL_VERIFY(
        test::ctl({"train", "cluster", "up", "--engine", "ray", "--hosts", "1", "--cpus-per-host", "2"}), 0);
    const CtlRun where = test::ctl({"train", "cluster", "where", "-o", "json"});
    CTL_VERIFY(where, 0);
    const json found = json::parse(where.output, nullptr, false);
    QVERIFY2(found.is_object() && found.contains("address"), where.output.c_str());
    QCOMPARE(found["hosts"].size(), std::size_t{1});
    QVERIFY(found["hosts"][0]["alive"].get<bool>());
    startDaemon();
    AERIE_VERIFY_OK(writeFileAtomic(
        folder_->path() / "job.yaml",
        fmt::format(
            "application: by-hand\ncluster: {{engine: ray, address: \"{}\", hosts: 1, cpus_per_host: 2}}\n"
            "tasks:\n  each: {{n: 1..3}}\n"
            "  command: [sh, -c, 'echo did $0; echo $0 > $1/out', \"{{n}}\", \"{{output_dir}}\"]\n"
            "  outputs: [out]\n",
            found["address"].get<std::string>())));
    const CtlRun run = train({"submit", "job.yaml", "--wait", "--timeout", "180"});
    CTL_VERIFY(run, 0);
    QVERIFY2(run.contains("3: 3 succeeded"), run.output.c_str());
    QCOMPARE(train({"logs", "1", "--task", "2"}).output, std::string("did 2\n"));
    CTL_VERIFY(test::ctl({"train", "cluster", "down"}), 0);
    CTL_VERIFY(test::ctl({"train", "cluster", "where"}), 3);
    QVERIFY(!std::filesystem::exists(found["folder"].get<std::string>()));
  }

 private:
  CtlRun train(std::vector<std::string> words) const {
    words.insert(words.begin(), "train");
    const auto address = readFile(folder_->path() / "address");
    words.insert(words.end(),
                 {"--training", QString::fromStdString(address.value_or("")).trimmed().toStdString()});
    return test::ctl(std::move(words), folder_->path().string());
  }
  void startDaemon() {
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-training",
                       "--state-dir",
                       (folder_->path() / "state").string(),
                       "--listen",
                       "127.0.0.1:0",
                       "--metrics-listen",
                       "127.0.0.1:0",
                       "--address-file",
                       (folder_->path() / "address").string()};
    child.output = folder_->path() / "daemon.log";
    const auto pid = spawnChild(child);
    AERIE_VERIFY_OK(pid);
    daemon_ = *pid;
    QTRY_VERIFY2_WITH_TIMEOUT(std::filesystem::exists(folder_->path() / "address"),
                              readFile(child.output).value_or("").c_str(), 60'000);
  }
  std::optional<TempDir> folder_;
  pid_t daemon_ = 0;
};

QTEST_GUILESS_MAIN(TstCtlRay)
#include "tst_ctl_ray.moc"
