#include "app/rpc/ticket.h"

namespace aerie::rpc {

Ticket::Ticket(std::function<void()> cancel)
    : cancel_(std::make_shared<const std::function<void()>>(std::move(cancel))) {}

void Ticket::cancel() const {
  if (cancel_ && *cancel_) (*cancel_)();
}

}  // namespace aerie::rpc
