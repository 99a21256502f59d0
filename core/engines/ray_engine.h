// Jobs on Ray, existing or made on this machine, over its Jobs REST API. The tasks run under aerie_driver.py,
// whose reports come with the job's log.
//
// A job is submitted under an id that is derived from it, so a repeated start submits nothing twice; after a
// cut or a restart of the daemon its log is read from the start and what is known is left out. Outputs and
// logs come through the job's folder where Ray's hosts see it, else with the log (small ones).
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/http/client.h"
#include "core/training/job_engine.h"

namespace aerie::engines {

struct RayEngineOptions {
  // Of the Ray for clusters whose job names none, "host:port" or a URL; "" = a Ray of its own is started on
  // this machine for each.
  std::string address;
  // Of named and default addresses; never logged. See rayToken(). "" = none, or that of the Ray that
  // `aeriectl train cluster up` has started at this address.
  std::string token;
  http::Tls tls;

  // For clusters on this machine.
  std::filesystem::path clusters;  // folder of their state
  std::filesystem::path ray_home;  // empty = ray::defaultRayHome()

  // Folders of programs that tasks call by name, on hosts that have them. Usually our own.
  std::vector<std::filesystem::path> programs;

  Duration request_timeout = std::chrono::seconds(30);
  Duration connect_patience = std::chrono::seconds(20);  // until the first contact
  Duration patience = std::chrono::minutes(1);           // without an answer, later
  Duration poll = std::chrono::seconds(1);
  Duration first_wait = std::chrono::milliseconds(300);
};

// From the file, else from $RAY_AUTH_TOKEN, else from the file that $RAY_AUTH_TOKEN_PATH names; "" = none.
absl::StatusOr<std::string> rayToken(const std::filesystem::path& file);

std::unique_ptr<training::JobEngine> makeRayEngine(RayEngineOptions options, training::EngineSink& sink);

}  // namespace aerie::engines
