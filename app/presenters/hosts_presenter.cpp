#include "app/presenters/hosts_presenter.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "app/models/text.h"
#include "app/models/training_task_model.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using models::Column;
using rpc::HostProcess;

namespace {

constexpr int kRefreshMs = 2'000;
constexpr int kTrend = 60;

QString kindWord(const QString& kind) {
  const auto tr = [](const char* text) { return HostsPresenter::tr(text); };
  if (kind == QLatin1String("control")) return tr("Control plane");
  if (kind == QLatin1String("proxy")) return tr("Proxy");
  if (kind == QLatin1String("worker")) return tr("Worker");
  if (kind == QLatin1String("sidecar")) return tr("Sidecar");
  if (kind == QLatin1String("training")) return tr("Training daemon");
  if (kind == QLatin1String("sim")) return tr("Simulation");
  if (kind.startsWith(QLatin1String("train-"))) return models::TrainingTaskModel::tr("Task");  // a trainer
  return kind;
}

std::vector<Column<HostProcess>> columns() {
  const auto tr = [](const char* text) { return HostsPresenter::tr(text); };
  std::vector<Column<HostProcess>> out(7);
  out[0] = {QStringLiteral("name"), tr("Process"), [](const HostProcess& p) { return p.name; }, {}, {}, {}};
  out[1] = {
      QStringLiteral("kind"), tr("Kind"), [](const HostProcess& p) { return kindWord(p.kind); }, {}, {}, {}};
  out[2] = {QStringLiteral("cpu"),
            tr("CPU"),
            [](const HostProcess& p) {
              //: percent of one core
              return HostsPresenter::tr("%1 %").arg(QLocale().toString(p.cpuPercent, 'f', 1));
            },
            [](const HostProcess& p) { return QVariant(p.cpuPercent); },
            {},
            {}};
  out[3] = {QStringLiteral("memory"),
            tr("Memory"),
            [](const HostProcess& p) {
              return p.rssBytes == 0 ? QStringLiteral("-") : models::sizeText(p.rssBytes);
            },
            [](const HostProcess& p) { return QVariant::fromValue(p.rssBytes); },
            {},
            {}};
  out[4] = {QStringLiteral("threads"),
            tr("Threads"),
            [](const HostProcess& p) { return QLocale().toString(p.threads); },
            [](const HostProcess& p) { return QVariant(p.threads); },
            {},
            {}};
  out[5] = {QStringLiteral("pid"),
            tr("Process id"),
            [](const HostProcess& p) { return QString::number(p.pid); },
            [](const HostProcess& p) { return QVariant(p.pid); },
            {},
            {}};
  out[6] = {QStringLiteral("started"),
            tr("Started"),
            [](const HostProcess& p) { return models::timeText(p.startedMs); },
            [](const HostProcess& p) { return QVariant(p.startedMs); },
            {},
            {}};
  for (const std::size_t i : {2U, 3U, 4U, 5U}) out[i].number = true;
  return out;
}

void push(QList<double>& ring, double value) {
  if (ring.size() >= kTrend) ring.removeFirst();
  ring.append(value);
}

}  // namespace

HostsPresenter::HostsPresenter(rpc::HostsApi& api, QObject* parent)
    : QObject(parent),
      api_(api),
      table_(new ProcessTable(
          [](const HostProcess& p) { return p.name + QLatin1Char('/') + QString::number(p.pid); }, columns(),
          this)) {
  connect(&timer_, &QTimer::timeout, this, &HostsPresenter::refresh);
}

void HostsPresenter::setShown(bool shown) {
  if (shown == timer_.isActive()) return;
  if (shown) {
    refresh();
    timer_.start(kRefreshMs);
  } else {
    timer_.stop();
    ticket_.cancel();
  }
}

void HostsPresenter::refresh() {
  ticket_.cancel();
  ticket_ = api_.listHosts(this, [this](const absl::StatusOr<QList<rpc::Host>>& hosts) {
    if (absl::IsCancelled(hosts.status())) return;
    problem_ = hosts.ok() ? QString() : detailOf(hosts.status());
    if (hosts.ok()) {
      loaded_ = true;
      hosts_ = *hosts;
      showHost();
      if (const rpc::Host* h = host()) {
        push(cpu_, h->cpuPercent / 100);
        push(memory_, h->memoryTotalBytes == 0 ? 0
                                               : static_cast<double>(h->memoryUsedBytes) /
                                                     static_cast<double>(h->memoryTotalBytes));
      }
    }
    Q_EMIT changed();
  });
}

const rpc::Host* HostsPresenter::host() const {
  const auto it =
      std::find_if(hosts_.begin(), hosts_.end(), [this](const rpc::Host& h) { return h.name == selected_; });
  if (it != hosts_.end()) return &*it;
  return hosts_.isEmpty() ? nullptr : &hosts_.front();
}

void HostsPresenter::select(const QString& name) {
  if (name == selected_) return;
  selected_ = name;
  cpu_.clear();
  memory_.clear();
  showHost();
  Q_EMIT changed();
}

void HostsPresenter::showHost() {
  const rpc::Host* h = host();
  table_->apply(h ? std::vector<HostProcess>(h->processes.begin(), h->processes.end())
                  : std::vector<HostProcess>());
}

}  // namespace aerie::presenters
