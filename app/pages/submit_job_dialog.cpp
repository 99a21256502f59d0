#include "app/pages/submit_job_dialog.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/models/text.h"
#include "app/models/training_words.h"
#include "app/pages/dialog_parts.h"
#include "app/presenters/submission_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/drop_zone.h"
#include "app/widgets/icons.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"
#include "app/widgets/yaml_editor.h"

namespace aerie::pages {

using namespace widgets;
using presenters::SubmissionPresenter;

namespace {

constexpr QSize kSize{1'000, 640};
constexpr int kPlanWidth = 340;
constexpr int kUploadSteps = 1'000;

QPushButton* newButton(const QString& id, const QString& text, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setObjectName(id);
  button->setAccessibleName(text);
  button->setAutoDefault(false);
  return button;
}

QLabel* newText(const QString& id, const char* kind, QWidget* parent) {
  QLabel* label = newLabel({}, kind, parent);
  label->setObjectName(id);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

SubmitJobDialog::SubmitJobDialog(SubmissionPresenter& presenter, QWidget* parent)
    : QDialog(parent), presenter_(presenter) {
  auto* column = newDialogColumn(
      this, QStringLiteral("submitJobDialog"), tr("Submit a training job"),
      tr("A cluster of its own is made for it and goes away when the work is done. Nothing is started before "
         "you submit."));
  resize(kSize);
  messages_ = new MessageBar(this);
  column->addWidget(messages_);
  auto* panes = new QSplitter(Qt::Horizontal, this);
  panes->setHandleWidth(kGapM);
  panes->setChildrenCollapsible(false);
  panes->addWidget(buildEditor());
  panes->addWidget(buildPlan());
  panes->setStretchFactor(0, 1);
  panes->setSizes({kSize.width() - kPlanWidth, kPlanWidth});
  column->addWidget(panes, 1);
  column->addWidget(buildFolder());
  column->addWidget(buildUpload());
  problem_ = newProblemLabel(QStringLiteral("submit.problem"), this);
  column->addWidget(problem_);
  const DialogButtons buttons = addDialogButtons(this, column, tr("Submit"));
  verb_ = buttons.verb;
  verb_->setAutoDefault(false);
  verb_->setDefault(false);  // Return belongs to the editor
  auto* open = newButton(QStringLiteral("submit.open"), tr("Choose File..."), this);
  open->setToolTip(tr("Open a job file; it may also be dropped here"));
  buttons.row->insertWidget(0, open);
  connect(open, &QPushButton::clicked, this, &SubmitJobDialog::chooseFile);
  connect(verb_, &QPushButton::clicked, &presenter_, &SubmissionPresenter::submit);
  connect(editor_, &QPlainTextEdit::textChanged, this, [this] {
    if (!loading_) presenter_.setText(editor_->toPlainText());
  });
  connect(folder_, &QLineEdit::textChanged, this, [this](const QString& text) {
    if (!loading_) presenter_.setFolder(text.trimmed());
  });
  connect(&presenter_, &SubmissionPresenter::opened, this, &SubmitJobDialog::load);
  connect(&presenter_, &SubmissionPresenter::changed, this, &SubmitJobDialog::refresh);
  connect(&presenter_, &SubmissionPresenter::failed, this,
          [this](const QString& headline, const QString& detail) {
            messages_->showMessage(models::Tone::Danger, headline, detail);
          });
  connect(&presenter_, &SubmissionPresenter::submitted, this, [this] { QDialog::accept(); });
  auto* drop = new DropZone(this, tr("Drop to open"));
  connect(drop, &DropZone::dropped, this,
          [this](const QStringList& paths) { presenter_.openFile(paths.front()); });
  load();
}

QWidget* SubmitJobDialog::buildEditor() {
  auto* card = new Card({}, this);
  card->setFlush();
  name_ = new ElidedLabel({}, "strong", card);
  name_->setObjectName(QStringLiteral("submit.name"));
  name_->setContentsMargins(kGapM, kGapS, kGapM, kGap);
  card->body()->addWidget(name_);
  editor_ = new YamlEditor(QStringLiteral("submit.editor"), tr("Job file"), card);
  editor_->setProperty("kind", QStringLiteral("flush"));
  card->body()->addWidget(editor_, 1);
  return card;
}

QWidget* SubmitJobDialog::buildPlan() {
  auto* card = new Card(tr("Plan"), this);
  state_ = new StatusChip(card);
  state_->setObjectName(QStringLiteral("submit.state"));
  card->tools()->addWidget(state_);
  auto* scroll = new QScrollArea(card);
  scroll->setObjectName(QStringLiteral("submit.plan"));
  scroll->setAccessibleName(tr("Plan"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inside = new QWidget(scroll);
  inside->setObjectName(QStringLiteral("scrollBody"));
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, 0, kGapS, 0);
  column->setSpacing(kGapS);
  planNote_ = newText(QStringLiteral("submit.planNote"), "muted", inside);
  column->addWidget(planNote_);
  lines_ = new QWidget(inside);
  grid_ = new QGridLayout(lines_);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(kGapM);
  grid_->setVerticalSpacing(kGap);
  grid_->setColumnStretch(1, 1);
  column->addWidget(lines_);
  pending_ = newText(QStringLiteral("submit.pending"), "", inside);
  commands_ = newText(QStringLiteral("submit.commands"), "caption", inside);
  commands_->setFont(fontOf(Type::Mono));
  column->addWidget(pending_);
  column->addWidget(commands_);
  column->addStretch(1);
  scroll->setWidget(inside);
  card->body()->addWidget(scroll, 1);
  return card;
}

QWidget* SubmitJobDialog::buildFolder() {
  auto* both = new QWidget(this);
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapS);
  QLabel* label = newLabel(tr("Folder of its files"), "muted", both);
  folder_ = new QLineEdit(both);
  folder_->setObjectName(QStringLiteral("submit.folder"));
  folder_->setAccessibleName(tr("Folder of its files"));
  folder_->setPlaceholderText(
      tr("needed only when the job names lists, requirements or a working directory"));
  folder_->setToolTip(tr("Lists, requirements and the working directory are looked for here"));
  label->setBuddy(folder_);
  auto* choose = newButton(QStringLiteral("submit.folder.choose"), tr("Choose..."), both);
  choose->setAccessibleName(tr("Choose the folder of its files"));
  row->addWidget(label);
  row->addWidget(folder_, 1);
  row->addWidget(choose);
  connect(choose, &QPushButton::clicked, this, &SubmitJobDialog::chooseFolder);
  return both;
}

QWidget* SubmitJobDialog::buildUpload() {
  upload_ = new QWidget(this);
  upload_->setObjectName(QStringLiteral("submit.upload"));
  auto* row = new QHBoxLayout(upload_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapS);
  uploadText_ = newLabel({}, "muted", upload_);
  uploadText_->setObjectName(QStringLiteral("submit.upload.text"));
  uploadBar_ = new QProgressBar(upload_);
  uploadBar_->setObjectName(QStringLiteral("submit.upload.bar"));
  uploadBar_->setAccessibleName(tr("Upload"));
  uploadBar_->setTextVisible(false);
  auto* cancel = newButton(QStringLiteral("submit.upload.cancel"), tr("Cancel upload"), upload_);
  cancel->setToolTip(tr("Stop sending; nothing is submitted"));
  connect(cancel, &QPushButton::clicked, &presenter_, &SubmissionPresenter::cancelUpload);
  row->addWidget(uploadText_);
  row->addWidget(uploadBar_, 1);
  row->addWidget(cancel);
  return upload_;
}

void SubmitJobDialog::setOnline(bool online, const QString& why) {
  online_ = online;
  whyOffline_ = why;
  refresh();
}

void SubmitJobDialog::load() {
  loading_ = true;
  loaded_ = presenter_.text();
  editor_->load(loaded_);
  folder_->setText(presenter_.folder());
  loading_ = false;
  messages_->hide();
  refresh();
}

void SubmitJobDialog::refresh() {
  name_->setText(presenter_.copyOf().isEmpty()
                     ? presenter_.name()
                     : tr("%1, a copy of job %2").arg(presenter_.name(), presenter_.copyOf()));
  editor_->setReadOnly(presenter_.loading() || presenter_.upload());
  folder_->setReadOnly(presenter_.upload().has_value());
  QList<EditorProblem> problems;
  for (const bundles::JobProblem& p : presenter_.problems()) problems.append({p.line, p.message});
  editor_->setProblems(problems);
  QString first;
  if (!problems.isEmpty()) {
    first = problems.front().line > 0
                ? tr("Line %1: %2").arg(problems.front().line).arg(problems.front().message)
                : problems.front().message;
  }
  setProblem(problem_, first);
  setProperty("busy", presenter_.loading() || presenter_.checking());  // pictures wait for the answer
  if (presenter_.loading()) {
    state_->setState(models::Tone::Info, tr("Reading"));
  } else if (presenter_.checking()) {
    state_->setState(models::Tone::Info, tr("Checking"));
  } else if (!problems.isEmpty()) {
    state_->setState(models::Tone::Danger, tr("Problem"));
  } else if (!presenter_.plan()) {
    state_->setState(models::Tone::Warning, tr("No plan"));
  } else if (!presenter_.plan()->warnings.isEmpty()) {
    state_->setState(models::Tone::Warning, tr("Look first"));
  } else {
    state_->setState(models::Tone::Ok, tr("Ready"));
  }
  refreshPlan();
  refreshUpload();
  const QString why = online_ ? presenter_.whyNotSubmit() : whyOffline_;
  verb_->setEnabled(why.isEmpty());
  verb_->setToolTip(why.isEmpty() ? tr("Make its cluster and start") : why);
}

void SubmitJobDialog::refreshPlan() {
  const auto& plan = presenter_.plan();
  planNote_->setText(!presenter_.planProblem().isEmpty() ? presenter_.planProblem()
                     : plan                              ? QString()
                            : tr("What the daemon would do stands here as soon as the file has no problem."));
  planNote_->setVisible(!planNote_->text().isEmpty());
  while (QLayoutItem* item = grid_->takeAt(0)) {
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
  int row = 0;
  for (const SubmissionPresenter::PlanLine& line : presenter_.planLines()) {
    grid_->addWidget(newLabel(line.what, "muted", lines_), row, 0, Qt::AlignTop);
    QLabel* value = newLabel(line.value, "strong", lines_);
    value->setObjectName(QStringLiteral("submit.plan.%1").arg(row));
    value->setWordWrap(true);
    grid_->addWidget(value, row++, 1);
    if (line.note.isEmpty()) continue;
    QLabel* note = newLabel(line.note, "caption", lines_);
    note->setWordWrap(true);
    grid_->addWidget(note, row++, 1);
  }
  lines_->setVisible(row > 0);
  QStringList waits;
  const QString bullet = QStringLiteral("\u2022 ");
  if (plan) {
    for (const QString& warning : plan->warnings) waits.append(bullet + warning);
    for (const rpc::PendingCount& p : plan->pending) {
      if (p.tasks == 0) continue;
      const QString sentence = models::pendingText(p);
      waits.append(bullet +
                   (p.text.isEmpty() ? sentence : tr("%1 (%2)", "sentence, detail").arg(sentence, p.text)));
    }
  }
  pending_->setText(waits.join(QLatin1Char('\n')));
  pending_->setVisible(!waits.isEmpty());
  commands_->setText(plan ? plan->firstCommands.join(QLatin1Char('\n')) : QString());
  commands_->setVisible(!commands_->text().isEmpty());
}

void SubmitJobDialog::refreshUpload() {
  const auto& upload = presenter_.upload();
  upload_->setVisible(upload.has_value());
  if (!upload) return;
  const auto size = [](qint64 bytes) { return models::sizeText(static_cast<quint64>(bytes)); };
  uploadText_->setText(
      upload->packing
          ? tr("The working directory is being packed")
          : tr("%1 of %2 of the working directory were sent").arg(size(upload->done), size(upload->total)));
  uploadBar_->setRange(0, upload->packing ? 0 : kUploadSteps);
  if (!upload->packing && upload->total > 0)
    uploadBar_->setValue(static_cast<int>(upload->done * kUploadSteps / upload->total));
}

void SubmitJobDialog::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Open a job file"), presenter_.folder(),
                                 tr("Job files (*.yaml *.yml);;All files (*)"));
  dialog->setObjectName(QStringLiteral("jobFileDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, &presenter_, &SubmissionPresenter::openFile);
  dialog->open();
}

void SubmitJobDialog::chooseFolder() {
  auto* dialog = new QFileDialog(this, tr("Folder of the job's files"), presenter_.folder());
  dialog->setObjectName(QStringLiteral("jobFolderDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, folder_, &QLineEdit::setText);
  dialog->open();
}

void SubmitJobDialog::reject() {
  const auto close = [this] {
    if (presenter_.upload()) presenter_.cancelUpload();
    QDialog::reject();
  };
  if (editor_->toPlainText() == loaded_) return close();
  ConfirmSheet::ask(this,
                    {tr("Close without submitting?"),
                     tr("Your edits of the job file are kept nowhere else."),
                     {presenter_.name()},
                     tr("Close without edits")},
                    close);
}

}  // namespace aerie::pages
