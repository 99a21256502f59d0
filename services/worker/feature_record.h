// One record of the feature log per row: a serialised tf.train.Example (tensorflow_serving/example.proto).
//
//   NAME          raw feature as loaded        pre/NAME   preprocessed feature, as the model got it
//   out/NAME      model output
//   meta/...      request_id, item_index, unix_ms, use_case, model, version, endpoint, replica, experiment,
//   arm,
//                 propensity, shadow (0 or 1), code (google.rpc.Code of the row)
// Numbers of type double and float are float_list (tf.train.Example has no doubles), int64 and bool
// int64_list, strings bytes_list. A null is an absent feature. Rows that failed have no pre/ and out/
// features.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "core/frame/data_frame.h"

namespace aerie::worker {

// The same for all records of a worker.
struct RecordIdentity {
  std::string model;
  std::string version;
  std::string endpoint;
  std::string replica;
};

// A request that was answered.
struct LoggedPrediction {
  frame::DataFrame raw;           // every row
  frame::DataFrame preprocessed;  // the rows that succeeded, in the order of `raw`
  frame::DataFrame outputs;       // likewise
  std::vector<int> codes;         // google.rpc.Code per row of `raw`; empty = all OK
  std::string request_id;
  std::shared_ptr<const v1::Attribution> attribution;  // may be null
  std::int64_t unix_ms = 0;
};

// Calls `add` with one serialised record per row of `raw`, in order; the view is valid during the call.
// Thread-safe.
void encodeRecords(const RecordIdentity& identity, const LoggedPrediction& prediction,
                   const std::function<void(std::string_view)>& add);

}  // namespace aerie::worker
