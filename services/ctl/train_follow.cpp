#include "services/ctl/train_follow.h"

#include <algorithm>
#include <optional>
#include <thread>

#include "core/base/ids.h"
#include "core/base/status.h"
#include "services/common/stop_signal.h"

namespace aerie::ctl {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTick{100};
constexpr std::chrono::seconds kSilence{20};  // then the daemon is asked whether it is still there

bool isLost(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsCancelled(status);
}

class Following {
 public:
  Following(TrainClient& client, const FollowOptions& options, const FollowHooks& hooks)
      : client_(client), options_(options), hooks_(hooks), began_(Steady::now()) {}

  absl::StatusOr<FollowEnd> run() {
    bool met = false;  // the daemon answered once
    std::optional<Steady::time_point> lost;
    std::chrono::milliseconds pause{100};
    while (true) {
      const absl::Status status = once();
      if (end_) return *end_;
      if (status.ok() || absl::IsOutOfRange(status)) {
        // Ended in order, or the daemon no longer knows what changed since: look anew.
        if (!sleep(kTick)) return *end_;
        continue;
      }
      met = met || synced_;
      if (!isLost(status) || !met) return status;
      if (synced_) lost.reset();
      synced_ = false;
      if (!lost) {
        lost = Steady::now();
        pause = std::chrono::milliseconds(100);
        hooks_.note(
            fmt::format("{}; trying again for {} s", messageOf(status), options_.reconnect.count() / 1000));
      }
      if (Steady::now() - *lost >= options_.reconnect) return status;
      if (!sleep(pause)) return *end_;
      pause = std::min(pause * 2, std::chrono::milliseconds(2'000));
    }
  }

 private:
  // From a look at what is there to the end of the stream.
  absl::Status once() {
    v1::ListTrainingJobsRequest list;
    list.set_page_size(options_.job.empty() ? 100 : 1);
    AERIE_ASSIGN_OR_RETURN(v1::ListTrainingJobsResponse jobs,
                           client_.call(&TrainClient::Stub::List, list, kPatience));
    v1::WatchTrainingResponse first;
    first.set_complete(true);
    first.set_revision(jobs.revision());
    if (options_.job.empty()) {
      first.mutable_jobs()->Swap(jobs.mutable_jobs());
      AERIE_ASSIGN_OR_RETURN(
          v1::ListTrainingClustersResponse clusters,
          client_.call(&TrainClient::Stub::ListClusters, v1::ListTrainingClustersRequest(), kPatience));
      first.mutable_clusters()->Swap(clusters.mutable_clusters());
    } else {
      AERIE_ASSIGN_OR_RETURN(*first.add_jobs(), client_.job(options_.job));
    }
    synced_ = true;
    const std::uint64_t revision = jobs.revision();
    if (!tell(first)) return absl::OkStatus();
    v1::WatchTrainingRequest request;
    if (options_.tasks) request.set_job(options_.job);
    request.set_since_revision(revision);
    TrainWatch watch(client_, request);
    return read(watch);
  }

  absl::Status read(TrainWatch& watch) {
    Steady::time_point heard = Steady::now();
    while (true) {
      const TrainWatch::Event event = watch.next(kTick);
      if (event.update) {
        heard = Steady::now();
        if (!tell(*event.update)) return absl::OkStatus();
      }
      if (event.ended) return *event.ended;
      if (!look()) return absl::OkStatus();
      if (Steady::now() - heard > kSilence) {
        v1::ListTrainingJobsRequest list;
        list.set_page_size(1);
        AERIE_RETURN_IF_ERROR(client_.call(&TrainClient::Stub::List, list, kPatience).status());
        heard = Steady::now();
      }
    }
  }

  bool tell(const v1::WatchTrainingResponse& update) {
    if (!hooks_.update(update)) end_ = FollowEnd::kStopped;
    return !end_;
  }

  // Time and signals; false = it is over.
  bool look() {
    if (options_.timeout.count() > 0 && Steady::now() - began_ >= options_.timeout)
      end_ = FollowEnd::kTimedOut;
    if (options_.cancel_on_signal && services::waitForStop(std::chrono::milliseconds(1)) != 0) onSignal();
    return !end_;
  }

  void onSignal() {
    if (std::exchange(cancelled_, true)) {
      end_ = FollowEnd::kInterrupted;
      return;
    }
    v1::CancelTrainingRequest request;
    request.set_job(options_.job);
    request.set_request_id(randomId());
    const auto cancelled = client_.call(&TrainClient::Stub::Cancel, request, kPatience);
    hooks_.note(cancelled.ok() ? fmt::format("stopped by a signal: job {} is being cancelled", options_.job)
                               : fmt::format("stopped by a signal, but job {} could not be cancelled: {}",
                                             options_.job, messageOf(cancelled.status())));
    if (!cancelled.ok()) end_ = FollowEnd::kInterrupted;
  }

  bool sleep(std::chrono::milliseconds time) {
    const auto until = Steady::now() + time;
    while (look() && Steady::now() < until)
      std::this_thread::sleep_for(std::min<Steady::duration>(kTick, until - Steady::now()));
    return !end_;
  }

  static constexpr std::chrono::seconds kPatience{15};
  TrainClient& client_;
  const FollowOptions& options_;
  const FollowHooks& hooks_;
  const Steady::time_point began_;
  std::optional<FollowEnd> end_;
  bool synced_ = false;
  bool cancelled_ = false;
};

}  // namespace

absl::StatusOr<FollowEnd> follow(TrainClient& client, const FollowOptions& options,
                                 const FollowHooks& hooks) {
  return Following(client, options, hooks).run();
}

}  // namespace aerie::ctl
