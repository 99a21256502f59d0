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
  QString trainingAddress = {};  // of its training daemon; empty = what the control plane tells
  bool operator==(const Profile&) const = default;

  bool hasTls() const { return !ca.isEmpty() || !certificate.isEmpty() || !key.isEmpty(); }
};

// What keeps the profile from being used, with the remedy, or empty. Looks at the values only, not at files.
QString problemOf(const Profile& profile);

// What listens there is on this machine: it sees the same files.
bool isLocal(const QString& address);

// Where the training daemon of this context is: the profile's own word, else `told` by its control plane.
// Empty when there is none, and when a control plane on another machine tells a place that only its own
// machine can reach: here, something else would answer there and get the credentials.
QString trainingAddressOf(const Profile& profile, const QString& told);

}  // namespace aerie::rpc
