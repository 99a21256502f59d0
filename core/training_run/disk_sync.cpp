#include "core/training_run/disk_sync.h"

#include "core/base/sync.h"

namespace aerie::training {

DiskSync::DiskSync(std::filesystem::path root, std::function<void()> wake, SyncFiles sync)
    : root_(std::move(root)),
      wake_(std::move(wake)),
      sync_(sync ? std::move(sync) : SyncFiles(syncFilesystem)),
      thread_({.threads = 1, .queue_limit = 1'000}) {}

DiskSync::~DiskSync() = default;

void DiskSync::add(const AttemptKey& key) {
  MutexLock lock(mutex_);
  waiting_.push_back(key);
  if (!active_) active_ = thread_.submit([this] { run(); });
}

std::vector<DiskSync::Done> DiskSync::take() {
  std::vector<Done> result;
  MutexLock lock(mutex_);
  result.swap(done_);
  return result;
}

void DiskSync::run() {
  while (true) {
    std::vector<AttemptKey> batch;
    {
      MutexLock lock(mutex_);
      batch.swap(waiting_);
      if (batch.empty()) {
        active_ = false;
        return;
      }
    }
    const absl::Status status = sync_(root_);
    {
      MutexLock lock(mutex_);
      for (const AttemptKey& key : batch) done_.emplace_back(key, status);
    }
    wake_();
  }
}

}  // namespace aerie::training
