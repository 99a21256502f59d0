#include "app/widgets/confirm_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kListed = 5;
constexpr int kWidth = 440;
}  // namespace

ConfirmSheet::ConfirmSheet(QWidget* parent, const Question& question) : QDialog(parent) {
  setObjectName(QStringLiteral("confirmSheet"));
  setWindowTitle(question.verb);
  setAttribute(Qt::WA_DeleteOnClose);
  keepFitted(this, kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  auto* title = newLabel(question.title, "section", this);
  title->setWordWrap(true);
  column->addWidget(title);
  if (!question.victims.isEmpty()) {
    QStringList shown = question.victims.mid(0, kListed);
    const auto more = static_cast<int>(question.victims.size()) - kListed;
    if (more > 0) shown.append(tr("and %n more", nullptr, more));
    auto* list = newLabel(shown.join(QLatin1Char('\n')), "strong", this);
    list->setObjectName(QStringLiteral("victims"));
    list->setWordWrap(true);
    column->addWidget(list);
  }
  auto* effect = newLabel(question.effect, "muted", this);
  effect->setWordWrap(true);
  column->addWidget(effect);

  // Made in the order of Tab.
  QLineEdit* typed = nullptr;
  if (!question.typeToConfirm.isEmpty()) {
    typed = new QLineEdit(this);
    typed->setObjectName(QStringLiteral("typed"));
    typed->setAccessibleName(tr("Type %1 to confirm").arg(question.typeToConfirm));
    typed->setPlaceholderText(typed->accessibleName());
    column->addWidget(typed);
  }
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("cancel"));
  cancel->setAccessibleName(tr("Cancel"));
  cancel->setDefault(true);
  auto* verb = new QPushButton(question.verb, this);
  verb->setObjectName(QStringLiteral("verb"));
  verb->setAccessibleName(question.verb);
  verb->setProperty("kind", question.dangerous ? QStringLiteral("danger") : QStringLiteral("primary"));
  verb->setAutoDefault(false);
  if (typed) {
    verb->setEnabled(false);
    connect(
        typed, &QLineEdit::textChanged, verb,
        [verb, wanted = question.typeToConfirm](const QString& text) { verb->setEnabled(text == wanted); });
  }
  auto* buttons = new QHBoxLayout();
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(verb);
  column->addSpacing(kGapS);
  column->addStretch(1);
  column->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(verb, &QPushButton::clicked, this, &QDialog::accept);
  cancel->setFocus();
}

static ConfirmSheet::Policy& currentPolicy() {
  static ConfirmSheet::Policy policy;
  return policy;
}

void ConfirmSheet::setPolicy(const Policy& policy) { currentPolicy() = policy; }
const ConfirmSheet::Policy& ConfirmSheet::policy() { return currentPolicy(); }

static int confirmedDepth = 0;
bool ConfirmSheet::confirming() { return confirmedDepth > 0; }
ConfirmSheet::Confirmed::Confirmed() { ++confirmedDepth; }
ConfirmSheet::Confirmed::~Confirmed() { --confirmedDepth; }

ConfirmSheet* ConfirmSheet::ask(QWidget* parent, const Question& question, std::function<void()> confirmed) {
  Question shown = question;
  const Policy& rules = policy();
  if (!rules.production.isEmpty()) {
    shown.dangerous = true;
    if (shown.typeToConfirm.isEmpty()) shown.typeToConfirm = rules.production;
    shown.effect += (shown.effect.isEmpty() ? QString() : QStringLiteral(" ")) +
                    tr("This is the production context \"%1\".").arg(rules.production);
  } else if (!rules.askOrdinary && !question.dangerous && question.typeToConfirm.isEmpty()) {
    confirmed();
    return nullptr;
  }
  auto* sheet = new ConfirmSheet(parent, shown);
  connect(sheet, &QDialog::accepted, parent, [confirmed = std::move(confirmed)] {
    const Confirmed scope;
    confirmed();
  });
  sheet->open();
  return sheet;
}

ConfirmSheet* ConfirmSheet::askInProduction(QWidget* parent, const Question& question,
                                            std::function<void()> confirmed) {
  if (!policy().production.isEmpty()) return ask(parent, question, std::move(confirmed));
  confirmed();
  return nullptr;
}

}  // namespace aerie::widgets
