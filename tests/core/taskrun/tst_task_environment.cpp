#include <archive.h>
#include <archive_entry.h>
#include <atomic>
#include <fstream>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "core/taskrun/host_sampler.h"
#include "core/taskrun/ignore_rules.h"
#include "core/taskrun/python_environment.h"
#include "core/taskrun/working_directory.h"
#include "tests/core/taskrun/task_fixture.h"

using namespace aerie;
using namespace aerie::taskrun;
namespace fs = std::filesystem;

namespace {

// An archive with one entry that packDirectory() would never write.
void writeArchive(const fs::path& file, const char* path, unsigned type, const char* link = nullptr,
                  int times = 1) {
  archive* writer = archive_write_new();
  archive_write_set_format_pax_restricted(writer);
  archive_write_add_filter_zstd(writer);
  archive_write_open_filename(writer, file.c_str());
  for (int i = 0; i < times; ++i) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, path);
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, type == AE_IFREG && link == nullptr ? 1 : 0);
    if (type == AE_IFLNK) archive_entry_set_symlink(entry, link);
    if (type == AE_IFREG && link != nullptr) archive_entry_set_hardlink(entry, link);
    archive_write_header(writer, entry);
    if (type == AE_IFREG && link == nullptr) archive_write_data(writer, "x", 1);
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
}

}  // namespace

class TstTaskEnvironment : public QObject {
  Q_OBJECT
  std::optional<TempDir> folder_;
  fs::path make(const std::string& path, std::string_view text = "x") {
    const fs::path file = folder_->path() / "work" / path;
    if (!writeFileAtomic(file, text).ok()) return {};
    return file;
  }
  fs::path work() const { return folder_->path() / "work"; }
  PythonEnvironments::Options pythons() const {
    PythonEnvironments::Options options;
    options.folder = folder_->path() / "pythons";
    options.pip_arguments = {"--no-index"};  // the tests need no network
    return options;
  }
  fs::path mark(const std::string& name) const { return folder_->path() / name; }
  // A python whose venv leaves a helper that holds what it inherited for two seconds; once "go" is there it
  // makes the environment. It marks when a helper of an earlier one still ran.
  PythonEnvironments::Options scriptedPython() const {
    PythonEnvironments::Options options = pythons();
    options.python = mark("python");
    const std::string script = fmt::format(
        "#!/bin/sh\ncd {}\ntest \"$2\" = pip && exit 0\n"
        "if test -e full; then echo 'OSError: [Errno 28] No space left on device'; exit 1; fi\n"
        "if test -e go; then\n"
        "  if test -e helper && grep -qs '^State:.[^Z]' /proc/$(cat helper)/status; then touch overlap; fi\n"
        "  mkdir -p \"$3/bin\" && ln -s \"$0\" \"$3/bin/python\"; exit\nfi\n"
        "exec 3<&0\nsleep 2 <&3 & echo $! > helper\necho $$ > step.new; mv step.new step\nwait\n",
        folder_->path().string());
    if (!writeFileAtomic(options.python, script).ok()) return options;
    fs::permissions(options.python, fs::perms(0755));
    return options;
  }
  // The process whose number is in this file; one that nobody has waited for counts as gone.
  static bool isGone(const fs::path& file) {
    const std::string status =
        "/proc/" + std::to_string(std::atoi(readFile(file).value_or("0").c_str())) + "/status";
    std::ifstream in(status);
    for (std::string line; std::getline(in, line);) {
      if (line.rfind("State:", 0) == 0) return line.find('Z') != std::string::npos;
    }
    return true;
  }

 private Q_SLOTS:
  void init() {
    folder_.reset();
    folder_.emplace(std::move(TempDir::create().value()));
  }

  void variablesThatCantBeAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << "";
    QTest::newRow("equals sign") << "A=B";
    QTest::newRow("digit first") << "1A";
    QTest::newRow("shell characters") << "$(id)";
    QTest::newRow("the runner's own") << "AERIE_TASKRUN_MARK";
  }
  void variablesThatCantBeAreRefused() {
    QFETCH(QString, name);
    AERIE_VERIFY_FAILS(taskEnvironment({{name.toStdString(), "x"}}), absl::StatusCode::kInvalidArgument,
                       "environment variable");
  }

  void aVirtualEnvironmentComesFirstInThePath() {
    const auto all = taskEnvironment({}, "/cache/abc");
    AERIE_VERIFY_OK(all);
    QVERIFY(std::any_of(all->begin(), all->end(),
                        [](const auto& e) { return e.rfind("PATH=/cache/abc/bin:", 0) == 0; }));
    QVERIFY(std::find(all->begin(), all->end(), "VIRTUAL_ENV=/cache/abc") != all->end());
  }

  void fileNamesAreSafeAndDifferent() {
    QCOMPARE(safeFileName("zone_KSFO-1.csv"), std::string("zone_KSFO-1.csv"));
    QCOMPARE(safeFileName("../../etc/passwd"), std::string("%2E.%2F..%2Fetc%2Fpasswd"));
    QCOMPARE(safeFileName(".."), std::string("%2E."));
    QCOMPARE(safeFileName(""), std::string("%"));
    QVERIFY(safeFileName("%") != safeFileName(""));
    const std::string longer(5000, 'a');
    QVERIFY(safeFileName(longer).size() <= 100);
    QVERIFY(safeFileName(longer) != safeFileName(longer + "a"));
  }

  void ignoreRulesAreThoseOfGit_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("folder");
    QTest::addColumn<bool>("ignored");
    QTest::newRow("name anywhere") << "a/b/x.log" << false << true;
    QTest::newRow("taken back") << "a/keep.log" << false << false;
    QTest::newRow("tied to the top") << "data" << true << true;
    QTest::newRow("not the top") << "a/data" << true << false;
    QTest::newRow("folders only, a folder") << "a/out" << true << true;
    QTest::newRow("folders only, a file") << "a/out" << false << false;
    QTest::newRow("across folders") << "m/1/2/3.bin" << false << true;
    QTest::newRow("star stays in its folder") << "s/a/b.txt" << false << false;
    QTest::newRow("cache of Python") << "a/__pycache__" << true << true;
    QTest::newRow("ordinary") << "train.py" << false << false;
  }
  void ignoreRulesAreThoseOfGit() {
    QFETCH(QString, path);
    QFETCH(bool, folder);
    QFETCH(bool, ignored);
    const auto own =
        IgnoreRules::parse("# comment\n*.log\n!keep.log\n/data\nout/\nm/**/*.bin\ns/*.txt\n", "test");
    AERIE_VERIFY_OK(own);
    QCOMPARE(IgnoreRules::standard().with(*own).ignores(path.toStdString(), folder), ignored);
  }

  void aWorkingDirectoryIsTheSameAfterItsWay() {
    make("train.py", "print(1)");
    fs::permissions(make("bin/run me", "#!/bin/sh\n"), fs::perms(0755));
    make(".git/config");
    make("env/pyvenv.cfg");
    make("a/__pycache__/x.pyc");
    make("big.log");
    make(".aerieignore", "*.log\n");
    fs::create_symlink("train.py", work() / "link.py");
    const auto survey = surveyDirectory(work());
    AERIE_VERIFY_OK(survey);
    QCOMPARE(survey->files.size(), std::size_t{3});
    const fs::path file = folder_->path() / "work.tar.zst";
    const auto packed = packDirectory(*survey, file);
    AERIE_VERIFY_OK(packed);
    const auto again = packDirectory(*survey, folder_->path() / "again.tar.zst");
    QCOMPARE(again->digest, packed->digest);
    QCOMPARE(*readFile(folder_->path() / "again.tar.zst"), *readFile(file));
    const fs::path out = folder_->path() / "out";
    AERIE_VERIFY_OK(unpackDirectory(file, out, packed->digest));
    QCOMPARE(*readFile(out / "link.py"), std::string("print(1)"));
    QVERIFY((fs::status(out / "bin" / "run me").permissions() & fs::perms::owner_exec) != fs::perms::none);
    QVERIFY(!fs::exists(out / "env"));
    AERIE_VERIFY_FAILS(unpackDirectory(file, out, packed->digest), absl::StatusCode::kAlreadyExists,
                       "there already");
    AERIE_VERIFY_FAILS(unpackDirectory(file, folder_->path() / "other", "0123"), absl::StatusCode::kDataLoss,
                       "not those that were packed");
    QVERIFY(!fs::exists(folder_->path() / "other"));
  }

  void whatTheJobExcludesStaysBehind() {
    make("train.py");
    make("data/flights.parquet", std::string(3000, 'x'));
    make("data/keep.parquet");
    make("notes.txt");
    const auto survey =
        surveyDirectory(work(), {2000, 100}, {"*.parquet", "!data/keep.parquet", "notes.txt"});
    AERIE_VERIFY_OK(survey);
    QCOMPARE(survey->files.size(), std::size_t{2});
    QCOMPARE(survey->files[0].path, std::string("data/keep.parquet"));
    QCOMPARE(survey->files[1].path, std::string("train.py"));
  }

  void aDirectoryThatIsTooLargeNamesItsLargestFiles() {
    make("small.txt");
    make("data/huge.bin", std::string(3000, 'x'));
    AERIE_VERIFY_FAILS(surveyDirectory(work(), {2000, 100}), absl::StatusCode::kResourceExhausted,
                       "largest: data/huge.bin 2.9 KiB, small.txt 1 bytes");
    AERIE_VERIFY_FAILS(surveyDirectory(work(), {1 << 20, 1}), absl::StatusCode::kResourceExhausted,
                       ".aerieignore");
    AERIE_VERIFY_FAILS(surveyDirectory(work() / "none"), absl::StatusCode::kNotFound, "not there");
  }

  void whatLeadsOutIsNotPacked() {
    make("train.py");
    fs::create_symlink("/etc/passwd", work() / "out");
    AERIE_VERIFY_FAILS(surveyDirectory(work()), absl::StatusCode::kInvalidArgument,
                       "leads to no file of the working");
    fs::remove(work() / "out");
    make("two\nlines");
    AERIE_VERIFY_FAILS(surveyDirectory(work()), absl::StatusCode::kInvalidArgument, "control characters");
  }

  void hostileArchivesAreRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<uint>("type");
    QTest::addColumn<QString>("link");
    QTest::addColumn<int>("times");
    QTest::newRow("leads out") << "../evil" << uint(AE_IFREG) << "" << 1;
    QTest::newRow("leads out on the way") << "a/../../evil" << uint(AE_IFREG) << "" << 1;
    QTest::newRow("absolute") << "/tmp/evil" << uint(AE_IFREG) << "" << 1;
    QTest::newRow("symbolic link") << "a" << uint(AE_IFLNK) << "/etc" << 1;
    QTest::newRow("hard link") << "a" << uint(AE_IFREG) << "/etc/passwd" << 1;
    QTest::newRow("device") << "a" << uint(AE_IFCHR) << "" << 1;
    QTest::newRow("twice") << "a" << uint(AE_IFREG) << "" << 2;
  }
  void hostileArchivesAreRefused() {
    QFETCH(QString, path);
    QFETCH(uint, type);
    QFETCH(QString, link);
    QFETCH(int, times);
    const fs::path file = folder_->path() / "evil.tar.zst";
    const std::string target = link.toStdString();
    writeArchive(file, path.toStdString().c_str(), type, target.empty() ? nullptr : target.c_str(), times);
    const fs::path out = folder_->path() / "out";
    QCOMPARE(unpackDirectory(file, out, "x").code(), absl::StatusCode::kInvalidArgument);
    QVERIFY(!fs::exists(out));
    QVERIFY(!fs::exists(folder_->path() / "evil"));
  }

  void aDamagedArchiveIsDataLoss() {
    const fs::path file = folder_->path() / "bad.tar.zst";
    AERIE_VERIFY_OK(writeFileAtomic(file, "this is no archive"));
    AERIE_VERIFY_FAILS(unpackDirectory(file, folder_->path() / "out", "x"), absl::StatusCode::kDataLoss,
                       "damaged");
    writeArchive(file, "a", AE_IFREG);
    AERIE_VERIFY_FAILS(unpackDirectory(file, folder_->path() / "out", "x", {0, 10}),
                       absl::StatusCode::kResourceExhausted, "refused");
  }

  void anEnvironmentIsBuiltOnceAlsoByTwoBuilders() {
    const PythonEnvironments cache(pythons());
    absl::StatusOr<PythonEnvironment> one = absl::UnknownError("not run");
    absl::StatusOr<PythonEnvironment> two = absl::UnknownError("not run");
    std::thread other([&] { two = cache.prepare("empty.txt", "# nothing\n"); });
    int lines = 0;
    one = cache.prepare("empty.txt", "# nothing\n", [&](std::string_view) { ++lines; });
    other.join();
    if (absl::IsFailedPrecondition(one.status())) QSKIP(toText(one.status()).c_str());  // no python3-venv
    AERIE_VERIFY_OK(one);
    AERIE_VERIFY_OK(two);
    QCOMPARE(one->path, two->path);
    QVERIFY(one->built != two->built);
    if (one->built) QVERIFY(lines > 0);  // who waits for another builder may have nothing to say
    QVERIFY(fs::exists(one->path / "bin" / "python"));
    QVERIFY(!cache.prepare("empty.txt", "# nothing\n")->built);

    // pip's own words, and nothing half-built.
    const auto failed = cache.prepare("job/requirements.txt", "no-such-package-of-aerie==1\n");
    AERIE_VERIFY_FAILS(failed, absl::StatusCode::kFailedPrecondition,
                       "job/requirements.txt: pip exited with 1: ERROR");
    int folders = 0;
    for (const auto& entry : fs::directory_iterator(pythons().folder))
      folders += entry.is_directory() ? 1 : 0;
    QCOMPARE(folders, 1);

    // What is in use stays; then the oldest goes.
    auto options = pythons();
    options.max_environments = 0;
    QCOMPARE(PythonEnvironments(options).trim(), 0);
    const fs::path path = one->path;
    one = absl::UnknownError("released");
    two = absl::UnknownError("released");
    QCOMPARE(PythonEnvironments(options).trim(), 1);
    QVERIFY(!fs::exists(path));
  }

  void aBuildThatNobodyNeedsEndsWithAllThatItStarted() {
    const PythonEnvironments cache(scriptedPython());
    std::atomic<bool> cancelled = false;
    absl::StatusOr<PythonEnvironment> made = absl::UnknownError("not run");
    std::thread builder([&] { made = cache.prepare("lock.txt", "# nothing\n", nullptr, &cancelled); });
    QTRY_VERIFY(fs::exists(mark("step")));
    cancelled = true;
    builder.join();
    QCOMPARE(made.status().code(), absl::StatusCode::kCancelled);
    QTRY_VERIFY(isGone(mark("step")) && isGone(mark("helper")));
    QVERIFY(writeFileAtomic(mark("go"), "x").ok());
    AERIE_VERIFY_OK(cache.prepare("lock.txt", "# nothing\n"));
  }

  void aBuildEndsWithItsDaemonAndTheNextOneWaitsForWhatItStarted() {
    const PythonEnvironments cache(scriptedPython());
    const pid_t daemon = ::fork();
    QVERIFY(daemon >= 0);
    if (daemon == 0) {
      static_cast<void>(cache.prepare("lock.txt", "# nothing\n"));
      ::_exit(0);
    }
    QTRY_VERIFY(fs::exists(mark("step")));
    ::kill(daemon, SIGKILL);
    ::waitpid(daemon, nullptr, 0);
    QTRY_VERIFY(isGone(mark("step")));
    QVERIFY(writeFileAtomic(mark("go"), "x").ok());
    const auto made = cache.prepare("lock.txt", "# nothing\n");
    AERIE_VERIFY_OK(made);
    QVERIFY(made->built);
    QVERIFY(isGone(mark("helper")));
    QVERIFY(!fs::exists(mark("overlap")));
  }

  void aFullDiskIsNotTheLockFilesFault() {
    QVERIFY(writeFileAtomic(mark("full"), "x").ok());
    AERIE_VERIFY_FAILS(PythonEnvironments(scriptedPython()).prepare("lock.txt", "# nothing\n"),
                       absl::StatusCode::kResourceExhausted, "the disk is full");
  }

  void aMissingPythonIsNamed() {
    auto options = pythons();
    options.python = "/no/such/python3";
    AERIE_VERIFY_FAILS(PythonEnvironments(options).prepare("r.txt", ""),
                       absl::StatusCode::kFailedPrecondition,
                       "install the packages python3 and python3-venv");
  }

  void busyCoresAreThoseBetweenTwoSamples() {
    const fs::path proc = folder_->path() / "proc";
    AERIE_VERIFY_OK(writeFileAtomic(proc / "stat",
                                    "cpu  0 0 0 400 0 0 0 0 0 0\ncpu0 0 0 0 200 0 0 0 0 0 0\n"
                                    "cpu1 0 0 0 200 0 0 0 0 0 0\nbtime 1\n"));
    HostSampler sampler("/", proc);
    GroupUsage used;
    used.cpu_seconds = 10;
    used.throttled_seconds = 1;
    QCOMPARE(sampler.sample(100, {{"a", used}}).busy_cores, 0.0);
    QVERIFY(writeFileAtomic(proc / "stat",
                            "cpu  150 0 0 450 0 0 0 0 0 0\ncpu0 100 0 0 200 0 0 0 0 0 0\n"
                            "cpu1 50 0 0 250 0 0 0 0 0 0\nbtime 1\n")
                .ok());
    used.cpu_seconds = 11;
    used.throttled_seconds = 1.5;
    const HostSample sample = sampler.sample(102, {{"a", used}});
    QCOMPARE(sample.capacity_cores, 2.0);
    QCOMPARE(sample.busy_cores, 1.5);
    QCOMPARE(sample.core_busy, (std::vector<double>{1.0, 0.5}));
    QCOMPARE(sample.tasks.size(), std::size_t{1});
    QCOMPARE(sample.tasks[0].busy_cores, 0.5);
    QCOMPARE(sample.tasks[0].throttled_share, 0.25);
  }
};

QTEST_GUILESS_MAIN(TstTaskEnvironment)
#include "tst_task_environment.moc"
