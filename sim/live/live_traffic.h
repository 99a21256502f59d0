// Endless traffic that can be started, stopped and changed while it flows, and what it sees.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "core/telemetry/latency_window.h"
#include "sim/live/live_labels.h"
#include "sim/live/world_clock.h"
#include "sim/traffic/load_generator.h"

namespace aerie::sim {

struct TrafficCounts {
  std::uint64_t answered = 0;  // requests whose fate is known
  std::uint64_t failed = 0;    // requests with an error or with any failed item
  std::uint64_t items = 0;
  std::uint64_t failed_items = 0;
};
struct TrafficRates {
  double sent = 0;
  double failed = 0;
};

// start, stop and setRate from one thread at a time; the rest is thread-safe.
class LiveTraffic final {
 public:
  struct Options {
    FlightSourceOptions flights;
    std::chrono::milliseconds deadline{2'000};
    double ahead_minutes = 720;  // requests ask about flights that depart within this time
  };
  LiveTraffic(std::shared_ptr<grpc::Channel> channel, const Flights& flights, Options options,
              const Clock& clock, const WorldClock& world, LiveLabels& labels);
  ~LiveTraffic();

  void start(double requests_per_second);
  // No further requests; returns when those in flight have ended, at most after their deadline.
  void stop();
  bool running() const { return running_.load(); }
  void setRate(double requests_per_second);

  TrafficCounts counts() const;
  double quantileMs(double q) const { return latencies_.quantileMs(q); }
  // Text of the newest failure; empty while nothing failed.
  std::string lastFailure() const;
  // Call a few times a second; rates() are over the last three.
  void sample();
  TrafficRates rates() const;

 private:
  struct Sample {
    MonoTime time;
    std::uint64_t sent;
    std::uint64_t failed;
  };
  void took(const Outcome& outcome);
  std::size_t position(std::uint64_t random) const;

  const std::shared_ptr<grpc::Channel> channel_;
  const Flights& flights_;
  const Options options_;
  const Clock& clock_;
  const WorldClock& world_;
  LiveLabels& labels_;
  telemetry::LatencyWindow latencies_;
  std::unique_ptr<LoadGenerator> generator_;
  std::atomic<bool> running_ = false;
  std::uint64_t starts_ = 0;
  mutable std::mutex mutex_;
  TrafficCounts counts_;
  std::string last_failure_;
  std::deque<Sample> samples_;
};

}  // namespace aerie::sim
