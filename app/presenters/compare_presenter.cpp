#include "app/presenters/compare_presenter.h"

#include <QLocale>
#include <cmath>

#include "app/models/columns.h"
#include "app/models/text.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using models::Tone;

namespace {

// Four decimals as in the table of versions; counts have none.
QString number(double value) { return QLocale().toString(value, 'f', value == std::floor(value) ? 0 : 4); }

std::optional<double> metric(const rpc::ModelVersion& version, const QString& name) {
  for (const rpc::NamedNumber& m : version.metrics) {
    if (m.name == name) return m.value;
  }
  return std::nullopt;
}

bool smallerIsBetter(const QString& name) {
  for (const char* word : {"loss", "error", "rmse", "mae", "brier", "latency"}) {
    if (name.contains(QLatin1String(word), Qt::CaseInsensitive)) return true;
  }
  return false;
}

CompareRow metricRow(const QString& name, std::optional<double> left, std::optional<double> right) {
  CompareRow row{models::metricTitle(name),
                 left ? number(*left) : QString(),
                 right ? number(*right) : QString(),
                 {},
                 Tone::None};
  if (!left || !right || *left == *right) return row;
  const double change = *right - *left;
  const QString sign = change > 0 ? QStringLiteral("+") : QString();
  const bool counted = *left == std::floor(*left) && *right == std::floor(*right);  // neither good nor bad
  row.difference = sign + (counted ? number(change) : QLocale().toString(change, 'g', 3));
  if (*left != 0)
    row.difference += QStringLiteral(" (%1%2)").arg(sign, models::percentText(change / std::abs(*left)));
  if (!counted) row.tone = (change > 0) != smallerIsBetter(name) ? Tone::Ok : Tone::Warning;
  return row;
}

class Rows final {
 public:
  void text(const QString& name, const QString& left, const QString& right) {
    if (left.isEmpty() && right.isEmpty()) return;
    rows_.append(
        {name, left, right, left == right ? QString() : ComparePresenter::tr("differs"), Tone::None});
  }
  void count(const QString& name, qint64 left, qint64 right) {
    const QLocale locale;
    CompareRow row{name, locale.toString(left), locale.toString(right), {}, Tone::None};
    if (left != right)
      row.difference = (right > left ? QStringLiteral("+") : QString()) + locale.toString(right - left);
    rows_.append(row);
  }
  void size(const QString& name, quint64 left, quint64 right) {
    CompareRow row{name, models::sizeText(left), models::sizeText(right), {}, Tone::None};
    if (left < right) row.difference = QStringLiteral("+") + models::sizeText(right - left);
    if (left > right) row.difference = QStringLiteral("-") + models::sizeText(left - right);
    rows_.append(row);
  }
  // What always differs, and says nothing by it.
  void fact(const QString& name, const QString& left, const QString& right) {
    if (!left.isEmpty() || !right.isEmpty()) rows_.append({name, left, right, {}, Tone::None});
  }
  void add(const CompareRow& row) { rows_.append(row); }
  QList<CompareRow> take() { return std::move(rows_); }

 private:
  QList<CompareRow> rows_;
};

QString stagesText(const rpc::ModelVersion& v) { return v.stages.join(QStringLiteral(", ")); }

}  // namespace

QList<CompareRow> compareVersions(const rpc::ModelVersion& left, const rpc::ModelVersion& right) {
  const auto tr = [](const char* text) { return ComparePresenter::tr(text); };
  Rows rows;
  QStringList names;
  for (const rpc::ModelVersion* v : {&left, &right}) {
    for (const rpc::NamedNumber& m : v->metrics) {
      if (!names.contains(m.name)) names.append(m.name);
    }
  }
  names.sort();
  for (const QString& name : std::as_const(names))
    rows.add(metricRow(name, metric(left, name), metric(right, name)));
  rows.count(tr("Self-test rows"), left.selfTestRows, right.selfTestRows);
  rows.text(tr("Outputs"), left.outputNames.join(QStringLiteral(", ")),
            right.outputNames.join(QStringLiteral(", ")));
  rows.count(tr("Features"), left.features.size(), right.features.size());
  rows.count(tr("Preprocessing steps"), left.preprocessor.size(), right.preprocessor.size());
  rows.count(tr("Model inputs"), left.preprocessorOutputs.size(), right.preprocessorOutputs.size());
  rows.size(tr("Size"), left.sizeBytes, right.sizeBytes);
  rows.text(tr("Runtime"), left.runtime, right.runtime);
  rows.fact(tr("Stages"), stagesText(left), stagesText(right));
  rows.text(tr("Trained by"), left.trainingJob, right.trainingJob);
  rows.text(tr("Trained on"), left.data, right.data);
  rows.text(tr("Code"), left.code, right.code);
  rows.fact(tr("Registered"), models::timeText(left.registeredMs), models::timeText(right.registeredMs));
  rows.text(tr("Signed by"), models::shortDigest(left.signer), models::shortDigest(right.signer));
  rows.fact(tr("Digest"), models::shortDigest(left.digest), models::shortDigest(right.digest));
  return rows.take();
}

ComparePresenter::ComparePresenter(rpc::RegistryApi& api, QObject* parent) : QObject(parent), api_(api) {}

void ComparePresenter::compare(const QString& model, const QString& left, const QString& right) {
  leftTicket_.cancel();
  rightTicket_.cancel();
  ++number_;
  left_.reset();
  right_.reset();
  problem_.clear();
  Q_EMIT changed();
  load(model, left, left_, leftTicket_);
  load(model, right, right_, rightTicket_);
}

void ComparePresenter::load(const QString& model, const QString& version,
                            std::optional<rpc::ModelVersion>& into, rpc::Ticket& ticket) {
  ticket = api_.getVersion(model, version, this,
                           [this, &into, number = number_](const absl::StatusOr<rpc::ModelVersion>& answer) {
                             if (number != number_ || absl::IsCancelled(answer.status())) return;
                             if (answer.ok()) {
                               into = *answer;
                             } else {
                               problem_ = detailOf(answer.status());
                             }
                             Q_EMIT changed();
                           });
}

}  // namespace aerie::presenters
