#include "sim/live/state_record.h"

#include <charconv>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "sim/scenarios/stack.h"

namespace aerie::sim {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRecord = "simulation.json";
constexpr const char* kLock = "simulation.lock";
constexpr const char* kOurs[] = {"control",
                                 "logs",
                                 "features.sqlite",
                                 "features.sqlite-wal",
                                 "features.sqlite-shm",
                                 "proxy.last-good",
                                 "aerie-control.address",
                                 "aerie-proxy.address",
                                 "sim.sock",
                                 kRecord};
constexpr const char* kDaemons[] = {"aerie-control", "aerie-proxy", "aerie-worker", "aerie-sidecar"};
constexpr std::chrono::seconds kOrderlyEnd{15};
constexpr std::chrono::seconds kKilledEnd{5};

bool isDaemon(const std::string& program) {
  return std::find(std::begin(kDaemons), std::end(kDaemons), program) != std::end(kDaemons);
}

// Our daemons whose command line names `directory`.
std::vector<pid_t> daemonsIn(const fs::path& directory, const std::string& only = {}) {
  std::vector<pid_t> result;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    const std::string folder = entry.path().filename().string();
    pid_t pid = 0;
    const auto [end, parsed] = std::from_chars(folder.data(), folder.data() + folder.size(), pid);
    if (parsed != std::errc() || end != folder.data() + folder.size()) continue;
    const std::string program = fs::read_symlink(entry.path() / "exe", error).filename().string();
    if (error || !isDaemon(program) || (!only.empty() && program != only)) continue;
    const auto command = readFile(entry.path() / "cmdline");
    if (command.ok() && command->find(directory.string() + "/") != std::string::npos) result.push_back(pid);
  }
  return result;
}

// The control plane first: it knows its workers and stops them in order.
void endLeftovers(const fs::path& directory) {
  for (const pid_t pid : daemonsIn(directory, "aerie-control")) ::kill(pid, SIGTERM);
  waitFor("leftover daemons to end", kOrderlyEnd, [&] {
    return daemonsIn(directory, "aerie-control").empty();
  }).IgnoreError();
  for (const pid_t pid : daemonsIn(directory)) ::kill(pid, SIGKILL);
  waitFor("killed daemons to end", kKilledEnd, [&] { return daemonsIn(directory).empty(); }).IgnoreError();
}

}  // namespace

absl::StatusOr<std::unique_ptr<StateRecord>> StateRecord::claim(const fs::path& given) {
  AERIE_RETURN_IF_ERROR(makeDirectories(given, 0700));
  const fs::path directory = fs::absolute(given);
  const bool known = fs::exists(directory / kLock) || fs::exists(directory / "keys" / "trusted");
  if (!known && !fs::is_empty(directory)) {
    return failedPrecondition(
        "{} holds files that no simulation made; choose an empty directory with --state-dir",
        directory.string());
  }
  const std::string path = (directory / kLock).string();
  const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0)
    return failedPrecondition("{} cannot be opened; check the rights of the state directory", path);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return failedPrecondition(
        "a simulation runs in {} already; use that one, stop it, or choose another --state-dir",
        directory.string());
  }
  std::unique_ptr<StateRecord> record(new StateRecord(directory, lock));
  endLeftovers(directory);
  for (const char* name : kOurs) {
    std::error_code error;
    fs::remove_all(directory / name, error);
    if (error)
      return failedPrecondition("{} cannot be removed: {}", (directory / name).string(), error.message());
  }
  return record;
}

StateRecord::~StateRecord() {
  withdraw();
  ::close(lock_);
}

std::string StateRecord::socket() const { return "unix:" + (directory_ / "sim.sock").string(); }

absl::Status StateRecord::publish(const std::string& control, const std::string& proxy,
                                  const std::string& simulation) const {
  AERIE_ASSIGN_OR_RETURN(const std::uint64_t ticks, processStartTicks(::getpid()));
  const nlohmann::json json = {{"pid", ::getpid()},
                               {"start_ticks", std::to_string(ticks)},
                               {"control", control},
                               {"proxy", proxy},
                               {"simulation", simulation}};
  return writeFileAtomic(directory_ / kRecord, json.dump(2) + "\n", 0600);
}

void StateRecord::withdraw() const {
  std::error_code ignored;
  fs::remove(directory_ / kRecord, ignored);
}

}  // namespace aerie::sim
