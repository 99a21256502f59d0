// Training's messages to the desktop's values and back. Pure; any thread.
#pragma once

#include "aerie/v1/training.pb.h"
#include "app/rpc/training_types.h"

namespace aerie::rpc {

TrainingJob fromProto(const v1::TrainingJob& job);
TrainingTask fromProto(const v1::TrainingTask& task);
TrainingCluster fromProto(const v1::TrainingCluster& cluster);
TrainingUpdate fromProto(const v1::WatchTrainingResponse& response);
TrainingPlan fromProto(const v1::TrainingPlan& plan);
Utilisation fromProto(const v1::TrainingUtilisationResponse& response);
Timeline fromProto(const v1::TrainingTimelineResponse& response);

// Without a request id of its own it gets a random one.
v1::SubmitTrainingRequest toProto(const TrainingSubmission& submission);
v1::TrainingUtilisationRequest toProto(const UtilisationQuery& query);
v1::TrainingTimelineRequest toProto(const TimelineQuery& query);

}  // namespace aerie::rpc
