// What the routing page does: choose a use case, see its live flow, and edit the split of an experiment as a
// draft with a preview of the buckets that would move. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/models/world.h"
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

  QStringList experiments() const;  // of this use case
  void selectExperiment(const QString& name);
  const QString& experimentName() const { return experiment_; }
  const rpc::Experiment* experiment() const { return world_.experiment(experiment_); }

  // ---- the draft: basis points by arm, in the experiment's order
  QStringList armNames() const;
  const std::vector<int>& draft() const { return draft_; }
  std::vector<int> appliedWeights() const;
  int draftCoverage() const { return draftCoverage_; }  // basis points
  bool dirty() const;
  void setDraft(const std::vector<int>& weights);
  void setDraftCoverage(int basisPoints);
  void discard();
  void apply();
  // The experiment was changed by somebody else since the draft began.
  bool outdated() const;
  std::optional<quint32> bucketsMoved() const { return bucketsMoved_; }
  bool applying() const { return applying_; }

  models::RoutingTable* history() const { return history_; }

 Q_SIGNALS:
  void useCasesChanged();
  void flowChanged();
  void draftChanged();
  void previewChanged();
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  void refresh();
  void resetDraft();
  void schedulePreview();
  void preview();
  void loadHistory();
  rpc::WeightsChange change(bool dryRun) const;

  rpc::RoutingApi& routingApi_;
  rpc::ExperimentApi& experimentApi_;
  models::World& world_;
  models::RoutingTable* history_;
  QString useCase_;
  QString experiment_;
  std::vector<int> draft_;
  int draftCoverage_ = 0;
  quint64 draftRevision_ = 0;
  bool draftTouched_ = false;
  quint64 historyRevision_ = 0;
  std::optional<quint32> bucketsMoved_;
  bool applying_ = false;
  QTimer previewTimer_;
  rpc::Ticket previewTicket_;
  quint64 previewNumber_ = 0;
  rpc::Ticket historyTicket_;
};

}  // namespace aerie::presenters
