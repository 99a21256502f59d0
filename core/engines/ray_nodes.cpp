#include "core/engines/ray_nodes.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace aerie::engines {
namespace {

std::string machineOf(const ray::Node& node) { return node.host + "\n" + node.ip; }

std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text.substr(0, 60)) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.';
    out += good ? c : '_';
  }
  return out;
}

}  // namespace

std::string RayNodes::nameOf(const ray::Node& node) const {
  const bool named = !node.name.empty() && node.name != node.ip;
  const std::string base = fmt::format("{}-{}", cluster_,
                                       plain(named               ? node.name
                                             : node.host.empty() ? node.ip
                                                                 : node.host));
  const bool taken = std::any_of(entries_.begin(), entries_.end(), [&](const auto& entry) {
    return entry.second.name == base && entry.second.alive;
  });
  // Ray's id tells machines of one name apart.
  return named && !taken ? base : fmt::format("{}-{}", base, plain(node.id.substr(0, 6)));
}

bool RayNodes::update(const std::vector<ray::Node>& nodes) {
  std::map<std::string, bool> before;
  for (auto& [id, entry] : entries_) before[id] = std::exchange(entry.alive, false);
  bool changed = false;
  for (const ray::Node& node : nodes) {
    const bool alive = node.state == "ALIVE";
    const auto it = entries_.find(node.id);
    if (it == entries_.end()) {
      if (!alive || node.id.empty()) continue;
      const std::string name = nameOf(node);
      std::erase_if(entries_, [&](const auto& entry) { return entry.second.name == name; });
      entries_[node.id] = {node, name, true};
      changed = true;
      continue;
    }
    changed = changed || (alive && it->second.node.slots != node.slots);
    if (alive) it->second.node = node;
    it->second.alive = alive;
  }
  for (const auto& [id, entry] : entries_) {
    const auto it = before.find(id);
    changed = changed || it == before.end() || it->second != entry.alive;
  }
  return changed;
}

std::vector<training::HostSpec> RayNodes::hosts() const {
  std::vector<training::HostSpec> out;
  for (const auto& [id, entry] : entries_) {
    training::HostSpec host;
    host.name = entry.name;
    host.pool = cluster_;
    host.capacity = {std::llround(std::clamp(entry.node.slots, 0.0, 1e6) * 1e3),
                     static_cast<std::int64_t>(entry.node.memory_slots)};
    host.ready = entry.alive;
    if (!entry.alive) host.why_not = "Ray has lost this node";
    out.push_back(std::move(host));
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return out;
}

std::map<std::string, std::string> RayNodes::names() const {
  std::map<std::string, std::string> out;
  for (const auto& [id, entry] : entries_) out[id] = entry.name;
  return out;
}

std::size_t RayNodes::ready() const {
  return static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(), [](const auto& entry) { return entry.second.alive; }));
}

std::vector<training::HostLoad> RayNodes::loads(const std::map<std::string, HostUse>& use,
                                                std::int64_t waiting, std::int64_t time_ms,
                                                double seconds) const {
  std::map<std::string, int> sharing;
  for (const auto& [id, entry] : entries_) {
    if (entry.alive) ++sharing[machineOf(entry.node)];
  }
  training::HostLoad all;
  all.sample.time_ms = time_ms;
  all.sample.weight = seconds;
  all.sample.pending = static_cast<double>(waiting);
  std::vector<training::HostLoad> out;
  for (const auto& [id, entry] : entries_) {
    if (!entry.alive) continue;
    const double share = 1.0 / sharing[machineOf(entry.node)];
    training::HostLoad load;
    load.host = entry.name;
    training::Sample& sample = load.sample;
    sample.time_ms = time_ms;
    sample.weight = seconds;
    sample.capacity = entry.node.slots;
    sample.busy = std::clamp(entry.node.cpu_percent, 0.0, 100.0) / 100 * entry.node.cores * share;
    sample.memory_bytes = static_cast<double>(entry.node.memory_used) * share;
    if (const auto it = use.find(entry.name); it != use.end()) {
      sample.slots = it->second.slots;
      sample.running = it->second.running;
    }
    all.sample.capacity += sample.capacity;
    all.sample.busy += sample.busy;
    all.sample.slots += sample.slots;
    all.sample.running += sample.running;
    all.sample.memory_bytes += sample.memory_bytes;
    out.push_back(std::move(load));
  }
  out.push_back(std::move(all));
  return out;
}

}  // namespace aerie::engines
