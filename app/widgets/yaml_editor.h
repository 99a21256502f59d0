// Text of a YAML file with line numbers; problems are marked in the margin, under their line, and behind it
// in words. F8 goes to the next one. Tab leaves the editor, as in every form. GUI thread.
#pragma once

#include <QList>
#include <QPlainTextEdit>
#include <QString>

class QSyntaxHighlighter;

namespace aerie::widgets {

struct EditorProblem {
  int line = 0;  // from 1; 0 = the file as a whole, shown at its first line
  QString message;
  bool operator==(const EditorProblem&) const = default;
};

class YamlEditor final : public QPlainTextEdit {
  Q_OBJECT
 public:
  // `name` is what a reader says: "Feature locations".
  YamlEditor(const QString& id, const QString& name, QWidget* parent = nullptr);
  // Replaces the text and forgets the undo history; the same text changes nothing.
  void load(const QString& text);
  void setProblems(const QList<EditorProblem>& problems);
  const QList<EditorProblem>& problems() const { return problems_; }
  int currentLine() const;  // from 1
  void goToLine(int line);
  // The one after the cursor, round again from the first; false when there is none.
  bool goToNextProblem();
  int marginWidth() const;
  // For the margin: what its tool tip says at this height of the viewport; empty where nothing is wrong.
  QString problemAt(int y) const;
  void paintMargin(QPaintEvent* event);

 Q_SIGNALS:
  void lineChanged(int line);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  const EditorProblem* problemOfLine(int line) const;
  void markLines();
  void placeMargin();

  QWidget* margin_;
  QSyntaxHighlighter* highlighter_;
  QList<EditorProblem> problems_;
};

}  // namespace aerie::widgets
