#include "app/shell/notification_panel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "app/models/notifications.h"
#include "app/models/text.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;
using models::Notifications;

namespace {

constexpr int kWidth = 420;
constexpr int kHeight = 420;
constexpr int kIcon = 16;
constexpr int kLines = 3;  // of the detail

class NewsDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
      painter->fillRect(option.rect, tint(colorOf(Role::Accent), isDark() ? 0.22 : 0.12));
    }
    const auto tone = static_cast<models::Tone>(index.data(models::ToneRole).toInt());
    const QRect r = option.rect.adjusted(kGapM, kGapS, -kGapM, -kGapS);
    paintIcon(*painter, QRectF(r.x(), r.y() + 1, kIcon, kIcon), iconNameOf(tone), colorOf(tone));
    const QRect text = r.adjusted(kIcon + kGapS, 0, 0, 0);
    painter->setPen(colorOf(Role::Muted));
    painter->setFont(fontOf(Type::Caption));
    const QString age = models::ageText(index.data(Notifications::TimeRole).toLongLong(),
                                        QDateTime::currentMSecsSinceEpoch());
    painter->drawText(text, Qt::AlignTop | Qt::AlignRight, age);
    const int ageWidth = painter->fontMetrics().horizontalAdvance(age) + kGapS;
    painter->setPen(colorOf(Role::Text));
    painter->setFont(fontOf(Type::BodyStrong));
    painter->drawText(headlineRect(text.adjusted(0, 0, -ageWidth, 0), index),
                      Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, index.data().toString());
    painter->setPen(colorOf(Role::Muted));
    painter->setFont(fontOf(Type::Body));
    const int below = headlineRect(text.adjusted(0, 0, -ageWidth, 0), index).bottom() + 2;
    painter->drawText(QRect(text.x(), below, text.width(), text.bottom() - below + 1),
                      Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                      index.data(Notifications::DetailRole).toString());
    painter->setPen(colorOf(Role::Border));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
  }
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const int width = std::max(option.rect.width(), kWidth - 2) - 2 * kGapM - kIcon - kGapS;
    const QString detail = index.data(Notifications::DetailRole).toString();
    const QFontMetrics body(fontOf(Type::Body));
    const int detailHeight =
        detail.isEmpty()
            ? 0
            : std::min(kLines * body.lineSpacing(),
                       body.boundingRect(0, 0, width, 1'000, Qt::TextWordWrap, detail).height()) +
                  2;
    return {kWidth - 2,
            headlineRect(QRect(0, 0, width - 80, 1'000), index).height() + detailHeight + 2 * kGapS};
  }

 private:
  static QRect headlineRect(const QRect& room, const QModelIndex& index) {
    return QFontMetrics(fontOf(Type::BodyStrong))
        .boundingRect(QRect(room.x(), room.y(), room.width(), 1'000), Qt::TextWordWrap,
                      index.data().toString());
  }
};

}  // namespace

NotificationPanel::NotificationPanel(Notifications& notifications, QWidget* parent)
    : QFrame(parent, Qt::Popup), notifications_(notifications) {
  setObjectName(QStringLiteral("palette"));
  setAttribute(Qt::WA_DeleteOnClose);
  setFixedSize(kWidth, kHeight);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, kGapS);
  column->setSpacing(0);
  auto* top = new QHBoxLayout();
  top->setContentsMargins(kGapM, kGapS, kGapS, kGapS);
  top->addWidget(newLabel(tr("Notifications"), "section", this));
  top->addStretch(1);
  auto* clear = new QPushButton(tr("Clear"), this);
  clear->setObjectName(QStringLiteral("notifications.clear"));
  clear->setProperty("kind", QStringLiteral("flat"));
  clear->setAccessibleName(tr("Clear all notifications"));
  top->addWidget(clear);
  column->addLayout(top);
  list_ = new QListView(this);
  list_->setObjectName(QStringLiteral("notifications.list"));
  list_->setAccessibleName(tr("Notifications, newest first"));
  list_->setModel(&notifications_);
  list_->setItemDelegate(new NewsDelegate(list_));
  list_->setResizeMode(QListView::Adjust);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* none =
      newLabel(tr("Nothing to tell yet.\nWhat succeeds and what fails is kept here."), "muted", this);
  none->setAlignment(Qt::AlignCenter);
  auto* body = new QWidget(this);
  stack_ = new QStackedLayout(body);
  stack_->addWidget(list_);
  stack_->addWidget(none);
  column->addWidget(body, 1);
  connect(clear, &QPushButton::clicked, this, [this] {
    notifications_.clear();
    refresh();
  });
  const auto go = [this](const QModelIndex& index) {
    const QString page = index.data(Notifications::PageRole).toString();
    if (page.isEmpty()) return;
    close();
    Q_EMIT pageWanted(page);
  };
  connect(list_, &QListView::activated, this, go);
  connect(list_, &QListView::clicked, this, go);
  refresh();
}

void NotificationPanel::openAt(const QWidget* anchor) {
  move(anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + kGap)));
  show();
  list_->setFocus();
  notifications_.markSeen();
}

void NotificationPanel::refresh() { stack_->setCurrentIndex(notifications_.rowCount({}) > 0 ? 0 : 1); }

}  // namespace aerie::shell
