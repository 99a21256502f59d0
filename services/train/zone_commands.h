// The commands for a model per zone: prepare, part, assemble, evaluate. Each prints one JSON line at its end.
#pragma once

#include <CLI/CLI.hpp>
#include <absl/status/status.h>
#include <functional>
#include <string>

#include "services/train/zone_part.h"

namespace aerie::train {

class ZoneCommands final {
 public:
  // The object must live until the command line is parsed and run.
  void addTo(CLI::App& app);
  // The command that was chosen.
  absl::Status run();

 private:
  void addPrepare(CLI::App& app);
  void addPart(CLI::App& app);
  void addAssemble(CLI::App& app);
  void addEvaluate(CLI::App& app);
  absl::Status prepare();
  absl::Status part();
  absl::Status assemble();
  absl::Status evaluate();

  std::function<absl::Status()> chosen_;
  std::string data_, prepared_, out_, parts_, model_, key_file_, bundle_;
  PrepareOptions prepare_options_;
  PartOptions part_options_;
};

}  // namespace aerie::train
