// aerie-sim cluster: the cluster simulator on the command line.
#pragma once

#include <absl/status/statusor.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/cluster/what_if.h"

namespace CLI {
class App;
}

namespace aerie::sim {

class ClusterCommand final {
 public:
  // Where a file of ours is: "sim/cluster/scenarios/right_sized.yaml" as a path.
  using OwnFile = std::string (*)(const char* name);

  // Adds the subcommand; both must outlive the parsing.
  ClusterCommand(CLI::App& app, OwnFile own_file);
  ClusterCommand(const ClusterCommand&) = delete;
  ClusterCommand& operator=(const ClusterCommand&) = delete;

  bool chosen() const;
  // The exit code: 0, or 2 after a message on stderr. Ctrl+C ends the program.
  int run();

 private:
  absl::Status play();
  absl::StatusOr<cluster::ClusterScenario> load(const std::string& file) const;
  absl::StatusOr<std::string> grid(const cluster::ClusterScenario& scenario) const;
  absl::StatusOr<std::string> compare(const std::vector<cluster::ClusterScenario>& scenarios) const;
  absl::Status writeRecords(const std::vector<cluster::ClusterScenario>& scenarios) const;
  bool varies() const;

  const OwnFile own_file_;
  CLI::App* command_;
  std::vector<std::string> files_, orders_;
  cluster::WhatIf what_if_;
  std::string output_ = "text";
  std::string series_, timeline_;
  std::optional<std::uint64_t> seed_;
  std::optional<int> runs_;
};

}  // namespace aerie::sim
