// The control plane over gRPC: implements every interface of api.h with callback stubs.
//
// Create it once per address; it must outlive the presenters. `gui` lives on the GUI thread as long as the
// process and carries all answers there. shutdown() cancels every call in flight and returns when no reaction
// runs any more; call it before `gui` goes away.
#pragma once

#include <QObject>
#include <absl/status/statusor.h>
#include <memory>
#include <string>

#include "app/rpc/api.h"

namespace aerie::rpc {

class GrpcBackend final {
 public:
  // InvalidArgument for an address that cannot be one, or a remote address without TLS files. Does not wait
  // for the peer.
  static absl::StatusOr<std::unique_ptr<GrpcBackend>> create(QObject& gui, const std::string& address);
  ~GrpcBackend();
  GrpcBackend(const GrpcBackend&) = delete;
  GrpcBackend& operator=(const GrpcBackend&) = delete;

  Apis apis();
  void shutdown();

 private:
  struct Impl;
  explicit GrpcBackend(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace aerie::rpc
