#include "app/pages/inspector_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "app/presenters/routing_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {
constexpr int kKeysWidth = 150;
}

InspectorPanel::InspectorPanel(presenters::RoutingPresenter& presenter, QWidget* parent)
    : QWidget(parent), presenter_(presenter) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kGapM, kGapS, 0, kGapS);
  row->setSpacing(kGapM);
  auto* left = new QVBoxLayout();
  left->setSpacing(kGap);
  hint_ = newLabel({}, "caption", this);
  left->addWidget(hint_);
  keys_ = new QPlainTextEdit(this);
  keys_->setObjectName(QStringLiteral("routing.keys"));
  keys_->setAccessibleName(tr("Keys to inspect"));
  keys_->setFixedWidth(kKeysWidth);
  keys_->setTabChangesFocus(true);
  keys_->setFont(fontOf(Type::Mono));
  left->addWidget(keys_, 1);
  copy_ = new QPushButton(tr("Copy as CSV"), this);
  copy_->setObjectName(QStringLiteral("routing.copyCsv"));
  copy_->setAccessibleName(copy_->text());
  copy_->setToolTip(tr("All steps of all keys, with a header line"));
  left->addWidget(copy_);
  row->addLayout(left);
  auto* right = new QVBoxLayout();
  right->setSpacing(0);
  table_ = new FilterTable(QStringLiteral("routing.traces"),
                           {tr("Inspected keys"),
                            tr("Search the keys"),
                            tr("No key yet"),
                            tr("Type or paste keys on the left: one in each line."),
                            {}},
                           presenter_.traces(), this);
  table_->setSearchVisible(false);
  table_->setLoading(false);
  // Always there, so that the columns that fit go on fitting.
  table_->view()->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  table_->view()->verticalHeader()->setDefaultSectionSize(kCompactRow);
  right->addWidget(table_, 1);
  steps_ = newLabel({}, "caption", this);
  steps_->setObjectName(QStringLiteral("routing.steps"));
  steps_->setWordWrap(true);
  steps_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  steps_->setContentsMargins(kGapS, kGap, kGapM, 0);
  right->addWidget(steps_);
  row->addLayout(right, 1);
  connect(keys_, &QPlainTextEdit::textChanged, this, [this] { presenter_.inspect(keys_->toPlainText()); });
  connect(copy_, &QPushButton::clicked, this, &InspectorPanel::copyAsCsv);
  connect(table_, &FilterTable::currentKeyChanged, this, &InspectorPanel::refresh);
  connect(&presenter_, &presenters::RoutingPresenter::tracesChanged, this, &InspectorPanel::refresh);
  connect(&presenter_, &presenters::RoutingPresenter::useCasesChanged, this, &InspectorPanel::refresh);
  refresh();
}

void InspectorPanel::focusKeys() { keys_->setFocus(Qt::ShortcutFocusReason); }

void InspectorPanel::showExample() {
  if (keys_->toPlainText().isEmpty()) keys_->setPlainText(QStringLiteral("f1\nf2\nf3\nf4\nf5\nf6"));
}

void InspectorPanel::refresh() {
  hint_->setText(presenter_.inspectorHint());
  keys_->setPlaceholderText(tr("f1\nf2"));
  copy_->setEnabled(presenter_.traces()->rowCount() > 0);
  if (const QString problem = presenter_.inspectorProblem(); !problem.isEmpty()) {
    steps_->setText(problem);
    steps_->show();
    return;
  }
  const models::KeyTrace* t = presenter_.traces()->find(table_->currentKey());
  if (!t && !presenter_.traces()->rows().empty()) t = &presenter_.traces()->rows().front();
  steps_->setVisible(t != nullptr);
  if (!t) return;
  QString text = t->reason;
  if (t->bucket >= 0) {
    //: the steps of the hash: %1 what is hashed, %2 and %3 numbers, %4 and %5 buckets
    text += QLatin1Char('\n') +
            tr("fnv1a(\"%1\") = %2, fnv1a of that = %3, mod 10,000 = bucket %4; layer bucket %5")
                .arg(t->hashInput, t->firstHash, t->secondHash)
                .arg(t->bucket)
                .arg(t->layerBucket);
  } else if (t->layerBucket >= 0) {
    text += QLatin1Char('\n') + tr("Layer %1: bucket %2").arg(t->layer, QLocale().toString(t->layerBucket));
  }
  steps_->setText(text);
}

void InspectorPanel::copyAsCsv() {
  QGuiApplication::clipboard()->setText(presenter_.tracesAsCsv());
  Q_EMIT copied(presenter_.traces()->rowCount());
}

}  // namespace aerie::pages
