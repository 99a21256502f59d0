// aerie-sidecar: serves one XGBoost model over Open Inference Protocol v2, beside a worker.
#include "services/sidecar/sidecar.h"

int main(int argc, char** argv) {
  aerie::sidecar::SidecarOptions options;
  aerie::services::Settings settings("aerie-sidecar",
                                     "Serves one XGBoost model over Open Inference Protocol v2.");
  aerie::sidecar::addSettings(settings, options);
  return aerie::services::runProgram(argc, argv, settings, options.common,
                                     [&options] { return aerie::sidecar::runSidecar(options); });
}
