#include "app/widgets/task_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/models/task_list.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::Task;

namespace {

constexpr QSize kSize{420, 320};
constexpr int kIcon = 16;
constexpr int kSteps = 1'000;

QPixmap pictureOf(Task::State state) {
  switch (state) {
    case Task::State::Running: return iconOf(QStringLiteral("progress"), Role::Info).pixmap(kIcon, kIcon);
    case Task::State::Done: return iconOf(QStringLiteral("ok"), Role::Ok).pixmap(kIcon, kIcon);
    case Task::State::Failed: return iconOf(QStringLiteral("danger"), Role::Danger).pixmap(kIcon, kIcon);
    case Task::State::Cancelled: break;
  }
  return iconOf(QStringLiteral("muted"), Role::Muted).pixmap(kIcon, kIcon);
}

QString wordOf(const Task& task) {
  if (!task.result.isEmpty()) return task.result;
  switch (task.state) {
    case Task::State::Running: return {};
    case Task::State::Done: return TaskPanel::tr("Done");
    case Task::State::Failed: return TaskPanel::tr("Failed");
    case Task::State::Cancelled: break;
  }
  return TaskPanel::tr("Cancelled");
}

void setProgress(QProgressBar* bar, const Task& task) {
  // Range 0..0 is the bar's way to say "busy, length not known".
  bar->setRange(0, task.total > 0 || reducedMotion() ? kSteps : 0);
  if (task.total > 0) bar->setValue(static_cast<int>(task.done * kSteps / task.total));
}

}  // namespace

TaskPanel::TaskPanel(models::TaskList& tasks, QWidget* parent) : QFrame(parent, Qt::Popup), tasks_(tasks) {
  setObjectName(QStringLiteral("palette"));
  setAttribute(Qt::WA_DeleteOnClose);
  setFixedSize(kSize);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapM, kGapS, kGapS, kGapS);
  auto* top = new QHBoxLayout();
  top->addWidget(newLabel(tr("Tasks"), "section", this));
  top->addStretch(1);
  clear_ = new QPushButton(tr("Clear finished"), this);
  clear_->setObjectName(QStringLiteral("tasks.clear"));
  clear_->setProperty("kind", QStringLiteral("flat"));
  clear_->setAccessibleName(tr("Clear finished tasks"));
  top->addWidget(clear_);
  column->addLayout(top);
  auto* body = new QWidget(this);
  body->setObjectName(QStringLiteral("scrollBody"));
  rows_ = new QVBoxLayout(body);
  rows_->setContentsMargins(0, 0, kGapS, 0);
  rows_->setSpacing(kGapM);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(body);
  column->addWidget(scroll, 1);
  connect(clear_, &QPushButton::clicked, &tasks_, &models::TaskList::clearFinished);
  connect(&tasks_, &models::TaskList::changed, this, &TaskPanel::refresh);
  refresh();
}

void TaskPanel::openAt(const QWidget* anchor) {
  move(anchor->mapToGlobal(QPoint(0, -height() - kGap)));
  show();
  clear_->setFocus();
}

void TaskPanel::refresh() {
  QString shape;
  for (const Task& t : tasks_.tasks()) {
    shape += QStringLiteral("%1:%2 ").arg(t.id).arg(static_cast<int>(t.state));
    if (QProgressBar* bar = bars_.value(t.id)) setProgress(bar, t);
  }
  if (shape == shape_ && rows_->count() > 0) return;
  shape_ = shape;
  rebuild();
}

void TaskPanel::rebuild() {
  bars_.clear();
  while (QLayoutItem* item = rows_->takeAt(0)) {
    if (QWidget* row = item->widget()) {
      row->hide();         // at once
      row->deleteLater();  // not now: its button may be what was clicked
    }
    delete item;
  }
  const auto& tasks = tasks_.tasks();
  for (const Task& t : tasks) rows_->addWidget(newRow(t));
  if (tasks.empty()) rows_->addWidget(newLabel(tr("Nothing was done yet."), "muted", this));
  rows_->addStretch(1);
  clear_->setEnabled(static_cast<int>(tasks.size()) > tasks_.running());
}

QWidget* TaskPanel::newRow(const Task& task) {
  auto* row = new QWidget(this);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(kGapS);
  auto* icon = new QLabel(row);
  icon->setPixmap(pictureOf(task.state));
  line->addWidget(icon, 0, Qt::AlignTop);
  auto* text = new QVBoxLayout();
  text->setSpacing(2);
  QLabel* title = newLabel(task.title, "strong", row);
  title->setWordWrap(true);
  text->addWidget(title);
  if (task.state == Task::State::Running) {
    auto* bar = new QProgressBar(row);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Progress of \"%1\"").arg(task.title));
    setProgress(bar, task);
    bars_.insert(task.id, bar);
    text->addWidget(bar);
  } else {
    QLabel* result = newLabel(wordOf(task), "muted", row);
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->addWidget(result);
  }
  line->addLayout(text, 1);
  if (task.state == Task::State::Running && task.cancel) {
    auto* cancel = new QPushButton(tr("Cancel"), row);
    cancel->setObjectName(QStringLiteral("tasks.cancel"));
    cancel->setAccessibleName(tr("Cancel \"%1\"").arg(task.title));
    connect(cancel, &QPushButton::clicked, &tasks_, [this, id = task.id] { tasks_.cancel(id); });
    line->addWidget(cancel, 0, Qt::AlignTop);
  }
  return row;
}

}  // namespace aerie::widgets
