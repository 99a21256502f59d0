// Why the open tasks of a job on Ray wait, in the words of the training daemon. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/training/job_engine.h"

namespace aerie::engines {

// What the book knows of tasks that neither run nor are over.
struct WaitingTasks {
  std::int64_t backing_off = 0;
  std::int64_t next_ms = 0;     // when the first of them is tried again, Unix
  std::int64_t queued = 0;      // with Ray, or at the driver
  std::int64_t in_flight = 0;   // with Ray, running ones included
  training::Resources request;  // the largest of those that are queued
};

// `held`: what running tasks of all jobs asked for, by host. The most frequent reason first; their tasks add
// up to those that wait.
std::vector<training::PendingCount> reasonsOf(const WaitingTasks& waiting, int max_in_flight,
                                              const std::vector<training::HostSpec>& hosts,
                                              const std::map<std::string, training::Resources>& held,
                                              std::int64_t now_ms);

}  // namespace aerie::engines
