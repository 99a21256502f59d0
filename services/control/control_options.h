// Settings of aerie-control.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "core/deploy/planner.h"
#include "services/common/program.h"

namespace aerie::control {

struct ControlOptions {
  services::CommonOptions common;
  std::string state_dir;
  std::string environment = "local";
  std::string feature_store;               // passed on to workers
  std::int64_t feature_cache_entries = 0;  // likewise; 0 = no cache
  std::int64_t feature_cache_ttl_ms = 60'000;
  std::string trusted_keys;    // "" = <state-dir>/trusted_keys
  std::string worker_program;  // "" = aerie-worker beside this program
  std::string runtime_url;     // for workers with runtime oip_v2 or tensorflow_serving
  std::string run_dir;         // "" = <state-dir>/run, or a short directory under /tmp when that is too long
  std::string training;        // address of aerie-training, told to clients; "" = there is none
  bool stop_workers = false;   // stop the workers, too, when the control plane stops
  // Not settings; tests make them smaller.
  deploy::Policy policy;
  Duration proxy_settle = std::chrono::seconds(2);   // after our start proxies have this long to come back
  Duration proxy_forget = std::chrono::seconds(10);  // a proxy that is gone for longer is not waited for
  Duration scrape_interval = std::chrono::seconds(1);
};

void addControlSettings(services::Settings& settings, ControlOptions& options);
// Fills what depends on state_dir; InvalidArgument when something needed is missing.
absl::Status completeOptions(ControlOptions& options);

}  // namespace aerie::control
