#include "core/base/crypto.h"

#include <array>
#include <fcntl.h>
#include <fstream>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <vector>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie {

std::string toHex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    out.push_back(kDigits[b >> 4]);
    out.push_back(kDigits[b & 15]);
  }
  return out;
}

absl::StatusOr<std::string> fromHex(std::string_view hex) {
  const auto nibble = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  if (hex.size() % 2 != 0) return invalidArgument("hex text of odd length {}", hex.size());
  std::string out;
  out.reserve(hex.size() / 2);
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = nibble(hex[i]);
    const int low = nibble(hex[i + 1]);
    if (high < 0 || low < 0) return invalidArgument("'{}' is not hex text", hex);
    out.push_back(static_cast<char>(high * 16 + low));
  }
  return out;
}

struct Sha256::Context {
  EVP_MD_CTX* md = EVP_MD_CTX_new();
  ~Context() { EVP_MD_CTX_free(md); }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  AERIE_CHECK(EVP_DigestInit_ex(context_->md, EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
void Sha256::update(std::string_view bytes) {
  AERIE_CHECK(EVP_DigestUpdate(context_->md, bytes.data(), bytes.size()) == 1);
}
std::string Sha256::hex() {
  std::array<unsigned char, 32> digest{};
  AERIE_CHECK(EVP_DigestFinal_ex(context_->md, digest.data(), nullptr) == 1);
  return toHex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

std::string sha256Hex(std::string_view bytes) {
  Sha256 digest;
  digest.update(bytes);
  return digest.hex();
}

absl::StatusOr<std::string> sha256HexOfFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return notFound("{}: cannot be opened for reading", path.string());
  Sha256 digest;
  std::vector<char> block(1 << 16);
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    digest.update(std::string_view(block.data(), static_cast<std::size_t>(in.gcount())));
  }
  if (in.bad()) return dataLoss("{}: read failed", path.string());
  return digest.hex();
}

struct SigningKey::Impl {
  EVP_PKEY* key = nullptr;
  ~Impl() { EVP_PKEY_free(key); }
};

SigningKey::SigningKey(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

SigningKey SigningKey::generate() {
  auto impl = std::make_shared<Impl>();
  impl->key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  AERIE_CHECK(impl->key != nullptr);
  return SigningKey(std::move(impl));
}

absl::StatusOr<SigningKey> SigningKey::load(const std::filesystem::path& private_pem) {
  AERIE_ASSIGN_OR_RETURN(const std::string pem, readFile(private_pem));
  BIO* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  auto impl = std::make_shared<Impl>();
  // Without a callback OpenSSL would ask the terminal for the passphrase of an encrypted key.
  impl->key = PEM_read_bio_PrivateKey(
      bio, nullptr, [](char*, int, int, void*) { return -1; }, nullptr);
  BIO_free(bio);
  if (impl->key == nullptr || EVP_PKEY_id(impl->key) != EVP_PKEY_ED25519) {
    return invalidArgument("{}: not an Ed25519 private key in PEM form without a passphrase",
                           private_pem.string());
  }
  return SigningKey(std::move(impl));
}

absl::StatusOr<SigningKey> SigningKey::loadOrCreate(const std::filesystem::path& private_pem) {
  std::error_code error;
  if (std::filesystem::exists(private_pem, error)) return load(private_pem);
  SigningKey key = generate();
  AERIE_RETURN_IF_ERROR(key.savePrivate(private_pem));
  return key;
}

absl::Status SigningKey::savePrivate(const std::filesystem::path& path) const {
  BIO* bio = BIO_new(BIO_s_mem());
  PEM_write_bio_PrivateKey(bio, impl_->key, nullptr, nullptr, 0, nullptr, nullptr);
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  const std::string pem(data, static_cast<std::size_t>(size));
  BIO_free(bio);
  return writeFileAtomic(path, pem, 0600);
}

std::string SigningKey::sign(std::string_view message) const {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  std::string signature(64, '\0');
  std::size_t size = signature.size();
  const bool done =
      EVP_DigestSignInit(context, nullptr, nullptr, nullptr, impl_->key) == 1 &&
      EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
                     reinterpret_cast<const unsigned char*>(message.data()), message.size()) == 1;
  EVP_MD_CTX_free(context);
  AERIE_CHECK(done && size == signature.size());
  return signature;
}

std::string SigningKey::publicKey() const {
  std::string raw(32, '\0');
  std::size_t size = raw.size();
  AERIE_CHECK(EVP_PKEY_get_raw_public_key(impl_->key, reinterpret_cast<unsigned char*>(raw.data()), &size) ==
              1);
  return raw;
}

bool verifySignature(std::string_view public_key, std::string_view message, std::string_view signature) {
  if (public_key.size() != 32 || signature.size() != 64) return false;
  EVP_PKEY* key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr,
                                              reinterpret_cast<const unsigned char*>(public_key.data()),
                                              public_key.size());
  if (key == nullptr) return false;
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const bool good =
      EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, key) == 1 &&
      EVP_DigestVerify(context, reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                       reinterpret_cast<const unsigned char*>(message.data()), message.size()) == 1;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  return good;
}

}  // namespace aerie
