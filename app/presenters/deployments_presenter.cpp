#include "app/presenters/deployments_presenter.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <memory>
#include <utility>

#include "app/models/text.h"
#include "app/presenters/errors.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::presenters {

using models::Task;

namespace {
constexpr quint32 kTailLines = 500;
// The bounds of core/deploy, so that they are told while one types.
constexpr quint32 kMaxReplicas = 64;
constexpr double kMaxCpus = 1'024;
constexpr quint64 kMinMemory = 32ULL << 20;
constexpr quint32 kMaxBatch = 100'000;
constexpr quint32 kMaxTimeoutMs = 600'000;
constexpr quint32 kDefaultBatch = 128;
constexpr quint32 kDefaultTimeoutMs = 1'000;
}  // namespace

QStringList EndpointUsers::sentences() const {
  const auto tr = [](const char* text) { return DeploymentsPresenter::tr(text); };
  QStringList out;
  for (const QString& name : useCases) out.append(tr("use case %1 (its default endpoint)").arg(name));
  for (const QString& name : experiments) out.append(tr("experiment %1").arg(name));
  for (const QString& name : shadows) out.append(tr("use case %1 (shadow traffic)").arg(name));
  return out;
}

DeploymentsPresenter::DeploymentsPresenter(rpc::DeploymentApi& api, models::World& world,
                                           models::TaskList& tasks, QObject* parent)
    : QObject(parent),
      api_(api),
      world_(world),
      tasks_(tasks),
      replicas_(models::newReplicaTable(this, [this] { return nowMs(); })) {
  connect(&world_, &models::World::deploymentsChanged, this, &DeploymentsPresenter::refresh);
  // What can be deployed, and gone back to, depends on the registry; who is hurt, on the routing.
  connect(&world_, &models::World::modelsChanged, this, &DeploymentsPresenter::detailsChanged);
  connect(&world_, &models::World::routingsChanged, this, &DeploymentsPresenter::detailsChanged);
  connect(&world_, &models::World::statusChanged, this, [this] {
    clockOffsetMs_ =
        world_.status().nowMs > 0 ? world_.status().nowMs - QDateTime::currentMSecsSinceEpoch() : 0;
    replicas_->apply(joinedReplicas());
  });
  refresh();
}

DeploymentsPresenter::~DeploymentsPresenter() { logTicket_.cancel(); }

void DeploymentsPresenter::refresh() {
  if (endpoint_.isEmpty() && !world_.deployments().isEmpty()) {
    select(world_.deployments().front().spec.endpoint);
    return;
  }
  replicas_->apply(joinedReplicas());
  Q_EMIT detailsChanged();
}

qint64 DeploymentsPresenter::nowMs() const { return QDateTime::currentMSecsSinceEpoch() + clockOffsetMs_; }

std::vector<rpc::Replica> DeploymentsPresenter::joinedReplicas() const {
  const rpc::Deployment* d = details();
  if (!d) return {};
  std::vector<rpc::Replica> out(d->replicas.begin(), d->replicas.end());
  for (rpc::Replica& replica : out) {
    for (const rpc::ProxyStatus& proxy : world_.status().proxies) {
      for (const rpc::ReplicaHealth& health : proxy.replicas) {
        if (health.url != replica.url || health.healthy) continue;
        replica.proxyProblem = tr("%1 sends nothing to it: %2").arg(proxy.id, health.reason);
      }
    }
  }
  return out;
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
                                  const std::function<rpc::Ticket(rpc::Answer<rpc::Deployment>)>& start,
                                  const std::function<void(const absl::Status&)>& told) {
  auto ticket = std::make_shared<rpc::Ticket>();
  const int task = tasks_.begin(title, [ticket] { ticket->cancel(); });
  *ticket = start([this, task, headline, success, told](const absl::StatusOr<rpc::Deployment>& answer) {
    if (told) told(answer.status());
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

QList<SpecProblem> DeploymentsPresenter::problemsOf(const rpc::DeploymentSpec& spec) const {
  QList<SpecProblem> out;
  const auto add = [&out](const char* field, const QString& message) {
    out.append({QString::fromLatin1(field), message});
  };
  const absl::Status name = validateName("worker endpoint", spec.endpoint.toStdString());
  if (spec.endpoint.isEmpty()) {
    add("endpoint", tr("Give the endpoint a name."));
  } else if (!name.ok()) {
    add("endpoint", QString::fromStdString(messageOf(name)));
  } else if (world_.deployment(spec.endpoint)) {
    add("endpoint", tr("An endpoint \"%1\" exists already.").arg(spec.endpoint));
  }
  if (spec.model.isEmpty()) {
    add("version", tr("Choose a model."));
  } else if (spec.version.isEmpty() == spec.stage.isEmpty()) {
    add("version", tr("Choose a version or a stage."));
  }
  if (spec.replicas < 1 || spec.replicas > kMaxReplicas)
    add("replicas", tr("Replicas must be between 1 and %1.").arg(kMaxReplicas));
  if (spec.cpus < 0 || spec.cpus > kMaxCpus) add("cpus", tr("CPUs must be between 0 and %1.").arg(kMaxCpus));
  if (spec.memoryBytes > 0 && spec.memoryBytes < kMinMemory) {
    add("memory", tr("No worker runs with less than %1. Give more, or 0 for no limit.")
                      .arg(models::sizeText(kMinMemory)));
  }
  if (spec.batchSize > kMaxBatch) add("batch", tr("At most %1 rows fit one request.").arg(kMaxBatch));
  const quint32 timeout = spec.timeoutMs > 0 ? spec.timeoutMs : kDefaultTimeoutMs;
  if (timeout > kMaxTimeoutMs) add("timeout", tr("The longest timeout is %1 ms.").arg(kMaxTimeoutMs));
  if (spec.hedgeAfterMs >= timeout)
    add("hedge", tr("A second replica must be asked before the timeout of %1 ms.").arg(timeout));
  return out;
}

QStringList DeploymentsPresenter::previewOf(const rpc::DeploymentSpec& spec) const {
  const rpc::Model* model = world_.model(spec.model);
  const QString version =
      spec.version.isEmpty() ? (model ? model->stages.value(spec.stage) : QString()) : spec.version;
  const auto n = static_cast<int>(spec.replicas);
  QStringList out;
  const bool sidecar = spec.runtime.isEmpty() || spec.runtime == QLatin1String("sidecar");
  const QString runs = sidecar ? tr("a worker and its sidecar each") : tr("one process each");
  out.append(tr("%n replica(s) of %1 on %2, %3.", nullptr, n)
                 .arg(spec.model + QLatin1Char('@') + version, spec.target, runs));
  QStringList limits;
  if (spec.cpus > 0) limits.append(tr("%1 CPU").arg(QLocale().toString(spec.cpus)));
  if (spec.memoryBytes > 0) limits.append(models::sizeText(spec.memoryBytes));
  if (!limits.isEmpty()) {
    QString all;
    if (spec.replicas > 1 && spec.memoryBytes > 0)
      all = QLatin1Char(' ') +
            tr("Together at most %1 of memory.").arg(models::sizeText(spec.memoryBytes * spec.replicas));
    out.append(tr("Each may use %1; one that uses more memory is ended and started anew.")
                   .arg(limits.join(QStringLiteral(", "))) +
               all);
  }
  out.append(tr("A worker config %1: at most %2 rows and %3 ms for each request.")
                 .arg(spec.endpoint)
                 .arg(spec.batchSize > 0 ? spec.batchSize : kDefaultBatch)
                 .arg(spec.timeoutMs > 0 ? spec.timeoutMs : kDefaultTimeoutMs));
  out.append(tr("Metrics and alert rules for %1.").arg(spec.endpoint));
  if (!spec.stage.isEmpty())
    out.append(
        tr("It follows %1: a promotion replaces its replicas without losing a request.").arg(spec.stage));
  out.append(tr("No traffic yet: routing decides that."));
  return out;
}

void DeploymentsPresenter::create(const rpc::DeploymentSpec& spec) {
  const QString wanted = spec.model + QLatin1Char('@') + (spec.version.isEmpty() ? spec.stage : spec.version);
  change(
      tr("Deploy %1 as %2").arg(wanted, spec.endpoint), tr("\"%1\" was not deployed.").arg(spec.endpoint),
      tr("%1 is being deployed as %2.").arg(wanted, spec.endpoint),
      [&](rpc::Answer<rpc::Deployment> answer) { return api_.create(spec, this, std::move(answer)); },
      [this, endpoint = spec.endpoint](const absl::Status& status) {
        if (status.ok()) {
          Q_EMIT created(endpoint);
        } else {
          Q_EMIT notCreated(endpoint, absl::IsCancelled(status) ? tr("Cancelled") : detailOf(status));
        }
      });
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

EndpointUsers DeploymentsPresenter::usersOf(const QString& endpoint) const {
  EndpointUsers users;
  for (const rpc::Routing& routing : world_.routings()) {
    if (routing.defaultEndpoint == endpoint) users.useCases.append(routing.useCase);
    for (const rpc::ExperimentRoute& e : routing.experiments) {
      for (const rpc::ArmRoute& a : e.arms) {
        if (a.endpoint == endpoint) users.experiments.append(tr("%1, arm %2").arg(e.name, a.arm));
      }
    }
    for (const rpc::ShadowRoute& shadow : routing.shadows) {
      if (shadow.endpoint == endpoint) users.shadows.append(routing.useCase);
    }
  }
  return users;
}

QList<RollbackChoice> DeploymentsPresenter::rollbackChoices(const QString& endpoint) const {
  QList<RollbackChoice> out;
  const rpc::Deployment* d = world_.deployment(endpoint);
  const rpc::Model* model = d ? world_.model(d->spec.model) : nullptr;
  if (!d) return out;
  const auto add = [&](const QString& version, const QString& text) {
    const auto known = [&](const RollbackChoice& c) { return c.version == version; };
    if (std::any_of(out.begin(), out.end(), known)) return;
    out.append({version, text});
  };
  const bool rolling = !d->targetVersion.isEmpty() && d->targetVersion != d->servingVersion;
  // During a rollout the version before is the one that still serves.
  if (rolling && !d->servingVersion.isEmpty())
    add(d->servingVersion, tr("Version %1, serves until the rollout is done").arg(d->servingVersion));
  for (const QString& version : d->versionHistory) {
    if (version != d->servingVersion) add(version, tr("Version %1, served before").arg(version));
  }
  if (model) {
    for (const rpc::ModelVersion& v : model->versions) {
      if (!v.archived && v.version != d->servingVersion && v.version != d->targetVersion)
        add(v.version, tr("Version %1, never served here").arg(v.version));
    }
  }
  return out;
}

}  // namespace aerie::presenters
