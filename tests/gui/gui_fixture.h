// A whole window over the fake control plane, offscreen, with settings of its own.
#pragma once

#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <memory>

#include "app/rpc/connection.h"
#include "app/shell/main_window.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/theme.h"
#include "core/base/clock.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie::testing {

struct GuiFixture {
  widgets::EnglishPlurals plurals;
  FakeControl control;
  SystemClock clock;
  widgets::Theme theme{*qApp, widgets::ThemeChoice::Light};
  std::unique_ptr<shell::Desk> desk;
  std::unique_ptr<rpc::Connection> connection;
  std::unique_ptr<shell::MainWindow> window;

  explicit GuiFixture(bool reachable = true) {
    QCoreApplication::installTranslator(&plurals);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    fillDemo(control);
    control.reachable = reachable;
    rpc::Connection::Options options;
    options.address = QStringLiteral("127.0.0.1:7700");
    options.updateInterval = std::chrono::milliseconds(5);
    connection = std::make_unique<rpc::Connection>(control, clock, options);
    rpc::SimulationHost::Options
        none;  // a program that is not there: no test starts a simulation by accident
    none.program = QStringLiteral("/nonexistent/aerie-sim");
    none.stateDirectory = QStringLiteral("/nonexistent");
    desk = std::make_unique<shell::Desk>(theme, none);
    desk->contexts.setActive(profile());
    makeWindow();
    window->resize(1280, 800);
    window->show();
    connection->start();
  }
  ~GuiFixture() {
    window.reset();
    connection.reset();
  }
  static rpc::Profile profile(rpc::Profile::Kind kind = rpc::Profile::Kind::Local) {
    rpc::Profile p;
    p.id = QStringLiteral("test");
    p.name = QStringLiteral("test");
    p.address = QStringLiteral("127.0.0.1:7700");
    p.kind = kind;
    return p;
  }
  // Another window in place of the one that is there, as after a restart.
  void makeWindow() {
    window.reset();
    window = std::make_unique<shell::MainWindow>(*connection, control.apis(), *desk);
    window->makeAllPages();
  }
  // With AERIE_TEST_SCREENSHOTS set, keeps a picture for people to look at.
  static void keep(QWidget* widget, const char* name) {
    QCoreApplication::processEvents();  // pending layouts
    const QString directory = qEnvironmentVariable("AERIE_TEST_SCREENSHOTS");
    if (!directory.isEmpty() && widget)
      widget->grab().save(directory + QLatin1Char('/') + QLatin1String(name) + QLatin1String(".png"));
  }
  bool connected() const { return connection->state() == rpc::Connection::State::Connected; }
  template <class T = QWidget>
  T* find(const char* name) const {
    return window->findChild<T*>(QString::fromLatin1(name));
  }
  // The topmost dialog with this name, also while it is shown over a page.
  template <class T = QWidget>
  T* findIn(QWidget* parent, const char* name) const {
    return parent ? parent->findChild<T*>(QString::fromLatin1(name)) : nullptr;
  }
};

}  // namespace aerie::testing
