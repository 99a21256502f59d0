#include "tests/bench/serving/load.h"

#include <algorithm>
#include <atomic>
#include <grpcpp/grpcpp.h>
#include <nlohmann/json.hpp>
#include <sys/prctl.h>
#include <thread>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/status.h"
#include "core/net/channel.h"
#include "core/net/status.h"
#include "tests/bench/serving/http_client.h"

namespace aerie::bench {
namespace {

using Time = std::chrono::steady_clock;
constexpr std::chrono::seconds kCallTimeout(30);

absl::StatusOr<std::vector<double>> numbers(const v1::DataFrame& outputs) {
  if (outputs.columns_size() != 1)
    return internalError("the answer has {} columns instead of one", outputs.columns_size());
  const v1::Column& column = outputs.columns(0);
  if (column.has_floats())
    return std::vector<double>(column.floats().values().begin(), column.floats().values().end());
  return std::vector<double>(column.doubles().values().begin(), column.doubles().values().end());
}

template <class Service, class Message>
class GrpcClient final : public Client {
 public:
  GrpcClient(const std::shared_ptr<grpc::Channel>& channel, std::vector<Message> requests)
      : stub_(Service::NewStub(channel)), requests_(std::move(requests)) {}

  absl::Status call(std::size_t index) override {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + kCallTimeout);
    const grpc::Status status = stub_->Predict(&context, requests_[index % requests_.size()], &answer_);
    if (!status.ok()) return net::fromGrpc(status);
    if (answer_.item_status_size() == 0) return absl::OkStatus();
    const auto failed = std::find_if(answer_.item_status().begin(), answer_.item_status().end(),
                                     [](int code) { return code != 0; });
    if (failed == answer_.item_status().end()) return absl::OkStatus();
    return internalError("an item failed: {}",
                         answer_.errors_size() > 1 ? answer_.errors(1) : std::string("no reason given"));
  }
  absl::StatusOr<std::vector<double>> scores() const override { return numbers(answer_.outputs()); }

 private:
  const std::unique_ptr<typename Service::Stub> stub_;
  const std::vector<Message> requests_;
  v1::PredictResponse answer_;
};

// The answer's text is not parsed while it is timed.
class JsonClient final : public Client {
 public:
  JsonClient(const std::string& address, std::vector<std::string> requests)
      : http_(address), requests_(std::move(requests)) {}
  absl::Status call(std::size_t index) override {
    AERIE_ASSIGN_OR_RETURN(answer_, http_.post("/predict", requests_[index % requests_.size()]));
    return absl::OkStatus();
  }
  absl::StatusOr<std::vector<double>> scores() const override {
    const nlohmann::json parsed = nlohmann::json::parse(answer_, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("scores"))
      return internalError("the answer is not {{\"scores\": [...]}}");
    return parsed["scores"].get<std::vector<double>>();
  }

 private:
  HttpClient http_;
  const std::vector<std::string> requests_;
  std::string_view answer_;
};

// What one connection's thread has seen.
struct Seen {
  std::vector<double> latencies_ms;
  std::uint64_t failed = 0;
  std::string first_error;

  void add(const absl::Status& status, Time::duration latency) {
    if (status.ok()) {
      latencies_ms.push_back(std::chrono::duration<double, std::milli>(latency).count());
    } else if (failed++ == 0) {
      first_error = messageOf(status);
    }
  }
};

class Run final {
 public:
  explicit Run(const LoadOptions& options) : options_(options) {}

  LoadResult go(const std::vector<std::unique_ptr<Client>>& clients) {
    std::vector<Seen> seen(clients.size());
    std::vector<std::thread> threads;
    const auto second = [](double s) {
      return std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(s));
    };
    begin_ = Time::now() + second(options_.warm_up_seconds);
    end_ = begin_ + second(options_.seconds);
    for (std::size_t i = 0; i < clients.size(); ++i)
      threads.emplace_back([this, i, &clients, &seen] { one(*clients[i], seen[i]); });
    for (std::thread& thread : threads) thread.join();
    LoadResult result;
    result.seconds = std::chrono::duration<double>(Time::now() - begin_).count();
    for (Seen& s : seen) {
      result.latencies_ms.insert(result.latencies_ms.end(), s.latencies_ms.begin(), s.latencies_ms.end());
      result.failed += s.failed;
      if (result.first_error.empty()) result.first_error = s.first_error;
    }
    std::sort(result.latencies_ms.begin(), result.latencies_ms.end());
    return result;
  }

 private:
  void one(Client& client, Seen& seen) {
    // Wake-ups for open-loop requests may come 50 us late otherwise.
    ::prctl(PR_SET_TIMERSLACK, 1'000UL, 0, 0, 0);
    std::size_t request = 0;
    const auto next = [&] { return request_.fetch_add(1, std::memory_order_relaxed); };
    for (request = next(); Time::now() < begin_; request = next()) (void)client.call(request);
    if (options_.rate > 0) {
      open(client, seen);
      return;
    }
    for (Time::time_point start = Time::now(); start < end_; request = next()) {
      const absl::Status status = client.call(request);
      const Time::time_point now = Time::now();
      seen.add(status, now - start);
      start = now;
    }
  }

  // Requests are handed out in the order of the times at which they should leave; a late one leaves at once,
  // and its latency counts from when it should have left.
  void open(Client& client, Seen& seen) {
    const std::chrono::duration<double> interval(1 / options_.rate);
    while (true) {
      const std::uint64_t ticket = ticket_.fetch_add(1, std::memory_order_relaxed);
      const auto intended =
          begin_ + std::chrono::duration_cast<Time::duration>(interval * static_cast<double>(ticket));
      if (intended >= end_) return;
      std::this_thread::sleep_until(intended);
      const absl::Status status = client.call(ticket);
      seen.add(status, Time::now() - intended);
    }
  }

  const LoadOptions& options_;
  Time::time_point begin_;
  Time::time_point end_;
  std::atomic<std::uint64_t> ticket_{0};
  std::atomic<std::size_t> request_{0};
};

double percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(rank, sorted.size() - 1)];
}

}  // namespace

absl::StatusOr<std::unique_ptr<Client>> makeClient(Target target, const std::string& address,
                                                   const std::string& use_case,
                                                   const std::vector<Request>& requests) {
  if (target == Target::kHttp) {
    std::vector<std::string> bodies;
    for (const Request& request : requests) bodies.push_back(toJson(request));
    return std::make_unique<JsonClient>(address, std::move(bodies));
  }
  net::ChannelOptions options;
  options.own_connection = true;
  AERIE_ASSIGN_OR_RETURN(const std::shared_ptr<grpc::Channel> channel, net::connect(address, options));
  if (target == Target::kProxy) {
    std::vector<v1::ProxyRequest> messages;
    for (const Request& request : requests) messages.push_back(toProxyRequest(request, use_case));
    return std::make_unique<GrpcClient<v1::PredictionProxy, v1::ProxyRequest>>(channel, std::move(messages));
  }
  std::vector<v1::WorkerRequest> messages;
  for (const Request& request : requests) messages.push_back(toWorkerRequest(request));
  return std::make_unique<GrpcClient<v1::Worker, v1::WorkerRequest>>(channel, std::move(messages));
}

absl::StatusOr<LoadResult> runLoad(const LoadOptions& options, const std::vector<Request>& requests) {
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < options.connections; ++i) {
    AERIE_ASSIGN_OR_RETURN(std::unique_ptr<Client> client,
                           makeClient(options.target, options.address, options.use_case, requests));
    AERIE_RETURN_IF_ERROR(client->call(0));
    clients.push_back(std::move(client));
  }
  return Run(options).go(clients);
}

std::string toJson(const LoadResult& result) {
  const std::vector<double>& sorted = result.latencies_ms;
  const nlohmann::json json = {
      {"requests", sorted.size()},          {"failed", result.failed},
      {"error", result.first_error},        {"rps", static_cast<double>(sorted.size()) / result.seconds},
      {"p50_ms", percentile(sorted, 0.5)},  {"p90_ms", percentile(sorted, 0.9)},
      {"p99_ms", percentile(sorted, 0.99)}, {"max_ms", sorted.empty() ? 0 : sorted.back()}};
  return json.dump();
}

}  // namespace aerie::bench
