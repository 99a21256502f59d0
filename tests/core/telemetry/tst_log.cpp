#include <QtTest>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/telemetry/log.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

// What `write` sends to standard error.
std::string captured(const std::function<void()>& write) {
  const auto folder = TempDir::create();
  const auto file = folder->path() / "err";
  const int saved = ::dup(STDERR_FILENO);
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(fd, STDERR_FILENO);
  write();
  std::fflush(stderr);
  ::dup2(saved, STDERR_FILENO);
  ::close(fd);
  ::close(saved);
  return readFile(file).value_or("");
}

}  // namespace

class TstLog : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aJsonLineIsAnObjectWhateverTheMessage_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("words") << QByteArray("snapshot_applied revision=7");
    QTest::newRow("quotes and backslashes") << QByteArray(R"(path="C:\temp")");
    QTest::newRow("a second line that looks like a record") << QByteArray("a\n{\"level\":\"error\"}");
    QTest::newRow("control characters") << QByteArray("\x01\x02\x1b[31m\t\r");
    QTest::newRow("non-ASCII") << QByteArray("Zürich ✈");
    QTest::newRow("format characters") << QByteArray("{} {0} %s %v");
  }
  void aJsonLineIsAnObjectWhateverTheMessage() {
    QFETCH(QByteArray, message);
    AERIE_VERIFY_OK(log::init("tst", "info", "json"));
    const std::string text = captured([&] { log::get("room")->warn("{}", message.toStdString()); });
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1);
    QJsonParseError error{};
    const QJsonObject line = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, text.c_str());
    QCOMPARE(line["message"].toString().toUtf8(), message);
    QCOMPARE(line["level"].toString(), QString("warning"));
    QCOMPARE(line["room"].toString(), QString("room"));
    QCOMPARE(line["program"].toString(), QString("tst"));
    QVERIFY(QDateTime::fromString(line["time"].toString(), Qt::ISODateWithMs).isValid());
  }

  void levelsBelowTheChosenOneAreSilent_data() {
    QTest::addColumn<QString>("level");
    QTest::addColumn<int>("lines");
    QTest::newRow("debug") << "debug" << 4;
    QTest::newRow("info") << "info" << 3;
    QTest::newRow("warning") << "warning" << 2;
    QTest::newRow("error") << "error" << 1;
  }
  void levelsBelowTheChosenOneAreSilent() {
    QFETCH(QString, level);
    QFETCH(int, lines);
    AERIE_VERIFY_OK(log::init("tst", level.toStdString(), "text"));
    const std::string text = captured([] {
      const auto logger = log::get("levels");
      logger->debug("a");
      logger->info("b");
      logger->warn("c");
      logger->error("d");
    });
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), lines);
  }

  void wrongSettingsAreRefusedByName() {
    AERIE_VERIFY_FAILS(log::init("tst", "loud"), absl::StatusCode::kInvalidArgument,
                       "log level 'loud' is not known: use debug");
    AERIE_VERIFY_FAILS(log::init("tst", ""), absl::StatusCode::kInvalidArgument, "log level ''");
    AERIE_VERIFY_FAILS(log::init("tst", "info", "xml"), absl::StatusCode::kInvalidArgument,
                       "log format 'xml' is not known: use auto");
  }

  void aRoomHasOneLogger() {
    QVERIFY(log::get("a") == log::get("a"));
    QVERIFY(log::get("a") != log::get("b"));
  }

  void secretsNeverPrint() {
    const telemetry::Secret token("hunter2");
    AERIE_VERIFY_OK(log::init("tst", "info", "json"));
    const std::string text = captured([&] { log::get("room")->info("token={}", token); });
    QVERIFY(text.find("hunter2") == std::string::npos);
    QVERIFY(text.find("token=[secret]") != std::string::npos);
    QCOMPARE(fmt::format("<{}>", telemetry::Secret()), std::string("<>"));
    QCOMPARE(token.reveal(), std::string("hunter2"));
  }
};

QTEST_GUILESS_MAIN(TstLog)
#include "tst_log.moc"
