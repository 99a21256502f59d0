#include "app/pages/rollback_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/pages/dialog_parts.h"
#include "app/presenters/deployments_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {
constexpr int kWidth = 480;
constexpr int kEffectHeight = 108;
}  // namespace

RollbackDialog::RollbackDialog(const presenters::DeploymentsPresenter& presenter, const QString& endpoint,
                               QWidget* parent)
    : QDialog(parent), presenter_(presenter), endpoint_(endpoint) {
  auto* column =
      newDialogColumn(this, QStringLiteral("rollbackDialog"), tr("Roll back %1").arg(endpoint), {});
  keepFitted(this, kWidth);
  version_ = new QComboBox(this);
  version_->setObjectName(QStringLiteral("rollback.version"));
  version_->setAccessibleName(tr("Version to go back to"));
  for (const presenters::RollbackChoice& choice : presenter_.rollbackChoices(endpoint))
    version_->addItem(choice.text, choice.version);
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(newLabel(tr("Go back to"), "muted", this), version_);
  column->addLayout(form);
  effect_ = newLabel({}, "muted", this);
  effect_->setObjectName(QStringLiteral("rollback.effect"));
  effect_->setWordWrap(true);
  effect_->setMinimumHeight(kEffectHeight);
  effect_->setAlignment(Qt::AlignTop);
  column->addWidget(effect_);
  const DialogButtons buttons = addDialogButtons(this, column, tr("Roll back"));
  verb_ = buttons.verb;
  connect(verb_, &QPushButton::clicked, this, [this] {
    Q_EMIT confirmed(version_->currentData().toString());
    accept();
  });
  connect(version_, &QComboBox::currentIndexChanged, this, &RollbackDialog::refresh);
  refresh();
}

void RollbackDialog::refresh() {
  const QString to = version_->currentData().toString();
  const rpc::Deployment* d = presenter_.world().deployment(endpoint_);
  if (!d) return;
  QStringList sentences;
  sentences.append(
      d->servingVersion.isEmpty() || d->servingVersion == to
          ? tr("Version %1 serves.").arg(to)
          : tr("Version %1 starts, takes the traffic when it is ready, and version %2 drains. No "
               "request is lost.")
                .arg(to, d->servingVersion));
  if (!d->spec.stage.isEmpty())
    sentences.append(tr("The stage %1 moves to version %2, too, and every deployment that follows it.")
                         .arg(d->spec.stage, to));
  const presenters::EndpointUsers users = presenter_.usersOf(endpoint_);
  if (!users.empty())
    sentences.append(tr("Served with it: %1.").arg(users.sentences().join(QStringLiteral(", "))));
  effect_->setText(sentences.join(QLatin1Char(' ')));
  verb_->setText(tr("Roll back to version %1").arg(to));
  verb_->setAccessibleName(verb_->text());
}

}  // namespace aerie::pages
