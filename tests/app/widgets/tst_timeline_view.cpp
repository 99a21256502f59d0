#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>
#include <QWheelEvent>

#include "app/widgets/english_plurals.h"
#include "app/widgets/theme.h"
#include "app/widgets/timeline_canvas.h"
#include "app/widgets/timeline_view.h"
#include "core/base/files.h"
#include "tests/app/widgets/training_demo.h"

namespace aerie::widgets {

using models::BarOutcome;
using models::TimelineBar;
using testing::kDemoStart;

namespace {

struct Shown {
  TimelineView view{QStringLiteral("timeline"), QStringLiteral("Timeline")};
  TimelineCanvas& canvas = *view.canvas();
  explicit Shown(const QList<TimelineBar>& bars, QSize size = {900, 320}) {
    view.resize(size);
    view.setLoading(false);
    view.setBars(bars, testing::demoNow(bars));
    view.show();
    view.grab();
  }
  explicit Shown(int bars) : Shown(testing::demoBars(bars)) {}
  QPoint middleOf(int bar) const { return canvas.rectOf(bar).center().toPoint(); }
  void wheel(QPointF at, int delta, Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QWheelEvent event(at, canvas.viewport()->mapToGlobal(at.toPoint()), {}, {0, delta}, Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas.viewport(), &event);
  }
};

}  // namespace

class TstTimelineView final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyBarIsFoundWhereItIsPainted();
  void aHundredThousandBarsArePaintedByPixels();
  void ofListsThatComeTogetherTheNewestStays();
  void hoveringPaintsNoBarsAnew();
  void wheelZoomsAroundThePointer();
  void dragPansAndAClickSelects();
  void keysWalkOverBarsAndLanes();
  void keysZoomPanAndFit();
  void windowStaysInsideOfWhatThereIs();
  void newBarsAreShownWhileEverythingIs();
  void cursorStaysWithItsAttempt();
  void selectionAndActivationAreTold();
  void manyLanesScroll();
  void filesParseBack();
  void aFileThatCannotBeWrittenIsSaid();
  void emptyStatesSayWhy();
  void virtualTimeIsToldSinceItsBeginning();
  void neighboursThatLookTheSameAreOneRectangle();
  void sentenceSaysEverythingInWords();
};

void TstTimelineView::everyBarIsFoundWhereItIsPainted() {
  Shown s(140);
  for (int i = 0; i < static_cast<int>(s.view.timeline().bars().size()); ++i) {
    s.canvas.setCursorBar(i);  // scrolls to it
    QCOMPARE(s.canvas.barAt(s.middleOf(i)), i);
  }
  QCOMPARE(s.canvas.barAt({2, 50}), -1);  // the names
  QCOMPARE(s.canvas.barAt(s.canvas.plotRect().bottomLeft() + QPointF(5, 10)), -1);
}

void TstTimelineView::aHundredThousandBarsArePaintedByPixels() {
  Shown s(testing::demoBars(100'000, 20, 8), {1'200, 700});
  QTRY_COMPARE_WITH_TIMEOUT(s.view.timeline().bars().size(), 100'000,
                            60'000);  // put in order by another thread
  s.view.grab();
  const auto pixels = static_cast<qint64>(s.canvas.plotRect().width());
  const auto lanes = static_cast<qint64>(s.view.timeline().lanes().size());
  QCOMPARE(lanes, 160);
  // Two pieces for each pixel of each lane, its ground, the names, the axis.
  QVERIFY2(s.canvas.primitives() <= (2 * pixels + 2) * lanes + 200,
           qPrintable(QString::number(s.canvas.primitives())));
  QVERIFY2(s.canvas.steps() <= (2 * pixels + 2) * lanes, qPrintable(QString::number(s.canvas.steps())));
  QVERIFY(s.canvas.primitives() > lanes);
  // Zoomed in there are fewer: those that are seen.
  s.canvas.zoomAtCentre(400);
  s.view.grab();
  QVERIFY2(s.canvas.steps() < 3'000, qPrintable(QString::number(s.canvas.steps())));
}

void TstTimelineView::ofListsThatComeTogetherTheNewestStays() {
  Shown s(10);
  const auto many = testing::demoBars(static_cast<int>(TimelineView::kAtOnce) * 4);
  s.view.setBars(many, testing::demoNow(many));
  QCOMPARE(s.view.timeline().bars().size(), 10);  // what was there stays until then
  const auto few = testing::demoBars(20);
  s.view.setBars(few, testing::demoNow(few));  // at once, before the many are in order
  QCOMPARE(s.view.timeline().bars().size(), 20);
  s.view.setBars(many, testing::demoNow(many));
  const auto most = testing::demoBars(static_cast<int>(TimelineView::kAtOnce) * 5);
  s.view.setBars(most, testing::demoNow(most));
  QTRY_COMPARE_WITH_TIMEOUT(s.view.timeline().bars().size(), most.size(), 60'000);
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
  QCOMPARE(s.view.timeline().bars().size(), most.size());
}

void TstTimelineView::hoveringPaintsNoBarsAnew() {
  Shown s(5'000);
  const int before = s.canvas.pictures();
  for (int i = 0; i < 50; ++i) {
    QTest::mouseMove(s.canvas.viewport(), {200 + i * 5, 40 + i});
    QCoreApplication::processEvents();
    s.view.grab();
  }
  QCOMPARE(s.canvas.pictures(), before);
  s.canvas.zoomAtCentre(2);
  s.view.grab();
  QCOMPARE(s.canvas.pictures(), before + 1);
}

void TstTimelineView::wheelZoomsAroundThePointer() {
  Shown s(500);
  QSignalSpy moved(&s.view, &TimelineView::windowChanged);
  const QPointF at(s.canvas.plotRect().left() + 200, 60);
  const double moment = s.canvas.xOf(at.x());
  const double span = s.canvas.to() - s.canvas.from();
  s.wheel(at, 240);
  QVERIFY(s.canvas.to() - s.canvas.from() < span * 0.7);
  QVERIFY(std::abs(s.canvas.xOf(at.x()) - moment) < span * 1e-6);
  QVERIFY(!s.canvas.fits());
  QCOMPARE(moved.size(), 1);
  s.wheel(at, -2'400);
  QVERIFY(s.canvas.fits());
}

void TstTimelineView::dragPansAndAClickSelects() {
  Shown s(500);
  s.canvas.zoomAtCentre(4);
  const double from = s.canvas.from();
  const double perPixel = (s.canvas.to() - from) / s.canvas.plotRect().width();
  QWidget* view = s.canvas.viewport();
  QSignalSpy selected(&s.view, &TimelineView::selected);
  QTest::mousePress(view, Qt::LeftButton, {}, {500, 60});
  QTest::mouseMove(view, {440, 60});
  QTest::mouseRelease(view, Qt::LeftButton, {}, {440, 60});
  QVERIFY(std::abs(s.canvas.from() - from - 60 * perPixel) < perPixel * 2);
  QCOMPARE(selected.size(), 0);
  const int bar = s.canvas.barAt({400, 60});
  QVERIFY(bar >= 0);
  QTest::mouseClick(view, Qt::LeftButton, {}, {400, 60});
  QCOMPARE(s.canvas.cursor(), bar);
  QCOMPARE(selected.size(), 1);
  QCOMPARE(selected[0][1].toString(), s.view.timeline().bars()[bar].task);
}

void TstTimelineView::keysWalkOverBarsAndLanes() {
  Shown s(300);
  QCOMPARE(s.canvas.focusPolicy(), Qt::StrongFocus);  // Tab reaches it
  s.canvas.setFocus();
  QTest::keyClick(&s.canvas, Qt::Key_Right);
  QCOMPARE(s.canvas.cursor(), 0);
  QTest::keyClick(&s.canvas, Qt::Key_Right);
  QCOMPARE(s.canvas.cursor(), 1);
  QTest::keyClick(&s.canvas, Qt::Key_Down);
  QCOMPARE(s.view.timeline().laneOf(s.canvas.cursor()), 1);
  QTest::keyClick(&s.canvas, Qt::Key_End);
  QCOMPARE(s.canvas.cursor(), s.view.timeline().lanes()[1].end - 1);
  QTest::keyClick(&s.canvas, Qt::Key_Right);  // the lane's last one
  QCOMPARE(s.canvas.cursor(), s.view.timeline().lanes()[1].end - 1);
  QTest::keyClick(&s.canvas, Qt::Key_Home);
  QTest::keyClick(&s.canvas, Qt::Key_Right, Qt::ControlModifier);
  QVERIFY(s.view.timeline().bars()[s.canvas.cursor()].outcome >= BarOutcome::Lost);
  QTest::keyClick(&s.canvas, Qt::Key_Escape);
  QCOMPARE(s.canvas.cursor(), -1);
}

void TstTimelineView::keysZoomPanAndFit() {
  Shown s(300);
  s.canvas.setFocus();
  const double span = s.canvas.to() - s.canvas.from();
  QTest::keyClick(&s.canvas, Qt::Key_Plus);
  QTest::keyClick(&s.canvas, Qt::Key_Plus);
  QVERIFY(s.canvas.to() - s.canvas.from() < span / 2);
  const double from = s.canvas.from();
  QTest::keyClick(&s.canvas, Qt::Key_Right, Qt::ShiftModifier);
  QVERIFY(s.canvas.from() > from);
  QTest::keyClick(&s.canvas, Qt::Key_0);
  QVERIFY(s.canvas.fits());
  QCOMPARE(s.canvas.to() - s.canvas.from(), span);
  auto* button = s.view.findChild<QToolButton*>(QStringLiteral("timeline.zoomIn"));
  QVERIFY(button && !button->accessibleName().isEmpty() && button->toolTip().contains(QLatin1Char('+')));
  QTest::mouseClick(button, Qt::LeftButton);
  QVERIFY(!s.canvas.fits());
}

void TstTimelineView::windowStaysInsideOfWhatThereIs() {
  Shown s(300);
  const double least = s.canvas.from();
  const double most = s.canvas.to();
  s.canvas.setWindow(least - 1e9, least - 1e9 + 1'000);
  QVERIFY(s.canvas.from() >= least && s.canvas.to() <= most);
  s.canvas.setWindow(0, 1e15);
  QVERIFY(s.canvas.fits());
  s.canvas.zoom(1e30, least + 5'000);
  QVERIFY(s.canvas.to() - s.canvas.from() >= 1);
}

void TstTimelineView::newBarsAreShownWhileEverythingIs() {
  Shown s(300);
  const double to = s.canvas.to();
  const auto more = testing::demoBars(600);
  s.view.setBars(more, testing::demoNow(more));
  QVERIFY(s.canvas.to() > to);
  s.canvas.zoomAtCentre(4);
  const double kept = s.canvas.to();
  const auto most = testing::demoBars(900);
  s.view.setBars(most, testing::demoNow(most));
  QCOMPARE(s.canvas.to(), kept);
}

void TstTimelineView::cursorStaysWithItsAttempt() {
  Shown s(300);
  s.canvas.setCursorBar(20);
  const QString task = s.view.timeline().bars()[20].task;
  auto more = testing::demoBars(300);
  TimelineBar early = more.front();
  early.task = QStringLiteral("earlier");
  early.startedMs -= 50'000;
  early.endedMs = early.startedMs + 1'000;
  more.append(early);
  s.view.setBars(more, testing::demoNow(more));
  QCOMPARE(s.view.timeline().bars()[s.canvas.cursor()].task, task);
  s.view.setBars({}, kDemoStart);
  QCOMPARE(s.canvas.cursor(), -1);
}

void TstTimelineView::selectionAndActivationAreTold() {
  Shown s(300);
  QSignalSpy activated(&s.view, &TimelineView::activated);
  QSignalSpy cross(&s.view, &TimelineView::crosshairMoved);
  s.view.select(QStringLiteral("17"), QStringLiteral("zone-42"));
  QCOMPARE(s.view.timeline().bars()[s.canvas.cursor()].task, QStringLiteral("zone-42"));
  QTest::keyClick(&s.canvas, Qt::Key_Return);
  QCOMPARE(activated.size(), 1);
  QCOMPARE(activated[0], (QVariantList{QStringLiteral("17"), QStringLiteral("zone-42"), 1}));
  QTest::mouseDClick(s.canvas.viewport(), Qt::LeftButton, {}, s.middleOf(s.canvas.cursor()));
  QCOMPARE(activated.size(), 2);
  QTest::mouseMove(s.canvas.viewport(), {300, 70});
  QTRY_VERIFY(!cross.isEmpty());
}

void TstTimelineView::manyLanesScroll() {
  Shown s(testing::demoBars(4'000, 60, 8));
  QVERIFY(s.canvas.verticalScrollBar()->maximum() > 0);
  QVERIFY(s.canvas.laneHeight() >= 5);
  const auto last = static_cast<int>(s.view.timeline().bars().size()) - 1;
  s.canvas.setCursorBar(last);
  QVERIFY(s.canvas.plotRect()
              .adjusted(0, -1, 0, 1)
              .contains(QPointF(s.canvas.plotRect().center().x(), s.canvas.rectOf(last).center().y())));
  s.wheel(QPointF(300, 60), 1'200, Qt::ShiftModifier);
  QVERIFY(s.canvas.verticalScrollBar()->value() < s.canvas.verticalScrollBar()->maximum());
}

void TstTimelineView::filesParseBack() {
  Shown s(testing::demoBars(2'000, 40, 8));
  const auto folder = TempDir::create();
  QVERIFY(folder.ok());
  const auto path = [&](const char* name) {
    return QString::fromStdString((folder->path() / name).string());
  };
  QVERIFY(s.view.save(TimelineView::Export::ChromeTrace, path("t.json")));
  QFile trace(path("t.json"));
  QVERIFY(trace.open(QIODevice::ReadOnly));
  const QJsonArray events =
      QJsonDocument::fromJson(trace.readAll()).object().value(QLatin1String("traceEvents")).toArray();
  const auto bars = std::count_if(events.begin(), events.end(), [](const QJsonValue& e) {
    return e.toObject().value(QLatin1String("ph")) == QLatin1String("X");
  });
  QCOMPARE(bars, 2'000);
  QVERIFY(s.view.save(TimelineView::Export::Table, path("t.csv")));
  QFile table(path("t.csv"));
  QVERIFY(table.open(QIODevice::ReadOnly));
  QCOMPARE(table.readAll().count('\n'), 2'001);
  QVERIFY(s.view.save(TimelineView::Export::Picture, path("t.png")));
  const QImage picture(path("t.png"));
  // All lanes, also those that are scrolled away.
  QVERIFY(picture.height() > 2 * s.canvas.viewport()->height());
  QVERIFY(picture.height() <= TimelineCanvas::kLargestPicture);
}

void TstTimelineView::aFileThatCannotBeWrittenIsSaid() {
  Shown s(50);
  for (const auto kind :
       {TimelineView::Export::Picture, TimelineView::Export::Table, TimelineView::Export::ChromeTrace})
    QVERIFY(!s.view.save(kind, QStringLiteral("/nowhere/at/all/file")));
}

void TstTimelineView::emptyStatesSayWhy() {
  TimelineView view(QStringLiteral("t"), QStringLiteral("Timeline"));
  view.resize(600, 240);
  QVERIFY(!view.grab().isNull());
  QCOMPARE(view.canvas()->accessibleDescription(), QStringLiteral("Loading"));
  view.setLoading(false);
  QCOMPARE(view.canvas()->accessibleDescription(), QStringLiteral("Nothing has run yet"));
  view.setEmptyText(QStringLiteral("This job has not started"));
  QCOMPARE(view.canvas()->accessibleDescription(), QStringLiteral("This job has not started"));
  QVERIFY(!view.findChild<QToolButton*>(QStringLiteral("t.export"))->isEnabled());
  QTest::keyClick(view.canvas(), Qt::Key_Right);
  QTest::keyClick(view.canvas(), Qt::Key_Plus);
  view.setBars(testing::demoBars(1), kDemoStart + 1'000);
  QVERIFY(!view.grab().isNull());
  QTest::keyClick(view.canvas(), Qt::Key_Right);
  QCOMPARE(view.canvas()->cursor(), 0);
}

void TstTimelineView::virtualTimeIsToldSinceItsBeginning() {
  TimelineBar b;
  b.task = QStringLiteral("JFK-03");
  b.host = QStringLiteral("host-2");
  b.startedMs = kDemoStart + 90'000;
  b.endedMs = kDemoStart + 120'000;
  Shown s(QList<TimelineBar>{b});
  s.view.setScale(models::TimeScale::since(kDemoStart));
  QVERIFY2(s.canvas.describe(0).contains(QLatin1String("30.0 s from +1.50 min")),
           qPrintable(s.canvas.describe(0)));
}

// However many there are, what is painted are pictures of stretches; the odd one out is still seen.
void TstTimelineView::neighboursThatLookTheSameAreOneRectangle() {
  QList<TimelineBar> bars;
  for (int i = 0; i < 20'000; ++i) {
    TimelineBar b;
    b.task = QString::number(i);
    b.host = QStringLiteral("host-1");
    b.startedMs = kDemoStart + i * 100;
    b.endedMs = b.startedMs + 100;
    bars.append(b);
  }
  TimelineView view(QStringLiteral("timeline"), QStringLiteral("Timeline"));
  view.resize(1'000, 300);
  view.show();
  const auto failed = [&] { return view.timeline().countOf(BarOutcome::Failed); };
  const auto primitives = [&] {
    (void)view.grab();
    return view.canvas()->primitives();
  };
  view.setBars(bars, kDemoStart);
  QTRY_COMPARE(view.timeline().bars().size(), bars.size());
  const qint64 even = primitives();
  QVERIFY2(even < 60, qPrintable(QString::number(even)));
  bars[10'000].outcome = BarOutcome::Failed;
  view.setBars(bars, kDemoStart);
  QTRY_COMPARE(failed(), 1);
  const qint64 odd = primitives();
  QVERIFY2(odd >= even + 2 && odd < 60, qPrintable(QString::number(odd)));
}

void TstTimelineView::sentenceSaysEverythingInWords() {
  TimelineBar b;
  b.task = QStringLiteral("JFK-03");
  b.host = QStringLiteral("host-2");
  b.lane = 4;
  b.attempt = 3;
  b.queuedMs = kDemoStart;
  b.startedMs = kDemoStart + 3'000;
  b.endedMs = kDemoStart + 45'300;
  b.outcome = BarOutcome::OutOfMemory;
  Shown s(QList<TimelineBar>{b});
  const QString text = s.canvas.describe(0);
  for (const char* word :
       {"JFK-03", "Out of memory", "42.3 s", "attempt 3", "host-2 slot 4", "waited 3.00 s"})
    QVERIFY2(text.contains(QLatin1String(word)), qPrintable(text));
  b.merged = 12;
  s.view.setBars({b}, kDemoStart);
  QVERIFY(s.canvas.describe(0).contains(QLatin1String("11 more")));
}

}  // namespace aerie::widgets

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  aerie::widgets::EnglishPlurals plurals;
  QCoreApplication::installTranslator(&plurals);
  aerie::widgets::Theme theme(app, aerie::widgets::ThemeChoice::Light);
  aerie::widgets::TstTimelineView test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_timeline_view.moc"
