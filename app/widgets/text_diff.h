// Two texts, line by line. Pure.
#pragma once

#include <QList>
#include <QString>

namespace aerie::widgets {

struct DiffRow {
  enum class Kind { Same, Changed, Removed, Added };
  Kind kind = Kind::Same;
  int leftLine = 0;  // from 1; 0 = the right side only
  int rightLine = 0;
  QString left;
  QString right;
  // Of a changed row: how many characters both sides share at the beginning and at the end.
  int prefix = 0;
  int suffix = 0;
  bool operator==(const DiffRow&) const = default;
};

// The shortest row of changes that leads from left to right. Texts whose differing parts are very long (the
// product of their lines is over four million) are compared line against line.
QList<DiffRow> diffLines(const QString& left, const QString& right);

}  // namespace aerie::widgets
