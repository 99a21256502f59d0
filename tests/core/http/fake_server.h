// A small HTTP/1.1 server over sockets that says exactly what a test wants, also what no real server would.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <openssl/ssl.h>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/base/mutex.h"

namespace aerie::test {

struct SeenRequest {
  std::string method;
  std::string path;                            // with its query
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

// A self-signed certificate for 127.0.0.1 and localhost, in PEM.
struct Identity {
  std::string certificate;
  std::string key;
};
Identity makeIdentity(const std::string& name);

class Connection final {
 public:
  Connection(int fd, SSL* ssl, const std::atomic<bool>& stopping) : fd_(fd), ssl_(ssl), stopping_(stopping) {}
  void write(std::string_view bytes);
  // Status line, Content-Type, Content-Length and body.
  void reply(int status, std::string_view content_type, std::string_view body, std::string_view headers = {});
  // Head of an answer that goes on: then sendChunk()s, then endChunks().
  void beginChunks(std::string_view content_type);
  void sendChunk(std::string_view bytes);
  void endChunks() { write("0\r\n\r\n"); }
  // The 101 answer to a WebSocket upgrade.
  void upgrade(const SeenRequest& request);
  void text(std::string_view payload);  // one frame, unmasked
  void closeFrame(int code);
  std::string readSome();           // "" at the end
  void close() { closed_ = true; }  // after the handler
  bool closed() const { return closed_; }
  // Until the client hangs up or the server stops.
  void waitForHangUp();

 private:
  const int fd_;
  SSL* ssl_;
  const std::atomic<bool>& stopping_;
  bool closed_ = false;
};

class FakeServer final {
 public:
  using Handler = std::function<void(const SeenRequest&, Connection&)>;
  // `identity` makes it speak TLS; `client_authority` makes it ask for a client certificate signed by it.
  explicit FakeServer(Handler handler, const Identity* identity = nullptr, std::string client_authority = {});
  ~FakeServer();
  FakeServer(const FakeServer&) = delete;
  FakeServer& operator=(const FakeServer&) = delete;

  std::string url() const;
  int port() const { return port_; }
  std::vector<SeenRequest> seen() const;

 private:
  void accept();
  void serve(int fd);

  const Handler handler_;
  SSL_CTX* context_ = nullptr;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  mutable Mutex mutex_;
  std::vector<SeenRequest> seen_ AERIE_GUARDED_BY(mutex_);
  std::vector<int> open_ AERIE_GUARDED_BY(mutex_);
  std::vector<std::thread> threads_ AERIE_GUARDED_BY(mutex_);
  std::thread accepting_;
};

}  // namespace aerie::test
