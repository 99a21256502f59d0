#include "app/pages/hosts_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>

#include "app/models/text.h"
#include "app/presenters/hosts_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/tile.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr double kBusy = 0.90;
constexpr double kFull = 0.95;

double shareOf(quint64 part, quint64 whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

HostsPage::HostsPage(presenters::HostsPresenter& presenter, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("hosts"), tr("Hosts"), QStringLiteral("hosts"), parent), presenter_(presenter) {
  host_ = new QComboBox(this);
  host_->setObjectName(QStringLiteral("hosts.host"));
  host_->setAccessibleName(tr("Host that is shown"));
  host_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  titleRow()->addWidget(host_);
  addCommand(
      commands,
      {QStringLiteral("hosts.refresh"), tr("Refresh"), tr("Ask for the hosts now"), QStringLiteral("refresh"),
       QKeySequence(Qt::CTRL | Qt::Key_R), [this] { presenter_.refresh(); }},
      "");
  cpu_ = new Tile(tr("CPU used"), this);
  memory_ = new Tile(tr("Memory used"), this);
  disk_ = new Tile(tr("Disk used"), this);
  load_ = new Tile(tr("Load"), this);
  auto* tiles = new QHBoxLayout();
  tiles->setSpacing(kGapL);
  for (Tile* tile : {cpu_, memory_, disk_, load_}) tiles->addWidget(tile, 1);
  body()->addLayout(tiles);
  card_ = new Card(tr("Processes of Aerie"), this);
  card_->setFlush();
  table_ = new FilterTable(QStringLiteral("hosts.processes"),
                           {tr("Processes"),
                            tr("Search processes"),
                            tr("No process of Aerie runs here"),
                            tr("Workers appear when something is deployed to this host."),
                            {}},
                           presenter.processes(), this);
  table_->sortBy(2, Qt::DescendingOrder);
  card_->body()->addWidget(table_);
  body()->addWidget(card_, 1);
  connect(host_, &QComboBox::activated, this, [this] { presenter_.select(host_->currentData().toString()); });
  connect(&presenter_, &presenters::HostsPresenter::changed, this, &HostsPage::refresh);
  refresh();
}

void HostsPage::focusSearch() { table_->focusSearch(); }

void HostsPage::setShown(bool shown) { presenter_.setShown(shown); }

bool HostsPage::openObject(const QString& kind, const QString& name) {
  if (kind != QLatin1String("host")) return false;
  presenter_.select(name);
  return true;
}

void HostsPage::refresh() {
  const rpc::Host* h = presenter_.host();
  host_->clear();
  for (const rpc::Host& each : presenter_.hosts()) host_->addItem(each.name, each.name);
  if (h) host_->setCurrentIndex(host_->findData(h->name));
  host_->setVisible(presenter_.hosts().size() > 1);
  table_->setLoading(!presenter_.loaded());
  if (presenter_.problem() != shownProblem_) {
    shownProblem_ = presenter_.problem();
    if (!shownProblem_.isEmpty()) showFailure(tr("The hosts could not be read"), shownProblem_);
  }
  setSummary(
      h ? tr("%1 runs %n program(s) of Aerie", nullptr, static_cast<int>(h->processes.size())).arg(h->name)
        : QString());
  refreshTiles();
}

void HostsPage::refreshTiles() {
  const rpc::Host* h = presenter_.host();
  if (!h) {
    for (Tile* tile : {cpu_, memory_, disk_, load_}) tile->setValue(QStringLiteral("-"));
    return;
  }
  using models::Tone;
  const auto tone = [](double share) {
    return share >= kFull ? Tone::Danger : share >= kBusy ? Tone::Warning : Tone::None;
  };
  const double cpu = h->cpuPercent / 100;
  const double memory = shareOf(h->memoryUsedBytes, h->memoryTotalBytes);
  const double disk = shareOf(h->diskUsedBytes, h->diskTotalBytes);
  cpu_->setValue(models::percentText(cpu), tr("of %n core(s)", nullptr, static_cast<int>(h->cores)),
                 tone(cpu));
  memory_->setValue(
      models::percentText(memory),
      tr("%1 of %2").arg(models::sizeText(h->memoryUsedBytes), models::sizeText(h->memoryTotalBytes)),
      tone(memory));
  disk_->setValue(models::percentText(disk),
                  tr("%1 of %2").arg(models::sizeText(h->diskUsedBytes), models::sizeText(h->diskTotalBytes)),
                  tone(disk));
  load_->setValue(QLocale().toString(h->load, 'f', 2), tr("runnable, mean of a minute"));
  if (cpuShown_ == presenter_.cpuTrend()) return;
  cpuShown_ = presenter_.cpuTrend();
  cpu_->clearSamples();
  memory_->clearSamples();
  if (cpuShown_.size() < 2) return;  // one point is no line
  for (const double value : cpuShown_) cpu_->addSample(value);
  for (const double value : presenter_.memoryTrend()) memory_->addSample(value);
}

}  // namespace aerie::pages
