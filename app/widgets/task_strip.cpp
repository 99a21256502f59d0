#include "app/widgets/task_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

#include "app/models/task_list.h"
#include "app/widgets/card.h"
#include "app/widgets/task_panel.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {

using models::Task;

TaskStrip::TaskStrip(models::TaskList& tasks, QWidget* parent) : QWidget(parent), tasks_(tasks) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapS);
  all_ = new QPushButton(this);
  all_->setObjectName(QStringLiteral("tasks"));
  all_->setProperty("kind", QStringLiteral("flat"));
  title_ = newLabel({}, "caption", this);
  bar_ = new QProgressBar(this);
  bar_->setFixedWidth(140);
  bar_->setTextVisible(false);
  bar_->setAccessibleName(tr("Progress of the newest task"));
  cancel_ = new QPushButton(tr("Cancel"), this);
  cancel_->setObjectName(QStringLiteral("taskCancel"));
  cancel_->setProperty("kind", QStringLiteral("flat"));
  cancel_->setAccessibleName(tr("Cancel the newest task"));
  row->addWidget(all_);
  row->addWidget(title_);
  row->addWidget(bar_);
  row->addWidget(cancel_);
  connect(&tasks_, &models::TaskList::changed, this, &TaskStrip::refresh);
  connect(all_, &QPushButton::clicked, this, &TaskStrip::showAll);
  connect(cancel_, &QPushButton::clicked, this, [this] { tasks_.cancel(shown_); });
  refresh();
}

void TaskStrip::refresh() {
  const auto& tasks = tasks_.tasks();
  const auto it =
      std::find_if(tasks.begin(), tasks.end(), [](const Task& t) { return t.state == Task::State::Running; });
  const bool running = it != tasks.end();
  all_->setText(running ? tr("Tasks (%1)").arg(tasks_.running()) : tr("Tasks"));
  all_->setAccessibleName(all_->text());
  for (QWidget* w :
       {static_cast<QWidget*>(title_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(cancel_)}) {
    w->setVisible(running);
  }
  if (!running) return;
  shown_ = it->id;
  title_->setText(it->title);
  // Range 0..0 is the bar's way to say "busy, length not known".
  bar_->setRange(0, it->total > 0 ? 1000 : 0);
  if (it->total > 0) bar_->setValue(static_cast<int>(it->done * 1000 / it->total));
  cancel_->setVisible(static_cast<bool>(it->cancel));
}

void TaskStrip::showAll() { (new TaskPanel(tasks_, window()))->openAt(all_); }

}  // namespace aerie::widgets
