// Output of aeriectl: tables for people, JSON for programs, progress on long work. Data goes to stdout, the
// rest to stderr.
#pragma once

#include <cstdint>
#include <google/protobuf/message.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace aerie::ctl {

struct Table {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::string empty = "nothing to show";  // said instead of an empty table
};

class Output final {
 public:
  explicit Output(bool json) : json_(json) {}
  bool json() const { return json_; }

  // One document: as JSON, or as the table.
  void show(const nlohmann::json& document, const Table& table);
  void show(const google::protobuf::Message& message, const Table& table);
  // A sentence for people; nothing in JSON mode.
  void say(const std::string& text);
  void line(const nlohmann::json& document);  // one JSON document on a line
  void note(const std::string& text);         // on stderr, in both modes

  bool interactive() const;  // stderr is a terminal
  // A bar on stderr while it is a terminal; `total` 0 = unknown.
  void progress(const std::string& what, std::uint64_t done, std::uint64_t total);
  void endProgress();

 private:
  const bool json_;
  bool progress_shown_ = false;
};

nlohmann::json toJson(const google::protobuf::Message& message);
std::string sizeText(std::uint64_t bytes);  // "1.4 MB"
std::string ageText(std::int64_t unix_ms);  // "3 min ago", "" for 0
std::string shareText(double share);        // "50.0 %"

}  // namespace aerie::ctl
