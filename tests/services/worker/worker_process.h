// A real aerie-worker with its sidecar, and the bundle that it serves.
#pragma once

#include <QtTest>
#include <fstream>
#include <future>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <signal.h>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/bundle/bundle.h"
#include "core/inference/xgboost_model.h"
#include "core/net/channel.h"
#include "core/net/status.h"
#include "services/common/rpc_server.h"
#include "tests/core/inference/tiny_model.h"
#include "tests/services/worker/worker_fixtures.h"

namespace aerie::testing {

// What the model says to rows of testRequest, asked directly.
class DirectModel final {
 public:
  explicit DirectModel(const std::filesystem::path& file) : model_(*inference::XgboostModel::load(file)) {}
  std::vector<float> predict(const std::vector<double>& distances, bool with_store = true) const {
    std::vector<float> values;
    for (std::size_t i = 0; i < distances.size(); ++i) {
      const float rate = !with_store ? 0.25F : i % 3 == 0 ? 0.5F : i % 3 == 1 ? 0.125F : 0.25F;
      for (const float v : {static_cast<float>(distances[i] * 0.5), 7.0F, 40.0F, rate}) values.push_back(v);
    }
    return *model_->predict(values.data(), distances.size(), 4);
  }

 private:
  std::shared_ptr<const inference::XgboostModel> model_;
};

// The fixtures' configs around the model, with three self-test rows. `change` may spoil the contents.
inline absl::Status packTestBundle(const std::filesystem::path& model, const SigningKey& key,
                                   const std::filesystem::path& archive,
                                   const std::function<void(bundle::BundleContents&)>& change = {}) {
  const std::vector<double> distances = {-1.5, 0.25, 1.75};
  const v1::WorkerRequest request = testRequest(distances);
  bundle::BundleContents contents;
  contents.manifest.set_model("tiny");
  contents.manifest.set_version("3");
  contents.manifest.set_runtime("xgboost");
  contents.manifest.set_model_file("model/model.ubj");
  contents.manifest.add_output_names("probability");
  contents.manifest.set_created_unix_ms(1);
  contents.features = testFeatures();
  contents.preprocessor = testPreprocessor();
  contents.model_files["model/model.ubj"].source = model;
  *contents.self_test.mutable_shared_features() = request.shared_features();
  *contents.self_test.mutable_feature_data_frame() = request.feature_data_frame();
  *contents.self_test.mutable_query_data_frame() = request.query_data_frame();
  frame::toWire(*frame::DataFrame::create({frame::Column::ofDoubles("late_rate", {0.5, 0.125, 0.25})}),
                contents.self_test.mutable_stored_features());
  frame::toWire(*frame::DataFrame::create(
                    {frame::Column::ofFloats("probability", DirectModel(model).predict(distances))}),
                contents.self_test.mutable_expected_outputs());
  if (change) change(contents);
  return bundle::pack(contents, key, archive).status();
}

class WorkerProcess final {
 public:
  // `directory`: fresh, holds sockets, logs and work files.
  WorkerProcess(std::filesystem::path directory, std::vector<std::string> arguments)
      : directory_(std::move(directory)) {
    ChildOptions options;
    const std::string work = (directory_ / "work").string();
    options.arguments = {AERIE_BIN_DIR "/aerie-worker",
                         "--listen",
                         address(),
                         "--endpoint",
                         "tiny_v3",
                         "--work-dir",
                         work,
                         "--log-format",
                         "text",
                         "--warm-up",
                         "2"};
    options.arguments.insert(options.arguments.end(), arguments.begin(), arguments.end());
    options.output = directory_ / "worker.log";
    pid_ = *spawnChild(options);
    net::ChannelOptions channel;
    channel.own_connection = true;
    channel_ = *net::connect(address(), channel);
    stub_ = v1::Worker::NewStub(channel_);
  }
  ~WorkerProcess() {
    if (pid_ == 0) return;
    (void)signalChild(pid_, SIGKILL);
    (void)ended();
  }

  std::string address() const { return "unix:" + (directory_ / "w.sock").string(); }
  pid_t pid() const { return pid_; }
  std::string log() const { return readFile(directory_ / "worker.log").value_or(""); }

  v1::WorkerStatus status() {
    v1::WorkerStatus status;
    if (ended()) {
      status.set_message(log());
      return status;
    }
    // A channel that was refused once rests for a second.
    if (!services::unixSocketIsLive(address().substr(5))) return status;
    grpc::ClientContext context;
    context.set_wait_for_ready(true);
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(1));
    const grpc::Status result = stub_->GetWorkerStatus(&context, {}, &status);
    if (!result.ok()) status.set_message(result.error_message());
    return status;
  }
  bool is(v1::WorkerStatus::Phase phase) { return status().phase() == phase; }
  // grpc.health.v1.Health/Check of a service, written by hand: HealthCheckRequest { service: 1 },
  // HealthCheckResponse { status: 1 }, SERVING = 1.
  bool serving(const std::string& service = "aerie.v1.Worker") {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
    const grpc::Slice slice("\x0a" + std::string(1, static_cast<char>(service.size())) + service);
    const grpc::ByteBuffer request(&slice, 1);
    grpc::ByteBuffer response;
    std::promise<bool> done;
    grpc::GenericStub(channel_).UnaryCall(&context, "/grpc.health.v1.Health/Check", grpc::StubOptions(),
                                          &request, &response,
                                          [&](const grpc::Status& status) { done.set_value(status.ok()); });
    grpc::Slice answer;
    return done.get_future().get() && response.DumpToSingleSlice(&answer).ok() && answer.size() == 2 &&
           answer.begin()[1] == 1;
  }
  absl::StatusOr<v1::PredictResponse> predict(const v1::WorkerRequest& request,
                                              std::chrono::milliseconds timeout = std::chrono::seconds(10)) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + timeout);
    v1::PredictResponse response;
    AERIE_RETURN_IF_ERROR(net::fromGrpc(stub_->Predict(&context, request, &response)));
    return response;
  }
  std::vector<float> probabilities(const v1::WorkerRequest& request) {
    const auto response = predict(request);
    if (!response.ok()) {
      qWarning("%s", toText(response.status()).c_str());
      return {};
    }
    return probabilities(*response);
  }
  static std::vector<float> probabilities(const v1::PredictResponse& response) {
    const auto frame = frame::fromWire(response.outputs());
    const auto values = frame->columns().at(0).floats();
    return {values.begin(), values.end()};
  }

  // The state letter of a process (T = stopped); 0 when it is gone.
  static char stateOf(pid_t pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(in, text);
    const auto after = text.rfind(')');
    return after == std::string::npos ? '\0' : text[after + 2];
  }

  // Pids of the worker's children.
  std::vector<pid_t> children() const {
    std::vector<pid_t> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      const std::string name = entry.path().filename().string();
      if (name.find_first_not_of("0123456789") != std::string::npos) continue;
      std::ifstream in(entry.path() / "stat");
      std::string text;
      std::getline(in, text);
      const auto after = text.rfind(')');
      if (after == std::string::npos) continue;
      if (std::atoi(text.c_str() + after + 4) == pid_ && text[after + 2] != 'Z')
        found.push_back(std::atoi(name.c_str()));
    }
    return found;
  }
  // How the process ended; nullopt while it runs.
  std::optional<ExitState> ended() {
    if (!exit_ && pid_ != 0) {
      exit_ = pollChild(pid_);
      if (exit_) pid_ = 0;
    }
    return exit_;
  }
  // The text of /metrics.
  std::string metrics() const {
    const std::string text = log();
    const auto at = text.find("metrics=");
    if (at == std::string::npos) return "";
    const std::string where = text.substr(at + 8, text.find_first_of(" \n", at) - at - 8);
    const auto run =
        runToEnd({{"/usr/bin/python3", "-c",
                   "import sys,urllib.request as u; sys.stdout.write(u.urlopen(sys.argv[1]).read().decode())",
                   "http://" + where + "/metrics"},
                  {},
                  {},
                  {}});
    return run.ok() ? run->output : "";
  }

 private:
  const std::filesystem::path directory_;
  pid_t pid_ = 0;
  std::optional<ExitState> exit_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::Worker::Stub> stub_;
};

}  // namespace aerie::testing
