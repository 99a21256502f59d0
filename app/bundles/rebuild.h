// A new bundle from a registered version's archive with edited configs: everything else stays as it was, the
// signature is made anew. Any thread; seconds for large models.
#pragma once

#include <QString>
#include <absl/status/statusor.h>

namespace aerie::bundles {

struct Rebuild {
  QString archive;  // the downloaded bundle
  QString digest;   // that the registry gave for it: the archive must have it
  QString featuresYaml;
  QString preprocessorYaml;
  QString version;      // of the new bundle; empty: the registry numbers it
  QString description;  // empty: as it was
  QString signingKey;   // Ed25519 private key (PEM); must exist
  QString target;       // the bundle to write
};
struct Rebuilt {
  QString path;
  QString digest;
  QString signer;
  quint64 sizeBytes = 0;
};

// InvalidArgument for configs that do not fit (message names line and remedy) or for another archive than
// `digest`. The self-test's rows are loaded and preprocessed with the new configs; whether the model still
// gives the expected outputs is seen by the first worker only.
absl::StatusOr<Rebuilt> rebuild(const Rebuild& order);

}  // namespace aerie::bundles
