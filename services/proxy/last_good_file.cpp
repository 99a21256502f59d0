#include "services/proxy/last_good_file.h"

#include <charconv>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/routing/config.h"
#include "services/common/convert.h"

namespace aerie::proxy {
namespace {

constexpr std::string_view kMagic = "aerie-proxy-config 1 ";

absl::Status damaged(const std::filesystem::path& path, std::string_view what) {
  return dataLoss("last good file {} {}: it is ignored; delete it, the control plane will make a new one",
                  path.string(), what);
}

}  // namespace

absl::Status saveLastGood(const std::filesystem::path& path, const v1::ProxyConfigSnapshot& snapshot) {
  const std::string bytes = snapshot.SerializeAsString();
  const std::string text = fmt::format("{}{} {}\n{}", kMagic, sha256Hex(bytes), bytes.size(), bytes);
  return writeFileAtomic(path, text, 0600);
}

absl::StatusOr<v1::ProxyConfigSnapshot> loadLastGood(const std::filesystem::path& path) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(path));
  const std::size_t line = text.find('\n');
  if (text.compare(0, kMagic.size(), kMagic) != 0 || line == std::string::npos)
    return damaged(path, "is not in format version 1");
  const std::string_view header(text.data() + kMagic.size(), line - kMagic.size());
  const std::string_view bytes = std::string_view(text).substr(line + 1);
  const std::size_t space = header.find(' ');
  std::size_t size = 0;
  if (space == std::string_view::npos ||
      std::from_chars(header.data() + space + 1, header.data() + header.size(), size).ec != std::errc()) {
    return damaged(path, "has a damaged first line");
  }
  if (size != bytes.size())
    return damaged(path, fmt::format("has {} bytes of config instead of {}", bytes.size(), size));
  if (sha256Hex(bytes) != header.substr(0, space)) return damaged(path, "does not match its digest");
  v1::ProxyConfigSnapshot snapshot;
  if (!snapshot.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return damaged(path, "is not a config snapshot");
  return snapshot;
}

absl::StatusOr<v1::ProxyConfigSnapshot> readConfigFile(const std::filesystem::path& path) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(path));
  AERIE_ASSIGN_OR_RETURN(routing::ConfigDocuments documents,
                         routing::parseConfigDocuments(text, path.string()));
  for (assignment::Experiment& experiment : documents.experiments) {
    assignment::fillDefaults(experiment);
    experiment.state = assignment::ExperimentState::kRunning;
  }
  v1::ProxyConfigSnapshot snapshot = services::toProto(routing::RoutingInput{
      std::move(documents.routings), std::move(documents.workers), std::move(documents.experiments)});
  snapshot.set_revision(1);
  return snapshot;
}

}  // namespace aerie::proxy
