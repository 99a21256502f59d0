#include "app/shell/screenshots.h"

#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QPointer>
#include <algorithm>
#include <cmath>

#include "app/pages/page.h"
#include "app/shell/main_window.h"
#include "app/shell/openings.h"
#include "app/shell/stand_in_window.h"
#include "app/widgets/confirm_sheet.h"

namespace aerie::shell {
namespace {

constexpr int kCheckMs = 100;
constexpr int kPaintMs = 400;  // between showing a page and its picture: layout, style and a log batch
constexpr int kStepMs = 150;   // an opening may ask the control plane for what it shows next

constexpr int kBusyMs = 30'000;  // a calculation that takes longer is pictured at work

// Something that is to be seen says by the property "busy" that its answer comes later.
bool calculates(const QWidget& shown) {
  const auto waits = [](const QWidget* part) { return part->isVisible() && part->property("busy").toBool(); };
  const QList<QWidget*> parts = shown.findChildren<QWidget*>();
  return waits(&shown) || std::any_of(parts.begin(), parts.end(), waits);
}

}  // namespace

Screenshots::Screenshots(MainWindow& window, widgets::Theme& theme, Options options, QObject* parent)
    : QObject(parent), window_(window), theme_(theme), options_(std::move(options)) {
  window_.makeAllPages();
}

void Screenshots::start() {
  connect(&timer_, &QTimer::timeout, this, &Screenshots::check);
  timer_.start(kCheckMs);
}

void Screenshots::check() {
  waitedMs_ += kCheckMs;
  if (window_.world().complete()) {
    timer_.stop();
    QTimer::singleShot(options_.settleMs, this, &Screenshots::takeAll);
  } else if (waitedMs_ >= options_.timeoutMs) {
    timer_.stop();
    Q_EMIT finished(
        tr("No data came within %1 s; is the control plane running?").arg(options_.timeoutMs / 1000));
  }
}

void Screenshots::takeAll() {
  // Every question is to be seen, also where somebody switched them off; and none is answered.
  widgets::ConfirmSheet::Policy policy = widgets::ConfirmSheet::policy();
  policy.askOrdinary = true;
  widgets::ConfirmSheet::setPolicy(policy);
  const std::pair<widgets::ThemeChoice, QString> looks[] = {
      {widgets::ThemeChoice::Light, QStringLiteral("-light")},
      {widgets::ThemeChoice::Dark, QStringLiteral("-dark")}};
  // Pages of both looks first: some dialogs choose a tab or read the notifications. Windows without a control
  // plane last: they are desks of their own.
  using Part = bool (Screenshots::*)(const QString&);
  for (const Part part : {&Screenshots::takePages, &Screenshots::takeOpenings, &Screenshots::takeStandIns}) {
    if (part != &Screenshots::takePages && !options_.dialogs) break;
    for (const auto& [choice, look] : looks) {
      // Setting it lays out and paints everything anew, even when it is the same.
      if (theme_.choice() != choice) theme_.set(choice);
      if (!(this->*part)(look)) {
        Q_EMIT finished(problem_);
        return;
      }
    }
  }
  if (!faults_.isEmpty()) problem_ = tr("Pictures are missing: %1").arg(faults_.join(QLatin1String(", ")));
  Q_EMIT finished(problem_);
}

bool Screenshots::takePages(const QString& look) {
  for (const QString& id : window_.pageIds()) {
    window_.showPage(id);
    pages::Page* page = window_.page(id);
    page->showView({});
    if (!pause(kPaintMs) || !save(&window_, id + look)) return false;
    // Which views a page has is known when its data is there.
    for (const QString& view : page->views()) {
      page->showView(view);
      if (!pause(kPaintMs)) return false;
      if (!awaitAnswers(page) || !save(&window_, id + QLatin1Char('-') + view + look)) return false;
    }
    page->showView({});
  }
  return true;
}

bool Screenshots::takeOpenings(const QString& look) {
  for (const Opening& opening : openingsOf(window_, folder_.path())) {
    if (!takeOpening(opening, look)) return false;
  }
  return true;
}

bool Screenshots::takeOpening(const Opening& opening, const QString& look) {
  bool goesOn = true;
  const auto wait = [&] { goesOn = goesOn && pause(kStepMs); };
  const QString why = open(opening, window_, wait);
  QString name = opening.id;
  name = QLatin1String("dialog-") + name.replace(QLatin1Char('.'), QLatin1Char('-')) + look;
  if (why.isEmpty()) {
    wait();
    goesOn = goesOn && awaitAnswers(shownBy(opening, window_));
    QWidget* shown = goesOn ? shownBy(opening, window_) : nullptr;
    goesOn = shown && save(shown, name);
  } else {
    left_.append(opening.needs.isEmpty()
                     ? QStringLiteral("%1: %2").arg(name, why)
                     : QStringLiteral("%1: %2 (it needs %3)").arg(name, why, opening.needs));
    if (opening.needs.isEmpty()) faults_.append(name);
  }
  leave(opening, window_, wait);
  return goesOn;
}

bool Screenshots::takeStandIns(const QString& look) {
  for (const StandInWindow::State state : StandInWindow::kStates) {
    StandInWindow standIn(state, window_.world(), theme_);
    MainWindow& window = standIn.window();
    window.resize(window_.size());
    window.showPage(QStringLiteral("deployments"));
    window.show();
    if (!pause(kPaintMs) || !save(&window, QLatin1String("start-") + StandInWindow::nameOf(state) + look))
      return false;
  }
  return true;
}

bool Screenshots::awaitAnswers(const QWidget* shown) {
  const QPointer<const QWidget> part(shown);
  for (int waited = 0; part && calculates(*part) && waited < kBusyMs; waited += kStepMs) {
    if (!pause(kStepMs) || (part && !calculates(*part) && !pause(kStepMs))) return false;
  }
  return true;
}

bool Screenshots::pause(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  return loop.exec() == 0;
}

bool Screenshots::save(QWidget* widget, const QString& name) {
  const QPixmap picture = widget->grab();
  const double ratio = picture.devicePixelRatio();
  const QString suffix =
      std::abs(ratio - 1) < 0.01 ? QString() : QStringLiteral("@%1x").arg(ratio, 0, 'g', 3);
  const QString path =
      QDir(options_.directory).filePath(QStringLiteral("%1%2%3.png").arg(options_.prefix, name, suffix));
  if (!QDir().mkpath(options_.directory) || !picture.save(path)) {
    problem_ = tr("%1 cannot be written; choose another directory.").arg(path);
    return false;
  }
  files_.append(path);
  return true;
}

}  // namespace aerie::shell
