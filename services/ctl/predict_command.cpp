#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/status.h"
#include "core/frame/wire.h"
#include "core/net/status.h"
#include "services/ctl/items.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

struct PredictArguments {
  std::string use_case, items, queries, worker, force_arm;
  std::vector<std::string> shared;
  bool explain = false;
  int timeout_ms = 5'000;
};

template <class Indexes>
int entryOf(const Indexes& indexes, int item) {
  return indexes.empty() ? 0 : static_cast<int>(indexes[item]);
}

template <class Request>
absl::Status fill(const PredictArguments& a, Request& request) {
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame items, readItems(a.items));
  frame::toWire(items, request.mutable_feature_data_frame());
  if (!a.queries.empty()) {
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame queries, readItems(a.queries));
    frame::toWire(queries, request.mutable_query_data_frame());
  }
  if (!a.shared.empty()) {
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame shared, sharedFromWords(a.shared));
    frame::toWire(shared, request.mutable_shared_features());
  }
  request.mutable_options()->set_explain(a.explain);
  request.mutable_options()->set_force_arm(a.force_arm);
  return absl::OkStatus();
}

absl::StatusOr<v1::PredictResponse> ask(Tool& tool, const PredictArguments& a) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(a.timeout_ms));
  v1::PredictResponse answer;
  grpc::Status status;
  if (a.worker.empty()) {
    v1::ProxyRequest request;
    request.set_model_use_case_name(a.use_case);
    AERIE_RETURN_IF_ERROR(fill(a, request));
    AERIE_ASSIGN_OR_RETURN(const auto channel, tool.channel(tool.proxyAddress()));
    status = v1::PredictionProxy::NewStub(channel)->Predict(&context, request, &answer);
  } else {
    v1::WorkerRequest request;
    AERIE_RETURN_IF_ERROR(fill(a, request));
    AERIE_ASSIGN_OR_RETURN(const auto channel, tool.channel(a.worker));
    status = v1::Worker::NewStub(channel)->Predict(&context, request, &answer);
  }
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE) {
    return unavailable("{} can't be reached: {}",
                       a.worker.empty() ? "the proxy at " + tool.proxyAddress() : "the worker at " + a.worker,
                       status.error_message());
  }
  if (!status.ok()) return net::fromGrpc(status);
  return answer;
}

}  // namespace

void addPredictCommand(Tool& tool) {
  const auto a = std::make_shared<PredictArguments>();
  CLI::App* predict =
      tool.app().add_subcommand("predict", "Predict items through the proxy, or straight from one worker");
  predict->add_option("use_case", a->use_case, "Model use case (ignored with --worker)");
  predict->add_option("--items", a->items, "CSV or JSON file of items; - = standard input")
      ->required()
      ->type_name("FILE");
  predict->add_option("--queries", a->queries, "CSV or JSON file of queries, named by the items' query_index")
      ->type_name("FILE");
  predict->add_option("--shared", a->shared, "NAME=VALUE features of the whole request");
  predict->add_option("--worker", a->worker, "Ask this worker: unix:/path or host:port")
      ->type_name("ADDRESS");
  predict->add_option("--force-arm", a->force_arm, "Send every item to EXPERIMENT:ARM, for testing");
  predict->add_flag("--explain", a->explain, "Say why each item went where it went");
  predict->add_option("--timeout-ms", a->timeout_ms, "Deadline")
      ->capture_default_str()
      ->check(CLI::Range(1, 600'000));
  predict->footer("Exit 7 when some items failed; each failed item says why.");
  tool.onRun(predict, [&tool, a]() -> absl::Status {
    if (a->use_case.empty() && a->worker.empty())
      return invalidArgument("give a use case, or --worker ADDRESS");
    AERIE_ASSIGN_OR_RETURN(const v1::PredictResponse answer, ask(tool, *a));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame outputs, frame::fromWire(answer.outputs()));
    const int items = static_cast<int>(
        std::max<std::size_t>(outputs.rows(), static_cast<std::size_t>(answer.item_status_size())));
    Table table{{"ITEM"}, {}, "no items"};
    for (const frame::Column& column : outputs.columns()) table.header.push_back(column.name());
    table.header.insert(table.header.end(), {"SERVED BY", "ARM", "STATUS"});
    if (a->explain) table.header.push_back("WHY");
    int failed = 0;
    for (int i = 0; i < items; ++i) {
      std::vector<std::string> row = {fmt::format("{}", i)};
      for (const frame::Column& column : outputs.columns()) {
        row.push_back(
            column.isNull(static_cast<std::size_t>(i)) ? "-" : column.textAt(static_cast<std::size_t>(i)));
      }
      const int served = entryOf(answer.item_served_by(), i);
      const int assigned = entryOf(answer.item_assignment(), i);
      const bool bad = !answer.item_status().empty() && answer.item_status(i) != 0;
      failed += bad ? 1 : 0;
      row.push_back(served < answer.served_by_size()
                        ? fmt::format("{} ({}@{})", answer.served_by(served).endpoint(),
                                      answer.served_by(served).model(), answer.served_by(served).version())
                        : "-");
      row.push_back(assigned < answer.assignments_size() && !answer.assignments(assigned).experiment().empty()
                        ? answer.assignments(assigned).experiment() + ":" + answer.assignments(assigned).arm()
                        : "-");
      row.push_back(!bad                          ? "ok"
                    : answer.item_error().empty() ? "failed"
                                                  : answer.errors(static_cast<int>(answer.item_error(i))));
      if (a->explain) {
        for (const v1::ItemExplanation& why : answer.explanations()) {
          if (static_cast<int>(why.item()) == i) row.push_back(why.reason());
        }
      }
      table.rows.push_back(std::move(row));
    }
    tool.out().show(answer, table);
    if (failed > 0) tool.finishWith(Exit::kPartial);
    return absl::OkStatus();
  });
}

}  // namespace aerie::ctl
