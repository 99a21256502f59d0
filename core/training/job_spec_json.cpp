#include "core/training/job_spec_json.h"

#include <nlohmann/json.hpp>

#include "core/base/status.h"

namespace aerie::training {
namespace {

using nlohmann::json;

// The enumerator with this name; what no version of the program wrote is damage.
template <class T, std::size_t kCount>
T named(const json& value, const T (&all)[kCount]) {
  const auto text = value.get<std::string>();
  for (const T one : all) {
    if (nameOf(one) == text) return one;
  }
  throw json::other_error::create(501, "unknown name '" + text + "'", &value);
}

template <class T>
std::string text(T value) {
  return std::string(nameOf(value));
}

json clusterJson(const ClusterSpec& c) {
  return {{"engine", text(c.engine)},
          {"hosts", c.hosts},
          {"cpus_per_host", c.cpus_per_host},
          {"memory_per_host", c.memory_per_host},
          {"idle_timeout_ms", c.idle_timeout_ms},
          {"address", c.address},
          {"price_per_host_hour", c.price_per_host_hour}};
}

json limitsJson(const Limits& l) {
  return {{"max_in_flight", l.max_in_flight},
          {"timeout_ms", l.timeout_ms},
          {"retries", l.retries},
          {"backoff_ms", l.backoff_ms},
          {"backoff_limit_ms", l.backoff_limit_ms},
          {"memory_growth", l.memory_growth},
          {"memory_limit", l.memory_limit}};
}

ClusterSpec clusterFrom(const json& value) {
  constexpr Engine kEngines[] = {Engine::kLocal, Engine::kRay, Engine::kKubeRay, Engine::kSimulated};
  ClusterSpec c;
  c.engine = named(value.at("engine"), kEngines);
  c.hosts = value.at("hosts").get<int>();
  c.cpus_per_host = value.at("cpus_per_host").get<int>();
  c.memory_per_host = value.at("memory_per_host").get<std::int64_t>();
  c.idle_timeout_ms = value.at("idle_timeout_ms").get<std::int64_t>();
  c.address = value.at("address").get<std::string>();
  c.price_per_host_hour = value.at("price_per_host_hour").get<double>();
  return c;
}

Limits limitsFrom(const json& value) {
  Limits l;
  l.max_in_flight = value.at("max_in_flight").get<int>();
  l.timeout_ms = value.at("timeout_ms").get<std::int64_t>();
  l.retries = value.at("retries").get<int>();
  l.backoff_ms = value.at("backoff_ms").get<std::int64_t>();
  l.backoff_limit_ms = value.at("backoff_limit_ms").get<std::int64_t>();
  l.memory_growth = value.at("memory_growth").get<double>();
  l.memory_limit = value.at("memory_limit").get<std::int64_t>();
  return l;
}

PublishSpec publishFrom(const json& value) {
  constexpr PublishWhen kWhen[] = {PublishWhen::kAllSucceeded, PublishWhen::kAnySucceeded};
  constexpr PublishAs kAs[] = {PublishAs::kOneVersion, PublishAs::kVersionPerTask};
  return {value.at("model").get<std::string>(), value.at("stage").get<std::string>(),
          named(value.at("when"), kWhen), named(value.at("as"), kAs)};
}

}  // namespace

std::string toJson(const JobSpec& spec) {
  json each = json::array();
  for (const Dimension& d : spec.tasks.each)
    each.push_back({{"name", d.name}, {"values", d.values}, {"source", d.source}});
  json result = {{"application", spec.application},
                 {"cluster", clusterJson(spec.cluster)},
                 {"variables", spec.environment.variables},
                 {"requirements", spec.environment.requirements},
                 {"working_dir", spec.environment.working_dir},
                 {"exclude", spec.environment.exclude},
                 {"each", std::move(each)},
                 {"command", spec.tasks.command},
                 {"outputs", spec.tasks.outputs},
                 {"cpu_millis", spec.resources.cpu_millis},
                 {"memory_bytes", spec.resources.memory_bytes},
                 {"limits", limitsJson(spec.limits)},
                 {"order", text(spec.order)},
                 {"priority", spec.priority}};
  if (spec.publish) {
    result["publish"] = {{"model", spec.publish->model},
                         {"stage", spec.publish->stage},
                         {"when", text(spec.publish->when)},
                         {"as", text(spec.publish->as)}};
  }
  // parseJobFile() lets only UTF-8 through, so nothing is replaced here.
  return result.dump(-1, ' ', false, json::error_handler_t::replace);
}

absl::StatusOr<JobSpec> jobSpecFromJson(std::string_view document) {
  JobSpec spec;
  try {
    const json value = json::parse(document);
    spec.application = value.at("application").get<std::string>();
    spec.cluster = clusterFrom(value.at("cluster"));
    value.at("variables").get_to(spec.environment.variables);
    value.at("requirements").get_to(spec.environment.requirements);
    value.at("working_dir").get_to(spec.environment.working_dir);
    value.at("exclude").get_to(spec.environment.exclude);
    for (const json& d : value.at("each")) {
      spec.tasks.each.push_back({d.at("name").get<std::string>(),
                                 d.at("values").get<std::vector<std::string>>(),
                                 d.at("source").get<std::string>()});
    }
    value.at("command").get_to(spec.tasks.command);
    value.at("outputs").get_to(spec.tasks.outputs);
    value.at("cpu_millis").get_to(spec.resources.cpu_millis);
    value.at("memory_bytes").get_to(spec.resources.memory_bytes);
    spec.limits = limitsFrom(value.at("limits"));
    constexpr Order kOrders[] = {Order::kAsListed, Order::kLongestFirst};
    spec.order = named(value.at("order"), kOrders);
    value.at("priority").get_to(spec.priority);
    if (value.contains("publish")) spec.publish = publishFrom(value.at("publish"));
  } catch (const json::exception& e) {
    return dataLoss("a stored training job is damaged: {}", e.what());
  }
  return spec;
}

}  // namespace aerie::training
