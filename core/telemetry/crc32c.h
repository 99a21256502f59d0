// CRC-32C (Castagnoli; RFC 3720 appendix B.4), with the processor's instruction where there is one.
#pragma once

#include <cstdint>
#include <string_view>

namespace aerie::telemetry {

// Continue a sum over more bytes by passing the result so far. crc32c("") = 0.
std::uint32_t crc32c(std::string_view bytes, std::uint32_t so_far = 0);
// The table-driven form that processors without SSE 4.2 use; the same results.
std::uint32_t crc32cPortable(std::string_view bytes, std::uint32_t so_far = 0);

// TFRecord stores sums masked, because a sum over bytes that hold their own sum is weak.
constexpr std::uint32_t maskCrc(std::uint32_t crc) { return ((crc >> 15) | (crc << 17)) + 0xa282ead8U; }

}  // namespace aerie::telemetry
