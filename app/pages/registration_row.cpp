#include "app/pages/registration_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/models/text.h"
#include "app/presenters/registration_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/rollout_steps.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using models::Tone;
using presenters::Registration;
using State = Registration::State;

namespace {

struct Look {
  Tone tone;
  QString word;
};

Look lookOf(State state) {
  const auto tr = [](const char* text) { return RegistrationRow::tr(text); };
  switch (state) {
    case State::Checking: return {Tone::Info, tr("Checking")};
    case State::Refused: return {Tone::Danger, tr("Refused")};
    case State::Ready: return {Tone::Accent, tr("Ready to register")};
    case State::Sending: return {Tone::Info, tr("Sending")};
    case State::Registered: return {Tone::Ok, tr("Registered")};
    case State::Failed: return {Tone::Danger, tr("Not registered")};
    case State::Cancelled: return {Tone::Muted, tr("Cancelled")};
  }
  return {};
}

QString nameOf(const QString& step) {
  const auto tr = [](const char* text) { return RegistrationRow::tr(text); };
  if (step == QLatin1String("archive")) return RegistrationRow::tr("Archive", "noun: the file");
  if (step == QLatin1String("manifest")) return tr("Manifest");
  if (step == QLatin1String("signature")) return tr("Signature");
  if (step == QLatin1String("digests")) return tr("Digests");
  return tr("Contents");
}

RolloutStepView viewOf(const bundles::BundleCheckStep& step, State state) {
  using Made = bundles::BundleCheckStep::State;
  RolloutStepView out;
  out.name = nameOf(step.id);
  const bool running = state == State::Checking;
  out.word = step.state == Made::Passed   ? RegistrationRow::tr("good")
             : step.state == Made::Failed ? RegistrationRow::tr("failed")
             : running                    ? RegistrationRow::tr("checking")
                                          : RegistrationRow::tr("not reached");
  out.tone = step.state == Made::Passed ? Tone::Ok : step.state == Made::Failed ? Tone::Danger : Tone::Muted;
  return out;
}

QLabel* newWrapped(const char* kind, const QString& id, QWidget* parent) {
  auto* label = newLabel({}, kind, parent);
  label->setObjectName(id);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

RegistrationRow::RegistrationRow(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapM, kGapS, kGapS, kGapM);
  column->setSpacing(kGapS);
  auto* head = new QHBoxLayout();
  name_ = newLabel({}, "strong", this);
  name_->setObjectName(QStringLiteral("registration.name"));
  facts_ = newWrapped("muted", QStringLiteral("registration.facts"), this);
  state_ = new StatusChip(this);
  state_->setObjectName(QStringLiteral("registration.state"));
  remove_ = new QToolButton(this);
  remove_->setObjectName(QStringLiteral("registration.remove"));
  remove_->setIcon(iconOf(QStringLiteral("close"), Role::Muted));
  remove_->setAccessibleName(tr("Take the file out of the list"));
  remove_->setToolTip(remove_->accessibleName());
  head->addWidget(name_);
  head->addStretch(1);
  head->addWidget(state_);
  head->addWidget(remove_);
  column->addLayout(head);
  column->addWidget(facts_);
  checks_ = new RolloutSteps(this);
  checks_->setAccessibleName(tr("Checks"));
  column->addWidget(checks_);
  progress_ = new QProgressBar(this);
  progress_->setAccessibleName(tr("Upload"));
  progress_->setTextVisible(false);
  column->addWidget(progress_);
  problem_ = newWrapped("problem", QStringLiteral("registration.problem"), this);
  column->addWidget(problem_);
  note_ = newWrapped("muted", QStringLiteral("registration.note"), this);
  column->addWidget(note_);
  connect(remove_, &QToolButton::clicked, this, &RegistrationRow::removeClicked);
}

void RegistrationRow::show(const Registration& item) {
  const bundles::BundleReport& report = item.report;
  name_->setText(item.name);
  name_->setToolTip(item.path);
  QStringList facts;
  if (!item.registeredAs.isEmpty()) {
    facts.append(item.registeredAs);
  } else if (report.good()) {
    facts.append(report.version.isEmpty() ? tr("%1, numbered by the registry").arg(report.model)
                                          : report.model + QLatin1Char('@') + report.version);
  }
  if (report.good()) {
    facts.append(models::sizeText(report.sizeBytes));
    facts.append(tr("signed by %1").arg(models::shortDigest(report.signer)));
  }
  facts_->setText(facts.join(QStringLiteral("  \u00b7  ")));
  facts_->setVisible(!facts.isEmpty());
  const Look look = lookOf(item.state);
  state_->setState(look.tone, look.word);
  QList<RolloutStepView> steps;
  for (const bundles::BundleCheckStep& step : report.steps) steps.append(viewOf(step, item.state));
  checks_->setSteps(steps);
  const bool sending = item.state == State::Sending;
  progress_->setVisible(sending);
  progress_->setRange(0, item.total > 0 ? 1000 : 0);
  if (item.total > 0) progress_->setValue(static_cast<int>(item.sent * 1000 / item.total));
  problem_->setText(item.problem);
  problem_->setVisible(!item.problem.isEmpty());
  note_->setText(item.note);
  note_->setVisible(!item.note.isEmpty() && item.state == State::Ready);
  remove_->setEnabled(!sending);
  setAccessibleName(QStringLiteral("%1, %2").arg(item.name, look.word));
}

}  // namespace aerie::pages
