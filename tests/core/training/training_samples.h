// Jobs for the tests of the training room.
#pragma once

#include <map>
#include <string>

#include "core/base/status.h"
#include "core/training/job_file.h"
#include "core/training/task_expansion.h"

namespace aerie::training::test {

inline const std::string kWholeFile = R"(application: arrival_delay_zones
cluster: {engine: local, hosts: 1, cpus_per_host: 2, memory_per_host: 8GiB, idle_timeout: 90s, price_per_host_hour: 0.6}
environment:
  variables: {OMP_NUM_THREADS: "1"}
  python: {requirements: requirements.txt}
  working_dir: .
  exclude: ["*.parquet"]
tasks:
  each: {zone: zones.csv, month: 1..3, kind: [departure, arrival]}
  command: [aerie-train-xgboost, --zone, "{zone}", --month, "{month}", --kind, "{kind}", --out, "{output_dir}"]
  outputs: ["model-{zone}.ubj"]
resources: {cpus: 0.5, memory: 512MiB}
limits: {max_in_flight: 100, timeout: 10m, retries: 3, backoff: 2s, backoff_limit: 1m, memory_growth: 2, memory_limit: 4GiB}
order: longest_first
priority: 3
publish: {model: arrival_delay_zones, stage: candidate, when: all_succeeded, as: one_version}
)";

inline ReadFile filesOf(std::map<std::string, std::string> files) {
  return [files = std::move(files)](const std::string& path) -> absl::StatusOr<std::string> {
    const auto found = files.find(path);
    if (found == files.end()) return notFound("file {} is not there", path);
    return found->second;
  };
}

inline absl::StatusOr<JobSpec> parse(const std::string& yaml,
                                     const std::string& zones = "zone,state\nATL,GA\nORD,IL\n") {
  return parseJobFile(yaml, "job.yaml", filesOf({{"zones.csv", zones}}));
}

// `count` tasks of one CPU: 0, 1, 2...
inline JobSpec numbered(int count, int retries = 2) {
  JobSpec spec;
  spec.application = "numbers";
  spec.order = Order::kAsListed;
  Dimension numbers{"n", {}, "list"};
  for (int i = 0; i < count; ++i) numbers.values.push_back(std::to_string(i));
  spec.tasks = {{numbers}, {"true", "{n}"}, {}};
  spec.resources = {1'000, 256LL << 20};
  spec.limits.retries = retries;
  spec.limits.backoff_ms = 1'000;
  return spec;
}

}  // namespace aerie::training::test
