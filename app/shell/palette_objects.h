// The things that the palette finds: models, versions, deployments with their endpoints, use cases,
// experiments, training jobs and clusters. GUI thread.
#pragma once

#include <functional>
#include <vector>

#include "app/models/training_world.h"
#include "app/models/world.h"
#include "app/shell/command_palette.h"

namespace aerie::shell {

// open(kind, name) with the kinds of Page::openObject.
std::vector<PaletteObject> paletteObjects(const models::World& world, const models::TrainingWorld& training,
                                          const std::function<void(const QString&, const QString&)>& open);

}  // namespace aerie::shell
