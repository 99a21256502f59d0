#include "app/shell/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace aerie::shell {

QList<pages::SettingsPage::Language> availableLanguages() {
  QList<pages::SettingsPage::Language> out{
      {QString(), QCoreApplication::translate("languages", "As the system")},
      {QStringLiteral("en"), QStringLiteral("English")}};
  const QDir built(QStringLiteral(":/i18n"));
  for (const QString& file : built.entryList({QStringLiteral("aerie_*.qm")}, QDir::Files, QDir::Name)) {
    const QString name = file.mid(6).chopped(3);  // aerie_de.qm
    if (name == QLatin1String("en")) continue;
    QString title = QLocale(name).nativeLanguageName();
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    out.append({name, title.isEmpty() ? name : title});
  }
  return out;
}

}  // namespace aerie::shell
