#include "services/control/world.h"

namespace aerie::control {
namespace {
constexpr auto kBuildInterval = std::chrono::milliseconds(30);
}

void World::start(Builder builder) {
  builder_ = std::move(builder);
  {
    MutexLock lock(mutex_);
    running_ = true;
    scheduled_ = true;
    dirty_.fill(true);
  }
  build();
}

void World::stop() {
  MutexLock lock(mutex_);
  running_ = false;
}

void World::touch(Part part) {
  MutexLock lock(mutex_);
  dirty_[part] = true;
  schedule();
}

void World::schedule() {
  if (scheduled_ || !running_) return;
  scheduled_ = true;
  ticker_.after(kBuildInterval, [this] {
    if (executor_.submit([this] { build(); })) return;
    MutexLock lock(mutex_);
    scheduled_ = false;
  });
}

void World::build() {
  std::array<bool, kParts> dirty{};
  {
    MutexLock lock(mutex_);
    if (!running_) return;
    std::swap(dirty, dirty_);
  }
  bool changed = false;
  for (int i = 0; i < kParts; ++i) {
    if (!dirty[static_cast<std::size_t>(i)]) continue;
    v1::WorldUpdate part;
    builder_(static_cast<Part>(i), part);
    MutexLock lock(mutex_);
    const auto at = static_cast<std::size_t>(i);
    if (versions_[at] != 0 && part.SerializeAsString() == parts_[at].SerializeAsString()) continue;
    parts_[at] = std::move(part);
    versions_[at] = ++revision_;
    changed = true;
  }
  {
    MutexLock lock(mutex_);
    built_ = true;
    scheduled_ = false;
    for (const bool again : dirty_) {
      if (again) schedule();
    }
  }
  if (!changed) return;
  std::map<int, std::function<void()>> watchers;
  {
    MutexLock lock(watchers_mutex_);
    watchers = watchers_;
  }
  // Outside the lock: a stream may end, and unsubscribe, on this very thread.
  for (const auto& [id, wake] : watchers) wake();
}

bool World::next(Cursor& cursor, v1::WorldUpdate& update) const {
  MutexLock lock(mutex_);
  if (!built_) return false;
  bool any = false;
  for (std::size_t i = 0; i < kParts; ++i) {
    if (versions_[i] <= cursor.versions[i]) continue;
    update.MergeFrom(parts_[i]);
    cursor.versions[i] = versions_[i];
    any = true;
  }
  update.set_revision(revision_);
  update.set_complete(!cursor.complete_sent);
  cursor.complete_sent = cursor.complete_sent || any;
  return any;
}

int World::subscribe(std::function<void()> wake) {
  MutexLock lock(watchers_mutex_);
  watchers_[next_watcher_] = std::move(wake);
  return next_watcher_++;
}

void World::unsubscribe(int id) {
  MutexLock lock(watchers_mutex_);
  watchers_.erase(id);
}

}  // namespace aerie::control
