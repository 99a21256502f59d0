// From the proxies' cumulative counters to live rates. Pure: time comes from the proxies' status stamps by
// the caller.
//
// Counters of several proxies add up. A proxy that restarted (its start time changed, or a counter went back)
// starts a new series and costs one interval, never a negative rate. Rates are averages over a sliding
// window.
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
  explicit FlowMeter(qint64 windowMs = 5'000) : windowMs_(windowMs) {}

  // `nowMs` grows from call to call; a sample that is not newer than the last one replaces nothing and is
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
    Counters& operator+=(const Counters& o);
    Counters operator-(const Counters& o) const;
    bool wentBack(const Counters& before) const;
  };
  // use case, experiment, arm, endpoint
  using FlowKey = std::tuple<QString, QString, QString, QString>;
  struct Sample {
    qint64 atMs = 0;
    QMap<FlowKey, Counters> flows;  // what was added up since the meter began
    QMap<QString, Counters> useCases;
  };
  struct ProxyMemory {
    qint64 startedMs = 0;
    QMap<FlowKey, Counters> flows;
    QMap<QString, Counters> useCases;
  };

  template <class Key>
  static void accumulate(const QMap<Key, Counters>& now, const QMap<Key, Counters>& before,
                         QMap<Key, Counters>& total);
  double windowSeconds() const;

  const qint64 windowMs_;
  std::deque<Sample> samples_;
  QMap<QString, ProxyMemory> proxies_;
  QMap<QString, std::pair<double, double>> latency_;  // use case -> p50, p99
};

}  // namespace aerie::models
