#include "services/proxy/proxy_server.h"

int main(int argc, char** argv) {
  aerie::proxy::ProxyOptions options;
  aerie::services::Settings settings(
      "aerie-proxy",
      "Takes prediction requests of many items, sends each item to the right model version and merges the "
      "answers in request order.");
  aerie::proxy::addProxySettings(settings, options);
  return aerie::services::runProgram(argc, argv, settings, options.common,
                                     [&] { return aerie::proxy::runProxy(options); });
}
