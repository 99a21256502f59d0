#include "app/pages/split_panel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <cmath>

#include "app/models/text.h"
#include "app/models/traffic_tables.h"
#include "app/presenters/routing_presenter.h"
#include "app/widgets/bucket_map.h"
#include "app/widgets/card.h"
#include "app/widgets/split_editor.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::BucketPreview;

namespace {
constexpr int kNumberWidth = 92;
}

SplitPanel::SplitPanel(presenters::RoutingPresenter& presenter, QWidget* parent)
    : QWidget(parent), presenter_(presenter) {
  build();
  connect(&presenter_, &presenters::RoutingPresenter::draftChanged, this, &SplitPanel::refresh);
  connect(experiment_, &QComboBox::activated, this,
          [this] { presenter_.selectExperiment(experiment_->currentText()); });
  connect(split_, &SplitEditor::edited, &presenter_, &presenters::RoutingPresenter::setDraft);
  connect(split_, &SplitEditor::editFinished, this, [this] { presenter_.staged().endGesture(); });
  connect(coverage_, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
    presenter_.staged().endGesture();
    presenter_.setDraftCoverage(static_cast<int>(std::lround(percent * 100)));
    presenter_.staged().endGesture();
  });
  refresh();
}

void SplitPanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  card_ = new Card(tr("Split"), this);
  column->addWidget(card_);
  experiment_ = new QComboBox(card_);
  experiment_->setObjectName(QStringLiteral("routing.experiment"));
  experiment_->setAccessibleName(tr("Experiment"));
  experiment_->setToolTip(tr("The experiment whose split is shown"));
  card_->body()->setSpacing(kGapS);
  card_->body()->addWidget(experiment_);
  split_ = new SplitEditor(card_);
  card_->body()->addWidget(split_);
  coverageRow_ = new QWidget(card_);
  auto* coverage = new QHBoxLayout(coverageRow_);
  coverage->setContentsMargins(0, 0, 0, 0);
  coverage->addWidget(newLabel(tr("Coverage"), "muted", coverageRow_));
  coverage->addStretch(1);
  coverage_ = new QDoubleSpinBox(coverageRow_);
  coverage_->setObjectName(QStringLiteral("routing.coverage"));
  coverage_->setAccessibleName(tr("Coverage in percent"));
  coverage_->setToolTip(tr("Share of the keys that take part in the experiment"));
  coverage_->setRange(0, 100);
  coverage_->setDecimals(2);
  coverage_->setSuffix(tr(" %"));
  coverage_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  coverage_->setAlignment(Qt::AlignRight);
  coverage_->setKeyboardTracking(false);
  coverage_->setFixedWidth(kNumberWidth);
  coverage->addWidget(coverage_);
  card_->body()->addWidget(coverageRow_);
  preview_ = newLabel({}, "muted", card_);
  preview_->setObjectName(QStringLiteral("routing.preview"));
  preview_->setWordWrap(true);
  preview_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  card_->body()->addWidget(preview_);
  map_ = new BucketMap(card_);
  map_->setObjectName(QStringLiteral("routing.buckets"));
  card_->body()->addWidget(map_, 1);
}

void SplitPanel::setOnline(bool online) {
  online_ = online;
  refresh();
}

void SplitPanel::refresh() {
  const QStringList names = presenter_.experiments();
  QStringList now;
  for (int i = 0; i < experiment_->count(); ++i) now.append(experiment_->itemText(i));
  if (now != names) {
    experiment_->clear();
    experiment_->addItems(names);
  }
  experiment_->setCurrentText(presenter_.experimentName());
  const rpc::Experiment* e = presenter_.experiment();
  for (QWidget* w : {static_cast<QWidget*>(experiment_), static_cast<QWidget*>(split_), coverageRow_,
                     static_cast<QWidget*>(map_)}) {
    w->setVisible(e != nullptr);
  }
  card_->setNote(e ? models::wordOfExperiment(e->state) : QString());
  const bool editable = online_ && e && !presenter_.applying() && e->state != QLatin1String("stopped");
  const QStringList arms = presenter_.armNames();
  const std::vector<int> series = presenter_.armSeries();
  QList<SplitEditor::Arm> rows;
  QList<BucketMap::Arm> owners;
  for (qsizetype i = 0; i < arms.size(); ++i) {
    rows.append({arms[i], presenter_.endpointOf(arms[i]), series[static_cast<std::size_t>(i)]});
    owners.append({arms[i], series[static_cast<std::size_t>(i)]});
  }
  split_->setSplit(rows, presenter_.appliedWeights(), presenter_.draft());
  split_->setEditable(editable);
  {
    const QSignalBlocker blocker(coverage_);
    coverage_->setValue(presenter_.draftCoverage() / 100.0);
    coverage_->setEnabled(editable);
  }
  const BucketPreview preview = presenter_.preview();
  map_->setMap(owners, preview.before, preview.after);
  showPreview();
}

void SplitPanel::showPreview() {
  const rpc::Experiment* e = presenter_.experiment();
  if (!e) {
    preview_->setText(presenter_.experiments().isEmpty()
                          ? tr("No experiment: every item goes to the default endpoint.")
                          : QString());
  } else if (presenter_.outdated()) {
    preview_->setText(
        tr("Somebody changed this experiment meanwhile: discard your change or stage it again."));
  } else if (e->state == QLatin1String("stopped")) {
    preview_->setText(tr("Stopped: every item goes to the default endpoint."));
  } else if (!presenter_.dirty()) {
    preview_->setText(tr("Runs as shown. Move a border to see which keys would move."));
  } else {
    const BucketPreview p = presenter_.preview();
    const auto share = [](quint32 buckets) { return models::percentText(buckets / 10'000.0); };
    QStringList parts;
    if (p.moved > 0 || p.left + p.joined == 0)
      parts.append(tr("%1 of the keys would move").arg(share(p.moved)));
    if (p.left > 0) parts.append(tr("%1 would leave").arg(share(p.left)));
    if (p.joined > 0) parts.append(tr("%1 would join").arg(share(p.joined)));
    preview_->setText(tr("Staged: %1. Nothing is live yet.").arg(parts.join(QLatin1String(", "))));
  }
}

}  // namespace aerie::pages
