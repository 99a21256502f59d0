#include "sim/scenarios/stack.h"

#include <condition_variable>
#include <mutex>
#include <signal.h>

#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::sim {
namespace {

constexpr std::chrono::seconds kStartTimeout{30};
constexpr std::chrono::seconds kStopTimeout{20};

// The last lines of a daemon's log, for an error message.
std::string tailOf(const std::filesystem::path& file) {
  const auto text = readFile(file);
  if (!text.ok() || text->empty()) return "its log is empty";
  const std::size_t keep = 1'500;
  return text->size() <= keep ? *text : "..." + text->substr(text->size() - keep);
}

}  // namespace

absl::Status waitFor(const std::string& what, std::chrono::milliseconds timeout,
                     const std::function<bool()>& done) {
  std::mutex mutex;
  std::condition_variable never;
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  while (!done()) {
    if (std::chrono::steady_clock::now() >= deadline)
      return deadlineExceeded("waited {} s for {}", static_cast<double>(timeout.count()) / 1000, what);
    std::unique_lock lock(mutex);
    never.wait_for(lock, std::chrono::milliseconds(50));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<Stack>> Stack::create(StackOptions options) {
  AERIE_RETURN_IF_ERROR(makeDirectories(options.state_directory, 0700));
  options.state_directory = std::filesystem::absolute(options.state_directory);
  if (options.feature_store.empty()) {
    options.feature_store = "sqlite:" + (options.state_directory / "features.sqlite").string();
  }
  if (options.training_listen.empty())
    options.training_listen = "unix:" + (options.state_directory / "training.sock").string();
  std::unique_ptr<Stack> stack(new Stack(std::move(options)));
  AERIE_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::loadOrCreate(stack->signingKey()));
  AERIE_RETURN_IF_ERROR(writeFileAtomic(
      stack->trustedKeys(), "# keys whose bundles this stack accepts\n" + toHex(key.publicKey()) + "\n"));
  return stack;
}

Stack::~Stack() { stopAll().IgnoreError(); }

absl::StatusOr<pid_t> Stack::start(const std::string& program, const std::vector<std::string>& arguments,
                                   std::string* address) {
  const std::filesystem::path log = options_.state_directory / "logs" / (program + ".log");
  const std::filesystem::path address_file = options_.state_directory / (program + ".address");
  std::error_code ignored;
  std::filesystem::remove(address_file, ignored);
  ChildOptions child;
  child.arguments = {(options_.bin_directory / program).string()};
  child.arguments.insert(child.arguments.end(), arguments.begin(), arguments.end());
  child.arguments.insert(child.arguments.end(), {"--address-file", address_file.string()});
  child.output = log;
  AERIE_ASSIGN_OR_RETURN(const pid_t pid, spawnChild(child));
  std::optional<ExitState> exit;
  const absl::Status waited = waitFor(program + " to serve", kStartTimeout, [&] {
    exit = pollChild(pid);
    return exit.has_value() || std::filesystem::exists(address_file);
  });
  if (exit.has_value()) return failedPrecondition("{} {} at start: {}", program, exit->text(), tailOf(log));
  if (!waited.ok()) {
    signalChild(pid, SIGKILL).IgnoreError();
    return withContext(waited, tailOf(log));
  }
  AERIE_ASSIGN_OR_RETURN(*address, readFile(address_file));
  while (!address->empty() && address->back() == '\n') address->pop_back();
  return pid;
}

absl::Status Stack::startControl() {
  // A restarted control plane serves where it served before, so that its clients find it again.
  const std::string listen = control_address_.empty() ? options_.control_listen : control_address_;
  std::vector<std::string> arguments = {"--listen",
                                        listen,
                                        "--state-dir",
                                        (options_.state_directory / "control").string(),
                                        "--environment",
                                        "local",
                                        "--metrics-listen",
                                        "127.0.0.1:0",
                                        "--trusted-keys",
                                        trustedKeys().string(),
                                        "--stop-workers",
                                        "--feature-store",
                                        options_.feature_store};
  if (options_.training) arguments.insert(arguments.end(), {"--training", options_.training_listen});
  AERIE_ASSIGN_OR_RETURN(control_pid_, start("aerie-control", arguments, &control_address_));
  if (client_ == nullptr) {
    AERIE_ASSIGN_OR_RETURN(client_, services::ControlClient::connect(control_address_));
  }
  return absl::OkStatus();
}

absl::Status Stack::startProxy() {
  const std::string listen = proxy_address_.empty() ? options_.proxy_listen : proxy_address_;
  AERIE_ASSIGN_OR_RETURN(proxy_pid_, start("aerie-proxy",
                                           {"--listen", listen, "--control", control_address_, "--last-good",
                                            (options_.state_directory / "proxy.last-good").string(),
                                            "--metrics-listen", "127.0.0.1:0", "--proxy-id", "proxy-1"},
                                           &proxy_address_));
  if (proxy_channel_ == nullptr) {
    AERIE_ASSIGN_OR_RETURN(proxy_channel_, net::connect(proxy_address_));
  }
  return absl::OkStatus();
}

absl::Status Stack::startTraining() {
  AERIE_ASSIGN_OR_RETURN(training_pid_, start("aerie-training",
                                              {"--listen", options_.training_listen, "--state-dir",
                                               (options_.state_directory / "training").string(), "--control",
                                               control_address_, "--signing-key", signingKey().string(),
                                               "--metrics-listen", "127.0.0.1:0", "--stop-tasks"},
                                              &training_address_));
  return absl::OkStatus();
}

absl::Status Stack::end(std::atomic<pid_t>& pid, int signal) {
  if (pid <= 0) return absl::OkStatus();
  signalChild(pid, signal).IgnoreError();
  absl::Status waited =
      waitFor("the process to end", kStopTimeout, [&] { return pollChild(pid).has_value(); });
  if (!waited.ok()) {
    signalChild(pid, SIGKILL).IgnoreError();
    waited = waitFor("the killed process to end", kStopTimeout, [&] { return pollChild(pid).has_value(); });
  }
  pid = 0;
  return waited;
}

absl::Status Stack::stopControl() { return end(control_pid_, SIGTERM); }
absl::Status Stack::stopProxy() { return end(proxy_pid_, SIGTERM); }
absl::Status Stack::stopTraining() { return end(training_pid_, SIGTERM); }
absl::Status Stack::killControl() { return end(control_pid_, SIGKILL); }

void Stack::interrupt() const {
  for (const pid_t pid : {training_pid_.load(), proxy_pid_.load(), control_pid_.load()}) {
    if (pid > 0) signalChild(pid, SIGTERM).IgnoreError();
  }
  waitFor("the daemons to end", kStopTimeout, [this] {
    return !processStartTicks(proxy_pid_).ok() && !processStartTicks(control_pid_).ok() &&
           !processStartTicks(training_pid_).ok();
  }).IgnoreError();
}

absl::Status Stack::stopAll() {
  AERIE_RETURN_IF_ERROR(stopTraining());
  AERIE_RETURN_IF_ERROR(stopProxy());
  // Workers outlive a control plane that was killed: only it knows them, so it comes back to stop them.
  if (control_pid_ <= 0 && client_ != nullptr && !stopped_) AERIE_RETURN_IF_ERROR(startControl());
  stopped_ = true;
  return stopControl();
}

}  // namespace aerie::sim
