// How the control plane learns where a proxy's /metrics is: an entry of the metadata of WatchProxyConfig.
#pragma once

namespace aerie::services {

inline constexpr char kMetricsAddressKey[] = "aerie-metrics-address";  // host:port

}  // namespace aerie::services
