// What a bundle is made of, from anywhere: manifest, both configs and the self-test table, in this order,
// each behind a line "===". Never crashes, and no file outside the folder is taken in.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle_spec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  static const TempDir kFolder = *TempDir::create("aerie-fuzz");
  constexpr std::string_view kEnd = "===\n";
  constexpr std::array<const char*, 4> kNames = {"manifest.yaml", "features.yaml", "preprocessor.yaml",
                                                 "self_test.csv"};
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  for (const char* name : kNames) {
    const std::string_view part = rest.substr(0, rest.find(kEnd));
    AERIE_CHECK(writeFileAtomic(kFolder.path() / name, part).ok());
    rest.remove_prefix(std::min(rest.size(), part.size() + kEnd.size()));
  }
  AERIE_CHECK(writeFileAtomic(kFolder.path() / "model.ubj", "model").ok());
  const auto contents = bundle::buildFromSpec(kFolder.path());
  if (!contents.ok()) return messageOf(contents.status()).empty() ? std::abort(), 0 : 0;
  for (const auto& [path, file] : contents->model_files) {
    const auto inside = std::filesystem::canonical(file.source)
                            .lexically_relative(std::filesystem::canonical(kFolder.path()));
    AERIE_CHECK(!inside.empty() && *inside.begin() != "..");
  }
  (void)bundle::checkContents(contents->manifest, contents->features, contents->preprocessor,
                              contents->self_test, contents->statistics, "fuzz");
  return 0;
}
