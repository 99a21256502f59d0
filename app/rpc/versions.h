// The libraries that Aerie is made of, for the About dialog.
#pragma once

#include <QList>
#include <QString>

namespace aerie::rpc {

struct Library {
  QString name;
  QString version;  // may be empty
  QString licence;  // SPDX
};

// Those of this program, the daemons and aeriectl but for Qt, by name. What this program does not link has
// the version that the build found.
QList<Library> libraries();
QString aerieVersion();

}  // namespace aerie::rpc
