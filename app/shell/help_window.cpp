#include "app/shell/help_window.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextTable>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

static void initGuideResources() { Q_INIT_RESOURCE(guide); }

namespace aerie::shell {

using namespace widgets;

namespace {

constexpr QSize kSize{1120, 760};
constexpr int kContentsWidth = 230;
constexpr int kTextMargin = 24;
constexpr int kMaxImage = 660;

QString pathOf(const QString& file) { return QLatin1String(":/guide/") + file; }

QString readText(const QString& file) {
  QFile f(pathOf(file));
  return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
}

QString titleOf(const QString& markdown, const QString& file) {
  const QString first = markdown.section(QLatin1Char('\n'), 0, 0);
  return first.startsWith(QLatin1String("# ")) ? first.mid(2) : file;
}

// As hosting sites make anchors: lower case, words joined by hyphens.
QString slugOf(const QString& heading) {
  QString out;
  for (const QChar& c : heading.toLower()) {
    if (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-')) out += c;
    if (c.isSpace()) out += QLatin1Char('-');
  }
  return out;
}

}  // namespace

QString helpFileOf(const QString& pageId) {
  initGuideResources();
  if (const QString own = pageId + QLatin1String(".md"); QFile::exists(pathOf(own))) return own;
  static const QHash<QString, QString> chapters{
      {QStringLiteral("overview"), QStringLiteral("desktop.md")},
      {QStringLiteral("registry"), QStringLiteral("registry.md")},
      {QStringLiteral("routing"), QStringLiteral("routing-and-experiments.md")},
      {QStringLiteral("experiments"), QStringLiteral("routing-and-experiments.md")},
      {QStringLiteral("monitoring"), QStringLiteral("operations.md")},
      {QStringLiteral("simulator"), QStringLiteral("simulation.md")},
      {QStringLiteral("hosts"), QStringLiteral("operations.md")},
      {QStringLiteral("audit"), QStringLiteral("security.md")},
      {QStringLiteral("settings"), QStringLiteral("desktop.md")}};
  return chapters.value(pageId, QStringLiteral("index.md"));
}

QStringList helpFiles() {
  initGuideResources();
  QStringList out{QStringLiteral("index.md")};
  static const QRegularExpression link(QStringLiteral("\\]\\(([\\w-]+\\.md)"));
  auto it = link.globalMatch(readText(out.front()));
  while (it.hasNext()) out.append(it.next().captured(1));
  for (const QString& file :
       QDir(QStringLiteral(":/guide")).entryList({QStringLiteral("*.md")}, QDir::Files)) {
    out.append(file);
  }
  out.removeDuplicates();
  return out;
}

// Back and forward load without doSetSource, but all of them tell.
GuideBrowser::GuideBrowser(QWidget* parent) : QTextBrowser(parent) {
  connect(this, &QTextBrowser::sourceChanged, this, &GuideBrowser::polish);
}

void GuideBrowser::doSetSource(const QUrl& url, QTextDocument::ResourceType) {
  if (!url.scheme().isEmpty() && url.scheme() != QLatin1String("qrc")) {
    QDesktopServices::openUrl(url);
    return;
  }
  QTextBrowser::doSetSource(url, QTextDocument::MarkdownResource);
  if (url.hasFragment()) showHeading(url.fragment());
}

QVariant GuideBrowser::loadResource(int type, const QUrl& url) {
  if (type == QTextDocument::ImageResource) {
    QImage image(QLatin1Char(':') + source().resolved(url).path());
    if (image.width() > kMaxImage) {
      const qreal scale = devicePixelRatioF();
      image = image.scaledToWidth(static_cast<int>(kMaxImage * scale), Qt::SmoothTransformation);
      image.setDevicePixelRatio(scale);
    }
    return image;
  }
  return QTextBrowser::loadResource(type, url);
}

// Qt's Markdown has no style sheet: margins, fonts and table lines are set on the finished document.
// The parser's size steps are relative and would win over a size in pixels, so each piece loses its own.
static void setBlockFont(const QTextBlock& block, const QFont& font) {
  struct Piece {
    int from;
    int to;
    QTextCharFormat format;
  };
  std::vector<Piece> pieces;
  for (auto it = block.begin(); !it.atEnd(); ++it) {
    const QTextFragment fragment = it.fragment();
    QTextCharFormat format = fragment.charFormat();
    format.clearProperty(QTextFormat::FontSizeAdjustment);
    format.setFont(font, QTextCharFormat::FontPropertiesSpecifiedOnly);
    pieces.push_back({fragment.position(), fragment.position() + fragment.length(), format});
  }
  QTextCursor at(block);
  for (const Piece& piece : pieces) {
    at.setPosition(piece.from);
    at.setPosition(piece.to, QTextCursor::KeepAnchor);
    at.setCharFormat(piece.format);
  }
}

static bool isCode(const QTextBlock& block) {
  const QTextBlockFormat format = block.blockFormat();
  return format.hasProperty(QTextFormat::BlockCodeFence) || format.nonBreakableLines();
}

static bool holdsImage(const QTextBlock& block) {
  return block.text().contains(QChar::ObjectReplacementCharacter);
}

static void polishBlock(const QTextBlock& block) {
  QTextBlockFormat format = block.blockFormat();
  const int level = format.headingLevel();
  if (level > 0) {
    format.setTopMargin(level == 1 ? 0 : kGapXl);
    format.setBottomMargin(kGapS);
    setBlockFont(block, fontOf(level == 1 ? Type::Title : Type::Section));
  } else if (isCode(block)) {
    format.setBackground(colorOf(Role::Background));
    if (!isCode(block.next())) format.setBottomMargin(kGapS);
    setBlockFont(block, fontOf(Type::Mono));
  }
  if (holdsImage(block)) {  // its line is as high as the picture
    format.setTopMargin(kGapS);
    format.setBottomMargin(kGapS);
  } else {
    format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
  }
  QTextCursor(block).setBlockFormat(format);
}

static void polishTable(QTextTable* table) {
  QTextTableFormat format = table->format();
  format.setBorder(0);
  format.setBorderCollapse(true);
  format.setCellPadding(kGap + 1);
  format.setTopMargin(kGapS);
  format.setBottomMargin(kGapS);
  table->setFormat(format);
  for (int row = 0; row < table->rows(); ++row) {
    for (int column = 0; column < table->columns(); ++column) {
      QTextTableCell cell = table->cellAt(row, column);
      QTextTableCellFormat line = cell.format().toTableCellFormat();
      line.setBottomBorder(1);
      line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
      line.setBottomBorderBrush(colorOf(Role::Border));
      cell.setFormat(line);
    }
  }
}

void GuideBrowser::polish() {
  document()->setDocumentMargin(kTextMargin);
  QTextCursor cursor(document());
  cursor.beginEditBlock();
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) polishBlock(block);
  for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
    if (auto* table = qobject_cast<QTextTable*>(frame)) polishTable(table);
  }
  cursor.endEditBlock();
  verticalScrollBar()->setValue(0);
}

void GuideBrowser::showHeading(const QString& slug) {
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    if (block.blockFormat().headingLevel() == 0 || slugOf(block.text()) != slug) continue;
    QTextCursor at(block);
    moveCursor(QTextCursor::End);  // so that the heading comes to the top
    setTextCursor(at);
    ensureCursorVisible();
    return;
  }
}

HelpWindow::HelpWindow(QWidget* parent) : QWidget(parent, Qt::Window) {
  initGuideResources();
  setObjectName(QStringLiteral("helpWindow"));
  setWindowTitle(tr("Aerie guide"));
  resize(kSize);
  for (const QString& file : helpFiles()) texts_.insert(file, readText(file));
  // Made in the order that is read: Tab goes that way.
  auto* tools = new QHBoxLayout();
  tools->setSpacing(kGap);
  auto* left = new QVBoxLayout();
  left->setSpacing(kGapS);
  auto* leftBox = new QWidget(this);
  leftBox->setFixedWidth(kContentsWidth);
  leftBox->setLayout(left);
  left->setContentsMargins(kGapM, kGapM, kGapM, kGapM);
  left->addLayout(tools);
  const auto tool = [this, tools](const char* icon, const QString& what) {
    auto* button = new QToolButton(this);
    button->setIcon(iconOf(QLatin1String(icon)));
    button->setAccessibleName(what);
    button->setToolTip(what);
    button->setFixedSize(kControlHeight, kControlHeight);
    tools->addWidget(button);
    return button;
  };
  back_ = tool("left", tr("Back (Alt+Left)"));
  back_->setObjectName(QStringLiteral("help.back"));
  forward_ = tool("right", tr("Forward (Alt+Right)"));
  tools->addStretch(1);
  search_ = new QLineEdit(this);
  search_->setObjectName(QStringLiteral("help.search"));
  search_->setPlaceholderText(tr("Search the guide"));
  search_->setAccessibleName(tr("Search the guide"));
  search_->setClearButtonEnabled(true);
  search_->addAction(iconOf(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
  contents_ = new QListWidget(this);
  contents_->setObjectName(QStringLiteral("help.contents"));
  contents_->setAccessibleName(tr("Chapters"));
  contents_->setProperty("kind", QStringLiteral("nav"));
  left->addWidget(search_);
  left->addWidget(contents_, 1);
  browser_ = new GuideBrowser(this);
  browser_->setObjectName(QStringLiteral("help.text"));
  browser_->setAccessibleName(tr("Chapter"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(leftBox);
  row->addWidget(browser_, 1);
  addTools();
  fill({});
}

void HelpWindow::addTools() {
  const auto key = [this](const QKeySequence& keys, auto&& run) {
    connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
  };
  key(QKeySequence::Back, [this] { browser_->backward(); });
  key(QKeySequence::Forward, [this] { browser_->forward(); });
  key(QKeySequence(Qt::Key_Escape), [this] { close(); });
  key(QKeySequence::Find, [this] { search_->setFocus(); });
  back_->setEnabled(false);
  forward_->setEnabled(false);
  connect(back_, &QToolButton::clicked, browser_, &QTextBrowser::backward);
  connect(forward_, &QToolButton::clicked, browser_, &QTextBrowser::forward);
  connect(browser_, &QTextBrowser::backwardAvailable, back_, &QWidget::setEnabled);
  connect(browser_, &QTextBrowser::forwardAvailable, forward_, &QWidget::setEnabled);
  connect(search_, &QLineEdit::textChanged, this, &HelpWindow::fill);
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    // Within the chapter first, then at the next chapter that has it.
    if (browser_->find(search_->text())) return;
    browser_->moveCursor(QTextCursor::Start);
    if (!browser_->find(search_->text()) && contents_->count() > 0) contents_->setCurrentRow(0);
  });
  connect(contents_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
    if (item && item->data(Qt::UserRole).toString() != file()) open(item->data(Qt::UserRole).toString());
  });
  connect(browser_, &QTextBrowser::sourceChanged, this, [this](const QUrl& url) {
    for (int i = 0; i < contents_->count(); ++i) {
      if (contents_->item(i)->data(Qt::UserRole).toString() == url.fileName()) contents_->setCurrentRow(i);
    }
  });
}

void HelpWindow::fill(const QString& search) {
  const QSignalBlocker quiet(contents_);
  contents_->clear();
  for (const QString& name : helpFiles()) {
    const QString& text = texts_[name];
    const auto hits = search.isEmpty() ? 0 : text.count(search, Qt::CaseInsensitive);
    if (!search.isEmpty() && hits == 0) continue;
    const QString title = titleOf(text, name);
    auto* item = new QListWidgetItem(hits > 0 ? tr("%1 (%2)").arg(title).arg(hits) : title, contents_);
    item->setData(Qt::UserRole, name);
    item->setSizeHint({0, kRowHeight});
    if (name == file()) contents_->setCurrentItem(item);
  }
}

void HelpWindow::open(const QString& name) {
  browser_->setSource(QUrl(QLatin1String("qrc:/guide/") + name), QTextDocument::MarkdownResource);
}

QString HelpWindow::file() const { return browser_->source().fileName(); }

}  // namespace aerie::shell
