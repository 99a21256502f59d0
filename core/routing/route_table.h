// The compiled, immutable routing state of a proxy. Compiled as a whole and swapped as a whole; every
// function here is thread-safe and takes no lock.
//
//   AERIE_ASSIGN_OR_RETURN(std::shared_ptr<const RouteTable> table, RouteTable::compile(std::move(input)));
//   const UseCase* use_case = table->find("arrival_delay");          // nullptr = unknown use case
//   std::vector<KeyColumn> keys;                                     // one per use_case->keyColumns(), same
//   order Assignments result; use_case->assign(keys, items, result);                           //
//   result.endpoint[i] indexes table->endpoints()
//
// Only RUNNING experiments assign. An item goes to the first experiment of the config whose layer share holds
// its key and whose arms cover it; no such experiment, or no key: the default endpoint.
#pragma once

#include <absl/status/statusor.h>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/assignment/experiment.h"
#include "core/routing/config.h"

namespace aerie::routing {

// Looks names up by string_view without making a string.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};
template <class Value>
using NameMap = std::unordered_map<std::string, Value, NameHash, std::equal_to<>>;

struct RoutingInput {
  std::vector<RoutingConfig> routings;
  std::vector<WorkerConfig> workers;
  std::vector<assignment::Experiment> experiments;
};

// An item's key: none, a text (hashed as UTF-8) or an integer (hashed as decimal text). An empty text is no
// key.
using KeyValue = std::variant<std::monostate, std::string_view, std::int64_t>;

// Keys of many items without a frame: spans that the caller keeps alive during the call.
struct KeyColumn {
  std::variant<std::monostate, std::span<const std::string_view>, std::span<const std::int64_t>> values;
  std::function<bool(std::size_t row)> null_at;  // empty = no nulls
  // Item i reads row rows[i]: for keys of queries. Empty = row i. A row behind the end is no key.
  std::span<const std::uint32_t> rows;
  bool repeat_first = false;  // every item reads row 0: for shared features
  KeyValue at(std::size_t item) const;
};

enum class Reason : std::uint8_t {
  kAssigned,      // an arm of a running experiment
  kNoExperiment,  // the use case has none that runs
  kNotCovered,    // keys are in no experiment's share, or in none of its arms
  kWithoutKey,    // not covered, and at least one splitting key was absent, null or empty
  kForced,        // by force_arm
};
inline constexpr std::size_t kReasons = 5;
std::string_view name(Reason reason);  // "assigned", "no_experiment", "not_covered", "without_key", "forced"

struct Decision {
  std::int32_t endpoint = 0;     // index into RouteTable::endpoints()
  std::int16_t experiment = -1;  // index into UseCase::experiments(), -1 = default endpoint
  std::int16_t arm = -1;         // index into that experiment's arms
  double propensity = 1;         // probability of the arm inside the experiment; 1 without experiment
  Reason reason = Reason::kNoExperiment;
  bool operator==(const Decision&) const = default;
};

// Column-wise decisions of N items; reuse it to spare allocations. The propensity of item i is
// use_case.propensity(experiment[i], arm[i]).
struct Assignments {
  std::vector<std::int32_t> endpoint;
  std::vector<std::int16_t> experiment;
  std::vector<std::int16_t> arm;
  std::array<std::uint64_t, kReasons> reasons{};  // items per Reason
};

// Why one experiment took or did not take the item.
struct ExperimentStep {
  std::string experiment;
  std::string splitting_key;  // column name
  std::string key_value;      // text that is hashed; "" = no key
  std::string layer;
  std::string layer_hash_input;    // seed ++ key, as hashed
  std::int32_t layer_bucket = -1;  // -1: not computed
  std::string hash_input;
  std::int32_t bucket = -1;  // -1: not computed
  std::string arm;           // "" = none
  std::string endpoint;      // "" = none
  std::string reason;        // one sentence
};
struct Explanation {
  Decision decision;
  std::vector<ExperimentStep>
      steps;               // in the order in which they were asked; the last one decided if it has an arm
  std::string experiment;  // "" = default endpoint
  std::string arm;
  std::string endpoint;
  std::string reason;  // one sentence: the deciding step's, or why the default endpoint serves it
};

class UseCase final {
 public:
  struct ArmView {
    std::string name;
    std::int32_t endpoint = 0;
    double propensity = 0;
  };
  struct ExperimentView {
    std::string name;
    std::string layer;
    std::size_t key_column = 0;  // index into keyColumns()
    assignment::ExperimentState state = assignment::ExperimentState::kDraft;
    std::uint64_t revision = 0;  // of the experiment: each has its own weights
    std::vector<ArmView> arms;   // in the engine's order
  };
  struct ShadowView {
    std::int32_t endpoint = 0;
    double sample = 0;
  };

  const std::string& name() const { return name_; }
  std::int32_t defaultEndpoint() const { return default_endpoint_; }
  OnWorkerFailure onWorkerFailure() const { return on_worker_failure_; }
  const std::vector<ShadowView>& shadows() const { return shadows_; }
  const std::vector<ExperimentView>& experiments() const {
    return experiments_;
  }  // of the config, also those that don't run
  const std::vector<std::string>& keyColumns() const { return key_columns_; }  // distinct splitting keys
  double propensity(std::int16_t experiment, std::int16_t arm) const;          // 1 when experiment < 0

  // keys[i] belongs to keyColumns()[i]; missing ones count as no key.
  Decision assign(std::span<const KeyValue> keys) const;
  void assign(std::span<const KeyColumn> keys, std::size_t items, Assignments& out) const;
  Explanation explain(std::span<const KeyValue> keys) const;
  // "experiment:arm", also of experiments that don't run. InvalidArgument names the choices.
  absl::StatusOr<Decision> force(std::string_view experiment_and_arm) const;

 private:
  friend class RouteTableCompiler;
  ExperimentStep explainStep(std::size_t experiment, const KeyValue& key, Decision& decision) const;

  std::string name_;
  std::int32_t default_endpoint_ = 0;
  OnWorkerFailure on_worker_failure_ = OnWorkerFailure::kDefaultEndpoint;
  std::vector<ShadowView> shadows_;
  std::vector<ExperimentView> experiments_;
  std::vector<std::string> key_columns_;
  std::vector<std::shared_ptr<const assignment::CompiledExperiment>> compiled_;  // beside experiments_
  std::vector<std::int16_t> running_;                                            // indexes into experiments_
  std::shared_ptr<const std::vector<std::string>> endpoint_names_;  // of all endpoints of the table
};

class RouteTable final {
 public:
  // InvalidArgument (FailedPrecondition for hash version 1) with the first refusal in the order workers,
  // experiments, routings; the message names the file (or use case), the field and the remedy. Nothing is
  // half-compiled.
  static absl::StatusOr<std::shared_ptr<const RouteTable>> compile(RoutingInput input);

  const UseCase* find(std::string_view use_case) const;  // nullptr when unknown
  std::vector<std::string> useCaseNames() const;         // sorted
  const std::vector<std::unique_ptr<const UseCase>>& useCases() const { return use_cases_; }
  const std::vector<WorkerConfig>& endpoints() const { return endpoints_; }
  std::int32_t endpointIndex(std::string_view worker_endpoint) const;  // -1 when unknown

 private:
  friend class RouteTableCompiler;
  RouteTable() = default;
  std::vector<WorkerConfig> endpoints_;
  NameMap<std::int32_t> endpoint_index_;
  std::vector<std::unique_ptr<const UseCase>> use_cases_;
  NameMap<const UseCase*> use_case_index_;
};

}  // namespace aerie::routing
