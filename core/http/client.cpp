#include "core/http/client.h"

#include <algorithm>
#include <thread>

#include "core/base/status.h"
#include "core/http/handle.h"

namespace aerie::http {
namespace {

constexpr std::size_t kMaxIdle = 8;

long inMs(Duration d) {
  return std::max(1L, static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(d).count()));
}

bool hasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
}

absl::Status checkHeaders(const std::vector<Header>& headers) {
  for (const auto& [name, value] : headers) {
    if (name.empty() || hasControl(name) || name.find(':') != std::string::npos || hasControl(value))
      return invalidArgument("header '{}' holds a line break or another control character",
                             readableExcerpt(name));
  }
  return absl::OkStatus();
}

bool repeats(const Request& request) {
  return request.repeatable || request.method == "GET" || request.method == "PUT";
}

bool worthRepeating(int status) { return status == 429 || (status >= 502 && status <= 504); }

struct Body {
  CURL* easy = nullptr;
  std::size_t limit = 0;
  std::string text;
  std::size_t received = 0;
  bool too_long = false;
};

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<Body*>(to);
  const std::size_t bytes = size * count;
  body.received += bytes;
  if (body.text.size() + bytes > body.limit) {
    body.too_long = true;
    return 0;  // ends the transfer
  }
  body.text.append(data, bytes);
  return bytes;
}

struct Lines {
  CURL* easy = nullptr;
  const StreamOptions* options = nullptr;
  const OnText* on_line = nullptr;
  std::string rest;   // a line that has not ended yet
  std::string error;  // the body, when the answer is not 2xx
  std::size_t received = 0;
  bool too_long = false;
  bool stopped = false;
};

std::size_t takeLines(char* data, std::size_t size, std::size_t count, void* to) {
  auto& lines = *static_cast<Lines*>(to);
  const std::size_t bytes = size * count;
  lines.received += bytes;
  long status = 0;
  curl_easy_getinfo(lines.easy, CURLINFO_RESPONSE_CODE, &status);
  if (status < 200 || status >= 300) {
    const std::size_t room =
        lines.options->max_error - std::min(lines.options->max_error, lines.error.size());
    lines.error.append(data, std::min(bytes, room));
    return bytes;
  }
  std::string_view text(data, bytes);
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    lines.rest.append(text.substr(0, end));
    text.remove_prefix(end + 1);
    if (lines.rest.size() > lines.options->max_line) break;
    if (!lines.rest.empty() && lines.rest.back() == '\r') lines.rest.pop_back();
    if (!(*lines.on_line)(lines.rest)) {
      lines.stopped = true;
      return 0;
    }
    lines.rest.clear();
  }
  if (lines.rest.size() + text.size() > lines.options->max_line) {
    lines.too_long = true;
    return 0;
  }
  lines.rest.append(text);
  return bytes;
}

Answer answerOf(CURL* easy, std::string body) {
  Answer answer;
  long status = 0;
  char* type = nullptr;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
  answer.status = static_cast<int>(status);
  answer.content_type = type != nullptr ? type : "";
  answer.body = std::move(body);
  return answer;
}

// False when it was cancelled meanwhile.
bool waitFor(Duration time, const Cancel* cancel) {
  const MonoTime until = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < until) {
    if (cancel != nullptr && cancel->cancelled()) return false;
    std::this_thread::sleep_for(std::min<Duration>(std::chrono::milliseconds(20), time));
  }
  return true;
}

}  // namespace

Client::Client(BaseUrl base, ClientOptions options) : base_(std::move(base)), options_(std::move(options)) {}
Client::~Client() {
  const PipeGuard guard;
  const MutexLock lock(mutex_);
  idle_.clear();
}

absl::StatusOr<std::unique_ptr<Client>> Client::create(std::string_view base_url, ClientOptions options) {
  AERIE_ASSIGN_OR_RETURN(BaseUrl base, parseBaseUrl(base_url));
  AERIE_RETURN_IF_ERROR(checkHeaders(options.headers));
  AERIE_RETURN_IF_ERROR(checkHeaders({{"User-Agent", options.user_agent}}));
  if (options.tls.certificate.empty() != options.tls.key.empty())
    return invalidArgument("a client certificate and its key belong together: give both or none");
  if (options.subject.empty()) options.subject = base.text();
  options.attempts = std::max(1, options.attempts);
  return std::unique_ptr<Client>(new Client(std::move(base), std::move(options)));
}

std::unique_ptr<Handle> Client::take() {
  const MutexLock lock(mutex_);
  if (idle_.empty()) return std::make_unique<Handle>();
  std::unique_ptr<Handle> handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void Client::giveBack(std::unique_ptr<Handle> handle) {
  const MutexLock lock(mutex_);
  if (idle_.size() < kMaxIdle) idle_.push_back(std::move(handle));
}

absl::Status Client::prepare(Handle& handle, const Request& request) const {
  AERIE_RETURN_IF_ERROR(checkHeaders(request.headers));
  AERIE_RETURN_IF_ERROR(checkHeaders({{"Content-Type", request.content_type}}));
  if (!request.path.starts_with('/') || hasControl(request.path) ||
      request.path.find(' ') != std::string::npos)
    return invalidArgument("path '{}' is no encoded path", readableExcerpt(request.path));
  BaseUrl shown = base_;
  if (!options_.tls.server_name.empty()) shown.host = options_.tls.server_name;
  handle.reset(base_, options_, shown.text() + request.path);
  std::vector<std::string> lines = {"Expect:"};
  for (const auto& [name, value] : options_.headers) lines.push_back(name + ": " + value);
  for (const auto& [name, value] : request.headers) lines.push_back(name + ": " + value);
  const bool has_body = request.method != "GET" && request.method != "DELETE";
  if (has_body || !request.body.empty()) {
    lines.push_back(request.content_type.empty() ? "Content-Type:" : "Content-Type: " + request.content_type);
    curl_easy_setopt(handle.easy(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(handle.easy(), CURLOPT_POSTFIELDS, request.body.data());  // outlives the transfer
  }
  curl_easy_setopt(handle.easy(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
  handle.setHeaders(lines);
  return absl::OkStatus();
}

absl::StatusOr<Answer> Client::sendOnce(const Request& request, Duration timeout, const Cancel* cancel,
                                        bool* arrived) {
  const PipeGuard guard;
  std::unique_ptr<Handle> handle = take();
  AERIE_RETURN_IF_ERROR(prepare(*handle, request));
  Body body{handle->easy(), options_.max_answer, {}, 0, false};
  curl_easy_setopt(handle->easy(), CURLOPT_WRITEFUNCTION, takeBody);
  curl_easy_setopt(handle->easy(), CURLOPT_WRITEDATA, &body);
  curl_easy_setopt(handle->easy(), CURLOPT_TIMEOUT_MS, inMs(timeout));
  const Handle::Outcome outcome = handle->run(Duration::zero(), body.received, cancel);
  *arrived = handle->connected();
  if (outcome.cancelled) return absl::CancelledError("cancelled");
  if (body.too_long)
    return resourceExhausted("{} answered with more than {} bytes", options_.subject, options_.max_answer);
  if (outcome.code != CURLE_OK) return handle->explain(outcome.code, options_.subject, timeout);
  Answer answer = answerOf(handle->easy(), std::move(body.text));
  giveBack(std::move(handle));
  return answer;
}

absl::StatusOr<Answer> Client::send(const Request& request, const Cancel* cancel) {
  const Duration total = request.timeout.value_or(options_.timeout);
  const MonoTime deadline = std::chrono::steady_clock::now() + total;
  Duration wait = options_.first_wait;
  for (int attempt = 1;; ++attempt) {
    bool arrived = false;
    const Duration left = std::max<Duration>(deadline - std::chrono::steady_clock::now(), Duration(1));
    absl::StatusOr<Answer> answer = sendOnce(request, left, cancel, &arrived);
    const bool again = answer.ok() ? worthRepeating(answer->status) && repeats(request)
                                   : absl::IsUnavailable(answer.status()) && (!arrived || repeats(request));
    if (!again || attempt >= options_.attempts || std::chrono::steady_clock::now() + wait >= deadline) {
      if (absl::IsDeadlineExceeded(answer.status()))  // of the whole call, not of its last attempt
        return deadlineExceeded(
            "{} did not answer within {} s. It may be overloaded or unreachable; try again.",
            options_.subject, std::chrono::duration<double>(total).count());
      return answer;
    }
    if (!waitFor(wait, cancel)) return absl::CancelledError("cancelled");
    wait *= 2;
  }
}

absl::Status Client::streamLines(const Request& request, const StreamOptions& options, const OnText& on_line,
                                 const Cancel* cancel) {
  const PipeGuard guard;
  std::unique_ptr<Handle> handle = take();
  AERIE_RETURN_IF_ERROR(prepare(*handle, request));
  Lines lines;
  lines.easy = handle->easy();
  lines.options = &options;
  lines.on_line = &on_line;
  curl_easy_setopt(handle->easy(), CURLOPT_WRITEFUNCTION, takeLines);
  curl_easy_setopt(handle->easy(), CURLOPT_WRITEDATA, &lines);
  if (request.timeout) curl_easy_setopt(handle->easy(), CURLOPT_TIMEOUT_MS, inMs(*request.timeout));
  const Handle::Outcome outcome = handle->run(options.idle_timeout, lines.received, cancel);
  if (outcome.cancelled) return absl::CancelledError("cancelled");
  if (lines.stopped) return absl::OkStatus();
  if (lines.too_long)
    return resourceExhausted("{} sent a line of more than {} bytes", options_.subject, options.max_line);
  if (outcome.idle)
    return deadlineExceeded("{} sent nothing for {} s; connect again.", options_.subject,
                            std::chrono::duration<double>(options.idle_timeout).count());
  if (outcome.code != CURLE_OK)
    return handle->explain(outcome.code, options_.subject, request.timeout.value_or(options.idle_timeout));
  AERIE_RETURN_IF_ERROR(statusOf(answerOf(handle->easy(), std::move(lines.error)), options_.subject));
  if (!lines.rest.empty()) on_line(lines.rest);
  giveBack(std::move(handle));
  return absl::OkStatus();
}

}  // namespace aerie::http
