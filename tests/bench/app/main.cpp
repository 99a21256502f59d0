// The desktop, offscreen, with its real window, presenters and widgets: start, pages, theme, updates, memory,
// timeline, first run. A table, or one JSON line with --json. Its exit code says whether the counts were
// right, never how long anything took.
#include <QCommandLineParser>
#include <QFileInfo>
#include <cstdlib>

#include "tests/bench/app/cases.h"

using namespace aerie::bench;

static Settings settingsOf(const QCommandLineParser& parser) {
  Settings out;
  out.program = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/aerie");
  if (parser.isSet(QStringLiteral("smoke"))) {
    out.starts = 1;
    out.seconds = 1;
    out.deployments = 300;
    out.long_run = 1'000;
    out.bars = 20'000;
    out.steps = 3;
  }
  if (parser.isSet(QStringLiteral("seconds")))
    out.seconds = std::max(1, parser.value(QStringLiteral("seconds")).toInt());
  if (parser.isSet(QStringLiteral("updates")))
    out.long_run = std::max(1, parser.value(QStringLiteral("updates")).toInt());
  return out;
}

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QCoreApplication::setOrganizationName(QStringLiteral("AerieBench"));
  QCoreApplication::setApplicationName(QStringLiteral("aerie-bench-app"));
  LoopWatch app(argc, argv);
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addOptions(
      {{QStringLiteral("json"), QStringLiteral("One JSON line instead of a table.")},
       {QStringLiteral("smoke"), QStringLiteral("A little of everything: does it run?")},
       {QStringLiteral("seconds"), QStringLiteral("Of updates (20)."), QStringLiteral("n")},
       {QStringLiteral("updates"), QStringLiteral("Of the long run (100000)."), QStringLiteral("n")}});
  parser.addPositionalArgument(QStringLiteral("case"),
                               QStringLiteral("start, pages, theme, updates, timeline, first; all."),
                               QStringLiteral("[case...]"));
  parser.process(app);
  const Settings settings = settingsOf(parser);
  const QStringList cases = parser.positionalArguments();
  const auto wanted = [&](const char* name) {
    return cases.isEmpty() || cases.contains(QLatin1String(name));
  };
  Report report;
  if (wanted("start")) measureStart(settings, report);
  Desktop desktop;
  if (wanted("pages")) measurePages(app, desktop, report);
  if (wanted("theme")) measureTheme(app, desktop, report);
  if (wanted("updates")) measureUpdates(settings, app, desktop, report);
  if (wanted("timeline")) measureTimeline(settings, app, report);
  if (wanted("first")) measureFirstRun(settings, app, *desktop.theme, report);
  return report.print(parser.isSet(QStringLiteral("json")));
}
