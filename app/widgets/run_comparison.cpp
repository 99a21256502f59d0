#include "app/widgets/run_comparison.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "app/models/elapsed.h"
#include "app/models/text.h"
#include "app/widgets/card.h"
#include "app/widgets/chart_card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::ChartSeries;
using models::RunCurve;

namespace {

constexpr int kBeforeSeries = 1;
constexpr int kAfterSeries = 0;
constexpr double kSame = 0.005;    // smaller changes are not worth a word
constexpr int kChartsWidth = 460;  // of both, beside the table

ChartOptions shareOptions() {
  ChartOptions out;
  out.kind = models::ValueKind::Share;
  out.time = false;
  out.elapsed = true;
  out.steps = true;
  out.fixedTop = 1;
  return out;
}

ChartOptions countOptions() {
  ChartOptions out;
  out.time = false;
  out.elapsed = true;
  out.steps = true;
  return out;
}

// The curve of one run over the time since its start; `value` reads a sample.
template <class Value>
ChartSeries curveOf(const RunCurve& run, bool after, const Value& value) {
  ChartSeries out;
  out.id = out.group = after ? QStringLiteral("after") : QStringLiteral("before");
  out.title = run.title;
  out.color = after ? kAfterSeries : kBeforeSeries;
  out.line = after ? ChartSeries::Line::Solid : ChartSeries::Line::Dashed;
  for (const models::LoadSample& s : run.load.samples)
    out.points.append({static_cast<double>(s.atMs - run.startMs), value(s)});
  if (!run.load.samples.isEmpty()) {
    const models::LoadSample& last = run.load.samples.back();
    out.points.append({static_cast<double>(last.atMs + run.load.stepMs - run.startMs), value(last)});
  }
  return out;
}

double lengthOf(const std::optional<RunCurve>& run) {
  if (!run) return 0;
  double end = run->makespanMs;
  if (!run->load.samples.isEmpty()) {
    end = std::max(end, static_cast<double>(run->load.samples.back().atMs + run->load.stepMs - run->startMs));
  }
  return end;
}

QString timesText(double ratio) { return QLocale().toString(ratio, 'f', ratio >= 99.95 ? 0 : 1); }

}  // namespace

RunComparison::RunComparison(const QString& id, QWidget* parent) : QWidget(parent) {
  setObjectName(id);
  charts_ = new QWidget(this);
  auto* row = new QHBoxLayout(charts_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapM);
  busy_ = new ChartCard(id + QStringLiteral(".busy"), tr("Busy share of the cores"), shareOptions(),
                        ChartCard::Legend::Everything, charts_);
  running_ = new ChartCard(id + QStringLiteral(".running"), tr("Tasks at once"), countOptions(),
                           ChartCard::Legend::Everything, charts_);
  row->addWidget(busy_, 1);
  row->addWidget(running_, 1);
  card_ = new Card(tr("What changed"), this);
  table_ = new QWidget(card_);
  auto* grid = new QGridLayout(table_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(kGapM);
  grid->setVerticalSpacing(kGap);
  card_->body()->addWidget(table_);
  card_->body()->addStretch(1);
  empty_ = new EmptyState(this);
  for (ChartCard* chart : {busy_, running_}) {
    ChartCard* other = chart == busy_ ? running_ : busy_;
    connect(chart, &ChartCard::crosshairMoved, other, [other](double x) { other->follow(x); });
    connect(chart, &ChartCard::crosshairLeft, other, [other] { other->follow(std::nullopt); });
    connect(chart, &ChartCard::hiddenGroupsChanged, other, &ChartCard::setHiddenGroups);
    connect(chart, &ChartCard::exported, this, &RunComparison::exported);
    connect(chart, &ChartCard::failed, this, &RunComparison::failed);
  }
  showRuns();
}

void RunComparison::setRuns(const std::optional<RunCurve>& before, const std::optional<RunCurve>& after) {
  if (before == before_ && after == after_) return;
  before_ = before;
  after_ = after;
  showRuns();
}

void RunComparison::setLoading(bool loading) {
  loading_ = loading;
  showRuns();
}

void RunComparison::setEmptyText(const QString& headline, const QString& sentence) {
  emptyHeadline_ = headline;
  emptySentence_ = sentence;
  showRuns();
}

void RunComparison::showRuns() {
  const bool any = before_ || after_;
  charts_->setVisible(any);
  card_->setVisible(any);
  empty_->setVisible(!any);
  if (loading_) {
    empty_->show(EmptyState::Kind::Loading, tr("Loading"), {});
  } else {
    empty_->show(EmptyState::Kind::Empty,
                 emptyHeadline_.isEmpty() ? tr("Nothing to compare") : emptyHeadline_, emptySentence_);
  }
  QList<ChartSeries> busy;
  QList<ChartSeries> running;
  for (const bool after : {false, true}) {
    const std::optional<RunCurve>& run = after ? after_ : before_;
    if (!run) continue;
    busy.append(curveOf(*run, after, [](const models::LoadSample& s) {
      return s.capacity > 0 ? std::min(1.0, s.busy / s.capacity) : 0.0;
    }));
    running.append(curveOf(*run, after, [](const models::LoadSample& s) { return s.running; }));
  }
  const double end = std::max({lengthOf(before_), lengthOf(after_), 1'000.0});
  for (ChartCard* chart : {busy_, running_}) {
    chart->setWindow(0, end);
    chart->setLoading(loading_);
    chart->setSeries(chart == busy_ ? busy : running);
  }
  lines_.clear();
  addLines();
  showTable();
}

// The table beside the charts where all have room, else below them. Without a layout: the wide arrangement
// must not be the least width of the narrow one.
void RunComparison::arrange() {
  empty_->setGeometry(rect());
  const QSize table = card_->minimumSizeHint();
  const QSize charts = charts_->minimumSizeHint();
  const bool beside = width() >= table.width() + kGapM + std::max(charts.width(), kChartsWidth);
  if (beside) {
    const int left = width() - table.width() - kGapM;
    charts_->setGeometry(0, 0, left, height());
    card_->setGeometry(left + kGapM, 0, table.width(), height());
  } else {
    const int top = std::max(charts.height(), height() - table.height() - kGapM);
    charts_->setGeometry(0, 0, width(), top);
    card_->setGeometry(0, top + kGapM, width(), std::max(table.height(), height() - top - kGapM));
  }
}

QSize RunComparison::minimumSizeHint() const {
  const QSize table = card_->minimumSizeHint();
  const QSize charts = charts_->minimumSizeHint();
  return {std::max(table.width(), charts.width()), table.height() + kGapM + charts.height()};
}

QSize RunComparison::sizeHint() const { return minimumSizeHint().expandedTo({900, 300}); }

void RunComparison::resizeEvent(QResizeEvent*) { arrange(); }

bool RunComparison::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) {  // a part needs more room, or less
    updateGeometry();
    arrange();
  }
  return QWidget::event(event);
}

void RunComparison::addLines() {
  using Text = QString (*)(double);
  // `ratio` says a change as a factor, otherwise as a difference.
  const auto add = [this](const QString& what, double RunCurve::*field, Text text, bool smallerIsBetter,
                          const auto& words) {
    const double a = before_ ? (*before_).*field : -1;
    const double b = after_ ? (*after_).*field : -1;
    if (a < 0 && b < 0) return;
    Line line{what, a < 0 ? QString() : text(a), b < 0 ? QString() : text(b), {}, false, false};
    const bool differs = std::abs(b - a) > kSame * a && line.before != line.after;  // not in what is unseen
    if (a > 0 && b > 0 && differs) {
      line.difference = words(a, b);
      line.better = (b < a) == smallerIsBetter;
      line.worse = !line.better;
    }
    lines_.append(line);
  };
  const auto count = [](double value) { return models::countText(value); };
  const auto times = [](double a, double b) {
    return b > a ? tr("%1 times as many").arg(timesText(b / a)) : tr("%1 times fewer").arg(timesText(a / b));
  };
  const auto percent = [](double a, double b) {
    const QString sign = b > a ? QStringLiteral("+") : QString();
    return sign + models::percentText((b - a) / a);
  };
  add(tr("Takes"), &RunCurve::makespanMs, models::lengthOfTimeText, true, [](double a, double b) {
    return b < a ? tr("%1 times as fast").arg(timesText(a / b))
                 : tr("%1 times as long").arg(timesText(b / a));
  });
  add(tr("CPU really used"), &RunCurve::busyShare, models::percentText, false, [](double a, double b) {
    const QString sign = b > a ? QStringLiteral("+") : QString();
    //: a difference of two percentages
    return tr("%1 points").arg(sign + QLocale().toString((b - a) * 100, 'f', 1));
  });
  add(tr("Tasks at once"), &RunCurve::meanRunning, count, false, times);
  add(tr("At most at once"), &RunCurve::peakRunning, count, false, times);
  add(tr("Core hours"), &RunCurve::coreHours, count, true, percent);
  add(
      tr("Cost"), &RunCurve::cost, [](double value) { return QLocale().toString(value, 'f', 2); }, true,
      percent);
  const auto whole = [this](const QString& what, qint64 RunCurve::*field) {
    const qint64 a = before_ ? (*before_).*field : -1;
    const qint64 b = after_ ? (*after_).*field : -1;
    const QLocale locale;
    if (a >= 0 || b >= 0)
      lines_.append(
          {what, a < 0 ? QString() : locale.toString(a), b < 0 ? QString() : locale.toString(b), {}});
  };
  whole(tr("Tasks"), &RunCurve::tasks);
  whole(tr("Failed"), &RunCurve::failed);
}

void RunComparison::showTable() {
  auto* grid = static_cast<QGridLayout*>(table_->layout());
  while (QLayoutItem* item = grid->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  grid->setColumnStretch(0, 1);
  const auto put = [&](int line, int column, const QString& text, const char* kind, bool number) {
    QLabel* label = newLabel(text, kind, table_);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(label, line, column,
                    number ? Qt::AlignRight | Qt::AlignBaseline : Qt::AlignLeft | Qt::AlignBaseline);
    return label;
  };
  const bool both = before_ && after_;
  if (before_) put(0, 1, tr("Before"), "caption", true)->setToolTip(before_->title);
  if (after_) put(0, 2, tr("After"), "caption", true)->setToolTip(after_->title);
  int at = 1;
  for (const Line& line : lines_) {
    put(at, 0, line.what, "muted", false);
    if (before_) put(at, 1, line.before, both ? "" : "strong", true);
    if (after_) put(at, 2, line.after, "strong", true);
    if (!line.difference.isEmpty()) {
      auto* difference = new StatusChip(table_);
      difference->setState(line.better ? models::Tone::Ok : models::Tone::Warning, line.difference);
      grid->addWidget(difference, at, 3, Qt::AlignLeft | Qt::AlignVCenter);
    }
    ++at;
  }
  updateGeometry();
  arrange();
  table_->setAccessibleName(tr("What changed"));
  table_->setAccessibleDescription(sentence());
}

QString RunComparison::sentence() const {
  QStringList parts;
  for (const Line& line : lines_) {
    QString text = line.what + QLatin1Char(' ') + (line.before.isEmpty() ? line.after : line.before);
    //: from one value to another
    if (!line.before.isEmpty() && !line.after.isEmpty())
      text = tr("%1 from %2 to %3").arg(line.what, line.before, line.after);
    if (!line.difference.isEmpty()) text += QStringLiteral(" (%1)").arg(line.difference);
    parts.append(text);
  }
  return parts.join(QLatin1String("; "));
}

}  // namespace aerie::widgets
