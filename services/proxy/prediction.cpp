#include "services/proxy/prediction.h"

#include <algorithm>
#include <google/protobuf/arena.h>
#include <optional>
#include <utility>

#include "core/base/status.h"
#include "services/proxy/shadow.h"

namespace aerie::proxy {
namespace {

constexpr Duration kLinger = std::chrono::milliseconds(200);

// The first output of an item, where it is one number.
std::optional<double> scoreOf(const v1::Column& column, std::uint32_t item) {
  const int at = static_cast<int>(item);
  const std::string& nulls = column.null_bitmap();
  if (item / 8 < nulls.size() && (static_cast<unsigned char>(nulls[item / 8]) >> (item % 8) & 1U) != 0)
    return std::nullopt;
  if (column.has_doubles() && at < column.doubles().values_size()) return column.doubles().values(at);
  if (column.has_floats() && at < column.floats().values_size())
    return static_cast<double>(column.floats().values(at));
  return std::nullopt;
}

}  // namespace

void PredictionWorld::drain(Duration longest) {
  draining.store(true);
  const MutexLock lock(idle_mutex);
  idle.wait_for(idle_mutex, longest, [this] { return in_flight.load() == 0; });
  // Clients that send one request after another learn from a refusal that they must go elsewhere; a server
  // that closed under their next request would cancel it instead.
  idle.wait_for(idle_mutex, std::min<Duration>(longest, kLinger), [] { return false; });
}

Prediction::Prediction(PredictionWorld& world, MonoTime deadline, v1::PredictResponse* response, Done done)
    : world_(world),
      started_(world.clock.monoNow()),
      deadline_(deadline),
      response_(response),
      done_(std::move(done)) {}

std::shared_ptr<Prediction> Prediction::start(PredictionWorld& world,
                                              std::shared_ptr<v1::ProxyRequest> request, MonoTime deadline,
                                              v1::PredictResponse* response, Done done) {
  std::shared_ptr<Prediction> prediction(new Prediction(world, deadline, response, std::move(done)));
  prediction->run(std::move(request));
  return prediction;
}

void Prediction::run(std::shared_ptr<v1::ProxyRequest> request) {
  const std::uint32_t others = world_.in_flight.fetch_add(1);
  if (world_.draining.load()) {
    finishWith(unavailable("the proxy is stopping: send to another one"));
    return;
  }
  if (others >= world_.options.max_in_flight) {
    world_.stats.refused("proxy");
    finishWith(
        resourceExhausted("the proxy has {} requests in flight, its limit: send later or to another proxy",
                          world_.options.max_in_flight));
    return;
  }
  if (absl::Status status = prepare(std::move(request)); !status.ok()) {
    finishWith(std::move(status));
    return;
  }
  if (chunks_.empty()) {
    finish();
    return;
  }
  // One more than there are chunks, so that the last chunk to be sent can't find the request finished.
  pending_.store(chunks_.size() + 1, std::memory_order_relaxed);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    // Filled just before it is sent: the first worker starts while the others' requests are made.
    if (chunks_.size() > 1)
      fillWorkerRequest(frames_, chunks_[i].plan.items, table_, chunks_[i].request.get());
    send(i, chunks_[i].plan.endpoint, endpointAt(chunks_[i].plan.endpoint));
  }
  const bool has_shadows = !route_->use_case->shadows().empty();
  chunkDone();
  if (has_shadows) sendShadows();
}

absl::Status Prediction::prepare(std::shared_ptr<v1::ProxyRequest> request) {
  state_ = world_.config.current();
  if (request->model_use_case_name().empty()) {
    return invalidArgument("model_use_case_name is empty: name the use case, e.g. 'arrival_delay'");
  }
  AERIE_ASSIGN_OR_RETURN(route_, state_->find(request->model_use_case_name()));
  if (request->request_id().empty()) request->set_request_id(newRequestId());
  response_->set_request_id(request->request_id());
  AERIE_ASSIGN_OR_RETURN(frames_, decodeRequest(std::move(request), world_.options.limits));
  if (frames_.rows() == 0) return absl::OkStatus();
  const KeyColumns keys(frames_, route_->use_case->keyColumns());
  const v1::PredictOptions& options = frames_.message->options();
  if (options.force_arm().empty()) {
    assign(keys);
  } else {
    AERIE_RETURN_IF_ERROR(force(options.force_arm()));
  }
  makeAssignmentTable();
  if (options.explain()) explain(keys);
  makeChunks();
  return absl::OkStatus();
}

void Prediction::assign(const KeyColumns& keys) {
  route_->use_case->assign(keys.columns(), frames_.rows(), assignments_);
  for (std::size_t i = 0; i < frames_.rows(); ++i) {
    if (assignments_.experiment[i] < 0) continue;
    const auto experiment = static_cast<std::size_t>(assignments_.experiment[i]);
    const std::size_t column = route_->use_case->experiments()[experiment].key_column;
    route_->keys[experiment]->add(keys.columns()[column].at(i),
                                  static_cast<std::size_t>(assignments_.arm[i]));
  }
}

absl::Status Prediction::force(const std::string& experiment_and_arm) {
  AERIE_ASSIGN_OR_RETURN(const routing::Decision decision, route_->use_case->force(experiment_and_arm));
  assignments_.endpoint.assign(frames_.rows(), decision.endpoint);
  assignments_.experiment.assign(frames_.rows(), decision.experiment);
  assignments_.arm.assign(frames_.rows(), decision.arm);
  assignments_.reasons[static_cast<std::size_t>(routing::Reason::kForced)] = frames_.rows();
  return absl::OkStatus();
}

void Prediction::makeAssignmentTable() {
  const routing::UseCase& use_case = *route_->use_case;
  const bool forced = !frames_.message->options().force_arm().empty();
  const std::size_t items = frames_.rows();
  table_.of_item.resize(items);
  for (std::size_t i = 0; i < items; ++i) {
    const std::int16_t experiment = assignments_.experiment[i];
    const std::int16_t arm = assignments_.arm[i];
    const auto same = [&](const routing::Decision& known) {
      return known.experiment == experiment && known.arm == arm;
    };
    auto known = std::find_if(decisions_.begin(), decisions_.end(), same);
    if (known == decisions_.end()) {
      routing::Decision decision;
      decision.endpoint = assignments_.endpoint[i];
      decision.experiment = experiment;
      decision.arm = arm;
      decision.propensity = forced ? 1.0 : use_case.propensity(experiment, arm);
      v1::Assignment& entry = table_.entries.emplace_back();
      entry.set_propensity(decision.propensity);
      if (experiment >= 0) {
        const routing::UseCase::ExperimentView& view =
            use_case.experiments()[static_cast<std::size_t>(experiment)];
        entry.set_experiment(view.name);
        entry.set_arm(view.arms[static_cast<std::size_t>(arm)].name);
      }
      decisions_.push_back(decision);
      known = std::prev(decisions_.end());
    }
    table_.of_item[i] = static_cast<std::uint32_t>(known - decisions_.begin());
  }
  if (table_.entries.size() == 1) table_.of_item.clear();
  for (const v1::Assignment& entry : table_.entries) *response_->add_assignments() = entry;
  response_->mutable_item_assignment()->Add(table_.of_item.begin(), table_.of_item.end());
}

void Prediction::explain(const KeyColumns& keys) {
  const routing::UseCase& use_case = *route_->use_case;
  const bool forced = !frames_.message->options().force_arm().empty();
  std::vector<routing::KeyValue> values(keys.columns().size());
  for (std::size_t i = 0; i < frames_.rows(); ++i) {
    for (std::size_t k = 0; k < values.size(); ++k) values[k] = keys.columns()[k].at(i);
    const routing::Explanation why = use_case.explain(values);
    v1::ItemExplanation* out = response_->add_explanations();
    out->set_item(static_cast<std::uint32_t>(i));
    out->set_layer_bucket(-1);
    out->set_bucket(-1);
    // The step that decided, or the last that was asked.
    if (!why.steps.empty()) {
      const routing::ExperimentStep& step = why.steps.back();
      out->set_splitting_key(step.splitting_key);
      out->set_key_value(step.key_value);
      out->set_layer(step.layer);
      out->set_layer_bucket(step.layer_bucket);
      out->set_bucket(step.bucket);
    }
    if (forced) {
      const v1::Assignment& entry = table_.entries.front();
      out->set_experiment(entry.experiment());
      out->set_arm(entry.arm());
      out->set_endpoint(state_->endpoints[static_cast<std::size_t>(assignments_.endpoint[i])]->name());
      out->set_reason(fmt::format("force_arm sends every item to arm {} of {}; without it: {}", entry.arm(),
                                  entry.experiment(), why.reason));
    } else {
      out->set_experiment(why.experiment);
      out->set_arm(why.arm);
      out->set_endpoint(why.endpoint);
      out->set_reason(why.reason);
    }
  }
}

void Prediction::makeChunks() {
  std::vector<ChunkPlan> plans = planChunks(assignments_.endpoint, [this](std::int32_t endpoint) {
    return state_->endpoints[static_cast<std::size_t>(endpoint)]->config().batch_size;
  });
  chunks_.resize(plans.size());
  if (plans.size() == 1) {
    chunks_[0].plan = std::move(plans[0]);
    chunks_[0].request = std::make_shared<v1::WorkerRequest>();
    moveWorkerRequest(frames_, table_, chunks_[0].request.get());
    return;
  }
  // Copied frames are many small pieces: an arena spares most of their allocations.
  const auto arena = std::make_shared<google::protobuf::Arena>();
  for (std::size_t i = 0; i < plans.size(); ++i) {
    chunks_[i].plan = std::move(plans[i]);
    chunks_[i].request = std::shared_ptr<v1::WorkerRequest>(
        arena, google::protobuf::Arena::CreateMessage<v1::WorkerRequest>(arena.get()));
  }
}

const std::shared_ptr<Endpoint>& Prediction::endpointAt(std::int32_t index) const {
  return state_->endpoints[static_cast<std::size_t>(index)];
}

void Prediction::send(std::size_t index, std::int32_t endpoint_index,
                      const std::shared_ptr<Endpoint>& endpoint) {
  Chunk& chunk = chunks_[index];
  chunk.served_by = endpoint_index;
  if (!endpoint->tryEnter()) {
    world_.stats.refused(endpoint->name());
    chunk.refused = true;
    chunk.answer.endpoint = endpoint->name();
    chunk.answer.status = resourceExhausted(
        "worker endpoint {} has {} requests in flight, its limit: send later, or raise "
        "max_in_flight or its replicas",
        endpoint->name(), endpoint->config().max_in_flight);
    chunkDone();
    return;
  }
  const MonoTime own = world_.clock.monoNow() + endpoint->config().timeout;
  const std::shared_ptr<ChunkCall> call = ChunkCall::create(
      {world_.clock, world_.timers, world_.counters}, endpoint, chunk.request, std::min(own, deadline_),
      [self = shared_from_this(), index, endpoint_index](ChunkOutcome outcome) {
        self->onChunk(index, endpoint_index, std::move(outcome));
      });
  bool cancelled = false;
  {
    const MutexLock lock(mutex_);
    calls_.push_back(call);
    cancelled = cancelled_;
  }
  if (cancelled) call->cancel();
  call->start();
}

bool Prediction::mayFallBack(const Chunk& chunk, const absl::Status& status) const {
  const std::int32_t fallback = route_->use_case->defaultEndpoint();
  if (route_->use_case->onWorkerFailure() != routing::OnWorkerFailure::kDefaultEndpoint) return false;
  if (chunk.served_by == fallback) return false;
  // A request that is wrong is wrong for every endpoint; a cancelled one has nobody waiting for it.
  if (absl::IsInvalidArgument(status) || absl::IsCancelled(status)) return false;
  return world_.clock.monoNow() < deadline_;
}

std::shared_ptr<Endpoint> Prediction::successor(std::int32_t endpoint, const absl::Status& status) const {
  if (!absl::IsUnavailable(status) || world_.clock.monoNow() >= deadline_) return nullptr;
  const std::shared_ptr<const ServingState> now = world_.config.current();
  if (now == state_) return nullptr;
  const std::shared_ptr<Endpoint>& before = endpointAt(endpoint);
  for (const std::shared_ptr<Endpoint>& candidate : now->endpoints) {
    if (candidate->name() == before->name() && candidate != before &&
        candidate->config().urls != before->config().urls)
      return candidate;
  }
  return nullptr;
}

void Prediction::onChunk(std::size_t index, std::int32_t endpoint, ChunkOutcome outcome) {
  Chunk& chunk = chunks_[index];
  if (!outcome.status.ok() && !chunk.followed) {
    if (const std::shared_ptr<Endpoint> next = successor(endpoint, outcome.status); next != nullptr) {
      chunk.followed = true;
      send(index, endpoint, next);
      return;
    }
  }
  if (!outcome.status.ok() && mayFallBack(chunk, outcome.status)) {
    send(index, route_->use_case->defaultEndpoint(), endpointAt(route_->use_case->defaultEndpoint()));
    return;
  }
  chunk.answer.endpoint = state_->endpoints[static_cast<std::size_t>(endpoint)]->name();
  chunk.answer.replica = std::move(outcome.replica);
  chunk.answer.status = std::move(outcome.status);
  chunk.answer.response = std::move(outcome.response);
  chunkDone();
}

void Prediction::chunkDone() {
  if (pending_.fetch_sub(1, std::memory_order_acq_rel) == 1) finish();
}

void Prediction::finish() {
  std::vector<std::shared_ptr<ChunkCall>> calls;
  bool cancelled = false;
  {
    const MutexLock lock(mutex_);
    calls.swap(calls_);
    cancelled = cancelled_;
  }
  if (cancelled) {
    finishWith(absl::CancelledError("the client cancelled the request"));
    return;
  }
  if (!chunks_.empty() &&
      std::all_of(chunks_.begin(), chunks_.end(), [](const Chunk& chunk) { return chunk.refused; })) {
    finishWith(chunks_[0].answer.status);
    return;
  }
  std::vector<ChunkAnswer> answers(chunks_.size());
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    answers[i] = std::move(chunks_[i].answer);
    answers[i].items = chunks_[i].plan.items;
  }
  const std::size_t failed = mergeAnswers(frames_.rows(), answers, response_);
  count(failed);
  finishWith(absl::OkStatus());
}

void Prediction::count(std::size_t failed) {
  const auto reason = [this](routing::Reason which) {
    return assignments_.reasons[static_cast<std::size_t>(which)];
  };
  route_->stats->recordItems(frames_.rows(), failed,
                             reason(routing::Reason::kNotCovered) + reason(routing::Reason::kWithoutKey) +
                                 reason(routing::Reason::kNoExperiment),
                             reason(routing::Reason::kWithoutKey));
  struct Count {
    std::size_t which;  // index into decisions_
    int code;
    std::uint64_t items;
  };
  std::vector<Count> counts;
  const v1::Column* scores = route_->stats->scoresDue() && response_->outputs().columns_size() > 0
                                 ? &response_->outputs().columns(0)
                                 : nullptr;
  for (const Chunk& chunk : chunks_) {
    counts.clear();
    const auto arm = [&](std::size_t which) -> ArmStats& {
      const routing::Decision& decision = decisions_[which];
      if (chunk.served_by == decision.endpoint) {
        return decision.experiment < 0 ? *route_->default_arm
                                       : *route_->arms[static_cast<std::size_t>(decision.experiment)]
                                                      [static_cast<std::size_t>(decision.arm)];
      }
      const v1::Assignment& entry = table_.entries[which];
      return world_.stats.arm(route_->use_case->name(), entry.experiment(), entry.arm(),
                              state_->endpoints[static_cast<std::size_t>(chunk.served_by)]->name());
    };
    for (const std::uint32_t item : chunk.plan.items) {
      const std::size_t which = table_.of_item.empty() ? 0 : table_.of_item[item];
      const int code = response_->item_status().empty() ? 0 : response_->item_status(static_cast<int>(item));
      const auto same = [&](const Count& known) { return known.which == which && known.code == code; };
      const auto known = std::find_if(counts.begin(), counts.end(), same);
      if (known == counts.end()) {
        counts.push_back({which, code, 1});
      } else {
        ++known->items;
      }
    }
    for (const Count& entry : counts) {
      if (entry.code == 0) {
        arm(entry.which).recordOk(entry.items);
      } else {
        arm(entry.which).recordFailed(entry.items, static_cast<absl::StatusCode>(entry.code));
      }
      if (scores == nullptr || entry.code != 0) continue;
      ScoreBins bins;
      for (const std::uint32_t item : chunk.plan.items) {
        if (!table_.of_item.empty() && table_.of_item[item] != entry.which) continue;
        if (const auto score = scoreOf(*scores, item)) bins.add(*score);
      }
      arm(entry.which).recordScores(bins);
    }
  }
}

void Prediction::finishWith(absl::Status status) {
  if (world_.in_flight.fetch_sub(1) == 1 && world_.draining.load()) {
    const MutexLock lock(world_.idle_mutex);
    world_.idle.notify_all();
  }
  if (route_ != nullptr) route_->stats->recordRequest(world_.clock.monoNow() - started_, !status.ok());
  const Done done = std::move(done_);
  done(std::move(status));
}

void Prediction::cancel() {
  std::vector<std::shared_ptr<ChunkCall>> calls;
  {
    const MutexLock lock(mutex_);
    cancelled_ = true;
    calls = calls_;
  }
  for (const std::shared_ptr<ChunkCall>& call : calls) call->cancel();
}

void Prediction::sendShadows() {
  for (const routing::UseCase::ShadowView& shadow : route_->use_case->shadows()) {
    if (!shadowSampled(frames_.message->request_id(),
                       state_->endpoints[static_cast<std::size_t>(shadow.endpoint)]->name(), shadow.sample)) {
      continue;
    }
    sendShadow(world_, state_, shadow.endpoint, frames_);
  }
}

}  // namespace aerie::proxy
