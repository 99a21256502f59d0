#include "core/monitoring/alerts.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::monitoring {
namespace {

std::string idOf(const Finding& finding, std::int64_t since_ms) {
  return fmt::format("{}/{}/{}/{}", finding.alert, finding.subject_kind, finding.subject, since_ms);
}

}  // namespace

const char* name(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "info";
    case Severity::kWarning: return "warning";
    case Severity::kCritical: return "critical";
  }
  return "";
}

void AlertBook::restore(std::int64_t now_ms, const std::vector<Alert>& alerts) {
  MutexLock lock(mutex_);
  for (const Alert& alert : alerts) {
    if (alert.resolved_ms > 0) {
      resolved_.push_back(alert);
    } else {
      open_[idOf(alert.finding, 0)] = {alert.finding, alert.since_ms, now_ms, true};
    }
  }
  std::stable_sort(resolved_.begin(), resolved_.end(),
                   [](const Alert& a, const Alert& b) { return a.resolved_ms < b.resolved_ms; });
  forget(now_ms);
}

std::vector<Alert> AlertBook::update(std::int64_t now_ms, const std::vector<Finding>& findings) {
  MutexLock lock(mutex_);
  std::vector<Alert> changed;
  for (const Finding& finding : findings) {
    Open& open = open_[idOf(finding, 0)];
    if (open.since_ms == 0) open.since_ms = now_ms;
    open.finding = finding;
    open.seen_ms = now_ms;
    if (open.firing || now_ms - open.since_ms < finding.hold_ms) continue;
    open.firing = true;
    changed.push_back({idOf(finding, open.since_ms), finding, open.since_ms, 0});
  }
  for (auto it = open_.begin(); it != open_.end();) {
    const Open& open = it->second;
    const std::int64_t gone = now_ms - open.seen_ms;
    // A condition that ceases before it fired begins anew the next time.
    if (gone == 0 || (open.firing && gone < kResolveAfterMs)) {
      ++it;
      continue;
    }
    if (open.firing) {
      resolved_.push_back({idOf(open.finding, open.since_ms), open.finding, open.since_ms, open.seen_ms});
      changed.push_back(resolved_.back());
    }
    it = open_.erase(it);
  }
  forget(now_ms);
  return changed;
}

void AlertBook::forget(std::int64_t now_ms) {
  std::erase_if(resolved_, [&](const Alert& a) { return now_ms - a.resolved_ms > kKeepResolvedMs; });
  if (resolved_.size() > kKeepResolved)
    resolved_.erase(resolved_.begin(), resolved_.end() - static_cast<std::ptrdiff_t>(kKeepResolved));
}

std::vector<Alert> AlertBook::list(bool include_resolved) const {
  MutexLock lock(mutex_);
  std::vector<Alert> out;
  for (const auto& [key, open] : open_) {
    if (open.firing) out.push_back({idOf(open.finding, open.since_ms), open.finding, open.since_ms, 0});
  }
  std::stable_sort(out.begin(), out.end(), [](const Alert& a, const Alert& b) {
    return a.finding.severity != b.finding.severity ? a.finding.severity > b.finding.severity
                                                    : a.since_ms > b.since_ms;
  });
  if (include_resolved) out.insert(out.end(), resolved_.rbegin(), resolved_.rend());
  return out;
}

}  // namespace aerie::monitoring
