#include "app/widgets/theme.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>
#include <utility>

#include "app/widgets/tokens.h"

static void initIconResources() { Q_INIT_RESOURCE(icons); }

namespace aerie::widgets {
namespace {

constexpr int kPieceMs = 5;  // of hidden widgets, between two looks at the event loop
constexpr int kRestMs = 1;   // that what waits there comes first

// One widget, without those below it.
void restyleOne(QWidget* widget) {
  // One that was never shown has no look yet; it gets the new one when it is polished.
  if (!widget->testAttribute(Qt::WA_WState_Polished)) return;
  widget->style()->polish(widget);
  QEvent event(QEvent::StyleChange);
  QCoreApplication::sendEvent(widget, &event);
}

QPalette paletteOf(bool dark) {
  const auto c = [dark](Role role) { return colorOf(role, dark); };
  QPalette p;
  p.setColor(QPalette::Window, c(Role::Background));
  p.setColor(QPalette::WindowText, c(Role::Text));
  p.setColor(QPalette::Base, c(Role::Surface));
  p.setColor(QPalette::AlternateBase, c(Role::Background));
  p.setColor(QPalette::Text, c(Role::Text));
  p.setColor(QPalette::Button, c(Role::Surface));
  p.setColor(QPalette::ButtonText, c(Role::Text));
  p.setColor(QPalette::ToolTipBase, c(Role::Raised));
  p.setColor(QPalette::ToolTipText, c(Role::Text));
  p.setColor(QPalette::Highlight, c(Role::Accent));
  p.setColor(QPalette::HighlightedText, c(Role::OnAccent));
  p.setColor(QPalette::PlaceholderText, c(Role::Muted));
  p.setColor(QPalette::Link, c(Role::Accent));
  p.setColor(QPalette::Mid, c(Role::Border));
  p.setColor(QPalette::Midlight, c(Role::Border));
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    p.setColor(QPalette::Disabled, role, c(Role::Muted));
  }
  return p;
}

}  // namespace

Theme::Theme(QApplication& app, ThemeChoice choice, QObject* parent, std::function<bool()> systemIsDark)
    : QObject(parent),
      app_(app),
      systemIsDark_(std::move(systemIsDark)),
      systemDark_(systemIsDark_ ? systemIsDark_() : isDark()),
      choice_(choice) {
  initIconResources();
  connect(&later_, &QTimer::timeout, this, &Theme::restyleSome);
  app_.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QFont font = QGuiApplication::font();
  font.setPixelSize(13);
  app_.setFont(font);
  set(choice);
  app_.installEventFilter(this);
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ThemeChange && !reading_) {
    reading_ = true;
    QMetaObject::invokeMethod(this, &Theme::readSystem, Qt::QueuedConnection);
  }
  if (event->type() == QEvent::Show && waits_.remove(watched)) restyle(static_cast<QWidget*>(watched));
  return QObject::eventFilter(watched, event);
}

void Theme::readSystem() {
  app_.setPalette(QPalette());  // nothing of our own: the system's
  const bool dark = systemIsDark_ ? systemIsDark_() : isDark();
  const bool other = dark != systemDark_;
  systemDark_ = dark;
  if (other && choice_ == ThemeChoice::System) {
    set(choice_);
  } else {
    app_.setPalette(paletteOf(choice_ == ThemeChoice::System ? dark : choice_ == ThemeChoice::Dark));
  }
  reading_ = false;
}

void Theme::set(ThemeChoice choice) {
  choice_ = choice;
  const bool dark = choice == ThemeChoice::System ? systemDark_ : choice == ThemeChoice::Dark;
  const QString sheet = styleSheetOf(dark);
  if (sheet != app_.styleSheet()) freezeHidden();
  app_.setPalette(paletteOf(dark));
  setSheet(sheet);
  Q_EMIT changed();
}

void Theme::freezeHidden() {
  if (app_.styleSheet().isEmpty()) return;  // the first look: nothing is restyled later
  for (const QWidget* window : QApplication::topLevelWidgets()) {
    if (window->isVisible()) freezeHiddenIn(*window);
  }
}

void Theme::freezeHiddenIn(const QWidget& parent) {
  for (QObject* child : parent.children()) {
    auto* below = qobject_cast<QWidget*>(child);
    if (!below || below->isWindow()) continue;
    if (below->isVisible()) {
      freezeHiddenIn(*below);
    } else {
      freeze(below);
    }
  }
}

// A widget that has all colours of its own takes over none, and neither does what is below it.
void Theme::freeze(QWidget* widget) {
  if (frozen_.value(widget).widget) return;
  const QPalette own = widget->palette();
  QPalette whole = own;
  for (int group = 0; group < QPalette::NColorGroups; ++group) {
    for (int role = 0; role < QPalette::NColorRoles; ++role) {
      const auto g = static_cast<QPalette::ColorGroup>(group);
      const auto r = static_cast<QPalette::ColorRole>(role);
      whole.setBrush(g, r, own.brush(g, r));
    }
  }
  widget->setPalette(whole);
  frozen_.insert(widget, {widget, own, whole});
}

void Theme::thaw(QWidget* widget) {
  const Frozen frozen = frozen_.take(widget);
  // Another palette was set meanwhile: that one stays.
  if (frozen.widget && widget->palette() == frozen.whole) widget->setPalette(frozen.own);
}

// Given a new sheet, Qt would restyle every widget once for each of its ancestors, all in one go. After
// unpolish() its style knows no widget any more and restyles none: that is done here, once for each.
void Theme::setSheet(const QString& sheet) {
  if (sheet == app_.styleSheet()) return;
  const bool first = app_.styleSheet().isEmpty();
  if (!first) app_.style()->unpolish(&app_);
  app_.setStyleSheet(sheet);
  if (first) return;
  waiting_.clear();
  waits_.clear();
  for (QWidget* window : QApplication::topLevelWidgets()) {
    if (window->isVisible()) {
      restyle(window);
    } else {
      wait(window);
    }
  }
}

void Theme::wait(QWidget* widget) {
  waiting_.emplace_back(widget);
  waits_.insert(widget);
  if (!later_.isActive()) later_.start(kRestMs);
}

// From above, because what is below takes over fonts and colours.
void Theme::restyle(QWidget* widget) {
  thaw(widget);
  restyleOne(widget);
  for (QObject* child : QObjectList(widget->children())) {
    auto* below = qobject_cast<QWidget*>(child);
    if (!below || below->isWindow()) continue;  // a window has its own turn
    if (below->isVisible()) {
      restyle(below);
    } else {
      wait(below);
    }
  }
}

void Theme::restyleSome() {
  QElapsedTimer spent;
  spent.start();
  while (!waiting_.empty() && !spent.hasExpired(kPieceMs)) {
    const QPointer<QWidget> next = waiting_.front();
    waiting_.pop_front();
    if (!next || !waits_.remove(next)) continue;  // gone, or shown in the meantime
    restyle(next);
  }
  if (!waiting_.empty()) {
    later_.start(kRestMs);  // from now on
    return;
  }
  waits_.clear();
  frozen_.clear();
  later_.stop();
}

}  // namespace aerie::widgets
