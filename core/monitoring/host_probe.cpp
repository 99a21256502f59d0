#include "core/monitoring/host_probe.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>
#include <sys/statvfs.h>
#include <tuple>
#include <unistd.h>

namespace aerie::monitoring {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "aerie-";
constexpr std::size_t kProgramLength = 15;  // of the name in /proc/<pid>/stat: longer ones are cut off

std::string readAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The fields of /proc/<pid>/stat that matter. The program's name stands in brackets and may hold anything.
struct Stat {
  std::string program;
  bool ended = false;  // it waits for its parent to take its exit code, and holds no memory any more
  std::int64_t parent = 0;
  double cpu_seconds = 0;
  std::uint32_t threads = 0;
  std::uint64_t start_ticks = 0;
  std::uint64_t rss_bytes = 0;
};
std::optional<Stat> parseStat(const std::string& text) {
  const auto open = text.find('(');
  const auto close = text.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open) return std::nullopt;
  Stat out;
  out.program = text.substr(open + 1, close - open - 1);
  std::istringstream in(text.substr(close + 1));
  std::string state, skipped;
  in >> state >> out.parent;
  out.ended = state == "Z" || state == "X" || state == "x";
  for (int i = 5; i < 14; ++i) in >> skipped;
  double user = 0, system = 0;
  in >> user >> system;
  for (int i = 16; i < 20; ++i) in >> skipped;
  in >> out.threads >> skipped >> out.start_ticks >> skipped;
  std::uint64_t pages = 0;
  in >> pages;
  if (!in) return std::nullopt;
  out.cpu_seconds = (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  out.rss_bytes = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  return out;
}

// The program's whole name, from the path that it was started with.
std::string wholeName(const std::string& program, const std::string& arguments) {
  if (program.size() < kProgramLength) return program;
  const std::string first = arguments.c_str();  // arguments end with a zero byte each
  const std::string name = first.substr(first.rfind('/') + 1);
  return name.starts_with(program) ? name : program;
}

// The value of --proxy-id and the like.
std::string nameFromArguments(const std::string& arguments) {
  for (const std::string_view flag : {"--proxy-id", "--replica"}) {
    const auto at = arguments.find(flag);
    if (at == std::string::npos || at + flag.size() >= arguments.size()) continue;
    const char after = arguments[at + flag.size()];
    if (after != '\0' && after != '=') continue;
    return arguments.c_str() + at + flag.size() + 1;
  }
  return "";
}

}  // namespace

HostProbe::HostProbe(fs::path disk, fs::path proc) : disk_(std::move(disk)), proc_(std::move(proc)) {}

HostReading HostProbe::read(double seconds, const std::map<std::int64_t, std::string>& names) {
  HostReading out;
  readMachine(out);
  readProcesses(seconds, names, out);
  seconds_ = seconds;
  return out;
}

void HostProbe::readMachine(HostReading& out) {
  char host[256] = {};
  if (::gethostname(host, sizeof host - 1) == 0) out.name = host;
  std::istringstream stat(readAll(proc_ / "stat"));
  Times now;
  for (std::string line; std::getline(stat, line);) {
    std::istringstream in(line);
    std::string key;
    in >> key;
    if (key == "cpu") {
      // user nice system idle iowait irq softirq steal
      double value = 0;
      for (int i = 0; i < 8 && in >> value; ++i) {
        now.all += value;
        if (i != 3 && i != 4) now.busy += value;
      }
    } else if (key.starts_with("cpu")) {
      ++out.cores;
    } else if (key == "btime") {
      in >> boot_ms_;
      boot_ms_ *= 1000;
    }
  }
  if (machine_.all > 0 && now.all > machine_.all)
    out.cpu_percent = 100 * std::max(0.0, now.busy - machine_.busy) / (now.all - machine_.all);
  machine_ = now;

  std::istringstream memory(readAll(proc_ / "meminfo"));
  std::uint64_t available = 0;
  for (std::string line; std::getline(memory, line);) {
    std::istringstream in(line);
    std::string key;
    std::uint64_t kib = 0;
    in >> key >> kib;
    if (key == "MemTotal:") out.memory_total = kib << 10;
    if (key == "MemAvailable:") available = kib << 10;
  }
  out.memory_used = out.memory_total > available ? out.memory_total - available : 0;
  std::istringstream(readAll(proc_ / "loadavg")) >> out.load;

  struct statvfs disk {};
  if (::statvfs(disk_.c_str(), &disk) == 0) {
    out.disk_total = static_cast<std::uint64_t>(disk.f_blocks) * disk.f_frsize;
    out.disk_used = out.disk_total - static_cast<std::uint64_t>(disk.f_bfree) * disk.f_frsize;
  }
}

void HostProbe::readProcesses(double seconds, const std::map<std::int64_t, std::string>& names,
                              HostReading& out) {
  std::map<std::int64_t, Before> now;
  std::error_code error;
  for (fs::directory_iterator it(proc_, error), end; !error && it != end; it.increment(error)) {
    const std::string file = it->path().filename().string();
    std::int64_t pid = 0;
    const auto [last, bad] = std::from_chars(file.data(), file.data() + file.size(), pid);
    if (bad != std::errc() || last != file.data() + file.size()) continue;
    const auto stat = parseStat(readAll(it->path() / "stat"));
    if (!stat || stat->ended || !stat->program.starts_with(kPrefix)) continue;
    const std::string arguments = readAll(it->path() / "cmdline");
    const std::string program = wholeName(stat->program, arguments);
    ProcessReading p;
    p.kind = program.substr(kPrefix.size());
    p.pid = pid;
    p.parent = stat->parent;
    p.rss_bytes = stat->rss_bytes;
    p.threads = stat->threads;
    p.started_ms = boot_ms_ + static_cast<std::int64_t>(1000 * stat->start_ticks /
                                                        static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK)));
    if (const auto own = names.find(pid); own != names.end()) {
      p.name = own->second;
    } else if (const auto parents = names.find(stat->parent); parents != names.end()) {
      p.name = parents->second;
    } else {
      p.name = nameFromArguments(arguments);
      if (p.name.empty()) p.name = program;
    }
    const auto before = before_.find(pid);
    if (before != before_.end() && before->second.start_ticks == stat->start_ticks && seconds > seconds_)
      p.cpu_percent =
          100 * std::max(0.0, stat->cpu_seconds - before->second.cpu_seconds) / (seconds - seconds_);
    now[pid] = {stat->start_ticks, stat->cpu_seconds};
    out.processes.push_back(std::move(p));
  }
  before_ = std::move(now);
  std::sort(out.processes.begin(), out.processes.end(), [](const ProcessReading& a, const ProcessReading& b) {
    return std::tie(a.kind, a.name, a.pid) < std::tie(b.kind, b.name, b.pid);
  });
}

}  // namespace aerie::monitoring
