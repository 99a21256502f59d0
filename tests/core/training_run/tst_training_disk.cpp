// What is told or written down is on the disk before: the order of waiting for the disk and of writing the
// books, with a disk that the test holds.
#include <atomic>
#include <semaphore>

#include "tests/core/training_run/coordinator_fixture.h"
#include "tests/core/training_run/scripted_engine.h"

using namespace aerie;
using namespace aerie::training;
using aerie::training::test::CoordinatorFixture;
using aerie::training::test::Script;
using aerie::training::test::scriptJob;
using aerie::training::test::useScript;

namespace {

// Waits in each call until it is let go; answers what the test says.
struct HeldDisk {
  std::atomic<int> calls{0};
  std::counting_semaphore<> go{0};
  std::atomic<bool> broken{false};
  std::function<void(const std::filesystem::path&)> at_call;

  SyncFiles sync() {
    return [this](const std::filesystem::path& path) -> absl::Status {
      if (at_call) at_call(path);
      ++calls;
      go.acquire();
      return broken.exchange(false) ? dataLoss("the disk lost a page") : absl::OkStatus();
    };
  }
};

constexpr std::ptrdiff_t kMany = 1'000;

const char* const kRayJob =
    "application: zones\ncluster: {engine: ray, hosts: 2, cpus_per_host: 4, idle_timeout: 0s}\n"
    "tasks: {each: {n: [a, b]}, command: ['true', '{n}', '{output_dir}'], outputs: [model]}\n"
    "order: as_listed\n";

// What an engine does with a task that succeeded.
void succeed(Script& script, const JobFiles& files, JobId job, TaskNumber task, int attempt) {
  const std::string& id = script.run.tasks[task].spec.id;
  AERIE_VERIFY_OK(writeFileAtomic(files.attemptOutputs(id, attempt) / "model", "42"));
  script.sink->attemptStarted({job, task, attempt}, "n1", 0, 0);
  script.sink->attemptEnded({job, task, attempt}, Outcome::kSucceeded, "", 1, 0, 0);
}

}  // namespace

class TstTrainingDisk : public QObject {
  Q_OBJECT
  Script script_;
  HeldDisk* disk_ = nullptr;

  void begin(CoordinatorFixture& f, HeldDisk& disk) {
    script_.calls.clear();
    disk_ = &disk;
    f.options.sync = disk.sync();
    useScript(f, script_);
    AERIE_VERIFY_OK(f.start());
  }
  void handedOver(JobId job) {
    QTRY_COMPARE_WITH_TIMEOUT(script_.called(), std::string("start"), kTryMs);
    script_.sink->clusterState("zones-1", ClusterState::kReady, "", "", {});
    script_.sink->jobReady(job);
  }

 private Q_SLOTS:
  void cleanup() {
    if (disk_ != nullptr) disk_->go.release(kMany);  // a test that failed must end, too
    disk_ = nullptr;
  }

  void aSuccessOfThisMachineIsWrittenOnceItsFilesAreOnDisk() {
    HeldDisk disk;
    CoordinatorFixture f("disk-local");
    begin(f, disk);
    const auto job = f.submit(scriptJob("[1]", "echo $0 > $1/model", "  outputs: [model]\n"));
    AERIE_VERIFY_OK(job);
    QTRY_COMPARE_WITH_TIMEOUT(disk.calls.load(), 1, kTryMs);
    QVERIFY(std::filesystem::exists(f.output(*job, f.task(*job, 0).record.id, "model")));
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{0});
    QCOMPARE(f.state(*job), std::string("running"));
    disk.go.release(kMany);
    AERIE_TRY_STATE(f, *job, "done");
    f.stop();
  }

  void aSuccessOfAnEngineIsWrittenOnceItsFilesAreOnDisk() {
    HeldDisk disk;
    CoordinatorFixture f("disk-engine");
    begin(f, disk);
    const auto job = f.submit(kRayJob);
    AERIE_VERIFY_OK(job);
    handedOver(*job);
    succeed(script_, f->files(*job), *job, 0, 1);
    QTRY_COMPARE_WITH_TIMEOUT(disk.calls.load(), 1, kTryMs);
    // The disk is busy with the first; what ends meanwhile shares the next wait.
    succeed(script_, f->files(*job), *job, 1, 1);
    script_.sink->attemptEnded({*job, 0, 1}, Outcome::kFailed, "said twice", 1, 0, 0);
    script_.sink->jobEnded(*job, absl::OkStatus());
    QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(f.output(*job, script_.run.tasks[1].spec.id, "model")),
                             kTryMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{2}, kTryMs);
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{0});
    disk.go.release(kMany);
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{2});
    QCOMPARE(disk.calls.load(), 2);
    QCOMPARE(script_.called().find("start", 1), std::string::npos);  // the end of the job waited, too
    f.stop();
  }

  void whatTheDiskLostIsMadeAgain() {
    HeldDisk disk;
    disk.go.release(kMany);
    CoordinatorFixture f("disk-lost");
    begin(f, disk);
    const auto job = f.submit(kRayJob);
    AERIE_VERIFY_OK(job);
    handedOver(*job);
    disk.broken = true;
    succeed(script_, f->files(*job), *job, 0, 1);
    QTRY_COMPARE_WITH_TIMEOUT(f.task(*job, 0).record.lost, 1, kTryMs);
    QVERIFY(f.task(*job, 0).record.message.find("the disk lost a page") != std::string::npos);
    QVERIFY(!std::filesystem::exists(f.output(*job, script_.run.tasks[0].spec.id, "model")));
    succeed(script_, f->files(*job), *job, 1, 1);
    script_.sink->jobEnded(*job, absl::OkStatus());
    QTRY_COMPARE_WITH_TIMEOUT(script_.called(), std::string("start start"), kTryMs);
    QCOMPARE(script_.run.tasks.size(), std::size_t{1});
    succeed(script_, f->files(*job), *job, 0, 2);
    script_.sink->jobEnded(*job, absl::OkStatus());
    AERIE_TRY_STATE(f, *job, "done");
    f.stop();
  }

  void aJobIsKnownOnceItsWorkingDirectoryIsOnDisk() {
    HeldDisk disk;
    disk.go.release(kMany);
    CoordinatorFixture f("disk-submit");
    std::size_t jobs = 99;
    bool unpacked = false;
    disk.at_call = [&](const std::filesystem::path& path) {
      if (jobs != 99) return;
      const auto known = f->jobs({});
      jobs = known.ok() ? known->size() : 98;
      unpacked = std::filesystem::exists(path / "work" / "train.sh");
    };
    begin(f, disk);
    AERIE_VERIFY_OK(writeFileAtomic(f.path() / "mine" / "train.sh", "exit 0\n"));
    SubmitInput input;
    input.job_file =
        "application: numbers\nenvironment: {working_dir: mine}\ntasks: {command: [sh, train.sh]}\n";
    input.job_file_name = "job.yaml";
    input.working_directory = f.path() / "mine";
    const auto submitted = f->submit(input);
    AERIE_VERIFY_OK(submitted);
    QCOMPARE(jobs, std::size_t{0});
    QVERIFY(unpacked);
    AERIE_TRY_STATE(f, submitted->job.id, "done");
    disk.broken = true;
    AERIE_VERIFY_FAILS(f->submit(input), absl::StatusCode::kDataLoss, "lost a page");
    QCOMPARE(f->jobs({})->size(), std::size_t{1});
    QVERIFY(std::filesystem::is_empty(f.options.state_dir / "jobs" / ".incoming"));
    f.stop();
  }
};

QTEST_GUILESS_MAIN(TstTrainingDisk)
#include "tst_training_disk.moc"
