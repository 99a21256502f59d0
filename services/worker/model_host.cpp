#include "services/worker/model_host.h"

#include <cmath>
#include <future>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/trusted_keys.h"
#include "core/features/cached_store.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/inference/runtime_factory.h"
#include "core/telemetry/log.h"
#include "services/worker/sidecar.h"

namespace aerie::worker {
namespace {

constexpr double kDefaultTolerance = 1e-6;
constexpr auto kSelfTestTimeout = std::chrono::seconds(60);

std::vector<preprocess::InputColumn> inputsOf(const features::FeatureLoader& loader) {
  std::vector<preprocess::InputColumn> inputs;
  for (const features::TableColumn& column : loader.outputColumns()) {
    inputs.push_back({column.name, column.type, column.dimension});
  }
  return inputs;
}

bool isNumber(const frame::Column& column) {
  return column.type() != frame::DataType::kString && column.type() != frame::DataType::kFloatVector;
}

// Why two cells differ, or "" when they agree.
std::string difference(const frame::Column& expected, const frame::Column& actual, std::size_t row,
                       double tolerance) {
  if (expected.isNull(row) != actual.isNull(row)) {
    return fmt::format("expected {}, got {}", expected.isNull(row) ? "null" : "a value",
                       actual.isNull(row) ? "null" : "a value");
  }
  if (expected.isNull(row)) return "";
  const auto differ = [&](double a, double b) {
    return !(a == b || std::abs(a - b) <= tolerance || (std::isnan(a) && std::isnan(b)));
  };
  if (isNumber(expected) && isNumber(actual)) {
    const double a = expected.numberAt(row);
    const double b = actual.numberAt(row);
    return differ(a, b) ? fmt::format("expected {}, got {} (tolerance {})", a, b, tolerance) : "";
  }
  if (expected.type() != actual.type()) {
    return fmt::format("expected type {}, got {}", name(expected.type()), name(actual.type()));
  }
  if (expected.type() == frame::DataType::kString) {
    const auto a = expected.strings()[row];
    const auto b = actual.strings()[row];
    return a == b ? "" : fmt::format("expected '{}', got '{}'", a, b);
  }
  if (expected.dimension() != actual.dimension()) {
    return fmt::format("expected {} values, got {}", expected.dimension(), actual.dimension());
  }
  for (std::size_t i = row * expected.dimension(); i < (row + 1) * expected.dimension(); ++i) {
    const double a = expected.floats()[i];
    const double b = actual.floats()[i];
    if (differ(a, b)) return fmt::format("expected {}, got {} (tolerance {})", a, b, tolerance);
  }
  return "";
}

absl::StatusOr<frame::DataFrame> optionalFrame(bool present, const v1::DataFrame& message) {
  if (!present) return frame::DataFrame();
  return frame::fromWire(message);
}

}  // namespace

absl::Status compareOutputs(const frame::DataFrame& expected, const frame::DataFrame& actual,
                            double tolerance) {
  for (const frame::Column& column : expected.columns()) {
    const frame::Column* answer = actual.find(column.name());
    if (answer == nullptr) return failedPrecondition("the model has no output '{}'", column.name());
    if (answer->rows() != column.rows()) {
      return failedPrecondition("output '{}' has {} rows instead of {}", column.name(), answer->rows(),
                                column.rows());
    }
    for (std::size_t row = 0; row < column.rows(); ++row) {
      const std::string why = difference(column, *answer, row, tolerance);
      if (!why.empty()) return failedPrecondition("row {}, output '{}': {}", row, column.name(), why);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<ModelHost>> ModelHost::load(const WorkerOptions& options,
                                                           const std::filesystem::path& archive, Clock& clock,
                                                           Callbacks callbacks) {
  std::unique_ptr<ModelHost> host(new ModelHost());
  AERIE_ASSIGN_OR_RETURN(const bundle::TrustedKeys trusted, bundle::TrustedKeys::load(options.trusted_keys));
  const std::filesystem::path extracted = options.directory() / "bundle";
  std::error_code error;
  std::filesystem::remove_all(extracted, error);
  AERIE_RETURN_IF_ERROR(makeDirectories(options.directory(), 0700));
  AERIE_ASSIGN_OR_RETURN(host->bundle_, bundle::open(archive, trusted, extracted));
  const v1::BundleManifest& manifest = host->bundle_.manifest;
  host->version_ = manifest.version().empty() ? options.version : manifest.version();
  if (!options.model.empty() && manifest.model() != options.model) {
    return failedPrecondition("{} holds model {}, not {} as --model says", archive.string(), manifest.model(),
                              options.model);
  }
  if (!options.version.empty() && host->version_ != options.version) {
    return failedPrecondition("{} holds {}@{}, not version {} as --model-version says", archive.string(),
                              manifest.model(), host->version_, options.version);
  }
  AERIE_RETURN_IF_ERROR(host->openFeatures(options, clock));
  AERIE_ASSIGN_OR_RETURN(preprocess::Pipeline preprocessor,
                         preprocess::Pipeline::compile(host->bundle_.preprocessor, inputsOf(*host->loader_)));
  host->preprocessor_ = std::make_unique<preprocess::Pipeline>(std::move(preprocessor));
  if (!host->bundle_.model_path.empty()) {
    AERIE_ASSIGN_OR_RETURN(host->zones_, ZoneRows::create(host->bundle_.model_path));
  }
  AERIE_RETURN_IF_ERROR(host->openRuntime(options, std::move(callbacks)));
  return host;
}

absl::Status ModelHost::openFeatures(const WorkerOptions& options, Clock& clock) {
  if (!options.feature_store.empty()) {
    AERIE_ASSIGN_OR_RETURN(store_, features::openFeatureStore(options.feature_store));
    if (options.feature_cache_entries > 0 && options.feature_cache_ttl_ms > 0) {
      features::CacheOptions cache;
      cache.max_entries = static_cast<std::size_t>(options.feature_cache_entries);
      cache.ttl = std::chrono::milliseconds(options.feature_cache_ttl_ms);
      cache.negative_ttl = std::min<Duration>(cache.negative_ttl, cache.ttl);
      auto cached = std::make_unique<features::CachedFeatureStore>(std::move(store_), cache, clock);
      cache_ = cached.get();
      store_ = std::move(cached);
    }
  }
  for (const v1::FeatureLocation& feature : bundle_.features.features()) {
    if (feature.source() == v1::STORE && store_ == nullptr) {
      return failedPrecondition("feature '{}' comes from table {} of a feature store; set --feature-store",
                                feature.name(), feature.table());
    }
  }
  AERIE_ASSIGN_OR_RETURN(loader_, features::FeatureLoader::create(bundle_.features, store_.get()));
  return absl::OkStatus();
}

absl::Status ModelHost::openRuntime(const WorkerOptions& options, Callbacks callbacks) {
  const v1::BundleManifest& manifest = bundle_.manifest;
  const std::vector<std::string> outputs(manifest.output_names().begin(), manifest.output_names().end());
  const bool local = options.runtime == "sidecar" || options.runtime == "embedded";
  if (local && bundle_.model_path.empty()) {
    return failedPrecondition(
        "{}@{} has no model file of its own: it is made for runtime {}; set --runtime {} and --runtime-url",
        manifest.model(), version_, manifest.runtime(), manifest.runtime());
  }
  if (options.runtime == "sidecar") {
    SidecarOptions sidecar;
    sidecar.program = options.sidecar;
    sidecar.model_file = bundle_.model_path;
    sidecar.model = manifest.model();
    sidecar.version = version_;
    sidecar.output_names = outputs;
    sidecar.directory = options.directory();
    sidecar.metrics_listen = options.sidecar_metrics_listen;
    sidecar.on_change = std::move(callbacks.on_runtime_change);
    sidecar.stopping = std::move(callbacks.stopping);
    AERIE_ASSIGN_OR_RETURN(std::unique_ptr<SidecarRuntime> runtime,
                           SidecarRuntime::start(std::move(sidecar)));
    sidecar_ = runtime.get();
    runtime_ = std::move(runtime);
    return absl::OkStatus();
  }
  std::size_t columns = 0;
  for (const preprocess::InputColumn& column : preprocessor_->outputs()) columns += column.dimension;
  inference::RuntimeConfig config;
  config.runtime = options.runtime;
  config.model_file = bundle_.model_path;
  config.url = options.runtime_url;
  config.model = manifest.model();
  config.version = version_;
  config.output_names = outputs;
  config.expected_columns = columns;
  config.channel = options.common.channelOptions();
  AERIE_ASSIGN_OR_RETURN(runtime_, inference::createRuntime(config));
  return withContext(runtime_->ready(), runtime_->description());
}

void ModelHost::stopSidecar() {
  if (sidecar_ != nullptr) sidecar_->stop();
}

absl::StatusOr<frame::DataFrame> ModelHost::predictSelfTest(const frame::DataFrame* stored) const {
  const v1::SelfTest& test = bundle_.self_test;
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame shared,
                         optionalFrame(test.has_shared_features(), test.shared_features()));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame queries,
                         optionalFrame(test.has_query_data_frame(), test.query_data_frame()));
  frame::DataFrame items = frame::DataFrame::empty(1);
  if (test.has_feature_data_frame()) {
    AERIE_ASSIGN_OR_RETURN(items, frame::fromWire(test.feature_data_frame()));
  }
  const frame::DataFrame nothing_stored = frame::DataFrame::empty(items.rows());
  if (stored != nullptr && stored->columns().empty()) stored = &nothing_stored;
  AERIE_ASSIGN_OR_RETURN(const features::LoadedFeatures loaded,
                         loader_->load(shared, items, queries, stored));
  if (stored != nullptr && !loaded.failures.empty()) {
    return failedPrecondition("row {}: {}", loaded.failures.front().row,
                              messageOf(loaded.failures.front().status));
  }
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame inputs, preprocessor_->run(loaded.frame));
  AERIE_ASSIGN_OR_RETURN(inference::InputMatrix matrix, inference::toMatrix(inputs));
  auto promise = std::make_shared<std::promise<absl::StatusOr<frame::DataFrame>>>();
  auto answer = promise->get_future();
  runtime_->predict(
      std::make_shared<inference::InputMatrix>(std::move(matrix)),
      std::chrono::system_clock::now() + kSelfTestTimeout,
      [promise](absl::StatusOr<frame::DataFrame> outputs) { promise->set_value(std::move(outputs)); });
  return answer.get();
}

absl::Status ModelHost::selfTest() const {
  const v1::SelfTest& test = bundle_.self_test;
  if (bundle::selfTestRows(test) == 0) {
    log::get("worker")->warn("self_test_absent model={}@{}: the bundle has no self-test rows",
                             bundle_.manifest.model(), version_);
    return absl::OkStatus();
  }
  AERIE_ASSIGN_OR_RETURN(frame::DataFrame stored,
                         optionalFrame(test.has_stored_features(), test.stored_features()));
  // A model without stored features has none to give per item.
  if (stored.columns().empty()) stored = frame::DataFrame::empty(bundle::selfTestRows(test));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame expected, frame::fromWire(test.expected_outputs()));
  auto outputs = predictSelfTest(&stored);
  absl::Status status = outputs.status();
  if (status.ok())
    status = compareOutputs(expected, *outputs, test.tolerance() > 0 ? test.tolerance() : kDefaultTolerance);
  return withContext(status, fmt::format("self-test of {}@{}", bundle_.manifest.model(), version_));
}

absl::Status ModelHost::warmUp(std::int64_t times) const {
  if (bundle::selfTestRows(bundle_.self_test) == 0) return absl::OkStatus();
  for (std::int64_t i = 0; i < times; ++i) {
    // A store without these keys, or down, is no reason not to serve: rows take defaults or fail one by one.
    const auto outputs = predictSelfTest(nullptr);
    if (!outputs.ok())
      return withContext(outputs.status(),
                         fmt::format("warm-up of {}@{}", bundle_.manifest.model(), version_));
  }
  return absl::OkStatus();
}

}  // namespace aerie::worker
