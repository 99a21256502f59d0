#include "app/pages/build_dialog.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "app/pages/dialog_parts.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr int kWidth = 560;
const char kKeySetting[] = "registry/signing_key";

QLineEdit* newField(const QString& id, const QString& name, const QString& hint, QWidget* parent) {
  auto* field = new QLineEdit(parent);
  field->setObjectName(id);
  field->setAccessibleName(name);
  field->setPlaceholderText(hint);
  return field;
}

}  // namespace

BuildDialog::BuildDialog(const presenters::ConfigPresenter& presenter, QWidget* parent)
    : QDialog(parent), presenter_(presenter) {
  const rpc::ModelVersion& original = presenter_.original();
  auto* column = newDialogColumn(
      this, QStringLiteral("buildDialog"), tr("Build a bundle from %1").arg(original.id()),
      tr("Takes the model, the self-test and the statistics as they are, and puts the edited configs beside "
         "them. "
         "The model is not run here: if the configs change what it gets, its self-test fails when the first "
         "worker loads it, and nothing is served."));
  keepFitted(this, kWidth);
  version_ = newField(QStringLiteral("build.version"), tr("Version"), tr("Numbered by the registry"), this);
  description_ = newField(QStringLiteral("build.description"), tr("Description"), original.description, this);
  key_ = newField(QStringLiteral("build.key"), tr("Signing key"), tr("Ed25519 private key (PEM)"), this);
  key_->setText(QSettings().value(QLatin1String(kKeySetting)).toString());
  target_ = newField(QStringLiteral("build.target"), tr("Bundle file"), {}, this);
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  target_->setText(QDir(folder.isEmpty() ? QDir::homePath() : folder)
                       .filePath(QStringLiteral("%1-%2-edited.aerie").arg(original.model, original.version)));
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setVerticalSpacing(kGapS);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  const auto row = [&](const QString& name, QWidget* field) {
    form->addRow(newLabel(name, "muted", this), field);
  };
  row(tr("Version"), version_);
  row(tr("Description"), description_);
  row(tr("Signing key"), newPathField(key_, QStringLiteral("build.key.choose"), false));
  row(tr("Bundle file"), newPathField(target_, QStringLiteral("build.target.choose"), true));
  column->addLayout(form);
  register_ = new QCheckBox(tr("Check it for registration afterwards"), this);
  register_->setObjectName(QStringLiteral("build.register"));
  register_->setChecked(true);
  column->addWidget(register_);
  problem_ = newProblemLabel(QStringLiteral("build.problem"), this);
  column->addWidget(problem_);
  const DialogButtons buttons = addDialogButtons(this, column, tr("Build bundle"));
  verb_ = buttons.verb;
  connect(verb_, &QPushButton::clicked, this, [this] {
    QSettings().setValue(QLatin1String(kKeySetting), key_->text());
    Q_EMIT confirmed(order(), register_->isChecked());
    accept();
  });
  for (QLineEdit* field : {version_, description_, key_, target_})
    connect(field, &QLineEdit::textChanged, this, &BuildDialog::refresh);
  refresh();
}

QWidget* BuildDialog::newPathField(QLineEdit* field, const QString& id, bool save) {
  auto* both = new QWidget(this);
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapS);
  row->addWidget(field, 1);
  auto* choose = new QPushButton(tr("Choose..."), both);
  choose->setObjectName(id);
  choose->setAccessibleName(tr("Choose %1").arg(field->accessibleName()));
  choose->setAutoDefault(false);
  row->addWidget(choose);
  connect(choose, &QPushButton::clicked, this, [this, field, save] {
    auto* dialog = new QFileDialog(this, field->accessibleName(), field->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    dialog->open();
  });
  return both;
}

presenters::BuildOrder BuildDialog::order() const {
  return {version_->text().trimmed(), description_->text().trimmed(), key_->text().trimmed(),
          target_->text().trimmed()};
}

void BuildDialog::refresh() {
  const QString problem = presenter_.problemOf(order());
  setProblem(problem_, problem);
  verb_->setEnabled(problem.isEmpty());
}

}  // namespace aerie::pages
