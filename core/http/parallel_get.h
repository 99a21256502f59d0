// GET of many small pages at once, again and again: metrics of daemons.
#pragma once

#include <absl/status/statusor.h>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace aerie::http {

class PageHandle;

// Keeps connections between fetches. One thread.
class ParallelGet final {
 public:
  explicit ParallelGet(std::size_t max_answer = std::size_t{8} << 20);
  ~ParallelGet();
  ParallelGet(const ParallelGet&) = delete;
  ParallelGet& operator=(const ParallelGet&) = delete;
  // One answer for each address (http or https, nothing secret is sent), after at most `timeout`.
  // Unavailable: no answer, another status than 200, or more than `max_answer` bytes. No redirects, no proxy.
  // An address that is named twice is asked once; its second answer is Unavailable.
  std::vector<absl::StatusOr<std::string>> fetch(std::span<const std::string> urls, Duration timeout);

 private:
  const std::size_t max_answer_;
  void* multi_;  // CURLM
  std::map<std::string, std::unique_ptr<PageHandle>> pages_;
};

}  // namespace aerie::http
