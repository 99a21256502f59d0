#include <QtTest>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/monitoring/host_probe.h"

using namespace aerie;
using namespace aerie::monitoring;

class TstHostProbe : public QObject {
  Q_OBJECT
  std::optional<TempDir> dir_;

  void write(const std::string& file, const std::string& text) {
    const auto path = dir_->path() / file;
    QVERIFY(makeDirectories(path.parent_path()).ok());
    QVERIFY(writeFileAtomic(path, text).ok());
  }
  // A process with `ticks` of user and as many of system time, 40 pages, 3 threads, started at tick 500.
  void process(int pid, const char* program, int parent, long ticks, char state = 'S', int pages = 40) {
    write(fmt::format("{}/stat", pid),
          fmt::format("{} ({}) {} {} 1 1 0 -1 0 0 0 0 0 {} {} 0 0 20 0 3 0 500 4096 {} 0\n", pid, program,
                      state, parent, ticks, ticks, pages));
  }

 private Q_SLOTS:
  void init() {
    dir_.emplace(TempDir::create("proc").value());
    write("stat", "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 1 1 1\ncpu1 1 1 1 1\nbtime 1700000000\n");
    write("meminfo", "MemTotal: 1000 kB\nMemFree: 100 kB\nMemAvailable: 400 kB\n");
    write("loadavg", "1.25 0.5 0.1 1/100 4000\n");
  }

  void theMachineIsRead() {
    HostProbe probe(dir_->path(), dir_->path());
    const HostReading first = probe.read(10, {});
    QCOMPARE(first.cores, 2U);
    QCOMPARE(first.memory_total, std::uint64_t{1000 * 1024});
    QCOMPARE(first.memory_used, std::uint64_t{600 * 1024});
    QCOMPARE(first.load, 1.25);
    QCOMPARE(first.cpu_percent, 0.0);
    QVERIFY(first.disk_total > 0 && first.disk_used <= first.disk_total);
    write("stat", "cpu  150 0 125 800 125 0 0 0 0 0\n");
    QCOMPARE(probe.read(11, {}).cpu_percent, 37.5);  // 75 of 200 ticks busy
  }

  void onlyOurProcessesAreListedWithTheirNames() {
    process(100, "bash", 1, 5);
    process(200, "aerie-worker", 100, 10);
    process(201, "aerie-sidecar", 200, 10);
    process(300, "aerie-proxy", 1, 10);
    write("300/cmdline", std::string("aerie-proxy\0--proxy-id\0proxy-1\0", 31));
    write("400/stat", "400 (aerie-broken\n");
    HostProbe probe(dir_->path(), dir_->path());
    const double ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    probe.read(10, {{200, "e-0"}});
    process(200, "aerie-worker", 100, 10 + static_cast<long>(ticks / 4));
    const HostReading host = probe.read(11, {{200, "e-0"}});
    QCOMPARE(host.processes.size(), std::size_t{3});
    QCOMPARE(host.processes[0].kind, std::string("proxy"));
    QCOMPARE(host.processes[0].name, std::string("proxy-1"));
    QCOMPARE(host.processes[1].kind, std::string("sidecar"));
    QCOMPARE(host.processes[1].name, std::string("e-0"));  // as its parent
    const ProcessReading& worker = host.processes[2];
    QCOMPARE(worker.name, std::string("e-0"));
    QCOMPARE(worker.threads, 3U);
    QCOMPARE(worker.rss_bytes, 40 * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)));
    QCOMPARE(worker.started_ms, 1'700'000'000'000 + static_cast<std::int64_t>(500'000 / ticks));
    QVERIFY(worker.cpu_percent > 48 && worker.cpu_percent <= 50);
  }

  void aLongProgramNameIsWhole() {
    process(500, "aerie-train-xgb", 1, 10);
    write("500/cmdline", std::string("/opt/aerie/bin/aerie-train-xgboost\0--zone\0SEA\0", 46));
    process(501, "aerie-train-xgb", 1, 10);
    write("501/cmdline", std::string("python3\0-m\0other\0", 17));
    HostProbe probe(dir_->path(), dir_->path());
    const HostReading host = probe.read(1, {});
    QCOMPARE(host.processes.size(), std::size_t{2});
    QCOMPARE(host.processes[0].kind, std::string("train-xgb"));
    QCOMPARE(host.processes[1].kind, std::string("train-xgboost"));
    QCOMPARE(host.processes[1].name, std::string("aerie-train-xgboost"));
  }

  void whatHasEndedIsNoProcess() {
    process(600, "aerie-worker", 1, 10);
    process(601, "aerie-train-xgb", 1, 10, 'Z', 0);
    HostProbe probe(dir_->path(), dir_->path());
    const HostReading host = probe.read(1, {});
    QCOMPARE(host.processes.size(), std::size_t{1});
    QCOMPARE(host.processes[0].kind, std::string("worker"));
  }

  void nothingThereIsAllZero() {
    HostProbe probe("/nowhere", dir_->path() / "missing");
    const HostReading host = probe.read(1, {});
    QCOMPARE(host.cores, 0U);
    QCOMPARE(host.disk_total, std::uint64_t{0});
    QVERIFY(host.processes.empty());
  }

  void theRealMachineHasMemoryAndCores() {
    HostProbe probe("/");
    const HostReading host = probe.read(1, {});
    QVERIFY(host.cores > 0 && host.memory_total > 0 && !host.name.empty());
  }
};

QTEST_GUILESS_MAIN(TstHostProbe)
#include "tst_host_probe.moc"
