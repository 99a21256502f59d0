// Bundle files on their way into the registry: each is checked here first, then sent when its owner says so.
// Several at once; what is wrong with one stands with it. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <vector>

#include "app/bundles/bundle_check.h"
#include "app/models/task_list.h"
#include "app/models/world.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

struct Registration {
  enum class State { Checking, Refused, Ready, Sending, Registered, Failed, Cancelled };
  int id = 0;
  QString path;
  QString name;  // of the file
  State state = State::Checking;
  bundles::BundleReport report = bundles::unchecked();
  QString problem;  // of the check or of the registry
  QString note;     // what is unusual but no obstacle: another signer than before, known content
  qint64 sent = 0;
  qint64 total = 0;
  QString registeredAs;  // "arrival_delay@4"
  bool operator==(const Registration&) const = default;
};

class RegistrationPresenter final : public QObject {
  Q_OBJECT
 public:
  RegistrationPresenter(rpc::RegistryApi& api, models::World& world, models::TaskList& tasks,
                        QObject* parent = nullptr);

  // Starts their checks. A file that is in the list already is checked anew, unless it is on its way.
  void add(const QStringList& paths);
  void remove(int id);  // one that is not being sent
  void sendReady();
  // Forgets those that are over; the others go on.
  void clearFinished();

  const std::vector<Registration>& items() const { return items_; }
  int count(Registration::State state) const;

 Q_SIGNALS:
  void changed();
  void registered(const QString& model, const QString& version);
  void succeeded(const QString& message);

 private:
  Registration* find(int id);
  void check(Registration& item);
  void checked(int id, const bundles::BundleReport& report);
  void send(Registration& item);
  QString noteOf(const bundles::BundleReport& report) const;

  rpc::RegistryApi& api_;
  models::World& world_;
  models::TaskList& tasks_;
  std::vector<Registration> items_;
  int lastId_ = 0;
};

}  // namespace aerie::presenters
