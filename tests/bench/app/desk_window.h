// The real window over a control plane in memory, with settings of its own.
#pragma once

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <memory>

#include "app/rpc/connection.h"
#include "app/shell/main_window.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/theme.h"
#include "core/base/clock.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie::bench {

// One for all windows: what the program has one of.
struct Desktop {
  QTemporaryDir home;
  widgets::EnglishPlurals plurals;
  SystemClock clock;
  std::unique_ptr<widgets::Theme> theme;
  std::unique_ptr<shell::Desk> desk;

  Desktop() {
    QCoreApplication::installTranslator(&plurals);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QStandardPaths::setTestModeEnabled(true);
    theme = std::make_unique<widgets::Theme>(*qApp, widgets::ThemeChoice::Light);
    rpc::SimulationHost::Options none;  // no simulation is started here
    none.program = home.filePath(QStringLiteral("none"));
    none.stateDirectory = none.program;
    desk = std::make_unique<shell::Desk>(*theme, none);
    rpc::Profile p;
    p.id = p.name = QStringLiteral("bench");
    p.address = QStringLiteral("127.0.0.1:7700");
    desk->contexts.setActive(p);
  }
};

// `system`: where the world comes from; null = the fake itself. It outlives the window.
struct Window {
  testing::FakeControl control;
  std::unique_ptr<rpc::Connection> connection;
  std::unique_ptr<shell::MainWindow> window;

  Window() { testing::fillDemo(control); }
  ~Window() {
    window.reset();
    connection.reset();
  }
  void open(Desktop& desktop, rpc::SystemApi* system = nullptr) {
    rpc::Connection::Options options;
    options.address = QStringLiteral("127.0.0.1:7700");
    rpc::SystemApi& world = system ? *system : control;
    connection = std::make_unique<rpc::Connection>(world, desktop.clock, options);
    const rpc::Apis all = control.apis();
    const rpc::Apis apis{all.registry,   all.deployments, all.routing, all.experiments, world,
                         all.monitoring, all.hosts,       all.audit,   all.simulation,  all.training};
    window = std::make_unique<shell::MainWindow>(*connection, apis, *desktop.desk);
    window->resize(1280, 800);
    window->show();
    connection->start();
  }
};

}  // namespace aerie::bench
