#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <signal.h>

namespace aerie {

// What the program says about itself is said anywhere: on a server without a display too.
class TstGuiCommandLine final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void wordsNeedNoDisplay_data();
  void wordsNeedNoDisplay();
  void aContextIsFoundByItsName_data();
  void aContextIsFoundByItsName();
  void aSignalEndsItAsClosingTheWindowDoes_data();
  void aSignalEndsItAsClosingTheWindowDoes();
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

void TstGuiCommandLine::aContextIsFoundByItsName_data() {
  QTest::addColumn<QStringList>("options");
  QTest::newRow("a window") << QStringList();
  QTest::newRow("pictures") << QStringList{QStringLiteral("--screenshots"), QStringLiteral("pictures")};
}

// A page that is not there ends the program as soon as the context is open.
void TstGuiCommandLine::aContextIsFoundByItsName() {
  QFETCH(QStringList, options);
  const QTemporaryDir home;
  QVERIFY(QDir(home.path()).mkdir(QStringLiteral("Aerie")));
  QFile settings(home.filePath(QStringLiteral("Aerie/aerie.conf")));
  const QByteArray stored(
      "[contexts]\nlist\\1\\address=127.0.0.1:1\nlist\\1\\id=one\nlist\\1\\kind=staging\n"
      "list\\1\\name=Berlin\nlist\\size=1\n");
  QVERIFY(settings.open(QIODevice::WriteOnly));
  QCOMPARE(settings.write(stored), stored.size());
  settings.close();
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
  environment.insert(QStringLiteral("AERIE_HOME"), home.path());
  const auto said = [&](const QString& context) {
    QProcess aerie;
    aerie.setProcessEnvironment(environment);
    aerie.setWorkingDirectory(home.path());
    aerie.start(QStringLiteral(AERIE_BIN_DIR "/aerie"),
                QStringList{QStringLiteral("--context"), context, QStringLiteral("--page"),
                            QStringLiteral("nowhere")} +
                    options);
    if (!aerie.waitForFinished(30'000) || aerie.exitCode() != 2) return aerie.errorString();
    return QString::fromUtf8(aerie.readAllStandardError());
  };
  const QString found = said(QStringLiteral("berlin"));
  QVERIFY2(found.contains(QLatin1String("there is no page \"nowhere\"")), qPrintable(found));
  const QString missing = said(QStringLiteral("Paris"));
  QVERIFY2(missing.contains(QLatin1String("there is no context \"Paris\"")), qPrintable(missing));
  if (options.isEmpty()) return;
  QVERIFY(settings.open(QIODevice::ReadOnly));
  QCOMPARE(settings.readAll(), stored);  // pictures change nothing of their user's
}

void TstGuiCommandLine::aSignalEndsItAsClosingTheWindowDoes_data() {
  QTest::addColumn<int>("number");
  QTest::newRow("logout") << SIGTERM;
  QTest::newRow("Ctrl+C") << SIGINT;
  QTest::newRow("its terminal is closed") << SIGHUP;
}

void TstGuiCommandLine::aSignalEndsItAsClosingTheWindowDoes() {
  QFETCH(int, number);
  const QTemporaryDir home;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
  environment.insert(QStringLiteral("AERIE_HOME"), home.path());
  environment.insert(QStringLiteral("AERIE_DEBUG"), QStringLiteral("1"));  // it says when it is shown
  QProcess aerie;
  aerie.setProcessEnvironment(environment);
  aerie.setProcessChannelMode(QProcess::MergedChannels);
  aerie.setChildProcessModifier([number] { ::signal(number, SIG_DFL); });  // who runs this may ignore it
  QByteArray output;
  connect(&aerie, &QProcess::readyRead, &aerie, [&] { output += aerie.readAll(); });
  aerie.start(QStringLiteral(AERIE_BIN_DIR "/aerie"), QStringList());
  QTRY_VERIFY_WITH_TIMEOUT(output.contains("first paint"), 30'000);
  ::kill(static_cast<pid_t>(aerie.processId()), number);
  QVERIFY2(aerie.waitForFinished(30'000), output.constData());
  QCOMPARE(aerie.exitStatus(), QProcess::NormalExit);
  QCOMPARE(aerie.exitCode(), 0);
  QFile settings(home.filePath(QStringLiteral("Aerie/aerie.conf")));
  QVERIFY(settings.open(QIODevice::ReadOnly));
  QVERIFY(settings.readAll().contains("[window]"));  // remembered, as when it is closed
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstGuiCommandLine)
#include "tst_gui_command_line.moc"
