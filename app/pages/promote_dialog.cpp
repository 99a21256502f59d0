#include "app/pages/promote_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/pages/tab_order.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"
#include "core/base/ids.h"

namespace aerie::pages {

using namespace widgets;

namespace {
constexpr int kWidth = 440;
constexpr int kEffectHeight = 54;
}  // namespace

PromoteDialog::PromoteDialog(const models::World& world, const QString& model, const QString& version,
                             QWidget* parent)
    : QDialog(parent), world_(world), model_(model), version_(version) {
  setObjectName(QStringLiteral("promoteDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  keepTabsByLayout(this);
  setWindowTitle(tr("Promote"));
  keepFitted(this, kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  column->addWidget(newLabel(tr("Promote %1@%2").arg(model, version), "section", this));
  auto* row = new QHBoxLayout();
  row->addWidget(newLabel(tr("Stage"), "muted", this));
  stage_ = new QComboBox(this);
  stage_->setObjectName(QStringLiteral("promote.stage"));
  stage_->setAccessibleName(tr("Stage"));
  stage_->setEditable(true);
  stage_->lineEdit()->setAccessibleName(tr("Stage"));
  stage_->addItems({QStringLiteral("production"), QStringLiteral("candidate")});
  if (const rpc::Model* m = world.model(model)) {
    for (const QString& stage : m->stages.keys()) {
      if (stage_->findText(stage) < 0) stage_->addItem(stage);
    }
  }
  row->addWidget(stage_, 1);
  column->addLayout(row);
  effect_ = newLabel({}, "muted", this);
  effect_->setWordWrap(true);
  effect_->setMinimumHeight(kEffectHeight);
  effect_->setAlignment(Qt::AlignTop);
  column->addWidget(effect_);
  auto* buttons = new QHBoxLayout();
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("cancel"));
  cancel->setAccessibleName(tr("Cancel"));
  verb_ = new QPushButton(this);
  verb_->setObjectName(QStringLiteral("verb"));
  verb_->setProperty("kind", QStringLiteral("primary"));
  verb_->setDefault(true);  // Enter in the field promotes
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(verb_);
  column->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(verb_, &QPushButton::clicked, this, [this] {
    Q_EMIT confirmed(stage_->currentText().trimmed());
    accept();
  });
  connect(stage_, &QComboBox::currentTextChanged, this, &PromoteDialog::refresh);
  refresh();
}

void PromoteDialog::refresh() {
  const QString stage = stage_->currentText().trimmed();
  QStringList sentences;
  if (const rpc::Model* m = world_.model(model_); m && m->stages.contains(stage)) {
    sentences.append(
        m->stages.value(stage) == version_
            ? tr("It is %1 already.").arg(stage)
            : tr("%1 moves from version %2 to version %3.").arg(stage, m->stages.value(stage), version_));
  }
  QStringList followers;
  for (const rpc::Deployment& d : world_.deployments()) {
    if (d.spec.model == model_ && !stage.isEmpty() && d.spec.stage == stage)
      followers.append(d.spec.endpoint);
  }
  if (followers.isEmpty()) {
    sentences.append(tr("No deployment follows this stage, so nothing is relaunched."));
  } else {
    sentences.append(
        tr("Relaunched without losing a request: %1.").arg(followers.join(QStringLiteral(", "))));
  }
  effect_->setText(sentences.join(QLatin1Char(' ')));
  verb_->setText(stage.isEmpty() ? tr("Promote") : tr("Promote to %1").arg(stage));
  verb_->setAccessibleName(verb_->text());
  verb_->setEnabled(validateName("stage", stage.toStdString()).ok());
}

}  // namespace aerie::pages
