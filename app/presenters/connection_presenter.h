// The connection in words, for the header chip, the banner and the status line. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include "app/models/id_table_model.h"
#include "app/rpc/connection.h"

namespace aerie::presenters {

class ConnectionPresenter final : public QObject {
  Q_OBJECT
 public:
  explicit ConnectionPresenter(rpc::Connection& connection, QObject* parent = nullptr);

  bool online() const;
  bool everOnline() const { return connection_.everConnected(); }
  QString word() const;  // "Connected 3 ms", "Reconnecting in 4 s"
  models::Tone tone() const;
  QString explanation() const;  // several lines: address, state, reason, what happens next
  QString headline() const;     // one line for the banner; empty while all is well
  QString whyDisabled() const;  // tool tip of disabled actions; empty while online
  QString ageText() const;      // "Updated 0.4 s ago"
  void retryNow() { connection_.retryNow(); }

 Q_SIGNALS:
  void changed();  // any of the words but the age
  void ageChanged();

 private:
  void tick();

  rpc::Connection& connection_;
  QTimer timer_;
  QString lastWord_;
};

}  // namespace aerie::presenters
