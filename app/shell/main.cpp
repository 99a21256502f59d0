// Everything that the desktop is made of is put together here.
#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <cstdio>
#include <utility>
#include <vector>

#include "app/rpc/grpc_backend.h"
#include "app/rpc/versions.h"
#include "app/shell/application.h"
#include "app/shell/end_signals.h"
#include "app/shell/first_paint.h"
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
       QStringLiteral(
           "Write a picture of every page and dialog, light and dark, at scale 1 and 2, and exit."),
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

// The same pictures once more on a screen with two pixels for each: only a new process gets one. Its lines
// and its verdict are this one's.
static int takeTwice() {
  if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) return 0;
  QProcess twice;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
  twice.setProcessEnvironment(environment);
  twice.setProcessChannelMode(QProcess::ForwardedChannels);
  twice.start(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
  twice.waitForFinished(-1);
  return twice.exitStatus() == QProcess::NormalExit && twice.error() == QProcess::UnknownError
             ? twice.exitCode()
             : fail(QStringLiteral("the pictures at scale 2 were not taken: %1").arg(twice.errorString()));
}

// Pictures are the same for everybody: of the settings that a new user has. Only the contexts are this user's
// where one of them is wanted. What is chosen meanwhile is forgotten.
static void useFreshSettings(const QString& directory, bool withContexts) {
  std::vector<std::pair<QString, QVariant>> contexts;
  if (withContexts) {
    const QSettings own;
    for (const QString& key : own.allKeys()) {
      if (key.startsWith(QLatin1String("contexts/"))) contexts.emplace_back(key, own.value(key));
    }
  }
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory);
  QSettings settings;
  for (const auto& [key, value] : contexts) settings.setValue(key, value);
}

static absl::Status openFirst(aerie::shell::Application& application, aerie::shell::Desk& desk,
                              const QCommandLineParser& parser) {
  if (const QString name = parser.value(QStringLiteral("context")); !name.isEmpty()) {
    desk.simulation.adopt();  // one that runs is named so, whatever is shown
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

  const QTemporaryDir fresh;
  if (parser.isSet(QStringLiteral("screenshots")))
    useFreshSettings(fresh.path(), parser.isSet(QStringLiteral("context")));

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
        if (application.open(shown).ok()) application.window()->showPage(page);
      },
      Qt::QueuedConnection);
  aerie::shell::MainWindow& window = *application.window();
  if (const QString page = parser.value(QStringLiteral("page")); !page.isEmpty() && !window.showPage(page)) {
    return fail(QStringLiteral("there is no page \"%1\"; choose one of: %2")
                    .arg(page, window.pageIds().join(QStringLiteral(", "))));
  }
  if (aerie::shell::StallWatcher::wanted()) new aerie::shell::FirstPaint(window);
  const aerie::shell::EndSignals signals([&application] {
    application.window()->saveState();
    QApplication::exit(0);
  });
  window.show();
  if (aerie::shell::StallWatcher::wanted()) watcher.start();

  std::unique_ptr<aerie::shell::Screenshots> pictures;
  const QString directory = parser.value(QStringLiteral("screenshots"));
  if (directory.isEmpty()) return QApplication::exec();
  const auto take = [&] {
    aerie::shell::MainWindow& shown = *application.window();
    shown.resize(1280, 800);
    pictures = std::make_unique<aerie::shell::Screenshots>(
        shown, theme, aerie::shell::Screenshots::Options{.directory = directory});
    QObject::connect(pictures.get(), &aerie::shell::Screenshots::finished, &app, [&](const QString& problem) {
      for (const QString& file : pictures->files()) std::printf("%s\n", qUtf8Printable(file));
      for (const QString& line : pictures->left())
        std::fprintf(stderr, "aerie: no picture: %s\n", qUtf8Printable(line));
      std::fflush(stdout);
      QApplication::exit(problem.isEmpty() ? 0 : fail(problem + QLatin1Char(' ') + application.reason()));
    });
    pictures->start();
  };
  // Pictures keep the window that they are of.
  if (application.settled()) {
    take();
  } else {
    QObject::connect(&application, &aerie::shell::Application::opened, &app, [&] {
      if (!pictures) take();
    });
    QObject::connect(&desk.simulation, &aerie::rpc::SimulationHost::stateChanged, &app, [&] {
      if (desk.simulation.state() == aerie::rpc::SimulationHost::State::Failed)
        QApplication::exit(fail(desk.simulation.problem()));
    });
  }
  const int once = QApplication::exec();
  return once == 0 ? takeTwice() : once;
}
