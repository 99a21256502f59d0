// The training daemon's API for commands: blocking calls with a deadline, logs, and a watch that can be
// waited for with a time limit.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "aerie/v1/training.grpc.pb.h"

namespace aerie::ctl {

// Where a training daemon listens unless told otherwise.
inline constexpr char kDefaultTrainingAddress[] = "127.0.0.1:7720";

// Thread-safe. Calls block.
class TrainClient final {
 public:
  using Stub = v1::TrainingService::Stub;
  TrainClient(std::shared_ptr<grpc::Channel> channel, std::string address);
  const std::string& address() const { return address_; }

  // client.call(&TrainClient::Stub::Get, request)
  template <class Request, class Response>
  absl::StatusOr<Response> call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                                const Request& request,
                                std::chrono::milliseconds timeout = std::chrono::seconds(60)) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + timeout);
    Response response;
    const grpc::Status status = (stub_.get()->*method)(&context, request, &response);
    if (!status.ok()) return describe(status);
    return response;
  }
  absl::StatusOr<v1::TrainingJob> job(const std::string& id);
  // Pieces of a log until it ends or `piece` answers false.
  absl::Status logs(const v1::TrainingLogsRequest& request,
                    const std::function<bool(const v1::TrainingLogsResponse&)>& piece);
  // A packed working directory, for a daemon on another machine. `progress` gets bytes sent and in all.
  absl::Status upload(const std::filesystem::path& archive, const std::string& digest,
                      const std::function<void(std::uint64_t, std::uint64_t)>& progress);

 private:
  friend class TrainWatch;
  absl::Status describe(const grpc::Status& status) const;
  const std::string address_;
  const std::unique_ptr<Stub> stub_;
};

// One Watch stream, read by a thread of its own. The destructor ends the stream.
class TrainWatch final {
 public:
  // `client` outlives it.
  TrainWatch(TrainClient& client, v1::WatchTrainingRequest request);
  ~TrainWatch();
  TrainWatch(const TrainWatch&) = delete;
  TrainWatch& operator=(const TrainWatch&) = delete;

  struct Event {
    std::optional<v1::WatchTrainingResponse> update;
    std::optional<absl::Status> ended;  // the stream's end; OK when the daemon ended it in order
  };
  // Neither is set when `wait` passed without news.
  Event next(std::chrono::milliseconds wait);

 private:
  void read();
  TrainClient& client_;
  const v1::WatchTrainingRequest request_;
  grpc::ClientContext context_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<v1::WatchTrainingResponse> updates_;  // at most kWaiting; then the stream waits
  std::optional<absl::Status> ended_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace aerie::ctl
