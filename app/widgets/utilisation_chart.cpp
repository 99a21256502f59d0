#include "app/widgets/utilisation_chart.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <array>

#include "app/models/text.h"
#include "app/widgets/chart_card.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::ChartSeries;

namespace {

constexpr int kBusySeries = 0;
constexpr int kSlotsSeries = 1;
constexpr int kSwatch = 14;
constexpr int kKeyHeight = 20;

ChartOptions optionsOf() {
  ChartOptions out;
  out.steps = true;  // means of intervals, not points on a curve
  out.bands = {{{}, QStringLiteral("busy"), {}, Role::Muted, kBusySeries, Qt::SolidPattern},
               {{QStringLiteral("busy")},
                QStringLiteral("slots"),
                UtilisationChart::tr("Waste"),
                Role::Warning,
                -1,
                Qt::BDiagPattern},
               {{QStringLiteral("slots"), QStringLiteral("busy")},
                QStringLiteral("capacity"),
                UtilisationChart::tr("Idle"),
                Role::Muted,
                -1,
                Qt::Dense6Pattern}};
  return out;
}

}  // namespace

// What the shading means, with the shares of what is seen.
class UtilisationKey final : public QWidget {
 public:
  explicit UtilisationKey(QWidget* parent) : QWidget(parent) { setFixedHeight(kKeyHeight); }
  struct Entry {
    QString text;
    QBrush brush;
  };
  void setEntries(const QList<Entry>& entries, const QString& sentence) {
    entries_ = entries;
    setToolTip(sentence);
    setAccessibleName(UtilisationChart::tr("Use of the capacity"));
    setAccessibleDescription(sentence);
    setVisible(!entries.isEmpty());
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setFont(fontOf(Type::Caption));
    int x = kGap;
    for (const Entry& entry : entries_) {
      const QRect swatch(x, (height() - kGapM) / 2, kSwatch, kGapM);
      const int room = painter.fontMetrics().horizontalAdvance(entry.text) + 1;
      if (x + kSwatch + kGap + room > width()) break;
      painter.fillRect(swatch, entry.brush);
      painter.setPen(QPen(colorOf(Role::Muted), 1));
      painter.setBrush(Qt::NoBrush);
      painter.drawRect(swatch);
      painter.setPen(colorOf(Role::Text));
      painter.drawText(QRect(x + kSwatch + kGap, 0, room, height()), Qt::AlignVCenter, entry.text);
      x += kSwatch + kGap + room + kGapL;
    }
  }

 private:
  QList<Entry> entries_;
};

UtilisationChart::UtilisationChart(const QString& id, QWidget* parent) : QWidget(parent) {
  setObjectName(id);
  card_ = new ChartCard(id + QStringLiteral(".chart"), tr("Capacity, slots and busy cores"), optionsOf(),
                        ChartCard::Legend::Everything, this);
  key_ = new UtilisationKey(card_);
  card_->addRow(key_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(card_);
  connect(card_, &ChartCard::crosshairMoved, this, &UtilisationChart::crosshairMoved);
  connect(card_, &ChartCard::crosshairLeft, this, &UtilisationChart::crosshairLeft);
  connect(card_, &ChartCard::piecePicked, this, &UtilisationChart::piecePicked);
  connect(card_, &ChartCard::exported, this, &UtilisationChart::exported);
  connect(card_, &ChartCard::failed, this, &UtilisationChart::failed);
  showLoad();
}

void UtilisationChart::setWindow(qint64 fromMs, qint64 toMs) {
  if (fromMs == fromMs_ && toMs == toMs_) return;
  fromMs_ = fromMs;
  toMs_ = toMs;
  card_->setWindow(static_cast<double>(fromMs), static_cast<double>(toMs));
  showKey();
}

void UtilisationChart::setLoad(const models::Load& load) {
  if (load == load_) return;
  load_ = load;
  showLoad();
}

void UtilisationChart::setScale(const models::TimeScale& scale) { card_->setScale(scale); }
void UtilisationChart::setMarkers(const QList<models::ChartMarker>& markers) { card_->setMarkers(markers); }
void UtilisationChart::setLoading(bool loading) { card_->setLoading(loading); }
void UtilisationChart::setEmptyText(const QString& text) { card_->setEmptyText(text); }
void UtilisationChart::follow(std::optional<double> atMs) { card_->follow(atMs); }

void UtilisationChart::showLoad() {
  const auto series = [](const char* id, const QString& title, int color) {
    ChartSeries s;
    s.id = s.group = QLatin1String(id);
    s.title = title;
    s.color = color;
    return s;
  };
  ChartSeries capacity = series("capacity", tr("Capacity (cores)"), -1);
  ChartSeries slotted = series("slots", tr("Slots in use"), kSlotsSeries);
  ChartSeries busy = series("busy", tr("Cores really busy"), kBusySeries);
  const double gap = 2.5 * static_cast<double>(load_.stepMs);
  for (qsizetype i = 0; i < load_.samples.size(); ++i) {
    const models::LoadSample& s = load_.samples[i];
    const auto add = [&](qint64 at) {
      const auto x = static_cast<double>(at);
      capacity.points.append({x, s.capacity});
      slotted.points.append({x, s.slots});
      busy.points.append({x, s.busy});
    };
    add(s.atMs);
    // An interval lasts until its end, also when nothing follows it.
    const bool last =
        i + 1 == load_.samples.size() || static_cast<double>(load_.samples[i + 1].atMs - s.atMs) > gap;
    if (last && load_.stepMs > 0) add(s.atMs + load_.stepMs);
  }
  card_->setSeries({capacity, slotted, busy}, gap);
  showKey();
}

QString UtilisationChart::summary() const {
  const models::LoadParts parts = partsOf(load_, fromMs_, toMs_);
  if (parts.capacityHours() <= 0) return {};
  const auto percent = [&](double hours) { return models::percentText(parts.share(hours)); };
  return tr("Busy %1 of the capacity, waste %2 (%3 core hours), idle %4 (%5 core hours)")
      .arg(percent(parts.busyHours), percent(parts.wasteHours), models::countText(parts.wasteHours),
           percent(parts.idleHours), models::countText(parts.idleHours));
}

void UtilisationChart::showKey() {
  const models::LoadParts parts = partsOf(load_, fromMs_, toMs_);
  QList<UtilisationKey::Entry> entries;
  const std::array<double, 3> hours{parts.busyHours, parts.wasteHours, parts.idleHours};
  const QString words[] = {tr("Busy %1"), tr("Waste %1: asked for and not used"),
                           tr("Idle %1: not asked for")};
  const QList<ChartBand> bands = optionsOf().bands;
  for (std::size_t i = 0; parts.capacityHours() > 0 && i < hours.size(); ++i) {
    entries.append(
        {words[i].arg(models::percentText(parts.share(hours[i]))), bands[static_cast<qsizetype>(i)].brush()});
  }
  key_->setEntries(entries, summary());
}

void UtilisationChart::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) showKey();  // brushes are of the theme
  QWidget::changeEvent(event);
}

}  // namespace aerie::widgets
