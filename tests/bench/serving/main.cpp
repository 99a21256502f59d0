// aerie-bench-serving: the parts of the serving bench that are C++; tests/bench/serving/run puts them
// together.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <map>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/status.h"
#include "core/net/channel.h"
#include "core/net/status.h"
#include "tests/bench/serving/echo_server.h"
#include "tests/bench/serving/load.h"

namespace {

using namespace aerie;
using bench::Target;

constexpr std::uint64_t kRequestSeed = 4'711;
constexpr std::size_t kRequests = 1'000;  // distinct ones of a load
constexpr double kTolerance = 1e-5;

// Waits until a worker says that it is ready.
absl::Status waitForWorker(const std::string& address, std::chrono::seconds longest) {
  AERIE_ASSIGN_OR_RETURN(const std::shared_ptr<grpc::Channel> channel, net::connect(address));
  const auto stub = v1::Worker::NewStub(channel);
  const auto end = std::chrono::system_clock::now() + longest;
  while (true) {
    grpc::ClientContext context;
    context.set_deadline(end);
    context.set_wait_for_ready(true);
    v1::WorkerStatus status;
    const grpc::Status answer = stub->GetWorkerStatus(&context, {}, &status);
    if (!answer.ok()) return withContext(net::fromGrpc(answer), "worker at " + address);
    if (status.phase() == v1::WorkerStatus::READY) return absl::OkStatus();
    if (status.phase() == v1::WorkerStatus::FAILED)
      return internalError("worker at {} failed: {}", address, status.message());
    if (std::chrono::system_clock::now() >= end)
      return deadlineExceeded("worker at {} is not ready: {}", address, status.message());
    // Until the next look; the connection's state doesn't change meanwhile.
    (void)channel->WaitForStateChange(GRPC_CHANNEL_READY,
                                      std::chrono::system_clock::now() + std::chrono::milliseconds(20));
  }
}

// Every server must give the same scores for the same requests.
absl::Status verify(const std::string& http, const std::string& proxy,
                    const std::vector<std::string>& use_cases, std::size_t count, std::uint32_t products) {
  const std::vector<bench::Request> requests = bench::makeRequests(count, products, kRequestSeed);
  AERIE_ASSIGN_OR_RETURN(const auto peer, bench::makeClient(Target::kHttp, http, "", requests));
  double largest = 0;
  for (const std::string& use_case : use_cases) {
    AERIE_ASSIGN_OR_RETURN(const auto ours, bench::makeClient(Target::kProxy, proxy, use_case, requests));
    for (std::size_t i = 0; i < count; ++i) {
      AERIE_RETURN_IF_ERROR(peer->call(i));
      AERIE_ASSIGN_OR_RETURN(const std::vector<double> expected, peer->scores());
      AERIE_RETURN_IF_ERROR(ours->call(i));
      AERIE_ASSIGN_OR_RETURN(const std::vector<double> scores, ours->scores());
      if (scores.size() != bench::kItems || expected.size() != scores.size()) {
        return internalError("request {}: {} scores from the peer, {} from use case {}, {} items", i,
                             expected.size(), scores.size(), use_case, bench::kItems);
      }
      for (std::size_t item = 0; item < scores.size(); ++item) {
        const double difference = std::abs(scores[item] - expected[item]);
        if (!(difference <= kTolerance)) {
          return internalError("request {} item {}: {} from the peer, {} from use case {}", i, item,
                               expected[item], scores[item], use_case);
        }
        largest = std::max(largest, difference);
      }
    }
  }
  std::printf("{\"requests\":%zu,\"largest_difference\":%.3g}\n", count * use_cases.size(), largest);
  return absl::OkStatus();
}

absl::Status load(const bench::LoadOptions& options, std::uint32_t products) {
  AERIE_ASSIGN_OR_RETURN(const bench::LoadResult result,
                         bench::runLoad(options, bench::makeRequests(kRequests, products, kRequestSeed)));
  std::printf("%s\n", bench::toJson(result).c_str());
  return absl::OkStatus();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Parts of the serving bench; start tests/bench/serving/run instead.", "aerie-bench-serving");
  app.require_subcommand(1);
  std::uint32_t products = 20'000;
  app.add_option("--products", products, "Products in the feature store")
      ->capture_default_str()
      ->check(CLI::Range(1'000U, 1'000'000U));

  bench::PrepareOptions prepare;
  CLI::App* prepare_command =
      app.add_subcommand("prepare", "Make products, model and bundle, and load the feature store");
  prepare_command->add_option("--directory", prepare.directory, "Where the files go")->required();
  prepare_command->add_option("--feature-store", prepare.feature_store, "URL of the feature store")
      ->required();

  std::vector<std::string> listen;
  std::string address_file;
  CLI::App* echo_command = app.add_subcommand("echo", "Serve a worker that does no work, until SIGTERM");
  echo_command->add_option("--listen", listen, "Addresses to serve on")->required();
  echo_command->add_option("--address-file", address_file, "Gets the bound addresses")->required();

  std::string worker;
  CLI::App* wait_command = app.add_subcommand("wait", "Wait until a worker is ready");
  wait_command->add_option("--worker", worker, "Its address")->required();

  std::string http, proxy;
  std::vector<std::string> use_cases;
  std::size_t requests = 200;
  CLI::App* verify_command = app.add_subcommand("verify", "Check that peer and proxy give the same scores");
  verify_command->add_option("--http", http, "Address of the peer")->required();
  verify_command->add_option("--proxy", proxy, "Address of the proxy")->required();
  verify_command->add_option("--use-case", use_cases, "Use cases to ask the proxy for")->required();
  verify_command->add_option("--requests", requests, "How many requests")->capture_default_str();

  bench::LoadOptions options;
  const std::map<std::string, Target> targets = {
      {"http", Target::kHttp}, {"proxy", Target::kProxy}, {"worker", Target::kWorker}};
  CLI::App* load_command = app.add_subcommand("load", "Send requests and measure");
  load_command->add_option("--target", options.target, "http, proxy or worker")
      ->required()
      ->transform(CLI::CheckedTransformer(targets));
  load_command->add_option("--address", options.address, "Address of the server")->required();
  load_command->add_option("--use-case", options.use_case, "Use case, for the proxy");
  load_command->add_option("--connections", options.connections, "Connections, each with its thread")
      ->check(CLI::Range(1, 256));
  load_command->add_option("--seconds", options.seconds, "How long to measure")->check(CLI::PositiveNumber);
  load_command->add_option("--warm-up-seconds", options.warm_up_seconds, "How long to warm up")
      ->check(CLI::NonNegativeNumber);
  load_command->add_option("--rate", options.rate, "Requests/s; 0 = closed loop")
      ->check(CLI::NonNegativeNumber);
  CLI11_PARSE(app, argc, argv);

  prepare.products = products;
  absl::Status status;
  if (prepare_command->parsed()) status = bench::prepare(prepare);
  if (echo_command->parsed()) status = bench::runEchoServer(listen, address_file);
  if (wait_command->parsed()) status = waitForWorker(worker, std::chrono::seconds(60));
  if (verify_command->parsed()) status = verify(http, proxy, use_cases, requests, products);
  if (load_command->parsed()) status = load(options, products);
  if (status.ok()) return 0;
  std::fprintf(stderr, "aerie-bench-serving: %s\n", messageOf(status).c_str());
  return 1;
}
