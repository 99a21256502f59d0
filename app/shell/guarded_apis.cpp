#include "app/shell/guarded_apis.h"

#include <QCoreApplication>
#include <QTimer>
#include <utility>

#include "app/widgets/confirm_sheet.h"

namespace aerie::shell {

using namespace rpc;
using widgets::ConfirmSheet;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("production", text); }

struct Guard {
  QPointer<QWidget> parent;

  // start(answer) makes the call.
  template <class T>
  Ticket change(const QString& title, const QString& victim, const QString& verb, QObject* context,
                Answer<T> answer, std::function<Ticket(Answer<T>)> start) const {
    if (ConfirmSheet::policy().production.isEmpty()) return start(std::move(answer));
    // What an answer goes on to do belongs to what was confirmed.
    Answer<T> within = [answer](const absl::StatusOr<T>& value) {
      const ConfirmSheet::Confirmed scope;
      answer(value);
    };
    if (ConfirmSheet::confirming()) return start(std::move(within));
    const auto declined = [answer] { answer(absl::CancelledError("not confirmed")); };
    if (!parent) {
      QTimer::singleShot(0, context, declined);
      return {};
    }
    const auto ticket = std::make_shared<Ticket>();
    const QPointer<ConfirmSheet> sheet = ConfirmSheet::ask(
        parent, {title, {}, {victim}, verb, true},
        [guard = QPointer<QObject>(context), ticket, start = std::move(start), within = std::move(within)] {
          if (guard) *ticket = start(within);
        });
    QObject::connect(sheet, &QDialog::rejected, context, declined);
    return Ticket([sheet, ticket] {
      if (ticket->valid()) {
        ticket->cancel();
      } else if (sheet) {
        sheet->reject();
      }
    });
  }
};

class Registry final : public RegistryApi {
 public:
  Registry(RegistryApi& inner, const Guard& guard) : inner_(inner), guard_(guard) {}
  Ticket registerBundle(const QString& path, QObject* context, Progress progress,
                        Answer<ModelVersion> answer) override {
    return guard_.change<ModelVersion>(tr("Register a bundle?"), path, tr("Register"), context,
                                       std::move(answer),
                                       [this, path, context, progress](Answer<ModelVersion> a) {
                                         return inner_.registerBundle(path, context, progress, std::move(a));
                                       });
  }
  Ticket getVersion(const QString& model, const QString& version, QObject* context,
                    Answer<ModelVersion> answer) override {
    return inner_.getVersion(model, version, context, std::move(answer));
  }
  Ticket promote(const QString& model, const QString& version, const QString& stage, QObject* context,
                 Answer<ModelVersion> answer) override {
    return guard_.change<ModelVersion>(
        tr("Move the stage %1?").arg(stage), model + QLatin1Char('@') + version, tr("Promote"), context,
        std::move(answer), [this, model, version, stage, context](Answer<ModelVersion> a) {
          return inner_.promote(model, version, stage, context, std::move(a));
        });
  }
  Ticket archive(const QString& model, const QString& version, bool restore, QObject* context,
                 Answer<ModelVersion> answer) override {
    return guard_.change<ModelVersion>(
        restore ? tr("Restore a version?") : tr("Archive a version?"), model + QLatin1Char('@') + version,
        restore ? tr("Restore") : tr("Archive"), context, std::move(answer),
        [this, model, version, restore, context](Answer<ModelVersion> a) {
          return inner_.archive(model, version, restore, context, std::move(a));
        });
  }
  Ticket download(const QString& model, const QString& version, const QString& path, QObject* context,
                  Progress progress, Answer<qint64> answer) override {
    return inner_.download(model, version, path, context, std::move(progress), std::move(answer));
  }

 private:
  RegistryApi& inner_;
  const Guard& guard_;
};

class Deployments final : public DeploymentApi {
 public:
  Deployments(DeploymentApi& inner, const Guard& guard) : inner_(inner), guard_(guard) {}
  Ticket create(const DeploymentSpec& spec, QObject* context, Answer<Deployment> answer) override {
    return ask(
        tr("Deploy?"), spec.endpoint, tr("Deploy"), context, std::move(answer),
        [this, spec, context](Answer<Deployment> a) { return inner_.create(spec, context, std::move(a)); });
  }
  Ticket scale(const QString& endpoint, quint32 replicas, quint64 expectedGeneration, QObject* context,
               Answer<Deployment> answer) override {
    return ask(tr("Change the number of replicas to %1?").arg(replicas), endpoint, tr("Scale"), context,
               std::move(answer),
               [this, endpoint, replicas, expectedGeneration, context](Answer<Deployment> a) {
                 return inner_.scale(endpoint, replicas, expectedGeneration, context, std::move(a));
               });
  }
  Ticket restart(const QString& endpoint, QObject* context, Answer<Deployment> answer) override {
    return ask(tr("Restart all replicas?"), endpoint, tr("Restart"), context, std::move(answer),
               [this, endpoint, context](Answer<Deployment> a) {
                 return inner_.restart(endpoint, context, std::move(a));
               });
  }
  Ticket rollback(const QString& endpoint, const QString& version, QObject* context,
                  Answer<Deployment> answer) override {
    return ask(tr("Roll back?"), endpoint, tr("Roll back"), context, std::move(answer),
               [this, endpoint, version, context](Answer<Deployment> a) {
                 return inner_.rollback(endpoint, version, context, std::move(a));
               });
  }
  Ticket remove(const QString& endpoint, QObject* context, Answer<Deployment> answer) override {
    return ask(tr("Delete the deployment?"), endpoint, tr("Delete"), context, std::move(answer),
               [this, endpoint, context](Answer<Deployment> a) {
                 return inner_.remove(endpoint, context, std::move(a));
               });
  }
  Ticket followLogs(const QString& endpoint, const QString& replica, quint32 tailLines, QObject* context,
                    std::function<void(const std::vector<LogLine>&)> lines, Answer<Done> ended) override {
    return inner_.followLogs(endpoint, replica, tailLines, context, std::move(lines), std::move(ended));
  }

 private:
  Ticket ask(const QString& title, const QString& endpoint, const QString& verb, QObject* context,
             Answer<Deployment> answer, std::function<Ticket(Answer<Deployment>)> start) const {
    return guard_.change<Deployment>(title, endpoint, verb, context, std::move(answer), std::move(start));
  }
  DeploymentApi& inner_;
  const Guard& guard_;
};

class RoutingGuard final : public RoutingApi {
 public:
  RoutingGuard(RoutingApi& inner, const Guard& guard) : inner_(inner), guard_(guard) {}
  Ticket history(const QString& useCase, QObject* context, Answer<QList<Routing>> answer) override {
    return inner_.history(useCase, context, std::move(answer));
  }
  Ticket apply(const Routing& routing, quint64 expectedRevision, bool validateOnly, QObject* context,
               Answer<Routing> answer) override {
    if (validateOnly) return inner_.apply(routing, expectedRevision, true, context, std::move(answer));
    return guard_.change<Routing>(
        tr("Change the routing?"), routing.useCase, tr("Apply"), context, std::move(answer),
        [this, routing, expectedRevision, context](Answer<Routing> a) {
          return inner_.apply(routing, expectedRevision, false, context, std::move(a));
        });
  }

 private:
  RoutingApi& inner_;
  const Guard& guard_;
};

class Experiments final : public ExperimentApi {
 public:
  Experiments(ExperimentApi& inner, const Guard& guard) : inner_(inner), guard_(guard) {}
  Ticket create(const ExperimentDraft& draft, QObject* context, Answer<Experiment> answer) override {
    return ask(
        tr("Create the experiment?"), draft.name, tr("Create"), context, std::move(answer),
        [this, draft, context](Answer<Experiment> a) { return inner_.create(draft, context, std::move(a)); });
  }
  Ticket start(const QString& experiment, QObject* context, Answer<Experiment> answer) override {
    return ask(tr("Start the experiment?"), experiment, tr("Start"), context, std::move(answer),
               [this, experiment, context](Answer<Experiment> a) {
                 return inner_.start(experiment, context, std::move(a));
               });
  }
  Ticket stop(const QString& experiment, QObject* context, Answer<Experiment> answer) override {
    return ask(tr("Stop the experiment?"), experiment, tr("Stop"), context, std::move(answer),
               [this, experiment, context](Answer<Experiment> a) {
                 return inner_.stop(experiment, context, std::move(a));
               });
  }
  Ticket setWeights(const WeightsChange& change, QObject* context, Answer<WeightsOutcome> answer) override {
    if (change.dryRun) return inner_.setWeights(change, context, std::move(answer));
    return guard_.change<WeightsOutcome>(tr("Change the split?"), change.experiment, tr("Apply"), context,
                                         std::move(answer),
                                         [this, change, context](Answer<WeightsOutcome> a) {
                                           return inner_.setWeights(change, context, std::move(a));
                                         });
  }
  Ticket results(const QString& experiment, QObject* context, Answer<ExperimentResults> answer) override {
    return inner_.results(experiment, context, std::move(answer));
  }

 private:
  Ticket ask(const QString& title, const QString& name, const QString& verb, QObject* context,
             Answer<Experiment> answer, std::function<Ticket(Answer<Experiment>)> begin) const {
    return guard_.change<Experiment>(title, name, verb, context, std::move(answer), std::move(begin));
  }
  ExperimentApi& inner_;
  const Guard& guard_;
};

class Training final : public TrainingApi {
 public:
  Training(TrainingApi& inner, const Guard& guard) : inner_(inner), guard_(guard) {}
  QString address() const override { return inner_.address(); }
  Ticket submit(const TrainingSubmission& submission, QObject* context,
                Answer<TrainingSubmitted> answer) override {
    return guard_.change<TrainingSubmitted>(tr("Submit the training job?"), submission.name, tr("Submit"),
                                            context, std::move(answer),
                                            [this, submission, context](Answer<TrainingSubmitted> a) {
                                              return inner_.submit(submission, context, std::move(a));
                                            });
  }
  // Changes nothing by itself; the submission after it asks.
  Ticket uploadDirectory(const QString& archive, const QString& digest, QObject* context, Progress progress,
                         Answer<Done> answer) override {
    return inner_.uploadDirectory(archive, digest, context, std::move(progress), std::move(answer));
  }
  Ticket plan(const TrainingSubmission& submission, QObject* context, Answer<TrainingPlan> answer) override {
    return inner_.plan(submission, context, std::move(answer));
  }
  Ticket getJob(const QString& id, QObject* context, Answer<TrainingJob> answer) override {
    return inner_.getJob(id, context, std::move(answer));
  }
  Ticket cancel(const QString& job, const QStringList& tasks, QObject* context,
                Answer<TrainingJob> answer) override {
    return guard_.change<TrainingJob>(tasks.isEmpty() ? tr("Cancel the job?") : tr("Cancel tasks?"),
                                      victimsOf(job, tasks),
                                      tasks.isEmpty() ? tr("Cancel job") : tr("Cancel tasks"), context,
                                      std::move(answer), [this, job, tasks, context](Answer<TrainingJob> a) {
                                        return inner_.cancel(job, tasks, context, std::move(a));
                                      });
  }
  Ticket retry(const QString& job, const QStringList& tasks, QObject* context,
               Answer<TrainingJob> answer) override {
    return guard_.change<TrainingJob>(tr("Run tasks again?"), victimsOf(job, tasks), tr("Retry"), context,
                                      std::move(answer), [this, job, tasks, context](Answer<TrainingJob> a) {
                                        return inner_.retry(job, tasks, context, std::move(a));
                                      });
  }
  Ticket deleteCluster(const QString& name, bool cancelJobs, QObject* context,
                       Answer<TrainingCluster> answer) override {
    return guard_.change<TrainingCluster>(
        tr("Delete the cluster?"), name, tr("Delete"), context, std::move(answer),
        [this, name, cancelJobs, context](Answer<TrainingCluster> a) {
          return inner_.deleteCluster(name, cancelJobs, context, std::move(a));
        });
  }
  Ticket watch(const QString& job, quint64 sinceRevision, QObject* context,
               std::function<void(const TrainingUpdate&)> update, Answer<Done> ended) override {
    return inner_.watch(job, sinceRevision, context, std::move(update), std::move(ended));
  }
  Ticket followLog(const TrainingLogQuery& query, QObject* context,
                   std::function<void(const QList<TrainingLogPiece>&)> pieces, Answer<Done> ended) override {
    return inner_.followLog(query, context, std::move(pieces), std::move(ended));
  }
  Ticket utilisation(const UtilisationQuery& query, QObject* context, Answer<Utilisation> answer) override {
    return inner_.utilisation(query, context, std::move(answer));
  }
  Ticket timeline(const TimelineQuery& query, QObject* context, Answer<Timeline> answer) override {
    return inner_.timeline(query, context, std::move(answer));
  }

 private:
  static QString victimsOf(const QString& job, const QStringList& tasks) {
    return tasks.isEmpty() ? job : job + QLatin1String(": ") + tasks.join(QStringLiteral(", "));
  }
  TrainingApi& inner_;
  const Guard& guard_;
};

}  // namespace

struct GuardedApis::Impl {
  explicit Impl(const Apis& i) : inner(i) {}
  Apis inner;
  Guard guard;
  Registry registry{inner.registry, guard};
  Deployments deployments{inner.deployments, guard};
  RoutingGuard routing{inner.routing, guard};
  Experiments experiments{inner.experiments, guard};
  Training training{inner.training, guard};
};

GuardedApis::GuardedApis(const Apis& inner) : impl_(std::make_unique<Impl>(inner)) {}
GuardedApis::~GuardedApis() = default;

void GuardedApis::setParent(QWidget* parent) { impl_->guard.parent = parent; }

Apis GuardedApis::apis() {
  Apis out{impl_->registry,         impl_->deployments,      impl_->routing,     impl_->experiments,
           impl_->inner.system,     impl_->inner.monitoring, impl_->inner.hosts, impl_->inner.audit,
           impl_->inner.simulation, impl_->training};
  return out;
}

}  // namespace aerie::shell
