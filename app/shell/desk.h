// What outlives a window: preferences, contexts, the local simulation, what was said so far. One per process;
// GUI thread. The theme must outlive it.
#pragma once

#include "app/models/notifications.h"
#include "app/models/preferences.h"
#include "app/models/profile_store.h"
#include "app/presenters/contexts_presenter.h"
#include "app/rpc/simulation_host.h"
#include "app/what_if/local_what_if.h"
#include "app/widgets/theme.h"

namespace aerie::shell {

struct Desk {
  // Without a probe, tests of connections fail as unavailable.
  explicit Desk(widgets::Theme& look, rpc::SimulationHost::Options simulationOptions = {},
                presenters::ContextsPresenter::Probe probe = {});
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  widgets::Theme& theme;
  models::Preferences preferences;
  models::ProfileStore profiles;
  models::Notifications notifications;
  rpc::SimulationHost simulation;
  presenters::ContextsPresenter contexts;
  what_if::LocalWhatIf whatIf;
};

}  // namespace aerie::shell
