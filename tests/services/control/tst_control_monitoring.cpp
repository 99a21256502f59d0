// Monitoring of a whole control plane over gRPC: daemons of this test serve real /metrics over HTTP.
#include <QtTest>

#include "aerie/v1/config.grpc.pb.h"
#include "aerie/v1/control.grpc.pb.h"
#include "aerie/v1/monitoring.grpc.pb.h"
#include "core/base/files.h"
#include "core/net/channel.h"
#include "core/net/status.h"
#include "services/common/metrics_address.h"
#include "services/control/control_plane.h"
#include "services/control/metrics_fetcher.h"
#include "tests/core/bundle/sample_bundle.h"
#include "tests/core/deploy/fakes.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::control;

namespace {

const telemetry::Labels kArm = {{"use_case", "arrival_delay"},
                                {"experiment", "x"},
                                {"arm", "control"},
                                {"endpoint", "ep"},
                                {"code", "OK"}};

// A proxy with a stream to the control plane and metrics of its own.
class TestProxy final {
 public:
  explicit TestProxy(const std::shared_ptr<grpc::Channel>& channel)
      : server_(services::MetricsServer::start("127.0.0.1:0", metrics).value()),
        stub_(v1::ProxyConfigService::NewStub(channel)) {
    context_.AddMetadata(services::kMetricsAddressKey, server_->address());
    stream_ = stub_->WatchProxyConfig(&context_);
    say("");
  }
  ~TestProxy() {
    context_.TryCancel();
    (void)stream_->Finish();
  }
  void say(const std::string& refused) {
    v1::ProxyStatus status;
    status.set_proxy_id("proxy-1");
    status.set_config_source("control plane");
    status.set_refused_reason(refused);
    stream_->Write(status);
  }

  telemetry::Metrics metrics;

 private:
  std::unique_ptr<services::MetricsServer> server_;
  std::unique_ptr<v1::ProxyConfigService::Stub> stub_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ProxyStatus, v1::ProxyConfigSnapshot>> stream_;
};

}  // namespace

class TstControlMonitoring final : public QObject {
  Q_OBJECT
  SystemClock clock_;
  SigningKey key_ = SigningKey::generate();
  std::optional<TempDir> dir_;
  std::unique_ptr<deploy::testing::FakeLauncher> launcher_;
  std::unique_ptr<ControlPlane> plane_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::MonitoringService::Stub> stub_;

  void startPlane() {
    ControlOptions options;
    options.state_dir = dir_->path().string();
    options.common.listen = "127.0.0.1:0";
    options.common.metrics_listen = "127.0.0.1:0";
    options.proxy_settle = Duration::zero();
    options.scrape_interval = std::chrono::milliseconds(20);
    auto plane = ControlPlane::start(options, {launcher_.get(), launcher_.get()});
    if (!plane.ok()) qFatal("%s", messageOf(plane.status()).c_str());
    plane_ = *std::move(plane);
    channel_ = net::connect(plane_->address()).value();
    stub_ = v1::MonitoringService::NewStub(channel_);
  }
  template <class Stub, class Request, class Response>
  absl::Status call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, Response* response, Stub& stub) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    return net::fromGrpc((stub.*method)(&context, request, response));
  }
  absl::Status createExperiment() {
    v1::CreateExperimentRequest request;
    request.set_name("x");
    request.set_coverage(1);
    request.set_start(true);
    for (const char* arm : {"control", "treatment"}) {
      request.add_arms()->set_name(arm);
      request.mutable_arms(request.arms_size() - 1)->set_weight(0.5);
    }
    v1::Experiment response;
    auto stub = v1::ExperimentService::NewStub(channel_);
    return call(&v1::ExperimentService::Stub::Create, request, &response, *stub);
  }
  absl::Status deploy() {
    const auto archive = dir_->path() / "upload.aerie";
    auto packed = bundle::pack(test::sampleContents("1"), key_, archive);
    if (!packed.ok()) return packed.status();
    auto registry = v1::RegistryService::NewStub(channel_);
    grpc::ClientContext context;
    v1::ModelVersion version;
    auto writer = registry->Register(&context, &version);
    v1::RegisterChunk chunk;
    chunk.mutable_header()->set_size_bytes(packed->size_bytes);
    chunk.mutable_header()->set_digest(packed->digest);
    writer->Write(chunk);
    chunk.set_data(readFile(archive).value());
    writer->Write(chunk);
    writer->WritesDone();
    AERIE_RETURN_IF_ERROR(net::fromGrpc(writer->Finish()));
    v1::CreateDeploymentRequest request;
    request.mutable_spec()->set_endpoint("ep");
    request.mutable_spec()->set_model("arrival_delay");
    request.mutable_spec()->set_version("1");
    request.mutable_spec()->set_replicas(1);
    request.mutable_spec()->set_batch_size(10);
    v1::Deployment response;
    auto deployments = v1::DeploymentService::NewStub(channel_);
    return call(&v1::DeploymentService::Stub::Create, request, &response, *deployments);
  }
  // The points of one metric over the last minute.
  std::vector<double> values(const std::string& metric, const std::string& label, const std::string& value) {
    v1::QueryMetricsRequest request;
    const std::int64_t now = unixMillis(clock_.wallNow());
    request.set_from_unix_ms(now - 60'000);
    request.set_to_unix_ms(now + 1'000);
    v1::MetricSelector& selector = *request.add_selectors();
    selector.set_metric(metric);
    (*selector.mutable_labels())[label] = value;
    v1::QueryMetricsResponse response;
    std::vector<double> out;
    if (!call(&v1::MonitoringService::Stub::QueryMetrics, request, &response, *stub_).ok()) return out;
    for (const v1::MetricSeries& series : response.series()) {
      for (const v1::MetricPoint& point : series.points()) out.push_back(point.value());
    }
    return out;
  }
  v1::ListAlertsResponse alerts() {
    v1::ListAlertsRequest request;
    request.set_include_resolved(true);
    v1::ListAlertsResponse response;
    (void)call(&v1::MonitoringService::Stub::ListAlerts, request, &response, *stub_);
    return response;
  }
  v1::ExperimentResultsResponse results() {
    v1::ExperimentResultsRequest request;
    request.set_experiment("x");
    v1::ExperimentResultsResponse response;
    (void)call(&v1::MonitoringService::Stub::GetExperimentResults, request, &response, *stub_);
    return response;
  }
  absl::Status record(const std::string& id, const std::string& arm, std::uint64_t count, double sum) {
    v1::RecordOutcomesRequest request;
    request.set_request_id(id);
    v1::Outcome& outcome = *request.add_outcomes();
    outcome.set_experiment("x");
    outcome.set_arm(arm);
    outcome.set_metric("late");
    outcome.set_count(count);
    outcome.set_sum(sum);
    outcome.set_sum_squares(sum);
    v1::RecordOutcomesResponse response;
    return call(&v1::MonitoringService::Stub::RecordOutcomes, request, &response, *stub_);
  }

 private Q_SLOTS:
  void init() {
    dir_.emplace(TempDir::create().value());
    launcher_ = std::make_unique<deploy::testing::FakeLauncher>(clock_);
    launcher_->behaviour["1"] = {30, false, false};
    AERIE_VERIFY_OK(writeFileAtomic(dir_->path() / "trusted_keys", test::trusting(key_).text()));
    startPlane();
  }
  void cleanup() {
    stub_.reset();
    channel_.reset();
    plane_.reset();
    launcher_.reset();
    dir_.reset();
  }

  void whatAProxyCountsBecomesRatesScoresAndItemsOfArms() {
    AERIE_VERIFY_OK(createExperiment());
    TestProxy proxy(channel_);
    prometheus::Counter& items = proxy.metrics.counter("aerie_proxy_items_total", "", kArm);
    prometheus::Histogram& scores = proxy.metrics.histogram(
        "aerie_proxy_scores", "", {{"use_case", "arrival_delay"}, {"experiment", "x"}, {"arm", "control"}},
        {0, 0.5, 1});
    const auto busy = [&] {
      items.Increment(10);
      scores.Observe(0.25);
      const auto rates = values("item_rate", "arm", "control");
      return std::any_of(rates.begin(), rates.end(), [](double r) { return r > 0; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(busy(), 10'000);
    const auto shares = values("error_share", "use_case", "arrival_delay");
    QVERIFY(!shares.empty() && shares.back() == 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(results().arms_size() == 2 && results().arms(0).items() > 0, 10'000);
    QCOMPARE(results().arms(0).share(), 1.0);
    QCOMPARE(results().arms(0).intended_share(), 0.5);

    v1::ScoreHistogramRequest request;
    request.set_use_case("arrival_delay");
    request.set_from_unix_ms(unixMillis(clock_.wallNow()) - 60'000);
    request.set_to_unix_ms(unixMillis(clock_.wallNow()) + 1'000);
    v1::ScoreHistogramResponse histogram;
    AERIE_VERIFY_OK(call(&v1::MonitoringService::Stub::GetScoreHistogram, request, &histogram, *stub_));
    QCOMPARE(histogram.edges_size(), 3);
    QCOMPARE(histogram.arms(0).arm(), std::string("control"));
    QVERIFY(histogram.arms(0).counts(0) > 0);
    QCOMPARE(histogram.arms(0).counts(1), 0.0);
  }

  void whatAWorkerCountsBecomesLatencyAndBatchFill() {
    telemetry::Metrics metrics;
    const auto server = services::MetricsServer::start("127.0.0.1:0", metrics).value();
    AERIE_VERIFY_OK(makeDirectories(dir_->path() / "replicas"));
    AERIE_VERIFY_OK(writeFileAtomic(dir_->path() / "replicas" / "ep-0.yaml",
                                    fmt::format("metrics-listen: \"{}\"\n", server->address())));
    AERIE_VERIFY_OK(deploy());
    const auto busy = [&] {
      metrics.counter("aerie_worker_requests_total", "", {{"endpoint", "ep"}, {"code", "OK"}}).Increment(10);
      metrics.counter("aerie_worker_rows_total", "", {{"endpoint", "ep"}, {"code", "OK"}}).Increment(40);
      metrics.latency("aerie_worker_request_seconds", "", {{"endpoint", "ep"}}).Observe(0.004);
      return !values("batch_fill", "endpoint", "ep").empty() && !values("p99_ms", "replica", "ep-0").empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(busy(), 20'000);
    const double p99 = values("p99_ms", "endpoint", "ep").back();
    QVERIFY2(p99 > 3 && p99 <= 5, fmt::format("{}", p99).c_str());
    const double fill = values("batch_fill", "endpoint", "ep").front();
    QVERIFY2(fill > 0.3 && fill < 0.5, fmt::format("{}", fill).c_str());
  }

  void aRefusedConfigIsAnAlertUntilItIsTaken() {
    TestProxy proxy(channel_);
    proxy.say("use case u names no endpoint");
    QTRY_COMPARE_WITH_TIMEOUT(alerts().alerts_size(), 1, 10'000);
    const v1::Alert alert = alerts().alerts(0);
    QCOMPARE(alert.name(), std::string("AerieProxyConfigRefused"));
    QCOMPARE(alert.severity(), std::string("critical"));
    QCOMPARE(alert.state(), std::string("firing"));
    QCOMPARE(alert.subject(), std::string("proxy-1"));
    QVERIFY(alert.message().find("names no endpoint") != std::string::npos);
  }

  void outcomesAreCountedOncePerRequestAndCompared() {
    AERIE_VERIFY_OK(createExperiment());
    AERIE_VERIFY_OK(record("r-1", "control", 80, 48));
    AERIE_VERIFY_OK(record("r-1", "control", 80, 48));
    AERIE_VERIFY_OK(record("r-2", "treatment", 70, 56));
    const v1::ExperimentResultsResponse response = results();
    QCOMPARE(response.arms(0).outcomes(0).count(), std::uint64_t{80});
    QVERIFY(!response.arms(0).outcomes(0).has_difference());
    const v1::OutcomeResult& late = response.arms(1).outcomes(0);
    QVERIFY(std::abs(late.difference() - 0.2) < 1e-12);
    QVERIFY(std::abs(late.difference_interval().low() - .052431) < 1e-6);
    AERIE_VERIFY_FAILS(record("r-3", "nobody", 1, 1), absl::StatusCode::kInvalidArgument, "no arm 'nobody'");
    AERIE_VERIFY_FAILS(record("r-4", "control", 0, 0), absl::StatusCode::kInvalidArgument,
                       "count must be above");
  }

  void changesAreMarkersAndThisMachineIsAHost() {
    AERIE_VERIFY_OK(createExperiment());
    v1::ListMarkersRequest request;
    request.set_to_unix_ms(unixMillis(clock_.wallNow()) + 1'000);
    v1::ListMarkersResponse markers;
    AERIE_VERIFY_OK(call(&v1::MonitoringService::Stub::ListMarkers, request, &markers, *stub_));
    QCOMPARE(markers.markers_size(), 1);
    QCOMPARE(markers.markers(0).kind(), std::string("experiment"));
    QCOMPARE(markers.markers(0).subject(), std::string("x"));
    const auto host = [this] {
      v1::ListHostsResponse hosts;
      (void)call(&v1::MonitoringService::Stub::ListHosts, v1::ListHostsRequest(), &hosts, *stub_);
      return hosts.hosts_size() == 1 ? hosts.hosts(0) : v1::Host();
    };
    QTRY_VERIFY(host().memory_total_bytes() > 0 && host().cores() > 0);
  }

  void aBrokenHistoryIsPutAside() {
    stub_.reset();
    channel_.reset();
    plane_.reset();
    AERIE_VERIFY_OK(writeFileAtomic(dir_->path() / "history.db", std::string(8192, 'x')));
    startPlane();
    QVERIFY(std::filesystem::exists(dir_->path() / "history.db.broken"));
    AERIE_VERIFY_OK(createExperiment());
    QCOMPARE(results().arms_size(), 2);
  }

  void whatWasCountedSurvivesARestart() {
    AERIE_VERIFY_OK(createExperiment());
    AERIE_VERIFY_OK(record("r-1", "control", 80, 48));
    stub_.reset();
    channel_.reset();
    plane_.reset();
    startPlane();
    QCOMPARE(results().arms(0).outcomes(0).count(), std::uint64_t{80});
  }

  void wrongQuestionsAreRefused() {
    v1::QueryMetricsRequest request;
    v1::QueryMetricsResponse response;
    AERIE_VERIFY_FAILS(call(&v1::MonitoringService::Stub::QueryMetrics, request, &response, *stub_),
                       absl::StatusCode::kInvalidArgument, "range is empty");
    request.set_to_unix_ms(1);
    request.add_selectors()->set_metric("p98_ms");
    AERIE_VERIFY_FAILS(call(&v1::MonitoringService::Stub::QueryMetrics, request, &response, *stub_),
                       absl::StatusCode::kInvalidArgument, "p99_ms");
    for (int i = 0; i < 60; ++i) request.add_selectors()->set_metric("item_rate");
    AERIE_VERIFY_FAILS(call(&v1::MonitoringService::Stub::QueryMetrics, request, &response, *stub_),
                       absl::StatusCode::kInvalidArgument, "selectors");
  }

  void anAddressThatIsNotThereIsUnavailableAndTheOthersAnswer() {
    MetricsFetcher fetcher;
    const std::string addresses[] = {plane_->metricsAddress(), "127.0.0.1:1", plane_->metricsAddress()};
    const auto answers = fetcher.fetch(addresses, std::chrono::seconds(10));
    AERIE_VERIFY_OK(answers[0]);
    QVERIFY(answers[0]->find("aerie_control") != std::string::npos);
    QVERIFY(absl::IsUnavailable(answers[1].status()));
    AERIE_VERIFY_OK(fetcher.fetch(std::span(addresses).first(1), std::chrono::seconds(10))[0]);
  }
};

QTEST_GUILESS_MAIN(TstControlMonitoring)
#include "tst_control_monitoring.moc"
