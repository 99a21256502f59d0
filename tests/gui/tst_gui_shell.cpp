#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGraphicsEffect>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/pages/page.h"
#include "app/shell/screenshots.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/tokens.h"
#include "core/base/status.h"
#include "tests/gui/gui_fixture.h"

namespace aerie {

using testing::GuiFixture;

namespace {

double luminance(const QColor& c) {
  const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
  return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
}
double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace

class TstGuiShell final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyFocusableWidgetHasAName();
  void noTwoCommandsShareKeysInOneScope();
  void everyCommandSaysWhatItDoes();
  void textIsReadableOnItsGround_data();
  void textIsReadableOnItsGround();
  void firstRunWithoutControlPlaneExplainsAndRetries();
  void lostConnectionGreysDataAndDisablesActions();
  void reconnectedDataIsLiveAgain();
  void answersAfterTheWindowIsGoneAreSilent();
  void keysSwitchPages();
  void paletteFindsAThingAndGoesThere();
  void paletteShowsOnlyCommandsAfterTheSign();
  void themeSwitchRepaintsEverything();
  void screenshotsAreWrittenForEveryPage();
  void screenshotsWithoutDataSayWhy();
};

void TstGuiShell::everyFocusableWidgetHasAName() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QStringList nameless;
  for (const QWidget* w : f.window->findChildren<QWidget*>()) {
    if (!(w->focusPolicy() & Qt::TabFocus) || !w->accessibleName().isEmpty()) continue;
    // Inner parts of a named control speak through it.
    if (w->objectName().startsWith(QLatin1String("qt_")) ||
        qobject_cast<const QAbstractSpinBox*>(w->parentWidget()) ||
        qobject_cast<const QComboBox*>(w->parentWidget())) {
      continue;
    }
    if (QLatin1String(w->metaObject()->className()) == QLatin1String("QComboBoxListView")) continue;
    // A button without a word is one that its owner has hidden; it gets word and name together.
    if (const auto* button = qobject_cast<const QPushButton*>(w);
        button && button->isHidden() && button->text().isEmpty())
      continue;
    nameless.append(QStringLiteral("%1 \"%2\" in %3")
                        .arg(QLatin1String(w->metaObject()->className()), w->objectName(),
                             w->parentWidget() ? w->parentWidget()->objectName() : QString()));
  }
  QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void TstGuiShell::noTwoCommandsShareKeysInOneScope() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  const auto& actions = f.window->commands().actions();
  QVERIFY(actions.size() > 12);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    for (std::size_t k = i + 1; k < actions.size(); ++k) {
      if (actions[i]->shortcut().isEmpty() || actions[i]->shortcut() != actions[k]->shortcut()) continue;
      // Two pages are never visible together; the window is visible with each of them.
      const bool together = actions[i]->parent() == actions[k]->parent() ||
                            actions[i]->parent() == f.window.get() || actions[k]->parent() == f.window.get();
      QVERIFY2(!together,
               qPrintable(actions[i]->objectName() + QLatin1String(" and ") + actions[k]->objectName()));
    }
  }
}

void TstGuiShell::everyCommandSaysWhatItDoes() {
  GuiFixture f;
  for (const QAction* action : f.window->commands().actions()) {
    QVERIFY2(!action->text().isEmpty() && !action->statusTip().isEmpty() && !action->icon().isNull(),
             qPrintable(action->objectName()));
  }
}

void TstGuiShell::textIsReadableOnItsGround_data() {
  using widgets::Role;
  QTest::addColumn<int>("text");
  QTest::addColumn<int>("ground");
  QTest::addColumn<bool>("dark");
  const std::pair<const char*, Role> texts[] = {
      {"text", Role::Text},       {"muted", Role::Muted},   {"accent", Role::Accent}, {"ok", Role::Ok},
      {"warning", Role::Warning}, {"danger", Role::Danger}, {"info", Role::Info}};
  for (const auto& [name, role] : texts) {
    for (const bool dark : {false, true}) {
      const QByteArray look = QByteArray(name) + (dark ? " on dark" : " on light");
      QTest::newRow(look + " surface") << int(role) << int(Role::Surface) << dark;
      QTest::newRow(look + " background") << int(role) << int(Role::Background) << dark;
      QTest::newRow(look + " raised") << int(role) << int(Role::Raised) << dark;  // menus, palette, tool tips
    }
  }
  for (const bool dark : {false, true}) {
    const QByteArray look = dark ? " on dark" : " on light";
    QTest::newRow("on accent" + look + " accent") << int(Role::OnAccent) << int(Role::Accent) << dark;
    QTest::newRow("on accent" + look + " danger") << int(Role::OnAccent) << int(Role::Danger) << dark;
  }
}

void TstGuiShell::textIsReadableOnItsGround() {
  QFETCH(int, text);
  QFETCH(int, ground);
  QFETCH(bool, dark);
  QVERIFY(contrast(widgets::colorOf(static_cast<widgets::Role>(text), dark),
                   widgets::colorOf(static_cast<widgets::Role>(ground), dark)) >= 4.5);
}

void TstGuiShell::firstRunWithoutControlPlaneExplainsAndRetries() {
  GuiFixture f(false);
  QTRY_COMPARE(f.connection->state(), rpc::Connection::State::Disconnected);
  auto* retry = f.find<QPushButton>("start.primary");
  QVERIFY(retry && retry->isVisible());
  QVERIFY(f.find<QLabel>("start.headline")->text().contains(QLatin1String("127.0.0.1:7700")));
  GuiFixture::keep(f.window.get(), "state-not-connected");
  f.control.reachable = true;
  QTest::mouseClick(retry, Qt::LeftButton);
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("registry"));
  QVERIFY(f.find<QTableView>("registry.models.table")->isVisible());
}

void TstGuiShell::lostConnectionGreysDataAndDisablesActions() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  pages::Page* page = f.window->page(QStringLiteral("registry"));
  auto* button = f.find<QPushButton>("registry.register.button");
  QTRY_VERIFY(button->isEnabled());
  f.control.reachable = false;
  f.control.dropWatch(unavailable("the control plane went away"));
  QTRY_COMPARE(f.connection->state(), rpc::Connection::State::Lost);
  QVERIFY(page->property("stale").toBool());
  QVERIFY(page->findChild<QWidget*>(QStringLiteral("content"))->graphicsEffect() != nullptr);
  QVERIFY(!button->isEnabled());
  QVERIFY2(button->toolTip().contains(QLatin1String("not connected")), qPrintable(button->toolTip()));
  QCOMPARE(f.find<QTableView>("registry.models.table")->model()->rowCount(), 3);  // the data stays
  auto* banner = f.find<widgets::MessageBar>("banner");
  QVERIFY(banner->isVisible());
  QVERIFY(banner->text().contains(QLatin1String("the control plane went away")));
  GuiFixture::keep(f.window.get(), "state-lost");
}

void TstGuiShell::reconnectedDataIsLiveAgain() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.control.dropWatch(unavailable("gone"));
  QTRY_COMPARE(f.connection->state(), rpc::Connection::State::Lost);
  f.control.models.removeLast();
  QTest::mouseClick(f.findIn<QPushButton>(f.find("banner"), "messageAction"), Qt::LeftButton);
  QTRY_VERIFY(f.connected());
  QTRY_COMPARE(f.find<QTableView>("registry.models.table")->model()->rowCount(), 2);
  QVERIFY(!f.window->page(QStringLiteral("registry"))->property("stale").toBool());
  QVERIFY(!f.find("banner")->isVisible());
}

void TstGuiShell::answersAfterTheWindowIsGoneAreSilent() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.control.hold = true;
  f.window->showPage(QStringLiteral("deployments"));
  f.window->commands().find(QStringLiteral("registry.promote"));
  f.control.apis().registry.getVersion(QStringLiteral("arrival_delay"), QStringLiteral("1"), f.window.get(),
                                       [](const auto&) { QFAIL("answered to a dead context"); });
  f.window.reset();
  f.control.release();
  QCoreApplication::sendPostedEvents();
  QCoreApplication::processEvents();
}

void TstGuiShell::keysSwitchPages() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
  for (int i = 0; i < std::min<int>(9, static_cast<int>(f.window->pageIds().size()) - 1); ++i) {
    QTest::keyClick(f.window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
    QTRY_VERIFY(f.window->page(f.window->pageIds()[i])->isVisible());
  }
  QTest::keyClick(f.window.get(), Qt::Key_Comma, Qt::ControlModifier);
  QTRY_VERIFY(f.window->page(QStringLiteral("settings"))->isVisible());
}

void TstGuiShell::paletteFindsAThingAndGoesThere() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QTest::mouseClick(f.find("openPalette"), Qt::LeftButton);
  auto* field = f.find<QLineEdit>("palette.field");
  QVERIFY(field);
  QTest::keyClicks(field, QStringLiteral("@delay_v2"));
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_VERIFY(f.window->page(QStringLiteral("deployments"))->isVisible());
  QCOMPARE(f.find<QLabel>("deployment.name")->text(), QStringLiteral("arrival_delay_v2"));
}

void TstGuiShell::paletteShowsOnlyCommandsAfterTheSign() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QTest::mouseClick(f.find("openPalette"), Qt::LeftButton);
  auto* list = f.find<QListWidget>("palette.list");
  const int all = list->count();
  GuiFixture::keep(list->window(), "palette");
  QTest::keyClicks(f.find("palette.field"), QStringLiteral(">"));
  QVERIFY(list->count() > 0 && list->count() < all);
  QVERIFY(list->findItems(QStringLiteral("arrival_delay_v2"), Qt::MatchExactly).isEmpty());
}

void TstGuiShell::themeSwitchRepaintsEverything() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  const QImage light = f.window->grab().toImage();
  f.theme.set(widgets::ThemeChoice::Dark);
  const QImage dark = f.window->grab().toImage();
  QVERIFY(qGray(light.pixel(700, 600)) > 200);
  QVERIFY(qGray(dark.pixel(700, 600)) < 80);
}

void TstGuiShell::screenshotsAreWrittenForEveryPage() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  const QString wanted = qEnvironmentVariable("AERIE_TEST_SCREENSHOTS");
  QTemporaryDir temporary;
  int second = 0;
  QTimer traffic;
  QObject::connect(&traffic, &QTimer::timeout, &traffic, [&] { testing::advanceDemo(f.control, ++second); });
  traffic.start(20);
  shell::Screenshots pictures(*f.window, f.theme,
                              {.directory = wanted.isEmpty() ? temporary.path() : wanted,
                               .settleMs = 600,
                               .timeoutMs = 5'000,
                               .dialogs = false});
  QSignalSpy finished(&pictures, &shell::Screenshots::finished);
  pictures.start();
  QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
  QCOMPARE(finished.front().front().toString(), QString());
  // Beside these there are pictures of the pages' other views. A second run of this test has a screen with
  // two pixels for each.
  const double ratio = f.window->devicePixelRatio();
  const QString suffix = ratio > 1 ? QStringLiteral("@%1x").arg(ratio) : QString();
  for (const QString& id : f.window->pageIds()) {
    for (const char* look : {"light", "dark"}) {
      const QString name = QStringLiteral("/%1-%2%3.png").arg(id, QLatin1String(look), suffix);
      QCOMPARE(pictures.files().filter(name).size(), 1);
    }
  }
  QCOMPARE(QSet<QString>(pictures.files().begin(), pictures.files().end()).size(), pictures.files().size());
  for (const QString& file : pictures.files()) {
    const QImage image(file);
    QCOMPARE(image.size(), QSize(1280, 800) * ratio);
  }
}

void TstGuiShell::screenshotsWithoutDataSayWhy() {
  GuiFixture f(false);
  QTemporaryDir temporary;
  shell::Screenshots pictures(*f.window, f.theme,
                              {.directory = temporary.path(), .settleMs = 0, .timeoutMs = 200});
  QSignalSpy finished(&pictures, &shell::Screenshots::finished);
  pictures.start();
  QTRY_COMPARE(finished.count(), 1);
  QVERIFY(finished.front().front().toString().contains(QLatin1String("control plane")));
  QVERIFY(pictures.files().isEmpty());
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiShell)
#include "tst_gui_shell.moc"
