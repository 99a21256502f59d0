#include <QProcess>
#include <QTest>

namespace aerie {

// What the program says about itself is said anywhere: on a server without a display too.
class TstGuiCommandLine final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void wordsNeedNoDisplay_data();
  void wordsNeedNoDisplay();
};

void TstGuiCommandLine::wordsNeedNoDisplay_data() {
  QTest::addColumn<QString>("option");
  QTest::addColumn<QString>("said");
  QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("--control");
  QTest::newRow("help, short") << QStringLiteral("-h") << QStringLiteral("--screenshots");
  QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("aerie ");
}

void TstGuiCommandLine::wordsNeedNoDisplay() {
  QFETCH(QString, option);
  QFETCH(QString, said);
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
    environment.remove(QString::fromLatin1(name));
  QProcess aerie;
  aerie.setProcessEnvironment(environment);
  aerie.start(QStringLiteral(AERIE_BIN_DIR "/aerie"), {option});
  QVERIFY2(aerie.waitForFinished(30'000), qPrintable(aerie.errorString()));
  QCOMPARE(aerie.exitStatus(), QProcess::NormalExit);
  QCOMPARE(aerie.exitCode(), 0);
  QVERIFY(QString::fromUtf8(aerie.readAllStandardOutput()).contains(said));
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstGuiCommandLine)
#include "tst_gui_command_line.moc"
