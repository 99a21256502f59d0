#include "core/kube/kubeconfig.h"

#include <array>
#include <cstdlib>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"

namespace aerie::kube {
namespace {

constexpr std::uintmax_t kMaxFile = 4U << 20;

absl::StatusOr<std::string> fromBase64(std::string_view text, std::string_view what) {
  std::string out;
  unsigned bits = 0;
  int held = 0;
  bool padded = false;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == ' ') continue;
    int value = -1;
    if (c >= 'A' && c <= 'Z') value = c - 'A';
    if (c >= 'a' && c <= 'z') value = c - 'a' + 26;
    if (c >= '0' && c <= '9') value = c - '0' + 52;
    if (c == '+') value = 62;
    if (c == '/') value = 63;
    padded = padded || c == '=';
    if (c == '=') continue;
    if (value < 0 || padded) return invalidArgument("kubeconfig: {} is not base64", what);
    bits = (bits << 6) | static_cast<unsigned>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>((bits >> held) & 0xff);
    }
  }
  return out;
}

// The entry called `name` of a list of named things.
absl::StatusOr<YamlNode> named(YamlNode& root, const char* list, const std::string& name) {
  for (YamlNode& entry : root.list(list)) {
    if (entry.optionalString("name") == name) return entry;
  }
  return notFound("kubeconfig: '{}' is not among its {}", name, list);
}

// What a field or the file named by its neighbour holds: data first.
absl::StatusOr<std::string> pem(YamlNode& node, const std::string& field,
                                const std::filesystem::path& directory) {
  const std::string data = node.optionalString(field + "-data");
  if (!data.empty()) return fromBase64(data, field + "-data");
  const std::string file = node.optionalString(field);
  if (file.empty()) return std::string();
  return readFile(directory / file, kMaxFile);
}

absl::Status readUser(YamlNode& user, const std::filesystem::path& directory, Access& access) {
  if (user.has("exec") || user.has("auth-provider"))
    return failedPrecondition(
        "kubeconfig: this user signs in through a program, which Aerie does not start: make a service "
        "account's token "
        "('kubectl create token NAME') and use that");
  if (user.has("username") || user.has("password"))
    return failedPrecondition("kubeconfig: passwords are not used; give a token or a client certificate");
  AERIE_ASSIGN_OR_RETURN(access.tls.certificate, pem(user, "client-certificate", directory));
  AERIE_ASSIGN_OR_RETURN(access.tls.key, pem(user, "client-key", directory));
  if (access.tls.certificate.empty() != access.tls.key.empty())
    return invalidArgument("kubeconfig: client-certificate and client-key belong together");
  access.token = user.optionalString("token");
  const std::string file = user.optionalString("tokenFile");
  if (access.token.empty() && !file.empty()) {
    AERIE_ASSIGN_OR_RETURN(access.token, readFile(directory / file, kMaxFile));
  }
  while (!access.token.empty() && (access.token.back() == '\n' || access.token.back() == '\r'))
    access.token.pop_back();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Access> parseKubeconfig(std::string_view yaml, const std::filesystem::path& directory,
                                       std::string_view context) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, "kubeconfig"));
  if (!root.isMap()) return invalidArgument("kubeconfig: the file is empty or no kubeconfig");
  Access access;
  access.context = context.empty() ? root.optionalString("current-context") : std::string(context);
  if (access.context.empty())
    return invalidArgument("kubeconfig: it has no current-context; name the context to use");
  AERIE_ASSIGN_OR_RETURN(YamlNode context_entry, named(root, "contexts", access.context));
  YamlNode chosen = context_entry.child("context");
  const std::string name_space = chosen.optionalString("namespace");
  if (!name_space.empty()) access.name_space = name_space;

  AERIE_ASSIGN_OR_RETURN(YamlNode cluster_entry, named(root, "clusters", chosen.optionalString("cluster")));
  YamlNode cluster = cluster_entry.child("cluster");
  access.server = cluster.optionalString("server");
  if (cluster.has("insecure-skip-tls-verify") && cluster.optionalBool("insecure-skip-tls-verify", false))
    return failedPrecondition(
        "kubeconfig: insecure-skip-tls-verify is refused; give the cluster's certificate-authority");
  if (cluster.has("proxy-url")) return failedPrecondition("kubeconfig: proxy-url is not supported");
  access.tls.server_name = cluster.optionalString("tls-server-name");
  AERIE_ASSIGN_OR_RETURN(access.tls.authorities, pem(cluster, "certificate-authority", directory));
  const auto url = http::parseBaseUrl(access.server);
  if (!url.ok()) return withContext(url.status(), "kubeconfig: server");

  const std::string user_name = chosen.optionalString("user");
  if (!user_name.empty()) {
    AERIE_ASSIGN_OR_RETURN(YamlNode user_entry, named(root, "users", user_name));
    YamlNode user = user_entry.child("user");
    AERIE_RETURN_IF_ERROR(readUser(user, directory, access));
  }
  // Wrong types are errors; fields that Aerie has no use for are not.
  const absl::Status status = root.finish();
  if (!status.ok() && messageOf(status).find("unknown field") == std::string::npos) return status;
  return access;
}

absl::StatusOr<Access> loadKubeconfig(std::filesystem::path path, std::string_view context) {
  if (path.empty()) {
    const char* const list = std::getenv("KUBECONFIG");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    const char* const home = std::getenv("HOME");        // NOLINT(concurrency-mt-unsafe)
    if (list != nullptr && *list != '\0') {
      const std::string_view all = list;
      path = all.substr(0, all.find(':'));
    } else {
      path = std::filesystem::path(home != nullptr ? home : "/") / ".kube/config";
    }
  }
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(path, kMaxFile));
  return parseKubeconfig(text, path.parent_path(), context);
}

}  // namespace aerie::kube
