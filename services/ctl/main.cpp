#include "services/ctl/tool.h"

int main(int argc, char** argv) {
  aerie::ctl::Tool tool;
  return tool.run(argc, argv);
}
