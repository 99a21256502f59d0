// Inside the bundle room: takes a bundle's files as the archive is read and checks each as early as it can
// be.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>

#include "core/bundle/archive_io.h"
#include "core/bundle/check_steps.h"
#include "core/bundle/format.h"

namespace aerie::bundle {

class BundleReader final : public EntryConsumer {
 public:
  // `trusted`: nullptr accepts any signer and unsigned bundles. `directory`: where files are written; empty =
  // nowhere.
  BundleReader(std::string name, const TrustedKeys* trusted, const Limits& limits,
               std::filesystem::path directory);
  ~BundleReader() override;

  absl::Status begin(const std::string& path, std::uint64_t size) override;
  absl::Status data(std::string_view bytes) override;
  absl::Status end() override;

  // After the archive ended well: what is missing, and whether the parts agree.
  absl::StatusOr<BundleInfo> finish(const ArchiveTotals& totals);

  // The check under way: after an error, the one that failed.
  CheckStep step() const { return step_; }
  // An unsigned bundle is refused also where any signer is accepted.
  void requireSignature() { signature_required_ = true; }

 private:
  absl::Status checkOrder(const std::string& path);
  absl::Status readManifest();
  absl::Status readSignature();
  absl::Status checkSigned() const;
  absl::Status checkDigest() const;
  absl::Status readPart();
  absl::Status openOutput(const std::string& path);

  const std::string name_;
  const TrustedKeys* trusted_;
  const Limits& limits_;
  const std::filesystem::path directory_;
  BundleInfo info_;
  std::string manifest_bytes_;
  FileEntry current_;
  CheckStep step_ = CheckStep::kArchive;
  bool signature_required_ = false;
  bool keep_ = false;  // the current file is held in memory
  std::string kept_;
  std::unique_ptr<Sha256> hash_;
  int output_ = -1;
};

}  // namespace aerie::bundle
