#include "app/presenters/what_if_charts.h"

#include <QLocale>
#include <QMap>
#include <algorithm>

namespace aerie::presenters {

using models::ChartSeries;
using rpc::WhatIfRow;

namespace {

// What varies decides what a line's name has to say.
struct Varies {
  bool hosts = false;
  bool cpus = false;
  bool order = false;
  bool price = false;
};

Varies variesIn(const QList<WhatIfRow>& rows) {
  Varies out;
  for (const WhatIfRow& row : rows) {
    out.hosts |= row.hosts != rows.front().hosts;
    out.cpus |= row.cpusPerTask != rows.front().cpusPerTask;
    out.order |= row.order != rows.front().order;
    out.price |= row.pricePerHostHour != rows.front().pricePerHostHour;
  }
  return out;
}

QString nameOf(const WhatIfRow& row, bool cpus, bool order) {
  QStringList parts;
  if (cpus) parts.append(models::cpusText(row.cpusPerTask));
  if (order) parts.append(models::wordOfOrder(row.order));
  return parts.isEmpty() ? WhatIfPresenter::tr("All") : parts.join(QLatin1String(", "));
}

}  // namespace

WhatIfPresenter::Charts chartsOf(const QList<WhatIfRow>& rows) {
  WhatIfPresenter::Charts out;
  if (rows.isEmpty()) return out;
  const Varies varies = variesIn(rows);
  out.byHosts = varies.hosts || !varies.cpus;
  const auto x = [&](const WhatIfRow& row) { return out.byHosts ? row.hosts : row.cpusPerTask; };
  QMap<QString, int> colors;
  QMap<double, int> prices;
  const auto add = [&](QList<ChartSeries>& chart, const WhatIfRow& row, bool priced, double value) {
    const QString name = nameOf(row, out.byHosts && varies.cpus, varies.order);
    if (!colors.contains(name)) colors.insert(name, static_cast<int>(colors.size()));
    if (colors[name] >= WhatIfPresenter::kMostLines) return;
    ChartSeries series;
    series.id = series.group = series.title = name;
    series.color = colors[name];
    if (priced) {
      const double price = row.pricePerHostHour;
      if (!prices.contains(price)) prices.insert(price, static_cast<int>(prices.size()));
      series.variant = WhatIfPresenter::tr("price %1").arg(QLocale().toString(price, 'f', 2));
      series.id += series.variant;
      constexpr ChartSeries::Line kLines[] = {ChartSeries::Line::Solid, ChartSeries::Line::Dashed,
                                              ChartSeries::Line::Dotted};
      series.line = kLines[std::min(prices[price], 2)];
    }
    auto it =
        std::find_if(chart.begin(), chart.end(), [&](const ChartSeries& s) { return s.id == series.id; });
    if (it == chart.end()) it = chart.insert(chart.end(), series);
    it->points.append({static_cast<double>(x(row)), value});
  };
  double low = x(rows.front());
  double high = low;
  for (const WhatIfRow& row : rows) {
    low = std::min(low, static_cast<double>(x(row)));
    high = std::max(high, static_cast<double>(x(row)));
    // A price changes neither time nor use.
    if (row.pricePerHostHour == rows.front().pricePerHostHour) {
      add(out.makespan, row, false, row.makespanMs);
      add(out.busy, row, false, row.busyShare);
    }
    add(out.cost, row, varies.price, row.cost);
  }
  for (QList<ChartSeries>* chart : {&out.makespan, &out.busy, &out.cost}) {
    for (ChartSeries& series : *chart) {
      std::sort(series.points.begin(), series.points.end(),
                [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    }
  }
  const double margin = high > low ? (high - low) * 0.06 : 1;
  out.from = std::max(0.0, low - margin);
  out.to = high + margin;
  out.leftOut = std::max(0, static_cast<int>(colors.size()) - WhatIfPresenter::kMostLines);
  return out;
}

}  // namespace aerie::presenters
