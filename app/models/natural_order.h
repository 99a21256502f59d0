// Names as people count: "host-2" before "host-10". Pure.
#pragma once

#include <QStringView>

namespace aerie::models {

// Digits by their number, everything else by its code.
bool naturalLess(QStringView a, QStringView b);

}  // namespace aerie::models
