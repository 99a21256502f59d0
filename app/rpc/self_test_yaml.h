// A bundle's self-test as people read it, beside the two configs. Pure.
#pragma once

#include <QString>

#include "aerie/v1/bundle.pb.h"

namespace aerie::rpc {

// What a row of a self-test may differ by when the bundle does not say.
inline constexpr double kSelfTestTolerance = 1e-6;

// YAML: the tolerance, what all rows share, then each row with its inputs, its stored features and the
// outputs that the model must give; one value a line, so that two versions compare line by line. A frame that
// can't be read is a comment that says why.
QString selfTestYaml(const v1::SelfTest& test);

}  // namespace aerie::rpc
