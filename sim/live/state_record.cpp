#include "sim/live/state_record.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/syscall.h>
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
                                 "aerie-training.address",
                                 "training",
                                 "training.sock",
                                 "sim.sock",
                                 kRecord};
constexpr const char* kDaemons[] = {"aerie-control", "aerie-proxy", "aerie-worker", "aerie-sidecar",
                                    "aerie-training"};
constexpr std::chrono::seconds kOrderlyEnd{15};
constexpr std::chrono::seconds kKilledEnd{5};

bool isDaemon(const std::string& program) {
  return std::find(std::begin(kDaemons), std::end(kDaemons), program) != std::end(kDaemons);
}

// Processes of which `wanted` says that their program counts, and whose command line has `part` in it.
template <class Wanted>
std::vector<pid_t> processesOf(const Wanted& wanted, const std::string& part) {
  std::vector<pid_t> result;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    const std::string folder = entry.path().filename().string();
    pid_t pid = 0;
    const auto [end, parsed] = std::from_chars(folder.data(), folder.data() + folder.size(), pid);
    if (parsed != std::errc() || end != folder.data() + folder.size()) continue;
    const std::string program = fs::read_symlink(entry.path() / "exe", error).filename().string();
    if (error || !wanted(program)) continue;
    const auto command = readFile(entry.path() / "cmdline");
    if (command.ok() && command->find(part) != std::string::npos) result.push_back(pid);
  }
  return result;
}

// Our daemons whose command line names `directory`.
std::vector<pid_t> daemonsIn(const fs::path& directory, const std::string& only = {}) {
  return processesOf(
      [&only](const std::string& program) { return isDaemon(program) && (only.empty() || program == only); },
      directory.string() + "/");
}

// Those first that know what they have started, and end it in order.
void endLeftovers(const fs::path& directory) {
  for (const char* knowing : {"aerie-training", "aerie-control"}) {
    for (const pid_t pid : daemonsIn(directory, knowing)) ::kill(pid, SIGTERM);
  }
  waitFor("leftover daemons to end", kOrderlyEnd, [&] {
    return daemonsIn(directory, "aerie-control").empty() && daemonsIn(directory, "aerie-training").empty();
  }).IgnoreError();
  // Again until none is left: one that was just being started is in no list yet.
  waitFor("killed daemons to end", kKilledEnd, [&] {
    const std::vector<pid_t> left = daemonsIn(directory);
    for (const pid_t pid : left) ::kill(pid, SIGKILL);
    return left.empty();
  }).IgnoreError();
}

absl::StatusOr<int> openLock(const fs::path& directory) {
  const std::string path = (directory / kLock).string();
  const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0)
    return failedPrecondition("{} cannot be opened; check the rights of the state directory", path);
  return lock;
}

// A guard whose simulation is gone: one that still has its simulation is none that works.
bool guardWorksIn(const fs::path& directory) {
  const auto guards = processesOf([](const std::string& program) { return program == "aerie-sim"; },
                                  std::string("guard") + '\0' + directory.string());
  return std::any_of(guards.begin(), guards.end(), [](pid_t pid) {
    const auto status = readFile(fmt::format("/proc/{}/status", pid));
    if (!status.ok()) return false;
    const std::size_t at = status->find("PPid:\t");
    const auto parent = at == std::string::npos ? 0 : std::atoi(status->c_str() + at + 6);
    std::error_code error;
    return fs::read_symlink(fmt::format("/proc/{}/exe", parent), error).filename() != "aerie-sim";
  });
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
  AERIE_ASSIGN_OR_RETURN(const int lock, openLock(directory));
  // The guard of a simulation that died holds it while it ends what that one left.
  const bool held =
      !waitFor("the directory", guardWorksIn(directory) ? kOrderlyEnd + kKilledEnd : std::chrono::seconds(0),
               [lock] { return ::flock(lock, LOCK_EX | LOCK_NB) == 0; })
           .ok();
  if (held) {
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

absl::Status StateRecord::startGuard(const fs::path& program) {
  ChildOptions child;
  child.arguments = {program.string(), "guard", directory_.string()};
  AERIE_ASSIGN_OR_RETURN(guard_, spawnChild(child));
  return absl::OkStatus();
}

absl::Status StateRecord::guard(const fs::path& directory) {
  const pid_t parent = ::getppid();
  const int watched = static_cast<int>(::syscall(SYS_pidfd_open, parent, 0));
  // Gone already when it can't be opened, or when another process adopted this one meanwhile.
  if (watched >= 0 && ::getppid() == parent) {
    pollfd end{watched, POLLIN, 0};
    while (::poll(&end, 1, -1) < 0 && errno == EINTR) {
    }
  }
  if (watched >= 0) ::close(watched);
  AERIE_ASSIGN_OR_RETURN(const int lock, openLock(directory));
  if (::flock(lock, LOCK_EX | LOCK_NB) == 0) {
    endLeftovers(fs::absolute(directory));
    std::error_code ignored;
    fs::remove(directory / kRecord, ignored);
  }
  ::close(lock);
  return absl::OkStatus();
}

StateRecord::~StateRecord() {
  withdraw();
  if (guard_ > 0) {
    signalChild(guard_, SIGKILL).IgnoreError();
    waitFor("the guard to end", kKilledEnd, [this] { return pollChild(guard_).has_value(); }).IgnoreError();
  }
  ::close(lock_);
}

std::string StateRecord::socket() const { return "unix:" + (directory_ / "sim.sock").string(); }

absl::Status StateRecord::publish(const std::string& control, const std::string& proxy,
                                  const std::string& simulation, const std::string& training) const {
  AERIE_ASSIGN_OR_RETURN(const std::uint64_t ticks, processStartTicks(::getpid()));
  const nlohmann::json json = {{"pid", ::getpid()},        {"start_ticks", std::to_string(ticks)},
                               {"control", control},       {"proxy", proxy},
                               {"simulation", simulation}, {"training", training}};
  return writeFileAtomic(directory_ / kRecord, json.dump(2) + "\n", 0600);
}

void StateRecord::withdraw() const {
  std::error_code ignored;
  fs::remove(directory_ / kRecord, ignored);
}

}  // namespace aerie::sim
