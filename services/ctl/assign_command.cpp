#include <charconv>
#include <iostream>
#include <unistd.h>

#include "core/assignment/experiment.h"
#include "core/base/status.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

struct AssignArguments {
  std::string seed, weights;
  double coverage = 1;
  std::vector<std::string> keys;
};

absl::StatusOr<std::vector<double>> parseWeights(const std::string& text) {
  std::vector<double> result;
  double sum = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    double weight = 0;
    const auto parsed = std::from_chars(text.data() + at, text.data() + end, weight);
    if (at == end || parsed.ec != std::errc() || parsed.ptr != text.data() + end ||
        !(weight >= 0 && weight <= 1)) {
      return invalidArgument("--weights '{}': '{}' is not a number from 0 to 1; write e.g. 0.5,0.5", text,
                             text.substr(at, end - at));
    }
    result.push_back(weight);
    sum += weight;
    at = end + 1;
  }
  if (result.size() > assignment::kMaxArms)
    return invalidArgument("--weights has {} arms; use at most {}", result.size(), assignment::kMaxArms);
  if (std::abs(sum - 1) > assignment::kWeightTolerance)
    return invalidArgument("--weights '{}' sum to {}, not to 1", text, sum);
  return result;
}

}  // namespace

void addAssignCommand(Tool& tool, CLI::App* experiment) {
  const auto a = std::make_shared<AssignArguments>();
  CLI::App* assign = experiment->add_subcommand("assign", "Bucket and arm of keys; needs no server");
  assign->add_option("--seed", a->seed, "Seed of the experiment's hash")->required();
  assign->add_option("--weights", a->weights, "Weights of the arms, e.g. 0.5,0.5")->required();
  assign->add_option("--coverage", a->coverage, "Share of the keys that take part")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  assign
      ->add_option("--key", a->keys,
                   "A key; repeat for more. Without any, keys come on standard input, one a line")
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
  assign->footer(
      "The arm is its index, counted from 0; null (table: -) = not in the experiment.\n"
      "Keys are hashed as UTF-8 bytes with GrowthBook's hash version 2 into 10,000 buckets.");
  tool.onRun(assign, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const std::vector<double> weights, parseWeights(a->weights));
    if (!(a->coverage >= 0 && a->coverage <= 1))
      return invalidArgument("--coverage {} must be from 0 to 1", a->coverage);
    const std::vector<assignment::BucketRange> ranges = assignment::allocate(weights, a->coverage);
    assignment::ArmTable table;
    for (std::size_t arm = 0; arm < ranges.size(); ++arm)
      table.fill({&ranges[arm], 1}, static_cast<std::uint8_t>(arm));
    const assignment::Hasher hash(a->seed);
    Table text{{"KEY", "BUCKET", "ARM"}, {}, "no keys"};
    const auto one = [&](const std::string& key) {
      const assignment::Bucket bucket = hash(std::string_view(key));
      // No key takes no part, as in the proxy.
      const bool in = !key.empty() && table[bucket] != assignment::ArmTable::kNone;
      if (tool.out().json()) {
        const std::string quoted =
            nlohmann::json(key).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        std::cout << fmt::format(R"({{"key": {}, "bucket": {}, "arm": {}}})", quoted, bucket,
                                 in ? fmt::format("{}", table[bucket]) : "null")
                  << '\n';
      } else {
        text.rows.push_back({key, fmt::format("{}", bucket), in ? fmt::format("{}", table[bucket]) : "-"});
      }
    };
    for (const std::string& key : a->keys) one(key);
    if (a->keys.empty()) {
      std::string key;
      while (std::getline(std::cin, key)) {
        if (!key.empty() && key.back() == '\r') key.pop_back();
        one(key);
      }
    }
    std::cout.flush();
    if (!tool.out().json()) tool.out().show(nlohmann::json(), text);
    return absl::OkStatus();
  });
}

}  // namespace aerie::ctl
