#include "app/bundles/bundle_check.h"

#include <algorithm>
#include <filesystem>

#include "core/base/status.h"
#include "core/bundle/check_steps.h"

namespace aerie::bundles {
namespace {

using State = BundleCheckStep::State;

QString toQString(const std::string& text) { return QString::fromStdString(text); }

void mark(BundleReport& report, bundle::CheckStep reached, bool failed) {
  const int at = static_cast<int>(reached);
  for (int i = 0; i < report.steps.size(); ++i) {
    if (i < at || !failed) report.steps[i].state = State::Passed;
    if (i == at && failed) report.steps[i].state = State::Failed;
  }
}

}  // namespace

BundleReport unchecked() {
  BundleReport report;
  for (const char* id : {"archive", "manifest", "signature", "digests", "contents"})
    report.steps.append({QString::fromLatin1(id), State::NotReached});
  return report;
}

BundleReport checkBundle(const QString& path) {
  BundleReport report = unchecked();
  bundle::CheckStep step = bundle::CheckStep::kArchive;
  const auto info = bundle::inspectSigned(std::filesystem::path(path.toStdString()), step);
  mark(report, step, !info.ok());
  if (!info.ok()) {
    // The file is named where the message is shown.
    QString problem = toQString(messageOf(info.status()));
    const QString prefix = path + QLatin1String(": ");
    if (problem.startsWith(prefix)) problem = problem.mid(prefix.size());
    if (!problem.isEmpty()) problem[0] = problem[0].toUpper();
    report.problem = problem;
    return report;
  }
  report.model = toQString(info->manifest.model());
  report.version = toQString(info->manifest.version());
  report.digest = toQString(info->digest);
  report.signer = toQString(info->signer);
  report.sizeBytes = info->size_bytes;
  report.features = info->features.features_size();
  report.preprocessSteps = info->preprocessor.steps_size();
  report.selfTestRows = bundle::selfTestRows(info->self_test);
  return report;
}

}  // namespace aerie::bundles
