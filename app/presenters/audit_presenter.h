// Who did what: the control plane's audit log, filtered here, its hash chain checked here as well. No
// widgets; GUI thread. Asked again every few seconds while shown.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "app/models/id_table_model.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

using AuditTable = models::IdTableModel<rpc::AuditEntry>;

class AuditPresenter final : public QObject {
  Q_OBJECT
 public:
  explicit AuditPresenter(rpc::AuditApi& api, QObject* parent = nullptr);

  AuditTable* entries() const { return table_; }
  void setShown(bool shown);
  void refresh();
  // Beyond the newest ones: four times as many.
  void loadMore();
  bool mayHaveMore() const;
  bool loaded() const { return loaded_; }
  // Why the last question failed, or empty.
  const QString& problem() const { return problem_; }

  // Empty = all. `action` is the part before the dot: registry, deployment...
  void setFilter(const QString& actor, const QString& action);
  QStringList actors() const;
  QStringList actions() const;

  // What the check of the chain over the loaded entries found.
  struct Chain {
    models::Tone tone = models::Tone::None;
    QString text;
    std::optional<quint64> brokenAt;
  };
  const Chain& chain() const { return chain_; }
  const rpc::AuditEntry* find(const QString& key) const { return table_->find(key); }
  // The shown entries as CSV with a header line.
  QString csv() const;

 Q_SIGNALS:
  void changed();

 private:
  void apply(const QList<rpc::AuditEntry>& entries);
  void showFiltered();
  void verify();

  rpc::AuditApi& api_;
  AuditTable* table_;
  QList<rpc::AuditEntry> all_;
  quint32 limit_;
  QString actor_;
  QString action_;
  QString problem_;
  Chain chain_;
  bool loaded_ = false;
  rpc::Ticket ticket_;
  QTimer timer_;
};

}  // namespace aerie::presenters
