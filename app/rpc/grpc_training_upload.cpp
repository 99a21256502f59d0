#include "app/rpc/file_upload.h"
#include "app/rpc/grpc_training.h"

namespace aerie::rpc {

Ticket GrpcTrainingApi::uploadDirectory(const QString& archive, const QString& digest, QObject* context,
                                        Progress progress, Answer<Done> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  using Upload = FileUpload<v1::UploadTrainingDirectoryRequest, v1::UploadTrainingDirectoryResponse, Done>;
  Upload::Call call;
  call.chunkBytes = 512 << 10;
  call.head = [digest](QFile&, const std::atomic<bool>&, v1::UploadTrainingDirectoryRequest& first) {
    first.set_digest(digest.toStdString());
    return absl::OkStatus();
  };
  call.start = [this](grpc::ClientContext* ctx, v1::UploadTrainingDirectoryResponse* response,
                      Upload::Reactor* reactor) { stub_->async()->UploadDirectory(ctx, response, reactor); };
  call.map = [](const v1::UploadTrainingDirectoryResponse&) { return Done(); };
  auto* upload = new Upload(home_, archive, std::move(call), context, std::move(progress), std::move(answer));
  const Ticket ticket = upload->ticket();
  upload->begin();  // here, where the stub is: the address may be another one later
  return ticket;
}

}  // namespace aerie::rpc
