#include "app/shell/desk.h"

#include <QTimer>

#include "app/widgets/confirm_sheet.h"
#include "app/widgets/tokens.h"
#include "core/base/status.h"

namespace aerie::shell {
namespace {

presenters::ContextsPresenter::Probe orNone(presenters::ContextsPresenter::Probe probe) {
  if (probe) return probe;
  return [](const rpc::Profile&, QObject* context, rpc::Answer<rpc::SystemStatus> answer) {
    QTimer::singleShot(0, context, [answer] { answer(unavailable("nothing answers here")); });
    return rpc::Ticket();
  };
}

}  // namespace

Desk::Desk(widgets::Theme& look, rpc::SimulationHost::Options simulationOptions,
           presenters::ContextsPresenter::Probe probe)
    : theme(look),
      simulation(std::move(simulationOptions)),
      contexts(profiles, simulation, orNone(std::move(probe))) {
  const auto applyLook = [this] {
    using Look = models::Preferences::Look;
    const Look chosen = preferences.look();
    theme.set(chosen == Look::Light  ? widgets::ThemeChoice::Light
              : chosen == Look::Dark ? widgets::ThemeChoice::Dark
                                     : widgets::ThemeChoice::System);
  };
  const auto applyRules = [this] {
    widgets::setReducedMotion(preferences.reducedMotion());
    widgets::ConfirmSheet::Policy policy;
    const rpc::Profile& active = contexts.active();
    if (active.kind == rpc::Profile::Kind::Production) policy.production = active.name;
    policy.askOrdinary = preferences.askOrdinary();
    widgets::ConfirmSheet::setPolicy(policy);
  };
  QObject::connect(&preferences, &models::Preferences::lookChanged, &contexts, applyLook);
  QObject::connect(&preferences, &models::Preferences::changed, &contexts, applyRules);
  QObject::connect(&contexts, &presenters::ContextsPresenter::activeChanged, &contexts, applyRules);
  applyRules();
}

}  // namespace aerie::shell
