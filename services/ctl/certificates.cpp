#include "services/ctl/certificates.h"

#include <arpa/inet.h>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::ctl {
namespace {

struct Free {
  void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
  void operator()(X509* p) const { X509_free(p); }
  void operator()(BIO* p) const { BIO_free(p); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;
using Bio = std::unique_ptr<BIO, Free>;

constexpr long kDay = 24L * 3600;

std::string textOf(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return std::string(data, static_cast<std::size_t>(size));
}

absl::Status writeKey(EVP_PKEY* key, const std::filesystem::path& path) {
  const Bio bio(BIO_new(BIO_s_mem()));
  PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
  return writeFileAtomic(path, textOf(bio.get()), 0600);
}

absl::Status writeCertificate(X509* certificate, const std::filesystem::path& path) {
  const Bio bio(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(bio.get(), certificate);
  return writeFileAtomic(path, textOf(bio.get()), 0644);
}

absl::Status addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (extension == nullptr) return invalidArgument("certificate extension '{}' is not valid", value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
  return absl::OkStatus();
}

Certificate newCertificate(const std::string& name, EVP_PKEY* key, long days) {
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  unsigned char serial[16];
  AERIE_CHECK(RAND_bytes(serial, sizeof serial) == 1);
  serial[0] &= 0x7F;
  BIGNUM* number = BN_bin2bn(serial, sizeof serial, nullptr);
  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
  BN_free(number);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * kDay);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  return certificate;
}

std::string alternativeNames(const std::vector<std::string>& hosts) {
  std::vector<std::string> names;
  for (const std::string& host : hosts) {
    unsigned char bytes[16];
    const bool address =
        inet_pton(AF_INET, host.c_str(), bytes) == 1 || inet_pton(AF_INET6, host.c_str(), bytes) == 1;
    names.push_back((address ? "IP:" : "DNS:") + host);
  }
  return fmt::format("{}", fmt::join(names, ","));
}

}  // namespace

absl::Status createAuthority(const std::filesystem::path& directory) {
  AERIE_RETURN_IF_ERROR(makeDirectories(directory, 0700));
  if (std::filesystem::exists(directory / "ca-key.pem")) {
    return alreadyExists("{}: holds a CA already; choose another directory, or remove it to start anew",
                         directory.string());
  }
  const Key key(EVP_EC_gen("P-256"));
  const Certificate ca = newCertificate("Aerie CA " + randomId().substr(0, 8), key.get(), 3650);
  X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
  AERIE_RETURN_IF_ERROR(
      addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0"));
  AERIE_RETURN_IF_ERROR(addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign"));
  AERIE_RETURN_IF_ERROR(addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash"));
  if (X509_sign(ca.get(), key.get(), EVP_sha256()) == 0) return internalError("the CA could not be signed");
  AERIE_RETURN_IF_ERROR(writeKey(key.get(), directory / "ca-key.pem"));
  return writeCertificate(ca.get(), directory / "ca.pem");
}

absl::Status issueCertificate(const std::filesystem::path& directory, const std::string& name,
                              const std::vector<std::string>& hosts) {
  AERIE_RETURN_IF_ERROR(validateName("certificate", name));
  for (const std::string& host : hosts) {
    // OpenSSL's text form of the names gives ',' and ':' a meaning.
    if (host.empty() ||
        host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:*") !=
            std::string::npos) {
      return invalidArgument("'{}' is not a DNS name or an IP address", host);
    }
  }
  if (hosts.empty())
    return invalidArgument("certificate {}: give the DNS names or IP addresses that it is for", name);
  if (name == "ca") return invalidArgument("'ca' is the authority's own name; choose another");
  AERIE_ASSIGN_OR_RETURN(const std::string key_pem, readFile(directory / "ca-key.pem"));
  AERIE_ASSIGN_OR_RETURN(const std::string ca_pem, readFile(directory / "ca.pem"));
  const Bio key_bio(BIO_new_mem_buf(key_pem.data(), static_cast<int>(key_pem.size())));
  const Bio ca_bio(BIO_new_mem_buf(ca_pem.data(), static_cast<int>(ca_pem.size())));
  const Key ca_key(PEM_read_bio_PrivateKey(
      key_bio.get(), nullptr, [](char*, int, int, void*) { return -1; }, nullptr));
  const Certificate ca(PEM_read_bio_X509(ca_bio.get(), nullptr, nullptr, nullptr));
  if (ca_key == nullptr || ca == nullptr)
    return failedPrecondition("{}: ca.pem or ca-key.pem is damaged", directory.string());
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate = newCertificate(name, key.get(), 365);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(ca.get()));
  AERIE_RETURN_IF_ERROR(
      addExtension(certificate.get(), ca.get(), NID_basic_constraints, "critical,CA:FALSE"));
  AERIE_RETURN_IF_ERROR(
      addExtension(certificate.get(), ca.get(), NID_ext_key_usage, "serverAuth,clientAuth"));
  AERIE_RETURN_IF_ERROR(
      addExtension(certificate.get(), ca.get(), NID_subject_alt_name, alternativeNames(hosts)));
  if (X509_sign(certificate.get(), ca_key.get(), EVP_sha256()) == 0)
    return internalError("the certificate could not be signed");
  AERIE_RETURN_IF_ERROR(writeKey(key.get(), directory / (name + "-key.pem")));
  return writeCertificate(certificate.get(), directory / (name + ".pem"));
}

}  // namespace aerie::ctl
