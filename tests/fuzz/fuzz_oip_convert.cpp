// A ModelInferRequest from any client of the proxy: never crashes nor reserves what it did not bring, and
// what is accepted is a frame that the proxy can decode (but for column names) and whose columns go back as
// tensors.
#include <cstdint>
#include <cstdlib>

#include "core/base/status.h"
#include "core/frame/wire.h"
#include "services/proxy/oip_convert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  ::inference::ModelInferRequest request;
  if (!request.ParseFromArray(data, static_cast<int>(size))) return 0;
  const auto converted = proxy::fromOip(request);
  if (!converted.ok()) return messageOf(converted.status()).empty() ? std::abort(), 0 : 0;
  const v1::DataFrame& features = converted->feature_data_frame();
  AERIE_CHECK(features.columns_size() == request.inputs_size());
  v1::PredictResponse answer;
  answer.set_request_id(converted->request_id());
  const auto frame = frame::fromWire(features, {.max_rows = 100'000, .max_columns = 1'000});
  if (!frame.ok()) return 0;
  AERIE_CHECK(frame->rows() == features.row_count());
  *answer.mutable_outputs() = features;
  ::inference::ModelInferResponse response;
  request.clear_outputs();  // all of them
  AERIE_CHECK(proxy::toOip(request, answer, &response).ok());
  AERIE_CHECK(response.outputs_size() == request.inputs_size());
  AERIE_CHECK(response.raw_output_contents_size() == request.raw_input_contents_size());
  for (int i = 0; i < response.outputs_size(); ++i)
    AERIE_CHECK(response.outputs(i).shape(0) == static_cast<std::int64_t>(frame->rows()));
  return 0;
}
