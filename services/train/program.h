// The command line of aerie-train-xgboost.
#pragma once

namespace aerie::train {

// Answers the exit code: 0 done, 1 failed (the reason is on stderr), else CLI11's for a wrong command line.
int runProgram(int argc, char** argv);

}  // namespace aerie::train
