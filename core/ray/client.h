// Ray's Jobs API and what its dashboard knows of nodes and tasks, over REST: no Python on this side.
#pragma once

#include <absl/status/statusor.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/http/client.h"
#include "core/ray/package.h"
#include "core/ray/wire.h"

namespace aerie::ray {

struct RayOptions {
  std::string token;        // "" = none; Ray asks for one from 2.52 on, when it is told to
  std::string proxy_token;  // for a server before it that wants its own, e.g. Kubernetes; "" = none
  http::Tls tls;
  Duration timeout = std::chrono::seconds(30);
  Duration upload_timeout = std::chrono::minutes(5);
  Duration log_idle_timeout = std::chrono::seconds(60);
};

// Thread-safe. Calls block up to their timeouts; a Cancel ends them early.
class RayClient final {
 public:
  // Asks for the version. FailedPrecondition: no Ray, or older than 2.2. Errors of http::Client.
  static absl::StatusOr<std::unique_ptr<RayClient>> connect(std::string_view address, RayOptions options,
                                                            const http::Cancel* cancel = nullptr);

  const Version& version() const { return version_; }

  // The URI for JobSpec::working_dir; nothing travels when Ray has the same content already.
  absl::StatusOr<std::string> upload(const Package& package, const http::Cancel* cancel = nullptr);
  // May be repeated: the id is ours, and a job that Ray has already with the same command counts as
  // submitted. AlreadyExists: another command has this id.
  absl::StatusOr<std::string> submit(const JobSpec& spec, const http::Cancel* cancel = nullptr);
  absl::StatusOr<Job> job(std::string_view id, const http::Cancel* cancel = nullptr);
  absl::StatusOr<std::vector<Job>> jobs(const http::Cancel* cancel = nullptr);
  // The whole log so far (newer Rays: its last 16 MiB).
  absl::StatusOr<std::string> logs(std::string_view id, const http::Cancel* cancel = nullptr);
  // Whole lines from the first on, until the job ends. Unavailable: cut off, follow again.
  absl::Status tail(std::string_view id, const http::OnText& on_line, const http::Cancel* cancel = nullptr);
  // False: it had ended by itself. Ray sends SIGTERM, then kills after 3 s; ask job() for the end.
  absl::StatusOr<bool> stop(std::string_view id, const http::Cancel* cancel = nullptr);
  // Of a job that has ended; also when it is gone already.
  absl::Status remove(std::string_view id, const http::Cancel* cancel = nullptr);

  // Ray refreshes these every few seconds.
  absl::StatusOr<std::vector<Node>> nodes(const http::Cancel* cancel = nullptr);
  // Tasks of one job (Job::job_id) in one state; "" = of all. At most 10,000.
  absl::StatusOr<TaskPage> tasks(std::string_view job_id, std::string_view state, int limit = 10'000,
                                 const http::Cancel* cancel = nullptr);

 private:
  RayClient(std::unique_ptr<http::Client> http, RayOptions options)
      : http_(std::move(http)), options_(std::move(options)) {}
  absl::StatusOr<std::string> ask(const http::Request& request, const http::Cancel* cancel) const;
  absl::Status meaning(const http::Answer& answer) const;

  const std::unique_ptr<http::Client> http_;
  const RayOptions options_;
  Version version_;
};

}  // namespace aerie::ray
