#include "app/shell/start_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/presenters/connection_presenter.h"
#include "app/presenters/contexts_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;
using Simulation = rpc::SimulationHost::State;

namespace {
constexpr int kPicture = 48;
constexpr int kWidth = 520;
constexpr int kWidest = 680;  // for long words on its buttons
constexpr int kSteps = 4;
}  // namespace

StartPage::StartPage(const rpc::Connection& connection, presenters::ConnectionPresenter& words,
                     presenters::ContextsPresenter& contexts, QWidget* parent)
    : QWidget(parent), connection_(connection), words_(words), contexts_(contexts) {
  setObjectName(QStringLiteral("startPage"));
  setFocusPolicy(Qt::ClickFocus);
  auto* box = new QWidget(this);
  box->setMinimumWidth(kWidth);
  box->setMaximumWidth(kWidest);
  auto* column = new QVBoxLayout(box);
  column->setSpacing(kGapM);
  picture_ = new QLabel(box);
  picture_->setAlignment(Qt::AlignCenter);
  headline_ = newLabel({}, "title", box);
  headline_->setObjectName(QStringLiteral("start.headline"));
  sentence_ = newLabel({}, "muted", box);
  sentence_->setObjectName(QStringLiteral("start.sentence"));
  steps_ = newLabel({}, "caption", box);
  for (QLabel* label : {headline_, sentence_, steps_}) {
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
  }
  bar_ = new QProgressBar(box);
  bar_->setTextVisible(false);
  bar_->setRange(0, 0);
  bar_->setAccessibleName(tr("Starting"));
  auto* buttons = new QHBoxLayout();
  primary_ = new QPushButton(box);
  primary_->setObjectName(QStringLiteral("start.primary"));
  primary_->setProperty("kind", QStringLiteral("primary"));
  secondary_ = new QPushButton(box);
  secondary_->setObjectName(QStringLiteral("start.secondary"));
  buttons->addStretch(1);
  buttons->addWidget(primary_);
  buttons->addWidget(secondary_);
  buttons->addStretch(1);
  for (QWidget* w :
       {static_cast<QWidget*>(picture_), static_cast<QWidget*>(headline_), static_cast<QWidget*>(sentence_),
        static_cast<QWidget*>(bar_), static_cast<QWidget*>(steps_)}) {
    column->addWidget(w);
  }
  column->addSpacing(kGapS);
  column->addLayout(buttons);
  // Not aligned but stretched around: an aligned widget would not be asked for its height at this width.
  auto* middle = new QHBoxLayout();
  middle->addStretch(1);
  middle->addWidget(box);
  middle->addStretch(1);
  auto* outer = new QVBoxLayout(this);
  outer->addStretch(2);
  outer->addLayout(middle);
  outer->addStretch(3);
  connect(primary_, &QPushButton::clicked, this, &StartPage::runPrimary);
  connect(secondary_, &QPushButton::clicked, this, &StartPage::runSecondary);
  connect(&words_, &presenters::ConnectionPresenter::changed, this, &StartPage::refresh);
  connect(&contexts_, &presenters::ContextsPresenter::simulationChanged, this, &StartPage::refresh);
  connect(&contexts_, &presenters::ContextsPresenter::activeChanged, this, &StartPage::refresh);
  refresh();
}

bool StartPage::aboutSimulation() const {
  return (contexts_.active().simulation || contexts_.active().id.isEmpty()) &&
         (contexts_.simulation().state() != Simulation::Running || contexts_.active().address.isEmpty());
}

StartPage::Text StartPage::simulationText() const {
  const QString control = tr("Connect to a control plane...");
  switch (contexts_.simulation().state()) {
    case Simulation::Running:
    case Simulation::Starting:
      return {
          QStringLiteral("aerie"),
          tr("Starting the local simulation"),
          tr("Real daemons with real flight data on this machine. Live traffic appears in a few seconds."),
          {},
          tr("Stop"),
          true};
    case Simulation::Stopping:
      return {QStringLiteral("aerie"),
              tr("Stopping the local simulation"),
              tr("Its daemons finish what they have begun."),
              {},
              {},
              true};
    case Simulation::Failed:
      return {QStringLiteral("danger"),
              tr("The local simulation did not start"),
              contexts_.simulation().problem(),
              tr("Try again"),
              control,
              false,
              true};
    case Simulation::Absent: break;
  }
  if (contexts_.nothingChosen()) {
    return {
        QStringLiteral("aerie"),
        tr("Welcome to Aerie"),
        tr("See it at work first: the local simulation runs the whole system on this machine, with two "
           "versions of a model that predicts flight delays, an experiment between them and live traffic. "
           "It needs no network, and ends with this window."),
        tr("Start the local simulation"),
        control,
        false};
  }
  return {QStringLiteral("aerie"),
          tr("The local simulation is not running"),
          tr("Its state is kept; starting it takes a few seconds."),
          tr("Start the local simulation"),
          control,
          false};
}

StartPage::Text StartPage::connectionText() const {
  if (connection_.state() == rpc::Connection::State::Connecting && connection_.reason().isEmpty()) {
    return {QStringLiteral("plug"),
            tr("Connecting to %1").arg(contexts_.active().name),
            connection_.address(),
            {},
            {},
            true};
  }
  return {QStringLiteral("unplug"),
          tr("No control plane answers at %1").arg(connection_.address()),
          tr("%1\n\nThis window tries again by itself. Is aerie-control running there, and is the address "
             "right?")
              .arg(connection_.reason()),
          tr("Retry now"),
          contexts_.active().simulation ? QString() : tr("Start the local simulation"),
          false,
          true};
}

void StartPage::refresh() {
  // A button that goes must not throw the keyboard somewhere else, and least of all onto "Stop".
  const bool here = primary_->hasFocus() || secondary_->hasFocus();
  const Text text = aboutSimulation() ? simulationText() : connectionText();
  pictureName_ = text.picture;
  bad_ = text.bad;
  showPicture();
  headline_->setText(text.headline);
  sentence_->setText(text.sentence);
  bar_->setVisible(text.busy);
  bar_->setRange(0, reducedMotion() ? 1 : 0);  // a still bar where motion was declined
  const QStringList& steps = contexts_.simulation().progress();
  steps_->setVisible(text.busy && aboutSimulation() && !steps.isEmpty());
  steps_->setText(
      QStringList(steps.mid(std::max<qsizetype>(0, steps.size() - kSteps))).join(QLatin1Char('\n')));
  for (const auto& [button, word] :
       {std::pair{primary_, text.primary}, std::pair{secondary_, text.secondary}}) {
    button->setText(word);
    button->setAccessibleName(word);
    button->setVisible(!word.isEmpty());
  }
  if (here || hasFocus()) focusNextStep();
}

void StartPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  focusNextStep();
}

void StartPage::focusNextStep() {
  QWidget* next = primary_->isHidden() ? static_cast<QWidget*>(this) : primary_;
  next->setFocus();
}

void StartPage::showPicture() {
  picture_->setPixmap(iconOf(pictureName_, bad_ ? Role::Danger : Role::Accent).pixmap(kPicture, kPicture));
}

void StartPage::runPrimary() {
  if (aboutSimulation()) {
    contexts_.startSimulation();
  } else {
    words_.retryNow();
  }
}

void StartPage::runSecondary() {
  if (!aboutSimulation()) {
    contexts_.startSimulation();
  } else if (contexts_.simulation().state() == Simulation::Starting ||
             contexts_.simulation().state() == Simulation::Running) {
    contexts_.stopSimulation();
  } else {
    Q_EMIT addProfileWanted();
  }
}

void StartPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) {
    showPicture();
  }
  QWidget::changeEvent(event);
}

}  // namespace aerie::shell
