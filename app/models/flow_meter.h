// From the proxies' cumulative counters to live rates. Pure: time comes from the status stamps by the caller.
//
// Proxies report about once a second, each when it likes; a status repeats what each reported last. So a
// status tells of a proxy's traffic only when that proxy's counters moved, and each proxy has its own window:
// its rates are items over the time between its own reports. Rates of proxies add up. A proxy that restarted
// (its start time changed, or a counter went back) starts a new series and costs one interval, never a
// negative rate.
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <deque>
#include <tuple>
#include <utility>

#include "app/rpc/types.h"

namespace aerie::models {

struct FlowRate {
  QString useCase;
  QString experiment;  // empty: no experiment
  QString arm;
  QString endpoint;
  double itemsPerSecond = 0;
  double failedPerSecond = 0;
  quint64 items = 0;  // seen in total
  bool operator==(const FlowRate&) const = default;
};

struct UseCaseRate {
  double itemsPerSecond = 0;
  double requestsPerSecond = 0;
  double failedShare = 0;  // of the window's items
  double notCoveredShare = 0;
  double withoutKeyShare = 0;
  double p50Ms = 0;  // of the proxy with the most items
  double p99Ms = 0;
  bool operator==(const UseCaseRate&) const = default;
};

class FlowMeter final {
 public:
  static constexpr qint64 kReportMs = 1'000;  // from report to report of a proxy

  explicit FlowMeter(qint64 windowMs = 5'000) : windowMs_(windowMs) {}

  // `nowMs` grows from call to call; a status that is not newer than the last one replaces nothing and is
  // ignored.
  void add(qint64 nowMs, const QList<rpc::ProxyStatus>& proxies);

  QList<FlowRate> flows(const QString& useCase) const;
  UseCaseRate useCase(const QString& useCase) const;
  QStringList useCases() const;

 private:
  struct Counters {
    double items = 0;
    double failed = 0;
    double requests = 0;
    double notCovered = 0;
    double withoutKey = 0;
    bool operator==(const Counters&) const = default;
    Counters& operator+=(const Counters& o);
    Counters operator-(const Counters& o) const;
    Counters operator/(double seconds) const;
    bool wentBack(const Counters& before) const;
  };
  // use case, experiment, arm, endpoint
  using FlowKey = std::tuple<QString, QString, QString, QString>;
  struct Counts {
    QMap<FlowKey, Counters> flows;
    QMap<QString, Counters> useCases;
    bool operator==(const Counts&) const = default;
  };
  struct Sample {
    qint64 atMs = 0;
    bool reported = false;  // just then; otherwise some time before
    Counts sum;             // since the meter knows the proxy
  };
  struct Proxy {
    qint64 startedMs = 0;
    Counts newest;  // as it counts them
    std::deque<Sample> samples;
    double seconds() const;  // of the window; 0 = no rates yet
  };

  template <class Key>
  static void accumulate(const QMap<Key, Counters>& now, const QMap<Key, Counters>& before,
                         QMap<Key, Counters>& total);
  Counts countsOf(const rpc::ProxyStatus& proxy, QMap<QString, double>& busiest);
  void report(Proxy& proxy, qint64 nowMs, qint64 startedMs, Counts counts) const;
  void append(Proxy& proxy, Sample sample) const;

  const qint64 windowMs_;
  qint64 lastMs_ = 0;
  QMap<QString, Proxy> proxies_;
  QMap<QString, std::pair<double, double>> latency_;  // use case -> p50, p99
};

}  // namespace aerie::models
