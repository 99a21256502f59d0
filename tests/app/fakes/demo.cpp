#include "tests/app/fakes/fake_control.h"
#include "tests/app/fakes/fake_traffic.h"

namespace aerie::testing {

using namespace rpc;

namespace {

constexpr qint64 kNow = 1'779'000'000'000;  // a fixed moment, so that pictures repeat

QString s(const char* text) { return QString::fromUtf8(text); }

ModelVersion demoVersion(const char* model, const char* version, double auc, double logLoss,
                         const char* digest, int daysAgo) {
  ModelVersion v;
  v.model = s(model);
  v.version = s(version);
  v.digest = s(digest).repeated(8);
  v.signer = s("9f3ce2a1d47b08e6").repeated(4);
  v.sizeBytes = 1'240'000 + 90'000 * static_cast<quint64>(daysAgo);
  v.description = s("Late arrivals of domestic flights");
  v.runtime = s("xgboost");
  v.outputNames = {s("probability")};
  v.trainingJob = s("arrival_delay_train-0412");
  v.data = s("flights of January to March 2001, 300,412 rows");
  v.code = s("4be1c07a9d3f");
  v.metrics = {{s("auc"), auc}, {s("log_loss"), logLoss}, {s("rows"), 61'344}};
  v.metrics.pop_back();
  v.registeredMs = kNow - daysAgo * 86'400'000LL;
  v.registeredBy = s("ada");
  v.selfTestRows = 64;
  return v;
}

Replica demoReplica(const char* id, const char* version, const char* phase, double cpu, quint64 memory,
                    qint64 pid) {
  Replica r;
  r.id = s(id);
  r.version = s(version);
  r.url = s("unix:run/") + r.id + s(".sock");
  r.phase = s(phase);
  r.pid = pid;
  r.startedMs = kNow - 3'600'000;
  r.memoryBytes = memory;
  r.cpuPercent = cpu;
  r.serving = r.phase == s("ready");
  return r;
}

QList<RolloutStep> demoSteps(int done, const char* currentState, const char* message) {
  const char* names[] = {"start", "load", "self-test", "warm-up", "flip", "drain"};
  const int millis[] = {41, 312, 128, 540, 6, 1'204};
  QList<RolloutStep> out;
  qint64 at = kNow - 60'000;
  for (int i = 0; i < 6; ++i) {
    RolloutStep step{s(names[i]),
                     i < done    ? s("done")
                     : i == done ? s(currentState)
                                 : s("waiting"),
                     0,
                     0,
                     {}};
    if (i <= done) step.startedMs = at;
    if (i < done) step.endedMs = at += millis[i];
    if (i == done) step.message = s(message);
    out.append(step);
  }
  return out;
}

Deployment demoDeployment(const char* endpoint, const char* version, quint32 replicas) {
  Deployment d;
  d.spec.endpoint = s(endpoint);
  d.spec.model = s("arrival_delay");
  d.spec.version = s(version);
  d.spec.replicas = replicas;
  d.generation = 3;
  d.observedGeneration = 3;
  d.servingVersion = s(version);
  d.targetVersion = s(version);
  d.createdMs = kNow - 86'400'000;
  return d;
}

void fillDeployments(FakeControl& c) {
  Deployment v1 = demoDeployment("arrival_delay_v1", "1", 2);
  v1.replicas = {demoReplica("arrival_delay_v1-0", "1", "ready", 21.4, 88'000'000, 4211),
                 demoReplica("arrival_delay_v1-1", "1", "ready", 19.8, 87'400'000, 4212)};
  v1.rollout = demoSteps(6, "", "");
  v1.versionHistory = {s("1")};
  Deployment v2 = demoDeployment("arrival_delay_v2", "2", 3);
  v2.spec.version.clear();
  v2.spec.stage = s("production");
  v2.targetVersion = s("3");
  v2.generation = 5;
  v2.observedGeneration = 5;
  v2.replicas = {demoReplica("arrival_delay_v2-0", "2", "ready", 34.0, 121'000'000, 4310),
                 demoReplica("arrival_delay_v2-1", "2", "ready", 33.1, 119'800'000, 4311),
                 demoReplica("arrival_delay_v2-2", "2", "ready", 31.7, 120'400'000, 4312),
                 demoReplica("arrival_delay_v2-3", "3", "warm-up", 88.5, 97'000'000, 4377)};
  v2.rollout = demoSteps(3, "running", "");
  v2.versionHistory = {s("2"), s("1")};
  v2.versionSkewSeconds = 0.21;
  Deployment v3 = demoDeployment("arrival_delay_v3", "3", 1);
  v3.servingVersion.clear();
  v3.replicas = {demoReplica("arrival_delay_v3-0", "3", "failed", 0, 0, 0)};
  v3.rollout =
      demoSteps(2, "failed", "self-test row 17: expected probability 0.1824, got 0.2210 (tolerance 1e-6)");
  c.deployments = {v1, v2, v3};
}

ExperimentResults demoResults() {
  ArmResult control;
  control.arm = s("control");
  control.endpoint = s("arrival_delay_v1");
  control.items = 9'000'412;
  control.share = 0.5002;
  control.intendedShare = 0.5;
  control.p50Ms = 1.79;
  control.p99Ms = 4.21;
  OutcomeResult delayed{s("log_loss"), 212'400, 0.4631, Interval{0.4618, 0.4644}, {}, {}, 1};
  control.outcomes = {delayed};
  ArmResult treatment = control;
  treatment.arm = s("treatment");
  treatment.endpoint = s("arrival_delay_v2");
  treatment.items = 8'993'210;
  treatment.share = 0.4998;
  treatment.errors = 12;
  treatment.errorShare = 12.0 / 8'993'222;
  treatment.p50Ms = 1.93;
  treatment.p99Ms = 4.46;
  treatment.outcomes = {
      {s("log_loss"), 211'902, 0.4412, Interval{0.4399, 0.4425}, -0.0219, Interval{-0.0237, -0.0201}, 1e-9}};
  ExperimentResults results;
  results.arms = {control, treatment};
  for (int i = 1; i <= 60; ++i) {
    EffectPoint e;
    e.ms = kNow - (60 - i) * 60'000;
    e.arm = treatment.arm;
    e.metric = treatment.outcomes.isEmpty() ? QString() : treatment.outcomes.front().metric;
    e.difference = -0.0219 + 0.03 / i * (i % 2 == 0 ? 1 : -1);
    e.interval = {e.difference - 0.06 / i, e.difference + 0.06 / i};
    e.count = static_cast<quint64>(i) * 1'200;
    results.effects.append(e);
  }
  results.ratioChiSquared = 2.88;
  results.ratioPValue = 0.0897;
  results.ratioKeys = 17'993'622;
  results.fromMs = kNow - 86'400'000;
  results.toMs = kNow;
  return results;
}

}  // namespace

void fillDemo(FakeControl& c) {
  Model flights;
  flights.name = s("arrival_delay");
  flights.versions = {demoVersion("arrival_delay", "3", 0.7214, 0.4391, "c41b7a90", 0),
                      demoVersion("arrival_delay", "2", 0.7158, 0.4412, "7d20e9f3", 2),
                      demoVersion("arrival_delay", "1", 0.6871, 0.4630, "01aa5b6c", 9)};
  flights.versions[0].stages = {s("candidate")};
  flights.versions[1].stages = {s("production")};
  flights.stages = {{s("production"), s("2")}, {s("candidate"), s("3")}};
  Model zones;
  zones.name = s("arrival_delay_zones");
  zones.versions = {demoVersion("arrival_delay_zones", "12", 0.7302, 0.4316, "88e0f1d2", 1)};
  Model taxi;
  taxi.name = s("taxi_out_time");
  taxi.versions = {demoVersion("taxi_out_time", "4", 0.6420, 0.5102, "5f6e7d8c", 20),
                   demoVersion("taxi_out_time", "3", 0.6391, 0.5177, "1b2c3d4e", 44)};
  taxi.versions[0].stages = {s("production")};
  taxi.versions[1].archived = true;
  taxi.stages = {{s("production"), s("4")}};
  c.models = {flights, zones, taxi};
  fillDeployments(c);

  Routing routing;
  routing.useCase = s("arrival_delay");
  routing.defaultEndpoint = s("arrival_delay_v1");
  routing.experiments = {{s("arrival_delay_v1_vs_v2"),
                          s("flight_id"),
                          {{s("control"), s("arrival_delay_v1")}, {s("treatment"), s("arrival_delay_v2")}}}};
  routing.onWorkerFailure = s("default_endpoint");
  routing.revision = 14;
  routing.appliedMs = kNow - 7'200'000;
  routing.appliedBy = s("ada");
  c.routings = {routing};
  Routing older = routing;
  older.revision = 13;
  older.appliedMs -= 86'400'000;
  older.comment = s("Add the experiment");
  older.onWorkerFailure = s("fail_rows");
  c.olderRoutings = {older};
  older.revision = 12;
  older.appliedMs -= 86'400'000;
  older.comment = s("First routing");
  older.experiments.clear();
  c.olderRoutings.append(older);
  c.routings.front().comment = s("Send half of the flights to version 2");
  Experiment experiment;
  experiment.name = s("arrival_delay_v1_vs_v2");
  experiment.layer = s("arrival_delay");
  experiment.coverage = 0.9;
  experiment.arms = {{s("control"), 0.5, 4500}, {s("treatment"), 0.5, 4500}};
  experiment.seed = experiment.name;
  experiment.state = s("running");
  experiment.revision = 7;
  allocate(experiment);
  c.experiments = {experiment};
  c.experimentResults[experiment.name] = demoResults();
  fillMonitoringDemo(c.monitoring, kNow);
  fillTrainingDemo(c.training, kNow);

  c.status.environment = s("local");
  c.status.version = s("0.1.0");
  c.status.startedMs = kNow - 86'400'000;
  c.status.nowMs = kNow;
  ProxyStatus proxy;
  proxy.id = s("proxy-0");
  proxy.address = s("127.0.0.1:7710");
  proxy.configRevision = 41;
  proxy.configSource = s("control plane");
  proxy.startedMs = kNow - 3'600'000;
  proxy.traffic = {{routing.useCase, experiment.name, s("control"), s("arrival_delay_v1"), 9'000'000, 0},
                   {routing.useCase, experiment.name, s("treatment"), s("arrival_delay_v2"), 9'000'000, 12},
                   {routing.useCase, {}, {}, s("arrival_delay_v1"), 2'000'000, 0}};
  proxy.useCases = {{routing.useCase, 400'000, 20'000'012, 12, 2'000'000, 0, 1.84, 4.37}};
  c.status.proxies = {proxy};
  c.status.components = {{s("control"), s("control"), s("127.0.0.1:7700"), true, {}}};
  const char* texts[] = {"info  worker: bundle arrival_delay@2 verified, digest 7d20e9f3",
                         "info  worker: self-test passed, 64 rows in 11 ms",
                         "info  worker: warm-up done, p99 1.9 ms",
                         "info  worker: serving on unix:run/arrival_delay_v2-0.sock",
                         "warning  feature store: 3 keys of route_stats missing, default used",
                         "info  feature log: segment 000017 closed, 8,192 rows"};
  for (int i = 0; i < 18; ++i) {
    c.logLines.push_back({s(i % 3 == 0 ? "arrival_delay_v2-0" : "arrival_delay_v2-1"),
                          QStringLiteral("20:14:%1 ").arg(10 + i) + s(texts[i % 6])});
  }
}

void advanceDemo(FakeControl& c, int second) {
  c.status.nowMs += 1'000;
  if (c.status.proxies.isEmpty()) return;
  ProxyStatus& p = c.status.proxies.front();
  const auto wave = static_cast<quint64>(40 * (second % 5));
  const quint64 rates[] = {5'620 + wave, 5'584 - wave / 2, 1'246};
  quint64 sum = 0;
  for (int i = 0; i < p.traffic.size(); ++i) {
    p.traffic[i].itemsOk += rates[i % 3];
    sum += rates[i % 3];
  }
  UseCaseTraffic& u = p.useCases.front();
  u.items += sum;
  u.requests += sum / 50;
  u.notCovered += rates[2];
  u.p99Ms = 4.3 + 0.15 * (second % 4);
  c.pushStatus();
}

}  // namespace aerie::testing
