// For widgets that paint their own texts: which of them are shortened for want of room, so that a check can
// find them. GUI thread.
#pragma once

#include <QStringList>

namespace aerie::widgets {

class PaintedText {
 public:
  virtual ~PaintedText() = default;
  // Whole texts that are shown shortened, in the present size. Names that people gave are not among them:
  // they may be of any length, and are whole in their tool tips.
  virtual QStringList cutTexts() const = 0;
};

}  // namespace aerie::widgets
