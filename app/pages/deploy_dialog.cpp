#include "app/pages/deploy_dialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/pages/dialog_parts.h"
#include "app/presenters/deployments_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr int kWidth = 820;
constexpr int kPreviewWidth = 280;
constexpr int kMaxMemoryMib = 1 << 20;

template <class Box>
Box* dressed(Box* box, const QString& name, const QString& object, const QString& zero) {
  box->setObjectName(object);
  box->setAccessibleName(name);
  box->setSpecialValueText(zero);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  return box;
}

QSpinBox* newNumber(const QString& name, const QString& object, int low, int high, int value,
                    const QString& zero, QWidget* parent) {
  auto* box = new QSpinBox(parent);
  box->setRange(low, high);
  box->setValue(value);
  return dressed(box, name, object, zero);
}

QComboBox* newChoice(const QString& name, const QString& object, QWidget* parent) {
  auto* box = new QComboBox(parent);
  box->setObjectName(object);
  box->setAccessibleName(name);
  return box;
}

}  // namespace

DeployDialog::DeployDialog(const presenters::DeploymentsPresenter& presenter, QWidget* parent,
                           const QString& model, const QString& version)
    : QDialog(parent), presenter_(presenter) {
  auto* column = newDialogColumn(this, QStringLiteral("deployDialog"), tr("Deploy a model version"), {});
  keepFitted(this, kWidth);
  auto* both = new QHBoxLayout();
  both->setSpacing(kGapXl);
  both->addLayout(newForm(), 1);
  both->addWidget(newPreview());
  column->addLayout(both);
  refusal_ = newLabel({}, "problem", this);
  refusal_->setObjectName(QStringLiteral("deploy.refusal"));
  refusal_->setWordWrap(true);
  refusal_->hide();
  column->addWidget(refusal_);
  const DialogButtons buttons = addDialogButtons(this, column, tr("Deploy"));
  verb_ = buttons.verb;
  connect(verb_, &QPushButton::clicked, this, [this] {
    const rpc::DeploymentSpec wanted = spec();
    asked_ = wanted.endpoint;
    refusal_->hide();
    verb_->setEnabled(false);
    Q_EMIT confirmed(wanted);
  });
  connect(&presenter_, &presenters::DeploymentsPresenter::created, this, [this](const QString& endpoint) {
    if (endpoint == asked_) accept();
  });
  connect(&presenter_, &presenters::DeploymentsPresenter::notCreated, this,
          [this](const QString& endpoint, const QString& reason) {
            if (endpoint != asked_) return;
            asked_.clear();
            refusal_->setText(reason);
            refusal_->show();
            refresh();
          });
  connect(model_, &QComboBox::currentIndexChanged, this, &DeployDialog::fillVersions);
  connect(version_, &QComboBox::currentIndexChanged, this, &DeployDialog::suggestName);
  connect(endpoint_, &QLineEdit::textEdited, this, [this] { named_ = true; });
  connect(endpoint_, &QLineEdit::textChanged, this, &DeployDialog::refresh);
  connect(runtime_, &QComboBox::currentIndexChanged, this, &DeployDialog::refresh);
  connect(target_, &QComboBox::currentIndexChanged, this, &DeployDialog::refresh);
  for (QSpinBox* box : {replicas_, memory_, batch_, timeout_, hedge_})
    connect(box, &QSpinBox::valueChanged, this, &DeployDialog::refresh);
  connect(cpus_, &QDoubleSpinBox::valueChanged, this, &DeployDialog::refresh);
  if (const int at = model_->findText(model); at >= 0) model_->setCurrentIndex(at);
  fillVersions();
  if (const int at = version_->findData(QString(QLatin1String("version:") + version)); at >= 0)
    version_->setCurrentIndex(at);
}

QFormLayout* DeployDialog::newForm() {
  model_ = newChoice(tr("Model"), QStringLiteral("deploy.model"), this);
  for (const rpc::Model& m : presenter_.world().models()) model_->addItem(m.name);
  version_ = newChoice(tr("Version or stage"), QStringLiteral("deploy.version"), this);
  endpoint_ = new QLineEdit(this);
  endpoint_->setObjectName(QStringLiteral("deploy.endpoint"));
  endpoint_->setAccessibleName(tr("Worker endpoint"));
  replicas_ = newNumber(tr("Replicas"), QStringLiteral("deploy.replicas"), 0, 1000, 1, {}, this);
  target_ = newChoice(tr("Target"), QStringLiteral("deploy.target"), this);
  target_->addItem(tr("local (the control plane's machine)"), QStringLiteral("local"));
  cpus_ = new QDoubleSpinBox(this);
  cpus_->setRange(0, 1'024);
  cpus_->setDecimals(1);
  cpus_->setSingleStep(0.5);
  dressed(cpus_, tr("CPUs of a replica"), QStringLiteral("deploy.cpus"), tr("No limit"));
  cpus_->setToolTip(tr("Whole CPUs: a fraction is rounded up"));
  memory_ = newNumber(tr("Memory of a replica in MiB"), QStringLiteral("deploy.memory"), 0, kMaxMemoryMib, 0,
                      tr("No limit"), this);
  memory_->setToolTip(tr("A replica that uses more is ended and started anew"));
  runtime_ = newChoice(tr("Runtime"), QStringLiteral("deploy.runtime"), this);
  runtime_->addItem(tr("Sidecar (own process)"), QString());
  runtime_->addItem(tr("Embedded (in the worker)"), QStringLiteral("embedded"));
  runtime_->addItem(tr("OIP v2 server of yours"), QStringLiteral("oip_v2"));
  runtime_->addItem(tr("TensorFlow Serving of yours"), QStringLiteral("tensorflow_serving"));
  batch_ = newNumber(tr("Rows of a worker request"), QStringLiteral("deploy.batch"), 0, 1'000'000, 0,
                     tr("Default (128)"), this);
  timeout_ = newNumber(tr("Timeout in milliseconds"), QStringLiteral("deploy.timeout"), 0, 3'600'000, 0,
                       tr("Default (1000)"), this);
  hedge_ = newNumber(tr("Ask a second replica after milliseconds"), QStringLiteral("deploy.hedge"), 0,
                     3'600'000, 0, tr("Never"), this);
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setVerticalSpacing(kGapS);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(newLabel(tr("Model"), "muted", this), model_);
  addField(form, "version", tr("Version or stage"), version_);
  addField(form, "endpoint", tr("Worker endpoint"), endpoint_);
  addField(form, "replicas", tr("Replicas"), replicas_);
  form->addRow(newLabel(tr("Target"), "muted", this), target_);
  addField(form, "cpus", tr("CPUs each"), cpus_);
  addField(form, "memory", tr("Memory each, MiB"), memory_);
  form->addRow(newLabel(tr("Runtime"), "muted", this), runtime_);
  addField(form, "batch", tr("Rows per request"), batch_);
  addField(form, "timeout", tr("Timeout, ms"), timeout_);
  addField(form, "hedge", tr("Hedge after, ms"), hedge_);
  return form;
}

void DeployDialog::addField(QFormLayout* form, const char* id, const QString& label, QWidget* widget) {
  auto* cell = new QWidget(this);
  auto* column = new QVBoxLayout(cell);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGap);
  column->addWidget(widget);
  auto* problem = newLabel({}, "problem", cell);
  problem->setObjectName(QStringLiteral("deploy.problem.") + QLatin1String(id));
  problem->setWordWrap(true);
  problem->hide();
  column->addWidget(problem);
  problems_.insert(QLatin1String(id), problem);
  form->addRow(newLabel(label, "muted", this), cell);
}

QWidget* DeployDialog::newPreview() {
  auto* card = new Card(tr("What will be made"), this);
  card->setFixedWidth(kPreviewWidth);
  preview_ = newLabel({}, "muted", card);
  preview_->setObjectName(QStringLiteral("deploy.preview"));
  preview_->setWordWrap(true);
  preview_->setTextFormat(Qt::PlainText);
  card->body()->addWidget(preview_);
  card->body()->addStretch(1);
  return card;
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
  out.target = target_->currentData().toString();
  out.cpus = cpus_->value();
  out.memoryBytes = static_cast<quint64>(memory_->value()) << 20;
  out.runtime = runtime_->currentData().toString();
  out.batchSize = static_cast<quint32>(batch_->value());
  out.timeoutMs = static_cast<quint32>(timeout_->value());
  out.hedgeAfterMs = static_cast<quint32>(hedge_->value());
  return out;
}

void DeployDialog::refresh() {
  const rpc::DeploymentSpec wanted = spec();
  const QList<presenters::SpecProblem> problems = presenter_.problemsOf(wanted);
  for (auto it = problems_.begin(); it != problems_.end(); ++it) {
    QString text;
    for (const presenters::SpecProblem& p : problems) {
      if (p.field == it.key()) text = p.message;
    }
    it.value()->setText(text);
    it.value()->setVisible(!text.isEmpty());
  }
  QStringList lines;
  for (const QString& sentence : presenter_.previewOf(wanted))
    lines.append(QStringLiteral("\u2022  ") + sentence);
  preview_->setText(problems.isEmpty() ? lines.join(QStringLiteral("\n\n"))
                                       : tr("Nothing yet. Look at %n field(s) first.", nullptr,
                                            static_cast<int>(problems.size())));
  verb_->setEnabled(problems.isEmpty() && asked_.isEmpty());
  verb_->setToolTip(problems.isEmpty() ? QString() : problems.front().message);
}

}  // namespace aerie::pages
