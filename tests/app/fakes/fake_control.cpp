#include "tests/app/fakes/fake_control.h"

#include <QFileInfo>
#include <algorithm>

#include "core/base/status.h"

namespace aerie::testing {

using namespace rpc;

template <class T>
Ticket FakeControl::later(QObject* context, Answer<T> answer, std::function<absl::StatusOr<T>()> decide) {
  auto over = std::make_shared<bool>(false);
  const auto deliver = [this, guard = QPointer<QObject>(context), answer,
                        over](const absl::StatusOr<T>& value) {
    if (*over) return;
    *over = true;
    QMetaObject::invokeMethod(
        &gui_,
        [guard, answer, value] {
          if (guard) answer(value);
        },
        Qt::QueuedConnection);
  };
  const auto finish = [deliver, decide, over] {
    if (!*over) deliver(decide());
  };
  if (hold) {
    held_.push_back(finish);
  } else {
    finish();
  }
  return Ticket([deliver] { deliver(absl::CancelledError("cancelled")); });
}

template <class T>
Ticket FakeControl::change(const QString& call, QObject* context, Answer<T> answer,
                           std::function<absl::StatusOr<T>()> decide) {
  calls.append(call);
  if (!failNext.ok()) {
    const absl::Status failure = failNext;
    failNext = absl::OkStatus();
    return later<T>(context, std::move(answer), [failure] { return absl::StatusOr<T>(failure); });
  }
  return later<T>(context, std::move(answer), [this, decide] {
    absl::StatusOr<T> value = decide();
    if (value.ok()) push();
    return value;
  });
}

void FakeControl::release() {
  hold = false;
  const auto held = std::move(held_);
  held_.clear();
  for (const auto& finish : held) finish();
}

void FakeControl::send(const WorldUpdate& update) {
  for (const auto& w : watches_) {
    QMetaObject::invokeMethod(
        &gui_,
        [w, update] {
          if (w->guard) w->update(update);
        },
        Qt::QueuedConnection);
  }
}

void FakeControl::push() {
  WorldUpdate update;
  update.revision = ++revision_;
  update.complete = true;
  update.models = models;
  update.deployments = deployments;
  update.routings = routings;
  update.experiments = experiments;
  update.status = status;
  send(update);
}

void FakeControl::pushStatus() {
  WorldUpdate update;
  update.revision = ++revision_;
  update.status = status;
  send(update);
}

void FakeControl::dropWatch(const absl::Status& why) {
  const auto watches = std::move(watches_);
  watches_.clear();
  for (const auto& w : watches) {
    QMetaObject::invokeMethod(
        &gui_,
        [w, why] {
          if (w->guard) w->ended(why);
        },
        Qt::QueuedConnection);
  }
}

Deployment* FakeControl::deployment(const QString& endpoint) {
  const auto it = std::find_if(deployments.begin(), deployments.end(),
                               [&](const Deployment& d) { return d.spec.endpoint == endpoint; });
  return it == deployments.end() ? nullptr : &*it;
}

ModelVersion* FakeControl::version(const QString& model, const QString& version) {
  for (Model& m : models) {
    if (m.name != model) continue;
    for (ModelVersion& v : m.versions) {
      if (v.version == version) return &v;
    }
  }
  return nullptr;
}

Ticket FakeControl::registerBundle(const QString& path, QObject* context, Progress progress,
                                   Answer<ModelVersion> answer) {
  const QPointer<QObject> guard(context);
  QMetaObject::invokeMethod(
      &gui_,
      [guard, progress] {
        if (guard) progress(50, 100);
      },
      Qt::QueuedConnection);
  return change<ModelVersion>(QStringLiteral("register ") + QFileInfo(path).fileName(), context,
                              std::move(answer), [this] {
                                Model& m = models.front();
                                ModelVersion v = m.versions.front();
                                v.version = QString::number(m.versions.size() + 1);
                                v.stages.clear();
                                m.versions.prepend(v);
                                return absl::StatusOr<ModelVersion>(v);
                              });
}

Ticket FakeControl::getVersion(const QString& model, const QString& name, QObject* context,
                               Answer<ModelVersion> answer) {
  return later<ModelVersion>(
      context, std::move(answer), [this, model, name]() -> absl::StatusOr<ModelVersion> {
        const ModelVersion* found = version(model, name);
        if (!found)
          return notFound("model version {}@{} is not known", model.toStdString(), name.toStdString());
        ModelVersion full = *found;
        full.features = {
            {QStringLiteral("hour"), QStringLiteral("int64"), QStringLiteral("shared"), {}, {}, {}},
            {QStringLiteral("distance"), QStringLiteral("double"), QStringLiteral("item"), {}, {}, {}},
            {QStringLiteral("origin"), QStringLiteral("string"), QStringLiteral("item"), {}, {}, {}},
            {QStringLiteral("route_late_rate"),
             QStringLiteral("double"),
             QStringLiteral("store"),
             QStringLiteral("route_stats"),
             {QStringLiteral("origin"), QStringLiteral("destination")},
             QStringLiteral("0.2")}};
        full.preprocessor = {
            {QStringLiteral("log1p"), {QStringLiteral("distance")}, {QStringLiteral("log_distance")}, {}},
            {QStringLiteral("standardize"),
             {QStringLiteral("log_distance")},
             {QStringLiteral("x0")},
             QStringLiteral("mean 6.3, stddev 0.7")},
            {QStringLiteral("vocabulary"),
             {QStringLiteral("origin")},
             {QStringLiteral("origin_id")},
             QStringLiteral("unknown 0, 229 values")}};
        return full;
      });
}

Ticket FakeControl::promote(const QString& model, const QString& name, const QString& stage, QObject* context,
                            Answer<ModelVersion> answer) {
  return change<ModelVersion>(QStringLiteral("promote %1 %2 %3").arg(model, name, stage), context,
                              std::move(answer),
                              [this, model, name, stage]() -> absl::StatusOr<ModelVersion> {
                                ModelVersion* found = version(model, name);
                                if (!found) return notFound("no such version");
                                for (Model& m : models) {
                                  if (m.name != model) continue;
                                  m.stages[stage] = name;
                                  for (ModelVersion& v : m.versions) v.stages.removeAll(stage);
                                }
                                found->stages.append(stage);
                                return *found;
                              });
}

Ticket FakeControl::archive(const QString& model, const QString& name, bool restore, QObject* context,
                            Answer<ModelVersion> answer) {
  return change<ModelVersion>(
      QStringLiteral("%1 %2 %3")
          .arg(restore ? QStringLiteral("restore") : QStringLiteral("archive"), model, name),
      context, std::move(answer), [this, model, name, restore]() -> absl::StatusOr<ModelVersion> {
        ModelVersion* found = version(model, name);
        if (!found) return notFound("no such version");
        found->archived = !restore;
        return *found;
      });
}

Ticket FakeControl::download(const QString& model, const QString& name, const QString&, QObject* context,
                             Progress, Answer<qint64> answer) {
  return change<qint64>(QStringLiteral("download %1 %2").arg(model, name), context, std::move(answer),
                        [] { return absl::StatusOr<qint64>(qint64{4096}); });
}

absl::StatusOr<Deployment> FakeControl::changeDeployment(const QString& endpoint,
                                                         const std::function<void(Deployment&)>& edit) {
  Deployment* d = deployment(endpoint);
  if (!d) return notFound("endpoint {} is not deployed", endpoint.toStdString());
  edit(*d);
  ++d->generation;
  d->observedGeneration = d->generation;
  return *d;
}

Ticket FakeControl::create(const DeploymentSpec& spec, QObject* context, Answer<Deployment> answer) {
  return change<Deployment>(
      QStringLiteral("create %1 %2 %3").arg(spec.endpoint, spec.model, spec.version + spec.stage), context,
      std::move(answer), [this, spec] {
        Deployment d;
        d.spec = spec;
        d.generation = 1;
        d.targetVersion = spec.version;
        d.rollout = {{QStringLiteral("start"), QStringLiteral("running"), 1, 0, {}}};
        deployments.append(d);
        return absl::StatusOr<Deployment>(d);
      });
}

Ticket FakeControl::scale(const QString& endpoint, quint32 replicas, quint64, QObject* context,
                          Answer<Deployment> answer) {
  return change<Deployment>(QStringLiteral("scale %1 %2").arg(endpoint).arg(replicas), context,
                            std::move(answer), [this, endpoint, replicas] {
                              return changeDeployment(
                                  endpoint, [replicas](Deployment& d) { d.spec.replicas = replicas; });
                            });
}

Ticket FakeControl::restart(const QString& endpoint, QObject* context, Answer<Deployment> answer) {
  return change<Deployment>(QStringLiteral("restart ") + endpoint, context, std::move(answer),
                            [this, endpoint] { return changeDeployment(endpoint, [](Deployment&) {}); });
}

Ticket FakeControl::rollback(const QString& endpoint, const QString& to, QObject* context,
                             Answer<Deployment> answer) {
  return change<Deployment>(QStringLiteral("rollback %1 %2").arg(endpoint, to), context, std::move(answer),
                            [this, endpoint, to] {
                              return changeDeployment(endpoint, [to](Deployment& d) {
                                d.servingVersion = to;
                                d.targetVersion = to;
                                d.versionHistory.prepend(to);
                              });
                            });
}

Ticket FakeControl::remove(const QString& endpoint, QObject* context, Answer<Deployment> answer) {
  return change<Deployment>(
      QStringLiteral("delete ") + endpoint, context, std::move(answer),
      [this, endpoint] { return changeDeployment(endpoint, [](Deployment& d) { d.deleting = true; }); });
}

Ticket FakeControl::followLogs(const QString&, const QString& replica, quint32, QObject* context,
                               std::function<void(const std::vector<LogLine>&)> lines, Answer<Done> ended) {
  std::vector<LogLine> shown;
  for (const LogLine& line : logLines) {
    if (replica.isEmpty() || line.replica == replica) shown.push_back(line);
  }
  const QPointer<QObject> guard(context);
  QMetaObject::invokeMethod(
      &gui_,
      [guard, lines, shown] {
        if (guard) lines(shown);
      },
      Qt::QueuedConnection);
  return Ticket([this, guard, ended] {
    QMetaObject::invokeMethod(
        &gui_,
        [guard, ended] {
          if (guard) ended(absl::CancelledError("cancelled"));
        },
        Qt::QueuedConnection);
  });
}

Ticket FakeControl::history(const QString& useCase, QObject* context, Answer<QList<Routing>> answer) {
  return later<QList<Routing>>(context, std::move(answer), [this, useCase] {
    QList<Routing> out;
    for (const Routing& r : routings) {
      if (r.useCase != useCase) continue;
      const char* comments[] = {"Send half of the flights to version 2", "Add the experiment",
                                "First routing"};
      for (quint64 back = 0; back < 3 && back < r.revision; ++back) {
        Routing old = r;
        old.revision = r.revision - back;
        old.appliedMs = r.appliedMs - static_cast<qint64>(back) * 86'400'000;
        old.comment = QLatin1String(comments[back]);
        out.append(old);
      }
    }
    return absl::StatusOr<QList<Routing>>(out);
  });
}

Ticket FakeControl::apply(const Routing& routing, quint64, bool validateOnly, QObject* context,
                          Answer<Routing> answer) {
  return change<Routing>(
      QStringLiteral("%1 %2").arg(validateOnly ? QStringLiteral("validate") : QStringLiteral("apply"),
                                  routing.useCase),
      context, std::move(answer), [routing] { return absl::StatusOr<Routing>(routing); });
}

Ticket FakeControl::setWeights(const WeightsChange& wanted, QObject* context, Answer<WeightsOutcome> answer) {
  QStringList words{wanted.dryRun ? QStringLiteral("preview") : QStringLiteral("weights"), wanted.experiment};
  for (auto it = wanted.weights.begin(); it != wanted.weights.end(); ++it) {
    words.append(QStringLiteral("%1=%2").arg(it.key()).arg(it.value()));
  }
  return change<WeightsOutcome>(
      words.join(QLatin1Char(' ')), context, std::move(answer),
      [this, wanted]() -> absl::StatusOr<WeightsOutcome> {
        for (Experiment& e : experiments) {
          if (e.name != wanted.experiment) continue;
          if (wanted.expectedRevision != 0 && wanted.expectedRevision != e.revision) {
            return aborted("experiment {} has changed", e.name.toStdString());
          }
          if (wanted.dryRun) return WeightsOutcome{e, bucketsMoved};
          for (Arm& a : e.arms) a.weight = wanted.weights.value(a.name);
          if (wanted.coverage) e.coverage = *wanted.coverage;
          ++e.revision;
          return WeightsOutcome{e, bucketsMoved};
        }
        return notFound("experiment {} is not known", wanted.experiment.toStdString());
      });
}

Ticket FakeControl::getStatus(QObject* context, Answer<SystemStatus> answer) {
  return later<SystemStatus>(context, std::move(answer), [this]() -> absl::StatusOr<SystemStatus> {
    if (!reachable) return unavailable("connection refused");
    return status;
  });
}

Ticket FakeControl::watch(QObject* context, std::function<void(const WorldUpdate&)> update,
                          Answer<Done> ended) {
  calls.append(QStringLiteral("watch"));
  auto w = std::make_shared<Watch>(Watch{context, std::move(update), std::move(ended)});
  if (!reachable) {
    QMetaObject::invokeMethod(
        &gui_,
        [w] {
          if (w->guard) w->ended(unavailable("connection refused"));
        },
        Qt::QueuedConnection);
    return Ticket([] {});
  }
  watches_.push_back(w);
  push();
  return Ticket([this, w] { std::erase(watches_, w); });
}

}  // namespace aerie::testing
