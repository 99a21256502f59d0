#include "services/proxy/replica_set.h"

#include <array>
#include <functional>
#include <thread>

#include "core/base/status.h"
#include "services/proxy/random.h"

namespace aerie::proxy {
namespace {

std::uint64_t& threadRandom() {
  static thread_local std::uint64_t state = std::hash<std::thread::id>{}(std::this_thread::get_id());
  return state;
}

// More replicas than this are looked at in a random window of this size.
constexpr std::size_t kLookedAt = 32;

}  // namespace

void reportToEjector(Replica& replica, const absl::Status& status, MonoTime now) {
  OutlierEjector& ejector = replica.ejector();
  switch (status.code()) {
    case absl::StatusCode::kUnavailable: ejector.onConnectionFailure(now, messageOf(status)); break;
    case absl::StatusCode::kCancelled: ejector.onInconclusive(now, false); break;
    case absl::StatusCode::kDeadlineExceeded: ejector.onInconclusive(now, true); break;
    default: ejector.onSuccess();  // it answered, if only with an error of its own
  }
}

std::shared_ptr<Replica> ReplicaSet::pick(MonoTime now, const Replica* exclude) const {
  const std::size_t count = replicas_.size();
  if (count == 1) return replicas_[0].get() == exclude ? nullptr : replicas_[0];
  if (count == 0) return nullptr;
  std::uint64_t& random = threadRandom();
  const std::size_t start = count > kLookedAt ? nextRandom(random) % count : 0;
  std::array<std::size_t, kLookedAt> healthy;
  std::array<std::size_t, kLookedAt> others;
  std::size_t healthy_count = 0;
  std::size_t other_count = 0;
  for (std::size_t k = 0; k < count && k < kLookedAt; ++k) {
    const std::size_t i = (start + k) % count;
    Replica& replica = *replicas_[i];
    if (&replica == exclude) continue;
    if (replica.ejector().healthy()) {
      healthy[healthy_count++] = i;
    } else if (replica.ejector().tryProbe(now)) {
      return replicas_[i];
    } else {
      others[other_count++] = i;
    }
  }
  const std::array<std::size_t, kLookedAt>& choice = healthy_count > 0 ? healthy : others;
  const std::size_t choices = healthy_count > 0 ? healthy_count : other_count;
  if (choices == 0) return nullptr;
  if (choices == 1) return replicas_[choice[0]];
  const std::size_t a = nextRandom(random) % choices;
  std::size_t b = nextRandom(random) % (choices - 1);
  if (b >= a) ++b;
  const std::shared_ptr<Replica>& first = replicas_[choice[a]];
  const std::shared_ptr<Replica>& second = replicas_[choice[b]];
  return second->outstanding() < first->outstanding() ? second : first;
}

}  // namespace aerie::proxy
