// The language of the program: which translators are installed, and the locale of its numbers and times. GUI
// thread.
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>
#include <memory>

#include "app/widgets/english_plurals.h"

namespace aerie::shell {

// Every text longer by a third, with accents and in brackets: what is cut off, put together from pieces or
// not translatable is seen at once. Placeholders, keys and markup stay as they are.
class PseudoTranslator final : public QTranslator {
 public:
  using QTranslator::QTranslator;
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char* comment, int n) const override;
  static QString stretched(const QString& text);

 private:
  widgets::EnglishPlurals plurals_;
};

// One per process; the application must exist and outlive it.
class Translations final {
 public:
  Translations();
  ~Translations();
  Translations(const Translations&) = delete;
  Translations& operator=(const Translations&) = delete;

  // "de", "zh_CN"; empty = the system's languages in their order; "en"; pseudoLanguage(). A language without
  // a translation is English. Windows that are open keep their words: make them anew.
  void setLanguage(const QString& name);
  // What is spoken now: the name of a translation, "en" or pseudoLanguage().
  const QString& language() const { return language_; }
  // The contexts under which texts are filed. A text that is not found under its own is looked for in all of
  // them.
  static QStringList scopes();
  static QString pseudoLanguage() { return QStringLiteral("en_XA"); }

 private:
  void clear();
  bool install(const QString& name);

  widgets::EnglishPlurals plurals_;
  std::unique_ptr<QTranslator> own_;  // ours
  std::unique_ptr<QTranslator> qt_;   // Qt's own dialogs
  QString language_;
};

}  // namespace aerie::shell
