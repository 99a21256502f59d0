// The table of every page: search, sort, columns by the header's menu, remembered state, four empty states,
// selection kept over updates. The model offers the roles of id_table_model.h. GUI thread.
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;

namespace aerie::widgets {

class EmptyState;

// Finds the text in any column; sorts by the raw values.
class AnyColumnFilter final : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setText(const QString& text);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  QStringList words_;  // all must be found
};

class FilterTable final : public QWidget {
  Q_OBJECT
 public:
  struct Texts {
    QString name;           // "Versions", for readers and as the settings' key together with `id`
    QString searchHint;     // "Search versions"
    QString emptyHeadline;  // "No version yet"
    QString emptySentence;
    QString emptyAction;  // button of the truly empty state; may be empty
  };
  // `id` names the settings. The state is loaded at once and saved when it changes.
  FilterTable(const QString& id, Texts texts, QAbstractItemModel* model, QWidget* parent = nullptr);

  QTableView* view() const { return view_; }
  QLineEdit* search() const { return search_; }
  EmptyState* emptyState() const { return empty_; }
  // Without the search row, for small tables.
  void setSearchVisible(bool visible);
  // A further filter, of its owner, at the left of the search field.
  void addBeforeSearch(QWidget* widget);
  // True until data came: then an empty model means "loading", not "nothing there".
  void setLoading(bool loading);

  QString currentKey() const;
  void setCurrentKey(const QString& key);
  // Ctrl+F of the page.
  void focusSearch();
  void sortBy(int column, Qt::SortOrder order);
  // The column that names the row; the first unless this is called.
  void setStrongColumn(int column);

 Q_SIGNALS:
  void currentKeyChanged(const QString& key);
  void activated(const QString& key);
  void emptyActionClicked();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void updateState();
  // Until somebody chose columns: those that fit are shown, in their order, and the others are in the
  // header's menu.
  void fitColumns();
  void headerMenu(const QPoint& at);
  void saveState();
  void loadState();

  const QString id_;
  const Texts texts_;
  AnyColumnFilter* proxy_;
  QLineEdit* search_;
  QLabel* count_;
  QWidget* top_;
  QTableView* view_;
  EmptyState* empty_;
  QStackedLayout* stack_;
  bool loading_ = true;
  bool custom_ = false;  // columns were chosen by hand
};

}  // namespace aerie::widgets
