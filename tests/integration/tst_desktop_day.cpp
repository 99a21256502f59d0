#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>

#include "app/models/id_table_model.h"
#include "app/pages/page.h"
#include "app/rpc/connection.h"
#include "app/rpc/grpc_backend.h"
#include "app/shell/desk.h"
#include "app/shell/main_window.h"
#include "app/widgets/english_plurals.h"
#include "core/base/clock.h"
#include "tests/integration/stack_fixture.h"

using namespace aerie;
using aerie::test::StackFixture;

namespace {

constexpr int kSoon = 10'000;     // of the window itself
constexpr int kRollout = 60'000;  // of real processes, on a busy machine

constexpr char kRouting[] = R"(model_use_case: arrival_delay
default_worker_endpoint: late
on_worker_failure: default_endpoint
experiments:
  - name: split
    experiment_traffic_splitting_key: flight_id
    arms: [{arm: control, worker_endpoint: late}, {arm: treatment, worker_endpoint: late_v2}]
)";

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

}  // namespace

// The desktop's real window against real daemons, by clicks and keys alone. The functions build on each
// other, in this order.
class TstDesktopDay final : public QObject {
  Q_OBJECT

  widgets::EnglishPlurals plurals_;
  QObject gui_;
  SystemClock clock_;
  std::unique_ptr<StackFixture> f_;
  std::string bundle1_, bundle2_;
  std::unique_ptr<widgets::Theme> theme_;
  std::unique_ptr<shell::Desk> desk_;
  std::unique_ptr<rpc::GrpcBackend> backend_;
  std::unique_ptr<rpc::Connection> connection_;
  std::unique_ptr<shell::MainWindow> window_;

  template <class T = QWidget>
  T* find(const char* name) const {
    return window_->findChild<T*>(QString::fromLatin1(name));
  }
  QDialog* dialog(const char* name) const {
    for (QDialog* d : window_->findChildren<QDialog*>(QString::fromLatin1(name))) {
      if (d->isVisible()) return d;
    }
    return nullptr;
  }
  template <class T = QWidget>
  static T* in(QWidget* parent, const char* name) {
    return parent ? parent->findChild<T*>(QString::fromLatin1(name)) : nullptr;
  }
  bool can(const char* command) const {
    const QAction* action = window_->commands().find(QString::fromLatin1(command));
    return action && action->isEnabled();
  }
  void press(const char* command) const {
    const QByteArray button = QByteArray(command) + ".button";
    for (QPushButton* b : window_->findChildren<QPushButton*>(QString::fromLatin1(button))) {
      if (!b->isVisible()) continue;
      QTRY_VERIFY_WITH_TIMEOUT(!b->visibleRegion().isEmpty(), kSoon);  // the layout comes after the news
      QTest::mouseClick(b, Qt::LeftButton);
      return;
    }
    QFAIL(command);
  }
  static void pressVerb(QDialog* dialog) {
    auto* verb = in<QPushButton>(dialog, "verb");
    QVERIFY(verb);
    QTRY_VERIFY_WITH_TIMEOUT(verb->isEnabled(), kSoon);
    QTest::mouseClick(verb, Qt::LeftButton);
  }
  int rows(const char* table) const { return find<QTableView>(table)->model()->rowCount(); }
  // Clicks the row of a table; false while it is not there.
  bool choose(const char* table, const QString& key) const {
    auto* view = find<QTableView>(table);
    for (int r = 0; r < view->model()->rowCount(); ++r) {
      const QModelIndex index = view->model()->index(r, 0);
      if (index.data(models::KeyRole).toString() != key) continue;
      view->scrollTo(index);
      QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
      return true;
    }
    return false;
  }
  const rpc::Deployment* deployment(const char* endpoint) const {
    return window_->world().deployment(QString::fromLatin1(endpoint));
  }
  bool serves(const char* endpoint, const char* version) const {
    const rpc::Deployment* d = deployment(endpoint);
    return d && d->servingVersion == QLatin1String(version) && d->targetVersion == d->servingVersion &&
           d->readyReplicas() == static_cast<int>(d->spec.replicas) &&
           d->replicas.size() == static_cast<qsizetype>(d->spec.replicas);
  }
  QString stage(const char* name) const {
    const rpc::Model* m = window_->world().model(QStringLiteral("arrival_delay"));
    return m ? m->stages.value(QString::fromLatin1(name)) : QString();
  }
  double weight(const char* arm) const {
    if (const rpc::Experiment* e = window_->world().experiment(QStringLiteral("split"))) {
      for (const rpc::Arm& a : e->arms) {
        if (a.name == QLatin1String(arm)) return a.weight;
      }
    }
    return -1;
  }
  // What the page complains about; empty while all is well.
  QString complaint(const char* page) const {
    auto* bar = in(window_->page(QString::fromLatin1(page)), "messageBar");
    return bar && bar->isVisible() ? bar->accessibleName() : QString();
  }
  void deploy(const char* endpoint, const QString& choice, int memoryMib) const {
    QVERIFY(window_->showPage(QStringLiteral("deployments")));
    QTRY_VERIFY_WITH_TIMEOUT(can("deployments.deploy"), kSoon);
    press("deployments.deploy");
    QDialog* ask = dialog("deployDialog");
    QVERIFY(ask);
    auto* version = in<QComboBox>(ask, "deploy.version");
    QVERIFY2(version->findData(choice) >= 0, qPrintable(choice));
    version->setCurrentIndex(version->findData(choice));
    auto* name = in<QLineEdit>(ask, "deploy.endpoint");
    name->selectAll();
    QTest::keyClicks(name, QString::fromLatin1(endpoint));
    in<QSpinBox>(ask, "deploy.memory")->setValue(memoryMib);
    pressVerb(ask);
  }

 private Q_SLOTS:
  void initTestCase() {
    auto fixture = StackFixture::start();
    AERIE_VERIFY_OK(fixture);
    f_ = std::move(*fixture);
    const auto v1 = f_->train("1", false);
    AERIE_VERIFY_OK(v1);
    const auto v2 = f_->train("2", true);
    AERIE_VERIFY_OK(v2);
    bundle1_ = *v1;
    bundle2_ = *v2;
    QCoreApplication::installTranslator(&plurals_);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    theme_ = std::make_unique<widgets::Theme>(*qApp, widgets::ThemeChoice::Light);
    desk_ = std::make_unique<shell::Desk>(*theme_);
    auto backend = rpc::GrpcBackend::create(gui_, f_->stack().controlAddress());
    AERIE_VERIFY_OK(backend);
    backend_ = std::move(*backend);
    rpc::Connection::Options options;
    options.address = text(f_->stack().controlAddress());
    connection_ = std::make_unique<rpc::Connection>(backend_->apis().system, clock_, options);
    window_ = std::make_unique<shell::MainWindow>(*connection_, backend_->apis(), *desk_);
    window_->resize(1280, 800);
    window_->show();
    connection_->start();
    QTRY_COMPARE_WITH_TIMEOUT(connection_->state(), rpc::Connection::State::Connected, kSoon);
  }
  void cleanupTestCase() {
    window_.reset();
    if (connection_) connection_->stop();
    connection_.reset();
    if (backend_) backend_->shutdown();
    backend_.reset();
    desk_.reset();
    f_.reset();
  }

  void bundlesAreCheckedAndRegistered() {
    const auto bytes = readFile(bundle1_);
    QVERIFY(bytes.ok());
    const std::string damaged = f_->write("damaged.aerie", bytes->substr(0, bytes->size() / 2));
    QVERIFY(window_->showPage(QStringLiteral("registry")));
    QTRY_VERIFY_WITH_TIMEOUT(can("registry.register"), kSoon);
    press("registry.register");
    auto* files = qobject_cast<QFileDialog*>(dialog("registerDialog"));
    QVERIFY(files);
    auto* name = files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    name->setText(QStringLiteral("\"%1\" \"%2\" \"%3\"").arg(text(bundle1_), text(bundle2_), text(damaged)));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(dialog("registerSheet"), kSoon);
    QDialog* sheet = dialog("registerSheet");
    QTRY_COMPARE_WITH_TIMEOUT(in<QPushButton>(sheet, "verb")->text(), QStringLiteral("Register 2 bundles"),
                              kSoon);
    pressVerb(sheet);
    QTRY_COMPARE_WITH_TIMEOUT(rows("registry.versions.table"), 2, kRollout);
    int refused = 0;
    for (const QLabel* problem : sheet->findChildren<QLabel*>(QStringLiteral("registration.problem")))
      refused += problem->isVisible() && problem->text().contains(QLatin1String("truncated"));
    QCOMPARE(refused, 1);
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!dialog("registerSheet"));
  }

  void aStageIsGivenAndFollowed() {
    QVERIFY(choose("registry.versions.table", QStringLiteral("arrival_delay@1")));
    QTRY_VERIFY_WITH_TIMEOUT(can("registry.promote"), kSoon);
    press("registry.promote");
    pressVerb(dialog("promoteDialog"));
    QTRY_COMPARE_WITH_TIMEOUT(stage("production"), QStringLiteral("1"), kSoon);
    deploy("late", QStringLiteral("stage:production"), 2048);
    QTRY_VERIFY_WITH_TIMEOUT(serves("late", "1"), kRollout);
    const rpc::Deployment* d = deployment("late");
    const auto limited = [](const rpc::Condition& c) {
      return c.type == QLatin1String("Limited") && c.status;
    };
    QVERIFY(std::any_of(d->conditions.begin(), d->conditions.end(), limited));
    for (const rpc::RolloutStep& step : d->rollout) QCOMPARE(step.state, QStringLiteral("done"));
  }

  void aPromotionReplacesItsFollowers() {
    QVERIFY(window_->showPage(QStringLiteral("registry")));
    QVERIFY(choose("registry.versions.table", QStringLiteral("arrival_delay@2")));
    QTRY_VERIFY_WITH_TIMEOUT(can("registry.promote"), kSoon);
    press("registry.promote");
    pressVerb(dialog("promoteDialog"));
    QTRY_COMPARE_WITH_TIMEOUT(stage("production"), QStringLiteral("2"), kSoon);
    QTRY_VERIFY_WITH_TIMEOUT(serves("late", "2"), kRollout);
  }

  void aRollbackGoesBackAndMovesTheStage() {
    QVERIFY(window_->showPage(QStringLiteral("deployments")));
    QVERIFY(choose("deployments.table", QStringLiteral("late")));
    QTRY_VERIFY_WITH_TIMEOUT(can("deployments.rollback"), kSoon);
    press("deployments.rollback");
    QDialog* ask = dialog("rollbackDialog");
    QVERIFY(ask);
    QCOMPARE(in<QComboBox>(ask, "rollback.version")->currentData().toString(), QStringLiteral("1"));
    pressVerb(ask);
    QTRY_VERIFY_WITH_TIMEOUT(serves("late", "1"), kRollout);
    QTRY_COMPARE_WITH_TIMEOUT(stage("production"), QStringLiteral("1"), kSoon);
  }

  void aRefusedDeploymentSaysWhyOnThePage() {
    // The name is free here and taken there: somebody else was faster.
    QVERIFY(
        f_->ctl({"deploy", "create", "late_v2", "--model", "arrival_delay", "--model-version", "2"}).code ==
        0);
    QTRY_VERIFY_WITH_TIMEOUT(serves("late_v2", "2"), kRollout);
    press("deployments.deploy");
    QDialog* ask = dialog("deployDialog");
    in<QLineEdit>(ask, "deploy.endpoint")->setText(QStringLiteral("late_v2"));
    QVERIFY(!in<QPushButton>(ask, "verb")->isEnabled());
    QTest::keyClick(ask, Qt::Key_Escape);
  }

  void aSplitIsChangedAndUndone() {
    QCOMPARE(f_->ctl({"experiment", "create", "split", "control=0.5", "treatment=0.5"}).code, 0);
    QCOMPARE(f_->ctl({"experiment", "start", "split"}).code, 0);
    const std::string routing = f_->write("routing.yaml", kRouting);
    const auto applied = f_->ctl({"route", "apply", routing});
    QVERIFY2(applied.code == 0, applied.output.c_str());
    QVERIFY(window_->showPage(QStringLiteral("routing")));
    QTRY_VERIFY_WITH_TIMEOUT(find<QDoubleSpinBox>("split.percent.treatment"), kSoon);
    auto* share = find<QDoubleSpinBox>("split.percent.treatment");
    share->setFocus();
    share->selectAll();
    QTest::keyClicks(share, QStringLiteral("70"));
    QTest::keyClick(share, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(can("routing.apply"), kSoon);
    press("routing.apply");
    pressVerb(dialog("stagedSheet"));
    QTRY_COMPARE_WITH_TIMEOUT(weight("treatment"), 0.7, kSoon);
    QTRY_VERIFY_WITH_TIMEOUT(can("routing.undo"), kSoon);
    press("routing.undo");
    QTRY_VERIFY_WITH_TIMEOUT(can("routing.apply"), kSoon);
    press("routing.apply");
    pressVerb(dialog("stagedSheet"));
    QTRY_COMPARE_WITH_TIMEOUT(weight("treatment"), 0.5, kSoon);
  }

  void anEndpointInUseIsNotDeleted() {
    QVERIFY(window_->showPage(QStringLiteral("deployments")));
    QVERIFY(choose("deployments.table", QStringLiteral("late_v2")));
    const QAction* remove = window_->commands().find(QStringLiteral("deployments.delete"));
    QTRY_VERIFY_WITH_TIMEOUT(remove->toolTip().contains(QLatin1String("split, arm treatment")), kSoon);
    QVERIFY(!remove->isEnabled());
  }

  // Killed in the middle of an action: the data stays, the person is told, and it goes on by itself.
  void aKilledControlPlaneCostsNothingHere() {
    QVERIFY(choose("deployments.table", QStringLiteral("late")));
    QTRY_VERIFY_WITH_TIMEOUT(can("deployments.restart"), kSoon);
    press("deployments.restart");
    QDialog* ask = dialog("confirmSheet");
    QVERIFY(ask);
    AERIE_VERIFY_OK(f_->stack().killControl());
    pressVerb(ask);
    QTRY_COMPARE_WITH_TIMEOUT(connection_->state(), rpc::Connection::State::Lost, kSoon);
    QTRY_VERIFY_WITH_TIMEOUT(complaint("deployments").contains(QLatin1String("was not restarted")), kRollout);
    QCOMPARE(rows("deployments.table"), 2);
    QVERIFY(!can("deployments.scale"));
    AERIE_VERIFY_OK(f_->stack().startControl());
    QTRY_COMPARE_WITH_TIMEOUT(connection_->state(), rpc::Connection::State::Connected, kRollout);
    QTRY_VERIFY_WITH_TIMEOUT(serves("late", "1") && serves("late_v2", "2"), kRollout);
    QTRY_VERIFY_WITH_TIMEOUT(can("deployments.scale"), kSoon);
  }
};

int main(int argc, char** argv) {
  QCoreApplication::setOrganizationName(QStringLiteral("Aerie"));
  QCoreApplication::setApplicationName(QStringLiteral("aerie-test"));
  QApplication app(argc, argv);
  TstDesktopDay day;
  return QTest::qExec(&day, argc, argv);
}
#include "tst_desktop_day.moc"
