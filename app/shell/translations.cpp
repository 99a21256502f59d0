#include "app/shell/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QLocale>
#include <QMutex>
#include <QStringList>

static void initTranslationResources() { Q_INIT_RESOURCE(i18n); }

namespace aerie::shell {
namespace {

// Longer translations than a third more are rare in labels of more than a few letters; short words grow the
// most.
constexpr int kShortText = 10;
constexpr int kUnit = 2;  // "ms" is the same everywhere

// Functions outside of classes ask under a name of their own; lupdate files their texts under the scope
// around them.
constexpr const char* kScopes[] = {
#include "translations/scopes.inc"
};

class FiledTranslator final : public QTranslator {
 public:
  QString translate(const char* context, const char* source, const char* comment, int n) const override {
    QString found = QTranslator::translate(context, source, comment, n);
    if (!found.isEmpty()) return found;
    // Tables ask again for each cell that they paint.
    const QByteArray key =
        QByteArray(context) + '\n' + source + '\n' + comment + '\n' + QByteArray::number(n);
    const QMutexLocker lock(&mutex_);
    const auto known = filed_.constFind(key);
    if (known != filed_.constEnd()) return *known;
    for (const char* scope : kScopes) {
      found = QTranslator::translate(scope, source, comment, n);
      if (!found.isEmpty()) break;
    }
    if (filed_.size() < kMaxFiled) filed_.insert(key, found);
    return found;
  }

 private:
  static constexpr qsizetype kMaxFiled = 2'000;
  mutable QMutex mutex_;
  mutable QHash<QByteArray, QString> filed_;
};

QChar accented(QChar c) {
  static const QString kPlain = QStringLiteral("aceinosuyzACEINOSUYZ");
  static const QString kAccented = QString::fromUtf8(
      "\xC3\xA4\xC3\xA7\xC3\xA9\xC3\xAE\xC3\xB1\xC3\xB6\xC5\xA1\xC3\xBC\xC3\xBF\xC5\xBE"
      "\xC3\x84\xC3\x87\xC3\x89\xC3\x8E\xC3\x91\xC3\x96\xC5\xA0\xC3\x9C\xC5\xB8\xC5\xBD");
  const qsizetype at = kPlain.indexOf(c);
  return at < 0 ? c : kAccented.at(at);
}

}  // namespace

QString PseudoTranslator::stretched(const QString& text) {
  QString out;
  qsizetype letters = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text.at(i);
    if (c == QLatin1Char('%') && i + 1 < text.size()) {  // %1, %L1, %n
      out += c;
      out += text.at(++i);
      if (text.at(i) == QLatin1Char('L') && i + 1 < text.size()) out += text.at(++i);
    } else if (c == QLatin1Char('<')) {  // markup
      const qsizetype end = text.indexOf(QLatin1Char('>'), i);
      const qsizetype last = end < 0 ? i : end;
      out += text.mid(i, last - i + 1);
      i = last;
    } else {
      letters += c.isLetter() ? 1 : 0;
      out += accented(c);
    }
  }
  if (letters == 0) return text;  // formats, signs and file patterns
  if (letters <= kUnit) return out;
  const qsizetype more = letters <= kShortText ? (letters + 1) / 2 : letters / 3;
  return out + QString(more, QLatin1Char('~'));
}

QString PseudoTranslator::translate(const char* context, const char* source, const char* comment,
                                    int n) const {
  // Names of keys are Qt's, and written on keyboards.
  if (context && qstrcmp(context, "QShortcut") == 0) return {};
  const QString plural = plurals_.translate(context, source, comment, n);
  return stretched(plural.isEmpty() ? QString::fromUtf8(source) : plural);
}

QStringList Translations::scopes() {
  QStringList out;
  for (const char* scope : kScopes) out.append(QLatin1String(scope));
  return out;
}

Translations::Translations() {
  initTranslationResources();
  QCoreApplication::installTranslator(&plurals_);
}

Translations::~Translations() {
  clear();
  QCoreApplication::removeTranslator(&plurals_);
}

void Translations::clear() {
  if (own_) QCoreApplication::removeTranslator(own_.get());
  if (qt_) QCoreApplication::removeTranslator(qt_.get());
  own_.reset();
  qt_.reset();
}

bool Translations::install(const QString& name) {
  if (name == pseudoLanguage()) {
    own_ = std::make_unique<PseudoTranslator>();
  } else {
    const QString file = QStringLiteral(":/i18n/aerie_%1.qm").arg(name);
    auto translator = std::make_unique<FiledTranslator>();
    if (!QFile::exists(file) || !translator->load(file)) return false;
    own_ = std::move(translator);
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(QStringLiteral("qtbase_") + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
      qt_ = std::move(qt);
  }
  if (qt_) QCoreApplication::installTranslator(qt_.get());
  QCoreApplication::installTranslator(own_.get());
  return true;
}

void Translations::setLanguage(const QString& name) {
  clear();
  language_ = QStringLiteral("en");
  if (name.isEmpty()) {
    QLocale::setDefault(QLocale::system());
    for (QString wanted : QLocale::system().uiLanguages()) {
      wanted.replace(QLatin1Char('-'), QLatin1Char('_'));
      // zh-Hans-CN is how systems name what we call zh_CN.
      const QStringList parts = wanted.split(QLatin1Char('_'));
      const QString region = parts.front() + QLatin1Char('_') + parts.back();
      if (parts.front() == QLatin1String("en")) return;
      for (const QString& candidate : {wanted, region, parts.front()}) {
        if (!install(candidate)) continue;
        language_ = candidate;
        return;
      }
    }
    return;
  }
  QLocale::setDefault(name == pseudoLanguage() ? QLocale(QStringLiteral("en")) : QLocale(name));
  if (name != QLatin1String("en") && install(name)) language_ = name;
}

}  // namespace aerie::shell
