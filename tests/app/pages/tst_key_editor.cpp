#include <QAbstractItemModelTester>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include "app/pages/key_editor.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/filter_table.h"

namespace aerie {

// The table of keys over a registry of its own.
class TstKeyEditor final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("AerieTest"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_key_editor"));
    QSettings().clear();
  }
  void theTableFollowsTheCommands();
  void tabIntoTheTableChoosesARow();
};

void TstKeyEditor::theTableFollowsTheCommands() {
  QWidget window;
  widgets::CommandRegistry commands;
  const auto add = [&](const char* id, const char* text, const char* keys) {
    commands.add({QLatin1String(id),
                  QLatin1String(text),
                  QStringLiteral("Does it."),
                  {},
                  QKeySequence(QLatin1String(keys)),
                  [] {}},
                 &window);
  };
  add("one", "First", "Ctrl+1");
  add("two", "Second", "");
  pages::KeyEditor editor(commands);
  editor.show();
  auto* table = editor.findChild<widgets::FilterTable*>();
  QVERIFY(table);
  auto* filter = qobject_cast<QAbstractProxyModel*>(table->view()->model());
  QVERIFY(filter);
  QAbstractItemModel* model = filter->sourceModel();
  const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QAbstractItemModelTester filterTester(filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QCOMPARE(model->rowCount(), 2);
  add("three", "Third", "Ctrl+3");
  editor.refresh();
  QCOMPARE(model->rowCount(), 3);
  const auto keysOf = [&](const char* text) {
    for (int row = 0; row < model->rowCount(); ++row) {
      QStringList cells;
      for (int column = 0; column < model->columnCount(); ++column)
        cells.append(model->index(row, column).data().toString());
      if (cells.contains(QLatin1String(text))) return cells.join(QLatin1Char('|'));
    }
    return QString();
  };
  QVERIFY(commands.setKeys(QStringLiteral("two"), QKeySequence(QStringLiteral("Ctrl+2"))));
  editor.refresh();
  QVERIFY2(keysOf("Second").contains(QStringLiteral("Ctrl+2")), qPrintable(keysOf("Second")));
  table->search()->setText(QStringLiteral("third"));
  QCOMPARE(filter->rowCount(), 1);
}

void TstKeyEditor::tabIntoTheTableChoosesARow() {
  QWidget window;
  widgets::CommandRegistry commands;
  commands.add({QStringLiteral("one"), QStringLiteral("First"), QStringLiteral("Does it."), {}, {}, [] {}},
               &window);
  pages::KeyEditor editor(commands);
  editor.show();
  auto* table = editor.findChild<widgets::FilterTable*>();
  QVERIFY(table);
  table->search()->setFocus();
  QTRY_VERIFY(table->search()->hasFocus());
  QTest::keyClick(table->search(), Qt::Key_Tab);
  QVERIFY(table->view()->hasFocus());
  QCOMPARE(table->currentKey(), QStringLiteral("one"));
  QVERIFY(table->view()->selectionModel()->isRowSelected(0));
}

}  // namespace aerie

QTEST_MAIN(aerie::TstKeyEditor)
#include "tst_key_editor.moc"
