#include <QElapsedTimer>
#include <QFileInfo>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

#include "app/rpc/grpc_backend.h"
#include "app/shell/application.h"
#include "core/base/status.h"
#include "tests/bench/app/cases.h"

namespace aerie::bench {
namespace {

using namespace std::chrono_literals;
using State = rpc::SimulationHost::State;

constexpr auto kLook = 20ms;
constexpr auto kPatience = 120s;

// The rate of items that the overview has to show.
double rateOf(shell::Application& application) {
  const models::FlowMeter& flow = application.window()->world().flow();
  double sum = 0;
  for (const QString& name : flow.useCases()) sum += flow.useCase(name).itemsPerSecond;
  return sum;
}

// Milliseconds until it holds; -1: it never did.
template <class Holds>
double waitFor(LoopWatch& app, const QElapsedTimer& clock, Holds holds) {
  while (!holds()) {
    if (std::chrono::milliseconds(clock.elapsed()) > kPatience) return -1;
    app.runFor(kLook);
  }
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

}  // namespace

void measureFirstRun(const Settings& settings, LoopWatch& app, widgets::Theme& theme, Report& report) {
  report.title("first run: nothing configured, the real simulation, from saying yes to live data");
  const QTemporaryDir state;
  QSettings().clear();
  QObject gui;
  const SystemClock clock;
  rpc::SimulationHost::Options options;
  options.program = QFileInfo(settings.program).absolutePath() + QStringLiteral("/aerie-sim");
  options.stateDirectory = state.path();
  shell::Desk desk(theme, options);
  shell::Application application(gui, desk, clock);
  const absl::Status opened = application.openChosen();
  report.expect(opened.ok(), "the window of the first run opens: " + messageOf(opened));
  if (!opened.ok()) return;
  application.window()->show();
  app.settle();
  auto* yes = application.window()->findChild<QPushButton*>(QStringLiteral("start.primary"));
  report.expect(yes && yes->isVisible(), "the first run offers the simulation");
  if (!yes) return;

  QElapsedTimer since;
  app.begin();
  QMetaObject::invokeMethod(
      yes,
      [&] {
        since.start();
        yes->click();
      },
      Qt::QueuedConnection);
  app.runFor(kLook);
  const double served = waitFor(app, since, [&] {
    return desk.simulation.state() == State::Running || desk.simulation.state() == State::Failed;
  });
  // The window is another one when the simulation serves.
  const double complete = waitFor(app, since, [&] { return application.window()->world().complete(); });
  const double live = waitFor(app, since, [&] { return rateOf(application) > 0; });
  const Stretches s = app.end();
  report.expect(desk.simulation.state() == State::Running,
                "the simulation serves: " + desk.simulation.problem().toStdString());
  auto* start = application.window()->findChild<QWidget*>(QStringLiteral("startPage"));
  report.expect(live >= 0 && start && !start->isVisible(), "the first run leads to a page with live data");
  report.figure("first run: the simulation serves after", served / 1'000, "s");
  report.figure("first run: everything is shown after", complete / 1'000, "s");
  report.figure("first run: live rates are shown after", live / 1'000, "s", "goal: within 10 s");
  report.figure("first run: longest piece, CPU", s.longest_cpu_ms, "ms");
}

}  // namespace aerie::bench
