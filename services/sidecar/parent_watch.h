// Ends this process when its parent ends, however that happens: a sidecar without its worker is of no use to
// anybody.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <memory>
#include <thread>

namespace aerie::sidecar {

// Watches the parent through a pidfd. (PR_SET_PDEATHSIG would fire when the parent's *thread* that started us
// ends.)
class ParentWatch final {
 public:
  // `on_exit` runs once, in the watching thread, when the parent is gone, also when it was gone already.
  static absl::StatusOr<std::unique_ptr<ParentWatch>> start(std::function<void()> on_exit);
  ~ParentWatch();
  ParentWatch(const ParentWatch&) = delete;
  ParentWatch& operator=(const ParentWatch&) = delete;

 private:
  ParentWatch(int parent, int wake, std::function<void()> on_exit);
  int parent_;
  int wake_;
  std::thread thread_;
};

}  // namespace aerie::sidecar
