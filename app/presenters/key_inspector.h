// Tells where keys go and why, with the very functions that the proxies run. Pure; any thread.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "app/models/traffic_tables.h"
#include "app/rpc/types.h"

namespace aerie::routing {
class RouteTable;
class UseCase;
}  // namespace aerie::routing

namespace aerie::presenters {

class KeyInspector final {
 public:
  // Of `experiments` those count that the routing names. A config that does not compile leaves problem().
  KeyInspector(const rpc::Routing& routing, const QList<rpc::Experiment>& experiments);

  const QString& problem() const { return problem_; }
  // The columns whose values a line holds, in this order, separated by commas when there are several.
  QStringList keyColumns() const;
  models::KeyTrace trace(int line, const QString& text) const;

  static constexpr int kMaxKeys = 2'000;
  // One key per line; empty lines are left out; at most kMaxKeys.
  static QStringList keysOf(const QString& text);

 private:
  std::shared_ptr<const routing::RouteTable> table_;
  const routing::UseCase* useCase_ = nullptr;
  QHash<QString, double> coverage_;  // of the experiments that run
  QString problem_;
};

// What is on the screen, as CSV with a header line (RFC 4180).
QString toCsv(const std::vector<models::KeyTrace>& traces);

}  // namespace aerie::presenters
