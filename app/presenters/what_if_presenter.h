// What the simulator page's cluster part does: turns a form into questions to the cluster simulator, and its
// answers into a table, curves and a sentence. It needs no connection. No widgets; GUI thread.
#pragma once

#include <QHash>
#include <QObject>
#include <optional>

#include "app/models/cluster_load.h"
#include "app/models/series.h"
#include "app/models/what_if_table.h"
#include "app/rpc/what_if_api.h"

namespace aerie::presenters {

class WhatIfPresenter final : public QObject {
  Q_OBJECT
 public:
  // What people type: values with spaces between them, in their locale.
  struct Form {
    QString hosts;
    QString cpus;
    QString prices;
    QStringList orders;
    int runs = 5;
    bool operator==(const Form&) const = default;
  };
  enum class Field { Hosts, Cpus, Prices, Orders };
  struct Preset {
    QString id;  // kBeforeAfter, or a scenario's name
    QString title;
    QString description;
    bool operator==(const Preset&) const = default;
  };
  struct Charts {
    bool byHosts = true;  // x is hosts; otherwise CPUs per task
    double from = 0;
    double to = 1;
    QList<models::ChartSeries> makespan;  // milliseconds
    QList<models::ChartSeries> busy;      // shares
    QList<models::ChartSeries> cost;
    int leftOut = 0;  // lines beyond what a chart can tell apart
  };
  static inline const QString kBeforeAfter = QStringLiteral("before_after");
  static constexpr int kMostLines = 8;

  explicit WhatIfPresenter(rpc::ClusterWhatIfApi& api, QObject* parent = nullptr);

  QList<Preset> presets() const;
  const QString& preset() const { return preset_; }
  // Fills the form with values around the scenario's own, and asks.
  void choose(const QString& preset);
  // Two scenarios side by side instead of a grid; the form plays no part.
  bool comparing() const { return preset_ == kBeforeAfter; }

  const Form& form() const { return form_; }
  void setForm(const Form& form);
  // What is wrong with a field and what helps; empty = fine.
  QString problemOf(Field field) const;
  // CPUs per task change nothing where a fixed number of tasks runs on each host.
  bool cpusMatter() const;
  bool canRun() const { return comparing() || question_.has_value(); }
  // The first showing of the page asks by itself.
  void shown();
  void run();
  void cancel();
  bool busy() const { return busy_; }
  double progress() const { return progress_; }  // 0 to 1

  models::WhatIfTable* table() const { return table_; }
  const Charts& charts() const { return charts_; }
  const std::optional<models::RunCurve>& before() const { return before_; }
  const std::optional<models::RunCurve>& after() const { return after_; }
  // The answer in words: the fastest, the cheapest.
  QString sentence() const { return sentence_; }
  // The answer is that of another form than the one that stands there.
  bool stale() const { return answered_ != asked() && !busy_; }

 Q_SIGNALS:
  void formChanged();
  void busyChanged();
  void progressed();
  void resultChanged();
  void failed(const QString& headline, const QString& detail);

 private:
  struct Asked {
    QString preset;
    Form form;
    bool operator==(const Asked&) const = default;
  };
  Asked asked() const { return {preset_, comparing() ? Form() : form_}; }
  const rpc::WhatIfScenario* scenario() const;
  void fillForm();
  void read();
  void begin();
  void end(const absl::Status& status);
  void take(const QList<rpc::WhatIfRow>& rows);
  void take(const QList<rpc::WhatIfRun>& runs);
  rpc::Progress onProgress();

  rpc::ClusterWhatIfApi& api_;
  const QList<rpc::WhatIfScenario> scenarios_;
  QString preset_ = kBeforeAfter;
  Form form_;
  QHash<int, QString> problems_;                 // by Field
  std::optional<rpc::WhatIfQuestion> question_;  // of the form, when it is fine
  models::WhatIfTable* table_;
  Charts charts_;
  std::optional<models::RunCurve> before_;
  std::optional<models::RunCurve> after_;
  QString sentence_;
  std::optional<Asked> answered_;
  bool busy_ = false;
  double progress_ = 0;
  quint64 attempt_ = 0;  // answers of older questions are ignored
  rpc::Ticket ticket_;
};

}  // namespace aerie::presenters
