// A proxy on real gRPC with fake worker servers on unix sockets and a fake control plane.
#pragma once

#include <QtTest>
#include <atomic>
#include <memory>
#include <string>

#include "aerie/v1/config.grpc.pb.h"
#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/net/channel.h"
#include "services/common/rpc_server.h"
#include "services/proxy/last_good_file.h"
#include "services/proxy/proxy_server.h"
#include "tests/services/proxy/fakes.h"

namespace aerie::proxy::testing {

// A worker that serves the model, or keeps calls until it is told to let them go.
class WorkerService final : public v1::Worker::CallbackService {
 public:
  explicit WorkerService(std::string version) : version_(std::move(version)) {}
  grpc::ServerUnaryReactor* Predict(grpc::CallbackServerContext* context, const v1::WorkerRequest* request,
                                    v1::PredictResponse* response) override {
    struct Held final : grpc::ServerUnaryReactor {
      explicit Held(WorkerService& owner) : owner_(owner) {}
      void OnCancel() override {
        ++owner_.cancelled;
        Finish(grpc::Status::CANCELLED);
      }
      void OnDone() override { delete this; }
      WorkerService& owner_;
    };
    ++requests;
    if (hold) return new Held(*this);
    *response = modelAnswer(*request, version_);
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
  std::atomic<int> requests{0};
  std::atomic<int> cancelled{0};
  std::atomic<bool> hold{false};

 private:
  const std::string version_;
};

struct Worker {
  Worker(const std::string& address, const std::string& version) : service(version) {
    services::RpcServerOptions options;
    options.listen = {address};
    server = services::RpcServer::start(options, {&service}).value();
  }
  ~Worker() { server->shutdown(std::chrono::milliseconds(0)); }
  WorkerService service;
  std::unique_ptr<services::RpcServer> server;
};

// Streams what it is given to the proxy that watches, and remembers the proxy's last status.
class ControlService final : public v1::ProxyConfigService::CallbackService {
 public:
  class Watch final : public grpc::ServerBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot> {
   public:
    explicit Watch(ControlService& owner) : owner_(owner) {
      StartRead(&status_);
      const MutexLock lock(owner_.mutex_);
      owner_.watch_ = this;
      sendLocked();
    }
    void OnReadDone(bool ok) override {
      if (!ok) {
        finish();
        return;
      }
      {
        const MutexLock lock(owner_.mutex_);
        owner_.status_ = status_;
        ++owner_.statuses_;
      }
      StartRead(&status_);
    }
    void OnWriteDone(bool) override {
      const MutexLock lock(owner_.mutex_);
      writing_ = false;
      sendLocked();
    }
    void OnCancel() override { finish(); }
    void OnDone() override {
      {
        const MutexLock lock(owner_.mutex_);
        if (owner_.watch_ == this) owner_.watch_ = nullptr;
      }
      delete this;
    }
    void sendLocked() {
      if (writing_ || finished_ || sent_ == owner_.snapshot_.revision()) return;
      writing_ = true;
      outgoing_ = owner_.snapshot_;
      sent_ = outgoing_.revision();
      StartWrite(&outgoing_);
    }

   private:
    void finish() {
      const MutexLock lock(owner_.mutex_);
      if (finished_) return;
      finished_ = true;
      Finish(grpc::Status::OK);
    }
    ControlService& owner_;
    v1::ProxyStatus status_;
    v1::ProxyConfigSnapshot outgoing_;
    std::uint64_t sent_ = 0;
    bool writing_ = false;
    bool finished_ = false;
  };
  grpc::ServerBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot>* WatchProxyConfig(
      grpc::CallbackServerContext*) override {
    return new Watch(*this);
  }
  void publish(v1::ProxyConfigSnapshot next) {
    const MutexLock lock(mutex_);
    snapshot_ = std::move(next);
    if (watch_ != nullptr) watch_->sendLocked();
  }
  v1::ProxyStatus status() {
    const MutexLock lock(mutex_);
    return status_;
  }
  int statuses() {
    const MutexLock lock(mutex_);
    return statuses_;
  }

 private:
  Mutex mutex_;
  Watch* watch_ = nullptr;
  v1::ProxyConfigSnapshot snapshot_;
  v1::ProxyStatus status_;
  int statuses_ = 0;
};

struct Control {
  explicit Control(const std::string& address) {
    services::RpcServerOptions options;
    options.listen = {address};
    server = services::RpcServer::start(options, {&service}).value();
  }
  ~Control() { server->shutdown(std::chrono::milliseconds(0)); }
  ControlService service;
  std::unique_ptr<services::RpcServer> server;
};

// A proxy in this process, on a unix socket, and its client.
struct Stack {
  Stack() : dir(TempDir::create().value()) {
    options.common.listen = "unix:" + (dir.path() / "proxy").string();
    options.common.metrics_listen = "127.0.0.1:0";
    options.control = "unix:" + (dir.path() / "control").string();
    options.last_good = dir.path() / "last_good";
    options.drain_ms = 2'000;
  }
  std::string address(const std::string& name) const { return "unix:" + (dir.path() / name).string(); }
  v1::ProxyConfigSnapshot config(SnapshotOptions snapshot_options = {}, std::uint64_t revision = 1) const {
    for (const char* name : {"v1", "v2", "v3"})
      snapshot_options.urls.emplace(name, std::vector<std::string>{address(name)});
    return snapshot(snapshot_options, revision);
  }
  // Starts from the last good file, with no control plane.
  absl::Status startWith(const v1::ProxyConfigSnapshot& config) {
    AERIE_RETURN_IF_ERROR(saveLastGood(options.last_good, config));
    return start();
  }
  absl::Status start() {
    AERIE_ASSIGN_OR_RETURN(proxy, ProxyServer::start(options, clock));
    AERIE_ASSIGN_OR_RETURN(channel, net::connect(proxy->addresses().front()));
    stub = v1::PredictionProxy::NewStub(channel);
    return absl::OkStatus();
  }
  grpc::Status predict(const v1::ProxyRequest& request, v1::PredictResponse* response,
                       int deadline_ms = 20'000) const {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(deadline_ms));
    return stub->Predict(&context, request, response);
  }
  v1::ProxyStatus status() const {
    grpc::ClientContext context;
    v1::ProxyStatus result;
    (void)stub->GetProxyStatus(&context, {}, &result);
    return result;
  }
  TempDir dir;
  SystemClock clock;
  ProxyOptions options;
  std::unique_ptr<ProxyServer> proxy;
  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<v1::PredictionProxy::Stub> stub;
};

}  // namespace aerie::proxy::testing
