// Three cards: two runs on the same axes. Left the share of the cores that were busy, then the tasks that ran
// at once, both over the time since each run's start; beside them makespan, CPU share and cost with the
// difference in words. GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <optional>

#include "app/models/cluster_load.h"

namespace aerie::widgets {

class Card;
class ChartCard;
class EmptyState;

class RunComparison final : public QWidget {
  Q_OBJECT
 public:
  // `id` is its object name, and the beginning of those of its parts.
  explicit RunComparison(const QString& id, QWidget* parent = nullptr);

  // Nothing in both: the empty state. One alone is shown without differences.
  void setRuns(const std::optional<models::RunCurve>& before, const std::optional<models::RunCurve>& after);
  void setLoading(bool loading);
  void setEmptyText(const QString& headline, const QString& sentence);

  struct Line {
    QString what;
    QString before;
    QString after;
    QString difference;  // "12.0 times as fast"; empty = not to be said
    bool better = false;
    bool worse = false;
    bool operator==(const Line&) const = default;
  };
  const QList<Line>& lines() const { return lines_; }
  // "Takes from 240 min to 20 min (12.0 times as fast); ..."
  QString sentence() const;
  ChartCard* busyChart() const { return busy_; }
  ChartCard* runningChart() const { return running_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void exported(const QString& path);
  void failed(const QString& headline, const QString& detail);

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void arrange();
  void showRuns();
  void addLines();
  void showTable();

  std::optional<models::RunCurve> before_;
  std::optional<models::RunCurve> after_;
  QList<Line> lines_;
  bool loading_ = true;
  QString emptyHeadline_;
  QString emptySentence_;
  ChartCard* busy_;
  ChartCard* running_;
  Card* card_;
  QWidget* table_;
  QWidget* charts_;
  EmptyState* empty_;
};

}  // namespace aerie::widgets
