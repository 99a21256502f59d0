#include "sim/faults/malformed_requests.h"

#include <functional>

#include "core/base/status.h"
#include "core/frame/data_frame.h"

namespace aerie::sim {
namespace {

v1::Column* column(v1::ProxyRequest& request, const std::string& name) {
  for (v1::Column& c : *request.mutable_feature_data_frame()->mutable_columns()) {
    if (c.name() == name) return &c;
  }
  return request.mutable_feature_data_frame()->add_columns();
}

void removeColumn(v1::ProxyRequest& request, const std::string& name) {
  auto* columns = request.mutable_feature_data_frame()->mutable_columns();
  for (int i = 0; i < columns->size(); ++i) {
    if (columns->Get(i).name() == name) {
      columns->DeleteSubrange(i, 1);
      return;
    }
  }
}

}  // namespace

std::vector<MalformedRequest> malformedRequests(const v1::ProxyRequest& good) {
  using Code = absl::StatusCode;
  std::vector<MalformedRequest> result;
  const auto add = [&](std::string name, Code expected, bool per_item,
                       const std::function<void(v1::ProxyRequest&)>& damage) {
    MalformedRequest request{std::move(name), good, expected, per_item};
    damage(request.message);
    result.push_back(std::move(request));
  };
  add("unknown use case", Code::kNotFound, false,
      [](auto& r) { r.set_model_use_case_name("no_such_use_case"); });
  add("missing feature", Code::kInvalidArgument, true, [](auto& r) { removeColumn(r, "distance"); });
  add("wrong type", Code::kInvalidArgument, true, [](auto& r) {
    v1::Column* c = column(r, "distance");
    const int rows = c->doubles().values_size();
    c->clear_doubles();
    for (int i = 0; i < rows; ++i) c->mutable_strings()->add_values("far");
  });
  add("ragged columns", Code::kInvalidArgument, false,
      [](auto& r) { column(r, "hour")->mutable_int64s()->mutable_values()->RemoveLast(); });
  add("duplicate column", Code::kInvalidArgument, false, [](auto& r) {
    const v1::Column copy = *column(r, "hour");
    *r.mutable_feature_data_frame()->add_columns() = copy;
  });
  add("wrong null bitmap", Code::kInvalidArgument, false, [](auto& r) {
    column(r, "hour")->set_null_bitmap(
        std::string(r.feature_data_frame().row_count() / 8 + 2, '\0'));  // one byte too long or more
  });
  add("null key", Code::kOk, true, [](auto& r) {
    const auto rows = static_cast<std::size_t>(r.feature_data_frame().row_count());
    column(r, "flight_id")->set_null_bitmap(frame::NullMask::fromFlags(std::vector<bool>(rows, true)).pack());
  });
  add("a million rows", Code::kInvalidArgument, false, [](auto& r) {
    r.clear_feature_data_frame();
    r.mutable_feature_data_frame()->set_row_count(1'000'000);
    v1::Column* c = r.mutable_feature_data_frame()->add_columns();
    c->set_name("hour");
    c->mutable_int64s()->mutable_values()->Resize(1'000'000, 1);
  });
  AERIE_CHECK(result.size() == kMalformedRequests);
  return result;
}

}  // namespace aerie::sim
