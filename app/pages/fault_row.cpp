#include "app/pages/fault_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/models/text.h"
#include "app/presenters/simulation_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/toggle_switch.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::SimulationPresenter;

FaultRow::FaultRow(const rpc::SimulationFault& fault, const QString& page, QWidget* parent)
    : QWidget(parent), name_(fault.name) {
  setObjectName(QStringLiteral("fault.") + fault.name);
  const QString title = SimulationPresenter::titleOf(fault);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapM, kGap, kGapM, kGap);
  column->setSpacing(0);
  auto* head = new QHBoxLayout();
  head->setSpacing(kGapM);
  head->addWidget(newLabel(title, "strong", this));
  chip_ = new StatusChip(this);
  chip_->setClickable(false);
  chip_->hide();
  head->addWidget(chip_);
  head->addStretch(1);
  if (!page.isEmpty()) {
    auto* look = new QPushButton(tr("See %1").arg(page), this);
    look->setProperty("kind", QStringLiteral("link"));
    look->setAccessibleName(tr("See the effect of \"%1\" on %2").arg(title, page));
    head->addWidget(look);
    connect(look, &QPushButton::clicked, this, [this, at = fault.lookAt] { Q_EMIT lookWanted(at); });
  }
  if (fault.once) {
    strike_ = new QPushButton(tr("Strike"), this);
    strike_->setObjectName(QStringLiteral("fault.strike"));
    strike_->setAccessibleName(tr("Strike: %1").arg(title));
    head->addWidget(strike_);
    connect(strike_, &QPushButton::clicked, this, [this] { Q_EMIT wanted(name_, true); });
  } else {
    toggle_ = new ToggleSwitch(title, this);
    toggle_->setObjectName(QStringLiteral("fault.switch"));
    head->addWidget(toggle_);
    connect(toggle_, &ToggleSwitch::clicked, this, [this](bool on) { Q_EMIT wanted(name_, on); });
  }
  column->addLayout(head);
  auto* description = newLabel(SimulationPresenter::descriptionOf(fault), "muted", this);
  description->setWordWrap(true);
  column->addWidget(description);
  effect_ = newLabel({}, "caption", this);
  effect_->setObjectName(QStringLiteral("fault.effect"));
  effect_->setWordWrap(true);
  effect_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  effect_->hide();
  column->addWidget(effect_);
}

void FaultRow::show(const rpc::SimulationFault& fault, bool usable, const QString& why) {
  if (toggle_) {
    toggle_->setChecked(fault.on);
    toggle_->setBusy(fault.busy);
    if (!fault.busy) toggle_->setEnabled(usable);
    toggle_->setToolTip(usable ? QString() : why);
  } else {
    strike_->setEnabled(usable && !fault.busy);
    strike_->setToolTip(usable ? QString() : why);
  }
  chip_->setVisible(fault.on || fault.busy);
  if (fault.busy) {
    chip_->setState(models::Tone::Info, tr("Under way"));
  } else if (fault.on) {
    chip_->setState(models::Tone::Warning,
                    tr("Since %1").arg(models::recentText(fault.changedMs, models::Fine::Minutes)));
  }
  effect_->setVisible(!fault.lastEffect.isEmpty());
  const QString when = models::timeText(fault.changedMs);
  effect_->setText(when.isEmpty() ? fault.lastEffect
                                  : tr("%1: %2", "time: what was seen").arg(when, fault.lastEffect));
}

}  // namespace aerie::pages
