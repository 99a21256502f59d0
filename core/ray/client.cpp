#include "core/ray/client.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::ray {
namespace {

using http::encodeSegment;

std::string jobPath(std::string_view id) { return "/api/jobs/" + encodeSegment(id); }

bool says(const http::Answer& answer, std::string_view words) {
  return answer.body.find(words) != std::string::npos;
}

}  // namespace

absl::StatusOr<std::unique_ptr<RayClient>> RayClient::connect(std::string_view address, RayOptions options,
                                                              const http::Cancel* cancel) {
  http::ClientOptions http_options;
  AERIE_ASSIGN_OR_RETURN(const http::BaseUrl url, http::parseBaseUrl(address));
  http_options.subject = "Ray at " + url.text();
  http_options.tls = options.tls;
  http_options.timeout = options.timeout;
  const std::string& first = options.proxy_token.empty() ? options.token : options.proxy_token;
  if (!first.empty()) http_options.headers.emplace_back("Authorization", "Bearer " + first);
  if (!options.token.empty()) {
    // A proxy, e.g. of Kubernetes, keeps the first for itself.
    http_options.headers.emplace_back("X-Ray-Authorization", "Bearer " + options.token);
  }
  AERIE_ASSIGN_OR_RETURN(auto http, http::Client::create(address, std::move(http_options)));
  std::unique_ptr<RayClient> client(new RayClient(std::move(http), std::move(options)));
  absl::StatusOr<std::string> text = client->ask({.path = "/api/version"}, cancel);
  if (absl::IsNotFound(text.status()))
    return failedPrecondition("{} has no Jobs API: it is older than 2.2, or another server.",
                              client->http_->subject());
  if (!text.ok()) return text.status();
  const absl::StatusOr<Version> version = parseVersion(*text);
  if (!version.ok()) return withContext(version.status(), client->http_->subject());
  client->version_ = *version;
  if (!version->atLeast(2, 2))
    return failedPrecondition("{} runs Ray {}; 2.2 or newer is needed.", client->http_->subject(),
                              version->ray);
  return client;
}

absl::Status RayClient::meaning(const http::Answer& answer) const {
  const std::string& subject = http_->subject();
  if (answer.status == 401 || answer.status == 403) {
    if (options_.token.empty())
      return unauthenticated(
          "{} asks for a token ({}). Set the token of this cluster ('ray get-auth-token' shows it).", subject,
          answer.status);
    return permissionDenied(
        "{} refuses our token ({}). Set the token of this cluster ('ray get-auth-token' shows it).", subject,
        answer.status);
  }
  if (answer.status >= 500 && says(answer, "HTTPRequestEntityTooLarge"))
    return resourceExhausted(
        "{} finds the package too large; exclude large files from the working directory.", subject);
  return http::statusOf(answer, subject);
}

absl::StatusOr<std::string> RayClient::ask(const http::Request& request, const http::Cancel* cancel) const {
  AERIE_ASSIGN_OR_RETURN(http::Answer answer, http_->send(request, cancel));
  AERIE_RETURN_IF_ERROR(meaning(answer));
  return std::move(answer.body);
}

absl::StatusOr<std::string> RayClient::upload(const Package& package, const http::Cancel* cancel) {
  const std::string path = "/api/packages/gcs/" + encodeSegment(package.name);
  // Also keeps Ray from collecting it before the job starts.
  const absl::Status there = ask({.path = path}, cancel).status();
  if (there.ok()) return package.uri();
  if (!absl::IsNotFound(there)) return there;
  http::Request put{
      .method = "PUT", .path = path, .body = package.zip, .content_type = "application/octet-stream"};
  put.timeout = options_.upload_timeout;
  AERIE_RETURN_IF_ERROR(ask(put, cancel).status());
  return package.uri();
}

absl::StatusOr<std::string> RayClient::submit(const JobSpec& spec, const http::Cancel* cancel) {
  http::Request post{
      .method = "POST", .path = "/api/jobs/", .content_type = "application/json", .repeatable = true};
  AERIE_ASSIGN_OR_RETURN(post.body, submitBody(spec, version_));
  AERIE_ASSIGN_OR_RETURN(const http::Answer answer, http_->send(post, cancel));
  if (answer.ok()) return spec.submission_id;
  if (!says(answer, "Please use a different submission_id")) return meaning(answer);
  AERIE_ASSIGN_OR_RETURN(const Job existing, job(spec.submission_id, cancel));
  AERIE_ASSIGN_OR_RETURN(const std::string entrypoint, shellQuoted(spec.command));
  if (existing.entrypoint == entrypoint) return spec.submission_id;
  return alreadyExists("{} has a job '{}' with another command; choose another id.", http_->subject(),
                       spec.submission_id);
}

absl::StatusOr<Job> RayClient::job(std::string_view id, const http::Cancel* cancel) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, ask({.path = jobPath(id)}, cancel));
  return parseJob(text);
}

absl::StatusOr<std::vector<Job>> RayClient::jobs(const http::Cancel* cancel) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, ask({.path = "/api/jobs/"}, cancel));
  return parseJobs(text);
}

absl::StatusOr<std::string> RayClient::logs(std::string_view id, const http::Cancel* cancel) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, ask({.path = jobPath(id) + "/logs"}, cancel));
  return parseLogs(text);
}

absl::Status RayClient::tail(std::string_view id, const http::OnText& on_line, const http::Cancel* cancel) {
  http::StreamOptions stream;
  stream.idle_timeout = options_.log_idle_timeout;
  std::string rest;  // frames end anywhere, also within a line
  bool stopped = false;
  const absl::Status status = http_->webSocket(
      {.path = jobPath(id) + "/logs/tail"}, stream,
      [&](std::string_view text) {
        rest.append(text);
        std::size_t from = 0;
        for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n', from)) {
          if (!on_line(std::string_view(rest).substr(from, end - from))) {
            stopped = true;
            return false;
          }
          from = end + 1;
        }
        rest.erase(0, from);
        if (rest.size() > stream.max_line) rest.erase(0, rest.size() - stream.max_line);
        return true;
      },
      cancel);
  if (!stopped && !rest.empty() && !absl::IsCancelled(status)) on_line(rest);
  return status;
}

absl::StatusOr<bool> RayClient::stop(std::string_view id, const http::Cancel* cancel) {
  AERIE_ASSIGN_OR_RETURN(const std::string text,
                         ask({.method = "POST", .path = jobPath(id) + "/stop", .repeatable = true}, cancel));
  return parseFlag(text, "stopped");
}

absl::Status RayClient::remove(std::string_view id, const http::Cancel* cancel) {
  const absl::StatusOr<std::string> text =
      ask({.method = "DELETE", .path = jobPath(id), .repeatable = true}, cancel);
  if (absl::IsNotFound(text.status())) return absl::OkStatus();
  if (!text.ok()) return text.status();
  return parseFlag(*text, "deleted").status();
}

absl::StatusOr<std::vector<Node>> RayClient::nodes(const http::Cancel* cancel) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, ask({.path = "/nodes?view=summary"}, cancel));
  return parseNodes(text);
}

absl::StatusOr<TaskPage> RayClient::tasks(std::string_view job_id, std::string_view state, int limit,
                                          const http::Cancel* cancel) {
  std::string path =
      fmt::format("/api/v0/tasks?detail=1&exclude_driver=1&limit={}", std::clamp(limit, 1, 10'000));
  const auto filter = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    path += fmt::format("&filter_keys={}&filter_predicates=%3D&filter_values={}", key, encodeSegment(value));
  };
  filter("job_id", job_id);
  filter("state", state);
  AERIE_ASSIGN_OR_RETURN(const std::string text, ask({.path = path}, cancel));
  return parseTasks(text);
}

}  // namespace aerie::ray
