// The contexts that this desktop knows: the local simulation first, always there, then the control planes
// that were added. Kept in QSettings without any secret. GUI thread.
#pragma once

#include <QList>
#include <QObject>

#include "app/rpc/profile.h"

namespace aerie::models {

class ProfileStore final : public QObject {
  Q_OBJECT
 public:
  explicit ProfileStore(QObject* parent = nullptr);

  static QString simulationId() { return QStringLiteral("simulation"); }
  const QList<rpc::Profile>& profiles() const { return profiles_; }
  const rpc::Profile* find(const QString& id) const;
  // Adds it (empty id: a new one is given) or replaces the one with its id; answers the id. The simulation
  // stays what it is.
  QString save(rpc::Profile profile);
  // The simulation cannot be removed.
  bool remove(const QString& id);
  // After a change of language: the simulation's name is ours, so it follows.
  void retranslate();
  // What keeps it from being saved: that of rpc::problemOf, or a name that another one has.
  QString problemOf(const rpc::Profile& profile) const;

  // The context to open at the next start; empty before anything was chosen.
  const QString& chosen() const { return chosen_; }
  void choose(const QString& id);

 Q_SIGNALS:
  void changed();

 private:
  void write() const;

  QList<rpc::Profile> profiles_;
  QString chosen_;
};

}  // namespace aerie::models
