// What the monitoring page shows: one range of time for all charts, lines per endpoint or replica, filters,
// score histogram, markers. Asks the control plane at most once a second and only while it is shown, live and
// complete. Its clock is the control plane's: when no status comes any more, the charts stand still. No
// widgets; GUI thread.
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>
#include <map>
#include <tuple>

#include "app/models/series.h"
#include "app/models/time_range.h"
#include "app/models/world.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

class MonitoringPresenter final : public QObject {
  Q_OBJECT
 public:
  enum Chart { Rate, Latency, Errors, BatchFill, Store, CacheHits, Cpu, Memory, ChartCount };
  enum class Per { Endpoint, Replica, Total };
  // Loading: nothing came yet. Empty: the control plane has no history. FilteredAway: other things have data.
  enum class State { Loading, Failed, Empty, FilteredAway, Ready };

  struct ChartSpec {
    QString id;
    QString title;
    models::ValueKind kind = models::ValueKind::Count;
    double smallestTop = 1;
    double fixedTop = 0;
    QStringList metrics;     // more than one: the variants p50, p95, p99
    bool byWorkers = false;  // they know their endpoint, but no use case
  };
  // A line's owner, as the page's legend names it.
  struct Thing {
    QString id;
    QString title;
    int color = -1;
    bool shown = true;
    bool operator==(const Thing&) const = default;
  };

  MonitoringPresenter(rpc::MonitoringApi& api, models::World& world, QObject* parent = nullptr);

  static ChartSpec spec(int chart);
  QList<models::ChartSeries> series(int chart) const;
  // Why a chart cannot have lines under the present filters; empty when it can.
  QString notMeasured(int chart) const;
  // What a chart without lines says; empty = the usual words.
  QString emptyText(int chart) const;
  double gapAfter() const { return gapAfter_; }
  const QList<models::ChartMarker>& markers() const { return markers_; }
  const QList<Thing>& things() const { return things_; }
  // How many things have data but no line, because nobody can tell that many lines apart.
  int left() const { return left_; }
  // One series for each arm over the score; empty while no scores are known.
  const QList<models::ChartSeries>& scores() const { return scores_; }
  QString scoreUseCase() const;

  State state() const;
  QString problem() const { return problem_; }  // of the last question; empty when it was answered
  QString summary() const;                      // one line in words

  // ---- time
  const models::TimeRange& range() const { return range_; }
  qint64 fromMs() const { return range_.from(now()); }
  qint64 toMs() const { return range_.to(now()); }
  void setLength(qint64 lengthMs);
  void setPaused(bool paused);
  void togglePaused() { setPaused(range_.live()); }
  void pick(double fromMs, double toMs);

  // ---- filters; "" = all
  QStringList useCases() const;
  QStringList endpoints() const;  // of the chosen use case
  QStringList replicas() const;   // of the chosen endpoint
  const QString& useCase() const { return useCase_; }
  const QString& endpoint() const { return endpoint_; }
  const QString& replica() const { return replica_; }
  Per per() const { return per_; }
  bool filtered() const { return !useCase_.isEmpty() || !endpoint_.isEmpty() || !replica_.isEmpty(); }
  void setUseCase(const QString& useCase);
  void setEndpoint(const QString& endpoint);
  void setReplica(const QString& replica);
  void setPer(Per per);
  void clearFilters();
  void setHidden(const QSet<QString>& things);
  const QSet<QString>& hidden() const { return hidden_; }

  // Nothing is asked while hidden.
  void setShown(bool shown);
  // Asks now, e.g. after "Try again".
  void refresh();

 Q_SIGNALS:
  void dataChanged();  // series, markers, scores, state
  void rangeChanged();
  void filtersChanged();  // also when the choices changed
  void failed(const QString& headline, const QString& detail);

 private:
  qint64 now() const { return world_.status().nowMs; }
  qint64 interval() const;  // between two questions
  void tick();
  void ask();
  void askRest();
  bool knowsUseCase(int chart) const;
  rpc::MetricsQuery query() const;
  void take(const rpc::MetricsAnswer& answer);
  void arrangeThings();
  QString thingOf(const QMap<QString, QString>& labels) const;
  int colorOf(const QString& thing) const;
  bool belongs(const QMap<QString, QString>& labels) const;
  void takeScores(const rpc::ScoreHistogram& histogram);
  void takeFailure(const absl::Status& status);
  void worldChanged();

  struct Key {
    int chart = 0;
    QString metric;
    QString thing;
    bool operator<(const Key& o) const {
      return std::tie(chart, metric, thing) < std::tie(o.chart, o.metric, o.thing);
    }
  };

  rpc::MonitoringApi& api_;
  models::World& world_;
  models::TimeRange range_;
  QString useCase_;
  QString endpoint_;
  QString replica_;
  Per per_ = Per::Endpoint;
  QSet<QString> hidden_;
  bool shown_ = false;
  bool asking_ = false;
  bool answered_ = false;
  bool anyHistory_ = false;
  QString problem_;
  quint64 number_ = 0;  // answers to older questions are not for this view
  qint64 askedMs_ = 0;
  qint64 restMs_ = 0;
  rpc::Ticket ticket_;
  QTimer timer_;
  std::map<Key, models::SampleRing> rings_;
  double gapAfter_ = 0;
  QList<Thing> things_;
  int left_ = 0;
  QList<models::ChartMarker> markers_;
  QList<models::ChartSeries> scores_;
  mutable QMap<QString, int> replicaColors_;
  QStringList knownUseCases_;
  QStringList knownEndpoints_;
};

}  // namespace aerie::presenters
