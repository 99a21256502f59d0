// Monitoring, hosts and audit in memory: alerts, hosts and entries are lists to edit; series and histograms
// are functions of time and labels alone, so that every run and every picture shows the same. Answers are
// queued and guarded by their context, as ticket.h promises.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <vector>

#include "app/rpc/api.h"

namespace aerie::testing {

class FakeMonitoring final : public rpc::MonitoringApi, public rpc::HostsApi, public rpc::AuditApi {
 public:
  // ---- the state, free to edit
  // What series there are: labels of each leaf, e.g. {endpoint, replica}. A query finds the leaves that have
  // its labels and all labels that it groups by.
  QList<QMap<QString, QString>> leaves;
  // The value of one leaf at one time; null = a calm built-in shape.
  std::function<std::optional<double>(const QString& metric, const QMap<QString, QString>& leaf, qint64 ms)>
      value;
  qint64 oldestMs = 0;  // no points before
  qint64 newestMs = 0;  // nor after; 0 = no bound
  QList<rpc::Alert> alerts;
  QList<rpc::Marker> markers;
  QStringList scoreArms;  // "experiment:arm"
  QList<rpc::Host> hosts;
  QList<rpc::AuditEntry> audit;

  // ---- what tests look at and turn
  QStringList calls;  // "queryMetrics 3", "listAlerts"
  QList<rpc::MetricsQuery> queries;
  absl::Status failNext;  // not OK: the next question answers this instead
  bool reachable = true;  // false: every question fails as Unavailable
  bool hold = false;      // keep answers until release()
  void release();

  // ---- the interfaces
  rpc::Ticket queryMetrics(const rpc::MetricsQuery& query, QObject* context,
                           rpc::Answer<rpc::MetricsAnswer> answer) override;
  rpc::Ticket listAlerts(bool includeResolved, QObject* context,
                         rpc::Answer<QList<rpc::Alert>> answer) override;
  rpc::Ticket listMarkers(qint64 fromMs, qint64 toMs, QObject* context,
                          rpc::Answer<QList<rpc::Marker>> answer) override;
  rpc::Ticket scoreHistogram(const QString& useCase, qint64 fromMs, qint64 toMs, QObject* context,
                             rpc::Answer<rpc::ScoreHistogram> answer) override;
  rpc::Ticket listHosts(QObject* context, rpc::Answer<QList<rpc::Host>> answer) override;
  rpc::Ticket listAudit(const rpc::AuditQuery& query, QObject* context,
                        rpc::Answer<QList<rpc::AuditEntry>> answer) override;

 private:
  template <class T>
  rpc::Ticket later(const QString& call, QObject* context, rpc::Answer<T> answer, std::function<T()> decide);

  QObject gui_;
  std::vector<std::function<void()>> held_;
};

// Two endpoints with two replicas each, one experiment, one proxy; three alerts, a day of markers and audit
// entries, this machine with its processes. `now` is the moment that the rest of the demo shows.
void fillMonitoringDemo(FakeMonitoring& monitoring, qint64 now);

}  // namespace aerie::testing
