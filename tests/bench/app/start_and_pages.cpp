#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <vector>

#include "app/pages/page.h"
#include "tests/bench/app/cases.h"
#include "tests/bench/app/memory.h"

namespace aerie::bench {
namespace {

constexpr int kPatienceMs = 30'000;

// -1: it painted nothing.
double startOnce(const QString& program, const QString& home) {
  QProcess child;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
    environment.insert(QLatin1String(name), home);
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  environment.insert(QStringLiteral("AERIE_DEBUG"), QStringLiteral("1"));
  environment.remove(QStringLiteral("AERIE_CONTROL"));
  child.setProcessEnvironment(environment);
  child.setProcessChannelMode(QProcess::MergedChannels);
  QElapsedTimer clock;
  clock.start();
  child.start(program, {});
  QByteArray said;
  double took = -1;
  while (took < 0 && clock.elapsed() < kPatienceMs && child.state() != QProcess::NotRunning) {
    if (!child.waitForReadyRead(kPatienceMs)) break;
    said += child.readAll();
    if (said.contains("first paint")) took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
  }
  child.kill();
  child.waitForFinished();
  return took;
}

}  // namespace

void measureStart(const Settings& settings, Report& report) {
  report.title("start of the program to its first paint, offscreen, nothing configured");
  const QTemporaryDir home;
  std::vector<double> times;
  for (int i = 0; i < settings.starts; ++i) times.push_back(startOnce(settings.program, home.path()));
  report.expect(*std::min_element(times.begin(), times.end()) >= 0, "the program paints its window");
  report.figure("first of them", times.front(), "ms");
  std::sort(times.begin(), times.end());
  report.figure("start to first paint, median", times[times.size() / 2], "ms", "goal: under 1,000 ms");
  report.figure("start to first paint, longest", times.back(), "ms");
}

void measurePages(LoopWatch& app, Desktop& desktop, Report& report) {
  report.title("pages, of the demo: made while another is shown, then shown for the first time (CPU ms)");
  const Memory before = memoryNow();
  Window w;
  w.open(desktop);
  double longest = 0;
  // The one that is shown first was made with the window; the others, before the event loop makes them.
  for (const QString& id : w.window->pageIds()) {
    const double begun = threadCpuMs();
    w.window->page(id);
    const double made = threadCpuMs() - begun;
    longest = std::max(longest, made);
    report.figure(id.toStdString() + " made", made, "ms");
  }
  for (const QString& id : w.window->pageIds()) {
    app.settle();
    app.begin();
    QMetaObject::invokeMethod(
        w.window.get(), [&] { w.window->showPage(id); }, Qt::QueuedConnection);
    app.settle();
    const double shown = app.end().longest_cpu_ms;
    longest = std::max(longest, shown);
    report.figure(id.toStdString() + " shown", shown, "ms");
    report.expect(w.window->currentPage() == id, "the page " + id.toStdString() + " is shown");
  }
  report.figure("longest piece of making or showing", longest, "ms", "goal: none over 50 ms");
  const Memory after = memoryNow();
  report.title("memory, without the libraries' share of other programs");
  report.figure("before the window, PSS", before.pss_mib, "MiB");
  report.figure("all pages opened, PSS", after.pss_mib, "MiB");
  report.figure("all pages opened, RSS", after.rss_mib, "MiB");
}

void measureTheme(LoopWatch& app, Desktop& desktop, Report& report) {
  report.title("theme switched, on each page, after all pages were seen");
  Window w;
  w.open(desktop);
  w.window->makeAllPages();
  for (const QString& id : w.window->pageIds()) {
    w.window->showPage(id);
    app.settle();
  }
  double longest = 0;
  double cpu = 0;
  for (const QString& id : w.window->pageIds()) {
    w.window->showPage(id);
    app.settle();
    for (const auto choice : {widgets::ThemeChoice::Dark, widgets::ThemeChoice::Light}) {
      app.begin();
      QMetaObject::invokeMethod(
          w.window.get(), [&] { desktop.theme->set(choice); }, Qt::QueuedConnection);
      app.settle();
      const Stretches s = app.end();
      report.expect(!desktop.theme->restyling(), "after a switch everything gets its look");
      longest = std::max(longest, s.longest_ms);
      cpu = std::max(cpu, s.longest_cpu_ms);
      report.figure(id.toStdString() + (choice == widgets::ThemeChoice::Dark ? " to dark" : " to light"),
                    s.longest_cpu_ms, "ms");
    }
  }
  report.figure("longest piece of a switch", longest, "ms", "goal: none over 50 ms");
  report.figure("longest piece of a switch, CPU", cpu, "ms");
}

}  // namespace aerie::bench
