#include "app/widgets/text_diff.h"

#include <QStringList>
#include <algorithm>
#include <vector>

namespace aerie::widgets {
namespace {

using Kind = DiffRow::Kind;

constexpr qsizetype kMaxCells = 4'000'000;

QStringList linesOf(const QString& text) {
  QStringList lines = text.split(QLatin1Char('\n'));
  if (!lines.isEmpty() && lines.back().isEmpty()) lines.removeLast();
  return lines;
}

// Which lines of the two ranges stay, by the longest common subsequence.
class Matches final {
 public:
  Matches(const QStringList& left, const QStringList& right, qsizetype first, qsizetype leftEnd,
          qsizetype rightEnd)
      : left_(left), right_(right), first_(first), width_(rightEnd - first + 1) {
    const qsizetype height = leftEnd - first + 1;
    if (height * width_ > kMaxCells) return;
    length_.resize(static_cast<std::size_t>(height * width_));
    for (qsizetype i = height - 2; i >= 0; --i) {
      for (qsizetype k = width_ - 2; k >= 0; --k) {
        cell(i, k) = same(i, k) ? cell(i + 1, k + 1) + 1 : std::max(cell(i + 1, k), cell(i, k + 1));
      }
    }
  }
  bool known() const { return !length_.empty(); }
  bool same(qsizetype i, qsizetype k) const { return left_[first_ + i] == right_[first_ + k]; }
  bool dropLeft(qsizetype i, qsizetype k) { return cell(i + 1, k) >= cell(i, k + 1); }

 private:
  int& cell(qsizetype i, qsizetype k) { return length_[static_cast<std::size_t>(i * width_ + k)]; }

  const QStringList& left_;
  const QStringList& right_;
  qsizetype first_;
  qsizetype width_;
  std::vector<int> length_;
};

DiffRow rowOf(Kind kind, const QStringList& left, qsizetype l, const QStringList& right, qsizetype r) {
  DiffRow row;
  row.kind = kind;
  if (kind != Kind::Added) {
    row.leftLine = static_cast<int>(l) + 1;
    row.left = left[l];
  }
  if (kind != Kind::Removed) {
    row.rightLine = static_cast<int>(r) + 1;
    row.right = right[r];
  }
  if (kind != Kind::Changed) return row;
  const qsizetype shorter = std::min(row.left.size(), row.right.size());
  while (row.prefix < shorter && row.left[row.prefix] == row.right[row.prefix]) ++row.prefix;
  while (row.suffix < shorter - row.prefix &&
         row.left[row.left.size() - 1 - row.suffix] == row.right[row.right.size() - 1 - row.suffix])
    ++row.suffix;
  return row;
}

}  // namespace

QList<DiffRow> diffLines(const QString& leftText, const QString& rightText) {
  const QStringList left = linesOf(leftText);
  const QStringList right = linesOf(rightText);
  qsizetype first = 0;
  while (first < left.size() && first < right.size() && left[first] == right[first]) ++first;
  qsizetype leftEnd = left.size();
  qsizetype rightEnd = right.size();
  while (leftEnd > first && rightEnd > first && left[leftEnd - 1] == right[rightEnd - 1]) {
    --leftEnd;
    --rightEnd;
  }
  QList<DiffRow> rows;
  for (qsizetype i = 0; i < first; ++i) rows.append(rowOf(Kind::Same, left, i, right, i));

  Matches matches(left, right, first, leftEnd, rightEnd);
  qsizetype l = first;
  qsizetype r = first;
  while (l < leftEnd || r < rightEnd) {
    // A block of lines that go and lines that come: paired as changed as far as they go together.
    const qsizetype l0 = l;
    const qsizetype r0 = r;
    if (!matches.known()) {
      l = leftEnd;
      r = rightEnd;
    }
    while (matches.known() && (l < leftEnd || r < rightEnd)) {
      if (l < leftEnd && r < rightEnd && matches.same(l - first, r - first)) break;
      if (r == rightEnd || (l < leftEnd && matches.dropLeft(l - first, r - first))) {
        ++l;
      } else {
        ++r;
      }
    }
    const qsizetype pairs = std::min(l - l0, r - r0);
    for (qsizetype i = 0; i < pairs; ++i) rows.append(rowOf(Kind::Changed, left, l0 + i, right, r0 + i));
    for (qsizetype i = l0 + pairs; i < l; ++i) rows.append(rowOf(Kind::Removed, left, i, right, 0));
    for (qsizetype i = r0 + pairs; i < r; ++i) rows.append(rowOf(Kind::Added, left, 0, right, i));
    while (l < leftEnd && r < rightEnd && left[l] == right[r]) {
      rows.append(rowOf(Kind::Same, left, l, right, r));
      ++l;
      ++r;
    }
  }
  for (; l < left.size(); ++l, ++r) rows.append(rowOf(Kind::Same, left, l, right, r));
  return rows;
}

}  // namespace aerie::widgets
