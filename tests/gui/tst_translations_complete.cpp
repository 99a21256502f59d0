#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace aerie {

// Every text of the desktop is translated into every language, and nothing that is gone is kept.
class TstTranslationsComplete final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void nothingIsUnfinished_data() { languages(); }
  void nothingIsUnfinished();
  void everyTextOfTheSourceIsThere_data() { languages(); }
  void everyTextOfTheSourceIsThere();

 private:
  static void languages();
  // "context: text" of all messages, or of the unfinished ones.
  static QStringList messages(const QString& path, bool unfinishedOnly);
  static QString ts(const QString& language) {
    return QStringLiteral(AERIE_SOURCE_DIR "/translations/aerie_%1.ts").arg(language);
  }
  QTemporaryDir folder_;
  QStringList source_;
};

void TstTranslationsComplete::languages() {
  QTest::addColumn<QString>("language");
  for (const char* language : {"de", "es", "fr", "ja", "zh_CN"})
    QTest::newRow(language) << QString::fromLatin1(language);
}

QStringList TstTranslationsComplete::messages(const QString& path, bool unfinishedOnly) {
  QFile file(path);
  QStringList out;
  if (!file.open(QIODevice::ReadOnly)) return out;
  QXmlStreamReader xml(&file);
  QString context, source;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement()) continue;
    if (xml.name() == QLatin1String("name")) context = xml.readElementText();
    if (xml.name() == QLatin1String("source")) source = xml.readElementText();
    if (xml.name() == QLatin1String("translation") &&
        (!unfinishedOnly || xml.attributes().hasAttribute(QLatin1String("type"))))
      out.append(context + QLatin1String(": ") + source);
  }
  out.sort();
  return out;
}

void TstTranslationsComplete::initTestCase() {
  const QString path = folder_.filePath(QStringLiteral("aerie_de.ts"));
  QProcess lupdate;
  lupdate.setProcessChannelMode(QProcess::MergedChannels);
  lupdate.start(QStringLiteral(AERIE_LUPDATE),
                {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                 QStringLiteral("-tr-function-alias"), QStringLiteral("tr+=translated"), QStringLiteral("-I"),
                 QStringLiteral(AERIE_SOURCE_DIR), QStringLiteral("-recursive"),
                 QStringLiteral(AERIE_SOURCE_DIR "/app"), QStringLiteral("-ts"), path});
  QVERIFY(lupdate.waitForFinished(60'000));
  source_ = messages(path, false);
  QVERIFY2(source_.size() > 500, lupdate.readAll().constData());
}

void TstTranslationsComplete::nothingIsUnfinished() {
  QFETCH(QString, language);
  const QStringList open = messages(ts(language), true);
  QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("%1 texts\n").arg(open.size()) +
                                      open.mid(0, 40).join(QLatin1Char('\n'))));
}

void TstTranslationsComplete::everyTextOfTheSourceIsThere() {
  QFETCH(QString, language);
  const QStringList there = messages(ts(language), false);
  QStringList missing;
  for (const QString& text : source_) {
    if (!there.contains(text)) missing.append(text);
  }
  QVERIFY2(missing.isEmpty(),
           qPrintable(QStringLiteral("%1 texts; run 'ninja update-translations'\n").arg(missing.size()) +
                      missing.mid(0, 40).join(QLatin1Char('\n'))));
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstTranslationsComplete)
#include "tst_translations_complete.moc"
