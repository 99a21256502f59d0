#include "app/pages/page.h"

#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/pages/tab_order.h"
#include "app/widgets/card.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {
namespace {
constexpr double kStaleOpacity = 0.55;
}

using namespace widgets;

Page::Page(const QString& id, const QString& title, const QString& icon, QWidget* parent)
    : QWidget(parent), id_(id), title_(title), icon_(icon) {
  setObjectName(QStringLiteral("page.") + id);
  setAccessibleName(title);
  setFocusPolicy(Qt::ClickFocus);  // the page's keys work from the moment it is shown
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapL, kGapM, kGapL, kGapM);
  column->setSpacing(kGapM);
  titleRow_ = new QHBoxLayout();
  titleRow_->setSpacing(kGapS);
  titleRow_->addStrut(kControlHeight);  // the title stands still from page to page
  titleRow_->addWidget(newLabel(title, "title", this));
  summary_ = newLabel({}, "muted", this);
  titleRow_->addSpacing(kGapS);
  titleRow_->addWidget(summary_);
  titleRow_->addStretch(1);
  column->addLayout(titleRow_);
  messages_ = new MessageBar(this);
  column->addWidget(messages_);
  content_ = new QWidget(this);
  content_->setObjectName(QStringLiteral("content"));
  body_ = new QVBoxLayout(content_);
  body_->setContentsMargins(0, 0, 0, 0);
  body_->setSpacing(kGapM);
  column->addWidget(content_, 1);
}

void Page::setSummary(const QString& text) { summary_->setText(text); }

void Page::showFailure(const QString& headline, const QString& detail) {
  messages_->showMessage(models::Tone::Danger, headline, detail);
  Q_EMIT badNews(headline, detail);
}

bool Page::openObject(const QString&, const QString&) { return false; }

QAction* Page::addCommand(CommandRegistry& registry, const Command& command, const char* kind) {
  Command shown = command;
  shown.run = [this, run = command.run] {
    Q_EMIT wanted();
    run();
  };
  QAction* action = registry.add(shown, this);
  gates_.push_back({action, true, {}});
  if (kind) titleRow_->addWidget(CommandRegistry::buttonFor(action, kind, this));
  return action;
}

void Page::allow(QAction* action, bool possible, const QString& why) {
  const auto it =
      std::find_if(gates_.begin(), gates_.end(), [action](const Gate& g) { return g.action == action; });
  if (it == gates_.end()) return;
  it->possible = possible;
  it->why = why;
  applyGate(*it);
}

void Page::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  orderTabsByLayout(this);
}

bool Page::focusNextPrevChild(bool next) {
  orderTabsByLayout(this);
  return QWidget::focusNextPrevChild(next);
}

void Page::applyGate(const Gate& gate) {
  setEnabledBecause(gate.action, online_ && gate.possible, online_ ? gate.why : whyOffline_);
}

void Page::setOnline(bool online, const QString& why) {
  if (online == online_ && why == whyOffline_) return;
  online_ = online;
  whyOffline_ = why;
  for (const Gate& gate : gates_) applyGate(gate);
  if (online) {
    content_->setGraphicsEffect(nullptr);
  } else if (!content_->graphicsEffect()) {
    auto* faded = new QGraphicsOpacityEffect(content_);
    faded->setOpacity(kStaleOpacity);
    content_->setGraphicsEffect(faded);
  }
  setProperty("stale", !online);
}

}  // namespace aerie::pages
