// A table whose rows are values with an id and whose columns are descriptors. apply() takes the new list and
// tells views only what changed: rows removed, rows inserted, cells changed; never a reset, so selection and
// scroll position survive. GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace aerie::models {

// What a state means, for colour and icon; the word beside it says the same.
enum class Tone { None, Ok, Warning, Danger, Info, Muted, Accent };

// Beside Qt's own: SortRole = the raw value behind the text, FilterRole = the text to search, ToneRole =
// int(Tone), KeyRole = the row's id as text, MonoRole = true for ids and digests.
enum Role { SortRole = Qt::UserRole + 1, FilterRole, ToneRole, KeyRole, MonoRole };

template <class Row>
struct Column {
  QString id;  // what settings remember
  QString title;
  std::function<QString(const Row&)> text;
  std::function<QVariant(const Row&)> sortKey;  // empty: the text
  std::function<Tone(const Row&)> tone;         // empty: plain text; otherwise the cell is a chip
  std::function<QString(const Row&)> toolTip;   // empty: none
  bool number = false;                          // right-aligned
  bool mono = false;
};

template <class Row>
class IdTableModel final : public QAbstractTableModel {
 public:
  using KeyOf = std::function<QString(const Row&)>;

  IdTableModel(KeyOf keyOf, std::vector<Column<Row>> columns, QObject* parent = nullptr)
      : QAbstractTableModel(parent), keyOf_(std::move(keyOf)), columns_(std::move(columns)) {}

  const std::vector<Row>& rows() const { return rows_; }
  const Row* find(const QString& key) const {
    const auto it = std::lower_bound(keys_.begin(), keys_.end(), key);
    return it != keys_.end() && *it == key ? &rows_[static_cast<std::size_t>(it - keys_.begin())] : nullptr;
  }

  // Rows may come in any order; of rows with the same id the first counts. Ten thousand rows come ten times a
  // second: with the ids of before, and sorted, they cost one pass.
  void apply(std::vector<Row> next) {
    Keys keys;
    keys.reserve(next.size());
    for (const Row& row : next) keys.push_back(keyOf_(row));
    sortByKey(next, keys);
    if (keys != keys_) {
      removeMissing(keys);
      insertNew(next, keys);
    }
    updateChanged(next);
  }

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
  }
  int columnCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
  }
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const Column<Row>& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::UserRole) return column.id;
    if (role == Qt::TextAlignmentRole)
      return int(Qt::AlignVCenter) | int(column.number ? Qt::AlignRight : Qt::AlignLeft);
    return {};
  }
  QVariant data(const QModelIndex& index, int role) const override {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const Column<Row>& column = columns_[static_cast<std::size_t>(index.column())];
    switch (role) {
      case Qt::DisplayRole: return column.text(row);
      case SortRole: return column.sortKey ? column.sortKey(row) : QVariant(column.text(row));
      case FilterRole: return column.text(row);
      case ToneRole: return column.tone ? QVariant(static_cast<int>(column.tone(row))) : QVariant();
      case KeyRole: return keyOf_(row);
      case MonoRole: return column.mono;
      case Qt::ToolTipRole: return column.toolTip ? QVariant(column.toolTip(row)) : QVariant();
      case Qt::AccessibleTextRole: return QString(column.title + QLatin1String(": ") + column.text(row));
      case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) | int(column.number ? Qt::AlignRight : Qt::AlignLeft);
      default: return {};
    }
  }

 private:
  using Keys = std::vector<QString>;

  static void sortByKey(std::vector<Row>& rows, Keys& keys) {
    const auto notAfter = [](const QString& a, const QString& b) { return !(a < b); };
    if (std::adjacent_find(keys.begin(), keys.end(), notAfter) == keys.end()) return;
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<Row> sorted;
    Keys sortedKeys;
    for (const std::size_t i : order) {
      if (!sortedKeys.empty() && sortedKeys.back() == keys[i]) continue;
      sorted.push_back(std::move(rows[i]));
      sortedKeys.push_back(std::move(keys[i]));
    }
    rows = std::move(sorted);
    keys = std::move(sortedKeys);
  }
  void removeMissing(const Keys& next) {
    const auto stays = [&](int row) {
      return std::binary_search(next.begin(), next.end(), keys_[static_cast<std::size_t>(row)]);
    };
    for (auto last = static_cast<int>(rows_.size()) - 1; last >= 0; --last) {
      int first = last + 1;
      while (first > 0 && !stays(first - 1)) --first;
      if (first > last) continue;
      beginRemoveRows({}, first, last);
      rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
      keys_.erase(keys_.begin() + first, keys_.begin() + last + 1);
      endRemoveRows();
      last = first;
    }
  }
  void insertNew(const std::vector<Row>& next, const Keys& keys) {
    for (std::size_t i = 0; i < next.size();) {
      std::size_t end = i;
      while (end < next.size() && (i >= rows_.size() || keys[end] < keys_[i])) ++end;
      if (end > i) {
        const auto at = static_cast<std::ptrdiff_t>(i);
        const auto to = static_cast<std::ptrdiff_t>(end);
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
        rows_.insert(rows_.begin() + at, next.begin() + at, next.begin() + to);
        keys_.insert(keys_.begin() + at, keys.begin() + at, keys.begin() + to);
        endInsertRows();
        i = end;
      } else {
        ++i;
      }
    }
  }
  // Now both lists have the same ids in the same order.
  void updateChanged(std::vector<Row>& next) {
    for (std::size_t i = 0; i < next.size(); ++i) {
      std::size_t end = i;
      for (; end < next.size() && !(rows_[end] == next[end]); ++end) rows_[end] = std::move(next[end]);
      if (end == i) continue;
      Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(end) - 1, columnCount() - 1));
      i = end;
    }
  }

  const KeyOf keyOf_;
  const std::vector<Column<Row>> columns_;
  std::vector<Row> rows_;
  Keys keys_;  // of rows_, rising
};

}  // namespace aerie::models
