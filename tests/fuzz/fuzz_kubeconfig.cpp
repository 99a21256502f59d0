// A kubeconfig from anywhere: never crashes, and what is accepted is never unencrypted to another host.
#include <cstdint>
#include <string_view>

#include "core/base/status.h"
#include "core/http/url.h"
#include "core/kube/kubeconfig.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto access = aerie::kube::parseKubeconfig(text, "/nonexistent");
  if (!access.ok()) return 0;
  const auto url = aerie::http::parseBaseUrl(access->server);
  AERIE_CHECK(url.ok() && (url->tls || aerie::http::isLoopback(url->host)));
  return 0;
}
