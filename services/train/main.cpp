// aerie-train-xgboost: trains the demo's models from real flights: one signed bundle, or a part per zone.
#include "services/train/program.h"

int main(int argc, char** argv) { return aerie::train::runProgram(argc, argv); }
