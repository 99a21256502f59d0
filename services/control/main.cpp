#include "services/control/control_plane.h"

int main(int argc, char** argv) {
  aerie::control::ControlOptions options;
  aerie::services::Settings settings(
      "aerie-control",
      "The control plane: registry, deployments, routing and experiments of one environment group.");
  aerie::control::addControlSettings(settings, options);
  return aerie::services::runProgram(argc, argv, settings, options.common,
                                     [&] { return aerie::control::runControl(options); });
}
