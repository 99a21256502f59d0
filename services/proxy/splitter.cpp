#include "services/proxy/splitter.h"

#include <algorithm>
#include <numeric>

#include "core/base/status.h"
#include "core/frame/wire.h"

namespace aerie::proxy {
namespace {

void fillAttribution(const RequestFrames& frames, std::span<const std::uint32_t> items,
                     const AssignmentTable& table, v1::Attribution* out) {
  out->set_model_use_case(frames.message->model_use_case_name());
  out->mutable_item_index()->Add(items.begin(), items.end());
  if (table.of_item.empty()) {
    if (!table.entries.empty()) *out->add_assignments() = table.entries.front();
    return;
  }
  const std::uint32_t first = table.of_item[items.front()];
  if (std::all_of(items.begin(), items.end(), [&](std::uint32_t i) { return table.of_item[i] == first; })) {
    *out->add_assignments() = table.entries[first];
    return;
  }
  for (const v1::Assignment& entry : table.entries) *out->add_assignments() = entry;
  out->mutable_assignment()->Reserve(static_cast<int>(items.size()));
  for (const std::uint32_t i : items) out->add_assignment(table.of_item[i]);
}

// The queries of the given items in order of first use, and the renumbered query_index.
void fillQueries(const RequestFrames& frames, std::span<const std::uint32_t> items, v1::WorkerRequest* out) {
  std::vector<std::uint32_t> rows;
  std::vector<std::int64_t> renumbered;
  std::vector<std::int64_t> place(frames.queries.rows(), -1);
  renumbered.reserve(items.size());
  for (const std::uint32_t item : items) {
    const std::uint32_t query = frames.query_of_item[item];
    if (place[query] < 0) {
      place[query] = static_cast<std::int64_t>(rows.size());
      rows.push_back(query);
    }
    renumbered.push_back(place[query]);
  }
  frame::toWire(frames.queries, rows, out->mutable_query_data_frame());
  for (v1::Column& column : *out->mutable_feature_data_frame()->mutable_columns()) {
    if (column.name() != kQueryIndex) continue;
    column.clear_null_bitmap();
    column.mutable_int64s()->mutable_values()->Assign(renumbered.begin(), renumbered.end());
  }
}

void fillFrames(const RequestFrames& frames, std::span<const std::uint32_t> items, v1::WorkerRequest* out) {
  const v1::ProxyRequest& message = *frames.message;
  out->set_request_id(message.request_id());
  if (!frames.shared.columns().empty()) frame::toWire(frames.shared, out->mutable_shared_features());
  if (items.size() == frames.rows()) {
    frame::toWire(frames.items, out->mutable_feature_data_frame());
  } else {
    frame::toWire(frames.items, items, out->mutable_feature_data_frame());
  }
  if (frames.queries.columns().empty() && frames.queries.rows() == 0) return;
  if (frames.queries.rows() <= kSmallQueryFrame || frames.query_of_item.empty() ||
      items.size() == frames.rows()) {
    frame::toWire(frames.queries, out->mutable_query_data_frame());
  } else {
    fillQueries(frames, items, out);
  }
}

}  // namespace

std::vector<ChunkPlan> planChunks(std::span<const std::int32_t> endpoint_of_item,
                                  const std::function<std::size_t(std::int32_t endpoint)>& batch_size) {
  std::vector<ChunkPlan> chunks;
  if (endpoint_of_item.empty()) return chunks;
  // Few endpoints serve one request: a linear list beats a map.
  std::vector<std::pair<std::int32_t, std::size_t>> counts;
  for (const std::int32_t endpoint : endpoint_of_item) {
    if (!counts.empty() && counts.back().first == endpoint) {
      ++counts.back().second;
      continue;
    }
    const auto known = std::find_if(counts.begin(), counts.end(),
                                    [&](const auto& entry) { return entry.first == endpoint; });
    if (known == counts.end()) {
      counts.emplace_back(endpoint, 1);
    } else {
      ++known->second;
    }
  }
  for (const auto& [endpoint, count] : counts) {
    const std::size_t batch = std::max<std::size_t>(1, batch_size(endpoint));
    const std::size_t parts = (count + batch - 1) / batch;
    std::size_t part = 0;
    std::size_t left = 0;
    for (std::uint32_t i = 0; i < endpoint_of_item.size(); ++i) {
      if (endpoint_of_item[i] != endpoint) continue;
      if (left == 0) {
        left = count / parts + (part < count % parts ? 1 : 0);
        ++part;
        chunks.push_back({endpoint, {}});
        chunks.back().items.reserve(left);
      }
      chunks.back().items.push_back(i);
      --left;
    }
  }
  return chunks;
}

void fillWorkerRequest(const RequestFrames& frames, std::span<const std::uint32_t> items,
                       const AssignmentTable& assignments, v1::WorkerRequest* out) {
  fillFrames(frames, items, out);
  if (frames.message->has_options()) out->mutable_options()->CopyFrom(frames.message->options());
  fillAttribution(frames, items, assignments, out->mutable_attribution());
}

void moveWorkerRequest(const RequestFrames& frames, const AssignmentTable& assignments,
                       v1::WorkerRequest* out) {
  v1::ProxyRequest& message = *frames.message;
  // Copies across arenas would leave the columns pointing at freed memory.
  AERIE_CHECK(message.GetArena() == nullptr && out->GetArena() == nullptr);
  out->set_request_id(message.request_id());
  if (message.has_shared_features()) out->set_allocated_shared_features(message.release_shared_features());
  if (message.has_feature_data_frame())
    out->set_allocated_feature_data_frame(message.release_feature_data_frame());
  if (message.has_query_data_frame()) out->set_allocated_query_data_frame(message.release_query_data_frame());
  if (message.has_options()) out->mutable_options()->CopyFrom(message.options());
  std::vector<std::uint32_t> items(frames.rows());
  std::iota(items.begin(), items.end(), 0U);
  if (!items.empty()) fillAttribution(frames, items, assignments, out->mutable_attribution());
}

void fillShadowRequest(const RequestFrames& frames, std::span<const std::uint32_t> items,
                       v1::WorkerRequest* out) {
  fillFrames(frames, items, out);
  v1::Attribution* attribution = out->mutable_attribution();
  attribution->set_model_use_case(frames.message->model_use_case_name());
  attribution->mutable_item_index()->Add(items.begin(), items.end());
  attribution->add_assignments()->set_propensity(1);
  attribution->set_shadow(true);
}

}  // namespace aerie::proxy
