#include "sim/traffic/flight_source.h"

#include "core/base/status.h"
#include "core/frame/wire.h"

namespace aerie::sim {
namespace {

void giveOwnKeys(v1::DataFrame* frame, std::uint64_t request) {
  for (v1::Column& column : *frame->mutable_columns()) {
    if (column.name() != "flight_id") continue;
    for (std::string& key : *column.mutable_strings()->mutable_values()) key += fmt::format("-{}", request);
  }
}

}  // namespace

FlightSource::FlightSource(const Flights& flights, FlightSourceOptions options)
    : flights_(flights), options_(std::move(options)), random_(options_.seed), cursor_(options_.begin) {
  AERIE_CHECK(options_.begin < options_.end && options_.end <= flights.size());
  AERIE_CHECK(options_.min_items > 0 && options_.min_items <= options_.max_items);
}

FlightRequest FlightSource::next() {
  FlightRequest request;
  const std::size_t spread = options_.max_items - options_.min_items + 1;
  const std::size_t items = options_.min_items + static_cast<std::size_t>(random_() % spread);
  request.flights.reserve(items);
  if (options_.position) {
    cursor_ = options_.position(random_());
    AERIE_CHECK(cursor_ >= options_.begin && cursor_ < options_.end);
  }
  for (std::size_t i = 0; i < items; ++i) {
    request.flights.push_back(static_cast<std::uint32_t>(cursor_));
    if (++cursor_ == options_.end) cursor_ = options_.begin;
  }
  request.message.set_model_use_case_name(options_.use_case);
  request.message.set_request_id(fmt::format("sim-{}-{}", options_.seed, made_));
  frame::toWire(flights_.items(request.flights), request.message.mutable_feature_data_frame());
  if (options_.own_keys) giveOwnKeys(request.message.mutable_feature_data_frame(), made_);
  ++made_;
  return request;
}

}  // namespace aerie::sim
