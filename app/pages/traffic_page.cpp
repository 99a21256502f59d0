#include "app/pages/traffic_page.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "app/models/text.h"
#include "app/pages/staged_sheet.h"
#include "app/presenters/staged_changes.h"
#include "app/widgets/card.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::StagedChange;
using presenters::StagedChanges;

TrafficPage::TrafficPage(StagedChanges& staged, CommandRegistry& commands, const QString& id,
                         const QString& title, const QString& icon, QWidget* parent)
    : Page(id, title, icon, parent), staged_(staged) {
  apply_ = addCommand(commands, {id + QStringLiteral(".apply"), tr("Apply..."),
                                 tr("Review the staged changes and make them live"), QStringLiteral("check"),
                                 QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { askApply(); }});
  discard_ =
      addCommand(commands, {id + QStringLiteral(".discard"), tr("Discard"), tr("Forget all staged changes"),
                            QStringLiteral("close"), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
                            [this] { staged_.discardAll(); }});
  undo_ = addCommand(
      commands, {id + QStringLiteral(".undo"), tr("Undo"),
                 tr("Take back the last edit, or stage the way back from what was applied"),
                 QStringLiteral("undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { staged_.undo(); }});
  redo_ = addCommand(commands, {id + QStringLiteral(".redo"), tr("Redo"),
                                tr("Make the edit again that was taken back"), QStringLiteral("redo"),
                                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { staged_.redo(); }});
}

QWidget* TrafficPage::buildStagedBar() {
  bar_ = new Card({}, this);
  bar_->setAccessibleName(tr("Staged changes"));
  bar_->setProperty("staged", true);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  count_ = newLabel({}, "strong", bar_);
  count_->setObjectName(id() + QStringLiteral(".staged.count"));
  what_ = newLabel({}, "muted", bar_);
  what_->setObjectName(id() + QStringLiteral(".staged.what"));
  what_->setMinimumWidth(0);
  what_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  row->addWidget(count_);
  row->addWidget(what_, 1);
  row->addWidget(CommandRegistry::buttonFor(undo_, "flat", bar_));
  row->addWidget(CommandRegistry::buttonFor(redo_, "flat", bar_));
  row->addWidget(CommandRegistry::buttonFor(discard_, "", bar_));
  row->addWidget(CommandRegistry::buttonFor(apply_, "primary", bar_));
  static_cast<Card*>(bar_)->body()->addLayout(row);
  bar_->hide();
  return bar_;
}

void TrafficPage::setOnline(bool online, const QString& why) {
  Page::setOnline(online, why);
  showStaged();
}

void TrafficPage::showStaged() {
  const QList<StagedChange> changes = staged_.changes();
  const bool any = !changes.isEmpty();
  const QString busy = tr("The changes are being applied");
  const QString problem = whyNotApply();
  allow(apply_, any && !staged_.applying() && problem.isEmpty(),
        staged_.applying()   ? busy
        : !problem.isEmpty() ? problem
                             : tr("Nothing is staged"));
  allow(discard_, any && !staged_.applying(), staged_.applying() ? busy : tr("Nothing is staged"));
  allow(undo_, staged_.canUndo(), tr("There is nothing to take back"));
  allow(redo_, staged_.canRedo(), tr("Nothing was taken back"));
  if (!bar_) return;
  bar_->setVisible(any || staged_.applying() || staged_.undoesApplied());
  count_->setText(any                  ? tr("%n staged change(s)", nullptr, static_cast<int>(changes.size()))
                  : staged_.applying() ? tr("Applying")
                                       : tr("Nothing is staged"));
  QStringList parts;
  for (const StagedChange& c : changes) {
    QString text = c.title;
    if (c.affected && *c.affected == 0 && c.joined > 0) {
      //: appended to "Split of x": the share of the keys that begin to take part
      text += tr(": %1 of the keys join").arg(models::percentText(c.joined / 10'000.0));
    } else if (c.affected) {
      //: appended to "Split of x": the share of the keys that move
      text += tr(": %1 of the keys move").arg(models::percentText(*c.affected / 10'000.0));
    }
    if (c.outdated) text += tr(" (changed by somebody else meanwhile)");
    parts.append(text);
  }
  if (!any && staged_.undoesApplied()) parts.append(tr("Undo stages the way back from what was applied."));
  what_->setText(parts.join(QLatin1String("; ")));
  what_->setToolTip(what_->text());
}

void TrafficPage::askApply() {
  auto* sheet = new StagedSheet(staged_, this);
  connect(sheet, &QDialog::accepted, this, [this] { staged_.apply(); });
  sheet->open();
}

}  // namespace aerie::pages
