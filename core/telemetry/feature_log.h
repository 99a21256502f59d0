// The feature log: what a worker saw and answered, row by row, as TFRecord segments compressed with zstd.
//
// Files are DIRECTORY/PREFIX-UNIXMILLIS-NUMBER.tfrecord.zst; names sort by time. A segment is written as
// "NAME.tmp", in whole zstd frames, and renamed when it is finished, so that a reader of *.zst never sees
// half a segment. What a crash left as .tmp is cut to its last whole frame and finished by the next open().
//
// submit() never blocks and does no I/O: one writer thread encodes, compresses and writes. What does not fit
// is dropped and counted by reason. When the disk is full (or fails otherwise) the log drops and counts for
// `retry_after`, then tries again; what had been written before stays readable. The process must ignore
// SIGXFSZ where file sizes are limited.
#pragma once

#include <absl/status/statusor.h>
#include <array>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "core/base/clock.h"
#include "core/base/mutex.h"

namespace aerie::telemetry {

enum class DropReason : std::uint8_t {
  kQueueFull,    // the writer can't keep up
  kWriteFailed,  // disk full, or another error of the file system
  kTooLarge,     // one record over max_record_bytes
};
inline constexpr std::size_t kDropReasons = 3;
std::string_view name(DropReason reason);  // "queue_full", "write_failed", "too_large"

struct FeatureLogOptions {
  std::filesystem::path directory;        // made when absent
  std::string prefix = "features";        // distinct for each writer of the directory
  const Clock* clock = nullptr;           // required; rotation by age and retries
  std::size_t queue_bytes = 64ULL << 20;  // as estimated by the batches
  std::size_t queue_records = 200'000;
  std::size_t max_record_bytes = 4ULL << 20;
  std::size_t block_bytes = 256ULL << 10;   // uncompressed; one zstd frame each
  std::size_t segment_bytes = 64ULL << 20;  // compressed; the last block may exceed it
  Duration segment_age = std::chrono::minutes(10);
  Duration flush_interval = std::chrono::seconds(5);  // at most this long in memory
  Duration retry_after = std::chrono::seconds(10);
  std::uintmax_t retention_bytes =
      1ULL << 30;  // finished segments of this prefix; the oldest go first; 0 = keep all
  int compression_level = 1;
  // Called for each drop, from the thread that dropped; must be fast.
  std::function<void(DropReason, std::size_t records)> on_drop;
};

struct FeatureLogStats {
  std::uint64_t written_records = 0;
  std::uint64_t written_bytes = 0;  // compressed
  std::uint64_t segments = 0;       // finished
  std::uint64_t removed_segments = 0;
  std::array<std::uint64_t, kDropReasons> dropped{};
  std::string last_error;  // empty when the last write succeeded
  std::uint64_t totalDropped() const;
};

// Records that are made later, on the writer thread.
struct FeatureLogBatch {
  std::size_t records = 0;
  std::size_t bytes = 0;  // estimate of the memory that `encode` holds
  std::function<void(const std::function<void(std::string_view record)>& add)> encode;
};

// Thread-safe. The destructor writes what is queued and finishes the segment.
class FeatureLog final {
 public:
  // FailedPrecondition when the directory can't be made or written.
  static absl::StatusOr<std::unique_ptr<FeatureLog>> open(FeatureLogOptions options);
  ~FeatureLog();
  FeatureLog(const FeatureLog&) = delete;
  FeatureLog& operator=(const FeatureLog&) = delete;

  // False when the queue is full: the batch was dropped and counted.
  bool submit(FeatureLogBatch batch);
  // Blocks until what was submitted before is on disk (or dropped) and a due rotation is done.
  void flush();
  // Writes what is queued, finishes the segment, stops. Later submits are dropped. Idempotent.
  void close();
  FeatureLogStats stats() const;

 private:
  class Writer;
  explicit FeatureLog(FeatureLogOptions options);
  void run();
  void countDrop(DropReason reason, std::size_t records);

  const FeatureLogOptions options_;
  mutable Mutex mutex_;
  CondVar wake_;
  CondVar flushed_;
  std::deque<FeatureLogBatch> queue_ AERIE_GUARDED_BY(mutex_);
  std::size_t queued_bytes_ AERIE_GUARDED_BY(mutex_) = 0;
  std::size_t queued_records_ AERIE_GUARDED_BY(mutex_) = 0;
  std::uint64_t flush_wanted_ AERIE_GUARDED_BY(mutex_) = 0;  // numbers of flush() calls
  std::uint64_t flush_done_ AERIE_GUARDED_BY(mutex_) = 0;
  bool closing_ AERIE_GUARDED_BY(mutex_) = false;
  FeatureLogStats stats_ AERIE_GUARDED_BY(mutex_);
  std::unique_ptr<Writer> writer_;  // writer thread only
  Mutex join_mutex_;
  std::thread thread_ AERIE_GUARDED_BY(join_mutex_);
};

}  // namespace aerie::telemetry
