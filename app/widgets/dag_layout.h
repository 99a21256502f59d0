// Where the nodes of a graph go: columns by rank (a node stands right of all that it takes), rows so that
// few lines cross. Also for graphs with a cycle, whose edges are marked. Pure.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <vector>

namespace aerie::widgets {

struct DagNode {
  enum class Kind { Source, Step, Sink };  // all sinks share the last column, in their order
  QString id;
  QString title;
  QString detail;
  Kind kind = Kind::Step;
  QStringList takes;  // ids; unknown ones are ignored
  QString problem;    // not empty: marked, and shown as tool tip
  bool operator==(const DagNode&) const = default;
};

struct DagEdge {
  int from = 0;
  int to = 0;
  bool inCycle = false;
  std::vector<int> via = {};  // its rows in the columns between the two, so that it passes no node
  bool operator==(const DagEdge&) const = default;
};

struct DagLayout {
  std::vector<int> column;  // by node
  std::vector<int> row;     // by node, from 0 within its column
  std::vector<DagEdge> edges;
  std::vector<std::vector<int>> columns;  // nodes, from top to bottom
  std::vector<int> rowsOf;                // by column: rows taken by nodes and passing lines
  int rows() const;                       // of the fullest column
  bool hasCycle() const;
};

DagLayout layoutDag(const QList<DagNode>& nodes);

}  // namespace aerie::widgets
