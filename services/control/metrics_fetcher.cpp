#include "services/control/metrics_fetcher.h"

#include <algorithm>
#include <curl/curl.h>
#include <mutex>

#include "core/base/status.h"

namespace aerie::control {
namespace {

constexpr std::size_t kMaxBody = std::size_t{8} << 20;

std::size_t append(char* data, std::size_t size, std::size_t count, void* body) {
  auto& text = *static_cast<std::string*>(body);
  if (text.size() + size * count > kMaxBody) return 0;  // ends the transfer
  text.append(data, size * count);
  return size * count;
}

CURL* makeEasy(const std::string& address) {
  CURL* easy = curl_easy_init();
  if (easy == nullptr) return nullptr;
  curl_easy_setopt(easy, CURLOPT_URL, ("http://" + address + "/metrics").c_str());
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http");
  return easy;
}

}  // namespace

MetricsFetcher::MetricsFetcher() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  multi_ = curl_multi_init();
}

MetricsFetcher::~MetricsFetcher() {
  for (const auto& [address, easy] : easy_) curl_easy_cleanup(static_cast<CURL*>(easy));
  curl_multi_cleanup(static_cast<CURLM*>(multi_));
}

std::vector<absl::StatusOr<std::string>> MetricsFetcher::fetch(std::span<const std::string> addresses,
                                                               Duration timeout) {
  std::vector<absl::StatusOr<std::string>> out(addresses.size(), unavailable("no answer in time"));
  std::vector<std::string> bodies(addresses.size());
  std::map<CURL*, std::size_t> running;
  CURLM* multi = static_cast<CURLM*>(multi_);
  const auto ms = static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(timeout).count());
  std::erase_if(easy_, [&](const auto& item) {
    if (std::find(addresses.begin(), addresses.end(), item.first) != addresses.end()) return false;
    curl_easy_cleanup(static_cast<CURL*>(item.second));
    return true;
  });
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    void*& easy = easy_[addresses[i]];
    if (easy == nullptr) easy = makeEasy(addresses[i]);
    // The same address twice is asked once; the second gets no answer.
    if (easy == nullptr || running.contains(static_cast<CURL*>(easy))) continue;
    curl_easy_setopt(static_cast<CURL*>(easy), CURLOPT_WRITEDATA, &bodies[i]);
    curl_easy_setopt(static_cast<CURL*>(easy), CURLOPT_TIMEOUT_MS, ms);
    if (curl_multi_add_handle(multi, static_cast<CURL*>(easy)) == CURLM_OK)
      running[static_cast<CURL*>(easy)] = i;
  }
  int left = static_cast<int>(running.size());
  while (left > 0) {
    if (curl_multi_perform(multi, &left) != CURLM_OK) break;
    int messages = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &messages)) {
      if (message->msg != CURLMSG_DONE) continue;
      const std::size_t i = running.at(message->easy_handle);
      long code = 0;
      curl_easy_getinfo(message->easy_handle, CURLINFO_RESPONSE_CODE, &code);
      if (message->data.result != CURLE_OK) {
        out[i] = unavailable("{}", curl_easy_strerror(message->data.result));
      } else if (code != 200) {
        out[i] = unavailable("it answers with HTTP status {}", code);
      } else {
        out[i] = std::move(bodies[i]);
      }
    }
    if (left > 0) curl_multi_poll(multi, nullptr, 0, 100, nullptr);
  }
  for (const auto& [easy, i] : running) curl_multi_remove_handle(multi, easy);
  return out;
}

}  // namespace aerie::control
