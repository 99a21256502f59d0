// The size of dialogs that people do not widen. GUI thread.
#pragma once

class QDialog;

namespace aerie::widgets {

// `dialog` is `width` pixels wide, or as wide as what does not wrap in it needs, and at least as tall as its
// texts are at that width: a size hint knows nothing of how they wrap there. It grows with what comes while
// it is shown, and never shrinks under the pointer: let a stretch take the room that becomes free. For
// dialogs with a layout; texts that may be of any length wrap, are elided, or sit in something that does not
// grow.
void keepFitted(QDialog* dialog, int width);

}  // namespace aerie::widgets
