// A window whose look was switched is one that began with it.
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QMap>
#include <QTest>
#include <algorithm>

#include "app/pages/page.h"
#include "app/widgets/tokens.h"
#include "tests/gui/gui_fixture.h"

namespace aerie {

using testing::GuiFixture;
using widgets::ThemeChoice;

static constexpr int kCalculates = 60'000;  // milliseconds, at most: the simulator's views

class TstGuiTheme final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aSwitchedWindowLooksLikeAFreshOne_data();
  void aSwitchedWindowLooksLikeAFreshOne();
  void whatIsHiddenIsRestyledLater();
  void whatIsShownMeanwhileIsRestyledAtOnce();

 private:
  using Pictures = QMap<QString, QImage>;
  static void settle();
  // In place of the fixture's, in the look that is set.
  static void openAnother(GuiFixture& f);
  // Nothing that is to be seen on the page calculates any more.
  static bool done(const pages::Page& page);
  // Of every page, its views, and the rail.
  static Pictures picturesOf(GuiFixture& f);
  static int differing(const QImage& a, const QImage& b);
};

void TstGuiTheme::settle() {
  QTest::qWait(80);  // NOLINT: there is no signal for "nothing more is queued"
  for (int level = 0; level < 10; ++level) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

void TstGuiTheme::openAnother(GuiFixture& f) {
  QTRY_VERIFY(f.connected());
  f.makeWindow();
  f.window->resize(1280, 800);
  f.window->show();
  f.control.push();
  QTRY_VERIFY(f.window->world().complete());
}

bool TstGuiTheme::done(const pages::Page& page) {
  const QList<QWidget*> parts = page.findChildren<QWidget*>();
  return std::none_of(parts.begin(), parts.end(), [](const QWidget* part) {
    return part->isVisible() && part->property("busy").toBool();
  });
}

TstGuiTheme::Pictures TstGuiTheme::picturesOf(GuiFixture& f) {
  Pictures out;
  for (const QString& id : f.window->pageIds()) {
    f.window->showPage(id);
    // A job that is over: the readings of one that runs change by themselves.
    if (id == QLatin1String("training"))
      f.window->openObject(QStringLiteral("training_job"), QStringLiteral("job-01"));
    pages::Page* page = f.window->page(id);
    page->showView({});
    settle();
    out[id] = page->grab().toImage();
    for (const QString& view : page->views()) {
      page->showView(view);
      settle();
      if (!QTest::qWaitFor([page] { return done(*page); }, kCalculates))
        qWarning("%s calculates", qPrintable(view));
      settle();
      out[id + QLatin1Char('/') + view] = page->grab().toImage();
    }
  }
  out[QStringLiteral("rail")] = f.find("rail")->grab().toImage();
  return out;
}

int TstGuiTheme::differing(const QImage& a, const QImage& b) {
  if (a.size() != b.size()) return -1;
  int count = 0;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
  }
  return count;
}

void TstGuiTheme::aSwitchedWindowLooksLikeAFreshOne_data() {
  QTest::addColumn<bool>("dark");
  QTest::newRow("to dark") << true;
  QTest::newRow("to light") << false;
}

void TstGuiTheme::aSwitchedWindowLooksLikeAFreshOne() {
  QFETCH(bool, dark);
  const ThemeChoice look = dark ? ThemeChoice::Dark : ThemeChoice::Light;
  const ThemeChoice other = dark ? ThemeChoice::Light : ThemeChoice::Dark;
  GuiFixture f;
  widgets::setReducedMotion(true);
  f.theme.set(look);
  openAnother(f);
  picturesOf(f);  // what pages ask for when they are seen first is there afterwards
  const Pictures fresh = picturesOf(f);

  // Another window, which knew the other look on each page before it was switched.
  f.theme.set(other);
  openAnother(f);
  picturesOf(f);
  for (const ThemeChoice choice : {look, other, look}) f.theme.set(choice);
  const Pictures switched = picturesOf(f);
  QCOMPARE(switched.keys(), fresh.keys());
  QStringList others;
  for (auto it = fresh.begin(); it != fresh.end(); ++it) {
    const int count = differing(*it, switched[it.key()]);
    if (count == 0) continue;
    others.append(QStringLiteral("%1 (%2 pixels)").arg(it.key()).arg(count));
    const QString directory = qEnvironmentVariable("AERIE_TEST_SCREENSHOTS");
    if (directory.isEmpty()) continue;
    QString name = it.key();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    it->save(QStringLiteral("%1/theme-%2-fresh.png").arg(directory, name));
    switched[it.key()].save(QStringLiteral("%1/theme-%2-switched.png").arg(directory, name));
  }
  QVERIFY2(others.isEmpty(), qPrintable(others.join(QLatin1String(", "))));
}

static QColor titleColor(GuiFixture& f, const char* page) {
  return f.window->page(QLatin1String(page))
      ->findChild<QLabel*>()
      ->palette()
      .color(QPalette::Active, QPalette::WindowText);
}

void TstGuiTheme::whatIsHiddenIsRestyledLater() {
  GuiFixture f;
  for (const char* page : {"audit", "overview"}) {
    f.window->showPage(QLatin1String(page));
    settle();
  }
  f.theme.set(ThemeChoice::Dark);
  const QColor before = widgets::colorOf(widgets::Role::Text, false);
  const QColor after = widgets::colorOf(widgets::Role::Text, true);
  QVERIFY(f.theme.restyling());
  QCOMPARE(titleColor(f, "overview"), after);
  QCOMPARE(titleColor(f, "audit"), before);
  QTRY_VERIFY(!f.theme.restyling());
  QCOMPARE(titleColor(f, "audit"), after);
}

void TstGuiTheme::whatIsShownMeanwhileIsRestyledAtOnce() {
  GuiFixture f;
  for (const char* page : {"audit", "overview"}) {
    f.window->showPage(QLatin1String(page));
    settle();
  }
  f.theme.set(ThemeChoice::Dark);
  f.window->showPage(QStringLiteral("audit"));
  QVERIFY(f.theme.restyling());
  QCOMPARE(titleColor(f, "audit"), widgets::colorOf(widgets::Role::Text, true));
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiTheme)
#include "tst_gui_theme.moc"
