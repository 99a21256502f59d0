// One question, one answer, between the GUI thread and the library threads of gRPC.
//
// An Answer is called on the GUI thread, never inside the call that asked, and only while the `context`
// object that was handed over is alive: a page that goes away hears nothing. Every question has a deadline,
// so every answer comes. Cancelled answers come too, with code Cancelled; presenters stay silent about them.
#pragma once

#include <QtGlobal>
#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <functional>
#include <memory>
#include <utility>

namespace aerie::rpc {

template <class T>
using Answer = std::function<void(const absl::StatusOr<T>&)>;

// Answer of calls that carry no value.
struct Done {
  bool operator==(const Done&) const = default;
};

// done and total in bytes; total is 0 while it is not known. Called on the GUI thread under the same guard as
// the Answer.
using Progress = std::function<void(qint64 done, qint64 total)>;

// Names a call in flight. Copies name the same call; dropping a ticket lets the call run on.
class Ticket final {
 public:
  Ticket() = default;
  explicit Ticket(std::function<void()> cancel);
  // Asks the call to end; its Answer still comes. Harmless when it is over.
  void cancel() const;
  bool valid() const { return static_cast<bool>(cancel_); }

 private:
  std::shared_ptr<const std::function<void()>> cancel_;
};

}  // namespace aerie::rpc
