// Real daemons in a temporary folder, with a model trained on a slice of the demo record: for integration
// tests.
#pragma once

#include <QtTest>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/files.h"
#include "core/features/feature_store.h"
#include "sim/scenarios/stack.h"
#include "sim/world/late_rates.h"
#include "tests/services/ctl/ctl_program.h"
#include "tests/status_checks.h"

namespace aerie::test {

// Not thread-safe. The destructor stops every process that the fixture started.
class StackFixture final {
 public:
  static constexpr const char* kTrainFrom = "2001-01-01";
  static constexpr const char* kTrainTo = "2001-02-01";
  static constexpr const char* kTestTo = "2001-02-15";

  // Control plane and proxy serve; the feature store holds the late rates of the training period.
  static absl::StatusOr<std::unique_ptr<StackFixture>> start() {
    AERIE_ASSIGN_OR_RETURN(TempDir folder, TempDir::create("aerie-it"));
    AERIE_ASSIGN_OR_RETURN(sim::Flights flights, sim::Flights::load(flightsFile()));
    sim::StackOptions options;
    options.bin_directory = AERIE_BIN_DIR;
    options.state_directory = folder.path() / "state";
    AERIE_ASSIGN_OR_RETURN(std::unique_ptr<sim::Stack> stack, sim::Stack::create(options));
    std::unique_ptr<StackFixture> fixture(
        new StackFixture(std::move(folder), std::move(flights), std::move(stack)));
    AERIE_RETURN_IF_ERROR(fixture->loadFeatures());
    AERIE_RETURN_IF_ERROR(fixture->stack_->startControl());
    AERIE_RETURN_IF_ERROR(fixture->stack_->startProxy());
    return fixture;
  }

  static std::string flightsFile() { return AERIE_SOURCE_DIR "/resources/demo/flights-2001.csv.zst"; }

  // Trains version `version` of arrival_delay (with stored features or not) and answers its bundle's path.
  absl::StatusOr<std::string> train(const std::string& version, bool stored_features, int trees = 5) {
    const std::string bundle = path("arrival_delay-" + version + ".aerie");
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-train-xgboost",
                       "--data",
                       flightsFile(),
                       "--out",
                       bundle,
                       "--signing-key",
                       stack_->signingKey().string(),
                       "--train-from",
                       kTrainFrom,
                       "--train-to",
                       kTrainTo,
                       "--test-to",
                       kTestTo,
                       "--trees",
                       std::to_string(trees),
                       "--depth",
                       "3",
                       "--model-version",
                       version};
    if (stored_features) child.arguments.push_back("--stored-features");
    AERIE_ASSIGN_OR_RETURN(const RunResult run, runToEnd(child));
    if (!run.exit.clean()) return failedPrecondition("training {}: {}", run.exit.text(), run.output);
    return bundle;
  }

  // aeriectl against this stack.
  CtlRun ctl(std::vector<std::string> words) const {
    words.insert(words.begin(), {"--control", stack_->controlAddress(), "--proxy", stack_->proxyAddress()});
    return test::ctl(std::move(words), folder_.path().string());
  }
  // The same with --output json; null when the output is not JSON.
  nlohmann::json ctlJson(std::vector<std::string> words) const {
    words.insert(words.end(), {"--output", "json"});
    const nlohmann::json document = nlohmann::json::parse(ctl(std::move(words)).output, nullptr, false);
    return document.is_discarded() ? nlohmann::json() : document;
  }

  // A file in the fixture's folder.
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    return writeFileAtomic(path(name), text).ok() ? path(name) : std::string();
  }

  sim::Stack& stack() { return *stack_; }
  const sim::Flights& flights() const { return flights_; }

 private:
  StackFixture(TempDir folder, sim::Flights flights, std::unique_ptr<sim::Stack> stack)
      : folder_(std::move(folder)), flights_(std::move(flights)), stack_(std::move(stack)) {}

  absl::Status loadFeatures() {
    AERIE_ASSIGN_OR_RETURN(const std::size_t begin, flights_.firstAt(kTrainFrom));
    AERIE_ASSIGN_OR_RETURN(const std::size_t end, flights_.firstAt(kTrainTo));
    AERIE_ASSIGN_OR_RETURN(const auto store, features::openFeatureStore(stack_->featureStore()));
    for (const sim::FeatureTable& table : sim::LateRates(flights_, begin, end).tables()) {
      AERIE_RETURN_IF_ERROR(store->put(table.schema, table.rows));
    }
    return absl::OkStatus();
  }

  TempDir folder_;
  sim::Flights flights_;
  std::unique_ptr<sim::Stack> stack_;
};

}  // namespace aerie::test
