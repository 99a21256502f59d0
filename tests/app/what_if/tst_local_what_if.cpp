#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <optional>

#include "app/what_if/local_what_if.h"

namespace aerie::what_if {

using rpc::WhatIfQuestion;
using rpc::WhatIfRow;
using rpc::WhatIfRun;

namespace {

WhatIfQuestion question(const char* scenario, const QList<int>& hosts) {
  WhatIfQuestion out;
  out.scenario = QLatin1String(scenario);
  out.hosts = hosts;
  out.runs = 2;
  return out;
}

}  // namespace

class TstLocalWhatIf final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyShippedScenarioIsKnown();
  void gridHasARowForEachCombination();
  void beforeAndAfterAreTheArticles();
  void progressIsToldAndNeverBackwards();
  void cancelledQuestionsAnswerCancelled();
  void wrongValuesAreNamed_data();
  void wrongValuesAreNamed();
  void nobodyIsToldAfterTheContextIsGone();

 private:
  template <class T, class Ask>
  absl::StatusOr<T> ask(const Ask& start) {
    std::optional<absl::StatusOr<T>> out;
    start([&](const absl::StatusOr<T>& answer) { out = answer; });
    // The answer never comes inside of the call.
    if (out) return absl::InternalError("answered inline");
    if (!QTest::qWaitFor([&] { return out.has_value(); }, 60'000))
      return absl::DeadlineExceededError("no answer");
    return *out;
  }
  absl::StatusOr<QList<WhatIfRow>> explore(const WhatIfQuestion& q) {
    return ask<QList<WhatIfRow>>([&](auto answer) { api_.explore(q, this, {}, answer); });
  }
  LocalWhatIf api_;
};

void TstLocalWhatIf::everyShippedScenarioIsKnown() {
  QStringList names;
  for (const rpc::WhatIfScenario& s : api_.scenarios()) {
    names.append(s.name);
    QVERIFY(!s.description.isEmpty());
    QCOMPARE(s.hosts, 10);
    QCOMPARE(s.tasks, 1'500);
  }
  QCOMPARE(names, (QStringList{QStringLiteral("hard_day"), QStringLiteral("idle_day"),
                               QStringLiteral("right_sized"), QStringLiteral("shared_queue")}));
}

void TstLocalWhatIf::gridHasARowForEachCombination() {
  WhatIfQuestion q = question("right_sized", {20, 5, 10, 5});  // in any order, a value twice
  q.orders = QStringList{QStringLiteral("as_listed"), QStringLiteral("longest_first")};
  q.prices = {0.8, 1.2};
  const auto rows = explore(q);
  QVERIFY2(rows.ok(), rows.status().ToString().c_str());
  QCOMPARE(rows->size(), 3 * 2 * 2);
  QCOMPARE(rows->front().hosts, 5);
  QCOMPARE(rows->back().hosts, 20);
  QVERIFY(rows->front().makespanMs > rows->back().makespanMs);
  QVERIFY(rows->front().makespanLowMs <= rows->front().makespanMs);
  QVERIFY(std::any_of(rows->begin(), rows->end(), [](const WhatIfRow& r) { return r.efficient; }));
  QVERIFY(rows->at(1).cost > rows->at(0).cost);  // the price is fastest
  QCOMPARE(rows->at(1).makespanMs, rows->at(0).makespanMs);
}

void TstLocalWhatIf::beforeAndAfterAreTheArticles() {
  const auto runs = ask<QList<WhatIfRun>>([&](auto answer) {
    api_.replay({QStringLiteral("shared_queue"), QStringLiteral("right_sized")}, this, {}, answer);
  });
  QVERIFY2(runs.ok(), runs.status().ToString().c_str());
  QCOMPARE(runs->size(), 2);
  const WhatIfRow& before = runs->at(0).summary;
  const WhatIfRow& after = runs->at(1).summary;
  QVERIFY2(std::abs(before.makespanMs / 60'000 - 240) < 12, qPrintable(QString::number(before.makespanMs)));
  QVERIFY2(std::abs(after.makespanMs / 60'000 - 20) < 2, qPrintable(QString::number(after.makespanMs)));
  QVERIFY(before.busyShare < 0.15);
  QVERIFY(after.busyShare > 0.75);
  for (const WhatIfRun& run : *runs) {
    QVERIFY(run.samples.size() > 50);
    QVERIFY(run.stepMs > 0);
    for (const rpc::WhatIfSample& s : run.samples) QVERIFY(s.busy <= s.capacity + 1e-6);
  }
}

void TstLocalWhatIf::progressIsToldAndNeverBackwards() {
  WhatIfQuestion q = question("right_sized", {5, 10, 15, 20, 25, 30});
  q.runs = 10;
  QList<QPair<qint64, qint64>> told;
  bool done = false;
  api_.explore(
      q, this,
      [&](qint64 d, qint64 t) {
        told.append({d, t});
      },
      [&](const absl::StatusOr<QList<WhatIfRow>>& answer) { done = answer.ok(); });
  QTRY_VERIFY_WITH_TIMEOUT(done, 60'000);
  QVERIFY(!told.isEmpty());
  for (qsizetype i = 0; i < told.size(); ++i) {
    QCOMPARE(told[i].second, 60);
    QVERIFY(i == 0 || told[i].first > told[i - 1].first);
  }
}

void TstLocalWhatIf::cancelledQuestionsAnswerCancelled() {
  WhatIfQuestion q = question("right_sized", {5, 10, 20, 40, 80, 160});
  q.runs = 100;
  std::optional<absl::Status> status;
  const rpc::Ticket ticket = api_.explore(
      q, this, {}, [&](const absl::StatusOr<QList<WhatIfRow>>& answer) { status = answer.status(); });
  ticket.cancel();
  ticket.cancel();
  QTRY_VERIFY_WITH_TIMEOUT(status.has_value(), 60'000);
  QVERIFY2(absl::IsCancelled(*status), status->ToString().c_str());
}

void TstLocalWhatIf::wrongValuesAreNamed_data() {
  QTest::addColumn<QString>("scenario");
  QTest::addColumn<QList<int>>("hosts");
  QTest::addColumn<QList<double>>("cpus");
  QTest::addColumn<QStringList>("orders");
  QTest::addColumn<int>("runs");
  QTest::addColumn<QString>("words");
  const QString fine = QStringLiteral("right_sized");
  QTest::newRow("an unknown scenario")
      << QStringLiteral("nope") << QList<int>{} << QList<double>{} << QStringList{} << 1
      << QStringLiteral("no cluster scenario \"nope\"");
  QTest::newRow("no hosts") << fine << QList<int>{0} << QList<double>{} << QStringList{} << 1
                            << QStringLiteral("choose from 1 to 2000");
  QTest::newRow("more CPUs than a host has")
      << fine << QList<int>{} << QList<double>{64} << QStringList{} << 1 << QStringLiteral("64");
  QTest::newRow("an unknown order") << fine << QList<int>{} << QList<double>{}
                                    << QStringList{QStringLiteral("backwards")} << 1
                                    << QStringLiteral("backwards");
  QTest::newRow("too many runs") << fine << QList<int>{} << QList<double>{} << QStringList{} << 5'000
                                 << QStringLiteral("choose from 1 to 100");
  QList<int> many;
  for (int i = 1; i <= 401; ++i) many.append(i);
  QTest::newRow("too many rows") << fine << many << QList<double>{} << QStringList{} << 1
                                 << QStringLiteral("401 combinations");
}

void TstLocalWhatIf::wrongValuesAreNamed() {
  QFETCH(QString, scenario);
  QFETCH(QList<int>, hosts);
  QFETCH(QList<double>, cpus);
  QFETCH(QStringList, orders);
  QFETCH(int, runs);
  QFETCH(QString, words);
  const auto rows = explore({scenario, hosts, cpus, orders, {}, runs});
  QVERIFY(!rows.ok());
  const QString text = QString::fromStdString(std::string(rows.status().message()));
  QVERIFY2(text.contains(words), qPrintable(text));
}

void TstLocalWhatIf::nobodyIsToldAfterTheContextIsGone() {
  auto* context = new QObject;
  int told = 0;
  api_.explore(
      question("right_sized", {5}), context, [&](qint64, qint64) { ++told; },
      [&](const absl::StatusOr<QList<WhatIfRow>>&) { ++told; });
  delete context;
  // One question at a time: when the next has its answer, the first is over.
  QVERIFY(explore(question("right_sized", {5})).ok());
  QCOMPARE(told, 0);
}

}  // namespace aerie::what_if

QTEST_GUILESS_MAIN(aerie::what_if::TstLocalWhatIf)
#include "tst_local_what_if.moc"
