// Everything that people watch, kept as one state with parts, and the watchers that follow it by differences.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "aerie/v1/control.pb.h"
#include "core/base/executor.h"
#include "core/base/mutex.h"
#include "services/common/ticker.h"

namespace aerie::control {

using services::Ticker;

// Thread-safe. Parts are rebuilt on the executor at most once per kBuildInterval, and only when they were
// touched.
class World final {
 public:
  enum Part { kModels, kDeployments, kRoutings, kExperiments, kStatus, kParts };
  // Fills one part of an update; runs on the executor.
  using Builder = std::function<void(Part, v1::WorldUpdate&)>;

  // What a watcher has seen; starts empty, so that the first update is complete.
  struct Cursor {
    std::array<std::uint64_t, kParts> versions{};
    bool complete_sent = false;
  };

  World(Executor& executor, Ticker& ticker) : executor_(executor), ticker_(ticker) {}
  // Builds everything once and begins to follow touches. Until then there is nothing to see.
  void start(Builder builder);
  // Nothing is built any more.
  void stop();

  void touch(Part part);
  // The parts that are newer than the cursor; false when none is. Moves the cursor.
  bool next(Cursor& cursor, v1::WorldUpdate& update) const;
  // `wake` is called after each change, and perhaps once more after unsubscribe(). It must not block.
  int subscribe(std::function<void()> wake);
  void unsubscribe(int id);

 private:
  void build();
  void schedule() AERIE_REQUIRES(mutex_);

  Executor& executor_;
  Ticker& ticker_;
  Builder builder_;
  mutable Mutex mutex_;
  Mutex watchers_mutex_;  // taken alone
  std::array<bool, kParts> dirty_ AERIE_GUARDED_BY(mutex_){};
  std::array<std::uint64_t, kParts> versions_ AERIE_GUARDED_BY(mutex_){};
  std::array<v1::WorldUpdate, kParts> parts_ AERIE_GUARDED_BY(mutex_);
  std::uint64_t revision_ AERIE_GUARDED_BY(mutex_) = 0;
  bool scheduled_ AERIE_GUARDED_BY(mutex_) = false;
  bool running_ AERIE_GUARDED_BY(mutex_) = false;
  bool built_ AERIE_GUARDED_BY(mutex_) = false;
  std::map<int, std::function<void()>> watchers_ AERIE_GUARDED_BY(watchers_mutex_);
  int next_watcher_ AERIE_GUARDED_BY(watchers_mutex_) = 1;
};

}  // namespace aerie::control
