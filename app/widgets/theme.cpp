#include "app/widgets/theme.h"

#include <QEvent>
#include <QPalette>
#include <QStyleFactory>
#include <utility>

#include "app/widgets/tokens.h"

static void initIconResources() { Q_INIT_RESOURCE(icons); }

namespace aerie::widgets {
namespace {

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
  app_.setPalette(paletteOf(dark));
  app_.setStyleSheet(styleSheetOf(dark));
  Q_EMIT changed();
}

}  // namespace aerie::widgets
