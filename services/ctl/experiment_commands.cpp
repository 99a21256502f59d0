#include <charconv>

#include "core/base/status.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

using Experiments = v1::ExperimentService::Stub;

struct ExperimentArguments {
  std::string name, layer, seed;
  std::vector<std::string> arms;
  double coverage = 1, layer_share = 0;
  bool start = false, dry_run = false, has_coverage = false;
  std::uint64_t expected_revision = 0;
};
using SharedExperimentArguments = std::shared_ptr<ExperimentArguments>;

// "control=0.5" words.
absl::StatusOr<std::vector<std::pair<std::string, double>>> parseArms(const std::vector<std::string>& words) {
  std::vector<std::pair<std::string, double>> result;
  for (const std::string& word : words) {
    const auto equals = word.find('=');
    double weight = 0;
    const char* begin = word.data() + equals + 1;
    const char* end = word.data() + word.size();
    if (equals == std::string::npos || equals == 0 || std::from_chars(begin, end, weight).ptr != end ||
        begin == end) {
      return invalidArgument("'{}' must be ARM=WEIGHT, e.g. treatment=0.2", word);
    }
    result.emplace_back(word.substr(0, equals), weight);
  }
  return result;
}

std::string stateText(const v1::Experiment& e) {
  switch (e.state()) {
    case v1::Experiment::DRAFT: return "draft";
    case v1::Experiment::RUNNING: return "running";
    case v1::Experiment::STOPPED: return "stopped";
    default: return "?";
  }
}

std::uint32_t buckets(const google::protobuf::RepeatedPtrField<v1::BucketRange>& ranges) {
  std::uint32_t total = 0;
  for (const v1::BucketRange& range : ranges) total += range.end() - range.start();
  return total;
}

// One line for each arm and outcome; an arm without outcomes has one line.
Table resultsTable(const v1::ExperimentResultsResponse& results) {
  Table table{
      {"ARM", "ITEMS", "SHARE", "INTENDED", "FAILED", "OUTCOME", "KNOWN", "MEAN", "DIFFERENCE (95 %)"},
      {},
      "no arm"};
  for (const v1::ArmResult& arm : results.arms()) {
    const std::vector<std::string> start = {arm.arm(), fmt::format("{}", arm.items()), shareText(arm.share()),
                                            shareText(arm.intended_share()), fmt::format("{}", arm.errors())};
    for (const v1::OutcomeResult& o : arm.outcomes()) {
      std::vector<std::string> row = start;
      row.insert(row.end(), {o.metric(), fmt::format("{}", o.count()), fmt::format("{:.5g}", o.mean())});
      row.push_back(o.has_difference()
                        ? fmt::format("{:+.4g} ({:+.4g} to {:+.4g})", o.difference(),
                                      o.difference_interval().low(), o.difference_interval().high())
                        : "");
      table.rows.push_back(std::move(row));
    }
    if (arm.outcomes().empty()) {
      table.rows.push_back(start);
      table.rows.back().insert(table.rows.back().end(), {"", "", "", ""});
    }
  }
  return table;
}

Table listTable(const std::vector<v1::Experiment>& experiments) {
  Table table{{"EXPERIMENT", "STATE", "LAYER", "COVERAGE", "ARMS", "REVISION", "CHANGED"},
              {},
              "no experiment; 'aeriectl experiment create' makes one"};
  for (const v1::Experiment& e : experiments) {
    std::vector<std::string> arms;
    for (const v1::Arm& arm : e.arms())
      arms.push_back(fmt::format("{} {}", arm.name(), shareText(arm.weight())));
    table.rows.push_back({e.name(), stateText(e), e.layer(), shareText(e.coverage()),
                          fmt::format("{}", fmt::join(arms, ", ")), fmt::format("{}", e.revision()),
                          ageText(e.changed_unix_ms())});
  }
  return table;
}

Table detailTable(const v1::Experiment& e) {
  Table table = listTable({e});
  table.rows.push_back({""});
  table.rows.push_back({"ARM", "WEIGHT", "BUCKETS", "RANGES"});
  for (const v1::Arm& arm : e.arms()) {
    std::vector<std::string> ranges;
    for (const v1::BucketRange& range : arm.ranges())
      ranges.push_back(fmt::format("[{}, {})", range.start(), range.end()));
    table.rows.push_back({arm.name(), shareText(arm.weight()), fmt::format("{}", buckets(arm.ranges())),
                          fmt::format("{}", fmt::join(ranges, " "))});
  }
  table.rows.push_back({"seed " + e.seed()});
  return table;
}

void addCreate(Tool& tool, CLI::App* experiment, const SharedExperimentArguments& a) {
  CLI::App* create =
      experiment->add_subcommand("create", "Make an experiment in the Traffic Assignment Engine");
  create->add_option("name", a->name, "Experiment")->required();
  create->add_option("arms", a->arms, "ARM=WEIGHT ..., weights sum to one")->required();
  create->add_option("--layer", a->layer, "Layer: experiments of one layer share no key; left out: its own");
  create->add_option("--layer-share", a->layer_share, "Share of the layer's buckets; 0 = the whole layer");
  create->add_option("--coverage", a->coverage, "Share of the keys that take part")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  create->add_option("--seed", a->seed, "Seed of the hash; left out: the name");
  create->add_flag("--start", a->start, "Start at once");
  tool.onRun(create, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const auto arms, parseArms(a->arms));
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::CreateExperimentRequest request;
    request.set_name(a->name);
    request.set_layer(a->layer);
    request.set_layer_share(a->layer_share);
    request.set_coverage(a->coverage);
    request.set_seed(a->seed);
    request.set_start(a->start);
    for (const auto& [name, weight] : arms) {
      request.add_arms()->set_name(name);
      request.mutable_arms(request.arms_size() - 1)->set_weight(weight);
    }
    AERIE_ASSIGN_OR_RETURN(const v1::Experiment made, control->call(&Experiments::Create, request));
    tool.out().show(made, detailTable(made));
    return absl::OkStatus();
  });
}

void addWeights(Tool& tool, CLI::App* experiment, const SharedExperimentArguments& a) {
  CLI::App* weights =
      experiment->add_subcommand("set-weights", "Change weights or coverage; moves as few keys as possible");
  weights->add_option("name", a->name, "Experiment")->required();
  weights->add_option("arms", a->arms, "ARM=WEIGHT ... of all arms; left out: as they are");
  CLI::Option* coverage =
      weights->add_option("--coverage", a->coverage, "New coverage")->check(CLI::Range(0.0, 1.0));
  weights->add_option("--expected-revision", a->expected_revision,
                      "Refuse when somebody changed it since; 0 = any");
  weights->add_flag("--dry-run", a->dry_run, "Only say how many buckets would move");
  tool.onRun(weights, [&tool, a, coverage]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const auto arms, parseArms(a->arms));
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::SetWeightsRequest request;
    request.set_name(a->name);
    for (const auto& [name, weight] : arms) (*request.mutable_weights())[name] = weight;
    request.set_has_coverage(coverage->count() > 0);
    request.set_coverage(a->coverage);
    request.set_expected_revision(a->expected_revision);
    request.set_dry_run(a->dry_run);
    AERIE_ASSIGN_OR_RETURN(const v1::SetWeightsResponse answer,
                           control->call(&Experiments::SetWeights, request));
    tool.out().show(answer, detailTable(answer.experiment()));
    tool.out().say(fmt::format("{} of 10000 buckets {} ({})", answer.buckets_moved(),
                               a->dry_run ? "would move" : "moved",
                               shareText(answer.buckets_moved() / 10'000.0)));
    return absl::OkStatus();
  });
}

void addReading(Tool& tool, CLI::App* experiment, const SharedExperimentArguments& a) {
  CLI::App* results = experiment->add_subcommand("results", "How the arms compare: items, errors, outcomes");
  results->add_option("name", a->name, "Experiment")->required();
  tool.onRun(results, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::ExperimentResultsRequest request;
    request.set_experiment(a->name);
    AERIE_ASSIGN_OR_RETURN(const v1::ExperimentResultsResponse answer,
                           control->call(&v1::MonitoringService::Stub::GetExperimentResults, request));
    tool.out().show(answer, resultsTable(answer));
    if (answer.ratio_p_value() < 0.001) {
      tool.out().say(
          fmt::format("\nThe split is not the intended one (p = {:.2g}): don't trust the comparison.",
                      answer.ratio_p_value()));
    }
    return absl::OkStatus();
  });

  CLI::App* list = experiment->add_subcommand("list", "All experiments");
  tool.onRun(list, [&tool]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    AERIE_ASSIGN_OR_RETURN(const v1::ListExperimentsResponse all,
                           control->call(&Experiments::List, v1::ListExperimentsRequest()));
    tool.out().show(all, listTable({all.experiments().begin(), all.experiments().end()}));
    return absl::OkStatus();
  });
  using Method =
      grpc::Status (Experiments::*)(grpc::ClientContext*, const v1::ExperimentRequest&, v1::Experiment*);
  const auto add = [&](const char* name, const char* help, Method method) {
    CLI::App* command = experiment->add_subcommand(name, help);
    command->add_option("name", a->name, "Experiment")->required();
    tool.onRun(command, [&tool, a, method]() -> absl::Status {
      AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
      v1::ExperimentRequest request;
      request.set_name(a->name);
      AERIE_ASSIGN_OR_RETURN(const v1::Experiment e, control->call(method, request));
      tool.out().show(e, detailTable(e));
      return absl::OkStatus();
    });
  };
  add("show", "Arms, weights and bucket ranges of one", &Experiments::Get);
  add("start", "Let it assign keys", &Experiments::Start);
  add("stop", "Send all its keys to the default endpoint", &Experiments::Stop);
}

}  // namespace

void addExperimentCommands(Tool& tool) {
  CLI::App* experiment = tool.app().add_subcommand("experiment", "Experiments: arms, weights, assignment");
  experiment->require_subcommand(1);
  const auto arguments = std::make_shared<ExperimentArguments>();
  addCreate(tool, experiment, arguments);
  addReading(tool, experiment, arguments);
  addWeights(tool, experiment, arguments);
  addAssignCommand(tool, experiment);
}

}  // namespace aerie::ctl
