#include "app/pages/register_dialog.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/pages/dialog_parts.h"
#include "app/pages/registration_row.h"
#include "app/presenters/registration_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/drop_zone.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::Registration;
using State = Registration::State;

namespace {
constexpr QSize kSize{680, 560};
}

RegisterDialog::RegisterDialog(presenters::RegistrationPresenter& presenter, QWidget* parent)
    : QDialog(parent), presenter_(presenter) {
  auto* column = newDialogColumn(
      this, QStringLiteral("registerSheet"), tr("Register bundles"),
      tr("Every file is checked here before it is sent. The registry checks it again, and that it trusts the "
         "signer."));
  resize(kSize);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setAccessibleName(tr("Bundles"));
  auto* body = new QWidget(scroll);
  body->setObjectName(QStringLiteral("scrollBody"));
  list_ = new QVBoxLayout(body);
  list_->setContentsMargins(0, 0, kGap, 0);
  list_->setSpacing(kGapS);
  empty_ = newLabel(tr("Drop .aerie files here, or add them with the button below."), "muted", body);
  empty_->setAlignment(Qt::AlignCenter);
  list_->addWidget(empty_, 1);
  list_->addStretch(1);
  scroll->setWidget(body);
  column->addWidget(scroll, 1);

  const DialogButtons buttons = addDialogButtons(this, column, tr("Register"));
  verb_ = buttons.verb;
  close_ = buttons.cancel;
  close_->setText(tr("Close"));
  close_->setAccessibleName(close_->text());
  auto* add = new QPushButton(iconOf(QStringLiteral("plus")), QLatin1Char(' ') + tr("Add Files..."), this);
  add->setObjectName(QStringLiteral("registration.add"));
  add->setAccessibleName(tr("Add Files..."));
  add->setAutoDefault(false);
  state_ = newLabel({}, "muted", this);
  state_->setObjectName(QStringLiteral("registration.summary"));
  buttons.row->insertWidget(0, add);
  buttons.row->insertWidget(1, state_);
  connect(add, &QPushButton::clicked, this, &RegisterDialog::chooseFiles);
  connect(verb_, &QPushButton::clicked, &presenter_, &presenters::RegistrationPresenter::sendReady);
  connect(&presenter_, &presenters::RegistrationPresenter::changed, this, &RegisterDialog::refresh);
  auto* drop = new DropZone(this, tr("Drop to check"));
  connect(drop, &DropZone::dropped, &presenter_, &presenters::RegistrationPresenter::add);
  refresh();
}

void RegisterDialog::setOnline(bool online, const QString& why) {
  online_ = online;
  whyOffline_ = why;
  refresh();
}

void RegisterDialog::chooseFiles() {
  auto* dialog = new QFileDialog(this, tr("Add bundles"), {}, tr("Aerie bundles (*.aerie);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("registerDialog"));
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, &presenter_, &presenters::RegistrationPresenter::add);
  dialog->open();
}

void RegisterDialog::refresh() {
  QMap<int, RegistrationRow*> gone = rows_;
  for (const Registration& item : presenter_.items()) {
    gone.remove(item.id);
    RegistrationRow*& row = rows_[item.id];
    if (!row) {
      row = new RegistrationRow(this);
      connect(
          row, &RegistrationRow::removeClicked, this, [this, id = item.id] { presenter_.remove(id); },
          Qt::QueuedConnection);  // the row is deleted then
      list_->insertWidget(list_->count() - 1, row);
    }
    row->show(item);
  }
  for (auto it = gone.begin(); it != gone.end(); ++it) {
    rows_.remove(it.key());
    it.value()->deleteLater();
    it.value()->hide();
  }
  empty_->setVisible(rows_.isEmpty());
  const int ready = presenter_.count(State::Ready);
  const int checking = presenter_.count(State::Checking);
  const int sending = presenter_.count(State::Sending);
  const int bad = presenter_.count(State::Refused) + presenter_.count(State::Failed);
  QStringList words;
  if (checking > 0) words.append(tr("%n being checked", nullptr, checking));
  if (sending > 0) words.append(tr("%n being sent", nullptr, sending));
  if (bad > 0) words.append(tr("%n with a problem", nullptr, bad));
  state_->setText(words.join(QStringLiteral(", ")));
  verb_->setText(ready > 0 ? tr("Register %n bundle(s)", nullptr, ready) : tr("Register"));
  verb_->setAccessibleName(verb_->text());
  verb_->setEnabled(online_ && ready > 0);
  verb_->setToolTip(!online_    ? whyOffline_
                    : ready > 0 ? tr("Send what has passed its checks (Return)")
                                : tr("No file has passed its checks"));
  close_->setToolTip(tr("What is being sent goes on (Esc)"));
}

}  // namespace aerie::pages
