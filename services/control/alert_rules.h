// What Prometheus gets from us: one rule file per worker endpoint and one file of scrape targets.
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

struct ScrapeTarget {
  std::string address;
  std::vector<std::pair<std::string, std::string>> labels;
};
// For file_sd_configs.
std::string scrapeTargets(const std::vector<ScrapeTarget>& targets);

// Makes <directory>/<endpoint>.yml exist for each spec and removes those of endpoints that are gone.
// Unchanged files are left alone.
absl::Status syncRuleFiles(const std::filesystem::path& directory,
                           const std::vector<deploy::DeploymentSpec>& specs, const std::string& environment);

}  // namespace aerie::control
