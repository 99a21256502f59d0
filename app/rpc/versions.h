// The libraries in this program, for the About dialog.
#pragma once

#include <QList>
#include <QString>

namespace aerie::rpc {

struct Library {
  QString name;
  QString version;  // may be empty
  QString licence;  // SPDX
};

// Those of the rooms below the widgets: gRPC and what comes with it.
QList<Library> wireLibraries();
QString aerieVersion();

}  // namespace aerie::rpc
