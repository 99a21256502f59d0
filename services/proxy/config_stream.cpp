#include "services/proxy/config_stream.h"

#include <algorithm>
#include <optional>
#include <random>

#include "core/base/status.h"
#include "core/net/status.h"
#include "core/telemetry/log.h"
#include "services/common/metrics_address.h"
#include "services/proxy/random.h"

namespace aerie::proxy {

// One stream. Reactions only move data under the owner's mutex and wake its thread.
class ConfigStream::Stream final : public grpc::ClientBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot> {
 public:
  Stream(v1::ProxyConfigService::Stub& stub, const std::string& metrics_address, Mutex& mutex, CondVar& wake)
      : mutex_(mutex), wake_(wake) {
    if (!metrics_address.empty()) context_.AddMetadata(services::kMetricsAddressKey, metrics_address);
    stub.async()->WatchProxyConfig(&context_, this);
    AddHold();  // the owner's thread writes from outside reactions
    StartRead(&incoming_);
    StartCall();
  }

  void OnReadDone(bool ok) override {
    {
      const MutexLock lock(mutex_);
      if (ok) {
        newest_ = std::move(incoming_);
        incoming_.Clear();
      } else {
        broken_ = true;
      }
    }
    wake_.notify_all();
    if (ok) StartRead(&incoming_);
  }
  void OnWriteDone(bool ok) override {
    {
      const MutexLock lock(mutex_);
      writing_ = false;
      if (!ok) broken_ = true;
    }
    wake_.notify_all();
  }
  void OnDone(const grpc::Status& status) override {
    const MutexLock lock(mutex_);
    result_ = net::fromGrpc(status);
    done_ = true;
    // Under the lock: the owner may destroy this stream as soon as it can see done_.
    wake_.notify_all();
  }

  void write(v1::ProxyStatus status) {
    outgoing_ = std::move(status);
    StartWrite(&outgoing_);
  }
  // No write may follow.
  void close() {
    context_.TryCancel();
    RemoveHold();
  }

  // Guarded by the owner's mutex.
  std::optional<v1::ProxyConfigSnapshot> newest_;
  bool writing_ = false;
  bool broken_ = false;
  bool done_ = false;
  absl::Status result_;

 private:
  Mutex& mutex_;
  CondVar& wake_;
  grpc::ClientContext context_;
  v1::ProxyConfigSnapshot incoming_;
  v1::ProxyStatus outgoing_;
};

ConfigStream::ConfigStream(std::shared_ptr<grpc::Channel> channel, std::string control_address, Status status,
                           Apply apply, Options options)
    : stub_(v1::ProxyConfigService::NewStub(channel)),
      control_address_(std::move(control_address)),
      status_(std::move(status)),
      apply_(std::move(apply)),
      options_(options),
      thread_([this] { run(); }) {}

ConfigStream::~ConfigStream() {
  {
    const MutexLock lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

bool ConfigStream::waitForStop(Duration duration) {
  const MutexLock lock(mutex_);
  return wake_.wait_for(mutex_, duration, [this] { return stop_; });
}

bool ConfigStream::runStream() {
  Stream stream(*stub_, options_.metrics_address, mutex_, wake_);
  bool got_snapshot = false;
  bool due = true;  // the stream opens with a status
  auto next_status = std::chrono::steady_clock::now();
  while (true) {
    std::optional<v1::ProxyConfigSnapshot> snapshot;
    bool write = false;
    {
      const MutexLock lock(mutex_);
      wake_.wait_until(mutex_, next_status, [&] {
        return stop_ || stream.broken_ || stream.newest_.has_value() || (due && !stream.writing_);
      });
      if (stop_ || stream.broken_) break;
      snapshot.swap(stream.newest_);
      due = due || std::chrono::steady_clock::now() >= next_status;
      write = due && !stream.writing_ && !snapshot.has_value();
      if (write) stream.writing_ = true;
    }
    if (snapshot.has_value()) {
      if (!got_snapshot) log::get("proxy")->info("control_plane_connected address={}", control_address_);
      apply_(*snapshot);
      got_snapshot = true;
      due = true;
    } else if (write) {
      stream.write(status_());
      due = false;
    }
    if (write || std::chrono::steady_clock::now() >= next_status) {
      next_status = std::chrono::steady_clock::now() + options_.status_interval;
    }
  }
  stream.close();
  absl::Status result;
  bool stopped = false;
  {
    const MutexLock lock(mutex_);
    wake_.wait(mutex_, [&] { return stream.done_; });
    result = stream.result_;
    stopped = stop_;
  }
  if (got_snapshot && !stopped) {
    log::get("proxy")->warn("control_plane_lost address={} serving=\"the last good config\" reason=\"{}\"",
                            control_address_, messageOf(result));
  }
  return got_snapshot;
}

void ConfigStream::run() {
  std::uint64_t random = std::random_device{}();
  Duration backoff = options_.first_backoff;
  bool reported = false;
  while (true) {
    const bool had_snapshot = runStream();
    if (had_snapshot) {
      backoff = options_.first_backoff;
      reported = false;
    } else if (!reported && !waitForStop(Duration::zero())) {
      log::get("proxy")->warn("control_plane_unreachable address={} retry=\"until it answers\"",
                              control_address_);
      reported = true;
    }
    const double spread = 1.0 + options_.jitter * (2.0 * unitRandom(random) - 1.0);
    if (waitForStop(Duration(static_cast<std::int64_t>(static_cast<double>(backoff.count()) * spread))))
      return;
    backoff = std::min(options_.longest_backoff, backoff * 2);
  }
}

}  // namespace aerie::proxy
