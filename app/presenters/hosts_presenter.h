// The machines that run Aerie's processes. No widgets; GUI thread. Asked again every two seconds while shown.
#pragma once

#include <QObject>
#include <QTimer>

#include "app/models/id_table_model.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

using ProcessTable = models::IdTableModel<rpc::HostProcess>;

class HostsPresenter final : public QObject {
  Q_OBJECT
 public:
  explicit HostsPresenter(rpc::HostsApi& api, QObject* parent = nullptr);

  void setShown(bool shown);
  void refresh();
  bool loaded() const { return loaded_; }
  const QString& problem() const { return problem_; }
  const QList<rpc::Host>& hosts() const { return hosts_; }
  // The chosen one; nothing before the first answer.
  const rpc::Host* host() const;
  void select(const QString& name);
  ProcessTable* processes() const { return table_; }
  // The newest values of the chosen host, oldest first; shares of the whole, 0..1.
  const QList<double>& cpuTrend() const { return cpu_; }
  const QList<double>& memoryTrend() const { return memory_; }

 Q_SIGNALS:
  void changed();

 private:
  void showHost();

  rpc::HostsApi& api_;
  ProcessTable* table_;
  QList<rpc::Host> hosts_;
  QString selected_;
  QString problem_;
  bool loaded_ = false;
  QList<double> cpu_;
  QList<double> memory_;
  rpc::Ticket ticket_;
  QTimer timer_;
};

}  // namespace aerie::presenters
