// The role that the guide gives to Aerie's account in Kubernetes, and the rights that requests need there.
#pragma once

#include <QRegularExpression>
#include <set>
#include <string>

#include "core/base/files.h"
#include "tests/core/http/fake_server.h"

namespace aerie::test {

// "<resource> <verb>", such as "rayclusters list".
using Rights = std::set<std::string>;

inline Rights rightsOfTheGuide() {
  Rights rights;
  const auto text = readFile(std::string(AERIE_SOURCE_DIR) + "/resources/guide/training-ray.md");
  const QRegularExpression rule("^- \\{apiGroups: \\[(.*)\\], resources: \\[(.*)\\], verbs: \\[(.*)\\]\\}",
                                QRegularExpression::MultilineOption);
  auto rules = rule.globalMatch(QString::fromStdString(text.value_or("")));
  while (rules.hasNext()) {
    const auto found = rules.next();
    for (const QString& resource : found.captured(2).split(", ")) {
      if ((found.captured(1) == "ray.io") != resource.startsWith("ray")) return {};  // no such resource
      for (const QString& verb : found.captured(3).split(", "))
        rights.insert((resource + " " + verb).toStdString());
    }
  }
  return rights;
}

// As an API server sees a request: a name or none, a watch, the verb of a subresource by its method. Applying
// what is not there needs the right to create it, too.
inline Rights rightsFor(const SeenRequest& request) {
  const QString path = QString::fromStdString(request.path);
  QStringList parts = path.section('?', 0, 0).split('/', Qt::SkipEmptyParts);
  const qsizetype from = parts.indexOf("namespaces") + 2;  // behind the namespace's name
  if (from < 2 || parts.size() <= from) return {"? " + request.method};
  const bool named = parts.size() > from + 1, below = parts.size() > from + 2;
  const std::string resource = (below ? parts[from] + "/" + parts[from + 2] : parts[from]).toStdString();
  if (request.method == "PATCH") return {resource + " patch", resource + " create"};
  if (request.method == "POST") return {resource + " create"};
  if (request.method == "PUT") return {resource + " update"};
  if (request.method == "DELETE") return {resource + (named ? " delete" : " deletecollection")};
  if (named) return {resource + " get"};
  return {resource + (path.contains("watch=1") ? " watch" : " list")};
}

inline Rights rightsFor(const std::vector<SeenRequest>& requests) {
  Rights all;
  for (const SeenRequest& request : requests) all.merge(rightsFor(request));
  return all;
}

inline std::string text(const Rights& rights) {
  std::string out;
  for (const std::string& right : rights) out += (out.empty() ? "" : ", ") + right;
  return out;
}

}  // namespace aerie::test
