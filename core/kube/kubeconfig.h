// How to reach a cluster: the part of a kubeconfig that needs no foreign program.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/http/client.h"

namespace aerie::kube {

struct Access {
  std::string server;  // https://host:port
  http::Tls tls;
  std::string token;
  std::string name_space = "default";
  std::string context;
};

// `context` "" = the current one. Files that it names are read relative to `directory`. InvalidArgument or
// NotFound name what is missing; FailedPrecondition for what is refused: a server that is not verified,
// passwords, and log-in programs (exec, auth-provider).
absl::StatusOr<Access> parseKubeconfig(std::string_view yaml, const std::filesystem::path& directory,
                                       std::string_view context = {});
// $KUBECONFIG's first file, else ~/.kube/config, when `path` is empty.
absl::StatusOr<Access> loadKubeconfig(std::filesystem::path path = {}, std::string_view context = {});

}  // namespace aerie::kube
