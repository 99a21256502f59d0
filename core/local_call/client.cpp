#include "core/local_call/client.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::local_call {

std::int64_t timeoutUntil(std::chrono::steady_clock::time_point deadline) {
  if (deadline == std::chrono::steady_clock::time_point::max()) return 0;
  const auto left =
      std::chrono::duration_cast<std::chrono::microseconds>(deadline - std::chrono::steady_clock::now());
  return std::max<std::int64_t>(left.count(), 1);
}

absl::StatusOr<std::unique_ptr<Client::Connection>> Client::take() {
  {
    const MutexLock lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  auto connection = std::make_unique<Connection>();
  AERIE_ASSIGN_OR_RETURN(connection->socket, connectTo(path_, /*nonblocking=*/false));
  return connection;
}

std::optional<absl::Status> Client::call(std::chrono::steady_clock::time_point deadline,
                                         const std::function<void(std::string*)>& append,
                                         const std::function<absl::Status(std::string_view)>& read) {
  absl::StatusOr<std::unique_ptr<Connection>> taken = take();
  if (absl::IsNotFound(taken.status())) return std::nullopt;
  if (!taken.ok()) return taken.status();
  std::unique_ptr<Connection> connection = *std::move(taken);
  connection->frame.assign(kHeaderBytes, '\0');
  append(&connection->frame);
  absl::Status status = sealRequest(&connection->frame, timeoutUntil(deadline));
  bool reusable = !status.ok();  // nothing was sent
  if (status.ok()) status = exchange(*connection, deadline, read, &reusable);
  if (reusable) {
    const MutexLock lock(mutex_);
    idle_.push_back(std::move(connection));
  }
  return status;
}

absl::Status Client::exchange(Connection& connection, std::chrono::steady_clock::time_point deadline,
                              const std::function<absl::Status(std::string_view)>& read, bool* reusable) {
  const int fd = connection.socket.fd();
  connection.inbox.clear();
  AERIE_RETURN_IF_ERROR(sendAll(fd, connection.frame, deadline));
  AERIE_RETURN_IF_ERROR(receiveUntil(fd, kHeaderBytes, deadline, &connection.inbox));
  AERIE_ASSIGN_OR_RETURN(const AnswerHeader header, parseAnswerHeader(connection.inbox.bytes()));
  const std::size_t whole = kHeaderBytes + header.message_bytes + header.payload_bytes;
  AERIE_RETURN_IF_ERROR(receiveUntil(fd, whole, deadline, &connection.inbox));
  const std::string_view bytes = connection.inbox.bytes();
  if (bytes.size() != whole) return dataLoss("more came than one answer");
  *reusable = true;
  const absl::Status status = statusOf(header, bytes.substr(kHeaderBytes, header.message_bytes));
  return status.ok() ? read(bytes.substr(kHeaderBytes + header.message_bytes)) : status;
}

}  // namespace aerie::local_call
