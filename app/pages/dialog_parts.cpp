#include "app/pages/dialog_parts.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/pages/tab_order.h"
#include "app/widgets/card.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

QVBoxLayout* newDialogColumn(QDialog* dialog, const QString& id, const QString& title, const QString& hint) {
  dialog->setObjectName(id);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  keepTabsByLayout(dialog);
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  column->addWidget(newLabel(title, "section", dialog));
  if (!hint.isEmpty()) {
    auto* label = newLabel(hint, "muted", dialog);
    label->setWordWrap(true);
    column->addWidget(label);
  }
  return column;
}

DialogButtons addDialogButtons(QDialog* dialog, QVBoxLayout* column, const QString& verb) {
  DialogButtons out{new QHBoxLayout(), new QPushButton(dialog), new QPushButton(verb, dialog)};
  out.cancel->setText(QCoreApplication::translate("dialogs", "Cancel"));
  out.cancel->setObjectName(QStringLiteral("cancel"));
  out.cancel->setAccessibleName(out.cancel->text());
  out.cancel->setAutoDefault(false);
  out.verb->setObjectName(QStringLiteral("verb"));
  out.verb->setAccessibleName(verb);
  out.verb->setProperty("kind", QStringLiteral("primary"));
  out.verb->setDefault(true);
  out.row->setSpacing(kGapS);
  out.row->addStretch(1);
  out.row->addWidget(out.cancel);
  out.row->addWidget(out.verb);
  column->addLayout(out.row);
  QObject::connect(out.cancel, &QPushButton::clicked, dialog, &QDialog::reject);
  return out;
}

QLabel* newProblemLabel(const QString& id, QWidget* parent) {
  auto* label = newLabel(QStringLiteral(" "), "problem", parent);
  label->setObjectName(id);
  label->setWordWrap(true);
  return label;
}

void setProblem(QLabel* label, const QString& problem) {
  label->setText(problem.isEmpty() ? QStringLiteral(" ") : problem);
}

}  // namespace aerie::pages
