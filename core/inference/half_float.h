// 16-bit floating point, as raw bits: IEEE 754 binary16 (FP16) and bfloat16 (BF16). Exact, both fit a float.
#pragma once

#include <cstdint>

namespace aerie::inference {

float fromHalf(std::uint16_t bits);
float fromBfloat16(std::uint16_t bits);

}  // namespace aerie::inference
