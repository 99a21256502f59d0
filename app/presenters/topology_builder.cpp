#include "app/presenters/topology_builder.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/models/control_words.h"
#include "app/models/text.h"

namespace aerie::presenters {

using models::Tone;

namespace {

constexpr int kMost = 6;  // nodes of one column
constexpr double kWarnShare = 0.01;
constexpr double kDangerShare = 0.05;

// The signature of QObject::tr, which lupdate reads calls by.
QString tr(const char* text, const char* comment = nullptr, int n = -1) {
  return QCoreApplication::translate("topology", text, comment, n);
}

QString idOf(GraphNode::Kind kind, const QString& name) {
  const char* prefix = kind == GraphNode::Kind::Application ? "application:"
                       : kind == GraphNode::Kind::Proxy     ? "proxy:"
                       : kind == GraphNode::Kind::Store     ? "store:"
                                                            : "endpoint:";
  return QLatin1String(prefix) + name;
}

int badness(Tone tone) {
  return tone == Tone::Danger ? 3 : tone == Tone::Warning ? 2 : tone == Tone::Info ? 1 : 0;
}

// Keeps the sick and the busy of one column, and folds the others into one node.
void fold(QList<GraphNode>& nodes, const QString& moreId) {
  if (nodes.size() <= kMost) return;
  std::stable_sort(nodes.begin(), nodes.end(), [](const GraphNode& a, const GraphNode& b) {
    return badness(a.tone) != badness(b.tone) ? badness(a.tone) > badness(b.tone) : a.rate > b.rate;
  });
  GraphNode more;
  more.id = moreId;
  more.kind = GraphNode::Kind::More;
  more.column = nodes.front().column;
  const auto count = static_cast<int>(nodes.size()) - (kMost - 1);
  more.name = tr("%n more", nullptr, count);
  for (qsizetype i = kMost - 1; i < nodes.size(); ++i) {
    more.rate += nodes[i].rate;
    if (badness(nodes[i].tone) > badness(more.tone)) {
      more.tone = nodes[i].tone;
      more.state = nodes[i].name + QLatin1String(": ") + nodes[i].state;
    }
  }
  more.caption = models::rateText(more.rate);
  nodes.resize(kMost - 1);
  std::stable_sort(nodes.begin(), nodes.end(),
                   [](const GraphNode& a, const GraphNode& b) { return a.name < b.name; });
  nodes.append(more);
}

Tone toneOfReplica(const rpc::Replica& r) {
  return r.phase == QLatin1String("starting") || r.phase == QLatin1String("loading") ||
                 r.phase == QLatin1String("self-test") || r.phase == QLatin1String("warm-up")
             ? Tone::Info
             : models::toneOfPhase(r.phase);
}

bool isRouted(const models::World& world, const QString& endpoint) {
  const auto leadsThere = [&](const auto& route) { return route.endpoint == endpoint; };
  return std::any_of(world.routings().begin(), world.routings().end(), [&](const rpc::Routing& r) {
    return r.defaultEndpoint == endpoint || std::any_of(r.shadows.begin(), r.shadows.end(), leadsThere) ||
           std::any_of(r.experiments.begin(), r.experiments.end(), [&](const rpc::ExperimentRoute& e) {
             return std::any_of(e.arms.begin(), e.arms.end(), leadsThere);
           });
  });
}

}  // namespace

Tone toneOfFailures(double failedShare) {
  return failedShare >= kDangerShare ? Tone::Danger : failedShare >= kWarnShare ? Tone::Warning : Tone::Ok;
}

void TopologyBuilder::add(const rpc::SystemStatus& status) {
  std::map<QString, models::FlowMeter> alive;
  for (const rpc::ProxyStatus& proxy : status.proxies) {
    const auto known = meters_.find(proxy.id);
    auto node =
        known == meters_.end() ? std::map<QString, models::FlowMeter>::node_type() : meters_.extract(known);
    if (node.empty()) {
      alive.try_emplace(proxy.id);
    } else {
      alive.insert(std::move(node));
    }
    alive.find(proxy.id)->second.add(status.nowMs, {proxy});
  }
  meters_ = std::move(alive);
}

TopologyBuilder::Rate TopologyBuilder::rateOf(const QString& proxy, const QString& useCase,
                                              const QString& endpoint) const {
  Rate out;
  const auto it = meters_.find(proxy);
  if (it == meters_.end()) return out;
  const QStringList useCases = useCase.isEmpty() ? it->second.useCases() : QStringList{useCase};
  for (const QString& name : useCases) {
    for (const models::FlowRate& flow : it->second.flows(name)) {
      if (!endpoint.isEmpty() && flow.endpoint != endpoint) continue;
      out.items += flow.itemsPerSecond;
      out.failed += flow.failedPerSecond;
    }
  }
  return out;
}

double TopologyBuilder::itemsPerSecond() const {
  double sum = 0;
  for (const auto& [proxy, meter] : meters_) sum += rateOf(proxy, {}, {}).items;
  return sum;
}

double TopologyBuilder::failedShare() const {
  Rate sum;
  for (const auto& [proxy, meter] : meters_) {
    const Rate rate = rateOf(proxy, {}, {});
    sum.items += rate.items;
    sum.failed += rate.failed;
  }
  return sum.items > 0 ? sum.failed / sum.items : 0;
}

Graph TopologyBuilder::build(const models::World& world, const QHash<QString, EndpointFacts>& facts) const {
  Graph graph;
  addApplications(graph, world);
  addProxies(graph, world);
  addEndpoints(graph, world, facts);
  addEdges(graph, world, facts);
  return graph;
}

void TopologyBuilder::addApplications(Graph& graph, const models::World& world) const {
  QList<GraphNode> nodes;
  for (const rpc::Routing& routing : world.routings()) {
    GraphNode node;
    node.kind = GraphNode::Kind::Application;
    node.id = idOf(node.kind, routing.useCase);
    node.name = routing.useCase;
    double requests = 0;
    for (const auto& [proxy, meter] : meters_) {
      const models::UseCaseRate rate = meter.useCase(routing.useCase);
      node.rate += rate.itemsPerSecond;
      requests += rate.requestsPerSecond;
    }
    node.caption = node.rate > 0 ? tr("%1 requests/s").arg(models::countText(requests)) : tr("no traffic");
    nodes.append(node);
  }
  fold(nodes, QStringLiteral("application:*"));
  graph.nodes += nodes;
}

void TopologyBuilder::addProxies(Graph& graph, const models::World& world) const {
  QList<GraphNode> nodes;
  for (const rpc::ProxyStatus& proxy : world.status().proxies) {
    GraphNode node;
    node.kind = GraphNode::Kind::Proxy;
    node.id = idOf(node.kind, proxy.id);
    node.name = proxy.id;
    node.column = 1;
    node.rate = rateOf(proxy.id, {}, {}).items;
    double p99 = 0;
    for (const rpc::UseCaseTraffic& u : proxy.useCases) p99 = std::max(p99, u.p99Ms);
    node.caption = p99 > 0 ? tr("%1, p99 %2").arg(models::rateText(node.rate), models::millisText(p99))
                           : models::rateText(node.rate);
    for (const rpc::Component& c : world.status().components) {
      if (c.kind == QLatin1String("proxy") && c.name == proxy.id && !c.healthy) {
        node.tone = Tone::Danger;
        node.state = c.message;
      }
    }
    if (!proxy.refusedReason.isEmpty()) {
      node.tone = Tone::Danger;
      node.state = tr("refused config #%1: %2").arg(proxy.refusedRevision).arg(proxy.refusedReason);
    }
    nodes.append(node);
  }
  fold(nodes, QStringLiteral("proxy:*"));
  graph.nodes += nodes;
}

void TopologyBuilder::addEndpoints(Graph& graph, const models::World& world,
                                   const QHash<QString, EndpointFacts>& facts) const {
  QList<GraphNode> nodes;
  EndpointFacts store;
  for (const rpc::Deployment& d : world.deployments()) {
    GraphNode node;
    node.kind = GraphNode::Kind::Endpoint;
    node.name = d.spec.endpoint;
    node.id = idOf(node.kind, node.name);
    node.column = 2;
    double failed = 0;
    for (const auto& [proxy, meter] : meters_) {
      const Rate rate = rateOf(proxy, {}, node.name);
      node.rate += rate.items;
      failed += rate.failed;
    }
    const models::StateWord word = models::stateOf(d);
    const Tone failures = node.rate > 0 ? toneOfFailures(failed / node.rate) : Tone::Ok;
    node.tone = badness(word.tone) >= badness(failures) ? word.tone : failures;
    node.state = badness(word.tone) >= badness(failures) || node.rate <= 0
                     ? word.word
                     : tr("%1 of the items fail").arg(models::percentText(failed / node.rate));
    const EndpointFacts fact = facts.value(node.name);
    node.caption = models::rateText(node.rate);
    if (fact.p99Ms >= 0) node.caption = tr("%1, p99 %2").arg(node.caption, models::millisText(fact.p99Ms));
    store.storeMs = std::max(store.storeMs, fact.storeMs);
    if (fact.cacheHitShare >= 0) store.cacheHitShare = std::max(store.cacheHitShare, fact.cacheHitShare);
    node.partsText = tr("%1 of %2 ready").arg(d.readyReplicas()).arg(d.spec.replicas);
    for (const rpc::Replica& r : d.replicas) {
      QString text = QStringLiteral("%1: %2").arg(r.id, models::phaseWord(r.phase));
      if (!r.message.isEmpty()) text += QLatin1String(", ") + r.message;
      node.parts.append({r.id, toneOfReplica(r), text});
    }
    nodes.append(node);
  }
  std::stable_sort(nodes.begin(), nodes.end(),
                   [](const GraphNode& a, const GraphNode& b) { return a.name < b.name; });
  fold(nodes, QStringLiteral("endpoint:*"));
  graph.nodes += nodes;
  if (store.storeMs < 0) return;
  GraphNode node;
  node.kind = GraphNode::Kind::Store;
  node.id = idOf(node.kind, {});
  node.name = tr("Feature store");
  node.column = 3;
  node.caption = store.cacheHitShare < 0
                     ? models::millisText(store.storeMs)
                     : tr("%1, %2 cached")
                           .arg(models::millisText(store.storeMs), models::percentText(store.cacheHitShare));
  graph.nodes.append(node);
}

void TopologyBuilder::addEdges(Graph& graph, const models::World& world,
                               const QHash<QString, EndpointFacts>& facts) const {
  const auto placeOf = [&](const QString& id, const QString& more) {
    const bool shown =
        std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const GraphNode& n) { return n.id == id; });
    return shown ? id : more;
  };
  std::map<std::pair<QString, QString>, Rate> sums;  // folded nodes share an edge
  const auto add = [&](const QString& from, const QString& to, const Rate& rate) {
    Rate& sum = sums[{from, to}];
    sum.items += rate.items;
    sum.failed += rate.failed;
  };
  using Kind = GraphNode::Kind;
  for (const rpc::ProxyStatus& proxy : world.status().proxies) {
    const QString proxyId = placeOf(idOf(Kind::Proxy, proxy.id), QStringLiteral("proxy:*"));
    for (const rpc::Routing& routing : world.routings()) {
      add(placeOf(idOf(Kind::Application, routing.useCase), QStringLiteral("application:*")), proxyId,
          rateOf(proxy.id, routing.useCase, {}));
    }
    // An endpoint that nobody routes to hangs in the air, and that is the message.
    for (const rpc::Deployment& d : world.deployments()) {
      const QString& name = d.spec.endpoint;
      const Rate rate = rateOf(proxy.id, {}, name);
      if (rate.items > 0 || isRouted(world, name)) {
        add(proxyId, placeOf(idOf(Kind::Endpoint, name), QStringLiteral("endpoint:*")), rate);
      }
    }
  }
  for (const rpc::Deployment& d : world.deployments()) {
    if (facts.value(d.spec.endpoint).storeMs < 0) continue;
    Rate rate;
    for (const auto& [proxy, meter] : meters_) rate.items += rateOf(proxy, {}, d.spec.endpoint).items;
    add(placeOf(idOf(Kind::Endpoint, d.spec.endpoint), QStringLiteral("endpoint:*")), idOf(Kind::Store, {}),
        rate);
  }
  for (const auto& [ends, rate] : sums) {
    graph.edges.append({ends.first, ends.second, rate.items,
                        rate.items > 0 ? toneOfFailures(rate.failed / rate.items) : Tone::Ok});
  }
}

}  // namespace aerie::presenters
