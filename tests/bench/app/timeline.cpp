#include <QMouseEvent>
#include <QWheelEvent>

#include "app/widgets/timeline_canvas.h"
#include "app/widgets/timeline_view.h"
#include "tests/app/widgets/training_demo.h"
#include "tests/bench/app/cases.h"

namespace aerie::bench {
namespace {

using namespace std::chrono_literals;
using widgets::TimelineCanvas;
using widgets::TimelineView;

constexpr QSize kSize{1'060, 700};
constexpr int kHosts = 20;
constexpr int kLanes = 8;
constexpr int kWheel = 120;  // one notch
constexpr auto kFrame = 16ms;
constexpr auto kPatience = 30s;

void press(TimelineCanvas& canvas, QEvent::Type type, QPointF at) {
  const bool held = type != QEvent::MouseButtonRelease;
  auto* event = new QMouseEvent(type, at, canvas.viewport()->mapToGlobal(at), Qt::LeftButton,
                                held ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
  QCoreApplication::postEvent(canvas.viewport(), event);
}

void turn(TimelineCanvas& canvas, QPointF at, int delta) {
  auto* event = new QWheelEvent(at, canvas.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton,
                                Qt::NoModifier, Qt::NoScrollPhase, false);
  QCoreApplication::postEvent(canvas.viewport(), event);
}

// In from everything to a few bars, and out again.
void zoom(LoopWatch& app, TimelineCanvas& canvas, int steps) {
  const QPointF middle = canvas.plotRect().center();
  for (const int delta : {kWheel, -kWheel}) {
    for (int i = 0; i < steps; ++i) {
      turn(canvas, middle, delta);
      app.runFor(kFrame);
    }
  }
}

// To the left and back, as a hand does it.
void pan(LoopWatch& app, TimelineCanvas& canvas, int steps) {
  const QRectF plot = canvas.plotRect();
  const double step = plot.width() / 2 / steps;
  QPointF at = plot.center();
  press(canvas, QEvent::MouseButtonPress, at);
  for (const double direction : {-step, step}) {
    for (int i = 0; i < steps; ++i) {
      at += QPointF(direction, 0);
      press(canvas, QEvent::MouseMove, at);
      app.runFor(kFrame);
    }
  }
  press(canvas, QEvent::MouseButtonRelease, at);
  app.runFor(kFrame);
}

}  // namespace

void measureTimeline(const Settings& settings, LoopWatch& app, Report& report) {
  report.title(fmt::format("timeline of {} attempts on {} slots", settings.bars, kHosts * kLanes));
  const QList<models::TimelineBar> bars = testing::demoBars(settings.bars, kHosts, kLanes);
  const qint64 now = testing::demoNow(bars);
  TimelineView view(QStringLiteral("timeline"), QStringLiteral("Timeline"));
  view.resize(kSize);
  view.setLoading(false);
  view.show();
  app.settle();
  TimelineCanvas& canvas = *view.canvas();
  app.countPaints(canvas.viewport());
  const auto set = [&](const char* words, const QList<models::TimelineBar>& what) {
    app.begin();
    QMetaObject::invokeMethod(
        &view, [&] { view.setBars(what, now); }, Qt::QueuedConnection);
    for (auto waited = 0ms; view.timeline().bars().size() != what.size() && waited < kPatience;
         waited += kFrame)
      app.runFor(kFrame);
    app.settle();
    report.stretches(words, app.end());
    report.expect(view.timeline().bars().size() == what.size(), "the timeline has all attempts");
  };
  set("timeline set", bars);
  // A second later some more have begun.
  QList<models::TimelineBar> more = bars;
  const QList<models::TimelineBar> begun = testing::demoBars(settings.bars + kHosts, kHosts, kLanes);
  more += begun.mid(bars.size());
  set("timeline set anew", more);

  const auto move = [&](const char* words, const auto& doIt) {
    app.begin();
    doIt();
    app.settle();
    const Stretches s = app.end();
    report.stretches(words, s);
    report.figure(std::string(words) + " pictures", app.paints(canvas.viewport()), "");
    report.expect(app.paints(canvas.viewport()) > 0, "the timeline is painted while it moves");
  };
  move("timeline zoomed", [&] { zoom(app, canvas, settings.steps); });
  canvas.zoomAtCentre(4);
  app.settle();
  move("timeline panned", [&] { pan(app, canvas, settings.steps); });
  report.expect(!canvas.fits(), "a piece of the timeline is seen");
  canvas.fit();
}

}  // namespace aerie::bench
