// 'aerie-sim cluster' as a program.
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

namespace {

struct Ran {
  int code = -1;
  QString out, err;
};

Ran run(const QStringList& arguments) {
  QProcess process;
  process.start(QStringLiteral(AERIE_BIN_DIR "/aerie-sim"),
                QStringList{QStringLiteral("cluster")} + arguments);
  if (!process.waitForFinished(60'000)) return {};
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

QStringList words(const char* line) {
  return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

class TstClusterCommand : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void withoutArgumentsItTellsBeforeAndAfter() {
    const Ran ran = run({});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.isEmpty());
    QVERIFY(ran.out.contains(QLatin1String("shared_queue")) &&
            ran.out.contains(QLatin1String("right_sized")));
    QVERIFY2(ran.out.contains(QLatin1String("12.0 times as fast")), qPrintable(ran.out));
  }

  void aGridIsJsonForPrograms() {
    const Ran ran =
        run(words("--hosts 5,10 --order as_listed,longest_first right_sized --runs 2 --output json"));
    QCOMPARE(ran.code, 0);
    const auto json = nlohmann::json::parse(ran.out.toStdString());
    QCOMPARE(json["rows"].size(), std::size_t{4});
    QCOMPARE(json["rows"][3]["hosts"].get<int>(), 10);
    QCOMPARE(json["rows"][3]["runs"].get<int>(), 2);
  }

  void recordsAreWritten() {
    const QTemporaryDir folder;
    const QString series = folder.filePath(QStringLiteral("series.csv"));
    const QString timeline = folder.filePath(QStringLiteral("timeline.csv"));
    const Ran ran = run({QStringLiteral("right_sized"), QStringLiteral("--series"), series,
                         QStringLiteral("--timeline"), timeline});
    QCOMPARE(ran.code, 0);
    QFile bars(timeline);
    QVERIFY(bars.open(QIODevice::ReadOnly));
    QCOMPARE(bars.readAll().count('\n'), 1'501);
    QFile samples(series);
    QVERIFY(samples.open(QIODevice::ReadOnly));
    QVERIFY(samples.readLine().endsWith(",host_9_cores_busy\r\n"));
  }

  void mistakesAreToldWithTheirRemedy_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* line, const char* message) {
      QTest::newRow(name) << words(line) << QString::fromLatin1(message);
    };
    row("no such scenario", "nowhere",
        "'nowhere' is neither a file nor one of ours; give a path, or shared_queue");
    row("no such file", "nowhere.yaml", "nowhere.yaml");
    row("an order that is none", "--order fifo", "'fifo' is no order; use one of as_listed");
    row("a grid of two scenarios", "shared_queue right_sized --hosts 3", "a what-if varies one scenario");
    row("CPUs for fixed slots", "shared_queue --cpus-per-task 2", "queue.concurrency_per_host is fixed");
    row("a record of a grid", "--hosts 3 --series x.csv", "--series and --timeline record one scenario");
  }
  void mistakesAreToldWithTheirRemedy() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY2(ran.err.contains(message), qPrintable(ran.err));
  }
};

QTEST_GUILESS_MAIN(TstClusterCommand)
#include "tst_cluster_command.moc"
