// The look follows the system while nobody chose one.
#include <QSignalSpy>
#include <QWidget>
#include <QtTest>

#include "app/widgets/theme.h"
#include "app/widgets/tokens.h"

using namespace aerie::widgets;

class TstTheme : public QObject {
  Q_OBJECT
  bool systemDark_ = false;
  // As a platform does: each window is told.
  void switchSystem(bool dark, QWidget& window) {
    systemDark_ = dark;
    QEvent event(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &event);
    QCoreApplication::sendEvent(&window, &event);
  }

 private Q_SLOTS:
  void theSystemsLookIsFollowedWhileNobodyChoseOne() {
    Theme theme(*qApp, ThemeChoice::System, nullptr, [this] { return systemDark_; });
    QSignalSpy changed(&theme, &Theme::changed);
    QWidget window;
    for (const bool dark : {true, false, true}) {
      const auto before = changed.count();
      switchSystem(dark, window);
      QTRY_COMPARE(isDark(), dark);
      QTRY_COMPARE(changed.count(), before + 1);  // once, although every window is told
      QCOMPARE(QGuiApplication::palette().color(QPalette::Window), colorOf(Role::Background, dark));
    }
    switchSystem(true, window);  // it is dark already
    QTRY_COMPARE(QGuiApplication::palette().color(QPalette::Window), colorOf(Role::Background, true));
    QCOMPARE(changed.count(), 3);
  }

  void aChosenLookStaysAndTheSystemsIsTakenUpLater() {
    systemDark_ = false;
    Theme theme(*qApp, ThemeChoice::System, nullptr, [this] { return systemDark_; });
    theme.set(ThemeChoice::Light);
    QWidget window;
    switchSystem(true, window);
    QCoreApplication::processEvents();
    QVERIFY(!isDark());
    QCOMPARE(QGuiApplication::palette().color(QPalette::Window), colorOf(Role::Background, false));
    theme.set(ThemeChoice::System);
    QVERIFY(isDark());
  }
};

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
