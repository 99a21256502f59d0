#include "app/pages/deploy_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/presenters/deployments_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr int kWidth = 480;

QSpinBox* newNumber(const QString& name, const QString& object, int low, int high, int value,
                    const QString& zero, QWidget* parent) {
  auto* box = new QSpinBox(parent);
  box->setObjectName(object);
  box->setAccessibleName(name);
  box->setRange(low, high);
  box->setValue(value);
  box->setSpecialValueText(zero);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  return box;
}

}  // namespace

DeployDialog::DeployDialog(const presenters::DeploymentsPresenter& presenter, QWidget* parent)
    : QDialog(parent), presenter_(presenter) {
  setObjectName(QStringLiteral("deployDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Deploy"));
  setFixedWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  column->addWidget(newLabel(tr("Deploy a model version"), "section", this));
  auto* hint = newLabel(
      tr("Starts its workers, checks them with the bundle's self-test, and makes the endpoint known to the "
         "proxies. Traffic comes with the routing config."),
      "muted", this);
  hint->setWordWrap(true);
  column->addWidget(hint);

  model_ = new QComboBox(this);
  model_->setObjectName(QStringLiteral("deploy.model"));
  model_->setAccessibleName(tr("Model"));
  for (const rpc::Model& m : presenter_.world().models()) model_->addItem(m.name);
  version_ = new QComboBox(this);
  version_->setObjectName(QStringLiteral("deploy.version"));
  version_->setAccessibleName(tr("Version or stage"));
  endpoint_ = new QLineEdit(this);
  endpoint_->setObjectName(QStringLiteral("deploy.endpoint"));
  endpoint_->setAccessibleName(tr("Worker endpoint"));
  replicas_ = newNumber(tr("Replicas"), QStringLiteral("deploy.replicas"), 1, 1000, 1, {}, this);
  runtime_ = new QComboBox(this);
  runtime_->setObjectName(QStringLiteral("deploy.runtime"));
  runtime_->setAccessibleName(tr("Runtime"));
  runtime_->addItem(tr("Sidecar (own process)"), QString());
  runtime_->addItem(tr("Embedded (in the worker)"), QStringLiteral("embedded"));
  batch_ = newNumber(tr("Rows per worker request"), QStringLiteral("deploy.batch"), 0, 100'000, 0,
                     tr("Default"), this);
  timeout_ = newNumber(tr("Timeout in milliseconds"), QStringLiteral("deploy.timeout"), 0, 600'000, 0,
                       tr("Default"), this);
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setVerticalSpacing(kGapS);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  const auto field = [&](const QString& label, QWidget* widget) {
    form->addRow(newLabel(label, "muted", this), widget);
  };
  field(tr("Model"), model_);
  field(tr("Version or stage"), version_);
  field(tr("Worker endpoint"), endpoint_);
  field(tr("Replicas"), replicas_);
  field(tr("Runtime"), runtime_);
  field(tr("Rows per request"), batch_);
  field(tr("Timeout, ms"), timeout_);
  column->addLayout(form);
  problem_ = newLabel(QStringLiteral(" "), "problem", this);
  problem_->setObjectName(QStringLiteral("deploy.problem"));
  problem_->setWordWrap(true);
  column->addWidget(problem_);

  auto* buttons = new QHBoxLayout();
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("cancel"));
  cancel->setAccessibleName(tr("Cancel"));
  cancel->setAutoDefault(false);
  verb_ = new QPushButton(tr("Deploy"), this);
  verb_->setObjectName(QStringLiteral("verb"));
  verb_->setAccessibleName(tr("Deploy"));
  verb_->setProperty("kind", QStringLiteral("primary"));
  verb_->setDefault(true);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(verb_);
  column->addLayout(buttons);

  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(verb_, &QPushButton::clicked, this, [this] {
    Q_EMIT confirmed(spec());
    accept();
  });
  connect(model_, &QComboBox::currentIndexChanged, this, &DeployDialog::fillVersions);
  connect(version_, &QComboBox::currentIndexChanged, this, &DeployDialog::suggestName);
  connect(endpoint_, &QLineEdit::textEdited, this, [this] { named_ = true; });
  connect(endpoint_, &QLineEdit::textChanged, this, &DeployDialog::refresh);
  fillVersions();
}

void DeployDialog::fillVersions() {
  version_->clear();
  if (const rpc::Model* m = presenter_.world().model(model_->currentText())) {
    for (const rpc::ModelVersion& v : m->versions) {
      if (!v.archived)
        version_->addItem(tr("Version %1").arg(v.version), QString(QLatin1String("version:") + v.version));
    }
    for (auto it = m->stages.begin(); it != m->stages.end(); ++it) {
      version_->addItem(tr("Follow stage %1 (now version %2)").arg(it.key(), it.value()),
                        QString(QLatin1String("stage:") + it.key()));
    }
  }
  suggestName();
}

void DeployDialog::suggestName() {
  if (!named_) {
    const rpc::DeploymentSpec s = spec();
    endpoint_->setText(s.stage.isEmpty() ? QStringLiteral("%1_v%2").arg(s.model, s.version)
                                         : QStringLiteral("%1_%2").arg(s.model, s.stage));
  }
  refresh();
}

rpc::DeploymentSpec DeployDialog::spec() const {
  rpc::DeploymentSpec out;
  out.endpoint = endpoint_->text().trimmed();
  out.model = model_->currentText();
  const QString chosen = version_->currentData().toString();
  const QString value = chosen.section(QLatin1Char(':'), 1);
  (chosen.startsWith(QLatin1String("stage:")) ? out.stage : out.version) = value;
  out.replicas = static_cast<quint32>(replicas_->value());
  out.runtime = runtime_->currentData().toString();
  out.batchSize = static_cast<quint32>(batch_->value());
  out.timeoutMs = static_cast<quint32>(timeout_->value());
  return out;
}

void DeployDialog::refresh() {
  const QString problem = presenter_.problemOf(spec());
  problem_->setText(problem.isEmpty() ? QStringLiteral(" ") : problem);
  verb_->setEnabled(problem.isEmpty());
}

}  // namespace aerie::pages
