#include <chrono>
#include <cstdlib>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/ray/local_cluster.h"
#include "core/training/quantity.h"
#include "services/ctl/stop_cancels.h"
#include "services/ctl/tool.h"
#include "services/ctl/train_kube_cluster.h"
#include "services/ctl/train_tables.h"

namespace aerie::ctl {
namespace {

using Stub = TrainClient::Stub;

constexpr std::chrono::milliseconds kPoll{200};

struct TrainClusterArguments {
  std::string name, engine = "ray", state, memory, ray;
  int hosts = 2, cpus = 2, dashboard_port = 0;
  bool all = false, cancel_jobs = false, wait = false;
  double timeout_seconds = 120;
  KubeArguments kube;
  bool inKube() const { return engine == "kuberay"; }
};
using SharedTrainClusterArguments = std::shared_ptr<TrainClusterArguments>;

absl::StatusOr<std::vector<v1::TrainingCluster>> clustersOf(TrainClient& client, bool with_gone) {
  v1::ListTrainingClustersRequest request;
  request.set_include_gone(with_gone);
  AERIE_ASSIGN_OR_RETURN(const v1::ListTrainingClustersResponse all,
                         client.call(&Stub::ListClusters, request));
  return std::vector<v1::TrainingCluster>(all.clusters().begin(), all.clusters().end());
}

absl::StatusOr<v1::TrainingCluster> clusterOf(TrainClient& client, const std::string& name) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<v1::TrainingCluster> all, clustersOf(client, true));
  for (const v1::TrainingCluster& cluster : all) {
    if (cluster.name() == name) return cluster;
  }
  return notFound("cluster '{}' is not known; 'aeriectl train cluster list --all' shows all", name);
}

void showClusters(Tool& tool, const std::vector<v1::TrainingCluster>& clusters) {
  if (!tool.out().json()) {
    tool.out().show(nullptr, clusterTable(clusters));
    return;
  }
  for (const v1::TrainingCluster& cluster : clusters) tool.out().line(toJson(cluster));
}

absl::Status showOne(Tool& tool, const TrainClusterArguments& a) {
  AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
  AERIE_ASSIGN_OR_RETURN(const v1::TrainingCluster cluster, clusterOf(*client, a.name));
  v1::TrainingUtilisationRequest request;
  request.set_cluster(a.name);
  request.set_max_points(2);  // the summary is wanted
  AERIE_ASSIGN_OR_RETURN(v1::TrainingUtilisationResponse utilisation,
                         client->call(&Stub::Utilisation, request));
  if (tool.out().json()) {
    utilisation.clear_series();
    nlohmann::json document = toJson(cluster);
    document["utilisation"] = toJson(utilisation);
    tool.out().line(document);
    return absl::OkStatus();
  }
  tool.out().show(nullptr, clusterDetails(cluster, utilisation));
  tool.out().say("");
  tool.out().show(nullptr, hostTable(cluster));
  return absl::OkStatus();
}

bool isGone(const v1::TrainingCluster& cluster) { return cluster.state() == v1::TRAINING_CLUSTER_STATE_GONE; }

absl::Status remove(Tool& tool, const TrainClusterArguments& a) {
  AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
  v1::DeleteTrainingClusterRequest request;
  request.set_name(a.name);
  request.set_cancel_jobs(a.cancel_jobs);
  request.set_request_id(randomId());
  AERIE_ASSIGN_OR_RETURN(v1::TrainingCluster cluster, client->call(&Stub::DeleteCluster, request));
  const auto until = std::chrono::steady_clock::now() +
                     std::chrono::milliseconds(static_cast<std::int64_t>(a.timeout_seconds * 1e3));
  while (a.wait && !isGone(cluster)) {
    if (std::chrono::steady_clock::now() >= until) {
      tool.out().note(fmt::format("cluster {} is not gone yet: {}", a.name, word(cluster.state())));
      tool.finishWith(Exit::kNotOver);
      break;
    }
    std::this_thread::sleep_for(kPoll);
    AERIE_ASSIGN_OR_RETURN(cluster, clusterOf(*client, a.name));
  }
  showClusters(tool, {cluster});
  return absl::OkStatus();
}

// Where the state of the one Ray of this user is kept unless told otherwise.
std::string defaultState() {
  if (const char* state = std::getenv("XDG_STATE_HOME");
      state != nullptr && *state == '/')  // NOLINT: one thread
    return std::string(state) + "/aerie/ray-cluster";
  const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): as above
  return std::string(home != nullptr ? home : "") + "/.local/state/aerie/ray-cluster";
}

void showLocal(Tool& tool, const ray::LocalCluster& cluster) {
  nlohmann::json document = {{"address", cluster.address},
                             {"token_file", cluster.token_file.string()},
                             {"folder", cluster.folder.string()},
                             {"cpus_per_host", cluster.cpus_per_host},
                             {"hosts", nlohmann::json::array()}};
  Table table{{"HOST", "PID", "CPUS", "STATE"}, {}, "no hosts"};
  for (const ray::LocalNode& node : cluster.nodes) {
    document["hosts"].push_back({{"name", node.name}, {"pid", node.pid}, {"alive", node.alive}});
    table.rows.push_back({node.name, fmt::format("{}", node.pid), fmt::format("{}", cluster.cpus_per_host),
                          node.alive ? "alive" : "ENDED"});
  }
  if (tool.out().json()) {
    tool.out().line(document);
    return;
  }
  tool.out().show(nullptr, table);
  tool.out().say(
      fmt::format("\naddress     {}\ntoken file  {}\n\nIn a job file: cluster: {{engine: ray, address: "
                  "\"{}\", hosts: {}, cpus_per_host: {}}}",
                  cluster.address, cluster.token_file.string(), cluster.address, cluster.nodes.size(),
                  cluster.cpus_per_host));
}

absl::Status bringUp(Tool& tool, const TrainClusterArguments& a) {
  ray::LocalClusterOptions options;
  options.state = a.state;
  options.ray = a.ray;
  options.hosts = a.hosts;
  options.cpus_per_host = a.cpus;
  options.dashboard_port = a.dashboard_port;
  options.programs = {executableDirectory()};
  if (!a.memory.empty()) {
    AERIE_ASSIGN_OR_RETURN(options.memory_per_host, training::parseBytes(a.memory));
  }
  http::Cancel cancel;
  const StopCancels stopping(cancel);
  AERIE_ASSIGN_OR_RETURN(
      const ray::LocalCluster cluster,
      ray::startLocalCluster(
          options, [&](std::string_view step) { tool.out().note(std::string(step)); }, &cancel));
  showLocal(tool, cluster);
  return absl::OkStatus();
}

void addLocalRay(Tool& tool, CLI::App* cluster, const SharedTrainClusterArguments& a) {
  a->state = defaultState();
  CLI::App* up = cluster->add_subcommand(
      "up", "Start a Ray that stays: of several hosts on this machine, or in Kubernetes");
  CLI::App* down = cluster->add_subcommand("down", "Stop what 'up' started: all of its processes and files");
  CLI::App* where = cluster->add_subcommand("where", "The Ray that 'up' started: address, token file, hosts");
  up->add_option("--hosts", a->hosts, "Hosts, one Ray node each")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  up->add_option("--cpus-per-host", a->cpus, "CPUs that Ray hands out on each; may be more than there are")
      ->check(CLI::Range(1, 1'024))
      ->capture_default_str();
  up->add_option("--memory-per-host", a->memory,
                 "Memory that Ray hands out on each, e.g. 2GiB; left out: a share");
  up->add_option("--dashboard-port", a->dashboard_port, "Port of its address; 0 = a free one")
      ->check(CLI::Range(0, 65'535))
      ->capture_default_str();
  up->add_option("--ray", a->ray,
                 "Virtual environment with Ray; left out: where 'packaging/bootstrap --ray' puts it")
      ->type_name("FOLDER");
  for (CLI::App* command : {up, down, where}) {
    command
        ->add_option("--engine", a->engine, "ray: on this machine; kuberay: in Kubernetes, by its operator")
        ->check(CLI::IsMember({"ray", "kuberay"}))
        ->capture_default_str();
    command->add_option("--state", a->state, "ray: folder that remembers what was started")
        ->type_name("FOLDER")
        ->capture_default_str();
    addKubePlace(command, a->kube);
  }
  addKubeShape(up, a->kube);
  up->footer(
      "On this machine it takes about ten seconds for each host. The same again answers with what runs. "
      "Ctrl+C "
      "ends what was begun here; in Kubernetes it ends the waiting, and 'down' deletes it.");
  tool.onRun(up, [&tool, a] {
    return a->inKube() ? bringUpInKube(tool, a->kube, {a->hosts, a->cpus, a->memory}) : bringUp(tool, *a);
  });
  tool.onRun(down, [&tool, a]() -> absl::Status {
    if (a->inKube()) return takeDownInKube(tool, a->kube);
    AERIE_RETURN_IF_ERROR(ray::stopLocalCluster(a->state));
    tool.out().say("stopped");
    return absl::OkStatus();
  });
  tool.onRun(where, [&tool, a]() -> absl::Status {
    if (a->inKube()) return showInKube(tool, a->kube);
    AERIE_ASSIGN_OR_RETURN(const ray::LocalCluster found, ray::readLocalCluster(a->state));
    showLocal(tool, found);
    return absl::OkStatus();
  });
}

}  // namespace

void addTrainClusters(Tool& tool, CLI::App* train) {
  const auto a = std::make_shared<TrainClusterArguments>();
  CLI::App* cluster = train->add_subcommand("cluster", "Clusters: made for jobs, gone when idle");
  cluster->require_subcommand(1);
  CLI::App* list = cluster->add_subcommand("list", "Clusters that are there");
  list->add_flag("--all", a->all, "Those that are gone, too");
  tool.onRun(list, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(TrainClient * client, tool.training());
    AERIE_ASSIGN_OR_RETURN(const std::vector<v1::TrainingCluster> all, clustersOf(*client, a->all));
    showClusters(tool, all);
    return absl::OkStatus();
  });
  CLI::App* show = cluster->add_subcommand("show", "Hosts, how busy they are, and what to ask for instead");
  show->add_option("name", a->name, "Cluster")->required();
  tool.onRun(show, [&tool, a] { return showOne(tool, *a); });
  CLI::App* removing = cluster->add_subcommand("delete", "Stop a cluster; its history stays");
  removing->add_option("name", a->name, "Cluster")->required();
  removing->add_flag("--cancel-jobs", a->cancel_jobs,
                     "Cancel the jobs that need it; without it they are in the way");
  removing->add_flag("--wait", a->wait, "Wait until it is gone");
  removing->add_option("--timeout", a->timeout_seconds, "Seconds to wait at most; then exit 9")
      ->check(CLI::Range(0.0, 1e9))
      ->capture_default_str();
  removing->footer("Exit 4 when jobs need it and --cancel-jobs is not given.");
  tool.onRun(removing, [&tool, a] { return remove(tool, *a); });
  addLocalRay(tool, cluster, a);
}

}  // namespace aerie::ctl
