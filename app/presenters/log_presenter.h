// The log dock's lines: of one source at a time, a deployment, one replica, or a log file of a daemon of the
// local simulation. Only a visible log is followed. No widgets; GUI thread. Files are read in bounded pieces.
#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>
#include <vector>

#include "app/models/log_buffer.h"
#include "app/models/world.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

struct LogSource {
  QString id;     // "replica:arrival_delay_v2/arrival_delay_v2-0", "replica:.../arrival_delay_v2-0/sidecar"
  QString title;  // what is shown
  QString group;  // heading: the endpoint, or "Daemons"
  bool operator==(const LogSource&) const = default;
};

class LogPresenter final : public QObject {
  Q_OBJECT
 public:
  // `logDirectory`: where daemons of the local simulation write; empty when the context is not the
  // simulation.
  LogPresenter(rpc::DeploymentApi& api, const models::World& world, const QString& logDirectory,
               QObject* parent = nullptr);
  ~LogPresenter() override;

  models::LogBuffer* lines() { return &lines_; }
  // As of the last time that somebody saw them: hidden ones are not kept up to date.
  const std::vector<LogSource>& sources() const { return sources_; }
  const QString& source() const { return source_; }
  void select(const QString& id);
  void setShown(bool shown);
  void setCapacity(int lines) { lines_.setCapacity(lines); }
  // "following", "no log yet", or why it ended.
  const QString& state() const { return state_; }

 Q_SIGNALS:
  void sourcesChanged();
  void stateChanged();

 private:
  void refreshSources();
  void restart();
  void startStream(const QString& endpoint, const QString& replica);
  void startFile(const QString& path);
  bool openFile();
  void readFile();
  void setState(const QString& state);

  rpc::DeploymentApi& api_;
  const models::World& world_;
  const QString logDirectory_;
  models::LogBuffer lines_;
  std::vector<LogSource> sources_;
  QStringList ids_;  // what sources_ was made of
  QString source_;
  QString state_;
  bool shown_ = false;
  rpc::Ticket ticket_;
  quint64 number_ = 0;
  QFile file_;
  QByteArray rest_;  // the begun line at the end of the file
  QTimer poll_;
};

}  // namespace aerie::presenters
