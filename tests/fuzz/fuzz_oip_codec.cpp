// Tensors of a model server, or of its caller: never crashes, and what is accepted reads back equal from both
// forms.
#include <cstdint>
#include <cstdlib>

#include "core/base/status.h"
#include "core/inference/oip_codec.h"

namespace {

namespace codec = aerie::inference;  // `inference` alone is the protocol's
namespace frame = aerie::frame;
using aerie::messageOf;

void roundTrip(const frame::DataFrame& frame) {
  for (const bool raw : {false, true}) {
    ::inference::ModelInferRequest request;
    AERIE_CHECK(codec::encodeOipInputs(frame, raw, &request).ok());
    const auto again = codec::decodeOipInputs(request);
    AERIE_CHECK(again.ok() && *again == frame);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ::inference::ModelInferRequest request;
  if (request.ParseFromArray(data, static_cast<int>(size))) {
    const auto frame = codec::decodeOipInputs(request);
    if (frame.ok())
      roundTrip(*frame);
    else if (messageOf(frame.status()).empty())
      std::abort();
  }
  ::inference::ModelInferResponse response;
  if (response.ParseFromArray(data, static_cast<int>(size))) {
    const auto frame = codec::decodeOipOutputs(response);
    if (frame.ok())
      roundTrip(*frame);
    else if (messageOf(frame.status()).empty())
      std::abort();
  }
  return 0;
}
