// A control plane with thousands of deployments that change all the time. Its changes are made on a thread of
// their own and become messages of the wire, which are translated there, as the desktop's gRPC thread does
// it; the GUI thread takes them as from there: merged, at most one waiting. GUI thread but for the changes.
#pragma once

#include <QObject>
#include <QPointer>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "aerie/v1/control.pb.h"
#include "app/rpc/api.h"
#include "app/rpc/world_reader.h"

namespace aerie::bench {

class Fleet final : public rpc::SystemApi {
 public:
  struct Options {
    int deployments = 10'000;
    int changes_per_second = 1'000;
    rpc::WorldUpdate rest;  // what stays as it is; its status is where the traffic begins
  };
  explicit Fleet(Options options);
  ~Fleet() override;

  // Changes until `most` were made, or for ever; counts on from those before.
  void start(std::int64_t most = -1);
  // After the last change has been sent.
  void stop();
  std::int64_t changes() const { return changes_.load(); }
  int messages() const { return messages_.load(); }
  // The serving version of each deployment, by its place; only while stopped.
  std::vector<QString> versions() const;
  QString endpointOf(int place) const;

  rpc::Ticket getStatus(QObject* context, rpc::Answer<rpc::SystemStatus> answer) override;
  rpc::Ticket watch(QObject* context, std::function<void(const rpc::WorldUpdate&)> update,
                    rpc::Answer<rpc::Done> ended) override;

 private:
  struct Inbox {
    std::mutex mutex;
    std::optional<rpc::WorldUpdate> waiting;
  };
  void fill();
  void change(std::int64_t number);
  void run(std::int64_t most);
  void send(bool complete);

  const Options options_;
  QObject gui_;
  QPointer<QObject> guard_;
  std::function<void(const rpc::WorldUpdate&)> update_;
  std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
  // The changing thread's while it runs.
  v1::WorldUpdate wire_;
  rpc::WorldReader reader_;
  rpc::SystemStatus status_;
  std::atomic<std::int64_t> changes_{0};
  std::atomic<int> messages_{0};
  std::atomic<bool> running_{false};
  std::thread thread_;
};

}  // namespace aerie::bench
