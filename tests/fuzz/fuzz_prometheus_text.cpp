// A daemon's /metrics from anywhere: never crashes, and whatever is accepted prints and reads back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/status.h"
#include "core/monitoring/collector.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  using namespace aerie::monitoring;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto exposition = parsePrometheusText(text);
  if (!exposition.ok()) return messageOf(exposition.status()).empty() ? std::abort(), 0 : 0;
  const std::string printed = toPrometheusText(*exposition);
  const auto again = parsePrometheusText(printed);
  AERIE_CHECK(again.ok());
  AERIE_CHECK(toPrometheusText(*again) == printed);
  Collector collector;
  std::vector<Reading> readings;
  for (const double seconds : {1.0, 2.0}) {
    static_cast<void>(collector.take({"fuzz", {{"endpoint", "e"}}, 10}, *exposition, seconds, readings));
  }
  for (const Reading& reading : readings) AERIE_CHECK(reading.cell.weight > 0);
  for (const Family& family : *exposition) {
    const auto histograms = histogramsOf(family);
    if (!histograms.ok()) continue;
    for (const HistogramSample& h : *histograms) AERIE_CHECK(h.counts.size() == h.bounds.size() + 1);
  }
  return 0;
}
