#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "tests/status_checks.h"

using namespace aerie;
using nlohmann::json;

// The whole path as './run --headless' plays it, cut short: real daemons, real flights.
class TstHeadless : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    folder_.emplace(*TempDir::create("aerie-it"));
    play("a.json", &first_, &output_);
  }

  void everythingHolds() {
    QVERIFY2(first_.is_object(), output_.c_str());
    QVERIFY2(first_["passed"].get<bool>(), output_.c_str());
    QCOMPARE(first_["failed_requests"].get<int>(), 0);
    QCOMPARE(first_["failed_items"].get<int>(), 0);
    QCOMPARE(first_["wrong_answers"].get<int>(), 0);
    QVERIFY(first_["checked_answers"].get<int>() > 0);
    QCOMPARE(first_["promotion"]["failed_requests"].get<int>(), 0);
  }

  void theReportHasEveryField_data() {
    QTest::addColumn<QString>("field");
    for (const char* field :
         {"requests", "items", "failed_requests", "failed_items", "p50_ms", "p99_ms", "sample_ratio_p_value"})
      QTest::newRow(field) << field;
  }
  void theReportHasEveryField() {
    QFETCH(QString, field);
    QVERIFY2(first_.is_object() && first_[field.toStdString()].is_number(), output_.c_str());
  }

  void theReportTellsArmsPromotionAndFaults() {
    QVERIFY2(first_.is_object(), output_.c_str());
    QCOMPARE(first_["experiment"]["requests"].get<int>(), 120);
    QVERIFY(first_["requests"].get<int>() > 120);
    QVERIFY(first_["p50_ms"].get<double>() > 0 &&
            first_["p99_ms"].get<double>() >= first_["p50_ms"].get<double>());
    std::uint64_t items = 0;
    QStringList names;
    for (const json& arm : first_["arms"]) {
      names << QString::fromStdString(arm["name"]);
      items += arm["items"].get<std::uint64_t>();
      QVERIFY(arm["log_loss"].get<double>() > 0 && arm["log_loss"].get<double>() < 1);
      QVERIFY(arm["auc"].get<double>() > 0.4 && arm["auc"].get<double>() < 1);
    }
    QCOMPARE(names, (QStringList{"control", "treatment"}));
    QCOMPARE(items, first_["experiment"]["items"].get<std::uint64_t>());
    QVERIFY(first_["sample_ratio_p_value"].get<double>() > 0.001);
    QVERIFY(first_["promotion"]["seconds"].get<double>() > 0);
    QCOMPARE(first_["faults"].size(), std::size_t{2});
    for (const json& fault : first_["faults"]) {
      QVERIFY2(fault["survived"].get<bool>(), fault.dump().c_str());
      QVERIFY(!fault["name"].get<std::string>().empty() && !fault["seen"].get<std::string>().empty());
    }
  }

  void aSeedGivesTheSameCountsAgain() {
    QVERIFY2(first_.is_object(), output_.c_str());
    json second;
    std::string output;
    play("b.json", &second, &output);
    QVERIFY2(second.is_object(), output.c_str());
    QCOMPARE(second["arms"].size(), first_["arms"].size());
    for (std::size_t i = 0; i < first_["arms"].size(); ++i) {
      QCOMPARE(second["arms"][i]["name"].get<std::string>(), first_["arms"][i]["name"].get<std::string>());
      QCOMPARE(second["arms"][i]["items"].get<std::uint64_t>(),
               first_["arms"][i]["items"].get<std::uint64_t>());
      QCOMPARE(second["arms"][i]["auc"].get<double>(), first_["arms"][i]["auc"].get<double>());
    }
  }

 private:
  void play(const std::string& report, json* result, std::string* output) {
    ChildOptions child;
    child.arguments = {AERIE_BIN_DIR "/aerie-sim",
                       "run",
                       "--scenario",
                       AERIE_SOURCE_DIR "/tests/integration/short.yaml",
                       "--flights",
                       AERIE_SOURCE_DIR "/resources/demo/flights-2001.csv.zst",
                       "--report",
                       (folder_->path() / report).string()};
    const auto run = runToEnd(child);
    AERIE_VERIFY_OK(run);
    *output = run->output;
    const auto text = readFile(folder_->path() / report);
    *result = json::parse(text.value_or(""), nullptr, false);
  }
  std::optional<TempDir> folder_;
  json first_;
  std::string output_;
};

QTEST_GUILESS_MAIN(TstHeadless)
#include "tst_headless.moc"
