#include "services/proxy/request_frames.h"

#include "core/base/status.h"

namespace aerie::proxy {
namespace {

absl::StatusOr<frame::DataFrame> decodeFrame(const std::shared_ptr<v1::ProxyRequest>& owner,
                                             const v1::DataFrame& message, std::string_view what,
                                             const frame::WireLimits& limits) {
  absl::StatusOr<frame::DataFrame> result = frame::fromWire(owner, message, limits);
  if (!result.ok()) return withContext(result.status(), what);
  return result;
}

absl::Status readQueryIndexes(RequestFrames& frames) {
  const std::size_t queries = frames.queries.rows();
  const frame::Column* index = frames.items.find(kQueryIndex);
  if (index == nullptr) {
    if (queries < 2 || frames.items.rows() == 0) return absl::OkStatus();
    return invalidArgument(
        "feature_data_frame: column query_index is missing, but query_data_frame has {} rows: add an int64 "
        "column "
        "that names each item's query",
        queries);
  }
  if (index->type() != frame::DataType::kInt64) {
    return invalidArgument("feature_data_frame: column query_index is {}: make it int64",
                           frame::name(index->type()));
  }
  if (queries == 0 && frames.queries.columns().empty() && frames.items.rows() > 0) {
    return invalidArgument(
        "feature_data_frame: column query_index is there, but query_data_frame is empty: send the queries or "
        "drop "
        "the column");
  }
  const std::span<const std::int64_t> values = index->int64s();
  const bool nulls = index->hasNulls();
  if (queries > 1) frames.query_of_item.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (nulls && index->isNull(i))
      return invalidArgument("feature_data_frame: column query_index is null at row {}", i);
    if (values[i] < 0 || static_cast<std::uint64_t>(values[i]) >= queries) {
      return invalidArgument(
          "feature_data_frame: column query_index is {} at row {}, but query_data_frame has {} rows: use "
          "0..{}",
          values[i], i, queries, queries - 1);
    }
    if (queries > 1) frames.query_of_item.push_back(static_cast<std::uint32_t>(values[i]));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<RequestFrames> decodeRequest(std::shared_ptr<v1::ProxyRequest> message,
                                            const frame::WireLimits& limits) {
  RequestFrames frames;
  AERIE_ASSIGN_OR_RETURN(frames.items,
                         decodeFrame(message, message->feature_data_frame(), "feature_data_frame", limits));
  if (message->has_shared_features()) {
    AERIE_ASSIGN_OR_RETURN(frames.shared,
                           decodeFrame(message, message->shared_features(), "shared_features", limits));
    if (!frames.shared.columns().empty() && frames.shared.rows() != 1) {
      return invalidArgument(
          "shared_features has {} rows: it must have exactly one, whose values hold for every item",
          frames.shared.rows());
    }
  }
  if (message->has_query_data_frame()) {
    AERIE_ASSIGN_OR_RETURN(frames.queries,
                           decodeFrame(message, message->query_data_frame(), "query_data_frame", limits));
  }
  AERIE_RETURN_IF_ERROR(readQueryIndexes(frames));
  frames.message = std::move(message);
  return frames;
}

routing::KeyColumn KeyColumns::keyOf(const frame::Column& column, std::deque<std::vector<std::string>>& texts,
                                     std::deque<std::vector<std::string_view>>& views) {
  routing::KeyColumn key;
  if (column.type() == frame::DataType::kString) {
    key.values = column.strings();
  } else if (column.type() == frame::DataType::kInt64) {
    key.values = column.int64s();
  } else if (column.type() == frame::DataType::kFloatVector) {
    return key;  // a vector identifies nothing: no key
  } else {
    std::vector<std::string>& text = texts.emplace_back();
    text.reserve(column.rows());
    for (std::size_t i = 0; i < column.rows(); ++i)
      text.push_back(column.isNull(i) ? std::string() : column.textAt(i));
    std::vector<std::string_view>& view = views.emplace_back(text.begin(), text.end());
    key.values = std::span<const std::string_view>(view);
  }
  if (column.hasNulls()) key.null_at = [&column](std::size_t row) { return column.isNull(row); };
  return key;
}

KeyColumns::KeyColumns(const RequestFrames& frames, const std::vector<std::string>& names) {
  columns_.reserve(names.size());
  for (const std::string& name : names) {
    routing::KeyColumn key;
    if (const frame::Column* of_item = frames.items.find(name)) {
      key = keyOf(*of_item, texts_, views_);
    } else if (const frame::Column* of_query = frames.queries.find(name);
               of_query != nullptr && frames.queries.rows() > 0) {
      key = keyOf(*of_query, texts_, views_);
      key.rows = frames.query_of_item;
      key.repeat_first = frames.query_of_item.empty();
    } else if (const frame::Column* of_all = frames.shared.find(name)) {
      key = keyOf(*of_all, texts_, views_);
      key.repeat_first = true;
    }
    columns_.push_back(std::move(key));
  }
}

}  // namespace aerie::proxy
