// Opens contexts: a backend, a connection and a window for each, one at a time, so that nothing of one
// control plane is ever seen or done in another. GUI thread.
#pragma once

#include <QObject>
#include <absl/status/status.h>
#include <memory>

#include "app/rpc/connection.h"
#include "app/rpc/grpc_backend.h"
#include "app/shell/desk.h"
#include "app/shell/guarded_apis.h"
#include "app/shell/main_window.h"

namespace aerie::shell {

class Application final : public QObject {
  Q_OBJECT
 public:
  // `gui` outlives every call in flight; `desk` and `clock` outlive this.
  Application(QObject& gui, Desk& desk, const Clock& clock);
  ~Application() override;

  // The context of an address from the command line: not stored; that of the local simulation when it is
  // what runs there.
  rpc::Profile profileOf(const QString& address);
  // What was open last, or the welcome. Starts the simulation when it was chosen and people want that.
  absl::Status openChosen();
  // In place of what is open. On failure everything stays as it is.
  absl::Status open(const rpc::Profile& profile);
  // False while the window makes room for the simulation's soon: whoever keeps the window waits for opened().
  // A simulation that does not start leaves the window where it is.
  bool settled() const { return !awaiting_; }
  MainWindow* window() const { return session_ ? session_->window.get() : nullptr; }
  QString reason() const { return session_ ? session_->connection->reason() : QString(); }

 Q_SIGNALS:
  void opened();

 private:
  struct Session {
    std::unique_ptr<rpc::GrpcBackend> backend;
    std::unique_ptr<GuardedApis> guard;
    std::unique_ptr<rpc::Connection> connection;
    std::unique_ptr<MainWindow> window;
    ~Session();
  };
  void openWanted(const rpc::Profile& profile);

  QObject& gui_;
  Desk& desk_;
  const Clock& clock_;
  bool awaiting_ = false;
  std::unique_ptr<Session> session_;
};

}  // namespace aerie::shell
