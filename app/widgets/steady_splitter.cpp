#include "app/widgets/steady_splitter.h"

#include <QEvent>
#include <numeric>
#include <utility>

#include "app/widgets/tokens.h"

namespace aerie::widgets {

SteadySplitter::SteadySplitter(Qt::Orientation orientation, QList<int> shares, QWidget* parent)
    : QSplitter(orientation, parent), shares_(std::move(shares)) {
  setHandleWidth(kGapM);
  setChildrenCollapsible(false);
  connect(this, &QSplitter::splitterMoved, this, [this] { shares_ = sizes(); });
}

void SteadySplitter::resizeEvent(QResizeEvent* event) {
  QSplitter::resizeEvent(event);
  share();
}

bool SteadySplitter::event(QEvent* event) {
  const bool handled = QSplitter::event(event);
  if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) share();
  return handled;
}

void SteadySplitter::share() {
  const int sum = std::accumulate(shares_.begin(), shares_.end(), 0);
  const QList<int> now = sizes();
  const int room = std::accumulate(now.begin(), now.end(), 0);
  if (sum <= 0 || room <= 0 || now.size() != shares_.size()) return;
  QList<int> wanted;
  for (const int part : shares_) wanted.append(part * room / sum);
  setSizes(wanted);
}

}  // namespace aerie::widgets
