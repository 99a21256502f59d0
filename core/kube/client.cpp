#include "core/kube/client.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/status.h"

namespace aerie::kube {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxObjects = 100'000;

Json parse(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

std::string textAt(const Json& json, const char* field) {
  if (!json.is_object()) return {};
  const auto it = json.find(field);
  return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

const Json& at(const Json& json, const char* field) {
  static const Json none;
  if (!json.is_object()) return none;
  const auto it = json.find(field);
  return it == json.end() ? none : *it;
}

absl::Status notKubernetes(std::string_view subject) {
  return failedPrecondition("{} does not answer as Kubernetes does. Check the server in the kubeconfig.",
                            subject);
}

bool isObject(const Json& json) { return !textAt(at(json, "metadata"), "name").empty(); }

Object objectFrom(const Json& json) {
  const Json& metadata = at(json, "metadata");
  return {textAt(metadata, "name"), textAt(metadata, "uid"), textAt(metadata, "resourceVersion"),
          json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

std::string pathOf(const Collection& where) {
  const std::size_t slash = where.version.find('/');
  std::string path = slash == std::string::npos
                         ? "/api/" + http::encodeSegment(where.version)
                         : "/apis/" + http::encodeSegment(where.version.substr(0, slash)) + "/" +
                               http::encodeSegment(where.version.substr(slash + 1));
  return path + "/namespaces/" + http::encodeSegment(where.name_space) + "/" +
         http::encodeSegment(where.plural);
}

std::string withSelector(std::string path, const Collection& where) {
  if (!where.selector.empty()) path += "&labelSelector=" + http::encodeSegment(where.selector);
  return path;
}

bool isRefusal(const absl::Status& status) {
  return absl::IsUnauthenticated(status) || absl::IsPermissionDenied(status) || absl::IsNotFound(status) ||
         absl::IsInvalidArgument(status) || absl::IsFailedPrecondition(status) || absl::IsCancelled(status);
}

bool waitFor(Duration time, const http::Cancel* cancel) {
  const MonoTime until = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < until) {
    if (cancel != nullptr && cancel->cancelled()) return false;
    std::this_thread::sleep_for(std::min<Duration>(time, std::chrono::milliseconds(20)));
  }
  return cancel == nullptr || !cancel->cancelled();
}

}  // namespace

struct KubeClient::Watch {
  std::string version;
  const std::function<bool(const Event&)>* on_event = nullptr;
  bool stopped = false;
  bool heard = false;
  absl::Status error;

  absl::Status take(const Json& json, std::string_view subject);
};

absl::Status KubeClient::Watch::take(const Json& json, std::string_view subject) {
  const std::string type = textAt(json, "type");
  const Json& object = at(json, "object");
  if (type == "ERROR") {
    const Json& code = at(object, "code");
    return http::statusOf({code.is_number_integer() ? code.get<int>() : 500, "", textAt(object, "message")},
                          subject);
  }
  const std::string seen = textAt(at(object, "metadata"), "resourceVersion");
  if (type == "BOOKMARK") {
    if (!seen.empty()) version = seen;
    return absl::OkStatus();
  }
  Event event;
  if (type == "ADDED") {
    event.kind = Event::Kind::kAdded;
  } else if (type == "DELETED") {
    event.kind = Event::Kind::kDeleted;
  } else if (type != "MODIFIED") {
    return notKubernetes(subject);
  }
  if (!isObject(object)) return notKubernetes(subject);
  event.object = objectFrom(object);
  if (!seen.empty()) version = seen;
  stopped = !(*on_event)(event);
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<KubeClient>> KubeClient::create(const Access& access, Duration timeout) {
  http::ClientOptions options;
  options.subject = "Kubernetes at " + access.server;
  options.tls = access.tls;
  options.timeout = timeout;
  options.headers = {{"Accept", "application/json"}};
  if (!access.token.empty()) options.headers.emplace_back("Authorization", "Bearer " + access.token);
  AERIE_ASSIGN_OR_RETURN(auto http, http::Client::create(access.server, std::move(options)));
  return std::unique_ptr<KubeClient>(new KubeClient(std::move(http)));
}

absl::StatusOr<std::string> KubeClient::ask(const http::Request& request, const http::Cancel* cancel) const {
  AERIE_ASSIGN_OR_RETURN(http::Answer answer, http_->send(request, cancel));
  if (answer.ok()) return std::move(answer.body);
  const Json json = parse(answer.body);
  const std::string message = textAt(json, "message");
  // Fields that a definition has not are a fault of the server (500) to the API server, but none that passes.
  if (answer.status == 500 && message.find("typed patch object") != std::string::npos)
    return failedPrecondition(
        "{} has another definition of this kind than Aerie: update the operator and its definitions. It "
        "says: {}",
        http_->subject(), message);
  if (textAt(json, "kind") == "Status" && !message.empty()) answer.body = message;
  return http::statusOf(answer, http_->subject());
}

absl::StatusOr<Object> KubeClient::apply(const Collection& where, std::string_view name, std::string manifest,
                                         const http::Cancel* cancel) {
  const http::Request patch{
      .method = "PATCH",
      .path = pathOf(where) + "/" + http::encodeSegment(name) + "?fieldManager=aerie&force=true",
      .body = std::move(manifest),
      .content_type = "application/apply-patch+yaml",
      .repeatable = true};
  AERIE_ASSIGN_OR_RETURN(const std::string text, ask(patch, cancel));
  const Json json = parse(text);
  if (!isObject(json)) return notKubernetes(http_->subject());
  return objectFrom(json);
}

absl::StatusOr<Object> KubeClient::get(const Collection& where, std::string_view name,
                                       const http::Cancel* cancel) {
  AERIE_ASSIGN_OR_RETURN(const std::string text,
                         ask({.path = pathOf(where) + "/" + http::encodeSegment(name)}, cancel));
  const Json json = parse(text);
  if (!isObject(json)) return notKubernetes(http_->subject());
  return objectFrom(json);
}

absl::StatusOr<ObjectList> KubeClient::list(const Collection& where, const http::Cancel* cancel) {
  ObjectList out;
  std::string more;
  do {
    std::string path = withSelector(pathOf(where) + "?limit=500", where);
    if (!more.empty()) path += "&continue=" + http::encodeSegment(more);
    AERIE_ASSIGN_OR_RETURN(const std::string text, ask({.path = path}, cancel));
    const Json json = parse(text);
    const Json& items = at(json, "items");
    out.resource_version = textAt(at(json, "metadata"), "resourceVersion");
    if (!items.is_array() || out.resource_version.empty()) return notKubernetes(http_->subject());
    for (const Json& item : items) {
      if (!isObject(item)) return notKubernetes(http_->subject());
      out.items.push_back(objectFrom(item));
    }
    const std::string next = textAt(at(json, "metadata"), "continue");
    if (!next.empty() && items.empty()) return notKubernetes(http_->subject());
    if (out.items.size() > kMaxObjects)
      return resourceExhausted("{} lists more than {} {}; use a selector.", http_->subject(), kMaxObjects,
                               where.plural);
    more = next;
  } while (!more.empty());
  return out;
}

absl::Status KubeClient::remove(const Collection& where, std::string_view name, const http::Cancel* cancel) {
  const http::Request request{
      .method = "DELETE",
      .path = pathOf(where) + "/" + http::encodeSegment(name) + "?propagationPolicy=Foreground",
      .repeatable = true};
  const absl::Status status = ask(request, cancel).status();
  return absl::IsNotFound(status) ? absl::OkStatus() : status;
}

absl::Status KubeClient::watchOnce(const Collection& where, const FollowOptions& options, Watch& watch,
                                   const http::Cancel* cancel) const {
  const std::string path =
      withSelector(fmt::format("{}?watch=1&allowWatchBookmarks=true&timeoutSeconds={}&resourceVersion={}",
                               pathOf(where), options.watch_seconds, http::encodeSegment(watch.version)),
                   where);
  http::StreamOptions stream;
  stream.idle_timeout = options.idle_timeout;
  watch.error = absl::OkStatus();
  const absl::Status status = http_->streamLines(
      {.path = path}, stream,
      [&](std::string_view line) {
        if (line.empty()) return true;
        watch.error = watch.take(parse(line), http_->subject());
        watch.heard = watch.heard || watch.error.ok();
        return watch.error.ok() && !watch.stopped;
      },
      cancel);
  return watch.error.ok() ? status : watch.error;
}

absl::Status KubeClient::follow(const Collection& where, const FollowOptions& options,
                                const std::function<bool(const ObjectList&)>& on_list,
                                const std::function<bool(const Event&)>& on_event,
                                const http::Cancel* cancel) {
  Watch watch;
  watch.on_event = &on_event;
  int failures = 0;
  Duration wait = options.first_wait;
  for (;;) {
    absl::Status status;
    watch.heard = false;
    if (watch.version.empty()) {
      const absl::StatusOr<ObjectList> all = list(where, cancel);
      status = all.status();
      if (all.ok()) {
        watch.version = all->resource_version;
        if (!on_list(*all)) return absl::OkStatus();
      }
    }
    if (status.ok()) {
      const MonoTime start = std::chrono::steady_clock::now();
      status = watchOnce(where, options, watch, cancel);
      // An empty watch that ends at once is no progress either.
      if (status.ok() && !watch.heard && std::chrono::steady_clock::now() - start < options.first_wait)
        status = unavailable("{} ends every watch at once.", http_->subject());
    }
    if (watch.stopped) return absl::OkStatus();
    if (status.ok() || watch.heard) {
      failures = 0;
      wait = options.first_wait;
      if (status.ok()) continue;
    }
    if (isRefusal(status)) return status;
    if (absl::IsOutOfRange(status)) watch.version.clear();
    if (++failures >= options.max_failures) return status;
    if (!waitFor(wait, cancel)) return absl::CancelledError("cancelled");
    wait = std::min<Duration>(wait * 2, std::chrono::seconds(30));
  }
}

}  // namespace aerie::kube
