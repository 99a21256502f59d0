#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/status.h"
#include "tests/app/presenters/training_bench.h"

namespace aerie {

using presenters::SubmissionPresenter;
using rpc::JobState;
using testing::With;
using Bench = testing::TrainingBench;

// A job's way from its file to the daemon.
class TstTrainingSubmission final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();

  void aJobFileIsCheckedPlannedAndSubmitted();
  void aProblemNamesItsLine();
  void filesOfTheJobAreSentWithIt();
  void theWorkingDirectoryIsSentToADaemonElsewhere();
  void aCancelledUploadSubmitsNothing();
  void anUploadThatIsRefusedIsTold();
  void aDirectoryThatCannotTravelIsAProblem();
  void aCopyOfAJobIsEdited();
  void theDaemonsRefusalStandsAtItsLine();

 private:
  // A job that brings a directory of its own, and a daemon on another machine.
  struct FarAway {
    FarAway() {
      bench.fake.daemonAddress = QStringLiteral("gpu.example.org:7720");
      write("job.yaml",
            "application: zones\nenvironment: {working_dir: work, exclude: [\"*.bin\"]}\n"
            "tasks: {each: {zone: [a, b]}, command: [\"true\", \"{zone}\"]}\n");
      QDir(folder.path()).mkdir(QStringLiteral("work"));
      write("work/train.py", "print('hello')\n");
      write("work/data.bin", QByteArray(100'000, 'x'));
    }
    void write(const char* name, const QByteArray& text) {
      QFile file(folder.filePath(QLatin1String(name)));
      if (file.open(QIODevice::WriteOnly)) file.write(text);
    }
    SubmissionPresenter& open() {
      SubmissionPresenter& s = bench.room.submission();
      s.openFile(folder.filePath(QStringLiteral("job.yaml")));
      return s;
    }
    QTemporaryDir folder;
    Bench bench{With::Nothing};
  };
};

void TstTrainingSubmission::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QSettings().clear();
}

void TstTrainingSubmission::aJobFileIsCheckedPlannedAndSubmitted() {
  Bench b(With::Nothing);
  b.room.setShown(true);
  SubmissionPresenter& s = b.room.submission();
  QSignalSpy submitted(&s, &SubmissionPresenter::submitted);
  s.openNew();
  QVERIFY(!s.whyNotSubmit().isEmpty());
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QCOMPARE(s.check().tasks, 20);
  QCOMPARE(s.planLines().front().value, QLocale().toString(1'374));
  s.submit();
  s.submit();  // twice is once
  QTRY_COMPARE(submitted.size(), 1);
  QCOMPARE(b.fake.calls.filter(QStringLiteral("submit")).size(), 1);
  QTRY_VERIFY(b.job());
  QCOMPARE(b.job()->application, QStringLiteral("hello"));
}

void TstTrainingSubmission::aProblemNamesItsLine() {
  Bench b(With::Nothing);
  SubmissionPresenter& s = b.room.submission();
  s.openNew();
  QTRY_VERIFY(!s.checking());
  QString text = s.text();
  s.setText(text.replace(QLatin1String("resources: {cpus: 1"), QLatin1String("resources: {cpu: 1")));
  QVERIFY(s.checking());
  QTRY_COMPARE(s.problems().size(), 1);
  QCOMPARE(s.problems().front().line, 6);
  QVERIFY(!s.problems().front().message.contains(QLatin1String("(line")));
  QVERIFY(!s.whyNotSubmit().isEmpty());
  QVERIFY(!s.plan());
}

void TstTrainingSubmission::filesOfTheJobAreSentWithIt() {
  QTemporaryDir folder;
  const auto write = [&](const char* name, const QByteArray& text) {
    QFile file(folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  };
  write("zones.csv", "zone\nATL\nNew York\n");
  write("requirements.txt", "numpy==1.24.2\n");
  QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("work")));
  write("job.yaml",
        "application: zones\nenvironment: {python: {requirements: requirements.txt}, working_dir: work}\n"
        "tasks:\n  each: {zone: zones.csv}\n  command: [\"true\", \"{zone}\"]\n");
  const bundles::JobCheck check = bundles::checkJob(
      QStringLiteral(
          "application: zones\ntasks: {each: {zone: zones.csv}, command: [\"true\", \"{zone}\"]}\n"),
      QStringLiteral("job.yaml"), {});
  QVERIFY(!check.good());
  QVERIFY(check.problems.front().message.contains(QLatin1String("choose the folder")));
  Bench b(With::Nothing);
  SubmissionPresenter& s = b.room.submission();
  s.openFile(folder.filePath(QStringLiteral("job.yaml")));
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QCOMPARE(s.check().tasks, 2);
  QCOMPARE(s.check().files.size(), 2);
  QCOMPARE(s.check().workingDirectory, QDir(folder.path()).filePath(QStringLiteral("work")));
  QVERIFY(!s.folderSize());  // a daemon on this machine takes it from where it is
  s.submit();
  QTRY_VERIFY(!s.submitting());
  QCOMPARE(b.fake.lastSubmission.workingDirectory, s.check().workingDirectory);
  QVERIFY(b.fake.calls.filter(QStringLiteral("upload")).isEmpty());
}

void TstTrainingSubmission::theWorkingDirectoryIsSentToADaemonElsewhere() {
  FarAway far;
  SubmissionPresenter& s = far.open();
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QVERIFY(s.folderSize());
  QCOMPARE(s.folderSize()->files, qint64{1});  // what is excluded stays here
  QCOMPARE(s.folderSize()->bytes, qint64{15});
  QVERIFY(s.planLines().back().note.contains(QLatin1Char('1')));
  QSignalSpy submitted(&s, &SubmissionPresenter::submitted);
  bool seen = false;
  connect(&s, &SubmissionPresenter::changed, this,
          [&] { seen = seen || (s.upload() && !s.upload()->packing && s.upload()->done > 0); });
  s.submit();
  QVERIFY(s.upload() && s.upload()->packing);
  QTRY_COMPARE(submitted.size(), 1);
  QVERIFY(seen && !s.upload());
  const QStringList sent = far.bench.fake.calls.filter(QStringLiteral("upload "));
  QCOMPARE(sent.size(), 1);
  const QString digest = sent.front().mid(7);
  QCOMPARE(digest.size(), 64);
  QCOMPARE(far.bench.fake.lastSubmission.workingDirectoryDigest, digest);
  QVERIFY(far.bench.fake.lastSubmission.workingDirectory.isEmpty());
}

void TstTrainingSubmission::aCancelledUploadSubmitsNothing() {
  FarAway far;
  far.bench.fake.holdUploads = true;
  SubmissionPresenter& s = far.open();
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QSignalSpy failed(&s, &SubmissionPresenter::failed);
  s.submit();
  QTRY_VERIFY(s.upload() && s.upload()->done > 0);
  s.cancelUpload();
  QVERIFY(!s.upload() && !s.submitting());
  QCOMPARE(failed.size(), 0);  // the one who cancels need not be told
  QVERIFY(far.bench.fake.calls.filter(QStringLiteral("submit")).isEmpty());
  // Also while it is being packed, and from the list of tasks.
  s.submit();
  QVERIFY(s.upload() && s.upload()->packing);
  s.cancelUpload();
  QVERIFY(s.whyNotSubmit().isEmpty());
  far.bench.fake.holdUploads = false;
  s.submit();
  QTRY_COMPARE(far.bench.fake.calls.filter(QStringLiteral("submit")).size(), 1);
}

void TstTrainingSubmission::anUploadThatIsRefusedIsTold() {
  FarAway far;
  SubmissionPresenter& s = far.open();
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  QSignalSpy failed(&s, &SubmissionPresenter::failed);
  far.bench.fake.failNext = resourceExhausted("the disk of the training daemon is full");
  s.submit();
  QTRY_COMPARE(failed.size(), 1);
  QVERIFY(failed[0][1].toString().contains(QLatin1String("disk")));
  QVERIFY(!s.submitting() && far.bench.fake.calls.filter(QStringLiteral("submit")).isEmpty());
}

void TstTrainingSubmission::aDirectoryThatCannotTravelIsAProblem() {
  FarAway far;
  QFile::link(QStringLiteral("/etc/passwd"), far.folder.filePath(QStringLiteral("work/out")));
  SubmissionPresenter& s = far.open();
  QTRY_COMPARE(s.problems().size(), 1);
  QVERIFY(s.problems().front().message.contains(QLatin1String(".aerieignore")));
  QVERIFY(!s.whyNotSubmit().isEmpty());
}

void TstTrainingSubmission::aCopyOfAJobIsEdited() {
  Bench b;
  b.room.setShown(true);
  QTRY_VERIFY(b.job());
  SubmissionPresenter& s = b.room.submission();
  s.openJob(QStringLiteral("job-02"));
  QVERIFY(s.loading() && s.text().isEmpty());
  QTRY_VERIFY(!s.loading());
  QVERIFY(s.text().startsWith(QLatin1String("application: taxi_out_time")));
  QCOMPARE(s.copyOf(), QStringLiteral("job-02"));
  QTRY_VERIFY2(s.whyNotSubmit().isEmpty(), qPrintable(s.whyNotSubmit()));
  s.submit();
  QTRY_COMPARE(b.room.training().training().jobs().size(), 4);
  QTRY_COMPARE(b.job()->application, QStringLiteral("taxi_out_time"));
}

void TstTrainingSubmission::theDaemonsRefusalStandsAtItsLine() {
  Bench b(With::Nothing);
  SubmissionPresenter& s = b.room.submission();
  b.fake.failNext = invalidArgument("job.yaml: cluster.engine (line 2): ray is not set up here");
  s.openNew();
  QTRY_COMPARE(s.problems().size(), 1);
  QCOMPARE(s.problems().front().line, 2);
  b.fake.failNext = unavailable("connection refused");
  s.openNew();
  QTRY_VERIFY(!s.planProblem().isEmpty());
  QVERIFY(s.problems().isEmpty());
  QVERIFY(!s.whyNotSubmit().isEmpty());
}

}  // namespace aerie

QTEST_MAIN(aerie::TstTrainingSubmission)
#include "tst_training_submission.moc"
