#include "app/widgets/chart_card.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPixmap>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/models/when.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/legend_bar.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::ChartSeries;

ChartCard::ChartCard(const QString& id, const QString& title, const ChartOptions& options, Legend legend,
                     QWidget* parent)
    : QWidget(parent), id_(id), title_(title), options_(options), legendKind_(legend) {
  setObjectName(id);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  card_ = new Card(title, this);
  card_->body()->setContentsMargins(kGapS, 0, kGap, kGap);
  card_->body()->setSpacing(0);
  outer->addWidget(card_);
  stale_ = new StatusChip(card_);
  stale_->setObjectName(id + QStringLiteral(".stale"));
  stale_->hide();
  variants_ = new LegendBar(card_);
  variants_->setObjectName(id + QStringLiteral(".variants"));
  card_->tools()->addWidget(stale_);
  card_->tools()->addWidget(variants_);
  addMenu();
  groups_ = new LegendBar(card_);
  groups_->setObjectName(id + QStringLiteral(".legend"));
  card_->body()->addWidget(groups_);
  plot_ = new ChartPlot(options, card_);
  plot_->setObjectName(id + QStringLiteral(".plot"));
  plot_->setAccessibleName(tr("Chart: %1").arg(title));
  plot_->setToolTip({});
  card_->body()->addWidget(plot_, 1);
  connect(plot_, &ChartPlot::crosshairMoved, this, &ChartCard::crosshairMoved);
  connect(plot_, &ChartPlot::crosshairLeft, this, &ChartCard::crosshairLeft);
  connect(plot_, &ChartPlot::piecePicked, this, &ChartCard::piecePicked);
  connect(groups_, &LegendBar::hiddenChanged, this, [this](const QStringList& hidden) {
    setHiddenGroups({hidden.begin(), hidden.end()});
    Q_EMIT hiddenGroupsChanged(hiddenGroups_);
  });
  connect(variants_, &LegendBar::hiddenChanged, this, [this](const QStringList& hidden) {
    setHiddenVariants({hidden.begin(), hidden.end()});
  });
  showData();
}

void ChartCard::addMenu() {
  menu_ = new QToolButton(card_);
  menu_->setObjectName(id_ + QStringLiteral(".export"));
  menu_->setIcon(iconOf(QStringLiteral("download"), Role::Muted));
  menu_->setIconSize({kGapL, kGapL});
  menu_->setAccessibleName(tr("Export %1").arg(title_));
  menu_->setToolTip(tr("Save the chart as a picture or a table"));
  menu_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(menu_);
  QAction* png = menu->addAction(tr("Save as Picture (PNG)..."));
  png->setObjectName(id_ + QStringLiteral(".png"));
  QAction* csv = menu->addAction(tr("Save as Table (CSV)..."));
  csv->setObjectName(id_ + QStringLiteral(".csv"));
  connect(png, &QAction::triggered, this, [this] { askExport(true); });
  connect(csv, &QAction::triggered, this, [this] { askExport(false); });
  menu_->setMenu(menu);
  card_->tools()->addWidget(menu_);
}

void ChartCard::setNote(const QString& note) { card_->setNote(note); }

void ChartCard::addRow(QWidget* row) { card_->body()->insertWidget(card_->body()->indexOf(plot_), row); }

void ChartCard::setWindow(double from, double to) {
  if (data_.from == from && data_.to == to) return;
  data_.from = from;
  data_.to = to;
  if (!paused_) showData();
}

void ChartCard::setScale(const models::TimeScale& scale) {
  if (scale == scale_) return;
  scale_ = scale;
  plot_->setScale(scale);
  if (!paused_) showData();
}

void ChartCard::setSeries(const QList<ChartSeries>& series, double gapAfter) {
  data_.series = series;
  data_.gapAfter = gapAfter;
  if (!paused_) showData();
}

void ChartCard::setMarkers(const QList<models::ChartMarker>& markers) { plot_->setMarkers(markers); }

void ChartCard::setLoading(bool loading) {
  if (loading == loading_) return;
  loading_ = loading;
  if (!paused_) showData();
}

void ChartCard::setEmptyText(const QString& text) {
  if (text == emptyText_) return;
  emptyText_ = text;
  if (!paused_) showData();
}

void ChartCard::setPaused(bool paused) {
  paused_ = paused;
  if (!paused_) showData();
}

void ChartCard::setHiddenGroups(const QSet<QString>& groups) {
  if (groups == hiddenGroups_) return;
  hiddenGroups_ = groups;
  plot_->setHidden(hiddenGroups_, hiddenVariants_);
  showLegend();
}

void ChartCard::setHiddenVariants(const QSet<QString>& variants) {
  if (variants == hiddenVariants_) return;
  hiddenVariants_ = variants;
  plot_->setHidden(hiddenGroups_, hiddenVariants_);
  showLegend();
}

void ChartCard::showData() {
  showLegend();  // first, because it may take room from the plot
  plot_->setWindow(data_.from, data_.to);
  plot_->setSeries(data_.series, data_.gapAfter);
  const bool any = std::any_of(data_.series.begin(), data_.series.end(), [this](const ChartSeries& s) {
    return std::any_of(s.points.begin(), s.points.end(), [this](const QPointF& p) {
      return p.x() >= data_.from && p.x() <= data_.to && std::isfinite(p.y());
    });
  });
  plot_->setMessage(any                    ? QString()
                    : loading_             ? tr("Loading")
                    : emptyText_.isEmpty() ? tr("No data in this time")
                                           : emptyText_);
  const QString since = noDataText();
  stale_->setVisible(any && !since.isEmpty());
  stale_->setState(models::Tone::Warning, since);
}

QString ChartCard::noDataText() const {
  if (data_.gapAfter <= 0 || scale_.isVirtual()) return {};
  double newest = 0;
  for (const ChartSeries& s : data_.series) {
    if (!s.points.isEmpty()) newest = std::max(newest, s.points.back().x());
  }
  if (newest <= 0 || data_.to - newest <= data_.gapAfter) return {};
  return tr("No data since %1").arg(models::clockText(static_cast<qint64>(newest), models::Fine::Seconds));
}

void ChartCard::showLegend() {
  QList<LegendEntry> groups;
  QList<LegendEntry> variants;
  const auto has = [](const QList<LegendEntry>& list, const QString& id) {
    return std::any_of(list.begin(), list.end(), [&](const LegendEntry& e) { return e.id == id; });
  };
  for (const ChartSeries& s : data_.series) {
    if (!s.group.isEmpty() && !has(groups, s.group)) {
      // A line that has no variants is told by its own dashes as well.
      const ChartSeries::Line line = s.variant.isEmpty() ? s.line : ChartSeries::Line::Solid;
      groups.append({s.group, s.title, s.color, line, !hiddenGroups_.contains(s.group)});
    }
    if (!s.variant.isEmpty() && !has(variants, s.variant)) {
      variants.append({s.variant, s.variant, -1, s.line, !hiddenVariants_.contains(s.variant)});
    }
  }
  if (legendKind_ == Legend::Everything) groups_->setEntries(groups);
  variants_->setEntries(variants);
}

QString ChartCard::toCsv() const {
  QList<ChartSeries> seen = plot_->visibleSeries();
  for (ChartSeries& s : seen) {
    erase_if(s.points, [this](const QPointF& p) { return p.x() < data_.from || p.x() > data_.to; });
  }
  return models::csvOf(options_.time ? QStringLiteral("time") : QStringLiteral("value"), options_.time,
                       options_.kind, seen);
}

bool ChartCard::savePng(const QString& path) const { return card_->grab().save(path, "PNG"); }

bool ChartCard::saveCsv(const QString& path) const {
  QSaveFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(toCsv().toUtf8()) >= 0 && file.commit();
}

void ChartCard::askExport(bool picture) {
  QString name = title_;
  name.replace(QLatin1Char(' '), QLatin1Char('-')).replace(QLatin1Char('/'), QLatin1Char('-'));
  auto* ask =
      new QFileDialog(this, picture ? tr("Save the Chart as a Picture") : tr("Save the Chart as a Table"),
                      name.toLower() + (picture ? QStringLiteral(".png") : QStringLiteral(".csv")),
                      picture ? tr("Picture (*.png)") : tr("Table (*.csv)"));
  ask->setObjectName(id_ + QStringLiteral(".save"));
  ask->setAttribute(Qt::WA_DeleteOnClose);
  ask->setAcceptMode(QFileDialog::AcceptSave);
  ask->setDefaultSuffix(picture ? QStringLiteral("png") : QStringLiteral("csv"));
  connect(ask, &QFileDialog::fileSelected, this, [this, picture](const QString& path) {
    if (picture ? savePng(path) : saveCsv(path)) {
      Q_EMIT exported(path);
    } else {
      Q_EMIT failed(tr("\"%1\" was not saved.").arg(title_),
                    tr("%1 cannot be written. Choose another folder.").arg(path));
    }
  });
  ask->open();
}

}  // namespace aerie::widgets
