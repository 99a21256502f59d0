#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "app/shell/languages.h"
#include "app/shell/translations.h"

namespace aerie {

using shell::PseudoTranslator;
using shell::Translations;

// What the program is built with: that it loads, is spoken, and keeps the placeholders of the source. Whether
// it is complete is tst_translations_complete.
class TstTranslations final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyLanguageIsOffered();
  void anUnknownLanguageIsEnglish();
  void numbersFollowTheLanguage();
  void placeholdersAreKept_data();
  void placeholdersAreKept();
  void pluralsHaveEveryForm_data();
  void pluralsHaveEveryForm();
  void stretchedTextKeepsWhatMustStay_data();
  void stretchedTextKeepsWhatMustStay();
  void thePseudoLanguageReachesEveryText();
  void everyContextIsLookedThrough();

 private:
  struct Message {
    QString context, source;
    QStringList translations;  // more than one for plurals
    bool plural = false;
    bool finished = false;
  };
  static QList<Message> read(const QString& language);
  static void languages();
};

QList<TstTranslations::Message> TstTranslations::read(const QString& language) {
  QFile file(QStringLiteral(AERIE_SOURCE_DIR "/translations/aerie_%1.ts").arg(language));
  QList<Message> out;
  if (!file.open(QIODevice::ReadOnly)) return out;
  QXmlStreamReader xml(&file);
  QString context;
  Message message;
  while (!xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement() && xml.name() == QLatin1String("name")) {
      context = xml.readElementText();
    } else if (xml.isStartElement() && xml.name() == QLatin1String("message")) {
      message = {
          context, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes"), false};
    } else if (xml.isStartElement() && xml.name() == QLatin1String("source")) {
      message.source = xml.readElementText();
    } else if (xml.isStartElement() && xml.name() == QLatin1String("translation")) {
      message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
      if (!message.plural) message.translations.append(xml.readElementText());
    } else if (xml.isStartElement() && xml.name() == QLatin1String("numerusform")) {
      message.translations.append(xml.readElementText());
    } else if (xml.isEndElement() && xml.name() == QLatin1String("message")) {
      out.append(message);
    }
  }
  return out;
}

void TstTranslations::languages() {
  QTest::addColumn<QString>("language");
  for (const char* language : {"de", "es", "fr", "ja", "zh_CN"})
    QTest::newRow(language) << QString::fromLatin1(language);
}

void TstTranslations::everyLanguageIsOffered() {
  const Translations translations;  // brings the resources in
  QStringList names;
  for (const auto& language : shell::availableLanguages()) names.append(language.name);
  QCOMPARE(names, (QStringList{QString(), QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("es"),
                               QStringLiteral("fr"), QStringLiteral("ja"), QStringLiteral("zh_CN")}));
}

void TstTranslations::anUnknownLanguageIsEnglish() {
  Translations translations;
  translations.setLanguage(QStringLiteral("tlh"));
  QCOMPARE(translations.language(), QStringLiteral("en"));
}

void TstTranslations::numbersFollowTheLanguage() {
  Translations translations;
  translations.setLanguage(QStringLiteral("de"));
  QCOMPARE(translations.language(), QStringLiteral("de"));
  QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1.234,5"));
  translations.setLanguage(QStringLiteral("en"));
  QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1,234.5"));
}

void TstTranslations::placeholdersAreKept_data() { languages(); }

void TstTranslations::placeholdersAreKept() {
  QFETCH(QString, language);
  const QRegularExpression placeholder(QStringLiteral("%L?[0-9]+|%n"));
  const auto all = [&](const QString& text) {
    QStringList out;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) out.append(it.next().captured());
    out.removeDuplicates();
    out.sort();
    return out;
  };
  QStringList wrong;
  for (const Message& m : read(language)) {
    for (const QString& t : m.translations) {
      if (t.isEmpty()) continue;
      QStringList kept = all(t);
      QStringList wanted = all(m.source);
      if (m.plural) {  // "one row" may do without its number
        kept.removeAll(QStringLiteral("%n"));
        wanted.removeAll(QStringLiteral("%n"));
      }
      if (kept != wanted)
        wrong.append(m.context + QLatin1String(": ") + m.source + QLatin1String(" -> ") + t);
    }
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TstTranslations::pluralsHaveEveryForm_data() { languages(); }

void TstTranslations::pluralsHaveEveryForm() {
  QFETCH(QString, language);
  const bool one = language == QLatin1String("ja") || language == QLatin1String("zh_CN");
  QStringList wrong;
  for (const Message& m : read(language)) {
    if (!m.plural || !m.finished) continue;
    // Spanish and French count millions apart in newer rules; two forms or three are both what Qt may ask
    // for.
    const bool right =
        one ? m.translations.size() == 1 : m.translations.size() == 2 || m.translations.size() == 3;
    if (!right || m.translations.contains(QString()))
      wrong.append(m.context + QLatin1String(": ") + m.source);
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TstTranslations::stretchedTextKeepsWhatMustStay_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("keeps");
  QTest::newRow("a number's place") << QStringLiteral("%1 out of %2") << QStringLiteral("%1");
  QTest::newRow("a counted thing") << QStringLiteral("%n rows") << QStringLiteral("%n");
  QTest::newRow("markup") << QStringLiteral("See <a href=\"x\">this</a>") << QStringLiteral("<a href=\"x\">");
  QTest::newRow("a command with a dialog") << QStringLiteral("Deploy...") << QStringLiteral("...");
}

void TstTranslations::stretchedTextKeepsWhatMustStay() {
  QFETCH(QString, text);
  QFETCH(QString, keeps);
  const QString stretched = PseudoTranslator::stretched(text);
  QVERIFY2(stretched.contains(keeps), qPrintable(stretched));
  QVERIFY(stretched.size() > text.size());
}

void TstTranslations::thePseudoLanguageReachesEveryText() {
  Translations translations;
  translations.setLanguage(Translations::pseudoLanguage());
  QCOMPARE(translations.language(), Translations::pseudoLanguage());
  const QString text = QCoreApplication::translate("anything", "Nobody translated this");
  QVERIFY(text != QLatin1String("Nobody translated this"));
  QVERIFY(QCoreApplication::translate("anything", "%n row(s)", nullptr, 1).startsWith(QLatin1String("%n")) ==
          false);
}

// lupdate names a context by what it parses; at run time it is the class with Q_OBJECT around tr(). Where
// both differ, the translator looks through all.
void TstTranslations::everyContextIsLookedThrough() {
  QStringList lost;
  for (const Message& m : read(QStringLiteral("de"))) {
    if (!Translations::scopes().contains(m.context)) lost.append(m.context);
  }
  lost.removeDuplicates();
  QVERIFY(Translations::scopes().size() > 30);
  QVERIFY2(lost.isEmpty(), qPrintable(lost.join(QLatin1String(", "))));
}

}  // namespace aerie

QTEST_MAIN(aerie::TstTranslations)
#include "tst_translations.moc"
