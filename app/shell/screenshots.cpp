#include "app/shell/screenshots.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QPixmap>

#include "app/pages/page.h"
#include "app/shell/main_window.h"

namespace aerie::shell {
namespace {

constexpr int kCheckMs = 100;
constexpr int kPaintMs = 400;   // between showing a page and its picture: layout, style and a log batch
constexpr int kDialogMs = 600;  // a dialog may ask the control plane for what it shows
// Open something over the window although no dialog with fields follows.
const char* const kWithoutDots[] = {"palette.open", "help.page", "view.notifications"};

QPixmap pictureOf(QWidget* widget, int scale) {
  QPixmap picture(widget->size() * scale);
  picture.setDevicePixelRatio(scale);
  picture.fill(Qt::transparent);
  widget->render(&picture);
  return picture;
}

}  // namespace

Screenshots::Screenshots(MainWindow& window, widgets::Theme& theme, Options options, QObject* parent)
    : QObject(parent), window_(window), theme_(theme), options_(std::move(options)) {
  window_.makeAllPages();
  // Pages first: some dialogs choose a tab or read the notifications.
  for (const bool dark : {false, true}) {
    for (const QString& id : window_.pageIds()) todo_.append({dark, false, id});
  }
  for (const bool dark : {false, true}) {
    if (!options_.dialogs) continue;
    for (const QString& id : dialogCommands(window_)) todo_.append({dark, true, id});
  }
}

QStringList Screenshots::dialogCommands(const MainWindow& window) {
  QStringList out;
  for (const QAction* action : window.commands().actions()) {
    if (action->text().endsWith(QLatin1String("...")) || action->text().endsWith(QChar(0x2026)))
      out.append(action->objectName());
  }
  for (const char* id : kWithoutDots) {
    if (window.commands().find(QLatin1String(id))) out.append(QLatin1String(id));
  }
  out.removeDuplicates();
  return out;
}

QWidget* Screenshots::dialogOver(const MainWindow& window) {
  if (QWidget* popup = QApplication::activePopupWidget(); popup && !qobject_cast<QMenu*>(popup)) return popup;
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    const bool ours = widget != &window && widget->isVisible() && !qobject_cast<QFileDialog*>(widget);
    if (ours && (qobject_cast<QDialog*>(widget) || widget->windowType() == Qt::Window)) return widget;
  }
  return nullptr;
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
  if (todo_.isEmpty() || !problem_.isEmpty()) {
    Q_EMIT finished(problem_);
    return;
  }
  const Shot shot = todo_.takeFirst();
  // Setting it lays out and paints everything anew, even when it is the same.
  const auto look = shot.dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light;
  if (theme_.choice() != look) theme_.set(look);
  if (!shot.dialog) {
    window_.showPage(shot.id);
    window_.page(shot.id)->showView(shot.view);
    QTimer::singleShot(kPaintMs, this, [this, shot] { take(shot); });
    return;
  }
  QAction* action = window_.commands().find(shot.id);
  if (!action || !action->isEnabled()) {
    QMetaObject::invokeMethod(this, &Screenshots::next, Qt::QueuedConnection);
    return;
  }
  // Queued: a dialog that runs its own loop must not hold this up.
  QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
  QTimer::singleShot(kDialogMs, this, [this, shot] { take(shot); });
}

void Screenshots::take(const Shot& shot) {
  QWidget* widget = shot.dialog ? dialogOver(window_) : &window_;
  if (widget) {
    QString id = shot.id;
    if (shot.dialog) id = QLatin1String("dialog-") + id.replace(QLatin1Char('.'), QLatin1Char('-'));
    if (!shot.view.isEmpty()) id += QLatin1Char('-') + shot.view;
    save(widget, id + (shot.dark ? QLatin1String("-dark") : QLatin1String("-light")));
  }
  // File dialogs are the platform's and get no picture, but have to go as well.
  for (QWidget* open : QApplication::topLevelWidgets()) {
    if (shot.dialog && open != &window_ && open->isVisible()) open->close();
  }
  addViews(shot);
  next();
}

// Which views a page has is known when its data is there.
void Screenshots::addViews(const Shot& shot) {
  if (shot.dialog || !shot.view.isEmpty()) return;
  const QStringList views = window_.page(shot.id)->views();
  for (auto view = views.rbegin(); view != views.rend(); ++view)
    todo_.prepend({shot.dark, false, shot.id, *view});
}

bool Screenshots::save(QWidget* widget, const QString& name) {
  for (const int scale : options_.scales) {
    const QString suffix = scale == 1 ? QString() : QStringLiteral("@%1x").arg(scale);
    const QString path =
        QDir(options_.directory).filePath(QStringLiteral("%1%2%3.png").arg(options_.prefix, name, suffix));
    if (!QDir().mkpath(options_.directory) || !pictureOf(widget, scale).save(path)) {
      problem_ = tr("%1 cannot be written; choose another directory.").arg(path);
      return false;
    }
    files_.append(path);
  }
  return true;
}

}  // namespace aerie::shell
