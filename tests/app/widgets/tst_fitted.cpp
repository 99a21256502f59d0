// A dialog is as large as its texts are in any language, and stays where people press.
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include "app/widgets/fitted.h"

namespace aerie::widgets {
namespace {

constexpr int kWidth = 300;

// A wrapped text over a button.
struct Shown {
  QDialog dialog;
  QLabel* text = new QLabel(&dialog);
  QPushButton* button = new QPushButton(QStringLiteral("Go"), &dialog);
  explicit Shown(const QString& words) {
    auto* column = new QVBoxLayout(&dialog);
    text->setWordWrap(true);
    text->setText(words);
    column->addWidget(text);
    column->addStretch(1);
    column->addWidget(button);
    keepFitted(&dialog, kWidth);
    dialog.show();
  }
  bool textFits() const { return text->heightForWidth(text->width()) <= text->height(); }
};

QString words(int count) { return QStringLiteral("word ").repeated(count); }

}  // namespace

class TstFitted final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void wrappedTextsAreWhole_data();
  void wrappedTextsAreWhole();
  void whatDoesNotWrapWidens();
  void itGrowsWithTextAndNeverShrinks();
};

void TstFitted::wrappedTextsAreWhole_data() {
  QTest::addColumn<int>("count");
  QTest::newRow("a line") << 3;
  QTest::newRow("some lines") << 30;
  QTest::newRow("a page") << 200;
}

void TstFitted::wrappedTextsAreWhole() {
  QFETCH(int, count);
  Shown s(words(count));
  QCOMPARE(s.dialog.width(), kWidth);
  QVERIFY(s.textFits());
}

void TstFitted::whatDoesNotWrapWidens() {
  Shown s(words(30));
  s.button->setText(words(40));
  QTRY_VERIFY(s.button->width() >= s.button->sizeHint().width());
  QVERIFY(s.dialog.width() > kWidth);
  QVERIFY(s.textFits());
}

void TstFitted::itGrowsWithTextAndNeverShrinks() {
  Shown s(words(3));
  const int before = s.dialog.height();
  s.text->setText(words(60));
  QTRY_VERIFY(s.dialog.height() > before);
  QTRY_VERIFY(s.textFits());
  const int tall = s.dialog.height();
  s.text->setText(words(3));
  QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  QCOMPARE(s.dialog.height(), tall);
}

}  // namespace aerie::widgets

QTEST_MAIN(aerie::widgets::TstFitted)
#include "tst_fitted.moc"
