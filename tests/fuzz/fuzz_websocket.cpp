// Bytes of a WebSocket server: never crashes, and what arrives does not depend on how it was cut.
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/status.h"
#include "core/http/websocket_frame.h"

namespace {

std::vector<aerie::http::WebSocketMessage> readAll(std::string_view bytes, std::size_t step) {
  aerie::http::FrameReader reader(4096);
  std::vector<aerie::http::WebSocketMessage> out;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    reader.feed(bytes.substr(at, step));
    for (;;) {
      auto message = reader.next();
      if (!message.ok()) return out;
      if (!*message) break;
      AERIE_CHECK((*message)->payload.size() <= 4096);
      out.push_back(**message);
    }
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  AERIE_CHECK(readAll(bytes, 1) == readAll(bytes, 4099));
  const auto answer = aerie::http::parseUpgradeAnswer(bytes);
  if (answer.ok() && *answer) AERIE_CHECK((*answer)->bytes <= size && (*answer)->status >= 100);
  return 0;
}
