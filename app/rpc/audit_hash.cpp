#include "app/rpc/audit_hash.h"

#include <QCryptographicHash>

namespace aerie::rpc {

QString auditHash(const AuditEntry& e, const QString& previous) {
  QByteArray bytes;
  for (const QString& part : {QString::number(e.sequence), QString::number(e.timeMs), e.actor, e.action,
                              e.subject, e.detail, previous}) {
    const QByteArray utf8 = part.toUtf8();
    bytes += QByteArray::number(utf8.size()) + ':' + utf8;
  }
  return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

}  // namespace aerie::rpc
