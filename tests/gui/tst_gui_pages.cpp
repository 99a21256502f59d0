#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
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
  void promoteAsksForTheStageAndPromotes();
  void aVersionThatHoldsAStageCannotBeArchived();
  void archiveAsksFirst();
  void deployNeedsAFreeNameAndThenDeploys();
  void aRefusedDeploymentSaysWhyInItsDialog();
  void cancelOfADeletionChangesNothing();
  void deletionIsOffWhereItWouldBeRefused();
  void commandOfAnotherPageShowsItFirst();
  void scaleSendsTheNewCount();
  void failedRolloutSaysWhereAndWhy();
  void failureStaysOnThePage();
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

void TstGuiPages::promoteAsksForTheStageAndPromotes() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("registry"));
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
  f.window->showPage(QStringLiteral("registry"));
  QTRY_VERIFY(f.find<QTableView>("registry.versions.table")->model()->rowCount() == 3);
  select(f, "registry.versions.table", QStringLiteral("arrival_delay@2"));
  auto* archive = f.find<QPushButton>("registry.archive.button");
  QVERIFY(!archive->isEnabled());
  QVERIFY2(archive->toolTip().contains(QLatin1String("stage")), qPrintable(archive->toolTip()));
}

void TstGuiPages::archiveAsksFirst() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("registry"));
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

void TstGuiPages::aRefusedDeploymentSaysWhyInItsDialog() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  click(f, "deployments.deploy.button");
  QPointer<QDialog> ask = dialog(f, "deployDialog");
  QVERIFY(ask);
  ask->findChild<QLineEdit*>(QStringLiteral("deploy.endpoint"))->setText(QStringLiteral("remote"));
  auto* runtime = ask->findChild<QComboBox*>(QStringLiteral("deploy.runtime"));
  runtime->setCurrentIndex(runtime->findData(QStringLiteral("oip_v2")));
  f.control.failNext = failedPrecondition("deployment remote needs aerie-control --runtime-url");
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QTest::mouseClick(verb, Qt::LeftButton);
  QVERIFY(!verb->isEnabled());  // it is asked
  auto* refusal = ask->findChild<QLabel*>(QStringLiteral("deploy.refusal"));
  QTRY_VERIFY(refusal->isVisible());
  QVERIFY2(refusal->text().contains(QLatin1String("--runtime-url")), qPrintable(refusal->text()));
  GuiFixture::keep(ask, "dialog-deploy-refused");
  QVERIFY(verb->isEnabled());  // with other values it may be made
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_VERIFY(!ask || !ask->isVisible());
  QTRY_COMPARE(f.find<QTableView>("deployments.table")->model()->rowCount(), 4);
}

void TstGuiPages::cancelOfADeletionChangesNothing() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  select(f, "deployments.table", QStringLiteral("arrival_delay_v3"));
  click(f, "deployments.delete.button");
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  QTest::keyClick(ask, Qt::Key_Return);  // Cancel is the default
  QTRY_VERIFY(!dialog(f, "confirmSheet"));
  QVERIFY(f.control.calls.filter(QStringLiteral("delete")).isEmpty());
}

void TstGuiPages::deletionIsOffWhereItWouldBeRefused() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("deployments"));
  select(f, "deployments.table", QStringLiteral("arrival_delay_v1"));
  const QAction* remove = f.window->commands().find(QStringLiteral("deployments.delete"));
  QVERIFY(!remove->isEnabled());
  QVERIFY2(remove->toolTip().contains(QStringLiteral("change their routing first")),
           qPrintable(remove->toolTip()));
  select(f, "deployments.table", QStringLiteral("arrival_delay_v3"));
  QVERIFY(remove->isEnabled());
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
  QDialog* ask = dialog(f, "scaleDialog");
  QVERIFY(ask);
  auto* replicas = ask->findChild<QSpinBox*>(QStringLiteral("scale.replicas"));
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QCOMPARE(replicas->value(), 2);
  QVERIFY(!verb->isEnabled());  // as many as there are
  replicas->setValue(5);
  QTest::mouseClick(verb, Qt::LeftButton);
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

void TstGuiPages::searchThatFindsNothingOffersToClear() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("registry"));
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
  f.window->showPage(QStringLiteral("registry"));
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
