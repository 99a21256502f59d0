// aerie.v1.MonitoringService: history, alerts, markers, scores, hosts, outcomes and results of experiments.
#pragma once

#include "aerie/v1/monitoring.grpc.pb.h"
#include "services/control/environment.h"
#include "services/control/monitor.h"

namespace aerie::control {

class MonitoringService final : public v1::MonitoringService::CallbackService {
 public:
  static constexpr int kMaxSelectors = 50;
  static constexpr std::uint32_t kDefaultPoints = 300, kMaxPoints = 2'000;
  static constexpr int kMaxOutcomes = 1'000;
  static constexpr std::size_t kMaxOutcomeMetrics = 50;  // of one experiment

  MonitoringService(Environment& environment, const Monitor& monitor, const monitoring::History& history,
                    monitoring::Ledger& ledger, const monitoring::EffectBook& effects)
      : environment_(environment), monitor_(monitor), history_(history), ledger_(ledger), effects_(effects) {}

  grpc::ServerUnaryReactor* QueryMetrics(grpc::CallbackServerContext* context,
                                         const v1::QueryMetricsRequest* request,
                                         v1::QueryMetricsResponse* response) override;
  grpc::ServerUnaryReactor* ListAlerts(grpc::CallbackServerContext* context,
                                       const v1::ListAlertsRequest* request,
                                       v1::ListAlertsResponse* response) override;
  grpc::ServerUnaryReactor* ListMarkers(grpc::CallbackServerContext* context,
                                        const v1::ListMarkersRequest* request,
                                        v1::ListMarkersResponse* response) override;
  grpc::ServerUnaryReactor* GetScoreHistogram(grpc::CallbackServerContext* context,
                                              const v1::ScoreHistogramRequest* request,
                                              v1::ScoreHistogramResponse* response) override;
  grpc::ServerUnaryReactor* ListHosts(grpc::CallbackServerContext* context,
                                      const v1::ListHostsRequest* request,
                                      v1::ListHostsResponse* response) override;
  grpc::ServerUnaryReactor* RecordOutcomes(grpc::CallbackServerContext* context,
                                           const v1::RecordOutcomesRequest* request,
                                           v1::RecordOutcomesResponse* response) override;
  grpc::ServerUnaryReactor* GetExperimentResults(grpc::CallbackServerContext* context,
                                                 const v1::ExperimentResultsRequest* request,
                                                 v1::ExperimentResultsResponse* response) override;

 private:
  absl::Status query(const v1::QueryMetricsRequest& request, v1::QueryMetricsResponse& response) const;
  absl::Status markers(const v1::ListMarkersRequest& request, v1::ListMarkersResponse& response) const;
  absl::Status scores(const v1::ScoreHistogramRequest& request, v1::ScoreHistogramResponse& response) const;
  absl::Status record(const v1::RecordOutcomesRequest& request);
  absl::Status results(const std::string& experiment, v1::ExperimentResultsResponse& response) const;

  Environment& environment_;
  const Monitor& monitor_;
  const monitoring::History& history_;
  monitoring::Ledger& ledger_;
  const monitoring::EffectBook& effects_;
};

}  // namespace aerie::control
