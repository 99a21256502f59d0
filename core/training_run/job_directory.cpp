#include "core/training_run/job_directory.h"

#include <charconv>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/taskrun/owned_fd.h"
#include "core/taskrun/task_log.h"

namespace aerie::training {
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kJobLogLimit = 4ULL << 20;

absl::Status fileError(const fs::path& path, const std::error_code& error) {
  if (error == std::errc::no_space_on_device)
    return resourceExhausted("{}: cannot be written; the disk is full: free some space on it", path.string());
  return failedPrecondition("{}: {}; check the rights of the state directory", path.string(),
                            error.message());
}

absl::Status makeFolder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  return error ? fileError(path, error) : absl::OkStatus();
}

// So that the names in it outlive a power cut; a file system that cannot keeps them in its own order.
void syncFolder(const fs::path& path) {
  const taskrun::OwnedFd folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder) static_cast<void>(::fsync(folder.get()));
}

bool isEmptyOrMissing(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error || !fs::exists(status)) return true;
  if (fs::is_directory(status)) return false;
  const auto size = fs::file_size(path, error);
  return error || size == 0;
}

}  // namespace

void appendJobLog(const JobFiles& files, std::int64_t now_ms, std::string_view text) {
  const auto log = taskrun::openTaskLog(files.jobLog());
  if (!log.ok()) return;
  std::string line = toIso8601(fromUnixMillis(now_ms)) + " ";
  // One write each, so that lines of several threads do not mix; a line has no second one in it.
  for (const char c : text) line += c == '\n' ? ' ' : c;
  line += '\n';
  if (::write(log->get(), line.data(), line.size()) < 0) return;
  static_cast<void>(taskrun::boundTaskLog(files.jobLog(), kJobLogLimit));
}

absl::Status JobDirectories::open() {
  std::error_code ignored;
  fs::remove_all(incoming(), ignored);
  AERIE_RETURN_IF_ERROR(makeDirectories(root_, 0700));
  AERIE_RETURN_IF_ERROR(makeDirectories(incoming(), 0700));
  return makeDirectories(uploads(), 0700);
}

absl::StatusOr<JobDirectories::Staged> JobDirectories::stage(
    std::string_view job_file, const std::map<std::string, std::string>& listed) {
  const Staged staged{incoming() / randomId()};
  const JobFiles files{staged.folder};
  const auto write = [&]() -> absl::Status {
    for (const fs::path& folder :
         {files.listed(), files.work(), files.root / "outputs", files.root / "attempts", files.root / "logs"})
      AERIE_RETURN_IF_ERROR(makeFolder(folder));
    AERIE_RETURN_IF_ERROR(writeFileAtomic(files.jobFile(), job_file));
    for (const auto& [path, content] : listed)
      AERIE_RETURN_IF_ERROR(writeFileAtomic(files.listed() / path, content));
    return absl::OkStatus();
  };
  const absl::Status status = write();
  if (!status.ok()) {
    drop(staged);
    return status;
  }
  return staged;
}

absl::Status JobDirectories::addWorkingDirectory(const Staged& staged, const fs::path& archive,
                                                 std::string_view digest,
                                                 const taskrun::DirectoryLimits& limits) {
  const fs::path work = JobFiles{staged.folder}.work();
  std::error_code error;
  fs::remove_all(work, error);
  return taskrun::unpackDirectory(archive, work, digest, limits);
}

absl::Status JobDirectories::install(const Staged& staged, JobId job) const {
  std::error_code error;
  const fs::path target = files(job).root;
  fs::remove_all(target, error);  // of a job that was never known
  fs::rename(staged.folder, target, error);
  if (error) return fileError(target, error);
  syncFolder(root_);
  return absl::OkStatus();
}

void JobDirectories::drop(const Staged& staged) const {
  std::error_code ignored;
  fs::remove_all(staged.folder, ignored);
}

absl::StatusOr<fs::path> JobDirectories::prepareAttempt(const JobFiles& files, const std::string& task,
                                                        int attempt) {
  const fs::path folder = files.attemptOutputs(task, attempt);
  std::error_code error;
  if (!fs::create_directory(folder, error) && !error) {  // left by an attempt that was never recorded
    fs::remove_all(folder, error);
    fs::create_directory(folder, error);
  }
  if (error) return fileError(folder, error);
  return folder;
}

absl::Status JobDirectories::acceptAttempt(const JobFiles& files, const std::string& task, int attempt,
                                           const std::vector<std::string>& outputs, bool needed) {
  const fs::path from = files.attemptOutputs(task, attempt), to = files.taskOutputs(task);
  std::error_code error;
  if (!fs::exists(from, error)) {
    if (fs::exists(to, error) || !needed) return absl::OkStatus();
    return failedPrecondition("its output directory is gone; a task must not remove {{output_dir}}");
  }
  for (const std::string& output : outputs) {
    if (isEmptyOrMissing(from / output))
      return failedPrecondition("it ended well, but its output '{}' is {}", output,
                                fs::exists(from / output, error) ? "empty" : "not there");
  }
  fs::rename(from, to, error);
  if (error) {  // what an earlier attempt left that was accepted but not recorded
    fs::remove_all(to, error);
    fs::rename(from, to, error);
  }
  return error ? fileError(to, error) : absl::OkStatus();
}

void JobDirectories::dropAttempt(const JobFiles& files, const std::string& task, int attempt) {
  std::error_code ignored;
  fs::remove_all(files.attemptOutputs(task, attempt), ignored);
}

bool JobDirectories::looksComplete(const JobFiles& files, const std::string& task, int attempt,
                                   const std::vector<std::string>& outputs) {
  std::error_code error;
  const fs::path folder = files.attemptOutputs(task, attempt);
  if (!fs::exists(folder, error)) return fs::exists(files.taskOutputs(task), error);
  if (outputs.empty()) return false;
  for (const std::string& output : outputs) {
    if (isEmptyOrMissing(folder / output)) return false;
  }
  return true;
}

int JobDirectories::removeForgotten(const std::function<bool(JobId)>& known) const {
  int removed = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root_, error)) {
    const std::string name = entry.path().filename().string();
    JobId job = 0;
    const auto [end, parsed] = std::from_chars(name.data(), name.data() + name.size(), job);
    if (parsed != std::errc() || end != name.data() + name.size() || known(job)) continue;
    std::error_code ignored;
    fs::remove_all(entry.path(), ignored);
    ++removed;
  }
  return removed;
}

fs::path JobDirectories::upload(const std::string& digest) const { return uploads() / (digest + ".tar.zst"); }

absl::StatusOr<fs::path> JobDirectories::newUpload() const { return uploads() / (randomId() + ".partial"); }

absl::Status JobDirectories::keepUpload(const fs::path& written, const std::string& digest,
                                        const taskrun::DirectoryLimits& limits) const {
  AERIE_RETURN_IF_ERROR(taskrun::checkPackedDirectory(written, digest, limits));
  std::error_code error;
  fs::rename(written, upload(digest), error);
  return error ? fileError(upload(digest), error) : absl::OkStatus();
}

void JobDirectories::removeOldUploads(std::int64_t max_age_ms) const {
  std::error_code error;
  const auto now = fs::file_time_type::clock::now();
  for (const auto& entry : fs::directory_iterator(uploads(), error)) {
    std::error_code ignored;
    const auto written = entry.last_write_time(ignored);
    if (!ignored && now - written > std::chrono::milliseconds(max_age_ms)) fs::remove(entry.path(), ignored);
  }
}

}  // namespace aerie::training
