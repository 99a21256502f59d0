// What the overview shows: whether all is well, in one sentence; the numbers that matter with their last
// quarter of an hour; the topology; alerts by urgency; what changed lately. Live numbers come from the world,
// history from the control plane, asked for only while shown. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "app/models/id_table_model.h"
#include "app/presenters/topology_builder.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

// Something that wants a look: an alert of the control plane, or what the world itself shows.
struct Concern {
  QString id;
  models::Tone tone = models::Tone::Warning;
  QString kind;  // as Page::openObject names it; empty = nothing to open
  QString subject;
  QString message;
  qint64 sinceMs = 0;  // 0 = not known
  QString age;
  bool operator==(const Concern&) const = default;
};
struct Change {
  quint64 sequence = 0;
  QString kind;  // as in Concern
  QString subject;
  QString text;  // "Deployed arrival_delay_v2: 3 replicas"
  QString actor;
  qint64 atMs = 0;
  QString age;
  bool operator==(const Change&) const = default;
};
using ConcernTable = models::IdTableModel<Concern>;
using ChangeTable = models::IdTableModel<Change>;

class OverviewPresenter final : public QObject {
  Q_OBJECT
 public:
  struct TileData {
    QString value;
    QString note;
    models::Tone tone = models::Tone::None;
    QList<double> samples = {};
    // Against the beginning of the samples; nothing while they are too few.
    std::optional<double> change = {};
    bool operator==(const TileData&) const = default;
  };
  enum Tile { Items, Latency, Errors, Workers, Alerts, TileCount };
  enum class State { Loading, Empty, Ready };

  OverviewPresenter(rpc::MonitoringApi& monitoring, rpc::AuditApi& audit, models::World& world,
                    QObject* parent = nullptr);

  State state() const;
  TileData tile(int tile) const;
  // "All is well", or how many things to look at; the second line has the reason or the figures.
  QString verdict() const;
  QString reason() const;
  models::Tone tone() const;
  const Graph& graph() const { return graph_; }
  ConcernTable* concerns() const { return concerns_; }
  ChangeTable* changes() const { return changes_; }
  bool concernsKnown() const { return alertsKnown_; }
  bool changesKnown() const { return changesKnown_; }
  // Why alerts, history or changes are not up to date, or empty.
  QString problem() const;

  void setShown(bool shown);
  void refresh();

 Q_SIGNALS:
  void changed();        // tiles, verdict, graph
  void tablesChanged();  // concerns, changes

 private:
  void tick();
  void askAlerts();
  void askHistory();
  void askChanges();
  void worldChanged();
  void rebuild();
  QList<Concern> worldConcerns() const;
  QList<Concern> allConcerns() const;
  void takeHistory(const rpc::MetricsAnswer& answer);
  bool took(int question, const absl::Status& status);
  qint64 now() const { return world_.status().nowMs; }
  int ready() const;
  int wanted() const;
  double p99() const;

  rpc::MonitoringApi& monitoring_;
  rpc::AuditApi& audit_;
  models::World& world_;
  TopologyBuilder builder_;
  Graph graph_;
  QHash<QString, EndpointFacts> facts_;
  QList<double> history_[3];  // items, p99, errors
  QList<rpc::Alert> alerts_;
  QList<rpc::AuditEntry> entries_;
  bool alertsKnown_ = false;
  bool changesKnown_ = false;
  QString problems_[3];  // by question
  bool shown_ = false;
  bool asking_[3] = {};  // alerts, history, changes
  int ticks_ = 0;
  QTimer timer_;
  QTimer paint_;  // numbers that change faster than this cannot be read
  ConcernTable* concerns_;
  ChangeTable* changes_;
};

// The page that shows the subject of an audit entry's action, as Page::openObject names kinds.
QString kindOfAction(const QString& action);

}  // namespace aerie::presenters
