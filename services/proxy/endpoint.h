// A worker endpoint as the proxy sees it: its config, its replicas, and the bounds on what is sent to it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "services/proxy/replica_set.h"
#include "services/proxy/token_budget.h"

namespace aerie::proxy {

struct EndpointConfig {
  std::string name;
  std::vector<std::string> urls;
  std::size_t batch_size = 128;  // rows per worker request
  Duration timeout = std::chrono::milliseconds(100);
  Duration hedge_after{0};            // 0 = no hedge
  std::uint32_t max_in_flight = 256;  // worker requests at once
  friend bool operator==(const EndpointConfig&, const EndpointConfig&) = default;
};

// Thread-safe; the config never changes (a changed config makes a new Endpoint that takes over replicas of
// the same URL).
class Endpoint final {
 public:
  struct Budgets {
    TokenBudget::Options retry{0.1, 5, 50, false};
    TokenBudget::Options hedge{0.1, 1, 20, false};
  };
  Endpoint(EndpointConfig config, std::vector<std::shared_ptr<Replica>> replicas, const Clock& clock,
           Budgets budgets)
      : config_(std::move(config)),
        replicas_(std::move(replicas)),
        retry_(clock, budgets.retry),
        hedge_(clock, budgets.hedge) {}

  const EndpointConfig& config() const { return config_; }
  const std::string& name() const { return config_.name; }
  const ReplicaSet& replicas() const { return replicas_; }
  TokenBudget& retryBudget() { return retry_; }
  TokenBudget& hedgeBudget() { return hedge_; }

  // False when `reserve` or fewer of the max_in_flight places are free. A true answer is paired with leave().
  [[nodiscard]] bool tryEnter(std::uint32_t reserve = 0) {
    const std::uint32_t limit = config_.max_in_flight > reserve ? config_.max_in_flight - reserve : 0;
    std::uint32_t now = in_flight_.load(std::memory_order_relaxed);
    while (now < limit) {
      if (in_flight_.compare_exchange_weak(now, now + 1, std::memory_order_relaxed)) return true;
    }
    return false;
  }
  void leave() { in_flight_.fetch_sub(1, std::memory_order_relaxed); }
  std::uint32_t inFlight() const { return in_flight_.load(std::memory_order_relaxed); }

 private:
  const EndpointConfig config_;
  const ReplicaSet replicas_;
  TokenBudget retry_;
  TokenBudget hedge_;
  std::atomic<std::uint32_t> in_flight_{0};
};

}  // namespace aerie::proxy
