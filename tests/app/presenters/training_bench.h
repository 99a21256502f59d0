// The Training page without widgets, over a daemon in memory. Header of tests only.
#pragma once

#include <functional>
#include <memory>

#include "app/presenters/training_room.h"
#include "tests/app/fakes/fake_training.h"

namespace aerie::testing {

// What the daemon has is there before anybody asks.
enum class With { Nothing, Demo, Silence, NoDaemon };
struct TrainingBench {
  FakeTraining fake;
  models::World world;
  models::TaskList tasks;
  std::unique_ptr<presenters::TrainingRoom> made;
  presenters::TrainingRoom& room;
  explicit TrainingBench(With with = With::Demo, const std::function<void(FakeTraining&)>& prepare = {})
      : made((begin(with, prepare), std::make_unique<presenters::TrainingRoom>(fake, world, tasks))),
        room(*made) {}
  presenters::TrainingPresenter::Situation situation() { return room.training().situation(); }
  const rpc::TrainingJob* job() { return room.training().job(); }

 private:
  void begin(With with, const std::function<void(FakeTraining&)>& prepare) {
    if (with == With::Demo) fillTrainingDemo(fake, fake.nowMs);
    if (with == With::Silence) fake.reachable = false;
    if (with == With::NoDaemon) fake.daemonAddress.clear();
    if (prepare) prepare(fake);
  }
};

}  // namespace aerie::testing
