#include "core/monitoring/conditions.h"

#include <algorithm>
#include <set>

#include "core/base/status.h"
#include "core/monitoring/measures.h"

namespace aerie::monitoring {
namespace {

class Finder final {
 public:
  Finder(const History& history, std::int64_t now_ms) : history_(history), now_ms_(now_ms) {}

  void proxy(const ProxyView& p) {
    if (!p.connected) {
      add("AerieProxyNotConnected", Severity::kWarning, "proxy", p.id, 5'000,
          fmt::format(
              "proxy {} has no stream to the control plane: it serves its last config. Look at its log, "
              "or start it again",
              p.id));
    }
    if (!p.refused.empty()) {
      add("AerieProxyConfigRefused", Severity::kCritical, "proxy", p.id, 0,
          fmt::format("proxy {} refused the newest config and serves the one before: {}", p.id, p.refused), 1,
          0, {{"reason", p.refused}});
    }
    if (p.connected && !p.has_config) {
      add("AerieProxyNoConfig", Severity::kCritical, "proxy", p.id, 5'000,
          fmt::format("proxy {} has no config and refuses every request: apply a routing", p.id));
    }
  }

  void useCase(const std::string& use_case) {
    const auto share = number("error_share", {{"use_case", use_case}}, limits::kMinuteMs);
    if (share && *share > limits::kErrorShare) {
      add("AerieUseCaseErrorsHigh", Severity::kCritical, "use_case", use_case, 20'000,
          fmt::format("{:.1f} % of the items of {} fail. Routing shows which endpoint", 100 * *share,
                      use_case),
          *share, limits::kErrorShare);
    }
  }

  void endpoint(const EndpointView& e) {
    replicas(e);
    const Labels labels = {{"endpoint", e.endpoint}};
    const Labels workers = {{"endpoint", e.endpoint}};
    const auto p99 = number("p99_ms", labels, limits::kRateWindowMs);
    const double slow = e.timeout_ms * limits::kTimeoutShare;
    if (p99 && slow > 0 && *p99 > slow) {
      add("AerieWorkerLatencyHigh", Severity::kCritical, "endpoint", e.endpoint, limits::kHoldMs,
          fmt::format("p99 latency of {} is {:.0f} ms, over half of its timeout: scale it, or look at its "
                      "feature store",
                      e.endpoint, *p99),
          *p99, slow);
    }
    const double rows = total(series::kRows, workers, limits::kRateWindowMs);
    const double failed = total(series::kFailedRows, workers, limits::kRateWindowMs);
    if (rows > 0 && failed / rows > limits::kErrorShare) {
      add("AerieWorkerErrorsHigh", Severity::kCritical, "endpoint", e.endpoint, limits::kHoldMs,
          fmt::format("{:.1f} % of the rows of {} fail: its log says why", 100 * failed / rows, e.endpoint),
          failed / rows, limits::kErrorShare);
    }
    if (total(series::kStoreErrors, workers, limits::kMinuteMs) > 0) {
      add("AerieFeatureStoreErrors", Severity::kWarning, "endpoint", e.endpoint, 0,
          fmt::format("{} does not reach its feature store and answers with defaults", e.endpoint),
          total(series::kStoreErrors, workers, limits::kMinuteMs), 0);
    }
    const double dropped = total(series::kLogDrops, workers, limits::kLogWindowMs);
    if (dropped > 0) {
      add("AerieWorkerFeatureLogDrops", Severity::kWarning, "endpoint", e.endpoint, limits::kMinuteMs,
          fmt::format("{} lost {:.0f} records of its feature log in 15 minutes: is its disk full or slow?",
                      e.endpoint, dropped),
          dropped, 0);
    }
    silence(e, workers);
    defaults(e, workers);
  }

  void silent(const std::string& daemon) {
    add("AerieScrapeFailed", Severity::kWarning, "daemon", daemon, 30'000,
        fmt::format("{} does not answer at its metrics address: charts have a gap", daemon));
  }

  std::vector<Finding> take() { return std::move(out_); }

 private:
  void replicas(const EndpointView& e) {
    std::set<std::string> versions;
    const bool any = std::any_of(e.replicas.begin(), e.replicas.end(),
                                 [](const ReplicaView& r) { return r.serving && r.ready; });
    const Severity worst = any ? Severity::kWarning : Severity::kCritical;
    for (const ReplicaView& r : e.replicas) {
      if (r.serving) versions.insert(r.version);
      if (r.down) {
        add("AerieReplicaDown", worst, "endpoint", e.endpoint, 0,
            fmt::format("replica {} is down{}: {}", r.id, any ? "" : " and no other serves",
                        r.message.empty() ? "its log says why" : r.message),
            1, 0, {{"replica", r.id}, {"reason", r.message}});
      } else if (r.crashed) {
        add("AerieReplicaCrashed", Severity::kWarning, "endpoint", e.endpoint, 0,
            fmt::format("replica {} ended unexpectedly and was started again: its log says why", r.id), 1, 0,
            {{"replica", r.id}});
      } else if (!r.ready) {
        add("AerieWorkerNotReady", Severity::kCritical, "endpoint", e.endpoint, limits::kHoldMs,
            fmt::format("replica {} is not ready: {}", r.id,
                        r.message.empty() ? "its log says what it waits for" : r.message),
            1, 0, {{"replica", r.id}, {"reason", r.message}});
      }
    }
    if (versions.size() > 1) {
      add("AerieWorkerVersionMismatch", Severity::kCritical, "endpoint", e.endpoint, limits::kVersionHoldMs,
          fmt::format("replicas of {} answer with {} different versions", e.endpoint, versions.size()),
          static_cast<double>(versions.size()), 1);
    }
    if (!e.failure.empty()) {
      add("AerieRolloutFailed", worst, "endpoint", e.endpoint, 0,
          fmt::format("the rollout of {} failed: {}. Deploy another version or roll back", e.endpoint,
                      e.failure),
          1, 0, {{"reason", e.failure}});
    }
  }

  void silence(const EndpointView& e, const Labels& workers) {
    // A history that is younger than the window can't tell silence from not having listened.
    const std::int64_t oldest = history_.oldestMs();
    if (oldest == 0 || now_ms_ - oldest < limits::kSilenceMs || e.replicas.empty()) return;
    if (total(series::kWorkerRequests, workers, limits::kSilenceMs) > 0) return;
    add("AerieWorkerNoTraffic", Severity::kWarning, "endpoint", e.endpoint, limits::kSlowHoldMs,
        fmt::format("{} gets no requests: does a routing name it?", e.endpoint));
  }

  void defaults(const EndpointView& e, const Labels& workers) {
    const double rows = total(series::kRows, workers, limits::kLogWindowMs);
    if (rows <= 0) return;
    const auto features = totals(history_, series::kDefaults, workers, {"feature"},
                                 now_ms_ - limits::kLogWindowMs, now_ms_ + 1);
    if (!features.ok()) return;
    for (const Total& t : *features) {
      const double share = t.cell.sum / rows;
      if (share <= limits::kDefaultsShare) continue;
      const std::string& feature = t.labels.at("feature");
      add("AerieWorkerDefaultsHigh", Severity::kWarning, "endpoint", e.endpoint, limits::kSlowHoldMs,
          fmt::format("feature {} of {} falls back to its default in {:.0f} % of the rows", feature,
                      e.endpoint, 100 * share),
          share, limits::kDefaultsShare, {{"feature", feature}});
    }
  }

  std::optional<double> number(const std::string& metric, const Labels& labels,
                               std::int64_t window_ms) const {
    const auto value = measureOnce(history_, metric, labels, now_ms_ - window_ms, now_ms_ + 1);
    return value.ok() ? *value : std::nullopt;
  }
  double total(std::string_view stored, const Labels& labels, std::int64_t window_ms) const {
    const auto all = totals(history_, stored, labels, {}, now_ms_ - window_ms, now_ms_ + 1);
    return all.ok() && !all->empty() ? all->front().cell.sum : 0;
  }
  void add(const char* alert, Severity severity, const char* kind, const std::string& subject,
           std::int64_t hold_ms, std::string message, double value = 1, double threshold = 0,
           std::map<std::string, std::string> facts = {}) {
    out_.push_back(
        {alert, severity, kind, subject, std::move(message), value, threshold, hold_ms, std::move(facts)});
  }

  const History& history_;
  const std::int64_t now_ms_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> findingsOf(const Fleet& fleet, const History& history, std::int64_t now_ms) {
  Finder finder(history, now_ms);
  for (const ProxyView& p : fleet.proxies) finder.proxy(p);
  for (const std::string& use_case : fleet.use_cases) finder.useCase(use_case);
  for (const EndpointView& e : fleet.endpoints) finder.endpoint(e);
  for (const std::string& daemon : fleet.silent_daemons) finder.silent(daemon);
  return finder.take();
}

}  // namespace aerie::monitoring
