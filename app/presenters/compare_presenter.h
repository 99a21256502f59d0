// Two versions of a model side by side: facts and metrics with their differences, and the configs of both. No
// widgets; GUI thread.
#pragma once

#include <QObject>
#include <optional>

#include "app/models/id_table_model.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

struct CompareRow {
  QString name;
  QString left;
  QString right;
  QString difference;  // "+0.0056 (+0.8 %)", "differs"; empty: the same, or nothing to compare
  models::Tone tone = models::Tone::None;
  bool operator==(const CompareRow&) const = default;
};

// In the order in which people ask: metrics, self-test, what it is made of, where it comes from. A metric is
// better when it grows, unless its name says that it is an error or a loss.
QList<CompareRow> compareVersions(const rpc::ModelVersion& left, const rpc::ModelVersion& right);

class ComparePresenter final : public QObject {
  Q_OBJECT
 public:
  explicit ComparePresenter(rpc::RegistryApi& api, QObject* parent = nullptr);
  // A question that a later one overtook is dropped.
  void compare(const QString& model, const QString& left, const QString& right);
  // Both have come.
  bool loaded() const { return left_ && right_; }
  const QString& problem() const { return problem_; }
  const rpc::ModelVersion& left() const { return *left_; }
  const rpc::ModelVersion& right() const { return *right_; }

 Q_SIGNALS:
  void changed();

 private:
  void load(const QString& model, const QString& version, std::optional<rpc::ModelVersion>& into,
            rpc::Ticket& ticket);

  rpc::RegistryApi& api_;
  std::optional<rpc::ModelVersion> left_;
  std::optional<rpc::ModelVersion> right_;
  rpc::Ticket leftTicket_;
  rpc::Ticket rightTicket_;
  QString problem_;
  quint64 number_ = 0;
};

}  // namespace aerie::presenters
