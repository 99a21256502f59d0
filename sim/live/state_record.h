// The state directory of a running simulation: who holds it, what it left behind, and where it serves.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <sys/types.h>

namespace aerie::sim {

// Holds the directory until it is destroyed.
class StateRecord final {
 public:
  // FailedPrecondition when another simulation holds the directory, or when it holds something that no
  // simulation made. Ends daemons that a simulation which died has left running there, and removes its state;
  // trained bundles and their keys stay, so that the next start need not train again.
  static absl::StatusOr<std::unique_ptr<StateRecord>> claim(const std::filesystem::path& directory);
  ~StateRecord();  // withdraw()

  // Starts a process (`program` guard DIRECTORY) that ends the daemons in `directory` when this process is
  // gone, also by SIGKILL. It goes with the record.
  absl::Status startGuard(const std::filesystem::path& program);
  // What that process does: waits for its parent's end, then ends what is left running in the directory,
  // unless another simulation holds it by then and has done so.
  static absl::Status guard(const std::filesystem::path& directory);

  // simulation.json: pid and start time of this process and the addresses, for whoever wants to adopt it.
  absl::Status publish(const std::string& control, const std::string& proxy, const std::string& simulation,
                       const std::string& training = {}) const;
  void withdraw() const;
  // Where SimulationService listens.
  std::string socket() const;

 private:
  StateRecord(std::filesystem::path directory, int lock) : directory_(std::move(directory)), lock_(lock) {}
  const std::filesystem::path directory_;
  const int lock_;
  pid_t guard_ = 0;
};

}  // namespace aerie::sim
