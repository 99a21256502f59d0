#include "app/pages/deployments_page.h"

#include <QDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <utility>

#include "app/models/control_words.h"
#include "app/models/text.h"
#include "app/pages/deploy_dialog.h"
#include "app/pages/dialog_parts.h"
#include "app/pages/rollback_dialog.h"
#include "app/presenters/deployments_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/log_view.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/rollout_steps.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::DeploymentsPresenter;

namespace {

constexpr int kTickMs = 500;
constexpr int kMaxReplicas = 64;
constexpr int kScaleWidth = 400;

// What a condition of the control plane means; its message, in detail, is the control plane's own.
QString headlineOf(const rpc::Condition& c) {
  const struct {
    const char* reason;
    const char* text;
  } headlines[] = {
      {"RetryAfterFailure", QT_TRANSLATE_NOOP("aerie::pages::DeploymentsPage", "The rollout is tried again")},
      {"NothingServes",
       QT_TRANSLATE_NOOP("aerie::pages::DeploymentsPage", "No version has become ready yet")},
      {"ReplicasMissing", QT_TRANSLATE_NOOP("aerie::pages::DeploymentsPage", "Replicas are missing")},
      {"ReplicasCrashed",
       QT_TRANSLATE_NOOP("aerie::pages::DeploymentsPage", "Replicas crashed and are started again")},
      {"Deleting", QT_TRANSLATE_NOOP("aerie::pages::DeploymentsPage", "It is being deleted")}};
  for (const auto& h : headlines) {
    if (c.reason == QLatin1String(h.reason)) return DeploymentsPage::tr(h.text);
  }
  return {};
}

}  // namespace

DeploymentsPage::DeploymentsPage(DeploymentsPresenter& presenter, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("deployments"), tr("Deployments"), QStringLiteral("deployments"), parent),
      presenter_(presenter) {
  addCommands(commands);
  auto* split = new QSplitter(Qt::Horizontal, body()->parentWidget());
  body()->addWidget(split, 1);
  split->setHandleWidth(kGapM);
  split->setChildrenCollapsible(false);
  auto* left = new Card(tr("Endpoints"), split);
  left->setFlush();
  table_ = new FilterTable(
      QStringLiteral("deployments"),
      {tr("Deployments"), tr("Search deployments"), tr("Nothing is deployed"),
       tr("Deploy a registered model version to give it an endpoint."), tr("Deploy a version")},
      presenter_.deployments(), left);
  left->body()->addWidget(table_);
  details_ = new QWidget(split);
  buildDetails();
  split->setStretchFactor(0, 45);
  split->setStretchFactor(1, 55);
  split->setSizes({448, 644});

  connect(table_, &FilterTable::currentKeyChanged, this, [this](const QString& key) {
    if (!key.isEmpty()) presenter_.select(key);
  });
  connect(table_, &FilterTable::emptyActionClicked, this, [this] {
    if (deploy_->isEnabled()) {
      deploy_->trigger();
    } else {
      showFailure(tr("Nothing can be deployed yet."), deploy_->toolTip());
    }
  });
  connect(log_, &LogView::sourceChosen, this,
          [this](const QString& replica) { presenter_.followLogs(true, replica); });
  connect(&presenter_, &DeploymentsPresenter::detailsChanged, this, &DeploymentsPage::refresh);
  connect(&presenter_, &DeploymentsPresenter::logStateChanged, this,
          [this] { log_->setNote(presenter_.logState()); });
  connect(&presenter_, &DeploymentsPresenter::failed, this, &Page::showFailure);
  connect(&presenter_, &DeploymentsPresenter::succeeded, this, &Page::goodNews);
  ticker_.setInterval(kTickMs);
  connect(&ticker_, &QTimer::timeout, this, &DeploymentsPage::tick);
  refresh();
}

void DeploymentsPage::addCommands(CommandRegistry& commands) {
  deploy_ = addCommand(
      commands,
      {QStringLiteral("deployments.deploy"), tr("Deploy..."), tr("Give a model version an endpoint"),
       QStringLiteral("plus"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { deploy(); }},
      "primary");
  scale_ = addCommand(
      commands, {QStringLiteral("deployments.scale"), tr("Scale..."), tr("Change the number of replicas"),
                 QStringLiteral("scale"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { scale(); }});
  restart_ = addCommand(commands, {QStringLiteral("deployments.restart"), tr("Restart..."),
                                   tr("Replace all replicas one by one"), QStringLiteral("restart"),
                                   QKeySequence(Qt::CTRL | Qt::Key_R), [this] { restart(); }});
  rollBack_ = addCommand(commands, {QStringLiteral("deployments.rollback"), tr("Roll Back..."),
                                    tr("Serve the version before again"), QStringLiteral("rollback"),
                                    QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { rollBack(); }});
  delete_ = addCommand(
      commands, {QStringLiteral("deployments.delete"), tr("Delete..."), tr("Drain and remove the endpoint"),
                 QStringLiteral("trash"), QKeySequence(Qt::Key_Delete), [this] { remove(); }});
}

void DeploymentsPage::buildDetails() {
  auto* column = new QVBoxLayout(details_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);

  head_ = new Card({}, details_);
  head_->body()->setContentsMargins(kGapM, kGapM, kGapM, kGapS);
  auto* title = new QHBoxLayout();
  name_ = newLabel({}, "section", head_);
  name_->setObjectName(QStringLiteral("deployment.name"));
  state_ = new StatusChip(head_);
  state_->setObjectName(QStringLiteral("deployment.state"));
  title->addWidget(name_);
  title->addSpacing(kGap);
  title->addWidget(state_);
  title->addStretch(1);
  head_->body()->addLayout(title);
  facts_ = newLabel({}, "muted", head_);
  facts_->setWordWrap(true);
  head_->body()->addWidget(facts_);
  auto* actions = new QHBoxLayout();
  actions->setSpacing(kGapS);
  for (QAction* action : {scale_, restart_, rollBack_, delete_}) {
    actions->addWidget(CommandRegistry::buttonFor(action, "", head_));
  }
  actions->addStretch(1);
  head_->body()->addLayout(actions);
  condition_ = new MessageBar(head_);
  head_->body()->addWidget(condition_);
  steps_ = new RolloutSteps(head_);
  head_->body()->addSpacing(kGapS);
  head_->body()->addWidget(steps_);
  rolloutTime_ = newLabel({}, "caption", head_);
  rolloutTime_->setObjectName(QStringLiteral("deployment.rollout_time"));
  head_->body()->addWidget(rolloutTime_);
  column->addWidget(head_);

  column->addWidget(newLower(), 1);
}

// Replicas above, their logs below.
QWidget* DeploymentsPage::newLower() {
  auto* lower = new QSplitter(Qt::Vertical, details_);
  lower->setHandleWidth(kGapM);
  lower->setChildrenCollapsible(false);
  replicasCard_ = new Card(tr("Replicas"), lower);
  replicasCard_->setFlush();
  replicas_ = new FilterTable(QStringLiteral("deployments.replicas"),
                              {tr("Replicas"),
                               tr("Search replicas"),
                               tr("No replica runs"),
                               tr("The control plane starts one as soon as it can."),
                               {}},
                              presenter_.replicas(), replicasCard_);
  replicas_->setSearchVisible(false);
  replicasCard_->body()->addWidget(replicas_);
  auto* logCard = new Card({}, lower);
  logCard->setFlush();
  log_ = new LogView(QStringLiteral("deployments.log"), presenter_.logs(), logCard);
  logCard->body()->addWidget(log_);
  lower->setSizes({170, 230});
  lower->setStretchFactor(0, 2);
  lower->setStretchFactor(1, 3);
  return lower;
}

void DeploymentsPage::focusSearch() { table_->focusSearch(); }

void DeploymentsPage::setShown(bool shown) {
  presenter_.followLogs(shown);
  if (shown) {
    ticker_.start();
  } else {
    ticker_.stop();
  }
}

bool DeploymentsPage::openObject(const QString& kind, const QString& name) {
  if (kind == QLatin1String("deploy")) {
    const auto at = name.lastIndexOf(QLatin1Char('@'));
    askDeploy(name.left(at), name.mid(at + 1));
    return true;
  }
  if (kind != QLatin1String("deployment")) return false;
  presenter_.select(name);
  return true;
}

void DeploymentsPage::tick() {
  replicas_->view()->viewport()->update();
  if (presenter_.details()) showRollout();
}

void DeploymentsPage::refresh() {
  const bool loading = !presenter_.world().complete();
  table_->setLoading(loading);
  replicas_->setLoading(loading);
  table_->setCurrentKey(presenter_.selected());
  const rpc::Deployment* d = presenter_.details();
  const QString none = tr("Select an endpoint first");
  for (QAction* action : {scale_, restart_}) allow(action, d && !d->deleting, none);
  refreshDelete();
  const QString before = d ? d->previousVersion() : QString();
  allow(rollBack_, d && !d->deleting && !presenter_.rollbackChoices(d->spec.endpoint).isEmpty(),
        d ? tr("The model has no other version to go back to") : none);
  allow(deploy_, !presenter_.world().models().isEmpty(), tr("Register a model version first"));
  details_->setVisible(d != nullptr);

  int ready = 0;
  for (const rpc::Deployment& each : presenter_.world().deployments())
    ready += models::toneOf(each) == models::Tone::Ok;
  const auto all = static_cast<int>(presenter_.world().deployments().size());
  setSummary(loading || all == 0 ? QString() : tr("%1 of %n endpoint(s) ready", nullptr, all).arg(ready));
  if (!d) return;

  name_->setText(d->spec.endpoint);
  const models::StateWord state = models::stateOf(*d);
  state_->setState(state.tone, state.word);
  QStringList facts;
  facts.append(d->servingVersion.isEmpty() ? tr("%1, nothing serves yet").arg(d->spec.model)
                                           : tr("Serves %1@%2").arg(d->spec.model, d->servingVersion));
  if (!d->spec.stage.isEmpty()) facts.append(tr("follows stage %1").arg(d->spec.stage));
  facts.append(
      tr("%1 of %n replica(s) ready", nullptr, static_cast<int>(d->spec.replicas)).arg(d->readyReplicas()));
  if (!before.isEmpty()) facts.append(tr("before: version %1").arg(before));
  if (d->versionSkewSeconds > 0) {
    facts.append(
        tr("last switch mixed versions for %1").arg(models::millisText(d->versionSkewSeconds * 1000)));
  }
  for (const rpc::Condition& c : d->conditions) {
    if (c.type == QLatin1String("Limited") && c.status) facts.append(c.message);
  }
  facts_->setText(facts.join(QStringLiteral("  \u00b7  ")));
  rollBack_->setText(tr("Roll Back..."));
  QStringList names;
  for (const rpc::Replica& r : d->replicas) names.append(r.id);
  log_->setSources(names);
  showRollout();
}

// The control plane refuses it while something sends items here; who that is, is known.
void DeploymentsPage::refreshDelete() {
  const rpc::Deployment* d = presenter_.details();
  if (!d || d->deleting) return allow(delete_, false, tr("Select an endpoint first"));
  const QStringList users = presenter_.usersOf(d->spec.endpoint).sentences();
  allow(delete_, users.isEmpty(),
        tr("These send items to it; change their routing first: %1").arg(users.join(QStringLiteral("; "))));
}

void DeploymentsPage::showRollout() {
  const rpc::Deployment* d = presenter_.details();
  QList<RolloutStepView> steps;
  qint64 begun = 0;
  qint64 ended = 0;
  for (const rpc::RolloutStep& s : d->rollout) {
    if (begun == 0) begun = s.startedMs;
    ended = s.endedMs;
    QString word = models::stepStateWord(s.state);
    const bool timed = s.startedMs > 0;
    if (s.state == QLatin1String("done") && timed && s.endedMs >= s.startedMs)
      word = models::millisText(static_cast<double>(s.endedMs - s.startedMs));
    if (s.state == QLatin1String("running") && timed)
      word = tr("running %1").arg(models::durationText(presenter_.nowMs() - s.startedMs));
    QStringList tip;
    if (timed) tip.append(tr("Began at %1").arg(models::clockText(s.startedMs, models::Fine::Millis)));
    if (!s.message.isEmpty()) tip.append(s.message);
    steps.append({models::stepWord(s.name), word, models::toneOfStep(s.state), tip.join(QLatin1Char('\n'))});
  }
  steps_->setSteps(steps);
  QString total;
  if (begun > 0 && ended >= begun) {
    total = tr("Rollout of %1, took %2")
                .arg(models::timeText(begun), models::millisText(static_cast<double>(ended - begun)));
  } else if (begun > 0 && !d->failedStep()) {
    total = tr("Rollout under way for %1").arg(models::durationText(presenter_.nowMs() - begun));
  }
  rolloutTime_->setText(total);
  rolloutTime_->setVisible(!total.isEmpty());
  showTrouble(*d);
}

void DeploymentsPage::showTrouble(const rpc::Deployment& d) {
  if (const rpc::RolloutStep* failed = d.failedStep()) {
    condition_->showMessage(models::Tone::Danger,
                            tr("The rollout failed in step \"%1\"").arg(models::stepWord(failed->name)),
                            d.servingVersion.isEmpty()
                                ? failed->message
                                : tr("%1\nVersion %2 keeps serving.").arg(failed->message, d.servingVersion),
                            {}, false);
    return;
  }
  for (const rpc::Condition& c : d.conditions) {
    // What went wrong in an attempt before is told while the next one runs.
    const bool retrying =
        c.type == QLatin1String("Progressing") && c.reason == QLatin1String("RetryAfterFailure");
    const bool notReady =
        c.type == QLatin1String("Ready") && !c.status && models::stateOf(d).tone != models::Tone::Info;
    if ((!retrying && !notReady) || c.message.isEmpty()) continue;
    const QString headline = headlineOf(c);
    condition_->showMessage(models::Tone::Warning, headline.isEmpty() ? c.message : headline,
                            headline.isEmpty() ? QString() : c.message, {}, false);
    return;
  }
  condition_->hide();
}

void DeploymentsPage::deploy() { askDeploy({}, {}); }

void DeploymentsPage::askDeploy(const QString& model, const QString& version) {
  auto* dialog = new DeployDialog(presenter_, this, model, version);
  connect(dialog, &DeployDialog::confirmed, this,
          [this](const rpc::DeploymentSpec& spec) { presenter_.create(spec); });
  dialog->open();
}

void DeploymentsPage::scale() {
  const rpc::Deployment* d = presenter_.details();
  if (!d) return;
  auto* dialog = new QDialog(this);
  auto* column =
      newDialogColumn(dialog, QStringLiteral("scaleDialog"), tr("Replicas of %1").arg(d->spec.endpoint), {});
  dialog->setFixedWidth(kScaleWidth);
  auto* replicas = new QSpinBox(dialog);
  replicas->setObjectName(QStringLiteral("scale.replicas"));
  replicas->setAccessibleName(tr("Replicas of %1").arg(d->spec.endpoint));
  replicas->setRange(presenter_.usersOf(d->spec.endpoint).empty() ? 0 : 1, kMaxReplicas);
  replicas->setValue(static_cast<int>(d->spec.replicas));
  replicas->selectAll();
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(newLabel(tr("Replicas"), "muted", dialog), replicas);
  column->addLayout(form);
  const DialogButtons buttons = addDialogButtons(dialog, column, tr("Scale"));
  buttons.verb->setEnabled(false);
  connect(replicas, &QSpinBox::valueChanged, dialog,
          [verb = buttons.verb, now = replicas->value()](int value) { verb->setEnabled(value != now); });
  connect(buttons.verb, &QPushButton::clicked, this, [this, dialog, replicas, endpoint = d->spec.endpoint] {
    presenter_.scale(endpoint, static_cast<quint32>(replicas->value()));
    dialog->accept();
  });
  dialog->open();
}

void DeploymentsPage::restart() {
  const rpc::Deployment* d = presenter_.details();
  if (!d) return;
  ConfirmSheet::ask(this,
                    {tr("Restart %n replica(s)?", nullptr, static_cast<int>(d->replicas.size())),
                     tr("New replicas take over before the old ones drain; no request is lost."),
                     {d->spec.endpoint},
                     tr("Restart endpoint")},
                    [this, endpoint = d->spec.endpoint] { presenter_.restart(endpoint); });
}

void DeploymentsPage::rollBack() {
  const rpc::Deployment* d = presenter_.details();
  if (!d) return;
  auto* dialog = new RollbackDialog(presenter_, d->spec.endpoint, this);
  connect(dialog, &RollbackDialog::confirmed, this,
          [this, endpoint = d->spec.endpoint](const QString& version) {
            presenter_.rollback(endpoint, version);
          });
  dialog->open();
}

void DeploymentsPage::remove() {
  const rpc::Deployment* d = presenter_.details();
  if (!d) return;
  const presenters::EndpointUsers users = presenter_.usersOf(d->spec.endpoint);
  const auto replicas = static_cast<int>(d->replicas.size());
  ConfirmSheet::Question question{
      tr("Delete endpoint %1?").arg(d->spec.endpoint), {}, {}, tr("Delete endpoint"), true, {}};
  if (users.empty()) {
    question.victims = {tr("%1, %n replica(s)", nullptr, replicas).arg(d->spec.endpoint)};
    question.effect = tr("They drain and stop. Nothing routes to this endpoint.");
  } else {
    question.victims = users.sentences();
    question.effect =
        tr("These send items to it. Change their routing first, or the control plane will refuse.");
  }
  if (presenter_.world().status().environment == QLatin1String("production"))
    question.typeToConfirm = d->spec.endpoint;
  ConfirmSheet::ask(this, question, [this, endpoint = d->spec.endpoint] { presenter_.remove(endpoint); });
}

}  // namespace aerie::pages
