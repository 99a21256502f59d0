// What the control plane says in codes reads as words, and what is unknown stays as it came.
#include <QTranslator>
#include <QtTest>

#include "app/models/columns.h"
#include "app/models/control_words.h"

using namespace aerie;
using namespace aerie::models;

namespace {

// Another language: every text in brackets, so that what is not asked for is seen.
class Brackets final : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int) const override {
    return QLatin1Char('[') + QString::fromUtf8(source) + QLatin1Char(']');
  }
};

QString s(const char* text) { return QString::fromUtf8(text); }

rpc::Alert alert(const char* name, double value = 0, const QMap<QString, QString>& facts = {}) {
  rpc::Alert a;
  a.name = s(name);
  a.severity = s("warning");
  a.subject = s("e1");
  a.message = s("as it came");
  a.value = value;
  a.facts = facts;
  return a;
}

}  // namespace

class TstControlWords : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }

  void everyPhaseAndStepHasAWord() {
    Brackets other;
    QCoreApplication::installTranslator(&other);
    for (const char* phase :
         {"starting", "loading", "self-test", "warm-up", "ready", "draining", "stopped", "failed"})
      QCOMPARE(phaseWord(s(phase)), QStringLiteral("[%1]").arg(s(phase)));
    for (const char* step : {"start", "load", "self-test", "warm-up", "flip", "drain"})
      QCOMPARE(stepWord(s(step)), QStringLiteral("[%1]").arg(s(step)));
    for (const char* state : {"waiting", "running", "done", "failed"})
      QCOMPARE(stepStateWord(s(state)), QStringLiteral("[%1]").arg(s(state)));
    QCOMPARE(phaseWord(s("hibernating")), s("hibernating"));
  }

  void theTableOfReplicasShowsWords() {
    Brackets other;
    QCoreApplication::installTranslator(&other);
    QObject owner;
    ReplicaTable* table = newReplicaTable(&owner);
    rpc::Replica r;
    r.id = s("e1-0");
    r.phase = s("warm-up");
    table->apply({r});
    QCOMPARE(table->index(0, 1).data().toString(), s("[warm-up]"));
  }

  void metricsOfOurTrainingHaveWords() {
    Brackets other;
    QCoreApplication::installTranslator(&other);
    for (const char* metric : {"auc", "log_loss", "train_rows", "test_rows", "parts", "left_out"})
      QVERIFY2(metricTitle(s(metric)).startsWith(QLatin1Char('[')), metric);
    QCOMPARE(metricTitle(s("auc_everywhere")), s("[[AUC], model of all zones]"));
    QCOMPARE(metricTitle(s("brier_score")), s("Brier score"));
  }

  void alertsAreWordsAroundTheirFacts_data() {
    QTest::addColumn<rpc::Alert>("alert");
    QTest::addColumn<QString>("text");
    QTest::newRow("only a subject") << alert("AerieWorkerNoTraffic")
                                    << "e1 gets no requests: does a routing name it?";
    QTest::newRow("a share") << alert("AerieUseCaseErrorsHigh", 0.0712)
                             << "7.1 % of the items of e1 fail. Routing shows which endpoint";
    QTest::newRow("milliseconds") << alert("AerieWorkerLatencyHigh", 512)
                                  << "The p99 latency of e1 is 512 ms, over half of its timeout: scale it, "
                                     "or look at its feature store";
    QTest::newRow("facts") << alert("AerieReplicaDown", 1,
                                    {{s("replica"), s("e1-0")}, {s("reason"), s("killed by signal %2")}})
                           << "Replica e1-0 of e1 is down: killed by signal %2";
    QTest::newRow("a reason that is not known")
        << alert("AerieWorkerNotReady", 1, {{s("replica"), s("e1-0")}, {s("reason"), {}}})
        << "Replica e1-0 of e1 is not ready: its log says why";
    QTest::newRow("a feature") << alert("AerieWorkerDefaultsHigh", 0.5, {{s("feature"), s("carrier")}})
                               << "Feature carrier of e1 falls back to its default in 50.0 % of the rows";
    QTest::newRow("facts that an older control plane does not tell")
        << alert("AerieReplicaDown") << "as it came";
    QTest::newRow("an alert of a newer one") << alert("AerieMoonTooNear") << "as it came";
  }
  void alertsAreWordsAroundTheirFacts() {
    QFETCH(rpc::Alert, alert);
    QFETCH(QString, text);
    QCOMPARE(alertText(alert), text);
  }

  void theLastReplicaIsSaidToBeTheLast() {
    rpc::Alert a = alert("AerieReplicaDown", 1, {{s("replica"), s("e1-0")}, {s("reason"), s("gone")}});
    a.severity = s("critical");
    QCOMPARE(alertText(a), s("Replica e1-0 of e1 is down: gone. No other replica serves"));
  }

  void auditedActionsAreWords_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* what, const char* action, const char* detail, const char* text) {
      QTest::newRow(what) << s(action) << s(detail) << s(text);
    };
    row("promoted", "registry.promote", "stage production from version 1; relaunches a; relaunches b",
        "Promoted x: stage production, before: version 1; relaunches a, b");
    row("promoted first", "registry.promote", "stage production from version none",
        "Promoted x: stage production, which had none");
    row("registered", "registry.register", "digest 0a1b signer ops",
        "Registered x: digest 0a1b, signed by ops");
    row("deployed", "deployment.create", "delay version 3, 2 replicas",
        "Deployed x: delay version 3, 2 replica(s)");
    row("following a stage", "deployment.create", "delay stage production, 1 replicas",
        "Deployed x: delay in stage production, 1 replica(s)");
    row("scaled", "deployment.scale", "to 5 replicas", "Scaled x: to 5 replica(s)");
    row("restarted", "deployment.restart", "", "Restarted x");
    row("rolled back", "deployment.rollback", "to version 2", "Rolled back x: to version 2");
    row("routed", "routing.apply", "revision 7, default endpoint e1, 2 experiments: half: to %1\nnew",
        "Changed the routing of x: revision 7, default endpoint e1, 2 experiment(s): half: to %1\nnew");
    row("split", "experiment.set_weights", "coverage 0.5, control 60, treatment 40",
        "Changed the split of x: coverage 50.0 %, control 60, treatment 40");
    row("another form stays", "experiment.set_weights", "who knows", "Changed the split of x: who knows");
    row("unknown stays", "moon.land", "one step", "moon.land x: one step");
  }
  void auditedActionsAreWords() {
    QFETCH(QString, action);
    QFETCH(QString, detail);
    QFETCH(QString, text);
    QCOMPARE(actionText(action, s("x"), detail), text);
  }
};

QTEST_GUILESS_MAIN(TstControlWords)
#include "tst_control_words.moc"
