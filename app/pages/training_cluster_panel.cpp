#include "app/pages/training_cluster_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/models/text.h"
#include "app/models/training_words.h"
#include "app/pages/training_load_view.h"
#include "app/presenters/training_room.h"
#include "app/widgets/card.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/steady_splitter.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using rpc::ClusterState;

TrainingClusterPanel::TrainingClusterPanel(presenters::TrainingRoom& room, QAction* remove, QWidget* parent)
    : QWidget(parent), room_(room), hosts_(models::newTrainingHostTable(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapS);
  auto* head = new Card({}, this);
  head->body()->setContentsMargins(kGapM, kGapS, kGapM, kGapS);
  head->body()->setSpacing(kGap);
  auto* title = new QHBoxLayout();
  title->setSpacing(kGapS);
  name_ = newLabel({}, "section", head);
  name_->setObjectName(QStringLiteral("training.cluster.name"));
  chip_ = new StatusChip(head);
  chip_->setObjectName(QStringLiteral("training.cluster.state"));
  title->addWidget(name_);
  title->addWidget(chip_);
  title->addStretch(1);
  title->addWidget(CommandRegistry::buttonFor(remove, "", head));
  head->body()->addLayout(title);
  facts_ = newLabel({}, "muted", head);
  facts_->setObjectName(QStringLiteral("training.cluster.facts"));
  facts_->setWordWrap(true);
  head->body()->addWidget(facts_);
  column->addWidget(head);
  message_ = new MessageBar(this);
  message_->setObjectName(QStringLiteral("training.cluster.message"));
  column->addWidget(message_);
  auto* split = new SteadySplitter(Qt::Vertical, {400, 130}, this);
  load_ = new TrainingLoadView(QStringLiteral("training.cluster"), room_.load(), nullptr, split);
  split->addWidget(load_);
  auto* card = new Card(tr("Hosts now"), split);
  card->setFlush();
  table_ = new FilterTable(QStringLiteral("training.hosts"),
                           {tr("Hosts"),
                            tr("Search hosts"),
                            tr("No host"),
                            tr("The cluster has none yet, or has given them back."),
                            {}},
                           hosts_, card);
  table_->setSearchVisible(false);
  table_->setLoading(false);
  card->body()->addWidget(table_);
  split->addWidget(card);
  column->addWidget(split, 1);
  connect(load_, &TrainingLoadView::exported, this, &TrainingClusterPanel::exported);
  connect(load_, &TrainingLoadView::failed, this, &TrainingClusterPanel::failed);
}

void TrainingClusterPanel::refresh() {
  const rpc::TrainingCluster* c = room_.training().cluster();
  if (!c) return;
  name_->setText(c->name);
  chip_->setState(models::toneOf(c->state), models::wordOf(c->state));
  QStringList facts;
  quint32 cpus = 0;
  for (const rpc::TrainingHost& host : c->hosts) cpus += host.cpuMillis;
  facts.append(models::engineText(c->engine));
  if (!c->hosts.isEmpty()) {
    //: hosts and their CPUs together
    facts.append(
        tr("%n host(s) with %1", nullptr, static_cast<int>(c->hosts.size())).arg(models::cpusText(cpus)));
  }
  facts.append(tr("%n job(s)", nullptr, static_cast<int>(c->jobs.size())));
  facts.append(tr("made %1").arg(models::recentText(c->createdMs, models::Fine::Minutes)));
  if (c->endedMs > 0) {
    // The end of virtual hosts may lie ahead of the clock; that they are gone does not.
    const bool ahead = room_.load().target().scale.isVirtual() && c->stateSinceMs > 0;
    facts.append(tr("gone since %1")
                     .arg(models::recentText(ahead ? c->stateSinceMs : c->endedMs, models::Fine::Minutes)));
  }
  if (c->state == ClusterState::Idle && c->idleTimeoutMs > 0) {
    const qint64 left = c->stateSinceMs + c->idleTimeoutMs - room_.training().nowMs();
    facts.append(left > 0 ? tr("goes away in %1").arg(models::durationText(left)) : tr("goes away now"));
  } else if (c->endedMs == 0 && c->idleTimeoutMs > 0) {
    facts.append(tr("goes away after %1 without work").arg(models::durationText(c->idleTimeoutMs)));
  }
  if (!c->limits.isEmpty() && c->limits != c->engine)
    facts.append(tr("limits are enforced by %1").arg(c->limits));
  if (c->pricePerHostHour > 0)
    facts.append(tr("cost %1 at %2 for a host's hour")
                     .arg(models::costText(c->cost), models::costText(c->pricePerHostHour)));
  facts_->setText(facts.join(QStringLiteral("  \u00b7  ")));
  if (c->state == ClusterState::Failed) {
    message_->showMessage(models::Tone::Danger, tr("The cluster failed"), c->message, {}, false);
  } else if (!c->message.isEmpty() &&
             (c->state == ClusterState::Starting || c->state == ClusterState::Environment)) {
    message_->showMessage(models::Tone::Info, models::wordOf(c->state), c->message, {}, false);
  } else {
    message_->hide();
  }
  std::vector<rpc::TrainingHost> hosts(c->hosts.begin(), c->hosts.end());
  for (rpc::TrainingHost& host : hosts) host.name = models::shortHost(host.name, c->name);
  hosts_->apply(std::move(hosts));
}

}  // namespace aerie::pages
