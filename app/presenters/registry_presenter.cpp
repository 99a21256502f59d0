#include "app/presenters/registry_presenter.h"

#include <memory>
#include <utility>

#include "app/models/text.h"
#include "app/presenters/background.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using models::Task;

RegistryPresenter::RegistryPresenter(rpc::RegistryApi& api, models::World& world, models::TaskList& tasks,
                                     QObject* parent)
    : QObject(parent),
      api_(api),
      world_(world),
      tasks_(tasks),
      versions_(models::newVersionTable(this)),
      registration_(api, world, tasks),
      configs_(api, tasks),
      comparison_(api) {
  connect(&registration_, &RegistrationPresenter::registered, this, &RegistryPresenter::registered);
  connect(&registration_, &RegistrationPresenter::succeeded, this, &RegistryPresenter::succeeded);
  connect(&configs_, &ConfigPresenter::succeeded, this, &RegistryPresenter::succeeded);
  connect(&world_, &models::World::modelsChanged, this, &RegistryPresenter::refresh);
  refresh();
}

void RegistryPresenter::refresh() {
  const rpc::Model* model = world_.model(model_);
  if (!model && !world_.models().isEmpty() && model_.isEmpty()) {
    selectModel(world_.models().front().name);
    return;
  }
  versions_->apply(model ? std::vector<rpc::ModelVersion>(model->versions.begin(), model->versions.end())
                         : std::vector<rpc::ModelVersion>());
  Q_EMIT detailsChanged();
}

void RegistryPresenter::selectModel(const QString& model) {
  if (model == model_) return;
  model_ = model;
  version_.clear();
  const rpc::Model* found = world_.model(model_);
  versions_->apply(found ? std::vector<rpc::ModelVersion>(found->versions.begin(), found->versions.end())
                         : std::vector<rpc::ModelVersion>());
  Q_EMIT modelSelected();
  QString first;
  if (found && !found->versions.isEmpty()) first = found->versions.front().version;
  selectVersion(first);
}

void RegistryPresenter::selectVersion(const QString& version) {
  if (version == version_ && configsLoaded()) return;
  version_ = version;
  graph_.clear();
  Q_EMIT detailsChanged();
  loadConfigs();
}

void RegistryPresenter::loadConfigs() {
  question_.cancel();
  const quint64 number = ++questionNumber_;
  if (version_.isEmpty()) return;
  question_ = api_.getVersion(
      model_, version_, this, [this, number](const absl::StatusOr<rpc::ModelVersion>& answer) {
        if (number != questionNumber_ || absl::IsCancelled(answer.status())) return;
        if (!answer.ok()) {
          Q_EMIT failed(tr("The configs of \"%1@%2\" were not loaded.").arg(model_, version_),
                        detailOf(answer.status()));
          return;
        }
        full_ = *answer;
        Q_EMIT detailsChanged();
        drawGraph(number);
      });
}

// Large vocabularies take a while to read.
void RegistryPresenter::drawGraph(quint64 number) {
  inBackground<bundles::ConfigCheck>(
      this, [f = full_->featuresYaml, p = full_->preprocessorYaml] { return bundles::checkConfigs(f, p); },
      [this, number](const bundles::ConfigCheck& check) {
        if (number != questionNumber_) return;
        graph_ = check.graph;
        Q_EMIT detailsChanged();
      });
}

QString RegistryPresenter::signatureState(const rpc::ModelVersion& version) const {
  if (version.signer.isEmpty()) return tr("not signed");
  const rpc::Model* model = world_.model(version.model);
  int same = 0;
  int others = 0;
  if (model) {
    for (const rpc::ModelVersion& v : model->versions) {
      if (v.version == version.version) continue;
      ++(v.signer == version.signer ? same : others);
    }
  }
  if (same > 0) return tr("verified; the key also signed %n other version(s)", nullptr, same);
  return others > 0 ? tr("verified; the only version of this model with this key") : tr("verified");
}

std::optional<rpc::ModelVersion> RegistryPresenter::details() const {
  const rpc::ModelVersion* current = world_.version(model_, version_);
  if (!current) return std::nullopt;
  rpc::ModelVersion out = *current;
  if (configsLoaded()) {
    out.features = full_->features;
    out.preprocessor = full_->preprocessor;
    out.preprocessorOutputs = full_->preprocessorOutputs;
    out.featuresYaml = full_->featuresYaml;
    out.preprocessorYaml = full_->preprocessorYaml;
  }
  return out;
}

// The Answer of a change: ends its task, and says in one of the two signals how it went. Cancelled is silent.
template <class T>
rpc::Answer<T> RegistryPresenter::tracked(int task, const QString& headline,
                                          std::function<QString(const T&)> success) {
  return [this, task, headline, success = std::move(success)](const absl::StatusOr<T>& answer) {
    if (absl::IsCancelled(answer.status())) {
      tasks_.end(task, Task::State::Cancelled, tr("Cancelled"));
      return;
    }
    if (!answer.ok()) {
      tasks_.end(task, Task::State::Failed, detailOf(answer.status()));
      Q_EMIT failed(headline, detailOf(answer.status()));
      return;
    }
    const QString message = success(*answer);
    tasks_.end(task, Task::State::Done, message);
    Q_EMIT succeeded(message);
  };
}

void RegistryPresenter::promote(const QString& model, const QString& version, const QString& stage) {
  const QString id = model + QLatin1Char('@') + version;
  // The ticket exists only after the call began, the task must exist before: they share it.
  auto ticket = std::make_shared<rpc::Ticket>();
  const int task = tasks_.begin(tr("Promote %1 to %2").arg(id, stage), [ticket] { ticket->cancel(); });
  *ticket = api_.promote(model, version, stage, this,
                         tracked<rpc::ModelVersion>(task, tr("\"%1\" was not promoted to %2.").arg(id, stage),
                                                    [id, stage](const rpc::ModelVersion&) {
                                                      return tr("%1 is now %2.").arg(id, stage);
                                                    }));
}

void RegistryPresenter::setArchived(const QString& model, const QString& version, bool archived) {
  const QString id = model + QLatin1Char('@') + version;
  auto ticket = std::make_shared<rpc::Ticket>();
  const int task = tasks_.begin(archived ? tr("Archive %1").arg(id) : tr("Restore %1").arg(id),
                                [ticket] { ticket->cancel(); });
  const QString headline =
      archived ? tr("\"%1\" was not archived.").arg(id) : tr("\"%1\" was not restored.").arg(id);
  *ticket = api_.archive(model, version, !archived, this,
                         tracked<rpc::ModelVersion>(task, headline, [id, archived](const rpc::ModelVersion&) {
                           return archived ? tr("%1 is archived.").arg(id) : tr("%1 is restored.").arg(id);
                         }));
}

void RegistryPresenter::download(const QString& model, const QString& version, const QString& path) {
  const QString id = model + QLatin1Char('@') + version;
  auto ticket = std::make_shared<rpc::Ticket>();
  const int task = tasks_.begin(tr("Download %1").arg(id), [ticket] { ticket->cancel(); });
  *ticket = api_.download(
      model, version, path, this,
      [this, task](qint64 done, qint64 total) { tasks_.progress(task, done, total); },
      tracked<qint64>(task, tr("\"%1\" was not downloaded.").arg(id), [path](const qint64& bytes) {
        return tr("%1 written to %2.").arg(models::sizeText(static_cast<quint64>(bytes)), path);
      }));
}

}  // namespace aerie::presenters
