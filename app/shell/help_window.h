// The guide (resources/guide, built into the program) in a window of its own: contents, search through all
// chapters, back and forward. Links to other places open in the browser. GUI thread.
#pragma once

#include <QHash>
#include <QTextBrowser>
#include <QWidget>

class QLineEdit;
class QListWidget;
class QToolButton;

namespace aerie::shell {

// The chapter that tells about a page: its own, or the one that covers it.
QString helpFileOf(const QString& pageId);
// All chapters, the first ones in the order of index.md.
QStringList helpFiles();

// Markdown from :/guide with pictures that fit.
class GuideBrowser final : public QTextBrowser {
  Q_OBJECT
 public:
  explicit GuideBrowser(QWidget* parent = nullptr);

 protected:
  void doSetSource(const QUrl& url, QTextDocument::ResourceType type) override;
  QVariant loadResource(int type, const QUrl& url) override;

 private:
  void polish();
  void showHeading(const QString& slug);
};

class HelpWindow final : public QWidget {
  Q_OBJECT
 public:
  explicit HelpWindow(QWidget* parent = nullptr);
  // "deployments.md" or "deployments.md#rollback".
  void open(const QString& file);
  QString file() const;

 private:
  void fill(const QString& search);
  void addTools();

  QListWidget* contents_;
  QLineEdit* search_;
  GuideBrowser* browser_;
  QToolButton* back_;
  QToolButton* forward_;
  QHash<QString, QString> texts_;  // file -> its Markdown, for the search
};

}  // namespace aerie::shell
