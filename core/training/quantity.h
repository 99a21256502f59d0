// Times, sizes and CPUs as people write them, and back.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <string>
#include <string_view>

namespace aerie::training {

// "250ms", "60s", "1.5h"; units ms, s, m, h, d. Milliseconds. InvalidArgument says what is expected.
absl::StatusOr<std::int64_t> parseDuration(std::string_view text);
// "512MiB", "4GB"; units B, KB, MB, GB, TB, KiB, MiB, GiB, TiB. Bytes.
absl::StatusOr<std::int64_t> parseBytes(std::string_view text);
// "0.5" CPUs as 500 thousandths. At least 0.1 and at most 1024, in steps of 0.001.
absl::StatusOr<std::int64_t> parseCpus(std::string_view text);

std::string durationText(std::int64_t ms);      // "250 ms", "56 s", "3 min 20 s", "1 h 05 min"
std::string bytesText(std::int64_t bytes);      // "512 MiB", "1.5 GiB"
std::string cpusText(std::int64_t cpu_millis);  // "1 CPU", "0.5 CPUs"

}  // namespace aerie::training
