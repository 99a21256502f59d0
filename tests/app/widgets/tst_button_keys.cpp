#include <QDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/widgets/button_keys.h"

using aerie::widgets::ButtonKeys;

class TstButtonKeys final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void enterPressesTheButtonWithTheFocus();
  void enterOnCancelDoesNotRunTheDefault();
  void enterInAFieldStillRunsTheDefault();
  void heldDownKeyPressesNothing();
};

namespace {

struct Ask {
  QDialog dialog;
  QLineEdit* field = new QLineEdit(&dialog);
  QPushButton* cancel = new QPushButton(&dialog);
  QPushButton* verb = new QPushButton(&dialog);
  QSignalSpy cancelled{cancel, &QPushButton::clicked};
  QSignalSpy done{verb, &QPushButton::clicked};

  Ask() {
    auto* row = new QHBoxLayout(&dialog);
    for (QWidget* w :
         {static_cast<QWidget*>(field), static_cast<QWidget*>(cancel), static_cast<QWidget*>(verb)})
      row->addWidget(w);
    cancel->setAutoDefault(false);
    verb->setDefault(true);
    dialog.show();
    dialog.activateWindow();
  }
};

}  // namespace

void TstButtonKeys::enterPressesTheButtonWithTheFocus() {
  const ButtonKeys keys(*qApp);
  QWidget window;
  auto* row = new QHBoxLayout(&window);
  auto* push = new QPushButton(&window);
  auto* tool = new QToolButton(&window);
  row->addWidget(push);
  row->addWidget(tool);
  tool->setFocusPolicy(Qt::StrongFocus);
  window.show();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  for (QAbstractButton* button : {static_cast<QAbstractButton*>(push), static_cast<QAbstractButton*>(tool)}) {
    const QSignalSpy clicked(button, &QAbstractButton::clicked);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(clicked.count(), 2);
    button->setEnabled(false);
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(clicked.count(), 2);
  }
}

void TstButtonKeys::enterOnCancelDoesNotRunTheDefault() {
  const ButtonKeys keys(*qApp);
  Ask ask;
  QVERIFY(QTest::qWaitForWindowActive(&ask.dialog));
  ask.cancel->setFocus();
  QTest::keyClick(ask.cancel, Qt::Key_Return);
  QCOMPARE(ask.cancelled.count(), 1);
  QCOMPARE(ask.done.count(), 0);
}

void TstButtonKeys::enterInAFieldStillRunsTheDefault() {
  const ButtonKeys keys(*qApp);
  Ask ask;
  QVERIFY(QTest::qWaitForWindowActive(&ask.dialog));
  ask.field->setFocus();
  QTest::keyClick(ask.field, Qt::Key_Return);
  QCOMPARE(ask.done.count(), 1);
  QCOMPARE(ask.cancelled.count(), 0);
}

void TstButtonKeys::heldDownKeyPressesNothing() {
  const ButtonKeys keys(*qApp);
  Ask ask;
  QVERIFY(QTest::qWaitForWindowActive(&ask.dialog));
  ask.verb->setFocus();
  QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
  QCoreApplication::sendEvent(ask.verb, &held);
  QCOMPARE(ask.done.count(), 0);
}

QTEST_MAIN(TstButtonKeys)
#include "tst_button_keys.moc"
