#include "app/shell/log_dock.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/presenters/log_presenter.h"
#include "app/widgets/icons.h"
#include "app/widgets/log_view.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {
constexpr int kSourceWidth = 220;
}

LogDock::LogDock(presenters::LogPresenter& presenter, QWidget* parent)
    : QWidget(parent), presenter_(presenter) {
  setObjectName(QStringLiteral("logDock"));
  setAttribute(Qt::WA_StyledBackground);
  source_ = new QComboBox(this);
  source_->setObjectName(QStringLiteral("logs.which"));
  source_->setAccessibleName(tr("Whose log is shown"));
  source_->setMinimumWidth(kSourceWidth);
  view_ = new LogView(QStringLiteral("logs"), presenter.lines(), this);
  view_->replaceSource(source_);
  auto* close = new QToolButton(this);
  close->setObjectName(QStringLiteral("logs.close"));
  close->setIcon(iconOf(QStringLiteral("close"), Role::Muted));
  close->setAccessibleName(tr("Hide the log"));
  close->setToolTip(tr("Hide the log"));
  close->setFixedSize(kControlHeight, kControlHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 1, kGapS, 0);
  row->setSpacing(0);
  row->addWidget(view_, 1);
  auto* side = new QVBoxLayout();
  side->setContentsMargins(0, kGapS, 0, 0);
  side->addWidget(close);
  side->addStretch(1);
  row->addLayout(side);
  connect(close, &QToolButton::clicked, this, &LogDock::closeWanted);
  connect(source_, &QComboBox::activated, this,
          [this] { presenter_.select(source_->currentData().toString()); });
  connect(&presenter_, &presenters::LogPresenter::sourcesChanged, this, &LogDock::refreshSources);
  connect(&presenter_, &presenters::LogPresenter::stateChanged, this,
          [this] { view_->setNote(presenter_.state()); });
  refreshSources();
}

void LogDock::refreshSources() {
  source_->clear();
  QString group;
  for (const presenters::LogSource& s : presenter_.sources()) {
    if (!group.isEmpty() && s.group != group) source_->insertSeparator(source_->count());
    group = s.group;
    source_->addItem(s.title, s.id);
  }
  source_->setCurrentIndex(source_->findData(presenter_.source()));
  source_->setEnabled(source_->count() > 0);
  if (source_->count() == 0) view_->setNote(tr("Nothing is deployed yet, so there is no log."));
}

void LogDock::focusFind() { view_->focusFind(); }
void LogDock::find(bool forward) { view_->find(forward); }

}  // namespace aerie::shell
