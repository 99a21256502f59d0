#include "app/presenters/errors.h"

#include <QCoreApplication>

#include "core/base/status.h"

namespace aerie::presenters {
namespace {

QString remedyOf(absl::StatusCode code) {
  const auto tr = [](const char* text) { return QCoreApplication::translate("errors", text); };
  switch (code) {
    case absl::StatusCode::kUnavailable:
      return tr("The control plane cannot be reached. Try again when it is connected.");
    case absl::StatusCode::kDeadlineExceeded:
      return tr(
          "No answer came in time, so the outcome is not known. Look at the current state before repeating "
          "it.");
    case absl::StatusCode::kAborted:
      return tr("Somebody changed it meanwhile. The page shows the new state; try again.");
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kUnauthenticated:
      return tr("Your role does not allow this. Ask an administrator.");
    case absl::StatusCode::kResourceExhausted: return tr("Free some space or try again later.");
    case absl::StatusCode::kInternal:
      return tr("This is a defect of Aerie. The control plane's log has the details.");
    default: return {};
  }
}

}  // namespace

QString detailOf(const absl::Status& status) {
  const QString message = QString::fromStdString(messageOf(status));
  const QString remedy = remedyOf(status.code());
  if (remedy.isEmpty()) return message;
  return message.isEmpty() ? remedy : message + QLatin1Char('\n') + remedy;
}

}  // namespace aerie::presenters
