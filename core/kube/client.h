// The part of the Kubernetes API that custom resources need.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/http/client.h"
#include "core/kube/kubeconfig.h"

namespace aerie::kube {

// All objects of one kind in one namespace: {"ray.io/v1", "rayjobs", "ml"}, {"v1", "pods", "ml"}.
struct Collection {
  std::string version;
  std::string plural;
  std::string name_space;
  std::string selector = {};  // "app=aerie", for list and follow
};

struct Object {
  std::string name;
  std::string uid;
  std::string resource_version;
  std::string json;  // the whole of it
};

struct ObjectList {
  std::string resource_version;
  std::vector<Object> items;
};

struct Event {
  enum class Kind { kAdded, kModified, kDeleted } kind = Kind::kModified;
  Object object;
};

struct FollowOptions {
  Duration idle_timeout = std::chrono::minutes(6);  // the server ends a watch after `watch_seconds`
  int watch_seconds = 300;
  Duration first_wait = std::chrono::milliseconds(500);  // doubled after each failure, up to 30 s
  int max_failures = 8;                                  // in a row; then the last error is the answer
};

// Thread-safe. Calls block up to their timeouts; a Cancel ends them early.
class KubeClient final {
 public:
  static absl::StatusOr<std::unique_ptr<KubeClient>> create(const Access& access,
                                                            Duration timeout = std::chrono::seconds(30));

  // Server-side apply as field manager "aerie": makes or changes, may be repeated.
  absl::StatusOr<Object> apply(const Collection& where, std::string_view name, std::string manifest_json,
                               const http::Cancel* cancel = nullptr);
  absl::StatusOr<Object> get(const Collection& where, std::string_view name,
                             const http::Cancel* cancel = nullptr);
  // In pages of 500, at most 100,000 objects.
  absl::StatusOr<ObjectList> list(const Collection& where, const http::Cancel* cancel = nullptr);
  // Foreground: what it owns goes first. OK when it is gone already.
  absl::Status remove(const Collection& where, std::string_view name, const http::Cancel* cancel = nullptr);

  // Lists, then watches, and goes on after cuts from the last resource version seen (also from bookmarks).
  // When that is too old (410), lists again: on_list always has all there is. Returns when a handler says
  // false (OK), on cancel, when the server refuses us, or after max_failures.
  absl::Status follow(const Collection& where, const FollowOptions& options,
                      const std::function<bool(const ObjectList&)>& on_list,
                      const std::function<bool(const Event&)>& on_event,
                      const http::Cancel* cancel = nullptr);

 private:
  explicit KubeClient(std::unique_ptr<http::Client> http) : http_(std::move(http)) {}
  absl::StatusOr<std::string> ask(const http::Request& request, const http::Cancel* cancel) const;
  struct Watch;
  absl::Status watchOnce(const Collection& where, const FollowOptions& options, Watch& watch,
                         const http::Cancel* cancel) const;

  const std::unique_ptr<http::Client> http_;
};

}  // namespace aerie::kube
