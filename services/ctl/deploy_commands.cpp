#include <chrono>

#include "core/base/status.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

using Deployments = v1::DeploymentService::Stub;

struct DeployArguments {
  std::string endpoint, model, version, stage, target = "local", runtime, replica, to_version;
  std::uint32_t replicas = 1, batch_size = 0, timeout_ms = 0, hedge_after_ms = 0, tail = 100;
  double cpus = 0;
  std::uint64_t memory_mib = 0;
  bool wait = false, follow = false, yes = false;
  double wait_seconds = 120;
};
using SharedDeployArguments = std::shared_ptr<DeployArguments>;

std::string versionText(const v1::Deployment& d) {
  if (d.target_version().empty() || d.target_version() == d.serving_version())
    return d.serving_version().empty() ? "-" : d.serving_version();
  return fmt::format("{} -> {}", d.serving_version().empty() ? "-" : d.serving_version(), d.target_version());
}

std::string stateText(const v1::Deployment& d) {
  if (d.deleting()) return "deleting";
  const v1::Condition* progressing = services::findCondition(d, "Progressing");
  if (progressing != nullptr && progressing->reason() == "Stuck") return "STUCK: " + progressing->message();
  const v1::Condition* ready = services::findCondition(d, "Ready");
  if (progressing != nullptr && progressing->status()) return "rolling out";
  return ready != nullptr && ready->status() ? "ready"
         : ready != nullptr                  ? "not ready: " + ready->message()
                                             : "starting";
}

Table listTable(const std::vector<v1::Deployment>& deployments) {
  Table table{{"ENDPOINT", "MODEL", "VERSION", "FOLLOWS", "READY", "STATE"},
              {},
              "nothing is deployed; 'aeriectl deploy create' starts"};
  for (const v1::Deployment& d : deployments) {
    int ready = 0;
    for (const v1::ReplicaState& replica : d.replicas())
      ready += replica.phase() == "ready" && replica.serving() ? 1 : 0;
    table.rows.push_back({d.spec().endpoint(), d.spec().model(), versionText(d),
                          d.spec().stage().empty() ? "-" : d.spec().stage(),
                          fmt::format("{}/{}", ready, d.spec().replicas()), stateText(d)});
  }
  return table;
}

Table detailTable(const v1::Deployment& d) {
  Table table = listTable({d});
  table.rows.push_back({""});
  table.rows.push_back({"REPLICA", "VERSION", "PHASE", "PID", "RESTARTS", "MEMORY", "CPU", "SINCE", ""});
  for (const v1::ReplicaState& r : d.replicas()) {
    const bool sampled = r.memory_bytes() > 0;  // a replica that began just now is not
    table.rows.push_back({r.id(), r.version(), r.phase() + (r.serving() ? "" : " (no traffic)"),
                          fmt::format("{}", r.pid()), fmt::format("{}", r.restarts()),
                          sampled ? sizeText(r.memory_bytes()) : "-",
                          sampled ? fmt::format("{:.0f} %", r.cpu_percent()) : "-",
                          ageText(r.started_unix_ms()), r.message()});
  }
  if (d.rollout_size() > 0) {
    table.rows.push_back({""});
    for (const v1::RolloutStep& step : d.rollout()) {
      const double seconds = step.ended_unix_ms() > 0
                                 ? static_cast<double>(step.ended_unix_ms() - step.started_unix_ms()) / 1000
                                 : 0;
      table.rows.push_back({"step " + step.name(), step.state(),
                            step.ended_unix_ms() > 0 ? fmt::format("{:.1f} s", seconds) : "",
                            step.message()});
    }
  }
  return table;
}

// A daemon's JSON record as people read it; other lines stay as they are.
std::string readable(const std::string& text) {
  const auto record = nlohmann::json::parse(text, nullptr, false);
  if (!record.is_object() || !record.contains("message")) return text;
  const auto part = [&](const char* name) {
    return record.contains(name) && record[name].is_string() ? record[name].get<std::string>() : "";
  };
  const std::string time = part("time");
  return fmt::format("{} {} {}: {}", time.size() > 23 ? time.substr(11, 12) : time, part("level"),
                     part("room"), part("message"));
}

absl::Status waitFor(Tool& tool, services::ControlClient& control, const DeployArguments& a) {
  const auto timeout = std::chrono::milliseconds(static_cast<std::int64_t>(a.wait_seconds * 1000));
  AERIE_ASSIGN_OR_RETURN(const v1::Deployment d,
                         control.waitUntilServing(a.endpoint, timeout, [&](const v1::Deployment& now) {
                           std::uint64_t done = 0;
                           for (const v1::RolloutStep& step : now.rollout())
                             done += step.state() == "done" ? 1 : 0;
                           tool.out().progress(fmt::format("{} {}", a.endpoint, stateText(now)), done,
                                               static_cast<std::uint64_t>(now.rollout_size()));
                         }));
  tool.out().show(d, detailTable(d));
  return absl::OkStatus();
}

// Calls, then shows what came back or, with --wait, what it became.
template <class Request>
absl::Status change(Tool& tool, const DeployArguments& a,
                    grpc::Status (Deployments::*method)(grpc::ClientContext*, const Request&,
                                                        v1::Deployment*),
                    const Request& request) {
  AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
  AERIE_ASSIGN_OR_RETURN(const v1::Deployment d, control->call(method, request));
  if (a.wait) return waitFor(tool, *control, a);
  tool.out().show(d, listTable({d}));
  return absl::OkStatus();
}

void addEndpoint(CLI::App* command, const SharedDeployArguments& a) {
  command->add_option("endpoint", a->endpoint, "Worker endpoint")->required();
}
void addWait(CLI::App* command, const SharedDeployArguments& a) {
  command->add_flag("--wait", a->wait,
                    "Wait until it serves; exit 4 when the rollout is stuck, 5 when it takes too long");
  command->add_option("--wait-seconds", a->wait_seconds, "How long to wait")->capture_default_str();
}

void addCreate(Tool& tool, CLI::App* deploy, const SharedDeployArguments& a) {
  CLI::App* create =
      deploy->add_subcommand("create", "Deploy a model version, or the version that a stage names");
  addEndpoint(create, a);
  create->add_option("--model", a->model, "Model")->required();
  auto* version = create->add_option("--model-version", a->version, "Version to serve");
  create->add_option("--stage", a->stage, "Follow this stage: a promotion relaunches the workers")
      ->excludes(version);
  create->add_option("--replicas", a->replicas, "Workers")->capture_default_str()->check(CLI::Range(1, 64));
  create->add_option("--target", a->target, "Where they run")->capture_default_str();
  create->add_option("--batch-size", a->batch_size, "Rows per worker request; 0 = 128")
      ->capture_default_str();
  create->add_option("--timeout-ms", a->timeout_ms, "Time for one worker request; 0 = 1000")
      ->capture_default_str();
  create->add_option("--hedge-after-ms", a->hedge_after_ms, "Ask a second replica after this time; 0 = never")
      ->capture_default_str();
  create->add_option("--runtime", a->runtime, "sidecar (default) or embedded");
  create->add_option("--cpus", a->cpus, "CPU limit; 0 = none");
  create->add_option("--memory-mib", a->memory_mib, "Memory limit in MiB; 0 = none");
  addWait(create, a);
  tool.onRun(create, [&tool, a]() -> absl::Status {
    if (a->version.empty() == a->stage.empty())
      return invalidArgument("give --model-version or --stage: what shall {} serve?", a->endpoint);
    v1::CreateDeploymentRequest request;
    v1::DeploymentSpec* spec = request.mutable_spec();
    spec->set_endpoint(a->endpoint);
    spec->set_model(a->model);
    spec->set_version(a->version);
    spec->set_stage(a->stage);
    spec->set_replicas(a->replicas);
    spec->set_target(a->target);
    spec->set_batch_size(a->batch_size);
    spec->set_timeout_ms(a->timeout_ms);
    spec->set_hedge_after_ms(a->hedge_after_ms);
    spec->set_runtime(a->runtime);
    spec->mutable_resources()->set_cpus(a->cpus);
    spec->mutable_resources()->set_memory_bytes(a->memory_mib << 20);
    return change(tool, *a, &Deployments::Create, request);
  });
}

void addChanging(Tool& tool, CLI::App* deploy, const SharedDeployArguments& a) {
  CLI::App* scale = deploy->add_subcommand("scale", "Change the number of replicas");
  addEndpoint(scale, a);
  scale->add_option("replicas", a->replicas, "Workers")->required()->check(CLI::Range(0, 64));
  addWait(scale, a);
  tool.onRun(scale, [&tool, a] {
    v1::ScaleRequest request;
    request.set_endpoint(a->endpoint);
    request.set_replicas(a->replicas);
    return change(tool, *a, &Deployments::Scale, request);
  });
  CLI::App* restart = deploy->add_subcommand(
      "restart", "Relaunch every replica, one after another, without losing a request");
  CLI::App* remove = deploy->add_subcommand("delete", "Stop an endpoint that no routing uses");
  for (CLI::App* command : {restart, remove}) addEndpoint(command, a);
  addWait(restart, a);
  tool.onRun(restart, [&tool, a] {
    v1::DeploymentRequest request;
    request.set_endpoint(a->endpoint);
    return change(tool, *a, &Deployments::Restart, request);
  });
  tool.onRun(remove, [&tool, a] {
    v1::DeploymentRequest request;
    request.set_endpoint(a->endpoint);
    return change(tool, *a, &Deployments::Delete, request);
  });
  CLI::App* rollback = deploy->add_subcommand("rollback", "Serve the version before, or --to VERSION");
  addEndpoint(rollback, a);
  rollback->add_option("--to", a->to_version, "Version; left out: the one that served before");
  addWait(rollback, a);
  tool.onRun(rollback, [&tool, a] {
    v1::RollbackRequest request;
    request.set_endpoint(a->endpoint);
    request.set_version(a->to_version);
    return change(tool, *a, &Deployments::Rollback, request);
  });
}

void addReading(Tool& tool, CLI::App* deploy, const SharedDeployArguments& a) {
  CLI::App* list = deploy->add_subcommand("list", "All deployments");
  tool.onRun(list, [&tool]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    AERIE_ASSIGN_OR_RETURN(const v1::ListDeploymentsResponse all,
                           control->call(&Deployments::List, v1::ListDeploymentsRequest()));
    tool.out().show(all, listTable({all.deployments().begin(), all.deployments().end()}));
    return absl::OkStatus();
  });
  CLI::App* show = deploy->add_subcommand("show", "Replicas, rollout steps and conditions of one");
  addEndpoint(show, a);
  tool.onRun(show, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::DeploymentRequest request;
    request.set_endpoint(a->endpoint);
    AERIE_ASSIGN_OR_RETURN(const v1::Deployment d, control->call(&Deployments::Get, request));
    tool.out().show(d, detailTable(d));
    return absl::OkStatus();
  });
  CLI::App* wait = deploy->add_subcommand("wait", "Wait until an endpoint serves what is wanted");
  addEndpoint(wait, a);
  wait->add_option("--wait-seconds", a->wait_seconds, "How long to wait")->capture_default_str();
  tool.onRun(wait, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    return waitFor(tool, *control, *a);
  });
  CLI::App* logs = deploy->add_subcommand("logs", "Logs of the replicas");
  addEndpoint(logs, a);
  logs->add_option("--replica", a->replica, "Only this replica; ID/sidecar: only its sidecar");
  logs->add_option("--tail", a->tail, "Last lines of each")->capture_default_str();
  logs->add_flag("-f,--follow", a->follow, "Go on as lines come; stop with Ctrl+C");
  tool.onRun(logs, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::LogsRequest request;
    request.set_endpoint(a->endpoint);
    request.set_replica(a->replica);
    request.set_tail_lines(a->tail);
    request.set_follow(a->follow);
    return control->logs(request, [&tool](const v1::LogLine& line) {
      if (tool.out().json())
        tool.out().line({{"replica", line.replica()}, {"text", line.text()}});
      else
        tool.out().say(fmt::format("{}  {}", line.replica(), readable(line.text())));
      return true;
    });
  });
}

}  // namespace

void addDeployCommands(Tool& tool) {
  CLI::App* deploy = tool.app().add_subcommand("deploy", "Deployments: worker endpoints and their replicas");
  deploy->require_subcommand(1);
  const auto arguments = std::make_shared<DeployArguments>();
  addCreate(tool, deploy, arguments);
  addReading(tool, deploy, arguments);
  addChanging(tool, deploy, arguments);
}

}  // namespace aerie::ctl
