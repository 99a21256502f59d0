#include "app/presenters/training_room.h"

#include <QLocale>

#include "app/models/text.h"

namespace aerie::presenters {

using TileData = TrainingJobPresenter::TileData;

TrainingRoom::TrainingRoom(rpc::TrainingApi& api, models::World& world, models::TaskList& tasks,
                           QObject* parent)
    : QObject(parent),
      training_(api, world, tasks),
      job_(api, training_),
      load_(api),
      compare_(api, training_),
      submission_(api, tasks) {
  connect(&training_, &TrainingPresenter::changed, this, &TrainingRoom::retarget);
  connect(&training_, &TrainingPresenter::selectionChanged, this, &TrainingRoom::retarget);
  connect(&submission_, &SubmissionPresenter::submitted, &training_, &TrainingPresenter::selectJob);
  retarget();
}

void TrainingRoom::retarget() {
  LoadTarget target;
  if (const rpc::TrainingJob* j = training_.job()) {
    target = {j->cluster, j->id, j->submittedMs, rpc::isOver(j->state) ? j->endedMs : 0, job_.scale()};
  } else if (const rpc::TrainingCluster* c = training_.cluster()) {
    target = {c->name, {}, c->createdMs, c->endedMs, models::TimeScale::ofEngine(c->engine, c->createdMs)};
  }
  load_.setTarget(target);
}

void TrainingRoom::setShown(bool shown) {
  shown_ = shown;
  apply();
}

void TrainingRoom::setView(View view) {
  view_ = view;
  apply();
}

void TrainingRoom::apply() {
  training_.setShown(shown_);
  job_.setShown(shown_);
  job_.followLog(shown_ && view_ == View::Tasks);
  // The headline needs utilisation in every view.
  load_.setShown(shown_, shown_ && view_ == View::Timeline);
  compare_.setShown(shown_ && view_ == View::Compare);
}

TileData TrainingRoom::cpuUsed() const {
  TileData out{QStringLiteral("-"), {}, models::Tone::None};
  const QList<models::LoadSample>& samples = load_.load().samples;
  if (samples.isEmpty()) return out;
  const models::LoadSample& last = samples.back();
  const QString mean = models::percentText(load_.summary().busyMean);
  const QString roundMean = QLocale().toString(load_.summary().busyMean * 100, 'f', 0);
  if (load_.target().toMs > 0 || last.capacity <= 0) {
    out.value = mean;
    out.note = tr("mean");
  } else {
    out.value = models::percentText(last.busy / last.capacity);
    out.note = tr("mean %1 %").arg(roundMean);
  }
  return out;
}

TileData TrainingRoom::slotsUsed() const {
  TileData out{QStringLiteral("-"), {}, models::Tone::None};
  const QList<models::LoadSample>& samples = load_.load().samples;
  if (samples.isEmpty()) return out;
  const QLocale locale;
  if (load_.target().toMs > 0) {
    out.value = models::percentText(load_.summary().slotsMean);
    out.note = tr("peak %1").arg(locale.toString(load_.summary().runningPeak, 'f', 0));
    return out;
  }
  const models::LoadSample& last = samples.back();
  //: cores that tasks asked for, of all
  out.value = tr("%1 / %2").arg(locale.toString(last.slots, 'f', 0), locale.toString(last.capacity, 'f', 0));
  out.note = tr("%Ln run", "tasks", static_cast<int>(last.running + 0.5));
  return out;
}

}  // namespace aerie::presenters
