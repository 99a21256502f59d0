#include "app/widgets/yaml_editor.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QToolTip>
#include <algorithm>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr int kIcon = 14;
constexpr int kMinDigits = 2;
constexpr int kMinMessage = 120;  // behind a line there must be so much room for its message

// Keys, texts, numbers and comments; colours are asked for when a line is drawn anew.
class YamlColors final : public QSyntaxHighlighter {
 public:
  using QSyntaxHighlighter::QSyntaxHighlighter;

 protected:
  void highlightBlock(const QString& text) override {
    static const QRegularExpression number(QStringLiteral("(?<![\\w.])-?\\d[\\d.eE+-]*(?![\\w.])"));
    static const QRegularExpression key(QStringLiteral("[A-Za-z_][\\w-]*(?=\\s*:(\\s|$))"));
    static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'"));
    static const QRegularExpression comment(QStringLiteral("(^|\\s)#.*$"));
    paint(text, number, seriesColor(6));
    paint(text, key, colorOf(Role::Accent));
    paint(text, quoted, colorOf(Role::Ok));
    paint(text, comment, colorOf(Role::Muted));
  }

 private:
  void paint(const QString& text, const QRegularExpression& what, const QColor& color) {
    for (auto it = what.globalMatch(text); it.hasNext();) {
      const auto found = it.next();
      setFormat(static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength()), color);
    }
  }
};

class Margin final : public QWidget {
 public:
  explicit Margin(YamlEditor* editor) : QWidget(editor), editor_(editor) {}
  QSize sizeHint() const override { return {editor_->marginWidth(), 0}; }

 protected:
  void paintEvent(QPaintEvent* event) override { editor_->paintMargin(event); }
  bool event(QEvent* event) override {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString problem = editor_->problemAt(help->pos().y());
    if (problem.isEmpty()) {
      QToolTip::hideText();
    } else {
      QToolTip::showText(help->globalPos(), problem, this);
    }
    return true;
  }

 private:
  YamlEditor* editor_;
};

}  // namespace

YamlEditor::YamlEditor(const QString& id, const QString& name, QWidget* parent)
    : QPlainTextEdit(parent), margin_(new Margin(this)), highlighter_(new YamlColors(document())) {
  setObjectName(id);
  setAccessibleName(name);
  setFont(fontOf(Type::Mono));
  setLineWrapMode(QPlainTextEdit::NoWrap);
  setTabChangesFocus(true);
  connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEditor::placeMargin);
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int dy) {
    if (dy != 0) {
      margin_->scroll(0, dy);
    } else {
      margin_->update(0, area.y(), margin_->width(), area.height());
    }
  });
  connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
    markLines();
    Q_EMIT lineChanged(currentLine());
  });
  placeMargin();
  markLines();
}

void YamlEditor::load(const QString& text) {
  if (text != toPlainText()) setPlainText(text);
}

void YamlEditor::setProblems(const QList<EditorProblem>& problems) {
  if (problems == problems_) return;
  problems_ = problems;
  QStringList words;
  for (const EditorProblem& p : problems_)
    words.append(p.line > 0 ? tr("Line %1: %2").arg(p.line).arg(p.message) : p.message);
  setAccessibleDescription(words.isEmpty() ? tr("No problem") : words.join(QLatin1Char('\n')));
  markLines();
  margin_->update();
  viewport()->update();
}

const EditorProblem* YamlEditor::problemOfLine(int line) const {
  for (const EditorProblem& p : problems_) {
    // A problem behind the end of the text (something is not closed) is shown at the last line.
    if (std::clamp(p.line, 1, std::max(1, blockCount())) == line) return &p;
  }
  return nullptr;
}

int YamlEditor::currentLine() const { return textCursor().blockNumber() + 1; }

void YamlEditor::goToLine(int line) {
  const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
  setTextCursor(QTextCursor(block));
  centerCursor();
}

bool YamlEditor::goToNextProblem() {
  if (problems_.isEmpty()) return false;
  int first = 0;
  int next = 0;
  for (const EditorProblem& p : problems_) {
    const int line = std::max(1, p.line);
    if (first == 0 || line < first) first = line;
    if (line > currentLine() && (next == 0 || line < next)) next = line;
  }
  goToLine(next > 0 ? next : first);
  setFocus(Qt::OtherFocusReason);
  return true;
}

void YamlEditor::markLines() {
  QList<QTextEdit::ExtraSelection> marks;
  QTextEdit::ExtraSelection current;
  current.format.setBackground(tint(colorOf(Role::Muted), isDark() ? 0.12 : 0.07));
  current.format.setProperty(QTextFormat::FullWidthSelection, true);
  current.cursor = textCursor();
  current.cursor.clearSelection();
  marks.append(current);
  for (int line = 1; line <= blockCount() && !problems_.isEmpty(); ++line) {
    if (!problemOfLine(line)) continue;
    QTextEdit::ExtraSelection wrong;
    wrong.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.format.setUnderlineColor(colorOf(Role::Danger));
    wrong.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
    wrong.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    marks.append(wrong);
  }
  setExtraSelections(marks);
}

int YamlEditor::marginWidth() const {
  const int digits = std::max(kMinDigits, static_cast<int>(QString::number(blockCount()).size()));
  return kIcon + kGap + fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + kGapS + kGap;
}

void YamlEditor::placeMargin() {
  setViewportMargins(marginWidth(), 0, 0, 0);
  const QRect inner = contentsRect();
  margin_->setGeometry(inner.left(), inner.top(), marginWidth(), inner.height());
}

void YamlEditor::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  placeMargin();
}

QString YamlEditor::problemAt(int y) const {
  const EditorProblem* p = problemOfLine(cursorForPosition({0, y}).blockNumber() + 1);
  return p ? p->message : QString();
}

void YamlEditor::paintMargin(QPaintEvent* event) {
  QPainter painter(margin_);
  painter.fillRect(event->rect(), colorOf(Role::Background));
  painter.setFont(font());
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    if (area.top() > event->rect().bottom()) break;
    if (area.bottom() < event->rect().top()) continue;
    const int line = block.blockNumber() + 1;
    const bool wrong = problemOfLine(line) != nullptr;
    if (wrong) {
      paintIcon(painter, QRectF(2, area.center().y() - kIcon / 2.0, kIcon, kIcon), QStringLiteral("danger"),
                colorOf(Role::Danger));
    }
    painter.setPen(wrong                   ? colorOf(Role::Danger)
                   : line == currentLine() ? colorOf(Role::Text)
                                           : colorOf(Role::Muted));
    painter.drawText(QRectF(0, area.top(), margin_->width() - kGapS, area.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
  }
}

void YamlEditor::paintEvent(QPaintEvent* event) {
  QPlainTextEdit::paintEvent(event);
  if (problems_.isEmpty()) return;
  QPainter painter(viewport());
  painter.setFont(fontOf(Type::Caption));
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    if (area.top() > viewport()->height()) break;
    const EditorProblem* p = problemOfLine(block.blockNumber() + 1);
    if (!p) continue;
    const int begin = fontMetrics().horizontalAdvance(block.text()) + static_cast<int>(area.left()) + kGapXl;
    const int room = viewport()->width() - begin - kGapS;
    if (room < kMinMessage) continue;  // the margin and the list of problems say it, too
    painter.setPen(colorOf(Role::Danger));
    painter.drawText(QRectF(begin, area.top(), room, area.height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(p->message, Qt::ElideRight, room));
  }
}

void YamlEditor::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_F8) {
    goToNextProblem();
    return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

void YamlEditor::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange) return;
  if (!highlighter_) return;  // still being made
  highlighter_->rehighlight();
  markLines();
}

}  // namespace aerie::widgets
