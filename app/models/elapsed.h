// Lengths of time as charts and tables write them. Pure; GUI thread (QLocale).
#pragma once

#include <QList>
#include <QString>

namespace aerie::models {

// Three digits in the unit that fits: "850 ms", "42.3 s", "20.7 min", "4.05 h"; "0 s" for 0.
QString lengthOfTimeText(double ms);
// For axes, whole numbers where they go: "0", "30 s", "90 min", "2 h".
QString elapsedAxisText(double ms);
// At most `most` + 1 round lengths of time inside of [fromMs, toMs].
QList<double> elapsedTicks(double fromMs, double toMs, int most);
// From 0 in at most `most` round steps to the first one at or above `highMs`.
QList<double> elapsedCover(double highMs, int most);

}  // namespace aerie::models
