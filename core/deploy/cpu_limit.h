// A limit of CPUs for processes that this thread is about to start: a child inherits the affinity of the
// thread that starts it, before its first instruction. Whole CPUs only, so a fraction is rounded up.
#pragma once

#include <sched.h>
#include <string_view>

namespace aerie::deploy {

// While it lives, the calling thread (and what it starts) runs on at most ceil(cpus) of the CPUs that it had;
// which ones depends on `key`, so that replicas spread. No effect for cpus <= 0, or when as many or more are
// asked for than there are. Stays in its thread.
class CpuLimitScope final {
 public:
  CpuLimitScope(double cpus, std::string_view key);
  ~CpuLimitScope();
  CpuLimitScope(const CpuLimitScope&) = delete;
  CpuLimitScope& operator=(const CpuLimitScope&) = delete;

 private:
  cpu_set_t before_{};
  bool changed_ = false;
};

}  // namespace aerie::deploy
