#include "services/worker/sidecar.h"

#include <algorithm>
#include <fstream>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

#include "core/base/status.h"
#include "core/inference/oip_runtime.h"
#include "core/telemetry/log.h"
#include "services/common/rpc_server.h"

namespace aerie::worker {
namespace {

// sun_path holds 108 bytes; some room for the file name.
constexpr std::size_t kMaxSocketDirectory = 80;
constexpr auto kReadyPoll = std::chrono::milliseconds(10);
constexpr auto kStopGrace = std::chrono::seconds(5);

// Waits until one of the descriptors is readable; -1 = time is up, else its index.
int waitReadable(std::initializer_list<int> descriptors, Duration timeout) {
  std::vector<pollfd> polls;
  for (const int fd : descriptors) polls.push_back({fd, POLLIN, 0});
  const auto end = std::chrono::steady_clock::now() + timeout;
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    const int wait = static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1'000'000));
    const int n = ::poll(polls.data(), polls.size(), wait);
    if (n < 0 && errno == EINTR) continue;
    for (std::size_t i = 0; i < polls.size() && n > 0; ++i) {
      if (polls[i].revents != 0) return static_cast<int>(i);
    }
    if (std::chrono::steady_clock::now() >= end) return -1;
  }
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ",")); }

}  // namespace

SidecarRuntime::SidecarRuntime(SidecarOptions options) : options_(std::move(options)) {}

absl::StatusOr<std::unique_ptr<SidecarRuntime>> SidecarRuntime::start(SidecarOptions options) {
  if (::access(options.program.c_str(), X_OK) != 0) {
    return failedPrecondition(
        "{} is not there or can't be executed; install it beside aerie-worker, or choose another --runtime",
        options.program.string());
  }
  std::unique_ptr<SidecarRuntime> result(new SidecarRuntime(std::move(options)));
  if (result->options_.directory.string().size() > kMaxSocketDirectory) {
    AERIE_ASSIGN_OR_RETURN(TempDir directory, TempDir::create("aerie-sidecar"));
    result->socket_directory_.emplace(std::move(directory));
  }
  result->stop_event_ = ::eventfd(0, EFD_CLOEXEC);
  if (result->stop_event_ < 0)
    return internalError("eventfd: {}", std::error_code(errno, std::generic_category()).message());
  if (absl::Status status = result->launch(); !status.ok()) {
    return failedPrecondition("the sidecar did not start: {}{}", messageOf(status), result->logTail());
  }
  if (result->options_.on_change) result->options_.on_change(true, "");
  result->thread_ = std::thread([raw = result.get()] { raw->watch(); });
  return result;
}

SidecarRuntime::~SidecarRuntime() {
  stop();
  if (stop_event_ >= 0) ::close(stop_event_);
}

void SidecarRuntime::stop() {
  if (stop_event_ >= 0) ::eventfd_write(stop_event_, 1);
  if (thread_.joinable()) thread_.join();
  setRuntime(nullptr, "the worker is stopping");
  endChild();
}

void SidecarRuntime::predict(std::shared_ptr<const inference::InputMatrix> input,
                             std::chrono::system_clock::time_point deadline,
                             inference::PredictAnswer answer) {
  std::shared_ptr<inference::ModelRuntime> runtime;
  std::string why;
  {
    const MutexLock lock(mutex_);
    runtime = runtime_;
    if (runtime == nullptr) why = why_;
  }
  if (runtime == nullptr)
    return answer(
        unavailable("the sidecar of {}@{} is not running: {}", options_.model, options_.version, why));
  // The answer keeps the runtime: a new sidecar may replace it meanwhile.
  runtime->predict(std::move(input), deadline,
                   [runtime, answer = std::move(answer)](absl::StatusOr<frame::DataFrame> outputs) {
                     answer(std::move(outputs));
                   });
}

absl::Status SidecarRuntime::ready() {
  std::shared_ptr<inference::ModelRuntime> runtime;
  {
    const MutexLock lock(mutex_);
    if (runtime_ == nullptr) return unavailable("the sidecar is not running: {}", why_);
    runtime = runtime_;
  }
  return runtime->ready();
}

std::string SidecarRuntime::description() const {
  return fmt::format("sidecar of {}@{}", options_.model, options_.version);
}

absl::Status SidecarRuntime::launch() {
  // A path of its own for each launch: no client ever meets the socket of a sidecar that is gone.
  const std::filesystem::path directory = socket_directory_ ? socket_directory_->path() : options_.directory;
  const std::string socket =
      (directory / fmt::format("sidecar-{}-{}.sock", ::getpid(), ++launches_)).string();
  socket_ = socket;
  std::error_code error;
  std::filesystem::remove(socket_, error);
  inference::OipOptions oip;
  oip.address = "unix:" + socket;
  oip.model = options_.model;
  oip.version = options_.version;
  oip.output_names = options_.output_names;
  oip.local_calls = true;
  AERIE_ASSIGN_OR_RETURN(std::shared_ptr<inference::ModelRuntime> runtime,
                         inference::createOipRuntime(std::move(oip)));
  ChildOptions child;
  child.arguments = {
      options_.program.string(), "--model-file", options_.model_file.string(), "--model-name", options_.model,
      "--model-version", options_.version, "--output-names", joined(options_.output_names), "--listen",
      "unix:" + socket, "--metrics-listen",
      // Somebody may have taken the port while no sidecar ran; serving is worth more than metrics.
      std::exchange(port_failed_, false) ? "127.0.0.1:0" : options_.metrics_listen, "--exit-with-parent"};
  child.output = options_.directory / "sidecar.log";
  AERIE_ASSIGN_OR_RETURN(const pid_t pid, spawnChild(child));
  pid_ = pid;
  child_handle_ = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (child_handle_ < 0) {
    endChild();
    return internalError("pidfd_open: {}", std::error_code(errno, std::generic_category()).message());
  }
  if (absl::Status status = waitUntilReady(socket, *runtime); !status.ok()) {
    port_failed_ = true;
    endChild();
    return status;
  }
  log::get("worker")->info("sidecar_ready pid={} model={}@{}", pid, options_.model, options_.version);
  setRuntime(std::move(runtime), "");
  return absl::OkStatus();
}

absl::Status SidecarRuntime::waitUntilReady(const std::string& socket, inference::ModelRuntime& runtime) {
  const auto end = std::chrono::steady_clock::now() + options_.start_timeout;
  absl::Status status = deadlineExceeded("it did not open its socket");
  while (std::chrono::steady_clock::now() < end) {
    const int event = waitReadable({stop_event_, child_handle_}, kReadyPoll);
    if (event == 0 || (options_.stopping && options_.stopping())) return absl::CancelledError("stopping");
    if (event == 1) {
      const auto exit = pollChild(pid_);
      pid_ = 0;
      return unavailable("it has ended ({})", exit ? exit->text() : "unknown");
    }
    // Asked only once somebody listens: a refused connection would put the channel into its back-off.
    if (services::unixSocketIsLive(socket)) {
      status = runtime.ready();
      if (status.ok()) return status;
    }
  }
  return deadlineExceeded("it was not ready within {} s: {}",
                          std::chrono::duration_cast<std::chrono::seconds>(options_.start_timeout).count(),
                          messageOf(status));
}

void SidecarRuntime::watch() {
  Duration backoff{0};
  while (true) {
    const auto ready_at = std::chrono::steady_clock::now();
    std::string why;
    if (pid_ != 0) {
      const auto exit = waitForExit();
      if (!exit.ok()) return;
      why = fmt::format("it has ended ({})", exit->text());
      if (std::chrono::steady_clock::now() - ready_at >= options_.healthy_after) backoff = Duration{0};
      endChild();
    }
    while (true) {
      if (!why.empty()) {
        log::get("worker")->error("sidecar_down {}; restart in {} ms", why,
                                  std::chrono::duration_cast<std::chrono::milliseconds>(backoff).count());
        setRuntime(nullptr, why + " and is being restarted");
        if (options_.on_change) options_.on_change(false, "the sidecar is down: " + why);
      }
      if (!pause(backoff)) return;
      backoff = std::clamp(backoff * 2, options_.first_backoff, options_.max_backoff);
      const absl::Status status = launch();
      if (status.ok()) break;
      if (absl::IsCancelled(status)) return;
      why = messageOf(status);
    }
    if (options_.on_change) options_.on_change(true, "");
  }
}

absl::StatusOr<ExitState> SidecarRuntime::waitForExit() {
  while (true) {
    const int event = waitReadable({stop_event_, child_handle_}, std::chrono::hours(1));
    if (event == 0) return absl::CancelledError("stopping");
    if (event != 1) continue;
    const auto exit = pollChild(pid_);
    pid_ = 0;
    return exit.value_or(ExitState{-1, 0});
  }
}

bool SidecarRuntime::pause(Duration time) { return waitReadable({stop_event_}, time) != 0; }

void SidecarRuntime::setRuntime(std::shared_ptr<inference::ModelRuntime> runtime, std::string why) {
  const MutexLock lock(mutex_);
  runtime_.swap(runtime);
  why_ = std::move(why);
}

void SidecarRuntime::endChild() {
  if (const pid_t pid = pid_.exchange(0); pid != 0) {
    if (signalChild(pid, SIGTERM).ok() && child_handle_ >= 0 &&
        waitReadable({child_handle_}, kStopGrace) < 0) {
      log::get("worker")->warn("sidecar_killed pid={} it did not stop within 5 s", pid);
      (void)signalChild(pid, SIGKILL);
      waitReadable({child_handle_}, kStopGrace);
    }
    (void)pollChild(pid);
  }
  if (child_handle_ >= 0) ::close(std::exchange(child_handle_, -1));
  std::error_code error;
  std::filesystem::remove(socket_, error);
}

std::string SidecarRuntime::logTail() const {
  std::ifstream in(options_.directory / "sidecar.log", std::ios::binary | std::ios::ate);
  if (!in) return "";
  const std::streamoff size = in.tellg();
  const std::streamoff take = std::min<std::streamoff>(size, 600);
  in.seekg(size - take);
  std::string text(static_cast<std::size_t>(take), '\0');
  in.read(text.data(), take);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.empty() ? "" : fmt::format("; its log ends: {}", text);
}

}  // namespace aerie::worker
