// The folder that a job brings along to a daemon on another machine: looked at before, packed when it is
// sent. Reads, and packing writes, so not in the GUI thread.
#pragma once

#include <QString>
#include <QStringList>
#include <absl/status/statusor.h>

namespace aerie::bundles {

struct FolderSize {
  qint64 files = 0;
  qint64 bytes = 0;
  bool operator==(const FolderSize&) const = default;
};
// What would be sent of `folder`: without what `exclude` and its .aerieignore name, and the usual ballast.
// How much a daemon takes is for it to say; ResourceExhausted only for a whole disk.
absl::StatusOr<FolderSize> measureFolder(const QString& folder, const QStringList& exclude);

struct PackedFolder {
  QString digest;
  qint64 bytes = 0;  // of the archive
};
// Writes `archive`.
absl::StatusOr<PackedFolder> packFolder(const QString& folder, const QStringList& exclude,
                                        const QString& archive);

}  // namespace aerie::bundles
