#include "app/pages/profile_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "app/pages/context_dot.h"
#include "app/pages/tab_order.h"
#include "app/presenters/contexts_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using rpc::Profile;
using TestState = presenters::ContextsPresenter::TestState;

namespace {

constexpr int kWidth = 640;
constexpr int kColors = 8;

QStringList colorNames() {
  const auto tr = [](const char* text) { return ProfileDialog::tr(text); };
  return {tr("Blue"), tr("Orange"), tr("Green"), tr("Pink"), tr("Sky"), tr("Rust"), tr("Violet"), tr("Grey")};
}

}  // namespace

ProfileDialog::ProfileDialog(presenters::ContextsPresenter& presenter, const Profile& profile,
                             QWidget* parent)
    : QDialog(parent), presenter_(presenter), before_(profile) {
  setObjectName(QStringLiteral("profileDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  keepTabsByLayout(this);
  setWindowTitle(profile.id.isEmpty() ? tr("Add a control plane") : tr("Edit \"%1\"").arg(profile.name));
  keepFitted(this, kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  column->addWidget(newLabel(windowTitle(), "section", this));
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setVerticalSpacing(kGapS);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  name_ = addText(form, tr("Name"), QStringLiteral("profile.name"), profile.name, tr("Berlin production"));
  address_ = addText(form, tr("Address"), QStringLiteral("profile.address"), profile.address,
                     tr("ml.example.org:7700 or unix:/path"));
  kind_ = new QComboBox(this);
  kind_->setObjectName(QStringLiteral("profile.kind"));
  kind_->setAccessibleName(tr("Kind"));
  kind_->addItem(tr("Local or test"), static_cast<int>(Profile::Kind::Local));
  kind_->addItem(tr("Staging"), static_cast<int>(Profile::Kind::Staging));
  kind_->addItem(tr("Production: asks before every change"), static_cast<int>(Profile::Kind::Production));
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(profile.kind)));
  form->addRow(tr("Kind"), kind_);
  color_ = new QComboBox(this);
  color_->setObjectName(QStringLiteral("profile.color"));
  color_->setAccessibleName(tr("Colour of the strip"));
  color_->addItem(tr("That of its kind"), -1);
  for (int i = 0; i < kColors; ++i) color_->addItem(contextDot(seriesColor(i)), colorNames()[i], i);
  color_->setCurrentIndex(std::max(0, color_->findData(profile.color)));
  form->addRow(tr("Colour"), color_);
  ca_ = addFile(form, tr("Authority (CA)"), QStringLiteral("profile.ca"), profile.ca,
                tr("PEM file; needed for other machines"));
  certificate_ = addFile(form, tr("Own certificate"), QStringLiteral("profile.certificate"),
                         profile.certificate, tr("PEM file; for mutual TLS"));
  key_ = addFile(form, tr("Own key"), QStringLiteral("profile.key"), profile.key, tr("PEM file"));
  token_ = addFile(form, tr("Token file"), QStringLiteral("profile.token"), profile.tokenFile,
                   tr("one line, readable by you only (0600)"));
  training_ = addText(form, tr("Training daemon"), QStringLiteral("profile.training"),
                      profile.trainingAddress, tr("As the control plane says"));
  training_->setToolTip(
      tr("host:port or unix:/path; only where it is reached another way than the control "
         "plane says"));
  column->addLayout(form);
  problem_ = newLabel({}, "problem", this);
  problem_->setObjectName(QStringLiteral("profile.problem"));
  result_ = newLabel({}, "muted", this);
  result_->setObjectName(QStringLiteral("profile.result"));
  for (QLabel* label : {problem_, result_}) {
    label->setWordWrap(true);
    column->addWidget(label);
  }
  test_ = new QPushButton(tr("Test connection"), this);
  test_->setObjectName(QStringLiteral("profile.test"));
  test_->setAccessibleName(test_->text());
  test_->setAutoDefault(false);
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("profile.cancel"));
  cancel->setAccessibleName(cancel->text());
  cancel->setAutoDefault(false);
  save_ = new QPushButton(tr("Save"), this);
  save_->setObjectName(QStringLiteral("profile.save"));
  save_->setAccessibleName(save_->text());
  save_->setProperty("kind", QStringLiteral("primary"));
  save_->setDefault(true);
  auto* buttons = new QHBoxLayout();
  buttons->addWidget(test_);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(save_);
  column->addSpacing(kGapS);
  column->addLayout(buttons);
  for (QLineEdit* edit : {name_, address_, ca_, certificate_, key_, token_, training_}) {
    connect(edit, &QLineEdit::textChanged, this, &ProfileDialog::refresh);
  }
  connect(test_, &QPushButton::clicked, this, [this] {
    if (presenter_.testState() != TestState::Running) presenter_.test(this->profile());
  });
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(save_, &QPushButton::clicked, this, &ProfileDialog::save);
  connect(&presenter_, &presenters::ContextsPresenter::testChanged, this, &ProfileDialog::refresh);
  presenter_.cancelTest();
  refresh();
}

QLineEdit* ProfileDialog::addText(QFormLayout* form, const QString& label, const QString& name,
                                  const QString& value, const QString& hint) {
  auto* edit = new QLineEdit(value, this);
  edit->setObjectName(name);
  edit->setAccessibleName(label);
  edit->setPlaceholderText(hint);
  form->addRow(label, edit);
  return edit;
}

QLineEdit* ProfileDialog::addFile(QFormLayout* form, const QString& label, const QString& name,
                                  const QString& value, const QString& hint) {
  auto* edit = new QLineEdit(value, this);
  edit->setObjectName(name);
  edit->setAccessibleName(label);
  edit->setPlaceholderText(hint);
  auto* browse = new QPushButton(tr("Choose..."), this);
  browse->setObjectName(name + QStringLiteral(".choose"));
  //: %1 is what the file holds, such as "Own key"
  browse->setAccessibleName(tr("Choose the file: %1").arg(label));
  browse->setAutoDefault(false);
  connect(browse, &QPushButton::clicked, this, [this, edit, label] {
    auto* dialog = new QFileDialog(this, label);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    dialog->open();
  });
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  row->addWidget(edit, 1);
  row->addWidget(browse);
  form->addRow(label, row);
  return edit;
}

Profile ProfileDialog::profile() const {
  Profile p = before_;
  p.name = name_->text().trimmed();
  p.address = address_->text().trimmed();
  p.kind = static_cast<Profile::Kind>(kind_->currentData().toInt());
  p.color = color_->currentData().toInt();
  p.ca = ca_->text().trimmed();
  p.certificate = certificate_->text().trimmed();
  p.key = key_->text().trimmed();
  p.tokenFile = token_->text().trimmed();
  p.trainingAddress = training_->text().trimmed();
  return p;
}

void ProfileDialog::refresh() {
  const QString problem = presenter_.store().problemOf(profile());
  // An untouched form is not scolded.
  const bool touched = !name_->text().isEmpty() && !address_->text().isEmpty();
  problem_->setText(touched ? problem : QString());
  problem_->setVisible(touched && !problem.isEmpty());
  save_->setEnabled(problem.isEmpty());
  save_->setToolTip(problem);
  const TestState state = presenter_.testState();
  // On also while it asks: what is switched off loses the focus, and the next Space presses its neighbour.
  test_->setEnabled(!address_->text().trimmed().isEmpty());
  result_->setText(presenter_.testText());
  result_->setProperty("kind",
                       state == TestState::Failed ? QStringLiteral("problem") : QStringLiteral("muted"));
  result_->style()->unpolish(result_);
  result_->style()->polish(result_);
  result_->setVisible(state != TestState::None);
}

void ProfileDialog::save() {
  if (!presenter_.store().problemOf(profile()).isEmpty()) return;
  const QString id = presenter_.store().save(profile());
  accept();
  Q_EMIT saved(id);
}

void ProfileDialog::done(int result) {
  presenter_.cancelTest();
  QDialog::done(result);
}

}  // namespace aerie::pages
