#include <QtTest>
#include <atomic>
#include <csignal>
#include <thread>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/frame/wire.h"
#include "core/net/status.h"
#include "services/train/zone_files.h"
#include "sim/traffic/flight_source.h"
#include "tests/integration/stack_fixture.h"

using namespace aerie;
using aerie::test::CtlRun;
using aerie::test::StackFixture;
using nlohmann::json;

#define CTL_VERIFY(expr)                                                                              \
  do {                                                                                                \
    const CtlRun ctl_run_ = (expr);                                                                   \
    QVERIFY2(ctl_run_.code == 0, fmt::format("exit {}: {}", ctl_run_.code, ctl_run_.output).c_str()); \
  } while (false)

namespace {

constexpr char kRouting[] = "model_use_case: delay_by_zone\ndefault_worker_endpoint: zones\n";

constexpr char kJob[] = R"(application: zone_training
cluster: {engine: local}
environment: {working_dir: prepared}
tasks:
  each: {zone: zones.csv, month: ["1", "*"]}
  command: [aerie-train-xgboost, part, --prepared, ., "--zone={zone}", "--month={month}", --out, "{output_dir}"]
  outputs: [part.json]
resources: {cpus: 1, memory: 512MiB}
publish: {model: arrival_delay_zones, stage: production, as: one_version}
)";

// One version for each of two airports.
constexpr char kVersionsJob[] = R"(application: airports
cluster: {engine: local}
environment: {working_dir: prepared}
tasks:
  each: {zone: [ATL, ORD]}
  command: [aerie-train-xgboost, part, --prepared, ., "--zone={zone}", "--month=*", --out, "{output_dir}",
            --bundle-of, arrival_delay_airports, --signing-key, "{output_dir}/task.pem"]
resources: {cpus: 1, memory: 512MiB}
publish: {model: arrival_delay_airports, stage: candidate, when: all_succeeded, as: version_per_task}
)";

struct Answer {
  std::vector<float> values;  // NaN = failed
  std::vector<int> status;    // empty: every item is well
  std::string version, error;
};

// One prediction of items with these origins and months, and what they cost.
absl::StatusOr<Answer> ask(const std::shared_ptr<grpc::Channel>& channel, const std::string& use_case,
                           const frame::DataFrame& items) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
  v1::ProxyRequest request;
  request.set_model_use_case_name(use_case);
  frame::toWire(items, request.mutable_feature_data_frame());
  v1::PredictResponse response;
  const grpc::Status status = v1::PredictionProxy::NewStub(channel)->Predict(&context, request, &response);
  if (!status.ok()) return net::fromGrpc(status);
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame outputs, frame::fromWire(response.outputs()));
  AERIE_ASSIGN_OR_RETURN(const frame::Column* column, outputs.get("probability"));
  Answer answer;
  for (std::size_t row = 0; row < column->rows(); ++row)
    answer.values.push_back(static_cast<float>(column->numberAt(row)));
  answer.status.assign(response.item_status().begin(), response.item_status().end());
  if (response.served_by_size() > 0) answer.version = response.served_by(0).version();
  for (const std::string& error : response.errors()) answer.error += error;
  return answer;
}

}  // namespace

// Zone models from training to serving, with real daemons: trained, assembled, registered, deployed following
// a stage, trained again, promoted; the workers change by themselves. The functions build on each other, in
// this order.
class TstZoneTraining : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    auto fixture = StackFixture::start();
    AERIE_VERIFY_OK(fixture);
    f_ = std::move(*fixture);
    AERIE_VERIFY_OK(run(
        {"prepare", "--data", StackFixture::flightsFile(), "--out", f_->path("prepared"), "--trees", "20"}));
    auto items = someItems();
    AERIE_VERIFY_OK(items);
    items_ = *items;
  }
  void cleanupTestCase() {
    stopTraining();
    f_.reset();
  }

  void zonesAreTrainedAndPublishedAsOneVersion() {
    AERIE_VERIFY_OK(train("first", "50", true));
    const auto bundle = assemble("first", "arrival_delay_zones");
    AERIE_VERIFY_OK(bundle);
    CTL_VERIFY(f_->ctl({"model", "register", *bundle}));
    CTL_VERIFY(f_->ctl({"model", "promote", "arrival_delay_zones", "1"}));
    const json shown = f_->ctlJson({"model", "show", "arrival_delay_zones", "production"});
    QCOMPARE(shown["version"].get<std::string>(), std::string("1"));
  }

  void theDeploymentFollowsTheStage() {
    CTL_VERIFY(f_->ctl({"deploy", "create", "zones", "--model", "arrival_delay_zones", "--stage",
                        "production", "--wait", "--wait-seconds", "90"}));
    CTL_VERIFY(f_->ctl({"route", "apply", f_->write("routing.yaml", kRouting)}));
    QTRY_VERIFY_WITH_TIMEOUT(predict().ok(), 30'000);
  }

  void eachItemIsAnsweredByItsZonesPart() {
    const auto answer = predict();
    AERIE_VERIFY_OK(answer);
    QVERIFY2(answer->status.empty(), answer->error.c_str());
    const auto direct = directly("first");
    AERIE_VERIFY_OK(direct);
    QCOMPARE(answer->values, *direct);
    QCOMPARE(answer->version, std::string("1"));
  }

  void theTrafficOfTheSimulationIsAnsweredByItsZones() {
    const auto flights = sim::Flights::load(StackFixture::flightsFile());
    AERIE_VERIFY_OK(flights);
    sim::FlightSourceOptions options;
    options.use_case = "delay_by_zone";
    options.end = 2'000;  // all in January
    options.min_items = options.max_items = 400;
    const sim::FlightRequest request = sim::FlightSource(*flights, options).next();
    const auto items = frame::fromWire(request.message.feature_data_frame());
    AERIE_VERIFY_OK(items);
    const auto answer = ask(f_->stack().proxyChannel(), "delay_by_zone", *items);
    AERIE_VERIFY_OK(answer);
    QVERIFY2(answer->status.empty(), answer->error.c_str());
    const auto direct = directly("first", *items);
    const auto by_the_fallback = directly("first", *items, true);
    AERIE_VERIFY_OK(direct);
    AERIE_VERIFY_OK(by_the_fallback);
    QCOMPARE(answer->values, *direct);
    // Zones with a part are answered otherwise than everybody else.
    std::map<std::string, int> differing;
    for (std::size_t row = 0; row < items->rows(); ++row) {
      if (answer->values[row] != (*by_the_fallback)[row]) ++differing[items->find("origin")->textAt(row)];
    }
    for (const char* origin : {"ATL", "ORD", "DEN"}) QVERIFY2(differing[origin] > 0, origin);
  }

  void aPromotedTrainingRelaunchesItsWorkersWithoutALostRequest() {
    // The second training needs more flights for a part of its own: other zones fall back, answers differ.
    AERIE_VERIFY_OK(train("second", "1400", true));
    const auto before = directly("first");
    const auto after = directly("second");
    AERIE_VERIFY_OK(before);
    AERIE_VERIFY_OK(after);
    QVERIFY(*before != *after);
    const auto bundle = assemble("second", "arrival_delay_zones");
    AERIE_VERIFY_OK(bundle);
    CTL_VERIFY(f_->ctl({"model", "register", *bundle}));

    std::atomic<bool> stop{false};
    std::atomic<int> asked{0};
    std::string wrong;
    std::thread client([&] {
      while (!stop) {
        const auto answer = predict();
        ++asked;
        if (!answer.ok()) {
          wrong = toText(answer.status());
        } else if (!answer->status.empty()) {
          wrong = answer->error;
        } else if (answer->values != (answer->version == "1" ? *before : *after)) {
          wrong = "an answer of version " + answer->version + " is another one's";
        }
      }
    });
    const CtlRun promoted = f_->ctl({"model", "promote", "arrival_delay_zones", "2"});
    const bool changed = QTest::qWaitFor(
        [&] {
          const auto answer = predict();
          return answer.ok() && answer->version == "2";
        },
        90'000);
    const int at_change = asked;
    const bool went_on = QTest::qWaitFor([&] { return asked > at_change + 20; }, 30'000);
    stop = true;
    client.join();
    QVERIFY2(promoted.code == 0, promoted.output.c_str());
    QVERIFY(changed && went_on);
    QVERIFY2(wrong.empty(), wrong.c_str());
    QTRY_COMPARE_WITH_TIMEOUT(f_->ctlJson({"deploy", "show", "zones"})["serving_version"].get<std::string>(),
                              std::string("2"), 60'000);
    const auto answer = predict();
    AERIE_VERIFY_OK(answer);
    QCOMPARE(answer->values, *after);
  }

  void aTrainingJobIsPublishedAndServedByItself() {
    QVERIFY(!f_->write("jobs/zones.csv", "zone\nATL\nORD\n*\n").empty());
    std::filesystem::copy(f_->path("prepared"), f_->path("jobs/prepared"),
                          std::filesystem::copy_options::recursive);
    const std::string job = f_->write("jobs/job.yaml", kJob);
    AERIE_VERIFY_OK(startTraining());
    const CtlRun run = training({"submit", job, "--wait"});
    const CtlRun log = training({"logs", "1"});
    QVERIFY2(run.code == 0, (run.output + log.output).c_str());
    // The job has promoted its version: the deployment follows.
    const bool changed = QTest::qWaitFor(
        [&] {
          const auto answer = predict();
          return answer.ok() && answer->version == "3";
        },
        90'000);
    stopTraining();
    QVERIFY2(changed, f_->ctl({"deploy", "show", "zones"}).output.c_str());
    const json shown = f_->ctlJson({"model", "show", "arrival_delay_zones", "production"});
    QCOMPARE(shown["manifest"]["lineage"]["training_job"].get<std::string>(),
             std::string("job 1 of zone_training"));
    for (const auto& [origin, month] :
         {std::pair("ATL", "1"), {"ATL", "*"}, {"ORD", "1"}, {"ORD", "*"}, {"*", "1"}, {"*", "*"}})
      AERIE_VERIFY_OK(trainOne("third", origin, month, "10"));
    const auto answer = predict();
    AERIE_VERIFY_OK(answer);
    const auto direct = directly("third");
    AERIE_VERIFY_OK(direct);
    QVERIFY2(answer->status.empty(), answer->error.c_str());
    QCOMPARE(answer->values, *direct);
  }

  void everyVersionOfAJobIsDeployedAndServesItsOwnZone() {
    const std::string job = f_->write("jobs/versions.yaml", kVersionsJob);
    AERIE_VERIFY_OK(startTraining());
    const CtlRun run = training({"submit", job, "--wait"});
    const CtlRun log = training({"logs", "2"});
    stopTraining();
    QVERIFY2(run.code == 0, (run.output + log.output).c_str());
    const std::vector<std::string> origins = {"ATL", "ORD"};
    std::vector<std::vector<float>> served;
    for (std::size_t i = 0; i < origins.size(); ++i) {
      const std::string version = std::to_string(i + 1), name = "airport" + version;
      const json shown = f_->ctlJson({"model", "show", "arrival_delay_airports", version});
      QCOMPARE(shown["manifest"]["lineage"]["training_job"].get<std::string>(),
               "job 2 of airports, task " + origins[i]);
      CTL_VERIFY(f_->ctl({"deploy", "create", name, "--model", "arrival_delay_airports", "--model-version",
                          version, "--wait", "--wait-seconds", "90"}));
      CTL_VERIFY(f_->ctl({"route", "apply",
                          f_->write(name + ".yaml", fmt::format("model_use_case: {}\n"
                                                                "default_worker_endpoint: {}\n",
                                                                name, name))}));
      QTRY_VERIFY_WITH_TIMEOUT(ask(f_->stack().proxyChannel(), name, items_).ok(), 30'000);
      const auto answer = ask(f_->stack().proxyChannel(), name, items_);
      AERIE_VERIFY_OK(answer);
      QVERIFY2(answer->status.empty(), answer->error.c_str());
      QCOMPARE(answer->version, version);
      // The same training as a part, in a folder where nothing else answers.
      AERIE_VERIFY_OK(trainOne(name, origins[i], "*", "10"));
      AERIE_VERIFY_OK(moveToFallback(name, origins[i]));
      const auto direct = directly(name);
      AERIE_VERIFY_OK(direct);
      QCOMPARE(answer->values, *direct);
      served.push_back(answer->values);
    }
    QVERIFY(served[0] != served[1]);
  }

  void withoutAFallbackAnItemOfAnUnknownZoneFailsAlone() {
    AERIE_VERIFY_OK(train("bare", "50", false));
    const auto bundle = assemble("bare", "bare_zones");
    AERIE_VERIFY_OK(bundle);
    CTL_VERIFY(f_->ctl({"model", "register", *bundle}));
    CTL_VERIFY(f_->ctl({"deploy", "create", "bare", "--model", "bare_zones", "--model-version", "1", "--wait",
                        "--wait-seconds", "90"}));
    CTL_VERIFY(f_->ctl(
        {"route", "apply", f_->write("bare.yaml", "model_use_case: bare\ndefault_worker_endpoint: bare\n")}));
    QTRY_VERIFY_WITH_TIMEOUT(ask(f_->stack().proxyChannel(), "bare", items_).ok(), 30'000);
    const auto answer = ask(f_->stack().proxyChannel(), "bare", items_);
    AERIE_VERIFY_OK(answer);
    const auto direct = directly("bare");
    AERIE_VERIFY_OK(direct);
    int failed = 0;
    for (std::size_t i = 0; i < direct->size(); ++i) {
      QCOMPARE(std::isnan(answer->values[i]), std::isnan((*direct)[i]));
      if (std::isnan((*direct)[i])) {
        ++failed;
        QVERIFY(answer->status[i] != 0);
      } else {
        QCOMPARE(answer->values[i], (*direct)[i]);
      }
    }
    QVERIFY(failed > 0 && failed < static_cast<int>(direct->size()));
    QVERIFY2(answer->error.find("the model has no part for origin=") != std::string::npos,
             answer->error.c_str());
  }

 private:
  static absl::Status run(std::vector<std::string> words) {
    words.insert(words.begin(), AERIE_BIN_DIR "/aerie-train-xgboost");
    ChildOptions child;
    child.arguments = std::move(words);
    AERIE_ASSIGN_OR_RETURN(const RunResult result, runToEnd(child));
    return result.exit.clean() ? absl::OkStatus()
                               : failedPrecondition("{}: {}", result.exit.text(), result.output);
  }

  static std::vector<std::pair<std::string, std::string>> zonesOf(bool fallback) {
    std::vector<std::pair<std::string, std::string>> zones;
    for (const char* origin : {"ATL", "ORD", "DEN", "GRR", "AVL"}) {
      for (const char* month : {"1", "2"}) zones.emplace_back(origin, month);
    }
    if (fallback) {
      zones.insert(zones.end(), {{"ATL", "*"}, {"*", "1"}, {"*", "*"}});
    }
    return zones;
  }

  // As a job's tasks: one process for each zone.
  absl::Status train(const std::string& name, const std::string& min_rows, bool fallback) {
    for (const auto& [origin, month] : zonesOf(fallback))
      AERIE_RETURN_IF_ERROR(trainOne(name, origin, month, min_rows));
    return absl::OkStatus();
  }
  absl::Status trainOne(const std::string& name, const std::string& origin, const std::string& month,
                        const std::string& min_rows) {
    return run({"part", "--prepared", f_->path("prepared"), "--zone=" + origin, "--month=" + month,
                "--min-rows", min_rows, "--out", partOf(name, origin, month)});
  }

  // From here on the part answers every item.
  absl::Status moveToFallback(const std::string& name, const std::string& origin) {
    std::error_code error;
    std::filesystem::rename(partOf(name, origin, "*"), partOf(name, "*", "*"), error);
    return error ? failedPrecondition("{}", error.message()) : absl::OkStatus();
  }

  absl::Status startTraining() {
    std::filesystem::remove(f_->path("training.address"));
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-training",
                       "--state-dir",
                       f_->path("training"),
                       "--listen",
                       "unix:" + f_->path("training.sock"),
                       "--metrics-listen",
                       "127.0.0.1:0",
                       "--address-file",
                       f_->path("training.address"),
                       "--control",
                       f_->stack().controlAddress(),
                       "--signing-key",
                       f_->stack().signingKey().string(),
                       "--cpus",
                       "2",
                       "--stop-tasks"};
    child.output = f_->path("training.log");
    AERIE_ASSIGN_OR_RETURN(training_, spawnChild(child));
    return sim::waitFor("aerie-training to serve", std::chrono::seconds(30),
                        [&] { return std::filesystem::exists(f_->path("training.address")); });
  }
  void stopTraining() {
    if (training_ <= 0) return;
    signalChild(training_, SIGTERM).IgnoreError();
    static_cast<void>(QTest::qWaitFor([&] { return pollChild(training_).has_value(); }, 30'000));
    training_ = 0;
  }
  CtlRun training(std::vector<std::string> words) const {
    words.insert(words.begin(), "train");
    words.insert(words.end(), {"--training", "unix:" + f_->path("training.sock")});
    return f_->ctl(std::move(words));
  }
  std::string partOf(const std::string& name, const std::string& origin, const std::string& month) const {
    return f_->path(name + "/" + origin + "." + month);
  }
  absl::StatusOr<std::string> assemble(const std::string& name, const std::string& model) {
    const std::string bundle = f_->path(name + ".aerie");
    AERIE_RETURN_IF_ERROR(run({"assemble", "--parts", f_->path(name), "--model", model, "--signing-key",
                               f_->stack().signingKey().string(), "--out", bundle}));
    return bundle;
  }

  // Flights of airports with a part, of one without (SEA) and of one that nobody knows, in three months.
  absl::StatusOr<frame::DataFrame> someItems() const {
    std::vector<std::string> origins, destinations;
    std::vector<std::int64_t> months, hours, weekdays;
    std::vector<double> distances;
    int number = 0;
    for (const char* origin : {"ATL", "ORD", "DEN", "GRR", "AVL", "SEA", "XYZ"}) {
      for (const std::int64_t month : {1, 2, 7}) {
        for (int i = 0; i < 2; ++i, ++number) {
          origins.emplace_back(origin);
          destinations.emplace_back(number % 2 == 0 ? "LAX" : "BOS");
          months.push_back(month);
          hours.push_back(number * 5 % 24);
          weekdays.push_back(number % 7 + 1);
          distances.push_back(200 + number * 37);
        }
      }
    }
    return frame::DataFrame::create({frame::Column::ofStrings("origin", std::move(origins)),
                                     frame::Column::ofInt64s("month", std::move(months)),
                                     frame::Column::ofInt64s("hour", std::move(hours)),
                                     frame::Column::ofInt64s("weekday", std::move(weekdays)),
                                     frame::Column::ofDoubles("distance", std::move(distances)),
                                     frame::Column::ofStrings("destination", std::move(destinations))});
  }
  absl::StatusOr<Answer> predict() const { return ask(f_->stack().proxyChannel(), "delay_by_zone", items_); }

  absl::StatusOr<std::vector<float>> directly(const std::string& name) const {
    return directly(name, items_);
  }
  // What each item's part predicts by itself, from the files that its task left; NaN: no part takes it.
  absl::StatusOr<std::vector<float>> directly(const std::string& name, const frame::DataFrame& items,
                                              bool only_fallback = false) const {
    v1::FeatureLocationConfig features;
    v1::PreprocessorConfig preprocessor;
    const std::filesystem::path shared = std::filesystem::path(f_->path("prepared")) / "shared";
    AERIE_RETURN_IF_ERROR(train::readMessage(shared / "features.pb", features));
    AERIE_RETURN_IF_ERROR(train::readMessage(shared / "preprocessor.pb", preprocessor));
    AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix inputs,
                           train::matrixOf(features, preprocessor, items));
    std::vector<float> values;
    for (std::size_t row = 0; row < items.rows(); ++row) {
      const std::string origin = only_fallback ? "*" : items.find("origin")->textAt(row);
      const std::string month = only_fallback ? "*" : items.find("month")->textAt(row);
      float value = NAN;
      for (const auto& [o, m] : {std::pair(origin, month), {origin, "*"}, {"*", month}, {"*", "*"}}) {
        const std::filesystem::path file = std::filesystem::path(partOf(name, o, m)) / "model.ubj";
        if (!std::filesystem::exists(file)) continue;
        AERIE_ASSIGN_OR_RETURN(const auto model, inference::XgboostModel::load(file));
        AERIE_ASSIGN_OR_RETURN(
            const std::vector<float> one,
            model->predict(inputs.values.data() + row * inputs.columns, 1, inputs.columns));
        value = one[0];
        break;
      }
      values.push_back(value);
    }
    return values;
  }

  std::unique_ptr<StackFixture> f_;
  pid_t training_ = 0;
  frame::DataFrame items_;
};

QTEST_GUILESS_MAIN(TstZoneTraining)
#include "tst_zone_training.moc"
