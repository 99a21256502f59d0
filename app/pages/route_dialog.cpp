#include "app/pages/route_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/pages/tab_order.h"
#include "app/presenters/routing_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {
constexpr int kWidth = 440;
}

RouteDialog::RouteDialog(const presenters::RoutingPresenter& presenter, QWidget* parent)
    : QDialog(parent), presenter_(presenter) {
  setObjectName(QStringLiteral("routeDialog"));
  setWindowTitle(tr("Route a Use Case"));
  setAttribute(Qt::WA_DeleteOnClose);
  keepTabsByLayout(this);
  keepFitted(this, kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  column->addWidget(newLabel(tr("Route a use case"), "section", this));
  auto* hint =
      newLabel(tr("Applications ask for the use case by its name. All of its items go to this endpoint "
                  "until you add experiments."),
               "muted", this);
  hint->setWordWrap(true);
  column->addWidget(hint);
  useCase_ = new QLineEdit(this);
  useCase_->setObjectName(QStringLiteral("route.useCase"));
  useCase_->setAccessibleName(tr("Use case"));
  endpoint_ = new QComboBox(this);
  endpoint_->setObjectName(QStringLiteral("route.endpoint"));
  endpoint_->setAccessibleName(tr("Default endpoint"));
  endpoint_->addItems(presenter_.endpoints());
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapL);
  form->setVerticalSpacing(kGapS);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(newLabel(tr("Use case"), "muted", this), useCase_);
  form->addRow(newLabel(tr("Default endpoint"), "muted", this), endpoint_);
  column->addLayout(form);
  problem_ = newLabel(QStringLiteral(" "), "problem", this);
  problem_->setObjectName(QStringLiteral("route.problem"));
  problem_->setWordWrap(true);
  column->addWidget(problem_);
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("cancel"));
  cancel->setAccessibleName(tr("Cancel"));
  cancel->setAutoDefault(false);
  verb_ = new QPushButton(tr("Route use case"), this);
  verb_->setObjectName(QStringLiteral("verb"));
  verb_->setAccessibleName(verb_->text());
  verb_->setProperty("kind", QStringLiteral("primary"));
  verb_->setDefault(true);
  auto* buttons = new QHBoxLayout();
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(verb_);
  column->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(verb_, &QPushButton::clicked, this, &QDialog::accept);
  connect(useCase_, &QLineEdit::textChanged, this, &RouteDialog::refresh);
  refresh();
}

QString RouteDialog::useCase() const { return useCase_->text().trimmed(); }

QString RouteDialog::endpoint() const { return endpoint_->currentText(); }

void RouteDialog::refresh() {
  const QString problem = presenter_.problemOfNew(useCase(), endpoint());
  // Nothing typed yet is no mistake to speak of.
  const bool early = useCase_->text().isEmpty() && !endpoint().isEmpty();
  problem_->setText(problem.isEmpty() || early ? QStringLiteral(" ") : problem);
  verb_->setEnabled(problem.isEmpty());
}

}  // namespace aerie::pages
