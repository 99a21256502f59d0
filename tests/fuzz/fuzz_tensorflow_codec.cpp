// A tensor of TensorFlow Serving: never crashes nor takes much more memory than it has values, and what is
// accepted has the rows of its shape.
#include <cstdint>
#include <cstdlib>

#include "core/base/status.h"
#include "core/inference/tensorflow_codec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  tensorflow::TensorProto tensor;
  if (!tensor.ParseFromArray(data, static_cast<int>(size))) return 0;
  const auto column = inference::decodeTensor("scores", tensor);
  if (!column.ok()) return messageOf(column.status()).empty() ? std::abort(), 0 : 0;
  AERIE_CHECK(static_cast<std::int64_t>(column->rows()) == tensor.tensor_shape().dim(0).size());
  AERIE_CHECK(column->name() == "scores");
  if (column->rows() > 0) (void)column->textAt(column->rows() - 1);
  return 0;
}
