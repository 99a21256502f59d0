#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QVBoxLayout>

#include "app/pages/tab_order.h"

class TstTabOrder final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void tabFollowsTheLayoutWhateverWasMadeFirst();
  void whatIsMadeLaterIsOrderedByTheNextCall();
};

namespace {

QPushButton* newButton(const char* name, QWidget* parent) {
  auto* button = new QPushButton(parent);
  button->setObjectName(QLatin1String(name));
  return button;
}

// The names that Tab reaches from `first` on, until it is back.
QStringList walk(QWidget* first) {
  QStringList out;
  QWidget* w = first;
  do {
    if (w->focusPolicy() & Qt::TabFocus && w->isVisible() && !w->objectName().isEmpty())
      out.append(w->objectName());
    w = w->nextInFocusChain();
  } while (w != first);
  return out;
}

}  // namespace

void TstTabOrder::tabFollowsTheLayoutWhateverWasMadeFirst() {
  QWidget window;
  auto* row = new QHBoxLayout(&window);
  auto* split = new QSplitter(&window);
  auto* last = newButton("last", &window);
  auto* right = newButton("right", nullptr);
  auto* left = new QWidget();
  auto* column = new QVBoxLayout(left);
  auto* below = newButton("below", left);
  auto* above = newButton("above", left);
  column->addWidget(above);
  column->addWidget(below);
  split->addWidget(left);
  split->addWidget(right);
  row->addWidget(split);
  row->addWidget(last);
  window.show();
  aerie::pages::orderTabsByLayout(&window);
  QCOMPARE(walk(above).join(QLatin1Char(' ')), QStringLiteral("above below right last"));
}

void TstTabOrder::whatIsMadeLaterIsOrderedByTheNextCall() {
  QWidget window;
  auto* column = new QVBoxLayout(&window);
  auto* a = newButton("a", &window);
  auto* c = newButton("c", &window);
  column->addWidget(a);
  column->addWidget(c);
  window.show();
  auto* b = newButton("b", &window);
  column->insertWidget(1, b);
  b->show();
  aerie::pages::orderTabsByLayout(&window);
  QCOMPARE(walk(a).join(QLatin1Char(' ')), QStringLiteral("a b c"));
}

QTEST_MAIN(TstTabOrder)
#include "tst_tab_order.moc"
