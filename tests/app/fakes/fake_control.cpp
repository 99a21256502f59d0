#include "tests/app/fakes/fake_control.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include "core/base/status.h"
#include "tests/app/fakes/fake_traffic.h"

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

// Version 1 reads the request only; later ones a stored feature, too.
static void fillConfigs(ModelVersion& v) {
  const bool stored = v.version != QLatin1String("1");
  const auto s = [](const char* text) { return QString::fromLatin1(text); };
  v.features = {{s("hour"), s("int64"), s("shared"), {}, {}, {}},
                {s("distance"), s("double"), s("item"), {}, {}, {}},
                {s("origin"), s("string"), s("item"), {}, {}, {}}};
  v.featuresYaml =
      s("features:\n"
        "  - {name: \"hour\", type: int64, from: shared}\n"
        "  - {name: \"distance\", type: double, from: item}\n"
        "  - {name: \"origin\", type: string, from: item}\n");
  if (stored) {
    v.features.append({s("destination"), s("string"), s("item"), {}, {}, {}});
    v.features.append({s("route_late_rate"),
                       s("double"),
                       s("store"),
                       s("route_stats"),
                       {s("origin"), s("destination")},
                       s("0.2")});
    v.featuresYaml +=
        s("  - {name: \"destination\", type: string, from: item}\n"
          "  - {name: \"route_late_rate\", type: double, from: store, table: \"route_stats\", "
          "key: [\"origin\", \"destination\"], default: 0.2}\n");
  }
  v.preprocessor = {{s("log1p"), {s("distance")}, {s("log_distance")}, {}},
                    {s("standardize"), {s("log_distance")}, {s("x0")}, s("mean 6.3, stddev 0.7")},
                    {s("vocabulary"), {s("origin")}, {s("origin_id")}, s("unknown 0, 4 values")}};
  v.preprocessorOutputs = {s("x0"), s("hour"), s("origin_id")};
  if (stored) v.preprocessorOutputs.append(s("route_late_rate"));
  v.selfTestYaml =
      s("tolerance: 1e-06\nrows:\n  - row: 0\n    inputs:\n      distance: 606\n      origin: \"ATL\"\n") +
      (stored ? s("    stored:\n      route_late_rate: 0.31\n    expected:\n      probability: 0.42\n")
              : s("    expected:\n      probability: 0.27\n"));
  v.preprocessorYaml =
      s("steps:\n"
        "  - {op: log1p, in: [distance], out: [log_distance]}\n"
        "  - {op: standardize, in: [log_distance], out: [x0], mean: 6.3, stddev: 0.7}\n"
        "  - {op: vocabulary, in: [origin], out: [origin_id], values: [ATL, DFW, ORD, SFO], unknown: 0}\n"
        "outputs: [") +
      v.preprocessorOutputs.join(s(", ")) + s("]\n");
}

Ticket FakeControl::getVersion(const QString& model, const QString& name, QObject* context,
                               Answer<ModelVersion> answer) {
  return later<ModelVersion>(
      context, std::move(answer), [this, model, name]() -> absl::StatusOr<ModelVersion> {
        const ModelVersion* found = version(model, name);
        if (!found)
          return notFound("model version {}@{} is not known", model.toStdString(), name.toStdString());
        ModelVersion full = *found;
        fillConfigs(full);
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

Ticket FakeControl::download(const QString& model, const QString& name, const QString& path, QObject* context,
                             Progress, Answer<qint64> answer) {
  return change<qint64>(QStringLiteral("download %1 %2").arg(model, name), context, std::move(answer),
                        [this, path]() -> absl::StatusOr<qint64> {
                          if (bundleBytes.isEmpty()) return qint64{4096};
                          QFile file(path);
                          if (!file.open(QIODevice::WriteOnly)) return notFound("{}", path.toStdString());
                          return file.write(bundleBytes);
                        });
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
      if (r.useCase == useCase) out.append(r);
    }
    for (const Routing& r : olderRoutings) {
      if (r.useCase == useCase) out.append(r);
    }
    return absl::StatusOr<QList<Routing>>(out);
  });
}

Ticket FakeControl::apply(const Routing& routing, quint64 expectedRevision, bool validateOnly,
                          QObject* context, Answer<Routing> answer) {
  return change<Routing>(
      QStringLiteral("%1 %2").arg(validateOnly ? QStringLiteral("validate") : QStringLiteral("apply"),
                                  routing.useCase),
      context, std::move(answer),
      [this, routing, expectedRevision, validateOnly]() -> absl::StatusOr<Routing> {
        for (Routing& r : routings) {
          if (r.useCase != routing.useCase) continue;
          if (expectedRevision != 0 && expectedRevision != r.revision) {
            return aborted("routing of {} has revision {}, not {}", r.useCase.toStdString(), r.revision,
                           expectedRevision);
          }
          AERIE_RETURN_IF_ERROR(checkRouting(routing, deployments, experiments));
          if (validateOnly) return r;
          olderRoutings.prepend(r);
          const quint64 revision = r.revision + 1;
          r = routing;
          r.revision = revision;
          r.appliedMs = status.nowMs;
          return r;
        }
        AERIE_RETURN_IF_ERROR(checkRouting(routing, deployments, experiments));
        Routing fresh = routing;
        fresh.revision = 1;
        fresh.appliedMs = status.nowMs;
        if (!validateOnly) routings.append(fresh);
        return fresh;
      });
}

Ticket FakeControl::create(const ExperimentDraft& draft, QObject* context, Answer<Experiment> answer) {
  return change<Experiment>(
      QStringLiteral("experiment ") + draft.name, context, std::move(answer),
      [this, draft]() -> absl::StatusOr<Experiment> {
        Experiment e;
        e.name = draft.name;
        e.layer = draft.layer.isEmpty() ? draft.name : draft.layer;
        e.coverage = draft.coverage;
        double sum = 0;
        for (const auto& [name, weight] : draft.arms) sum += weight;
        for (const auto& [name, weight] : draft.arms) {
          const double share = sum > 0 ? weight / sum : 0;
          e.arms.append({name, share, static_cast<quint32>(share * draft.coverage * 10'000)});
        }
        e.seed = draft.seed.isEmpty() ? draft.name : draft.seed;
        e.state = draft.start ? QStringLiteral("running") : QStringLiteral("draft");
        e.revision = 1;
        for (const Experiment& known : experiments) {
          if (known.name == e.name) return alreadyExists("experiment {} exists", e.name.toStdString());
        }
        allocate(e);
        experiments.append(e);
        return e;
      });
}

Ticket FakeControl::setExperimentState(const QString& call, const QString& name, const QString& state,
                                       QObject* context, Answer<Experiment> answer) {
  return change<Experiment>(call + QLatin1Char(' ') + name, context, std::move(answer),
                            [this, name, state]() -> absl::StatusOr<Experiment> {
                              for (Experiment& e : experiments) {
                                if (e.name != name) continue;
                                e.state = state;
                                ++e.revision;
                                return e;
                              }
                              return notFound("experiment {} is not known", name.toStdString());
                            });
}

Ticket FakeControl::start(const QString& experiment, QObject* context, Answer<Experiment> answer) {
  return setExperimentState(QStringLiteral("start"), experiment, QStringLiteral("running"), context,
                            std::move(answer));
}

Ticket FakeControl::stop(const QString& experiment, QObject* context, Answer<Experiment> answer) {
  return setExperimentState(QStringLiteral("stop"), experiment, QStringLiteral("stopped"), context,
                            std::move(answer));
}

Ticket FakeControl::results(const QString& experiment, QObject* context, Answer<ExperimentResults> answer) {
  return later<ExperimentResults>(context, std::move(answer),
                                  [this, experiment]() -> absl::StatusOr<ExperimentResults> {
                                    const auto found = experimentResults.find(experiment);
                                    if (found == experimentResults.end())
                                      return notFound("experiment {} is not known", experiment.toStdString());
                                    return *found;
                                  });
}

Ticket FakeControl::setWeights(const WeightsChange& wanted, QObject* context, Answer<WeightsOutcome> answer) {
  QStringList words{wanted.dryRun ? QStringLiteral("preview") : QStringLiteral("weights"), wanted.experiment};
  for (auto it = wanted.weights.begin(); it != wanted.weights.end(); ++it) {
    words.append(QStringLiteral("%1=%2").arg(it.key()).arg(it.value()));
  }
  if (wanted.coverage) words.append(QStringLiteral("coverage=%1").arg(*wanted.coverage));
  return change<WeightsOutcome>(
      words.join(QLatin1Char(' ')), context, std::move(answer),
      [this, wanted]() -> absl::StatusOr<WeightsOutcome> {
        for (Experiment& e : experiments) {
          if (e.name != wanted.experiment) continue;
          if (wanted.expectedRevision != 0 && wanted.expectedRevision != e.revision) {
            return aborted("experiment {} has changed", e.name.toStdString());
          }
          Experiment next = e;
          AERIE_ASSIGN_OR_RETURN(const quint32 moved, reweight(next, wanted));
          if (wanted.dryRun) return WeightsOutcome{next, moved};
          ++next.revision;
          e = next;
          return WeightsOutcome{e, moved};
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
