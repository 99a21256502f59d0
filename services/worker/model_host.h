// A model version made ready to serve: its bundle verified and extracted, its feature loader, preprocessor
// and runtime.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/bundle/bundle.h"
#include "core/features/cached_store.h"
#include "core/features/feature_loader.h"
#include "core/inference/model_runtime.h"
#include "core/preprocess/pipeline.h"
#include "services/worker/worker_options.h"
#include "services/worker/zone_rows.h"

namespace aerie::worker {

class SidecarRuntime;

// Immutable after load; the runtime restarts its sidecar by itself.
class ModelHost final {
 public:
  using RuntimeChanged = std::function<void(bool up, const std::string& why)>;
  struct Callbacks {
    RuntimeChanged
        on_runtime_change;           // on another thread, when a sidecar dies and when its successor answers
    std::function<bool()> stopping;  // true ends a load under way
  };

  // Verifies `archive` (digest, signature, contents), extracts it into options.directory() and makes
  // everything. Blocks, for as long as a sidecar takes to load the model. Errors name the bundle and the part
  // that failed.
  static absl::StatusOr<std::unique_ptr<ModelHost>> load(const WorkerOptions& options,
                                                         const std::filesystem::path& archive, Clock& clock,
                                                         Callbacks callbacks);

  // Predicts the bundle's self-test rows, with its own stored features, and compares with the expected
  // outputs. FailedPrecondition names row, output, expected and actual value.
  absl::Status selfTest() const;
  // The self-test rows through the real feature store, `times` over: caches, connections and allocators get
  // warm.
  absl::Status warmUp(std::int64_t times) const;

  const bundle::OpenBundle& bundle() const { return bundle_; }
  const std::string& version() const { return version_; }
  const features::FeatureLoader& loader() const { return *loader_; }
  const features::CachedFeatureStore* cache() const { return cache_; }  // null: there is none
  const preprocess::Pipeline& preprocessor() const { return *preprocessor_; }
  const ZoneRows* zones() const { return zones_.get(); }  // null: the model takes every item
  // Predictions under way in a sidecar of ours fail, new ones too.
  void stopSidecar();
  inference::ModelRuntime& runtime() const { return *runtime_; }

 private:
  ModelHost() = default;
  absl::Status openFeatures(const WorkerOptions& options, Clock& clock);
  absl::Status openRuntime(const WorkerOptions& options, Callbacks callbacks);
  // One prediction of the self-test rows, waited for. `stored` may be null.
  absl::StatusOr<frame::DataFrame> predictSelfTest(const frame::DataFrame* stored) const;

  bundle::OpenBundle bundle_;
  std::string version_;  // the manifest's, or the one that the registry gave
  std::unique_ptr<features::FeatureStore> store_;
  const features::CachedFeatureStore* cache_ = nullptr;  // store_ when it is one
  std::unique_ptr<features::FeatureLoader> loader_;
  std::unique_ptr<preprocess::Pipeline> preprocessor_;
  std::unique_ptr<inference::ModelRuntime> runtime_;
  std::unique_ptr<const ZoneRows> zones_;
  SidecarRuntime* sidecar_ = nullptr;  // runtime_ when it is one
};

// Compares by column name; integers and floats as numbers; null equals null. The status names the first
// difference.
absl::Status compareOutputs(const frame::DataFrame& expected, const frame::DataFrame& actual,
                            double tolerance);

}  // namespace aerie::worker
