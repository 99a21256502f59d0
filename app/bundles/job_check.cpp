#include "app/bundles/job_check.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <map>

#include "core/base/status.h"
#include "core/training/job_file.h"
#include "core/training/task_expansion.h"

namespace aerie::bundles {
namespace {

constexpr qint64 kMaxFilesBytes = 32LL << 20;  // of all together, as the daemon takes them

JobProblem problemOf(const absl::Status& status, const QString& name) {
  JobProblem out;
  out.message = QString::fromStdString(messageOf(status));
  // The file is known from the place where the message is shown.
  if (const QString source = name + QLatin1String(": "); out.message.startsWith(source))
    out.message = out.message.mid(source.size());
  out.line = lineOfMessage(out.message);
  static const QRegularExpression place(QStringLiteral(" \\(line \\d+\\)"));
  out.message.remove(place);  // told apart
  return out;
}

}  // namespace

int lineOfMessage(const QString& message) {
  static const QRegularExpression line(QStringLiteral("\\bline (\\d+)"));
  const auto found = line.match(message);
  return found.hasMatch() ? found.captured(1).toInt() : 0;
}

JobCheck checkJob(const QString& yaml, const QString& name, const QString& folder) {
  JobCheck out;
  std::map<std::string, std::string> named;
  const training::ReadFile fromFolder =
      folder.isEmpty() ? training::ReadFile() : training::readFilesOf(folder.toStdString());
  const training::ReadFile read = [&](const std::string& path) -> absl::StatusOr<std::string> {
    if (!fromFolder)
      return notFound("'{}' is named, but no folder is chosen; choose the folder that it is in", path);
    AERIE_ASSIGN_OR_RETURN(std::string text, fromFolder(path));
    named[path] = text;
    return text;
  };
  const std::string source = name.isEmpty() ? std::string("job.yaml") : name.toStdString();
  const auto refuse = [&](const absl::Status& status) {
    out.problems.append(problemOf(status, QString::fromStdString(source)));
    return out;
  };
  const absl::StatusOr<training::JobSpec> spec = training::parseJobFile(yaml.toStdString(), source, read);
  if (!spec.ok()) return refuse(spec.status());
  const auto tasks = training::expandTasks(*spec);
  if (!tasks.ok()) return refuse(tasks.status());
  if (!spec->environment.requirements.empty()) {
    const absl::StatusOr<std::string> text = read(spec->environment.requirements);
    if (!text.ok()) return refuse(text.status());
  }
  qint64 bytes = 0;
  for (const auto& [path, text] : named) {
    bytes += static_cast<qint64>(text.size());
    out.files.append({QString::fromStdString(path), QByteArray::fromStdString(text)});
  }
  if (bytes > kMaxFilesBytes) {
    return refuse(invalidArgument(
        "the lists and requirements have {} MiB together, more than the 32 MiB that are sent with a job; put "
        "large data into the working directory",
        bytes >> 20));
  }
  out.application = QString::fromStdString(spec->application);
  out.engine = QString::fromStdString(std::string(training::nameOf(spec->cluster.engine)));
  out.tasks = static_cast<qint64>(tasks->size());
  for (const training::Dimension& d : spec->tasks.each) out.dimensions.append(QString::fromStdString(d.name));
  for (const std::string& pattern : spec->environment.exclude)
    out.exclude.append(QString::fromStdString(pattern));
  if (spec->publish) out.model = QString::fromStdString(spec->publish->model);
  if (const QString directory = QString::fromStdString(spec->environment.working_dir); !directory.isEmpty()) {
    if (folder.isEmpty()) {
      return refuse(
          notFound("environment.working_dir is '{}', but no folder is chosen; choose the one that it is in",
                   directory.toStdString()));
    }
    out.workingDirectory = QDir::cleanPath(QFileInfo(QDir(folder).filePath(directory)).absoluteFilePath());
    if (!QFileInfo(out.workingDirectory).isDir()) {
      return refuse(notFound("environment.working_dir: there is no folder '{}'; choose the folder of the job",
                             out.workingDirectory.toStdString()));
    }
  }
  return out;
}

QString newJobFile() {
  return QStringLiteral(
      "application: hello\n"
      "cluster: {engine: local, hosts: 1, idle_timeout: 60s}\n"
      "tasks:\n"
      "  each: {number: 1..20}\n"
      "  command: [sh, -c, 'echo \"task $1\"; sleep 1', sh, \"{number}\"]\n"
      "resources: {cpus: 1, memory: 128MiB}\n"
      "limits: {timeout: 1m, retries: 1}\n"
      "order: longest_first\n");
}

}  // namespace aerie::bundles
