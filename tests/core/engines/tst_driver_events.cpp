// What the driver reports, as it crosses the border: any bytes are taken, nothing is believed.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <archive.h>
#include <archive_entry.h>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/engines/artifacts.h"
#include "core/engines/attempt_book.h"
#include "core/engines/driver_plan.h"
#include "tests/core/engines/recording_sink.h"
#include "tests/status_checks.h"

using namespace aerie;
using engines::DriverEvent;
using engines::parseDriverLine;
using training::Outcome;

namespace {

struct File {
  std::string path;
  std::string content;
  int type = AE_IFREG;
  std::string link = {};
};

std::string tarGz(const std::vector<File>& files) {
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_add_filter_gzip(writer);
  archive_write_set_format_pax_restricted(writer);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const File& file : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, file.path.c_str());
    archive_entry_set_filetype(entry, static_cast<unsigned>(file.type));
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.content.size()));
    if (!file.link.empty()) archive_entry_set_symlink(entry, file.link.c_str());
    archive_write_header(writer, entry);
    archive_write_data(writer, file.content.data(), file.content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

std::string base64(const std::string& bytes) {
  return QByteArray::fromStdString(bytes).toBase64().toStdString();
}

std::string artifactLine(const std::string& archive, std::size_t part, std::size_t parts,
                         const std::string& data, const std::string& sha = {}) {
  return fmt::format(
      R"(AERIE {{"event":"artifact","id":"0","attempt":1,"sha256":"{}","bytes":{},"part":{},"parts":{},"data":"{}"}})",
      sha.empty() ? sha256Hex(archive) : sha, archive.size(), part, parts, base64(data));
}

const std::string kSomeDigest(64, 'a');

std::string pieceLine(const char* data) {
  return fmt::format(
      "AERIE {{\"event\":\"artifact\",\"id\":\"0\",\"bytes\":1,\"part\":0,\"parts\":1,\"data\":\"{}\","
      "\"sha256\":\"{}\"}}",
      data, kSomeDigest);
}

std::string fileLine(const char* file) {
  return fmt::format(
      "AERIE {{\"event\":\"artifact\",\"id\":\"0\",\"attempt\":1,\"bytes\":3,\"file\":\"{}\","
      "\"sha256\":\"{}\"}}",
      file, kSomeDigest);
}

std::string endLine(int attempt, const char* state, const char* outcome) {
  return fmt::format(
      R"(AERIE {{"event":"task","id":"0","attempt":{},"state":"{}","outcome":"{}","node":"n","host":"h",)"
      R"("started":1000.5,"seconds":2,"cpu_seconds":1.5,"memory_peak":4096,"error":"why"}})",
      attempt, state, outcome);
}

struct Scene {
  Scene() : dir(*TempDir::create("de")), run(test::jobRun(1, dir.path(), 1, {"x", "{n}"})) {
    run.tasks[0].spec.id = "0";
  }
  TempDir dir;
  training::JobRun run;
  test::RecordingSink sink;
};

}  // namespace

class TstDriverEvents : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatIsNoReportIsALineForPeople_data() {
    QTest::addColumn<QString>("line");
    QTest::newRow("text") << "2026-11-22 INFO job_manager.py";
    QTest::newRow("no JSON") << "AERIE {";
    QTest::newRow("a list") << "AERIE []";
    QTest::newRow("unknown event") << R"(AERIE {"event":"x","id":"0"})";
    QTest::newRow("no id") << R"(AERIE {"event":"log","text":"x"})";
    QTest::newRow("inner types") << R"(AERIE {"event":"task","id":7,"attempt":"x"})";
    QTest::newRow("unknown outcome") << R"(AERIE {"event":"task","id":"0","state":"failed","outcome":"x"})";
    QTest::newRow("success that failed")
        << R"(AERIE {"event":"task","id":"0","state":"succeeded","outcome":"failed"})";
    QTest::newRow("still running")
        << R"(AERIE {"event":"task","id":"0","state":"failed","outcome":"running"})";
    QTest::newRow("no digest") << R"(AERIE {"event":"artifact","id":"0","bytes":1,"file":"x"})";
    QTest::newRow("no base64") << QString::fromStdString(pieceLine("a*b="));
  }
  void whatIsNoReportIsALineForPeople() {
    QFETCH(QString, line);
    QVERIFY(!parseDriverLine(line.toStdString()));
  }

  void anEndTellsAll() {
    const auto event = parseDriverLine(endLine(3, "retrying", "out_of_memory"));
    QVERIFY(event && event->kind == DriverEvent::Kind::kEnded && event->again);
    QCOMPARE(event->attempt, 3);
    QVERIFY(event->outcome == Outcome::kOutOfMemory);
    QCOMPARE(event->started_ms, std::int64_t{1'000'500});
    QCOMPARE(event->ended_ms, std::int64_t{1'002'500});
    QCOMPARE(event->cpu_ms, std::int64_t{1'500});
    QCOMPARE(event->memory_peak, std::int64_t{4'096});
  }

  void aHostileArchiveLeavesNothing_data() {
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::vector<File>& files, const char* message) {
      QTest::newRow(name) << QByteArray::fromStdString(tarGz(files)) << message;
    };
    row("leads out", {{"../x", "1"}}, "leads out");
    row("absolute", {{"/etc/x", "1"}}, "absolute path");
    row("hidden way out", {{"a/../../x", "1"}}, "leads out");
    row("a link", {{"x", "", AE_IFLNK, "/etc/passwd"}}, "a link");
    row("a pipe", {{"x", "", AE_IFIFO}}, "no file");
    row("twice", {{"x", "1"}, {"x", "2"}}, "twice");
    row("strange name", {{"a\nb", "1"}}, "strange character");
    row("too large", {{"x", std::string(3'000, 'a')}}, "too large");
    row("too many", {{"a", ""}, {"b", ""}, {"c", ""}, {"d", ""}}, "more than 3 files");
    QTest::newRow("no archive") << QByteArray("hello") << "artifact";
  }
  void aHostileArchiveLeavesNothing() {
    QFETCH(QByteArray, archive);
    QFETCH(QString, message);
    auto dir = TempDir::create("ar");
    AERIE_VERIFY_OK(dir);
    engines::ArtifactLimits limits;
    limits.content_bytes = 2'000;
    limits.files = 3;
    const absl::Status status = engines::unpackArtifact(archive.toStdString(), dir->path() / "out/t", limits);
    QVERIFY(!status.ok());
    QVERIFY2(messageOf(status).find(message.toStdString()) != std::string::npos, messageOf(status).c_str());
    QVERIFY(!std::filesystem::exists(dir->path() / "out/t"));
    QVERIFY(std::filesystem::is_empty(dir->path() / "out"));
    QVERIFY(!std::filesystem::exists(dir->path() / "x"));
  }

  void outputsComeBackFromTheLogOnce() {
    Scene scene;
    engines::AttemptBook book(scene.run, false, scene.sink);
    const std::string archive = tarGz({{"model", "42"}, {"d/part.json", "{}"}});
    const std::string half = archive.substr(0, archive.size() / 2);
    for (int reading = 0; reading < 2; ++reading) {
      book.rewind();
      book.take("Running entrypoint");
      book.take(R"(AERIE {"event":"started","tasks":1})");
      book.take(artifactLine(archive, 0, 2, half));
      book.take(artifactLine(archive, 1, 2, archive.substr(half.size())));
      book.take(endLine(1, "succeeded", "succeeded"));
      book.take(R"(AERIE {"event":"finished"})");
    }
    QCOMPARE(scene.sink.ends().size(), std::size_t{1});
    QCOMPARE(scene.sink.starts().size(), std::size_t{1});
    QCOMPARE(scene.sink.log(), std::string("driver | Running entrypoint\n"));
    QVERIFY(scene.sink.ends()[0].outcome == Outcome::kSucceeded && book.finished() && book.started());
    QCOMPARE(*readFile(scene.run.files.attemptOutputs("0", 1) / "model"), std::string("42"));
    QVERIFY(std::filesystem::exists(scene.run.files.attemptOutputs("0", 1) / "d/part.json"));
  }

  void aSuccessWhoseOutputsAreDamagedIsAFailure_data() {
    QTest::addColumn<QStringList>("lines");
    const std::string archive = tarGz({{"model", "42"}});
    const auto text = [](const std::string& line) { return QString::fromStdString(line); };
    QTest::newRow("other bytes") << QStringList{
        text(artifactLine(archive, 0, 1, archive, std::string(64, 'a')))};
    QTest::newRow("a part is missing")
        << QStringList{text(artifactLine(archive, 0, 2, archive.substr(0, 10)))};
    QTest::newRow("parts out of order")
        << QStringList{text(artifactLine(archive, 1, 2, archive.substr(10))),
                       text(artifactLine(archive, 0, 2, archive.substr(0, 10)))};
    QTest::newRow("another file of the folder") << QStringList{text(fileLine("../job.yaml"))};
    QTest::newRow("a file that is not there") << QStringList{text(fileLine("0.1.tar.gz"))};
  }
  void aSuccessWhoseOutputsAreDamagedIsAFailure() {
    QFETCH(QStringList, lines);
    Scene scene;
    engines::AttemptBook book(scene.run, false, scene.sink);
    for (const QString& line : lines) book.take(line.toStdString());
    book.take(endLine(1, "succeeded", "succeeded"));
    QCOMPARE(scene.sink.ends().size(), std::size_t{1});
    QVERIFY(scene.sink.ends()[0].outcome == Outcome::kFailed);
    QVERIFY(scene.sink.ends()[0].detail.find("artifact") != std::string::npos);
    QVERIFY(!std::filesystem::exists(scene.run.files.attemptOutputs("0", 1)));
  }

  void afterARestartWhatIsKnownIsNotToldAgain() {
    Scene scene;
    scene.run.tasks[0].attempt = 2;
    scene.run.tasks[0].running = true;
    engines::AttemptBook book(scene.run, true, scene.sink);
    QCOMPARE(book.running(), std::int64_t{1});
    book.take(endLine(1, "retrying", "failed"));
    QVERIFY(scene.sink.ends().empty());
    book.take(endLine(2, "succeeded", "succeeded"));
    QCOMPARE(scene.sink.ends().size(), std::size_t{1});
    QVERIFY(scene.sink.starts().empty());
  }

  void whatAnEarlierDaemonBroughtCountsWithoutItsArchive_data() {
    QTest::addColumn<bool>("resumed");
    QTest::addColumn<QString>("there");
    QTest::addColumn<bool>("counts");
    QTest::newRow("unpacked, not yet told") << true << "attempts/0.1" << true;
    QTest::newRow("accepted, not yet in the books") << true << "outputs/0" << true;
    QTest::newRow("neither") << true << "attempts/1.1" << false;
    QTest::newRow("no earlier daemon") << false << "attempts/0.1" << false;
  }
  void whatAnEarlierDaemonBroughtCountsWithoutItsArchive() {
    QFETCH(bool, resumed);
    QFETCH(QString, there);
    QFETCH(bool, counts);
    Scene scene;
    AERIE_VERIFY_OK(writeFileAtomic(scene.run.files.root / there.toStdString() / "model", "42"));
    engines::AttemptBook book(scene.run, resumed, scene.sink);
    book.take(fileLine("0.1.tar.gz"));  // it went with the end of the job
    book.take(endLine(1, "succeeded", "succeeded"));
    QCOMPARE(scene.sink.ends().size(), std::size_t{1});
    QCOMPARE(scene.sink.ends()[0].outcome == Outcome::kSucceeded, counts);
    QVERIFY(std::filesystem::exists(scene.run.files.root / there.toStdString() / "model"));
  }

  void startsComeFromTheStateOrWithTheEnd() {
    Scene scene;
    engines::AttemptBook book(scene.run, false, scene.sink);
    book.runs("0#1", "n", 5'000);  // Ray does not say where yet
    QVERIFY(scene.sink.starts().empty());
    book.setHosts({{"n", "host-1"}});
    book.runs("0#1", "n", 5'000);
    book.runs("0#1", "n", 5'000);
    book.runs("else#1", "n", 5'000);
    QCOMPARE(scene.sink.starts().size(), std::size_t{1});
    QCOMPARE(scene.sink.starts()[0].host, std::string("host-1"));
    book.take(endLine(1, "retrying", "lost"));
    book.runs("0#1", "n", 5'000);  // old news
    book.take(endLine(2, "failed", "failed"));
    QCOMPARE(scene.sink.starts().size(), std::size_t{2});
    QVERIFY(scene.sink.ends()[0].outcome == Outcome::kLost);
    QVERIFY(book.running() == 0 && book.waiting() == 0);
  }

  void whatRanIsCountedOnceAndInFull() {
    Scene scene;
    engines::AttemptBook book(scene.run, false, scene.sink);
    book.setHosts({{"n", "host-1"}});
    book.take(endLine(1, "retrying", "failed"));  // two seconds, whose start nobody saw
    QCOMPARE(book.takeUse(2'000'000).at("host-1").task_ms, 2'000.0);
    QVERIFY(book.takeUse(2'000'000).empty());
    book.runs("0#2", "n", 1'000'500);
    const auto running = book.takeUse(1'003'000);
    QCOMPARE(running.at("host-1").task_ms, 2'500.0);
    QCOMPARE(running.at("host-1").core_ms, 2'500.0);
    book.take(endLine(2, "succeeded", "succeeded"));  // after two seconds: it was counted too far
    QCOMPARE(book.takeUse(1'004'000).at("host-1").task_ms, -500.0);
    QVERIFY(book.takeUse(1'005'000).empty());
  }

  void thePlanSaysWhatTheDriverNeeds() {
    Scene scene;
    scene.run.tasks[0].attempt = 3;
    scene.run.tasks[0].failures = 1;
    engines::PlanOptions options;
    options.submission = engines::submissionId(scene.run);
    options.programs = {"/opt/aerie/bin"};
    options.shared = scene.run.files.root.string();
    const QJsonObject plan =
        QJsonDocument::fromJson(QByteArray::fromStdString(engines::planJson(scene.run, options))).object();
    const QJsonObject task = plan["tasks"].toArray()[0].toObject();
    QCOMPARE(task["attempt"].toInt(), 3);
    QCOMPARE(task["failures"].toInt(), 1);
    QCOMPARE(task["command"].toArray(), (QJsonArray{"x", "0"}));
    QCOMPARE(plan["path"].toArray(), QJsonArray{"/opt/aerie/bin"});
    QCOMPARE(plan["lost_retries"].toInt(), training::kMaxLostAttempts);
    QVERIFY(options.submission.starts_with("aerie-1-"));
    QCOMPARE(engines::submissionId(scene.run), options.submission);
    scene.run.tasks[0].attempt = 4;
    QVERIFY(engines::submissionId(scene.run) != options.submission);
  }

  void theLockFileGoesToRayWithItsOptions() {
    const auto lines = engines::requirementLines(
        "# c\n--index-url https://pypi.example.org/simple\n--require-hashes\n"
        "numpy==1.0 \\\n    --hash=sha256:aa \\\r\n    --hash=sha256:bb # why\n\n  ray\r\n"
        "thing @ https://example.org/thing.whl#sha256=cc\n-f /shared/wheels\n   # last \\\nend");
    AERIE_VERIFY_OK(lines);
    QCOMPARE(*lines, (std::vector<std::string>{
                         "--index-url https://pypi.example.org/simple", "--require-hashes",
                         "numpy==1.0      --hash=sha256:aa      --hash=sha256:bb", "ray",
                         "thing @ https://example.org/thing.whl#sha256=cc", "-f /shared/wheels", "end"}));
  }

  void aLockFileThatMeansNothingOnAnotherHostIsRefused_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("another file") << "-r more.txt"
                                  << "'-r more.txt' cannot go to Ray's hosts";
    QTest::newRow("constraints") << "--constraint=c.txt"
                                 << "pip freeze";
    QTest::newRow("editable") << "-e ."
                              << "cannot go";
    QTest::newRow("a hash alone") << "--hash=sha256:aa"
                                  << "backslash";
    QTest::newRow("a folder beside it") << "--find-links wheels"
                                        << "absolute path";
    QTest::newRow("a file beside it") << "./a.whl"
                                      << "name a version";
    QTest::newRow("an option of the command line") << "--target /"
                                                   << "cannot go";
  }
  void aLockFileThatMeansNothingOnAnotherHostIsRefused() {
    QFETCH(QString, line);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(engines::requirementLines("ray\n" + line.toStdString() + "\n"),
                       absl::StatusCode::kInvalidArgument, message.toStdString());
  }

  void whyTasksWaitFollowsTheirReports() {
    Scene scene;
    auto spec = std::make_shared<training::JobSpec>(*scene.run.spec);
    spec->limits.backoff_ms = 4'000;
    spec->limits.backoff_limit_ms = 60'000;
    spec->limits.max_in_flight = 1;
    scene.run.spec = spec;
    scene.run.tasks[0].request = {1'000, 0};
    test::RecordingSink sink;
    engines::AttemptBook book(scene.run, false, sink);
    const std::int64_t all = static_cast<std::int64_t>(scene.run.tasks.size());
    QCOMPARE(book.waits(1'000).queued, all);
    book.take(R"(AERIE {"event":"task","id":"0","attempt":1,"state":"submitted"})");
    QCOMPARE(book.waits(1'000).in_flight, std::int64_t{1});
    book.setHosts({{"n", "host-1"}});
    book.runs("0#1", "n", 1'000);
    QCOMPARE(book.waits(1'000).queued, all - 1);
    QCOMPARE(book.held().at("host-1").cpu_millis, std::int64_t{1'000});
    book.take(
        R"(AERIE {"event":"task","id":"0","attempt":1,"state":"retrying","outcome":"failed","node":"n","host":"h",)"
        R"("started":1,"seconds":9,"error":"exited with 1"})");
    const engines::WaitingTasks waits = book.waits(11'000);
    QCOMPARE(waits.backing_off, std::int64_t{1});
    QCOMPARE(waits.next_ms, std::int64_t{14'000});
    QCOMPARE(waits.in_flight, std::int64_t{0});
    QCOMPARE(book.waits(14'000).queued, all);
  }

  void everyReasonToWaitIsTold_data() {
    using training::PendingReason;
    QTest::addColumn<int>("cpu_millis");
    QTest::addColumn<int>("mib");
    QTest::addColumn<int>("held_millis");
    QTest::addColumn<int>("held_mib");
    QTest::addColumn<int>("max_in_flight");
    QTest::addColumn<bool>("ready");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, int cpu, int mib, int held, int held_mib, int most, bool ready,
                        PendingReason reason, const char* text) {
      QTest::newRow(name) << cpu << mib << held << held_mib << most << ready << int(reason) << text;
    };
    row("room", 1'000, 10, 0, 0, 0, true, PendingReason::kNext, "next");
    row("no CPU", 1'000, 10, 4'000, 0, 0, true, PendingReason::kNoCpu, "4 of Ray's 4");
    row("no memory", 1'000, 600, 1'000, 600, 0, true, PendingReason::kNoMemory, "600 of Ray's 1000 MiB");
    row("CPUs of no host", 5'000, 0, 0, 0, 0, true, PendingReason::kTooLarge, "asks for 5 CPUs");
    row("memory of no host", 1'000, 2'000, 0, 0, 0, true, PendingReason::kTooLarge, "asks for 2000 MiB");
    row("its own limit", 1'000, 0, 1'000, 0, 2, true, PendingReason::kMaxInFlight, "max_in_flight is 2");
    row("no host", 1'000, 0, 0, 0, 0, false, PendingReason::kNoHost, "no host");
  }
  void everyReasonToWaitIsTold() {
    QFETCH(int, cpu_millis);
    QFETCH(int, mib);
    QFETCH(int, held_millis);
    QFETCH(int, held_mib);
    QFETCH(int, max_in_flight);
    QFETCH(bool, ready);
    QFETCH(int, reason);
    QFETCH(QString, text);
    engines::WaitingTasks waiting;
    waiting.queued = 3;
    waiting.in_flight = 2;
    waiting.backing_off = 5;
    waiting.next_ms = 3'500;
    waiting.request = {cpu_millis, std::int64_t{mib} << 20};
    const std::vector<training::HostSpec> hosts{{"a", "", {4'000, 1'000LL << 20}, ready, ""}};
    const auto reasons = engines::reasonsOf(waiting, max_in_flight, hosts,
                                            {{"a", {held_millis, std::int64_t{held_mib} << 20}}}, 1'000);
    QCOMPARE(reasons.size(), std::size_t{2});
    QVERIFY(reasons[0].reason == training::PendingReason::kBackOff && reasons[0].tasks == 5);
    QVERIFY(reasons[0].text.find("in 3 s") != std::string::npos);
    QCOMPARE(int(reasons[1].reason), reason);
    QCOMPARE(reasons[1].tasks, std::int64_t{3});
    QVERIFY2(reasons[1].text.find(text.toStdString()) != std::string::npos, reasons[1].text.c_str());
  }
};

QTEST_GUILESS_MAIN(TstDriverEvents)
#include "tst_driver_events.moc"
