#include "app/rpc/profile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "app/rpc/profile_channel.h"
#include "core/base/status.h"

namespace aerie::rpc {

static QString translated(const char* text) { return QCoreApplication::translate("Profile", text); }

// host:port or unix:/path
static bool hasPort(const QString& address) {
  if (address.startsWith(QLatin1String("unix:"))) return true;
  bool number = false;
  const int port = address.section(QLatin1Char(':'), -1).trimmed().toInt(&number);
  return address.contains(QLatin1Char(':')) && number && port >= 1 && port <= 65'535;
}

QString problemOf(const Profile& p) {
  if (p.name.trimmed().isEmpty()) return translated("Give the context a name.");
  if (p.simulation) return {};
  const QString address = p.address.trimmed();
  const QString training = p.trainingAddress.trimmed();
  if (address.isEmpty()) return translated("Give the address of its control plane: host:port or unix:/path.");
  if (!hasPort(address)) {
    return translated(
        "The address needs a port from 1 to 65535: host:port, for example ml.example.org:7700.");
  }
  if (!training.isEmpty() && !hasPort(training)) {
    return translated("The training daemon's address needs a port from 1 to 65535, or leave it empty.");
  }
  if (p.certificate.isEmpty() != p.key.isEmpty()) {
    return translated("A certificate and its key belong together: give both, or neither.");
  }
  const bool local = net::isLocalAddress(address.toStdString()) &&
                     (training.isEmpty() || net::isLocalAddress(training.toStdString()));
  if (!local && !p.hasTls()) {
    return translated(
        "Other machines are reached through TLS only: give the file of the authority (CA) that signed the "
        "control plane's certificate.");
  }
  return {};
}

bool isLocal(const QString& address) { return net::isLocalAddress(address.toStdString()); }

QString trainingAddressOf(const Profile& profile, const QString& told) {
  if (const QString own = profile.trainingAddress.trimmed(); !own.isEmpty()) return own;
  const bool elsewhere = !profile.address.isEmpty() && !net::isLocalAddress(profile.address.toStdString());
  return elsewhere && net::isLocalAddress(told.toStdString()) ? QString() : told;
}

absl::StatusOr<std::string> readToken(const QString& path) {
  constexpr qint64 kMaxToken = 4'096;
  const std::string name = path.toStdString();
  const QFileInfo info(path);
  if (!info.isFile())
    return invalidArgument("token file {}: there is no such file; choose another one", name);
  if (info.permissions() &
      (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)) {
    return failedPrecondition("token file {}: others on this machine may read it; run chmod 600 {}", name,
                              name);
  }
  QFile file(path);
  if (info.size() > kMaxToken || !file.open(QIODevice::ReadOnly)) {
    return invalidArgument("token file {}: it cannot be read as a token; it must hold one line", name);
  }
  const QByteArray token = file.readLine(kMaxToken).trimmed();
  if (token.isEmpty()) {
    return invalidArgument("token file {}: it is empty; put the token of 'aeriectl token create' there",
                           name);
  }
  return token.toStdString();
}

absl::StatusOr<net::ChannelOptions> channelOptionsOf(const Profile& profile) {
  if (const QString problem = problemOf(profile); !problem.isEmpty()) {
    return invalidArgument("{}", problem.toStdString());
  }
  net::ChannelOptions options;
  options.tls.ca = profile.ca.toStdString();
  options.tls.certificate = profile.certificate.toStdString();
  options.tls.key = profile.key.toStdString();
  if (!profile.tokenFile.isEmpty()) {
    AERIE_ASSIGN_OR_RETURN(options.token, readToken(profile.tokenFile));
  }
  return options;
}

}  // namespace aerie::rpc
