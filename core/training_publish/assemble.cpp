#include "core/training_publish/assemble.h"

#include <algorithm>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/inference/zoned_model.h"
#include "core/training_publish/parts.h"
#include "core/training_publish/self_tests.h"
#include "core/zones/zone_file.h"

namespace aerie::training_publish {
namespace {

namespace fs = std::filesystem;

bool isWildcard(const zones::ZonePart& part) {
  return std::find(part.values.begin(), part.values.end(), zones::kAny) != part.values.end();
}

// Sums of rows, and means of the metrics over the zones' parts, weighted by the rows that they were measured
// on.
std::map<std::string, double> metricsOf(const zones::ZoneIndex& index, std::size_t left_out) {
  const bool only_wildcards = std::all_of(index.parts.begin(), index.parts.end(), isWildcard);
  double train_rows = 0;
  double test_rows = 0;
  std::map<std::string, double> sums, weights;
  for (const zones::ZonePart& part : index.parts) {
    if (isWildcard(part) && !only_wildcards) continue;
    train_rows += static_cast<double>(part.train_rows);
    test_rows += static_cast<double>(part.test_rows);
    for (const auto& [name, value] : part.metrics) {
      sums[name] += value * static_cast<double>(part.test_rows);
      weights[name] += static_cast<double>(part.test_rows);
    }
  }
  std::map<std::string, double> metrics;
  for (const auto& [name, sum] : sums) {
    if (weights[name] > 0) metrics[name] = sum / weights[name];
  }
  metrics["parts"] = static_cast<double>(index.parts.size());
  metrics["left_out"] = static_cast<double>(left_out);
  metrics["train_rows"] = train_rows;
  metrics["test_rows"] = test_rows;
  return metrics;
}

std::string describe(const zones::ZoneIndex& index, std::size_t left_out) {
  std::vector<std::string> features;
  for (const zones::ZoneKey& key : index.keys) features.push_back(key.feature);
  std::string text = fmt::format("{} parts by {}", index.parts.size(), fmt::join(features, " and "));
  if (left_out > 0) text += fmt::format("; {} zones have none of their own", left_out);
  return text;
}

void fillManifest(const Publication& publication, const Parts& parts, const ZonedBundle& result,
                  const zones::ZoneIndex& index, v1::BundleManifest* manifest) {
  manifest->set_model(publication.model);
  manifest->set_description(describe(index, parts.left_out.size()));
  manifest->set_runtime("xgboost_zones");
  manifest->set_model_file(fmt::format("model/{}", zones::kFileName));
  for (const std::string& output : parts.common.outputs) manifest->add_output_names(output);
  manifest->set_created_unix_ms(publication.created_unix_ms);
  v1::Lineage* lineage = manifest->mutable_lineage();
  lineage->set_training_job(jobText(publication));
  lineage->set_data(parts.common.data);
  lineage->set_data_digest(parts.common.data_digest);
  lineage->set_code(publication.code.empty() ? parts.common.code : publication.code);
  for (const auto& [name, value] : result.metrics) (*lineage->mutable_metrics())[name] = value;
}

}  // namespace

absl::StatusOr<ZonedBundle> assembleOneVersion(std::span<const TaskOutput> tasks,
                                               const Publication& publication, const SigningKey& key,
                                               const fs::path& bundle) {
  AERIE_ASSIGN_OR_RETURN(const Parts parts, readParts(tasks, publication));
  AERIE_ASSIGN_OR_RETURN(zones::ZoneIndex index, indexOf(parts));
  std::vector<std::uint64_t> sizes;
  for (const Part& part : parts.parts) sizes.push_back(part.model_size);
  AERIE_ASSIGN_OR_RETURN(const TempDir temp, TempDir::create("aerie-publish"));
  const fs::path file = temp.path() / zones::kFileName;
  AERIE_RETURN_IF_ERROR(zones::writeZoneFile(file, index, sizes, [&parts](std::size_t part) {
    return readFile(parts.parts[part].task->directory / zones::kPartModel);
  }));
  AERIE_ASSIGN_OR_RETURN(const auto model, inference::ZonedModel::load(file));

  bundle::BundleContents contents;
  AERIE_ASSIGN_OR_RETURN(contents.self_test, checkSelfTests(parts, *model));
  ZonedBundle result;
  result.bundle = bundle;
  result.parts = parts.parts.size();
  result.left_out = parts.left_out;
  result.has_fallback = model->table().complete();
  result.metrics = metricsOf(index, parts.left_out.size());
  contents.features = parts.features;
  contents.preprocessor = parts.preprocessor;
  contents.statistics = parts.statistics;
  contents.model_files[fmt::format("model/{}", zones::kFileName)] = bundle::ModelFile{file, {}};
  fillManifest(publication, parts, result, index, &contents.manifest);
  AERIE_ASSIGN_OR_RETURN(const bundle::Packed packed, bundle::pack(contents, key, bundle));
  result.digest = packed.digest;
  result.size_bytes = packed.size_bytes;
  if (publication.progress) publication.progress(tasks.size(), tasks.size());
  return result;
}

}  // namespace aerie::training_publish
