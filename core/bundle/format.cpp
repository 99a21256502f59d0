#include "core/bundle/format.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include "core/base/status.h"

namespace aerie::bundle {
namespace {

std::string rawDigest(std::string_view bytes) { return fromHex(sha256Hex(bytes)).value(); }

}  // namespace

std::string serialize(const google::protobuf::MessageLite& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    message.SerializeToCodedStream(&coded);
  }
  return bytes;
}

std::string signManifest(std::string_view manifest, const SigningKey& key) {
  return fmt::format("ed25519 {} {}\n", toHex(key.publicKey()), toHex(key.sign(rawDigest(manifest))));
}

absl::StatusOr<std::string> checkSignature(std::string_view manifest, std::string_view signature,
                                           std::string_view name) {
  constexpr std::string_view kAlgorithm = "ed25519 ";
  constexpr std::size_t kKeyDigits = 64;
  constexpr std::size_t kSignatureDigits = 128;
  const auto malformed = [&] {
    return invalidArgument("{}: its signature is malformed; the bundle is damaged or was tampered with",
                           name);
  };
  if (signature.size() != kAlgorithm.size() + kKeyDigits + 1 + kSignatureDigits + 1 ||
      !signature.starts_with(kAlgorithm) || signature.back() != '\n') {
    return malformed();
  }
  signature.remove_prefix(kAlgorithm.size());
  if (signature[kKeyDigits] != ' ') return malformed();
  const auto key = fromHex(signature.substr(0, kKeyDigits));
  const auto bytes = fromHex(signature.substr(kKeyDigits + 1, kSignatureDigits));
  if (!key.ok() || !bytes.ok()) return malformed();
  if (!verifySignature(*key, rawDigest(manifest), *bytes)) {
    return invalidArgument(
        "{}: its signature does not fit its manifest; the bundle is damaged or was tampered with", name);
  }
  return *key;
}

}  // namespace aerie::bundle
