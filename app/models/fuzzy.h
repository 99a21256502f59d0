// How well a thing fits what somebody typed: the letters must occur in order; starts of words, neighbours and
// short texts count more. Pure.
#pragma once

#include <QString>
#include <optional>

namespace aerie::models {

// Higher is better; nothing when a word of `typed` does not occur. Words may be typed in any order.
std::optional<int> fuzzyScore(const QString& typed, const QString& text);

}  // namespace aerie::models
