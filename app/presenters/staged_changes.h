// Changes of traffic that are prepared but not made: splits of experiments and routing configs. Every page
// shows the same list; applying asks first whether each of them would be taken, and changes nothing when one
// would not. Then it sends them one after the other and stops at the first refusal, so that what is still
// listed is exactly what did not happen. Edits can be undone and redone; after applying, undo stages
// the way back. GUI thread.
#pragma once

#include <QMap>
#include <QObject>
#include <optional>
#include <vector>

#include "app/models/world.h"
#include "app/presenters/bucket_preview.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

struct DiffLine {
  QString what;
  QString before;  // empty: it is new
  QString after;   // empty: it goes
  bool operator==(const DiffLine&) const = default;
};

struct StagedChange {
  QString id;  // "split/EXPERIMENT" or "routing/USE_CASE"
  QString title;
  QList<DiffLine> lines;
  std::optional<quint32> affected;  // buckets whose keys get something else; none for routing
  quint32 joined = 0;
  bool outdated = false;  // somebody else changed it since it was staged
};

class StagedChanges final : public QObject {
  Q_OBJECT
 public:
  StagedChanges(rpc::RoutingApi& routing, rpc::ExperimentApi& experiments, models::World& world,
                QObject* parent = nullptr);

  QList<StagedChange> changes() const;
  int count() const;
  bool outdated() const;

  // ---- one experiment; basis points
  bool hasSplit(const QString& experiment) const;
  std::vector<int> weights(const QString& experiment) const;  // staged, else what runs
  int coverage(const QString& experiment) const;              // likewise
  bool splitOutdated(const QString& experiment) const;
  // What equals the running state is no change and drops out. Unknown or stopped experiments are ignored.
  void stageSplit(const QString& experiment, const std::vector<int>& weights, int coverage);
  BucketPreview preview(const QString& experiment) const;

  // ---- one use case
  bool hasRouting(const QString& useCase) const;
  std::optional<rpc::Routing> routing(const QString& useCase) const;  // staged, else what runs
  bool routingOutdated(const QString& useCase) const;
  void stageRouting(const rpc::Routing& wanted);

  // Edits of one thing are one step of undo until this is called.
  void endGesture() { gesture_.clear(); }
  bool canUndo() const { return !applying_ && (!undo_.empty() || !wayBack_.empty()); }
  bool canRedo() const { return !applying_ && !redo_.empty(); }
  // True while undo would take back what was applied, not an edit.
  bool undoesApplied() const { return undo_.empty() && !wayBack_.empty(); }
  void undo();
  void redo();

  void discard(const QString& id);
  void discardAll();
  // Outdated changes are meant for the new state, too.
  void restage();
  void apply();
  bool applying() const { return applying_; }

 Q_SIGNALS:
  void changed();
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  struct Split {
    std::vector<int> weights;
    int coverage = 0;
    quint64 revision = 0;  // of the experiment that it was made for
    quint64 landed = 0;    // not 0: applied, and only waits for the world to show this revision
    bool operator==(const Split&) const = default;
  };
  struct RoutingDraft {
    rpc::Routing wanted;  // revision: the one that it was made for
    quint64 landed = 0;
    bool operator==(const RoutingDraft&) const = default;
  };
  struct State {
    QMap<QString, Split> splits;
    QMap<QString, RoutingDraft> routings;
    bool empty() const { return splits.isEmpty() && routings.isEmpty(); }
    bool operator==(const State&) const = default;
  };
  void edit(const QString& gesture, State next);
  void prune();
  bool splitSame(const QString& name, const Split& split) const;
  bool routingSame(const rpc::Routing& wanted) const;
  void checkNext();
  void applyNext();
  Split running(const rpc::Experiment& e) const;
  rpc::WeightsChange changeOf(const QString& name, const Split& split) const;
  void applyRouting(const rpc::Routing& wanted);
  void applySplit(const QString& name, const Split& split);
  // True when the answer was good and the next one may go. `change`: not only a check.
  bool took(const absl::Status& status, const QString& subject, bool change = true);
  void finish();

  rpc::RoutingApi& routingApi_;
  rpc::ExperimentApi& experimentApi_;
  models::World& world_;
  State state_;
  std::vector<State> undo_;
  std::vector<State> redo_;
  State wayBack_;  // what ran before the last apply
  QString gesture_;
  bool applying_ = false;
  QStringList unchecked_;  // ids
  int applied_ = 0;        // in this run
  quint32 moved_ = 0;
  QString lastTitle_;
};

// What differs, line by line, in words.
QList<DiffLine> diffOf(const rpc::Routing& before, const rpc::Routing& after);

}  // namespace aerie::presenters
