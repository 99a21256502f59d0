#include "app/presenters/config_presenter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>
#include <memory>

#include "app/models/text.h"
#include "app/presenters/background.h"
#include "app/presenters/errors.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::presenters {

using models::Task;

namespace {

constexpr int kRestMs = 150;  // of rest before the texts are checked

QString writeText(const QString& path, const QString& text) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return file.errorString();
  file.write(text.toUtf8());
  return file.commit() ? QString() : file.errorString();
}

}  // namespace

ConfigPresenter::ConfigPresenter(rpc::RegistryApi& api, models::TaskList& tasks, QObject* parent)
    : QObject(parent), api_(api), tasks_(tasks) {
  rest_.setSingleShot(true);
  rest_.setInterval(kRestMs);
  connect(&rest_, &QTimer::timeout, this, &ConfigPresenter::startCheck);
}

void ConfigPresenter::open(const rpc::ModelVersion& version) {
  original_ = version;
  features_ = version.featuresYaml;
  preprocessor_ = version.preprocessorYaml;
  check_ = {};
  Q_EMIT opened();
  startCheck();
}

void ConfigPresenter::setTexts(const QString& features, const QString& preprocessor) {
  if (features == features_ && preprocessor == preprocessor_) return;
  features_ = features;
  preprocessor_ = preprocessor;
  checking_ = true;
  rest_.start();
  Q_EMIT checked();
}

bool ConfigPresenter::edited() const {
  return features_ != original_.featuresYaml || preprocessor_ != original_.preprocessorYaml;
}

void ConfigPresenter::discard() { open(original_); }

void ConfigPresenter::startCheck() {
  rest_.stop();
  checking_ = true;
  const quint64 number = ++checkNumber_;
  inBackground<bundles::ConfigCheck>(
      this, [f = features_, p = preprocessor_] { return bundles::checkConfigs(f, p); },
      [this, number](const bundles::ConfigCheck& check) {
        if (number != checkNumber_) return;
        // While a file cannot be read at all, the graph before it is more use than none.
        const bool unreadable =
            check.graph.isEmpty() || (check.steps == 0 && check_.steps > 0 && !check.good());
        QList<bundles::ConfigNode> before = check_.graph;
        check_ = check;
        if (unreadable && !before.isEmpty()) check_.graph = std::move(before);
        checking_ = rest_.isActive();
        Q_EMIT checked();
      });
}

QString ConfigPresenter::whyNotBuild() const {
  if (!edited()) return tr("Nothing is edited yet");
  if (checking_) return tr("The configs are being checked");
  if (!check_.good()) return tr("Solve the problems first");
  return {};
}

QString ConfigPresenter::problemOf(const BuildOrder& order) const {
  if (!order.version.isEmpty()) {
    const absl::Status name = validateName("version", order.version.toStdString());
    if (!name.ok()) return QString::fromStdString(messageOf(name));
    if (order.version == original_.version)
      return tr("Version %1 exists; give another one, or none.").arg(order.version);
  }
  if (order.signingKey.isEmpty()) return tr("Choose the key that signs the bundle.");
  if (!QFileInfo(order.signingKey).isFile()) return tr("There is no key file %1.").arg(order.signingKey);
  if (order.target.isEmpty()) return tr("Choose where to write the bundle.");
  if (!QFileInfo(QFileInfo(order.target).path()).isDir())
    return tr("There is no folder %1.").arg(QFileInfo(order.target).path());
  return {};
}

void ConfigPresenter::exportTo(const QString& directory) {
  const QDir folder(directory);
  const QString headline = tr("The configs were not exported.");
  for (const auto& [name, text] : {std::pair(QStringLiteral("features.yaml"), features_),
                                   std::pair(QStringLiteral("preprocessor.yaml"), preprocessor_)}) {
    const QString path = folder.filePath(name);
    if (const QString problem = writeText(path, text); !problem.isEmpty()) {
      Q_EMIT failed(headline, tr("%1: %2. Choose another folder.").arg(path, problem));
      return;
    }
  }
  Q_EMIT succeeded(tr("features.yaml and preprocessor.yaml written to %1.").arg(folder.path()));
}

void ConfigPresenter::build(const BuildOrder& order) {
  const QString id = original_.id();
  auto ticket = std::make_shared<rpc::Ticket>();
  auto folder = std::make_shared<QTemporaryDir>();
  const QString archive = folder->filePath(QStringLiteral("original.aerie"));
  const int task = tasks_.begin(tr("Build a bundle from %1").arg(id), [ticket] { ticket->cancel(); });
  *ticket = api_.download(
      original_.model, original_.version, archive, this,
      [this, task](qint64 done, qint64 total) { tasks_.progress(task, done, total); },
      [this, order, archive, task, id, folder](const absl::StatusOr<qint64>& answer) {
        if (absl::IsCancelled(answer.status())) {
          tasks_.end(task, Task::State::Cancelled, tr("Cancelled"));
          return;
        }
        if (!answer.ok()) {
          tasks_.end(task, Task::State::Failed, detailOf(answer.status()));
          Q_EMIT failed(tr("The bundle of \"%1\" was not downloaded.").arg(id), detailOf(answer.status()));
          return;
        }
        bundles::Rebuild rebuild;
        rebuild.archive = archive;
        rebuild.digest = original_.digest;
        rebuild.featuresYaml = features_;
        rebuild.preprocessorYaml = preprocessor_;
        rebuild.version = order.version;
        rebuild.description = order.description;
        rebuild.signingKey = order.signingKey;
        rebuild.target = order.target;
        // The folder lives until the archive in it has been read.
        inBackground<absl::StatusOr<bundles::Rebuilt>>(
            this, [rebuild, folder] { return bundles::rebuild(rebuild); },
            [this, task](const absl::StatusOr<bundles::Rebuilt>& built) { finish(task, built); });
      });
}

void ConfigPresenter::finish(int task, const absl::StatusOr<bundles::Rebuilt>& built) {
  if (!built.ok()) {
    tasks_.end(task, Task::State::Failed, detailOf(built.status()));
    Q_EMIT failed(tr("No bundle was built."), detailOf(built.status()));
    return;
  }
  const QString message =
      tr("%1 written (%2), signed by %3.")
          .arg(built->path, models::sizeText(built->sizeBytes), models::shortDigest(built->signer));
  tasks_.end(task, Task::State::Done, message);
  Q_EMIT succeeded(message);
  Q_EMIT this->built(built->path);
}

}  // namespace aerie::presenters
