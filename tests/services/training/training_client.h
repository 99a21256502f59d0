// A training daemon's API as a caller has it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "aerie/v1/training.grpc.pb.h"
#include "core/base/status.h"
#include "core/net/channel.h"
#include "core/net/status.h"

namespace aerie::test {

inline constexpr int kTryMs = 20'000;

inline std::string script(const std::string& values, const std::string& text,
                          const std::string& application = "numbers") {
  return "application: " + application +
         "\ncluster: {engine: local, hosts: 1, cpus_per_host: 2}\ntasks:\n  each: {n: " + values +
         "}\n  command: [sh, -c, '" + text + "', \"{n}\", \"{output_dir}\"]\n";
}

// A daemon's API as a caller has it.
class Client {
 public:
  explicit Client(const std::string& address, std::string token = "")
      : stub_(v1::TrainingService::NewStub(*net::connect(address))), token_(std::move(token)) {}

  template <class Request, class Response>
  absl::Status call(grpc::Status (v1::TrainingService::Stub::*method)(grpc::ClientContext*, const Request&,
                                                                      Response*),
                    const Request& request, Response* response) {
    grpc::ClientContext context;
    prepare(context);
    return net::fromGrpc((stub_.get()->*method)(&context, request, response));
  }
  absl::StatusOr<v1::TrainingJob> submit(const std::string& yaml, const std::string& request_id = "") {
    v1::SubmitTrainingRequest request;
    request.set_job_file(yaml);
    request.set_job_file_name("job.yaml");
    request.set_request_id(request_id);
    v1::SubmitTrainingResponse response;
    AERIE_RETURN_IF_ERROR(call(&v1::TrainingService::Stub::Submit, request, &response));
    return response.job();
  }
  v1::TrainingJob get(const std::string& id) {
    v1::GetTrainingJobRequest request;
    request.set_id(id);
    v1::TrainingJob job;
    static_cast<void>(call(&v1::TrainingService::Stub::Get, request, &job));
    return job;
  }
  absl::StatusOr<std::string> logs(const v1::TrainingLogsRequest& request) {
    grpc::ClientContext context;
    prepare(context);
    const auto reader = stub_->Logs(&context, request);
    std::string text;
    for (v1::TrainingLogsResponse part; reader->Read(&part);) text += part.data();
    const absl::Status status = net::fromGrpc(reader->Finish());
    if (!status.ok()) return status;
    return text;
  }
  // Until `enough` is content.
  absl::Status watch(const v1::WatchTrainingRequest& request,
                     const std::function<bool(const v1::WatchTrainingResponse&)>& enough) {
    grpc::ClientContext context;
    prepare(context);
    const auto reader = stub_->Watch(&context, request);
    v1::WatchTrainingResponse message;
    while (reader->Read(&message)) {
      if (!enough(message)) continue;
      context.TryCancel();
      while (reader->Read(&message)) {
      }
      static_cast<void>(reader->Finish());
      return absl::OkStatus();
    }
    return net::fromGrpc(reader->Finish());
  }

  // The pieces of a directory, each sent as it is. The digest goes with the first.
  absl::StatusOr<v1::UploadTrainingDirectoryResponse> upload(const std::string& digest,
                                                             const std::vector<std::string>& pieces) {
    grpc::ClientContext context;
    prepare(context);
    v1::UploadTrainingDirectoryResponse response;
    const auto writer = stub_->UploadDirectory(&context, &response);
    v1::UploadTrainingDirectoryRequest piece;
    piece.set_digest(digest);
    bool open = writer->Write(piece);
    piece.clear_digest();
    for (std::size_t i = 0; open && i < pieces.size(); ++i) {
      piece.set_data(pieces[i]);
      open = writer->Write(piece);
    }
    writer->WritesDone();
    const absl::Status status = net::fromGrpc(writer->Finish());
    if (!status.ok()) return status;
    return response;
  }
  v1::TrainingService::Stub& stub() { return *stub_; }

 private:
  void prepare(grpc::ClientContext& context) const {
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    if (!token_.empty()) context.AddMetadata("authorization", "Bearer " + token_);
  }
  std::unique_ptr<v1::TrainingService::Stub> stub_;
  const std::string token_;
};

}  // namespace aerie::test
