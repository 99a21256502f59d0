// Tab goes as the eye does: along the layouts, whatever the order in which widgets were made. GUI thread.
#pragma once

#include <QList>

class QWidget;

namespace aerie::pages {

// Orders all that Tab reaches inside of `root`: along the layouts, and by place where there are none.
void orderTabsByLayout(QWidget* root);
// The same for several parts of a window, one after the other.
void orderTabs(const QList<QWidget*>& parts);
// The same whenever `root` is shown or gets other contents, as long as it lives: for dialogs.
void keepTabsByLayout(QWidget* root);

}  // namespace aerie::pages
