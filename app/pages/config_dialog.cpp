#include "app/pages/config_dialog.h"

#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/pages/dialog_parts.h"
#include "app/presenters/config_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/dag_view.h"
#include "app/widgets/icons.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"
#include "app/widgets/yaml_editor.h"

namespace aerie::pages {

using namespace widgets;
using bundles::ConfigFile;
using bundles::ConfigNode;
using bundles::ConfigProblem;
using presenters::ConfigPresenter;

namespace {

constexpr QSize kSize{1160, 700};
constexpr int kProblemsHeight = 84;  // at most
constexpr int kProblemIcon = 16;

DagNode::Kind kindOf(ConfigNode::Kind kind) {
  if (kind == ConfigNode::Kind::Feature) return DagNode::Kind::Source;
  return kind == ConfigNode::Kind::ModelInput ? DagNode::Kind::Sink : DagNode::Kind::Step;
}

QWidget* labelled(const QString& title, QWidget* widget, QWidget* parent) {
  auto* card = new Card(title, parent);
  card->setFlush();
  card->body()->addWidget(widget);
  return card;
}

}  // namespace

ConfigDialog::ConfigDialog(ConfigPresenter& presenter, QWidget* parent)
    : QDialog(parent), presenter_(presenter) {
  auto* column = newDialogColumn(this, QStringLiteral("configDialog"),
                                 tr("Configs of %1").arg(presenter.original().id()),
                                 tr("A version never changes. What you edit here is checked as you type, and "
                                    "becomes files or a new bundle "
                                    "with a new signature."));
  resize(kSize);
  messages_ = new MessageBar(this);
  column->addWidget(messages_);
  column->addWidget(newPanes(), 1);
  newFooter(column);

  connect(features_, &QPlainTextEdit::textChanged, this, &ConfigDialog::textsChanged);
  connect(steps_, &QPlainTextEdit::textChanged, this, &ConfigDialog::textsChanged);
  connect(features_, &YamlEditor::lineChanged, this, [this](int line) { lineChosen(true, line); });
  connect(steps_, &YamlEditor::lineChanged, this, [this](int line) { lineChosen(false, line); });
  connect(graph_, &DagView::selectionChanged, this, &ConfigDialog::showNode);
  connect(graph_, &DagView::activated, this, [this](const QString& id) {
    showNode(id);
    (id.startsWith(QLatin1String("feature:")) ? features_ : steps_)->setFocus(Qt::OtherFocusReason);
  });
  connect(problems_, &QListWidget::itemActivated, this, [this] { showProblem(problems_->currentRow()); });
  connect(problems_, &QListWidget::itemClicked, this, [this] { showProblem(problems_->currentRow()); });
  connect(&presenter_, &ConfigPresenter::opened, this, &ConfigDialog::load);
  connect(&presenter_, &ConfigPresenter::checked, this, &ConfigDialog::refresh);
  connect(&presenter_, &ConfigPresenter::failed, this,
          [this](const QString& headline, const QString& detail) {
            messages_->showMessage(models::Tone::Danger, headline, detail);
          });
  connect(&presenter_, &ConfigPresenter::succeeded, this,
          [this](const QString& message) { messages_->showMessage(models::Tone::Ok, message, {}); });
  load();
}

QSplitter* ConfigDialog::newPanes() {
  features_ = new YamlEditor(QStringLiteral("config.features"), tr("Feature locations"), this);
  steps_ = new YamlEditor(QStringLiteral("config.steps"), tr("Preprocessing"), this);
  for (YamlEditor* editor : {features_, steps_}) editor->setProperty("kind", QStringLiteral("flush"));
  graph_ = new DagView(this);
  graph_->setObjectName(QStringLiteral("config.graph"));
  graph_->setAccessibleName(tr("Graph of features, steps and model inputs"));
  graph_->setEmptyText(tr("No step can be read yet"));
  auto* left = new QSplitter(Qt::Vertical, this);
  left->setHandleWidth(kGapS);
  left->setChildrenCollapsible(false);
  left->addWidget(labelled(tr("Feature locations"), features_, left));
  left->addWidget(labelled(tr("Preprocessing"), steps_, left));
  auto* panes = new QSplitter(Qt::Horizontal, this);
  panes->setObjectName(QStringLiteral("config.panes"));
  panes->setHandleWidth(kGapM);
  panes->setChildrenCollapsible(false);
  panes->addWidget(left);
  panes->addWidget(labelled(tr("Graph"), graph_, panes));
  panes->setStretchFactor(0, 1);
  panes->setStretchFactor(1, 1);
  panes->setSizes({kSize.width() / 2, kSize.width() / 2});
  return panes;
}

void ConfigDialog::newFooter(QVBoxLayout* column) {
  problems_ = new QListWidget(this);
  problems_->setObjectName(QStringLiteral("config.problems"));
  problems_->setAccessibleName(tr("Problems"));
  problems_->setWordWrap(true);
  problems_->setIconSize(QSize(kProblemIcon, kProblemIcon));
  problems_->setFrameShape(QFrame::NoFrame);
  column->addWidget(problems_);
  const DialogButtons buttons = addDialogButtons(this, column, tr("Build Bundle..."));
  build_ = buttons.verb;
  build_->setAutoDefault(false);
  build_->setDefault(false);  // Return belongs to the editors
  buttons.cancel->setText(tr("Close"));
  buttons.cancel->setAccessibleName(tr("Close"));
  state_ = new StatusChip(this);
  state_->setObjectName(QStringLiteral("config.state"));
  counts_ = newLabel({}, "muted", this);
  discard_ = new QPushButton(tr("Discard Edits"), this);
  discard_->setObjectName(QStringLiteral("config.discard"));
  auto* files = new QPushButton(tr("Export Files..."), this);
  files->setObjectName(QStringLiteral("config.export"));
  files->setToolTip(tr("Write features.yaml and preprocessor.yaml, for aeriectl model pack"));
  for (QPushButton* button : {discard_, files}) {
    button->setAccessibleName(button->text());
    button->setAutoDefault(false);
  }
  buttons.row->insertWidget(0, state_);
  buttons.row->insertWidget(1, counts_);
  buttons.row->insertWidget(3, discard_);
  buttons.row->insertWidget(4, files);
  connect(discard_, &QPushButton::clicked, &presenter_, &ConfigPresenter::discard);
  connect(files, &QPushButton::clicked, this, &ConfigDialog::exportFiles);
  connect(build_, &QPushButton::clicked, this, &ConfigDialog::buildWanted);
}

void ConfigDialog::setOnline(bool online, const QString& why) {
  online_ = online;
  whyOffline_ = why;
  refresh();
}

void ConfigDialog::load() {
  loading_ = true;
  features_->load(presenter_.features());
  steps_->load(presenter_.preprocessor());
  loading_ = false;
  refresh();
}

void ConfigDialog::textsChanged() {
  if (!loading_) presenter_.setTexts(features_->toPlainText(), steps_->toPlainText());
}

void ConfigDialog::refresh() {
  const bundles::ConfigCheck& check = presenter_.check();
  QList<EditorProblem> inFeatures;
  QList<EditorProblem> inSteps;
  QStringList lines;
  for (const ConfigProblem& p : check.problems) {
    (p.file == ConfigFile::Features ? inFeatures : inSteps).append({p.line, p.message});
    const QString file = p.file == ConfigFile::Features ? tr("Feature locations") : tr("Preprocessing");
    lines.append(p.line > 0 ? tr("%1, line %2: %3").arg(file).arg(p.line).arg(p.message)
                            : QStringLiteral("%1: %2").arg(file, p.message));
  }
  features_->setProblems(inFeatures);
  steps_->setProblems(inSteps);
  QList<DagNode> nodes;
  for (const ConfigNode& n : check.graph) {
    DagNode node{n.id, n.title, n.detail, kindOf(n.kind), n.takes, {}};
    for (const ConfigProblem& p : check.problems) {
      if (p.node == n.id) node.problem = p.message;
    }
    nodes.append(node);
  }
  graph_->setNodes(nodes);
  QStringList shown;
  for (int i = 0; i < problems_->count(); ++i) shown.append(problems_->item(i)->text());
  if (shown != lines) {
    problems_->clear();
    for (const QString& line : lines)
      new QListWidgetItem(iconOf(QStringLiteral("danger"), Role::Danger), line, problems_);
  }
  problems_->setVisible(!lines.isEmpty());
  const int room = std::max(problems_->viewport()->width(), kSize.width() / 2) - kProblemIcon - kGapXl;
  int height = kGapS;
  for (const QString& line : lines)
    height +=
        problems_->fontMetrics().boundingRect(0, 0, room, kProblemsHeight, Qt::TextWordWrap, line).height() +
        kGapS;
  problems_->setFixedHeight(std::clamp(height, kCompactRow, kProblemsHeight));
  if (presenter_.checking()) {
    state_->setState(models::Tone::Info, tr("Checking"));
  } else if (!check.good()) {
    state_->setState(models::Tone::Danger,
                     tr("%n problem(s)", nullptr, static_cast<int>(check.problems.size())));
  } else {
    state_->setState(models::Tone::Ok, tr("No problem"));
  }
  counts_->setText(tr("%1, %2, %3")
                       .arg(tr("%n feature(s)", nullptr, check.features),
                            tr("%n step(s)", nullptr, check.steps),
                            tr("%n model input(s)", nullptr, static_cast<int>(check.modelInputs.size()))));
  discard_->setEnabled(presenter_.edited());
  discard_->setToolTip(presenter_.edited() ? tr("Back to what the version has")
                                           : tr("Nothing is edited yet"));
  const QString why = online_ ? presenter_.whyNotBuild() : whyOffline_;
  build_->setEnabled(why.isEmpty());
  build_->setToolTip(why.isEmpty() ? tr("Sign a copy of the bundle with these configs") : why);
}

void ConfigDialog::showNode(const QString& id) {
  for (const ConfigNode& n : presenter_.check().graph) {
    if (n.id != id || n.line == 0) continue;
    YamlEditor* editor = n.kind == ConfigNode::Kind::Feature ? features_ : steps_;
    if (editor->currentLine() != n.line) editor->goToLine(n.line);
  }
}

void ConfigDialog::showProblem(int row) {
  const QList<ConfigProblem>& problems = presenter_.check().problems;
  if (row < 0 || row >= problems.size()) return;
  YamlEditor* editor = problems[row].file == ConfigFile::Features ? features_ : steps_;
  editor->goToLine(problems[row].line);
  editor->setFocus(Qt::OtherFocusReason);
  if (!problems[row].node.isEmpty()) graph_->select(problems[row].node);
}

// The cursor chooses the node of its line, unless the graph moved the cursor.
void ConfigDialog::lineChosen(bool features, int line) {
  if (loading_ || graph_->hasFocus()) return;
  for (const ConfigNode& n : presenter_.check().graph) {
    if (n.line == line && (n.kind == ConfigNode::Kind::Feature) == features) {
      graph_->select(n.id);
      return;
    }
  }
}

void ConfigDialog::exportFiles() {
  auto* dialog = new QFileDialog(this, tr("Export both configs to a folder"));
  dialog->setObjectName(QStringLiteral("exportDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, &presenter_, &ConfigPresenter::exportTo);
  dialog->open();
}

void ConfigDialog::reject() {
  if (!presenter_.edited()) {
    QDialog::reject();
    return;
  }
  ConfirmSheet::ask(this,
                    {tr("Close without your edits?"),
                     tr("They are neither in a file nor in a bundle yet, unless you wrote one."),
                     {presenter_.original().id()},
                     tr("Close without edits")},
                    [this] { QDialog::reject(); });
}

}  // namespace aerie::pages
