#include "services/proxy/merger.h"

#include <algorithm>
#include <numeric>

#include "core/base/status.h"
#include "core/frame/data_frame.h"
#include "core/frame/wire.h"

namespace aerie::proxy {
namespace {

frame::WireLimits limitsOf(std::size_t rows) {
  frame::WireLimits limits;
  limits.max_rows = std::max(limits.max_rows, rows);
  return limits;
}

// Per-item columns of the answer, made only when an item needs them.
class Tables final {
 public:
  Tables(std::size_t items, v1::PredictResponse* out) : items_(static_cast<int>(items)), out_(out) {}

  void fail(std::uint32_t item, int code, std::string_view error) {
    if (out_->item_status().empty()) {
      out_->mutable_item_status()->Resize(items_, 0);
      out_->mutable_item_error()->Resize(items_, 0U);
      out_->add_errors();
    }
    if (out_->item_status(static_cast<int>(item)) == 0) ++failed_;
    out_->set_item_status(static_cast<int>(item), code);
    out_->set_item_error(static_cast<int>(item), errorIndex(error));
  }
  std::uint32_t servedBy(const v1::ServedBy& entry) {
    for (int i = 0; i < out_->served_by_size(); ++i) {
      const v1::ServedBy& known = out_->served_by(i);
      if (known.endpoint() == entry.endpoint() && known.replica() == entry.replica() &&
          known.version() == entry.version() && known.model() == entry.model()) {
        return static_cast<std::uint32_t>(i);
      }
    }
    *out_->add_served_by() = entry;
    return static_cast<std::uint32_t>(out_->served_by_size() - 1);
  }
  void setServedBy(std::uint32_t item, std::uint32_t index) {
    if (index != 0 && out_->item_served_by().empty()) out_->mutable_item_served_by()->Resize(items_, 0U);
    if (!out_->item_served_by().empty()) out_->set_item_served_by(static_cast<int>(item), index);
  }
  std::size_t failed() const { return failed_; }

 private:
  std::uint32_t errorIndex(std::string_view error) {
    // Almost always the last one again.
    for (int i = out_->errors_size() - 1; i >= 1; --i) {
      if (out_->errors(i) == error) return static_cast<std::uint32_t>(i);
    }
    out_->add_errors(std::string(error));
    return static_cast<std::uint32_t>(out_->errors_size() - 1);
  }

  const int items_;
  v1::PredictResponse* const out_;
  std::size_t failed_ = 0;
};

void failChunk(const ChunkAnswer& answer, const absl::Status& status, Tables& tables) {
  for (const std::uint32_t item : answer.items)
    tables.fail(item, static_cast<int>(status.code()), messageOf(status));
}

void addServedBy(const ChunkAnswer& answer, Tables& tables) {
  const v1::PredictResponse& response = answer.response;
  std::vector<std::uint32_t> places;
  const auto place = [&](v1::ServedBy entry) {
    entry.set_endpoint(answer.endpoint);
    entry.set_replica(answer.replica);
    places.push_back(tables.servedBy(entry));
  };
  if (!answer.status.ok() || response.served_by().empty()) {
    place({});
  } else {
    for (const v1::ServedBy& entry : response.served_by()) place(entry);
  }
  const bool per_item = static_cast<std::size_t>(response.item_served_by_size()) == answer.items.size();
  for (std::size_t i = 0; i < answer.items.size(); ++i) {
    const std::size_t entry =
        per_item ? std::min<std::size_t>(response.item_served_by(static_cast<int>(i)), places.size() - 1) : 0;
    tables.setServedBy(answer.items[i], places[entry]);
  }
}

void addItemStatus(const ChunkAnswer& answer, Tables& tables) {
  const v1::PredictResponse& response = answer.response;
  const bool known = static_cast<std::size_t>(response.item_error_size()) == answer.items.size();
  for (int i = 0; i < response.item_status_size(); ++i) {
    const int code = response.item_status(i);
    if (code == 0) continue;
    const std::uint32_t error = known ? response.item_error(i) : 0;
    const bool has_text = error < static_cast<std::uint32_t>(response.errors_size());
    tables.fail(answer.items[static_cast<std::size_t>(i)], code,
                has_text ? std::string_view(response.errors(static_cast<int>(error)))
                         : std::string_view("no reason given"));
  }
}

absl::Status checkAnswer(const ChunkAnswer& answer) {
  if (!answer.status.ok()) return answer.status;
  const v1::PredictResponse& response = answer.response;
  if (response.outputs().row_count() != answer.items.size() && !response.outputs().columns().empty()) {
    return internalError("worker endpoint {} at {} answered {} rows for {} items", answer.endpoint,
                         answer.replica, response.outputs().row_count(), answer.items.size());
  }
  if (!response.item_status().empty() &&
      static_cast<std::size_t>(response.item_status_size()) != answer.items.size()) {
    return internalError("worker endpoint {} at {} answered {} item statuses for {} items", answer.endpoint,
                         answer.replica, response.item_status_size(), answer.items.size());
  }
  return absl::OkStatus();
}

bool inOrder(std::span<const std::uint32_t> items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] != i) return false;
  }
  return true;
}

// The outputs of `answer`, or why they can't be used.
absl::StatusOr<frame::Part> partOf(const ChunkAnswer& answer) {
  const v1::DataFrame& outputs = answer.response.outputs();
  frame::Part part;
  // The answers outlive the merge, so the views need no owner.
  auto decoded = frame::fromWire(std::shared_ptr<const void>(), outputs, limitsOf(answer.items.size()));
  if (!decoded.ok()) {
    return internalError("worker endpoint {} at {} answered outputs that can't be read: {}", answer.endpoint,
                         answer.replica, messageOf(decoded.status()));
  }
  part.frame = std::move(*decoded);
  part.rows.assign(answer.items.begin(), answer.items.end());
  if (part.frame.columns().empty()) part.frame = frame::DataFrame::empty(part.rows.size());
  return part;
}

void mergeOutputs(std::size_t item_count, std::span<ChunkAnswer*> good, Tables& tables,
                  v1::PredictResponse* out) {
  std::vector<frame::Part> parts;
  std::vector<const ChunkAnswer*> owners;
  parts.reserve(good.size());
  for (ChunkAnswer* answer : good) {
    absl::StatusOr<frame::Part> part = partOf(*answer);
    if (part.ok()) {
      parts.push_back(std::move(*part));
      owners.push_back(answer);
    } else {
      failChunk(*answer, part.status(), tables);
    }
  }
  absl::StatusOr<frame::DataFrame> merged = frame::scatterMerge(parts, item_count);
  if (!merged.ok()) {
    // Some outputs don't fit together (a string here, a number there): keep the largest prefix that does.
    std::vector<frame::Part> fitting;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      fitting.push_back(parts[i]);
      absl::StatusOr<frame::DataFrame> tried = frame::scatterMerge(fitting, item_count);
      if (tried.ok()) continue;
      fitting.pop_back();
      failChunk(*owners[i],
                internalError("outputs of worker endpoint {} don't fit those of the other endpoints: {}",
                              owners[i]->endpoint, messageOf(tried.status())),
                tables);
    }
    merged = frame::scatterMerge(fitting, item_count);
  }
  if (merged.ok()) frame::toWire(*merged, out->mutable_outputs());
  out->mutable_outputs()->set_row_count(item_count);
}

}  // namespace

std::size_t mergeAnswers(std::size_t item_count, std::span<ChunkAnswer> answers, v1::PredictResponse* out) {
  Tables tables(item_count, out);
  std::vector<ChunkAnswer*> good;
  good.reserve(answers.size());
  for (ChunkAnswer& answer : answers) {
    answer.status = checkAnswer(answer);
    addServedBy(answer, tables);
    if (!answer.status.ok()) {
      failChunk(answer, answer.status, tables);
      continue;
    }
    addItemStatus(answer, tables);
    good.push_back(&answer);
  }
  if (good.size() == 1 && answers.size() == 1 && good[0]->items.size() == item_count &&
      inOrder(good[0]->items)) {
    if (const absl::StatusOr<frame::Part> checked = partOf(*good[0]); !checked.ok()) {
      failChunk(*good[0], checked.status(), tables);
    } else {
      out->mutable_outputs()->Swap(good[0]->response.mutable_outputs());
    }
    out->mutable_outputs()->set_row_count(item_count);
  } else {
    mergeOutputs(item_count, good, tables, out);
  }
  return tables.failed();
}

}  // namespace aerie::proxy
