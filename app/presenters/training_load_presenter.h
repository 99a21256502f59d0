// What a cluster did over a stretch of time: utilisation per second, of the whole and of each host, and the
// timeline of attempts. Asked again each second while it goes on and is seen; what is over is asked once. No
// widgets; GUI thread.
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include "app/models/cluster_load.h"
#include "app/models/time_scale.h"
#include "app/models/timeline.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

// Of a job on its cluster, or of a cluster alone (an empty job: no timeline).
struct LoadTarget {
  QString cluster;
  QString job;
  qint64 fromMs = 0;
  qint64 toMs = 0;  // 0 = it goes on
  models::TimeScale scale = {};
  bool operator==(const LoadTarget&) const = default;
};

// The answer as charts take it.
models::Load loadOf(const rpc::Utilisation& utilisation);
// Hosts without the name of the cluster, as people count: host-2 before host-10.
QList<models::HostLoad> hostLoadsOf(const rpc::Utilisation& utilisation, const QString& cluster);

class TrainingLoadPresenter final : public QObject {
  Q_OBJECT
 public:
  explicit TrainingLoadPresenter(rpc::TrainingApi& api, QObject* parent = nullptr);
  ~TrainingLoadPresenter() override;

  // Another cluster, job or beginning forgets what was shown; another end does not.
  void setTarget(const LoadTarget& target);
  const LoadTarget& target() const { return target_; }
  // Which of both is seen; what is not is not asked for.
  void setShown(bool load, bool timeline);

  bool loaded() const { return loaded_; }
  // Why nothing came; empty while answers come.
  const QString& problem() const { return problem_; }
  const models::Load& load() const { return load_; }
  const QList<models::HostLoad>& hosts() const { return hosts_; }
  const rpc::UtilisationSummary& summary() const { return summary_; }
  const QList<rpc::TrainingAdvice>& advice() const { return advice_; }
  // Busy share of capacity, oldest first, at most 60.
  QList<double> busyTrend() const;
  // What the charts show: from the target's beginning to its end, or to the last sample.
  qint64 fromMs() const;
  qint64 toMs() const;

  bool timelineLoaded() const { return timelineLoaded_; }
  const QString& timelineProblem() const { return timelineProblem_; }
  const QList<models::TimelineBar>& bars() const { return bars_.list; }
  bool downsampled() const { return downsampled_; }

 Q_SIGNALS:
  void loadChanged();
  void timelineChanged();

 private:
  bool goesOn() const { return target_.toMs == 0; }
  void tick();
  void askLoad();
  void askTimeline();
  // Bars, and where each attempt is among them: "task#attempt" -> index.
  struct Bars {
    QList<models::TimelineBar> list;
    QHash<QString, qsizetype> places;
  };
  static Bars laidOver(Bars before, const rpc::Timeline& timeline, const LoadTarget& target);
  // False: it goes on in another thread, which says timelineChanged when it is done.
  bool takeTimeline(const rpc::Timeline& timeline, bool whole);

  rpc::TrainingApi& api_;
  LoadTarget target_;
  bool loadShown_ = false;
  bool timelineShown_ = false;
  QTimer timer_;
  quint64 number_ = 0;  // of the target; answers for another are ignored

  rpc::Ticket loadTicket_;
  bool askingLoad_ = false;
  bool loadFinal_ = false;  // asked after the end was known
  bool loaded_ = false;
  QString problem_;
  models::Load load_;
  QList<models::HostLoad> hosts_;
  rpc::UtilisationSummary summary_;
  QList<rpc::TrainingAdvice> advice_;

  rpc::Ticket timelineTicket_;
  bool askingTimeline_ = false;
  bool timelineFinal_ = false;
  bool timelineLoaded_ = false;
  QString timelineProblem_;
  int skip_ = 0;  // ticks until the timeline is asked for again
  Bars bars_;
  bool downsampled_ = false;
};

}  // namespace aerie::presenters
