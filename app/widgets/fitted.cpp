#include "app/widgets/fitted.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <algorithm>

namespace aerie::widgets {
namespace {

class Fitter final : public QObject {
 public:
  Fitter(QDialog* dialog, int width) : QObject(dialog), dialog_(dialog), width_(width) {
    dialog->setFixedWidth(width);
    dialog->installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    // Fonts and margins are those of the style sheet from the first showing on.
    const bool due =
        event->type() == QEvent::Show || (event->type() == QEvent::LayoutRequest && dialog_->isVisible());
    if (watched == dialog_ && due && dialog_->layout()) fit();
    return false;
  }

 private:
  void fit() {
    const QLayout& layout = *dialog_->layout();
    width_ = std::max(width_, layout.totalMinimumSize().width());
    if (dialog_->width() != width_) dialog_->setFixedWidth(width_);
    const int height =
        layout.hasHeightForWidth() ? layout.totalHeightForWidth(width_) : layout.totalSizeHint().height();
    dialog_->setMinimumHeight(height);
    if (dialog_->height() < height || !shown_) dialog_->resize(width_, height);
    shown_ = true;
  }

  QDialog* dialog_;
  int width_;
  bool shown_ = false;
};

}  // namespace

void keepFitted(QDialog* dialog, int width) { new Fitter(dialog, width); }

}  // namespace aerie::widgets
