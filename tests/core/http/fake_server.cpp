#include "tests/core/http/fake_server.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <csignal>
#include <fmt/format.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/status.h"

namespace aerie::test {
namespace {

std::string fromBio(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  std::string out(data, static_cast<std::size_t>(size));
  BIO_free(bio);
  return out;
}

void addExtension(X509* certificate, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

bool parseHead(const std::string& head, SeenRequest& request) {
  std::size_t at = head.find("\r\n");
  const std::string first = head.substr(0, at);
  const std::size_t one = first.find(' ');
  const std::size_t two = first.rfind(' ');
  if (one == std::string::npos || two <= one) return false;
  request.method = first.substr(0, one);
  request.path = first.substr(one + 1, two - one - 1);
  while (at < head.size()) {
    at += 2;
    const std::size_t end = std::min(head.find("\r\n", at), head.size());
    const std::string line = head.substr(at, end - at);
    at = end;
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    std::string name = line.substr(0, colon);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    request.headers[name] = line.substr(std::min(line.size(), line.find_first_not_of(' ', colon + 1)));
  }
  return true;
}

}  // namespace

Identity makeIdentity(const std::string& name) {
  EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600L * 24);
  X509_set_pubkey(certificate, key);
  X509_NAME* subject = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate, subject);
  addExtension(certificate, NID_basic_constraints, "CA:TRUE");
  addExtension(certificate, NID_subject_alt_name, ("IP:127.0.0.1,DNS:localhost,DNS:" + name).c_str());
  X509_sign(certificate, key, EVP_sha256());
  BIO* certificate_pem = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(certificate_pem, certificate);
  BIO* key_pem = BIO_new(BIO_s_mem());
  PEM_write_bio_PrivateKey(key_pem, key, nullptr, nullptr, 0, nullptr, nullptr);
  X509_free(certificate);
  EVP_PKEY_free(key);
  return {fromBio(certificate_pem), fromBio(key_pem)};
}

void Connection::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ssl_ != nullptr ? SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size()))
                                      : ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) {
      closed_ = true;
      return;
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

std::string Connection::readSome() {
  std::array<char, 65536> buffer;
  const ssize_t n = ssl_ != nullptr ? SSL_read(ssl_, buffer.data(), static_cast<int>(buffer.size()))
                                    : ::recv(fd_, buffer.data(), buffer.size(), 0);
  return n > 0 ? std::string(buffer.data(), static_cast<std::size_t>(n)) : std::string();
}

void Connection::reply(int status, std::string_view content_type, std::string_view body,
                       std::string_view headers) {
  write(fmt::format("HTTP/1.1 {} Word\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}\r\n{}", status,
                    content_type, body.size(), headers, body));
}

void Connection::beginChunks(std::string_view content_type) {
  write(
      fmt::format("HTTP/1.1 200 OK\r\nContent-Type: {}\r\nTransfer-Encoding: chunked\r\n\r\n", content_type));
}

void Connection::sendChunk(std::string_view bytes) {
  write(fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes));
}

void Connection::upgrade(const SeenRequest& request) {
  const std::string text = request.headers.at("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  std::array<unsigned char, 64> out{};
  EVP_EncodeBlock(out.data(), digest.data(), static_cast<int>(size));
  write(
      fmt::format("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Accept: {}\r\n\r\n",
                  reinterpret_cast<const char*>(out.data())));
  closed_ = true;  // no further request comes
}

void Connection::text(std::string_view payload) {
  std::string head = "\x81";
  if (payload.size() < 126) {
    head += static_cast<char>(payload.size());
  } else {
    head += fmt::format("{}{}{}", '\x7e', static_cast<char>(payload.size() >> 8),
                        static_cast<char>(payload.size() & 0xff));
  }
  write(head + std::string(payload));
}

void Connection::closeFrame(int code) {
  const char bytes[] = {'\x88', 2, static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
  write(std::string_view(bytes, 4));
}

void Connection::waitForHangUp() {
  closed_ = true;
  while (!stopping_) {
    pollfd wait{fd_, POLLIN | POLLRDHUP, 0};
    if (::poll(&wait, 1, 20) == 0) continue;
    if ((wait.revents & (POLLHUP | POLLRDHUP | POLLERR)) != 0 || readSome().empty()) return;
  }
}

FakeServer::FakeServer(Handler handler, const Identity* identity, std::string client_authority)
    : handler_(std::move(handler)) {
  if (identity != nullptr) {
    context_ = SSL_CTX_new(TLS_server_method());
    BIO* certificate_bio = BIO_new_mem_buf(identity->certificate.data(), -1);
    X509* certificate = PEM_read_bio_X509(certificate_bio, nullptr, nullptr, nullptr);
    BIO* key_bio = BIO_new_mem_buf(identity->key.data(), -1);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(key_bio, nullptr, nullptr, nullptr);
    AERIE_CHECK(SSL_CTX_use_certificate(context_, certificate) == 1 &&
                SSL_CTX_use_PrivateKey(context_, key) == 1);
    X509_free(certificate);
    EVP_PKEY_free(key);
    BIO_free(certificate_bio);
    BIO_free(key_bio);
    if (!client_authority.empty()) {
      BIO* bio = BIO_new_mem_buf(client_authority.data(), -1);
      X509* authority = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
      X509_STORE_add_cert(SSL_CTX_get_cert_store(context_), authority);
      X509_free(authority);
      BIO_free(bio);
      SSL_CTX_set_verify(context_, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
  }
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  AERIE_CHECK(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
              ::listen(listener_, 64) == 0);
  AERIE_CHECK(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  port_ = ntohs(address.sin_port);
  accepting_ = std::thread([this] { accept(); });
}

FakeServer::~FakeServer() {
  stopping_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  accepting_.join();
  std::vector<std::thread> threads;
  {
    const MutexLock lock(mutex_);
    for (const int fd : open_) ::shutdown(fd, SHUT_RDWR);
    threads = std::move(threads_);
  }
  for (std::thread& thread : threads) thread.join();
  ::close(listener_);
  SSL_CTX_free(context_);
}

std::string FakeServer::url() const {
  return fmt::format("{}://127.0.0.1:{}", context_ != nullptr ? "https" : "http", port_);
}

std::vector<SeenRequest> FakeServer::seen() const {
  const MutexLock lock(mutex_);
  return seen_;
}

void FakeServer::accept() {
  for (;;) {
    const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0) return;
    const MutexLock lock(mutex_);
    open_.push_back(fd);
    threads_.emplace_back([this, fd] { serve(fd); });
    if (stopping_) ::shutdown(fd, SHUT_RDWR);
  }
}

void FakeServer::serve(int fd) {
  sigset_t pipe;  // OpenSSL writes without MSG_NOSIGNAL
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  SSL* ssl = nullptr;
  bool usable = true;
  if (context_ != nullptr) {
    ssl = SSL_new(context_);
    SSL_set_fd(ssl, fd);
    usable = SSL_accept(ssl) == 1;
  }
  Connection connection(fd, ssl, stopping_);
  std::string bytes;
  const auto more = [&] {
    const std::string some = connection.readSome();
    bytes += some;
    return !some.empty();
  };
  while (usable && !connection.closed()) {
    while (usable && bytes.find("\r\n\r\n") == std::string::npos) usable = more();
    if (!usable) break;
    const std::size_t end = bytes.find("\r\n\r\n");
    SeenRequest request;
    if (!parseHead(bytes.substr(0, end), request)) break;
    const auto length = request.headers.find("content-length");
    const std::size_t size = length == request.headers.end() ? 0 : std::stoul(length->second);
    while (usable && bytes.size() < end + 4 + size) usable = more();
    if (!usable) break;
    request.body = bytes.substr(end + 4, size);
    bytes.erase(0, end + 4 + size);
    {
      const MutexLock lock(mutex_);
      seen_.push_back(request);
    }
    handler_(request, connection);
  }
  if (ssl != nullptr) SSL_free(ssl);
  const MutexLock lock(mutex_);
  std::erase(open_, fd);
  ::close(fd);
}

}  // namespace aerie::test
