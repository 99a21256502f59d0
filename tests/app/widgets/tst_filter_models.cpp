#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTableView>
#include <QTest>

#include "app/models/log_buffer.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/log_view.h"

namespace aerie {

using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace {

struct Row {
  QString id;
  QString word;
  bool operator==(const Row&) const = default;
};

std::unique_ptr<models::IdTableModel<Row>> newRows() {
  std::vector<models::Column<Row>> columns;
  columns.push_back(
      {QStringLiteral("id"), QStringLiteral("Id"), [](const Row& r) { return r.id; }, {}, {}, {}});
  columns.push_back({QStringLiteral("word"),
                     QStringLiteral("Word"),
                     [](const Row& r) { return r.word; },
                     {},
                     [](const Row&) { return models::Tone::Ok; },
                     {}});
  return std::make_unique<models::IdTableModel<Row>>([](const Row& r) { return r.id; }, std::move(columns));
}

}  // namespace

// The filters between a model and its view keep the rules of models, whatever happens behind them.
class TstFilterModels final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void rowsComeAndGoUnderASearch();
  void everyWordMustBeFoundInAnyColumn();
  void linesComeAndGoUnderALevel();
  void aLongNameLeavesRoomForTheColumnBehindIt();
};

void TstFilterModels::aLongNameLeavesRoomForTheColumnBehindIt() {
  const auto model = newRows();
  model->apply(
      {{QStringLiteral("a_name_that_is_as_long_as_names_may_be_in_a_table"), QStringLiteral("Ready")}});
  widgets::FilterTable table(QStringLiteral("test"), {}, model.get());
  const auto* view = table.findChild<QTableView*>();
  table.resize(900, 300);
  table.show();
  const int whole = view->columnWidth(0);
  table.resize(whole + 20, 300);
  QVERIFY(!view->isColumnHidden(1));
  QVERIFY(view->columnWidth(0) < whole);
}

void TstFilterModels::rowsComeAndGoUnderASearch() {
  for (quint32 seed = 0; seed < 50; ++seed) {
    QRandomGenerator random(seed);
    const auto model = newRows();
    widgets::AnyColumnFilter filter;
    filter.setSourceModel(model.get());
    filter.setDynamicSortFilter(true);
    filter.sort(1);
    const QAbstractItemModelTester tester(&filter, Mode::QtTest);
    const char* const words[] = {"late", "on time", "cancelled"};
    for (int step = 0; step < 10; ++step) {
      std::vector<Row> rows;
      for (int i = random.bounded(12); i > 0; --i)
        rows.push_back({QString::number(random.bounded(15)), QLatin1String(words[random.bounded(3)])});
      model->apply(rows);
      const QString wanted = random.bounded(3) == 0 ? QString() : QLatin1String(words[random.bounded(3)]);
      filter.setText(wanted);
      int matching = 0;
      for (const Row& row : model->rows()) matching += row.word.contains(wanted) ? 1 : 0;
      QCOMPARE(filter.rowCount(), matching);
    }
  }
}

void TstFilterModels::everyWordMustBeFoundInAnyColumn() {
  const auto model = newRows();
  model->apply(
      {{QStringLiteral("atl"), QStringLiteral("late")}, {QStringLiteral("ord"), QStringLiteral("late")}});
  widgets::AnyColumnFilter filter;
  filter.setSourceModel(model.get());
  const QAbstractItemModelTester tester(&filter, Mode::QtTest);
  filter.setText(QStringLiteral("LATE atl"));
  QCOMPARE(filter.rowCount(), 1);
  filter.setText(QStringLiteral("late sfo"));
  QCOMPARE(filter.rowCount(), 0);
}

void TstFilterModels::linesComeAndGoUnderALevel() {
  using models::LogLevel;
  models::LogBuffer log;
  log.setCapacity(20);
  widgets::LevelFilter filter;
  filter.setSourceModel(&log);
  const QAbstractItemModelTester tester(&filter, Mode::QtTest);
  QRandomGenerator random(7);
  const char* const lines[] = {"debug a", "info b", "warning c", "error d"};
  for (int step = 0; step < 60; ++step) {
    std::vector<rpc::LogLine> more;
    for (int i = random.bounded(8); i > 0; --i) more.push_back({{}, QLatin1String(lines[random.bounded(4)])});
    log.append(more);
    filter.setLevel(static_cast<LogLevel>(random.bounded(4)));
    if (step % 20 == 19) log.clear();
    int matching = 0;
    for (int i = 0; i < log.rowCount({}); ++i)
      matching += models::logLevelOf(log.index(i).data().toString()) >= filter.level() ? 1 : 0;
    QTRY_COMPARE(filter.rowCount(), matching);
  }
}

}  // namespace aerie

QTEST_MAIN(aerie::TstFilterModels)
#include "tst_filter_models.moc"
