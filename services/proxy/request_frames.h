// A client's request, checked and decoded once. Columns are views into the message; nothing is copied.
#pragma once

#include <absl/status/statusor.h>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "core/frame/data_frame.h"
#include "core/frame/wire.h"
#include "core/routing/route_table.h"

namespace aerie::proxy {

inline constexpr const char* kQueryIndex = "query_index";

struct RequestFrames {
  std::shared_ptr<v1::ProxyRequest> message;  // owner of what the columns point to
  frame::DataFrame shared;                    // one row, or no columns
  frame::DataFrame items;
  frame::DataFrame queries;
  // Query of each item; empty when there are fewer than two queries.
  std::vector<std::uint32_t> query_of_item;
  std::size_t rows() const { return items.rows(); }
};

// InvalidArgument names the frame, the column and what is wrong: ragged or duplicate columns, more than
// limits.max_rows items, shared features with more than one row, query_index missing, of another type, null
// or out of range.
absl::StatusOr<RequestFrames> decodeRequest(std::shared_ptr<v1::ProxyRequest> message,
                                            const frame::WireLimits& limits);

// The splitting keys of all items: from the item's column, else from its query's, else from the shared
// features; a column that is nowhere gives no key. Owns the texts that are not views into the request.
class KeyColumns final {
 public:
  KeyColumns(const RequestFrames& frames, const std::vector<std::string>& names);
  const std::vector<routing::KeyColumn>& columns() const { return columns_; }

 private:
  static routing::KeyColumn keyOf(const frame::Column& column, std::deque<std::vector<std::string>>& texts,
                                  std::deque<std::vector<std::string_view>>& views);

  std::deque<std::vector<std::string>> texts_;
  std::deque<std::vector<std::string_view>> views_;
  std::vector<routing::KeyColumn> columns_;
};

}  // namespace aerie::proxy
