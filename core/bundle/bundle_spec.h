// Bundles from files that people write: a manifest.yaml beside a model, the two configs and a self-test
// table.
//
//   model: arrival_delay                 features: features.yaml              # feature location config
//   version: "2"        # or left out    preprocessor: preprocessor.yaml      # feature preprocessor config
//   description: ...                     self_test: self_test.csv
//   runtime: xgboost                     self_test_tolerance: 1e-6
//   model_file: model.ubj                model_files: [extra.json]            # further files of the model
//   output_names: [probability]          lineage: {training_job, data, data_digest, code, metrics: {auc:
//   0.71}}
//
// The self-test table has one row per item: a column for each feature that the feature config reads (key
// features of the store included) and one for each output, the expected value. Shared features must not vary
// over the rows; stored features are taken from the table, so that the test needs no feature store.
#pragma once

#include "core/bundle/bundle.h"

namespace aerie::bundle {

// `spec` is the path of manifest.yaml, or of the directory that holds it. Paths inside are relative to it and
// may not leave it. InvalidArgument names file, field and remedy.
absl::StatusOr<BundleContents> buildFromSpec(const std::filesystem::path& spec);

}  // namespace aerie::bundle
