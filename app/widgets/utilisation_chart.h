// A card: capacity, slots in use and cores really busy over time, with the space between them shaded and
// named: what was asked for and not used (waste), what nobody asked for (idle). Crosshair, keys, export and
// "no data since" are ChartCard's. GUI thread.
#pragma once

#include <QWidget>
#include <optional>

#include "app/models/cluster_load.h"
#include "app/models/series.h"
#include "app/models/time_scale.h"

namespace aerie::widgets {

class ChartCard;
class UtilisationKey;

class UtilisationChart final : public QWidget {
  Q_OBJECT
 public:
  // `id` is its object name, and the beginning of those of its parts.
  explicit UtilisationChart(const QString& id, QWidget* parent = nullptr);

  void setWindow(qint64 fromMs, qint64 toMs);
  void setScale(const models::TimeScale& scale);
  void setLoad(const models::Load& load);
  // Moments that matter: a job was submitted, a host was lost, a result was published.
  void setMarkers(const QList<models::ChartMarker>& markers);
  void setLoading(bool loading);
  void setEmptyText(const QString& text);
  // The crosshair of another part of the page; nothing = it left.
  void follow(std::optional<double> atMs);
  // "Busy 62 % of capacity, waste 14 % (3.1 core hours), idle 24 %"; empty without data.
  QString summary() const;
  ChartCard* card() const { return card_; }

 Q_SIGNALS:
  void crosshairMoved(double atMs);
  void crosshairLeft();
  void piecePicked(double fromMs, double toMs);
  void exported(const QString& path);
  void failed(const QString& headline, const QString& detail);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void showLoad();
  void showKey();

  models::Load load_;
  qint64 fromMs_ = 0;
  qint64 toMs_ = 0;
  ChartCard* card_;
  UtilisationKey* key_;
};

}  // namespace aerie::widgets
