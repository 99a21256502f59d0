#include "app/shell/palette_objects.h"

#include <QCoreApplication>

#include "app/models/columns.h"
#include "app/models/training_words.h"
#include "app/models/when.h"

namespace aerie::shell {
namespace {
QString tr(const char* text) { return QCoreApplication::translate("palette", text); }
}  // namespace

std::vector<PaletteObject> paletteObjects(const models::World& world, const models::TrainingWorld& training,
                                          const std::function<void(const QString&, const QString&)>& open) {
  std::vector<PaletteObject> out;
  const auto add = [&](const char* kind, const QString& name, const QString& shown, const QString& note,
                       const char* icon) {
    const QString kindName = QLatin1String(kind);
    out.push_back({kindName + QLatin1Char(':') + name, shown, note, QLatin1String(icon),
                   [open, kindName, name] { open(kindName, name); }});
  };
  for (const rpc::Model& m : world.models()) {
    add("model", m.name, m.name, tr("model"), "registry");
    for (const rpc::ModelVersion& v : m.versions) {
      if (v.archived) continue;
      const QString stages = v.stages.join(QStringLiteral(", "));
      add("version", v.id(), v.id(), stages.isEmpty() ? tr("version") : tr("version, %1").arg(stages), "tag");
    }
  }
  for (const rpc::Deployment& d : world.deployments()) {
    //: %1 is a state such as "Ready"
    add("deployment", d.spec.endpoint, d.spec.endpoint, tr("deployment, %1").arg(models::stateOf(d).word),
        "deployments");
  }
  for (const rpc::Routing& r : world.routings()) {
    add("use_case", r.useCase, r.useCase, tr("use case"), "routing");
  }
  for (const rpc::Experiment& e : world.experiments()) {
    add("experiment", e.name, e.name, tr("experiment"), "scale");
  }
  for (const rpc::TrainingJob& j : training.jobsBySubmission()) {
    //: a state such as "Running", and when it was submitted
    add("training_job", j.id, j.application,
        tr("training job, %1, %2")
            .arg(models::wordOf(j.state), models::recentText(j.submittedMs, models::Fine::Minutes)),
        "training");
  }
  for (const rpc::TrainingCluster& c : training.clusters()) {
    if (c.state == rpc::ClusterState::Gone) continue;
    add("training_cluster", c.name, c.name, tr("training cluster, %1").arg(models::wordOf(c.state)), "hosts");
  }
  return out;
}

}  // namespace aerie::shell
