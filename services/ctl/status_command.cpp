#include "core/base/status.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {

void addStatusCommand(Tool& tool) {
  CLI::App* status = tool.app().add_subcommand("status", "What runs, and whether it is well");
  tool.onRun(status, [&tool]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    AERIE_ASSIGN_OR_RETURN(const v1::SystemStatus system,
                           control->call(&v1::SystemService::Stub::GetStatus, v1::StatusRequest()));
    Table table{{"KIND", "NAME", "ADDRESS", "HEALTH", "SINCE", "MESSAGE"}, {}, "nothing runs"};
    bool healthy = true;
    for (const v1::ComponentStatus& component : system.components()) {
      healthy = healthy && component.healthy();
      table.rows.push_back({component.kind(), component.name(), component.address(),
                            component.healthy() ? "ok" : "NOT OK", ageText(component.started_unix_ms()),
                            component.message()});
    }
    tool.out().show(system, table);
    for (const v1::ProxyStatus& proxy : system.proxies()) {
      if (!proxy.refused_reason().empty()) {
        healthy = false;
        tool.out().say(fmt::format("\nproxy {} refused config revision {}: {}", proxy.proxy_id(),
                                   proxy.refused_revision(), proxy.refused_reason()));
      }
      for (const v1::UseCaseTraffic& traffic : proxy.use_cases()) {
        tool.out().say(fmt::format("\n{}: {} requests, {} items ({} failed), p50 {:.2f} ms, p99 {:.2f} ms",
                                   traffic.model_use_case(), traffic.requests(), traffic.items(),
                                   traffic.failed_items(), traffic.p50_ms(), traffic.p99_ms()));
      }
    }
    if (!healthy) tool.finishWith(Exit::kPartial);
    return absl::OkStatus();
  });
}

}  // namespace aerie::ctl
