#include "app/pages/experiment_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/models/split.h"
#include "app/models/text.h"
#include "app/pages/tab_order.h"
#include "app/presenters/experiments_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr int kWidth = 520;
constexpr int kNumberWidth = 92;
constexpr std::size_t kMaxRows = 12;  // more than a person compares; the command line takes up to 100

QDoubleSpinBox* newPercent(const QString& name, const QString& object, double value, QWidget* parent) {
  auto* box = new QDoubleSpinBox(parent);
  box->setObjectName(object);
  box->setAccessibleName(name);
  box->setRange(0, 100);
  box->setDecimals(2);
  box->setSuffix(ExperimentDialog::tr(" %"));
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  box->setAlignment(Qt::AlignRight);
  box->setFixedWidth(kNumberWidth);
  box->setValue(value);
  return box;
}

}  // namespace

ExperimentDialog::ExperimentDialog(const presenters::ExperimentsPresenter& presenter, Mode mode,
                                   QWidget* parent)
    : QDialog(parent), presenter_(presenter), mode_(mode) {
  setObjectName(QStringLiteral("experimentDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  keepTabsByLayout(this);
  keepFitted(this, kWidth);
  build();
  if (mode_ == Mode::Edit) {
    fill();
  } else {
    addArm(QStringLiteral("control"));
    addArm(QStringLiteral("treatment"));
  }
  connect(&presenter_, &presenters::ExperimentsPresenter::listChanged, this, &ExperimentDialog::refresh);
  refresh();
}

QLabel* ExperimentDialog::problemLabel(const QString& field) {
  auto* label = newLabel({}, "problem", this);
  label->setObjectName(QStringLiteral("experiment.problem.") + field);
  label->setWordWrap(true);
  label->hide();
  problems_.insert(field, label);
  return label;
}

void ExperimentDialog::build() {
  const bool create = mode_ == Mode::Create;
  setWindowTitle(create ? tr("New Experiment") : tr("Edit Experiment"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapS);
  column->addWidget(
      newLabel(create ? tr("New experiment") : tr("Edit %1").arg(presenter_.selected()), "section", this));
  auto* hint =
      newLabel(create ? tr("It splits keys between arms. Traffic follows when it runs and a routing "
                           "config names it.")
                      : tr("The change is staged with a preview of the keys that move; nothing is live "
                           "before you apply it."),
               "muted", this);
  hint->setWordWrap(true);
  column->addWidget(hint);
  column->addSpacing(kGap);
  buildFields(column);
  buildArms(column);
  start_ = new QCheckBox(tr("Start at once"), this);
  start_->setObjectName(QStringLiteral("experiment.start"));
  start_->setAccessibleName(start_->text());
  start_->setVisible(create);
  column->addWidget(start_);
  effect_ = newLabel({}, "muted", this);
  effect_->setWordWrap(true);
  column->addWidget(effect_);
  auto* buttons = new QHBoxLayout();
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("cancel"));
  cancel->setAccessibleName(tr("Cancel"));
  cancel->setAutoDefault(false);
  verb_ = new QPushButton(create ? tr("Create experiment") : tr("Stage the change"), this);
  verb_->setObjectName(QStringLiteral("verb"));
  verb_->setAccessibleName(verb_->text());
  verb_->setProperty("kind", QStringLiteral("primary"));
  verb_->setDefault(true);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(verb_);
  column->addStretch(1);
  column->addSpacing(kGap);
  column->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(verb_, &QPushButton::clicked, this, &QDialog::accept);
  connect(start_, &QCheckBox::toggled, this, &ExperimentDialog::refresh);
}

void ExperimentDialog::buildFields(QVBoxLayout* column) {
  name_ = new QLineEdit(this);
  name_->setObjectName(QStringLiteral("experiment.name"));
  name_->setAccessibleName(tr("Name"));
  layer_ = new QComboBox(this);
  layer_->setObjectName(QStringLiteral("experiment.layer"));
  layer_->setAccessibleName(tr("Layer"));
  layer_->setToolTip(tr("Experiments of one layer never share a key"));
  layer_->setEditable(true);
  layer_->addItem(QString());
  layer_->addItems(presenter_.layers());
  layer_->lineEdit()->setPlaceholderText(tr("a layer of its own"));
  share_ = newPercent(tr("Share of the layer in percent"), QStringLiteral("experiment.share"), 100, this);
  share_->setToolTip(tr("The part of the layer's keys that it takes"));
  coverage_ = newPercent(tr("Coverage in percent"), QStringLiteral("experiment.coverage"), 100, this);
  coverage_->setToolTip(tr("Share of its keys that take part; the others go to the default endpoint"));
  seed_ = new QLineEdit(this);
  seed_->setObjectName(QStringLiteral("experiment.seed"));
  seed_->setAccessibleName(tr("Seed"));
  seed_->setPlaceholderText(tr("the name"));
  seed_->setToolTip(tr("Of the hash that chooses the arm; another seed shuffles the keys anew"));
  free_ = newLabel({}, "muted", this);
  free_->setObjectName(QStringLiteral("experiment.free"));
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setVerticalSpacing(kGapS);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  const auto field = [&](const QString& label, QWidget* widget, const QString& problem, QWidget* note) {
    auto* cell = new QWidget(this);
    auto* lines = new QVBoxLayout(cell);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(kGap);
    auto* row = new QHBoxLayout();
    row->setSpacing(kGapM);
    row->addWidget(widget, note ? 0 : 1);
    if (note) row->addWidget(note, 1);
    lines->addLayout(row);
    if (!problem.isEmpty()) lines->addWidget(problemLabel(problem));
    auto* name = newLabel(label, "muted", this);
    name->setMinimumHeight(kControlHeight);
    form->addRow(name, cell);
  };
  field(tr("Name"), name_, QStringLiteral("name"), nullptr);
  field(tr("Layer"), layer_, QStringLiteral("layer"), nullptr);
  field(tr("Share of the layer"), share_, QStringLiteral("share"), free_);
  field(tr("Coverage"), coverage_, QStringLiteral("coverage"), new QWidget(this));
  if (mode_ == Mode::Create) {
    field(tr("Seed"), seed_, {}, nullptr);
  } else {
    seed_->hide();
  }
  column->addLayout(form);
  connect(name_, &QLineEdit::textEdited, this, [this] {
    touched_ = true;
    refresh();
  });
  connect(layer_, &QComboBox::currentTextChanged, this, &ExperimentDialog::refresh);
  connect(share_, &QDoubleSpinBox::valueChanged, this, &ExperimentDialog::refresh);
  connect(coverage_, &QDoubleSpinBox::valueChanged, this, &ExperimentDialog::refresh);
}

void ExperimentDialog::buildArms(QVBoxLayout* column) {
  column->addSpacing(kGap);
  auto* top = new QHBoxLayout();
  top->addWidget(newLabel(tr("Arms"), "strong", this));
  top->addStretch(1);
  auto* equal = new QPushButton(tr("Equal shares"), this);
  equal->setObjectName(QStringLiteral("experiment.equal"));
  equal->setProperty("kind", QStringLiteral("link"));
  equal->setAutoDefault(false);
  top->addWidget(equal);
  column->addLayout(top);
  armRows_ = new QVBoxLayout();
  armRows_->setSpacing(kGap);
  column->addLayout(armRows_);
  column->addWidget(problemLabel(QStringLiteral("arms")));
  addArm_ = new QPushButton(iconOf(QStringLiteral("plus")), tr("Add arm"), this);
  addArm_->setObjectName(QStringLiteral("experiment.addArm"));
  addArm_->setAccessibleName(addArm_->text());
  addArm_->setProperty("kind", QStringLiteral("flat"));
  addArm_->setAutoDefault(false);
  addArm_->setVisible(mode_ == Mode::Create);
  column->addWidget(addArm_, 0, Qt::AlignLeft);
  connect(addArm_, &QPushButton::clicked, this, [this] {
    addArm(QStringLiteral("arm_%1").arg(rows_.size()));
    refresh();
  });
  connect(equal, &QPushButton::clicked, this, [this] {
    weights_ = models::toBasisPoints(std::vector<double>(rows_.size(), 1));
    showShares();
    refresh();
  });
}

void ExperimentDialog::addArm(const QString& name) {
  Row row;
  row.line = new QWidget(this);
  auto* layout = new QHBoxLayout(row.line);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGapS);
  row.name = new QLineEdit(name, row.line);
  row.name->setObjectName(QStringLiteral("experiment.arm.%1").arg(rows_.size()));
  row.name->setAccessibleName(tr("Name of arm %1").arg(rows_.size() + 1));
  row.name->setReadOnly(mode_ == Mode::Edit);
  row.share = newPercent(tr("Share of arm %1 in percent").arg(rows_.size() + 1),
                         QStringLiteral("experiment.weight.%1").arg(rows_.size()), 0, row.line);
  row.share->setKeyboardTracking(false);
  row.share->setToolTip(tr("The others share the rest as they did"));
  row.remove = new QPushButton(iconOf(QStringLiteral("trash"), Role::Muted), {}, row.line);
  row.remove->setProperty("kind", QStringLiteral("flat"));
  row.remove->setAutoDefault(false);
  row.remove->setAccessibleName(tr("Remove arm %1").arg(name));
  row.remove->setToolTip(row.remove->accessibleName());
  row.remove->setVisible(mode_ == Mode::Create);
  layout->addWidget(row.name, 1);
  layout->addWidget(row.share);
  layout->addWidget(row.remove);
  armRows_->addWidget(row.line);
  connect(row.name, &QLineEdit::textEdited, this, &ExperimentDialog::refresh);
  connect(row.share, &QDoubleSpinBox::valueChanged, this, [this, line = row.line](double percent) {
    const auto it = std::find_if(rows_.begin(), rows_.end(), [line](const Row& r) { return r.line == line; });
    if (it == rows_.end()) return;
    weights_ = models::rebalance(weights_, static_cast<std::size_t>(it - rows_.begin()),
                                 static_cast<int>(std::lround(percent * 100)));
    showShares();
    refresh();
  });
  connect(row.remove, &QPushButton::clicked, this, [this, line = row.line] { removeArm(line); });
  rows_.push_back(row);
  weights_ = models::toBasisPoints(std::vector<double>(rows_.size(), 1));
  showShares();
}

void ExperimentDialog::removeArm(QWidget* line) {
  const auto it = std::find_if(rows_.begin(), rows_.end(), [line](const Row& r) { return r.line == line; });
  if (it == rows_.end() || rows_.size() <= 2) return;
  rows_.erase(it);
  line->deleteLater();
  weights_ = models::toBasisPoints(std::vector<double>(rows_.size(), 1));
  showShares();
  refresh();
}

void ExperimentDialog::fill() {
  const rpc::Experiment* e = presenter_.experiment();
  if (!e) return;
  name_->setText(e->name);
  name_->setReadOnly(true);
  layer_->setEditText(e->layer);
  layer_->setEnabled(false);
  quint32 buckets = 0;
  for (const rpc::BucketRange& r : e->layerRanges) buckets += r.end - r.start;
  share_->setValue(e->layerRanges.isEmpty() ? 100 : buckets / 100.0);
  share_->setEnabled(false);
  coverage_->setValue(presenter_.coverage() / 100.0);
  coverage_->setFocus();  // the first that can be changed
  for (const rpc::Arm& a : e->arms) addArm(a.name);
  weights_ = presenter_.weights();
  showShares();
}

void ExperimentDialog::showShares() {
  for (std::size_t i = 0; i < rows_.size() && i < weights_.size(); ++i) {
    const QSignalBlocker blocker(rows_[i].share);
    rows_[i].share->setValue(weights_[i] / 100.0);
    rows_[i].remove->setEnabled(rows_.size() > 2);
  }
  addArm_->setEnabled(rows_.size() < kMaxRows);
}

int ExperimentDialog::coverage() const { return static_cast<int>(std::lround(coverage_->value() * 100)); }

rpc::ExperimentDraft ExperimentDialog::draft() const {
  rpc::ExperimentDraft out;
  out.name = name_->text().trimmed();
  out.layer = layer_->currentText().trimmed();
  out.layerShare = share_->value() / 100;
  out.coverage = coverage_->value() / 100;
  out.seed = seed_->text();
  out.start = start_->isChecked();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    out.arms.append({rows_[i].name->text().trimmed(), static_cast<double>(weights_[i]) / models::kWhole});
  }
  return out;
}

void ExperimentDialog::refresh() {
  const rpc::ExperimentDraft wanted = draft();
  QMap<QString, QString> problems;
  if (mode_ == Mode::Create) {
    problems = presenter_.problemsOf(wanted);
    const QString layer = wanted.layer.isEmpty() ? wanted.name : wanted.layer;
    free_->setText(tr("%1 of this layer is free").arg(models::percentText(presenter_.freeShare(layer))));
    effect_->setText(wanted.start
                         ? tr("It assigns keys at once; traffic changes where a routing config names it.")
                         : tr("As a draft it holds its share of the layer and assigns nothing."));
  } else {
    const QString why = presenter_.whyNotEdit();
    if (!why.isEmpty()) problems.insert(QStringLiteral("arms"), why);
  }
  for (auto it = problems_.begin(); it != problems_.end(); ++it) {
    const bool early = it.key() == QLatin1String("name") && !touched_ && wanted.name.isEmpty();
    const QString text = early ? QString() : problems.value(it.key());
    (*it)->setText(text);
    (*it)->setVisible(!text.isEmpty());
  }
  verb_->setEnabled(problems.isEmpty());
  verb_->setToolTip(problems.isEmpty() ? QString() : problems.first());
}

}  // namespace aerie::pages
