#include "app/rpc/audit_hash.h"
#include "tests/app/fakes/fake_monitoring.h"

namespace aerie::testing {

using namespace rpc;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;

QString s(const char* text) { return QString::fromUtf8(text); }

void fillLeaves(FakeMonitoring& m) {
  const QString useCase = s("arrival_delay");
  const QString experiment = s("arrival_delay_v1_vs_v2");
  m.leaves = {
      {{s("proxy"), s("proxy-0")},
       {s("use_case"), useCase},
       {s("experiment"), experiment},
       {s("arm"), s("control")},
       {s("endpoint"), s("arrival_delay_v1")}},
      {{s("proxy"), s("proxy-0")},
       {s("use_case"), useCase},
       {s("experiment"), experiment},
       {s("arm"), s("treatment")},
       {s("endpoint"), s("arrival_delay_v2")}},
      {{s("endpoint"), s("arrival_delay_v1")}, {s("replica"), s("arrival_delay_v1-0")}},
      {{s("endpoint"), s("arrival_delay_v1")}, {s("replica"), s("arrival_delay_v1-1")}},
      {{s("endpoint"), s("arrival_delay_v2")}, {s("replica"), s("arrival_delay_v2-0")}},
      {{s("endpoint"), s("arrival_delay_v2")}, {s("replica"), s("arrival_delay_v2-1")}},
  };
  m.scoreArms = {experiment + s(":control"), experiment + s(":treatment")};
}

Alert alert(const char* name, const char* severity, const char* kind, const char* subject,
            const char* message, qint64 since, qint64 resolved, double value, double threshold) {
  Alert a;
  a.id = s(name) + QLatin1Char('/') + s(subject);
  a.name = s(name);
  a.severity = s(severity);
  a.state = s(resolved == 0 ? "firing" : "resolved");
  a.subjectKind = s(kind);
  a.subject = s(subject);
  a.message = s(message);
  a.sinceMs = since;
  a.resolvedMs = resolved;
  a.value = value;
  a.threshold = threshold;
  return a;
}

HostProcess process(const char* kind, const char* name, qint64 pid, double cpu, quint64 rss, qint64 started,
                    quint32 threads) {
  return {s(kind), s(name), pid, cpu, rss, started, threads};
}

void fillHosts(FakeMonitoring& m, qint64 now) {
  Host host;
  host.name = s("workstation");
  host.kind = s("local");
  host.cpuPercent = 37.5;
  host.cores = 8;
  host.memoryUsedBytes = 6'410'000'000;
  host.memoryTotalBytes = 16'600'000'000;
  host.diskUsedBytes = 121'000'000'000;
  host.diskTotalBytes = 494'000'000'000;
  host.load = 2.31;
  host.processes = {process("control", "aerie-control", 4101, 3.1, 61'000'000, now - 26 * kHour, 18),
                    process("proxy", "proxy-0", 4140, 41.7, 48'500'000, now - 26 * kHour, 14),
                    process("worker", "arrival_delay_v1-0", 4211, 21.4, 88'000'000, now - kHour, 9),
                    process("worker", "arrival_delay_v1-1", 4212, 19.8, 87'400'000, now - kHour, 9),
                    process("worker", "arrival_delay_v2-0", 4310, 34.0, 121'000'000, now - kHour, 9),
                    process("worker", "arrival_delay_v2-1", 4311, 33.1, 119'800'000, now - kHour, 9),
                    process("sidecar", "arrival_delay_v2-0", 4318, 17.2, 64'200'000, now - kHour, 6)};
  m.hosts = {host};
}

void fillAudit(FakeMonitoring& m, qint64 now) {
  struct Row {
    const char* actor;
    const char* action;
    const char* subject;
    const char* detail;
    qint64 ago;
  };
  const Row rows[] = {
      {"ada", "registry.register", "arrival_delay@1", "digest 01aa5b6c", 9 * 24 * kHour},
      {"ada", "deployment.create", "arrival_delay_v1", "arrival_delay@1, 2 replicas", 9 * 24 * kHour - kHour},
      {"ada", "routing.apply", "arrival_delay", "revision 12: First routing", 8 * 24 * kHour},
      {"grace", "registry.register", "arrival_delay@2", "digest 7d20e9f3", 2 * 24 * kHour},
      {"grace", "registry.promote", "arrival_delay@2", "stage production", 26 * kHour},
      {"grace", "deployment.create", "arrival_delay_v2", "arrival_delay@production, 3 replicas", 25 * kHour},
      {"ada", "experiment.create", "arrival_delay_v1_vs_v2", "control 50, treatment 50", 24 * kHour},
      {"ada", "routing.apply", "arrival_delay", "revision 13: Add the experiment", 23 * kHour},
      {"ada", "routing.apply", "arrival_delay", "revision 14: Send half of the flights to version 2",
       2 * kHour},
      {"grace", "registry.register", "arrival_delay@3", "digest c41b7a90", 40 * kMinute},
      {"grace", "deployment.create", "arrival_delay_v3", "arrival_delay@3, 1 replica", 12 * kMinute},
  };
  quint64 sequence = 0;
  for (const Row& row : rows) {
    ++sequence;
    AuditEntry entry{sequence, now - row.ago, s(row.actor), s(row.action), s(row.subject), s(row.detail), {}};
    entry.hash = auditHash(entry, m.audit.isEmpty() ? QString() : m.audit.back().hash);
    m.audit.append(entry);
  }
}

}  // namespace

void fillMonitoringDemo(FakeMonitoring& m, qint64 now) {
  fillLeaves(m);
  m.oldestMs = now - 14 * 24 * kHour;
  m.alerts = {
      alert("AerieRolloutFailed", "critical", "endpoint", "arrival_delay_v3",
            "arrival_delay_v3 can't start: self-test row 17 differs. Deploy a version whose self-test passes",
            now - 11 * kMinute, 0, 0, 1),
      alert("AerieWorkerLatencyHigh", "warning", "endpoint", "arrival_delay_v2",
            "p99 latency of arrival_delay_v2 was over half of its timeout", now - 3 * kHour,
            now - 3 * kHour + 7 * kMinute, 0.61, 0.5),
      alert("AerieFeatureStoreErrors", "warning", "endpoint", "arrival_delay_v1",
            "arrival_delay_v1 did not reach its feature store; defaults were used", now - 20 * kHour,
            now - 20 * kHour + 2 * kMinute, 4, 0),
  };
  m.markers = {
      {now - 23 * kHour, s("routing"), s("arrival_delay"), s("Add the experiment"), s("ada")},
      {now - 2 * kHour, s("routing"), s("arrival_delay"), s("Send half of the flights to version 2"),
       s("ada")},
      {now - 50 * kMinute, s("deploy"), s("arrival_delay_v2"), s("arrival_delay@2"), s("grace")},
      {now - 12 * kMinute, s("deploy"), s("arrival_delay_v3"), s("arrival_delay@3"), s("grace")},
  };
  fillHosts(m, now);
  fillAudit(m, now);
}

}  // namespace aerie::testing
