// What Prometheus gets from us: one rule file per worker endpoint, one of the fleet as a whole, and one file
// of scrape targets.
#pragma once

#include <absl/status/status.h>
#include <filesystem>
#include <string>
#include <vector>

#include "core/deploy/deployment.h"

namespace aerie::control {

// A rule file that `promtool check rules` accepts: latency, errors, silence, defaults, lost feature log,
// versions.
std::string alertRules(const deploy::DeploymentSpec& spec, const std::string& environment);

// The same for what no single endpoint's workers tell: proxies, use cases, replicas and rollouts as the
// control plane sees them, and daemons that do not answer.
std::string fleetRules(const std::string& environment);
// Of the rule file of the fleet; no endpoint can be named so.
inline constexpr char kFleetRuleFile[] = "_fleet.yml";

struct ScrapeTarget {
  std::string address;
  std::vector<std::pair<std::string, std::string>> labels;
};
// For file_sd_configs.
std::string scrapeTargets(const std::vector<ScrapeTarget>& targets);

// Makes <directory>/<endpoint>.yml exist for each spec, and the fleet's file, and removes those of endpoints
// that are gone. Unchanged files are left alone.
absl::Status syncRuleFiles(const std::filesystem::path& directory,
                           const std::vector<deploy::DeploymentSpec>& specs, const std::string& environment);

}  // namespace aerie::control
