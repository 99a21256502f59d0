// A Ray of this user in Kubernetes: `train cluster up|where|down --engine kuberay`.
#pragma once

#include <string>

#include "services/ctl/tool.h"

namespace aerie::ctl {

struct KubeArguments {
  std::string name = "aerie", kubeconfig, context, name_space, token_secret;
  std::string image = "rayproject/ray:2.55.1", ray_version = "2.55.1";
  double timeout_seconds = 600;
};
struct KubeSize {
  int hosts = 2, cpus = 2;
  std::string memory;  // "" = the manifest's default
};

void addKubePlace(CLI::App* command, KubeArguments& a);  // which one
void addKubeShape(CLI::App* up, KubeArguments& a);       // what it is made of

absl::Status bringUpInKube(Tool& tool, const KubeArguments& a, const KubeSize& size);
absl::Status showInKube(Tool& tool, const KubeArguments& a);
absl::Status takeDownInKube(Tool& tool, const KubeArguments& a);

}  // namespace aerie::ctl
