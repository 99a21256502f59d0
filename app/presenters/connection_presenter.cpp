#include "app/presenters/connection_presenter.h"

#include <QLocale>

#include "app/models/text.h"

namespace aerie::presenters {

using State = rpc::Connection::State;

ConnectionPresenter::ConnectionPresenter(rpc::Connection& connection, QObject* parent)
    : QObject(parent), connection_(connection) {
  connect(&connection_, &rpc::Connection::stateChanged, this, &ConnectionPresenter::changed);
  connect(&connection_, &rpc::Connection::latencyChanged, this, &ConnectionPresenter::changed);
  connect(&timer_, &QTimer::timeout, this, &ConnectionPresenter::tick);
  timer_.start(200);
}

bool ConnectionPresenter::online() const { return connection_.state() == State::Connected; }

QString ConnectionPresenter::word() const {
  switch (connection_.state()) {
    case State::Connected:
      if (connection_.latency()) {
        return tr("Connected %1")
            .arg(models::millisText(static_cast<double>(connection_.latency()->count()) / 1000));
      }
      return tr("Connected");
    case State::Connecting: return everOnline() ? tr("Reconnecting") : tr("Connecting");
    case State::Disconnected:
    case State::Lost: {
      const auto in = connection_.retryIn();
      const QString state = connection_.state() == State::Lost ? tr("Connection lost") : tr("Not connected");
      if (!in) return state;
      //: %1 is a state such as "Connection lost", %2 a number of seconds
      return tr("%1, retry in %2 s").arg(state).arg((in->count() + 999) / 1000);
    }
  }
  return {};
}

models::Tone ConnectionPresenter::tone() const {
  switch (connection_.state()) {
    case State::Connected: return models::Tone::Ok;
    case State::Connecting: return models::Tone::Info;
    case State::Disconnected: return models::Tone::Warning;
    case State::Lost: return models::Tone::Danger;
  }
  return models::Tone::Muted;
}

QString ConnectionPresenter::explanation() const {
  QStringList lines{tr("Control plane: %1").arg(connection_.address()), word()};
  if (!connection_.reason().isEmpty()) lines.append(tr("Reason: %1").arg(connection_.reason()));
  if (!online())
    lines.append(tr("Workers and proxies keep serving meanwhile; this window tries again by itself."));
  return lines.join(QLatin1Char('\n'));
}

QString ConnectionPresenter::headline() const {
  if (online() || !everOnline()) return {};
  const QString since = models::recentText(connection_.lastUpdateMs(), models::Fine::Seconds);
  return tr("The connection to %1 is lost. What you see is from %2.").arg(connection_.address(), since);
}

QString ConnectionPresenter::whyDisabled() const {
  return online() ? QString() : tr("Not possible while the control plane is not connected");
}

QString ConnectionPresenter::ageText() const {
  const auto age = connection_.updateAge();
  if (!age) return tr("No data yet");
  const double seconds = static_cast<double>(age->count()) / 1000;
  return tr("Updated %1 s ago").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
}

void ConnectionPresenter::tick() {
  if (const QString now = word(); now != lastWord_) {
    lastWord_ = now;
    Q_EMIT changed();
  }
  Q_EMIT ageChanged();
}

}  // namespace aerie::presenters
