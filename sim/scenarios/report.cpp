#include "sim/scenarios/report.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <numeric>

namespace aerie::sim {

using nlohmann::json;

bool Report::passed() const {
  const bool survived =
      std::all_of(faults.begin(), faults.end(), [](const FaultResult& f) { return f.survived; });
  return survived && std::all_of(held.begin(), held.end(), [](const Held& h) { return h.held; });
}

double sampleRatioPValue(const std::vector<std::uint64_t>& observed, const std::vector<double>& weights) {
  const double total =
      static_cast<double>(std::accumulate(observed.begin(), observed.end(), std::uint64_t{0}));
  const double weight = std::accumulate(weights.begin(), weights.end(), 0.0);
  double chi_square = 0;
  int arms = 0;
  for (std::size_t i = 0; i < observed.size() && total > 0 && weight > 0; ++i) {
    const double expected = total * weights[i] / weight;
    if (expected <= 0) continue;
    const double difference = static_cast<double>(observed[i]) - expected;
    chi_square += difference * difference / expected;
    ++arms;
  }
  if (arms < 2) return 1;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared(arms - 1), chi_square));
}

std::string toJson(const Report& report) {
  json arms = json::array();
  for (const ArmResult& arm : report.traffic.arms) {
    arms.push_back({{"name", arm.name},
                    {"items", arm.items},
                    {"labels", arm.quality.items},
                    {"log_loss", arm.quality.log_loss},
                    {"auc", arm.quality.auc}});
  }
  json faults = json::array();
  for (const FaultResult& fault : report.faults) {
    faults.push_back({{"name", fault.name},
                      {"survived", fault.survived},
                      {"seen", fault.seen},
                      {"requests", fault.requests},
                      {"failed_requests", fault.failed_requests},
                      {"failed_items", fault.failed_items}});
  }
  json held = json::array();
  for (const Held& h : report.held) held.push_back({{"name", h.name}, {"held", h.held}, {"seen", h.seen}});
  const PromotionResult& promotion = report.promotion;
  const json result = {
      {"scenario", report.scenario},
      {"seed", report.seed},
      {"passed", report.passed()},
      {"requests", report.total_requests},
      {"items", report.total_items},
      {"failed_requests", report.total_failed_requests},
      {"failed_items", report.total_failed_items},
      {"experiment",
       {{"requests", report.traffic.requests},
        {"items", report.traffic.items},
        {"failed_requests", report.traffic.failed_requests},
        {"failed_items", report.traffic.failed_items}}},
      {"checked_answers", report.traffic.checked_answers},
      {"wrong_answers", report.traffic.wrong_answers},
      {"p50_ms", report.traffic.p50_ms},
      {"p99_ms", report.traffic.p99_ms},
      {"arms", arms},
      {"sample_ratio_p_value", report.sample_ratio_p_value},
      {"held_out_auc", {{"v1", report.train_auc_v1}, {"v2", report.train_auc_v2}}},
      {"deploy_seconds", report.deploy_seconds},
      {"promotion",
       {{"version", promotion.version},
        {"seconds", promotion.seconds},
        {"requests", promotion.requests},
        {"failed_requests", promotion.failed_requests},
        {"failed_items", promotion.failed_items},
        {"wrong_answers", promotion.wrong_answers},
        {"version_skew_seconds", promotion.version_skew_seconds}}},
      {"faults", faults},
      {"held", held},
      {"seconds", report.seconds},
  };
  return result.dump(2) + "\n";
}

std::string toReportText(const Report& report) {
  std::string text = fmt::format("Scenario {} (seed {}), {:.0f} s: {}\n\n", report.scenario, report.seed,
                                 report.seconds, report.passed() ? "everything held" : "NOT everything held");
  const TallyResult& traffic = report.traffic;
  text += fmt::format("Traffic     {} requests, {} items; {} requests and {} items failed\n",
                      report.total_requests, report.total_items, report.total_failed_requests,
                      report.total_failed_items);
  text += fmt::format("Latency     p50 {:.2f} ms, p99 {:.2f} ms (open loop, from the intended start)\n",
                      traffic.p50_ms, traffic.p99_ms);
  text += fmt::format("Answers     {} checked against a direct prediction, {} wrong\n\n",
                      traffic.checked_answers, traffic.wrong_answers);
  text += fmt::format("  {:<12} {:>9} {:>10} {:>8}\n", "arm", "items", "log loss", "AUC");
  for (const ArmResult& arm : traffic.arms) {
    text += fmt::format("  {:<12} {:>9} {:>10.4f} {:>8.4f}\n", arm.name, arm.items, arm.quality.log_loss,
                        arm.quality.auc);
  }
  text += fmt::format("  sample ratio p = {:.3f}\n\n", report.sample_ratio_p_value);
  text += fmt::format("Promotion   version {} in {:.1f} s; of {} requests meanwhile {} failed\n\n",
                      report.promotion.version, report.promotion.seconds, report.promotion.requests,
                      report.promotion.failed_requests);
  for (const FaultResult& fault : report.faults) {
    text += fmt::format("  [{}] {:<38} {}\n", fault.survived ? "ok" : "FAILED", fault.name, fault.seen);
  }
  for (const Held& h : report.held)
    text += fmt::format("  [{}] {:<38} {}\n", h.held ? "ok" : "FAILED", h.name, h.seen);
  return text;
}

}  // namespace aerie::sim
