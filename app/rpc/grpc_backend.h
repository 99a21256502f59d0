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
#include "app/rpc/profile.h"

namespace aerie::rpc {

class GrpcBackend final {
 public:
  // InvalidArgument for an address that cannot be one, or a remote address without TLS files. Does not wait
  // for the peer.
  static absl::StatusOr<std::unique_ptr<GrpcBackend>> create(QObject& gui, const std::string& address);
  // With the profile's TLS files and token. An address that is still empty gives calls that fail.
  static absl::StatusOr<std::unique_ptr<GrpcBackend>> create(QObject& gui, const Profile& profile);
  // One question to the control plane of a profile that nothing else is connected to.
  static Ticket probe(QObject& gui, const Profile& profile, QObject* context, Answer<SystemStatus> answer);
  ~GrpcBackend();
  GrpcBackend(const GrpcBackend&) = delete;
  GrpcBackend& operator=(const GrpcBackend&) = delete;

  Apis apis();
  // Where Apis::simulation goes: the address that a SimulationHost tells; empty = nowhere.
  void setSimulation(const std::string& address);
  // Where Apis::training goes, with this backend's credentials; empty = nowhere. Fails for what cannot be
  // an address, or would send plaintext to another machine.
  absl::Status setTraining(const QString& address);
  void shutdown();

 private:
  struct Impl;
  explicit GrpcBackend(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace aerie::rpc
