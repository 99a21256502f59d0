// A small correct bundle for tests: one shared, one item and one stored feature, two self-test rows.
#pragma once

#include <string>

#include "core/bundle/bundle.h"
#include "core/frame/wire.h"

namespace aerie::test {

inline v1::DataFrame wireOf(std::vector<frame::Column> columns) {
  v1::DataFrame message;
  frame::toWire(frame::DataFrame::create(std::move(columns)).value(), &message);
  return message;
}

inline v1::FeatureLocation* addFeature(v1::FeatureLocationConfig& config, const char* name,
                                       v1::FeatureType type, v1::FeatureSource source) {
  v1::FeatureLocation* feature = config.add_features();
  feature->set_name(name);
  feature->set_type(type);
  feature->set_source(source);
  return feature;
}

inline bundle::BundleContents sampleContents(const std::string& version = "2") {
  bundle::BundleContents contents;
  contents.manifest.set_model("arrival_delay");
  contents.manifest.set_version(version);
  contents.manifest.set_description("late flights");
  contents.manifest.set_runtime("xgboost");
  contents.manifest.set_model_file("model/model.ubj");
  contents.manifest.add_output_names("probability");
  (*contents.manifest.mutable_lineage()->mutable_metrics())["auc"] = 0.71;
  (*contents.manifest.mutable_lineage()->mutable_metrics())["log_loss"] = 0.4;
  contents.manifest.set_created_unix_ms(1'700'000'000'000);

  addFeature(contents.features, "hour", v1::INT64, v1::SHARED);
  addFeature(contents.features, "origin", v1::STRING, v1::ITEM);
  addFeature(contents.features, "distance", v1::DOUBLE, v1::ITEM);
  v1::FeatureLocation* rate = addFeature(contents.features, "late_rate", v1::DOUBLE, v1::STORE);
  rate->set_table("route_stats");
  rate->add_key("origin");
  rate->mutable_default_value()->set_double_value(0.2);

  v1::PreprocessStep* step = contents.preprocessor.add_steps();
  step->set_op("log1p");
  step->add_inputs("distance");
  step->add_outputs("log_distance");
  for (const char* output : {"log_distance", "hour", "late_rate"}) contents.preprocessor.add_outputs(output);

  *contents.self_test.mutable_shared_features() = wireOf({frame::Column::ofInt64s("hour", {17})});
  *contents.self_test.mutable_feature_data_frame() =
      wireOf({frame::Column::ofStrings("origin", {"ATL", "SFO"}),
              frame::Column::ofDoubles("distance", {500, 2000})});
  *contents.self_test.mutable_stored_features() = wireOf({frame::Column::ofDoubles("late_rate", {0.3, 0.1})});
  *contents.self_test.mutable_expected_outputs() =
      wireOf({frame::Column::ofDoubles("probability", {0.4, 0.2})});

  v1::ReferenceHistogram* histogram = contents.statistics.add_histograms();
  histogram->set_feature("distance");
  histogram->add_boundaries(1000);
  histogram->add_counts(1);
  histogram->add_counts(1);
  contents.statistics.set_rows(2);
  contents.model_files["model/model.ubj"].bytes = "the trained trees, or what stands for them here";
  return contents;
}

inline bundle::TrustedKeys trusting(const SigningKey& key) {
  bundle::TrustedKeys keys;
  keys.add(key.publicKey());
  return keys;
}

}  // namespace aerie::test
