#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>

#include "app/models/id_table_model.h"
#include "app/pages/page.h"
#include "core/base/status.h"
#include "tests/gui/gui_fixture.h"

namespace aerie {

using testing::GuiFixture;

class TstGuiPages final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aDroppedBundleIsRegistered();
  void promoteAsksForTheStageAndPromotes();
  void aVersionThatHoldsAStageCannotBeArchived();
  void archiveAsksFirst();
  void deployNeedsAFreeNameAndThenDeploys();
  void rollBackNamesTheVersionAndRollsBack();
  void cancelOfADeletionChangesNothing();
  void commandOfAnotherPageShowsItFirst();
  void scaleSendsTheNewCount();
  void failedRolloutSaysWhereAndWhy();
  void failureStaysOnThePage();
  void splitStaysWholeAndIsAppliedAfterPreview();
  void discardBringsTheRunningSplitBack();
  void outdatedDraftIsNotAppliedSilently();
  void searchThatFindsNothingOffersToClear();
  void emptyWorldOffersTheFirstStepOnly();

 private:
  static void click(const GuiFixture& f, const char* name);
  static QDialog* dialog(const GuiFixture& f, const char* name);
  static void select(const GuiFixture& f, const char* table, const QString& key);
};

void TstGuiPages::click(const GuiFixture& f, const char* name) {
  auto* button = f.find<QPushButton>(name);
  QVERIFY2(button, name);
  QVERIFY2(button->isEnabled(), qPrintable(QLatin1String(name) + QLatin1String(": ") + button->toolTip()));
  QTest::mouseClick(button, Qt::LeftButton);
}

QDialog* TstGuiPages::dialog(const GuiFixture& f, const char* name) {
  for (QDialog* d : f.window->findChildren<QDialog*>(QString::fromLatin1(name))) {
    if (d->isVisible()) return d;
  }
  return nullptr;
}

void TstGuiPages::select(const GuiFixture& f, const char* table, const QString& key) {
  auto* view = f.find<QTableView>(table);
  QVERIFY2(view, table);
  for (int r = 0; r < view->model()->rowCount(); ++r) {
    const QModelIndex index = view->model()->index(r, 0);
    if (index.data(models::KeyRole).toString() != key) continue;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return;
  }
  QFAIL(qPrintable(key + QLatin1String(" is not in the table")));
}

void TstGuiPages::aDroppedBundleIsRegistered() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  pages::Page* page = f.window->page(QStringLiteral("registry"));
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/flights.aerie"))});
  QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QCoreApplication::sendEvent(page, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
  QCoreApplication::sendEvent(page, &drop);
  QVERIFY(f.control.calls.contains(QStringLiteral("register flights.aerie")));
  QTRY_COMPARE(f.find<QLabel>("details.name")->text(), QStringLiteral("arrival_delay@4"));
}

void TstGuiPages::promoteAsksForTheStageAndPromotes() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QTRY_COMPARE(f.find<QLabel>("details.name")->text(), QStringLiteral("arrival_delay@3"));
  click(f, "registry.promote.button");
  QDialog* ask = dialog(f, "promoteDialog");
  QVERIFY(ask);
  QVERIFY(f.control.calls.filter(QStringLiteral("promote")).isEmpty());
  GuiFixture::keep(ask, "dialog-promote");
  QTest::mouseClick(ask->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
  QVERIFY(f.control.calls.contains(QStringLiteral("promote arrival_delay 3 production")));
}

void TstGuiPages::aVersionThatHoldsAStageCannotBeArchived() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QTRY_VERIFY(f.find<QTableView>("registry.versions.table")->model()->rowCount() == 3);
  select(f, "registry.versions.table", QStringLiteral("arrival_delay@2"));
  auto* archive = f.find<QPushButton>("registry.archive.button");
  QVERIFY(!archive->isEnabled());
  QVERIFY2(archive->toolTip().contains(QLatin1String("stage")), qPrintable(archive->toolTip()));
}

void TstGuiPages::archiveAsksFirst() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  QTRY_VERIFY(f.find<QTableView>("registry.versions.table")->model()->rowCount() == 3);
  select(f, "registry.versions.table", QStringLiteral("arrival_delay@1"));
  click(f, "registry.archive.button");
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  QCOMPARE(ask->findChild<QLabel*>(QStringLiteral("victims"))->text(), QStringLiteral("arrival_delay@1"));
  QVERIFY(ask->findChild<QPushButton*>(QStringLiteral("cancel"))->isDefault());
  QTest::mouseClick(ask->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
  QVERIFY(f.control.calls.contains(QStringLiteral("archive arrival_delay 1")));
}

void TstGuiPages::deployNeedsAFreeNameAndThenDeploys() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  click(f, "deployments.deploy.button");
  QDialog* ask = dialog(f, "deployDialog");
  QVERIFY(ask);
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  auto* name = ask->findChild<QLineEdit*>(QStringLiteral("deploy.endpoint"));
  QCOMPARE(name->text(), QStringLiteral("arrival_delay_v3"));
  QVERIFY(!verb->isEnabled());  // that endpoint exists
  name->selectAll();
  QTest::keyClicks(name, QStringLiteral("arrival_delay_canary"));
  QVERIFY(verb->isEnabled());
  GuiFixture::keep(ask, "dialog-deploy");
  QTest::mouseClick(verb, Qt::LeftButton);
  QVERIFY(f.control.calls.contains(QStringLiteral("create arrival_delay_canary arrival_delay 3")));
  QTRY_COMPARE(f.find<QTableView>("deployments.table")->model()->rowCount(), 4);
}

void TstGuiPages::rollBackNamesTheVersionAndRollsBack() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  select(f, "deployments.table", QStringLiteral("arrival_delay_v2"));
  click(f, "deployments.rollback.button");
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QCOMPARE(verb->text(), QStringLiteral("Roll back to version 1"));
  GuiFixture::keep(ask, "dialog-rollback");
  QTest::mouseClick(verb, Qt::LeftButton);
  QVERIFY(f.control.calls.contains(QStringLiteral("rollback arrival_delay_v2 1")));
}

void TstGuiPages::cancelOfADeletionChangesNothing() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  click(f, "deployments.delete.button");
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  QTest::keyClick(ask, Qt::Key_Return);  // Cancel is the default
  QTRY_VERIFY(!dialog(f, "confirmSheet"));
  QVERIFY(f.control.calls.filter(QStringLiteral("delete")).isEmpty());
}

void TstGuiPages::commandOfAnotherPageShowsItFirst() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("registry"));
  f.window->commands().find(QStringLiteral("deployments.deploy"))->trigger();
  QVERIFY(f.window->page(QStringLiteral("deployments"))->isVisible());
  QVERIFY(dialog(f, "deployDialog"));
}

void TstGuiPages::scaleSendsTheNewCount() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  select(f, "deployments.table", QStringLiteral("arrival_delay_v1"));
  click(f, "deployments.scale.button");
  auto* ask = qobject_cast<QInputDialog*>(dialog(f, "scaleDialog"));
  QVERIFY(ask);
  QCOMPARE(ask->intValue(), 2);
  ask->setIntValue(5);
  ask->accept();
  QVERIFY(f.control.calls.contains(QStringLiteral("scale arrival_delay_v1 5")));
}

void TstGuiPages::failedRolloutSaysWhereAndWhy() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  select(f, "deployments.table", QStringLiteral("arrival_delay_v3"));
  const auto labels = f.window->page(QStringLiteral("deployments"))->findChildren<QLabel*>();
  const bool said = std::any_of(labels.begin(), labels.end(), [](const QLabel* l) {
    return l->isVisible() && l->text().contains(QLatin1String("self-test row 17"));
  });
  QVERIFY(said);
  GuiFixture::keep(f.window.get(), "state-rollout-failed");
}

void TstGuiPages::failureStaysOnThePage() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  f.control.failNext = failedPrecondition("arrival_delay_v1 is draining");
  click(f, "deployments.restart.button");
  QTest::mouseClick(dialog(f, "confirmSheet")->findChild<QPushButton*>(QStringLiteral("verb")),
                    Qt::LeftButton);
  auto* bar =
      f.window->page(QStringLiteral("deployments"))->findChild<QWidget*>(QStringLiteral("messageBar"));
  QTRY_VERIFY(bar->isVisible());
  QVERIFY(bar->accessibleName().contains(QLatin1String("was not restarted")));
}

void TstGuiPages::splitStaysWholeAndIsAppliedAfterPreview() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("routing"));
  auto* slider = f.find<QSlider>("split.slider.treatment");
  auto* control = f.find<QDoubleSpinBox>("split.percent.control");
  QVERIFY(slider && control);
  QVERIFY(!f.find<QPushButton>("routing.apply.button")->isEnabled());
  slider->setFocus();
  QTest::keyClick(slider, Qt::Key_PageUp);  // 50 -> 60 %
  QCOMPARE(control->value(), 40.0);
  QTRY_VERIFY(f.find<QLabel>("routing.preview")->text().contains(QLatin1String("15.0")));
  QVERIFY(f.control.calls.filter(QStringLiteral("weights")).isEmpty());
  GuiFixture::keep(f.window.get(), "state-draft");
  click(f, "routing.apply.button");
  QTest::mouseClick(dialog(f, "confirmSheet")->findChild<QPushButton*>(QStringLiteral("verb")),
                    Qt::LeftButton);
  QVERIFY(
      f.control.calls.contains(QStringLiteral("weights arrival_delay_v1_vs_v2 control=0.4 treatment=0.6")));
  QTRY_VERIFY(!f.find<QPushButton>("routing.apply.button")->isEnabled());
  QCOMPARE(f.control.experiments.front().arms.front().weight, 0.4);
}

void TstGuiPages::discardBringsTheRunningSplitBack() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("routing"));
  auto* box = f.find<QDoubleSpinBox>("split.percent.control");
  box->setFocus();
  box->selectAll();
  QTest::keyClicks(box, QStringLiteral("75"));
  QTest::keyClick(box, Qt::Key_Return);
  QCOMPARE(f.find<QDoubleSpinBox>("split.percent.treatment")->value(), 25.0);
  click(f, "routing.discard.button");
  QCOMPARE(box->value(), 50.0);
  QVERIFY(f.control.calls.filter(QStringLiteral("weights")).isEmpty());
}

void TstGuiPages::outdatedDraftIsNotAppliedSilently() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("routing"));
  QTest::keyClick(f.find<QSlider>("split.slider.treatment"), Qt::Key_PageUp);
  f.control.experiments[0].arms[0].weight = 0.9;
  f.control.experiments[0].arms[1].weight = 0.1;
  ++f.control.experiments[0].revision;
  f.control.push();
  QTRY_VERIFY(f.find<QLabel>("routing.preview")->text().contains(QLatin1String("Somebody")));
  click(f, "routing.apply.button");
  QTest::mouseClick(dialog(f, "confirmSheet")->findChild<QPushButton*>(QStringLiteral("verb")),
                    Qt::LeftButton);
  auto* bar = f.window->page(QStringLiteral("routing"))->findChild<QWidget*>(QStringLiteral("messageBar"));
  QTRY_VERIFY(bar->isVisible());
  QCOMPARE(f.control.experiments.front().arms.front().weight, 0.9);
}

void TstGuiPages::searchThatFindsNothingOffersToClear() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  auto* search = f.find<QLineEdit>("registry.models.search");
  QTest::keyClicks(search, QStringLiteral("zzz"));
  auto* view = f.find<QTableView>("registry.models.table");
  QCOMPARE(view->model()->rowCount(), 0);
  QPushButton* clear = nullptr;
  for (QPushButton* b : f.window->findChildren<QPushButton*>(QStringLiteral("emptyAction"))) {
    if (b->isVisible() && b->text() == QLatin1String("Clear search")) clear = b;
  }
  QVERIFY(clear);
  QTest::mouseClick(clear, Qt::LeftButton);
  QCOMPARE(view->model()->rowCount(), 3);
}

void TstGuiPages::emptyWorldOffersTheFirstStepOnly() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.control.models.clear();
  f.control.deployments.clear();
  f.control.routings.clear();
  f.control.push();
  auto* versions = f.find<QTableView>("registry.versions.table");
  QTRY_VERIFY(!versions->isVisible());
  QStringList offers;
  for (const QPushButton* b : f.window->findChildren<QPushButton*>(QStringLiteral("emptyAction"))) {
    if (b->isVisible()) offers.append(b->text());
  }
  QCOMPARE(offers, QStringList{QStringLiteral("Register a bundle")});
  f.window->showPage(QStringLiteral("deployments"));
  for (QPushButton* b : f.window->findChildren<QPushButton*>(QStringLiteral("emptyAction"))) {
    if (b->isVisible()) QTest::mouseClick(b, Qt::LeftButton);
  }
  auto* bar =
      f.window->page(QStringLiteral("deployments"))->findChild<QWidget*>(QStringLiteral("messageBar"));
  QVERIFY(bar->isVisible());
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiPages)
#include "tst_gui_pages.moc"
