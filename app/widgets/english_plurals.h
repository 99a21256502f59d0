// The source language's own plurals: "%n row(s)" reads "1 row", "2 rows". Install it before any real
// translation, which then takes precedence. GUI thread.
#pragma once

#include <QTranslator>

namespace aerie::widgets {

class EnglishPlurals final : public QTranslator {
 public:
  using QTranslator::QTranslator;
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int n) const override {
    QString text = QString::fromUtf8(source);
    if (n < 0 || !text.contains(QLatin1String("(s)"))) return {};
    return text.replace(QLatin1String("(s)"), n == 1 ? QString() : QStringLiteral("s"));
  }
};

}  // namespace aerie::widgets
