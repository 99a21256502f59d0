// How to reach one control plane, and how careful to be there. Plain values; the token itself is never kept:
// only the file that holds it.
#pragma once

#include <QString>
#include <QStringList>

namespace aerie::rpc {

struct Profile {
  enum class Kind { Local, Staging, Production };
  QString id;       // what settings name; never shown
  QString name;     // "Berlin production"
  QString address;  // host:port or unix:/path; empty for the simulation until it runs
  Kind kind = Kind::Local;
  int color = -1;  // index of a data series colour; -1 = the kind's own
  QString ca;      // PEM files; all empty = no TLS
  QString certificate;
  QString key;
  QString tokenFile;  // readable by its owner only
  bool simulation = false;
  bool operator==(const Profile&) const = default;

  bool hasTls() const { return !ca.isEmpty() || !certificate.isEmpty() || !key.isEmpty(); }
};

// What keeps the profile from being used, with the remedy, or empty. Looks at the values only, not at files.
QString problemOf(const Profile& profile);

}  // namespace aerie::rpc
