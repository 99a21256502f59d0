#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include "app/pages/page.h"
#include "app/pages/simulation_page.h"
#include "app/pages/tab_order.h"
#include "app/presenters/what_if_presenter.h"
#include "app/shell/openings.h"
#include "app/shell/stand_in_window.h"
#include "app/shell/translations.h"
#include "tests/app/fakes/fake_what_if.h"
#include "tests/gui/gui_fixture.h"
#include "tests/gui/lints.h"

namespace aerie {

using testing::GuiFixture;

namespace {
// Colours and fonts written out.
constexpr const char* kLiteral =
    "\"#[0-9A-Fa-f]{3,8}\"|QColor\\(\\s*[0-9\"]|QColor\\(Qt::(?!transparent)|\\bqRgba?\\(|\\brgba?\\(\\s*\\d|"
    "Qt::(white|black|red|green|blue|yellow|gray|cyan|magenta|dark[A-Z]\\w+|lightGray)\\b|"
    "QFont\\(\\s*\"|setPointSize|setPixelSize|setFamily";
}  // namespace

// Rules that hold on every page and in every dialog.
class TstGuiLints final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyControlHasANameForReaders();
  void everyControlIsReachedByTab();
  void aWrongTabOrderIsFound();
  void cutTitlesAndHintsAreFound();
  void noTwoCommandsShareKeys();
  void nothingIsCutOff_data();
  void nothingIsCutOff();
  void coloursAndFontsAreNamedInTheTokensOnly();

 private:
  using Lint = std::function<QStringList(QWidget*)>;
  // The breaches of `lint` on every page, in each of its views, and in all that opens over the window.
  static QStringList everywhere(GuiFixture& f, const Lint& lint);
  // The answers of the fakes are in and every layout is done.
  static void settle();
  static QString report(QStringList breaches);
};

void TstGuiLints::settle() {
  QTest::qWait(80);  // NOLINT: there is no signal for "nothing more is queued"
  // A layout asks its parent's to be done anew: once for each level.
  for (int level = 0; level < 10; ++level) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

QStringList TstGuiLints::everywhere(GuiFixture& f, const Lint& lint) {
  QStringList out;
  const auto add = [&](const QString& where, QWidget* widget) {
    for (const QString& breach : lint(widget)) out.append(where + QLatin1String(": ") + breach);
  };
  for (const QString& id : f.window->pageIds()) {
    f.window->showPage(id);
    settle();
    // What is around the pages is looked at once.
    add(id, id == f.window->pageIds().front() ? static_cast<QWidget*>(f.window.get()) : f.window->page(id));
    for (const QString& view : f.window->page(id)->views()) {
      f.window->page(id)->showView(view);
      settle();
      add(id + QLatin1Char(' ') + view, f.window->page(id));
    }
    f.window->page(id)->showView({});
  }
  const QTemporaryDir folder;
  for (const shell::Opening& opening : shell::openingsOf(*f.window, folder.path())) {
    const QString why = shell::open(opening, *f.window, settle);
    if (why.isEmpty()) {
      add(opening.id, shell::shownBy(opening, *f.window));
    } else if (opening.needs.isEmpty()) {
      out.append(QStringLiteral("%1 does not open: %2").arg(opening.id, why));
    }
    shell::leave(opening, *f.window, settle);
  }
  for (const shell::StandInWindow::State state : shell::StandInWindow::kStates) {
    shell::StandInWindow standIn(state, f.window->world(), f.theme);
    standIn.window().resize(f.window->size());
    standIn.window().show();
    settle();
    add(shell::StandInWindow::nameOf(state), &standIn.window());
  }
  pages::Page* simulator = f.window->page(QStringLiteral("simulation"));
  if (!simulator) return out;
  // In the window no simulation runs: its page is shown with one here.
  testing::FakeSimulation fake;
  presenters::SimulationPresenter presenter(fake, nullptr);
  widgets::CommandRegistry commands;
  testing::FakeWhatIf whatIfFake;
  presenters::WhatIfPresenter whatIf(whatIfFake);
  pages::SimulationPage page(presenter, whatIf, commands);
  page.resize(1'060, 700);
  page.show();
  settle();
  add(QStringLiteral("simulation (live)"), &page);
  page.showView(QStringLiteral("what-if"));
  for (const char* preset : {"before_after", "right_sized", "shared_queue"}) {
    whatIf.choose(QLatin1String(preset));
    settle();
    add(QStringLiteral("simulation (what if, %1)").arg(QLatin1String(preset)), &page);
  }
  return out;
}

// One line each: what a failed check may say is short.
QString TstGuiLints::report(QStringList breaches) {
  breaches.removeDuplicates();
  breaches.sort();
  for (const QString& breach : breaches) qInfo("%s", qPrintable(breach));
  return QStringLiteral("%1 breaches, listed above").arg(breaches.size());
}

void TstGuiLints::everyControlHasANameForReaders() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  const QStringList breaches = everywhere(f, [](QWidget* w) { return testing::namelessIn(w); });
  QVERIFY2(breaches.isEmpty(), qPrintable(report(breaches)));
}

void TstGuiLints::everyControlIsReachedByTab() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  const QStringList breaches = everywhere(f, [](QWidget* w) { return testing::outsideTabOrder(w); });
  QVERIFY2(breaches.isEmpty(), qPrintable(report(breaches)));
}

void TstGuiLints::aWrongTabOrderIsFound() {
  // Made in the order that is read, then chained otherwise: backwards in a row, and through another group.
  QWidget window;
  auto* row = new QHBoxLayout(&window);
  QList<QPushButton*> buttons;
  QList<QWidget*> groups;
  for (int group = 0; group < 2; ++group) {
    groups.append(new QWidget(&window));
    auto* column = new QVBoxLayout(groups.back());
    for (int i = 0; i < 2; ++i) {
      buttons.append(new QPushButton(QString::number(buttons.size()), groups.back()));
      column->addWidget(buttons.back());
    }
    row->addWidget(groups.back());
  }
  window.show();
  settle();
  QCOMPARE(testing::outsideTabOrder(&window), QStringList());
  QWidget::setTabOrder(buttons[1], buttons[0]);
  QVERIFY(testing::outsideTabOrder(&window).join(QLatin1Char(' ')).contains(QLatin1String("backwards")));
  pages::orderTabsByLayout(&window);
  QCOMPARE(testing::outsideTabOrder(&window), QStringList());
  QWidget::setTabOrder(buttons[0], buttons[2]);
  QVERIFY(testing::outsideTabOrder(&window).join(QLatin1Char(' ')).contains(QLatin1String("comes back")));
}

void TstGuiLints::cutTitlesAndHintsAreFound() {
  QWidget window;
  auto* column = new QVBoxLayout(&window);
  auto* table = new QTableWidget(1, 1, &window);
  table->setHorizontalHeaderLabels({QStringLiteral("a long title of a column")});
  auto* field = new QLineEdit(&window);
  field->setPlaceholderText(QStringLiteral("a long hint in a field"));
  field->setFixedWidth(200);
  column->addWidget(table);
  column->addWidget(field);
  table->setColumnWidth(0, 300);
  window.show();
  settle();
  QCOMPARE(testing::cutOffIn(&window), QStringList());
  table->setColumnWidth(0, 60);
  field->setFixedWidth(60);
  settle();
  QCOMPARE(testing::cutOffIn(&window).size(), 2);
}

void TstGuiLints::noTwoCommandsShareKeys() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  const QStringList breaches = testing::clashesOf(f.window->commands().actions(), f.window.get());
  QVERIFY2(breaches.isEmpty(), qPrintable(report(breaches)));
}

void TstGuiLints::nothingIsCutOff_data() {
  QTest::addColumn<QString>("language");
  QTest::newRow("English") << QStringLiteral("en");
  QTest::newRow("every text a third longer") << shell::Translations::pseudoLanguage();
  for (const char* language : {"de", "es", "fr", "ja", "zh_CN"})
    QTest::newRow(language) << QString::fromLatin1(language);
}

void TstGuiLints::nothingIsCutOff() {
  QFETCH(QString, language);
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  shell::Translations translations;
  translations.setLanguage(language);
  f.makeWindow();
  f.window->resize(1'280, 800);
  f.window->show();
  f.control.push();
  QTRY_VERIFY(f.window->world().complete());
  // What is a third longer than English is no language: columns and painted texts need not hold it.
  const bool real = language != shell::Translations::pseudoLanguage();
  const QStringList breaches = everywhere(f, [real](QWidget* w) { return testing::cutOffIn(w, real); });
  QLocale::setDefault(QLocale::c());
  QVERIFY2(breaches.isEmpty(), qPrintable(report(breaches)));
}

void TstGuiLints::coloursAndFontsAreNamedInTheTokensOnly() {
  const QRegularExpression literal(QString::fromLatin1(kLiteral));
  QStringList breaches;
  QDirIterator files(QStringLiteral(AERIE_SOURCE_DIR "/app"),
                     {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                     QDirIterator::Subdirectories);
  int seen = 0;
  while (files.hasNext()) {
    const QString path = files.next();
    const QString name = path.mid(static_cast<int>(sizeof AERIE_SOURCE_DIR));
    // Tokens are where they belong; the theme sets the application's font to the body size; icons are drawn
    // in black and painted in the colour of a role.
    if (name.startsWith(QLatin1String("app/widgets/tokens.")) ||
        name == QLatin1String("app/widgets/theme.cpp") || name == QLatin1String("app/widgets/icons.cpp"))
      continue;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    ++seen;
    int number = 0;
    for (QString line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
      ++number;
      line = line.section(QLatin1String("//"), 0, 0);
      if (literal.match(line).hasMatch())
        breaches.append(QStringLiteral("%1:%2: %3").arg(name).arg(number).arg(line.trimmed()));
    }
  }
  QVERIFY(seen > 50);
  QVERIFY2(breaches.isEmpty(), qPrintable(report(breaches)));
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiLints)
#include "tst_gui_lints.moc"
