// The services of a context with a question before each change while the context is a production one (see
// ConfirmSheet): whatever page or command asks for it. A change that was confirmed already, and what follows
// in its answers, is not asked again; a declined one answers Cancelled. GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>
#include <memory>

#include "app/rpc/api.h"

namespace aerie::shell {

class GuardedApis final {
 public:
  // `inner` outlives this.
  explicit GuardedApis(const rpc::Apis& inner);
  ~GuardedApis();
  // Over which the questions are asked; without one, no change is let through in production.
  void setParent(QWidget* parent);
  rpc::Apis apis();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aerie::shell
