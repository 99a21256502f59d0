#include "services/worker/feature_record.h"

#include <cstring>

// The wire format of tf.train.Example is written directly: a map of messages costs several allocations for
// each cell, and rows are logged at the rate of predictions.
namespace aerie::worker {
namespace {

using frame::Column;
using frame::DataType;

// Tags of example.proto: every field here is length-delimited.
constexpr char kField1 = 0x0a;  // Example.features, Features.feature, map key, Feature.bytes_list, list.value
constexpr char kField2 = 0x12;  // map value, Feature.float_list
constexpr char kField3 = 0x1a;  // Feature.int64_list

void putVarint(std::uint64_t value, std::string& out) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

std::size_t varintSize(std::uint64_t value) {
  std::size_t size = 1;
  for (; value >= 0x80; value >>= 7) ++size;
  return size;
}

// tag, length, bytes
void putField(char tag, std::string_view bytes, std::string& out) {
  out.push_back(tag);
  putVarint(bytes.size(), out);
  out.append(bytes);
}

// Feature { <list> { value: packed } }
void putFeature(char list_tag, std::string_view packed, std::string& out) {
  out.push_back(list_tag);
  putVarint(1 + varintSize(packed.size()) + packed.size(), out);
  putField(kField1, packed, out);
}

// One entry of the map Features.feature.
void putEntry(std::string_view key, char list_tag, std::string_view packed, std::string& out) {
  const std::size_t list = 1 + varintSize(packed.size()) + packed.size();
  const std::size_t feature = 1 + varintSize(list) + list;
  out.push_back(kField1);
  putVarint(1 + varintSize(key.size()) + key.size() + 1 + varintSize(feature) + feature, out);
  putField(kField1, key, out);
  out.push_back(kField2);
  putVarint(feature, out);
  putFeature(list_tag, packed, out);
}

void putText(std::string_view key, std::string_view value, std::string& out) {
  putEntry(key, kField1, value, out);
}

void putFloats(std::string_view key, std::span<const float> values, std::string& out) {
  static_assert(std::endian::native == std::endian::little, "packed floats are copied as they are");
  putEntry(key, kField2, {reinterpret_cast<const char*>(values.data()), values.size_bytes()}, out);
}

void putInteger(std::string_view key, std::int64_t value, std::string& out) {
  std::string packed;  // at most 10 bytes: no allocation
  putVarint(static_cast<std::uint64_t>(value), packed);
  putEntry(key, kField3, packed, out);
}

void putCell(const Column& column, std::string_view key, std::size_t row, std::string& out) {
  if (column.isNull(row)) return;
  switch (column.type()) {
    case DataType::kDouble: {
      const auto value = static_cast<float>(column.doubles()[row]);
      return putFloats(key, {&value, 1}, out);
    }
    case DataType::kFloat: return putFloats(key, column.floats().subspan(row, 1), out);
    case DataType::kFloatVector:
      return putFloats(key, column.floats().subspan(row * column.dimension(), column.dimension()), out);
    case DataType::kInt64: return putInteger(key, column.int64s()[row], out);
    case DataType::kBool: return putInteger(key, column.bools()[row], out);
    case DataType::kString: return putText(key, column.strings()[row], out);
  }
}

// The columns of a frame with their keys in the record.
class Cells final {
 public:
  Cells(const frame::DataFrame& frame, std::string_view prefix) : frame_(frame) {
    for (const Column& column : frame.columns()) keys_.push_back(std::string(prefix) + column.name());
  }
  void put(std::size_t row, std::string& out) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) putCell(frame_.columns()[i], keys_[i], row, out);
  }

 private:
  const frame::DataFrame& frame_;
  std::vector<std::string> keys_;
};

// What all records of the request share.
std::string requestEntries(const RecordIdentity& identity, const LoggedPrediction& prediction) {
  std::string out;
  putText("meta/request_id", prediction.request_id, out);
  putInteger("meta/unix_ms", prediction.unix_ms, out);
  putText("meta/model", identity.model, out);
  putText("meta/version", identity.version, out);
  putText("meta/endpoint", identity.endpoint, out);
  putText("meta/replica", identity.replica, out);
  const v1::Attribution* attribution = prediction.attribution.get();
  putText("meta/use_case", attribution != nullptr ? attribution->model_use_case() : std::string(), out);
  putInteger("meta/shadow", attribution != nullptr && attribution->shadow() ? 1 : 0, out);
  return out;
}

// Why rows came here: one block of entries per assignment.
std::vector<std::string> assignmentEntries(const v1::Attribution* attribution) {
  std::vector<std::string> blocks;
  if (attribution == nullptr) return blocks;
  for (const v1::Assignment& assignment : attribution->assignments()) {
    std::string& out = blocks.emplace_back();
    putText("meta/experiment", assignment.experiment(), out);
    putText("meta/arm", assignment.arm(), out);
    const auto propensity = static_cast<float>(assignment.propensity());
    putFloats("meta/propensity", {&propensity, 1}, out);
  }
  return blocks;
}

}  // namespace

void encodeRecords(const RecordIdentity& identity, const LoggedPrediction& prediction,
                   const std::function<void(std::string_view)>& add) {
  const v1::Attribution* attribution = prediction.attribution.get();
  const std::string shared = requestEntries(identity, prediction);
  const std::vector<std::string> assignments = assignmentEntries(attribution);
  const Cells raw(prediction.raw, "");
  const Cells preprocessed(prediction.preprocessed, "pre/");
  const Cells outputs(prediction.outputs, "out/");
  std::size_t next = 0;  // row of preprocessed and outputs
  std::string features;
  std::string record;
  for (std::size_t row = 0; row < prediction.raw.rows(); ++row) {
    features = shared;
    const auto at = static_cast<int>(row);
    const bool has_index = attribution != nullptr && at < attribution->item_index_size();
    putInteger("meta/item_index", has_index ? attribution->item_index(at) : at, features);
    const std::size_t chosen =
        attribution != nullptr && at < attribution->assignment_size() ? attribution->assignment(at) : 0;
    if (chosen < assignments.size()) features += assignments[chosen];
    const int code = prediction.codes.empty() ? 0 : prediction.codes[row];
    putInteger("meta/code", code, features);
    raw.put(row, features);
    if (code == 0 && next < prediction.preprocessed.rows()) {
      preprocessed.put(next, features);
      outputs.put(next, features);
      ++next;
    }
    record.clear();
    putField(kField1, features, record);
    add(record);
  }
}

}  // namespace aerie::worker
