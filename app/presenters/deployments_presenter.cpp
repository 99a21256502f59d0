#include "app/presenters/deployments_presenter.h"

#include <memory>
#include <utility>

#include "app/presenters/errors.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::presenters {

using models::Task;

namespace {
constexpr quint32 kTailLines = 500;
constexpr quint32 kMaxReplicas = 1'000;
}  // namespace

DeploymentsPresenter::DeploymentsPresenter(rpc::DeploymentApi& api, models::World& world,
                                           models::TaskList& tasks, QObject* parent)
    : QObject(parent), api_(api), world_(world), tasks_(tasks), replicas_(models::newReplicaTable(this)) {
  connect(&world_, &models::World::deploymentsChanged, this, &DeploymentsPresenter::refresh);
  refresh();
}

DeploymentsPresenter::~DeploymentsPresenter() { logTicket_.cancel(); }

void DeploymentsPresenter::refresh() {
  if (endpoint_.isEmpty() && !world_.deployments().isEmpty()) {
    select(world_.deployments().front().spec.endpoint);
    return;
  }
  const rpc::Deployment* d = details();
  replicas_->apply(d ? std::vector<rpc::Replica>(d->replicas.begin(), d->replicas.end())
                     : std::vector<rpc::Replica>());
  Q_EMIT detailsChanged();
}

void DeploymentsPresenter::select(const QString& endpoint) {
  if (endpoint == endpoint_) return;
  endpoint_ = endpoint;
  logReplica_.clear();
  Q_EMIT selectionChanged();
  refresh();
  restartLogs();
}

void DeploymentsPresenter::followLogs(bool follow, const QString& replica) {
  if (follow == following_ && replica == logReplica_) return;
  following_ = follow;
  logReplica_ = replica;
  restartLogs();
}

void DeploymentsPresenter::restartLogs() {
  logTicket_.cancel();
  const quint64 number = ++logNumber_;
  logState_.clear();
  if (following_ && !endpoint_.isEmpty()) {
    logs_.clear();
    logTicket_ = api_.followLogs(
        endpoint_, logReplica_, kTailLines, this,
        [this, number](const std::vector<rpc::LogLine>& lines) {
          if (number == logNumber_) logs_.append(lines);
        },
        [this, number](const absl::StatusOr<rpc::Done>& ended) {
          if (number != logNumber_ || absl::IsCancelled(ended.status())) return;
          logState_ =
              ended.ok() ? tr("The log has ended.") : tr("The log stopped: %1").arg(detailOf(ended.status()));
          Q_EMIT logStateChanged();
        });
  }
  Q_EMIT logStateChanged();
}

void DeploymentsPresenter::change(const QString& title, const QString& headline, const QString& success,
                                  const std::function<rpc::Ticket(rpc::Answer<rpc::Deployment>)>& start) {
  auto ticket = std::make_shared<rpc::Ticket>();
  const int task = tasks_.begin(title, [ticket] { ticket->cancel(); });
  *ticket = start([this, task, headline, success](const absl::StatusOr<rpc::Deployment>& answer) {
    if (absl::IsCancelled(answer.status())) {
      tasks_.end(task, Task::State::Cancelled, tr("Cancelled"));
    } else if (!answer.ok()) {
      tasks_.end(task, Task::State::Failed, detailOf(answer.status()));
      Q_EMIT failed(headline, detailOf(answer.status()));
    } else {
      tasks_.end(task, Task::State::Done, success);
      Q_EMIT succeeded(success);
    }
  });
}

QString DeploymentsPresenter::problemOf(const rpc::DeploymentSpec& spec) const {
  if (const absl::Status name = validateName("worker endpoint", spec.endpoint.toStdString()); !name.ok()) {
    return spec.endpoint.isEmpty() ? tr("Give the endpoint a name.")
                                   : QString::fromStdString(messageOf(name));
  }
  if (world_.deployment(spec.endpoint)) return tr("An endpoint \"%1\" exists already.").arg(spec.endpoint);
  if (spec.model.isEmpty()) return tr("Choose a model.");
  if (spec.version.isEmpty() == spec.stage.isEmpty()) return tr("Choose a version or a stage.");
  if (spec.replicas < 1 || spec.replicas > kMaxReplicas)
    return tr("Replicas must be between 1 and %1.").arg(kMaxReplicas);
  return {};
}

void DeploymentsPresenter::create(const rpc::DeploymentSpec& spec) {
  const QString wanted = spec.model + QLatin1Char('@') + (spec.version.isEmpty() ? spec.stage : spec.version);
  change(tr("Deploy %1 as %2").arg(wanted, spec.endpoint), tr("\"%1\" was not deployed.").arg(spec.endpoint),
         tr("%1 is being deployed as %2.").arg(wanted, spec.endpoint),
         [&](rpc::Answer<rpc::Deployment> answer) { return api_.create(spec, this, std::move(answer)); });
}

void DeploymentsPresenter::scale(const QString& endpoint, quint32 replicas) {
  const rpc::Deployment* d = world_.deployment(endpoint);
  const int n = static_cast<int>(replicas);
  change(tr("Scale %1 to %n replica(s)", nullptr, n).arg(endpoint),
         tr("\"%1\" was not scaled.").arg(endpoint),
         tr("%1 is scaling to %n replica(s).", nullptr, n).arg(endpoint),
         [&](rpc::Answer<rpc::Deployment> answer) {
           return api_.scale(endpoint, replicas, d ? d->generation : 0, this, std::move(answer));
         });
}

void DeploymentsPresenter::restart(const QString& endpoint) {
  change(tr("Restart %1").arg(endpoint), tr("\"%1\" was not restarted.").arg(endpoint),
         tr("%1 is restarting, replica by replica.").arg(endpoint), [&](rpc::Answer<rpc::Deployment> answer) {
           return api_.restart(endpoint, this, std::move(answer));
         });
}

void DeploymentsPresenter::rollback(const QString& endpoint, const QString& version) {
  change(tr("Roll back %1").arg(endpoint), tr("\"%1\" was not rolled back.").arg(endpoint),
         version.isEmpty() ? tr("%1 is rolling back.").arg(endpoint)
                           : tr("%1 is rolling back to version %2.").arg(endpoint, version),
         [&](rpc::Answer<rpc::Deployment> answer) {
           return api_.rollback(endpoint, version, this, std::move(answer));
         });
}

void DeploymentsPresenter::remove(const QString& endpoint) {
  change(tr("Delete %1").arg(endpoint), tr("\"%1\" was not deleted.").arg(endpoint),
         tr("%1 is draining and will be gone.").arg(endpoint),
         [&](rpc::Answer<rpc::Deployment> answer) { return api_.remove(endpoint, this, std::move(answer)); });
}

QStringList DeploymentsPresenter::usersOf(const QString& endpoint) const {
  QStringList users;
  for (const rpc::Routing& routing : world_.routings()) {
    bool uses = routing.defaultEndpoint == endpoint;
    for (const rpc::ExperimentRoute& e : routing.experiments) {
      for (const rpc::ArmRoute& a : e.arms) uses = uses || a.endpoint == endpoint;
    }
    if (uses) users.append(routing.useCase);
  }
  return users;
}

}  // namespace aerie::presenters
