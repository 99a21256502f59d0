#include "app/bundles/working_folder.h"

#include "core/base/status.h"
#include "core/taskrun/any_directory.h"

namespace aerie::bundles {
namespace {

absl::StatusOr<taskrun::DirectorySurvey> survey(const QString& folder, const QStringList& exclude) {
  std::vector<std::string> patterns;
  patterns.reserve(static_cast<std::size_t>(exclude.size()));
  for (const QString& pattern : exclude) patterns.push_back(pattern.toStdString());
  return taskrun::surveyDirectory(folder.toStdString(), taskrun::kAnyDirectory, patterns);
}

}  // namespace

absl::StatusOr<FolderSize> measureFolder(const QString& folder, const QStringList& exclude) {
  AERIE_ASSIGN_OR_RETURN(const taskrun::DirectorySurvey found, survey(folder, exclude));
  return FolderSize{static_cast<qint64>(found.files.size()), static_cast<qint64>(found.total_bytes)};
}

absl::StatusOr<PackedFolder> packFolder(const QString& folder, const QStringList& exclude,
                                        const QString& archive) {
  AERIE_ASSIGN_OR_RETURN(const taskrun::DirectorySurvey found, survey(folder, exclude));
  AERIE_ASSIGN_OR_RETURN(const taskrun::PackedDirectory packed,
                         taskrun::packDirectory(found, archive.toStdString()));
  return PackedFolder{QString::fromStdString(packed.digest), static_cast<qint64>(packed.archive_bytes)};
}

}  // namespace aerie::bundles
