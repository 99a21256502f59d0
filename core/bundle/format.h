// Inside the bundle room: names of the fixed files, and the signature line.
#pragma once

#include <absl/status/statusor.h>
#include <google/protobuf/message_lite.h>
#include <string>
#include <string_view>

#include "core/base/crypto.h"

namespace aerie::bundle {

inline constexpr std::string_view kManifestFile = "manifest.pb";
inline constexpr std::string_view kSignatureFile = "signature";
inline constexpr std::string_view kFeaturesFile = "features.pb";
inline constexpr std::string_view kPreprocessorFile = "preprocessor.pb";
inline constexpr std::string_view kSelfTestFile = "self_test.pb";
inline constexpr std::string_view kStatisticsFile = "statistics.pb";
inline constexpr std::string_view kModelFolder = "model/";

// The same message always gives the same bytes: maps are sorted.
std::string serialize(const google::protobuf::MessageLite& message);

std::string signManifest(std::string_view manifest, const SigningKey& key);
// Answers the raw public key that signed. InvalidArgument for a malformed or wrong signature; `name` begins
// the message.
absl::StatusOr<std::string> checkSignature(std::string_view manifest, std::string_view signature,
                                           std::string_view name);

}  // namespace aerie::bundle
