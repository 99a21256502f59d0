#include "app/presenters/audit_presenter.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "app/models/control_words.h"
#include "app/models/text.h"
#include "app/presenters/errors.h"
#include "app/rpc/audit_hash.h"

namespace aerie::presenters {

using models::Column;
using rpc::AuditEntry;

namespace {

constexpr quint32 kFirstLimit = 500;
constexpr quint32 kMaxLimit = 8'000;
constexpr int kRefreshMs = 5'000;

QString keyOf(const AuditEntry& e) { return QStringLiteral("%1").arg(e.sequence, 12, 10, QLatin1Char('0')); }

QString field(const QString& text) {
  QString quoted = text;
  quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
  // A cell that begins like a formula must stay text in a spreadsheet.
  if (!quoted.isEmpty() && QStringLiteral("=+-@").contains(quoted.front())) quoted.prepend(QLatin1Char('\''));
  return QLatin1Char('"') + quoted + QLatin1Char('"');
}

std::vector<Column<AuditEntry>> columns() {
  const auto tr = [](const char* text) { return AuditPresenter::tr(text); };
  std::vector<Column<AuditEntry>> out(6);
  out[0] = {QStringLiteral("time"),
            tr("Time"),
            [](const AuditEntry& e) { return models::timeText(e.timeMs, models::Fine::Seconds); },
            [](const AuditEntry& e) { return QVariant::fromValue(e.sequence); },
            {},
            {}};
  out[1] = {QStringLiteral("actor"), tr("Actor"), [](const AuditEntry& e) { return e.actor; }, {}, {}, {}};
  out[2] = {QStringLiteral("action"),
            tr("Action"),
            [](const AuditEntry& e) { return e.action; },
            {},
            {},
            [](const AuditEntry& e) { return models::actionSentence(e.action, e.subject); }};
  out[2].mono = true;
  out[3] = {
      QStringLiteral("subject"), tr("Subject"), [](const AuditEntry& e) { return e.subject; }, {}, {}, {}};
  out[4] = {QStringLiteral("detail"),
            tr("Detail"),
            [](const AuditEntry& e) { return models::actionDetail(e.action, e.detail); },
            {},
            {},
            [](const AuditEntry& e) { return e.detail; }};
  out[5] = {QStringLiteral("sequence"),
            tr("Number"),
            [](const AuditEntry& e) { return QLocale().toString(e.sequence); },
            [](const AuditEntry& e) { return QVariant::fromValue(e.sequence); },
            {},
            {}};
  out[5].number = true;
  return out;
}

}  // namespace

AuditPresenter::AuditPresenter(rpc::AuditApi& api, QObject* parent)
    : QObject(parent), api_(api), table_(new AuditTable(keyOf, columns(), this)), limit_(kFirstLimit) {
  connect(&timer_, &QTimer::timeout, this, &AuditPresenter::refresh);
}

void AuditPresenter::setShown(bool shown) {
  if (shown == timer_.isActive()) return;
  if (shown) {
    refresh();
    timer_.start(kRefreshMs);
  } else {
    timer_.stop();
    ticket_.cancel();
  }
}

void AuditPresenter::refresh() {
  ticket_.cancel();
  rpc::AuditQuery query;
  query.limit = limit_;
  ticket_ = api_.listAudit(query, this, [this](const absl::StatusOr<QList<AuditEntry>>& entries) {
    if (absl::IsCancelled(entries.status())) return;
    problem_ = entries.ok() ? QString() : detailOf(entries.status());
    if (entries.ok()) apply(*entries);
    Q_EMIT changed();
  });
}

void AuditPresenter::loadMore() {
  limit_ = std::min(kMaxLimit, limit_ * 4);
  refresh();
}

bool AuditPresenter::mayHaveMore() const {
  return limit_ < kMaxLimit && all_.size() >= static_cast<qsizetype>(limit_);
}

void AuditPresenter::apply(const QList<AuditEntry>& entries) {
  loaded_ = true;
  if (entries == all_) return;
  all_ = entries;
  verify();
  showFiltered();
}

void AuditPresenter::setFilter(const QString& actor, const QString& action) {
  actor_ = actor;
  action_ = action;
  showFiltered();
  Q_EMIT changed();
}

void AuditPresenter::showFiltered() {
  std::vector<AuditEntry> shown;
  for (const AuditEntry& e : all_) {
    if (!actor_.isEmpty() && e.actor != actor_) continue;
    if (!action_.isEmpty() && e.action.section(QLatin1Char('.'), 0, 0) != action_) continue;
    shown.push_back(e);
  }
  table_->apply(std::move(shown));
}

QStringList AuditPresenter::actors() const {
  QStringList out;
  for (const AuditEntry& e : all_) out.append(e.actor);
  out.removeDuplicates();
  out.sort();
  return out;
}

QStringList AuditPresenter::actions() const {
  QStringList out;
  for (const AuditEntry& e : all_) out.append(e.action.section(QLatin1Char('.'), 0, 0));
  out.removeDuplicates();
  out.sort();
  return out;
}

void AuditPresenter::verify() {
  chain_ = {};
  if (all_.isEmpty()) return;
  // The entry before the first loaded one is not here: the chain is checked from the second on, unless the
  // log begins with the first.
  for (qsizetype i = 0; i < all_.size(); ++i) {
    const AuditEntry& e = all_[i];
    if (i == 0 && e.sequence != 1) continue;
    const bool follows = i == 0 || e.sequence == all_[i - 1].sequence + 1;
    if (follows && rpc::auditHash(e, i == 0 ? QString() : all_[i - 1].hash) == e.hash) continue;
    chain_.brokenAt = e.sequence;
    chain_.tone = models::Tone::Danger;
    chain_.text = tr("Chain broken at entry %1").arg(QLocale().toString(e.sequence));
    return;
  }
  chain_.tone = models::Tone::Ok;
  chain_.text = tr("Hash chain intact");
}

QString AuditPresenter::csv() const {
  QString out = QStringLiteral("sequence,time,actor,action,subject,detail,hash\r\n");
  for (const AuditEntry& e : table_->rows()) {
    const QString time = QDateTime::fromMSecsSinceEpoch(e.timeMs, Qt::UTC).toString(Qt::ISODateWithMs);
    out += QString::number(e.sequence) + QLatin1Char(',') + time;
    for (const QString& text : {e.actor, e.action, e.subject, e.detail, e.hash}) {
      out += QLatin1Char(',') + field(text);
    }
    out += QLatin1String("\r\n");
  }
  return out;
}

}  // namespace aerie::presenters
