// An ArtifactStore in a directory: <root>/sha256/ab/abcdef..., objects on their way in <root>/incoming.
//
// An object appears by rename after its bytes are synced, so a crash leaves it whole or absent. What a
// crashed process left in incoming/ is removed at the next opening. Several processes may share a root.
#pragma once

#include "core/artifacts/artifact_store.h"

namespace aerie::artifacts {

class DirectoryArtifactStore final : public ArtifactStore {
 public:
  // Makes the directories that are missing.
  static absl::StatusOr<std::unique_ptr<DirectoryArtifactStore>> open(const std::filesystem::path& root);

  absl::StatusOr<std::unique_ptr<ArtifactWriter>> beginPut(const Expectation& expected) override;
  absl::StatusOr<StoredObject> putFile(const std::filesystem::path& source,
                                       const Expectation& expected = {}) override;
  absl::StatusOr<std::filesystem::path> path(std::string_view digest) const override;
  absl::StatusOr<bool> contains(std::string_view digest) const override;
  absl::Status verify(std::string_view digest) const override;
  absl::Status remove(std::string_view digest) override;
  absl::StatusOr<std::vector<StoredObject>> list() const override;

  const std::filesystem::path& root() const { return root_; }

 private:
  explicit DirectoryArtifactStore(std::filesystem::path root) : root_(std::move(root)) {}
  const std::filesystem::path root_;
};

}  // namespace aerie::artifacts
