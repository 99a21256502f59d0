// Views of the coordinator to aerie/v1/training.proto, and requests to its inputs. Pure.
#pragma once

#include <absl/status/statusor.h>

#include "aerie/v1/training.pb.h"
#include "core/training_run/coordinator.h"

namespace aerie::training_service {

v1::TrainingJob toProto(const training::JobView& job);
v1::TrainingTask toProto(const training::TaskView& task, const training::JobContent& content);
v1::TrainingCluster toProto(const training::ClusterView& cluster);
v1::TrainingPlan toProto(const training::Plan& plan);
v1::TrainingUtilisationResponse toProto(const training::UtilisationView& view);
v1::TrainingTimelineResponse toProto(const training::TimelineView& view);
v1::TrainingPendingCount toProto(const training::PendingCount& pending);

// InvalidArgument: "training job 'x': ids are numbers".
absl::StatusOr<training::JobId> jobIdFrom(const std::string& text);
absl::StatusOr<training::SubmitInput> fromProto(const v1::SubmitTrainingRequest& request,
                                                const std::string& caller);
// Values that this version does not know are refused.
absl::StatusOr<std::vector<training::JobState>> statesFrom(
    const google::protobuf::RepeatedField<int>& states);
absl::StatusOr<std::vector<training::TaskState>> taskStatesFrom(
    const google::protobuf::RepeatedField<int>& states);

}  // namespace aerie::training_service
