// Between frames and aerie.v1.DataFrame. Decoding validates everything: lengths, bitmap size, names, vector
// dimension.
#pragma once

#include <absl/status/statusor.h>
#include <memory>

#include "aerie/v1/frame.pb.h"
#include "core/frame/data_frame.h"

namespace aerie::frame {

struct WireLimits {
  std::size_t max_rows = 100'000;
  std::size_t max_columns = 1'000;
};

// Views into `message`, which `owner` keeps alive (often the whole request). No cell is copied; strings are
// viewed. InvalidArgument names the column and what is wrong with it. A row_count of 0 beside columns counts
// as not given: the columns say how many rows there are.
absl::StatusOr<DataFrame> fromWire(std::shared_ptr<const void> owner, const v1::DataFrame& message,
                                   const WireLimits& limits = {});
// Takes the message over.
absl::StatusOr<DataFrame> fromWire(v1::DataFrame message, const WireLimits& limits = {});

// Replaces what the message holds; its memory is used again.
void toWire(const DataFrame& frame, v1::DataFrame* message);
// Encodes only the given rows: gather and encode in one pass, for the proxy's chunks. AERIE_CHECK: every row
// is in the frame.
void toWire(const DataFrame& frame, std::span<const std::uint32_t> rows, v1::DataFrame* message);

}  // namespace aerie::frame
