#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "app/widgets/dag_view.h"
#include "app/widgets/diff_view.h"
#include "app/widgets/drop_zone.h"
#include "app/widgets/yaml_editor.h"

namespace aerie::widgets {

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

DagNode node(const char* id, const QStringList& takes, DagNode::Kind kind = DagNode::Kind::Step) {
  return {text(id), text(id), {}, kind, takes, {}};
}

// a, b -> c -> d; b -> d; d is the model's only input.
QList<DagNode> diamond() {
  return {node("a", {}, DagNode::Kind::Source), node("b", {}, DagNode::Kind::Source),
          node("c", {text("a"), text("b")}), node("d", {text("c"), text("b")}, DagNode::Kind::Sink)};
}

bool overlap(const DagView& view, const QList<DagNode>& nodes) {
  for (int i = 0; i < nodes.size(); ++i) {
    for (int k = i + 1; k < nodes.size(); ++k) {
      if (view.nodeRect(nodes[i].id).intersects(view.nodeRect(nodes[k].id))) return true;
    }
  }
  return false;
}

}  // namespace

class TstEditors final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyNodeStandsRightOfWhatItTakes();
  void sinksShareTheLastColumnInTheirOrder();
  void rowsAvoidCrossings();
  void aCycleIsMarkedAndStillLaidOut();
  void layoutOfThousandsOfStepsEnds();
  void keysGoAlongLines();
  void clickSelectsAndDoubleClickActivates();
  void zoomStaysWithinBoundsAndFitsAgain();
  void aNodeWithAProblemIsPaintedOtherwise();
  void problemsStandAtTheirLines();
  void f8GoesToTheNextProblemAndRoundAgain();
  void aProblemBehindTheEndIsAtTheLastLine();
  void marginGrowsWithTheNumberOfLines();
  void tabLeavesTheEditor();
  void diffPairsWhatChanged_data();
  void diffPairsWhatChanged();
  void diffOfHugeTextsIsBounded();
  void changedPartOfALineIsKnown();
  void diffKeysGoFromDifferenceToDifference();
  void dropTakesSeveralFilesAndNoLinks();
};

void TstEditors::everyNodeStandsRightOfWhatItTakes() {
  const DagLayout layout = layoutDag(diamond());
  QCOMPARE(layout.column, (std::vector<int>{0, 0, 1, 2}));
  QCOMPARE(layout.edges.size(), std::size_t{4});
  QVERIFY(!layout.hasCycle());
  QCOMPARE(layout.rows(), 2);
}

void TstEditors::sinksShareTheLastColumnInTheirOrder() {
  const DagLayout layout =
      layoutDag({node("a", {}, DagNode::Kind::Source), node("s", {text("a")}), node("t", {text("s")}),
                 node("i0", {text("t")}, DagNode::Kind::Sink), node("i1", {text("a")}, DagNode::Kind::Sink)});
  QCOMPARE(layout.column[3], 3);
  QCOMPARE(layout.column[4], 3);
  QCOMPARE(layout.row[3], 0);
  QCOMPARE(layout.row[4], 1);
}

void TstEditors::rowsAvoidCrossings() {
  // Steps in the opposite order of their features.
  const DagLayout layout =
      layoutDag({node("a", {}, DagNode::Kind::Source), node("b", {}, DagNode::Kind::Source),
                 node("sb", {text("b")}), node("sa", {text("a")})});
  QCOMPARE(layout.row[0] < layout.row[1], layout.row[3] < layout.row[2]);
}

void TstEditors::aCycleIsMarkedAndStillLaidOut() {
  const QList<DagNode> nodes = {node("in", {}, DagNode::Kind::Source), node("x", {text("in"), text("y")}),
                                node("y", {text("x")}), node("after", {text("y")}),
                                node("alone", {text("alone")})};
  const DagLayout layout = layoutDag(nodes);
  QVERIFY(layout.hasCycle());
  int marked = 0;
  for (const DagEdge& e : layout.edges) {
    marked += e.inCycle;
    if (e.inCycle) QVERIFY(e.from != 0 && e.to != 3);
  }
  QCOMPARE(marked, 3);  // x -> y, y -> x, alone -> alone
  DagView view;
  view.resize(600, 300);
  view.setNodes(nodes);
  QVERIFY(view.accessibleDescription().contains(text("cycle")));
  QVERIFY(!overlap(view, nodes));
  QVERIFY(!view.grab().isNull());
}

void TstEditors::layoutOfThousandsOfStepsEnds() {
  QList<DagNode> nodes = {node("n0", {})};
  for (int i = 1; i < 5'000; ++i)
    nodes.append(
        {QStringLiteral("n%1").arg(i), {}, {}, DagNode::Kind::Step, {QStringLiteral("n%1").arg(i / 2)}, {}});
  QCOMPARE(layoutDag(nodes).column.back(), 13);
}

void TstEditors::keysGoAlongLines() {
  DagView view;
  view.setNodes(diamond());
  QSignalSpy selected(&view, &DagView::selectionChanged);
  QTest::keyClick(&view, Qt::Key_Right);
  QCOMPARE(view.selected(), text("a"));
  QTest::keyClick(&view, Qt::Key_Down);
  QCOMPARE(view.selected(), text("b"));
  QTest::keyClick(&view, Qt::Key_Right);
  QCOMPARE(view.selected(), text("c"));
  QTest::keyClick(&view, Qt::Key_End);
  QCOMPARE(view.selected(), text("d"));
  QTest::keyClick(&view, Qt::Key_Right);  // nothing further
  QCOMPARE(view.selected(), text("d"));
  QTest::keyClick(&view, Qt::Key_Left);
  QCOMPARE(view.selected(), text("c"));
  QCOMPARE(selected.count(), 5);
  QSignalSpy activated(&view, &DagView::activated);
  QTest::keyClick(&view, Qt::Key_Return);
  QCOMPARE(activated.front().front().toString(), text("c"));
}

void TstEditors::clickSelectsAndDoubleClickActivates() {
  DagView view;
  view.resize(700, 300);
  view.setNodes(diamond());
  view.show();
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.nodeRect(text("c")).center());
  QCOMPARE(view.selected(), text("c"));
  QSignalSpy activated(&view, &DagView::activated);
  QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, view.nodeRect(text("b")).center());
  QCOMPARE(activated.front().front().toString(), text("b"));
  view.setNodes(diamond() + QList<DagNode>{node("e", {text("a")})});
  QVERIFY(!view.selected().isEmpty());  // the selection outlives an edit elsewhere
}

void TstEditors::zoomStaysWithinBoundsAndFitsAgain() {
  DagView view;
  view.resize(700, 300);
  view.show();
  view.setNodes(diamond());
  const double fitted = view.zoom();
  for (int i = 0; i < 40; ++i) QTest::keyClick(&view, Qt::Key_Plus);
  QCOMPARE(view.zoom(), 2.0);
  QVERIFY(view.horizontalScrollBar()->maximum() > 0);
  for (int i = 0; i < 40; ++i) QTest::keyClick(&view, Qt::Key_Minus);
  QCOMPARE(view.zoom(), 0.25);
  QTest::keyClick(&view, Qt::Key_0);
  QCOMPARE(view.zoom(), fitted);
}

void TstEditors::aNodeWithAProblemIsPaintedOtherwise() {
  DagView view;
  view.resize(700, 300);
  QList<DagNode> nodes = diamond();
  view.setNodes(nodes);
  const QImage good = view.grab().toImage();
  nodes[2].problem = text("unknown operator");
  view.setNodes(nodes);
  QVERIFY(view.grab().toImage() != good);
  QVERIFY(view.accessibleDescription().contains(text("1 problem")));
  view.select(text("c"));
  QVERIFY(view.accessibleDescription().contains(text("unknown operator")));
}

void TstEditors::problemsStandAtTheirLines() {
  YamlEditor editor(text("e"), text("Steps"));
  editor.resize(500, 300);
  editor.load(text("steps:\n  - {op: log1}\noutputs: [x]\n"));
  editor.show();
  editor.setProblems({{2, text("unknown operator 'log1'; did you mean 'log1p'?")}});
  QVERIFY(editor.accessibleDescription().contains(text("Line 2: unknown operator")));
  int at = -1;
  for (int y = 0; y < editor.viewport()->height(); ++y) {
    if (editor.problemAt(y).isEmpty()) continue;
    at = y;
    break;
  }
  const int line = editor.fontMetrics().lineSpacing();
  QVERIFY2(at > line / 2 && at < 2 * line + 8, qPrintable(QString::number(at)));
  QCOMPARE(editor.extraSelections().size(), 2);  // the cursor's line and the wrong one
  editor.setProblems({});
  QCOMPARE(editor.extraSelections().size(), 1);
  QVERIFY(editor.problemAt(at).isEmpty());
}

void TstEditors::f8GoesToTheNextProblemAndRoundAgain() {
  YamlEditor editor(text("e"), text("Steps"));
  editor.load(text("a\nb\nc\nd\ne\n"));
  editor.setProblems({{4, text("late")}, {2, text("early")}});
  QTest::keyClick(&editor, Qt::Key_F8);
  QCOMPARE(editor.currentLine(), 2);
  QTest::keyClick(&editor, Qt::Key_F8);
  QCOMPARE(editor.currentLine(), 4);
  QTest::keyClick(&editor, Qt::Key_F8);
  QCOMPARE(editor.currentLine(), 2);
  editor.setProblems({});
  QVERIFY(!editor.goToNextProblem());
}

void TstEditors::aProblemBehindTheEndIsAtTheLastLine() {
  YamlEditor editor(text("e"), text("Steps"));
  editor.resize(500, 300);
  editor.load(text("outputs: ["));
  editor.show();
  editor.setProblems({{9, text("not closed")}});
  QCOMPARE(editor.problemAt(4), text("not closed"));
}

void TstEditors::marginGrowsWithTheNumberOfLines() {
  YamlEditor editor(text("e"), text("Steps"));
  const int narrow = editor.marginWidth();
  editor.load(text("x\n").repeated(2'000));
  QVERIFY(editor.marginWidth() > narrow);
}

void TstEditors::tabLeavesTheEditor() {
  QWidget form;
  YamlEditor editor(text("e"), text("Steps"), &form);
  QLineEdit next(&form);
  form.show();
  QVERIFY(QTest::qWaitForWindowActive(&form));
  editor.setFocus();
  QTest::keyClick(&editor, Qt::Key_Tab);
  QVERIFY(next.hasFocus());
  QVERIFY(editor.toPlainText().isEmpty());
}

void TstEditors::diffPairsWhatChanged_data() {
  QTest::addColumn<QString>("left");
  QTest::addColumn<QString>("right");
  QTest::addColumn<QString>("kinds");
  QTest::newRow("same") << text("a\nb\n") << text("a\nb\n") << text("==");
  QTest::newRow("changed") << text("a\nb\nc\n") << text("a\nx\nc\n") << text("=~=");
  QTest::newRow("added in the middle") << text("a\nc\n") << text("a\nb\nc\n") << text("=+=");
  QTest::newRow("removed at the end") << text("a\nb\n") << text("a\n") << text("=-");
  QTest::newRow("from nothing") << QString() << text("a\n") << text("+");
  QTest::newRow("two blocks") << text("a\nb\nc\nd\n") << text("a\nx\nc\nd\ne\n") << text("=~==+");
  QTest::newRow("more come than go") << text("a\nb\nz\n") << text("a\nx\ny\nz\n") << text("=~+=");
}

void TstEditors::diffPairsWhatChanged() {
  QFETCH(QString, left);
  QFETCH(QString, right);
  QFETCH(QString, kinds);
  QString got;
  QStringList lefts;
  QStringList rights;
  for (const DiffRow& row : diffLines(left, right)) {
    got += QLatin1Char("=~-+"[static_cast<int>(row.kind)]);
    if (row.leftLine > 0) lefts.append(row.left);
    if (row.rightLine > 0) rights.append(row.right);
  }
  QCOMPARE(got, kinds);
  const auto whole = [](const QStringList& lines) {
    return lines.isEmpty() ? QString() : lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
  };
  QCOMPARE(whole(lefts), left);
  QCOMPARE(whole(rights), right);
}

void TstEditors::diffOfHugeTextsIsBounded() {
  QString left;
  QString right;
  for (int i = 0; i < 4'000; ++i) {
    left += QStringLiteral("l%1\n").arg(i);
    right += QStringLiteral("r%1\n").arg(i);
  }
  QCOMPARE(diffLines(left, right).size(), 4'000);
}

void TstEditors::changedPartOfALineIsKnown() {
  const DiffRow row = diffLines(text("mean: 6.3, stddev: 0.7"), text("mean: 6.45, stddev: 0.7")).front();
  QCOMPARE(row.left.mid(row.prefix, row.left.size() - row.prefix - row.suffix), text("3"));
  QCOMPARE(row.right.mid(row.prefix, row.right.size() - row.prefix - row.suffix), text("45"));
}

void TstEditors::diffKeysGoFromDifferenceToDifference() {
  DiffView view(text("diff"));
  view.resize(600, 120);
  view.setTexts(text("l"), text("a\nb\nc\nd\ne\n"), text("r"), text("a\nB\nc\nD\ne\n"));
  view.show();
  QCOMPARE(view.differences(), 2);
  QTest::keyClick(&view, Qt::Key_F8);
  QCOMPARE(view.currentRow(), 1);
  QTest::keyClick(&view, Qt::Key_F8);
  QCOMPARE(view.currentRow(), 3);
  QTest::keyClick(&view, Qt::Key_F8);
  QCOMPARE(view.currentRow(), 1);
  QTest::keyClick(&view, Qt::Key_F8, Qt::ShiftModifier);
  QCOMPARE(view.currentRow(), 3);
  QVERIFY(!view.grab().isNull());
  view.setTexts(text("l"), text("a\n"), text("r"), text("a\n"));
  QVERIFY(!view.goToDifference(true));
  QVERIFY(view.accessibleDescription().contains(text("same")));
}

void TstEditors::dropTakesSeveralFilesAndNoLinks() {
  QWidget target;
  target.resize(200, 100);
  DropZone zone(&target, text("Drop to check"));
  QSignalSpy dropped(&zone, &DropZone::dropped);
  QMimeData web;
  web.setUrls({QUrl(text("https://example.org/x.aerie"))});
  QDragEnterEvent refused({10, 10}, Qt::CopyAction, &web, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&target, &refused);
  QVERIFY(!refused.isAccepted() || dropped.isEmpty());
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(text("/tmp/a.aerie")), QUrl::fromLocalFile(text("/tmp/b.txt"))});
  QDragEnterEvent enter({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&target, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, {});
  QCoreApplication::sendEvent(&target, &drop);
  QCOMPARE(dropped.count(), 1);
  QCOMPARE(dropped.front().front().toStringList(), (QStringList{text("/tmp/a.aerie"), text("/tmp/b.txt")}));
}

}  // namespace aerie::widgets

QTEST_MAIN(aerie::widgets::TstEditors)
#include "tst_editors.moc"
