#include "app/widgets/empty_state.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr int kPicture = 36;
constexpr int kTextWidth = 420;

QString pictureOf(EmptyState::Kind kind, const QString& ofEmpty) {
  switch (kind) {
    case EmptyState::Kind::Failed: return QStringLiteral("unplug");
    case EmptyState::Kind::Loading: return QStringLiteral("progress");
    case EmptyState::Kind::FilteredAway: return QStringLiteral("filter");
    case EmptyState::Kind::Empty: return ofEmpty;
  }
  return {};
}

}  // namespace

EmptyState::EmptyState(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setSpacing(kGapS);
  picture_ = new QLabel(this);
  headline_ = newLabel({}, "section", this);
  sentence_ = newLabel({}, "muted", this);
  sentence_->setMaximumWidth(kTextWidth);
  for (QLabel* label : {headline_, sentence_}) {
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
  }
  picture_->setAlignment(Qt::AlignCenter);
  button_ = new QPushButton(this);
  button_->setObjectName(QStringLiteral("emptyAction"));
  button_->setProperty("kind", QStringLiteral("primary"));
  column->addStretch(2);
  column->addWidget(picture_);
  column->addWidget(headline_);
  auto* line = new QHBoxLayout();
  line->addStretch(1);
  line->addWidget(sentence_, 4);
  line->addStretch(1);
  column->addLayout(line);
  column->addSpacing(kGapS);
  column->addWidget(button_, 0, Qt::AlignHCenter);
  column->addStretch(3);
  connect(button_, &QPushButton::clicked, this, [this] { Q_EMIT actionClicked(kind_); });
  show(Kind::Loading, tr("Loading"), {});
}

void EmptyState::show(Kind kind, const QString& headline, const QString& sentence, const QString& action) {
  kind_ = kind;
  showPicture();
  headline_->setText(headline);
  sentence_->setText(sentence);
  sentence_->setVisible(!sentence.isEmpty());
  button_->setText(action);
  button_->setAccessibleName(action);
  button_->setVisible(!action.isEmpty());
}

void EmptyState::setPicture(const QString& icon) {
  pictureOfEmpty_ = icon;
  showPicture();
}

void EmptyState::showPicture() {
  const QIcon icon = iconOf(pictureOf(kind_, pictureOfEmpty_), Role::Muted);
  picture_->setPixmap(icon.pixmap(kPicture, kPicture));
}

void EmptyState::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) showPicture();
  QWidget::changeEvent(event);
}

}  // namespace aerie::widgets
