#include "app/rpc/convert.h"
#include "app/rpc/grpc_services.h"

namespace aerie::rpc {
namespace {

template <class Repeated>
auto listOf(const Repeated& from) {
  QList<decltype(fromProto(*from.begin()))> out;
  out.reserve(from.size());
  for (const auto& item : from) out.append(fromProto(item));
  return out;
}

}  // namespace

Ticket GrpcExperimentApi::results(const QString& experiment, QObject* context,
                                  Answer<ExperimentResults> answer) {
  v1::ExperimentResultsRequest request;
  request.set_experiment(experiment.toStdString());
  return unary<v1::ExperimentResultsResponse, ExperimentResults>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        monitoring_->async()->GetExperimentResults(ctx, req, resp, done);
      },
      [](const v1::ExperimentResultsResponse& r) { return fromProto(r); }, std::move(answer));
}

Ticket GrpcMonitoringApi::queryMetrics(const MetricsQuery& query, QObject* context,
                                       Answer<MetricsAnswer> answer) {
  return unary<v1::QueryMetricsResponse, MetricsAnswer>(
      home_, context, toProto(query),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->QueryMetrics(ctx, req, resp, done);
      },
      [](const v1::QueryMetricsResponse& r) { return fromProto(r); }, std::move(answer));
}

Ticket GrpcMonitoringApi::listAlerts(bool includeResolved, QObject* context, Answer<QList<Alert>> answer) {
  v1::ListAlertsRequest request;
  request.set_include_resolved(includeResolved);
  return unary<v1::ListAlertsResponse, QList<Alert>>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->ListAlerts(ctx, req, resp, done);
      },
      [](const v1::ListAlertsResponse& r) { return listOf(r.alerts()); }, std::move(answer));
}

Ticket GrpcMonitoringApi::listMarkers(qint64 fromMs, qint64 toMs, QObject* context,
                                      Answer<QList<Marker>> answer) {
  v1::ListMarkersRequest request;
  request.set_from_unix_ms(fromMs);
  request.set_to_unix_ms(toMs);
  return unary<v1::ListMarkersResponse, QList<Marker>>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->ListMarkers(ctx, req, resp, done);
      },
      [](const v1::ListMarkersResponse& r) { return listOf(r.markers()); }, std::move(answer));
}

Ticket GrpcMonitoringApi::scoreHistogram(const QString& useCase, qint64 fromMs, qint64 toMs, QObject* context,
                                         Answer<ScoreHistogram> answer) {
  v1::ScoreHistogramRequest request;
  request.set_use_case(useCase.toStdString());
  request.set_from_unix_ms(fromMs);
  request.set_to_unix_ms(toMs);
  return unary<v1::ScoreHistogramResponse, ScoreHistogram>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->GetScoreHistogram(ctx, req, resp, done);
      },
      [](const v1::ScoreHistogramResponse& r) { return fromProto(r); }, std::move(answer));
}

Ticket GrpcMonitoringApi::listHosts(QObject* context, Answer<QList<Host>> answer) {
  return unary<v1::ListHostsResponse, QList<Host>>(
      home_, context, v1::ListHostsRequest(),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->ListHosts(ctx, req, resp, done);
      },
      [](const v1::ListHostsResponse& r) { return listOf(r.hosts()); }, std::move(answer));
}

Ticket GrpcMonitoringApi::listAudit(const AuditQuery& query, QObject* context,
                                    Answer<QList<AuditEntry>> answer) {
  v1::ListAuditRequest request;
  request.set_since_sequence(query.sinceSequence);
  request.set_limit(query.limit);
  request.set_search(query.search.toStdString());
  return unary<v1::ListAuditResponse, QList<AuditEntry>>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        system_->async()->ListAudit(ctx, req, resp, done);
      },
      [](const v1::ListAuditResponse& r) { return listOf(r.entries()); }, std::move(answer));
}

}  // namespace aerie::rpc
