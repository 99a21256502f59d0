// The state of the tie to one control plane, and the pulse of the desktop: it keeps the watch stream open,
// retries with back-off, measures the round trip, and hands on updates at most ten times a second.
//
// GUI thread only. Disconnected -> Connecting -> Connected -> Lost -> Connecting ...; Lost means that data
// was seen before and is now of the past; an attempt that fails before any data leads to Disconnected with a
// reason, and is retried as well.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <chrono>
#include <optional>

#include "app/rpc/api.h"
#include "core/base/clock.h"

namespace aerie::rpc {

class Connection final : public QObject {
  Q_OBJECT
 public:
  enum class State { Disconnected, Connecting, Connected, Lost };
  Q_ENUM(State)

  struct Options {
    QString address;
    std::chrono::milliseconds firstBackoff{500};
    std::chrono::milliseconds maxBackoff{15'000};
    std::chrono::milliseconds updateInterval{100};  // no two updates closer than this
    std::chrono::milliseconds pingInterval{5'000};
    // A stream that is silent this long, and pings that fail, mean Lost.
    std::chrono::milliseconds silenceLimit{15'000};
  };

  Connection(SystemApi& api, const Clock& clock, Options options, QObject* parent = nullptr);
  ~Connection() override;

  void start();
  void stop();
  // Skips the count-down.
  void retryNow();

  State state() const { return state_; }
  const QString& address() const { return options_.address; }
  // Why it is Disconnected or Lost; empty otherwise.
  const QString& reason() const { return reason_; }
  bool everConnected() const { return everConnected_; }
  // Until the next attempt; nothing while connected or connecting.
  std::optional<std::chrono::milliseconds> retryIn() const;
  // Since the last update; nothing before the first.
  std::optional<std::chrono::milliseconds> updateAge() const;
  std::optional<std::chrono::microseconds> latency() const { return latency_; }
  qint64 lastUpdateMs() const { return lastUpdateWallMs_; }

 Q_SIGNALS:
  void stateChanged();
  void updated(const aerie::rpc::WorldUpdate& update);
  void latencyChanged();

 private:
  void open();
  void onUpdate(const WorldUpdate& update);
  void flush();
  void onEnded(const absl::Status& status);
  void fail(const QString& reason);
  void ping();
  void setState(State state, const QString& reason = {});

  SystemApi& api_;
  const Clock& clock_;
  const Options options_;
  State state_ = State::Disconnected;
  QString reason_;
  bool running_ = false;
  bool everConnected_ = false;
  quint64 attempt_ = 0;  // answers of older attempts are ignored
  int failures_ = 0;
  Ticket watch_;
  Ticket ping_;
  std::optional<WorldUpdate> pending_;
  QTimer flushTimer_;
  QTimer retryTimer_;
  QTimer pingTimer_;
  std::optional<MonoTime> lastUpdate_;
  qint64 lastUpdateWallMs_ = 0;
  std::optional<std::chrono::microseconds> latency_;
};

}  // namespace aerie::rpc
