#include "app/presenters/registration_presenter.h"

#include <QFileInfo>
#include <algorithm>
#include <memory>

#include "app/presenters/background.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using models::Task;
using State = Registration::State;

RegistrationPresenter::RegistrationPresenter(rpc::RegistryApi& api, models::World& world,
                                             models::TaskList& tasks, QObject* parent)
    : QObject(parent), api_(api), world_(world), tasks_(tasks) {}

Registration* RegistrationPresenter::find(int id) {
  const auto it =
      std::find_if(items_.begin(), items_.end(), [id](const Registration& r) { return r.id == id; });
  return it == items_.end() ? nullptr : &*it;
}

int RegistrationPresenter::count(State state) const {
  return static_cast<int>(std::count_if(items_.begin(), items_.end(),
                                        [state](const Registration& r) { return r.state == state; }));
}

void RegistrationPresenter::add(const QStringList& paths) {
  for (const QString& path : paths) {
    auto it =
        std::find_if(items_.begin(), items_.end(), [&](const Registration& r) { return r.path == path; });
    if (it != items_.end() && it->state == State::Sending) continue;
    if (it != items_.end()) items_.erase(it);
    Registration item;
    item.id = ++lastId_;
    item.path = path;
    item.name = QFileInfo(path).fileName();
    items_.push_back(item);
    check(items_.back());
  }
  Q_EMIT changed();
}

void RegistrationPresenter::check(Registration& item) {
  item.state = State::Checking;
  inBackground<bundles::BundleReport>(
      this, [path = item.path] { return bundles::checkBundle(path); },
      [this, id = item.id](const bundles::BundleReport& report) { checked(id, report); });
}

void RegistrationPresenter::checked(int id, const bundles::BundleReport& report) {
  Registration* item = find(id);
  if (!item) return;  // removed meanwhile
  item->report = report;
  item->problem = report.problem;
  item->state = report.good() ? State::Ready : State::Refused;
  item->note = report.good() ? noteOf(report) : QString();
  if (report.good()) {
    const rpc::ModelVersion* same = world_.version(report.model, report.version);
    if (same && !report.version.isEmpty() && same->digest != report.digest) {
      item->state = State::Refused;
      item->problem = tr("%1 is registered already with other content, and a version never changes. Give the "
                         "bundle another version and pack it again.")
                          .arg(same->id());
    }
  }
  Q_EMIT changed();
}

QString RegistrationPresenter::noteOf(const bundles::BundleReport& report) const {
  const rpc::Model* model = world_.model(report.model);
  if (!model) return tr("The first version of a new model.");
  bool signerKnown = false;
  for (const rpc::ModelVersion& v : model->versions) {
    if (v.digest == report.digest)
      return tr("The same content is registered as %1; nothing will change.").arg(v.id());
    signerKnown = signerKnown || v.signer == report.signer;
  }
  if (signerKnown) return {};
  return tr(
      "No version of this model was signed with this key so far. The registry accepts trusted keys only.");
}

void RegistrationPresenter::remove(int id) {
  std::erase_if(items_, [id](const Registration& r) { return r.id == id && r.state != State::Sending; });
  Q_EMIT changed();
}

void RegistrationPresenter::clearFinished() {
  std::erase_if(items_, [](const Registration& r) { return r.state != State::Sending; });
  Q_EMIT changed();
}

void RegistrationPresenter::sendReady() {
  for (Registration& item : items_) {
    if (item.state == State::Ready) send(item);
  }
  Q_EMIT changed();
}

void RegistrationPresenter::send(Registration& item) {
  item.state = State::Sending;
  item.total = static_cast<qint64>(item.report.sizeBytes);
  // The ticket exists only after the call began, the task must exist before: they share it.
  auto ticket = std::make_shared<rpc::Ticket>();
  const int task = tasks_.begin(tr("Register %1").arg(item.name), [ticket] { ticket->cancel(); });
  const int id = item.id;
  *ticket = api_.registerBundle(
      item.path, this,
      [this, id, task](qint64 done, qint64 total) {
        tasks_.progress(task, done, total);
        if (Registration* at = find(id)) {
          at->sent = done;
          at->total = total;
          Q_EMIT changed();
        }
      },
      [this, id, task](const absl::StatusOr<rpc::ModelVersion>& answer) {
        Registration* at = find(id);
        if (absl::IsCancelled(answer.status())) {
          tasks_.end(task, Task::State::Cancelled, tr("Cancelled"));
          if (at) at->state = State::Cancelled;
        } else if (!answer.ok()) {
          tasks_.end(task, Task::State::Failed, detailOf(answer.status()));
          if (at) {
            at->state = State::Failed;
            at->problem = detailOf(answer.status());
          }
        } else {
          const QString message = tr("%1 is registered.").arg(answer->id());
          tasks_.end(task, Task::State::Done, message);
          if (at) {
            at->state = State::Registered;
            at->registeredAs = answer->id();
          }
          Q_EMIT registered(answer->model, answer->version);
          Q_EMIT succeeded(message);
        }
        Q_EMIT changed();
      });
}

}  // namespace aerie::presenters
