#include "services/worker/worker_pipeline.h"

#include <numeric>
#include <unordered_map>

#include "core/base/status.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/telemetry/log.h"

namespace aerie::worker {
namespace {

constexpr Duration kStoreWarningInterval = std::chrono::seconds(10);

// Which request, which frame, what is wrong with it.
absl::StatusOr<frame::DataFrame> decodeFrame(const std::shared_ptr<const v1::WorkerRequest>& owner,
                                             bool present, const v1::DataFrame& message,
                                             std::string_view field, const frame::WireLimits& limits) {
  if (!present) return frame::DataFrame();
  auto decoded = frame::fromWire(owner, message, limits);
  if (!decoded.ok()) return withContext(decoded.status(), field);
  return decoded;
}

}  // namespace

// Everything of one request while it is under way.
struct WorkerPipeline::Work {
  PredictCall call;
  MonoTime began;
  frame::DataFrame shared;
  frame::DataFrame items;
  frame::DataFrame queries;
  std::size_t rows = 0;
  frame::DataFrame raw;  // every row
  std::vector<features::RowFailure> failures;
  std::vector<std::uint32_t> good;  // rows that go on; empty when all do
  frame::DataFrame preprocessed;    // of the good rows
  frame::DataFrame outputs;         // likewise
  MonoTime model_began;
};

WorkerPipeline::WorkerPipeline(PipelineParts parts, PipelineOptions options)
    : parts_(parts), options_(std::move(options)) {
  AERIE_CHECK(parts_.loader != nullptr && parts_.preprocessor != nullptr && parts_.runtime != nullptr);
  AERIE_CHECK(parts_.metrics != nullptr && parts_.clock != nullptr);
  AERIE_CHECK(parts_.executor != nullptr || !(parts_.loader->readsStore() || parts_.runtime->blocks()));
}

WorkerPipeline::~WorkerPipeline() { AERIE_CHECK(in_flight_.load() == 0); }

void WorkerPipeline::predict(PredictCall call) {
  const std::size_t before = in_flight_.fetch_add(1);
  parts_.metrics->setInFlight(before + 1);
  auto work = std::make_shared<Work>();
  work->call = std::move(call);
  work->began = parts_.clock->monoNow();
  if (before >= options_.max_in_flight) {
    return finish(
        work,
        resourceExhausted("worker endpoint {} already answers {} requests, its limit (max-in-flight); retry "
                          "later, or add replicas",
                          options_.identity.endpoint, before));
  }
  work->call.deadline =
      std::min(work->call.deadline, std::chrono::system_clock::now() + options_.request_timeout);
  const bool blocks = parts_.loader->readsStore() || parts_.runtime->blocks();
  if (work->call.may_block || !blocks) return run(work);
  if (parts_.executor->submit([this, work] { run(work); })) return;
  finish(work, resourceExhausted(
                   "worker endpoint {} has too many requests waiting for the feature store and the model; "
                   "retry later, or add replicas",
                   options_.identity.endpoint));
}

void WorkerPipeline::run(const std::shared_ptr<Work>& work) {
  absl::Status status = stopped(*work);
  if (status.ok()) status = decode(*work);
  if (status.ok()) status = load(*work);
  if (!status.ok()) return finish(work, status);
  if (work->failures.size() == work->rows) return answerFailures(work);  // also a request without items
  auto matrix = preprocess(*work);
  status = matrix.ok() ? stopped(*work) : matrix.status();
  if (!status.ok()) return finish(work, status);
  if (work->failures.size() == work->rows) return answerFailures(work);
  work->model_began = parts_.clock->monoNow();
  parts_.runtime->predict(
      std::make_shared<inference::InputMatrix>(*std::move(matrix)), work->call.deadline,
      [this, work](absl::StatusOr<frame::DataFrame> outputs) { onModelAnswer(work, std::move(outputs)); });
}

void WorkerPipeline::answerFailures(const std::shared_ptr<Work>& work) {
  const absl::Status status = encode(*work);
  if (status.ok()) logFeatures(work);
  finish(work, status);
}

absl::Status WorkerPipeline::decode(Work& work) const {
  const v1::WorkerRequest& request = *work.call.request;
  const frame::WireLimits limits{.max_rows = options_.max_rows};
  AERIE_ASSIGN_OR_RETURN(work.shared, decodeFrame(work.call.request, request.has_shared_features(),
                                                  request.shared_features(), "shared_features", limits));
  AERIE_ASSIGN_OR_RETURN(work.items, decodeFrame(work.call.request, request.has_feature_data_frame(),
                                                 request.feature_data_frame(), "feature_data_frame", limits));
  AERIE_ASSIGN_OR_RETURN(work.queries, decodeFrame(work.call.request, request.has_query_data_frame(),
                                                   request.query_data_frame(), "query_data_frame", limits));
  // Shared features alone ask for one prediction.
  if (!request.has_feature_data_frame() && request.has_shared_features())
    work.items = frame::DataFrame::empty(1);
  work.rows = work.items.rows();
  parts_.metrics->time(Stage::kDecode, parts_.clock->monoNow() - work.began);
  return absl::OkStatus();
}

absl::Status WorkerPipeline::load(Work& work) {
  if (work.rows == 0) return absl::OkStatus();
  const MonoTime began = parts_.clock->monoNow();
  AERIE_ASSIGN_OR_RETURN(features::LoadedFeatures loaded,
                         parts_.loader->load(work.shared, work.items, work.queries));
  if (parts_.cache != nullptr) parts_.metrics->setCache(parts_.cache->hits(), parts_.cache->misses());
  for (const features::DefaultedFeature& d : loaded.defaulted)
    parts_.metrics->countDefaults(d.feature, d.rows);
  if (loaded.store_unavailable) {
    parts_.metrics->countStoreError();
    const std::int64_t now = began.time_since_epoch().count();
    std::int64_t due = next_store_warning_.load();
    if (now >= due && next_store_warning_.compare_exchange_strong(due, now + kStoreWarningInterval.count())) {
      log::get("worker")->warn("feature_store_unavailable defaults stand in: {}",
                               toText(loaded.store_status));
    }
  }
  work.raw = std::move(loaded.frame);
  work.failures = std::move(loaded.failures);
  if (!work.failures.empty()) {
    auto failure = work.failures.begin();
    for (std::uint32_t row = 0; row < work.rows; ++row) {
      if (failure != work.failures.end() && failure->row == row) {
        ++failure;
      } else {
        work.good.push_back(row);
      }
    }
  }
  parts_.metrics->time(Stage::kFeatures, parts_.clock->monoNow() - began);
  return absl::OkStatus();
}

absl::StatusOr<inference::InputMatrix> WorkerPipeline::preprocess(Work& work) {
  const MonoTime began = parts_.clock->monoNow();
  AERIE_ASSIGN_OR_RETURN(
      work.preprocessed,
      parts_.preprocessor->run(work.failures.empty() ? work.raw : work.raw.gather(work.good)));
  auto matrix = inference::toMatrix(work.preprocessed);
  if (matrix.ok() && parts_.zones != nullptr) failUnknownZones(work, *matrix);
  parts_.metrics->time(Stage::kPreprocess, parts_.clock->monoNow() - began);
  return matrix;
}

void WorkerPipeline::failUnknownZones(Work& work, inference::InputMatrix& matrix) const {
  const std::vector<std::uint32_t> unknown = parts_.zones->takeOut(matrix);
  if (unknown.empty()) return;
  std::vector<std::uint32_t> rows =
      std::move(work.good);  // of the request, for each row that was preprocessed
  if (rows.empty()) {
    rows.resize(work.rows);
    std::iota(rows.begin(), rows.end(), 0U);
  }
  std::vector<std::uint32_t> kept;
  work.good.clear();
  auto next = unknown.begin();
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (next != unknown.end() && *next == i) {
      ++next;
      work.failures.push_back({rows[i], parts_.zones->noPart(work.raw, rows[i])});
    } else {
      kept.push_back(i);
      work.good.push_back(rows[i]);
    }
  }
  work.preprocessed = kept.empty() ? frame::DataFrame() : work.preprocessed.gather(kept);
}

void WorkerPipeline::onModelAnswer(const std::shared_ptr<Work>& work,
                                   absl::StatusOr<frame::DataFrame> outputs) {
  parts_.metrics->time(Stage::kModel, parts_.clock->monoNow() - work->model_began);
  if (!outputs.ok()) return finish(work, outputs.status());
  const std::size_t asked = work->rows - work->failures.size();
  if (outputs->rows() != asked) {
    return finish(work, internalError("{} answered {} rows for {}", parts_.runtime->description(),
                                      outputs->rows(), asked));
  }
  work->outputs = *std::move(outputs);
  const absl::Status status = encode(*work);
  if (status.ok()) logFeatures(work);
  finish(work, status);
}

absl::Status WorkerPipeline::encode(Work& work) {
  const MonoTime began = parts_.clock->monoNow();
  v1::PredictResponse& response = *work.call.response;
  response.set_request_id(work.call.request->request_id());
  v1::ServedBy* served_by = response.add_served_by();
  served_by->set_endpoint(options_.identity.endpoint);
  served_by->set_model(options_.identity.model);
  served_by->set_version(options_.identity.version);
  served_by->set_replica(options_.identity.replica);
  if (work.failures.empty()) {
    frame::toWire(work.outputs, response.mutable_outputs());
  } else {
    const frame::Part part{work.outputs, work.good};
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame whole, frame::scatterMerge(std::span(&part, 1), work.rows));
    frame::toWire(whole, response.mutable_outputs());
    response.mutable_item_status()->Resize(static_cast<int>(work.rows), 0);
    response.mutable_item_error()->Resize(static_cast<int>(work.rows), 0);
    response.add_errors();
    std::unordered_map<std::string, std::uint32_t> known;
    for (const features::RowFailure& failure : work.failures) {
      std::string message = messageOf(failure.status);
      const auto [entry, is_new] =
          known.try_emplace(message, static_cast<std::uint32_t>(response.errors_size()));
      if (is_new) response.add_errors(std::move(message));
      response.set_item_status(static_cast<int>(failure.row), static_cast<int>(failure.status.code()));
      response.set_item_error(static_cast<int>(failure.row), entry->second);
      parts_.metrics->countRows(failure.status.code(), 1);
    }
  }
  parts_.metrics->countRows(absl::StatusCode::kOk, work.rows - work.failures.size());
  parts_.metrics->time(Stage::kEncode, parts_.clock->monoNow() - began);
  return absl::OkStatus();
}

void WorkerPipeline::logFeatures(const std::shared_ptr<Work>& work) {
  if (parts_.log == nullptr || work->rows == 0) return;
  auto logged = std::make_shared<LoggedPrediction>();
  logged->raw = work->raw;
  logged->preprocessed = work->preprocessed;
  logged->outputs = work->outputs;
  if (!work->failures.empty()) {
    logged->codes.assign(work->rows, 0);
    for (const features::RowFailure& failure : work->failures) {
      logged->codes[failure.row] = static_cast<int>(failure.status.code());
    }
  }
  const v1::WorkerRequest& request = *work->call.request;
  logged->request_id = request.request_id();
  if (request.has_attribution()) {
    logged->attribution = std::shared_ptr<const v1::Attribution>(work->call.request, &request.attribution());
  }
  logged->unix_ms = unixMillis(parts_.clock->wallNow());
  // Loaded and preprocessed columns are about as large again as the request.
  const std::size_t cells = work->rows * (work->raw.columns().size() + work->preprocessed.columns().size());
  parts_.log->submit(
      {work->rows, work->call.memory_bytes + cells * sizeof(double),
       [identity = options_.identity, logged](const auto& add) { encodeRecords(identity, *logged, add); }});
}

absl::Status WorkerPipeline::stopped(const Work& work) const {
  if (work.call.cancelled && work.call.cancelled()) {
    return absl::CancelledError("the caller cancelled the request");
  }
  if (std::chrono::system_clock::now() >= work.call.deadline) {
    return deadlineExceeded("worker endpoint {} did not come to the model within the request's deadline",
                            options_.identity.endpoint);
  }
  return absl::OkStatus();
}

void WorkerPipeline::finish(const std::shared_ptr<Work>& work, absl::Status status) {
  if (!status.ok()) {
    // Of a request that failed as a whole, count the rows that it asked for.
    const v1::WorkerRequest& request = *work->call.request;
    parts_.metrics->countRows(
        status.code(), std::min<std::uint64_t>(request.feature_data_frame().row_count(), options_.max_rows));
  }
  parts_.metrics->countRequest(status.code());
  parts_.metrics->time(Stage::kTotal, parts_.clock->monoNow() - work->began);
  // The request may be freed by `done`; what the feature log needs it holds itself.
  auto done = std::move(work->call.done);
  done(std::move(status));
  leave();
}

void WorkerPipeline::leave() {
  const MutexLock lock(idle_mutex_);
  const std::size_t left = in_flight_.fetch_sub(1) - 1;
  parts_.metrics->setInFlight(left);
  if (left == 0) idle_.notify_all();
}

bool WorkerPipeline::waitIdle(std::chrono::milliseconds timeout) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  const MutexLock lock(idle_mutex_);
  while (in_flight_.load() > 0) {
    if (idle_.wait_until(idle_mutex_, end) == std::cv_status::timeout) return in_flight_.load() == 0;
  }
  return true;
}

}  // namespace aerie::worker
