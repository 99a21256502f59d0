// The running system as a graph: applications (use cases), proxies, endpoints with their replicas, the
// feature store; rates from the proxies' counters, health from the world. No more nodes than a person can
// read: of a long column the sick and the busy are shown, and how many more there are. GUI thread; pure but
// for the meters.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <map>

#include "app/models/world.h"

namespace aerie::presenters {

struct GraphPart {
  QString id;
  models::Tone tone = models::Tone::Ok;
  QString text;
  bool operator==(const GraphPart&) const = default;
};
struct GraphNode {
  enum class Kind { Application, Proxy, Endpoint, Store, More };
  QString id;
  Kind kind = Kind::Application;
  QString name;  // of the thing, as pages know it
  int column = 0;
  QString caption;
  models::Tone tone = models::Tone::Ok;
  QString state;
  QString partsText;
  QList<GraphPart> parts = {};
  double rate = 0;
  bool operator==(const GraphNode&) const = default;
};
struct GraphEdge {
  QString from;
  QString to;
  double rate = 0;
  models::Tone tone = models::Tone::Ok;
  bool operator==(const GraphEdge&) const = default;
};
struct Graph {
  QList<GraphNode> nodes;
  QList<GraphEdge> edges;
  bool operator==(const Graph&) const = default;
};

// What the history says of an endpoint.
struct EndpointFacts {
  double p99Ms = -1;  // -1 = not known
  double storeMs = -1;
  double cacheHitShare = -1;
  bool operator==(const EndpointFacts&) const = default;
};

class TopologyBuilder final {
 public:
  // Takes the counters of a new status; one with the time of the last is ignored.
  void add(const rpc::SystemStatus& status);
  Graph build(const models::World& world, const QHash<QString, EndpointFacts>& facts) const;

  double itemsPerSecond() const;
  double failedShare() const;

 private:
  void addApplications(Graph& graph, const models::World& world) const;
  void addProxies(Graph& graph, const models::World& world) const;
  void addEndpoints(Graph& graph, const models::World& world,
                    const QHash<QString, EndpointFacts>& facts) const;
  void addEdges(Graph& graph, const models::World& world, const QHash<QString, EndpointFacts>& facts) const;
  // How much of a use case or an endpoint passes through a proxy.
  struct Rate {
    double items = 0;
    double failed = 0;
  };
  Rate rateOf(const QString& proxy, const QString& useCase, const QString& endpoint) const;

  std::map<QString, models::FlowMeter> meters_;  // by proxy
};

// Warning from 1 % of failed items on, danger from 5 %.
models::Tone toneOfFailures(double failedShare);

}  // namespace aerie::presenters
