#include "core/taskrun/cgroup_limiter.h"
#include "tests/core/taskrun/task_fixture.h"

using namespace aerie;
using namespace aerie::taskrun;
namespace fs = std::filesystem;

namespace {

// A tree with the files of cgroup v2: they come and go with their folder, and the rules that the kernel keeps
// are kept (no controllers below a group with processes, no removal of a group in use).
class FakeTree final : public CgroupFiles {
 public:
  void fill(const fs::path& group) const {
    for (const auto& [name, text] : std::map<std::string, std::string>{
             {"cgroup.controllers", "cpuset cpu io memory pids\n"},
             {"cgroup.subtree_control", ""},
             {"cgroup.procs", ""},
             {"cgroup.kill", ""},
             {"cpu.max", "max 100000\n"},
             {"cpu.weight", "100\n"},
             {"cpu.stat", "usage_usec 1500000\nuser_usec 1\nnr_throttled 4\nthrottled_usec 250000\n"},
             {"memory.max", "max\n"},
             {"memory.swap.max", "max\n"},
             {"memory.oom.group", "0\n"},
             {"memory.current", "4096\n"},
             {"memory.peak", "8388608\n"},
             {"memory.events", "low 0\nhigh 0\nmax 12\noom 1\noom_kill 0\noom_group_kill 0\n"}}) {
      static_cast<void>(writeFileAtomic(group / name, text));
    }
  }
  absl::Status makeGroup(const fs::path& group) const override {
    AERIE_RETURN_IF_ERROR(CgroupFiles::makeGroup(group));
    fill(group);
    return absl::OkStatus();
  }
  absl::Status removeGroup(const fs::path& group) const override {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(group, error)) {
      if (entry.is_directory()) return failedPrecondition("{}: is busy", group.string());
    }
    if (busy == group) return failedPrecondition("{}: is busy", group.string());
    fs::remove_all(group);
    return absl::OkStatus();
  }
  absl::Status write(const fs::path& file, std::string_view text) const override {
    if (file.filename() == "cgroup.subtree_control" && !read(file.parent_path() / "cgroup.procs")->empty())
      return failedPrecondition("{}: is busy", file.string());
    // A process is in one group: what joins here leaves the group above.
    if (file.filename() == "cgroup.procs" && !others)
      AERIE_RETURN_IF_ERROR(CgroupFiles::write(file.parent_path().parent_path() / "cgroup.procs", ""));
    return CgroupFiles::write(file, text);
  }
  fs::path busy;
  bool others = false;  // somebody else is in the daemon's group, too
};

}  // namespace

class TstCgroupV2 : public QObject {
  Q_OBJECT
  std::optional<TempDir> folder_;
  std::shared_ptr<FakeTree> tree_;
  fs::path own_;
  CgroupOptions options_;

 private Q_SLOTS:
  void init() {
    folder_.reset();
    folder_.emplace(std::move(TempDir::create().value()));
    tree_ = std::make_shared<FakeTree>();
    const fs::path root = folder_->path() / "cgroup";
    own_ = root / "system.slice" / "aerie.service";
    fs::create_directories(own_);
    tree_->fill(own_);
    options_.instance = "v2";
    options_.proc = folder_->path() / "proc";
    options_.files = tree_;
    AERIE_VERIFY_OK(writeFileAtomic(options_.proc / "self" / "cgroup", "0::/system.slice/aerie.service\n"));
    AERIE_VERIFY_OK(writeFileAtomic(options_.proc / "self" / "mountinfo",
                                    "30 23 0:26 / " + root.string() + " rw,nosuid - cgroup2 cgroup2 rw\n"));
  }
  fs::path group(const std::string& name) const { return own_ / "aerie-taskrun-v2" / name; }

  void limitsAreWrittenAndTheGroupVanishes() {
    auto limiter = openCgroupV2(options_);
    AERIE_VERIFY_OK(limiter);
    QCOMPARE((*limiter)->kind(), LimiterKind::kCgroupV2);
    auto made = (*limiter)->make({1.5, 512ULL << 20});
    AERIE_VERIFY_OK(made);
    const fs::path folder = group((*made)->name());
    QCOMPARE(*readFile(folder / "cpu.max"), std::string("150000 100000"));
    QCOMPARE(*readFile(folder / "memory.max"), std::string("536870912"));
    QCOMPARE(*readFile(folder / "memory.swap.max"), std::string("0"));
    QCOMPARE(*readFile(folder / "memory.oom.group"), std::string("1"));
    QCOMPARE(*readFile(own_ / "cgroup.subtree_control"), std::string("+cpu +memory"));
    tree_->busy = folder;
    AERIE_VERIFY_OK((*limiter)->make({}));
    AERIE_VERIFY_FAILS((*limiter)->remove(std::move(*made)), absl::StatusCode::kFailedPrecondition, "busy");
    QVERIFY(fs::exists(folder));
  }

  void noLimitLeavesTheFilesAlone() {
    auto limiter = openCgroupV2(options_);
    AERIE_VERIFY_OK(limiter);
    auto made = (*limiter)->make({});
    AERIE_VERIFY_OK(made);
    const fs::path folder = group((*made)->name());
    QCOMPARE(*readFile(folder / "cpu.max"), std::string("max 100000\n"));
    AERIE_VERIFY_OK((*limiter)->remove(std::move(*made)));
    QVERIFY(!fs::exists(folder));
  }

  void besideOtherWorkEachTaskWeighsAsAPlainProcess() {
    const fs::path file = own_ / "aerie-taskrun-v2" / "cpu.weight";
    std::string left;
    {
      auto limiter = openCgroupV2(options_);
      AERIE_VERIFY_OK(limiter);
      QCOMPARE(*readFile(file), std::string("100\n"));
      auto half = (*limiter)->make({0.5, 0});
      QCOMPARE(*readFile(file), std::string("100"));
      auto two = (*limiter)->make({2, 0});
      QCOMPARE(*readFile(file), std::string("300"));
      AERIE_VERIFY_OK((*limiter)->remove(std::move(*two)));
      auto whole = (*limiter)->make({});
      QCOMPARE(*readFile(file), std::string("200"));
      auto many = (*limiter)->make({4'000, 0});
      QCOMPARE(*readFile(file), std::string("10000"));  // the kernel's most
      left = (*half)->name();
    }
    // Those of an earlier daemon count, too.
    auto limiter = openCgroupV2(options_);
    AERIE_VERIFY_OK(limiter);
    auto adopted = (*limiter)->adopt(left);
    AERIE_VERIFY_OK(adopted);
    auto fresh = (*limiter)->make({1, 0});
    QCOMPARE(*readFile(file), std::string("200"));
  }

  void aTreeWithoutWeightsLimitsAllTheSame() {
    auto limiter = openCgroupV2(options_);
    fs::remove(own_ / "aerie-taskrun-v2" / "cpu.weight");
    AERIE_VERIFY_OK(limiter);
    auto made = (*limiter)->make({1, 0});
    AERIE_VERIFY_OK(made);
    QCOMPARE(*readFile(group((*made)->name()) / "cpu.max"), std::string("100000 100000"));
  }

  void usageIsReadFromItsFiles() {
    auto limiter = openCgroupV2(options_);
    auto made = (*limiter)->make({});
    AERIE_VERIFY_OK(writeFileAtomic(group((*made)->name()) / "memory.events", "oom 3\noom_kill 2\n"));
    const auto usage = (*made)->usage();
    AERIE_VERIFY_OK(usage);
    QCOMPARE(*usage->cpu_seconds, 1.5);
    QCOMPARE(*usage->throttled_seconds, 0.25);
    QCOMPARE(*usage->memory_bytes, std::uint64_t{4096});
    QCOMPARE(*usage->memory_peak_bytes, std::uint64_t{8} << 20);
    QCOMPARE(usage->oom_kills, std::uint64_t{2});
    fs::remove(group((*made)->name()) / "memory.peak");  // kernels before 5.19
    QVERIFY(!(*made)->usage()->memory_peak_bytes.has_value());
  }

  void aTaskJoinsBeforeItsProgramBegins() {
    TaskFixture f(std::shared_ptr<ResourceLimiter>(std::move(openCgroupV2(options_).value())));
    const std::string joined = (own_ / "aerie-taskrun-v2").string();
    const TaskSpec spec = f.shell("a", "cat " + joined + "/*/cgroup.procs");
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "done");
    QCOMPARE(f.log(spec), std::string("0"));  // "me", as the kernel reads it
  }

  void aKillThatTheKernelCountedIsOutOfMemory() {
    TaskFixture f(std::shared_ptr<ResourceLimiter>(std::move(openCgroupV2(options_).value())));
    const std::string events = (own_ / "aerie-taskrun-v2").string() + "/*/memory.events";
    AERIE_VERIFY_OK(
        f.runner().start(f.shell("a", "for e in " + events + "; do echo oom_kill 1 > $e; done; kill -9 $$")));
    AERIE_TASK_ENDS(f, "a", "out of memory");
  }

  void theDaemonMakesRoomWhereItIsAlone() {
    AERIE_VERIFY_OK(writeFileAtomic(own_ / "cgroup.procs", "4711\n"));
    AERIE_VERIFY_OK(openCgroupV2(options_));
    QCOMPARE(*readFile(own_ / "aerie-daemon-v2" / "cgroup.procs"), std::string("0"));
    QCOMPARE(*readFile(own_ / "cgroup.subtree_control"), std::string("+cpu +memory"));
  }

  void aGroupSharedWithOthersIsRefusedWithTheRemedy() {
    AERIE_VERIFY_OK(writeFileAtomic(own_ / "cgroup.procs", "4711\n4712\n"));
    tree_->others = true;
    AERIE_VERIFY_FAILS(openCgroupV2(options_), absl::StatusCode::kUnavailable, "Delegate=yes");
  }

  void missingControllersAreTold() {
    AERIE_VERIFY_OK(writeFileAtomic(own_ / "cgroup.controllers", "cpuset pids\n"));
    AERIE_VERIFY_FAILS(openCgroupV2(options_), absl::StatusCode::kUnavailable,
                       "no cpu and memory controllers");
  }

  void leftoversAreFoundAdoptedAndRemoved() {
    std::string name;
    {
      auto first = openCgroupV2(options_);
      auto made = (*first)->make({});
      name = (*made)->name();
    }
    auto second = openCgroupV2(options_);
    AERIE_VERIFY_OK(second);
    QCOMPARE((*second)->leftovers(), std::vector<std::string>{name});
    QVERIFY((*(*second)->make({}))->name() != name);
    const auto removed = removeLeftovers(**second);
    AERIE_VERIFY_OK(removed);
    QCOMPARE(*removed, 1);
    QVERIFY(!fs::exists(group(name)));
  }

  void withoutAnyCgroupTheFallbackSaysWhy() {
    DetectOptions detect;
    detect.instance = "v2";
    detect.proc = folder_->path() / "no-proc";
    const auto found = detectLimiter(detect);
    AERIE_VERIFY_OK(found);
    QCOMPARE(found->limiter->kind(), LimiterKind::kAffinity);
    QVERIFY(found->reason.find("cgroup v2: its hierarchy is not mounted") != std::string::npos);
    QVERIFY(found->reason.find("cgroup v1: the cpu controller is not mounted") != std::string::npos);
    detect.wanted = LimiterKind::kCgroupV2;
    AERIE_VERIFY_FAILS(detectLimiter(detect), absl::StatusCode::kFailedPrecondition,
                       "asked for but is not possible");
    detect.instance = "../../etc";
    AERIE_VERIFY_FAILS(detectLimiter(detect), absl::StatusCode::kInvalidArgument, "instance");
  }

  void theFallbackSetsAffinityAndTheDataLimit() {
    std::string why;
    TaskFixture f(limiterFor(LimiterKind::kAffinity, "fallback", &why));
    TaskSpec spec = f.shell("a", "ulimit -d; nproc");
    spec.limits = {0.5, 256ULL << 20};
    AERIE_VERIFY_OK(f.runner().start(spec));
    AERIE_TASK_ENDS(f, "a", "done");
    QCOMPARE(f.log(spec), std::string("262144\n1\n"));
  }
};

QTEST_GUILESS_MAIN(TstCgroupV2)
#include "tst_cgroup_v2.moc"
