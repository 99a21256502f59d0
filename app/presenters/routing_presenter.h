// What the routing page does: choose a use case, see its live flow, prepare changes of splits and of the
// config (see StagedChanges), go back to an older config, and ask where keys go. No widgets; GUI thread.
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

// One way that items take: use case -> experiment -> arm -> endpoint. Items outside any experiment have no
// arm.
struct FlowPath {
  QString experiment;
  QString arm;
  QString endpoint;
  QString version;  // that the endpoint serves now; empty when not known
  int series = 0;
  double itemsPerSecond = 0;
  double failedPerSecond = 0;
  std::optional<double> intended;  // share within the experiment; none for the default path
  std::optional<double> actual;    // likewise, from the live rates; none while nothing flows
  bool operator==(const FlowPath&) const = default;
};

class RoutingPresenter final : public QObject {
  Q_OBJECT
 public:
  RoutingPresenter(rpc::RoutingApi& routing, rpc::ExperimentApi& experiments, models::World& world,
                   QObject* parent = nullptr);

  QStringList useCases() const;
  void selectUseCase(const QString& useCase);
  const QString& useCase() const { return useCase_; }
  const rpc::Routing* routing() const { return world_.routing(useCase_); }
  models::UseCaseRate rate() const { return world_.flow().useCase(useCase_); }
  std::vector<FlowPath> paths() const;
  // "Config #14 runs on 2 proxies", or what a proxy refused and why.
  QString configSentence() const;
  models::Tone configTone() const;
  const models::World& world() const { return world_; }

  QStringList experiments() const;  // of this use case
  void selectExperiment(const QString& name);
  const QString& experimentName() const { return experiment_; }
  const rpc::Experiment* experiment() const { return world_.experiment(experiment_); }
  QStringList armNames() const;
  // Colours of the arms: their endpoints', or their own where two share an endpoint.
  std::vector<int> armSeries() const;
  QString endpointOf(const QString& arm) const;  // of the chosen experiment, as it runs

  // ---- changes; weights and coverage of the chosen experiment in basis points
  StagedChanges& staged() { return staged_; }
  const StagedChanges& staged() const { return staged_; }
  std::vector<int> draft() const { return staged_.weights(experiment_); }
  std::vector<int> appliedWeights() const;
  int draftCoverage() const { return staged_.coverage(experiment_); }
  bool dirty() const { return staged_.hasSplit(experiment_); }
  bool outdated() const { return staged_.splitOutdated(experiment_); }
  void setDraft(const std::vector<int>& weights);
  void setDraftCoverage(int basisPoints);
  BucketPreview preview() const { return staged_.preview(experiment_); }
  void apply() { staged_.apply(); }
  bool applying() const { return staged_.applying(); }

  // ---- the config as it is edited. Names to choose from:
  QStringList endpoints() const;
  QStringList knownExperiments() const;
  rpc::ExperimentRoute routeFor(const QString& experiment) const;  // all its arms, to the default endpoint
  // What the control plane says about the staged config, by field: "experiments[0].arms[1].worker_endpoint";
  // "" = the config as a whole.
  const QMap<QString, QString>& problems() const { return problems_; }
  bool validating() const { return validating_; }

  // A first routing for a use case that has none. Made at once: there is nothing that it could change.
  QString problemOfNew(const QString& useCase, const QString& endpoint) const;  // empty: all is well
  void create(const QString& useCase, const QString& endpoint);

  models::RoutingTable* history() const { return history_; }
  QString historyProblem() const { return historyProblem_; }
  // Stages the config of an earlier revision. False when it is not listed or is what runs.
  bool revertTo(const QString& historyKey);

  // ---- where keys go
  void inspect(const QString& text);
  models::KeyTraceTable* traces() const { return traces_; }
  QString inspectorHint() const;  // which column a line is
  QString inspectorProblem() const { return inspectorProblem_; }
  QString tracesAsCsv() const;

 Q_SIGNALS:
  void useCasesChanged();
  void flowChanged();
  void draftChanged();
  void problemsChanged();
  void historyChanged();
  void tracesChanged();
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  void refresh();
  void stagedChanged();
  void validate();
  void revalidateWhenNamesChange();
  void loadHistory();
  void traceKeys();
  FlowPath pathOf(const QList<models::FlowRate>& flows, const QString& experiment, const QString& arm,
                  const QString& endpoint) const;

  rpc::RoutingApi& routingApi_;
  models::World& world_;
  StagedChanges staged_;
  models::RoutingTable* history_;
  models::KeyTraceTable* traces_;
  QString useCase_;
  QString experiment_;
  quint64 historyRevision_ = 0;
  QString pending_;  // routed, and to be chosen as soon as the world shows it
  QString historyProblem_;
  rpc::Ticket historyTicket_;
  QMap<QString, QString> problems_;
  bool validating_ = false;
  std::optional<rpc::Routing> validated_;  // what the last question was about
  quint64 validateNumber_ = 0;
  QStringList validatedNames_;  // endpoints and experiments that there were then
  QTimer validateTimer_;
  rpc::Ticket validateTicket_;
  QString inspected_;
  QString inspectorProblem_;
  QTimer traceTimer_;
};

// Where in a config a refusal points to, and what it says there: "use case 'x': shadows[0].sample: 2 is not
// in 0..1" gives {"shadows[0].sample", "2 is not in 0..1"}. Without a field: {"", message}.
std::pair<QString, QString> fieldOf(const QString& message);

}  // namespace aerie::presenters
