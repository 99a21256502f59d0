// A bundle file looked at before it is sent: the checks that the registry will make, without trust, which
// only the registry knows. Plain values; any thread; reads the whole archive, so seconds for large ones.
#pragma once

#include <QList>
#include <QString>

namespace aerie::bundles {

struct BundleCheckStep {
  enum class State { NotReached, Passed, Failed };
  QString id;  // archive, manifest, signature, digests, contents
  State state = State::NotReached;
  bool operator==(const BundleCheckStep&) const = default;
};

struct BundleReport {
  QList<BundleCheckStep> steps;
  QString problem;  // English, of the failed step; empty when all passed
  // Known when all passed:
  QString model;
  QString version;  // empty: the registry will number it
  QString digest;
  QString signer;
  quint64 sizeBytes = 0;
  int features = 0;
  int preprocessSteps = 0;
  quint64 selfTestRows = 0;
  bool good() const { return problem.isEmpty() && !steps.isEmpty(); }
  bool operator==(const BundleReport&) const = default;
};

BundleReport checkBundle(const QString& path);
// Before a check ran: all steps, not reached.
BundleReport unchecked();

}  // namespace aerie::bundles
