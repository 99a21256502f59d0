#include "sim/scenarios/fault_steps.h"

#include <set>

#include "core/base/status.h"
#include "sim/faults/malformed_requests.h"
#include "sim/faults/processes.h"
#include "sim/scenarios/stack_faults.h"

namespace aerie::sim {
namespace {

constexpr std::chrono::seconds kRecovery{30};

void pause(std::chrono::duration<double> time) {
  waitFor("", std::chrono::duration_cast<std::chrono::milliseconds>(time), [] {
    return false;
  }).IgnoreError();
}

// Runs `strike` with traffic before, during and after it, and judges by what the traffic saw.
FaultResult underTraffic(const std::string& name, const FaultContext& context,
                         const std::function<absl::StatusOr<std::string>()>& strike) {
  FaultResult result{name, false, "", 0, 0, 0, 0};
  const auto tally = context.tally();
  const auto traffic = context.traffic(*tally);
  const double seconds = context.scenario.fault_seconds;
  traffic->start();
  pause(std::chrono::duration<double>(seconds / 6));
  const absl::StatusOr<std::string> seen = strike();
  pause(std::chrono::duration<double>(seconds / 6));
  traffic->stop();
  traffic->wait();
  const TallyResult counted = tally->result();
  result.requests = counted.requests;
  result.items = counted.items;
  result.failed_requests = counted.failed_requests;
  result.failed_items = counted.failed_items;
  result.survived = seen.ok() && counted.failed_requests <= context.scenario.max_failed_requests &&
                    counted.failed_items <= context.scenario.max_failed_items && counted.wrong_answers == 0;
  result.seen = fmt::format("{}; {} requests, {} failed, {} items failed, {} wrong",
                            seen.ok() ? *seen : toText(seen.status()), counted.requests,
                            counted.failed_requests, counted.failed_items, counted.wrong_answers);
  if (!result.survived && !counted.first_failure.empty()) result.seen += "; first: " + counted.first_failure;
  if (!counted.first_wrong.empty()) result.seen += "; first wrong: " + counted.first_wrong;
  return result;
}

absl::StatusOr<std::string> pauseSidecar(const FaultContext& context) {
  AERIE_ASSIGN_OR_RETURN(const pid_t sidecar, sidecarPid(context.stack, context.victim_endpoint));
  AERIE_RETURN_IF_ERROR(pauseProcess(sidecar));
  pause(std::chrono::duration<double>(context.scenario.fault_seconds / 2));
  AERIE_RETURN_IF_ERROR(resumeProcess(sidecar));
  return fmt::format("sidecar {} stood still for {:.1f} s", sidecar, context.scenario.fault_seconds / 2);
}

absl::StatusOr<std::string> stopControlPlane(const FaultContext& context) {
  AERIE_ASSIGN_OR_RETURN(const std::set<pid_t> before, workerPids(context.stack));
  AERIE_RETURN_IF_ERROR(context.stack.killControl());
  pause(std::chrono::duration<double>(context.scenario.fault_seconds / 2));
  AERIE_RETURN_IF_ERROR(context.stack.startControl());
  std::set<pid_t> after;
  AERIE_RETURN_IF_ERROR(waitFor("the restarted control plane to know its workers", kRecovery, [&] {
    const auto pids = workerPids(context.stack);
    if (pids.ok()) after = *pids;
    return pids.ok() && after == before;
  }));
  return fmt::format("control plane killed for {:.1f} s; restarted, {} workers adopted, none relaunched",
                     context.scenario.fault_seconds / 2, after.size());
}

FaultResult restartProxyAlone(const FaultContext& context) {
  FaultResult result{"restart_proxy_without_control_plane", false, "", 0, 0, 0, 0};
  const auto run = [&]() -> absl::Status {
    AERIE_RETURN_IF_ERROR(context.stack.killControl());
    AERIE_RETURN_IF_ERROR(context.stack.stopProxy());
    AERIE_RETURN_IF_ERROR(context.stack.startProxy());
    AERIE_ASSIGN_OR_RETURN(const v1::PredictResponse answer,
                           predict(context.stack, context.good_request().message));
    if (!answer.item_status().empty()) return internalError("items failed after the restart");
    return absl::OkStatus();
  };
  const absl::Status alone = run();
  FaultResult traffic;
  if (alone.ok())
    traffic = underTraffic(result.name, context,
                           [] { return absl::StatusOr<std::string>("served from the last good config"); });
  const absl::Status back = context.stack.startControl();
  if (alone.ok())
    result = traffic;
  else
    result.seen = toText(alone);
  if (!back.ok()) {
    result.survived = false;
    result.seen += "; the control plane did not come back: " + toText(back);
  }
  return result;
}

FaultResult sendAllMalformed(const FaultContext& context) {
  FaultResult result{"malformed_requests", true, "", 0, 0, 0, 0};
  std::vector<std::string> wrong;
  const v1::ProxyRequest good = context.good_request().message;
  for (; result.requests < kMalformedRequests; ++result.requests) {
    const absl::Status got = sendMalformed(context.stack, good, result.requests);
    if (!got.ok()) wrong.push_back(toText(got));
  }
  const auto after = predict(context.stack, good);
  if (!after.ok()) wrong.push_back("a good request afterwards: " + toText(after.status()));
  result.survived = wrong.empty();
  result.seen =
      wrong.empty()
          ? fmt::format("{} malformed requests each got their clear answer; good ones go on", result.requests)
          : fmt::format("{}", fmt::join(wrong, "; "));
  return result;
}

}  // namespace

FaultResult strikeFault(const std::string& name, const FaultContext& context) {
  if (name == "kill_worker")
    return underTraffic(name, context, [&] { return killWorkerOf(context.stack, context.victim_endpoint); });
  if (name == "pause_sidecar") return underTraffic(name, context, [&] { return pauseSidecar(context); });
  if (name == "stop_control_plane")
    return underTraffic(name, context, [&] { return stopControlPlane(context); });
  if (name == "restart_proxy_without_control_plane") return restartProxyAlone(context);
  if (name == "malformed_requests") return sendAllMalformed(context);
  return {name, false, "this fault is not known", 0, 0, 0, 0};
}

}  // namespace aerie::sim
