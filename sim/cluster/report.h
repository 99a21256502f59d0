// Results as text for people, and as JSON or CSV for programs.
#pragma once

#include <string>
#include <vector>

#include "sim/cluster/result.h"
#include "sim/cluster/what_if.h"

namespace aerie::sim::cluster {

// A line for each row; efficient rows of a grid carry a star.
std::string comparisonText(const std::vector<RunSummary>& rows);
std::string gridText(const std::vector<RunSummary>& rows);
// Everything about one scenario.
std::string detailText(const RunSummary& row);
// "b finishes 12.0 times as fast as a, ...".
std::string beforeAfterText(const RunSummary& before, const RunSummary& after);

// Times in seconds, shares from 0 to 1.
std::string toJson(const std::vector<RunSummary>& rows);
std::string toCsv(const std::vector<RunSummary>& rows);  // means; RFC 4180

std::string seriesCsv(const ClusterResult& result);
std::string timelineCsv(const ClusterResult& result);

std::string_view nameOf(Ending ending);

}  // namespace aerie::sim::cluster
