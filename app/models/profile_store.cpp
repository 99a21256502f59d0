#include "app/models/profile_store.h"

#include <QSettings>
#include <QUuid>
#include <algorithm>

namespace aerie::models {

using rpc::Profile;

namespace {

constexpr const char* kArray = "contexts/list";
constexpr const char* kChosen = "contexts/chosen";

QString kindName(Profile::Kind kind) {
  switch (kind) {
    case Profile::Kind::Staging: return QStringLiteral("staging");
    case Profile::Kind::Production: return QStringLiteral("production");
    case Profile::Kind::Local: break;
  }
  return QStringLiteral("local");
}

// A word that nobody wrote here counts as the careful one.
Profile::Kind kindOf(const QString& name) {
  if (name == QLatin1String("local")) return Profile::Kind::Local;
  return name == QLatin1String("staging") ? Profile::Kind::Staging : Profile::Kind::Production;
}

}  // namespace

ProfileStore::ProfileStore(QObject* parent) : QObject(parent) {
  Profile simulation;
  simulation.id = simulationId();
  simulation.name = tr("Local simulation");
  simulation.simulation = true;
  profiles_.append(simulation);
  QSettings s;
  chosen_ = s.value(QLatin1String(kChosen)).toString();
  const int count = s.beginReadArray(QLatin1String(kArray));
  for (int i = 0; i < count; ++i) {
    s.setArrayIndex(i);
    const auto text = [&s](const char* key) { return s.value(QLatin1String(key)).toString(); };
    Profile p;
    p.id = text("id");
    p.name = text("name");
    p.address = text("address");
    p.kind = kindOf(text("kind"));
    p.color = s.value(QStringLiteral("color"), -1).toInt();
    p.ca = text("ca");
    p.certificate = text("certificate");
    p.key = text("key");
    p.tokenFile = text("token_file");
    p.trainingAddress = text("training_address");
    if (!p.id.isEmpty() && !find(p.id)) profiles_.append(p);
  }
  s.endArray();
}

const Profile* ProfileStore::find(const QString& id) const {
  const auto it =
      std::find_if(profiles_.begin(), profiles_.end(), [&](const Profile& p) { return p.id == id; });
  return it == profiles_.end() ? nullptr : &*it;
}

void ProfileStore::retranslate() {
  profiles_.front().name = tr("Local simulation");
  Q_EMIT changed();
}

QString ProfileStore::save(Profile profile) {
  if (profile.id == simulationId()) return profile.id;
  if (profile.id.isEmpty()) profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
  profile.simulation = false;
  profile.name = profile.name.trimmed();
  profile.address = profile.address.trimmed();
  profile.trainingAddress = profile.trainingAddress.trimmed();
  const auto it =
      std::find_if(profiles_.begin(), profiles_.end(), [&](const Profile& p) { return p.id == profile.id; });
  if (it == profiles_.end()) {
    profiles_.append(profile);
  } else {
    *it = profile;
  }
  write();
  Q_EMIT changed();
  return profile.id;
}

bool ProfileStore::remove(const QString& id) {
  if (id == simulationId() || !find(id)) return false;
  profiles_.removeIf([&](const Profile& p) { return p.id == id; });
  if (chosen_ == id) choose({});
  write();
  Q_EMIT changed();
  return true;
}

QString ProfileStore::problemOf(const Profile& profile) const {
  if (const QString problem = rpc::problemOf(profile); !problem.isEmpty()) return problem;
  for (const Profile& p : profiles_) {
    if (p.id != profile.id && p.name.compare(profile.name.trimmed(), Qt::CaseInsensitive) == 0) {
      return tr("There is a context named \"%1\" already; choose another name.").arg(p.name);
    }
  }
  return {};
}

void ProfileStore::choose(const QString& id) {
  chosen_ = id;
  QSettings().setValue(QLatin1String(kChosen), id);
}

void ProfileStore::write() const {
  QSettings s;
  s.remove(QLatin1String(kArray));
  s.beginWriteArray(QLatin1String(kArray));
  int i = 0;
  for (const Profile& p : profiles_) {
    if (p.simulation) continue;
    s.setArrayIndex(i++);
    const std::pair<const char*, QString> values[] = {{"id", p.id},           {"name", p.name},
                                                      {"address", p.address}, {"kind", kindName(p.kind)},
                                                      {"ca", p.ca},           {"certificate", p.certificate},
                                                      {"key", p.key},         {"token_file", p.tokenFile},
                                                      {"training_address", p.trainingAddress}};
    for (const auto& [key, value] : values) s.setValue(QLatin1String(key), value);
    s.setValue(QStringLiteral("color"), p.color);
  }
  s.endArray();
}

}  // namespace aerie::models
