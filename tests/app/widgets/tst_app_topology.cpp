#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

#include "app/widgets/theme.h"
#include "app/widgets/topology_view.h"
#include "app/widgets/verdict_bar.h"

namespace aerie::widgets {

using models::Tone;

namespace {

TopologyNode node(const char* id, int column, Tone tone = Tone::Ok, int parts = 0) {
  TopologyNode n;
  n.id = QLatin1String(id);
  n.column = column;
  n.icon = QStringLiteral("proxy");
  n.title = n.id;
  n.caption = QStringLiteral("1.2k/s");
  n.tone = tone;
  n.state = tone == Tone::Ok ? QString() : QStringLiteral("Not ready");
  if (parts > 0) n.partsText = QStringLiteral("%1 of %1 ready").arg(parts);
  for (int p = 0; p < parts; ++p) {
    const QString name = QStringLiteral("%1-%2").arg(n.id).arg(p);
    n.parts.append({name, p == 0 ? Tone::Ok : Tone::Danger, name + QLatin1String(": ready")});
  }
  return n;
}

struct Shown {
  TopologyView view;
  Shown() {
    view.resize(900, 320);
    view.setData(
        {node("app", 0), node("proxy", 1), node("v1", 2, Tone::Ok, 2), node("v2", 2, Tone::Danger, 3),
         node("store", 3)},
        {{QStringLiteral("app"), QStringLiteral("proxy"), 1'000, QStringLiteral("1k/s"), Tone::Ok},
         {QStringLiteral("proxy"), QStringLiteral("v1"), 750, QStringLiteral("750/s"), Tone::Ok},
         {QStringLiteral("proxy"), QStringLiteral("v2"), 250, QStringLiteral("250/s"), Tone::Warning},
         {QStringLiteral("v1"), QStringLiteral("store"), 0, {}, Tone::Ok},
         {QStringLiteral("proxy"), QStringLiteral("nowhere"), 9'000, {}, Tone::Ok}},
        {QStringLiteral("Applications"), QStringLiteral("Proxies"), QStringLiteral("Endpoints"),
         QStringLiteral("Store")});
    view.show();
  }
};

}  // namespace

class TstAppTopology final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyNodeIsFoundWhereItIsPainted();
  void nodesOfAColumnDoNotOverlap();
  void everyNodeFitsIntoTheLeastHeight();
  void partsAreFoundWithinTheirNode();
  void widthIsTheRate();
  void clickGoesToTheThing();
  void arrowKeysWalkAndEnterGoes();
  void selectionStaysWithItsNodeOverUpdates();
  void sentencesSayStateInWords();
  void anyNumberOfNodesIsPainted_data();
  void anyNumberOfNodesIsPainted();
  void verdictIsReadable();
};

void TstAppTopology::everyNodeIsFoundWhereItIsPainted() {
  Shown s;
  for (const TopologyNode& n : s.view.nodes()) {
    const QRectF r = s.view.rectOf(n.id);
    QVERIFY2(QRectF(s.view.rect()).contains(r), qPrintable(n.id));
    QCOMPARE(s.view.nodeAt(r.center()), n.id);
  }
  QVERIFY(s.view.nodeAt({449, 2}).isEmpty());
}

void TstAppTopology::everyNodeFitsIntoTheLeastHeight() {
  Shown s;
  QList<TopologyNode> nodes = s.view.nodes();
  for (const char* more : {"v3", "v4", "v5"}) nodes.append(node(more, 2, Tone::Ok, 1));
  s.view.setData(nodes, {}, {});
  s.view.resize(900, s.view.minimumSizeHint().height());
  for (const TopologyNode& n : s.view.nodes())
    QVERIFY2(QRectF(s.view.rect()).contains(s.view.rectOf(n.id)), qPrintable(n.id));
}

void TstAppTopology::nodesOfAColumnDoNotOverlap() {
  Shown s;
  QVERIFY(!s.view.rectOf(QStringLiteral("v1")).intersects(s.view.rectOf(QStringLiteral("v2"))));
  QVERIFY(s.view.rectOf(QStringLiteral("app")).right() < s.view.rectOf(QStringLiteral("proxy")).left());
}

void TstAppTopology::partsAreFoundWithinTheirNode() {
  Shown s;
  const QRectF part = s.view.rectOfPart(QStringLiteral("v2-1"));
  QVERIFY(s.view.rectOf(QStringLiteral("v2")).contains(part));
  QCOMPARE(s.view.partAt(part.center()), QStringLiteral("v2-1"));
  QVERIFY(s.view.partAt(s.view.rectOf(QStringLiteral("app")).center()).isEmpty());
}

void TstAppTopology::widthIsTheRate() {
  Shown s;
  const double all = s.view.edgeWidth(QStringLiteral("app"), QStringLiteral("proxy"));
  const double most = s.view.edgeWidth(QStringLiteral("proxy"), QStringLiteral("v1"));
  const double least = s.view.edgeWidth(QStringLiteral("proxy"), QStringLiteral("v2"));
  const double none = s.view.edgeWidth(QStringLiteral("v1"), QStringLiteral("store"));
  QVERIFY(all > 0 && none > 0);
  // The edge to nowhere is left out, and the others are drawn to its scale no less.
  QCOMPARE(s.view.edgeWidth(QStringLiteral("proxy"), QStringLiteral("nowhere")), 0.0);
  QVERIFY(most > least && least > none && all > most);
  QVERIFY(std::abs((most - none) / (least - none) - 3) < 0.01);
}

void TstAppTopology::clickGoesToTheThing() {
  Shown s;
  QSignalSpy gone(&s.view, &TopologyView::activated);
  QTest::mouseClick(&s.view, Qt::LeftButton, {}, s.view.rectOf(QStringLiteral("proxy")).center().toPoint());
  QCOMPARE(gone.size(), 1);
  QCOMPARE(gone[0][0].toString(), QStringLiteral("proxy"));
  QVERIFY(gone[0][1].toString().isEmpty());
  QTest::mouseClick(&s.view, Qt::LeftButton, {},
                    s.view.rectOfPart(QStringLiteral("v1-0")).center().toPoint());
  QCOMPARE(gone[1][0].toString(), QStringLiteral("v1"));
  QCOMPARE(gone[1][1].toString(), QStringLiteral("v1-0"));
  QTest::mouseClick(&s.view, Qt::LeftButton, {}, {449, 2});
  QCOMPARE(gone.size(), 2);
}

void TstAppTopology::arrowKeysWalkAndEnterGoes() {
  Shown s;
  QSignalSpy gone(&s.view, &TopologyView::activated);
  QTest::keyClick(&s.view, Qt::Key_Right);  // from nowhere: the first
  QCOMPARE(s.view.current(), QStringLiteral("app"));
  QTest::keyClick(&s.view, Qt::Key_Right);
  QTest::keyClick(&s.view, Qt::Key_Right);
  QCOMPARE(s.view.current(), QStringLiteral("v1"));
  QTest::keyClick(&s.view, Qt::Key_Down);
  QCOMPARE(s.view.current(), QStringLiteral("v2"));
  QTest::keyClick(&s.view, Qt::Key_Down);  // nothing below
  QCOMPARE(s.view.current(), QStringLiteral("v2"));
  QTest::keyClick(&s.view, Qt::Key_Return);
  QCOMPARE(gone.size(), 1);
  QCOMPARE(gone[0][0].toString(), QStringLiteral("v2"));
  QTest::keyClick(&s.view, Qt::Key_Home);
  QCOMPARE(s.view.current(), QStringLiteral("app"));
  QTest::keyClick(&s.view, Qt::Key_End);
  QCOMPARE(s.view.current(), QStringLiteral("store"));
}

void TstAppTopology::selectionStaysWithItsNodeOverUpdates() {
  Shown s;
  QTest::keyClick(&s.view, Qt::Key_End);
  s.view.setData({node("new", 0), node("store", 3)}, {}, {});
  QCOMPARE(s.view.current(), QStringLiteral("store"));
  s.view.setData({node("new", 0)}, {}, {});
  QVERIFY(s.view.current().isEmpty());
}

void TstAppTopology::sentencesSayStateInWords() {
  Shown s;
  const QString text = s.view.sentenceOf(QStringLiteral("v2"));
  QVERIFY(text.contains(QLatin1String("Not ready")));
  QVERIFY(text.contains(QLatin1String("3 of 3 ready")));
  QVERIFY(text.contains(QLatin1String("v2-2: ready")));
  QTest::keyClick(&s.view, Qt::Key_End);
  QVERIFY(s.view.accessibleDescription().contains(QLatin1String("store")));
}

void TstAppTopology::anyNumberOfNodesIsPainted_data() {
  QTest::addColumn<int>("count");
  QTest::newRow("none") << 0;
  QTest::newRow("one") << 1;
  QTest::newRow("ten thousand") << 10'000;
}

void TstAppTopology::anyNumberOfNodesIsPainted() {
  QFETCH(int, count);
  TopologyView view;
  view.resize(700, 300);
  QList<TopologyNode> nodes;
  QList<TopologyEdge> edges;
  for (int i = 0; i < count; ++i) {
    TopologyNode n = node("n", i % 3);
    n.id = QString::number(i);
    nodes.append(n);
    if (i > 0) edges.append({QString::number(i - 1), n.id, static_cast<double>(i), {}, Tone::Ok});
  }
  view.setData(nodes, edges, {QStringLiteral("a")});
  QVERIFY(!view.grab().isNull());
}

void TstAppTopology::verdictIsReadable() {
  VerdictBar bar;
  bar.resize(600, 44);
  bar.setVerdict(Tone::Ok, QStringLiteral("All is well"), QStringLiteral("12k/s items over 2 endpoints"));
  QCOMPARE(bar.accessibleName(), QStringLiteral("All is well. 12k/s items over 2 endpoints"));
  QVERIFY(!bar.grab().isNull());
}

}  // namespace aerie::widgets

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  aerie::widgets::Theme theme(app, aerie::widgets::ThemeChoice::Light);
  aerie::widgets::TstAppTopology test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_app_topology.moc"
