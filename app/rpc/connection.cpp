#include "app/rpc/connection.h"

#include <algorithm>
#include <utility>

#include "core/base/status.h"

namespace aerie::rpc {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

Connection::Connection(SystemApi& api, const Clock& clock, Options options, QObject* parent)
    : QObject(parent), api_(api), clock_(clock), options_(std::move(options)) {
  flushTimer_.setSingleShot(true);
  retryTimer_.setSingleShot(true);
  connect(&flushTimer_, &QTimer::timeout, this, &Connection::flush);
  connect(&retryTimer_, &QTimer::timeout, this, &Connection::open);
  connect(&pingTimer_, &QTimer::timeout, this, &Connection::ping);
}

Connection::~Connection() { stop(); }

void Connection::start() {
  if (running_) return;
  running_ = true;
  failures_ = 0;
  open();
}

void Connection::stop() {
  running_ = false;
  ++attempt_;
  watch_.cancel();
  ping_.cancel();
  flushTimer_.stop();
  retryTimer_.stop();
  pingTimer_.stop();
  pending_.reset();
}

void Connection::retryNow() {
  if (!running_ || state_ == State::Connected || state_ == State::Connecting) return;
  retryTimer_.stop();
  open();
}

std::optional<milliseconds> Connection::retryIn() const {
  if (!retryTimer_.isActive()) return std::nullopt;
  return milliseconds(std::max(0, retryTimer_.remainingTime()));
}

std::optional<milliseconds> Connection::updateAge() const {
  if (!lastUpdate_) return std::nullopt;
  return duration_cast<milliseconds>(clock_.monoNow() - *lastUpdate_);
}

void Connection::open() {
  const quint64 attempt = ++attempt_;
  setState(State::Connecting, reason_);
  watch_ = api_.watch(
      this,
      [this, attempt](const WorldUpdate& update) {
        if (attempt == attempt_) onUpdate(update);
      },
      [this, attempt](const absl::StatusOr<Done>& ended) {
        if (attempt == attempt_) onEnded(ended.status());
      });
}

void Connection::onUpdate(const WorldUpdate& update) {
  lastUpdate_ = clock_.monoNow();
  lastUpdateWallMs_ = unixMillis(clock_.wallNow());
  if (pending_) {
    pending_->merge(update);
  } else {
    pending_ = update;
  }
  if (!flushTimer_.isActive()) flush();
}

void Connection::flush() {
  if (!pending_) return;
  const WorldUpdate update = std::move(*pending_);
  pending_.reset();
  flushTimer_.start(options_.updateInterval);
  Q_EMIT updated(update);
  if (state_ == State::Connected) return;
  failures_ = 0;
  everConnected_ = true;
  setState(State::Connected);
  pingTimer_.start(options_.pingInterval);
  ping();
}

void Connection::onEnded(const absl::Status& status) {
  fail(status.ok() ? tr("The control plane closed the connection.")
                   : QString::fromStdString(messageOf(status)));
}

void Connection::fail(const QString& reason) {
  ++attempt_;
  watch_.cancel();
  ping_.cancel();
  pingTimer_.stop();
  flushTimer_.stop();
  pending_.reset();
  latency_.reset();
  milliseconds wait = options_.firstBackoff;
  for (int i = 0; i < failures_ && wait < options_.maxBackoff; ++i) wait *= 2;
  ++failures_;
  if (running_) retryTimer_.start(std::min(wait, options_.maxBackoff));
  setState(everConnected_ ? State::Lost : State::Disconnected, reason);
}

void Connection::ping() {
  const quint64 attempt = attempt_;
  const MonoTime sent = clock_.monoNow();
  ping_.cancel();
  ping_ = api_.getStatus(this, [this, attempt, sent](const absl::StatusOr<SystemStatus>& status) {
    if (attempt != attempt_ || absl::IsCancelled(status.status())) return;
    if (status.ok()) {
      latency_ = duration_cast<std::chrono::microseconds>(clock_.monoNow() - sent);
      Q_EMIT latencyChanged();
      return;
    }
    // The stream may be alive while one question failed; only both together mean that the other side is gone.
    if (updateAge().value_or(milliseconds::max()) >= options_.silenceLimit) {
      fail(tr("The control plane stopped answering: %1")
               .arg(QString::fromStdString(messageOf(status.status()))));
    }
  });
}

void Connection::setState(State state, const QString& reason) {
  reason_ = state == State::Connected ? QString() : reason;
  state_ = state;
  Q_EMIT stateChanged();
}

}  // namespace aerie::rpc
