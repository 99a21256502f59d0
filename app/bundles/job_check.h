// A training job's file as people edit it: checked by the parser that the training daemon uses, and put
// together with the files that it names. Plain values; reads files below the given folder, so not in the GUI
// thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <utility>

namespace aerie::bundles {

struct JobProblem {
  int line = 0;     // from 1; 0 = the file as a whole
  QString message;  // English, as the daemon would say it
  bool operator==(const JobProblem&) const = default;
};

struct JobCheck {
  QList<JobProblem> problems;  // the parser stops at the first
  QString application;
  QString engine;
  qint64 tasks = 0;
  QStringList dimensions;  // names of the lists, as written
  QString model;           // that it publishes; empty = none
  // What has to be sent with it: the files that it names, by their path in it.
  QList<std::pair<QString, QByteArray>> files;
  QString workingDirectory;  // absolute; empty = it names none
  QStringList exclude;       // what of it stays here
  bool good() const { return problems.isEmpty(); }
  bool operator==(const JobCheck&) const = default;
};

// `folder`: where the files that it names lie; empty = nowhere, which is a problem only if it names some.
// `name` of the file, for messages.
JobCheck checkJob(const QString& yaml, const QString& name, const QString& folder);

// The line that a message names, from 1, or 0.
int lineOfMessage(const QString& message);

// What a fresh job file begins with: valid, small, runs anywhere.
QString newJobFile();

}  // namespace aerie::bundles
