// From what a daemon's /metrics says to readings of the history: counters and histograms become increases
// since the look before, names and labels become ours. Not thread-safe.
#pragma once

#include <absl/status/status.h>
#include <map>
#include <string>
#include <vector>

#include "core/monitoring/cell.h"

namespace aerie::monitoring {

struct Target {
  std::string id;         // stable over the daemon's life: "worker/arrival_delay_v1-0"
  Labels labels;          // added to every reading: {endpoint, replica} or {proxy}
  double batch_size = 0;  // of workers: rows that a request may carry
};

class Collector final {
 public:
  // `seconds`: time of this look, on any clock that never goes back. The first look at a target only
  // remembers its counters; a counter that shrank began anew at zero; one that is new since then began at
  // zero. A family that makes no sense is skipped and named in the status; the readings of the others are
  // there all the same. Labels over 256 bytes and histograms over 200 buckets are left out.
  absl::Status take(const Target& target, const Exposition& exposition, double seconds,
                    std::vector<Reading>& readings);
  // Forgets the counters of targets that are not among `ids`.
  void keepOnly(const std::vector<std::string>& ids);

 private:
  struct Seen {
    double seconds = 0;
    std::map<std::string, double> counters;  // by stored name and labels
    std::map<std::string, HistogramSample> histograms;
  };
  std::map<std::string, Seen> seen_;
};

}  // namespace aerie::monitoring
