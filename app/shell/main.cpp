// aerie: the desktop. The only place where its parts are put together.
#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <cstdio>

#include "app/rpc/connection.h"
#include "app/rpc/grpc_backend.h"
#include "app/shell/main_window.h"
#include "app/shell/screenshots.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/theme.h"
#include "core/base/clock.h"
#include "core/base/status.h"

using aerie::widgets::ThemeChoice;

static int fail(const QString& message) {
  std::fprintf(stderr, "aerie: %s\n", qUtf8Printable(message));
  return 2;
}

static ThemeChoice themeOf(const QString& name) {
  if (name == QLatin1String("light")) return ThemeChoice::Light;
  if (name == QLatin1String("dark")) return ThemeChoice::Dark;
  if (name == QLatin1String("system")) return ThemeChoice::System;
  return static_cast<ThemeChoice>(QSettings().value(QStringLiteral("window/theme"), 0).toInt());
}

int main(int argc, char** argv) {
  QCoreApplication::setOrganizationName(QStringLiteral("Aerie"));
  QCoreApplication::setApplicationName(QStringLiteral("aerie"));
  QApplication app(argc, argv);
  aerie::widgets::EnglishPlurals plurals;
  QCoreApplication::installTranslator(&plurals);

  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Desktop control plane for machine-learning serving and training"));
  parser.addHelpOption();
  const QString address = qEnvironmentVariable("AERIE_CONTROL", QStringLiteral("127.0.0.1:7700"));
  parser.addOptions({
      {QStringLiteral("control"), QStringLiteral("Control plane to connect to (default %1).").arg(address),
       QStringLiteral("address"), address},
      {QStringLiteral("proxy"),
       QStringLiteral("Accepted for scripts; proxies are found through the control plane."),
       QStringLiteral("address")},
      {QStringLiteral("screenshots"),
       QStringLiteral("Write a picture of every page, light and dark, and exit."),
       QStringLiteral("directory")},
      {QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("name")},
      {QStringLiteral("page"), QStringLiteral("Page to show first: registry, deployments, routing."),
       QStringLiteral("name")},
  });
  parser.process(app);

  QObject gui;  // outlives every call in flight
  aerie::SystemClock clock;
  auto backend = aerie::rpc::GrpcBackend::create(gui, parser.value(QStringLiteral("control")).toStdString());
  if (!backend.ok()) return fail(QString::fromStdString(aerie::messageOf(backend.status())));
  const aerie::rpc::Apis apis = (*backend)->apis();
  aerie::widgets::Theme theme(app, themeOf(parser.value(QStringLiteral("theme"))));
  aerie::rpc::Connection connection(apis.system, clock, {.address = parser.value(QStringLiteral("control"))});
  aerie::shell::MainWindow window(connection, apis, theme);
  if (const QString page = parser.value(QStringLiteral("page")); !page.isEmpty() && !window.showPage(page)) {
    return fail(QStringLiteral("there is no page \"%1\"; choose one of: %2")
                    .arg(page, window.pageIds().join(QStringLiteral(", "))));
  }
  window.show();
  connection.start();

  std::unique_ptr<aerie::shell::Screenshots> pictures;
  if (const QString directory = parser.value(QStringLiteral("screenshots")); !directory.isEmpty()) {
    window.resize(1280, 800);
    pictures = std::make_unique<aerie::shell::Screenshots>(
        window, theme, aerie::shell::Screenshots::Options{.directory = directory});
    QObject::connect(pictures.get(), &aerie::shell::Screenshots::finished, &app, [&](const QString& problem) {
      for (const QString& file : pictures->files()) std::printf("%s\n", qUtf8Printable(file));
      QApplication::exit(problem.isEmpty() ? 0 : fail(problem + QLatin1Char(' ') + connection.reason()));
    });
    pictures->start();
  }
  const int code = QApplication::exec();
  connection.stop();
  (*backend)->shutdown();
  return code;
}
