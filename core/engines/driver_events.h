// What aerie_driver.py reports in the log of its Ray job. Pure; takes any bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/training/states.h"

namespace aerie::engines {

struct DriverEvent {
  enum class Kind { kStarted, kSubmitted, kEnded, kLog, kArtifact, kFinished };
  Kind kind = Kind::kStarted;
  std::string task;  // its id; of all but kStarted and kFinished
  int attempt = 0;
  // kEnded
  training::Outcome outcome = training::Outcome::kFailed;
  bool again = false;  // the driver tries it again
  std::string node;    // Ray's id of it
  std::string host;
  std::string error;
  std::int64_t started_ms = 0, ended_ms = 0;  // Unix; 0 = unknown
  std::int64_t cpu_ms = 0, memory_peak = 0;
  // kLog
  std::string text;
  // kArtifact: a file of the shared folder, or a part.
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string file;
  std::size_t part = 0, parts = 0;
  std::string data;  // decoded
  // kStarted, kFinished
  std::int64_t tasks = 0, succeeded = 0, failed = 0, cancelled = 0;
};

// nullopt: no report, but a line for people; also a report that does not make sense.
std::optional<DriverEvent> parseDriverLine(std::string_view line);

// nullopt for what is no base64.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace aerie::engines
