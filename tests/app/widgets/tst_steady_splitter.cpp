// What came and went leaves no trace in the sizes of the parts.
#include <QLabel>
#include <QTest>

#include "app/widgets/steady_splitter.h"

namespace aerie::widgets {
namespace {

constexpr int kHandle = 12;

struct Shown {
  SteadySplitter splitter{Qt::Vertical, {300, 100}};
  QWidget upper;
  QWidget lower;
  Shown() {
    splitter.addWidget(&upper);
    splitter.addWidget(&lower);
    splitter.resize(200, 400 + kHandle);
    splitter.show();
  }
  ~Shown() {
    upper.setParent(nullptr);
    lower.setParent(nullptr);
  }
  static void settle() { QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); }
};

}  // namespace

class TstSteadySplitter final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void partsHaveTheirShares();
  void aPartThatNeededMoreGivesItBack();
  void aSmallWindowLeavesNoTrace();
  void whatPeopleDragStays();
};

void TstSteadySplitter::partsHaveTheirShares() {
  Shown s;
  QCOMPARE(s.splitter.sizes(), (QList<int>{300, 100}));
  s.splitter.resize(200, 800 + kHandle);
  QCOMPARE(s.splitter.sizes(), (QList<int>{600, 200}));
}

void TstSteadySplitter::aPartThatNeededMoreGivesItBack() {
  Shown s;
  s.lower.setMinimumHeight(180);
  Shown::settle();
  QCOMPARE(s.splitter.sizes(), (QList<int>{220, 180}));
  s.lower.setMinimumHeight(0);
  Shown::settle();
  QCOMPARE(s.splitter.sizes(), (QList<int>{300, 100}));
}

void TstSteadySplitter::aSmallWindowLeavesNoTrace() {
  Shown s;
  s.lower.setMinimumHeight(90);
  s.splitter.resize(200, 150 + kHandle);
  QCOMPARE(s.splitter.sizes(), (QList<int>{60, 90}));
  s.splitter.resize(200, 400 + kHandle);
  QCOMPARE(s.splitter.sizes(), (QList<int>{300, 100}));
}

void TstSteadySplitter::whatPeopleDragStays() {
  Shown s;
  QWidget* handle = s.splitter.handle(1);
  const QPoint middle = handle->rect().center();
  QTest::mousePress(handle, Qt::LeftButton, {}, middle);
  QTest::mouseMove(handle, middle - QPoint(0, 100));
  QTest::mouseRelease(handle, Qt::LeftButton, {}, middle - QPoint(0, 100));
  const QList<int> dragged = s.splitter.sizes();
  QVERIFY(dragged[0] < 300);
  s.lower.setMinimumHeight(350);
  Shown::settle();
  s.lower.setMinimumHeight(0);
  Shown::settle();
  QCOMPARE(s.splitter.sizes(), dragged);
}

}  // namespace aerie::widgets

QTEST_MAIN(aerie::widgets::TstSteadySplitter)
#include "tst_steady_splitter.moc"
