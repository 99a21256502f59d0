#include "core/http/parallel_get.h"

#include <algorithm>
#include <curl/curl.h>

#include "core/base/status.h"
#include "core/http/handle.h"

namespace aerie::http {
namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* to);

}  // namespace

class PageHandle final {
 public:
  PageHandle(const std::string& url, std::size_t max) : limit(max), easy(curl_easy_init()) {
    if (easy == nullptr) return;
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  }
  ~PageHandle() { curl_easy_cleanup(easy); }
  PageHandle(const PageHandle&) = delete;
  PageHandle& operator=(const PageHandle&) = delete;

  const std::size_t limit;
  CURL* easy;
  std::string body;
};

namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* to) {
  auto& page = *static_cast<PageHandle*>(to);
  if (page.body.size() + size * count > page.limit) return 0;  // ends the transfer
  page.body.append(data, size * count);
  return size * count;
}

absl::StatusOr<std::string> resultOf(CURL* easy, CURLcode code, std::string body) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  if (code != CURLE_OK) return unavailable("{}", curl_easy_strerror(code));
  if (status != 200) return unavailable("it answers with HTTP status {}", status);
  return body;
}

}  // namespace

ParallelGet::ParallelGet(std::size_t max_answer) : max_answer_(max_answer) {
  initCurl();
  multi_ = curl_multi_init();
}

ParallelGet::~ParallelGet() {
  const PipeGuard guard;
  pages_.clear();
  curl_multi_cleanup(static_cast<CURLM*>(multi_));
}

std::vector<absl::StatusOr<std::string>> ParallelGet::fetch(std::span<const std::string> urls,
                                                            Duration timeout) {
  const PipeGuard guard;
  std::vector<absl::StatusOr<std::string>> out(urls.size(), unavailable("no answer in time"));
  std::map<CURL*, std::size_t> running;
  CURLM* multi = static_cast<CURLM*>(multi_);
  const auto ms = static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(timeout).count());
  std::erase_if(pages_, [&](const auto& item) {
    return std::find(urls.begin(), urls.end(), item.first) == urls.end();
  });
  for (std::size_t i = 0; i < urls.size(); ++i) {
    std::unique_ptr<PageHandle>& page = pages_[urls[i]];
    if (page == nullptr) page = std::make_unique<PageHandle>(urls[i], max_answer_);
    if (page->easy == nullptr || running.contains(page->easy)) continue;
    page->body.clear();
    curl_easy_setopt(page->easy, CURLOPT_TIMEOUT_MS, std::max(1L, ms));
    if (curl_multi_add_handle(multi, page->easy) == CURLM_OK) running[page->easy] = i;
  }
  int left = static_cast<int>(running.size());
  while (left > 0) {
    if (curl_multi_perform(multi, &left) != CURLM_OK) break;
    int messages = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &messages)) {
      if (message->msg != CURLMSG_DONE) continue;
      const std::size_t i = running.at(message->easy_handle);
      out[i] = resultOf(message->easy_handle, message->data.result, std::move(pages_[urls[i]]->body));
    }
    if (left > 0) curl_multi_poll(multi, nullptr, 0, 100, nullptr);
  }
  for (const auto& [easy, i] : running) curl_multi_remove_handle(multi, easy);
  return out;
}

}  // namespace aerie::http
