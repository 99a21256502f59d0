#include "core/engines/waiting_reasons.h"

#include <algorithm>
#include <fmt/format.h>

namespace aerie::engines {
namespace {

using training::HostSpec;
using training::PendingReason;
using training::Resources;

double cpus(std::int64_t millis) { return static_cast<double>(millis) / 1e3; }
double mib(std::int64_t bytes) { return static_cast<double>(bytes) / (1 << 20); }

struct Room {
  Resources largest;  // of one host, empty
  Resources free;     // of one host, each for itself
  Resources all, taken;
  int ready = 0;
  bool fits = false;  // one host has both free
};

Room roomFor(const Resources& request, const std::vector<HostSpec>& hosts,
             const std::map<std::string, Resources>& held) {
  Room room;
  for (const HostSpec& host : hosts) {
    if (!host.ready) continue;
    ++room.ready;
    const auto it = held.find(host.name);
    const Resources used = it == held.end() ? Resources{} : it->second;
    const Resources left{host.capacity.cpu_millis - used.cpu_millis,
                         host.capacity.memory_bytes - used.memory_bytes};
    room.largest.cpu_millis = std::max(room.largest.cpu_millis, host.capacity.cpu_millis);
    room.largest.memory_bytes = std::max(room.largest.memory_bytes, host.capacity.memory_bytes);
    room.free.cpu_millis = std::max(room.free.cpu_millis, left.cpu_millis);
    room.free.memory_bytes = std::max(room.free.memory_bytes, left.memory_bytes);
    room.all.cpu_millis += host.capacity.cpu_millis;
    room.all.memory_bytes += host.capacity.memory_bytes;
    room.taken.cpu_millis += used.cpu_millis;
    room.taken.memory_bytes += used.memory_bytes;
    room.fits =
        room.fits || (left.cpu_millis >= request.cpu_millis && left.memory_bytes >= request.memory_bytes);
  }
  return room;
}

std::pair<PendingReason, std::string> whyQueued(const Resources& request, const Room& room) {
  if (room.ready == 0) return {PendingReason::kNoHost, "no host of Ray is ready"};
  if (request.cpu_millis > room.largest.cpu_millis)
    return {PendingReason::kTooLarge,
            fmt::format("a task asks for {:g} CPUs and Ray's largest host has {:g}: ask for fewer, or add a "
                        "larger host",
                        cpus(request.cpu_millis), cpus(room.largest.cpu_millis))};
  if (request.memory_bytes > room.largest.memory_bytes)
    return {PendingReason::kTooLarge,
            fmt::format(
                "a task asks for {:.0f} MiB and Ray's largest host gives {:.0f} MiB: ask for less, or add "
                "a larger host",
                mib(request.memory_bytes), mib(room.largest.memory_bytes))};
  if (room.fits) return {PendingReason::kNext, "Ray starts it next"};
  if (request.cpu_millis <= room.free.cpu_millis)
    return {PendingReason::kNoMemory,
            fmt::format("a task asks for {:.0f} MiB; {:.0f} of Ray's {:.0f} MiB are given to tasks that run",
                        mib(request.memory_bytes), mib(room.taken.memory_bytes), mib(room.all.memory_bytes))};
  return {PendingReason::kNoCpu,
          fmt::format("a task asks for {:g} CPUs; {:g} of Ray's {:g} are given to tasks that run",
                      cpus(request.cpu_millis), cpus(room.taken.cpu_millis), cpus(room.all.cpu_millis))};
}

}  // namespace

std::vector<training::PendingCount> reasonsOf(const WaitingTasks& waiting, int max_in_flight,
                                              const std::vector<HostSpec>& hosts,
                                              const std::map<std::string, Resources>& held,
                                              std::int64_t now_ms) {
  std::vector<training::PendingCount> out;
  if (waiting.queued > 0) {
    auto [reason, text] = whyQueued(waiting.request, roomFor(waiting.request, hosts, held));
    const bool limited = max_in_flight > 0 && waiting.in_flight >= max_in_flight;
    if (limited && reason != PendingReason::kTooLarge && reason != PendingReason::kNoHost) {
      reason = PendingReason::kMaxInFlight;
      text = fmt::format("{} tasks are with Ray and limits.max_in_flight is {}", waiting.in_flight,
                         max_in_flight);
    }
    out.push_back({reason, waiting.queued, text});
  }
  if (waiting.backing_off > 0) {
    const std::int64_t left = std::max<std::int64_t>(0, waiting.next_ms - now_ms);
    out.push_back({PendingReason::kBackOff, waiting.backing_off,
                   fmt::format("an attempt failed; the next one begins in {} s", (left + 999) / 1'000)});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.tasks > b.tasks; });
  return out;
}

}  // namespace aerie::engines
