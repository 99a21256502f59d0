// Memory of this process, as the kernel counts it.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace aerie::bench {

struct Memory {
  double rss_mib = 0;
  double pss_mib = 0;  // shared pages divided by those who share them
};

inline Memory memoryNow() {
  Memory out;
  QFile file(QStringLiteral("/proc/self/smaps_rollup"));
  if (!file.open(QIODevice::ReadOnly)) return out;
  for (const QByteArray& line : file.readAll().split('\n')) {
    const double mib = line.simplified().split(' ').value(1).toDouble() / 1024;
    if (line.startsWith("Rss:")) out.rss_mib = mib;
    if (line.startsWith("Pss:")) out.pss_mib = mib;
  }
  return out;
}

}  // namespace aerie::bench
