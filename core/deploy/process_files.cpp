#include "core/deploy/process_files.h"

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::deploy {
namespace {

namespace fs = std::filesystem;

// Files in /proc have no size, so they are read until they end.
std::string readProc(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return in ? out.str() : std::string();
}

std::optional<std::int64_t> asPid(const std::string& name) {
  std::int64_t pid = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
  if (error != std::errc() || end != name.data() + name.size() || pid <= 1) return std::nullopt;
  return pid;
}

std::vector<std::int64_t> entries(const std::string& directory) {
  std::vector<std::int64_t> result;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    if (const auto pid = asPid(it->path().filename().string())) result.push_back(*pid);
  }
  return result;
}

void addUsage(std::int64_t pid, int depth, ProcessUsage& usage) {
  const std::string statm = readProc(fmt::format("/proc/{}/statm", pid));
  const std::string stat = readProc(fmt::format("/proc/{}/stat", pid));
  const auto name_end = stat.rfind(')');
  if (name_end == std::string::npos) return;
  std::istringstream pages(statm);
  std::uint64_t total = 0, resident = 0;
  pages >> total >> resident;
  usage.memory_bytes += resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  // After the name: state is field 3; user and system time are fields 14 and 15.
  std::istringstream fields(stat.substr(name_end + 1));
  std::string word;
  double ticks = 0;
  for (int field = 3; field <= 15 && fields >> word; ++field) {
    if (field >= 14) ticks += std::strtod(word.c_str(), nullptr);
  }
  usage.cpu_seconds += ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
  if (depth == 0) return;
  for (const std::int64_t task : entries(fmt::format("/proc/{}/task", pid))) {
    std::istringstream children(readProc(fmt::format("/proc/{}/task/{}/children", pid, task)));
    std::int64_t child = 0;
    while (children >> child) addUsage(child, depth - 1, usage);
  }
}

}  // namespace

absl::Status ProcessFiles::writeArguments(const std::string& id,
                                          const std::vector<std::string>& arguments) const {
  std::string bytes;
  for (const std::string& argument : arguments) bytes.append(argument).push_back('\0');
  return writeFileAtomic(directory_ / (id + ".argv"), bytes, 0600);
}

absl::Status ProcessFiles::writeProcess(const std::string& id, const ProcessHandle& process) const {
  return writeFileAtomic(directory_ / (id + ".pid"), fmt::format("{} {}\n", process.pid, process.start_ticks),
                         0600);
}

absl::Status ProcessFiles::writeMemoryLimit(const std::string& id, std::uint64_t bytes) const {
  const fs::path path = directory_ / (id + ".memory");
  if (bytes > 0) return writeFileAtomic(path, fmt::format("{}\n", bytes), 0600);
  std::error_code ignored;
  fs::remove(path, ignored);
  return absl::OkStatus();
}

std::uint64_t ProcessFiles::memoryLimit(const std::string& id) const {
  const auto text = readFile(directory_ / (id + ".memory"));
  return text.ok() ? std::strtoull(text->c_str(), nullptr, 10) : 0;
}

void ProcessFiles::remove(const std::string& id) const {
  std::error_code ignored;
  fs::remove(directory_ / (id + ".memory"), ignored);
  fs::remove(directory_ / (id + ".pid"), ignored);
  fs::remove(directory_ / (id + ".argv"), ignored);
}

std::vector<std::string> ProcessFiles::ids() const {
  std::vector<std::string> result;
  std::error_code error;
  for (fs::directory_iterator it(directory_, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".argv") result.push_back(it->path().stem().string());
  }
  return result;
}

std::optional<ProcessHandle> ProcessFiles::running(const std::string& id) const {
  if (const auto text = readFile(directory_ / (id + ".pid")); text.ok()) {
    std::istringstream in(*text);
    ProcessHandle process;
    if (in >> process.pid >> process.start_ticks && isRunning(process)) return process;
  }
  return search(id);
}

std::optional<ProcessHandle> ProcessFiles::search(const std::string& id) const {
  const auto arguments = readFile(directory_ / (id + ".argv"));
  if (!arguments.ok() || arguments->empty()) return std::nullopt;
  const std::string entry = fmt::format("{}={}", kMark, mark(id));
  for (const std::int64_t pid : entries("/proc")) {
    if (readProc(fmt::format("/proc/{}/cmdline", pid)) != *arguments) continue;
    const std::string environment = std::string(1, '\0') + readProc(fmt::format("/proc/{}/environ", pid));
    if (environment.find(std::string(1, '\0') + entry + std::string(1, '\0')) == std::string::npos) continue;
    const auto ticks = processStartTicks(static_cast<pid_t>(pid));
    if (ticks.ok()) return ProcessHandle{pid, *ticks};
  }
  return std::nullopt;
}

bool isRunning(const ProcessHandle& process) {
  if (process.pid <= 1) return false;
  const auto ticks = processStartTicks(static_cast<pid_t>(process.pid));
  return ticks.ok() && *ticks == process.start_ticks;
}

std::optional<ProcessUsage> readUsage(const ProcessHandle& process) {
  if (!isRunning(process)) return std::nullopt;
  ProcessUsage usage;
  addUsage(process.pid, 4, usage);
  return usage;
}

}  // namespace aerie::deploy
