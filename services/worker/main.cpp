#include "services/worker/worker.h"

int main(int argc, char** argv) { return aerie::worker::runWorker(argc, argv); }
