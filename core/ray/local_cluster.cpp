#include "core/ray/local_cluster.h"

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/ray/client.h"
#include "core/ray/cluster_processes.h"

namespace aerie::ray {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using std::chrono::milliseconds;

constexpr std::size_t kHeadPorts = 6;
constexpr std::size_t kWorkerPorts = 3;
constexpr std::uint64_t kObjectStore = std::uint64_t{128} << 20;
constexpr Duration kGrace = std::chrono::seconds(6);

fs::path stateFile(const fs::path& state) { return state / "cluster.json"; }
fs::path nodeLog(const fs::path& state, const std::string& node) { return state / (node + ".log"); }

class Descriptor final {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(port == 0 ? INADDR_ANY : INADDR_LOOPBACK);
  return address;
}

// Ports that are free now. All are held until all are chosen, so that they differ.
absl::StatusOr<std::vector<int>> freePorts(std::size_t count) {
  std::vector<Descriptor> held;
  std::vector<int> ports;
  for (std::size_t i = 0; i < count; ++i) {
    held.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    if (::bind(held.back().get(), reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::getsockname(held.back().get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
      return resourceExhausted("this machine has no free TCP port for Ray");
    ports.push_back(ntohs(address.sin_port));
  }
  return ports;
}

bool accepts(int port) {
  const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const sockaddr_in address = loopback(port);
  return ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value != nullptr ? value : "";
}

// What tasks of this machine get as well; PATH comes beside it.
std::map<std::string, std::string> passedOn() {
  std::map<std::string, std::string> out;
  for (const char* name : {"HOME", "LANG", "LOGNAME", "SHELL", "TMPDIR", "TZ", "USER"}) {
    if (std::getenv(name) != nullptr) out[name] = variable(name);  // NOLINT(concurrency-mt-unsafe)
  }
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto equals = text.find('=');
    if (text.starts_with("LC_") && equals != std::string_view::npos)
      out.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return out;
}

std::int64_t machineMemory() {
  return std::int64_t{::sysconf(_SC_PHYS_PAGES)} * std::int64_t{::sysconf(_SC_PAGESIZE)};
}

std::string lastLines(const fs::path& file) {
  const auto text = readFile(file);
  if (!text.ok()) return "it wrote no log";
  const std::string end = text->size() > 600 ? text->substr(text->size() - 600) : *text;
  std::string out;
  for (const char c : end) {
    const bool control = static_cast<unsigned char>(c) < 0x20;
    if (!control) out += c;
    if (control && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out.empty() ? "it wrote no log" : out;
}

absl::Status writeState(const fs::path& state, const LocalCluster& cluster, int gcs_port) {
  Json nodes = Json::array();
  for (const LocalNode& node : cluster.nodes)
    nodes.push_back({{"name", node.name}, {"pid", node.pid}, {"start_ticks", node.start_ticks}});
  const Json json = {{"address", cluster.address},
                     {"folder", cluster.folder.string()},
                     {"cpus_per_host", cluster.cpus_per_host},
                     {"gcs_port", gcs_port},
                     {"nodes", nodes}};
  return writeFileAtomic(stateFile(state), json.dump(2) + "\n", 0600);
}

struct Stored {
  LocalCluster cluster;
  int gcs_port = 0;
};

absl::StatusOr<Stored> readStored(const fs::path& state) {
  const auto text = readFile(stateFile(state));
  if (absl::IsNotFound(text.status()))
    return notFound("no Ray cluster of this machine was started with {}", state.string());
  if (!text.ok()) return text.status();
  const Json json = Json::parse(*text, nullptr, false);
  const auto damaged = [&] {
    return dataLoss("{} is damaged; end the processes of Ray by hand and remove it",
                    stateFile(state).string());
  };
  if (!json.is_object()) return damaged();
  Stored stored;
  LocalCluster& cluster = stored.cluster;
  try {
    cluster.address = json.at("address").get<std::string>();
    cluster.folder = json.at("folder").get<std::string>();
    cluster.cpus_per_host = json.at("cpus_per_host").get<int>();
    stored.gcs_port = json.at("gcs_port").get<int>();
    for (const Json& entry : json.at("nodes")) {
      LocalNode node{entry.at("name").get<std::string>(), entry.at("pid").get<std::int64_t>(),
                     entry.at("start_ticks").get<std::uint64_t>(), false};
      node.alive = isAlive(node);
      cluster.nodes.push_back(node);
    }
  } catch (const Json::exception&) {
    return damaged();
  }
  // The folder is removed at the end: it must be one that was made here.
  if (cluster.nodes.empty() || !cluster.folder.string().starts_with("/tmp/aerie-ray-")) return damaged();
  cluster.token_file = state / "token";
  return stored;
}

// One start of a cluster, or of the nodes that it has lost.
class Starter final {
 public:
  Starter(const LocalClusterOptions& options, const Progress& progress, const http::Cancel* cancel)
      : options_(options),
        home_(options.ray.empty() ? defaultRayHome() : options.ray),
        progress_(progress),
        cancel_(cancel),
        deadline_(SystemClock().monoNow() + options.patience) {}

  absl::StatusOr<LocalCluster> run() {
    AERIE_RETURN_IF_ERROR(check());
    AERIE_RETURN_IF_ERROR(makeDirectories(options_.state, 0700));
    const Descriptor lock(::open((options_.state / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
      return failedPrecondition("a Ray cluster is being started in {}; wait for its end",
                                options_.state.string());
    auto stored = readStored(options_.state);
    if (!stored.ok() && !absl::IsNotFound(stored.status())) return stored.status();
    if (stored.ok() && stored->cluster.nodes.front().alive) {
      AERIE_RETURN_IF_ERROR(adopt(*stored));
    } else {
      AERIE_RETURN_IF_ERROR(stopLocalCluster(options_.state));
      stored = notFound("its head has ended");
      AERIE_RETURN_IF_ERROR(prepare());
    }
    const absl::Status status = bringUp();
    if (status.ok()) return cluster_;
    // What ran before goes on without the node that could not be started again.
    if (!stored.ok()) (void)stopLocalCluster(options_.state);
    return status;
  }

 private:
  absl::Status check() const {
    if (options_.hosts < 1 || options_.hosts > 64)
      return invalidArgument("hosts: {} must be from 1 to 64 on one machine", options_.hosts);
    if (options_.cpus_per_host < 1 || options_.cpus_per_host > 1024)
      return invalidArgument("cpus per host: {} must be from 1 to 1024", options_.cpus_per_host);
    std::error_code error;
    if (!fs::exists(home_ / "bin/ray", error))
      return notFound("Ray is not installed in {}; 'packaging/bootstrap --ray' does that", home_.string());
    return absl::OkStatus();
  }

  absl::Status adopt(const Stored& stored) {
    cluster_ = stored.cluster;
    gcs_port_ = stored.gcs_port;
    const int hosts = static_cast<int>(cluster_.nodes.size());
    if (hosts != options_.hosts || cluster_.cpus_per_host != options_.cpus_per_host)
      return failedPrecondition("a Ray cluster of {} hosts with {} CPUs runs already in {}; stop it first",
                                hosts, cluster_.cpus_per_host, options_.state.string());
    return readTheToken();
  }

  absl::Status prepare() {
    std::string folder = "/tmp/aerie-ray-XXXXXX";  // short: Ray makes unix sockets below it
    if (::mkdtemp(folder.data()) == nullptr)
      return failedPrecondition("{} cannot be made; is /tmp full or not writable?", folder);
    cluster_.folder = folder;
    cluster_.cpus_per_host = options_.cpus_per_host;
    cluster_.token_file = options_.state / "token";
    AERIE_RETURN_IF_ERROR(writeFileAtomic(cluster_.token_file, randomId() + randomId(), 0600));
    AERIE_ASSIGN_OR_RETURN(head_ports_, freePorts(kHeadPorts));
    if (options_.dashboard_port != 0) head_ports_[1] = options_.dashboard_port;
    gcs_port_ = head_ports_[0];
    cluster_.address = fmt::format("http://127.0.0.1:{}", head_ports_[1]);
    for (int i = 1; i <= options_.hosts; ++i)
      cluster_.nodes.push_back({fmt::format("host-{}", i), 0, 0, false});
    return readTheToken();
  }

  absl::Status readTheToken() {
    AERIE_ASSIGN_OR_RETURN(token_, readToken(cluster_.token_file));
    return absl::OkStatus();
  }

  absl::Status bringUp() {
    say(fmt::format("starting Ray with {} hosts of {} CPUs at {}", options_.hosts, options_.cpus_per_host,
                    cluster_.address));
    for (std::size_t i = 0; i < cluster_.nodes.size(); ++i) {
      if (cluster_.nodes[i].alive) continue;
      AERIE_RETURN_IF_ERROR(startNode(i));
      if (i == 0) AERIE_RETURN_IF_ERROR(waitFor("its control store", [this] { return accepts(gcs_port_); }));
    }
    AERIE_RETURN_IF_ERROR(waitFor("all nodes", [this] { return aliveNodes() >= cluster_.nodes.size(); }));
    for (LocalNode& node : cluster_.nodes) node.alive = true;
    say(fmt::format("Ray runs at {}", cluster_.address));
    return absl::OkStatus();
  }

  absl::Status startNode(std::size_t index) {
    LocalNode& node = cluster_.nodes[index];
    if (node.pid != 0) endRemainsOf(node);
    AERIE_ASSIGN_OR_RETURN(const std::vector<std::string> arguments, argumentsOf(index));
    ChildOptions child;
    // Nothing else of ours: our variables may hold secrets, and what Ray has its tasks get.
    child.arguments = {"/usr/bin/env", "-i"};
    for (const auto& [name, value] : environment()) child.arguments.push_back(name + "=" + value);
    child.arguments.insert(child.arguments.end(), arguments.begin(), arguments.end());
    child.working_directory = cluster_.folder;
    child.output = nodeLog(options_.state, node.name);
    std::error_code ignored;
    fs::remove(child.output, ignored);
    say(fmt::format("starting {}", node.name));
    AERIE_ASSIGN_OR_RETURN(const pid_t pid, spawnChild(child));
    node.pid = pid;
    node.start_ticks = processStartTicks(pid).value_or(0);
    node.alive = true;
    return writeState(options_.state, cluster_, gcs_port_);
  }

  // What a killed node has left running.
  void endRemainsOf(const LocalNode& node) const {
    for (const pid_t pid : processesOf(cluster_.folder, {node})) {
      if (::getpgid(pid) == node.pid) (void)::kill(pid, SIGKILL);
    }
  }

  absl::StatusOr<std::vector<std::string>> argumentsOf(std::size_t index) const {
    const std::int64_t memory =
        options_.memory_per_host > 0
            ? options_.memory_per_host
            : machineMemory() * 4 / 5 / static_cast<std::int64_t>(cluster_.nodes.size());
    // No monitors: no node is ever added by Ray, and the driver asks for no logs.
    std::vector<std::string> words = {(home_ / "bin/ray").string(),
                                      "start",
                                      "--block",
                                      "--disable-usage-stats",
                                      "--include-log-monitor=false",
                                      "--node-ip-address=127.0.0.1",
                                      "--node-name=" + cluster_.nodes[index].name,
                                      fmt::format("--num-cpus={}", cluster_.cpus_per_host),
                                      fmt::format("--memory={}", memory),
                                      fmt::format("--object-store-memory={}", kObjectStore)};
    std::vector<int> ports = head_ports_;
    if (index == 0) {
      words.insert(
          words.end(),
          {"--head", "--no-monitor", "--dashboard-host=127.0.0.1", fmt::format("--port={}", gcs_port_),
           fmt::format("--dashboard-port={}", ports[1]), fmt::format("--ray-client-server-port={}", ports[5]),
           "--temp-dir=" + (cluster_.folder / "r").string()});
      ports.erase(ports.begin(), ports.begin() + 2);
    } else {
      words.push_back(fmt::format("--address=127.0.0.1:{}", gcs_port_));
      AERIE_ASSIGN_OR_RETURN(ports, freePorts(kWorkerPorts));
    }
    words.push_back(fmt::format("--dashboard-agent-listen-port={}", ports[0]));
    words.push_back(fmt::format("--dashboard-agent-grpc-port={}", ports[1]));
    words.push_back(fmt::format("--metrics-export-port={}", ports[2]));
    return words;
  }

  std::map<std::string, std::string> environment() const {
    std::string path = (home_ / "bin").string();
    for (const fs::path& folder : options_.programs) path += ":" + folder.string();
    path += ":" + variable("PATH");
    std::map<std::string, std::string> all = passedOn();
    all.insert({{"PATH", path},
                {kClusterVariable, cluster_.folder.string()},
                {"RAY_AUTH_MODE", "token"},
                {"RAY_AUTH_TOKEN_PATH", cluster_.token_file.string()},
                {"RAY_USAGE_STATS_ENABLED", "0"},
                {"RAY_GRAFANA_HOST", "DISABLED"},
                {"RAY_enable_worker_prestart", "0"},
                // Ray runs tasks at nice 15: beside anything else they would get a thirtieth of a core.
                {"RAY_worker_niceness", "0"},
                {"RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0"},
                // A lost node is noticed in seconds: all nodes are near.
                {"RAY_health_check_initial_delay_ms", "5000"},
                {"RAY_health_check_period_ms", "1000"},
                {"RAY_health_check_failure_threshold", "5"},
                {"PYTHONUNBUFFERED", "1"}});
    return all;
  }

  std::size_t aliveNodes() {
    if (client_ == nullptr) {
      RayOptions options;
      options.token = token_;
      options.timeout = std::chrono::seconds(2);
      auto client = RayClient::connect(cluster_.address, options, cancel_);
      if (!client.ok()) return 0;
      client_ = *std::move(client);
      say("the head answers");
    }
    const auto nodes = client_->nodes(cancel_);
    if (!nodes.ok()) return 0;
    return static_cast<std::size_t>(
        std::count_if(nodes->begin(), nodes->end(), [](const Node& node) { return node.state == "ALIVE"; }));
  }

  absl::Status waitFor(const char* what, const std::function<bool()>& there) {
    while (!there()) {
      if (cancel_ != nullptr && cancel_->cancelled()) return absl::CancelledError("the start was cancelled");
      for (const LocalNode& node : cluster_.nodes) {
        if (node.pid == 0) continue;
        const auto end = pollChild(static_cast<pid_t>(node.pid));
        if (end || !isAlive(node))
          return failedPrecondition("node {} of Ray {} while it started: {}", node.name,
                                    end ? end->text() : "ended",
                                    lastLines(nodeLog(options_.state, node.name)));
      }
      if (SystemClock().monoNow() > deadline_)
        return deadlineExceeded("Ray was not ready within {} s (waiting for {}); its logs are in {}",
                                std::chrono::duration_cast<std::chrono::seconds>(options_.patience).count(),
                                what, options_.state.string());
      std::this_thread::sleep_for(milliseconds(150));
    }
    return absl::OkStatus();
  }

  void say(const std::string& text) const {
    if (progress_) progress_(text);
  }

  const LocalClusterOptions& options_;
  const fs::path home_;
  const Progress& progress_;
  const http::Cancel* const cancel_;
  const MonoTime deadline_;
  LocalCluster cluster_;
  std::string token_;
  std::vector<int> head_ports_;
  int gcs_port_ = 0;
  std::unique_ptr<RayClient> client_;
};

}  // namespace

fs::path defaultClusterState() {
  const std::string state = variable("XDG_STATE_HOME");
  const bool given = state.starts_with('/');
  return (given ? fs::path(state) : fs::path(variable("HOME")) / ".local/state") / "aerie/ray-cluster";
}

fs::path defaultRayHome() {
  if (const std::string home = variable("AERIE_RAY"); !home.empty()) return home;
  const std::string data = variable("XDG_DATA_HOME");
  return (data.empty() ? fs::path(variable("HOME")) / ".local/share" : fs::path(data)) / "aerie/ray";
}

absl::StatusOr<LocalCluster> startLocalCluster(const LocalClusterOptions& options, const Progress& progress,
                                               const http::Cancel* cancel) {
  return Starter(options, progress, cancel).run();
}

absl::StatusOr<LocalCluster> readLocalCluster(const fs::path& state) {
  AERIE_ASSIGN_OR_RETURN(Stored stored, readStored(state));
  return std::move(stored.cluster);
}

absl::Status stopLocalCluster(const fs::path& state) {
  const auto stored = readStored(state);
  if (absl::IsNotFound(stored.status())) return absl::OkStatus();
  if (!stored.ok()) return stored.status();
  const LocalCluster& cluster = stored->cluster;
  AERIE_RETURN_IF_ERROR(endProcesses(cluster.folder, cluster.nodes, kGrace));
  std::error_code error;
  fs::remove_all(cluster.folder, error);
  fs::remove(cluster.token_file, error);
  fs::remove(stateFile(state), error);
  return absl::OkStatus();
}

absl::StatusOr<std::string> readToken(const fs::path& file) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(file, 64 << 10));
  struct stat info {};
  if (::stat(file.c_str(), &info) == 0 && (info.st_mode & 077) != 0)
    return failedPrecondition("token file {} is readable by others; set its mode to 600", file.string());
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string::npos) return failedPrecondition("token file {} is empty", file.string());
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

}  // namespace aerie::ray
