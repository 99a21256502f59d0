#include <deque>

#include "app/rpc/batch_reader.h"
#include "app/rpc/convert.h"
#include "app/rpc/grpc_services.h"
#include "app/rpc/world_reader.h"

namespace aerie::rpc {
namespace {

constexpr std::size_t kMaxWaitingLines = 10'000;

// When the GUI thread lags, the oldest lines go: a log view keeps the newest anyway.
void addLine(std::optional<std::deque<LogLine>>& waiting, LogLine line) {
  if (!waiting) waiting.emplace();
  waiting->push_back(std::move(line));
  if (waiting->size() > kMaxWaitingLines) waiting->pop_front();
}

}  // namespace

Ticket GrpcSystemApi::watch(QObject* context, std::function<void(const WorldUpdate&)> update,
                            Answer<Done> ended) {
  // The channel has a back-off of its own; the person who presses "Retry now" must not wait for that one too.
  grpc::experimental::ChannelResetConnectionBackoff(home_.channel.get());
  return readInBatches<v1::WorldUpdate, WorldUpdate>(
      home_, context, v1::WatchRequest(),
      [this](auto* call, auto* request, auto* reactor) { stub_->async()->Watch(call, request, reactor); },
      [reader = WorldReader()](const v1::WorldUpdate& message) mutable { return reader.read(message); },
      &mergeInto<WorldUpdate>, std::move(update), std::move(ended));
}

Ticket GrpcDeploymentApi::followLogs(const QString& endpoint, const QString& replica, quint32 tailLines,
                                     QObject* context, std::function<void(const std::vector<LogLine>&)> lines,
                                     Answer<Done> ended) {
  v1::LogsRequest request;
  request.set_endpoint(endpoint.toStdString());
  request.set_replica(replica.toStdString());
  request.set_tail_lines(tailLines);
  request.set_follow(true);
  return readInBatches<v1::LogLine, std::deque<LogLine>>(
      home_, context, std::move(request),
      [this](auto* call, auto* wanted, auto* reactor) { stub_->async()->Logs(call, wanted, reactor); },
      [](const v1::LogLine& line) {
        return LogLine{toQString(line.replica()), toQString(line.text())};
      },
      &addLine,
      [lines = std::move(lines)](const std::deque<LogLine>& batch) {
        lines({batch.begin(), batch.end()});
      },
      std::move(ended));
}

}  // namespace aerie::rpc
