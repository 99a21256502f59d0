#include "core/base/files.h"
#include "core/base/status.h"
#include "core/routing/config.h"
#include "services/common/convert.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

using Routing = v1::RoutingService::Stub;

struct RoutingArguments {
  std::string file, use_case, comment;
  std::uint64_t expected_revision = 0;
};
using SharedRoutingArguments = std::shared_ptr<RoutingArguments>;

Table routingTable(const std::vector<v1::RoutingRevision>& revisions) {
  Table table{{"USE CASE", "REVISION", "DEFAULT", "EXPERIMENTS", "ON FAILURE", "APPLIED", "BY", "COMMENT"},
              {},
              "no routing is applied; 'aeriectl route apply FILE' does"};
  for (const v1::RoutingRevision& r : revisions) {
    std::vector<std::string> experiments;
    for (const v1::ExperimentRoute& e : r.config().experiments()) experiments.push_back(e.name());
    table.rows.push_back(
        {r.config().model_use_case(), fmt::format("{}", r.revision()), r.config().default_worker_endpoint(),
         experiments.empty() ? "-" : fmt::format("{}", fmt::join(experiments, ", ")),
         r.config().on_worker_failure(), ageText(r.applied_unix_ms()), r.applied_by(), r.comment()});
  }
  return table;
}

// Every routing document of the file: all are checked before the first is applied.
absl::StatusOr<std::vector<v1::RoutingConfig>> readRoutings(const std::string& file) {
  AERIE_ASSIGN_OR_RETURN(const std::string yaml, readFile(file));
  AERIE_ASSIGN_OR_RETURN(const routing::ConfigDocuments documents, routing::parseConfigDocuments(yaml, file));
  std::vector<v1::RoutingConfig> result;
  for (const routing::RoutingConfig& config : documents.routings) result.push_back(services::toProto(config));
  if (result.empty())
    return invalidArgument("{}: holds no routing config (a document with model_use_case)", file);
  if (!documents.workers.empty() || !documents.experiments.empty()) {
    return invalidArgument(
        "{}: also holds worker configs or experiments; the control plane makes worker configs at deploy, and "
        "'aeriectl experiment create' makes experiments",
        file);
  }
  return result;
}

absl::Status apply(Tool& tool, const RoutingArguments& a, bool validate_only) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<v1::RoutingConfig> configs, readRoutings(a.file));
  AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
  std::vector<v1::RoutingRevision> applied;
  for (const bool dry : {true, false}) {
    if (!dry && validate_only) break;
    for (const v1::RoutingConfig& config : configs) {
      v1::ApplyRoutingRequest request;
      *request.mutable_config() = config;
      request.set_comment(a.comment);
      request.set_expected_revision(a.expected_revision);
      request.set_validate_only(dry);
      AERIE_ASSIGN_OR_RETURN(const v1::RoutingRevision revision, control->call(&Routing::Apply, request));
      if (dry == validate_only) applied.push_back(revision);
    }
  }
  v1::ListRoutingResponse list;
  for (const v1::RoutingRevision& revision : applied) *list.add_routings() = revision;
  tool.out().show(list, routingTable(applied));
  if (validate_only) tool.out().say("valid; nothing was changed");
  return absl::OkStatus();
}

}  // namespace

void addRoutingCommands(Tool& tool) {
  CLI::App* route =
      tool.app().add_subcommand("route", "Routing: which endpoint serves which items of a use case");
  route->require_subcommand(1);
  const auto a = std::make_shared<RoutingArguments>();
  CLI::App* apply_command = route->add_subcommand("apply", "Apply the routing configs of a YAML file");
  CLI::App* validate =
      route->add_subcommand("validate", "Check them against deployments and experiments; changes nothing");
  for (CLI::App* command : {apply_command, validate})
    command->add_option("file", a->file, "YAML file")->required()->check(CLI::ExistingFile);
  apply_command->add_option("--comment", a->comment, "Why, for the history");
  apply_command->add_option("--expected-revision", a->expected_revision,
                            "Refuse when somebody changed it since; 0 = any");
  tool.onRun(apply_command, [&tool, a] { return apply(tool, *a, false); });
  tool.onRun(validate, [&tool, a] { return apply(tool, *a, true); });

  CLI::App* show = route->add_subcommand("show", "Routing of a use case as YAML, or a table of all");
  CLI::App* history = route->add_subcommand("history", "Earlier revisions of a use case");
  show->add_option("use_case", a->use_case, "Use case");
  history->add_option("use_case", a->use_case, "Use case")->required();
  tool.onRun(show, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::RoutingRequest request;
    request.set_model_use_case(a->use_case);
    if (a->use_case.empty()) {
      AERIE_ASSIGN_OR_RETURN(const v1::ListRoutingResponse all, control->call(&Routing::List, request));
      tool.out().show(all, routingTable({all.routings().begin(), all.routings().end()}));
      return absl::OkStatus();
    }
    AERIE_ASSIGN_OR_RETURN(const v1::RoutingRevision revision, control->call(&Routing::Get, request));
    AERIE_ASSIGN_OR_RETURN(const routing::RoutingConfig config, services::fromProto(revision.config()));
    tool.out().show(
        revision,
        {{},
         {{fmt::format("# revision {}, applied {} by {}\n{}", revision.revision(),
                       ageText(revision.applied_unix_ms()), revision.applied_by(), routing::toYaml(config))}},
         ""});
    return absl::OkStatus();
  });
  tool.onRun(history, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::RoutingRequest request;
    request.set_model_use_case(a->use_case);
    AERIE_ASSIGN_OR_RETURN(const v1::ListRoutingResponse all, control->call(&Routing::History, request));
    tool.out().show(all, routingTable({all.routings().begin(), all.routings().end()}));
    return absl::OkStatus();
  });
}

}  // namespace aerie::ctl
