// What the experiments page does: the list, creating, starting, stopping, ramping (staged, see
// StagedChanges), and how the chosen experiment does. No widgets; GUI thread.
#pragma once

#include <QMap>
#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/models/traffic_tables.h"
#include "app/models/world.h"
#include "app/presenters/staged_changes.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

// The steps of a ramp, basis points of coverage.
inline constexpr int kRampSteps[] = {500, 2'000, 5'000, 10'000};

// One arm of the chosen experiment: what is intended, what happened, and its outcome beside the first arm's.
struct ArmOutcome {
  QString arm;
  QString endpoint;
  int series = -1;
  double intended = 0;
  std::optional<double> actual;  // none while nothing was counted
  quint64 items = 0;
  quint64 errors = 0;
  double errorShare = 0;
  double p50Ms = 0;
  double p99Ms = 0;
  QString metric;  // empty: no outcome is known
  quint64 outcomes = 0;
  double mean = 0;
  std::optional<double> difference;  // to the first arm; absolute
  rpc::Interval interval;            // of the difference, 95 %
  double pValue = 1;
  bool operator==(const ArmOutcome&) const = default;
};

class ExperimentsPresenter final : public QObject {
  Q_OBJECT
 public:
  // `staged` is the one that the routing page shows, too.
  ExperimentsPresenter(rpc::ExperimentApi& api, StagedChanges& staged, models::World& world,
                       QObject* parent = nullptr);

  models::ExperimentTable* table() const { return table_; }
  bool loaded() const { return world_.complete(); }
  void select(const QString& name);
  const QString& selected() const { return selected_; }
  const rpc::Experiment* experiment() const { return world_.experiment(selected_); }
  QStringList useCasesOf(const QString& experiment) const;
  // The results are asked for while this is true, every two seconds.
  void setActive(bool active);

  // ---- creating. Problems by field: name, layer, share, coverage, arms; empty when all is well.
  QMap<QString, QString> problemsOf(const rpc::ExperimentDraft& draft) const;
  double freeShare(const QString& layer) const;  // 0..1 of the layer's keys
  QStringList layers() const;
  void create(const rpc::ExperimentDraft& draft);

  // ---- its life
  QString whyNotStart() const;  // empty: it can be started
  QString whyNotStop() const;
  QString whyNotEdit() const;
  // What starting or stopping does to live traffic, in a sentence or two.
  QString startEffect() const;
  QString stopEffect() const;
  void start();
  void stop();
  bool busy() const { return busy_; }

  // ---- ramp and split, staged
  StagedChanges& staged() { return staged_; }
  const StagedChanges& staged() const { return staged_; }
  int coverage() const { return staged_.coverage(selected_); }
  std::vector<int> weights() const { return staged_.weights(selected_); }
  void stageCoverage(int basisPoints);
  void stage(const std::vector<int>& weights, int coverage);
  int nextStep() const;  // of the ramp, above what is staged; 0 when it is at the top
  BucketPreview preview() const { return staged_.preview(selected_); }
  std::vector<int> armSeries() const;

  // ---- results
  std::vector<ArmOutcome> arms() const;
  // How the difference of the shown metric to the first arm went on, ascending; empty while nothing is known.
  QList<rpc::EffectPoint> effects(const QString& arm) const;
  QStringList metrics() const;  // that were reported
  void selectMetric(const QString& metric);
  QString metric() const;
  const std::optional<rpc::ExperimentResults>& results() const { return results_; }
  const QString& resultsProblem() const { return resultsProblem_; }
  // Does the observed split fit the intended one?
  models::Tone ratioTone() const;
  QString ratioWord() const;
  QString ratioNumbers() const;  // the numbers behind it

 Q_SIGNALS:
  void listChanged();
  void selectionChanged();
  void stagedChanged();
  void resultsChanged();
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);
  // It exists now; the page may choose it.
  void created(const QString& name);

 private:
  void refresh();
  void loadResults();
  void change(rpc::Ticket ticket) { changeTicket_ = ticket; }
  QString endpointOf(const QString& arm) const;
  QString trafficText() const;  // "5.6k items/s"
  QStringList defaultEndpoints() const;

  rpc::ExperimentApi& api_;
  StagedChanges& staged_;
  models::World& world_;
  models::ExperimentTable* table_;
  QString selected_;
  QString pending_;  // created, and to be chosen as soon as the world shows it
  QString metric_;
  bool active_ = false;
  bool busy_ = false;
  std::optional<rpc::ExperimentResults> results_;
  QString resultsProblem_;
  quint64 resultsNumber_ = 0;
  QTimer resultsTimer_;
  rpc::Ticket resultsTicket_;
  rpc::Ticket changeTicket_;
};

}  // namespace aerie::presenters
