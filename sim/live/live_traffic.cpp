#include "sim/live/live_traffic.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::sim {
namespace {
constexpr std::chrono::seconds kRateWindow{3};
constexpr std::chrono::seconds kLatencyWindow{5};
}  // namespace

LiveTraffic::LiveTraffic(std::shared_ptr<grpc::Channel> channel, const Flights& flights, Options options,
                         const Clock& clock, const WorldClock& world, LiveLabels& labels)
    : channel_(std::move(channel)),
      flights_(flights),
      options_(std::move(options)),
      clock_(clock),
      world_(world),
      labels_(labels),
      latencies_(clock, kLatencyWindow) {}

LiveTraffic::~LiveTraffic() { stop(); }

// A random flight among those that depart soon; the request takes the ones behind it.
std::size_t LiveTraffic::position(std::uint64_t random) const {
  const auto& all = flights_.all();
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(options_.flights.begin);
  const auto last = all.begin() + static_cast<std::ptrdiff_t>(options_.flights.end);
  const double now = world_.minute();
  const auto from =
      std::lower_bound(first, last, now, [](const Flight& f, double m) { return f.minute < m; });
  const auto to = std::lower_bound(from, last, now + options_.ahead_minutes,
                                   [](const Flight& f, double m) { return f.minute < m; });
  if (from == last) return options_.flights.begin;
  const auto spread = static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(1, to - from));
  return static_cast<std::size_t>(from - all.begin()) + static_cast<std::size_t>(random % spread);
}

void LiveTraffic::start(double requests_per_second) {
  if (running_) return;
  FlightSourceOptions source = options_.flights;
  source.seed += starts_++;
  source.own_keys = true;
  source.position = [this](std::uint64_t random) { return position(random); };
  LoadOptions load;
  load.requests_per_second = requests_per_second;
  load.deadline = options_.deadline;
  generator_ = std::make_unique<LoadGenerator>(channel_, FlightSource(flights_, std::move(source)), load,
                                               [this](const Outcome& outcome) { took(outcome); });
  running_ = true;
  generator_->start();
}

void LiveTraffic::stop() {
  if (!running_) return;
  running_ = false;
  generator_->stop();
  generator_->wait();
  generator_.reset();
}

void LiveTraffic::setRate(double requests_per_second) {
  if (generator_) generator_->setRate(requests_per_second);
}

void LiveTraffic::took(const Outcome& outcome) {
  latencies_.record(outcome.latency);
  const std::uint64_t failed = labels_.add(outcome);
  const std::lock_guard lock(mutex_);
  ++counts_.answered;
  counts_.items += outcome.flights.size();
  counts_.failed_items += failed;
  if (outcome.status.ok() && failed == 0) return;
  ++counts_.failed;
  if (!outcome.status.ok()) {
    last_failure_ = toText(outcome.status);
  } else if (outcome.answer.errors_size() > 0) {
    last_failure_ = outcome.answer.errors(0);
  }
}

TrafficCounts LiveTraffic::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

std::string LiveTraffic::lastFailure() const {
  const std::lock_guard lock(mutex_);
  return last_failure_;
}

void LiveTraffic::sample() {
  const std::lock_guard lock(mutex_);
  const MonoTime now = clock_.monoNow();
  samples_.push_back({now, counts_.answered, counts_.failed});
  while (samples_.size() > 2 && now - samples_[1].time >= kRateWindow) samples_.pop_front();
}

TrafficRates LiveTraffic::rates() const {
  const std::lock_guard lock(mutex_);
  if (samples_.size() < 2) return {};
  const Sample& from = samples_.front();
  const Sample& to = samples_.back();
  const double seconds = std::chrono::duration<double>(to.time - from.time).count();
  if (seconds <= 0) return {};
  return {static_cast<double>(to.sent - from.sent) / seconds,
          static_cast<double>(to.failed - from.failed) / seconds};
}

}  // namespace aerie::sim
