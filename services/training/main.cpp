#include "services/training/training_server.h"

int main(int argc, char** argv) {
  aerie::training_service::TrainingOptions options;
  aerie::services::Settings settings("aerie-training",
                                     "Training clusters: runs jobs of many tasks on this machine or hands "
                                     "them to an engine, and publishes what they "
                                     "make.");
  aerie::training_service::addTrainingSettings(settings, options);
  return aerie::services::runProgram(argc, argv, settings, options.common,
                                     [&] { return aerie::training_service::runTraining(options); });
}
