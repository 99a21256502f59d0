// Everything that the desktop is made of is put together here.
#include <QApplication>
#include <QCommandLineParser>
#include <cstdio>

#include "app/rpc/grpc_backend.h"
#include "app/rpc/versions.h"
#include "app/shell/application.h"
#include "app/shell/screenshots.h"
#include "app/shell/stall_watcher.h"
#include "app/shell/translations.h"
#include "app/widgets/button_keys.h"
#include "core/base/clock.h"
#include "core/base/status.h"

using aerie::widgets::ThemeChoice;

static int fail(const QString& message) {
  std::fprintf(stderr, "aerie: %s\n", qUtf8Printable(message));
  return 2;
}

static void addOptions(QCommandLineParser& parser) {
  parser.setApplicationDescription(
      QStringLiteral("Desktop control plane for machine-learning serving and training"));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({
      {QStringLiteral("control"),
       QStringLiteral("Control plane to connect to (default: AERIE_CONTROL, else what was open last)."),
       QStringLiteral("address")},
      {QStringLiteral("context"), QStringLiteral("A context by its name, as the window lists them."),
       QStringLiteral("name")},
      {QStringLiteral("screenshots"),
       QStringLiteral("Write a picture of every page, light and dark, and exit."),
       QStringLiteral("directory")},
      {QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("name")},
      {QStringLiteral("language"), QStringLiteral("Language for this time: en, de, es, fr, ja, zh_CN."),
       QStringLiteral("name")},
      {QStringLiteral("page"), QStringLiteral("Page to show first, for example registry or routing."),
       QStringLiteral("name")},
  });
}

// Whether the command line asks for words only. They come without a display, which QApplication cannot do.
static bool asksForWords(int argc, char** argv) {
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
  QCommandLineParser parser;
  addOptions(parser);
  parser.parse(arguments);  // what it cannot read is told later, by the parser of the program
  return parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all")) ||
         parser.isSet(QStringLiteral("version"));
}

static absl::Status openFirst(aerie::shell::Application& application, aerie::shell::Desk& desk,
                              const QCommandLineParser& parser) {
  if (const QString name = parser.value(QStringLiteral("context")); !name.isEmpty()) {
    for (const aerie::rpc::Profile& p : desk.profiles.profiles()) {
      if (p.name.compare(name, Qt::CaseInsensitive) != 0) continue;
      desk.profiles.choose(p.id);
      return application.openChosen();
    }
    return aerie::notFound("there is no context \"{}\"; add it in the window's settings", name.toStdString());
  }
  QString address = parser.value(QStringLiteral("control"));
  if (address.isEmpty()) address = qEnvironmentVariable("AERIE_CONTROL");
  if (address.isEmpty() && parser.isSet(QStringLiteral("screenshots"))) {
    address = QStringLiteral("127.0.0.1:7700");
  }
  return address.isEmpty() ? application.openChosen() : application.open(application.profileOf(address));
}

int main(int argc, char** argv) {
  QCoreApplication::setOrganizationName(QStringLiteral("Aerie"));
  QCoreApplication::setApplicationName(QStringLiteral("aerie"));
  QCoreApplication::setApplicationVersion(aerie::rpc::aerieVersion());
  if (asksForWords(argc, argv)) {
    const QCoreApplication words(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(words);
    return 0;
  }
  QApplication app(argc, argv);
  aerie::shell::Translations translations;
  QCommandLineParser parser;
  addOptions(parser);
  parser.process(app);

  // Before anything that keeps a translated word.
  translations.setLanguage(parser.isSet(QStringLiteral("language"))
                               ? parser.value(QStringLiteral("language"))
                               : aerie::models::Preferences().language());

  QObject gui;  // outlives every call in flight
  const aerie::SystemClock clock;
  aerie::widgets::Theme theme(app, ThemeChoice::System);
  const aerie::widgets::ButtonKeys buttonKeys(app);
  aerie::shell::Desk desk(theme, {},
                          [&gui](const aerie::rpc::Profile& profile, QObject* context,
                                 aerie::rpc::Answer<aerie::rpc::SystemStatus> answer) {
                            return aerie::rpc::GrpcBackend::probe(gui, profile, context, std::move(answer));
                          });
  const QString look = parser.value(QStringLiteral("theme"));
  theme.set(look == QLatin1String("light")  ? ThemeChoice::Light
            : look == QLatin1String("dark") ? ThemeChoice::Dark
            : look == QLatin1String("system")
                ? ThemeChoice::System
                : static_cast<ThemeChoice>(static_cast<int>(desk.preferences.look())));
  aerie::shell::StallWatcher watcher(clock);

  aerie::shell::Application application(gui, desk, clock);
  if (const absl::Status opened = openFirst(application, desk, parser); !opened.ok()) {
    return fail(QString::fromStdString(aerie::messageOf(opened)));
  }
  // Windows are made anew in the other language; what they show is the control plane's and comes again.
  // Queued: the page that was clicked must not be gone before its slot has ended.
  QObject::connect(
      &desk.preferences, &aerie::models::Preferences::languageChanged, &application,
      [&] {
        translations.setLanguage(desk.preferences.language());
        desk.profiles.retranslate();
        const QString page = application.window()->currentPage();
        aerie::rpc::Profile shown = desk.contexts.active();
        if (shown.simulation) shown.name = desk.profiles.profiles().front().name;
        if (application.open(shown).ok())
          application.window()->showPage(page);
      },
      Qt::QueuedConnection);
  aerie::shell::MainWindow& window = *application.window();
  if (const QString page = parser.value(QStringLiteral("page")); !page.isEmpty() && !window.showPage(page)) {
    return fail(QStringLiteral("there is no page \"%1\"; choose one of: %2")
                    .arg(page, window.pageIds().join(QStringLiteral(", "))));
  }
  window.show();
  if (aerie::shell::StallWatcher::wanted()) watcher.start();

  std::unique_ptr<aerie::shell::Screenshots> pictures;
  if (const QString directory = parser.value(QStringLiteral("screenshots")); !directory.isEmpty()) {
    window.resize(1280, 800);
    pictures = std::make_unique<aerie::shell::Screenshots>(
        window, theme, aerie::shell::Screenshots::Options{.directory = directory});
    QObject::connect(pictures.get(), &aerie::shell::Screenshots::finished, &app, [&](const QString& problem) {
      for (const QString& file : pictures->files()) std::printf("%s\n", qUtf8Printable(file));
      QApplication::exit(problem.isEmpty() ? 0 : fail(problem + QLatin1Char(' ') + application.reason()));
    });
    pictures->start();
  }
  return QApplication::exec();
}
