#include "app/widgets/dag_layout.h"

#include <QHash>
#include <algorithm>
#include <numeric>

namespace aerie::widgets {
namespace {

constexpr int kSweeps = 4;

using Lists = std::vector<std::vector<int>>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Graph {
  Lists before;
  Lists after;
  std::vector<DagEdge> edges;
};

Graph graphOf(const QList<DagNode>& nodes) {
  const auto count = static_cast<int>(nodes.size());
  QHash<QString, int> index;
  for (int i = 0; i < count; ++i) {
    if (!index.contains(nodes[i].id)) index.insert(nodes[i].id, i);
  }
  Graph graph{Lists(at(count)), Lists(at(count)), {}};
  for (int i = 0; i < count; ++i) {
    for (const QString& id : nodes[i].takes) {
      const auto found = index.constFind(id);
      if (found == index.constEnd()) continue;
      graph.before[at(i)].push_back(*found);
      graph.after[at(*found)].push_back(i);
      graph.edges.push_back({*found, i, false});
    }
  }
  return graph;
}

// What is left when nodes that nothing leads to, and nodes that lead to nothing, are taken away again and
// again: those on a cycle, or between two.
std::vector<bool> coreOf(const Graph& graph) {
  const std::size_t count = graph.before.size();
  std::vector<bool> left(count, true);
  for (const auto& [towards, away] :
       {std::pair(&graph.before, &graph.after), std::pair(&graph.after, &graph.before)}) {
    std::vector<std::size_t> open(count, 0);
    std::vector<int> free;
    for (std::size_t i = 0; i < count; ++i) {
      for (const int other : (*towards)[i]) open[i] += left[at(other)];
      if (left[i] && open[i] == 0) free.push_back(static_cast<int>(i));
    }
    while (!free.empty()) {
      const int node = free.back();
      free.pop_back();
      left[at(node)] = false;
      for (const int next : (*away)[at(node)]) {
        if (left[at(next)] && --open[at(next)] == 0) free.push_back(next);
      }
    }
  }
  return left;
}

// The longest way from a node that takes nothing. A cycle is cut at its first node in the given order.
std::vector<int> ranksOf(const Graph& graph, const std::vector<bool>& core) {
  const auto count = static_cast<int>(graph.before.size());
  std::vector<int> rank(at(count), -1);
  std::vector<std::size_t> open(at(count));
  std::vector<int> ready;
  for (int i = 0; i < count; ++i) {
    open[at(i)] = graph.before[at(i)].size();
    if (open[at(i)] == 0) ready.push_back(i);
  }
  int placed = 0;
  int next_cut = 0;
  while (placed < count) {
    if (ready.empty()) {
      const auto cut = [&](bool any) {
        int node = any ? 0 : next_cut;
        while (node < count && (rank[at(node)] >= 0 || (!any && !core[at(node)]))) ++node;
        return node;
      };
      next_cut = cut(false);
      ready.push_back(next_cut < count ? next_cut : cut(true));
    }
    const int node = ready.back();
    ready.pop_back();
    if (rank[at(node)] >= 0) continue;
    int own = 0;
    for (const int from : graph.before[at(node)]) own = std::max(own, rank[at(from)] + 1);
    rank[at(node)] = own;
    ++placed;
    for (const int to : graph.after[at(node)]) {
      if (--open[at(to)] == 0) ready.push_back(to);
    }
  }
  return rank;
}

// Orders a column by the mean place of each node's neighbours in `others`; nodes without any keep theirs.
void orderBy(std::vector<int>& column, const Lists& neighbours, const std::vector<double>& place) {
  std::vector<std::pair<double, int>> wanted;
  for (std::size_t r = 0; r < column.size(); ++r) {
    const std::vector<int>& near = neighbours[at(column[r])];
    double sum = 0;
    for (const int n : near) sum += place[at(n)];
    const double own = place[at(column[r])];
    wanted.emplace_back(near.empty() ? own : sum / static_cast<double>(near.size()), column[r]);
  }
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t r = 0; r < column.size(); ++r) column[r] = wanted[r].second;
}

// Places are centred, so that columns of different length compare.
void placeColumn(const std::vector<int>& column, std::vector<double>& place) {
  const double middle = (static_cast<double>(column.size()) - 1) / 2;
  for (std::size_t r = 0; r < column.size(); ++r) place[at(column[r])] = static_cast<double>(r) - middle;
}

// Columns of nodes and of the places where long lines pass; these count on behind the nodes.
struct Grid {
  Lists columns;
  Lists before;
  Lists after;
  std::vector<std::vector<int>> chains;  // by edge: the places between its ends
};

Grid gridOf(const Graph& graph, const std::vector<int>& column, int columns) {
  Grid grid;
  const std::size_t count = column.size();
  grid.columns.resize(at(columns));
  for (std::size_t i = 0; i < count; ++i) grid.columns[at(column[i])].push_back(static_cast<int>(i));
  grid.before.resize(count);
  grid.after.resize(count);
  for (const DagEdge& edge : graph.edges) {
    std::vector<int> chain;
    int last = edge.from;
    const auto link = [&](int next) {
      grid.after[at(last)].push_back(next);
      grid.before[at(next)].push_back(last);
      last = next;
    };
    for (int c = column[at(edge.from)] + 1; c < column[at(edge.to)]; ++c) {
      const auto place = static_cast<int>(grid.before.size());
      grid.before.emplace_back();
      grid.after.emplace_back();
      grid.columns[at(c)].push_back(place);
      chain.push_back(place);
      link(place);
    }
    link(edge.to);
    grid.chains.push_back(std::move(chain));
  }
  return grid;
}

void orderRows(Grid& grid, bool keepLast) {
  std::vector<double> place(grid.before.size());
  for (const auto& column : grid.columns) placeColumn(column, place);
  const auto fixed = [&](std::size_t c) { return keepLast && c + 1 == grid.columns.size(); };
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    for (std::size_t c = grid.columns.size(); c-- > 0;) {
      if (fixed(c)) continue;
      orderBy(grid.columns[c], grid.after, place);
      placeColumn(grid.columns[c], place);
    }
    for (std::size_t c = 1; c < grid.columns.size(); ++c) {
      if (fixed(c)) continue;
      orderBy(grid.columns[c], grid.before, place);
      placeColumn(grid.columns[c], place);
    }
  }
}

}  // namespace

int DagLayout::rows() const {
  int most = 0;
  for (const int rows : rowsOf) most = std::max(most, rows);
  return most;
}

bool DagLayout::hasCycle() const {
  return std::any_of(edges.begin(), edges.end(), [](const DagEdge& e) { return e.inCycle; });
}

DagLayout layoutDag(const QList<DagNode>& nodes) {
  DagLayout out;
  Graph graph = graphOf(nodes);
  const std::vector<bool> core = coreOf(graph);
  for (DagEdge& edge : graph.edges) edge.inCycle = core[at(edge.from)] && core[at(edge.to)];
  out.column = ranksOf(graph, core);
  const auto count = static_cast<int>(nodes.size());
  int last = 0;
  bool sinks = false;
  for (int i = 0; i < count; ++i) {
    const bool sink = nodes[i].kind == DagNode::Kind::Sink;
    sinks = sinks || sink;
    if (!sink) last = std::max(last, out.column[at(i)] + 1);
  }
  for (int i = 0; i < count; ++i) {
    if (nodes[i].kind == DagNode::Kind::Sink) out.column[at(i)] = last;
  }
  Grid grid = gridOf(graph, out.column, count == 0 ? 0 : last + (sinks ? 1 : 0));
  orderRows(grid, sinks);

  std::vector<int> row(grid.before.size());
  out.columns.resize(grid.columns.size());
  for (std::size_t c = 0; c < grid.columns.size(); ++c) {
    out.rowsOf.push_back(static_cast<int>(grid.columns[c].size()));
    for (std::size_t r = 0; r < grid.columns[c].size(); ++r) {
      const int place = grid.columns[c][r];
      row[at(place)] = static_cast<int>(r);
      if (place < count) out.columns[c].push_back(place);
    }
  }
  out.row.assign(row.begin(), row.begin() + count);
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    for (const int place : grid.chains[e]) graph.edges[e].via.push_back(row[at(place)]);
  }
  out.edges = std::move(graph.edges);
  return out;
}

}  // namespace aerie::widgets
