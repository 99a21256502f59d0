#include "app/shell/screenshots.h"

#include <QDir>
#include <QPixmap>

#include "app/shell/main_window.h"

namespace aerie::shell {
namespace {
constexpr int kCheckMs = 100;
constexpr int kPaintMs = 400;  // between showing a page and its picture: layout, style and a log batch
}  // namespace

Screenshots::Screenshots(MainWindow& window, widgets::Theme& theme, Options options, QObject* parent)
    : QObject(parent), window_(window), theme_(theme), options_(std::move(options)) {
  for (const char* look : {"light", "dark"}) {
    for (const QString& id : window_.pageIds()) todo_.append(QLatin1String(look) + QLatin1Char('/') + id);
  }
}

void Screenshots::start() {
  connect(&timer_, &QTimer::timeout, this, &Screenshots::check);
  timer_.start(kCheckMs);
}

void Screenshots::check() {
  waitedMs_ += kCheckMs;
  if (window_.world().complete()) {
    timer_.stop();
    QTimer::singleShot(options_.settleMs, this, &Screenshots::next);
  } else if (waitedMs_ >= options_.timeoutMs) {
    timer_.stop();
    Q_EMIT finished(
        tr("No data came within %1 s; is the control plane running?").arg(options_.timeoutMs / 1000));
  }
}

void Screenshots::next() {
  if (todo_.isEmpty()) {
    Q_EMIT finished({});
    return;
  }
  const QString look = todo_.front().section(QLatin1Char('/'), 0, 0);
  const QString id = todo_.front().section(QLatin1Char('/'), 1);
  todo_.pop_front();
  theme_.set(look == QLatin1String("dark") ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
  window_.showPage(id);
  QTimer::singleShot(kPaintMs, this, [this, look, id] {
    const QString path =
        QDir(options_.directory).filePath(QStringLiteral("%1%2-%3.png").arg(options_.prefix, id, look));
    if (!QDir().mkpath(options_.directory) || !window_.grab().save(path)) {
      Q_EMIT finished(tr("%1 cannot be written; choose another directory.").arg(path));
      return;
    }
    files_.append(path);
    next();
  });
}

}  // namespace aerie::shell
