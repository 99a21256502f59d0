// Publishes a job's results: made into signed bundles, registered with the control plane, promoted to their
// stage.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "core/base/crypto.h"
#include "core/training_run/publisher.h"
#include "services/common/control_client.h"

namespace aerie::training_service {

// Thread-safe; publishes one job at a time. The same results give the same bytes, which the registry knows
// again: nothing is registered twice, however often it is tried.
class RegistryPublisher final : public training::Publisher {
 public:
  struct Options {
    std::string control;  // address
    net::ChannelOptions channel;
    std::string code;  // revision of the training code
  };
  RegistryPublisher(Options options, SigningKey key) : options_(std::move(options)), key_(std::move(key)) {}
  absl::StatusOr<std::string> publish(const training::PublishInput& input) override;
  void stop() override { stopping_ = true; }

 private:
  absl::StatusOr<std::string> send(services::ControlClient& control, const training::PublishInput& input,
                                   const std::filesystem::path& bundle) const;
  absl::Status promote(services::ControlClient& control, const training::PublishInput& input,
                       const std::string& version) const;
  absl::StatusOr<std::string> oneVersion(services::ControlClient& control,
                                         const training::PublishInput& input) const;
  absl::StatusOr<std::string> manyVersions(services::ControlClient& control,
                                           const training::PublishInput& input) const;

  const Options options_;
  const SigningKey key_;
  std::atomic<bool> stopping_ = false;
};

}  // namespace aerie::training_service
