// Training jobs, tasks and clusters as tables for people.
#pragma once

#include <string>
#include <vector>

#include "aerie/v1/training.pb.h"
#include "services/ctl/output.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {

bool isOver(v1::TrainingJobState state);
// 0 done, 7 done although some tasks failed, 1 failed, 8 cancelled. Of a job that goes on: 0.
Exit exitOf(const v1::TrainingJob& job);

// "running", "out of memory": the enumerations as words.
std::string word(v1::TrainingJobState state);
std::string word(v1::TrainingTaskState state);
std::string word(v1::TrainingOutcome outcome);
std::string word(v1::TrainingClusterState state);

struct JobProgress {
  std::uint64_t ended = 0, total = 0;
  std::string text;  // "job 17 running: 645 of 1500 tasks, 2 run, 3 failed, about 4 min left"
};
JobProgress progressOf(const v1::TrainingJob& job, std::int64_t now_ms);

Table jobTable(const std::vector<v1::TrainingJob>& jobs, std::int64_t now_ms);
Table jobDetails(const v1::TrainingJob& job, std::int64_t now_ms);
Table taskTable(const std::vector<v1::TrainingTask>& tasks, std::int64_t now_ms);
std::string taskLine(const v1::TrainingTask& task);  // "ATL.7 succeeded after 2.1 s on this machine"
Table planTable(const v1::TrainingPlan& plan, const std::string& working_dir);
Table clusterTable(const std::vector<v1::TrainingCluster>& clusters);
Table clusterDetails(const v1::TrainingCluster& cluster, const v1::TrainingUtilisationResponse& utilisation);
Table hostTable(const v1::TrainingCluster& cluster);

}  // namespace aerie::ctl
