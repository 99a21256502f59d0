#include "app/rpc/world_reader.h"

#include "app/rpc/convert.h"

namespace aerie::rpc {
namespace {

template <class T, class Repeated>
QList<T> listOf(const Repeated& messages) {
  QList<T> out;
  out.reserve(messages.size());
  for (const auto& message : messages) out.append(fromProto(message));
  return out;
}

}  // namespace

WorldUpdate WorldReader::read(const v1::WorldUpdate& message) {
  WorldUpdate out;
  out.revision = message.revision();
  out.complete = message.complete();
  if (message.has_models()) out.models = listOf<Model>(message.models().models());
  if (message.has_deployments()) out.deployments = deployments(message.deployments());
  if (message.has_routings()) out.routings = listOf<Routing>(message.routings().routings());
  if (message.has_experiments()) out.experiments = listOf<Experiment>(message.experiments().experiments());
  if (message.has_status()) out.status = fromProto(message.status());
  return out;
}

QList<Deployment> WorldReader::deployments(const v1::ListDeploymentsResponse& message) {
  QList<Deployment> out;
  out.reserve(message.deployments_size());
  ++messages_;
  for (const v1::Deployment& each : message.deployments()) {
    Known& known = known_[each.spec().endpoint()];
    known.seen = messages_;
    bytes_.clear();
    each.AppendToString(&bytes_);
    if (known.bytes != bytes_) {
      known.deployment = fromProto(each);
      known.bytes = bytes_;
    }
    out.append(known.deployment);
  }
  if (known_.size() > static_cast<std::size_t>(message.deployments_size()))
    std::erase_if(known_, [this](const auto& entry) { return entry.second.seen != messages_; });
  return out;
}

}  // namespace aerie::rpc
