// Inside the room: files of attempts that succeeded, on disk before the books say so.
#pragma once

#include <absl/status/status.h>
#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

#include "core/base/executor.h"
#include "core/base/mutex.h"
#include "core/training_run/coordinator.h"
#include "core/training_run/local_tasks.h"

namespace aerie::training {

// One wait for the disk serves all attempts that came before it began: tasks need no sync of their own, and
// no slot is idle meanwhile. Thread-safe.
class DiskSync final {
 public:
  using Done = std::pair<AttemptKey, absl::Status>;
  // `root` is on the file system of all outputs. `wake`: there is something for take(); any thread. `sync`:
  // as syncFilesystem(), which it is when null.
  DiskSync(std::filesystem::path root, std::function<void()> wake, SyncFiles sync = nullptr);
  // Waits for the disk, then forgets what nobody took.
  ~DiskSync();

  // What this attempt wrote, and the names that its files have now.
  void add(const AttemptKey& key);
  // Those whose files are on disk, or that could not be written. Each once.
  std::vector<Done> take();

 private:
  void run();

  const std::filesystem::path root_;
  const std::function<void()> wake_;
  const SyncFiles sync_;
  Mutex mutex_;
  bool active_ AERIE_GUARDED_BY(mutex_) = false;
  std::vector<AttemptKey> waiting_ AERIE_GUARDED_BY(mutex_);
  std::vector<Done> done_ AERIE_GUARDED_BY(mutex_);
  Executor thread_;  // last: it uses the others
};

}  // namespace aerie::training
