// Tab goes as the eye does: along the layouts, whatever the order in which widgets were made. GUI thread.
#pragma once

class QWidget;

namespace aerie::pages {

// Orders all that Tab reaches inside of `root`; what has no layout of ours is left as it is.
void orderTabsByLayout(QWidget* root);

}  // namespace aerie::pages
