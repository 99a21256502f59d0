// Nodes of a Ray as hosts: names that stay, capacities, loads. Pure; not thread-safe.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/engines/attempt_book.h"
#include "core/ray/wire.h"
#include "core/training/job_engine.h"

namespace aerie::engines {

struct HostUse {
  double slots = 0;  // cores that tasks asked for
  double running = 0;
};

class RayNodes final {
 public:
  explicit RayNodes(std::string cluster) : cluster_(std::move(cluster)) {}

  // True when hosts() is another one than before. Nodes that were seen alive stay, as not ready.
  bool update(const std::vector<ray::Node>& nodes);
  std::vector<training::HostSpec> hosts() const;
  std::map<std::string, std::string> names() const;  // by Ray's id
  std::size_t ready() const;

  // Of each host that is ready, and of all together. Nodes on one machine share what it does.
  std::vector<training::HostLoad> loads(const std::map<std::string, HostUse>& use, std::int64_t waiting,
                                        std::int64_t time_ms, double seconds) const;

 private:
  struct Entry {
    ray::Node node;
    std::string name;
    bool alive = false;
  };
  std::string nameOf(const ray::Node& node) const;

  const std::string cluster_;
  std::map<std::string, Entry> entries_;  // by Ray's id
};

}  // namespace aerie::engines
