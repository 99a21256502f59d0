#include "app/widgets/card.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/tokens.h"

namespace aerie::widgets {

static constexpr int kKeptTitle = 150;  // of a card; its note gives way first

QLabel* newLabel(const QString& text, const char* kind, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("kind", QString::fromLatin1(kind));
  return label;
}

ElidedLabel::ElidedLabel(const QString& text, const char* kind, QWidget* parent) : QLabel(text, parent) {
  setProperty("kind", QString::fromLatin1(kind));
  setProperty("elides", true);
}

void ElidedLabel::keepUpTo(int width) {
  kept_ = width;
  updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const {
  const QSize whole = QLabel::minimumSizeHint();
  return {std::min(kept_, whole.width()), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent* event) {
  if (fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
    QLabel::paintEvent(event);
    return;
  }
  QPainter painter(this);
  drawFrame(&painter);
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
  style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine,
                        palette(), isEnabled(), shown, foregroundRole());
}

bool ElidedLabel::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip && toolTip().isEmpty() &&
      fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
    return true;
  }
  return QLabel::event(event);
}

Card::Card(const QString& title, QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(1, 1, 1, 1);
  outer->setSpacing(0);
  top_ = new QWidget(this);
  auto* row = new QHBoxLayout(top_);
  row->setContentsMargins(kGapM, kGapS, kGapS, kGap);
  row->setSpacing(kGapS);
  row->addStrut(kControlHeight);  // with tools or without: titles of neighbours are on one line
  auto* name = new ElidedLabel(title, "section", top_);
  name->keepUpTo(kKeptTitle);
  title_ = name;
  note_ = new ElidedLabel({}, "muted", top_);
  row->addWidget(title_);
  row->addWidget(note_);
  row->addStretch(1);
  tools_ = new QHBoxLayout();
  tools_->setSpacing(kGap);
  row->addLayout(tools_);
  outer->addWidget(top_);
  body_ = new QVBoxLayout();
  body_->setContentsMargins(kGapM, kGap, kGapM, kGapM);
  body_->setSpacing(kGapS);
  outer->addLayout(body_, 1);
  top_->setVisible(!title.isEmpty());
}

void Card::setTitle(const QString& title) {
  title_->setText(title);
  top_->setVisible(!title.isEmpty());
}

void Card::setNote(const QString& note) { note_->setText(note); }

void Card::setFlush() { body_->setContentsMargins(0, 0, 0, 1); }

}  // namespace aerie::widgets
