#include "app/models/fuzzy.h"

#include <QStringList>
#include <algorithm>

namespace aerie::models {
namespace {

constexpr int kLetter = 1;
constexpr int kNeighbour = 5;
constexpr int kWordStart = 8;
constexpr int kWhole = 30;   // the word occurs as it was typed
constexpr int kPrefix = 20;  // and the text begins with it
constexpr int kMaxGapLoss = 6;

bool startsWord(const QString& text, qsizetype at) {
  if (at == 0) return true;
  const QChar before = text[at - 1];
  return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper()) ||
         (before.isDigit() != text[at].isDigit());
}

std::optional<int> wordScore(const QString& word, const QString& text) {
  if (const auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0) {
    return kWhole + static_cast<int>(word.size()) * kNeighbour + (at == 0 ? kPrefix : 0) +
           (startsWord(text, at) ? kWordStart : 0);
  }
  int score = 0;
  qsizetype last = -1;
  for (const QChar& c : word) {
    const auto at = text.indexOf(c, last + 1, Qt::CaseInsensitive);
    if (at < 0) return std::nullopt;
    score +=
        kLetter + (at == last + 1 && last >= 0 ? kNeighbour : 0) + (startsWord(text, at) ? kWordStart : 0);
    if (last >= 0) score -= std::min<int>(kMaxGapLoss, static_cast<int>(at - last - 1));
    last = at;
  }
  return score;
}

}  // namespace

std::optional<int> fuzzyScore(const QString& typed, const QString& text) {
  int total = 0;
  for (const QString& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const auto score = wordScore(word, text);
    if (!score) return std::nullopt;
    total += *score;
  }
  // Of two texts that fit alike, the shorter one was meant.
  return total * 4 - std::min<int>(100, static_cast<int>(text.size()));
}

}  // namespace aerie::models
