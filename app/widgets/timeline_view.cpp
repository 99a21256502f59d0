#include "app/widgets/timeline_view.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>
#include <memory>

#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/timeline_canvas.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::Timeline;
using models::TimelineBar;

namespace {

constexpr double kZoomStep = 1.5;
constexpr double kPictureScale = 2;

bool write(const QString& path, const QByteArray& data) {
  QSaveFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit();
}

}  // namespace

TimelineView::TimelineView(const QString& id, const QString& title, QWidget* parent)
    : QWidget(parent), title_(title) {
  setObjectName(id);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  card_ = new Card(title, this);
  card_->body()->setContentsMargins(kGapM, 0, kGap, kGap);
  outer->addWidget(card_);
  canvas_ = new TimelineCanvas(card_);
  canvas_->setObjectName(id + QStringLiteral(".canvas"));
  canvas_->setAccessibleName(title);
  card_->body()->addWidget(canvas_, 1);
  connect(addButton("zoomOut", "minus", tr("Show more time"), tr("-")), &QToolButton::clicked, this,
          [this] { canvas_->zoomAtCentre(1 / kZoomStep); });
  connect(addButton("zoomIn", "plus", tr("Show more detail"), tr("+")), &QToolButton::clicked, this,
          [this] { canvas_->zoomAtCentre(kZoomStep); });
  connect(addButton("fit", "fit", tr("Show everything"), tr("0")), &QToolButton::clicked, this,
          &TimelineView::fit);
  addMenu();
  connect(canvas_, &TimelineCanvas::barSelected, this, [this](int bar) {
    const TimelineBar& b = timeline().bars()[bar];
    Q_EMIT selected(b.job, b.task, b.attempt);
  });
  connect(canvas_, &TimelineCanvas::barActivated, this, [this](int bar) {
    const TimelineBar& b = timeline().bars()[bar];
    Q_EMIT activated(b.job, b.task, b.attempt);
  });
  connect(canvas_, &TimelineCanvas::windowChanged, this, [this](double from, double to) {
    Q_EMIT windowChanged(static_cast<qint64>(from), static_cast<qint64>(to));
  });
  connect(canvas_, &TimelineCanvas::crosshairMoved, this, &TimelineView::crosshairMoved);
  connect(canvas_, &TimelineCanvas::crosshairLeft, this, &TimelineView::crosshairLeft);
  showState();
}

QToolButton* TimelineView::addButton(const char* name, const char* icon, const QString& text,
                                     const QString& keys) {
  auto* button = new QToolButton(card_);
  button->setObjectName(objectName() + QLatin1Char('.') + QLatin1String(name));
  button->setIcon(iconOf(QLatin1String(icon), Role::Muted));
  button->setIconSize({kGapL, kGapL});
  button->setAccessibleName(text);
  //: tool tip of a button: what it does (its key, in the timeline)
  button->setToolTip(tr("%1 (key %2 in the timeline)").arg(text, keys));
  card_->tools()->addWidget(button);
  return button;
}

void TimelineView::addMenu() {
  menu_ = new QToolButton(card_);
  menu_->setObjectName(objectName() + QStringLiteral(".export"));
  menu_->setIcon(iconOf(QStringLiteral("download"), Role::Muted));
  menu_->setIconSize({kGapL, kGapL});
  menu_->setAccessibleName(tr("Export %1").arg(title_));
  menu_->setToolTip(tr("Save the timeline as a picture, a table or a trace"));
  menu_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(menu_);
  const std::pair<const char*, QString> entries[] = {{"png", tr("Save as Picture (PNG)...")},
                                                     {"csv", tr("Save as Table (CSV)...")},
                                                     {"trace", tr("Save as Chrome Trace (JSON)...")}};
  constexpr std::array kinds{Export::Picture, Export::Table, Export::ChromeTrace};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    QAction* action = menu->addAction(entries[i].second);
    action->setObjectName(objectName() + QLatin1Char('.') + QLatin1String(entries[i].first));
    connect(action, &QAction::triggered, this, [this, kind = kinds[i]] { askExport(kind); });
  }
  menu_->setMenu(menu);
  card_->tools()->addWidget(menu_);
}

const Timeline& TimelineView::timeline() const { return canvas_->timeline(); }

void TimelineView::setBars(const QList<TimelineBar>& bars, qint64 nowMs, bool downsampled) {
  const quint64 number = ++newest_;
  if (bars.size() <= kAtOnce) {
    take(Timeline(bars, nowMs), number, downsampled);
    return;
  }
  showState();
  QThreadPool::globalInstance()->start([guard = QPointer(this), bars, nowMs, number, downsampled] {
    auto made = std::make_shared<Timeline>(bars, nowMs);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, made, number, downsampled] {
          if (guard) guard->take(std::move(*made), number, downsampled);
        },
        Qt::QueuedConnection);
  });
}

void TimelineView::take(Timeline timeline, quint64 number, bool downsampled) {
  if (number <= taken_) return;  // a newer one was faster
  taken_ = number;
  downsampled_ = downsampled;
  canvas_->setTimeline(std::move(timeline));
  showState();
}

void TimelineView::setScale(const models::TimeScale& scale) { canvas_->setScale(scale); }

void TimelineView::setLoading(bool loading) {
  loading_ = loading;
  showState();
}

void TimelineView::setEmptyText(const QString& text) {
  emptyText_ = text;
  showState();
}

void TimelineView::showState() {
  const bool empty = timeline().empty();
  canvas_->setMessage(!empty                         ? QString()
                      : loading_ || taken_ < newest_ ? tr("Loading")
                      : emptyText_.isEmpty()         ? tr("Nothing has run yet")
                                                     : emptyText_);
  const auto count = static_cast<int>(timeline().bars().size());
  QString note = empty ? QString() : tr("%Ln attempt(s)", nullptr, count);
  if (!empty && downsampled_) note = tr("%1, short neighbours merged").arg(note);
  card_->setNote(note);
  menu_->setEnabled(!empty);
}

void TimelineView::setWindow(qint64 fromMs, qint64 toMs) {
  canvas_->setWindow(static_cast<double>(fromMs), static_cast<double>(toMs));
}

void TimelineView::fit() { canvas_->fit(); }

void TimelineView::select(const QString& job, const QString& task) {
  if (const int bar = timeline().find(job, task); bar >= 0) canvas_->setCursorBar(bar);
}

void TimelineView::follow(std::optional<double> atMs) { canvas_->follow(atMs); }

QByteArray TimelineView::toChromeTrace() const { return models::chromeTraceOf(timeline()); }
QString TimelineView::toCsv() const { return models::csvOf(timeline()); }

bool TimelineView::save(Export kind, const QString& path) const {
  switch (kind) {
    case Export::Picture: return canvas_->wholePicture(kPictureScale).save(path, "PNG");
    case Export::Table: return write(path, toCsv().toUtf8());
    case Export::ChromeTrace: break;
  }
  return write(path, toChromeTrace());
}

void TimelineView::askExport(Export kind) {
  struct Words {
    QString title, filter, suffix;
  };
  const Words words =
      kind == Export::Picture
          ? Words{tr("Save the Timeline as a Picture"), tr("Picture (*.png)"), QStringLiteral("png")}
      : kind == Export::Table
          ? Words{tr("Save the Timeline as a Table"), tr("Table (*.csv)"), QStringLiteral("csv")}
          : Words{tr("Save the Timeline as a Trace"), tr("Trace (*.json)"), QStringLiteral("json")};
  auto* ask = new QFileDialog(this, words.title, QStringLiteral("timeline.") + words.suffix, words.filter);
  ask->setObjectName(objectName() + QStringLiteral(".save"));
  ask->setAttribute(Qt::WA_DeleteOnClose);
  ask->setAcceptMode(QFileDialog::AcceptSave);
  ask->setDefaultSuffix(words.suffix);
  connect(ask, &QFileDialog::fileSelected, this, [this, kind](const QString& path) {
    if (save(kind, path)) {
      Q_EMIT exported(path);
    } else {
      Q_EMIT failed(tr("\"%1\" was not saved.").arg(title_),
                    tr("%1 cannot be written. Choose another folder.").arg(path));
    }
  });
  ask->open();
}

}  // namespace aerie::widgets
